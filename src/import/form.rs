//! A form from a JSON file of its own: what a plan could not be written in is refused, with
//! the place named.

use std::collections::HashSet;

use super::error::{ImportError, Problem, at};
use crate::plan::{
    Block, Column, FILL_WORDS, Field, Form, Id, Item, Paragraph, Problem as KeyProblem, Record,
    Review, TableKind, Texts, fill_words_in,
};

/// The longest name of a form, in letters.
const NAME: usize = 64;
/// The longest of its texts, in letters.
const TEXT: usize = 4_000;
/// The most parts, paragraphs before the first of them, and rows of reviews.
const PARTS: usize = 60;
/// The most blocks of a part.
const BLOCKS: usize = 200;
/// The most columns of a table: no paper holds more.
const COLUMNS: usize = 24;

/// The tables and lists that a part may hold once.
const ONCE: [Block; 5] =
    [Block::Rows, Block::Problems, Block::Reviews, Block::Members, Block::Groups];

/// A form that was read, its texts in NFC, its rows of reviews without numbers.
pub(super) fn tidied(form: Form) -> Form {
    let mut form = form.nfc();
    for review in &mut form.review_rows {
        review.id = Id::default();
    }
    form
}

/// Whether a plan could be written in a form.
///
/// # Errors
/// What stands in the way, with its place.
pub fn check_form(form: &Form) -> Result<(), ImportError> {
    check_form_at(form, "")
}

pub(super) fn check_form_at(form: &Form, before: &str) -> Result<(), ImportError> {
    let place = |what: &str| format!("{before}{what}");
    let id = form.id.as_str();
    if id.is_empty() {
        return Err(at(place("id"), Problem::Empty));
    }
    let plain =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    if id.len() > NAME || !id.chars().all(plain) {
        return Err(at(place("id"), Problem::BadName(id.to_owned())));
    }
    for (what, text) in [("name", &form.name), ("short", &form.short), ("about", &form.about)] {
        check_text(text, &place(what), false)?;
    }
    if form.name.trim().is_empty() {
        return Err(at(place("name"), Problem::Empty));
    }
    check_paragraphs(&form.bases, &place("bases"))?;
    check_paragraphs(&form.opening, &place("opening"))?;
    check_parts(form, before)?;
    for table in [TableKind::Rows, TableKind::Problems, TableKind::Reviews] {
        check_columns(form, table, before)?;
    }
    check_count(form.review_rows.len(), PARTS, &place("review_rows"))?;
    for (index, review) in form.review_rows.iter().enumerate() {
        for one in Review::TEXTS {
            let place = place(&format!("review_rows[{index}].{}", one.field.name()));
            check_text(&one.get(review), &place, false)?;
        }
    }
    Ok(())
}

fn check_parts(form: &Form, before: &str) -> Result<(), ImportError> {
    let place = format!("{before}parts");
    if form.parts.is_empty() {
        return Err(at(place, Problem::Empty));
    }
    check_count(form.parts.len(), PARTS, &place)?;
    let mut keys = HashSet::new();
    for (index, part) in form.parts.iter().enumerate() {
        let place = format!("{place}[{index}]");
        if part.key.trim().is_empty() {
            return Err(at(format!("{place}.key"), Problem::Empty));
        }
        if part.key.chars().count() > NAME {
            return Err(at(format!("{place}.key"), Problem::BadName(part.key.clone())));
        }
        if !keys.insert(&part.key) {
            return Err(at(format!("{place}.key"), Problem::RepeatedCode(part.key.clone())));
        }
        check_text(&part.heading, &format!("{place}.heading"), true)?;
        check_count(part.blocks.len(), BLOCKS, &format!("{place}.blocks"))?;
        for (number, block) in part.blocks.iter().enumerate() {
            let place = format!("{place}.blocks[{number}]");
            if let Block::Paragraph(paragraph) = block {
                check_paragraph(paragraph, &place)?;
            } else if ONCE.contains(block) && part.blocks[..number].contains(block) {
                return Err(at(place, Problem::RepeatedBlock));
            }
        }
    }
    Ok(())
}

/// Columns of fields that the table has, each once; where a part shows the table, one of them
/// is seen.
fn check_columns(form: &Form, table: TableKind, before: &str) -> Result<(), ImportError> {
    let (name, block) = match table {
        TableKind::Rows => ("rows", Block::Rows),
        TableKind::Problems => ("problems", Block::Problems),
        TableKind::Reviews => ("reviews", Block::Reviews),
    };
    let place = format!("{before}{name}");
    let columns = form.columns(table);
    check_count(columns.len(), COLUMNS, &place)?;
    let mut fields = HashSet::new();
    for (index, Column { field, title, short, hidden: _ }) in columns.iter().enumerate() {
        let place = format!("{place}[{index}]");
        if !has_field(table, *field) {
            let name = field.name().to_owned();
            return Err(at(format!("{place}.field"), Problem::NoSuchField(name)));
        }
        if !fields.insert(*field) {
            let name = field.name().to_owned();
            return Err(at(format!("{place}.field"), Problem::RepeatedCode(name)));
        }
        check_text(title, &format!("{place}.title"), false)?;
        check_text(short, &format!("{place}.short"), false)?;
    }
    let shown = form.parts.iter().any(|part| part.blocks.contains(&block));
    if shown && columns.iter().all(|column| column.hidden) {
        return Err(at(place, Problem::Empty));
    }
    Ok(())
}

/// Whether a table has a field: an item shows those of its problem as well.
fn has_field(table: TableKind, field: Field) -> bool {
    let of_problem = KeyProblem::text_field(field).is_some();
    match table {
        _ if field == Field::Tt => true,
        TableKind::Rows => {
            field == Field::Status || of_problem || Item::text_field(field).is_some()
        }
        TableKind::Problems => of_problem,
        TableKind::Reviews => Review::text_field(field).is_some(),
    }
}

fn check_paragraphs(paragraphs: &[Paragraph], place: &str) -> Result<(), ImportError> {
    check_count(paragraphs.len(), PARTS, place)?;
    paragraphs
        .iter()
        .enumerate()
        .try_for_each(|(index, paragraph)| check_paragraph(paragraph, &format!("{place}[{index}]")))
}

fn check_paragraph(paragraph: &Paragraph, place: &str) -> Result<(), ImportError> {
    check_count(paragraph.runs.len(), BLOCKS, &format!("{place}.runs"))?;
    for (index, run) in paragraph.runs.iter().enumerate() {
        check_text(&run.text, &format!("{place}.runs[{index}].text"), true)?;
    }
    Ok(())
}

/// A text of bounded length; where it is filled, with no word between braces that is not known:
/// it would stand on paper as it is.
fn check_text(text: &str, place: &str, filled: bool) -> Result<(), ImportError> {
    if text.chars().count() > TEXT {
        return Err(at(place, Problem::TooMany { limit: TEXT }));
    }
    let unknown = fill_words_in(text).find(|word| !FILL_WORDS.contains(word));
    match unknown.filter(|_| filled) {
        Some(word) => Err(at(place, Problem::UnknownWord(format!("{{{word}}}")))),
        None => Ok(()),
    }
}

fn check_count(count: usize, limit: usize, place: &str) -> Result<(), ImportError> {
    if count > limit { Err(at(place, Problem::TooMany { limit })) } else { Ok(()) }
}
