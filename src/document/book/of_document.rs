//! Any document as sheets: one for each of its tables, under the heading it stands under; where
//! it has no table, its words line by line.
//!
//! Invariant: every word of a table is in a cell, letter for letter; what is a number on paper is
//! a number, so that a spreadsheet can reckon with it.

use super::plan::spread;
use super::{Book, CellValue, Sheet, SheetCell, SheetColumn, SheetRow, SheetRowKind};
use crate::document::{Block, Cell, Document, Piece, Role, Table, TableRow, Text};
use crate::plan::number::Marker;
use crate::words;

/// So many letters has the name of a sheet at most, in Excel's way of counting.
const LONGEST_NAME: usize = 31;
/// A spreadsheet knows whole numbers under this one exactly.
const EXACT: u64 = 1 << 53;
/// The name of a sheet under no heading.
const NAMELESS: &str = "Bảng";
/// The one of a document without tables.
const WORDS: &str = "Nội dung";

/// A document as sheets.
#[must_use]
pub fn document_book(document: &Document) -> Book {
    let lead = [words::upper(&document.title), document.author.clone()];
    let lead: Vec<String> = lead.into_iter().filter(|line| !line.is_empty()).collect();
    let mut sheets: Vec<Sheet> = Vec::new();
    // Over the next table: its heading, and the words after that.
    let (mut heading, mut words) = (String::new(), String::new());
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) if is_heading(text) => {
                heading = one_line(&plain(text, false));
                words.clear();
            }
            Block::Paragraph(text) if text.role == Role::Body => {
                words = one_line(&plain(text, true));
            }
            Block::Table(table) => {
                let name = if heading.is_empty() { NAMELESS } else { &heading };
                let mut sheet = of_table(table, free_name(name, &sheets));
                sheet.lead.clone_from(&lead);
                let over = [&heading, &words].into_iter().filter(|line| !line.is_empty()).cloned();
                sheet.lead.extend(over);
                words.clear();
                sheets.push(sheet);
            }
            _ => {}
        }
    }
    if sheets.is_empty() {
        let rows = document.blocks.iter().flat_map(lines).filter(|line| !line.trim().is_empty());
        let rows = rows.flat_map(|line| spread(vec![CellValue::Text(line).into()]));
        sheets.push(Sheet {
            name: WORDS.to_owned(),
            lead,
            columns: vec![column(WORDS.to_owned(), false)],
            rows: rows.collect(),
            ..Sheet::default()
        });
    }
    Book { title: document.title.clone(), author: document.author.clone(), sheets }
}

fn is_heading(text: &Text) -> bool {
    matches!(text.role, Role::PartHeading | Role::Heading | Role::Centred)
}

/// The words of a paragraph, with its number where `numbered`.
fn plain(text: &Text, numbered: bool) -> String {
    let words: String = text.runs.iter().map(|run| run.text.as_str()).collect();
    if numbered && text.marker != Marker::None {
        format!("{}{words}", text.marker.words())
    } else {
        words
    }
}

fn of_table(table: &Table, name: String) -> Sheet {
    let columns = table.columns.iter().map(|one| column(one.title.clone(), one.centred));
    let columns: Vec<SheetColumn> = columns.collect();
    let mut rows = Vec::new();
    for row in &table.rows {
        match row {
            TableRow::Band(words) => rows.push(heading(&[words])),
            TableRow::Group { tt, title, tt_column: true } => {
                rows.push(heading(&[&tt.sign(), title]));
            }
            TableRow::Group { tt, title, .. } => {
                rows.push(heading(&[&format!("{}{title}", tt.words())]));
            }
            TableRow::Cells(cells) => {
                let sums = cells.len() > 1 && cells.iter().all(|cell| cell.bold);
                let kind = if sums { SheetRowKind::Heading } else { SheetRowKind::Record };
                let cells = cells.iter().enumerate().map(|(at, cell)| value(at, cell).into());
                let spread = spread(cells.collect());
                rows.extend(spread.into_iter().map(|row| SheetRow { kind, ..row }));
            }
        }
    }
    Sheet { name, columns, rows, ..Sheet::default() }
}

/// A number where the words are one as the program writes it; a count of rows stays words.
fn value(column: usize, cell: &Cell) -> CellValue {
    let digits: String = cell.text.chars().filter(char::is_ascii_digit).collect();
    match digits.parse::<u64>() {
        Ok(number) if column > 0 && number < EXACT && words::number(number) == cell.text => {
            CellValue::Number(number)
        }
        _ => CellValue::text(&cell.text),
    }
}

fn heading(words: &[&str]) -> SheetRow {
    let cells = words.iter().map(|words| SheetCell::from(CellValue::text(words)));
    SheetRow { kind: SheetRowKind::Heading, cells: cells.collect() }
}

fn column(title: String, centred: bool) -> SheetColumn {
    SheetColumn { title, centred, printed: true, ..SheetColumn::default() }
}

/// The words of a block without a table, line by line.
fn lines(block: &Block) -> Vec<String> {
    let pieces = |pieces: &[Piece]| {
        let words = pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Blank(_) => "……",
        });
        words.collect::<Vec<_>>().join(" ")
    };
    match block {
        Block::Letterhead(head) => {
            let school = head.governing_body.iter().chain(&head.school).cloned();
            school.chain([pieces(&head.number), pieces(&head.date)]).collect()
        }
        Block::Title { doc_type, subject } => {
            std::iter::once(doc_type).chain(subject).cloned().collect()
        }
        Block::Paragraph(text) => vec![plain(text, true)],
        Block::Columns(columns) => columns.rows.iter().map(|row| row.join(" ")).collect(),
        Block::Signatures(foot) => {
            let blocks = foot.blocks.iter().flat_map(|one| one.lines.iter().chain([&one.name]));
            foot.recipients.iter().chain(blocks).cloned().collect()
        }
        Block::Table(_)
        | Block::Timeline(_)
        | Block::Chart(_)
        | Block::NewSheet
        | Block::Appendix => Vec::new(),
    }
}

/// A name that no sheet has yet, of letters that Excel allows, whole words as far as there is room.
fn free_name(words: &str, sheets: &[Sheet]) -> String {
    let allowed = words.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let name = one_line(allowed.trim_end_matches(['.', ';', ' ']));
    let name = if name.is_empty() { NAMELESS.to_owned() } else { name };
    let taken =
        |name: &str| sheets.iter().any(|sheet| sheet.name.to_lowercase() == name.to_lowercase());
    // One more than there are sheets: one of these is free.
    (1..=sheets.len() + 1)
        .map(|number| {
            let end = if number == 1 { String::new() } else { format!(" ({number})") };
            format!("{}{end}", shortened(&name, LONGEST_NAME - end.len()))
        })
        .find(|name| !taken(name))
        .unwrap_or(name)
}

/// As many whole words as have room; of a longer one, so many letters.
fn shortened(name: &str, room: usize) -> &str {
    let mut used = 0;
    let mut end = 0;
    for (at, letter) in name.char_indices() {
        used += letter.len_utf16();
        if used > room {
            let whole = name[..end].rfind(' ').unwrap_or(end);
            return name[..whole].trim_end();
        }
        end = at + letter.len_utf8();
    }
    name
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
