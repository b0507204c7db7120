//! Brings a plan's rows in the file to another value: of two thousand rows, only those that differ.

use std::collections::HashMap;

use rusqlite::{Transaction, params};

use super::StoreError;
use super::value::{json, word};
use crate::plan::{Group, GroupNumber, Id, Item, Plan, Row};

/// Writes the rows that came in, moved or changed.
pub(super) fn rows(to: &Transaction<'_>, old: Option<&Plan>, new: &Plan) -> Result<(), StoreError> {
    // The first rows that are where they were and as they were need no look-up.
    let before: &[Row] = old.map_or(&[], |plan| &plan.rows);
    let same = before.iter().zip(&new.rows).take_while(|(a, b)| a == b).count();
    if same == before.len() && same == new.rows.len() {
        return Ok(());
    }
    let known: HashMap<Id, (i64, &Row)> = (0_i64..)
        .zip(before)
        .skip(same)
        .map(|(position, row)| (row.id(), (position, row)))
        .collect();
    let mut insert = to.prepare_cached(
        "INSERT INTO plan_rows VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET plan = ?2, position = ?3",
    )?;
    let mut place = to.prepare_cached("UPDATE plan_rows SET position = ?2 WHERE id = ?1")?;
    for (position, row) in (0_i64..).zip(&new.rows).skip(same) {
        let known = known.get(&row.id()).filter(|(_, known)| same_kind(known, row));
        match known {
            Some((was, known)) => {
                if *was != position {
                    place.execute(params![row.id().0, position])?;
                }
                if *known == row {
                    continue;
                }
            }
            None => {
                insert.execute(params![row.id().0, new.id.0, position, kind(row)])?;
            }
        }
        match row {
            Row::Band(band) => {
                to.prepare_cached("INSERT OR REPLACE INTO bands VALUES (?1, ?2)")?
                    .execute(params![band.id.0, band.text])?;
            }
            Row::Group(group) => write_group(to, group)?,
            Row::Item(item) => {
                let criteria_were = known
                    .and_then(|(_, known)| known.as_item())
                    .map_or(&[][..], |known| &known.criteria);
                write_item(to, item, criteria_were)?;
            }
        }
    }
    Ok(())
}

fn same_kind(a: &Row, b: &Row) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

fn kind(row: &Row) -> &'static str {
    match row {
        Row::Band(_) => "band",
        Row::Group(_) => "group",
        Row::Item(_) => "item",
    }
}

fn write_group(to: &Transaction<'_>, group: &Group) -> Result<(), StoreError> {
    let (tt, typed) = match &group.tt {
        GroupNumber::Auto => ("auto", None),
        GroupNumber::None => ("none", None),
        GroupNumber::Typed(text) => ("typed", Some(text)),
    };
    to.prepare_cached("INSERT OR REPLACE INTO row_groups VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![group.id.0, tt, typed, group.title, group.standard])?;
    Ok(())
}

fn write_item(
    to: &Transaction<'_>,
    item: &Item,
    criteria_were: &[String],
) -> Result<(), StoreError> {
    to.prepare_cached(
        "INSERT OR REPLACE INTO items VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
         ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
    )?
    .execute(params![
        item.id.0,
        item.criterion_text,
        item.problem.map(|id| id.0),
        item.content,
        item.target,
        item.level_now,
        item.level_target,
        item.actions,
        item.indicator,
        item.responsible.typed,
        item.responsible.corrected.as_ref().map(json),
        item.time.typed,
        item.time.corrected.as_ref().map(json),
        item.budget.typed,
        item.budget.corrected.as_ref().map(json),
        item.resources,
        item.support,
        item.evidence,
        item.status.as_ref().map(word),
        item.note
    ])?;
    if item.criteria == criteria_were {
        return Ok(());
    }
    to.prepare_cached("DELETE FROM item_criteria WHERE item = ?1")?.execute([item.id.0])?;
    let mut insert = to.prepare_cached("INSERT INTO item_criteria VALUES (?1, ?2, ?3)")?;
    for (position, code) in (0_i64..).zip(&item.criteria) {
        insert.execute(params![item.id.0, position, code])?;
    }
    Ok(())
}
