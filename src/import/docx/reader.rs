//! What is known while a Word file is read: its styles, what was met, and how much may still come.

use crate::import::pieces::Part;
use crate::import::{Line, Note, Shown, Source};
use crate::ooxml::{Events, ReadError, Space};

use super::drawn::Drawn;
use super::limits::Room;
use super::lists::{LEVELS, Lists};
use super::paragraph::Paragraph;
use super::properties::Stand;
use super::styles::{Style, Styles};

/// Reads the parts of a Word file into a source.
pub(super) struct Reader {
    pub styles: Styles,
    lists: Lists,
    /// The words of charts and diagrams that were not met yet.
    pub drawn: Drawn,
    pub room: Room,
    /// The fields that are open: whether each shows its result by now.
    pub fields: Vec<bool>,
    /// So many tables are open.
    pub tables: usize,
    /// So many text boxes are open.
    pub boxes: usize,
    /// What stands here asks for words and is none itself.
    pub placeholder: bool,
    /// The notes that the words refer to, in their order.
    pub referred: Vec<(NoteKind, String)>,
    /// So many text boxes were read.
    pub boxes_read: usize,
    pub objects: usize,
    pub tracked: bool,
    blocks: Vec<Shown>,
    notes: usize,
    /// So many notes are referred to and stand nowhere.
    pub notes_missing: usize,
    /// So many paragraphs held letters of old fonts.
    old: usize,
}

/// A kind of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
    Comment,
}

/// Where blocks go, and a paragraph that is one with the next, waiting for it.
#[derive(Default)]
pub(super) struct Flow {
    pub blocks: Vec<Shown>,
    pub carried: Option<Paragraph>,
}

impl Reader {
    /// Nothing was read yet.
    pub(super) fn new(styles: Styles, lists: Lists, drawn: Drawn) -> Self {
        Self {
            styles,
            lists,
            drawn,
            room: Room::default(),
            fields: Vec::new(),
            tables: 0,
            boxes: 0,
            placeholder: false,
            referred: Vec::new(),
            boxes_read: 0,
            objects: 0,
            tracked: false,
            blocks: Vec::new(),
            notes: 0,
            notes_missing: 0,
            old: 0,
        }
    }

    /// Adds what the end of the paper shows.
    pub(super) fn append(&mut self, notes: usize, blocks: Vec<Shown>) {
        self.notes += notes;
        self.blocks.extend(blocks);
    }

    /// What was read.
    pub(super) fn into_source(self) -> Source {
        let mut notes = Vec::new();
        if self.old > 0 {
            notes.push(Note::OldLetters(self.old));
        }
        if self.tracked {
            notes.push(Note::TrackedChanges);
        }
        if self.objects > 0 {
            notes.push(Note::Objects(self.objects));
        }
        if self.notes > 0 {
            notes.push(Note::Notes(self.notes));
        }
        if self.notes_missing > 0 {
            notes.push(Note::NotesMissing(self.notes_missing));
        }
        Source { blocks: self.blocks, notes }
    }

    /// Ends a paragraph: its words go where blocks go.
    pub(super) fn end(&mut self, paragraph: Paragraph, flow: &mut Flow) -> Result<(), ReadError> {
        if self.tables == 0 {
            self.room.line()?;
        } else {
            self.room.paragraph()?;
        }
        let style = self.styles.paragraph(paragraph.stand.style.as_deref());
        let mut line = Line {
            align: paragraph.stand.align_in(style),
            heading: paragraph.stand.heading_in(style),
            boxed: self.boxes > 0 || paragraph.stand.framed,
            ..Line::default()
        };
        if let Some((list, level)) = self.counted_by(&paragraph.stand, style)
            && let Some(label) = self.lists.next(list, level, |style| self.styles.list(style))
        {
            // A list may repeat its signs in each label.
            self.room.run(label.len())?;
            line.label = label;
            line.list_level = u8::try_from(level).ok();
        }
        let on_page = self.tables == 0 && self.boxes == 0;
        let page_before = paragraph.stand.page_before_in(style);
        let page_behind = paragraph.stand.page_behind;
        if on_page && page_before {
            flow.blocks.push(Shown::PageBreak);
        }
        let (parts, old) = paragraph.words.parts();
        self.old += usize::from(old);
        for (nth, part) in parts.into_iter().enumerate() {
            if nth > 0 {
                self.room.line()?;
            }
            match part {
                Part::Line(spans, typed) => {
                    flow.blocks.push(Shown::Line(Line { spans, typed, ..line.clone() }));
                    line = Line { label: String::new(), list_level: None, ..line };
                }
                Part::PageBreak if on_page => flow.blocks.push(Shown::PageBreak),
                Part::PageBreak => {}
            }
        }
        if on_page && page_behind {
            flow.blocks.push(Shown::PageBreak);
        }
        Ok(())
    }

    /// The list that counts a paragraph, and the level at which it stands.
    fn counted_by(&self, stand: &Stand, style: &Style) -> Option<(i64, usize)> {
        let by_style = || {
            let level = style.list_from.as_deref().zip(style.stand.list);
            level.and_then(|(name, list)| self.lists.level_of(list, name))
        };
        let level = |said: i64| usize::try_from(said).unwrap_or_default().min(LEVELS - 1);
        let (list, at) = if let Some(list) = stand.list {
            (list, stand.level.map_or(0, level))
        } else {
            let at = stand.level.map(level).or_else(by_style);
            (style.stand.list?, at.or_else(|| style.stand.level.map(level)).unwrap_or(0))
        };
        (list > 0).then_some((list, at))
    }

    /// Reads blocks to the end of what was begun; nothing stays carried.
    pub(super) fn story(&mut self, events: &mut Events) -> Result<Vec<Shown>, ReadError> {
        let fields = std::mem::take(&mut self.fields);
        let mut flow = Flow::default();
        self.blocks(events, &mut flow)?;
        self.end_carried(&mut flow)?;
        self.fields = fields;
        Ok(flow.blocks)
    }

    /// A paragraph whose mark is gone, and behind which there is none, stands alone.
    pub(super) fn end_carried(&mut self, flow: &mut Flow) -> Result<(), ReadError> {
        match flow.carried.take() {
            Some(paragraph) if !paragraph.words.is_empty() => self.end(paragraph, flow),
            _ => Ok(()),
        }
    }

    /// Reads the main part; false where it is none of Word's.
    pub(super) fn document(&mut self, events: &mut Events) -> Result<bool, ReadError> {
        let Some(root) = events.child()? else { return Ok(false) };
        if root.name() != (Space::Word, "document") {
            return Ok(false);
        }
        while let Some(tag) = events.child()? {
            if tag.name() == (Space::Word, "body") {
                let blocks = self.story(events)?;
                self.blocks.extend(blocks);
            } else {
                events.skip()?;
            }
        }
        // What stands behind the root must be well formed too.
        while events.read()?.is_some() {}
        Ok(true)
    }
}
