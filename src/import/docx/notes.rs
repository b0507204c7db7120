//! Footnotes, endnotes and comments: their words stand at the end, in the order of their numbers.

use std::collections::{HashMap, HashSet};

use crate::import::Shown;
use crate::ooxml::{Event, Events, ReadError, Space};

use super::reader::{NoteKind, Reader};

/// The kinds in the order in which they stand at the end.
pub(super) const KINDS: [NoteKind; 3] = [NoteKind::Footnote, NoteKind::Endnote, NoteKind::Comment];

impl NoteKind {
    /// What the part that holds them is to the main part.
    pub(super) fn part(self) -> &'static str {
        match self {
            Self::Footnote => "footnotes",
            Self::Endnote => "endnotes",
            Self::Comment => "comments",
        }
    }

    fn element(self) -> &'static str {
        match self {
            Self::Footnote => "footnote",
            Self::Endnote => "endnote",
            Self::Comment => "comment",
        }
    }
}

impl Reader {
    /// Whether a note of a kind is referred to.
    pub(super) fn refers_to(&self, kind: NoteKind) -> bool {
        self.referred.iter().any(|(referred, _)| *referred == kind)
    }

    /// Reads the notes of a kind; those that nothing refers to are not shown.
    pub(super) fn notes(&mut self, kind: NoteKind, events: &mut Events) -> Result<(), ReadError> {
        let mut notes: HashMap<String, Vec<Shown>> = HashMap::new();
        while let Some(event) = events.read()? {
            let Event::Start(tag) = event else { continue };
            if tag.name() == (Space::Word, kind.element()) {
                let id = tag.get("id").unwrap_or_default().into_owned();
                notes.insert(id, self.story(events)?);
            }
        }
        let of_kind = self.referred.iter().filter(|(referred, _)| *referred == kind);
        let mut seen = HashSet::new();
        let ids = of_kind.map(|(_, id)| id.clone()).filter(|id| seen.insert(id.clone()));
        let ids: Vec<String> = ids.collect();
        let mut shown: usize = 0;
        for id in ids {
            let Some(mut blocks) = notes.remove(&id) else {
                self.notes_missing += 1;
                continue;
            };
            shown += 1;
            if let (true, Some(Shown::Line(line))) = (kind != NoteKind::Comment, blocks.first_mut())
            {
                line.label = shown.to_string();
            }
            self.append(1, blocks);
        }
        Ok(())
    }
}
