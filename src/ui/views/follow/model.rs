//! What Theo dõi shows, computed when the plan, the day or what is asked for changes.

use std::collections::HashMap;
use std::rc::Rc;

use jiff::civil::Date;

use crate::plan::{Event, Id, Status};
use crate::timeline::By;
use crate::ui::view::ViewCx;
use crate::year::follow::{Counts, Followed, Group, State, followed, grouped};

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
    fn lets(&self, row: &Followed) -> bool {
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

/// How the rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the plan.
    Plan,
    /// Under the standards.
    Standard,
    /// Under who leads them.
    #[default]
    Person,
}

/// A line of the list. All are equally high.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A title, by the index of its group.
    Group(usize),
    /// A row.
    Row(usize),
}

/// What is shown.
pub struct Model {
    /// All of the plan's work.
    pub rows: Vec<Followed>,
    /// Its groups, those shown of it.
    pub groups: Vec<Group>,
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// Which of them are rows: what the arrow keys walk along.
    pub stops: Vec<usize>,
    /// How much of all the work stands where, whatever is shown.
    pub counts: Counts,
    /// Who leads or works at anything, in the order of the plan.
    pub people: Vec<String>,
    /// The last note of each item: its place in the log.
    pub noted: HashMap<Id, usize>,
    /// The number of each item's row among the items.
    pub numbers: HashMap<Id, usize>,
}

impl Model {
    fn new(cx: &ViewCx<'_>, order: Order, filter: &Filter) -> Self {
        let rows = followed(cx.dossier, cx.plan, cx.today);
        let counts = Counts::of(&rows);
        let all = (0..rows.len()).collect::<Vec<_>>();
        let by = match order {
            Order::Plan => None,
            Order::Standard => Some(By::Standard),
            Order::Person => Some(By::Person),
        };
        let whole = match by {
            Some(by) => grouped(cx.dossier, cx.plan, &rows, by),
            None => vec![Group { title: String::new(), holder: None, rows: all, counts }],
        };
        let (mut groups, mut lines, mut stops) = (Vec::new(), Vec::new(), Vec::new());
        for mut group in whole {
            group.rows.retain(|at| filter.lets(&rows[*at]));
            if group.rows.is_empty() {
                continue;
            }
            group.counts = Counts::of(group.rows.iter().map(|at| &rows[*at]));
            if by.is_some() {
                lines.push(Line::Group(groups.len()));
            }
            for at in &group.rows {
                stops.push(lines.len());
                lines.push(Line::Row(*at));
            }
            groups.push(group);
        }
        let mut people: Vec<String> = Vec::new();
        for name in rows.iter().flat_map(|row| row.lead.iter().chain(&row.partners)) {
            if !people.contains(name) {
                people.push(name.clone());
            }
        }
        let mut noted = HashMap::new();
        for (at, entry) in cx.plan.log.iter().enumerate() {
            if let (Event::Note, Some(item)) = (entry.event, entry.about) {
                noted.insert(item, at);
            }
        }
        let numbers = cx.plan.items().zip(1..).map(|(item, number)| (item.id, number)).collect();
        Self { rows, groups, lines, stops, counts, people, noted, numbers }
    }

    /// The row of a line; none of a title.
    pub fn row(&self, line: usize) -> Option<&Followed> {
        match self.lines.get(line)? {
            Line::Row(at) => self.rows.get(*at),
            Line::Group(_) => None,
        }
    }

    /// The place among the stops of an item.
    pub fn stop_of(&self, item: Id) -> Option<usize> {
        self.stops.iter().position(|line| self.row(*line).is_some_and(|row| row.item == item))
    }
}

/// Keeps it while nothing it depends on changes.
#[derive(Default)]
pub struct Cache {
    kept: Option<(Key, Rc<Model>)>,
}

#[derive(PartialEq, Eq)]
struct Key {
    revision: u64,
    plan: Id,
    today: Date,
    order: Order,
    filter: Filter,
}

impl Cache {
    /// The model, made anew where it has to be.
    pub fn model(&mut self, cx: &ViewCx<'_>, order: Order, filter: &Filter) -> Rc<Model> {
        let key = Key {
            revision: cx.revision,
            plan: cx.plan.id,
            today: cx.today,
            order,
            filter: filter.clone(),
        };
        if let Some((known, model)) = &self.kept
            && *known == key
        {
            return Rc::clone(model);
        }
        let model = Rc::new(Model::new(cx, order, filter));
        self.kept = Some((key, Rc::clone(&model)));
        model
    }
}
