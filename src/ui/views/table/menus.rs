//! The menu of a line, and the list of a status.

use crate::messages::{self, table as words};
use crate::plan::Status;
use crate::ui::widgets::choice::{list_row, list_row_with};

use super::model::Key;
use super::paint::Click;
use crate::ui::grid::keys::Step;

/// What can be done with the chosen lines; each has a key of its own. Gives the first entry.
pub fn of_line(
    ui: &mut egui::Ui,
    key: Key,
    rows: bool,
    clicks: &mut Vec<Click>,
) -> Option<egui::Response> {
    ui.set_max_width(290.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut first = None;
    let mut entry = |ui: &mut egui::Ui, label: &str, keys: &str, click: Click| {
        let response = list_row_with(ui, label, keys, false);
        if response.clicked() {
            clicks.push(click);
            ui.close();
        }
        first.get_or_insert(response);
    };
    if rows {
        entry(ui, words::ROW_FORM, "F4", Click::Form(key));
        entry(ui, words::ADD_CRITERIA, "", Click::Add);
    }
    entry(ui, words::ADD_BELOW, "Ctrl+Insert", Click::Step(Step::AddBelow));
    entry(ui, words::DUPLICATE, "Ctrl+D", Click::Step(Step::Duplicate));
    entry(ui, words::MOVE_UP, "Alt+↑", Click::Step(Step::Move(-1)));
    entry(ui, words::MOVE_DOWN, "Alt+↓", Click::Step(Step::Move(1)));
    entry(ui, words::COPY, "Ctrl+C", Click::Step(Step::Copy(false)));
    entry(ui, words::DELETE, "Ctrl+Delete", Click::Step(Step::Delete));
    first
}

/// The states of a piece of work.
pub fn of_status(ui: &mut egui::Ui, now: &str, mut pick: impl FnMut(Option<Status>)) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for status in [Status::Done, Status::UnderWay, Status::NotDone] {
        let name = messages::status_name(status);
        if list_row(ui, name, name == now).clicked() {
            pick(Some(status));
            ui.close();
        }
    }
    if list_row(ui, words::NO_STATUS, now.is_empty()).clicked() {
        pick(None);
        ui.close();
    }
}
