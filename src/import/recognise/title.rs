//! The title: the type of the document and the lines under it.

use std::ops::Range;

use super::super::draft::Home;
use super::build::Build;
use super::lines::{Strip, TOLD, Thing, flat, is_rule};
use super::marks::mark;
use crate::plan::{InfoField, Level, Paragraph, SchoolYear, Spot};
use crate::words::{beginning, official};

/// How far from the top a title may stand, and to whom a paper goes, in things.
pub(in super::super) const DEEPEST: usize = 60;
/// How the line begins that says to whom a paper goes.
pub(in super::super) const TO_WHOM: &str = "kinh gui";
/// How many lines a title may have.
const LINES: usize = 8;

/// Papers about a plan, as their titles say.
const PAPERS: [&str; 2] = ["bao cao", "bien ban"];

/// The lines of the title; none where no line is one.
pub(super) fn find(things: &[Thing<'_>]) -> Option<Range<usize>> {
    let lines = || things.iter().take(DEEPEST).enumerate();
    let type_of = |strip: &Strip<'_>| {
        let stands_out = strip.is_centred() || strip.is_bold() || strip.is_shouted();
        let plan = flat(official::PLAN);
        strip.flat == plan
            || stands_out && PAPERS.contains(&strip.flat.as_str())
            || stands_out
                && strip.flat.starts_with(&format!("{plan} "))
                && !strip.flat.starts_with(&format!("{plan} so"))
    };
    let begins = lines().find_map(|(at, thing)| match thing {
        Thing::Line(strip) if type_of(strip) => Some(at),
        _ => None,
    });
    // Another type of document: the first words in the middle below the head.
    let begins = begins.or_else(|| {
        let head = things.iter().take(DEEPEST).rposition(super::head::is_of_head)?;
        let at = head + 1;
        match things.get(at) {
            Some(Thing::Line(strip)) if strip.is_centred() && mark_is_none(strip) => Some(at),
            _ => None,
        }
    })?;
    let centred = matches!(&things[begins], Thing::Line(strip) if strip.is_centred());
    let mut end = begins + 1;
    while let Some(Thing::Line(strip)) = things.get(end) {
        let plain =
            mark_is_none(strip) && strip.line.heading.is_none_or(|level| !centred || level > 2);
        let year = ["nam hoc ", "giai doan ", "sau tu danh gia", "cai tien chat luong"]
            .iter()
            .any(|start| strip.flat.starts_with(start));
        let stands_out = strip.is_bold() || strip.is_shouted();
        let short = strip.text.chars().count() <= 200;
        // To whom a report goes stands under its title.
        if strip.flat.starts_with(TO_WHOM) {
            break;
        }
        let belongs = is_rule(&strip.text)
            || plain
                && short
                && (strip.is_centred() || year || !centred && stands_out && !is_base(strip));
        if !belongs || end - begins >= LINES {
            break;
        }
        end += 1;
    }
    Some(begins..end)
}

fn mark_is_none(strip: &Strip<'_>) -> bool {
    let mark = mark(strip.line, &strip.text);
    mark.roman.is_none() && mark.number.is_none()
}

fn is_base(strip: &Strip<'_>) -> bool {
    strip.flat.starts_with("can cu ")
}

/// Reads the title into the plan.
pub(super) fn title(things: &[Thing<'_>], build: &mut Build<'_>) {
    let plan = flat(official::PLAN);
    for thing in things {
        let Thing::Line(strip) = thing else { continue };
        if is_rule(&strip.text) {
            build.piece(strip.at, Home::Nothing, None, &strip.text);
            continue;
        }
        if matches!(build.home_of(strip.at), Some(Home::Opening | Home::Paragraph)) {
            let paragraph = Paragraph::plain(Level::None, strip.text.trim());
            build.plan.opening.push(paragraph);
            build.piece(strip.at, Home::Opening, Some(Spot::Opening), &strip.text);
            continue;
        }
        let mut home = Home::Subject;
        for line in strip.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            if build.plan.doc_type.is_empty() && build.plan.subject.is_empty() {
                home = Home::DocType;
                let words = flat(line);
                // "KẾ HOẠCH CẢI TIẾN …" in one line: the type, then what it is about.
                let end = line.char_indices().nth(plan.chars().count()).map(|(at, _)| at);
                match end.filter(|_| words.starts_with(&format!("{plan} "))) {
                    Some(end) => {
                        line[..end].clone_into(&mut build.plan.doc_type);
                        build.plan.subject.push(line[end..].trim().to_owned());
                    }
                    None => line.clone_into(&mut build.plan.doc_type),
                }
            } else {
                build.plan.subject.push(line.to_owned());
            }
        }
        let field = if home == Home::DocType { InfoField::DocType } else { InfoField::Subject };
        build.piece(strip.at, home, Some(Spot::Info(field)), &strip.text);
    }
}

/// The school year that a text names: "năm học 2025-2026", else two years that follow.
pub(super) fn school_year(text: &str) -> Option<SchoolYear> {
    let text = beginning(text, TOLD);
    let mut found = None;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        let begins = !last.is_ascii_digit() && !matches!(last, '/' | '.');
        last = c;
        let years = &text[at..];
        if !begins || years.bytes().take_while(u8::is_ascii_digit).count() != 4 {
            continue;
        }
        // "2025 - 2026", with up to five signs between the years.
        let year = (9..=13).rev().find_map(|length| {
            let part = beginning(years, length);
            let ends = !years[part.len()..].starts_with(|c: char| c.is_ascii_digit());
            SchoolYear::parse(&part.replace('/', "-"))
                .filter(|_| ends && part.ends_with(|c: char| c.is_ascii_digit()))
        });
        if let Some(year) = year {
            if flat(&text[..at]).ends_with("nam hoc") {
                return Some(year);
            }
            found = found.or(Some(year));
        }
    }
    found
}
