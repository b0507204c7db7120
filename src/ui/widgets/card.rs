//! Lists of cards: a table whose rows stand on grounds of their own, with columns in line.

use egui::{Color32, CornerRadius, Frame, Margin, Rect, Stroke, StrokeKind, Ui, Vec2};
use egui_extras::{Column, TableBuilder};

use crate::ui::theme::{self, size};

/// Width of the coloured edge of a card (logical pixels).
pub const EDGE: f32 = 4.0;

/// A table whose rows are cards of these heights, with this much between columns and rows; and
/// how wide a card is (logical pixels). The columns are for the caller to say.
pub fn cards<'a>(
    ui: &'a mut Ui,
    salt: &'static str,
    gaps: Vec2,
    heights: impl Iterator<Item = f32>,
) -> (TableBuilder<'a>, f32) {
    ui.spacing_mut().item_spacing = gaps;
    let room = ui.available_size();
    // A bar that is not needed takes no room.
    let scrolls = heights.map(|height| height + gaps.y).sum::<f32>() - gaps.y > room.y;
    let bar = if scrolls { ui.spacing().scroll.allocated_width() } else { 0.0 };
    let table = TableBuilder::new(ui)
        .id_salt(salt)
        .vscroll(scrolls)
        .auto_shrink(false)
        .animate_scrolling(false)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center));
    (table, room.x - bar)
}

/// A column of this width that cuts nothing off: a card is painted from its first cell over all.
#[must_use]
pub fn column(width: f32) -> Column {
    Column::initial(width).range(width..=width)
}

/// The ground and the border of a card, with room around what stands in it.
pub fn card_frame(ui: &Ui) -> Frame {
    let theme = theme::of(ui);
    Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(size::CARD_RADIUS)
        .inner_margin(Margin::symmetric(12, 10))
}

/// How a card looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Card {
    /// What it stands for is not at hand.
    pub sunk: bool,
    /// It is the one chosen by the keyboard.
    pub chosen: bool,
    /// The pointer is over it.
    pub hot: bool,
    /// The colour of its left edge.
    pub edge: Option<Color32>,
}

impl Card {
    /// Paints it.
    pub fn paint(self, ui: &Ui, rect: Rect) {
        let theme = theme::of(ui);
        let radius = CornerRadius::same(size::CARD_RADIUS);
        if self.chosen {
            let ring = CornerRadius::same(size::CARD_RADIUS + 2);
            ui.painter().rect_filled(rect.expand(2.0), ring, theme.accent_soft);
        }
        let border = if self.chosen {
            theme.accent
        } else if self.hot {
            theme.muted
        } else {
            theme.line
        };
        let fill = if self.sunk { theme.sunk } else { theme.surface };
        let stroke = Stroke::new(1.0, border);
        ui.painter().rect(rect, radius, fill, stroke, StrokeKind::Inside);
        if let Some(edge) = self.edge {
            // It keeps the card's corners: the card's own shape, cut to its left end.
            let strip = Rect::from_min_size(rect.min, Vec2::new(EDGE, rect.height()));
            let painter = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
            painter.rect_filled(rect, radius, edge);
        }
    }
}
