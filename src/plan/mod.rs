//! The domain: what a school's file holds and what it means. Pure: no I/O, no clock.
//!
//! Invariant: nothing here fails on a text that a person typed; what is not
//! understood is said to be not understood, and the text stays letter for letter.
//!
//! The serde types of this room are the JSON file (`"format": 1`).

mod catalogue;
mod check;
mod choose;
mod date;
mod dossier;
mod fill;
mod finding;
mod form;
mod id;
mod ids;
mod item;
mod letterhead;
pub mod make;
mod money;
pub mod number;
mod paragraph;
mod part;
mod period;
mod place;
mod record;
mod row;
mod school_year;
mod texts;
mod timeline;
mod understand;

pub use catalogue::{Catalogue, Criterion, LevelFour, Standard};
pub use check::{check, with_end_mark};
pub use choose::{Insertion, criterion_text, rows_for_criteria, standard_title};
pub use date::PlanDate;
pub use dossier::{Abbreviation, Dossier, FORMAT, TermDates};
pub use fill::{fill_paragraph, fill_part, fill_parts, fill_text};
pub use finding::{Finding, FindingKind, Severity};
pub use form::{
    Column, ColumnSetting, Field, Form, FormId, FormPart, Forms, PrintedColumn, TableKind,
    TableSetting,
};
pub use id::Id;
pub use ids::fresh_ids;
pub use item::{Item, Status, Typed};
pub use letterhead::{Leader, Letterhead, Ownership, SchoolKind};
pub use money::{Money, Per};
pub use paragraph::{Level, Paragraph, Run};
pub use part::{Block, Part, Shown};
pub use period::{Period, Recurs};
pub use place::{InfoField, Place, Spot};
pub use record::{Options, Plan, Problem, Review, Signature, Supervisor, WorkingGroup};
pub use row::{Band, Group, GroupNumber, Row};
pub use school_year::SchoolYear;
pub use texts::Texts;
pub use timeline::{
    By, DUE_SOON_DAYS, Progress, Timeline, TimelineBar, TimelineGroup, TimelineRow, progress,
    short_name, timeline,
};
pub use understand::{
    People, canonical_person, understand_money, understand_people, understand_period,
};
