//! Tự đánh giá: the level of every criterion, what it comes to, and what of it the plan answers.

mod card;
mod model;
mod result;
mod table;

use egui::{ScrollArea, Ui, UiBuilder};

use crate::edit::{Act, Edit, EvaluationEdit};
use crate::messages::evaluation as words;
use crate::plan::{Catalogue, Id, SchoolYear};
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::size;
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::Look;
use crate::ui::widgets::choice::list_row;
use crate::ui::widgets::{self, Kind};

use model::{Cache, Filter, Model};

/// Width of the cards beside the table, in logical pixels.
const CARDS: f32 = 340.0;
/// Between the table and the cards.
const GAP: f32 = 14.0;
/// What is left of the table beside the cards, at least.
const LEAST: f32 = 520.0;
/// From this height on the result stands still while the card of the criterion scrolls.
const HIGH: f32 = 560.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct EvaluationState {
    cache: Cache,
    /// Of which plan the rest is remembered.
    plan: Id,
    /// The year chosen; none: the one before the plan's.
    year: Option<SchoolYear>,
    filter: Filter,
    /// The code of the criterion chosen.
    at: String,
    /// Whether the cards are open where they take the table's room.
    open: bool,
    /// What else a level goes with is told.
    conditions: bool,
    /// The weaknesses take the focus in this frame.
    to_weakness: bool,
    table: table::TableState,
}

impl EvaluationState {
    /// Leads to where a step was made, if it was made here.
    pub fn go_to(&mut self, edit: &Edit) -> bool {
        match edit {
            Edit::InEvaluation { year, change } => {
                self.year = Some(*year);
                if let EvaluationEdit::SetText { code, .. }
                | EvaluationEdit::SetLevel { code, .. }
                | EvaluationEdit::SetTopsOut { code, .. } = change
                {
                    self.choose(code);
                }
                true
            }
            Edit::Batch(Act::Evaluate | Act::TakeLevels(_), edits) => {
                // The last says the criterion, the first may only choose the catalogue.
                for edit in edits {
                    self.go_to(edit);
                }
                true
            }
            Edit::Batch(Act::TakeWeakness | Act::TakeProblem, _) => true,
            _ => false,
        }
    }

    /// Chooses a criterion, or one of a standard, and scrolls to it.
    fn choose(&mut self, code: &str) {
        let of_standard = self.at.split('.').next() == Some(code);
        if !of_standard {
            code.clone_into(&mut self.at);
        }
        self.table.scroll = true;
    }
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut EvaluationState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    if state.plan != cx.plan.id {
        let table = std::mem::take(&mut state.table);
        *state = EvaluationState { plan: cx.plan.id, year: None, table, ..Default::default() };
    }
    let before = SchoolYear::starting(cx.plan.school_year.first() - 1);
    let year = state.year.or(before).unwrap_or(cx.plan.school_year);
    let model = state.cache.model(cx, year, state.filter);
    head(ui, cx, state, year, model.as_deref(), requests);
    ui.add_space(4.0);
    let Some(model) = model else {
        no_catalogue(ui, cx, year, requests);
        return;
    };
    if model.criterion(&state.at).is_none() {
        let first =
            model.criteria.iter().find(|one| one.code.starts_with(&format!("{}.", state.at)));
        let first = first.or(model.criteria.first());
        state.at = first.map(|one| one.code.clone()).unwrap_or_default();
    }
    let wide = is_wide(ui);
    let mut room = ui.available_rect_before_wrap();
    let beside = (wide || state.open).then(|| {
        let over = room.width() < CARDS + LEAST;
        let left = if over { room.left() } else { room.right() - CARDS };
        let beside = room.with_min_x(left);
        room.max.x = left - GAP;
        beside
    });
    if room.is_positive() {
        let place = UiBuilder::new().id_salt("criteria").max_rect(room);
        ui.scope_builder(place, |ui| table::show(ui, &model, state, requests));
    }
    let Some(beside) = beside else { return };
    let place = UiBuilder::new().id_salt("cards").max_rect(beside);
    ui.scope_builder(place, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        let high = beside.height() >= HIGH;
        if high {
            result::show(ui, &model, state, requests);
        }
        ScrollArea::vertical().id_salt("cards").auto_shrink([false, true]).show(ui, |ui| {
            if !high && state.to_weakness {
                // The field scrolls into view once it is drawn.
                ui.ctx().request_repaint();
            }
            card::show(ui, cx, &model, state, fields, requests);
            if !high {
                result::show(ui, &model, state, requests);
            }
        });
    });
}

/// Whether the cards always stand beside the table.
fn is_wide(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() >= size::WIDE
}

/// The title and what is chosen of years, catalogues and criteria.
fn head(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut EvaluationState,
    year: SchoolYear,
    model: Option<&Model>,
    requests: &mut Requests,
) {
    let wide = is_wide(ui);
    let narrow = ui.available_width() < CARDS + LEAST;
    widgets::title_row(ui, Stage::Evaluation.label(), "", |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let years = years(cx, year);
        let names: Vec<String> =
            years.iter().map(|one| words::year_choice(*one, cx.plan.school_year)).collect();
        let name = words::year_button(year);
        let short = if narrow { &year.to_string() } else { &name };
        let chosen = years.iter().position(|one| *one == year);
        if let Some(at) = menu(ui, (&name, short), 440.0, &names, chosen) {
            state.year = years.get(at).copied();
        }
        if wide && year < cx.plan.school_year {
            widgets::small(ui, words::BASIS);
        }
        widgets::at_right(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let Some(model) = model else { return };
            let (all, chosen) = catalogues(cx, &model.catalogue.id);
            let names: Vec<String> = all.iter().map(|one| words::short_catalogue(one)).collect();
            let name = words::short_catalogue(&model.catalogue);
            // What amended it is told by the list.
            let short = name.split(" (").next().unwrap_or(&name);
            if let Some(at) = menu(ui, (&name, short), 420.0, &names, chosen) {
                set_catalogue(year, &all[at], requests);
            }
            let names = Filter::ALL.map(|filter| {
                words::filter(filter as usize, model.outcome.next.as_ref().map(|next| next.level))
            });
            let at = state.filter as usize;
            let name = words::shown(&names[at]);
            let short = if narrow { words::SHOWN } else { &name };
            if let Some(at) = menu(ui, (&name, short), 240.0, &names, Some(at)) {
                state.filter = Filter::ALL[at];
            }
            if !wide {
                let look = Look { selected: state.open, ..Look::default() };
                if widgets::button_with(ui, words::CARDS, &look).clicked() {
                    state.open = !state.open;
                }
            }
        });
    });
}

/// A button of this name, with these words on it, that opens a list; gives the index of what was
/// chosen.
fn menu(
    ui: &mut Ui,
    (name, words): (&str, &str),
    width: f32,
    choices: &[String],
    chosen: Option<usize>,
) -> Option<usize> {
    let look = Look { menu: true, name: Some(name), ..Look::default() };
    let button = widgets::button_with(ui, words, &look);
    let mut picked = None;
    egui::Popup::menu(&button).width(width).show(|ui| {
        for (at, choice) in choices.iter().enumerate() {
            if list_row(ui, choice, chosen == Some(at)).clicked() {
                picked = Some(at);
                ui.close();
            }
        }
    });
    picked
}

/// The years that can be chosen: the one before the plan's, its own, and what the file has.
fn years(cx: &ViewCx<'_>, shown: SchoolYear) -> Vec<SchoolYear> {
    let own = cx.plan.school_year;
    let mut years: Vec<SchoolYear> =
        cx.dossier.evaluations.iter().map(|of| of.school_year).collect();
    years.extend(SchoolYear::starting(own.first() - 1));
    years.extend([own, shown]);
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

/// The dossier's catalogues, then the program's; and which of them has this name.
fn catalogues(cx: &ViewCx<'_>, id: &str) -> (Vec<std::sync::Arc<Catalogue>>, Option<usize>) {
    let mut all = cx.dossier.catalogues.clone();
    let new = cx.catalogues.iter().filter(|one| all.iter().all(|known| known.id != one.id));
    let new: Vec<_> = new.cloned().collect();
    all.extend(new);
    let chosen = all.iter().position(|one| one.id == id);
    (all, chosen)
}

fn set_catalogue(year: SchoolYear, to: &std::sync::Arc<Catalogue>, requests: &mut Requests) {
    let change = EvaluationEdit::SetCatalogue(Some(std::sync::Arc::clone(to)));
    requests.push(Request::Edit(Edit::InEvaluation { year, change }, None));
}

/// There is no catalogue to evaluate by: it is chosen here.
fn no_catalogue(ui: &mut Ui, cx: &ViewCx<'_>, year: SchoolYear, requests: &mut Requests) {
    widgets::empty(ui, words::NO_CATALOGUE, words::NO_CATALOGUE_DO);
    let (all, _) = catalogues(cx, "");
    let names: Vec<String> = all.iter().map(|one| words::short_catalogue(one)).collect();
    ui.horizontal(|ui| {
        let width = 420.0_f32.min(ui.available_width());
        ui.add_space((ui.available_width() - width) / 2.0);
        let chosen = widgets::select(ui, "catalogue", words::CATALOGUE, Some(width), &names, None);
        if let Some(at) = chosen {
            set_catalogue(year, &all[at], requests);
        }
    });
}

/// The filter lets nothing through.
fn nothing(ui: &mut Ui, filter: &mut Filter) {
    widgets::empty(ui, words::NOTHING, "");
    ui.vertical_centered(|ui| {
        if widgets::button(ui, Kind::Secondary, words::SHOW_ALL).clicked() {
            *filter = Filter::All;
        }
    });
}
