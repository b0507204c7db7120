//! The head of the first page: a table without borders, with rules as long as on our own page.

use super::paragraph::{Lead, Look, run};
use super::table::{CellShape, Grid, row};
use super::twips;
use crate::document::{Blank, Letterhead, Piece, Style};
use crate::layout::{DateLine, HeadMeasure};
use crate::ooxml::Xml;

/// A space of the letters, in parts of their size.
const SPACE: f32 = 0.25;

/// Writes the head into a text of this width (twips).
pub(super) fn letterhead(xml: &mut Xml, head: &Letterhead, measure: &HeadMeasure, text: i32) {
    let gutter = twips(measure.gutter);
    // The nation's name just fits its column: half of the gutter gives it air.
    let right = (twips(measure.right) + gutter / 2).min(text * 2 / 3);
    let widths = match measure.date {
        DateLine::FlushRight(date) if twips(date) > right => {
            vec![text - twips(date), twips(date) - right, right]
        }
        _ => vec![text - right, right],
    };
    let last = widths.len() - 1;
    let grid = Grid { widths, indent: 0, borders: false, padding: (0, 0) };
    let whole = last + 1;
    let left = CellShape { room_right: gutter / 2, ..CellShape::default() };
    grid.table(xml, |xml| {
        row(xml, true, false, |xml| {
            grid.cell(xml, (0, last), left, |xml| {
                for name in &measure.governing_body {
                    name_lines(xml, name, Style::GoverningBody);
                }
                for name in &measure.school {
                    name_lines(xml, name, Style::School);
                }
                rule(xml, text - right - gutter / 2, measure.school_rule);
            });
            grid.cell(xml, (last, whole), CellShape::default(), |xml| {
                line(xml, &head.nation, Style::Nation);
                line(xml, &head.motto, Style::Motto);
                rule(xml, right, measure.motto_rule);
            });
        });
        row(xml, true, false, |xml| {
            grid.cell(xml, (0, 1), left, |xml| {
                let words = pieces(&head.number, measure, measure.number_blank, &[]);
                line(xml, &words, Style::Number);
            });
            grid.cell(xml, (1, whole), CellShape::default(), |xml| {
                let words = pieces(&head.date, measure, 0.0, &measure.date_blanks);
                let words = match head.place.trim() {
                    "" => words,
                    place if measure.date == DateLine::TwoLines => format!("{place}\n{words}"),
                    place => format!("{place} {words}"),
                };
                let flush_right = matches!(measure.date, DateLine::FlushRight(_));
                Lead { flush_right, ..Lead::new(Style::Date) }
                    .paragraph(xml, |xml| run(xml, &words, Look::loose()));
            });
        });
        if !head.draft_mark.is_empty() {
            row(xml, true, false, |xml| {
                grid.cell(xml, (0, last), left, |xml| {
                    line(xml, &head.draft_mark, Style::DraftMark);
                });
                grid.cell(xml, (last, whole), CellShape::default(), |xml| {
                    line(xml, "", Style::Date);
                });
            });
        }
    });
}

/// A line of the head, which layout found to have room: no words need be held together.
fn line(xml: &mut Xml, words: &str, style: Style) {
    Lead::new(style).paragraph(xml, |xml| run(xml, words, Look::loose()));
}

/// A name, parted where it is too long for a line: it stays one paragraph.
fn name_lines(xml: &mut Xml, lines: &[String], style: Style) {
    line(xml, &lines.join("\n"), style);
}

/// A rule of a length in the middle of a width, both twips and pt; without a length an empty
/// line, for a cell ends with a paragraph.
fn rule(xml: &mut Xml, width: i32, length: f32) {
    let length = twips(length);
    if length > 0 {
        let inset = Some(((width - length) / 2).max(0));
        Lead { inset, ..Lead::new(Style::Rule) }.paragraph(xml, |_| {});
    } else {
        Lead::nothing(20).paragraph(xml, |_| {});
    }
}

/// A line of the head, with spaces as wide as what is written by hand.
fn pieces(pieces: &[Piece], measure: &HeadMeasure, number: f32, dates: &[f32]) -> String {
    let mut dates = dates.iter();
    let mut words = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Words(piece) => words.push_str(piece),
            Piece::Blank(blank) => {
                let width = match blank {
                    Blank::Number => number,
                    Blank::DayOrMonth | Blank::Year => dates.next().copied().unwrap_or_default(),
                };
                let spaces = (width / (measure.number * SPACE).max(1.0)) as usize;
                words.extend(std::iter::repeat_n(' ', spaces));
                if at + 1 == pieces.len() {
                    // Without it, the spaces would not count at the end of the line.
                    words.push('\u{A0}');
                }
            }
        }
    }
    words
}

/// "KẾ HOẠCH" and the lines under it, a rule below.
pub(super) fn title(xml: &mut Xml, (doc_type, subject): (&str, &[String]), rule: f32, text: i32) {
    let mut first = true;
    let lines = std::iter::once((doc_type, Style::DocType))
        .chain(subject.iter().map(|line| (line.as_str(), Style::Subject)));
    for (words, style) in lines.filter(|(words, _)| !words.trim().is_empty()) {
        let before = std::mem::take(&mut first).then_some(475);
        Lead { before, ..Lead::new(style) }.paragraph(xml, |xml| run(xml, words, Look::default()));
    }
    let length = twips(rule);
    if !first && length > 0 {
        let inset = Some(((text - length) / 2).max(0));
        let lead = Lead { inset, keep_next: true, after: Some(290), ..Lead::new(Style::Rule) };
        lead.paragraph(xml, |_| {});
    }
}
