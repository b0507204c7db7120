//! The tables of what plans are written by: catalogues, forms, abbreviations, term dates.

use std::sync::Arc;

use jiff::civil::Date;

use super::cell::{Stored, Words};
use super::table::{Column, Table, column};
use super::tables_of_year::no_year;
use crate::plan::{
    Abbreviation, Catalogue, Criterion, Dossier, Form, FormId, LevelFour, Record, SchoolYear,
    Standard, TermDates,
};

const CATALOGUE: &[(&str, &str)] = &[("catalogue", "TEXT")];

pub(super) static CATALOGUES: Table<Dossier, Arc<Catalogue>, Catalogue> =
    Table::<Dossier, Arc<Catalogue>, Catalogue>::new(
        "catalogues",
        Catalogue::default,
        |dossier| &dossier.catalogues,
        |dossier, all| dossier.catalogues = all,
    )
    .own(column!(id: String))
    .columns(&[
        column!(circular: String),
        column!(amended_by: Option<String>),
        column!(in_force_from: Option<Date>),
        column!(in_force_to: Option<Date>),
        column!(school_kinds: Vec<String>),
        column!(levels: u8),
        column!(has_level_4: bool),
        column!(verified_against_official_text: bool),
    ])
    .holding(&[&STANDARDS, &LEVEL_4]);

static STANDARDS: Table<Catalogue, Standard, Standard> =
    Table::<Catalogue, Standard, Standard>::new(
        "standards",
        Standard::default,
        |of| &of.standards,
        |of, all| of.standards = all,
    )
    .of(CATALOGUE, "catalogues (id)")
    .columns(&[column!(number: u8), column!(name: String)])
    .holding(&[&CRITERIA]);

static CRITERIA: Table<Standard, Criterion, Criterion> =
    Table::<Standard, Criterion, Criterion>::new(
        "criteria",
        Criterion::default,
        |of| &of.criteria,
        |of, all| of.criteria = all,
    )
    .of(&[("catalogue", "TEXT"), ("standard", "INTEGER")], "standards (catalogue, ord)")
    .columns(&[
        column!(code: String),
        column!(name: String),
        column!(mandatory: bool),
        column!(missing_levels: Vec<u8>),
        column!(requirements: Vec<String>),
    ]);

static LEVEL_4: Table<Catalogue, LevelFour, LevelFour> =
    Table::<Catalogue, LevelFour, LevelFour>::new(
        "level_4",
        LevelFour::default,
        |of| &of.level_4,
        |of, all| of.level_4 = all,
    )
    .of(CATALOGUE, "catalogues (id)")
    .columns(&[column!(number: u8), column!(short_name: String)]);

/// A form travels whole: `content` is the JSON of its own file.
pub(super) static FORMS: Table<Dossier, Arc<Form>, Form> = Table::<Dossier, Arc<Form>, Form>::new(
    "forms",
    Form::default,
    |dossier| &dossier.forms,
    |dossier, all| dossier.forms = all,
)
.own(Column {
    name: "id",
    kind: FormId::KIND,
    null: false,
    words: Words::None,
    references: None,
    get: |form| form.id.cell(),
    set: |form, cell| (form.id == FormId::read(cell)?).then_some(()),
})
.columns(&[Column {
    name: "content",
    kind: "TEXT",
    null: false,
    words: Words::None,
    references: None,
    get: |form| form.cell(),
    set: |form, cell| {
        *form = Form::read(cell)?;
        Some(())
    },
}]);

pub(super) static ABBREVIATIONS: Table<Dossier, Abbreviation, Abbreviation> =
    Table::<Dossier, Abbreviation, Abbreviation>::new(
        "abbreviations",
        Abbreviation::default,
        |dossier| &dossier.abbreviations,
        |dossier, all| dossier.abbreviations = all,
    )
    .texts(Abbreviation::TEXTS);

pub(super) static TERM_DATES: Table<Dossier, TermDates, TermDates> =
    Table::<Dossier, TermDates, TermDates>::new(
        "term_dates",
        || TermDates::usual(no_year()),
        |dossier| &dossier.term_dates,
        |dossier, all| dossier.term_dates = all,
    )
    .columns(&[
        column!(school_year: SchoolYear),
        column!(start: Date),
        column!(term_1_end: Date),
        column!(end: Date),
    ]);
