//! What the self-evaluation comes to, what is missing for the next level, and what is proposed.

use egui::accesskit::Role;
use egui::{CornerRadius, Pos2, Rect, RichText, Sense, Ui, Vec2, WidgetInfo};

use crate::edit::{Act, EvaluationEdit};
use crate::messages::evaluation as words;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::Look;
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Kind, card_frame};
use crate::year::result::{Count, Next, Short};

use super::EvaluationState;
use super::model::{Filter, Model};
use super::table::{pill, pill_words, tone_of};

/// So many criteria are named.
const NAMED: usize = 5;
/// So many proposals are shown.
const PROPOSED: usize = 4;
/// Height of a line.
const LINE: f32 = size::TARGET;

/// Draws it.
pub(super) fn show(
    ui: &mut Ui,
    model: &Model,
    state: &mut EvaluationState,
    requests: &mut Requests,
) {
    let theme = theme::of(ui);
    let outcome = &model.outcome;
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = RichText::new(words::RESULT).font(theme::bold(size::SMALL));
        ui.label(title.color(theme.muted));
        let told = outcome.told();
        let result = RichText::new(words::told(outcome));
        ui.label(result.font(theme::bold(size::TITLE)).color(theme.text));
        if told.is_none() {
            widgets::small(ui, &words::still_open(outcome));
        }
        let any = outcome.evaluated.there > 0;
        if let Some(next) = outcome.next.as_ref().filter(|_| any) {
            bars(ui, model, next);
            short(ui, model, next, state);
        }
        if let Some(reached) = &model.reached {
            ui.separator();
            widgets::small(ui, &words::if_reached(outcome, reached));
        }
        let level = told.unwrap_or(outcome.at_least);
        if let Some(conditions) = words::conditions(model.rule, level) {
            if widgets::link(ui, words::CONDITIONS).clicked() {
                state.conditions = !state.conditions;
            }
            if state.conditions {
                widgets::small(ui, &conditions);
            }
        }
    });
    if !model.proposals.is_empty() {
        card_frame(ui).show(ui, |ui| proposals(ui, model, requests));
    }
}

/// How many are at the next level, and how many have to be.
fn bars(ui: &mut Ui, model: &Model, next: &Next) {
    if next.mandatory.of > 0 {
        bar(ui, &words::mandatory_at(next.level), next.mandatory);
    }
    bar(ui, &words::rest_at(model.rule, next.level, next.rest), next.rest);
}

fn bar(ui: &mut Ui, words: &str, count: Count) {
    let theme = theme::of(ui);
    let enough = count.there >= count.needed;
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE - 6.0), Sense::hover());
    let said = words::of_all(count);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{words}: {said}")));
    let middle = rect.center().y;
    let font = theme::regular(size::SMALL);
    let ink = if enough { theme.done } else { theme.due };
    let said = ui.painter().layout_no_wrap(said, theme::bold(size::SMALL), ink);
    let number = Pos2::new(rect.right() - said.size().x, middle - said.size().y / 2.0);
    let bar = Rect::from_min_max(
        Pos2::new(rect.left() + 130.0, middle - 4.0),
        Pos2::new((rect.right() - 56.0).min(number.x - 8.0), middle + 4.0),
    );
    ui.painter().galley(number, said, ink);
    one_line(ui, rect.min + Vec2::new(0.0, 2.0), bar.left() - 6.0, words, font, theme.text);
    let ink = if enough { theme.done } else { theme.accent };
    let share = count.there as f32 / count.of.max(1) as f32;
    let done = Rect::from_min_size(bar.min, Vec2::new(bar.width() * share, bar.height()));
    ui.painter().rect_filled(bar, CornerRadius::same(4), theme.faint);
    ui.painter().rect_filled(done, CornerRadius::same(4), ink);
}

/// The criteria that are not at the next level; a click chooses one.
fn short(ui: &mut Ui, model: &Model, next: &Next, state: &mut EvaluationState) {
    if next.short.is_empty() {
        return;
    }
    let title = RichText::new(words::short_of(next.level)).font(theme::bold(size::SMALL));
    ui.label(title.color(theme::of(ui).muted));
    ui.spacing_mut().item_spacing.y = 0.0;
    for one in next.short.iter().take(NAMED) {
        if short_line(ui, model, one) {
            state.filter = Filter::All;
            state.choose(&one.code);
        }
    }
    let more = next.short.len().saturating_sub(NAMED);
    if more > 0 {
        let link = widgets::link(ui, &words::and_more(more));
        if link.clicked() {
            state.filter = Filter::Short;
        }
    }
    ui.spacing_mut().item_spacing.y = 4.0;
}

fn short_line(ui: &mut Ui, model: &Model, short: &Short) -> bool {
    let Some(one) = model.criterion(&short.code) else { return false };
    let theme = theme::of(ui);
    let wanted = Vec2::new(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let count = model.items.get(&one.code).copied().unwrap_or_default();
    let items = if model.of_plan { words::items(count) } else { String::new() };
    response.widget_info(|| {
        let at = words::at_words(model.rule, &one.code, &one.name, one.level);
        WidgetInfo::labeled(Role::Button, true, format!("{at}. {items}"))
    });
    if response.has_focus() {
        widgets::keys::takes_enter(ui);
        widgets::button::focus_ring(ui, rect, 2);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), theme.sunk);
    }
    let top = rect.center().y - 9.5;
    let small = || theme::regular(size::SMALL);
    let (font, ink) =
        if count == 0 { (theme::bold(size::SMALL), theme.due) } else { (small(), theme.muted) };
    let right = rect.right();
    let galley = ui.painter().layout_no_wrap(items, font, ink);
    let mut left = right - 76.0;
    ui.painter().galley(Pos2::new(left + 4.0, top + 1.0), galley, ink);
    if !model.of_plan {
        left = right;
    }
    let level = words::level_short(one.level);
    let width = (pill_words(ui, &level, theme.text).size().x + 14.0).max(44.0);
    left -= width + 4.0;
    let place = (Pos2::new(left + width / 2.0, rect.center().y), width + 2.0);
    pill(ui, &theme, place, tone_of(one, one.level), &level, false);
    let code = one.code.strip_prefix("M4.").unwrap_or(&one.code);
    one_line(
        ui,
        Pos2::new(rect.left(), top),
        rect.left() + 34.0,
        code,
        theme::bold(size::SMALL),
        theme.text,
    );
    one_line(ui, Pos2::new(rect.left() + 34.0, top), left - 6.0, &one.name, small(), theme.text);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// The levels that target cells tell of.
fn proposals(ui: &mut Ui, model: &Model, requests: &mut Requests) {
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().interact_size.y = LINE;
    let all = &model.proposals;
    let mut taken: Vec<(String, u8)> = Vec::new();
    ui.horizontal(|ui| {
        let title = RichText::new(words::PROPOSED).font(theme::bold(size::SMALL));
        ui.label(title.color(theme::of(ui).muted));
        if all.len() > 1 {
            widgets::at_right(ui, |ui| {
                let look = Look { kind: Kind::Secondary, height: Some(LINE), ..Look::default() };
                if widgets::button_with(ui, &words::take_all(all.len()), &look).clicked() {
                    taken.clone_from(all);
                }
            });
        }
    });
    for (code, level) in all.iter().take(PROPOSED) {
        ui.push_id(code, |ui| {
            ui.horizontal(|ui| {
                widgets::body(ui, &words::proposal(code, *level));
                widgets::at_right(ui, |ui| {
                    let name = words::take_one(code, *level);
                    let look = Look {
                        kind: Kind::Quiet,
                        height: Some(LINE),
                        name: Some(&name),
                        ..Look::default()
                    };
                    if widgets::button_with(ui, words::TAKE, &look).clicked() {
                        taken.push((code.clone(), *level));
                    }
                });
            });
        });
    }
    let more = all.len().saturating_sub(PROPOSED);
    if more > 0 {
        widgets::small(ui, &words::and_more(more));
    }
    if taken.is_empty() {
        return;
    }
    let count = taken.len();
    let set = |(code, level)| EvaluationEdit::SetLevel { code, level: Some(level) };
    let changes: Vec<_> = taken.into_iter().map(set).collect();
    requests.push(Request::Edit(model.change()(changes, Act::TakeLevels(count)), None));
}
