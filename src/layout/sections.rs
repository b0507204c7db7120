//! Which blocks stand on upright pages and which on pages across.

use super::Pages;
use super::chart::set_chart;
use super::flow::Section;
use super::letterhead::set_letterhead;
use super::line::Compositor;
use super::members::set_columns;
use super::paragraph::{set_paragraph, set_title};
use super::sheet::Sheet;
use super::signatures::set_signatures;
use super::table::set_table;
use super::timeline::set_timeline;
use crate::document::{Block, Role};
use crate::plan::PageLook;
use crate::words;

/// Blocks on sheets of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocks<'a> {
    /// The sheets lie across.
    pub across: bool,
    /// The sheets are those of an appendix, whose numbers begin again.
    pub appendix: bool,
    /// Its pages are counted anew, though they are no appendix.
    pub anew: bool,
    /// The blocks, in order.
    pub blocks: Vec<&'a Block>,
}

/// Parts a document where it turns: a table across takes the headings just before it along,
/// signatures stay with the table they follow, other words go back to upright pages.
#[must_use]
pub fn split(blocks: &[Block]) -> Vec<Blocks<'_>> {
    let Some(at) = blocks.iter().position(|block| *block == Block::Appendix) else {
        return split_sheets(blocks);
    };
    let mut sections = split_sheets(&blocks[..at]);
    sections.push(Blocks {
        across: true,
        appendix: true,
        anew: false,
        blocks: blocks[at + 1..].iter().collect(),
    });
    sections
}

/// Each sheet by itself.
fn split_sheets(blocks: &[Block]) -> Vec<Blocks<'_>> {
    let mut sections = Vec::new();
    for (number, sheet) in blocks.split(|block| *block == Block::NewSheet).enumerate() {
        let mut own = split_text(sheet);
        if let Some(first) = own.first_mut() {
            first.anew = number > 0;
        }
        sections.append(&mut own);
    }
    sections
}

fn split_text(blocks: &[Block]) -> Vec<Blocks<'_>> {
    // A timeline is a document of its own: its head lies across as well.
    if blocks.iter().any(|block| matches!(block, Block::Timeline(_)))
        && !blocks.iter().any(|block| matches!(block, Block::Table(_)))
    {
        let blocks = blocks.iter().collect();
        return vec![Blocks { across: true, appendix: false, anew: false, blocks }];
    }
    let mut sections: Vec<Blocks<'_>> = Vec::new();
    let mut headings: Vec<&Block> = Vec::new();
    for block in blocks {
        if is_heading(block) {
            headings.push(block);
            continue;
        }
        let last = sections.last().map(|section| section.across);
        let across = match block {
            Block::Table(table) => table.across,
            Block::Timeline(_) => true,
            Block::Signatures(_) => last == Some(true) && headings.is_empty(),
            _ => false,
        };
        if last != Some(across) {
            let blocks = Vec::new();
            sections.push(Blocks { across, appendix: false, anew: false, blocks });
        }
        if let Some(section) = sections.last_mut() {
            section.blocks.append(&mut headings);
            section.blocks.push(block);
        }
    }
    if !headings.is_empty() {
        match sections.last_mut() {
            Some(section) if !section.across => section.blocks.append(&mut headings),
            _ => sections.push(Blocks {
                across: false,
                appendix: false,
                anew: false,
                blocks: headings,
            }),
        }
    }
    sections
}

fn is_heading(block: &Block) -> bool {
    match block {
        Block::Paragraph(text) => text.role != Role::Body,
        _ => false,
    }
}

/// Sets the blocks of a section; what they tell of themselves goes into `pages`.
pub(super) fn set(
    compositor: &mut Compositor<'_>,
    blocks: &Blocks<'_>,
    look: &PageLook,
    pages: &mut Pages,
) -> Section {
    let mut section = Section::new(Sheet::lying(blocks.across, look));
    for block in &blocks.blocks {
        if !matches!(block, Block::Paragraph(_)) {
            compositor.structure.end_lists();
        }
        match block {
            Block::Letterhead(head) => {
                pages.measures.head = set_letterhead(compositor, head, &mut section);
            }
            Block::Title { doc_type, subject } => {
                let rule = set_title(compositor, &words::upper(doc_type), subject, &mut section);
                pages.measures.title_rule = rule;
            }
            Block::Paragraph(text) => set_paragraph(compositor, text, &mut section),
            Block::Columns(columns) => {
                let measure = set_columns(compositor, columns, &mut section);
                pages.measures.columns.push(measure);
            }
            Block::Table(table) => set_table(compositor, table, &mut section, pages),
            Block::Signatures(foot) => {
                pages.measures.foot = set_signatures(compositor, foot, &mut section);
            }
            Block::Timeline(timeline) => set_timeline(compositor, timeline, &mut section),
            Block::Chart(chart) => set_chart(compositor, chart, &mut section),
            // They begin a section.
            Block::Appendix | Block::NewSheet => {}
        }
    }
    section
}
