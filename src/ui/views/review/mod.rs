//! Rà soát: at least twice a year the work is looked at as a whole, and a copy of it is kept.

mod cards;
mod model;
mod rows;

use std::sync::Arc;

use egui::{ScrollArea, Ui, UiBuilder, Vec2};

use crate::edit::{Edit, Elements, List, PlanEdit, Value};
use crate::messages::{review as words, stages};
use crate::plan::{
    Event, Field as What, Frozen, Id, LogEntry, Paper, Plan, RecordId, Review, Spot,
};
use crate::session::propose_paper;
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage, set_text};
use crate::ui::view::ViewCx;
use crate::ui::views::follow::people;
use crate::ui::widgets::button::{Look, button_width};
use crate::ui::widgets::choice::list_row;
use crate::ui::widgets::dialog::{Closed, Dialog, dialog};
use crate::ui::widgets::{self, Field, Kind, number_field, select, text_field};
use crate::words::Day;
use crate::year::frozen::freeze;

use model::{Cache, Model};

/// Width of the field of a day, logical pixels.
const DAY: f32 = 160.0;
/// Width of the field of a name.
const NAME: f32 = 220.0;
/// What stands on the line of the tabs beside them, about.
const HEAD: f32 = 560.0;
/// Where there is less room than this under the head, all of it scrolls.
const LOW: f32 = 400.0;
/// The rows are so high then.
const ROWS: f32 = 264.0;
/// From this width on all of a review's fields stand on one line.
const ONE_LINE: f32 = 860.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct ReviewState {
    cache: Cache,
    shown: Option<Id>,
    /// Among the rows.
    at: usize,
    asked: Option<Asked>,
    /// Who closes: asked once.
    who: String,
    /// The fields that Biểu 2 prints of a review are shown.
    printed: bool,
}

/// What is asked before it is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Close,
    Reopen,
}

impl ReviewState {
    /// Shows a review of the plan.
    pub fn go(&mut self, spot: &Spot) {
        if let Spot::Review(review, _) = spot {
            self.shown = Some(*review);
        }
    }
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ReviewState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let reviews = &cx.plan.reviews;
    let shown = state.shown.and_then(|id| reviews.iter().find(|review| review.id == id));
    // The one that is waited for, else the last.
    let waited = reviews.iter().find(|review| review.closed.is_none());
    let Some(review) = shown.or(waited).or(reviews.last()) else {
        widgets::title_row(ui, Stage::Review.label(), "", |_| {});
        widgets::empty(ui, words::NOTHING, words::NOTHING_DO);
        ui.vertical_centered(|ui| {
            if widgets::button(ui, Kind::Primary, words::START).clicked() {
                start(cx, requests);
            }
        });
        return;
    };
    let model = state.cache.model(cx, review);
    head(ui, cx, review, &model, state, requests);
    ui.add_space(4.0);
    let low = ui.available_height() < LOW;
    let mut all = |ui: &mut Ui| {
        if model.closed.is_none() {
            fields_ui(ui, cx, review, state, fields, requests);
        }
        if model.unreadable {
            widgets::body(ui, words::UNREADABLE);
        }
        if model.rows.is_empty() {
            return no_work(ui, model.closed.is_some(), requests);
        }
        cards::show(ui, cx, review, &model);
        ui.add_space(8.0);
        let mut room = ui.available_rect_before_wrap();
        if low {
            room.set_height(ROWS);
        }
        let place = UiBuilder::new().id_salt("pieces").max_rect(room);
        ui.scope_builder(place, |ui| rows::show(ui, cx, &model, &mut state.at, requests));
    };
    if low {
        ScrollArea::vertical().id_salt("review").auto_shrink(false).show(ui, all);
    } else {
        all(ui);
    }
    question(ui, cx, review, state, requests);
}

/// There is no work that could have come to anything.
fn no_work(ui: &mut Ui, closed: bool, requests: &mut Requests) {
    if closed {
        widgets::empty(ui, words::NO_WORK_THEN, "");
        return;
    }
    widgets::empty(ui, words::NO_WORK, words::NO_WORK_DO);
    ui.vertical_centered(|ui| {
        if widgets::button(ui, Kind::Secondary, stages::OPEN_TABLE).clicked() {
            requests.push(Request::Show(Stage::Table));
        }
    });
}

/// The title, a tab for each review, and what is done with the one shown.
fn head(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    review: &Review,
    model: &Model,
    state: &mut ReviewState,
    requests: &mut Requests,
) {
    widgets::title_row(ui, Stage::Review.label(), "", |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        tabs(ui, cx, review, state, requests);
        widgets::at_right(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for (kind, label) in [(Paper::Minutes, words::MINUTES), (Paper::Report, words::REPORT)]
            {
                if widgets::button(ui, Kind::Secondary, label).clicked() {
                    paper(cx, review, kind, requests);
                }
            }
            if model.closed.is_some() {
                if widgets::button(ui, Kind::Secondary, words::REOPEN).clicked() {
                    state.asked = Some(Asked::Reopen);
                }
            } else if widgets::button(ui, Kind::Primary, words::CLOSE).clicked() {
                state.asked = Some(Asked::Close);
            }
        });
    });
}

/// A tab for each review and the way to another; as a menu where they have no room.
fn tabs(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    review: &Review,
    state: &mut ReviewState,
    requests: &mut Requests,
) {
    let said = |one: &Review| {
        let closed = one.closed.and_then(|id| cx.plan.frozen(id)).map(|copy| copy.at);
        format!("{} · {}", name_of(one), words::tab(closed))
    };
    let look = Look::default();
    let wide = |one: &Review| button_width(ui, &said(one), &look) + 8.0;
    let wide: f32 = cx.plan.reviews.iter().map(wide).sum();
    let mut add = false;
    if wide + HEAD > ui.max_rect().width() {
        let look = Look { menu: true, ..look };
        let button = widgets::button_with(ui, &said(review), &look);
        egui::Popup::menu(&button).width(300.0).show(|ui| {
            for one in &cx.plan.reviews {
                if list_row(ui, &said(one), one.id == review.id).clicked() {
                    state.shown = Some(one.id);
                    ui.close();
                }
            }
            ui.separator();
            add = list_row(ui, words::ADD, false).clicked();
            if add {
                ui.close();
            }
        });
    } else {
        for one in &cx.plan.reviews {
            let look = Look { selected: one.id == review.id, ..look };
            if widgets::button_with(ui, &said(one), &look).clicked() {
                state.shown = Some(one.id);
            }
        }
        add = widgets::link(ui, words::ADD).clicked();
    }
    if add {
        let id = requests.fresh().give();
        state.shown = Some(id);
        let new = Review { id, when: words::UNNAMED.to_owned(), ..Review::default() };
        let at = cx.plan.reviews.len();
        requests.insert(cx.plan.id, at, Elements::Reviews(vec![new]));
    }
}

/// Leads to the minutes or the report of a review; where there is none yet it is proposed of the
/// data first.
fn paper(cx: &ViewCx<'_>, review: &Review, kind: Paper, requests: &mut Requests) {
    let is_it = |one: &&Arc<Plan>| {
        (one.paper, one.about, one.review) == (kind, Some(cx.plan.id), Some(review.id))
    };
    if let Some(known) = cx.dossier.plans.iter().find(is_it) {
        requests.push(Request::ShowPlan(known.id));
        requests.push(Request::Show(Stage::Content));
        return;
    }
    let proposed = propose_paper(cx.dossier, cx.plan, kind, Some(review.id));
    let Some(proposed) = proposed else { return };
    let plan = Plan { label: name_of(review).to_owned(), ..proposed };
    let plan = plan.with_ids(&mut |_| requests.fresh().give());
    requests.push(Request::Edit(Edit::AddPlan { plan: Arc::new(plan), catalogue: None }, None));
    requests.push(Request::Show(Stage::Content));
    requests.push(Request::Notice(words::PROPOSED.to_owned()));
}

/// What a review is called.
fn name_of(review: &Review) -> &str {
    let name = review.when.trim();
    if name.is_empty() { words::UNNAMED } else { name }
}

/// The name and the day of a review that is not closed, and what Biểu 2 prints of it.
fn fields_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    review: &Review,
    state: &mut ReviewState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let (plan, id) = (cx.plan.id, review.id);
    let one_line = ui.available_width() >= ONE_LINE;
    let mut more = |ui: &mut Ui, requests: &mut Requests| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            widgets::checkbox(ui, &mut state.printed, words::PRINTED_IN);
            if widgets::link(ui, words::REMOVE).clicked() {
                requests.remove(plan, List::Reviews, vec![id]);
                requests.offer_undo(words::REMOVED.to_owned());
                state.shown = None;
            }
        });
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let field = Field { label: words::WHEN, width: Some(NAME), ..Field::default() };
        ui.allocate_ui(Vec2::new(NAME, 0.0), |ui| {
            text_field(ui, ("when", id), &field, &review.when, fields, requests, move |text| {
                set_text(plan, RecordId::Review(id), What::When, text)
            });
        });
        ui.allocate_ui(Vec2::new(DAY, 0.0), |ui| {
            let field = Field {
                label: words::DAY,
                hint: words::DAY_HINT,
                width: Some(DAY),
                ..Field::default()
            };
            let day = review.day.map(Day);
            number_field(
                ui,
                ("day", id),
                &field,
                day,
                fields,
                requests,
                move |day: Option<Day>| {
                    let value = Value::ReviewDay(id, day.map(|day| day.0));
                    Edit::InPlan { plan, change: PlanEdit::SetValue(value) }
                },
            );
        });
        if one_line {
            ui.vertical(|ui| {
                ui.add_space(26.0);
                more(ui, requests);
            });
        }
    });
    if !one_line {
        more(ui, requests);
    }
    if state.printed {
        ui.columns(4, |columns| {
            let texts = [
                (What::Content, words::CONTENT),
                (What::Result, words::RESULT),
                (What::Adjustment, words::ADJUSTMENT),
                (What::Assessor, words::ASSESSOR),
            ];
            for (ui, (what, label)) in columns.iter_mut().zip(texts) {
                let value = crate::plan::Record::text(review, what).unwrap_or_default();
                let field = Field { label, rows: 2, ..Field::default() };
                text_field(ui, (what, id), &field, value, fields, requests, move |text| {
                    set_text(plan, RecordId::Review(id), what, text)
                });
            }
        });
    }
    ui.add_space(4.0);
}

/// The two reviews that a year has at least; a day that is over already is proposed to nobody.
fn start(cx: &ViewCx<'_>, requests: &mut Requests) {
    let ends = [(words::TERM_1, cx.terms.term_1_end), (words::YEAR_END, cx.terms.end)];
    let reviews = ends.map(|(when, day)| Review {
        id: requests.fresh().give(),
        when: when.to_owned(),
        day: (day >= cx.today).then_some(day),
        ..Review::default()
    });
    requests.insert(cx.plan.id, 0, Elements::Reviews(reviews.to_vec()));
}

/// What is asked before a review is closed or opened again.
fn question(
    ui: &Ui,
    cx: &ViewCx<'_>,
    review: &Review,
    state: &mut ReviewState,
    requests: &mut Requests,
) {
    let Some(asked) = state.asked else { return };
    let (title, what, primary) = match asked {
        Asked::Close => (words::CLOSE_TITLE, words::CLOSE_WHAT, words::CLOSE_DO),
        Asked::Reopen => (words::REOPEN_TITLE, words::REOPEN_WHAT, words::REOPEN_DO),
    };
    let frame =
        Dialog { title, width: 560.0, primary, ready: true, danger: false, cancel: words::CANCEL };
    let people = people(cx);
    let closed = dialog(ui.ctx(), &frame, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        widgets::body(ui, what);
        if asked == Asked::Close {
            widgets::body(ui, words::CLOSE_UNDO);
        }
        let mut names = vec![crate::messages::follow::NOBODY.to_owned()];
        names.extend(people.iter().cloned());
        let now = people.iter().position(|name| *name == state.who).map_or(0, |at| at + 1);
        if let Some(chosen) = select(ui, "who closes", words::WHO, None, &names, Some(now)) {
            state.who = chosen.checked_sub(1).map_or(String::new(), |at| people[at].clone());
        }
    });
    match closed {
        Closed::No => {}
        Closed::Cancelled => state.asked = None,
        Closed::Done => {
            state.asked = None;
            // One stays with what one closed.
            state.shown = Some(review.id);
            happened(cx, review, asked, &state.who, requests);
        }
    }
}

/// Closes a review, with a copy of the plan as it is now, or opens it again.
fn happened(cx: &ViewCx<'_>, review: &Review, asked: Asked, who: &str, requests: &mut Requests) {
    let event = match asked {
        Asked::Close => Event::ReviewClosed,
        Asked::Reopen => Event::ReviewReopened,
    };
    let copy = (asked == Asked::Close).then(|| {
        Arc::new(Frozen {
            id: requests.fresh().give(),
            at: cx.now,
            body: freeze(cx.dossier, cx.plan, cx.form),
            pdf: crate::plan::Bytes::default(),
            sha256: String::new(),
        })
    });
    let entry = LogEntry {
        id: requests.fresh().give(),
        at: cx.now,
        event,
        about: Some(review.id),
        who: who.to_owned(),
        text: name_of(review).to_owned(),
    };
    let change = PlanEdit::Happened { entry, copy };
    requests.push(Request::Edit(Edit::InPlan { plan: cx.plan.id, change }, None));
}
