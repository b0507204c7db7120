//! Brings a file from one value of the dossier to another, writing only what differs.
//!
//! What goes is taken out of all tables before anything comes in, so that a number may move from
//! one list to another.

use rusqlite::Connection;

use super::seal::Totals;
use super::writing::{Pass, Writing};
use super::{StoreError, bounds, head, tables};
use crate::plan::Dossier;

/// Writes the difference between what the file holds and what it shall hold.
pub(super) fn difference(
    to: &Connection,
    head: &head::Head,
    old: &Dossier,
    new: &Dossier,
) -> Result<head::Head, StoreError> {
    let mut writing = Writing { to, totals: head.totals.clone(), pass: Pass::TakeOut };
    for pass in [Pass::TakeOut, Pass::BringIn] {
        writing.pass = pass;
        for child in tables::DOSSIER {
            child.write(&mut writing, &[head::KEY], Some(old), Some(new))?;
        }
    }
    let now = head::Head { next_id: new.next_id, totals: writing.totals, ..*head };
    if now != *head {
        head::write(to, &now)?;
    }
    bounds::check_written(to, &now.totals)?;
    Ok(now)
}

/// Writes a whole dossier into tables that are empty; every check is made anew.
pub(super) fn whole(
    to: &Connection,
    file_id: [u8; 16],
    new: &Dossier,
) -> Result<head::Head, StoreError> {
    let mut writing = Writing { to, totals: Totals::default(), pass: Pass::BringIn };
    for child in tables::DOSSIER {
        child.write(&mut writing, &[head::KEY], None, Some(new))?;
    }
    let now = head::Head { next_id: new.next_id, file_id, totals: writing.totals };
    head::write(to, &now)?;
    bounds::check_written(to, &now.totals)?;
    Ok(now)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::schema;
    use super::*;
    use crate::plan::{Id, Item, Plan, Problem, Row, SchoolYear, Supervisor, WorkingGroup};

    /// For each row that comes in behind one that refers to it SQLite looks through all of those.
    #[test]
    fn what_rows_refer_to_is_there_before_them() {
        let of = |at: u32| (Id(at), Id(at + 1));
        let ((plan, group), (problem, item)) = (of(1), of(3));
        let plan = Plan {
            id: plan,
            rows: vec![Row::Item(Arc::new(Item {
                id: item,
                problem: Some(problem),
                ..Item::default()
            }))],
            problems: vec![Arc::new(Problem { id: problem, ..Problem::default() })],
            working_groups: vec![WorkingGroup { id: group, ..WorkingGroup::default() }],
            supervisors: vec![Supervisor {
                id: Id(5),
                group: Some(group),
                ..Supervisor::default()
            }],
            ..Plan::empty(SchoolYear::starting(2026).unwrap())
        };
        let full = Dossier { plans: vec![Arc::new(plan)], next_id: Id(6), ..Dossier::default() };
        let to = Connection::open_in_memory().unwrap();
        schema::create(&to).unwrap();
        to.pragma_update(None, "foreign_keys", false).unwrap();
        let head = whole(&to, [0; 16], &Dossier::default()).unwrap();
        // Not put off to the end of the transaction.
        to.pragma_update(None, "foreign_keys", true).unwrap();
        difference(&to, &head, &Dossier::default(), &full).unwrap();
    }
}
