//! Paragraphs and tables in their order.

use crate::ooxml::{Events, ReadError, Space, Tag};

use super::reader::{Flow, Reader};

impl Reader {
    /// Reads blocks to the end of the element that was begun.
    pub(super) fn blocks(&mut self, events: &mut Events, flow: &mut Flow) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            self.block(&tag, events, flow)?;
        }
        Ok(())
    }

    /// Reads one block, whose beginning was read.
    pub(super) fn block(
        &mut self,
        tag: &Tag,
        events: &mut Events,
        flow: &mut Flow,
    ) -> Result<(), ReadError> {
        match tag.name() {
            (Space::Word, "p") => self.paragraph(events, flow),
            (Space::Word, "tbl") => self.table(events, flow),
            (Space::Word, "altChunk") => {
                self.objects += 1;
                events.skip()
            }
            _ => self.wrapped(tag, events, &mut |reader, events| reader.blocks(events, flow)),
        }
    }

    fn paragraph(&mut self, events: &mut Events, flow: &mut Flow) -> Result<(), ReadError> {
        let mut paragraph = flow.carried.take().unwrap_or_default();
        paragraph.stand = super::properties::Stand::default();
        self.inline(events, &mut paragraph, flow)?;
        // An instruction ends with its paragraph: else one that is broken would hide the rest.
        self.fields.iter_mut().for_each(|shows_result| *shows_result = true);
        let mark = &paragraph.stand.mark;
        if mark.deleted || mark.hidden == Some(true) || paragraph.stand.first_letter {
            self.tracked |= mark.deleted;
            flow.carried = Some(paragraph);
            return Ok(());
        }
        self.end(paragraph, flow)
    }
}
