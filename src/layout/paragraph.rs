//! Paragraphs, headings and the title of the document, line by line.

use std::borrow::Cow;

use super::FaceId;
use super::flow::Section;
use super::line::{Compositor, Line, Setting};
use super::paint::{Align, ems, line_between, points, round, space_behind};
use super::sheet::{RULE, baseline};
use super::strip::Strip;
use super::structure::TITLE;
use crate::document::{Role, Text};
use crate::layout::PageItem;
use crate::words;

/// Room above a part's heading, pt.
const PART_GAP: f32 = 8.0;
/// Rules under a title: between a third and a half of its width.
pub(super) const RULE_SHARE: f32 = 0.4;

/// Sets a paragraph.
pub(super) fn set_paragraph(compositor: &mut Compositor<'_>, text: &Text, section: &mut Section) {
    let heading = !matches!(text.role, Role::Body | Role::CentredNote);
    let centred = matches!(text.role, Role::Centred | Role::CentredNote);
    let face = |bold: bool, italic: bool| FaceId::of(bold || heading, italic);
    let first = text
        .runs
        .iter()
        .find(|run| !run.text.trim().is_empty())
        .or(text.runs.first())
        .map_or(face(false, false), |run| face(run.bold, run.italic));
    let capitals = text.role == Role::PartHeading;
    let printed = |words| if capitals { Cow::Owned(words::upper(words)) } else { words.into() };
    let runs: Vec<(Cow<'_, str>, FaceId)> = std::iter::once((text.marker.words().into(), first))
        .chain(text.runs.iter().map(|run| (printed(&run.text), face(run.bold, run.italic))))
        .collect();
    let mut setting = Setting::runs(compositor, runs.iter().map(|(words, face)| (&**words, *face)));
    if setting.is_empty() {
        return;
    }
    let (element, label) = compositor.structure.text(text);
    setting.element = Some(element);
    if let Some(label) = label {
        setting.label(&text.marker.words(), label);
    }
    let running = section.sheet.running;
    let indent = if centred { 0.0 } else { running.indent };
    let width = section.sheet.text_width();
    let (first, rest) = (ems(width - indent, running.size), ems(width, running.size));
    let lines = match text.role {
        Role::Centred | Role::CentredNote => setting.balanced(compositor.faces, rest),
        Role::Body => setting.justified(compositor.faces, first, rest),
        Role::PartHeading | Role::Heading => setting.lines(compositor.faces, first, rest),
    };
    section.gap(if text.role == Role::PartHeading {
        PART_GAP.max(running.gap)
    } else {
        running.gap
    });
    let title = (text.outline > 0).then(|| {
        let words: Vec<&str> = setting.text.split([' ', '\n', '\u{A0}']).collect();
        (words.join(" "), text.outline)
    });
    let align = match text.role {
        Role::Body => Align::Justified,
        Role::Centred | Role::CentredNote => Align::Centre,
        Role::PartHeading | Role::Heading => Align::Left,
    };
    push_lines(compositor, &setting, &lines, (indent, align), section);
    if let Some(count) = section.strips.len().checked_sub(lines.len())
        && let Some(strip) = section.strips.get_mut(count)
    {
        strip.outline = title;
    }
    if heading || centred {
        for strip in section.strips.iter_mut().rev().take(lines.len().saturating_sub(1)) {
            strip.keep = true;
        }
        section.keep_next();
    } else if text.leads() {
        section.keep_next();
    }
    section.gap(running.gap);
}

/// Lines of body text, the first and the last two of them together.
fn push_lines(
    compositor: &Compositor<'_>,
    setting: &Setting<'_>,
    lines: &[Line],
    (indent, align): (f32, Align),
    section: &mut Section,
) {
    let (left, width) = (section.sheet.left, section.sheet.text_width());
    let running = section.sheet.running;
    let y = baseline(running.size, running.pitch);
    for (number, line) in lines.iter().enumerate() {
        let indent = if number == 0 { indent } else { 0.0 };
        let mut items = Vec::with_capacity(1);
        let edges = (left + indent, width - indent);
        line_between(compositor, setting, line, edges, (y, running.size), align, &mut items);
        section.push(Strip {
            height: running.line(),
            keep: number == 1 || (number > 0 && number + 1 == lines.len()),
            running: align != Align::Centre,
            items,
            ..Strip::default()
        });
    }
}

/// Sets "KẾ HOẠCH", in capitals already, and the lines under it; returns the length of the
/// rule below, pt.
pub(super) fn set_title(
    compositor: &mut Compositor<'_>,
    doc_type: &str,
    subject: &[String],
    section: &mut Section,
) -> f32 {
    let (left, width) = (section.sheet.left, section.sheet.text_width());
    let mut widest = 0;
    let mut count = 0;
    section.gap(22.0);
    let mut element = None;
    for text in std::iter::once(doc_type).chain(subject.iter().map(String::as_str)) {
        let mut setting = Setting::plain(compositor, text, FaceId::Bold);
        if !setting.is_empty() {
            // All of it is one heading, heard as one.
            let structure = &mut compositor.structure;
            let element = *element.get_or_insert_with(|| structure.heading(TITLE));
            setting.element = Some(element);
        }
        let lines = setting.balanced(compositor.faces, ems(width, section.sheet.running.size));
        // The rule is measured on the subject, on the kind of document where there is none.
        let widest_line = lines.iter().map(|line| line.width).max().unwrap_or(0);
        widest = if count == 0 || text == doc_type { widest_line } else { widest.max(widest_line) };
        push_lines(compositor, &setting, &lines, (0.0, Align::Centre), section);
        if let Some(strip) = section.strips.last_mut().filter(|_| !lines.is_empty()) {
            space_behind(&mut strip.items);
        }
        for strip in section.strips.iter_mut().rev().take(lines.len().saturating_sub(1)) {
            strip.keep = true;
        }
        if !lines.is_empty() {
            section.keep_next();
            count += 1;
        }
    }
    let length = points(widest, section.sheet.running.size) * RULE_SHARE;
    if count > 0 {
        let rule = rule_under((left, width), length, 4.0);
        section.push(Strip { height: 6.0, items: vec![rule], ..Strip::default() });
        section.keep_next();
        section.gap(14.0);
    }
    length
}

/// A rule of a length in the middle between two edges.
pub(super) fn rule_under((left, width): (f32, f32), length: f32, y: f32) -> PageItem {
    let length = length.min(width);
    let from = left + (width - length) / 2.0;
    PageItem::Line {
        from: (round(from), round(y)),
        to: (round(from + length), round(y)),
        width: RULE * 1.5,
        element: None,
    }
}
