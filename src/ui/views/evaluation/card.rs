//! The card of the chosen criterion: strengths, weaknesses, cause, evidence, and what of the plan
//! answers each weakness.

use egui::{Key, RichText, Ui, Vec2};

use crate::edit::{Act, EvaluationEdit, Weakness, as_item, as_problem};
use crate::messages::{evaluation as words, table as table_words};
use crate::plan::{self, Place, Rating, Spot};
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::Look;
use crate::ui::widgets::{self, Kind, card_frame, field::Field, text_field};
use crate::year::answer::weaknesses;
use crate::year::result::Rule;

use super::EvaluationState;
use super::model::{Criterion, Model};

/// Height and width of a button beside the name, in logical pixels.
const BUTTON: f32 = 28.0;

/// Draws it.
pub(super) fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    state: &mut EvaluationState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let Some(one) = model.criterion(&state.at) else { return };
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        head(ui, model, one, state);
        // The fields of one criterion are not those of another.
        ui.push_id((model.year, &one.code), |ui| {
            body(ui, cx, model, one, state, fields, requests);
        });
    });
}

/// The name, and the way to the criteria beside it.
fn head(ui: &mut Ui, model: &Model, one: &Criterion, state: &mut EvaluationState) {
    let theme = theme::of(ui);
    let name = format!("{} {}", one.code.strip_prefix("M4.").unwrap_or(&one.code), one.name);
    let codes: Vec<&str> = model.shown().map(|one| one.code.as_str()).collect();
    let at = codes.iter().position(|code| *code == one.code);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| codes.get(at));
    let after = at.and_then(|at| codes.get(at + 1));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 2.0 * (BUTTON + 6.0));
            let title = RichText::new(name).font(theme::bold(size::CARD)).color(theme.text);
            ui.add(egui::Label::new(title).wrap());
            if one.mandatory {
                widgets::label(ui, table_words::MANDATORY);
            }
        });
        for (sign, name, to) in [("↑", words::PREVIOUS, before), ("↓", words::NEXT, after)] {
            let look = Look { height: Some(BUTTON), name: Some(name), ..Look::default() };
            ui.add_enabled_ui(to.is_some(), |ui| {
                let pressed = widgets::button_with(ui, sign, &look).on_hover_text(name).clicked();
                if let Some(to) = to.filter(|_| pressed) {
                    state.choose(to);
                }
            });
        }
    });
}

fn body(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    one: &Criterion,
    state: &mut EvaluationState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let ground = model.ground_of(&one.code);
    let empty = Rating::default();
    let of_ground = model.rating(ground).unwrap_or(&empty);
    if model.rule.tells_by_standard() {
        widgets::label(ui, &words::of_standard(ground));
    }
    let take_focus = std::mem::take(&mut state.to_weakness);
    let weakness = Field {
        label: words::weakness_label(model.rule),
        help: words::ONE_A_LINE,
        rows: 3,
        take_focus,
        ..Field::default()
    };
    let kind = plan::Field::Weakness;
    let left = text(ui, model, ground, (kind, &weakness), &of_ground.weakness, fields, requests);
    answers(ui, cx, model, one, of_ground, requests);
    for (kind, label, value) in [
        (plan::Field::Strengths, words::STRENGTHS, &of_ground.strengths),
        (plan::Field::Cause, words::CAUSE, &of_ground.cause),
    ] {
        let look = Field { label, rows: 2, ..Field::default() };
        text(ui, model, ground, (kind, &look), value, fields, requests);
    }
    let evidence = Field {
        label: words::EVIDENCE_CODES,
        help: words::EVIDENCE_HELP,
        rows: 2,
        ..Field::default()
    };
    let value = model.rating(&one.code).map_or("", |of| of.evidence.as_str());
    let kind = plan::Field::Evidence;
    text(ui, model, &one.code, (kind, &evidence), value, fields, requests);
    if model.rule == Rule::All && one.level.is_some_and(|level| level > 0 && level < 4) {
        let mut on = one.tops_out;
        if widgets::checkbox(ui, &mut on, words::TOPS_OUT).changed() {
            let code = one.code.clone();
            let change = EvaluationEdit::SetTopsOut { code, tops_out: on };
            requests.push(Request::Edit(model.change()(vec![change], Act::Evaluate), None));
        }
    }
    // Esc leads from the words back to the table.
    if left
        && ui.input(|input| input.key_pressed(Key::Escape))
        && let Some(id) = state.table.id
    {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// One text of a criterion or of a standard; gives whether it lost the focus.
fn text(
    ui: &mut Ui,
    model: &Model,
    code: &str,
    (kind, look): (plan::Field, &Field<'_>),
    value: &str,
    fields: &mut Fields,
    requests: &mut Requests,
) -> bool {
    let (change, code) = (model.change(), code.to_owned());
    let response =
        text_field(ui, (kind, &code.clone()), look, value, fields, requests, move |text| {
            let text = text.to_owned();
            let one = EvaluationEdit::SetText { code: code.clone(), field: kind, text };
            change(vec![one], Act::Evaluate)
        });
    response.lost_focus()
}

/// Each weakness with what of the plan answers it, and the way to make something of it.
fn answers(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    one: &Criterion,
    rating: &Rating,
    requests: &mut Requests,
) {
    let theme = theme::of(ui);
    let (mut any, mut offered) = (false, false);
    for (nth, weakness) in weaknesses(&rating.weakness).enumerate() {
        any = true;
        let line = RichText::new(words::nth_weakness(nth, weakness));
        ui.add(egui::Label::new(line.font(theme::regular(size::TABLE)).color(theme.text)).wrap());
        let answer = model.answers.to(weakness);
        let go = |at| Request::Go(Place { plan: cx.plan.id, at });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            ui.spacing_mut().interact_size.y = 20.0;
            if let Some(item) = answer.and_then(|answer| answer.item) {
                let said = RichText::new(words::in_plan(cx.plan, item));
                ui.label(said.font(theme::regular(size::SMALL)).color(theme.done));
                if widgets::link(ui, &words::open_item(cx.plan, item)).clicked() {
                    requests.push(go(Spot::Row(item, None)));
                }
                return;
            }
            let has_problems = !cx.form.problems.is_empty();
            let of = Weakness {
                words: weakness,
                cause: &rating.cause,
                criterion: model.of_plan.then_some((&*model.catalogue, one.code.as_str())),
            };
            let name = words::take_weakness(nth);
            let height = Some(30.0);
            // The first that nothing answers yet is next.
            let kind = if offered { Kind::Secondary } else { Kind::Primary };
            offered = true;
            let look = Look { kind, name: Some(&name), height, ..Look::default() };
            if widgets::button_with(ui, words::TAKE_WEAKNESS, &look).clicked() {
                let known = answer.map(|answer| answer.problem);
                let edit = as_item(cx.plan, of, known, requests.fresh());
                requests.push(Request::Edit(edit, None));
                requests.offer_undo(words::taken(&one.code));
            }
            match answer {
                Some(answer) => {
                    widgets::label(ui, &words::in_problems(answer.nth));
                    if has_problems && widgets::link(ui, &words::open_problem(answer.nth)).clicked()
                    {
                        requests.push(go(Spot::Problem(answer.problem, None)));
                    }
                }
                None if has_problems => {
                    if widgets::link(ui, words::TAKE_PROBLEM).clicked() {
                        let edit = as_problem(cx.plan, of, requests.fresh());
                        requests.push(Request::Edit(edit, None));
                    }
                }
                None => drop(widgets::label(ui, words::NOT_IN_PLAN)),
            }
        });
    }
    if any && !model.of_plan {
        widgets::small(ui, words::OTHER_CATALOGUE);
    } else if any && model.rule.tells_by_standard() {
        widgets::small(ui, &words::for_criterion(&one.code));
    }
}
