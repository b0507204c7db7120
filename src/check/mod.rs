//! What a person should look at before a plan is signed, in the order of the paper.
//!
//! One rule a file in `rules/`: its code, how bad a finding is, how it is found and, where the
//! right answer is certain, the edit that mends it.
//! Invariant: pure, and no text makes it fail. What only the paper knows is told by whoever
//! calls.

mod finding;
mod order;
mod printed;
mod rule;
mod rules;

use crate::plan::{Concession, Dossier, Form, Plan};

pub use finding::{Finding, FindingKind, Severity};
pub use rules::with_end_mark;

use rule::{Found, Subject};

/// What only the paper of a plan knows.
pub struct Paper<'a> {
    /// Whether its font lacks a character; white space and control characters are never asked
    /// about.
    pub lacks: &'a dyn Fn(char) -> bool,
    /// What its tables had to give up.
    pub concessions: &'a [Concession],
}

/// The findings of one plan, in the order of its document.
#[must_use]
pub fn check(dossier: &Dossier, plan: &Plan, form: &Form, paper: &Paper<'_>) -> Vec<Finding> {
    let Paper { lacks, concessions } = *paper;
    let subject = Subject { dossier, plan, form, lacks, concessions };
    let mut findings = Vec::new();
    for rule in rules::ALL {
        (rule.find)(&subject, &mut Found::of(rule, plan.id, &mut findings));
    }
    // What is found at one place keeps the order of the rules.
    let order = order::Order::of(&subject);
    findings.sort_by_key(|finding| order.rank(&finding.place.at));
    findings
}

/// Whether nothing stands in the way of printing: no finding is an error.
#[must_use]
pub fn is_ready(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity != Severity::Error)
}
