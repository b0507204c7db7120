//! Words within a paragraph: runs, tabs, breaks, fields, marks of notes.

use std::borrow::Cow;

use crate::ooxml::{Events, ReadError, Space, Tag};
use crate::words::encodings::Font;

use super::limits::FIELDS;
use super::paragraph::Paragraph;
use super::properties::{Look, look, stand};
use super::reader::{Flow, NoteKind, Reader};

impl Reader {
    /// Reads the inside of a paragraph to the end of the element that was begun.
    pub(super) fn inline(
        &mut self,
        events: &mut Events,
        paragraph: &mut Paragraph,
        flow: &mut Flow,
    ) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Word, "pPr") => paragraph.stand = stand(events)?,
                (Space::Word, "r") => self.run(events, &mut Look::default(), paragraph, flow)?,
                (Space::Math, "t") => {
                    let words = events.words()?;
                    self.words(&words, &Look::default(), paragraph)?;
                }
                _ => self.wrapped(&tag, events, &mut |reader, events| {
                    reader.inline(events, paragraph, flow)
                })?,
            }
        }
        Ok(())
    }

    /// Reads the inside of a run.
    fn run(
        &mut self,
        events: &mut Events,
        own: &mut Look,
        paragraph: &mut Paragraph,
        flow: &mut Flow,
    ) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            if let (Space::Word, name) = tag.name() {
                let sign = match name {
                    "rPr" => {
                        *own = look(events)?;
                        continue;
                    }
                    "t" => {
                        let words = events.words()?;
                        self.words(&one_line(&words), own, paragraph)?;
                        continue;
                    }
                    "sym" => {
                        self.sign(&tag, own, paragraph)?;
                        events.skip()?;
                        continue;
                    }
                    "drawing" | "pict" | "object" => {
                        self.object(own, events, paragraph, flow)?;
                        continue;
                    }
                    "tab" | "ptab" => "\t",
                    "br" if tag.get("type").as_deref() == Some("page") => {
                        if self.is_shown(own, paragraph) {
                            self.room.run(0)?;
                            paragraph.words.page_break();
                        }
                        ""
                    }
                    "br" | "cr" => "\n",
                    "noBreakHyphen" => "-",
                    "softHyphen" => "\u{AD}",
                    "fldChar" => {
                        self.field(&tag);
                        ""
                    }
                    "footnoteReference" | "endnoteReference" | "commentReference" => {
                        if self.is_shown(own, paragraph) {
                            self.refer(&tag);
                        }
                        ""
                    }
                    // What is not shown: the words of a field's question, what was taken out,
                    // and what says how another word is spoken.
                    "instrText" | "delText" | "delInstrText" | "rt" => "",
                    _ => {
                        self.wrapped(&tag, events, &mut |reader, events| {
                            reader.run(events, own, paragraph, flow)
                        })?;
                        continue;
                    }
                };
                events.skip()?;
                self.words(sign, own, paragraph)?;
            } else {
                self.wrapped(&tag, events, &mut |reader, events| {
                    reader.run(events, own, paragraph, flow)
                })?;
            }
        }
        Ok(())
    }

    /// Adds words where they are shown.
    fn words(
        &mut self,
        words: &str,
        own: &Look,
        paragraph: &mut Paragraph,
    ) -> Result<(), ReadError> {
        if words.is_empty() || self.placeholder || self.fields.contains(&false) {
            return Ok(());
        }
        let style = self.styles.paragraph(paragraph.stand.style.as_deref());
        if let Some(look) = self.styles.shown(style, own) {
            self.room.run(words.len())?;
            paragraph.words.push(words, look);
        }
        Ok(())
    }

    /// Adds a sign that names its font itself.
    fn sign(&mut self, tag: &Tag, own: &Look, paragraph: &mut Paragraph) -> Result<(), ReadError> {
        let code = tag.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let Some(sign) = code.and_then(char::from_u32) else { return Ok(()) };
        let font = tag.get("font").map(|name| Font::named(&name));
        let own = Look { font: font.or(own.font), ..own.clone() };
        self.words(sign.encode_utf8(&mut [0; 4]), &own, paragraph)
    }

    /// Whether what stands here is shown.
    pub(super) fn is_shown(&self, own: &Look, paragraph: &Paragraph) -> bool {
        let style = self.styles.paragraph(paragraph.stand.style.as_deref());
        !self.fields.contains(&false) && self.styles.shown(style, own).is_some()
    }

    /// A field begins, shows its result from here on, or ends.
    fn field(&mut self, tag: &Tag) {
        match tag.get("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < FIELDS => self.fields.push(false),
            Some("separate") => {
                if let Some(shows_result) = self.fields.last_mut() {
                    *shows_result = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// The number of a note stands here.
    fn refer(&mut self, tag: &Tag) {
        let kind = match tag.name().1 {
            "footnoteReference" => NoteKind::Footnote,
            "endnoteReference" => NoteKind::Endnote,
            _ => NoteKind::Comment,
        };
        if let Some(id) = tag.get("id") {
            self.referred.push((kind, id.into_owned()));
        }
    }
}

/// A line break in the file is none on the page.
fn one_line(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r', '\t']) {
        Cow::Owned(words.replace(['\n', '\r', '\t'], " "))
    } else {
        Cow::Borrowed(words)
    }
}
