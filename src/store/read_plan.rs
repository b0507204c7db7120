//! Reads the plans out of a file: each table once, sorted to the plan or row it belongs to.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::types::Type;
use rusqlite::{Connection, Row as SqlRow};

use super::StoreError;
use super::read::{By, by, list};
use super::value::{get_json, get_json_or_none, get_word, get_word_or_none};
use crate::plan::{
    Band, Block, Group, GroupNumber, Id, Item, Letterhead, Options, Paragraph, Part, Plan,
    PlanDate, Problem, Review, Row, ScreenWidth, Signature, Supervisor, TableSetting, Typed,
    WorkingGroup,
};

/// All plans, in their order.
pub(super) fn plans(
    from: &Connection,
    mut letterheads: HashMap<Option<u32>, Letterhead>,
) -> Result<Vec<Arc<Plan>>, StoreError> {
    let mut lists = Lists::read(from)?;
    list(
        from,
        "SELECT id, label, school_year, amends, form, catalogue, number, symbol, day, month, year,
         doc_type, bases_italic, tables_across, draft_mark FROM plans ORDER BY position",
        |row| {
            let id: u32 = row.get(0)?;
            Ok(Arc::new(Plan {
                id: Id(id),
                label: row.get(1)?,
                school_year: get_word(row, 2)?,
                amends: get_id(row, 3)?,
                form: get_word(row, 4)?,
                catalogue: row.get(5)?,
                letterhead: letterheads.remove(&Some(id)).unwrap_or_default(),
                number: row.get(6)?,
                symbol: row.get(7)?,
                date: PlanDate { day: row.get(8)?, month: row.get(9)?, year: row.get(10)? },
                doc_type: row.get(11)?,
                bases_italic: row.get(12)?,
                subject: take(&mut lists.subject, id),
                recipients: take(&mut lists.recipients, id),
                bases: take(&mut lists.bases, id),
                opening: take(&mut lists.opening, id),
                parts: take(&mut lists.parts, id),
                rows: take(&mut lists.rows, id),
                problems: take(&mut lists.problems, id),
                reviews: take(&mut lists.reviews, id),
                working_groups: take(&mut lists.working_groups, id),
                supervisors: take(&mut lists.supervisors, id),
                signatures: take(&mut lists.signatures, id),
                options: Options {
                    tables_across: row.get(13)?,
                    draft_mark: row.get(14)?,
                    columns: take(&mut lists.table_settings, id),
                    screen_widths: take(&mut lists.screen_widths, id),
                },
            }))
        },
    )
}

/// What belongs to plans, by their numbers.
struct Lists {
    subject: By<String>,
    recipients: By<String>,
    bases: By<Paragraph>,
    opening: By<Paragraph>,
    parts: By<Arc<Part>>,
    rows: By<Row>,
    problems: By<Arc<Problem>>,
    reviews: By<Review>,
    working_groups: By<WorkingGroup>,
    supervisors: By<Supervisor>,
    signatures: By<Signature>,
    table_settings: By<TableSetting>,
    screen_widths: By<ScreenWidth>,
}

impl Lists {
    fn read(from: &Connection) -> Result<Self, StoreError> {
        Ok(Self {
            subject: lines(from, "subject")?,
            recipients: lines(from, "recipients")?,
            bases: paragraphs(from, "bases")?,
            opening: paragraphs(from, "opening")?,
            parts: parts(from)?,
            rows: rows(from)?,
            problems: problems(from)?,
            reviews: by(
                from,
                "SELECT plan, moment, content, result, adjustment, assessor, id FROM reviews
                 ORDER BY plan, position",
                |row| {
                    Ok(Review {
                        when: row.get(1)?,
                        content: row.get(2)?,
                        result: row.get(3)?,
                        adjustment: row.get(4)?,
                        assessor: row.get(5)?,
                        id: Id(row.get(6)?),
                    })
                },
            )?,
            working_groups: by(
                from,
                "SELECT plan, id, label, task, standards, members FROM working_groups
                 ORDER BY plan, position",
                |row| {
                    Ok(WorkingGroup {
                        id: Id(row.get(1)?),
                        label: row.get(2)?,
                        task: row.get(3)?,
                        standards: get_json(row, 4)?,
                        members: get_json(row, 5)?,
                    })
                },
            )?,
            supervisors: by(
                from,
                "SELECT plan, title, name, post, what, working_group, id FROM supervisors
                 ORDER BY plan, position",
                |row| {
                    Ok(Supervisor {
                        title: row.get(1)?,
                        name: row.get(2)?,
                        position: row.get(3)?,
                        what: row.get(4)?,
                        group: get_id(row, 5)?,
                        id: Id(row.get(6)?),
                    })
                },
            )?,
            signatures: by(
                from,
                "SELECT plan, authority, post, name, id FROM signatures ORDER BY plan, position",
                |row| {
                    Ok(Signature {
                        authority: get_json(row, 1)?,
                        position: row.get(2)?,
                        name: row.get(3)?,
                        id: Id(row.get(4)?),
                    })
                },
            )?,
            table_settings: by(
                from,
                "SELECT plan, form, of_table, columns FROM table_settings ORDER BY plan, position",
                |row| {
                    Ok(TableSetting {
                        form: get_word(row, 1)?,
                        table: get_word(row, 2)?,
                        columns: get_json(row, 3)?,
                    })
                },
            )?,
            screen_widths: by(
                from,
                "SELECT plan, form, of_table, field, points FROM screen_widths
                 ORDER BY plan, position",
                |row| {
                    Ok(ScreenWidth {
                        form: get_word(row, 1)?,
                        table: get_word(row, 2)?,
                        field: get_word(row, 3)?,
                        points: row.get(4)?,
                    })
                },
            )?,
        })
    }
}

fn take<T>(lists: &mut By<T>, id: u32) -> Vec<T> {
    lists.remove(&id).unwrap_or_default()
}

fn get_id(row: &SqlRow<'_>, index: usize) -> rusqlite::Result<Option<Id>> {
    Ok(row.get::<_, Option<u32>>(index)?.map(Id))
}

fn lines(from: &Connection, name: &str) -> Result<By<String>, StoreError> {
    let query =
        format!("SELECT plan, text FROM lines WHERE list = '{name}' ORDER BY plan, position");
    by(from, &query, |row| row.get(1))
}

fn paragraphs(from: &Connection, name: &str) -> Result<By<Paragraph>, StoreError> {
    let query = format!(
        "SELECT plan, level, is_heading, runs FROM paragraphs WHERE list = '{name}'
         ORDER BY plan, position"
    );
    by(from, &query, |row| paragraph(row, 1))
}

/// A paragraph whose level, heading and runs stand in three columns from this one on.
fn paragraph(row: &SqlRow<'_>, at: usize) -> rusqlite::Result<Paragraph> {
    Ok(Paragraph {
        level: get_word(row, at)?,
        is_heading: row.get(at + 1)?,
        runs: get_json(row, at + 2)?,
    })
}

fn parts(from: &Connection) -> Result<By<Arc<Part>>, StoreError> {
    let mut blocks = by(
        from,
        "SELECT part, kind, level, is_heading, runs FROM blocks ORDER BY part, position",
        |row| {
            let kind: String = row.get(1)?;
            Ok(match kind.as_str() {
                "paragraph" => Block::Paragraph(paragraph(row, 2)?),
                "rows" => Block::Rows,
                "problems" => Block::Problems,
                "reviews" => Block::Reviews,
                "members" => Block::Members,
                "groups" => Block::Groups,
                other => return Err(unknown(1, other)),
            })
        },
    )?;
    by(from, "SELECT plan, id, key, heading, shown FROM parts ORDER BY plan, position", |row| {
        let id: u32 = row.get(1)?;
        Ok(Arc::new(Part {
            id: Id(id),
            key: row.get(2)?,
            heading: row.get(3)?,
            shown: get_word(row, 4)?,
            blocks: take(&mut blocks, id),
        }))
    })
}

fn unknown(index: usize, word: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        index,
        Type::Text,
        format!("unknown kind {word}").into(),
    )
}

fn problems(from: &Connection) -> Result<By<Arc<Problem>>, StoreError> {
    by(
        from,
        "SELECT plan, id, standard_text, criterion_text, criteria, current_state, weakness, cause
         FROM problems ORDER BY plan, position",
        |row| {
            Ok(Arc::new(Problem {
                id: Id(row.get(1)?),
                standard_text: row.get(2)?,
                criterion_text: row.get(3)?,
                criteria: get_json(row, 4)?,
                current_state: row.get(5)?,
                weakness: row.get(6)?,
                cause: row.get(7)?,
            }))
        },
    )
}

/// Rows are joined to the table that their kind says; one that is not there is a fault.
fn rows(from: &Connection) -> Result<By<Row>, StoreError> {
    let mut bands = by(from, "SELECT id, text FROM bands", |row| {
        Ok(Row::Band(Arc::new(Band { id: Id(row.get(0)?), text: row.get(1)? })))
    })?;
    let mut groups = by(from, "SELECT id, tt, tt_typed, title, standard FROM row_groups", |row| {
        let tt: String = row.get(1)?;
        Ok(Row::Group(Arc::new(Group {
            id: Id(row.get(0)?),
            tt: match tt.as_str() {
                "auto" => GroupNumber::Auto,
                "none" => GroupNumber::None,
                "typed" => GroupNumber::Typed(row.get(2)?),
                other => return Err(unknown(1, other)),
            },
            title: row.get(3)?,
            standard: row.get(4)?,
        })))
    })?;
    let mut items = items(from)?;
    by(from, "SELECT plan, id, kind FROM plan_rows ORDER BY plan, position", |row| {
        let (id, kind): (u32, String) = (row.get(1)?, row.get(2)?);
        let found = match kind.as_str() {
            "band" => bands.remove(&id),
            "group" => groups.remove(&id),
            "item" => items.remove(&id),
            other => return Err(unknown(2, other)),
        };
        found.and_then(|mut found| found.pop()).ok_or_else(|| unknown(2, "row without its words"))
    })
}

fn items(from: &Connection) -> Result<By<Row>, StoreError> {
    let mut criteria =
        by(from, "SELECT item, code FROM item_criteria ORDER BY item, position", |row| row.get(1))?;
    by(
        from,
        "SELECT id, criterion_text, problem, content, target, level_now, level_target, actions,
         indicator, responsible, responsible_corrected, time, time_corrected, budget,
         budget_corrected, resources, support, evidence, status, note FROM items",
        |row| {
            let id: u32 = row.get(0)?;
            Ok(Row::Item(Arc::new(Item {
                id: Id(id),
                criterion_text: row.get(1)?,
                criteria: take(&mut criteria, id),
                problem: get_id(row, 2)?,
                content: row.get(3)?,
                target: row.get(4)?,
                level_now: row.get(5)?,
                level_target: row.get(6)?,
                actions: row.get(7)?,
                indicator: row.get(8)?,
                responsible: Typed { typed: row.get(9)?, corrected: get_json_or_none(row, 10)? },
                time: Typed { typed: row.get(11)?, corrected: get_json_or_none(row, 12)? },
                budget: Typed { typed: row.get(13)?, corrected: get_json_or_none(row, 14)? },
                resources: row.get(15)?,
                support: row.get(16)?,
                evidence: row.get(17)?,
                status: get_word_or_none(row, 18)?,
                note: row.get(19)?,
            })))
        },
    )
}
