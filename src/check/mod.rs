//! What a person should look at before a plan is signed, in the order of the paper.
//!
//! One rule a file in `rules/`: its code, how bad a finding is, where the rule comes from, how it
//! is found and, where the right answer is certain, the edit that mends it.
//! Invariant: pure, and no text makes it fail. What only the paper, the calendar or a list of
//! facts knows is told by whoever calls. A plan's texts are walked once; rules look at those that
//! show a sign of what they look for.

mod aside;
mod finding;
mod fix;
mod order;
mod page;
mod rule;
mod rules;
mod signs;
mod source;
mod texts;
mod times;

use std::sync::Arc;

use jiff::civil::Date;

use crate::plan::{Catalogue, Concession, Dossier, Form, Plan, Reference};

pub use aside::apart;
pub use finding::{Finding, FindingKind, Severity};
pub use fix::{Fix, mend};
pub use rules::with_end_mark;
pub use source::Source;

use page::Page;
use rule::{Found, Subject};

/// What a check is told beside the plan.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// Whether the paper's font lacks a character; white space and control characters are never
    /// asked about.
    pub lacks: &'a dyn Fn(char) -> bool,
    /// What the tables of the paper had to give up.
    pub concessions: &'a [Concession],
    /// What is no longer in force, which units are gone.
    pub reference: &'a Reference,
    /// All catalogues there are: another's words may stand in the plan.
    pub catalogues: &'a [Arc<Catalogue>],
    /// How much of what is printed changed since the plan was given out and stands in no plan
    /// that amends it and was given out; 0 where it was not given out.
    pub changed: usize,
    /// How many copies of it, as it was given out and as its reviews found it, are damaged.
    pub damaged: usize,
    /// The day. No rule that depends on it finds an error.
    pub today: Date,
}

/// A rule as a person may read of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleFacts {
    /// Its code.
    pub code: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// Where it comes from.
    pub source: Source,
}

/// All rules, in their order.
pub fn rules() -> impl Iterator<Item = RuleFacts> {
    rules::ALL.iter().map(|rule| RuleFacts {
        code: rule.code,
        severity: rule.severity,
        source: rule.source,
    })
}

/// The findings of one plan, in the order of its document.
#[must_use]
pub fn check(dossier: &Dossier, plan: &Plan, form: &Form, given: &Given<'_>) -> Vec<Finding> {
    let page = Page { dossier, plan, form };
    let subject =
        Subject { page, given, texts: texts::texts(&page, given), times: times::times(&page) };
    let mut findings = Vec::new();
    for rule in rules::ALL {
        (rule.find)(&subject, &mut Found::of(rule, plan.id, &mut findings));
    }
    // What is found at one place keeps the order of the rules.
    let order = order::Order::of(&page);
    findings.sort_by_cached_key(|finding| order.rank(&finding.place.at));
    findings
}

/// Whether nothing stands in the way of printing: no finding is an error.
#[must_use]
pub fn is_ready(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity != Severity::Error)
}
