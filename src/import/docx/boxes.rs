//! Drawings: those with words are text boxes, charts or diagrams, the others are counted.

use crate::import::pieces;
use crate::ooxml::{Events, ReadError, Space};

use super::paragraph::Paragraph;
use super::properties::Look;
use super::reader::{Flow, Reader};

impl Reader {
    /// Reads a drawing; the words of its text boxes stand before the paragraph that holds it.
    pub(super) fn object(
        &mut self,
        own: &Look,
        events: &mut Events,
        paragraph: &Paragraph,
        flow: &mut Flow,
    ) -> Result<(), ReadError> {
        if !self.is_shown(own, paragraph) {
            return events.skip();
        }
        let before = self.boxes_read;
        self.drawing(events, flow)?;
        if self.boxes_read == before {
            self.objects += 1;
        }
        Ok(())
    }

    /// The words of a chart or a diagram.
    fn drawn(&mut self, name: &str, flow: &mut Flow) -> Result<(), ReadError> {
        // Each stands in the text once.
        for words in self.drawn.remove(name).unwrap_or_default() {
            self.room.run(words.len())?;
            let mut paragraph = Paragraph::default();
            paragraph.words.push(&words, pieces::Look::default());
            self.boxes_read += 1;
            self.end(paragraph, flow)?;
        }
        Ok(())
    }

    fn drawing(&mut self, events: &mut Events, flow: &mut Flow) -> Result<(), ReadError> {
        let mut hidden = false;
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Word, "txbxContent") => {
                    self.boxes += 1;
                    self.boxes_read += 1;
                    let blocks = self.story(events)?;
                    self.boxes -= 1;
                    flow.blocks.extend(blocks);
                }
                (Space::Vml, "textpath") => {
                    // Words drawn along a line.
                    let words = tag.get("string").unwrap_or_default();
                    self.room.run(words.len())?;
                    let mut paragraph = Paragraph::default();
                    paragraph.words.push(&words, pieces::Look::default());
                    self.boxes += 1;
                    self.boxes_read += 1;
                    self.end(paragraph, flow)?;
                    self.boxes -= 1;
                    events.skip()?;
                }
                (Space::Anchor, "docPr") => {
                    hidden = matches!(tag.get("hidden").as_deref(), Some("1" | "true" | "on"));
                    events.skip()?;
                }
                _ if hidden => events.skip()?,
                (Space::Other, "chart" | "relIds") => {
                    let name = tag.get("id").or_else(|| tag.get("dm"));
                    self.drawn(name.as_deref().unwrap_or_default(), flow)?;
                    events.skip()?;
                }
                _ => {
                    self.wrapped(&tag, events, &mut |reader, events| reader.drawing(events, flow))?;
                }
            }
        }
        Ok(())
    }
}
