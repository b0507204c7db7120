//! The menus of which items are in sight and of the order in which they are.

use std::collections::HashMap;

use egui::{Popup, ScrollArea, Ui};

use crate::messages::arranged as words;
use crate::plan::{Field, Id, TableKind};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Kind, Look, button, button_with};
use crate::ui::widgets::choice::{list_row, list_row_with};
use crate::ui::widgets::{self, small};
use crate::words::{compare_people, number, order};

use super::arrange::{Filter, Order};
use super::sheet::{TableGrid, judge};

/// The menu is this wide, and the long list in it no higher (logical pixels).
const WIDTH: f32 = 290.0;
const LIST: f32 = 228.0;
/// What else stands in it (logical pixels).
const REST: f32 = 240.0;

/// How high the long list may be in this window.
fn list_height(ui: &Ui) -> f32 {
    LIST.min(ui.ctx().content_rect().height() - REST)
}

/// What can be shown alone, and how many items each is; counted when the menu is opened.
#[derive(Default)]
pub struct Choices {
    /// The plan and the revision it was counted of.
    of: Option<(Id, u64)>,
    kinds: Vec<(Filter, usize)>,
    people: Vec<(String, usize)>,
}

impl Choices {
    fn count(&mut self, cx: &ViewCx<'_>) {
        let of = Some((cx.plan.id, cx.revision));
        if self.of == of {
            return;
        }
        let judge = judge(cx);
        let mut kinds: Vec<(Filter, usize)> =
            [Filter::NoLead, Filter::NoTime, Filter::Overdue].map(|kind| (kind, 0)).into();
        let mut people: HashMap<String, usize> = HashMap::new();
        for item in cx.plan.items() {
            for (kind, count) in &mut kinds {
                *count += usize::from(judge.lets(kind, item));
            }
            if let Some(lead) = judge.lead(item) {
                *people.entry(lead).or_default() += 1;
            }
        }
        let mut people: Vec<_> = people.into_iter().collect();
        order::by(&mut people, |(a, one), (b, other)| {
            other.cmp(one).then_with(|| compare_people(a, b))
        });
        *self = Self { of, kinds, people };
    }
}

/// The button that says what is in sight, and its menu.
pub fn filter(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    grid: &mut TableGrid,
    choices: &mut Choices,
    short: bool,
) {
    let now = &grid.arranged().filter;
    let selected = *now != Filter::All;
    let name = words::shown(&name_of(now));
    let label = if short { words::SHORT } else { name.as_str() };
    let look = Look { menu: true, selected, name: Some(&name), ..Look::default() };
    let menu = button_with(ui, label, &look);
    let mut picked = None;
    Popup::menu(&menu).width(WIDTH).show(|ui| {
        choices.count(cx);
        ui.spacing_mut().item_spacing.y = 2.0;
        let now = &grid.arranged().filter;
        let mut entry = |ui: &mut Ui, label: &str, filter: &Filter, count: usize| {
            let beside = number(count as u64);
            if list_row_with(ui, label, &beside, filter == now).clicked() {
                picked = Some(filter.clone());
                ui.close();
            }
        };
        entry(ui, words::ALL, &Filter::All, cx.plan.items().count());
        for (kind, count) in &choices.kinds {
            entry(ui, &name_of(kind), kind, *count);
        }
        if choices.people.is_empty() {
            return;
        }
        ui.separator();
        inset(ui, words::OF);
        ScrollArea::vertical().max_height(list_height(ui)).show(ui, |ui| {
            for (person, count) in &choices.people {
                entry(ui, person, &Filter::Of(person.clone()), *count);
            }
        });
    });
    if let Some(filter) = picked {
        let order = grid.arranged().order;
        grid.arrange(cx, filter, order, None);
    }
}

fn name_of(filter: &Filter) -> String {
    match filter {
        Filter::All => words::ALL.to_owned(),
        Filter::NoLead => words::NO_LEAD.to_owned(),
        Filter::NoTime => words::NO_TIME.to_owned(),
        Filter::Overdue => words::OVERDUE.to_owned(),
        Filter::Of(person) => words::of(person),
    }
}

/// The columns by which lines can be sorted; the one that is chosen again turns round.
pub fn order(ui: &mut Ui, cx: &ViewCx<'_>, grid: &mut TableGrid) {
    let now = grid.arranged().order;
    inset(ui, words::SORT);
    let mut picked = None;
    if list_row(ui, words::OF_PLAN, now.is_none()).clicked() {
        picked = Some(None);
        ui.close();
    }
    ScrollArea::vertical().max_height(list_height(ui)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for column in grid.model(cx, TableKind::Rows).columns.iter().skip(1) {
            let chosen = now.filter(|order| order.field == column.key);
            let beside =
                chosen.map_or("", |order| if order.falling { words::DOWN } else { words::UP });
            if list_row_with(ui, &column.title, beside, chosen.is_some()).clicked() {
                picked = Some(Some(by(column.key, chosen)));
                ui.close();
            }
        }
    });
    if let Some(order) = picked {
        let filter = grid.arranged().filter.clone();
        grid.arrange(cx, filter, order, None);
    }
}

/// By this column, the other way round where it is chosen already.
fn by(field: Field, chosen: Option<Order>) -> Order {
    Order { field, falling: chosen.is_some_and(|order| !order.falling) }
}

/// Says that nothing is in sight; whether all shall be again.
pub fn none_left(ui: &mut Ui) -> bool {
    widgets::empty(ui, words::NONE_LEFT, words::NONE_LEFT_HELP);
    ui.vertical_centered(|ui| button(ui, Kind::Secondary, words::SHOW_ALL).clicked()).inner
}

fn inset(ui: &mut Ui, words: &str) {
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        small(ui, words);
    });
}
