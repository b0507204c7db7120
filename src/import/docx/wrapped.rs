//! What stands around paragraphs, words, rows and cells alike: content controls, tracked changes,
//! and one thing in several forms.

use crate::ooxml::{Events, ReadError, Space, Tag};

use super::reader::Reader;

/// Reads what stands inside, to the end of the element that was begun.
type Inside<'a> = dyn FnMut(&mut Reader, &mut Events) -> Result<(), ReadError> + 'a;

impl Reader {
    /// Reads an element that is itself neither words nor a place for them; its beginning was read.
    pub(super) fn wrapped(
        &mut self,
        tag: &Tag,
        events: &mut Events,
        inside: &mut Inside,
    ) -> Result<(), ReadError> {
        match tag.name() {
            (Space::Word, "del" | "moveFrom") => {
                self.tracked = true;
                events.skip()
            }
            (Space::Word, "ins" | "moveTo") => {
                self.tracked = true;
                inside(self, events)
            }
            (Space::Word, "sdt") => {
                let around = self.placeholder;
                inside(self, events)?;
                self.placeholder = around;
                Ok(())
            }
            (Space::Word, "sdtPr") => self.control(events),
            (Space::Word, name) if name.ends_with("Pr") || name.ends_with("PrEx") => events.skip(),
            (Space::Compatibility, "AlternateContent") => self.first_form(events, inside),
            _ => inside(self, events),
        }
    }

    /// What a content control says of itself: whether its words only ask for words.
    fn control(&mut self, events: &mut Events) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            if tag.name() == (Space::Word, "showingPlcHdr") {
                self.placeholder |= tag.on();
            }
            events.skip()?;
        }
        Ok(())
    }

    /// The same thing stands there in several forms: the first one is read, the others say the
    /// same to older programs.
    fn first_form(&mut self, events: &mut Events, inside: &mut Inside) -> Result<(), ReadError> {
        if events.child()?.is_some() {
            inside(self, events)?;
            while events.child()?.is_some() {
                events.skip()?;
            }
        }
        Ok(())
    }
}
