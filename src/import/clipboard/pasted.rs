//! What the columns and rows of a pasted block mean in a table of a plan.

use std::ops::Range;

use super::super::recognise::{is_count, whole_titles};
use super::super::{Grid, GridCell, GridRow};
use crate::plan::{Field, Status, TableKind};
use crate::understand::{field_of_title, standard_of_title, title_words};
use crate::words::clean_paste;
use crate::words::encodings::{Encoding, is_unicode};

/// The longest title of a column, in letters.
const LONGEST_TITLE: usize = 120;

/// A block of cells as it would come into a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Its columns.
    pub columns: Vec<PastedColumn>,
    /// Its rows without those of titles; a row of cells has one for each column.
    pub rows: Vec<PastedRow>,
    /// Titles were recognised over its columns.
    pub titled: bool,
}

/// A column of a pasted block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedColumn {
    /// Its title; empty where there is none.
    pub title: String,
    /// What is to become of it.
    pub meaning: Meaning,
}

/// What becomes of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It goes into this field.
    Field(Field),
    /// It numbers the rows, which the program does itself.
    Number,
    /// Its title is not known, or there is no column for it: it is not taken.
    Unknown,
    /// A person does not want it.
    Nothing,
}

/// A row of a pasted block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastedRow {
    /// A text for each column.
    Cells(Vec<String>),
    /// The title of a group: "Tiêu chuẩn 2: …".
    Group(String),
    /// Words over the whole width.
    Band(String),
}

impl Pasted {
    /// Reads a block for a table that shows these columns, with their titles. `old`: the letters
    /// are of this encoding.
    #[must_use]
    pub fn of(
        grid: &Grid,
        table: TableKind,
        shown: &[(Field, &str)],
        old: Option<Encoding>,
    ) -> Self {
        let columns = grid.columns;
        let (titles, header) = header(grid, table, shown, old).unwrap_or_default();
        let groups = table == TableKind::Rows;
        let mut pasted = Self { titled: !titles.is_empty(), ..Self::default() };
        let mut above = vec![String::new(); columns];
        let plain: Vec<String> = titles.iter().map(|title| title_words(title)).collect();
        for (at, row) in grid.rows.iter().enumerate() {
            let again = || is_again(row, &plain) || at >= header.end && is_count(row);
            if pasted.titled && (header.contains(&at) || again()) {
                continue;
            }
            let read = |cell: &GridCell| read(&cell.text(), old);
            if let Some(heading) = heading(row, columns, groups, &read) {
                pasted.rows.push(heading);
                continue;
            }
            let cells = cells(row, &above, &read);
            above.clone_from(&cells);
            if cells.iter().any(|text| !text.is_empty()) {
                pasted.rows.push(PastedRow::Cells(cells));
            }
        }
        let title = |at| titles.get(at).map(|title: &String| read(title, old)).unwrap_or_default();
        let mut taken = Vec::new();
        for at in 0..columns {
            let title = title(at);
            let meant = meaning(&title, table, shown).filter(|field| !taken.contains(field));
            let meaning = match meant {
                Some(Field::Tt) => Meaning::Number,
                Some(Field::Status) if !pasted.tells_status(at) => Meaning::Unknown,
                Some(field) => Meaning::Field(field),
                None => Meaning::Unknown,
            };
            taken.extend(meant);
            pasted.columns.push(PastedColumn { title, meaning });
        }
        pasted
    }

    /// Without titles the columns go into these fields, one after the other.
    pub fn go_across(&mut self, fields: &[Field]) {
        for at in 0..self.columns.len() {
            let field = fields.get(at).copied();
            let field = field.filter(|field| *field != Field::Status || self.tells_status(at));
            self.columns[at].meaning = field.map_or(Meaning::Unknown, Meaning::Field);
        }
    }

    /// Whether every text of a column says how far something has come.
    #[must_use]
    pub fn tells_status(&self, column: usize) -> bool {
        self.texts(column).all(|text| text.is_empty() || status(text).is_some())
    }

    /// The texts of a column.
    pub fn texts(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| match row {
            PastedRow::Cells(cells) => cells.get(column).map(String::as_str),
            PastedRow::Group(_) | PastedRow::Band(_) => None,
        })
    }

    /// How many rows hold cells.
    #[must_use]
    pub fn records(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, PastedRow::Cells(_))).count()
    }
}

/// How far something has come, by its words.
pub(super) fn status(text: &str) -> Option<Status> {
    match title_words(text).as_str() {
        "hoan thanh" | "da hoan thanh" => Some(Status::Done),
        "dang thuc hien" => Some(Status::UnderWay),
        "chua hoan thanh" => Some(Status::NotDone),
        _ => None,
    }
}

/// The words of a cell as they are kept.
fn read(text: &str, old: Option<Encoding>) -> String {
    let lines = text.lines().map(|line| match old {
        Some(encoding) if !is_unicode(line) => encoding.read(line),
        _ => line.to_owned(),
    });
    clean_paste(&lines.collect::<Vec<_>>().join("\n")).trim().to_owned()
}

/// The field of a title among those shown: by the very words of a column, else by what they mean.
fn meaning(title: &str, table: TableKind, shown: &[(Field, &str)]) -> Option<Field> {
    let words = title_words(title);
    let same = shown.iter().find(|(_, known)| !words.is_empty() && title_words(known) == words);
    let meant =
        || field_of_title(title, table).filter(|field| *field == Field::Tt || has(shown, *field));
    same.map(|(field, _)| *field).or_else(meant)
}

fn has(shown: &[(Field, &str)], field: Field) -> bool {
    shown.iter().any(|(known, _)| *known == field)
}

/// The titles of the columns and the rows they stand in: the first row of several cells, of
/// which at least two are known titles of different columns.
fn header(
    grid: &Grid,
    table: TableKind,
    shown: &[(Field, &str)],
    old: Option<Encoding>,
) -> Option<(Vec<String>, Range<usize>)> {
    let at = grid.rows.iter().position(|row| row.cells.len() > 1)?;
    let (titles, to, _) = whole_titles(&grid.rows, at, grid.columns);
    let short = titles.iter().all(|title| title.chars().count() <= LONGEST_TITLE);
    let mut known: Vec<Field> =
        titles.iter().filter_map(|title| meaning(&read(title, old), table, shown)).collect();
    known.sort_unstable();
    known.dedup();
    let all = titles.iter().filter(|title| !title.is_empty()).count();
    (short && known.len() > 1 && known.len() * 2 >= all).then_some((titles, at..to))
}

/// Whether a row is that of the titles typed again.
fn is_again(row: &GridRow, plain: &[String]) -> bool {
    row.cells.len() > 1
        && row.cells.iter().all(|cell| {
            plain.get(cell.column).is_some_and(|title| title_words(&cell.text()) == *title)
        })
}

/// A row that is the title of a group, or words over the whole width.
fn heading(
    row: &GridRow,
    columns: usize,
    groups: bool,
    read: &dyn Fn(&GridCell) -> String,
) -> Option<PastedRow> {
    if !groups || columns < 2 {
        return None;
    }
    let worded: Vec<(&GridCell, String)> = row
        .cells
        .iter()
        .filter(|cell| !cell.merged_above)
        .map(|cell| (cell, read(cell)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let (cell, text) = match worded.as_slice() {
        [one] => one,
        // Its number before it.
        [(_, number), rest] if number.chars().count() <= 5 => rest,
        _ => return None,
    };
    if standard_of_title(text).is_some() {
        return Some(PastedRow::Group(text.clone()));
    }
    let whole = worded.len() == 1 && cell.span >= columns;
    whole.then(|| PastedRow::Band(text.clone()))
}

/// A text for each column; a cell that goes over several rows stands in each.
fn cells(row: &GridRow, above: &[String], read: &dyn Fn(&GridCell) -> String) -> Vec<String> {
    let mut cells = vec![String::new(); above.len()];
    for cell in &row.cells {
        let Some(text) = cells.get_mut(cell.column) else { continue };
        *text = if cell.merged_above {
            above.get(cell.column).cloned().unwrap_or_default()
        } else {
            read(cell)
        };
    }
    cells
}
