//! Another catalogue for the next year's plan: its work under the criteria that answer to the old.

use std::collections::HashMap;
use std::sync::Arc;

use crate::edit::{FreshIds, standard_title};
use crate::plan::{Catalogue, Correspondence, Group, GroupNumber, Item, Plan, Problem, Row};
use crate::words::{fold, order};

/// Another catalogue, and which of its criteria take the place of those that a plan answers:
/// `to` of each is a person's to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recast {
    /// The catalogue of the old plan.
    pub from: Arc<Catalogue>,
    /// The one of the new.
    pub to: Arc<Catalogue>,
    /// The criteria that the old plan answers, in the order of its catalogue.
    pub criteria: Vec<Answer>,
}

/// A criterion, and the one that takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The code in the old catalogue.
    pub from: String,
    /// The code in the new one; none: its work stands under no criterion.
    pub to: Option<String>,
    /// What is proposed, the nearest first.
    pub proposed: Vec<String>,
}

impl Recast {
    /// For the criteria that a plan answers, as a table of correspondences proposes; without one
    /// nothing is proposed.
    #[must_use]
    pub fn new(
        plan: &Plan,
        from: &Arc<Catalogue>,
        to: &Arc<Catalogue>,
        table: Option<&Correspondence>,
    ) -> Self {
        let items = plan.items().flat_map(|item| item.codes());
        let problems = plan.problems.iter().flat_map(|problem| problem.criteria.clone());
        let mut codes: Vec<String> = items.chain(problems).collect();
        let order = from.codes();
        order::by_key(&mut codes, |code| {
            (order.iter().position(|one| one == code).unwrap_or(order.len()), code.clone())
        });
        codes.dedup();
        let known = |code: &&String| to.name_of(code).is_some();
        let answer = |code: String| {
            let proposed: Vec<String> = table
                .map_or(&[][..], |table| table.of(&code))
                .iter()
                .filter(known)
                .cloned()
                .collect();
            Answer { from: code, to: proposed.first().cloned(), proposed }
        };
        let criteria = codes.into_iter().map(answer).collect();
        Self { from: Arc::clone(from), to: Arc::clone(to), criteria }
    }

    /// Work and problems under the new criteria; groups by the new standards, where those of the
    /// old plan were its standards. Levels of the old catalogue say nothing in the new.
    pub(super) fn done(&self, plan: &mut Plan, fresh: &mut FreshIds) {
        plan.catalogue = Some(self.to.id.clone());
        let answers: HashMap<&str, &str> = self
            .criteria
            .iter()
            .filter_map(|one| Some((one.from.as_str(), one.to.as_deref()?)))
            .collect();
        let codes = |old: &[String]| {
            let mut new: Vec<String> = Vec::new();
            for code in old.iter().filter_map(|code| answers.get(code.trim())) {
                if !new.iter().any(|known| known == code) {
                    new.push((*code).to_owned());
                }
            }
            new
        };
        for problem in &mut plan.problems {
            let new = codes(&problem.criteria);
            let criterion_text =
                self.criterion_text(&problem.criterion_text, &problem.criteria, &new);
            let standard_text = self.standard_text(&problem.standard_text, &new);
            let old = (**problem).clone();
            *problem = Arc::new(Problem { criteria: new, criterion_text, standard_text, ..old });
        }
        for row in &mut plan.rows {
            if let Row::Item(item) = row {
                let old = item.codes();
                let new = codes(&old);
                let criterion_text = self.criterion_text(&item.criterion_text, &old, &new);
                *item = Arc::new(Item {
                    criteria: new,
                    criterion_text,
                    level_now: None,
                    level_target: None,
                    ..(**item).clone()
                });
            }
        }
        let is_standard = |row: &Row| match row {
            Row::Group(_) => row.standard_number().is_some(),
            // "MỨC 1, 2, 3" is the old catalogue's; what else a person wrote over rows stays.
            Row::Band(band) => fold(band.text.trim()).starts_with("muc "),
            Row::Item(_) => true,
        };
        let grouped = plan.rows.iter().any(|row| matches!(row, Row::Group(_)));
        if grouped && plan.rows.iter().all(is_standard) {
            plan.rows = self.by_standard(&plan.rows, fresh);
        }
    }

    /// The name of the new criterion, where the cell says no more than that of the old; a
    /// person's own words stay.
    fn criterion_text(&self, typed: &str, old: &[String], new: &[String]) -> String {
        let proposed = old.first().and_then(|code| self.from.criterion_text(code));
        let next = new.first().and_then(|code| self.to.criterion_text(code));
        match next {
            Some(next) if proposed.is_some_and(|proposed| proposed == typed.trim()) => next,
            _ => typed.to_owned(),
        }
    }

    fn standard_text(&self, typed: &str, new: &[String]) -> String {
        let known = self.from.standards.iter().any(|one| standard_title(one) == typed.trim());
        let standard = new.first().and_then(|code| self.standard_of(code));
        match standard.and_then(|at| self.to.standards.get(at)) {
            Some(standard) if known => standard_title(standard),
            _ => typed.to_owned(),
        }
    }

    fn standard_of(&self, code: &str) -> Option<usize> {
        let holds = |code: &str, at: usize| {
            self.to.standards[at].criteria.iter().any(|criterion| criterion.code == code)
        };
        (0..self.to.standards.len()).find(|at| holds(code, *at))
    }

    /// The work by the new standards and in the order of their criteria; what answers none stands
    /// before them.
    fn by_standard(&self, rows: &[Row], fresh: &mut FreshIds) -> Vec<Row> {
        let order = self.to.codes();
        let place = |item: &Item| {
            let code = item.criteria.first()?;
            Some((self.standard_of(code)?, order.iter().position(|one| one == code)?))
        };
        let mut work: Vec<&Arc<Item>> = rows.iter().filter_map(Row::as_item).collect();
        order::by_key(&mut work, |item| place(item));
        let mut out = Vec::new();
        let mut under = None;
        for item in work {
            let standard = place(item).map(|(standard, _)| standard);
            if let Some(standard) = standard.filter(|_| standard != under) {
                let of = &self.to.standards[standard];
                out.push(Row::Group(Arc::new(Group {
                    id: fresh.give(),
                    tt: GroupNumber::Auto,
                    title: standard_title(of),
                    standard: Some(of.number),
                })));
            }
            under = standard;
            out.push(Row::Item(Arc::clone(item)));
        }
        out
    }
}
