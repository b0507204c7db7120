//! Targets and solutions that say nothing of their own: the same in every row, the weakness
//! again, a level below today's.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{Field, Problem, Record, Spot};
use crate::words::letters as plain;

/// Fewer rows may well say the same.
const ROWS: usize = 3;
/// A weakness of fewer letters may well stand inside a target.
const LETTERS: usize = 20;

pub(super) const EVERY_ROW: Rule = Rule {
    code: "same-words",
    severity: Severity::Warning,
    source: Source::PlanForm,
    find: |subject, found| {
        for field in [Field::Target, Field::Actions] {
            let mut items = subject.written_items();
            let Some(first) = items.next() else { return };
            let words = plain(first.text(field).unwrap_or_default());
            let mut count = 1;
            let same = items.all(|item| {
                count += 1;
                plain(item.text(field).unwrap_or_default()) == words
            });
            if same && count >= ROWS && !words.is_empty() {
                let at = Spot::Row(first.id, Some(field));
                found.push(at, FindingKind::SameWords { field, count });
            }
        }
    },
};

pub(super) const WEAKNESS: Rule = Rule {
    code: "target-is-weakness",
    severity: Severity::Warning,
    source: Source::PlanForm,
    find: |subject, found| {
        for item in subject.written_items() {
            let target = plain(&item.target);
            let is_said = |problem: &Problem| {
                let weakness = plain(&problem.weakness);
                target == weakness
                    || target.len() >= LETTERS && weakness.contains(target.as_str())
                    || weakness.len() >= LETTERS && target.contains(weakness.as_str())
            };
            let codes = item.codes();
            // A row that was joined to no problem answers those of its criteria.
            let mut problems = subject.plan.problems.iter().filter(|problem| match item.problem {
                Some(id) => problem.id == id,
                None => problem.criteria.iter().any(|code| codes.contains(code)),
            });
            if !target.is_empty() && problems.any(|problem| is_said(problem)) {
                let at = Spot::Row(item.id, Some(Field::Target));
                found.push(at, FindingKind::TargetIsWeakness);
            }
        }
    },
};

pub(super) const LEVEL: Rule = Rule {
    code: "level-falls",
    severity: Severity::Warning,
    source: Source::Catalogue,
    find: |subject, found| {
        for item in subject.written_items() {
            let levels = item.levels();
            if let (Some(now), Some(target)) = (levels.now, levels.target)
                && target < now
            {
                let at = Spot::Row(item.id, Some(Field::Target));
                found.push(at, FindingKind::LevelFalls { now, target });
            }
        }
    },
};
