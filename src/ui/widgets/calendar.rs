//! A calendar that opens from a button: a day is chosen by a click, or by arrows and Enter.

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};
use jiff::{Span, ToSpan, civil::Date};

use crate::messages::calendar as words;
use crate::ui::theme::{self, size};

use super::button::{Look, button_with, icon_button};
use super::show;

/// A day's place, logical pixels.
const CELL: Vec2 = Vec2::new(36.0, 30.0);
/// So many weeks are shown: the longest month has no more.
const WEEKS: i32 = 6;

/// The button. `chosen` is the day that stands there; without one it opens near another day, else
/// today. Gives the day that was chosen.
pub fn calendar(
    ui: &mut Ui,
    chosen: Option<Date>,
    (near, today): (Option<Date>, Date),
) -> Option<Date> {
    let popup = ui.make_persistent_id("calendar");
    let open = Popup::is_id_open(ui.ctx(), popup);
    // Where the arrows are, while it is open.
    let at = ui.data(|data| data.get_temp::<Date>(popup)).filter(|_| open);
    let mut at = at.or(chosen).or(near).unwrap_or(today);
    // The button would take Enter, too.
    let mut picked = (open && keys(ui, &mut at)).then_some(at);
    let look = Look { menu: true, name: Some(words::CHOOSE), ..Look::default() };
    let button = button_with(ui, words::OPEN, &look);
    if open {
        let mine = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(button.id, mine));
    } else if button.clicked() {
        button.request_focus();
    }
    Popup::menu(&button)
        .id(popup)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(CELL.x * 7.0)
        .show(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(0.0);
            picked = month(ui, &mut at, chosen, today).or(picked);
        });
    ui.data_mut(|data| data.insert_temp(popup, at));
    if picked.is_some() {
        Popup::close_id(ui.ctx(), popup);
        button.request_focus();
    }
    picked
}

/// Moves by keys; gives whether Enter was pressed.
fn keys(ui: &Ui, at: &mut Date) -> bool {
    let steps: [(Key, Span); 6] = [
        (Key::ArrowLeft, (-1).day()),
        (Key::ArrowRight, 1.day()),
        (Key::ArrowUp, (-1).week()),
        (Key::ArrowDown, 1.week()),
        (Key::PageUp, (-1).month()),
        (Key::PageDown, 1.month()),
    ];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, step) in steps {
        if pressed(key) {
            *at = moved(*at, step);
        }
    }
    pressed(Key::Enter)
}

fn moved(at: Date, step: Span) -> Date {
    at.checked_add(step).ok().filter(|day| (1900..9000).contains(&day.year())).unwrap_or(at)
}

/// The month of a day; gives the day that was clicked.
fn month(ui: &mut Ui, at: &mut Date, chosen: Option<Date>, today: Date) -> Option<Date> {
    let theme = theme::of(ui);
    ui.horizontal(|ui| {
        if icon_button(ui, "‹", words::BEFORE).clicked() {
            *at = moved(*at, (-1).month());
        }
        let (place, _) = ui.allocate_exact_size(Vec2::new(CELL.x * 5.0, CELL.y), Sense::hover());
        let font = theme::bold(size::BODY);
        let name = words::month(*at);
        ui.painter().text(place.center(), Align2::CENTER_CENTER, &name, font, theme.text);
        ui.interact(place, ui.scope_id().with("month"), Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        if icon_button(ui, "›", words::AFTER).clicked() {
            *at = moved(*at, 1.month());
        }
    });
    ui.horizontal(|ui| {
        for name in words::DAYS {
            let (place, _) = ui.allocate_exact_size(CELL, Sense::hover());
            let font = theme::regular(size::SMALL);
            ui.painter().text(place.center(), Align2::CENTER_CENTER, name, font, theme.muted);
        }
    });
    let first = at.first_of_month();
    let before = i32::from(first.weekday().to_monday_zero_offset());
    let mut picked = None;
    for week in 0..WEEKS {
        ui.horizontal(|ui| {
            for column in 0..7 {
                let Ok(day) = first.checked_add((week * 7 + column - before).days()) else {
                    continue;
                };
                if cell(ui, day, (*at, chosen, today)) {
                    picked = Some(day);
                }
            }
        });
    }
    ui.add_space(4.0);
    show::small(ui, words::KEYS);
    picked
}

/// One day; gives whether it was clicked.
fn cell(ui: &mut Ui, day: Date, (at, chosen, today): (Date, Option<Date>, Date)) -> bool {
    let theme = theme::of(ui);
    let (place, _) = ui.allocate_exact_size(CELL, Sense::hover());
    let id: Id = ui.scope_id().with(day.to_string());
    let response = ui.interact(place, id, Sense::CLICK);
    let (here, is_chosen) = (day == at, chosen == Some(day));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, here, words::day(day)));
    let radius = CornerRadius::same(size::RADIUS);
    let inner = place.shrink(1.0);
    if is_chosen {
        ui.painter().rect_filled(inner, radius, theme.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(inner, radius, theme.sunk);
    }
    if here {
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(inner, radius, ring, StrokeKind::Inside);
    }
    let ink = match () {
        () if is_chosen => theme.on_accent,
        () if day.month() != at.month() => theme.muted,
        () => theme.text,
    };
    let face = if day == today { theme::bold(size::BODY) } else { theme::regular(size::BODY) };
    let number = day.day().to_string();
    ui.painter().text(place.center(), Align2::CENTER_CENTER, number, face, ink);
    response.clicked()
}
