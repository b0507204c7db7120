//! Cột…: which columns are printed and shown, in which order, under which title, how wide.

use egui::Ui;

use crate::edit::PlanEdit;
use crate::messages::{self, table as words};
use crate::plan::{ColumnSetting, Field, PrintedColumn, TableKind};
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, button_with};
use crate::ui::widgets::dialog::{Closed, Dialog, dialog};
use crate::ui::widgets::{checkbox, field, link, small};

/// The dialog while it is open.
pub struct Columns {
    table: TableKind,
    rows: Vec<Choice>,
}

struct Choice {
    field: Field,
    name: String,
    /// The form's own title.
    own_title: String,
    title: String,
    shown: bool,
    /// In hundredths of the table's width; empty: from the content.
    width: String,
}

impl Columns {
    /// Begins with the columns as they are.
    #[must_use]
    pub fn new(cx: &ViewCx<'_>, table: TableKind) -> Self {
        let rows = choices(cx, table, &cx.form.columns_for(table, &cx.plan.options.columns));
        Self { table, rows }
    }

    /// Draws it; `false` when it was closed.
    pub fn show(&mut self, ui: &Ui, cx: &ViewCx<'_>, requests: &mut Requests) -> bool {
        let ready = self.rows.iter().any(|row| row.shown)
            && self.rows.iter().all(|row| row.width.trim().is_empty() || permille(row).is_some());
        let what = Dialog {
            title: words::COLUMNS_TITLE,
            width: 720.0,
            primary: words::COLUMNS_DONE,
            ready,
            danger: false,
            cancel: words::CANCEL,
        };
        let closed = dialog(ui.ctx(), &what, |ui| {
            small(ui, words::COLUMNS_HELP);
            ui.add_space(4.0);
            let mut moved = None;
            let last = self.rows.len().saturating_sub(1);
            for (at, row) in self.rows.iter_mut().enumerate() {
                if let Some(by) = row_ui(ui, row, at, last) {
                    moved = Some((at, by));
                }
            }
            if let Some((at, up)) = moved {
                let to = if up { at.saturating_sub(1) } else { (at + 1).min(last) };
                self.rows.swap(at, to);
            }
            ui.add_space(8.0);
            if link(ui, words::COLUMNS_RESET).clicked() {
                self.rows = choices(cx, self.table, &cx.form.columns_for(self.table, &[]));
            }
        });
        if closed == Closed::Done {
            let (form, columns) = (cx.form.id.clone(), self.columns());
            let change = PlanEdit::SetColumns { form, table: self.table, columns };
            requests.edit(cx.plan.id, change);
        }
        closed == Closed::No
    }

    fn columns(&self) -> Vec<ColumnSetting> {
        self.rows
            .iter()
            .map(|row| ColumnSetting {
                field: row.field,
                hidden: !row.shown,
                title: (row.title != row.own_title).then(|| row.title.clone()),
                width_permille: permille(row),
            })
            .collect()
    }
}

/// A column comes before another one, or after all that are shown.
pub fn shift(
    cx: &ViewCx<'_>,
    table: TableKind,
    field: Field,
    before: Option<Field>,
    requests: &mut Requests,
) {
    let mut columns = Columns::new(cx, table);
    let rows = &mut columns.rows;
    let Some(from) = rows.iter().position(|row| row.field == field) else { return };
    let moved = rows.remove(from);
    let place = |field| rows.iter().position(|row| row.field == field);
    let last = || rows.iter().rposition(|row| row.shown).map(|last| last + 1);
    let to = before.and_then(place).or_else(last).unwrap_or(rows.len());
    rows.insert(to, moved);
    let (form, columns) = (cx.form.id.clone(), columns.columns());
    requests.edit(cx.plan.id, PlanEdit::SetColumns { form, table, columns });
}

/// A column goes out of sight, here and on paper; says which it was.
pub fn hide(
    cx: &ViewCx<'_>,
    table: TableKind,
    field: Field,
    requests: &mut Requests,
) -> Option<String> {
    let mut columns = Columns::new(cx, table);
    let row = columns.rows.iter_mut().find(|row| row.field == field)?;
    row.shown = false;
    let name = row.name.clone();
    let (form, columns) = (cx.form.id.clone(), columns.columns());
    requests.edit(cx.plan.id, PlanEdit::SetColumns { form, table, columns });
    Some(name)
}

fn choices(cx: &ViewCx<'_>, table: TableKind, columns: &[PrintedColumn]) -> Vec<Choice> {
    let own = cx.form.columns(table);
    columns
        .iter()
        .map(|column| Choice {
            field: column.field,
            name: messages::column_name(cx.form, table, column.field).to_owned(),
            own_title: own
                .iter()
                .find(|own| own.field == column.field)
                .map(|own| own.title.clone())
                .unwrap_or_default(),
            title: column.title.clone(),
            shown: !column.hidden,
            width: column.width_permille.map(percent).unwrap_or_default(),
        })
        .collect()
}

fn percent(permille: u16) -> String {
    if permille.is_multiple_of(10) {
        (permille / 10).to_string()
    } else {
        format!("{},{}", permille / 10, permille % 10)
    }
}

/// The width in thousandths, where it is a sensible number of hundredths.
fn permille(row: &Choice) -> Option<u16> {
    let number: f32 = row.width.trim().replace(',', ".").parse().ok()?;
    ((2.0..=80.0).contains(&number)).then(|| (number * 10.0).round() as u16)
}

/// One column; `Some(true)` when it shall go up, `Some(false)` down.
fn row_ui(ui: &mut Ui, row: &mut Choice, at: usize, last: usize) -> Option<bool> {
    let mut moved = None;
    ui.push_id(row.field, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let room = egui::Vec2::new(196.0, 36.0);
            ui.allocate_ui_with_layout(
                room,
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_width(196.0);
                    checkbox(ui, &mut row.shown, &row.name);
                },
            );
            let label = words::column_title(&row.name);
            let look = field::Field {
                label: &label,
                hide_label: true,
                width: Some((ui.available_width() - 200.0).max(120.0)),
                ..field::Field::default()
            };
            field::local_field(ui, "title", &look, &mut row.title);
            let label = words::column_width(&row.name);
            let wrong = !row.width.trim().is_empty() && permille(row).is_none();
            let look = field::Field {
                label: &label,
                hide_label: true,
                hint: words::COLUMN_WIDTH_HINT,
                width: Some(72.0),
                wrong,
                ..field::Field::default()
            };
            field::local_field(ui, "width", &look, &mut row.width);
            for (sign, name, up, can) in [
                ("↑", words::column_up(&row.name), true, at > 0),
                ("↓", words::column_down(&row.name), false, at < last),
            ] {
                ui.add_enabled_ui(can, |ui| {
                    let look = Look { name: Some(&name), ..Look::default() };
                    if button_with(ui, sign, &look).clicked() {
                        moved = Some(up);
                    }
                });
            }
        });
    });
    moved
}
