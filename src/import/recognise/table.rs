//! Which tables are the plan's own, and what their columns mean.

use std::collections::HashMap;

use super::super::draft::{At, Known};
use super::super::source::{Grid, GridCell, GridRow};
use super::lines::{Thing, count};
use crate::plan::{Field, TableKind};
use crate::understand::{field_of_title, title_words};
use crate::words::beginning;

/// How many rows from the top a header may begin in.
const DEEPEST: usize = 4;
/// The longest title of a column, in words: one that says nothing but what its column is.
pub(super) const LONGEST: usize = 16;
/// Of a longer one so many letters are looked at.
const LETTERS: usize = 1_000;
/// A paper with more tables of the plan is none of a school's: those behind are paragraphs.
const TABLES: usize = 200;

/// A table of the plan, over one block of the paper or several.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub kind: TableKind,
    /// Its blocks in their order, each with the row in which its own begin.
    pub blocks: Vec<(usize, usize)>,
    pub titles: Vec<String>,
    /// The titles in plain letters.
    plain: Vec<String>,
    /// What each title means by its words.
    pub fields: Vec<Option<Field>>,
    /// A row (1), (2), … stands under the header.
    pub numbered: bool,
    /// The first row of the header.
    pub header: usize,
}

impl Found {
    /// In which row of a block its own begin; none where the block is none of its.
    pub fn begins_in(&self, block: usize) -> Option<usize> {
        let at = self.blocks.binary_search_by_key(&block, |(block, _)| *block).ok()?;
        self.blocks.get(at).map(|(_, from)| *from)
    }
}

/// A header.
struct Header {
    kind: TableKind,
    from: usize,
    to: usize,
    titles: Vec<String>,
    fields: Vec<Option<Field>>,
    numbered: bool,
}

/// The tables of the plan, in the order of the paper.
pub(super) fn tables(
    things: &[Thing<'_>],
    known: &Known<'_>,
    told: impl Fn(At) -> Option<TableKind>,
) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let known = Titles::of(known);
    let mut last: Option<usize> = None;
    for (at, thing) in things.iter().enumerate() {
        let Thing::Table(block, grid) = thing else { continue };
        let follows = last.is_some_and(|last| last + 1 == at);
        let told = told(At::block(*block));
        let header = header(grid, &known, told);
        let many = found.len() >= TABLES;
        match (header, found.last_mut()) {
            // The same header again: the table goes on.
            (Some(header), Some(table))
                if table.kind == header.kind && same_titles(&header.titles, &table.plain) =>
            {
                // Rows above a header that is typed again are the table's own.
                let from = if header.from == 0 { header.to } else { 0 };
                table.blocks.push((*block, from));
                last = Some(at);
            }
            (Some(header), _) if !many => {
                found.push(Found {
                    kind: header.kind,
                    blocks: vec![(*block, header.to)],
                    plain: header.titles.iter().map(|title| title_words(title)).collect(),
                    titles: header.titles,
                    fields: header.fields,
                    numbered: header.numbered,
                    header: header.from,
                });
                last = Some(at);
            }
            // Cut in two by a page, without its header typed again.
            (None, Some(table)) if follows && table.titles.len() == grid.columns => {
                table.blocks.push((*block, 0));
                last = Some(at);
            }
            (_, _) => {}
        }
    }
    found
}

/// Whether a row is a header typed again.
pub(super) fn is_header_again(row: &GridRow, found: &Found) -> bool {
    // Nearly every row is told by its first words.
    let first = row.cells.iter().find(|cell| !cell.merged_above);
    let plain = first.and_then(|cell| found.plain.get(cell.column));
    if !first.zip(plain).is_some_and(|(cell, plain)| is_same_title(&title_of(cell), plain)) {
        return false;
    }
    let own = titles_of(row, found.titles.len());
    own.iter().filter(|title| !title.is_empty()).count() > 1 && same_titles(&own, &found.plain)
}

/// Whether titles are those known in plain letters, or the beginnings of them.
fn same_titles(own: &[String], plain: &[String]) -> bool {
    own.len() == plain.len() && own.iter().zip(plain).all(|(own, plain)| is_same_title(own, plain))
}

fn is_same_title(own: &str, plain: &str) -> bool {
    let own = title_words(own);
    own == plain || !own.is_empty() && plain.starts_with(&own)
}

/// A row "(1)", "(2)", "(3)": numbers that count.
pub(in super::super) fn is_count(row: &GridRow) -> bool {
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.text().trim().to_owned()).collect();
    let worded: Vec<&String> = texts.iter().filter(|text| !text.is_empty()).collect();
    let number = |text: &str| -> Option<usize> {
        let bare = text.trim_matches(['(', ')', '[', ']', '.']);
        bare.parse().ok().filter(|_| bare.len() <= 2)
    };
    worded.len() >= 3
        && worded.len() + 1 >= texts.len()
        && worded
            .windows(2)
            .all(|pair| number(pair[0]).is_some_and(|one| number(pair[1]) == Some(one + 1)))
}

/// The words of the cells that a row begins with in each column.
fn titles_of(row: &GridRow, columns: usize) -> Vec<String> {
    let mut titles = vec![String::new(); columns];
    for cell in row.cells.iter().filter(|cell| !cell.merged_above) {
        let title = title_of(cell);
        for column in cell.column..cell.column + cell.span.max(1) {
            if let Some(own) = titles.get_mut(column) {
                own.clone_from(&title);
            }
        }
    }
    titles
}

/// What a cell says as a title: each column that it covers has these words.
fn title_of(cell: &GridCell) -> String {
    beginning(cell.text().trim(), LETTERS).to_owned()
}

/// The titles of the forms' columns in plain letters, and what each means, of each kind of table.
struct Titles([(TableKind, HashMap<String, Field>); 3]);

impl Titles {
    fn of(known: &Known<'_>) -> Self {
        let kinds = [TableKind::Rows, TableKind::Problems, TableKind::Reviews];
        Self(kinds.map(|kind| {
            let columns = known.forms.iter().flat_map(|form| form.columns(kind)).rev();
            // Of two that are the same the first counts.
            (kind, columns.map(|column| (title_words(&column.title), column.field)).collect())
        }))
    }

    fn get(&self, kind: TableKind, title: &str) -> Option<Field> {
        let (_, titles) = self.0.iter().find(|(one, _)| *one == kind)?;
        titles.get(title).copied()
    }
}

fn header(grid: &Grid, known: &Titles, told: Option<TableKind>) -> Option<Header> {
    let rows = &grid.rows;
    let mut best = None;
    for (at, row) in rows.iter().enumerate().take(DEEPEST) {
        let (titles, to, numbered) = whole_titles(rows, at, grid.columns);
        let short = titles.iter().all(|title| count(title) <= LONGEST);
        if (!short && told.is_none()) || row.cells.len() < 2 {
            continue;
        }
        let kinds = [TableKind::Rows, TableKind::Problems, TableKind::Reviews];
        for kind in kinds.into_iter().filter(|kind| told.is_none_or(|told| told == *kind)) {
            let (fields, same) = meanings(&titles, kind, known);
            let fits = told.is_some() || fits(kind, &fields);
            let points = fields.iter().flatten().count() + same;
            if fits && best.as_ref().is_none_or(|(best, _)| points > *best) {
                let titles = titles.clone();
                best = Some((points, Header { kind, from: at, to, titles, fields, numbered }));
            }
        }
    }
    best.map(|(_, header)| header)
}

/// The titles of a header that begins in a row, which may go on in the next ones; where its
/// rows end, and whether the last of them counts the columns.
pub(in super::super) fn whole_titles(
    rows: &[GridRow],
    from: usize,
    columns: usize,
) -> (Vec<String>, usize, bool) {
    let mut titles = titles_of(&rows[from], columns);
    let mut to = from + 1;
    let spanned = |row: &GridRow| row.cells.iter().any(|cell| cell.span > 1);
    if let Some(next) = rows.get(to)
        && next.cells.iter().filter(|cell| cell.merged_above).count() * 2 >= columns.max(2) - 1
        && spanned(&rows[from])
    {
        for (title, under) in titles.iter_mut().zip(titles_of(next, columns)) {
            if !under.is_empty() {
                *title = format!("{title}\n{under}");
            }
        }
        to += 1;
    }
    let numbered = rows.get(to).is_some_and(is_count);
    (titles, to + usize::from(numbered), numbered)
}

/// What each title means, and how many a known form has in the same words.
fn meanings(titles: &[String], kind: TableKind, known: &Titles) -> (Vec<Option<Field>>, usize) {
    let mut same = 0;
    let fields = titles
        .iter()
        .map(|title| {
            let words = title_words(title);
            let of_form = known.get(kind, &words).filter(|_| !words.is_empty());
            same += usize::from(of_form.is_some());
            of_form.or_else(|| field_of_title(title, kind))
        })
        .collect();
    (fields, same)
}

/// Whether these are the columns of such a table.
fn fits(kind: TableKind, fields: &[Option<Field>]) -> bool {
    let mut all: Vec<Field> = fields.iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    let has = |field: Field| all.contains(&field);
    let count = all.iter().filter(|field| **field != Field::Tt).count();
    match kind {
        TableKind::Rows => {
            let subject = [Field::CriterionText, Field::Content, Field::Target, Field::Weakness];
            let work = [Field::Actions, Field::Responsible, Field::Time];
            count >= 3 && subject.into_iter().any(has) && work.into_iter().any(has)
        }
        TableKind::Problems => {
            count >= 3 && has(Field::Weakness) && (has(Field::Cause) || has(Field::CurrentState))
        }
        TableKind::Reviews => {
            count >= 3 && has(Field::When) && (has(Field::Adjustment) || has(Field::Assessor))
        }
    }
}
