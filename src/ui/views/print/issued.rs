//! Of a paper that was given out: what it is, what changed since, and the plan that amends it.

use std::sync::Arc;

use egui::{Align, Frame, Layout, Ui};

use crate::document::papers::Change;
use crate::edit::Edit;
use crate::messages::issuing as words;
use crate::plan::{Event, LogEntry, Paper, Plan};
use crate::session::propose_paper;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Tone};

use super::{PrintState, side};

/// How many changes are named beside the pages.
const NAMED: usize = 6;
/// From line to line over the pages, logical pixels.
const LINE: f32 = 24.0;
/// How many lines of the log are shown.
const LINES: usize = 4;
/// Between what was and what is, logical pixels.
const GAP: f32 = 24.0;
/// How many are shown old beside new.
const SHOWN: usize = 100;

/// Over the pages: what they are, and what can be done about it.
pub fn strip(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    if cx.plan.issued.is_none() {
        state.present = state.present.filter(|of| *of != cx.plan.id);
        return;
    }
    let present = state.shows_present(cx.plan.id);
    let theme = theme::of(ui);
    let frame = Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(size::CARD_RADIUS)
        .inner_margin(egui::Margin::symmetric(14, 8));
    ui.add_space(6.0);
    frame.show(ui, |ui| {
        // The links stand as close as lines of words do.
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(16.0, 2.0);
            if present {
                widgets::body(ui, words::PRESENT);
            } else {
                let cited = cx.since.map(|since| since.cited.as_str()).filter(|it| !it.is_empty());
                widgets::body(ui, &words::issued(cited, cx.plan.sent));
            }
            let other = if present { words::SEE_ISSUED } else { words::SEE_PRESENT };
            if widgets::link(ui, other).clicked() {
                state.present = (!present).then_some(cx.plan.id);
            }
            if cx.since.is_some_and(|since| since.open() > 0) {
                amend(ui, cx, requests);
            }
            if !cx.plan.sent && widgets::link(ui, words::SEND).clicked() {
                state.issuing.ask_send();
            }
            if widgets::link(ui, words::TAKE_BACK).clicked() {
                state.issuing.ask_back(cx.plan.sent);
            }
        });
        ui.set_width(ui.available_width());
    });
}

/// Beside the pages: when it was given out, and what changed since.
pub fn side(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    let Some(copy) = cx.plan.issued_copy() else { return };
    match cx.since {
        // It is being compared.
        None => {}
        Some(since) if since.cited.is_empty() => drop(widgets::body(ui, words::UNREADABLE)),
        Some(since) if since.changes.is_empty() => {
            side::line(ui, Tone::Done, "✓", words::NO_CHANGES);
        }
        Some(since) => {
            let (all, open) = (since.changes.len(), since.open());
            side::title(ui, &words::changes(all));
            if open < all {
                side::line(ui, Tone::Done, "✓", &words::amended(all - open));
            }
            for change in since.changes.iter().filter(|change| !change.amended).take(NAMED) {
                side::line(ui, Tone::Due, "•", &change.what);
            }
            if open > NAMED {
                widgets::small(ui, &words::more(open - NAMED));
            }
            if widgets::link(ui, words::SEE_CHANGES).clicked() {
                state.issuing.show_changes();
            }
        }
    }
    ui.add_space(4.0);
    history(ui, cx);
    widgets::small(ui, &words::known_by(&copy.sha256));
    if widgets::link(ui, words::COPY_HASH).clicked() {
        requests.push(Request::Copy { text: copy.sha256.clone(), html: None });
        requests.push(Request::Notice(words::HASH_COPIED.to_owned()));
    }
}

/// The last that happened to the paper: given out, sent, taken back.
pub fn history(ui: &mut Ui, cx: &ViewCx<'_>) {
    let of_paper =
        |entry: &&LogEntry| matches!(entry.event, Event::Issued | Event::TakenBack | Event::Sent);
    for entry in cx.plan.log.iter().rev().filter(of_paper).take(LINES) {
        widgets::small(ui, &words::happened(entry));
    }
}

/// Makes the plan that amends this one, or leads to the one that is being written.
fn amend(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    if cx.plan.paper != Paper::Plan {
        return;
    }
    let written = cx.dossier.amendments(cx.plan.id).filter(|one| one.issued.is_none()).last();
    if let Some(written) = written {
        if widgets::link(ui, words::SEE_AMENDING).clicked() {
            requests.push(Request::ShowPlan(written.id));
            requests.push(Request::Show(Stage::Content));
        }
    } else if widgets::link(ui, words::AMEND).clicked()
        && let Some(plan) = propose_paper(cx.dossier, cx.plan, Paper::Supplement, None)
    {
        let plan: Plan = plan.with_ids(&mut |_| requests.fresh().give());
        let add = Edit::AddPlan { plan: Arc::new(plan), catalogue: None };
        requests.push(Request::Edit(add, None));
        requests.push(Request::Show(Stage::Content));
        requests.push(Request::Notice(words::AMENDED.to_owned()));
    }
}

/// Every change, as it was given out beside as it is.
pub fn changes(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(since) = cx.since else { return };
    row(ui, [words::WHAT, words::BEFORE, words::AFTER], true);
    for Change { what, before, after, amended } in since.changes.iter().take(SHOWN) {
        ui.separator();
        row(ui, [what, before, after], false);
        if *amended {
            widgets::small(ui, words::AMENDED_ALREADY);
        }
    }
    if since.changes.len() > SHOWN {
        widgets::small(ui, &words::more(since.changes.len() - SHOWN));
    }
}

fn row(ui: &mut Ui, cells: [&str; 3], is_head: bool) {
    ui.spacing_mut().item_spacing.x = GAP;
    ui.columns(3, |columns| {
        for (ui, cell) in columns.iter_mut().zip(cells) {
            // A column would stretch its lines to its width.
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                if is_head {
                    widgets::label(ui, cell);
                } else {
                    widgets::body(ui, cell);
                }
            });
        }
    });
}
