//! The foot of the document: recipients on the left, one or two signatures on the right.

use super::flow::Section;
use super::letterhead::set_centred;
use super::line::{Compositor, Setting};
use super::paint::{Align, ems, line_between};
use super::sheet::{CLOSE_PITCH, baseline, mm};
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

/// What the words of the foot are, heard from the left and from above.
struct Heard {
    recipients_heading: Option<ElementId>,
    recipients: Vec<ElementId>,
    /// Of each signature its lines and its name.
    blocks: Vec<(Option<ElementId>, Option<ElementId>)>,
}

impl Heard {
    fn of(signatures: &Signatures, structure: &mut Builder) -> Self {
        let mut heard = Self { recipients_heading: None, recipients: vec![], blocks: vec![] };
        if signatures.recipients_below {
            heard.blocks(signatures, structure);
            heard.recipients(signatures, structure);
        } else {
            heard.recipients(signatures, structure);
            heard.blocks(signatures, structure);
        }
        heard
    }

    fn recipients(&mut self, signatures: &Signatures, structure: &mut Builder) {
        if signatures.recipients.is_empty() {
            return;
        }
        self.recipients_heading = Some(structure.paragraph());
        let list = structure.add(ElementKind::List(Order::Uncounted), None);
        let recipients = signatures.recipients.iter().map(|_| {
            let point = structure.add(ElementKind::Point, Some(list));
            structure.add(ElementKind::Body, Some(point))
        });
        self.recipients = recipients.collect();
    }

    fn blocks(&mut self, signatures: &Signatures, structure: &mut Builder) {
        let blocks = signatures.blocks.iter().map(|block| {
            let lines = (!block.lines.is_empty()).then(|| structure.paragraph());
            (lines, (!block.name.is_empty()).then(|| structure.paragraph()))
        });
        self.blocks = blocks.collect();
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
    let (below, none) = (signatures.recipients_below, signatures.recipients.is_empty());
    let share = if signatures.blocks.len() > 1 { LEFT_SHARE[1] } else { LEFT_SHARE[0] };
    // One who signs alone has the right, also where nothing stands on the left.
    let whole = below || none && signatures.blocks.len() != 1;
    let left_width = if whole { 0.0 } else { (width * share).min(mm(90.0)) };
    let block_width = (width - left_width) / signatures.blocks.len().max(1) as f32;

    let heard = Heard::of(signatures, &mut compositor.structure);
    let size = section.sheet.running.size;
    let edges = (left + left_width, block_width);
    let mut strip = set_blocks(compositor, signatures, &heard, edges, size);
    let column = if below { (width * LEFT_SHARE[0]).min(mm(90.0)) } else { left_width };
    let mut lead = (!none).then(|| {
        let words = &signatures.recipients_heading;
        let mut heading = Setting::plain(compositor, words, FaceId::BoldItalic);
        heading.element = heard.recipients_heading;
        // As high as the line of the position beside it.
        Recipient { setting: heading, size: RECIPIENTS_TITLE, of: size }
    });
    let mut recipients = signatures.recipients.iter().zip(&heard.recipients);
    let room = if below { 0.0 } else { strip.height.max(mm(60.0)) };
    let mut y = 0.0;
    let mut further = Vec::new();
    while let Some(recipient) = lead.take().or_else(|| {
        let (words, element) = recipients.next()?;
        let setting = Setting::plain(compositor, words, FaceId::Regular).of(*element);
        Some(Recipient { setting, size: RECIPIENTS, of: RECIPIENTS })
    }) {
        let Recipient { setting, size, of } = recipient;
        let available = ems(column - 8.0, size);
        for line in setting.lines(compositor.faces, available, available) {
            let height = of * CLOSE_PITCH;
            let within = y + height <= room;
            let mut own = Strip { height, keep: true, ..Strip::default() };
            let (top, to) = if within { (y, &mut strip.items) } else { (0.0, &mut own.items) };
            let place = (top + baseline(of, CLOSE_PITCH), size);
            line_between(compositor, &setting, &line, (left, column - 8.0), place, Align::Left, to);
            if within {
                y += height;
            } else {
                further.push(own);
            }
        }
    }
    strip.height = strip.height.max(y);
    section.push(strip);
    if below {
        section.gap(GAP);
    }
    for strip in further {
        section.push(strip);
    }
    let blocks = std::iter::repeat_n(block_width, signatures.blocks.len());
    std::iter::once(left_width).chain(blocks).collect()
}

/// The recipients' heading or one of them.
struct Recipient<'a> {
    setting: Setting<'a>,
    /// Size of its letters, pt.
    size: f32,
    /// Its lines are as high as letters of this size, pt.
    of: f32,
}

/// The signatures side by side, each as wide as the first, whose left edge and width are given.
fn set_blocks(
    compositor: &mut Compositor<'_>,
    signatures: &Signatures,
    heard: &Heard,
    (left, width): (f32, f32),
    size: f32,
) -> Strip {
    let mut items = Vec::new();
    let mut names = Vec::new();
    let mut under_positions = 0.0_f32;
    for (index, block) in signatures.blocks.iter().enumerate() {
        let edges = (left + width * index as f32 + 4.0, width - 8.0);
        let mut y = 0.0;
        let (of_lines, of_name) = heard.blocks.get(index).copied().unwrap_or_default();
        for line in &block.lines {
            let capitals = words::upper(line);
            let mut setting = Setting::plain(compositor, &capitals, FaceId::Bold);
            setting.element = of_lines;
            set_centred(compositor, &setting, edges, &mut y, size, &mut items);
        }
        under_positions = under_positions.max(y);
        names.push((edges, block, of_name));
    }
    // Names stand on one line, whatever the number of lines above them.
    let mut height = 0.0_f32;
    for (edges, block, element) in names {
        let mut y = under_positions + mm(SIGNING_ROOM_MM);
        let mut setting = Setting::plain(compositor, &block.name, FaceId::Bold);
        setting.element = element;
        set_centred(compositor, &setting, edges, &mut y, size, &mut items);
        height = height.max(y);
    }
    Strip { height, items, signs: true, ..Strip::default() }
}
