//! Which of the work is shown: what is late or due, of whom, what stands how. Theo dõi and Tiến độ
//! have the same filters.

use egui::Ui;

use crate::messages::{self, follow as words};
use crate::plan::Status;
use crate::ui::widgets::{self, Kind, button::Look};
use crate::year::follow::{Counts, Followed, State};

use super::{MENU, statuses};

/// Which rows are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what is late, or only what is due soon.
    pub when: When,
    /// Only what this person leads or works at.
    pub person: Option<String>,
    /// Only what is said to stand so.
    pub status: Said,
}

/// What is said of the status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Whatever.
    #[default]
    Whatever,
    /// This, or nothing.
    Is(Option<Status>),
}

impl Said {
    fn lets(self, status: Option<Status>) -> bool {
        match self {
            Self::Whatever => true,
            Self::Is(said) => said == status,
        }
    }
}

/// A part of the work by its time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// All of it.
    #[default]
    Any,
    /// Late.
    Late,
    /// Due soon.
    Due,
}

impl Filter {
    /// Whether this row is shown.
    pub fn lets(&self, row: &Followed) -> bool {
        let when = match self.when {
            When::Any => true,
            When::Late => matches!(row.state, State::Late { .. }),
            When::Due => matches!(row.state, State::Due { .. }),
        };
        let person = self
            .person
            .as_ref()
            .is_none_or(|name| row.lead.as_ref() == Some(name) || row.partners.contains(name));
        when && person && self.status.lets(row.status)
    }
}

/// Who leads or works at anything, in the order of the plan.
pub fn people_of(rows: &[Followed]) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for name in rows.iter().flat_map(|row| row.lead.iter().chain(&row.partners)) {
        if !people.contains(name) {
            people.push(name.clone());
        }
    }
    people
}

/// A button for what is late and one for what is due, each where there is any.
pub fn late_and_due(ui: &mut Ui, counts: &Counts, filter: &mut Filter) {
    for (when, count, said, kind) in [
        (When::Late, counts.late, messages::overdue_count(counts.late), Kind::Danger),
        (When::Due, counts.due, words::due(counts.due), Kind::Secondary),
    ] {
        let selected = filter.when == when;
        if count == 0 && !selected {
            continue;
        }
        if widgets::button_with(ui, &said, &Look { kind, selected, ..Look::default() }).clicked() {
            filter.when = if selected { When::Any } else { when };
        }
    }
}

/// The list of those whose work can be shown alone.
pub fn by_person(ui: &mut Ui, people: &[String], filter: &mut Filter) {
    let person = filter.person.clone();
    let said = person.as_deref().map_or_else(|| words::ANYBODY.to_owned(), words::of_person);
    let look = Look { menu: true, selected: person.is_some(), ..Look::default() };
    let button = widgets::button_with(ui, &said, &look);
    egui::Popup::menu(&button).width(MENU).show(|ui| {
        egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            if widgets::choice::list_row(ui, words::ANYBODY, person.is_none()).clicked() {
                filter.person = None;
                ui.close();
            }
            for name in people {
                let chosen = person.as_ref() == Some(name);
                if widgets::choice::list_row(ui, name, chosen).clicked() {
                    filter.person = Some(name.clone());
                    ui.close();
                }
            }
        });
    });
}

/// The list of what can be said of the status.
pub fn by_status(ui: &mut Ui, filter: &mut Filter) {
    let any = filter.status == Said::Whatever;
    let said = match filter.status {
        Said::Whatever => words::ANY_STATUS.to_owned(),
        Said::Is(status) => words::of_status(status),
    };
    let look = Look { menu: true, selected: !any, ..Look::default() };
    let button = widgets::button_with(ui, &said, &look);
    egui::Popup::menu(&button).width(MENU).show(|ui| {
        if widgets::choice::list_row(ui, words::ANY_STATUS, any).clicked() {
            filter.status = Said::Whatever;
            ui.close();
        }
        for one in statuses() {
            let name = one.map_or(words::NO_STATUS, messages::status_name);
            if widgets::choice::list_row(ui, name, filter.status == Said::Is(one)).clicked() {
                filter.status = Said::Is(one);
                ui.close();
            }
        }
    });
}

/// What takes the filter away, where there is one.
pub fn clear(ui: &mut Ui, filter: &mut Filter) {
    if *filter != Filter::default() && widgets::link(ui, words::SHOW_ALL).clicked() {
        *filter = Filter::default();
    }
}

/// Nothing passes the filter.
pub fn nothing_passes(ui: &mut Ui, filter: &mut Filter) {
    widgets::empty(ui, words::NONE_SHOWN, "");
    ui.vertical_centered(|ui| {
        if widgets::button(ui, Kind::Secondary, words::SHOW_ALL).clicked() {
            *filter = Filter::default();
        }
    });
}
