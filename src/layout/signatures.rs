//! The foot of the document: recipients on the left, one or two signatures on the right.

use super::flow::Section;
use super::letterhead::set_centred;
use super::line::{Compositor, Setting};
use super::paint::{Align, ems, line_between};
use super::sheet::{BODY, CLOSE_PITCH, baseline, mm};
use super::strip::Strip;
use super::structure::Builder;
use super::{ElementId, ElementKind, FaceId, Order};
use crate::document::Signatures;
use crate::words;

/// Between position and name, mm: room for signature and seal.
const SIGNING_ROOM_MM: f32 = 28.0;
/// The recipients' share of the width beside one signature, and beside two.
const LEFT_SHARE: [f32; 2] = [0.5, 0.36];
/// Lines of text that go with the signatures to their page.
const TEXT_LINES: usize = 2;
/// Room above, pt.
const GAP: f32 = 14.0;
const RECIPIENTS_TITLE: f32 = 12.0;
const RECIPIENTS: f32 = 11.0;

/// What the words of the foot are: recipients first, then who signs.
struct Heard {
    recipients_heading: Option<ElementId>,
    recipients: Vec<ElementId>,
    /// Of each signature its lines and its name.
    blocks: Vec<(Option<ElementId>, Option<ElementId>)>,
}

impl Heard {
    fn of(signatures: &Signatures, structure: &mut Builder) -> Self {
        let has_recipients = !signatures.recipients.is_empty();
        let recipients_heading = has_recipients.then(|| structure.paragraph());
        let list = has_recipients.then(|| structure.add(ElementKind::List(Order::Uncounted), None));
        let recipients = signatures.recipients.iter().map(|_| {
            let point = structure.add(ElementKind::Point, list);
            structure.add(ElementKind::Body, Some(point))
        });
        let recipients = recipients.collect();
        let blocks = signatures.blocks.iter().map(|block| {
            let lines = (!block.lines.is_empty()).then(|| structure.paragraph());
            (lines, (!block.name.is_empty()).then(|| structure.paragraph()))
        });
        Self { recipients_heading, recipients, blocks: blocks.collect() }
    }
}

/// Sets recipients and signatures; returns the widths of their columns, pt.
pub(super) fn set_signatures(
    compositor: &mut Compositor<'_>,
    signatures: &Signatures,
    section: &mut Section,
) -> Vec<f32> {
    if signatures.blocks.is_empty() && signatures.recipients.is_empty() {
        return Vec::new();
    }
    section.keep_tail(TEXT_LINES);
    section.gap(GAP);
    let (left, width) = (section.sheet.left, section.sheet.text_width());
    let share = if signatures.blocks.len() > 1 { LEFT_SHARE[1] } else { LEFT_SHARE[0] };
    let left_width =
        if signatures.recipients.is_empty() { 0.0 } else { (width * share).min(mm(90.0)) };
    let block_width = (width - left_width) / signatures.blocks.len().max(1) as f32;

    let heard = Heard::of(signatures, &mut compositor.structure);
    let mut items = Vec::new();
    let mut tops = Vec::new();
    let mut under_positions = 0.0_f32;
    for (index, block) in signatures.blocks.iter().enumerate() {
        let edges = (left + left_width + block_width * index as f32 + 4.0, block_width - 8.0);
        let mut y = 0.0;
        let (of_lines, of_name) = heard.blocks.get(index).copied().unwrap_or_default();
        for line in &block.lines {
            let capitals = words::upper(line);
            let mut setting = Setting::plain(compositor, &capitals, FaceId::Bold);
            setting.element = of_lines;
            set_centred(compositor, &setting, edges, &mut y, BODY, &mut items);
        }
        under_positions = under_positions.max(y);
        tops.push((edges, block, of_name));
    }
    // Names stand on one line, whatever the number of lines above them.
    let mut height = 0.0_f32;
    for (edges, block, element) in tops {
        let mut y = under_positions + mm(SIGNING_ROOM_MM);
        let mut setting = Setting::plain(compositor, &block.name, FaceId::Bold);
        setting.element = element;
        set_centred(compositor, &setting, edges, &mut y, BODY, &mut items);
        height = height.max(y);
    }

    let mut further = Vec::new();
    if !signatures.recipients.is_empty() {
        let first = baseline(BODY, CLOSE_PITCH);
        let mut title =
            Setting::plain(compositor, &signatures.recipients_heading, FaceId::BoldItalic);
        title.element = heard.recipients_heading;
        let inside = (left, left_width - 8.0);
        let available = ems(inside.1, RECIPIENTS_TITLE);
        for line in title.lines(compositor.faces, available, available) {
            let place = (first, RECIPIENTS_TITLE);
            line_between(compositor, &title, &line, inside, place, Align::Left, &mut items);
        }
        let pitch = RECIPIENTS * CLOSE_PITCH;
        let mut y = BODY * CLOSE_PITCH;
        let available = ems(inside.1, RECIPIENTS);
        for (recipient, element) in signatures.recipients.iter().zip(&heard.recipients) {
            let setting = Setting::plain(compositor, recipient, FaceId::Regular).of(*element);
            for line in setting.lines(compositor.faces, available, available) {
                let within = y + pitch <= height.max(mm(60.0));
                let target = if within {
                    &mut items
                } else {
                    further.push(Vec::new());
                    further.last_mut().unwrap_or(&mut items)
                };
                let top = if within { y } else { 0.0 };
                let place = (top + baseline(RECIPIENTS, CLOSE_PITCH), RECIPIENTS);
                line_between(compositor, &setting, &line, inside, place, Align::Left, target);
                if within {
                    y += pitch;
                }
            }
        }
        height = height.max(y);
    }
    section.push(Strip { height, items, signs: true, ..Strip::default() });
    for items in further {
        section.push(Strip {
            height: RECIPIENTS * CLOSE_PITCH,
            keep: true,
            items,
            ..Strip::default()
        });
    }
    let blocks = std::iter::repeat_n(block_width, signatures.blocks.len());
    std::iter::once(left_width).chain(blocks).collect()
}
