//! What is said for a few seconds at the foot of the window, and can be closed before.

use egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Label, LayerId, Margin, Order, Pos2, Rect,
    RichText, Vec2,
};

use crate::messages::window as words;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Look, button_with, width_by};
use crate::ui::widgets::kept_clear;

/// The height of its buttons, and what is left free around it (logical pixels).
const BUTTON: f32 = 30.0;
/// See [`BUTTON`].
const AROUND: Vec2 = Vec2::new(16.0, 8.0);
/// Its places are this far apart (logical pixels).
const STEP: f32 = 8.0;
/// A field higher than this part of the window is kept clear only where it is written in.
const HIGH: f32 = 0.4;

/// What was pressed of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Nothing.
    Nothing,
    /// What is offered at this place.
    Offer(usize),
    /// It is closed.
    Close,
}

/// Draws it, with a button for each thing that is offered and one that closes it, where it covers
/// nothing that a person works on; `from`: where it was, and it stays there while it can. Nothing
/// where there is no such place.
pub fn notice(
    ctx: &Context,
    said: &str,
    offers: &[&str],
    from: &mut Option<Pos2>,
) -> Option<Pressed> {
    let over = over_the_stage(ctx);
    let at = place(ctx, size_of(ctx, said, offers), *from, &over)?;
    // Beside a dialog or a list it stands only for as long as that is there.
    *from = Some(at).filter(|_| over.is_empty());
    let area = Area::new(id()).order(Order::Foreground).constrain(false).fixed_pos(at);
    Some(framed(ctx, area, said, |ui| {
        let mut pressed = Pressed::Nothing;
        let look = Look { height: Some(BUTTON), ..Look::default() };
        for (index, offer) in offers.iter().enumerate() {
            if button_with(ui, offer, &look).clicked() {
                pressed = Pressed::Offer(index);
            }
        }
        let look = Look { name: Some(words::CLOSE_NOTICE), ..look };
        if button_with(ui, words::CLOSE, &look).clicked() {
            pressed = Pressed::Close;
        }
        pressed
    }))
}

/// Its size, told before it is drawn: it is seen nowhere else first.
fn size_of(ctx: &Context, said: &str, offers: &[&str]) -> Vec2 {
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, id()));
    let look = Look { height: Some(BUTTON), ..Look::default() };
    let spacing = &ctx.global_style().spacing;
    let (gap, least) = (spacing.item_spacing.x, spacing.interact_size.y);
    let wide = |words: &&str| gap + width_by(&painter, words, &look);
    let buttons: f32 = offers.iter().chain([&words::CLOSE]).map(wide).sum();
    let words = words_of(ctx, said);
    Vec2::new(words.x + buttons, words.y.max(BUTTON).max(least)) + 2.0 * AROUND
}

/// How large its words are, in several lines where they are long.
fn words_of(ctx: &Context, said: &str) -> Vec2 {
    let most = ctx.content_rect().width() * 0.5;
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, id()));
    let font = theme::regular(size::TABLE);
    let words = painter.layout(said.to_owned(), font, egui::Color32::PLACEHOLDER, most).size();
    if words.y > size::TABLE * 2.0 { Vec2::new(most, words.y) } else { words }
}

/// Where a notice of this size covers nothing that a person works on: from the foot of the window
/// upwards, in the middle or at a side, or where it was.
fn place(ctx: &Context, size: Vec2, was: Option<Pos2>, over: &[Rect]) -> Option<Pos2> {
    let room = ctx.content_rect().shrink2(Vec2::new(12.0, 14.0));
    let (mut lines, fields) = worked_on(ctx);
    lines.extend(over);
    let places = || {
        let rows = ((room.height() - size.y) / STEP).max(0.0) as usize;
        let down = (0..=rows).map(|row| room.bottom() - size.y - STEP * row as f32);
        let across = [room.center().x - size.x / 2.0, room.right() - size.x, room.left()];
        down.flat_map(move |y| across.map(|x| Pos2::new(x.max(room.left()), y)))
    };
    let free = |covered: &dyn Fn(Rect) -> bool| {
        let is_free = |at: &Pos2| !covered(Rect::from_min_size(*at, size));
        was.filter(is_free).or_else(|| places().find(is_free))
    };
    let on_lines = |place: Rect| lines.iter().any(|one| one.intersects(place));
    let on_fields = |place: Rect| fields.is_some_and(|one: Rect| one.intersects(place));
    free(&|place| on_lines(place) || on_fields(place)).or_else(|| free(&on_lines))
}

/// What may never be covered: the line that is written or whatever else has the focus, and what
/// asked to be kept clear; and the whole of the field that is written in, where that can be.
fn worked_on(ctx: &Context) -> (Vec<Rect>, Option<Rect>) {
    let mut never = kept_clear(ctx);
    never.extend(work(ctx, id()).map(|work| work.expand(4.0)));
    let field = focused(ctx, id()).map(|rect| rect.expand(8.0));
    let most = HIGH * ctx.content_rect().height();
    let (small, large) = (|rect: &Rect| rect.height() <= most, |rect: &Rect| rect.height() > most);
    never.extend(field.filter(small));
    (never, field.filter(large))
}

/// Where dialogs, lists and menus lie over the stage.
fn over_the_stage(ctx: &Context) -> Vec<Rect> {
    ctx.memory(|memory| {
        let seen = memory.areas().visible_layer_ids().into_iter();
        let over = seen.filter(|layer| {
            matches!(layer.order, Order::Middle | Order::Foreground) && layer.id != id()
        });
        over.filter_map(|layer| memory.area_rect(layer.id)).collect()
    })
}

/// Draws what stands as long as something is held over the window.
pub fn held(ctx: &Context, said: &str) {
    let area = Area::new(Id::unique("held over")).order(Order::Foreground).interactable(false);
    framed(ctx, area.anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -20.0)), said, |_| {});
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
    let line = ctx.output(|output| {
        let writing = output.ime.as_ref()?;
        let (field, cursor) = (writing.rect, writing.cursor_rect);
        Some(Rect::from_x_y_ranges(field.x_range(), cursor.y_range()).expand(6.0))
    });
    line.or_else(|| focused(ctx, area))
}

/// What has the focus, as far as it is seen, unless it stands in this area.
fn focused(ctx: &Context, area: Id) -> Option<Rect> {
    let own = ctx.memory(|memory| memory.area_rect(area));
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    let seen = focused.map(|one| one.interact_rect).filter(Rect::is_positive);
    seen.filter(|rect| !own.is_some_and(|own| own.contains_rect(*rect)))
}

fn id() -> Id {
    Id::unique("notice")
}

fn framed<R>(ctx: &Context, area: Area, said: &str, beside: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let theme = theme::of(ctx);
    let room = words_of(ctx, said);
    area.show(ctx, |ui| {
        let frame = Frame::new()
            .fill(theme.text)
            .corner_radius(CornerRadius::same(size::RADIUS))
            .inner_margin(Margin::symmetric(AROUND.x as i8, AROUND.y as i8))
            .shadow(ui.visuals().popup_shadow);
        let inside = |ui: &mut egui::Ui| {
            let words = RichText::new(said).font(theme::regular(size::TABLE)).color(theme.bg);
            ui.horizontal(|ui| {
                ui.scope(|ui| {
                    ui.set_max_width(room.x + 1.0);
                    ui.add(Label::new(words).wrap())
                });
                beside(ui)
            })
            .inner
        };
        frame.show(ui, inside).inner
    })
    .inner
}
