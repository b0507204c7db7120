//! The title under the kind of paper, in capitals.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "title-capitals",
    severity: Severity::Note,
    source: Source::Layout(5),
    find: |subject, found| {
        let shouts = |line: &String| {
            line.split_whitespace().count() > 2
                && line.contains(char::is_uppercase)
                && !line.contains(char::is_lowercase)
        };
        if subject.plan.subject.iter().any(shouts) {
            found.push(Spot::Info(InfoField::Subject), FindingKind::TitleInCapitals);
        }
    },
};
