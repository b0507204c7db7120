//! How words and paragraphs look, as they say it themselves: `rPr` and `pPr`.

use crate::import::Align;
use crate::ooxml::{Events, ReadError, Space, Tag};
use crate::words::encodings::Font;

/// How words look; none: as what they stand in.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// The style of the words.
    pub style: Option<String>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// How the letters of their font are read.
    pub font: Option<Font>,
    /// Of a paragraph's mark: taken out by a tracked change.
    pub deleted: bool,
}

/// How a paragraph stands; none: as its style.
#[derive(Clone, Debug, Default)]
pub(super) struct Stand {
    /// Its style.
    pub style: Option<String>,
    /// Between its edges.
    pub align: Option<Align>,
    /// The list that counts it; 0: none.
    pub list: Option<i64>,
    /// Its level in that list.
    pub level: Option<i64>,
    /// Its level in the outline, 9: none.
    pub outline: Option<i64>,
    /// A page begins with it.
    pub page_before: Option<bool>,
    /// A page begins behind it.
    pub page_behind: bool,
    /// It stands in a frame beside the text.
    pub framed: bool,
    /// It is the large first letter of the next paragraph.
    pub first_letter: bool,
    /// The look of its mark.
    pub mark: Look,
}

/// The look that an `rPr` says; its beginning was read.
pub(super) fn look(events: &mut Events) -> Result<Look, ReadError> {
    let mut look = Look::default();
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "rStyle") => look.style = tag.get("val").map(Into::into),
            (Space::Word, "b") => look.bold = Some(tag.on()),
            (Space::Word, "i") => look.italic = Some(tag.on()),
            (Space::Word, "vanish") => look.hidden = Some(tag.on()),
            (Space::Word, "rFonts") => look.font = font(&tag),
            (Space::Word, "del" | "moveFrom") => look.deleted = true,
            _ => {}
        }
        events.skip()?;
    }
    Ok(look)
}

/// The font that an `rFonts` names for letters with marks; one of a theme is never an old one.
pub(super) fn font(tag: &Tag) -> Option<Font> {
    let themed = ["hAnsiTheme", "asciiTheme"].into_iter().any(|name| tag.get(name).is_some());
    let named = tag.get("hAnsi").or_else(|| tag.get("ascii"));
    if themed { Some(Font::Unicode) } else { named.map(|name| Font::named(&name)) }
}

/// What a `pPr` says; its beginning was read.
pub(super) fn stand(events: &mut Events) -> Result<Stand, ReadError> {
    let mut stand = Stand::default();
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "rPr") => {
                stand.mark = look(events)?;
                continue;
            }
            (Space::Word, "numPr") => {
                (stand.list, stand.level) = list(events)?;
                continue;
            }
            (Space::Word, "sectPr") => {
                stand.page_behind = section(events)?;
                continue;
            }
            (Space::Word, "pStyle") => stand.style = tag.get("val").map(Into::into),
            (Space::Word, "jc") => stand.align = Some(align(&tag)),
            (Space::Word, "outlineLvl") => stand.outline = tag.number("val"),
            (Space::Word, "framePr") => {
                stand.first_letter = tag.get("dropCap").is_some_and(|kind| kind != "none");
                stand.framed = !stand.first_letter;
            }
            (Space::Word, "pageBreakBefore") => stand.page_before = Some(tag.on()),
            _ => {}
        }
        events.skip()?;
    }
    Ok(stand)
}

fn align(tag: &Tag) -> Align {
    match tag.get("val").as_deref() {
        Some("center") => Align::Centre,
        Some("right" | "end") => Align::Right,
        _ => Align::Left,
    }
}

fn list(events: &mut Events) -> Result<(Option<i64>, Option<i64>), ReadError> {
    let (mut list, mut level) = (None, None);
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "numId") => list = tag.number("val"),
            (Space::Word, "ilvl") => level = tag.number("val"),
            _ => {}
        }
        events.skip()?;
    }
    Ok((list, level))
}

/// Whether the section behind this one begins on a page of its own.
fn section(events: &mut Events) -> Result<bool, ReadError> {
    let mut page = true;
    while let Some(tag) = events.child()? {
        if tag.name() == (Space::Word, "type") {
            page = !matches!(tag.get("val").as_deref(), Some("continuous" | "nextColumn"));
        }
        events.skip()?;
    }
    Ok(page)
}
