//! What is said for a few seconds at the foot of the window, and can be closed before.

use egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Label, LayerId, Margin, Order, Rect, RichText,
};

use crate::messages::window as words;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Look, button_with};

/// What was pressed of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// What is offered at this place.
    Offer(usize),
    /// It is closed.
    Close,
}

/// Draws it, with a button for each thing that is offered and one that closes it; `high`: at
/// the head of the window.
pub fn notice(ctx: &Context, said: &str, offers: &[&str], high: bool) -> Option<Pressed> {
    framed(ctx, said, true, high, |ui| {
        let mut pressed = None;
        let look = Look { height: Some(30.0), ..Look::default() };
        for (index, offer) in offers.iter().enumerate() {
            if button_with(ui, offer, &look).clicked() {
                pressed = Some(Pressed::Offer(index));
            }
        }
        let look = Look { name: Some(words::CLOSE_NOTICE), ..look };
        if button_with(ui, words::CLOSE, &look).clicked() {
            pressed = Some(Pressed::Close);
        }
        pressed
    })
}

/// Draws what stands as long as something is held over the window.
pub fn held(ctx: &Context, said: &str) {
    framed(ctx, said, false, false, |_| {});
}

/// Whether what was said in the last frame lies on the place where somebody works: the line of
/// the field that is written in, or whatever else has the focus.
pub fn covers_work(ctx: &Context) -> bool {
    shown(ctx).is_some_and(|notice| work(ctx, id()).is_some_and(|work| notice.intersects(work)))
}

/// Where it was said in the last frame, if it was.
pub(super) fn shown(ctx: &Context) -> Option<Rect> {
    let layer = LayerId::new(Order::Foreground, id());
    ctx.memory(|memory| {
        memory.area_rect(id()).filter(|_| memory.areas().visible_last_frame(&layer))
    })
}

/// The place where somebody works: the line of the field that is written in, or whatever else has
/// the focus; nothing of what stands in the area itself that lies over it.
pub(super) fn work(ctx: &Context, area: Id) -> Option<Rect> {
    let own = ctx.memory(|memory| memory.area_rect(area));
    let line = ctx.output(|output| {
        let writing = output.ime.as_ref()?;
        let (field, cursor) = (writing.rect, writing.cursor_rect);
        Some(Rect::from_x_y_ranges(field.x_range(), cursor.y_range()).expand(6.0))
    });
    let focused = || ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    let is_own = |rect: Rect| own.is_some_and(|own| own.contains_rect(rect));
    line.or_else(|| focused().map(|one| one.rect).filter(|rect| !is_own(*rect)))
}

fn id() -> Id {
    Id::unique("notice")
}

fn framed<R>(
    ctx: &Context,
    said: &str,
    interactable: bool,
    high: bool,
    beside: impl FnOnce(&mut egui::Ui) -> R,
) -> R {
    let theme = theme::of(ctx);
    let (side, gap) = if high {
        (Align2::CENTER_TOP, size::TOP_BAR_WIDE + size::STAGES + 8.0)
    } else {
        (Align2::CENTER_BOTTOM, -20.0)
    };
    let area = Area::new(id())
        .order(Order::Foreground)
        .interactable(interactable)
        .anchor(side, egui::vec2(0.0, gap));
    area.show(ctx, |ui| {
        Frame::new()
            .fill(theme.text)
            .corner_radius(CornerRadius::same(size::RADIUS))
            .inner_margin(Margin::symmetric(16, 8))
            .shadow(ui.visuals().popup_shadow)
            .show(ui, |ui| {
                ui.set_max_width(ctx.content_rect().width() * 0.8);
                ui.horizontal(|ui| {
                    let words = RichText::new(said).font(theme::regular(size::TABLE));
                    let label = Label::new(words.color(theme.bg));
                    ui.add(label.wrap_mode(egui::TextWrapMode::Extend));
                    beside(ui)
                })
                .inner
            })
            .inner
    })
    .inner
}
