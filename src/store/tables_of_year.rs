//! The tables of what happens after a plan was written: copies, scans, the log, self-evaluations.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::cell::{Stored, Words};
use super::table::{Column, Table, column};
use crate::plan::{
    Bytes, Dossier, Evaluation, Event, Frozen, Id, LogEntry, Plan, Rating, Record, Scan,
    SchoolYear, SetAside,
};

/// The column by which what a plan holds names it.
pub(super) const PLAN: &[(&str, &str)] = &[("plan", "INTEGER")];

/// Stands in a record until its own year is read.
pub(super) fn no_year() -> SchoolYear {
    SchoolYear::of(Date::constant(2026, 9, 1))
}

pub(super) static FROZEN: Table<Plan, Arc<Frozen>, Frozen> =
    Table::<Plan, Arc<Frozen>, Frozen>::new(
        "frozen",
        || Frozen {
            id: Id::default(),
            at: DateTime::ZERO,
            body: Bytes::default(),
            pdf: Bytes::default(),
            sha256: String::new(),
        },
        |plan| &plan.frozen,
        |plan, all| plan.frozen = all,
    )
    .own(column!(id: Id))
    .of(PLAN, "plans (id)")
    .columns(&[
        column!(at: DateTime),
        column!(body: Bytes),
        column!(pdf: Bytes),
        column!(sha256: String),
    ]);

pub(super) static SCANS: Table<Plan, Scan, Scan> = Table::<Plan, Scan, Scan>::new(
    "scans",
    || Scan { id: Id::default(), name: String::new(), sha256: String::new(), at: DateTime::ZERO },
    |plan| &plan.scans,
    |plan, all| plan.scans = all,
)
.own(column!(id: Id))
.of(PLAN, "plans (id)")
.columns(&[column!(name: String), column!(sha256: String), column!(at: DateTime)]);

pub(super) static LOG: Table<Plan, LogEntry, LogEntry> = Table::<Plan, LogEntry, LogEntry>::new(
    "log",
    || LogEntry {
        id: Id::default(),
        at: DateTime::ZERO,
        event: Event::default(),
        about: None,
        who: String::new(),
        text: String::new(),
    },
    |plan| &plan.log,
    |plan, all| plan.log = all,
)
.own(column!(id: Id))
.of(PLAN, "plans (id)")
.texts(LogEntry::TEXTS)
.columns(&[column!(at: DateTime), column!(event: Event), column!(about: Option<Id>)]);

pub(super) static SET_ASIDE: Table<Plan, SetAside, SetAside> =
    Table::<Plan, SetAside, SetAside>::new(
        "set_aside",
        SetAside::default,
        |plan| &plan.set_aside,
        |plan, all| plan.set_aside = all,
    )
    .of(PLAN, "plans (id)")
    .columns(&[column!(code: String), column!(place: String)]);

pub(super) static EVALUATIONS: Table<Dossier, Arc<Evaluation>, Evaluation> =
    Table::<Dossier, Arc<Evaluation>, Evaluation>::new(
        "evaluations",
        || Evaluation::empty(no_year()),
        |dossier| &dossier.evaluations,
        |dossier, all| dossier.evaluations = all,
    )
    .own(column!(school_year: SchoolYear))
    .columns(&[column!(catalogue: Option<String>)])
    .holding(&[&RATINGS]);

static RATINGS: Table<Evaluation, Rating, Rating> = Table::<Evaluation, Rating, Rating>::new(
    "ratings",
    Rating::default,
    |of| &of.ratings,
    |of, all| of.ratings = all,
)
.of(&[("school_year", "TEXT")], "evaluations (school_year)")
.texts(Rating::TEXTS)
.columns(&[column!(code: String), column!(level: Option<u8>), column!(tops_out: bool)]);

pub(super) static OWN_WORDS: Table<Dossier, String, String> =
    Table::<Dossier, String, String>::new(
        "own_words",
        String::new,
        |dossier| &dossier.own_words,
        |dossier, all| dossier.own_words = all,
    )
    .columns(&[Column {
        name: "word",
        kind: String::KIND,
        null: false,
        words: Words::Plain,
        references: None,
        get: |word| word.cell(),
        set: |word, cell| {
            *word = String::read(cell)?;
            Some(())
        },
    }]);
