//! A criterion stands with the same work at two places that are not one under the other.

use std::collections::HashMap;

use super::{FindingKind, Rule, Severity, Source};
use crate::check::page::is_blank;
use crate::check::rule::{Found, Subject};
use crate::plan::{Field, Form, Item, Row, Spot};
use crate::words::letters as plain;

pub(super) const RULE: Rule =
    Rule { code: "criterion-twice", severity: Severity::Error, source: Source::Agreement, find };

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut seen = Seen::default();
    for row in &subject.plan.rows {
        seen.pass(row, subject.form);
        let Some(item) = row.as_item() else { continue };
        let twice = seen.item(item);
        if is_blank(item) {
            continue;
        }
        for (code, first) in twice {
            if is_other_work(first, item) {
                continue;
            }
            let first = first.id;
            let at = Spot::Row(item.id, Some(Field::CriterionText));
            found.push(at, FindingKind::CriterionTwice { code, first });
        }
    }
}

/// Whether two rows of one criterion say different work: both say some, and not the same.
fn is_other_work(one: &Item, two: &Item) -> bool {
    let differ = |one: &str, two: &str| {
        let (one, two) = (plain(one), plain(two));
        !one.is_empty() && !two.is_empty() && one != two
    };
    differ(&one.actions, &two.actions) || differ(&one.content, &two.content)
}

/// Whether two rows are one that was copied.
fn is_copy(one: &Item, two: &Item) -> bool {
    let same = |one: &str, two: &str| plain(one) == plain(two);
    // Most are told apart by their length.
    one.actions.len().abs_diff(two.actions.len()) < 8
        && !one.actions.trim().is_empty()
        && same(&one.actions, &two.actions)
        && same(&one.target, &two.target)
        && same(&one.criterion_text, &two.criterion_text)
}

/// Where each criterion was seen, while the rows are walked in order.
#[derive(Default)]
struct Seen<'a> {
    /// Counts items; a row that is printed between two of them counts too.
    position: usize,
    /// By code: the row it stands at first, and the position it was last seen at.
    codes: HashMap<String, (&'a Item, usize)>,
}

impl<'a> Seen<'a> {
    /// Goes past a band or a group: what is printed between two items parts them.
    fn pass(&mut self, row: &Row, form: &Form) {
        let printed = match row {
            Row::Band(_) => form.prints_bands(),
            Row::Group(_) => form.prints_groups(),
            Row::Item(_) => false,
        };
        if printed {
            self.position += 1;
        }
    }

    /// Goes past an item; gives the codes that stood elsewhere before, and where first.
    ///
    /// Items in a row under one criterion are one place. So is one of them whose
    /// criterion cell is left blank: it reads on from the cell above.
    fn item(&mut self, item: &'a Item) -> Vec<(String, &'a Item)> {
        let codes = item.codes();
        if codes.is_empty() && item.criterion_text.trim().is_empty() {
            return Vec::new();
        }
        self.position += 1;
        let mut twice = Vec::new();
        for code in codes {
            if code.is_empty() {
                continue;
            }
            let (first, last) = self.codes.entry(code.clone()).or_insert((item, self.position));
            if *last + 1 < self.position || first.id != item.id && is_copy(first, item) {
                twice.push((code, *first));
            }
            *last = self.position;
        }
        twice
    }
}
