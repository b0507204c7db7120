//! The head of the first page: issuing school on the left, nation and motto on the right.

use super::flow::Section;
use super::line::{Compositor, Line, Setting};
use super::paint::{Align, ems, line_between, points, space_behind};
use super::paragraph::{RULE_SHARE, rule_under};
use super::sheet::{CLOSE_PITCH, baseline};
use super::strip::Strip;
use super::{DateLine, ElementId, FaceId, HeadMeasure, PageItem, clean};
use crate::document::{Blank, Letterhead, Piece};
use crate::words;

/// Between the two columns, pt.
const GUTTER: f32 = 8.0;
/// Room to write a number by hand, pt.
const BLANK_NUMBER: f32 = 42.0;
/// The same beside a long symbol, pt.
const BLANK_LEAST: f32 = 26.0;
/// Room to write a day or a month, and the end of a year, pt.
const BLANK_DAY: f32 = 28.0;
const BLANK_YEAR: f32 = 36.0;
/// The least room in which a hand writes a day, pt.
const BLANK_HAND: f32 = 20.0;
/// Between a place and its date, pt: a space.
const BEHIND_PLACE: f32 = 3.5;
/// Another program sets a line a little wider: so much room it is to have, pt.
const DATE_AIR: f32 = 6.0;
/// From the rules to the line of the number, pt.
const NUMBER_GAP: f32 = 7.0;

/// A part of a line: words, or room to write.
enum Part<'a> {
    Words(Setting<'a>),
    Blank(f32),
}

/// Sizes of the head: small where the names are long.
struct Sizes {
    nation: f32,
    motto: f32,
    names: f32,
}

/// Sets the head of the first page as one strip; returns what was measured for it.
pub(super) fn set_letterhead(
    compositor: &mut Compositor<'_>,
    head: &Letterhead,
    section: &mut Section,
) -> HeadMeasure {
    let (left, width) = (section.sheet.left, section.sheet.text_width());
    // Heard in the order in which the head tells them.
    let structure = &mut compositor.structure;
    let of_bodies: Vec<_> = head.governing_body.iter().map(|_| structure.paragraph()).collect();
    let of_schools: Vec<_> = head.school.iter().map(|_| structure.paragraph()).collect();
    let [of_nation, of_motto, of_number] = [(); 3].map(|()| structure.paragraph());
    let has_date = !head.place.is_empty() || !head.date.is_empty();
    let of_date = if has_date { structure.paragraph() } else { of_number };
    let nation = Setting::plain(compositor, &head.nation, FaceId::Bold).of(of_nation);
    let motto = Setting::plain(compositor, &head.motto, FaceId::Bold).of(of_motto);
    let mut widest = 0;
    let capitals = |lines: &[String]| lines.iter().map(|line| words::upper(line)).collect();
    let bodies: Vec<String> = capitals(&head.governing_body);
    let schools: Vec<String> = capitals(&head.school);
    for (lines, face) in [(&bodies, FaceId::Regular), (&schools, FaceId::Bold)] {
        for line in lines {
            widest = widest.max(Setting::plain(compositor, line, face).natural_width());
        }
    }
    let large = Sizes { nation: 13.0, motto: 14.0, names: 13.0 };
    let room = width - GUTTER - points(nation.natural_width(), large.nation);
    let sizes = if points(widest, large.names) <= room {
        large
    } else {
        Sizes { nation: 12.0, motto: 13.0, names: 12.0 }
    };
    let right_width = points(nation.natural_width(), sizes.nation) + 1.0;
    let left_edges = (left, width - right_width - GUTTER);
    let right_edges = (left + width - right_width, right_width);

    let room = ems(left_edges.1, sizes.names);
    let mut parted = |(line, element), face| {
        let lines = names(compositor, std::slice::from_ref::<String>(line), face, room);
        lines.into_iter().map(|line| line.of(element)).collect()
    };
    let body: Vec<Vec<_>> =
        bodies.iter().zip(of_bodies).map(|line| parted(line, FaceId::Regular)).collect();
    let school: Vec<Vec<_>> =
        schools.iter().zip(of_schools).map(|line| parted(line, FaceId::Bold)).collect();
    let mut items = Vec::new();
    let mut y = 0.0;
    for line in body.iter().flatten() {
        set_centred(compositor, line, left_edges, &mut y, sizes.names, &mut items);
    }
    let mut longest = 0.0_f32;
    for line in school.iter().flatten() {
        let set = set_centred(compositor, line, left_edges, &mut y, sizes.names, &mut items);
        longest = longest.max(set);
    }
    if longest > 0.0 {
        items.push(rule_under(left_edges, longest * RULE_SHARE, y + 2.5));
    }
    let mut right_y = 0.0;
    set_centred(compositor, &nation, right_edges, &mut right_y, sizes.nation, &mut items);
    let long = set_centred(compositor, &motto, right_edges, &mut right_y, sizes.motto, &mut items);
    items.push(rule_under(right_edges, long, right_y + 2.5));

    // The number and the date stand on one line.
    let mut y = y.max(right_y) + NUMBER_GAP;
    let size = sizes.motto.min(13.0);
    let mut number = parts(compositor, &head.number, FaceId::Regular, of_number);
    // A long symbol takes some of the room to write, but not all of it.
    let room = left_edges.1 + GUTTER - 4.0;
    let over = (parts_width(&number, size) - room + 0.1).clamp(0.0, BLANK_NUMBER - BLANK_LEAST);
    if let Some(Part::Blank(width)) = number.get_mut(1) {
        *width -= over;
    }
    let number_width = parts_width(&number, size);
    let mut date = date_parts(compositor, head, of_date);
    let line = y + baseline(size, CLOSE_PITCH);
    let mut number_x = left_edges.0 + ((left_edges.1 - number_width) / 2.0).max(0.0);
    if number_width <= room {
        // Before the date of a long place takes two lines, it takes some of the room to write,
        // then the number moves to the left.
        let free = |x: f32| left + width - x - number_width - GUTTER;
        let over = parts_width(&date, size) - free(number_x).max(right_width);
        if over > 0.0 {
            narrow_blanks(&mut date, over);
            let over = parts_width(&date, size) - free(number_x).max(right_width);
            if over > 0.0 && parts_width(&date, size) <= free(left_edges.0) {
                number_x = (number_x - over - 0.1).max(left_edges.0);
            } else if over > 0.0 {
                // Two lines it must be, and those have room.
                date = date_parts(compositor, head, of_date);
            }
        }
        set_parts(compositor, &number, (number_x, line), size, &mut items);
    } else {
        let mut number_y = y;
        for part in &number {
            if let Part::Words(words) = part {
                set_centred(compositor, words, left_edges, &mut number_y, size, &mut items);
            }
        }
        y = (number_y - size * CLOSE_PITCH).max(y);
    }
    let date_width = parts_width(&date, size);
    // Behind a place stands a space, which is no room to write.
    let date_begins = if head.place.is_empty() { 0 } else { 2 };
    let free = if number_width <= room {
        left + width - number_x - number_width - GUTTER
    } else {
        right_width
    };
    if date_width <= right_width {
        let x = right_edges.0 + (right_width - date_width) / 2.0;
        set_parts(compositor, &date, (x, line), size, &mut items);
    } else if date_width <= free {
        set_parts(compositor, &date, (left + width - date_width, line), size, &mut items);
    } else {
        // A very long place: its lines above, the date under them.
        let mut date_y = line - baseline(size, CLOSE_PITCH);
        if let Some((Part::Words(place), rest)) = date.split_first() {
            set_centred(compositor, place, right_edges, &mut date_y, size, &mut items);
            let x = right_edges.0 + ((right_width - parts_width(rest, size)) / 2.0).max(0.0);
            let line = date_y + baseline(size, CLOSE_PITCH);
            set_parts(compositor, rest, (x, line), size, &mut items);
        }
        y = y.max(date_y);
    }
    y += size * CLOSE_PITCH;
    if !head.draft_mark.is_empty() {
        y += 4.0;
        let element = compositor.structure.paragraph();
        let draft = Setting::plain(compositor, &head.draft_mark, FaceId::Bold).of(element);
        set_centred(compositor, &draft, left_edges, &mut y, 13.0, &mut items);
    }
    section.push(Strip { height: y, items, ..Strip::default() });
    section.keep_next();
    HeadMeasure {
        right: right_width,
        gutter: GUTTER,
        nation: sizes.nation,
        motto: sizes.motto,
        names: sizes.names,
        number: size,
        governing_body: lines_of(&head.governing_body, &body),
        school: lines_of(&head.school, &school),
        school_rule: longest * RULE_SHARE,
        motto_rule: long,
        date: match () {
            () if date_width + DATE_AIR <= right_width => DateLine::Centred,
            () if date_width <= free.max(right_width) => {
                DateLine::FlushRight((date_width + DATE_AIR).min(free.max(right_width)))
            }
            () => DateLine::TwoLines,
        },
        number_blank: blanks(&number).next().unwrap_or_default(),
        date_blanks: blanks(date.get(date_begins..).unwrap_or_default()).collect(),
    }
}

/// The words of names as they were typed, line by line as they were set.
fn lines_of(typed: &[String], set: &[Vec<Setting<'_>>]) -> Vec<Vec<String>> {
    let lines = |(name, set): (&String, &Vec<Setting<'_>>)| {
        let name = clean(name);
        let mut words = name.split_whitespace();
        let last = set.len().saturating_sub(1);
        set.iter()
            .enumerate()
            .map(|(at, line)| {
                let count = if at < last { line.whole_words().len() } else { usize::MAX };
                words.by_ref().take(count).collect::<Vec<_>>().join(" ")
            })
            .collect()
    };
    typed.iter().zip(set).map(lines).collect()
}

/// The room to write by hand in a line.
fn blanks(parts: &[Part<'_>]) -> impl Iterator<Item = f32> {
    parts.iter().filter_map(|part| if let Part::Blank(width) = part { Some(*width) } else { None })
}

/// The lines of a name; one too long for `room` (thousandths of an em) is parted as a clerk
/// parts it.
fn names<'a>(
    compositor: &mut Compositor<'_>,
    lines: &'a [String],
    face: FaceId,
    room: u32,
) -> Vec<Setting<'a>> {
    let mut out = Vec::new();
    for line in lines {
        let whole = Setting::plain(compositor, line, face);
        if whole.natural_width() <= room {
            out.push(whole);
            continue;
        }
        let ends = parted(&whole, room);
        let mut start = 0;
        for end in ends {
            let piece = whole.text.get(start..end).unwrap_or("");
            out.push(Setting::runs(compositor, [(piece, face)]));
            start = end;
        }
    }
    out.retain(|line| !line.is_empty());
    out
}

/// Where the lines of a name end, in bytes of its text: as few lines as there is room for,
/// each ending where it reads best.
fn parted(name: &Setting<'_>, room: u32) -> Vec<usize> {
    /// What a further line costs, against a poor end of a line.
    const LINE: u64 = 5_000;
    /// What a line without room for its words costs.
    const TOO_WIDE: u64 = 500_000;
    let whole = name.whole_words();
    let words: Vec<&str> = whole
        .iter()
        .map(|word| name.text.get(word.start as usize..word.end as usize).unwrap_or(""))
        .collect();
    let cuts = words::cut_costs(&words);
    // For each number of words from the front: the least cost, and where its last line begins.
    let mut best: Vec<(u64, usize)> = vec![(0, 0)];
    for end in 1..=words.len() {
        let (mut cost, mut from, mut width) = (u64::MAX, 0, 0);
        for start in (0..end).rev() {
            let Some(word) = whole.get(start) else { continue };
            width += word.width + if start + 1 < end { u32::from(word.space) } else { 0 };
            let slack = u64::from(room.saturating_sub(width)) * 1_000 / u64::from(room.max(1));
            let line = if width > room { TOO_WIDE } else { slack * slack / 1_000 };
            let cut = if end < words.len() { cuts.get(end - 1).copied().unwrap_or(0) } else { 0 };
            let before = best.get(start).map_or(0, |(cost, _)| *cost);
            let all = before + line + LINE + u64::from(cut) * 1_000;
            if all < cost {
                (cost, from) = (all, start);
            }
        }
        best.push((cost, from));
    }
    let mut ends = Vec::new();
    let mut at = words.len();
    while at > 0 {
        ends.extend(whole.get(at - 1).map(|word| word.end as usize));
        at = best.get(at).map_or(0, |(_, from)| *from).min(at - 1);
    }
    ends.reverse();
    ends
}

/// Sets words on as many lines as they need, moves `y` below them, returns the widest, pt.
pub(super) fn set_centred(
    compositor: &Compositor<'_>,
    words: &Setting<'_>,
    edges: (f32, f32),
    y: &mut f32,
    size: f32,
    out: &mut Vec<PageItem>,
) -> f32 {
    let lines: Vec<Line> = words.balanced(compositor.faces, ems(edges.1, size));
    let mut widest = 0.0_f32;
    for line in &lines {
        let place = (*y + baseline(size, CLOSE_PITCH), size);
        line_between(compositor, words, line, edges, place, Align::Centre, out);
        widest = widest.max(points(line.width, size));
        *y += size * CLOSE_PITCH;
    }
    // What comes next begins a line.
    space_behind(out);
    widest
}

/// The pieces of a line, measured.
fn parts<'a>(
    compositor: &mut Compositor<'_>,
    pieces: &'a [Piece],
    face: FaceId,
    element: ElementId,
) -> Vec<Part<'a>> {
    let part = |piece: &'a Piece| match piece {
        Piece::Words(words) => Part::Words(Setting::plain(compositor, words, face).of(element)),
        Piece::Blank(Blank::Number) => Part::Blank(BLANK_NUMBER),
        Piece::Blank(Blank::DayOrMonth) => Part::Blank(BLANK_DAY),
        Piece::Blank(Blank::Year) => Part::Blank(BLANK_YEAR),
    };
    pieces.iter().map(part).collect()
}

/// The place and the date behind it.
fn date_parts<'a>(
    compositor: &mut Compositor<'_>,
    head: &'a Letterhead,
    element: ElementId,
) -> Vec<Part<'a>> {
    let mut all = Vec::new();
    if !head.place.is_empty() {
        let place = Setting::plain(compositor, &head.place, FaceId::Italic).of(element);
        all.push(Part::Words(place));
        all.push(Part::Blank(BEHIND_PLACE));
    }
    all.extend(parts(compositor, &head.date, FaceId::Italic, element));
    all
}

/// Takes `over` from the blanks, as far as a hand still has room to write in each.
fn narrow_blanks(parts: &mut [Part<'_>], over: f32) {
    let blanks =
        parts.iter().filter(|part| matches!(part, Part::Blank(width) if *width > BLANK_HAND));
    let share = over / (blanks.count() as f32).max(1.0);
    for part in parts {
        if let Part::Blank(width) = part
            && *width > BLANK_HAND
        {
            *width = (*width - share - 0.1).max(BLANK_HAND);
        }
    }
}

fn parts_width(parts: &[Part<'_>], size: f32) -> f32 {
    parts
        .iter()
        .map(|part| match part {
            Part::Words(words) => points(words.total_width(), size),
            Part::Blank(width) => *width,
        })
        .sum()
}

fn set_parts(
    compositor: &Compositor<'_>,
    parts: &[Part<'_>],
    (mut x, y): (f32, f32),
    size: f32,
    out: &mut Vec<PageItem>,
) {
    for part in parts {
        match part {
            Part::Words(words) => {
                for line in words.lines(compositor.faces, u32::MAX / 4, u32::MAX / 4) {
                    let edges = (x, points(line.width, size));
                    line_between(compositor, words, &line, edges, (y, size), Align::Left, out);
                }
                x += points(words.total_width(), size);
            }
            Part::Blank(width) => {
                x += width;
                space_behind(out);
            }
        }
    }
}
