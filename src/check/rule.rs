//! What a rule is: a code, a severity, a source, and a function that finds.

use std::ops::Deref;

use super::page::Page;
use super::texts::Text;
use super::times::Time;
use super::{Finding, FindingKind, Fix, Given, Severity, Source};
use crate::plan::{Catalogue, Id, Place, Spot};

/// One thing that is looked for.
pub(super) struct Rule {
    /// Stable, short: "deadline-before-start".
    pub code: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// Where it comes from.
    pub source: Source,
    /// Finds; what it pushes stands at its own place.
    pub find: fn(&Subject<'_>, &mut Found<'_>),
}

/// What is looked at.
pub(super) struct Subject<'a> {
    pub page: Page<'a>,
    pub given: &'a Given<'a>,
    /// All that is printed.
    pub texts: Vec<Text<'a>>,
    /// What is understood of the items' times.
    pub times: Vec<Time<'a>>,
}

impl Subject<'_> {
    /// The plan's catalogue: the file's own, else the one of this name that is at hand.
    pub fn catalogue(&self) -> Option<&Catalogue> {
        let own = self.dossier.catalogue_of(self.plan);
        own.map(AsRef::as_ref).or_else(|| {
            let id = self.plan.catalogue.as_deref()?;
            self.given.catalogues.iter().map(AsRef::as_ref).find(|one| one.id == id)
        })
    }
}

impl<'a> Deref for Subject<'a> {
    type Target = Page<'a>;

    fn deref(&self) -> &Page<'a> {
        &self.page
    }
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
    pub fn push_with_fix(&mut self, at: Spot, kind: FindingKind, fix: impl Into<Option<Fix>>) {
        self.add(at, kind, fix.into());
    }

    fn add(&mut self, at: Spot, kind: FindingKind, fix: Option<Fix>) {
        self.findings.push(Finding {
            code: self.rule.code,
            severity: self.rule.severity,
            source: self.rule.source,
            place: Place { plan: self.plan, at },
            kind,
            fix,
        });
    }
}
