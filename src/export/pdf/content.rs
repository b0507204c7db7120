//! A page's contents as PDF operators. Lengths are points; y is turned to run upwards.

use std::io::Write;

use super::fonts::EmbeddedFace;
use crate::layout::{FaceId, Page, PageItem, TextItem};

/// The operators of one page.
pub(super) fn content(page: &Page, faces: &[EmbeddedFace]) -> Vec<u8> {
    let mut pen = Pen {
        out: Vec::new(),
        faces,
        height: page.height,
        font: None,
        thickness: None,
        gray: 0,
        in_text: false,
    };
    for item in &page.items {
        match item {
            PageItem::Text(text) => pen.text(text),
            PageItem::Line { from, to, width } => pen.line(*from, *to, *width),
            PageItem::Shape { points, gray } => pen.shape(points, *gray),
        }
    }
    pen.end_text();
    pen.out
}

/// What a reader of the operators so far has in hand; black and no font at first.
struct Pen<'a> {
    out: Vec<u8>,
    faces: &'a [EmbeddedFace],
    height: f32,
    font: Option<(FaceId, f32)>,
    thickness: Option<f32>,
    gray: u8,
    in_text: bool,
}

impl Pen<'_> {
    fn text(&mut self, item: &TextItem) {
        let faces = self.faces;
        let Some(face) = faces.iter().find(|face| face.id == item.face) else { return };
        if item.text.is_empty() {
            return;
        }
        self.fill(0);
        if !self.in_text {
            self.put(b"BT\n");
            self.in_text = true;
        }
        if self.font != Some((item.face, item.size)) {
            self.font = Some((item.face, item.size));
            self.put(b"/");
            self.put(face.resource().as_bytes());
            self.put(b" ");
            self.number(item.size);
            self.put(b"Tf\n");
        }
        self.put(b"1 0 0 1 ");
        self.place((item.x, item.y));
        self.put(b"Tm\n");
        self.show(item, face);
    }

    /// The words of an item, with its extra space after each space.
    ///
    /// Widths are whole thousandths of an em, as every reader takes them; what rounding
    /// takes from one space the next gets, so that a line ends within half of one.
    fn show(&mut self, item: &TextItem, face: &EmbeddedFace) {
        let extra = f64::from(item.extra_space) * 1000.0 / f64::from(item.size.max(0.01));
        if extra.abs() < 0.001 || !item.text.contains(' ') {
            self.string(&item.text, face);
            self.put(b"Tj\n");
            return;
        }
        let (mut wanted, mut given) = (0.0, 0.0);
        let mut space = 0.0;
        self.put(b"[");
        for piece in item.text.split_inclusive(' ') {
            if space != 0.0 {
                // TJ takes its numbers away from the advance.
                self.whole(-space as i64);
            }
            self.string(piece, face);
            if piece.ends_with(' ') {
                wanted += extra;
                space = f64::round(wanted - given);
                given += space;
            }
        }
        self.put(b"]TJ\n");
    }

    /// The codes of a text between brackets.
    fn string(&mut self, text: &str, face: &EmbeddedFace) {
        self.out.push(b'(');
        for letter in text.chars() {
            for byte in face.code(letter).to_be_bytes() {
                match byte {
                    b'(' | b')' | b'\\' => self.out.extend([b'\\', byte]),
                    // Bare, a reader would take it for a line feed.
                    b'\r' => self.out.extend(b"\\r"),
                    byte => self.out.push(byte),
                }
            }
        }
        self.out.push(b')');
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        self.end_text();
        if self.thickness != Some(width) {
            self.thickness = Some(width);
            self.number(width);
            self.put(b"w\n");
        }
        self.place(from);
        self.put(b"m ");
        self.place(to);
        self.put(b"l S\n");
    }

    fn shape(&mut self, points: &[(f32, f32)], gray: u8) {
        let Some((first, rest)) = points.split_first() else { return };
        self.end_text();
        self.fill(gray);
        self.place(*first);
        self.put(b"m ");
        for point in rest {
            self.place(*point);
            self.put(b"l ");
        }
        self.put(b"h f\n");
    }

    fn fill(&mut self, gray: u8) {
        if self.gray != gray {
            self.end_text();
            self.gray = gray;
            self.number(f32::from(gray) / 255.0);
            self.put(b"g\n");
        }
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.put(b"ET\n");
            self.in_text = false;
        }
    }

    fn place(&mut self, (x, y): (f32, f32)) {
        self.number(x);
        self.number(self.height - y);
    }

    /// A number to 0.01, and a space.
    fn number(&mut self, value: f32) {
        let hundredths = (value * 100.0).round() as i64;
        if hundredths < 0 {
            self.put(b"-");
        }
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        // Writing into a Vec cannot fail.
        let _ = match rest {
            0 => write!(self.out, "{whole} "),
            rest if rest % 10 == 0 => write!(self.out, "{whole}.{} ", rest / 10),
            rest => write!(self.out, "{whole}.{rest:02} "),
        };
    }

    fn whole(&mut self, value: i64) {
        let _ = write!(self.out, "{value}");
    }

    fn put(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }
}
