//! The first rows of a pasted block, under what becomes of its columns.

use egui::{Frame, Label, Margin, RichText, Ui, vec2};

use crate::import::clipboard::{Meaning, Pasted, PastedRow};
use crate::messages::paste as words;
use crate::plan::Field;
use crate::ui::theme::{self, size};
use crate::ui::widgets::select;

/// So many rows are shown, however many there are.
const ROWS: usize = 5;
/// The column of numbers (logical pixels).
const NUMBERS: f32 = 32.0;
/// No column is narrower (logical pixels).
const NARROWEST: f32 = 112.0;
/// Between columns (logical pixels).
const GAP: f32 = 8.0;
/// The height of a row (logical pixels).
const ROW: f32 = 21.0;

/// Draws it; gives the column for which something else was chosen, and what.
pub fn show(ui: &mut Ui, pasted: &Pasted, shown: &[(Field, String)]) -> Option<(usize, Meaning)> {
    let theme = theme::of(ui);
    let mut chosen = None;
    let frame = Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(egui::CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let count = pasted.columns.len().max(1) as f32;
        let width = ((ui.available_width() - NUMBERS - GAP) / count - GAP).max(NARROWEST);
        egui::ScrollArea::horizontal().auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, 1.0);
            ui.horizontal(|ui| {
                ui.add_space(NUMBERS);
                for at in 0..pasted.columns.len() {
                    chosen = chosen.or(column(ui, pasted, at, shown, width));
                }
            });
            ui.spacing_mut().interact_size.y = ROW;
            for (at, row) in pasted.rows.iter().take(ROWS).enumerate() {
                ui.horizontal(|ui| {
                    let number = RichText::new((at + 1).to_string());
                    let number = number.font(theme::regular(size::SMALL)).color(theme.muted);
                    ui.add_sized(vec2(NUMBERS - GAP, ROW), Label::new(number));
                    cells(ui, row, width);
                });
            }
            if let Some(more) = pasted.rows.len().checked_sub(ROWS).filter(|more| *more > 0) {
                ui.horizontal(|ui| {
                    ui.add_space(NUMBERS);
                    let more = RichText::new(words::more(more)).font(theme::regular(size::SMALL));
                    ui.label(more.color(theme.muted));
                });
            }
        });
    });
    chosen
}

/// The title of a column over what becomes of it.
fn column(
    ui: &mut Ui,
    pasted: &Pasted,
    at: usize,
    shown: &[(Field, String)],
    width: f32,
) -> Option<(usize, Meaning)> {
    let column = &pasted.columns[at];
    let mut choices: Vec<(Meaning, String)> = shown
        .iter()
        .filter(|(field, _)| *field != Field::Status || pasted.tells_status(at))
        .map(|(field, title)| (Meaning::Field(*field), title.replace('\n', " ")))
        .collect();
    if column.meaning == Meaning::Number {
        choices.push((Meaning::Number, words::NUMBER.to_owned()));
    }
    choices.push((Meaning::Nothing, words::NOT_TAKEN.to_owned()));
    let unmatched = column.meaning == Meaning::Unknown;
    let now = if unmatched { Meaning::Nothing } else { column.meaning };
    let chosen = choices.iter().position(|(meaning, _)| *meaning == now);
    let names: Vec<String> = choices.iter().map(|(_, name)| name.clone()).collect();
    let title = column.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let label = words::column(&title, at, unmatched);
    let fill = if unmatched { theme::of(ui).due_soft } else { egui::Color32::TRANSPARENT };
    let ground = Frame::new().fill(fill).corner_radius(egui::CornerRadius::same(size::RADIUS));
    let salt = ("pasted column", at);
    let inside = |ui: &mut Ui| select(ui, salt, &label, Some(width), &names, chosen);
    let picked = ground.show(ui, inside).inner?;
    choices.get(picked).map(|(meaning, _)| (at, *meaning))
}

fn cells(ui: &mut Ui, row: &PastedRow, width: f32) {
    let theme = theme::of(ui);
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match row {
        PastedRow::Group(text) | PastedRow::Band(text) => {
            let text = RichText::new(one_line(text)).font(theme::bold(size::TABLE));
            ui.add(Label::new(text.color(theme.text)).truncate());
        }
        PastedRow::Cells(cells) => {
            for text in cells {
                let text = RichText::new(one_line(text)).font(theme::regular(size::TABLE));
                ui.allocate_ui(vec2(width, ROW), |ui| {
                    ui.set_width(width);
                    ui.add(Label::new(text.color(theme.text)).truncate());
                });
            }
        }
    }
}
