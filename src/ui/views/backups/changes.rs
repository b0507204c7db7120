//! How a backup differs from now: each place with what it said and what it says, and a way to take
//! it back. Only the rows that are seen are drawn.

use egui::{FontId, Id, Label, Pos2, Rect, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};
use egui_extras::{Column, TableRow};

use crate::edit::{Difference, List, Thing, Wording};
use crate::messages::{self, backups as words};
use crate::plan::{Dossier, Id as PlanId, Place};
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets::button::{Look, button_width, button_with};
use crate::ui::widgets::card::{cards, column};
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Card, Tone};

use super::model;

/// Height of a difference and of the head over all, in logical pixels.
const ROW: f32 = 55.0;
/// Height of one with two wordings, the present one under the old one.
const ROW_OF_TWO: f32 = ROW + NEXT;
/// From one line of words to the next.
const NEXT: f32 = 21.0;
/// See [`ROW`].
const HEAD: f32 = 40.0;
/// The head where the places are counted too.
const HEAD_HIGH: f32 = 62.0;
/// From so many differences on the places are counted.
const MANY: usize = 40;
/// Width of what stands first in a row: its kind.
const KIND: f32 = 126.0;
/// The most letters of a text that are laid out on one line.
const SHOWN: usize = 200;

/// What is compared.
pub(super) struct Show<'a> {
    pub then: &'a Dossier,
    pub now: &'a Dossier,
    /// The plan shown, which needs no naming.
    pub plan: PlanId,
    pub differences: &'a [Difference],
}

/// What is asked of a difference.
pub(super) enum Asked {
    Take(Difference),
    Go(Place),
}

/// Draws them.
pub(super) fn show(
    ui: &mut Ui,
    show: &Show<'_>,
    only_gone: &mut bool,
    at: &mut usize,
) -> Option<Asked> {
    let room = ui.available_rect_before_wrap();
    let theme = theme::of(ui);
    Card::default().paint(ui, room);
    if show.differences.is_empty() {
        ui.scope_builder(egui::UiBuilder::new().max_rect(room.shrink(8.0)), |ui| {
            widgets::empty(ui, words::SAME, words::SAME_HELP);
        });
        return None;
    }
    let is_shown = |one: &&Difference| !*only_gone || matches!(one, Difference::Gone(_));
    let shown: Vec<Difference> = show.differences.iter().filter(is_shown).copied().collect();
    let height = if show.differences.len() > MANY { HEAD_HIGH } else { HEAD };
    let head_at = room.with_max_y(room.top() + height);
    ui.scope_builder(egui::UiBuilder::new().id_salt("head").max_rect(head_at), |ui| {
        head(ui, show, &theme, only_gone);
    });
    let inside = Rect::from_min_max(head_at.left_bottom(), room.right_bottom()).shrink(1.0);
    if shown.is_empty() {
        ui.scope_builder(egui::UiBuilder::new().max_rect(inside.shrink(12.0)), |ui| {
            widgets::small(ui, words::NOTHING_GONE);
        });
        return None;
    }
    ui.scope_builder(egui::UiBuilder::new().id_salt("rows").max_rect(inside), |ui| {
        rows(ui, show, &theme, &shown, at)
    })
    .inner
}

/// How many places differ, of each kind and of each stage.
fn head(ui: &mut Ui, show: &Show<'_>, theme: &Theme, only_gone: &mut bool) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect.shrink2(Vec2::new(14.0, 6.0))), |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(10.0, 0.0);
        ui.spacing_mut().interact_size.y = 28.0;
        ui.horizontal(|ui| {
            let title = words::differs(show.differences.len());
            ui.label(RichText::new(title).font(theme::bold(size::CARD)).color(theme.text));
            let link = if *only_gone { words::ALL } else { words::ONLY_GONE };
            let font = theme::regular(size::TABLE);
            let wide =
                ui.painter().layout_no_wrap(link.to_owned(), font.clone(), theme.text).size().x;
            let each = words::of_each(model::counts(show.differences));
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - wide - 24.0).max(40.0));
                ui.add(Label::new(RichText::new(each).font(font).color(theme.muted)).truncate());
            });
            widgets::show::at_right(ui, |ui| {
                if widgets::link(ui, link).clicked() {
                    *only_gone = !*only_gone;
                }
            });
        });
        if show.differences.len() > MANY {
            let counts: Vec<(&str, usize)> = model::counts_by_stage(show.differences)
                .into_iter()
                .map(|(stage, count)| (stage.label(), count))
                .collect();
            widgets::small(ui, &words::of_each_stage(&counts));
        }
    });
}

fn rows(
    ui: &mut Ui,
    show: &Show<'_>,
    theme: &Theme,
    shown: &[Difference],
    at: &mut usize,
) -> Option<Asked> {
    let room = ui.available_rect_before_wrap();
    let id = Id::unique("differences");
    let page = (room.height() / ROW).max(1.0) as usize;
    let keys = widgets::list_keys(ui, id, room, words::DIFFERENCES, at, shown.len(), page);
    let wide = |ui: &Ui, words| button_width(ui, words, &Look::default());
    let buttons = [words::TAKE_ROW, words::TAKE_PLAN, words::TAKE_WORDS, words::TAKE, words::SEE];
    let buttons = buttons.map(|words| wide(ui, words)).into_iter().fold(0.0, f32::max) + 14.0;
    let height = |difference: &Difference| match difference {
        Difference::Changed(_) => ROW_OF_TWO,
        _ => ROW,
    };
    let heights = || shown.iter().map(height);
    let (table, width) = cards(ui, "differences", Vec2::ZERO, heights());
    let mut table = table.column(column(KIND)).column(Column::remainder()).column(column(buttons));
    if keys.moved {
        table = table.scroll_to_row(*at, None);
    }
    let mut asked = None;
    table.body(|body| {
        body.heterogeneous_rows(heights(), |mut row| {
            let index = row.index();
            let chosen = keys.focused && index == *at;
            let known = Known::of(show, &shown[index]);
            let size = Vec2::new(width, height(&shown[index]));
            let clicked = line(&mut row, theme, &known, (id.with(index), chosen, size));
            if clicked || chosen && keys.opened {
                asked = known.asked(show, &shown[index]);
            }
        });
    });
    asked
}

/// What is shown of a difference.
struct Known {
    tone: Tone,
    kind: &'static str,
    /// What it said, or what it is.
    first: String,
    /// What it says now, where that is something else.
    second: Option<String>,
    place: String,
    whole: String,
    button: Option<&'static str>,
}

impl Known {
    fn of(show: &Show<'_>, difference: &Difference) -> Self {
        match difference {
            Difference::Gone(thing) => Self::thing(show, thing, true),
            Difference::New(thing) => Self::thing(show, thing, false),
            Difference::Changed(wording) => Self::wording(show, wording),
            Difference::Other(plan) => {
                let place =
                    plan.map_or_else(|| words::WHOLE.to_owned(), |plan| plan_title(show.now, plan));
                Self {
                    tone: Tone::Plain,
                    kind: words::OTHER,
                    first: words::NO_WORDS.to_owned(),
                    second: None,
                    whole: place.clone(),
                    place,
                    button: None,
                }
            }
        }
    }

    fn thing(show: &Show<'_>, thing: &Thing, gone: bool) -> Self {
        let dossier = if gone { show.then } else { show.now };
        let (tone, kind) = if gone { (Tone::Late, words::GONE) } else { (Tone::Done, words::NEW) };
        let what = thing.words(dossier);
        let difference = if gone { Difference::Gone(*thing) } else { Difference::New(*thing) };
        let at = difference.place(dossier);
        let named = at.as_ref().map(|at| messages::place_name(dossier, at));
        let (first, place) = match thing {
            Thing::Plan(id) => {
                let title = plan_title(dossier, *id);
                let items = dossier.plan(*id).map_or(0, |plan| plan.items().count());
                (title, words::items(items))
            }
            Thing::Element { .. } => {
                let named = named.unwrap_or_default();
                let first = if what.trim().is_empty() { named.clone() } else { what };
                (first, show.with_plan(named, thing.plan()))
            }
        };
        let button = match (gone, thing) {
            (true, Thing::Plan(_)) => Some(words::TAKE_PLAN),
            (true, Thing::Element { list: List::Rows, .. }) => Some(words::TAKE_ROW),
            (true, Thing::Element { .. }) => Some(words::TAKE),
            (false, Thing::Plan(_)) => None,
            (false, Thing::Element { .. }) => at.map(|_| words::SEE),
        };
        let whole = format!("{first}\n{place}");
        Self { tone, kind, first, second: None, place, whole, button }
    }

    fn wording(show: &Show<'_>, wording: &Wording) -> Self {
        let (then, now, button) = match wording {
            Wording::Status(plan, item) => {
                let status = |dossier: &Dossier| {
                    let plan = dossier.plan(*plan);
                    let status = plan.and_then(|plan| plan.item(*item)?.status);
                    status.map_or_else(String::new, |one| messages::status_name(one).to_owned())
                };
                (status(show.then), status(show.now), words::TAKE)
            }
            _ => (wording.words(show.then), wording.words(show.now), words::TAKE_WORDS),
        };
        let place = Difference::Changed(*wording).place(show.now);
        let place = match (place, wording) {
            (Some(place), _) => show.with_plan(messages::place_name(show.now, &place), place.plan),
            (None, Wording::School(field)) => words::of_school(messages::field_name(*field)),
            (None, _) => String::new(),
        };
        let (first, second) = model::from_where_they_differ(&then, &now);
        let said = |text: String| if text.is_empty() { words::EMPTY.to_owned() } else { text };
        Self {
            tone: Tone::Due,
            kind: words::CHANGED,
            first: said(first),
            second: Some(said(second)),
            whole: format!("{} {then}\n{} {now}\n{place}", words::THEN, words::NOW),
            place,
            button: Some(button),
        }
    }

    fn asked(&self, show: &Show<'_>, difference: &Difference) -> Option<Asked> {
        self.button?;
        match difference {
            Difference::Gone(_) | Difference::Changed(_) => Some(Asked::Take(*difference)),
            Difference::New(_) => difference.place(show.now).map(Asked::Go),
            Difference::Other(_) => None,
        }
    }
}

fn plan_title(dossier: &Dossier, plan: PlanId) -> String {
    dossier.plan(plan).map(|plan| messages::window::plan_title(plan)).unwrap_or_default()
}

impl Show<'_> {
    /// A place, with its plan where that is not the one shown.
    fn with_plan(&self, place: String, plan: PlanId) -> String {
        if plan == self.plan { place } else { format!("{}: {place}", plan_title(self.now, plan)) }
    }
}

/// Draws one; gives whether its button was clicked.
fn line(
    row: &mut TableRow<'_, '_>,
    theme: &Theme,
    known: &Known,
    (id, chosen, size): (Id, bool, Vec2),
) -> bool {
    row.col(|ui| {
        let rect = Rect::from_min_size(ui.max_rect().min, size);
        if chosen {
            ui.painter().rect_filled(rect, 0, theme.accent_soft);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
        ui.add_space(14.0);
        widgets::badge(ui, known.tone, known.kind);
    });
    row.col(|ui| {
        let rect = ui.max_rect();
        let response = ui.interact(rect, id, Sense::hover());
        let said = format!("{}: {}", known.kind, known.whole.replace('\n', ", "));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.clone()));
        let right = rect.right() - 10.0;
        let top = Pos2::new(rect.left(), rect.top() + 7.0);
        let font = theme::regular(size::TABLE);
        let mut under = top + Vec2::new(0.0, NEXT);
        let cut = match &known.second {
            None => piece(ui, top, right, &known.first, (font, theme.text)).1,
            Some(second) => {
                let bold = theme::bold(size::TABLE);
                let quiet = (font, theme.muted);
                let (then, _) = piece(ui, top, right, words::THEN, quiet.clone());
                let (now, _) = piece(ui, under, right, words::NOW, quiet.clone());
                let left = then.max(now) + 6.0;
                let first = piece(ui, Pos2::new(left, top.y), right, &known.first, quiet).1;
                let at = Pos2::new(left, under.y);
                under.y += NEXT;
                first | piece(ui, at, right, second, (bold, theme.text)).1
            }
        };
        let at = under;
        let small = theme::regular(size::SMALL);
        if one_line(ui, at, right, &known.place, small, theme.muted) || cut {
            response.on_hover_text(&known.whole);
        }
    });
    let mut clicked = false;
    row.col(|ui| {
        let Some(words) = known.button else { return };
        let name = words::button_name(words, &known.first);
        let look = Look { name: Some(&name), ..Look::default() };
        ui.add_space(ui.available_width() - 14.0 - button_width(ui, words, &look));
        clicked = button_with(ui, words, &look).clicked();
    });
    clicked
}

/// Words on one line from here to there at most; gives where they end, and whether they are cut.
fn piece(
    ui: &Ui,
    at: Pos2,
    right: f32,
    words: &str,
    (font, ink): (FontId, egui::Color32),
) -> (f32, bool) {
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(SHOWN).collect();
    let wide = ui.painter().layout_no_wrap(line.clone(), font.clone(), ink).size().x;
    let cut = one_line(ui, at, right, &line, font, ink);
    ((at.x + wide).min(right), cut)
}
