//! A plan as a document: forms, numbering, tables, narrative, and that nothing is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

mod change;
mod choose;
mod fields;
mod forms;
mod make;
pub mod nothing_lost;
mod paper;
mod sample;

use std::borrow::Borrow;

use caitien::document::{Block, Document, Piece, TableRow};
use caitien::embedded;
use caitien::plan::{Catalogue, Dossier, Form, FormId, Plan};

pub fn form(id: impl Borrow<FormId>) -> Form {
    (**caitien::library::form(&Dossier::default(), id.borrow()).expect("an embedded form")).clone()
}

fn catalogues() -> Vec<Catalogue> {
    let read = |text: &&str| Catalogue::from_json(text).expect("an embedded catalogue can be read");
    embedded::catalogues().iter().map(read).collect()
}

fn catalogue(id: &str) -> Catalogue {
    catalogues().into_iter().find(|catalogue| catalogue.id == id).expect("a catalogue of this id")
}

pub fn sample() -> Dossier {
    Dossier::from_json(embedded::sample()).expect("the sample can be read")
}

pub fn document_of(plan: &Plan) -> Document {
    caitien::document::plan_document(&Dossier::default(), plan, &form(&plan.form))
}

/// Every word of a document in order, one line a block, row or cell.
fn lines_of(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Letterhead(head) => {
                lines.extend(head.governing_body.iter().chain(&head.school).cloned());
                lines.push(pieces(&head.number));
                lines.push(format!("{} {}", head.place, pieces(&head.date)).trim().to_owned());
            }
            Block::Title { doc_type, subject } => {
                lines.push(doc_type.clone());
                lines.extend(subject.iter().cloned());
            }
            Block::Paragraph(text) => {
                let words: String = text.runs.iter().map(|run| run.text.as_str()).collect();
                lines.push(format!("{}{words}", text.marker.words()));
            }
            Block::Columns(columns) => lines.extend(columns.rows.iter().map(|row| row.join(" | "))),
            Block::Table(table) => {
                lines.push(titles(table).join(" | "));
                lines.extend(table.rows.iter().map(row_text));
            }
            Block::Signatures(foot) => {
                lines.extend(foot.recipients.iter().cloned());
                for block in &foot.blocks {
                    lines.extend(block.lines.iter().cloned());
                    lines.push(block.name.clone());
                }
            }
            Block::Chart(chart) => {
                lines.extend(
                    chart.rows.iter().map(|row| format!("{} | {}", row.name, chart.told(row))),
                );
            }
            Block::Timeline(_) | Block::NewSheet | Block::Appendix => {}
        }
    }
    lines
}

/// A line of the head; what is written by hand as "…".
fn pieces(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.as_str(),
        Piece::Blank(_) => "…",
    });
    words.collect::<Vec<_>>().join(" ")
}

pub fn titles(table: &caitien::document::Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.title.as_str()).collect()
}

fn row_text(row: &TableRow) -> String {
    match row {
        TableRow::Band(text) => text.clone(),
        TableRow::Group { tt, title, .. } => format!("{} | {title}", tt.sign()),
        TableRow::Cells(cells) => {
            cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ")
        }
    }
}
