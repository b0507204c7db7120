//! The lists of a Word file, and what they count.

use std::collections::{HashMap, HashSet};

use crate::ooxml::{Event, Events, ReadError, Space};
use crate::words::encodings::Font;

use super::count::Format;
use super::limits;
use super::properties::font;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// The lists by their numbers, with how far each has counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    by_number: HashMap<i64, List>,
    kinds: HashMap<i64, Kind>,
    /// The numbers of the last paragraphs, by kind of list: lists of a kind count on together.
    counts: HashMap<i64, [Option<i64>; LEVELS]>,
    /// The levels of lists that began anew.
    begun: HashSet<(i64, usize)>,
}

/// A list: a kind, and what is different in it.
#[derive(Clone, Debug, Default)]
struct List {
    kind: i64,
    starts: [Option<i64>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// A kind of list.
#[derive(Clone, Debug, Default)]
struct Kind {
    levels: [Option<Level>; LEVELS],
    /// The style that says what this kind is.
    style: Option<String>,
}

/// A level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: i64,
    format: Format,
    /// The label, with %1 to %9 for the numbers of the levels.
    text: String,
    /// It begins again behind this level, counted from 1; 0: never.
    restart: Option<i64>,
    /// All numbers of its label are plain ones.
    plain: bool,
    /// The style whose paragraphs stand at this level.
    style: Option<String>,
    font: Font,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: Format::Decimal,
            text: String::new(),
            restart: None,
            plain: false,
            style: None,
            font: Font::Unicode,
        }
    }
}

impl Lists {
    /// Reads the part of the lists.
    pub(super) fn read(events: &mut Events) -> Result<Self, ReadError> {
        let mut lists = Self::default();
        while let Some(event) = events.read()? {
            let Event::Start(tag) = event else { continue };
            match tag.name() {
                (Space::Word, "abstractNum") => {
                    let id = tag.number("abstractNumId").unwrap_or_default();
                    limits::looks(lists.kinds.len())?;
                    let kind = kind(events)?;
                    lists.kinds.insert(id, kind);
                }
                (Space::Word, "num") => {
                    let id = tag.number("numId").unwrap_or_default();
                    limits::looks(lists.by_number.len())?;
                    let list = list(events)?;
                    lists.by_number.insert(id, list);
                }
                _ => {}
            }
        }
        Ok(lists)
    }

    /// The level of a list at which the paragraphs of a style stand.
    pub(super) fn level_of(&self, list: i64, style: &str) -> Option<usize> {
        let list = self.by_number.get(&list)?;
        let kind = self.kinds.get(&list.kind)?;
        (0..LEVELS).find(|at| {
            let level = list.levels[*at].as_ref().or(kind.levels[*at].as_ref());
            level.is_some_and(|level| level.style.as_deref() == Some(style))
        })
    }

    /// Counts the next paragraph at a level of a list: its label. `list_of` is the list that a
    /// style says. None where there is no such list.
    pub(super) fn next(
        &mut self,
        id: i64,
        at: usize,
        list_of: impl Fn(&str) -> Option<i64>,
    ) -> Option<String> {
        let list = self.by_number.get(&id)?;
        let mut kind_id = list.kind;
        let mut kind = self.kinds.get(&kind_id)?;
        // A kind may say no more than that it is the one of a style.
        if let Some(meant) = kind.style.as_deref().and_then(list_of)
            && let Some(meant) = self.by_number.get(&meant)
            && let Some(found) = self.kinds.get(&meant.kind)
        {
            (kind_id, kind) = (meant.kind, found);
        }
        let level = |at: usize| list.levels[at].as_ref().or(kind.levels[at].as_ref());
        let counts = self.counts.entry(kind_id).or_default();
        let start = |at: usize| level(at).map_or(1, |level| level.start);
        let anew = list.starts[at].filter(|_| self.begun.insert((id, at)));
        let number =
            anew.unwrap_or_else(|| counts[at].map_or(start(at), |last| last.saturating_add(1)));
        counts[at] = Some(number);
        for (below, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let restart = level(below).and_then(|level| level.restart);
            if restart.is_none_or(|behind| usize::try_from(behind).is_ok_and(|behind| behind > at))
            {
                *count = None;
            }
        }
        let own = level(at)?;
        let shown = |at: usize| {
            let format = level(at).map_or(Format::Decimal, |level| level.format);
            let format = if own.plain { Format::Decimal } else { format };
            format.show(counts[at].unwrap_or_else(|| start(at)))
        };
        Some(own.font.read(label(&own.text, shown).trim()).into_owned())
    }
}

/// A label with the numbers of its levels.
fn label(text: &str, shown: impl Fn(usize) -> String) -> String {
    let mut label = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let level = if c == '%' { rest.peek().and_then(|c| c.to_digit(10)) } else { None };
        match level {
            Some(level @ 1..=9) => {
                rest.next();
                label.push_str(&shown(level as usize - 1));
            }
            _ => label.push(c),
        }
    }
    label
}

fn kind(events: &mut Events) -> Result<Kind, ReadError> {
    let mut kind = Kind::default();
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "lvl") => {
                let at = at(tag.number("ilvl"));
                let level = level(events)?;
                kind.levels[at] = Some(level);
                continue;
            }
            (Space::Word, "numStyleLink") => kind.style = tag.get("val").map(Into::into),
            _ => {}
        }
        events.skip()?;
    }
    Ok(kind)
}

fn list(events: &mut Events) -> Result<List, ReadError> {
    let mut list = List::default();
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "lvlOverride") => {
                let at = at(tag.number("ilvl"));
                while let Some(tag) = events.child()? {
                    match tag.name() {
                        (Space::Word, "lvl") => {
                            list.levels[at] = Some(level(events)?);
                            continue;
                        }
                        (Space::Word, "startOverride") => list.starts[at] = tag.number("val"),
                        _ => {}
                    }
                    events.skip()?;
                }
                continue;
            }
            (Space::Word, "abstractNumId") => list.kind = tag.number("val").unwrap_or_default(),
            _ => {}
        }
        events.skip()?;
    }
    Ok(list)
}

fn level(events: &mut Events) -> Result<Level, ReadError> {
    let mut said = Level::default();
    says(events, &mut said)?;
    Ok(said)
}

fn says(events: &mut Events, level: &mut Level) -> Result<(), ReadError> {
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Word, "start") => level.start = tag.number("val").unwrap_or_default(),
            (Space::Word, "numFmt") => {
                level.format = Format::named(tag.get("val").as_deref().unwrap_or_default());
            }
            (Space::Word, "lvlText") => {
                level.text = tag.get("val").unwrap_or_default().into_owned();
            }
            (Space::Word, "lvlRestart") => level.restart = tag.number("val"),
            (Space::Word, "isLgl") => level.plain = tag.on(),
            (Space::Word, "pStyle") => level.style = tag.get("val").map(Into::into),
            (Space::Word, "rFonts") => level.font = font(&tag).unwrap_or_default(),
            // The last of several forms is the one that every program knows.
            (Space::Word, "rPr") | (Space::Compatibility, _) => {
                says(events, level)?;
                continue;
            }
            _ => {}
        }
        events.skip()?;
    }
    Ok(())
}

fn at(level: Option<i64>) -> usize {
    usize::try_from(level.unwrap_or_default()).unwrap_or_default().min(LEVELS - 1)
}
