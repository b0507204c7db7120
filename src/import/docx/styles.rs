//! The styles of a Word file, each with all that it takes over from the styles it rests on.

use std::collections::HashMap;

use crate::import::Align;
use crate::import::pieces;
use crate::ooxml::{Event, Events, ReadError, Space};

use super::limits::{self, CHAIN};
use super::properties::{Look, Stand, look, stand};

/// The styles by their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    known: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    /// What stands under every style.
    base: Style,
}

/// A style with all that it takes over.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// How its words look.
    pub look: Look,
    /// How its paragraphs stand.
    pub stand: Stand,
    /// The style that says which list counts it.
    pub list_from: Option<String>,
}

/// A style as the file says it.
#[derive(Default)]
struct Said {
    /// It is for words within a paragraph.
    of_words: bool,
    rests_on: Option<String>,
    look: Look,
    stand: Stand,
}

impl Styles {
    /// Reads the part of the styles.
    pub(super) fn read(events: &mut Events) -> Result<Self, ReadError> {
        let mut said: HashMap<String, Said> = HashMap::new();
        let mut base = Said::default();
        let mut usual = None;
        while let Some(event) = events.read()? {
            let Event::Start(tag) = event else { continue };
            match tag.name() {
                (Space::Word, "rPrDefault" | "pPrDefault") => default(events, &mut base)?,
                (Space::Word, "style") => {
                    limits::looks(said.len())?;
                    let id = tag.get("styleId").unwrap_or_default().into_owned();
                    let kind = tag.get("type").unwrap_or_default().into_owned();
                    let is_usual =
                        matches!(tag.get("default").as_deref(), Some("1" | "true" | "on"));
                    if kind == "paragraph" && is_usual {
                        usual = Some(id.clone());
                    }
                    let of_words = kind == "character";
                    said.insert(id, Said { of_words, ..style(events)? });
                }
                _ => {}
            }
        }
        let known = said.keys().map(|id| (id.clone(), whole(id, &said, &base))).collect();
        let mut bottom = Style::default();
        take_over(&mut bottom, &base);
        Ok(Self { known, usual, base: bottom })
    }

    /// The style of a paragraph that names one, or none.
    pub(super) fn paragraph(&self, named: Option<&str>) -> &Style {
        let found = |id: &str| self.known.get(id);
        named
            .and_then(found)
            .or_else(|| self.usual.as_deref().and_then(found))
            .unwrap_or(&self.base)
    }

    /// The list that a style says.
    pub(super) fn list(&self, id: &str) -> Option<i64> {
        self.known.get(id)?.stand.list
    }

    /// How words look that say something themselves, in a paragraph of some style; none: they
    /// are not shown.
    pub(super) fn shown(&self, paragraph: &Style, own: &Look) -> Option<pieces::Look> {
        let of_words = own.style.as_ref().and_then(|id| self.known.get(id));
        // What a style of words says turns around what the paragraph's says, as a switch does.
        let switched = |what: fn(&Look) -> Option<bool>| {
            let in_words = of_words.and_then(|style| what(&style.look)).unwrap_or(false);
            let in_paragraph = what(&paragraph.look).unwrap_or(false);
            what(own).unwrap_or(in_paragraph != in_words)
        };
        let font = own.font.or_else(|| of_words.and_then(|style| style.look.font));
        (!switched(|look| look.hidden)).then(|| pieces::Look {
            bold: switched(|look| look.bold),
            italic: switched(|look| look.italic),
            font: font.or(paragraph.look.font).unwrap_or_default(),
        })
    }
}

impl Stand {
    /// Between its edges, in the end.
    pub(super) fn align_in(&self, style: &Style) -> Align {
        self.align.or(style.stand.align).unwrap_or_default()
    }

    /// 1 to 9 where the outline names it.
    pub(super) fn heading_in(&self, style: &Style) -> Option<u8> {
        let level = self.outline.or(style.stand.outline)?;
        u8::try_from(level).ok().filter(|level| *level < 9).map(|level| level + 1)
    }

    /// Whether a page begins with it.
    pub(super) fn page_before_in(&self, style: &Style) -> bool {
        self.page_before.or(style.stand.page_before).unwrap_or(false)
    }
}

fn default(events: &mut Events, base: &mut Said) -> Result<(), ReadError> {
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "rPr") => base.look = look(events)?,
            (Space::Word, "pPr") => base.stand = stand(events)?,
            _ => events.skip()?,
        }
    }
    Ok(())
}

fn style(events: &mut Events) -> Result<Said, ReadError> {
    let mut said = Said::default();
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "rPr") => {
                said.look = look(events)?;
                continue;
            }
            (Space::Word, "pPr") => {
                said.stand = stand(events)?;
                continue;
            }
            (Space::Word, "basedOn") => said.rests_on = tag.get("val").map(Into::into),
            _ => {}
        }
        events.skip()?;
    }
    Ok(said)
}

/// A style with what it takes over: the nearest that says something is heard.
fn whole(id: &str, said: &HashMap<String, Said>, base: &Said) -> Style {
    let mut style = Style::default();
    let mut next = Some(id);
    for _ in 0..CHAIN {
        let Some((id, one)) = next.and_then(|id| said.get_key_value(id)) else { break };
        if style.stand.list.is_none() && one.stand.list.is_some() {
            style.list_from = Some(id.clone());
        }
        take_over(&mut style, one);
        next = one.rests_on.as_deref();
    }
    if !said.get(id).is_some_and(|one| one.of_words) {
        take_over(&mut style, base);
    }
    style
}

fn take_over(style: &mut Style, from: &Said) {
    let (look, stand) = (&mut style.look, &mut style.stand);
    look.bold = look.bold.or(from.look.bold);
    look.italic = look.italic.or(from.look.italic);
    look.hidden = look.hidden.or(from.look.hidden);
    look.font = look.font.or(from.look.font);
    stand.align = stand.align.or(from.stand.align);
    stand.list = stand.list.or(from.stand.list);
    stand.level = stand.level.or(from.stand.level);
    stand.outline = stand.outline.or(from.stand.outline);
    stand.page_before = stand.page_before.or(from.stand.page_before);
}
