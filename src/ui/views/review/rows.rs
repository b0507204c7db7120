//! What came of each piece of work, a row each; those seen alone are drawn.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, CursorIcon, FontId, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2,
};

use crate::messages::{follow as state_words, review as words};
use crate::plan::Id;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::views::follow::tone;
use crate::ui::widgets::{self, Tone};

use super::model::{Model, Row};

/// Height of a row: two lines of words.
const ROW: f32 = 50.0;
/// Height of the head.
const HEAD: f32 = 30.0;
/// The shares of the width: TT, name, result, status, adjustment.
const SHARES: [f32; 5] = [0.05, 0.25, 0.32, 0.17, 0.21];
/// The same in less room than [`NARROW`]: the status is said whole.
const SHARES_NARROW: [f32; 5] = [0.05, 0.26, 0.28, 0.23, 0.18];
/// See [`SHARES_NARROW`].
const NARROW: f32 = 800.0;

/// Draws the rows; Enter or a click leads to the sheet of a piece of work in Theo dõi.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, model: &Model, at: &mut usize, requests: &mut Requests) {
    let theme = theme::of(ui);
    ui.horizontal_wrapped(|ui| {
        let title = egui::RichText::new(words::ROWS).font(theme::bold(size::BODY));
        ui.label(title.color(theme.text));
        widgets::small(ui, &words::all(&model.counts));
        let changed = words::changed(model.changed);
        if !changed.is_empty() {
            widgets::show::badge(ui, Tone::Due, &changed);
        }
    });
    let room = ui.available_rect_before_wrap();
    let round = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect(room, round, theme.surface, theme.border(), StrokeKind::Inside);
    head(ui, &theme, room);
    let inside = Rect::from_min_max(pos2(room.left(), room.top() + HEAD), room.max);
    let inside = inside.shrink(1.0);
    let page = ((inside.height() / ROW) as usize).max(1);
    let list = ui.make_persistent_id("rows");
    let count = model.rows.len();
    let keys = widgets::keys::list_keys(ui, list, inside, words::ROWS, at, count, page);
    let mut opened = keys.opened.then(|| model.rows.get(*at).map(|row| row.item.id)).flatten();
    let place = UiBuilder::new().id_salt("rows").max_rect(inside);
    ui.scope_builder(place, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, view| {
            let top = ui.min_rect().top();
            ui.set_height(ROW * count as f32);
            let rect_of = |row: usize| {
                let y = top + ROW * row as f32;
                Rect::from_min_max(pos2(inside.left(), y), pos2(inside.right(), y + ROW))
            };
            if keys.moved {
                ui.scroll_to_rect(rect_of(*at), None);
            }
            let first = (view.top() / ROW).floor().max(0.0) as usize;
            let end = ((view.bottom() / ROW).ceil() as usize).min(count);
            for number in first..end {
                let focused = keys.focused && number == *at;
                let row = &model.rows[number];
                if row_ui(ui, &theme, number + 1, row, rect_of(number), focused) {
                    *at = number;
                    ui.memory_mut(|memory| memory.request_focus(list));
                    opened = Some(row.item.id);
                }
            }
        });
    });
    if let Some(item) = opened {
        follow(cx, item, requests);
    }
}

/// The sheet of a piece of work is in Theo dõi.
fn follow(cx: &ViewCx<'_>, item: Id, requests: &mut Requests) {
    if cx.plan.item(item).is_some() {
        requests.push(Request::Follow(item));
    }
}

fn head(ui: &Ui, theme: &Theme, room: Rect) {
    let head = Rect::from_min_max(room.min, pos2(room.right(), room.top() + HEAD));
    let radius = CornerRadius { sw: 0, se: 0, ..CornerRadius::same(size::CARD_RADIUS) };
    ui.painter().rect_filled(head.shrink(1.0), radius, theme.sunk);
    ui.painter().hline(head.x_range(), head.bottom(), theme.border());
    for (column, title) in words::COLUMNS.iter().enumerate() {
        let place = column_rect(head, column);
        text(ui, place, title, theme::bold(size::SMALL), theme.muted, 1);
    }
}

/// A column of a row, without its padding.
fn column_rect(row: Rect, column: usize) -> Rect {
    let shares = if row.width() < NARROW { SHARES_NARROW } else { SHARES };
    let before: f32 = shares[..column].iter().sum();
    let left = row.left() + row.width() * before;
    let right = left + row.width() * shares[column];
    Rect::from_min_max(pos2(left + 8.0, row.top() + 5.0), pos2(right - 6.0, row.bottom() - 5.0))
}

/// Draws a row; says whether it was clicked.
fn row_ui(ui: &mut Ui, theme: &Theme, number: usize, row: &Row, rect: Rect, focused: bool) -> bool {
    let status = state_words::state(&row.followed, row.item.done_on);
    let response = ui.interact(rect, ui.scope_id().with(row.item.id), Sense::click());
    response.widget_info(|| {
        let said = words::row_spoken(number, &row.followed.name, &status, &row.item.result);
        WidgetInfo::labeled(Role::ListBoxOption, true, said)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.sunk);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    if focused {
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(4), ring, StrokeKind::Inside);
    }
    let font = theme::regular(size::TABLE);
    let numeral = number.to_string();
    let texts = [
        (0, numeral.as_str(), theme.muted),
        (1, row.followed.name.as_str(), theme.text),
        (2, row.item.result.as_str(), theme.text),
        (4, row.item.adjustment.as_str(), theme.text),
    ];
    let mut cut = false;
    for (column, words, ink) in texts {
        cut |= text(ui, column_rect(rect, column), words, font.clone(), ink, 2);
    }
    let (ink, soft) = tone(row.followed.state).colours(theme);
    let ground = if soft == theme.sunk { theme.faint } else { soft };
    let place = column_rect(rect, 3);
    let galley = ui.painter().layout_no_wrap(status, theme::bold(size::SMALL - 0.5), ink);
    let wide = Vec2::new((galley.size().x + 16.0).min(place.width()), 20.0);
    let pill = Rect::from_min_size(place.min + Vec2::new(0.0, 1.0), wide);
    ui.painter().rect_filled(pill, CornerRadius::same(10), ground);
    ui.painter().galley(pill.center() - galley.size() / 2.0, galley, ink);
    if row.changed {
        let under = Rect::from_min_max(pos2(place.left(), pill.bottom() + 1.0), place.max);
        text(ui, under, words::CHANGED, theme::regular(size::SMALL - 1.0), theme.due, 1);
    }
    let clicked = response.clicked();
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if cut {
        response.on_hover_ui(|ui| {
            ui.set_max_width(460.0);
            for words in [&row.followed.name, &row.item.result, &row.item.adjustment] {
                if !words.trim().is_empty() {
                    widgets::body(ui, words);
                }
            }
        });
    }
    clicked
}

/// Words in a place, so many lines of them; says whether some are cut.
fn text(ui: &Ui, place: Rect, words: &str, font: FontId, ink: Color32, lines: usize) -> bool {
    if words.trim().is_empty() {
        return false;
    }
    let mut job = LayoutJob::simple(words.trim().to_owned(), font, ink, place.width());
    job.wrap =
        TextWrapping { max_width: place.width(), max_rows: lines, ..TextWrapping::default() };
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ui.painter().galley(place.min, galley, ink);
    cut
}
