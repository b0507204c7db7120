//! A Word file of 97-2003 (.doc) as what it shows.

mod bytes;
mod mend;
mod rows;
mod styles;
mod table;

use std::collections::HashMap;

use rwml::{Block, DocModel, Document, Error, Paragraph, SourceRegionKind};

use super::pieces::{Look, Part, Pieces};
use super::{Align, Kind, Line, Note, PaperError, Shown, Source};
use crate::ooxml::{Limit, ReadError};
use crate::words::clean_paste;
use crate::words::encodings::{Font, propose};

/// The most bytes a file may have.
const FILE: usize = 64 << 20;
/// Tables within tables; what stands deeper is read as paragraphs.
const NESTED: usize = 8;

/// What a Word file of 97-2003 shows: tracked changes are taken as accepted, hidden words and the
/// heads and feet of pages are left out; text boxes stand in front, for the file does not say
/// plainly beside what they stand, and the words of notes at the end.
///
/// # Errors
/// When it is locked, damaged, or from before Word 97.
pub fn doc(bytes: &[u8]) -> Result<Source, PaperError> {
    if bytes.len() > FILE {
        return Err(ReadError::TooLarge(Limit::File).into());
    }
    let mended = mend::mended(bytes).ok_or(ReadError::Cut)?;
    let document = Document::open(&mended.bytes).map_err(|error| match error {
        Error::Encrypted { .. } => PaperError::Is(Kind::Locked),
        Error::UnsupportedVersion(_) => PaperError::Is(Kind::OldWord),
        _ => ReadError::Cut.into(),
    })?;
    let model = document.model();
    let usual = usual_font(&model, &mended.fonts);
    let mut reader = Reader { usual, styles: mended.styles, ..Reader::default() };
    let mut read = |kind| {
        let regions = model.source_regions(kind);
        let blocks = regions.flat_map(|region| model.source_region_blocks(region));
        reader.boxed = kind == SourceRegionKind::TextBox;
        reader.blocks(blocks, 0)
    };
    let mut blocks = read(SourceRegionKind::TextBox);
    blocks.retain(is_shown);
    blocks.extend(read(SourceRegionKind::Main));
    let mut notes = 0;
    for kind in
        [SourceRegionKind::Footnote, SourceRegionKind::Endnote, SourceRegionKind::Annotation]
    {
        let before = blocks.len();
        blocks.extend(read(kind).into_iter().filter(is_shown));
        notes += blocks.len() - before;
    }
    let counted = |count: usize, note: fn(usize) -> Note| (count > 0).then(|| note(count));
    let notes = [
        counted(reader.old, Note::OldLetters),
        mended.deletions.then_some(Note::TrackedChanges),
        counted(reader.objects, Note::Objects),
        counted(notes, Note::Notes),
    ];
    Ok(Source { blocks, notes: notes.into_iter().flatten().collect() })
}

/// The font of words that name none themselves: rwml does not tell those of styles. An old one
/// must be among the fonts of the file, and the words must look like it.
fn usual_font(model: &DocModel, fonts: &[String]) -> Font {
    let mut words = String::new();
    gather(&model.blocks, &mut words);
    let old = propose(&words).map(|proposal| Font::Old(proposal.encoding));
    old.filter(|old| fonts.iter().any(|name| Font::named(name) == *old)).unwrap_or_default()
}

/// The words that name no font, a line for each paragraph.
fn gather(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let bare = paragraph.runs.iter().filter(|run| run.props.font.is_none());
                bare.for_each(|run| words.push_str(&run.text));
                words.push('\n');
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| gather(&cell.blocks, words));
            }
            _ => {}
        }
    }
}

fn is_shown(block: &Shown) -> bool {
    !matches!(block, Shown::Line(line) if line.spans.is_empty())
}

#[derive(Default)]
struct Reader {
    /// What is read stands in a text box.
    boxed: bool,
    /// The font of words that name none.
    usual: Font,
    /// Whether the words of styles are bold and italic.
    styles: HashMap<String, (bool, bool)>,
    /// So many paragraphs held letters of old fonts.
    old: usize,
    /// So many pictures and charts.
    objects: usize,
}

impl Reader {
    fn blocks<'a>(
        &mut self,
        blocks: impl IntoIterator<Item = &'a Block>,
        depth: usize,
    ) -> Vec<Shown> {
        let mut shown = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, depth, &mut shown),
                Block::Table(table) if depth < NESTED => {
                    let grid = table::grid(table, |blocks| self.blocks(blocks, depth + 1));
                    shown.push(Shown::Table(grid));
                }
                Block::Table(table) => {
                    for cell in table.rows.iter().flat_map(|row| &row.cells) {
                        shown.extend(self.deep(&cell.blocks));
                    }
                }
                Block::Image(_) | Block::Chart(_) => self.objects += 1,
                Block::PageBreak | Block::SectionBreak(_) if depth == 0 => {
                    shown.push(Shown::PageBreak);
                }
                Block::PageBreak | Block::SectionBreak(_) => {}
            }
        }
        shown
    }

    /// The paragraphs of a table that stands too deep.
    fn deep(&mut self, blocks: &[Block]) -> Vec<Shown> {
        let paragraphs = blocks.iter().filter(|block| matches!(block, Block::Paragraph(_)));
        self.blocks(paragraphs, NESTED)
    }

    fn paragraph(&mut self, paragraph: &Paragraph, depth: usize, shown: &mut Vec<Shown>) {
        let says = &paragraph.props;
        let mut line = Line {
            boxed: self.boxed,
            align: match says.align {
                rwml::Align::Center => Align::Centre,
                rwml::Align::Right => Align::Right,
                rwml::Align::Left | rwml::Align::Justify => Align::Left,
            },
            heading: says.heading_level.filter(|level| (1..=9).contains(level)),
            ..Line::default()
        };
        if let Some(list) = &says.list {
            line.label = clean_paste(list.label.trim());
            line.list_level = Some(list.level);
        }
        let style = says.style_name.as_ref().and_then(|name| self.styles.get(name));
        let (bold, italic) = style.copied().unwrap_or_default();
        let mut pieces = Pieces::default();
        for run in paragraph.runs.iter().filter(|run| !run.props.hidden) {
            self.objects += usize::from(run.image.is_some());
            let font = run.props.font.as_deref().map_or(self.usual, Font::named);
            let look =
                Look { bold: bold || run.props.bold, italic: italic || run.props.italic, font };
            pieces.push(&run.text, look);
        }
        if depth == 0 && says.page_break_before {
            shown.push(Shown::PageBreak);
        }
        let (parts, old) = pieces.parts();
        self.old += usize::from(old);
        for part in parts {
            if let Part::Line(spans, typed) = part {
                shown.push(Shown::Line(Line { spans, typed, ..line.clone() }));
            }
        }
    }
}
