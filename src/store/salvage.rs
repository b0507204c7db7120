//! What can still be read of a damaged file, with what is missing: the file itself is left alone.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::connect::{self, Held};
use super::fault::{Fault, RowName, What};
use super::journal::Copies;
use super::{StoreError, head, load, reading, schema, verify};
use crate::plan::{Catalogue, Dossier, Id, LAST_ID, Plan, Row};

/// What was read of a damaged file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// All that could be read; every rule holds in it.
    pub dossier: Dossier,
    /// What is missing or doubtful, each kind once a table.
    pub faults: Vec<Fault>,
    /// Rows that are not as they were saved.
    pub changed: Vec<RowName>,
}

/// Reads what can be read of a file that does not open as [`StoreError::Damaged`] or
/// [`StoreError::Altered`], from a copy of it.
///
/// # Errors
/// Why it cannot be opened, where nothing at all can be read.
pub fn salvage(path: &Path) -> Result<Salvaged, StoreError> {
    let path = std::path::absolute(path)?;
    let _held = Held::take(&path)?;
    match connect::look_at(&path) {
        // Its structure or its journal: of a copy, both can be got round.
        Ok(()) | Err(StoreError::Altered(_)) => {}
        Err(error) => return Err(error),
    }
    // A journal beside it may be another file's: the state that lacks less is taken.
    let copies = Copies::of(&File::open(&path)?, &path)?;
    let plain = salvage_copy(&copies.plain);
    let Some(rolled) = &copies.rolled else { return plain };
    match (salvage_copy(rolled), plain) {
        (Ok(rolled), Ok(plain)) if lacking(&plain) < lacking(&rolled) => Ok(plain),
        (Err(_), plain) => plain,
        (rolled, _) => rolled,
    }
}

fn lacking(found: &Salvaged) -> usize {
    found.faults.len() + found.changed.len()
}

fn salvage_copy(copy: &Path) -> Result<Salvaged, StoreError> {
    settle_journal(copy)?;
    let mut connection = connect::connect(copy)?;
    schema::check_version(&connection).or_else(|error| match error {
        StoreError::TooNew { .. } => Err(error),
        _ => Ok(schema::VERSION),
    })?;
    read_past_faults(&mut connection)
}

/// A journal mode that SQLite does not know, and would open no file with, is set to ours.
fn settle_journal(copy: &Path) -> Result<(), StoreError> {
    let mut file = File::options().read(true).write(true).open(copy)?;
    let mut modes = [0; 2];
    file.seek(SeekFrom::Start(18))?;
    file.read_exact(&mut modes)?;
    if modes != [1, 1] && modes != [2, 2] {
        file.seek(SeekFrom::Start(18))?;
        file.write_all(&[1, 1])?;
    }
    Ok(())
}

fn read_past_faults(connection: &mut Connection) -> Result<Salvaged, StoreError> {
    // Of a schema that is hurt, what comes before the hurt can be used; the copy is nobody's.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    drop(connection.execute_batch("PRAGMA writable_schema = ON; SELECT 1 FROM sqlite_schema;"));
    let mut faults = Vec::new();
    let mut changed = Vec::new();
    let mut next_id = Id(1);
    match head::read(connection)? {
        Ok(head) => {
            next_id = head.next_id;
            match verify::verify(connection, &head.totals) {
                Ok(verified) => (faults, changed) = (verified.faults, verified.changed),
                Err(StoreError::TooLarge) => return Err(StoreError::TooLarge),
                Err(_) => faults.push(Fault::new("", What::Unreadable)),
            }
        }
        Err(fault) => faults.push(fault),
    }
    let mut reading = reading::Reading { from: connection, faults, revive: true };
    let mut dossier = load::dossier(&mut reading, next_id)?;
    let mut faults = reading.faults;
    if dossier.plans.is_empty() && dossier.catalogues.is_empty() {
        return Err(StoreError::Damaged("nothing can be read".to_owned()));
    }
    if let Err(broken) = dossier.check_rules() {
        faults.push(Fault::new("", What::Broken(broken)));
        dossier = healed(dossier);
    }
    let mut once = Vec::new();
    for fault in faults {
        if !once.contains(&fault) {
            once.push(fault);
        }
    }
    Ok(Salvaged { dossier, faults: once, changed })
}

/// The same dossier with the rules holding: what has no number of its own gets one, what refers
/// to nothing refers to nothing any more. No word goes.
fn healed(mut dossier: Dossier) -> Dossier {
    let mut seen = HashSet::new();
    let highest = dossier.ids().filter(|id| *id <= LAST_ID).max().unwrap_or_default();
    let kept = if dossier.next_id > LAST_ID { Id::default() } else { dossier.next_id };
    let mut next = highest.next().max(kept).max(Id(1));
    let mut give = |id: Id| {
        if !id.is_none() && id <= LAST_ID && seen.insert(id) {
            return id;
        }
        let given = next;
        next = next.next();
        given
    };
    dossier.plans = dossier.plans.iter().map(|plan| Arc::new(plan.with_ids(&mut give))).collect();
    dossier.next_id = next;
    let ids: HashSet<Id> = dossier.plans.iter().map(|plan| plan.id).collect();
    for plan in &mut dossier.plans {
        heal_plan(Arc::make_mut(plan), &ids);
    }
    let mut seen = HashSet::new();
    dossier.catalogues.retain(|of| !of.id.trim().is_empty() && seen.insert(of.id.clone()));
    let mut seen = HashSet::new();
    dossier.forms.retain(|of| !of.id.as_str().trim().is_empty() && seen.insert(of.id.clone()));
    for catalogue in &mut dossier.catalogues {
        if catalogue.check_rules().is_err() {
            heal_catalogue(Arc::make_mut(catalogue));
        }
    }
    dossier
}

fn heal_plan(plan: &mut Plan, plans: &HashSet<Id>) {
    let id = plan.id;
    plan.amends = plan.amends.filter(|amended| *amended != id && plans.contains(amended));
    let problems: HashSet<Id> = plan.problems.iter().map(|problem| problem.id).collect();
    for row in &mut plan.rows {
        if let Row::Item(item) = row
            && item.problem.is_some_and(|problem| !problems.contains(&problem))
        {
            Arc::make_mut(item).problem = None;
        }
    }
    let groups: HashSet<Id> = plan.working_groups.iter().map(|group| group.id).collect();
    for supervisor in &mut plan.supervisors {
        supervisor.group = supervisor.group.filter(|group| groups.contains(group));
    }
    // A third signer has no place on paper; the words stay, among the recipients.
    for extra in plan.signatures.drain(plan.signatures.len().min(2)..) {
        let words: Vec<String> =
            extra.authority.into_iter().chain([extra.position, extra.name]).collect();
        plan.recipients.push(words.join(" "));
    }
}

fn heal_catalogue(catalogue: &mut Catalogue) {
    let mut seen = HashSet::new();
    for standard in &mut catalogue.standards {
        standard.criteria.retain(|criterion| seen.insert(criterion.code.clone()));
    }
}
