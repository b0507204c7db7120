//! The list of backups: when each was made, why and how much it holds.

use std::path::Path;

use egui::{Id, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};
use egui_extras::{Column, TableRow};
use jiff::civil::Date;

use crate::messages::backups as words;
use crate::store::{Backup, BackupSet};
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets::card::{EDGE, cards};
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Card, Tone};

use super::model::Line;

/// Height of a backup and of a head, in logical pixels.
const ROW: f32 = 53.0;
/// See [`ROW`].
const HEAD: f32 = 30.0;

/// What is listed.
pub(super) struct Show<'a> {
    pub sets: &'a [BackupSet],
    pub lines: &'a [Line],
    /// The one that was looked into, and in how many places it differs from now.
    pub looked: Option<(&'a Path, usize)>,
    pub today: Date,
}

/// Draws it and moves the choice.
pub(super) fn show(ui: &mut Ui, show: &Show<'_>, at: &mut usize) {
    let room = ui.available_rect_before_wrap();
    let id = Id::unique("backups");
    let theme = theme::of(ui);
    Card::default().paint(ui, room);
    let count = show.lines.iter().filter(|line| matches!(line, Line::Backup(..))).count();
    let page = (room.height() / ROW).max(1.0) as usize;
    let keys = widgets::list_keys(ui, id, room, words::LIST, at, count, page);
    if keys.focused {
        widgets::button::focus_ring(ui, room, size::CARD_RADIUS);
    }
    let inside = room.shrink(1.0);
    ui.scope_builder(egui::UiBuilder::new().max_rect(inside), |ui| {
        let height = |line: &Line| if matches!(line, Line::Head(_)) { HEAD } else { ROW };
        let heights = || show.lines.iter().map(height);
        let (mut table, width) = cards(ui, "backups", Vec2::ZERO, heights());
        // The line of each backup, and back.
        let numbers: Vec<Option<usize>> = numbered(show.lines);
        let line = numbers.iter().position(|number| *number == Some(*at)).unwrap_or(0);
        if keys.moved {
            // With the head over the first one of an age.
            let head = line > 0 && matches!(show.lines[line - 1], Line::Head(_));
            table = table.scroll_to_row(if head { line - 1 } else { line }, None);
        }
        table.column(Column::remainder()).body(|body| {
            body.heterogeneous_rows(heights(), |mut row| {
                let index = row.index();
                match (&show.lines[index], numbers[index]) {
                    (Line::Backup(set, of), Some(number)) => {
                        let backup = &show.sets[*set].backups[*of];
                        let chosen = number == *at;
                        if item(&mut row, (show, &theme), id.with(index), backup, (chosen, width)) {
                            *at = number;
                        }
                    }
                    (Line::Head(words), _) => head(&mut row, &theme, words, width),
                    (Line::Backup(..), None) => {}
                }
            });
        });
    });
    // The corners of what was drawn inside stay under the border.
    let border = egui::StrokeKind::Inside;
    ui.painter().rect_stroke(room, size::CARD_RADIUS, theme.border(), border);
}

/// For each line which backup it is, counted from 0.
fn numbered(lines: &[Line]) -> Vec<Option<usize>> {
    let mut next = 0;
    let number = |line: &Line| {
        matches!(line, Line::Backup(..)).then(|| {
            next += 1;
            next - 1
        })
    };
    lines.iter().map(number).collect()
}

fn head(row: &mut TableRow<'_, '_>, theme: &Theme, words: &str, width: f32) {
    row.col(|ui| {
        let rect = Rect::from_min_size(ui.max_rect().min, Vec2::new(width, HEAD));
        ui.painter().rect_filled(rect, 0, theme.sunk);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
        let font = theme::bold(size::SMALL - 0.5);
        let at = Pos2::new(rect.left() + 14.0, rect.top() + 7.0);
        one_line(ui, at, rect.right() - 10.0, words, font, theme.muted);
    });
}

/// Draws a backup; gives whether it was clicked.
fn item(
    row: &mut TableRow<'_, '_>,
    (show, theme): (&Show<'_>, &Theme),
    id: Id,
    backup: &Backup,
    (chosen, width): (bool, f32),
) -> bool {
    let mut clicked = false;
    row.col(|ui| {
        let rect = Rect::from_min_size(ui.max_rect().min, Vec2::new(width, ROW));
        let response = ui.interact(rect, id, Sense::CLICK);
        let (when, hour) = words::when_short(backup.when, show.today);
        let why = words::why(backup.why);
        let held = words::held(backup);
        let said = format!("{}, {why}, {held}", words::when_title(backup.when, show.today));
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ListBoxOption, true, said.clone());
            info.selected = Some(chosen);
            info
        });
        if chosen {
            ui.painter().rect_filled(rect, 0, theme.accent_soft);
            let edge = rect.with_max_x(rect.left() + EDGE - 1.0);
            ui.painter().rect_filled(edge, 0, theme.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0, theme.sunk);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
        let (left, top) = (rect.left() + 14.0, rect.top() + 7.0);
        let bold = theme::bold(size::BODY);
        let galley = ui.painter().layout_no_wrap(when, bold, theme.text);
        let after = left + galley.size().x + 8.0;
        ui.painter().galley(Pos2::new(left, top - 1.0), galley, theme.text);
        let differs = show.looked.filter(|(path, _)| *path == backup.path).map(|(_, count)| count);
        let right = rect.right() - 12.0;
        let mark = differs.map(|count| {
            let tone = if count == 0 { Tone::Done } else { Tone::Due };
            let (ink, ground) = tone.colours(theme);
            let words = words::differs_short(count);
            let galley = ui.painter().layout_no_wrap(words, theme::bold(size::SMALL - 0.5), ink);
            let wide = galley.size().x + 16.0;
            let place = Rect::from_min_size(
                Pos2::new(right - wide, top),
                Vec2::new(wide, galley.size().y + 2.0),
            );
            let radius = egui::CornerRadius::same((place.height() / 2.0) as u8);
            ui.painter().rect_filled(place, radius, ground);
            ui.painter().galley(place.center() - galley.size() / 2.0, galley, ink);
            place.left() - 8.0
        });
        let end = mark.unwrap_or(right);
        let beside = if hour.is_empty() { why.to_owned() } else { format!("{hour}, {why}") };
        let regular = theme::regular(size::TABLE);
        let cut = one_line(ui, Pos2::new(after, top), end, &beside, regular, theme.text);
        let small = theme::regular(size::SMALL);
        one_line(ui, Pos2::new(left, top + 21.0), right, &held, small, theme.muted);
        clicked = response.clicked();
        if cut {
            response.on_hover_text(said);
        }
    });
    clicked
}
