//! What the pages of a file are: which tree leads to them, and which are free.

use std::collections::HashMap;

use rusqlite::types::ValueRef;

use super::known::Known;
use super::pages::{Kind, Pages, be32};
use super::record::Record;

/// What leads to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The tree of this table.
    Tree(usize),
    /// Nothing that can be read.
    Unknown,
    /// The list of free pages: what is on it was deleted, or moved elsewhere.
    Free,
}

/// The places of all pages.
pub(super) struct Places {
    of: Vec<Place>,
    /// By table: whether its whole tree was found.
    pub whole: Vec<bool>,
}

impl Places {
    pub(super) fn of(pages: &Pages, known: &Known) -> Self {
        let mut places = Self {
            of: vec![Place::Unknown; pages.count() as usize + 1],
            whole: vec![false; known.count()],
        };
        let free = free(pages);
        for (table, root) in roots(pages, known, &free) {
            places.whole[table] = places.walk(pages, known.shape(table).is_numbered(), table, root);
        }
        for page in free {
            if let Some(place @ Place::Unknown) = places.of.get_mut(page as usize) {
                *place = Place::Free;
            }
        }
        places
    }

    pub(super) fn page(&self, number: u32) -> Place {
        self.of.get(number as usize).copied().unwrap_or(Place::Unknown)
    }

    /// Follows a tree; `false` where it leads to what is no page of it.
    fn walk(&mut self, pages: &Pages, numbered: bool, table: usize, root: u32) -> bool {
        let mut whole = true;
        let mut ahead = vec![root];
        while let Some(number) = ahead.pop() {
            let node = pages.node(number).filter(|node| node.is_numbered() == numbered);
            match (node, self.of.get_mut(number as usize)) {
                // None is there twice.
                (Some(node), Some(place @ Place::Unknown)) => {
                    *place = Place::Tree(table);
                    ahead.extend(node.children());
                }
                _ => whole = false,
            }
        }
        whole
    }
}

/// The free pages, as far as their list leads.
fn free(pages: &Pages) -> Vec<u32> {
    let mut free = Vec::new();
    let mut trunk = pages.first_free();
    let mut trunks = 0;
    while let Some(page) = pages.page(trunk).filter(|_| trunks < pages.count()) {
        trunks += 1;
        free.push(trunk);
        let room = u32::try_from(page.len() / 4 - 2).unwrap_or(0);
        let leaves = (0..be32(page, 4).min(room)).map(|at| be32(page, 8 + 4 * at as usize));
        free.extend(leaves.filter(|leaf| *leaf != 0));
        trunk = be32(page, 0);
    }
    free
}

/// The page from which each table's tree grows, read of all that may be a page of the schema.
fn roots(pages: &Pages, known: &Known, free: &[u32]) -> HashMap<usize, u32> {
    let free: std::collections::HashSet<u32> = free.iter().copied().collect();
    let mut roots = HashMap::new();
    for number in (1..=pages.count()).filter(|number| !free.contains(number)) {
        let Some(node) = pages.node(number).filter(|node| node.kind == Kind::TableLeaf) else {
            continue;
        };
        for cell in node.rows().into_iter().flatten() {
            let Some(record) = Record::read(cell.local) else { continue };
            let Some((name, root)) = of_schema(&record.values) else { continue };
            if let (Some(table), Ok(root)) = (known.named(name), u32::try_from(root)) {
                roots.entry(table).or_insert(root);
            }
        }
    }
    roots
}

/// The table that a row of the schema describes, and where its tree grows.
pub(super) fn of_schema<'v>(values: &[ValueRef<'v>]) -> Option<(&'v str, i64)> {
    match *values {
        [_, ValueRef::Text(name), _, ValueRef::Integer(root), ValueRef::Text(sql)]
            if sql.starts_with(b"CREATE ") =>
        {
            Some((std::str::from_utf8(name).ok()?, root))
        }
        _ => None,
    }
}
