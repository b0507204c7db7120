//! Brings a file from one value of the dossier to another, writing only what differs.
//!
//! Values are compared by pointer first. What goes is taken out of all plans
//! before anything comes in, so that a number may move from one to another.

use std::collections::HashSet;
use std::sync::Arc;

use rusqlite::{Transaction, params};

use super::value::{json, word};
use super::{StoreError, write_plan};
use crate::plan::{Catalogue, Dossier, Id, Letterhead};

/// Writes the difference between what the file holds and what it shall hold.
pub(super) fn difference(
    to: &Transaction<'_>,
    old: &Dossier,
    new: &Dossier,
) -> Result<(), StoreError> {
    if old.next_id != new.next_id || old.format != new.format {
        head(to, new)?;
    }
    if old.school != new.school {
        letterhead(to, None, &new.school)?;
    }
    if old.catalogues != new.catalogues {
        catalogues(to, &old.catalogues, &new.catalogues)?;
    }
    if old.forms != new.forms {
        forms(to, new)?;
    }
    if old.abbreviations != new.abbreviations {
        abbreviations(to, new)?;
    }
    if old.term_dates != new.term_dates {
        term_dates(to, new)?;
    }
    let kept: HashSet<Id> = new.plans.iter().map(|plan| plan.id).collect();
    for plan in old.plans.iter().filter(|plan| !kept.contains(&plan.id)) {
        to.prepare_cached("DELETE FROM plans WHERE id = ?1")?.execute([plan.id.0])?;
    }
    for plan in &new.plans {
        if let Some(before) = old.plan(plan.id)
            && !Arc::ptr_eq(before, plan)
        {
            write_plan::take_out(to, before, plan)?;
        }
    }
    for (position, plan) in (0_i64..).zip(&new.plans) {
        let before = old.plan(plan.id);
        if before.is_none_or(|before| !Arc::ptr_eq(before, plan)) {
            write_plan::bring_in(to, before.map(|plan| &**plan), plan, position)?;
        } else if usize::try_from(position).ok().and_then(|at| old.plans.get(at)) != Some(plan) {
            to.prepare_cached("UPDATE plans SET position = ?2 WHERE id = ?1")?
                .execute(params![plan.id.0, position])?;
        }
    }
    Ok(())
}

/// Writes a whole dossier into tables that are empty.
pub(super) fn whole(to: &Transaction<'_>, new: &Dossier) -> Result<(), StoreError> {
    head(to, new)?;
    letterhead(to, None, &new.school)?;
    catalogues(to, &[], &new.catalogues)?;
    forms(to, new)?;
    abbreviations(to, new)?;
    term_dates(to, new)?;
    for (position, plan) in (0_i64..).zip(&new.plans) {
        write_plan::bring_in(to, None, plan, position)?;
    }
    Ok(())
}

fn head(to: &Transaction<'_>, new: &Dossier) -> Result<(), StoreError> {
    to.prepare_cached("INSERT OR REPLACE INTO dossier (id, format, next_id) VALUES (1, ?1, ?2)")?
        .execute(params![new.format, new.next_id.0])?;
    Ok(())
}

/// The letterhead of a plan, or the school's own.
pub(super) fn letterhead(
    to: &Transaction<'_>,
    plan: Option<Id>,
    new: &Letterhead,
) -> Result<(), StoreError> {
    let plan = plan.map(|id| id.0);
    to.prepare_cached("DELETE FROM letterheads WHERE plan IS ?1")?.execute([plan])?;
    to.prepare_cached(
        "INSERT INTO letterheads
         (plan, governing_body, school, kind, ownership, code, place, address)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        plan,
        new.governing_body,
        new.school,
        word(&new.kind),
        word(&new.ownership),
        new.code,
        new.place,
        new.address
    ])?;
    let id = to.last_insert_rowid();
    let mut insert = to.prepare_cached(
        "INSERT INTO leaders (letterhead, position, title, name, post) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (position, leader) in (0_i64..).zip(&new.leaders) {
        insert.execute(params![id, position, leader.title, leader.name, leader.position])?;
    }
    Ok(())
}

fn catalogues(
    to: &Transaction<'_>,
    old: &[Arc<Catalogue>],
    new: &[Arc<Catalogue>],
) -> Result<(), StoreError> {
    // Another order, or one gone, is rare: then all are written again.
    let same_places = old.len() <= new.len() && old.iter().zip(new).all(|(a, b)| a.id == b.id);
    let changed = |index: usize| !same_places || old.get(index) != new.get(index);
    for (_, catalogue) in old.iter().enumerate().filter(|(index, _)| changed(*index)) {
        to.prepare_cached("DELETE FROM catalogues WHERE id = ?1")?.execute([&catalogue.id])?;
    }
    for ((_, catalogue), position) in
        new.iter().enumerate().zip(0_i64..).filter(|((index, _), _)| changed(*index))
    {
        write_catalogue(to, catalogue, position)?;
    }
    Ok(())
}

fn write_catalogue(to: &Transaction<'_>, new: &Catalogue, position: i64) -> Result<(), StoreError> {
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    to.prepare_cached("INSERT INTO catalogues VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
        .execute(params![
        new.id,
        position,
        new.circular,
        new.amended_by,
        date(new.in_force_from),
        date(new.in_force_to),
        json(&new.school_kinds),
        new.levels,
        new.has_level_4,
        new.verified_against_official_text
    ])?;
    for (place, standard) in (0_i64..).zip(&new.standards) {
        to.prepare_cached("INSERT INTO standards VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            new.id,
            place,
            standard.number,
            standard.name
        ])?;
        let mut insert =
            to.prepare_cached("INSERT INTO criteria VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (position, criterion) in (0_i64..).zip(&standard.criteria) {
            insert.execute(params![
                new.id,
                place,
                position,
                criterion.code,
                criterion.name,
                criterion.mandatory,
                json(&criterion.missing_levels)
            ])?;
        }
    }
    let mut insert = to.prepare_cached("INSERT INTO level_4 VALUES (?1, ?2, ?3, ?4)")?;
    for (place, level_four) in (0_i64..).zip(&new.level_4) {
        insert.execute(params![new.id, place, level_four.number, level_four.short_name])?;
    }
    Ok(())
}

fn forms(to: &Transaction<'_>, new: &Dossier) -> Result<(), StoreError> {
    to.execute("DELETE FROM forms", [])?;
    let mut insert = to.prepare_cached("INSERT INTO forms VALUES (?1, ?2, ?3)")?;
    for (position, form) in (0_i64..).zip(&new.forms) {
        insert.execute(params![form.id.as_str(), position, json(&**form)])?;
    }
    Ok(())
}

fn abbreviations(to: &Transaction<'_>, new: &Dossier) -> Result<(), StoreError> {
    to.execute("DELETE FROM abbreviations", [])?;
    let mut insert = to.prepare_cached("INSERT INTO abbreviations VALUES (?1, ?2, ?3)")?;
    for (position, one) in (0_i64..).zip(&new.abbreviations) {
        insert.execute(params![position, one.short, one.long])?;
    }
    Ok(())
}

fn term_dates(to: &Transaction<'_>, new: &Dossier) -> Result<(), StoreError> {
    to.execute("DELETE FROM term_dates", [])?;
    let mut insert = to.prepare_cached("INSERT INTO term_dates VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, dates) in (0_i64..).zip(&new.term_dates) {
        insert.execute(params![
            position,
            word(&dates.school_year),
            dates.start.to_string(),
            dates.term_1_end.to_string(),
            dates.end.to_string()
        ])?;
    }
    Ok(())
}
