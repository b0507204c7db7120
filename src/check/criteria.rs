//! Criteria that stand at two places, and codes the catalogue lacks.

use std::collections::{BTreeSet, HashMap};

use super::Check;
use crate::check::FindingKind;
use crate::plan::{Form, Id, Item, Row, Spot};

/// Where each criterion was seen, while the rows are walked in order.
#[derive(Default)]
pub(super) struct Seen<'a> {
    /// Counts items; a row that is printed between two of them counts too.
    position: usize,
    /// By code: the row it stands at first, and the position it was last seen at.
    codes: HashMap<&'a str, (Id, usize)>,
}

impl<'a> Seen<'a> {
    /// Goes past a band or a group: what is printed between two items parts them.
    pub(super) fn pass(&mut self, row: &Row, form: &Form) {
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
    pub(super) fn item(&mut self, item: &'a Item) -> Vec<(&'a str, Id)> {
        let codes: BTreeSet<&str> =
            item.criteria.iter().map(|code| code.trim()).filter(|code| !code.is_empty()).collect();
        if codes.is_empty() && item.criterion_text.trim().is_empty() {
            return Vec::new();
        }
        self.position += 1;
        let mut twice = Vec::new();
        for code in codes {
            let (first, last) = self.codes.entry(code).or_insert((item.id, self.position));
            if *last + 1 < self.position {
                twice.push((code, *first));
            }
            *last = self.position;
        }
        twice
    }
}

impl Check<'_> {
    /// Codes that the plan's catalogue lacks; nothing where the plan names no catalogue.
    pub(super) fn unknown_criteria(&mut self, at: &Spot, codes: &[String]) {
        let Some(catalogue) = self.dossier.catalogue_of(self.plan) else { return };
        for code in codes.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            if catalogue.name_of(code).is_none() {
                self.push(
                    at,
                    FindingKind::UnknownCriterion {
                        code: code.to_owned(),
                        circular: catalogue.circular.clone(),
                    },
                );
            }
        }
    }
}
