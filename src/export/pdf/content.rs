//! A page as printpdf's operations. Lengths are points; y is turned to run upwards.

use printpdf::{
    Color, Greyscale, Line, LinePoint, Op, PaintMode, PdfFontHandle, PdfPage, Point, Polygon,
    PolygonRing, Pt, Rect, TextItem as Shown, TextMatrix, WindingOrder,
};

use super::fonts::resource;
use crate::layout::{FaceId, Page, PageItem, TextItem};

/// One page and all that stands on it.
pub(super) fn page(page: &Page) -> PdfPage {
    let mut pen = Pen { height: page.height, ..Pen::default() };
    for item in &page.items {
        match item {
            PageItem::Text(text) => pen.text(text),
            PageItem::Line { from, to, width } => pen.line(*from, *to, *width),
            PageItem::Shape { points, gray } => pen.shape(points, *gray),
        }
    }
    pen.end_text();
    let paper = Rect::from_wh(Pt(round(page.width)), Pt(round(page.height)));
    PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops: pen.ops }
}

/// What a reader of the operations so far has in hand; black and no font at first.
#[derive(Default)]
struct Pen {
    ops: Vec<Op>,
    height: f32,
    font: Option<(FaceId, f32)>,
    thickness: Option<f32>,
    gray: u8,
    in_text: bool,
}

impl Pen {
    fn text(&mut self, item: &TextItem) {
        if item.text.is_empty() {
            return;
        }
        self.fill(0);
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
        if self.font != Some((item.face, item.size)) {
            self.font = Some((item.face, item.size));
            let font = PdfFontHandle::External(resource(item.face));
            self.ops.push(Op::SetFont { font, size: Pt(round(item.size)) });
        }
        let (x, y) = self.place((item.x, item.y));
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(x, y) });
        self.ops.push(Op::ShowText { items: shown(item) });
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        self.end_text();
        if self.thickness != Some(width) {
            self.thickness = Some(width);
            self.ops.push(Op::SetOutlineThickness { pt: Pt(round(width)) });
        }
        let points = vec![self.corner(from), self.corner(to)];
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn shape(&mut self, points: &[(f32, f32)], gray: u8) {
        if points.len() < 3 {
            return;
        }
        self.end_text();
        self.fill(gray);
        let points = points.iter().map(|&point| self.corner(point)).collect();
        self.ops.push(Op::DrawPolygon {
            polygon: Polygon {
                rings: vec![PolygonRing { points }],
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            },
        });
    }

    fn fill(&mut self, gray: u8) {
        if self.gray != gray {
            self.end_text();
            self.gray = gray;
            let percent = (f32::from(gray) / 255.0 * 1000.0).round() / 1000.0;
            let col = Color::Greyscale(Greyscale::new(percent, None));
            self.ops.push(Op::SetFillColor { col });
        }
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn place(&self, (x, y): (f32, f32)) -> (Pt, Pt) {
        (Pt(round(x)), Pt(round(self.height - y)))
    }

    fn corner(&self, point: (f32, f32)) -> LinePoint {
        let (x, y) = self.place(point);
        LinePoint { p: Point { x, y }, bezier: false }
    }
}

/// To 0.01 pt.
fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// The words of an item, with its extra space after each space.
///
/// The widths are whole thousandths of an em, as every reader takes them; what rounding
/// takes from one space the next gets, so that a line ends within half of one.
fn shown(item: &TextItem) -> Vec<Shown> {
    let extra = f64::from(item.extra_space) * 1000.0 / f64::from(item.size.max(0.01));
    if extra.abs() < 0.001 || !item.text.contains(' ') {
        return vec![Shown::Text(item.text.clone())];
    }
    let mut items = Vec::new();
    let (mut wanted, mut given) = (0.0, 0.0);
    for piece in item.text.split_inclusive(' ') {
        items.push(Shown::Text(piece.to_owned()));
        if piece.ends_with(' ') {
            wanted += extra;
            let space = (wanted - given).round();
            given += space;
            // TJ takes its numbers away from the advance.
            items.push(Shown::Offset(-space as f32));
        }
    }
    if let Some(Shown::Offset(_)) = items.last() {
        items.pop();
    }
    items
}
