//! What a rule is: a code, a severity, and a function that finds.

use super::{Finding, FindingKind, Severity};
use crate::edit::{Edit, PlanEdit};
use crate::plan::stand_ins;
use crate::plan::{
    Concession, Dossier, Field, Form, Id, Item, Part, Place, Plan, Record, Shown, Spot, TableKind,
};

/// One thing that is looked for.
pub(super) struct Rule {
    /// Stable, short: "deadline-before-start".
    pub code: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// Finds; what it pushes stands at its own place.
    pub find: fn(&Subject<'_>, &mut Found<'_>),
}

/// What is looked at.
pub(super) struct Subject<'a> {
    pub dossier: &'a Dossier,
    pub plan: &'a Plan,
    pub form: &'a Form,
    /// Whether the paper's font lacks a character.
    pub lacks: &'a dyn Fn(char) -> bool,
    /// What the tables of the paper had to give up.
    pub concessions: &'a [Concession],
}

impl<'a> Subject<'a> {
    /// The parts that are printed, in order.
    pub fn printed_parts(&self) -> impl Iterator<Item = &'a Part> {
        let parts: &'a [std::sync::Arc<Part>] = &self.plan.parts;
        parts.iter().map(AsRef::as_ref).filter(|part| part.shown == Shown::Yes)
    }

    /// The fields that a table of the form prints, in order.
    pub fn printed_fields(&self, table: TableKind) -> Vec<Field> {
        self.form
            .columns_for(table, &self.plan.options.columns)
            .into_iter()
            .filter(|column| !column.hidden)
            .map(|column| column.field)
            .collect()
    }

    /// The fields whose words the form prints for an item, in order.
    pub fn texts_printed(&self, item: &Item, columns: &[Field]) -> Vec<Field> {
        let mut printed = columns.to_vec();
        if self.form.narrative && !printed.contains(&Field::CriterionText) {
            printed.insert(0, Field::CriterionText);
        }
        if !self.form.narrative {
            let is_empty = |field: Field| item.text(field).unwrap_or_default().trim().is_empty();
            let instead = columns.iter().filter(|field| is_empty(**field));
            for field in instead.flat_map(|field| stand_ins(*field)) {
                if !printed.contains(field) {
                    printed.push(*field);
                }
            }
        }
        printed
    }

    /// The items in which something is written.
    pub fn written_items(&self) -> impl Iterator<Item = &'a Item> {
        let plan: &'a Plan = self.plan;
        plan.items().map(AsRef::as_ref).filter(|item| !is_blank(item))
    }
}

/// Whether nothing at all is written in a row.
pub(super) fn is_blank(item: &Item) -> bool {
    item.criteria.is_empty()
        && item.problem.is_none()
        && item.status.is_none()
        && Item::TEXTS.iter().all(|one| one.get(item).trim().is_empty())
}

/// Takes what one rule finds.
pub(super) struct Found<'a> {
    rule: &'a Rule,
    plan: Id,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Found<'a> {
    pub fn of(rule: &'a Rule, plan: Id, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, plan, findings }
    }

    /// Found, for a person to decide what to do.
    pub fn push(&mut self, at: Spot, kind: FindingKind) {
        self.add(at, kind, None);
    }

    /// Found, with the one change that mends it.
    pub fn push_with_fix(&mut self, at: Spot, kind: FindingKind, change: PlanEdit) {
        let fix = Edit::InPlan { plan: self.plan, change };
        self.add(at, kind, Some(fix));
    }

    fn add(&mut self, at: Spot, kind: FindingKind, fix: Option<Edit>) {
        self.findings.push(Finding {
            code: self.rule.code,
            severity: self.rule.severity,
            place: Place { plan: self.plan, at },
            kind,
            fix,
        });
    }
}
