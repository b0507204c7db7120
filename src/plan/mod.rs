//! The domain: what a school's file holds and what it means. Pure: no I/O, no clock.
//!
//! Invariant: nothing here fails on a text that a person typed; what is not
//! understood is said to be not understood, and the text stays letter for letter.
//!
//! The serde types of this room are the JSON file (`"format": 4`).

mod bytes;
mod catalogue;
mod concession;
mod correspondence;
mod date;
mod dossier;
mod evaluation;
mod facts;
mod field;
pub(crate) mod fill;
mod followed;
mod form;
mod id;
mod ids;
mod item;
pub(crate) mod json;
mod letterhead;
mod money;
pub mod number;
mod page;
mod paragraph;
mod part;
mod period;
mod place;
mod record;
mod reference;
mod row;
mod rules;
mod run_field;
mod school_year;
mod sent_round;
mod text_of;
mod text_table;
mod texts;
mod visit;

pub use bytes::Bytes;
pub use catalogue::{Catalogue, CatalogueKind, Criterion, LevelFour, Standard};
pub use concession::{Concession, GivenUp};
pub use correspondence::Correspondence;
pub use date::PlanDate;
pub use dossier::{Abbreviation, Dossier, FORMAT, TermDates};
pub use evaluation::{Evaluation, Rating};
pub use facts::NO_VALUE;
pub use field::{Access, Field, Record, TextField, TextKind, lines_of};
pub use fill::{FILL_WORDS, fill_paragraphs, fill_part, fill_parts, fill_text, fill_words_in};
pub use followed::{Event, Frozen, LogEntry, Paper, Scan, SetAside};
pub use form::{
    Column, ColumnSetting, Form, FormId, FormKind, FormPart, PrintedColumn, ScreenWidth, TableKind,
    TableSetting, stand_ins,
};
pub use id::Id;
pub use ids::fresh_ids;
pub use item::{Item, Status, Typed};
pub use letterhead::{Leader, Letterhead, Ownership, SchoolKind};
pub use money::{Money, Per};
pub use page::{
    EdgeMargin, FirstLine, LeftMargin, Letters, LineSpacing, PageLook, ParagraphGap, RightMargin,
    Within,
};
pub use paragraph::{Level, Paragraph, Run};
pub use part::{Block, Part, Shown};
pub use period::{Period, Recurs};
pub use place::{InfoField, Place, RecordId, Spot};
pub use record::{Member, Options, Plan, Problem, Review, Signature, Supervisor, WorkingGroup};
pub use reference::{OldText, Reference};
pub use row::{Band, Group, GroupNumber, Row};
pub use rules::{Broken, LAST_ID, Rule};
pub use run_field::RunField;
pub use school_year::SchoolYear;
pub use sent_round::{ID_KEY, MEMORY, UNDERSTOOD_KEY};
pub use text_table::{TextColumn, TextRow, TextTable};
pub use texts::Texts;
pub use visit::{TextOf, each_text, each_text_of};
