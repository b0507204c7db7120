//! Choosing: one of a list, one of a few side by side, yes or no.

use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::ui::theme::{self, size};

use super::button::{Look, button_with, focus_ring, paint_triangle};
use super::{keys, show};

/// What the frame of a menu takes of the window's height (logical pixels).
const MENU_EDGE: f32 = 16.0;

/// One of a list: a label over a field that opens it. Gives the index chosen, if another
/// one than before.
pub fn select(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    label: &str,
    width: Option<f32>,
    choices: &[String],
    chosen: Option<usize>,
) -> Option<usize> {
    let width = width.unwrap_or_else(|| ui.available_width());
    let id = ui.make_persistent_id(salt);
    let mut picked = None;
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 4.0;
        let over = show::label(ui, label);
        let shown = chosen.and_then(|index| choices.get(index)).map_or("", String::as_str);
        let field = closed_list(ui, id, label, shown, width).labelled_by(over.id);
        let list = id.with("list");
        let by_key = opened_by_key(ui, &field, list);
        let enter = field.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let command = if by_key {
            Some(egui::SetOpenCommand::Bool(true))
        } else {
            let clicked = field.clicked() && !(enter && keys::in_dialog(ui));
            clicked.then_some(egui::SetOpenCommand::Toggle)
        };
        let popup = egui::Popup::menu(&field).id(list).width(width).open_memory(command);
        popup.show(|ui| {
            let wide = widest(ui, choices).max(width);
            ui.set_min_width(wide.min(ui.ctx().content_rect().width() - 48.0));
            egui::ScrollArea::vertical().max_height(ui.spacing().combo_height).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for (index, choice) in choices.iter().enumerate() {
                    let selected = chosen == Some(index);
                    let row = list_row(ui, choice, selected);
                    let first = selected || (chosen.is_none() && index == 0);
                    if first && by_key {
                        row.request_focus();
                    }
                    if row.gained_focus() || first && ui.is_sizing_pass() {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() {
                        picked = (!selected).then_some(index);
                        ui.close();
                    }
                }
            });
            // Whatever was chosen, Tab goes on from here.
            keys::focus_after(ui.ctx(), id);
            if ui.input(|input| input.key_pressed(egui::Key::Tab)) {
                ui.close();
            }
        });
    });
    picked
}

/// Whether a key opens the closed list: Down, Space; Enter where no default button wants it.
fn opened_by_key(ui: &Ui, field: &Response, list: egui::Id) -> bool {
    if !field.has_focus() || egui::Popup::is_id_open(ui.ctx(), list) {
        return false;
    }
    // Down and Up are the list's, not the way to the next field.
    let arrows = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(field.id, arrows));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let enter = pressed(egui::Key::Enter) && !keys::in_dialog(ui);
    pressed(egui::Key::ArrowDown) || pressed(egui::Key::Space) || enter
}

/// How wide the longest of these rows is (logical pixels).
fn widest(ui: &Ui, choices: &[String]) -> f32 {
    let wide = |words: &String| {
        let galley = ui.painter().layout_no_wrap(
            words.clone(),
            theme::bold(size::BODY),
            egui::Color32::PLACEHOLDER,
        );
        galley.size().x
    };
    // Beside the words, and the scroll bar.
    choices.iter().map(wide).fold(0.0, f32::max) + 20.0 + 12.0
}

fn closed_list(ui: &mut Ui, id: egui::Id, label: &str, shown: &str, width: f32) -> Response {
    let theme = theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, size::FIELD), Sense::hover());
    let mut response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), label);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::same(size::RADIUS);
        if response.has_focus() {
            ui.painter().rect_filled(
                rect.expand(2.0),
                CornerRadius::same(size::RADIUS + 2),
                theme.accent_soft,
            );
        }
        let border = if response.has_focus() {
            theme.accent
        } else if response.hovered() {
            theme.muted
        } else {
            theme.edge
        };
        let fill = theme.surface;
        ui.painter().rect(rect, radius, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        let (words, ink) = if shown.is_empty() {
            (crate::messages::window::CHOOSE_ONE, theme.muted)
        } else {
            (shown, theme.text)
        };
        let font = theme::regular(size::BODY);
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width - 40.0);
        let galley = ui.painter().layout_job(job);
        let cut = galley.elided;
        let at = egui::pos2(rect.left() + 11.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        let centre = egui::pos2(rect.right() - 16.0, rect.center().y);
        paint_triangle(ui.painter(), centre, true, theme.muted);
        if cut {
            response = response.on_hover_text(shown);
        }
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A row of an open list or of a menu.
pub fn list_row(ui: &mut Ui, words: &str, selected: bool) -> Response {
    list_row_with(ui, words, "", selected)
}

/// The same with a second text at the right end: a shortcut, a value.
pub fn list_row_with(ui: &mut Ui, words: &str, beside: &str, selected: bool) -> Response {
    let theme = theme::of(ui);
    let ink = if selected { theme.accent } else { theme.text };
    let font = if selected { theme::bold(size::BODY) } else { theme::regular(size::BODY) };
    let right =
        ui.painter().layout_no_wrap(beside.to_owned(), theme::regular(size::SMALL), theme.muted);
    let room = if beside.is_empty() { 0.0 } else { right.size().x + 24.0 };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    let width = ui.available_width().max(galley.size().x + 20.0 + room);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 32.0), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Button, ui.is_enabled(), words);
        info.selected = Some(selected);
        info
    });
    let enabled = ui.is_enabled();
    if response.has_focus() {
        keys::takes_enter(ui);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, CornerRadius::same(4), theme.accent_soft);
    }
    let ink = if enabled { ink } else { theme.muted };
    let at = egui::pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
    // What cannot be chosen can still be read.
    let mut painter = ui.painter().clone();
    painter.set_opacity(1.0);
    painter.galley_with_override_text_color(at, galley, ink);
    let at =
        egui::pos2(rect.right() - 10.0 - right.size().x, rect.center().y - right.size().y / 2.0);
    painter.galley(at, right, theme.muted);
    response
}

/// The lines of a menu, scrolled where the window is lower than they are.
pub fn within_window<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.ctx().content_rect().height() - MENU_EDGE;
    let area = egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room);
    let shown = area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        add(ui)
    });
    shown.inner
}

/// One of a few, side by side. Gives the index chosen, if another one than before.
pub fn segmented(ui: &mut Ui, choices: &[&str], chosen: usize) -> Option<usize> {
    let mut picked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (index, words) in choices.iter().enumerate() {
            let selected = index == chosen;
            if button_with(ui, words, &Look { selected, ..Look::default() }).clicked() && !selected
            {
                picked = Some(index);
            }
        }
    });
    picked
}

/// Yes or no; gives whether it was changed.
pub fn checkbox(ui: &mut Ui, on: &mut bool, words: &str) -> Response {
    let theme = theme::of(ui);
    let font = theme::regular(size::BODY);
    let room = (ui.available_width() - 28.0).max(40.0);
    let galley = ui.painter().layout(words.to_owned(), font, theme.text, room);
    let wanted = Vec2::new(galley.size().x + 28.0, galley.size().y.max(size::TARGET));
    let (rect, mut response) = ui.allocate_exact_size(wanted, Sense::click());
    // In a dialog Enter is the default button's, Space is the box's.
    let by_enter = response.has_focus()
        && keys::in_dialog(ui)
        && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if response.clicked() && !by_enter {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, words));
    let centre = egui::pos2(rect.left() + 10.0, first_line(rect, &galley));
    let square = egui::Rect::from_center_size(centre, Vec2::splat(18.0));
    paint_box(ui, square, Some(*on), response.has_focus());
    let at = egui::pos2(rect.left() + 28.0, rect.top() + (rect.height() - galley.size().y) / 2.0);
    let ink = if ui.is_enabled() { theme.text } else { theme.muted };
    ui.painter().galley_with_override_text_color(at, galley, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The middle of the first line of words that stand in the middle of this place.
fn first_line(place: egui::Rect, words: &egui::Galley) -> f32 {
    let line = words.rows.first().map_or(0.0, |row| row.size.y);
    place.center().y + (line - words.size().y) / 2.0
}

/// The box of a yes or no; none of both: some of what it stands for.
pub fn paint_box(ui: &Ui, square: egui::Rect, on: Option<bool>, focused: bool) {
    let theme = theme::of(ui);
    if focused {
        focus_ring(ui, square, 4);
    }
    let off = on == Some(false);
    let edge = if !off || focused { theme.accent } else { theme.muted };
    let fill = if on == Some(true) { theme.accent } else { theme.surface };
    let radius = CornerRadius::same(4);
    ui.painter().rect(square, radius, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    let at = |x, y| square.min + Vec2::new(x, y);
    match on {
        Some(true) => {
            let tick = vec![at(4.0, 9.5), at(7.5, 13.0), at(14.0, 5.5)];
            ui.painter().line(tick, Stroke::new(2.0, theme.on_accent));
        }
        Some(false) => {}
        None => {
            ui.painter().line(vec![at(5.0, 9.0), at(13.0, 9.0)], Stroke::new(2.0, theme.accent));
        }
    }
}

/// One of several answers that hang together; a click chooses it.
pub fn radio(ui: &mut Ui, on: bool, words: &str) -> Response {
    let theme = theme::of(ui);
    let font = theme::regular(size::BODY);
    let room = (ui.max_rect().width() - 28.0).max(40.0);
    let galley = ui.painter().layout(words.to_owned(), font, theme.text, room);
    let wanted = Vec2::new(galley.size().x + 26.0, galley.size().y.max(size::TARGET));
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, words));
    let centre = egui::pos2(rect.left() + 9.0, first_line(rect, &galley));
    if response.has_focus() {
        keys::takes_enter(ui);
        focus_ring(ui, egui::Rect::from_center_size(centre, Vec2::splat(18.0)), 9);
    }
    let edge = if on || response.has_focus() { theme.accent } else { theme.muted };
    ui.painter().circle(centre, 8.0, theme.surface, Stroke::new(1.5, edge));
    if on {
        ui.painter().circle_filled(centre, 4.5, theme.accent);
    }
    let ink = if ui.is_enabled() { theme.text } else { theme.muted };
    let at = egui::pos2(rect.left() + 24.0, rect.top() + (rect.height() - galley.size().y) / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
