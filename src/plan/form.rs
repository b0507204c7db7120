//! The forms of the document, as data: parts in order, blocks, columns, default words.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Block, Field, Paper, json};

/// The name of a form, in files and in memory: "table-2018", or the one a Sở gave its own.
///
/// Nothing but the `library` knows any of them by heart: what a form prints and how it
/// numbers stand in the form itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FormId(Cow<'static, str>);

impl FormId {
    /// A name that the program brings along.
    #[must_use]
    pub const fn of(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// A name from a file.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self(Cow::Owned(name.into()))
    }

    /// As it is written in files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for FormId {
    /// What a plan that names no form is read as: the common nine-column form.
    fn default() -> Self {
        Self::of("table-2018")
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says of a file, or of a value in one, that it is a form: `"kind": "form"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormKind {
    /// It is.
    #[default]
    #[serde(rename = "form")]
    Form,
}

/// A form of the document. Words in it may hold `{school}`, `{school_year}`,
/// `{last_school_year}`, `{pupils}`, `{head}` and the like ([`super::fill_text`]), filled once from the
/// letterhead when a part is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// What it is.
    #[serde(default)]
    pub kind: FormKind,
    /// Which one.
    pub id: FormId,
    /// Its name.
    pub name: String,
    /// A shorter name for lists; empty: the same.
    #[serde(default)]
    pub short: String,
    /// One sentence on when it is used.
    #[serde(default)]
    pub about: String,
    /// Which kind of paper takes it: only forms of plans are offered for a new plan.
    #[serde(default, skip_serializing_if = "Paper::is_plan")]
    pub paper: Paper,
    /// Whether rows are printed as a narrative and not as a table.
    #[serde(default)]
    pub narrative: bool,
    /// Whether a row (1), (2), … stands under the header of the main table.
    #[serde(default)]
    pub column_numbers: bool,
    /// Whether bands and groups are not printed and items are numbered straight through.
    #[serde(default)]
    pub flat_rows: bool,
    /// Default legal bases; a paragraph with `{circular}` falls where there is no catalogue.
    #[serde(default)]
    pub bases: Vec<super::Paragraph>,
    /// Default opening paragraph.
    #[serde(default)]
    pub opening: Vec<super::Paragraph>,
    /// Its parts, in order.
    pub parts: Vec<FormPart>,
    /// Columns of the main table, in order; also labels of a narrative's fields.
    #[serde(default)]
    pub rows: Vec<Column>,
    /// Columns of the table of problems.
    #[serde(default)]
    pub problems: Vec<Column>,
    /// Columns of the table of reviews.
    #[serde(default)]
    pub reviews: Vec<Column>,
    /// Default reviews ("Cuối học kỳ I", "Cuối năm học").
    #[serde(default)]
    pub review_rows: Vec<super::Review>,
}

/// A part of a form, with the words proposed for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPart {
    /// `purpose`, `bases`, `content`, …
    pub key: String,
    /// Its heading, in sentence case; empty: words without heading and number (the closing).
    pub heading: String,
    /// What stands in it.
    #[serde(deserialize_with = "json::each")]
    pub blocks: Vec<Block>,
    /// Whether the official form has fixed words that may be pasted over ours.
    #[serde(default)]
    pub official_words_differ: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What it prints.
    pub field: Field,
    /// Its title on paper.
    pub title: String,
    /// A shorter title for the screen; empty: the same.
    #[serde(default)]
    pub short: String,
    /// Not shown unless a person asks for it.
    #[serde(default)]
    pub hidden: bool,
}

impl Column {
    /// Its title on the screen.
    #[must_use]
    pub fn short_title(&self) -> &str {
        if self.short.trim().is_empty() { &self.title } else { &self.short }
    }
}

/// The fields printed where this one is empty, unless columns of their own show them
/// (model.md, "Which field prints where").
#[must_use]
pub fn stand_ins(field: Field) -> &'static [Field] {
    match field {
        Field::Content => &[Field::CriterionText],
        Field::Resources => &[Field::Budget, Field::Support],
        _ => &[],
    }
}

/// Which table of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// The main table.
    #[default]
    Rows,
    /// Problems.
    Problems,
    /// Reviews.
    Reviews,
}

/// What a person changed of one table of one form. Columns not named keep the form's
/// order, after those named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSetting {
    /// Of which form.
    pub form: FormId,
    /// Which table.
    pub table: TableKind,
    /// The columns, in the order wanted; those not named follow. A list in the form's order
    /// moves none.
    #[serde(default)]
    pub columns: Vec<ColumnSetting>,
}

/// What a person changed of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnSetting {
    /// Which column.
    pub field: Field,
    /// Not printed.
    #[serde(default)]
    pub hidden: bool,
    /// Another title; none: the form's.
    #[serde(default)]
    pub title: Option<String>,
    /// A fixed share of the table's width, in thousandths; none: from the content.
    #[serde(default)]
    pub width_permille: Option<u16>,
}

/// How wide a person drew one column of one table on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenWidth {
    /// Of which form.
    pub form: FormId,
    /// Which table.
    pub table: TableKind,
    /// Which column.
    pub field: Field,
    /// In egui's points, before any zoom.
    pub points: u16,
}

impl Form {
    /// A form of nothing.
    #[must_use]
    pub fn empty(id: FormId) -> Self {
        Self { id, ..Self::default() }
    }

    /// Its name in lists.
    #[must_use]
    pub fn short_name(&self) -> &str {
        if self.short.trim().is_empty() { &self.name } else { &self.short }
    }

    /// Whether full-width rows such as "MỨC 4" are printed.
    #[must_use]
    pub fn prints_bands(&self) -> bool {
        !self.flat_rows && !self.narrative
    }

    /// Whether the titles of groups are printed.
    #[must_use]
    pub fn prints_groups(&self) -> bool {
        !self.flat_rows
    }

    /// The column that shows a field of this table; where the table has none, that of another.
    #[must_use]
    pub fn column(&self, table: TableKind, field: Field) -> Option<&Column> {
        [self.columns(table), &self.rows, &self.problems, &self.reviews]
            .into_iter()
            .flatten()
            .find(|column| column.field == field)
    }

    /// The columns of one of its tables.
    #[must_use]
    pub fn columns(&self, table: TableKind) -> &[Column] {
        match table {
            TableKind::Rows => &self.rows,
            TableKind::Problems => &self.problems,
            TableKind::Reviews => &self.reviews,
        }
    }

    /// The columns to print, in order, with a plan's own settings applied.
    #[must_use]
    pub fn columns_for(&self, table: TableKind, settings: &[TableSetting]) -> Vec<PrintedColumn> {
        let setting =
            settings.iter().find(|setting| setting.form == self.id && setting.table == table);
        let chosen: &[ColumnSetting] = setting.map_or(&[], |setting| &setting.columns);
        let of_form = self.columns(table);
        let place = |field| of_form.iter().position(|column| column.field == field);
        let print = |column: &Column| {
            let change = chosen.iter().find(|change| change.field == column.field);
            PrintedColumn {
                field: column.field,
                title: change
                    .and_then(|change| change.title.clone())
                    .unwrap_or_else(|| column.title.clone()),
                hidden: change.map_or(column.hidden, |change| change.hidden),
                width_permille: change.and_then(|change| change.width_permille),
            }
        };
        let named: Vec<usize> = chosen.iter().filter_map(|change| place(change.field)).collect();
        // A list that keeps the form's order moves no column; any other stands first.
        if named.is_sorted() {
            return of_form.iter().map(print).collect();
        }
        let mut order = Vec::new();
        for index in named.into_iter().chain(0..of_form.len()) {
            if !order.contains(&index) {
                order.push(index);
            }
        }
        order.into_iter().filter_map(|index| of_form.get(index)).map(print).collect()
    }
}

/// A column of a form with a plan's own settings applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedColumn {
    /// What it prints.
    pub field: Field,
    /// Its title on paper.
    pub title: String,
    /// Not printed.
    pub hidden: bool,
    /// A fixed share of the table's width, in thousandths.
    pub width_permille: Option<u16>,
}
