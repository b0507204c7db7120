//! The tables of problems and of reviews.

use std::sync::Arc;

use super::super::draft::{At, DraftColumn, Home, Meaning};
use super::super::source::Grid;
use super::build::{Build, put};
use super::rows::{Above, is_header, row_words, told};
use super::table::{Found, is_count, is_header_again};
use crate::plan::{Problem, Record, Review, Spot, TableKind};
use crate::understand::criteria_in;

/// Reads a table of problems or of reviews; returns the words that become paragraphs after it.
pub(super) fn records(
    found: &Found,
    (block, grid): (usize, &Grid),
    columns: &[DraftColumn],
    build: &mut Build<'_>,
) -> Vec<String> {
    let mut after = Vec::new();
    let from = found.begins_in(block).unwrap_or(0);
    let mut above = Above::new(grid.columns);
    for (at, row) in grid.rows.iter().enumerate() {
        let place = At::row(block, at);
        let words = row_words(row);
        if at < from || is_count(row) || is_header_again(row, found) {
            if !is_header(found, block, at, row) {
                build.say(&words);
            }
            build.piece(place, Home::Fixed, None, &words);
            continue;
        }
        if words.is_empty() {
            build.piece(place, Home::Nothing, None, "");
            continue;
        }
        let texts = above.row(row);
        let spot = match found.kind {
            TableKind::Reviews => {
                let id = build.id();
                let review = fill(
                    found,
                    Review { id, ..Review::default() },
                    columns,
                    &texts,
                    build,
                    &mut after,
                );
                build.plan.reviews.push(review);
                Spot::Review(id, None)
            }
            TableKind::Problems | TableKind::Rows => {
                let id = build.id();
                let new = Problem { id, ..Problem::default() };
                let mut problem = fill(found, new, columns, &texts, build, &mut after);
                problem.criteria = criteria_in(&problem.criterion_text, false);
                build.plan.problems.push(Arc::new(problem));
                Spot::Problem(id, None)
            }
        };
        build.piece(place, Home::Table(found.kind), Some(spot), &words);
    }
    after
}

fn fill<R: Record>(
    found: &Found,
    mut record: R,
    columns: &[DraftColumn],
    texts: &[String],
    build: &mut Build<'_>,
    after: &mut Vec<String>,
) -> R {
    for (column, text) in columns.iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
        match column.meaning {
            Meaning::Number if !text.chars().any(char::is_alphabetic) => build.say(text),
            Meaning::Field(field) if R::text_field(field).is_some() => {
                put(&mut record, field, text, "\n");
            }
            Meaning::Field(_) | Meaning::Number | Meaning::Paragraphs => {
                after.push(told(found, column, text, false));
            }
        }
    }
    record
}
