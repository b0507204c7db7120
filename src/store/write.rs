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
