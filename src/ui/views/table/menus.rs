//! The menu of a line, and the list of a status.

use crate::messages::{self, arranged, table as words};
use crate::plan::{Field, Status};
use crate::ui::widgets::choice::{list_row, list_row_with, within_window};

use crate::ui::grid::{Key, Pick, Proposed, Step};
use crate::ui::widgets;

use super::arrange::Order;

/// The list of proposals is this wide (logical pixels).
const PROPOSALS: f32 = 290.0;

/// What the menus of the table offer beside the steps of a grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    /// A status was chosen for a line.
    Status(Key, Option<Status>),
    /// Criteria shall be added.
    Add,
    /// What is on the clipboard shall come in.
    Paste,
    /// The lines stand so; none: as in the plan.
    Sort(Option<Order>),
    /// A column goes out of sight.
    Hide(Field),
}

/// What can be done with the chosen lines; each has a key of its own. Gives the first entry,
/// and what was picked.
/// `understood`: of the active cell something is, which can be corrected.
pub fn of_line(
    ui: &mut egui::Ui,
    rows: bool,
    understood: bool,
) -> (Option<egui::Response>, Option<Pick<Act>>) {
    ui.set_max_width(290.0);
    within_window(ui, |ui| line_entries(ui, rows, understood))
}

fn line_entries(
    ui: &mut egui::Ui,
    rows: bool,
    understood: bool,
) -> (Option<egui::Response>, Option<Pick<Act>>) {
    let (mut first, mut picked) = (None, None);
    let mut entry = |ui: &mut egui::Ui, label: &str, keys: &str, pick: Pick<Act>| {
        let response = list_row_with(ui, label, keys, false);
        if response.clicked() {
            picked = Some(pick);
            ui.close();
        }
        first.get_or_insert(response);
    };
    if rows {
        entry(ui, words::ROW_FORM, "F4", Pick::Open);
        if understood {
            entry(ui, words::CORRECT, "Shift+F2", Pick::Step(Step::Note));
        }
        entry(ui, words::ADD_CRITERIA, "", Pick::Act(Act::Add));
    }
    entry(ui, words::CUT, "Ctrl+X", Pick::Step(Step::Copy(true)));
    entry(ui, words::COPY, "Ctrl+C", Pick::Step(Step::Copy(false)));
    entry(ui, words::PASTE, "Ctrl+V", Pick::Act(Act::Paste));
    entry(ui, words::FILL_DOWN, "Ctrl+D", Pick::Step(Step::FillDown));
    entry(ui, words::FILL_RIGHT, "Ctrl+R", Pick::Step(Step::FillRight));
    ui.separator();
    entry(ui, words::ADD_ABOVE, "Ctrl+Shift+Insert", Pick::Step(Step::AddAbove));
    entry(ui, words::ADD_BELOW, "Ctrl+Insert", Pick::Step(Step::AddBelow));
    entry(ui, words::DUPLICATE, "Ctrl+Shift+D", Pick::Step(Step::Duplicate));
    entry(ui, words::MOVE_UP, "Alt+↑", Pick::Step(Step::Move(-1)));
    entry(ui, words::MOVE_DOWN, "Alt+↓", Pick::Step(Step::Move(1)));
    entry(ui, words::DELETE, "Ctrl+Delete", Pick::Step(Step::Delete));
    (first, picked)
}

/// What can be done with a column. `order`: by what the lines stand, where they can be sorted;
/// `others`: other columns are in sight as well. Gives the first entry, and what was picked.
#[expect(clippy::option_option, reason = "not to be sorted, and not sorted, are two things")]
pub fn of_head(
    ui: &mut egui::Ui,
    field: Field,
    order: Option<Option<Order>>,
    others: bool,
) -> (Option<egui::Response>, Option<Pick<Act>>) {
    ui.set_max_width(290.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    let (mut first, mut picked) = (None, None);
    let mut entry = |ui: &mut egui::Ui, label: &str, here: bool, can: bool, pick: Pick<Act>| {
        ui.add_enabled_ui(can, |ui| {
            let response = list_row(ui, label, here);
            if response.clicked() {
                picked = Some(pick);
                ui.close();
            }
            first.get_or_insert(response);
        });
    };
    if let Some(now) = order {
        for (label, falling) in [(arranged::SORT_UP, false), (arranged::SORT_DOWN, true)] {
            let order = Some(Order { field, falling });
            entry(ui, label, now == order, true, Pick::Act(Act::Sort(order)));
        }
        let of_plan = Pick::Act(Act::Sort(None));
        entry(ui, arranged::OF_PLAN, now.is_none(), now.is_some(), of_plan);
        ui.separator();
    }
    entry(ui, words::FIT_COLUMN, false, true, Pick::Fit);
    entry(ui, words::HIDE_COLUMN, false, others, Pick::Act(Act::Hide(field)));
    (first, picked)
}

/// The states of a piece of work; gives the one that was picked.
#[expect(clippy::option_option, reason = "nothing picked, and no state, are two things")]
pub fn of_status(ui: &mut egui::Ui, now: &str) -> Option<Option<Status>> {
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut picked = None;
    for status in [Status::Done, Status::UnderWay, Status::NotDone] {
        let name = messages::status_name(status);
        if list_row(ui, name, name == now).clicked() {
            picked = Some(Some(status));
            ui.close();
        }
    }
    if list_row(ui, words::NO_STATUS, now.is_empty()).clicked() {
        picked = Some(None);
        ui.close();
    }
    picked
}

/// What the text that is being typed may become; gives the line that was clicked.
pub fn of_proposals(
    ui: &mut egui::Ui,
    proposed: &[Proposed],
    chosen: Option<usize>,
) -> Option<usize> {
    ui.set_width(PROPOSALS);
    ui.spacing_mut().item_spacing.y = 2.0;
    let inset = |ui: &mut egui::Ui, words: &str| {
        ui.horizontal(|ui| {
            ui.add_space(10.0);
            widgets::small(ui, words);
        });
    };
    inset(ui, words::USED);
    let mut clicked = None;
    for (at, one) in proposed.iter().enumerate() {
        if list_row_with(ui, &one.words, &one.beside, chosen == Some(at)).clicked() {
            clicked = Some(at);
        }
    }
    ui.separator();
    inset(ui, words::PROPOSAL_KEYS);
    clicked
}
