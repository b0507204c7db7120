//! XML as elements that begin and end and words between them, within limits.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::{Limit, ReadError};

/// Elements within elements.
const DEPTH: usize = 256;
/// Elements and letters by name of one file, over all its parts: each takes its time, whatever it
/// says. A plan of 5,000 rows has a million.
const ELEMENTS: usize = 4_000_000;

/// So many elements may still come, in this part and in others of its file.
#[derive(Clone, Debug)]
pub(super) struct Left(Rc<Cell<usize>>);

impl Default for Left {
    fn default() -> Self {
        Self(Rc::new(Cell::new(ELEMENTS)))
    }
}

impl Left {
    fn take(&self) -> Result<(), ReadError> {
        let left = self.0.get().checked_sub(1).ok_or(ReadError::TooLarge(Limit::Elements))?;
        self.0.set(left);
        Ok(())
    }
}

/// What comes next.
#[derive(Debug)]
pub enum Event<'a> {
    /// An element begins; one that is empty ends at once.
    Start(Tag<'a>),
    /// The element that began last and is still open ends.
    End,
    /// Words; more of them may follow at once.
    Words(Cow<'a, str>),
}

/// The vocabularies of office files, in their strict form as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Word's own.
    Word,
    /// Sheets of Excel.
    Sheet,
    /// Slides.
    Slides,
    /// Where a drawing stands in the text.
    Anchor,
    /// Drawings.
    Drawing,
    /// Drawings of Office 2007 and before.
    Vml,
    /// Formulas.
    Math,
    /// One and the same thing in more than one form.
    Compatibility,
    /// Any other.
    Other,
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Tag<'a> {
    space: Space,
    start: BytesStart<'a>,
}

/// XML that is read from the beginning to the end.
pub struct Events<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
    left: Left,
}

impl<'a> Events<'a> {
    /// At the beginning of a text that is no part of a file.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self::counted(text, Left::default())
    }

    /// At the beginning of a part, counted together with others.
    pub(super) fn counted(text: &'a str, left: Left) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0, left }
    }

    /// What comes next; none at the end.
    ///
    /// # Errors
    /// When the XML is not well formed, breaks off, brings definitions, or is more than an
    /// honest file has.
    pub fn read(&mut self) -> Result<Option<Event<'a>>, ReadError> {
        loop {
            match self.reader.read_event().map_err(|_| ReadError::NotXml)? {
                Raw::Start(start) | Raw::Empty(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(ReadError::TooLarge(Limit::Depth));
                    }
                    self.left.take()?;
                    let space = space(&self.reader.resolver().resolve_element(start.name()).0);
                    return Ok(Some(Event::Start(Tag { space, start })));
                }
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Event::End));
                }
                Raw::Text(text) => return Ok(Some(Event::Words(text.xml10_content()))),
                Raw::CData(text) => return Ok(Some(Event::Words(text.xml10_content()))),
                Raw::GeneralRef(named) => {
                    self.left.take()?;
                    let character = match &*named {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "apos" => '\'',
                        _ => named.resolve_char_ref().ok().flatten().ok_or(ReadError::NotXml)?,
                    };
                    return Ok(Some(Event::Words(Cow::Owned(character.to_string()))));
                }
                Raw::DocType(_) => return Err(ReadError::Definitions),
                Raw::Eof if self.depth > 0 => return Err(ReadError::NotXml),
                Raw::Eof => return Ok(None),
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => {}
            }
        }
    }

    /// The beginning of the next element within the one that is open; none where that one ends.
    /// Whoever asks reads or skips each element that is given before asking again.
    ///
    /// # Errors
    /// As [`Events::read`].
    pub fn child(&mut self) -> Result<Option<Tag<'a>>, ReadError> {
        loop {
            match self.read()? {
                Some(Event::Start(tag)) => return Ok(Some(tag)),
                Some(Event::Words(_)) => {}
                Some(Event::End) | None => return Ok(None),
            }
        }
    }

    /// Goes behind the end of the element that began last, whatever stands in it.
    ///
    /// # Errors
    /// As [`Events::read`].
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.read()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The words of the element that began last, and of those inside it; goes behind its end.
    ///
    /// # Errors
    /// As [`Events::read`].
    pub fn words(&mut self) -> Result<Cow<'a, str>, ReadError> {
        let outside = self.depth.saturating_sub(1);
        let mut words = Cow::Borrowed("");
        while self.depth > outside {
            match self.read()? {
                Some(Event::Words(more)) if words.is_empty() => words = more,
                Some(Event::Words(more)) => words.to_mut().push_str(&more),
                Some(_) => {}
                None => break,
            }
        }
        Ok(words)
    }
}

impl Tag<'_> {
    /// Its vocabulary and its name without a prefix.
    #[must_use]
    pub fn name(&self) -> (Space, &str) {
        (self.space, self.start.local_name().into_inner())
    }

    /// The value of an attribute, by its name without a prefix.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        // Without checks: each is compared with all before it.
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .map_while(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// An attribute that is a number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.trim().parse().ok()
    }

    /// What an element says that is on by being there, unless `val` turns it off.
    #[must_use]
    pub fn on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off"))
    }
}

fn space(resolved: &ResolveResult) -> Space {
    let ResolveResult::Bound(Namespace(address)) = resolved else { return Space::Other };
    match *address {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        | "http://purl.oclc.org/ooxml/spreadsheetml/main" => Space::Sheet,
        "http://schemas.openxmlformats.org/presentationml/2006/main"
        | "http://purl.oclc.org/ooxml/presentationml/main" => Space::Slides,
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => Space::Anchor,
        "http://schemas.openxmlformats.org/drawingml/2006/main"
        | "http://purl.oclc.org/ooxml/drawingml/main" => Space::Drawing,
        "urn:schemas-microsoft-com:vml" => Space::Vml,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
        _ => Space::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_counted_over_all_parts_of_a_file() {
        let left = Left(Rc::new(Cell::new(5)));
        let end = |text: &str| {
            let mut events = Events::counted(text, left.clone());
            while events.read()?.is_some() {}
            Ok(())
        };
        assert_eq!(end("<a><b/>&amp;</a>"), Ok(()));
        assert_eq!(end("<a><b/></a>"), Ok(()));
        assert_eq!(end("<a/>"), Err(ReadError::TooLarge(Limit::Elements)));
    }
}
