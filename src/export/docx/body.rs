//! document.xml: the blocks in order, in sections of sheets that stand upright or lie across.

use super::paragraph::{Lead, Look, Section, W, run, runs};
use super::{chart, foot, head, table, timeline};
use crate::document::{Block, Document, Marker, Role, Style, Text};
use crate::layout::{Blocks, Measures, Page, Pages, split};
use crate::ooxml::Xml;

/// Between a table and the words above it, twips.
const ABOVE_TABLE: i32 = 120;
/// Between a table and the words below it, and between two tables.
const BELOW_TABLE: i32 = 240;
/// Above the foot of the document.
const ABOVE_FOOT: i32 = 280;
/// Above members.
const ABOVE_MEMBERS: i32 = 60;
/// So many paragraphs before the signatures go with them: widows and orphans kept off, at
/// least two lines.
const GO_WITH_FOOT: usize = 2;

pub(super) fn document(document: &Document, pages: &Pages) -> String {
    let sections = split(&document.blocks);
    let measures = &pages.measures;
    let mut cursor = Cursor { measures, columns: 0, tables: 0 };
    let upright = [Blocks { across: false, appendix: false, anew: false, blocks: Vec::new() }];
    let sections = if sections.is_empty() { &upright[..] } else { &sections };
    let mut xml = Xml::part();
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    xml.within("w:document", &[("xmlns:w", &W), ("xmlns:r", &relations)], |xml| {
        xml.within("w:body", &[], |xml| {
            for (at, blocks) in sections.iter().enumerate() {
                let Some(page) = page_of(pages, blocks) else { continue };
                let section = Section::like(page, at == 0, blocks.appendix || blocks.anew);
                let last = at + 1 == sections.len();
                let mut parts = cursor.parts(&blocks.blocks, section.text_width());
                if let Some(Part::Paragraph(lead, _)) = parts.first_mut() {
                    // Word keeps the room above at the top of a section, our pages do not.
                    lead.before = Some(0);
                }
                write(xml, parts, (!last).then_some(section));
                if last {
                    section.write(xml);
                }
            }
        });
    });
    xml.into_text()
}

/// A page that lies as the section does; of an appendix, its own.
fn page_of<'a>(pages: &'a Pages, blocks: &Blocks<'_>) -> Option<&'a Page> {
    let from = if blocks.appendix { pages.appendix.unwrap_or_default() } else { 0 };
    let mut all = pages.pages.iter().skip(from);
    let found = all.find(|page| (page.width > page.height) == blocks.across);
    found.or(pages.pages.first())
}

/// A piece of a section: a paragraph whose end is still open, or XML as it stands.
enum Part {
    Paragraph(Lead, Xml),
    /// Paragraphs that stand as they are.
    Title(Xml),
    /// A table, and the room below it where the next style's is too little.
    Table(Xml, Option<i32>),
}

/// Writes a section; one that others follow ends with a paragraph that says what it was.
fn write(xml: &mut Xml, mut parts: Vec<Part>, section: Option<Section>) {
    let ends_with_table = matches!(parts.last(), Some(Part::Table(..)));
    if ends_with_table || (section.is_some() && !matches!(parts.last(), Some(Part::Paragraph(..))))
    {
        parts.push(Part::Paragraph(Lead::nothing(20), Xml::default()));
    }
    if let Some(Part::Paragraph(lead, _)) = parts.last_mut() {
        lead.section = section;
    }
    for part in parts {
        match part {
            Part::Paragraph(lead, runs) => lead.paragraph(xml, |xml| xml.append(&runs)),
            Part::Title(made) | Part::Table(made, _) => xml.append(&made),
        }
    }
}

/// Which measures come next.
struct Cursor<'a> {
    measures: &'a Measures,
    columns: usize,
    tables: usize,
}

impl Cursor<'_> {
    fn parts(&mut self, blocks: &[&Block], text_width: i32) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let mut xml = Xml::default();
            match block {
                Block::Letterhead(letterhead) => {
                    head::letterhead(&mut xml, letterhead, &self.measures.head, text_width);
                    push_table(&mut parts, xml, (ABOVE_TABLE, Some(BELOW_TABLE)));
                }
                Block::Title { doc_type, subject } => {
                    let rule = self.measures.title_rule;
                    head::title(&mut xml, (doc_type, subject), rule, text_width);
                    parts.push(Part::Title(xml));
                }
                Block::Paragraph(text) => {
                    let below = match parts.last() {
                        Some(Part::Table(_, below)) => *below,
                        _ => None,
                    };
                    parts.extend(paragraph(text, below));
                }
                Block::Columns(columns) => {
                    let measure = self.measures.columns.get(self.columns);
                    self.columns += 1;
                    if let Some(measure) = measure.filter(|measure| !measure.widths.is_empty()) {
                        foot::members(&mut xml, columns, measure);
                        push_table(&mut parts, xml, (ABOVE_MEMBERS, None));
                    }
                }
                Block::Table(block) => {
                    let measure = self.measures.tables.get(self.tables);
                    self.tables += 1;
                    if let Some(measure) = measure.filter(|measure| !measure.widths.is_empty()) {
                        let before_foot = matches!(blocks.get(at + 1), Some(Block::Signatures(_)));
                        table::bordered(&mut xml, block, measure, self.measures, before_foot);
                        push_table(&mut parts, xml, (ABOVE_TABLE, Some(BELOW_TABLE)));
                    }
                }
                Block::Signatures(signatures) => {
                    if self.measures.foot.is_empty() {
                        continue;
                    }
                    foot::signatures(&mut xml, signatures, &self.measures.foot);
                    push_table(&mut parts, xml, (ABOVE_FOOT, None));
                    keep_with_foot(&mut parts);
                    if signatures.recipients_below {
                        let below = foot::recipients_below(signatures);
                        parts.extend(below.map(|(lead, xml)| Part::Paragraph(lead, xml)));
                    }
                }
                Block::Timeline(block) => {
                    timeline::table(&mut xml, block, text_width);
                    push_table(&mut parts, xml, (ABOVE_TABLE, None));
                    let legend = timeline::legend(&block.legend);
                    parts.extend(legend.map(|(lead, xml)| Part::Paragraph(lead, xml)));
                }
                Block::Chart(block) => {
                    chart::table(&mut xml, block, text_width);
                    push_table(&mut parts, xml, (ABOVE_TABLE, None));
                    if let Some((lead, xml)) = chart::legend(block) {
                        parts.push(Part::Paragraph(Lead { keep_next: true, ..lead }, xml));
                    }
                    parts.extend(paragraph(&block.caption, None));
                }
                // They begin a section.
                Block::Appendix | Block::NewSheet => {}
            }
        }
        parts
    }
}

/// Adds a table with room above it: two that touched would become one.
fn push_table(parts: &mut Vec<Part>, table: Xml, (above, below): (i32, Option<i32>)) {
    match parts.last_mut() {
        Some(Part::Paragraph(lead, _)) => lead.after = Some(above),
        Some(Part::Table(..)) => {
            parts.push(Part::Paragraph(Lead::nothing(BELOW_TABLE), Xml::default()));
        }
        Some(Part::Title(_)) | None => {}
    }
    parts.push(Part::Table(table, below));
}

/// The paragraphs just before the last part stay on its page.
fn keep_with_foot(parts: &mut [Part]) {
    let before = parts.iter_mut().rev().skip(1);
    for part in before.take(GO_WITH_FOOT) {
        match part {
            Part::Paragraph(lead, _) => lead.keep_next = true,
            Part::Title(_) | Part::Table(..) => return,
        }
    }
}

fn paragraph(text: &Text, before: Option<i32>) -> Option<Part> {
    let heading = !matches!(text.role, Role::Body | Role::CentredNote);
    if text.runs.iter().all(|run| run.text.trim().is_empty()) && text.marker == Marker::None {
        return None;
    }
    let style = match (text.role, text.marker.level()) {
        (Role::PartHeading, _) => Style::PartHeading,
        (Role::Heading, _) => Style::Heading,
        (Role::Centred, _) => Style::Centred,
        (Role::CentredNote, _) => Style::CentredNote,
        (Role::Body, 0) => Style::Body,
        (Role::Body, 1) => Style::Clause,
        (Role::Body, 2) => Style::Point,
        (Role::Body, 3) => Style::Dash,
        (Role::Body, _) => Style::Plus,
    };
    // The style of a heading is bold already.
    let look = |bold, italic| Look { bold: bold && !heading, italic, ..Look::default() };
    let first = text
        .runs
        .iter()
        .find(|run| !run.text.trim().is_empty())
        .or(text.runs.first())
        .map_or(Look::default(), |run| look(run.bold, run.italic));
    let mut xml = Xml::default();
    run(&mut xml, &text.marker.words(), first);
    runs(&mut xml, text.runs.iter().map(|run| (&*run.text, look(run.bold, run.italic))));
    let keep_next = text.role == Role::Body && text.leads();
    Some(Part::Paragraph(Lead { keep_next, before, ..Lead::new(style) }, xml))
}
