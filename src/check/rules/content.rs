//! The form has a table of work, and no work is written in the plan.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{Block, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-content",
    severity: Severity::Error,
    source: Source::PlanForm,
    find: |subject, found| {
        let form = subject.form.parts.iter().flat_map(|part| &part.blocks);
        let shown = subject.printed_parts().flat_map(|part| &part.blocks);
        let has_table = form.chain(shown).any(|block| *block == Block::Rows);
        // A row without a word is told as such.
        if has_table && subject.plan.items().next().is_none() {
            found.push(Spot::Table, FindingKind::NoContent);
        }
    },
};
