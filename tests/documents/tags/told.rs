//! The words of a document in the order in which its blocks tell them.

use caitien::document::{Block, Piece, Role, TableRow, TimelineRow};
use caitien::layout::clean;
use caitien::words;

/// Words with one space between them.
pub fn plain(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All words of a document in order, as they are printed.
pub fn told(blocks: &[Block]) -> String {
    let mut all: Vec<String> = Vec::new();
    let pieces = |pieces: &[Piece]| -> String {
        let words = pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Blank(_) => " ",
        });
        words.collect()
    };
    for block in blocks {
        match block {
            Block::Letterhead(head) => {
                all.extend(head.governing_body.iter().chain(&head.school).map(|l| words::upper(l)));
                all.extend([head.nation.clone(), head.motto.clone(), pieces(&head.number)]);
                all.extend([head.place.clone(), pieces(&head.date), head.draft_mark.clone()]);
            }
            Block::Title { doc_type, subject } => {
                all.push(words::upper(doc_type));
                all.extend(subject.iter().cloned());
            }
            Block::Paragraph(text) => {
                let mut words = text.marker.words();
                words.extend(text.runs.iter().map(|run| match text.role {
                    Role::PartHeading => words::upper(&run.text),
                    _ => run.text.clone(),
                }));
                all.push(words);
            }
            Block::Columns(columns) => all.extend(columns.rows.iter().flatten().cloned()),
            Block::Table(table) => {
                all.extend(table.columns.iter().map(|column| column.title.clone()));
                all.extend(table.column_numbers.iter().cloned());
                for row in &table.rows {
                    match row {
                        TableRow::Band(text) => all.push(text.clone()),
                        TableRow::Group { tt, title, .. } => {
                            all.extend([tt.sign(), title.clone()]);
                        }
                        TableRow::Cells(cells) => all.extend(
                            cells.iter().filter(|cell| !cell.merged_above).map(|c| c.text.clone()),
                        ),
                    }
                }
            }
            Block::Signatures(foot) => {
                let mut parts = [Vec::new(), Vec::new()];
                if !foot.recipients.is_empty() {
                    parts[0].push(foot.recipients_heading.clone());
                }
                parts[0].extend(foot.recipients.iter().cloned());
                for block in &foot.blocks {
                    parts[1].extend(block.lines.iter().map(|line| words::upper(line)));
                    parts[1].push(block.name.clone());
                }
                if foot.recipients_below {
                    parts.reverse();
                }
                all.extend(parts.concat());
            }
            Block::NewSheet | Block::Appendix => {}
            // As where every number has room in its bar.
            Block::Chart(chart) => {
                for row in &chart.rows {
                    all.push(row.name.clone());
                    let counts = row.counts.iter().filter(|count| **count > 0);
                    all.extend(counts.map(u32::to_string));
                }
                all.extend(chart.kinds.iter().cloned());
                all.extend(chart.caption.runs.iter().map(|run| run.text.clone()));
            }
            Block::Timeline(timeline) => {
                all.extend(timeline.years.iter().map(|year| year.title.clone()));
                all.push(timeline.names.clone());
                all.extend(timeline.months.iter().cloned());
                for row in &timeline.rows {
                    match row {
                        TimelineRow::Group(title) => all.push(title.clone()),
                        TimelineRow::Item { name, time, bars, ticks, mark } => {
                            all.push(name.clone());
                            if bars.is_empty() && ticks.is_empty() && mark.is_none() {
                                all.push(time.clone());
                            }
                        }
                    }
                }
                all.extend(timeline.legend.iter().map(|sign| sign.words().to_owned()));
            }
        }
    }
    plain(&all.join(" "))
}
