//! Bảng cải tiến: the plan's rows as a grid, and problems and reviews where the form has them.

mod clipboard;
mod grid;
mod heights;
mod hints;
mod keys;
mod layout;
mod menus;
mod model;
mod ops;
mod paint;

use std::sync::Arc;

use crate::edit::PlanEdit;
use crate::messages::table as words;
use crate::plan::{Item, Spot, TableKind};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Kind, button};

use grid::{Grid, Wish};
use model::Key;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct TableState {
    shown: Shown,
    rows: Grid,
    problems: Grid,
    reviews: Grid,
    as_excel: bool,
}

/// Which of the plan's tables is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Rows,
    Problems,
    Reviews,
}

impl Shown {
    fn table(self) -> TableKind {
        match self {
            Self::Rows => TableKind::Rows,
            Self::Problems => TableKind::Problems,
            Self::Reviews => TableKind::Reviews,
        }
    }
}

impl TableState {
    /// Shows a place of the plan: it is scrolled to and takes the focus in the next frame.
    pub fn go(&mut self, spot: &Spot) {
        match spot {
            Spot::Row(id, field) => {
                self.shown = Shown::Rows;
                self.rows.choose(Key(id.0), *field);
            }
            Spot::Problem(id, field) => {
                self.shown = Shown::Problems;
                self.problems.choose(Key(id.0), *field);
            }
            Spot::Review(at, field) => {
                self.shown = Shown::Reviews;
                self.reviews.choose(Key(u32::try_from(*at).unwrap_or_default()), *field);
            }
            _ => {}
        }
    }

    fn grid(&mut self) -> &mut Grid {
        match self.shown {
            Shown::Rows => &mut self.rows,
            Shown::Problems => &mut self.problems,
            Shown::Reviews => &mut self.reviews,
        }
    }
}

/// Draws it.
pub fn show(
    ui: &mut egui::Ui,
    cx: &ViewCx<'_>,
    state: &mut TableState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    head(ui, cx, state, requests);
    ui.add_space(8.0);
    let table = state.shown.table();
    let as_excel = state.as_excel;
    if state.grid().model(cx, table).lines.is_empty() {
        empty(ui, cx, state, requests);
    } else {
        let wishes = state.grid().show(ui, cx, table, as_excel, false, fields, requests);
        for wish in wishes {
            fulfil(cx, state, wish, requests);
        }
    }
}

fn head(ui: &mut egui::Ui, cx: &ViewCx<'_>, state: &mut TableState, requests: &mut Requests) {
    let records = state.rows.model(cx, TableKind::Rows).records();
    let _ = requests;
    widgets::title_row(ui, words::TITLE, &words::count(records), |ui| {
        button(ui, Kind::Primary, words::ADD_CRITERIA);
    });
}

fn empty(ui: &mut egui::Ui, cx: &ViewCx<'_>, state: &mut TableState, requests: &mut Requests) {
    let _ = (cx, state, requests);
    widgets::empty(ui, words::EMPTY, words::EMPTY_HELP);
}

fn fulfil(cx: &ViewCx<'_>, state: &mut TableState, wish: Wish, requests: &mut Requests) {
    let table = state.shown.table();
    match wish {
        Wish::Step(step, keys) => {
            let next = ops::run(cx, state.grid().model(cx, table), step, &keys, requests);
            if let Some(next) = next {
                state.grid().choose(next, None);
            }
        }
        Wish::Status(key, status) => {
            if let Some(item) = cx.plan.item(crate::plan::Id(key.0)) {
                let item = Item { status, ..(**item).clone() };
                requests.edit(cx.plan.id, PlanEdit::SetItem(Arc::new(item)));
            }
        }
        Wish::Form(_) | Wish::Correct(..) | Wish::Add => {}
    }
}
