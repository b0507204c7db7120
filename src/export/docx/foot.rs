//! The foot of the document, and the members of a team: tables without borders.

use super::paragraph::{Lead, Look, run};
use super::table::{CellShape, Grid, Merged, lines, row, widths_of};
use super::twips;
use crate::document::{Columns, Signatures, Style};
use crate::layout::ColumnsMeasure;
use crate::ooxml::Xml;

/// Between the signatures and the recipients under them, twips.
const ABOVE_RECIPIENTS: i32 = 280;
/// Room beside the words of a signature, twips.
const BESIDE: i32 = 80;

/// Recipients on the left, signatures on the right, all on one page: names stand in a row of
/// their own, on one line whatever stands above them.
pub(super) fn signatures(xml: &mut Xml, foot: &Signatures, widths: &[f32]) {
    let has_left = !foot.recipients_below && widths.first().is_some_and(|width| *width > 0.0);
    let from = usize::from(!has_left);
    let grid = Grid {
        widths: widths_of(widths.get(from..).unwrap_or_default()),
        indent: 0,
        borders: false,
        padding: (0, 0),
    };
    let first = usize::from(has_left);
    let two_rows = !foot.blocks.is_empty();
    let merged = |merged| CellShape {
        merged: if two_rows { merged } else { Merged::Not },
        room_right: BESIDE * 2,
        ..CellShape::default()
    };
    let beside = CellShape { room_right: BESIDE, ..CellShape::default() };
    grid.table(xml, |xml| {
        row(xml, true, false, |xml| {
            if has_left {
                grid.cell(xml, (0, 1), merged(Merged::Begins), |xml| {
                    recipients(xml, foot, two_rows);
                });
            }
            for (at, block) in foot.blocks.iter().enumerate() {
                grid.cell(xml, (first + at, first + at + 1), beside, |xml| {
                    lines(
                        xml,
                        &block.lines.join("\n"),
                        &Lead::new(Style::Position),
                        Look::default(),
                    );
                });
            }
        });
        if two_rows {
            row(xml, true, false, |xml| {
                if has_left {
                    grid.cell(xml, (0, 1), merged(Merged::GoesOn), |xml| {
                        Lead::new(Style::Recipient).paragraph(xml, |_| {});
                    });
                }
                for (at, block) in foot.blocks.iter().enumerate() {
                    grid.cell(xml, (first + at, first + at + 1), beside, |xml| {
                        lines(xml, &block.name, &Lead::new(Style::Signer), Look::default());
                    });
                }
            });
        }
    });
}

fn recipients(xml: &mut Xml, foot: &Signatures, keep_next: bool) {
    if foot.recipients.is_empty() {
        Lead { keep_next, ..Lead::new(Style::Recipient) }.paragraph(xml, |_| {});
    }
    for (lead, words) in recipient_leads(foot) {
        Lead { keep_next, ..lead }.paragraph(xml, |xml| run(xml, words, Look::default()));
    }
}

/// The recipients as paragraphs under the signatures.
pub(super) fn recipients_below(foot: &Signatures) -> impl Iterator<Item = (Lead, Xml)> {
    recipient_leads(foot).enumerate().map(|(at, (lead, words))| {
        let mut xml = Xml::default();
        run(&mut xml, words, Look::default());
        (Lead { before: (at == 0).then_some(ABOVE_RECIPIENTS), ..lead }, xml)
    })
}

/// The recipients' heading and each of them, where there is one.
fn recipient_leads(foot: &Signatures) -> impl Iterator<Item = (Lead, &str)> {
    let heading = (!foot.recipients.is_empty()).then_some(&foot.recipients_heading);
    let heading = heading.map(|words| (Lead::new(Style::RecipientsHeading), &**words));
    let all = foot.recipients.iter().map(|words| (Lead::new(Style::Recipient), &**words));
    heading.into_iter().chain(all)
}

/// Aligned columns without borders.
pub(super) fn members(xml: &mut Xml, columns: &Columns, measure: &ColumnsMeasure) {
    let grid = Grid {
        widths: widths_of(&measure.widths),
        indent: twips(measure.indent),
        borders: false,
        padding: (twips(measure.padding), 30),
    };
    grid.table(xml, |xml| {
        for cells in &columns.rows {
            row(xml, true, false, |xml| {
                for column in 0..grid.widths.len() {
                    let words = cells.get(column).map(String::as_str).unwrap_or_default();
                    let loose = !measure.holds.get(column).is_some_and(|holds| holds.cells);
                    let look = Look { loose, ..Look::default() };
                    grid.cell(xml, (column, column + 1), CellShape::default(), |xml| {
                        lines(xml, words, &Lead::new(Style::Member), look);
                    });
                }
            });
        }
    });
}
