//! The menu of a line, and the list of a status.

use crate::messages::{self, table as words};
use crate::plan::Status;
use crate::ui::widgets::choice::{list_row, list_row_with};

use crate::ui::grid::{Key, Pick, Proposed, Step};
use crate::ui::widgets;

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
}

/// What can be done with the chosen lines; each has a key of its own. Gives the first entry,
/// and what was picked.
pub fn of_line(ui: &mut egui::Ui, rows: bool) -> (Option<egui::Response>, Option<Pick<Act>>) {
    ui.set_max_width(290.0);
    ui.spacing_mut().item_spacing.y = 2.0;
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
