//! The head and the foot of the document, painted as they print.
//!
//! Lengths are in millimetres of paper times [`Sheet::scale`] (logical pixels a millimetre);
//! most of the page's margins is left out.

use egui::{Align, Color32, FontId, Galley, Pos2, Rect, Sense, Stroke, Ui, Vec2};
use std::sync::Arc;

use crate::document::{Blank, Block, Letterhead, Piece, SignatureBlock, Signatures};
use crate::ui::theme;

/// Width of the words on paper (mm), as on the page.
const WORDS_MM: f32 = 165.0;
/// Margin shown around the words (mm).
const MARGIN_MM: f32 = 6.0;
/// A point of type in mm.
const POINT_MM: f32 = 25.4 / 72.0;

/// A piece of paper being painted from the top.
struct Sheet<'a> {
    ui: &'a Ui,
    left: f32,
    width: f32,
    y: f32,
    scale: f32,
    shapes: Vec<egui::Shape>,
}

impl Sheet<'_> {
    fn words(
        &self,
        text: &str,
        points: f32,
        bold: bool,
        italic: bool,
        width: f32,
        align: Align,
    ) -> Arc<Galley> {
        let font: FontId = theme::paper(points * POINT_MM * self.scale, bold, italic);
        let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, Color32::BLACK, width);
        job.halign = align;
        self.ui.painter().layout_job(job)
    }

    /// Paints words centred on `x`; gives their height and half their width.
    fn centred(&mut self, x: f32, y: f32, galley: Arc<Galley>) -> (f32, f32) {
        let size = galley.size();
        self.shapes.push(egui::Shape::galley(Pos2::new(x, y), galley, Color32::BLACK));
        (size.y, size.x / 2.0)
    }

    fn rule(&mut self, x: f32, y: f32, half: f32) {
        let line = [Pos2::new(x - half, y), Pos2::new(x + half, y)];
        self.shapes.push(egui::Shape::line_segment(line, Stroke::new(0.8, Color32::BLACK)));
    }
}

/// The letterhead and the title.
pub fn head(ui: &mut Ui, blocks: &[Block]) {
    paint(ui, |sheet| {
        for block in blocks {
            match block {
                Block::Letterhead(head) => letterhead(sheet, head),
                Block::Title { doc_type, subject } => title(sheet, doc_type, subject),
                _ => {}
            }
        }
    });
}

/// Recipients and signatures.
pub fn foot(ui: &mut Ui, blocks: &[Block]) {
    paint(ui, |sheet| {
        for block in blocks {
            if let Block::Signatures(foot) = block {
                signatures(sheet, foot);
            }
        }
    });
}

fn paint(ui: &mut Ui, draw: impl FnOnce(&mut Sheet<'_>)) {
    let full = ui.available_width();
    let scale = full / (WORDS_MM + 2.0 * MARGIN_MM);
    let at = ui.cursor().min;
    let margin = MARGIN_MM * scale;
    let mut sheet = Sheet {
        ui,
        left: at.x + margin,
        width: WORDS_MM * scale,
        y: at.y + margin,
        scale,
        shapes: Vec::new(),
    };
    draw(&mut sheet);
    let height = sheet.y + margin - at.y;
    let shapes = std::mem::take(&mut sheet.shapes);
    let paper = Rect::from_min_size(at, Vec2::new(full, height));
    let (rect, _) = ui.allocate_exact_size(paper.size(), Sense::hover());
    let shadow =
        egui::Shadow { offset: [0, 1], blur: 4, spread: 0, color: Color32::from_black_alpha(40) };
    ui.painter().add(shadow.as_shape(rect, 1.0));
    // Paper is white by night too: it is what comes out of the printer.
    ui.painter().rect_filled(rect, 1.0, Color32::WHITE);
    ui.painter().extend(shapes);
}

fn letterhead(sheet: &mut Sheet<'_>, head: &Letterhead) {
    let (left_mm, gap_mm) = (62.0, 4.0);
    let left_width = left_mm * sheet.scale;
    let right_width = (WORDS_MM - left_mm - gap_mm) * sheet.scale;
    let left_x = sheet.left + left_width / 2.0;
    let right_x = sheet.left + sheet.width - right_width / 2.0;
    let top = sheet.y;
    let mut left = top;
    for line in &head.governing_body {
        let words = sheet.words(line, 12.0, false, false, left_width, Align::Center);
        left += sheet.centred(left_x, left, words).0;
    }
    let mut widest: f32 = 0.0;
    for line in &head.school {
        let words = sheet.words(line, 12.0, true, false, left_width, Align::Center);
        let (height, half) = sheet.centred(left_x, left, words);
        left += height;
        widest = widest.max(half);
    }
    sheet.rule(left_x, left + sheet.scale * 0.9, widest * 0.42);
    let mut right = top;
    let words = sheet.words(&head.nation, 12.0, true, false, f32::INFINITY, Align::Center);
    right += sheet.centred(right_x, right, words).0;
    let motto = sheet.words(&head.motto, 13.0, true, false, f32::INFINITY, Align::Center);
    let (height, half) = sheet.centred(right_x, right, motto);
    right += height;
    sheet.rule(right_x, right + sheet.scale * 0.9, half);
    let y = left.max(right) + 3.0 * sheet.scale;
    let words = sheet.words(&line(&head.number), 13.0, false, false, left_width, Align::Center);
    let (left_height, _) = sheet.centred(left_x, y, words);
    let date = format!("{} {}", head.place, line(&head.date));
    let words = sheet.words(date.trim(), 13.0, false, true, f32::INFINITY, Align::Center);
    let (height, _) = sheet.centred(right_x, y, words);
    sheet.y = y + height.max(left_height);
    if !head.draft_mark.is_empty() {
        let words = sheet.words(&head.draft_mark, 13.0, true, false, left_width, Align::Center);
        sheet.y += sheet.centred(left_x, sheet.y + sheet.scale, words).0 + sheet.scale;
    }
}

/// The words of a line, with room where a part is blank.
fn line(pieces: &[Piece]) -> String {
    let words = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Blank(Blank::Number) => " ".repeat(10),
        Piece::Blank(_) => " ".repeat(8),
    };
    pieces.iter().map(words).collect()
}

fn title(sheet: &mut Sheet<'_>, doc_type: &str, subject: &[String]) {
    let x = sheet.left + sheet.width / 2.0;
    sheet.y += 5.0 * sheet.scale;
    let width = sheet.width;
    let words = sheet.words(doc_type, 14.0, true, false, width, Align::Center);
    sheet.y += sheet.centred(x, sheet.y, words).0;
    let mut widest: f32 = 0.0;
    for line in subject {
        let words = sheet.words(line, 14.0, true, false, width, Align::Center);
        let (height, half) = sheet.centred(x, sheet.y, words);
        sheet.y += height;
        widest = widest.max(half);
    }
    sheet.rule(x, sheet.y + sheet.scale * 0.8, widest * 0.42);
    sheet.y += 1.6 * sheet.scale;
}

fn signatures(sheet: &mut Sheet<'_>, foot: &Signatures) {
    let top = sheet.y;
    let mut left = top;
    let column = sheet.width * 0.45;
    if !foot.recipients.is_empty() {
        let words = sheet.words(&foot.recipients_heading, 12.0, true, true, column, Align::LEFT);
        let at = Pos2::new(sheet.left, left);
        left += words.size().y;
        sheet.shapes.push(egui::Shape::galley(at, words, Color32::BLACK));
        for line in &foot.recipients {
            let words = sheet.words(line, 11.0, false, false, column, Align::LEFT);
            let at = Pos2::new(sheet.left, left);
            left += words.size().y;
            sheet.shapes.push(egui::Shape::galley(at, words, Color32::BLACK));
        }
    }
    let mut bottom = left;
    let count = foot.blocks.len() as f32;
    let room = sheet.width * 0.53;
    for (index, block) in foot.blocks.iter().enumerate() {
        let width = room / count;
        let x = sheet.left + sheet.width - room + width * (index as f32 + 0.5);
        bottom = bottom.max(signature(sheet, block, x, top, width));
    }
    sheet.y = bottom;
}

/// One block; gives its lower edge. Half of the room for signature and seal is shown.
fn signature(sheet: &mut Sheet<'_>, block: &SignatureBlock, x: f32, top: f32, width: f32) -> f32 {
    let mut y = top;
    for line in &block.lines {
        let words = sheet.words(line, 13.0, true, false, width, Align::Center);
        y += sheet.centred(x, y, words).0;
    }
    y += 14.0 * sheet.scale;
    let words = sheet.words(&block.name, 13.0, true, false, width, Align::Center);
    y + sheet.centred(x, y, words).0
}
