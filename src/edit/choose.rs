//! Where criteria chosen from a catalogue come to stand among a plan's rows.

use std::sync::Arc;

use super::FreshIds;
use crate::plan::{Band, Catalogue, Group, GroupNumber, Item, Plan, Row, Standard};
use crate::understand::speaks_of_level_four;

/// New rows that stand together, as the edit that inserts rows takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// The index of the first of them, once all insertions before it are done.
    pub at: usize,
    /// The rows, with fresh ids.
    pub rows: Vec<Row>,
}

/// A standard as a plan prints it: "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường".
#[must_use]
pub fn standard_title(standard: &Standard) -> String {
    format!("Tiêu chuẩn {}: {}", standard.number, standard.name)
}

/// An item for each of these criteria (one more, where the plan has it already), under its standard's group, in the
/// catalogue's order; groups that are missing come in, level 4 stands under "MỨC 4".
///
/// Codes the catalogue lacks are left out. Apply the insertions in their order.
#[must_use]
pub fn rows_for_criteria(
    plan: &Plan,
    catalogue: &Catalogue,
    codes: &[&str],
    fresh: &mut FreshIds,
) -> Vec<Insertion> {
    let mut placing = Placing {
        catalogue,
        rows: plan.rows.iter().map(|row| (row.clone(), false)).collect(),
        fresh,
    };
    for code in catalogue.codes() {
        // A criterion that the table has already is chosen again for another piece of work.
        if codes.contains(&code.as_str()) {
            placing.place(&code);
        }
    }
    placing.insertions()
}

struct Placing<'a> {
    catalogue: &'a Catalogue,
    /// Each row, and whether it is new.
    rows: Vec<(Row, bool)>,
    fresh: &'a mut FreshIds,
}

impl Placing<'_> {
    fn place(&mut self, code: &str) {
        let heading = if code.starts_with("M4.") {
            self.level_four_heading()
        } else if let Some(heading) = self.group_of(code) {
            heading
        } else {
            return;
        };
        let order = self.catalogue.codes();
        let place_of = |code: &str| order.iter().position(|other| other == code);
        let end = self.rows[heading + 1..]
            .iter()
            .position(|(row, _)| row.as_item().is_none())
            .map_or(self.rows.len(), |offset| heading + 1 + offset);
        let at = (heading + 1..end)
            .rev()
            .find(|&index| {
                self.rows[index].0.as_item().is_some_and(|item| {
                    item.criteria.iter().any(|other| place_of(other) <= place_of(code))
                })
            })
            .map_or(heading + 1, |index| index + 1);
        let id = self.fresh.give();
        let item = Item {
            id,
            criterion_text: self.catalogue.criterion_text(code).unwrap_or_default(),
            criteria: vec![code.to_owned()],
            ..Item::default()
        };
        self.rows.insert(at, (Row::Item(Arc::new(item)), true));
    }

    /// The row of the standard's group, made where it is missing.
    fn group_of(&mut self, code: &str) -> Option<usize> {
        let standard =
            self.catalogue.standards.iter().find(|standard| {
                standard.criteria.iter().any(|criterion| criterion.code == code)
            })?;
        let end = self.level_four().unwrap_or(self.rows.len());
        let numbers: Vec<Option<u8>> =
            self.rows[..end].iter().map(|(row, _)| row.standard_number()).collect();
        if let Some(at) = numbers.iter().position(|number| *number == Some(standard.number)) {
            return Some(at);
        }
        let at = numbers
            .iter()
            .position(|number| number.is_some_and(|number| number > standard.number))
            .unwrap_or(end);
        let group = Group {
            id: self.fresh.give(),
            tt: GroupNumber::Auto,
            title: standard_title(standard),
            standard: Some(standard.number),
        };
        self.rows.insert(at, (Row::Group(Arc::new(group)), true));
        Some(at)
    }

    fn level_four(&self) -> Option<usize> {
        self.rows.iter().position(|(row, _)| match row {
            Row::Band(band) => speaks_of_level_four(&band.text),
            Row::Group(group) => speaks_of_level_four(&group.title),
            Row::Item(_) => false,
        })
    }

    fn level_four_heading(&mut self) -> usize {
        self.level_four().unwrap_or_else(|| {
            let band = Band { id: self.fresh.give(), text: "MỨC 4".to_owned() };
            self.rows.push((Row::Band(Arc::new(band)), true));
            self.rows.len() - 1
        })
    }

    fn insertions(self) -> Vec<Insertion> {
        let mut insertions: Vec<Insertion> = Vec::new();
        for (at, (row, new)) in self.rows.into_iter().enumerate() {
            if !new {
                continue;
            }
            match insertions.last_mut() {
                Some(last) if last.at + last.rows.len() == at => last.rows.push(row),
                _ => insertions.push(Insertion { at, rows: vec![row] }),
            }
        }
        insertions
    }
}
