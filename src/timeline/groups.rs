//! Rows of a plan's work gathered under titles: by standard or by who leads.

use std::collections::HashMap;

use super::{By, names};
use crate::plan::{Dossier, Item, Plan, Row};
use crate::words::order;

/// Where a group stands among the others; work without one comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    /// In the order of the plan, or by the number of the standard.
    At(usize),
    Last,
}

/// Rows gathered under titles, while the plan's rows are walked in order.
pub struct Groups<'a, R> {
    dossier: &'a Dossier,
    plan: &'a Plan,
    by: By,
    /// Whether the plan has groups of its own.
    own: bool,
    /// The plan's own group, or band, that items stand under now.
    under: Option<(usize, String)>,
    gathered: Vec<(Order, String, Vec<R>)>,
    by_title: HashMap<String, usize>,
}

impl<'a, R> Groups<'a, R> {
    /// For the rows of a plan.
    #[must_use]
    pub fn new(dossier: &'a Dossier, plan: &'a Plan, by: By) -> Self {
        let own = plan.rows.iter().any(|row| matches!(row, Row::Group(_)));
        Self { dossier, plan, by, own, under: None, gathered: Vec::new(), by_title: HashMap::new() }
    }

    /// Goes past a row, which may open a group of the plan's own.
    pub fn pass(&mut self, row: &Row) {
        // Items right under a band ("MỨC 4") belong to no group above it.
        let (title, is_band) = match row {
            Row::Group(group) => (&group.title, false),
            Row::Band(band) => (&band.text, true),
            Row::Item(_) => return,
        };
        let mut title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_band {
            title = names::among_titles(title);
        }
        let at = self.under.as_ref().map_or(0, |(at, _)| at + 1);
        self.under = Some((at, title));
    }

    /// Puts the row of an item under its title.
    pub fn add(&mut self, item: &Item, row: R) {
        let (order, title) = match self.by {
            By::Standard if self.own => match &self.under {
                Some((at, title)) if !title.is_empty() => (Order::At(*at), title.clone()),
                _ => (Order::Last, String::new()),
            },
            By::Standard => self.standard(item),
            By::Person => match item.people().expand(&self.dossier.abbreviations).lead {
                Some(lead) => (Order::At(0), lead),
                None => (Order::Last, String::new()),
            },
        };
        let at = *self.by_title.entry(title.clone()).or_insert_with(|| {
            self.gathered.push((order, title, Vec::new()));
            self.gathered.len() - 1
        });
        self.gathered[at].2.push(row);
    }

    /// The standard of an item's first criterion, from the catalogue.
    fn standard(&self, item: &Item) -> (Order, String) {
        let found = || {
            let catalogue = self.dossier.catalogue_of(self.plan)?;
            let code = item.first_code()?;
            if code.starts_with("M4.") {
                // The level-4 criteria belong to no standard.
                return Some((Order::At(usize::from(u8::MAX)), names::LEVEL_4.to_owned()));
            }
            let standard = catalogue.standards.iter().find(|standard| {
                standard.criteria.iter().any(|criterion| criterion.code == code)
            })?;
            let title = format!("Tiêu chuẩn {}: {}", standard.number, standard.name);
            Some((Order::At(usize::from(standard.number)), title))
        };
        found().unwrap_or((Order::Last, String::new()))
    }

    /// The titles and their rows, in order: people by name, standards by number; what has no
    /// title, or an empty one, last.
    #[must_use]
    pub fn finish(mut self) -> Vec<(String, Vec<R>)> {
        let by = self.by;
        order::by(&mut self.gathered, |(a_order, a, _), (b_order, b, _)| {
            a_order.cmp(b_order).then_with(|| match by {
                By::Person => crate::words::compare(a, b),
                By::Standard => std::cmp::Ordering::Equal,
            })
        });
        self.gathered.into_iter().map(|(_, title, rows)| (title, rows)).collect()
    }
}
