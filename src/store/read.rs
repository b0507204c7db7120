//! Reads the whole dossier out of a file, table by table.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::{Connection, Row as SqlRow};

use super::value::{get_json, get_word};
use super::{StoreError, read_plan};
use crate::plan::{
    Abbreviation, Catalogue, Criterion, Dossier, FORMAT, Id, Leader, Letterhead, LevelFour,
    Standard, TermDates,
};

/// Values by the number they belong to, each list in its order.
pub(super) type By<T> = HashMap<u32, Vec<T>>;

/// All that a file holds.
pub(super) fn dossier(from: &Connection) -> Result<Dossier, StoreError> {
    let (format, next_id): (u32, u32) =
        from.query_row("SELECT format, next_id FROM dossier WHERE id = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if format != FORMAT {
        return Err(StoreError::Damaged(format!("format {format}")));
    }
    let mut letterheads = letterheads(from)?;
    let school = letterheads.remove(&None).unwrap_or_default();
    let dossier = Dossier {
        format,
        next_id: Id(next_id),
        school,
        plans: read_plan::plans(from, letterheads)?,
        catalogues: catalogues(from)?,
        forms: list(from, "SELECT content FROM forms ORDER BY position", |row| {
            get_json(row, 0).map(Arc::new)
        })?,
        abbreviations: list(
            from,
            "SELECT short, long FROM abbreviations ORDER BY position",
            |row| Ok(Abbreviation { short: row.get(0)?, long: row.get(1)? }),
        )?,
        term_dates: list(
            from,
            "SELECT school_year, start, term_1_end, end FROM term_dates ORDER BY position",
            |row| {
                Ok(TermDates {
                    school_year: get_word(row, 0)?,
                    start: get_word(row, 1)?,
                    term_1_end: get_word(row, 2)?,
                    end: get_word(row, 3)?,
                })
            },
        )?,
    };
    check_ids(&dossier)?;
    Ok(dossier)
}

/// A number names one thing only, and the next one is above all.
fn check_ids(dossier: &Dossier) -> Result<(), StoreError> {
    let mut seen = HashSet::new();
    for id in dossier.ids() {
        if id.is_none() || id >= dossier.next_id || !seen.insert(id) {
            return Err(StoreError::Damaged(format!("number {id}")));
        }
    }
    Ok(())
}

/// The rows of a query, in its order.
pub(super) fn list<T>(
    from: &Connection,
    query: &str,
    read: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = from.prepare(query)?;
    let rows = statement.query_map([], read)?;
    rows.collect::<Result<_, _>>().map_err(StoreError::from)
}

/// The rows of a query, in its order, by the number in their first column.
pub(super) fn by<T>(
    from: &Connection,
    query: &str,
    mut read: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
) -> Result<By<T>, StoreError> {
    let mut statement = from.prepare(query)?;
    let mut rows = statement.query([])?;
    let mut found: By<T> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(read(row)?);
    }
    Ok(found)
}

fn letterheads(from: &Connection) -> Result<HashMap<Option<u32>, Letterhead>, StoreError> {
    let mut leaders = by(
        from,
        "SELECT letterhead, title, name, post FROM leaders ORDER BY letterhead, position",
        |row| Ok(Leader { title: row.get(1)?, name: row.get(2)?, position: row.get(3)? }),
    )?;
    let all = list(
        from,
        "SELECT id, plan, governing_body, school, kind, ownership, code, place, address
         FROM letterheads",
        |row| {
            let letterhead = Letterhead {
                governing_body: row.get(2)?,
                school: row.get(3)?,
                kind: get_word(row, 4)?,
                ownership: get_word(row, 5)?,
                code: row.get(6)?,
                place: row.get(7)?,
                address: row.get(8)?,
                leaders: leaders.remove(&row.get(0)?).unwrap_or_default(),
            };
            Ok((row.get(1)?, letterhead))
        },
    )?;
    Ok(all.into_iter().collect())
}

fn catalogues(from: &Connection) -> Result<Vec<Arc<Catalogue>>, StoreError> {
    let mut criteria: HashMap<(String, u32), Vec<Criterion>> = HashMap::new();
    for (place, criterion) in list(
        from,
        "SELECT catalogue, standard, code, name, mandatory, missing_levels FROM criteria
         ORDER BY catalogue, standard, position",
        |row| {
            let criterion = Criterion {
                code: row.get(2)?,
                name: row.get(3)?,
                mandatory: row.get(4)?,
                missing_levels: get_json(row, 5)?,
            };
            Ok(((row.get(0)?, row.get(1)?), criterion))
        },
    )? {
        criteria.entry(place).or_default().push(criterion);
    }
    let mut standards: HashMap<String, Vec<Standard>> = HashMap::new();
    for (catalogue, position, mut standard) in list(
        from,
        "SELECT catalogue, position, number, name FROM standards ORDER BY catalogue, position",
        |row| {
            let standard = Standard { number: row.get(2)?, name: row.get(3)?, criteria: vec![] };
            Ok((row.get::<_, String>(0)?, row.get(1)?, standard))
        },
    )? {
        standard.criteria = criteria.remove(&(catalogue.clone(), position)).unwrap_or_default();
        standards.entry(catalogue).or_default().push(standard);
    }
    let mut level_4: HashMap<String, Vec<LevelFour>> = HashMap::new();
    for (catalogue, one) in list(
        from,
        "SELECT catalogue, number, short_name FROM level_4 ORDER BY catalogue, position",
        |row| Ok((row.get(0)?, LevelFour { number: row.get(1)?, short_name: row.get(2)? })),
    )? {
        level_4.entry(catalogue).or_default().push(one);
    }
    list(
        from,
        "SELECT id, circular, amended_by, in_force_from, in_force_to, school_kinds, levels,
         has_level_4, verified_against_official_text FROM catalogues ORDER BY position",
        |row| {
            let id: String = row.get(0)?;
            Ok(Arc::new(Catalogue {
                circular: row.get(1)?,
                amended_by: row.get(2)?,
                in_force_from: date_or_none(row, 3)?,
                in_force_to: date_or_none(row, 4)?,
                school_kinds: get_json(row, 5)?,
                levels: row.get(6)?,
                has_level_4: row.get(7)?,
                verified_against_official_text: row.get(8)?,
                standards: standards.remove(&id).unwrap_or_default(),
                level_4: level_4.remove(&id).unwrap_or_default(),
                id,
            }))
        },
    )
}

fn date_or_none(row: &SqlRow<'_>, index: usize) -> rusqlite::Result<Option<Date>> {
    super::value::get_word_or_none(row, index)
}
