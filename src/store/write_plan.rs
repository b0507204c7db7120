//! Brings one plan in the file to another value of it.

use std::collections::HashMap;
use std::mem::discriminant;
use std::sync::Arc;

use rusqlite::{Transaction, params};

use super::value::{json, word};
use super::{StoreError, write, write_rows};
use crate::plan::{Block, Id, Paragraph, Part, Plan};

/// Takes out what the new value no longer holds: its numbers may come back elsewhere.
pub(super) fn take_out(to: &Transaction<'_>, old: &Plan, new: &Plan) -> Result<(), StoreError> {
    let kinds: HashMap<Id, _> = new.rows.iter().map(|row| (row.id(), discriminant(row))).collect();
    let mut delete = to.prepare_cached("DELETE FROM plan_rows WHERE id = ?1")?;
    for row in &old.rows {
        if kinds.get(&row.id()) != Some(&discriminant(row)) {
            delete.execute([row.id().0])?;
        }
    }
    let mut delete = to.prepare_cached("DELETE FROM parts WHERE id = ?1")?;
    for part in old.parts.iter().filter(|old| new.parts.iter().all(|part| part.id != old.id)) {
        delete.execute([part.id.0])?;
    }
    let mut delete = to.prepare_cached("DELETE FROM problems WHERE id = ?1")?;
    for one in old.problems.iter().filter(|one| new.problem(one.id).is_none()) {
        delete.execute([one.id.0])?;
    }
    if old.working_groups != new.working_groups {
        to.prepare_cached("DELETE FROM working_groups WHERE plan = ?1")?.execute([old.id.0])?;
    }
    if old.supervisors != new.supervisors {
        to.prepare_cached("DELETE FROM supervisors WHERE plan = ?1")?.execute([old.id.0])?;
    }
    if old.reviews != new.reviews {
        to.prepare_cached("DELETE FROM reviews WHERE plan = ?1")?.execute([old.id.0])?;
    }
    if old.signatures != new.signatures {
        to.prepare_cached("DELETE FROM signatures WHERE plan = ?1")?.execute([old.id.0])?;
    }
    Ok(())
}

/// Writes what differs from the old value, from which [`take_out`] has been done.
pub(super) fn bring_in(
    to: &Transaction<'_>,
    old: Option<&Plan>,
    new: &Plan,
    position: i64,
) -> Result<(), StoreError> {
    head(to, new, position)?;
    if old.is_none_or(|old| old.letterhead != new.letterhead) {
        write::letterhead(to, Some(new.id), &new.letterhead)?;
    }
    if old.is_none_or(|old| old.subject != new.subject) {
        lines(to, new.id, "subject", &new.subject)?;
    }
    if old.is_none_or(|old| old.recipients != new.recipients) {
        lines(to, new.id, "recipients", &new.recipients)?;
    }
    if old.is_none_or(|old| old.bases != new.bases) {
        paragraphs(to, new.id, "bases", &new.bases)?;
    }
    if old.is_none_or(|old| old.opening != new.opening) {
        paragraphs(to, new.id, "opening", &new.opening)?;
    }
    parts(to, old, new)?;
    problems(to, old, new)?;
    write_rows::rows(to, old, new)?;
    people(to, old, new)?;
    if old.is_none_or(|old| old.reviews != new.reviews) {
        reviews(to, new)?;
    }
    if old.is_none_or(|old| old.signatures != new.signatures) {
        signatures(to, new)?;
    }
    if old.is_none_or(|old| old.options.columns != new.options.columns) {
        table_settings(to, new)?;
    }
    if old.is_none_or(|old| old.options.screen_widths != new.options.screen_widths) {
        screen_widths(to, new)?;
    }
    Ok(())
}

fn head(to: &Transaction<'_>, new: &Plan, position: i64) -> Result<(), StoreError> {
    to.prepare_cached(
        "INSERT INTO plans VALUES
         (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         ON CONFLICT (id) DO UPDATE SET position = ?2, label = ?3, school_year = ?4, amends = ?5,
         form = ?6, catalogue = ?7, number = ?8, symbol = ?9, day = ?10, month = ?11, year = ?12,
         doc_type = ?13, bases_italic = ?14, tables_across = ?15, draft_mark = ?16",
    )?
    .execute(params![
        new.id.0,
        position,
        new.label,
        word(&new.school_year),
        new.amends.map(|id| id.0),
        new.form.as_str(),
        new.catalogue,
        new.number,
        new.symbol,
        new.date.day,
        new.date.month,
        new.date.year,
        new.doc_type,
        new.bases_italic,
        new.options.tables_across,
        new.options.draft_mark
    ])?;
    Ok(())
}

fn lines(to: &Transaction<'_>, plan: Id, list: &str, new: &[String]) -> Result<(), StoreError> {
    to.prepare_cached("DELETE FROM lines WHERE plan = ?1 AND list = ?2")?
        .execute(params![plan.0, list])?;
    let mut insert = to.prepare_cached("INSERT INTO lines VALUES (?1, ?2, ?3, ?4)")?;
    for (position, line) in (0_i64..).zip(new) {
        insert.execute(params![plan.0, list, position, line])?;
    }
    Ok(())
}

fn paragraphs(
    to: &Transaction<'_>,
    plan: Id,
    list: &str,
    new: &[Paragraph],
) -> Result<(), StoreError> {
    to.prepare_cached("DELETE FROM paragraphs WHERE plan = ?1 AND list = ?2")?
        .execute(params![plan.0, list])?;
    let mut insert = to.prepare_cached("INSERT INTO paragraphs VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, one) in (0_i64..).zip(new) {
        let (level, runs) = (word(&one.level), json(&one.runs));
        insert.execute(params![plan.0, list, position, level, one.is_heading, runs])?;
    }
    Ok(())
}

fn parts(to: &Transaction<'_>, old: Option<&Plan>, new: &Plan) -> Result<(), StoreError> {
    let old: HashMap<Id, (i64, &Arc<Part>)> = old
        .into_iter()
        .flat_map(|plan| (0_i64..).zip(&plan.parts))
        .map(|(position, part)| (part.id, (position, part)))
        .collect();
    for (position, part) in (0_i64..).zip(&new.parts) {
        let known = old.get(&part.id);
        if known.is_some_and(|(place, known)| *place == position && *known == part) {
            continue;
        }
        to.prepare_cached(
            "INSERT INTO parts VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE
             SET plan = ?2, position = ?3, key = ?4, heading = ?5, shown = ?6",
        )?
        .execute(params![
            part.id.0,
            new.id.0,
            position,
            part.key,
            part.heading,
            word(&part.shown)
        ])?;
        if known.is_none_or(|(_, known)| known.blocks != part.blocks) {
            blocks(to, part)?;
        }
    }
    Ok(())
}

fn blocks(to: &Transaction<'_>, part: &Part) -> Result<(), StoreError> {
    to.prepare_cached("DELETE FROM blocks WHERE part = ?1")?.execute([part.id.0])?;
    let mut insert = to.prepare_cached("INSERT INTO blocks VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, block) in (0_i64..).zip(&part.blocks) {
        let kind = match block {
            Block::Paragraph(one) => {
                let (level, runs) = (word(&one.level), json(&one.runs));
                insert.execute(params![
                    part.id.0,
                    position,
                    "paragraph",
                    level,
                    one.is_heading,
                    runs
                ])?;
                continue;
            }
            Block::Rows => "rows",
            Block::Problems => "problems",
            Block::Reviews => "reviews",
            Block::Members => "members",
            Block::Groups => "groups",
        };
        let none: Option<String> = None;
        insert.execute(params![part.id.0, position, kind, none, none, none])?;
    }
    Ok(())
}

fn problems(to: &Transaction<'_>, old: Option<&Plan>, new: &Plan) -> Result<(), StoreError> {
    let before = old.map_or(&[][..], |plan| &plan.problems);
    for (index, (position, one)) in (0_i64..).zip(&new.problems).enumerate() {
        if before.get(index) == Some(one) {
            continue;
        }
        to.prepare_cached(
            "INSERT INTO problems VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET plan = ?2, position = ?3, standard_text = ?4,
             criterion_text = ?5, criteria = ?6, current_state = ?7, weakness = ?8, cause = ?9",
        )?
        .execute(params![
            one.id.0,
            new.id.0,
            position,
            one.standard_text,
            one.criterion_text,
            json(&one.criteria),
            one.current_state,
            one.weakness,
            one.cause
        ])?;
    }
    Ok(())
}

fn people(to: &Transaction<'_>, old: Option<&Plan>, new: &Plan) -> Result<(), StoreError> {
    if old.is_none_or(|old| old.working_groups != new.working_groups) {
        let mut insert =
            to.prepare_cached("INSERT INTO working_groups VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (position, one) in (0_i64..).zip(&new.working_groups) {
            insert.execute(params![
                one.id.0,
                new.id.0,
                position,
                one.label,
                one.task,
                json(&one.standards),
                json(&one.members)
            ])?;
        }
    }
    if old.is_none_or(|old| old.supervisors != new.supervisors) {
        let mut insert =
            to.prepare_cached("INSERT INTO supervisors VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        for (position, one) in (0_i64..).zip(&new.supervisors) {
            insert.execute(params![
                one.id.0,
                new.id.0,
                position,
                one.title,
                one.name,
                one.position,
                one.what,
                one.group.map(|id| id.0)
            ])?;
        }
    }
    Ok(())
}

fn reviews(to: &Transaction<'_>, new: &Plan) -> Result<(), StoreError> {
    let mut insert =
        to.prepare_cached("INSERT INTO reviews VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
    for (position, one) in (0_i64..).zip(&new.reviews) {
        insert.execute(params![
            one.id.0,
            new.id.0,
            position,
            one.when,
            one.content,
            one.result,
            one.adjustment,
            one.assessor
        ])?;
    }
    Ok(())
}

fn signatures(to: &Transaction<'_>, new: &Plan) -> Result<(), StoreError> {
    let mut insert = to.prepare_cached("INSERT INTO signatures VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, one) in (0_i64..).zip(&new.signatures) {
        insert.execute(params![
            one.id.0,
            new.id.0,
            position,
            json(&one.authority),
            one.position,
            one.name
        ])?;
    }
    Ok(())
}

fn table_settings(to: &Transaction<'_>, new: &Plan) -> Result<(), StoreError> {
    to.prepare_cached("DELETE FROM table_settings WHERE plan = ?1")?.execute([new.id.0])?;
    let mut insert = to.prepare_cached("INSERT INTO table_settings VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, one) in (0_i64..).zip(&new.options.columns) {
        insert.execute(params![
            new.id.0,
            position,
            word(&one.form),
            word(&one.table),
            json(&one.columns)
        ])?;
    }
    Ok(())
}

fn screen_widths(to: &Transaction<'_>, new: &Plan) -> Result<(), StoreError> {
    to.prepare_cached("DELETE FROM screen_widths WHERE plan = ?1")?.execute([new.id.0])?;
    let mut insert =
        to.prepare_cached("INSERT INTO screen_widths VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, one) in (0_i64..).zip(&new.options.screen_widths) {
        insert.execute(params![
            new.id.0,
            position,
            word(&one.form),
            word(&one.table),
            word(&one.field),
            one.points
        ])?;
    }
    Ok(())
}
