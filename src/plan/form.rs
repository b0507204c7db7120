//! The forms of the document, as data: parts in order, blocks, columns, default words.

use serde::{Deserialize, Serialize};

use super::{Block, Field};

/// Which form a plan takes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum FormId {
    /// A: the common nine-column form used with the circulars of 2018.
    #[default]
    #[serde(rename = "table-2018")]
    Table2018,
    /// B: no table.
    #[serde(rename = "narrative")]
    Narrative,
    /// C: Biểu 2 of 57/2026/TT-BGDĐT.
    #[serde(rename = "form-2-2026")]
    Form2Of2026,
}

impl FormId {
    /// All forms, in the order lists show them.
    pub const ALL: [Self; 3] = [Self::Table2018, Self::Narrative, Self::Form2Of2026];

    /// Its name in files: "table-2018".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Table2018 => "table-2018",
            Self::Narrative => "narrative",
            Self::Form2Of2026 => "form-2-2026",
        }
    }
}

/// A form of the document. Words in it may hold `{school}`, `{school_year}`,
/// `{last_school_year}`, `{pupils}`, `{head}` and the like ([`super::fill_text`]), filled once from the
/// letterhead when a part is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Which one.
    pub id: FormId,
    /// Its name on the screen.
    pub name: String,
    /// One sentence on when it is used.
    pub about: String,
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

/// Which table of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// The main table.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// All forms the program knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// In the order of [`FormId::ALL`].
    forms: [Form; 3],
}

impl Forms {
    /// Takes the forms in any order; `None` when one is missing.
    #[must_use]
    pub fn new(forms: &[Form]) -> Option<Self> {
        let take = |id| forms.iter().find(|form| form.id == id).cloned();
        Some(Self {
            forms: [take(FormId::Table2018)?, take(FormId::Narrative)?, take(FormId::Form2Of2026)?],
        })
    }

    /// Reads the forms from their JSON, in any order; `None` when one is missing or cannot
    /// be read.
    #[must_use]
    pub fn from_json(texts: &[&str]) -> Option<Self> {
        let forms: Option<Vec<Form>> =
            texts.iter().map(|text| serde_json::from_str(text).ok()).collect();
        Self::new(&forms?)
    }

    /// The form of this name.
    #[must_use]
    pub fn get(&self, id: FormId) -> &Form {
        match id {
            FormId::Table2018 => &self.forms[0],
            FormId::Narrative => &self.forms[1],
            FormId::Form2Of2026 => &self.forms[2],
        }
    }
}

impl Form {
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
