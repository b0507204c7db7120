//! The head and the foot of the document as they print: laid out as every page is, and painted
//! item by item, so that names are parted where paper parts them.

use egui::{Color32, Pos2, Rect, Sense, Shadow, Shape, Stroke, Ui, Vec2};

use crate::document::{Block, Document, foot, head};
use crate::layout::{FaceId, Page, PageItem, TextItem, lay_out};
use crate::library;
use crate::plan::Plan;
use crate::ui::theme;

/// Of the page's margins so much is shown around the words, pt.
const MARGIN: f32 = 17.0;
/// From a baseline to the lowest letters, in parts of the size.
const DESCENT: f32 = 0.22;
/// No rule is thinner on the screen, logical pixels.
const THINNEST: f32 = 0.8;

/// Head and foot of a plan on pages of their own.
pub struct Ends {
    /// The letterhead and the title.
    pub head: Vec<Page>,
    /// Recipients and signatures.
    pub foot: Vec<Page>,
}

impl Ends {
    /// Lays them out: as little work as a few lines are.
    pub fn of(plan: &Plan) -> Self {
        let pages = |blocks: Vec<Block>| {
            // Faces that cannot be read are told of where the whole paper should be.
            let document = Document { blocks, page: plan.options.page, ..Document::default() };
            library::faces().map(|faces| lay_out(&document, faces).pages).unwrap_or_default()
        };
        Self { head: pages(head(plan)), foot: pages(foot(plan).into_iter().collect()) }
    }
}

/// Paints pages one below the other, each as high as what stands on it.
pub fn show(ui: &mut Ui, pages: &[Page]) {
    for page in pages.iter().filter(|page| !page.items.is_empty()) {
        show_page(ui, page);
    }
}

fn show_page(ui: &mut Ui, page: &Page) {
    let ((left, top), (right, _)) = page.text_area;
    let bottom = page.items.iter().map(lowest).fold(top, f32::max);
    let size = Vec2::new(right - left, bottom - top) + Vec2::splat(2.0 * MARGIN);
    // Logical pixels a pt.
    let scale = ui.available_width() / size.x;
    let (rect, _) = ui.allocate_exact_size(size * scale, Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    sheet(ui, rect);
    let place = |(x, y): (f32, f32)| {
        rect.min + (Vec2::new(x - left, y - top) + Vec2::splat(MARGIN)) * scale
    };
    for item in &page.items {
        match item {
            PageItem::Text(text) => words(ui, text, place((text.x, text.y)), scale),
            PageItem::Line { from, to, width, .. } => {
                let stroke = Stroke::new((width * scale).max(THINNEST), Color32::BLACK);
                ui.painter().line_segment([place(*from), place(*to)], stroke);
            }
            PageItem::Shape { points, gray, .. } => {
                let points = points.iter().map(|point| place(*point)).collect();
                let ink = Color32::from_gray(*gray);
                ui.painter().add(Shape::convex_polygon(points, ink, Stroke::NONE));
            }
        }
    }
}

/// Paper is white by night too: it is what comes out of the printer.
fn sheet(ui: &Ui, rect: Rect) {
    let shadow =
        Shadow { offset: [0, 1], blur: 4, spread: 0, color: Color32::from_black_alpha(40) };
    ui.painter().add(shadow.as_shape(rect, 1.0));
    ui.painter().rect_filled(rect, 1.0, Color32::WHITE);
}

/// Paints words with their baseline here; no line of head and foot is stretched.
fn words(ui: &Ui, text: &TextItem, at: Pos2, scale: f32) {
    let bold = matches!(text.face, FaceId::Bold | FaceId::BoldItalic);
    let italic = matches!(text.face, FaceId::Italic | FaceId::BoldItalic);
    let font = theme::paper(text.size * scale, bold, italic);
    let galley = ui.painter().layout_no_wrap(text.text.clone(), font, Color32::BLACK);
    let baseline =
        galley.rows.first().and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y));
    ui.painter().galley(at - Vec2::new(0.0, baseline.unwrap_or(0.0)), galley, Color32::BLACK);
}

/// How far down an item reaches, pt.
fn lowest(item: &PageItem) -> f32 {
    match item {
        PageItem::Text(text) => text.y + text.size * DESCENT,
        PageItem::Line { from, to, .. } => from.1.max(to.1),
        PageItem::Shape { points, .. } => points.iter().map(|point| point.1).fold(0.0, f32::max),
    }
}
