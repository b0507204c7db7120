//! What stands in a part beside words: tables are shown as a card that leads to them,
//! tables of words, groups, supervisors and reviews are edited in place.

use egui::Ui;

use crate::messages::content as messages;
use crate::plan::{Block, Part};
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets;

use super::{ContentState, people, words_table};

/// Draws the block at this place of a part, where it is not words.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    (part, at): (&Part, usize),
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let Some(block) = part.blocks.get(at) else { return };
    match block {
        Block::Paragraph(_) => {}
        Block::Table(table) => words_table::show(ui, cx, (part.id, at), table, fields, requests),
        Block::Rows => {
            let count = cx.plan.items().count();
            let words = messages::rows_here(count, cx.form.narrative);
            leads_to_table(ui, &words, messages::OPEN_ROWS, requests);
        }
        Block::Problems => {
            let words = messages::problems_here(cx.plan.problems.len());
            leads_to_table(ui, &words, messages::OPEN_PROBLEMS, requests);
        }
        Block::Reviews => people::reviews(ui, cx, state, fields, requests),
        Block::Members => people::supervisors(ui, cx, state, fields, requests),
        Block::Groups => people::groups(ui, cx, state, fields, requests),
    }
}

fn leads_to_table(ui: &mut Ui, words: &str, action: &str, requests: &mut Requests) {
    let theme = theme::of(ui);
    egui::Frame::new().fill(theme.sunk).corner_radius(size::RADIUS).inner_margin(12).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                widgets::body(ui, words);
                if widgets::link(ui, action).clicked() {
                    requests.push(Request::Show(Stage::Table));
                }
            });
        },
    );
}
