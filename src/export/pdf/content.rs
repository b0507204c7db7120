//! A page's contents as PDF operators. Lengths are points; y is turned to run upwards.
//!
//! What is heard as one stands together, in the order in which it is heard: so a cell of many
//! lines is one piece, and one number leads to it.

use std::io::Write;

use super::fonts::EmbeddedFace;
use super::tags::{Marks, name};
use crate::layout::{FaceId, Page, PageItem, Structure, TextItem};
use crate::words::order;

/// The operators of one page; what was marked on it is added to `marks`.
pub(super) fn content(
    page: &Page,
    faces: &[EmbeddedFace],
    structure: &Structure,
    marks: &mut Marks,
) -> Vec<u8> {
    let mut pen = Pen {
        out: Vec::new(),
        faces,
        height: page.height,
        font: None,
        thickness: None,
        gray: 0,
        line: None,
    };
    marks.begin_page();
    // Words that say nothing first, borders last, over what they run across.
    let place = |item: &PageItem| match (item.element(), item) {
        (Some(element), _) => (1, Some(element)),
        (None, PageItem::Text(_)) => (0, None),
        (None, _) => (2, None),
    };
    let mut items: Vec<&PageItem> = page.items.iter().collect();
    order::by_key(&mut items, |item| place(item));
    for piece in items.chunk_by(|one, next| place(one) == place(next)) {
        let element = piece.first().and_then(|item| item.element());
        if let Some((element, of)) = element.and_then(|id| Some((id, structure.get(id)?))) {
            let number = marks.mark(element);
            pen.begin(&format!("/{}<</MCID {number}>>BDC\n", name(&of.kind)));
            if of.kind.is_figure() {
                marks.surround(element, page.height, piece);
            }
        } else {
            pen.begin("/Artifact BMC\n");
        }
        pen.piece(piece);
    }
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
    /// Inside a text: where its last line begins, hundredths of a pt.
    line: Option<(i64, i64)>,
}

impl Pen<'_> {
    fn begin(&mut self, mark: &str) {
        self.put(mark.as_bytes());
    }

    fn end(&mut self) {
        self.end_text();
        self.put(b"EMC\n");
    }

    /// Items that are marked as one.
    fn piece(&mut self, items: &[&PageItem]) {
        let mut telling = false;
        for item in items {
            match item {
                PageItem::Text(text) => {
                    if std::mem::take(&mut telling) {
                        self.end();
                    }
                    telling = self.begin_told(text);
                    self.text(text);
                }
                PageItem::Line { from, to, width, .. } => self.line(*from, *to, *width),
                PageItem::Shape { points, gray, .. } => self.shape(points, *gray),
            }
        }
        if telling {
            self.end();
        }
        self.end();
    }

    /// Says what words are whose letters do not say it, or one that is drawn by the lines that
    /// follow it.
    fn begin_told(&mut self, item: &TextItem) -> bool {
        let face = self.faces.iter().find(|face| face.id == item.face);
        let told = face.map_or(&[][..], |face| &face.told);
        let is_told = !told.is_empty() && item.text.chars().any(|c| told.contains(&c));
        if is_told {
            self.end_text();
            self.put(b"/Span<</ActualText<FEFF");
            let space = if item.space_behind { " " } else { "" };
            for unit in item.text.encode_utf16().chain(space.encode_utf16()) {
                let _ = write!(self.out, "{unit:04X}");
            }
            self.put(b">>>BDC\n");
        }
        is_told
    }

    fn text(&mut self, item: &TextItem) {
        let faces = self.faces;
        let Some(face) = faces.iter().find(|face| face.id == item.face) else { return };
        if item.text.is_empty() {
            return;
        }
        self.fill(0);
        let (last_x, last_y) = self.line.unwrap_or_else(|| {
            self.put(b"BT\n");
            (0, 0)
        });
        if self.font != Some((item.face, item.size)) {
            self.font = Some((item.face, item.size));
            self.put(b"/");
            self.put(face.resource().as_bytes());
            self.put(b" ");
            self.number(item.size);
            self.put(b"Tf\n");
        }
        let (x, y) = (hundredths(item.x), hundredths(self.height - item.y));
        self.hundredths(x - last_x);
        self.hundredths(y - last_y);
        self.line = Some((x, y));
        self.put(b"Td\n");
        self.show(item, face);
    }

    /// The words of an item, with its extra space after each space.
    ///
    /// Widths are whole thousandths of an em, as every reader takes them; what rounding
    /// takes from one space the next gets, so that a line ends within half of one.
    fn show(&mut self, item: &TextItem, face: &EmbeddedFace) {
        let extra = f64::from(item.extra_space) * 1000.0 / f64::from(item.size.max(0.01));
        if extra.abs() < 0.001 || !item.text.contains(' ') {
            self.string(&item.text, item.space_behind, face);
            self.put(b"Tj\n");
            return;
        }
        let (mut wanted, mut given) = (0.0, 0.0);
        let mut space = 0.0;
        self.put(b"[");
        let mut pieces = item.text.split_inclusive(' ').peekable();
        while let Some(piece) = pieces.next() {
            if space != 0.0 {
                // TJ takes its numbers away from the advance.
                self.whole(-space as i64);
            }
            self.string(piece, item.space_behind && pieces.peek().is_none(), face);
            if piece.ends_with(' ') {
                wanted += extra;
                space = f64::round(wanted - given);
                given += space;
            }
        }
        self.put(b"]TJ\n");
    }

    /// The codes of a text between brackets, and of the white space behind it.
    fn string(&mut self, text: &str, space_behind: bool, face: &EmbeddedFace) {
        self.out.push(b'(');
        for letter in text.chars().chain(space_behind.then_some(' ')) {
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
        if self.line.take().is_some() {
            self.put(b"ET\n");
        }
    }

    fn place(&mut self, (x, y): (f32, f32)) {
        self.number(x);
        self.number(self.height - y);
    }

    /// A number to 0.01, and a space.
    fn number(&mut self, value: f32) {
        self.hundredths(hundredths(value));
    }

    fn hundredths(&mut self, hundredths: i64) {
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

fn hundredths(value: f32) -> i64 {
    (value * 100.0).round() as i64
}
