//! What Theo dõi shows, computed when the plan, the day or what is asked for changes.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use jiff::civil::Date;

use crate::plan::{Event, Id};
use crate::timeline::By;
use crate::ui::view::ViewCx;
use crate::words::order;
use crate::year::follow::{Counts, Followed, Group, State, followed, grouped};

use super::filter::{Filter, people_of};

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

/// With more work than this, groups begin folded; not those in which something is late.
const MANY: usize = 200;

/// A line of the list. All are equally high.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A title, by the index of its group.
    Group(usize),
    /// A row.
    Row(usize),
}

/// A group as it stands in the list.
pub struct Section {
    /// Its title, and what of it is asked for.
    pub group: Group,
    /// Its rows are out of sight.
    pub folded: bool,
}

/// What is shown.
pub struct Model {
    /// All of the plan's work.
    pub rows: Vec<Followed>,
    /// Its groups, those shown of it.
    pub groups: Vec<Section>,
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// How much of all the work stands where, whatever is shown.
    pub counts: Counts,
    /// Who leads or works at anything, in the order of the plan.
    pub people: Vec<String>,
    /// The last note of each item: its place in the log.
    pub noted: HashMap<Id, usize>,
    /// Whether anybody said of anything how much of it is done.
    pub percents: bool,
    /// The number of each item's row among the items.
    pub numbers: HashMap<Id, usize>,
}

impl Model {
    fn new(cx: &ViewCx<'_>, order: Order, filter: &Filter, turned: &BTreeSet<String>) -> Self {
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
        let mut groups: Vec<Section> = Vec::new();
        for mut group in whole {
            group.rows.retain(|at| filter.lets(&rows[*at]));
            if !group.rows.is_empty() {
                group.counts = Counts::of(group.rows.iter().map(|at| &rows[*at]));
                groups.push(Section { group, folded: false });
            }
        }
        if order == Order::Person {
            // Who has something late comes first, and with it what is late.
            let pressing = |counts: &Counts| (counts.late == 0, counts.due == 0);
            order::by_key(&mut groups, |section| pressing(&section.group.counts));
            for section in &mut groups {
                order::by_key(&mut section.group.rows, |at| match rows[*at].state {
                    State::Late { .. } => 0,
                    State::Due { .. } => 1,
                    _ => 2,
                });
            }
        }
        let many = groups.iter().map(|section| section.group.rows.len()).sum::<usize>() > MANY;
        let mut lines = Vec::new();
        for (at, section) in groups.iter_mut().enumerate() {
            if by.is_some() {
                let group = &section.group;
                section.folded = (many && group.counts.late == 0) != turned.contains(&group.title);
                lines.push(Line::Group(at));
            }
            if !section.folded {
                lines.extend(section.group.rows.iter().map(|row| Line::Row(*row)));
            }
        }
        let people = people_of(&rows);
        let mut noted = HashMap::new();
        for (at, entry) in cx.plan.log.iter().enumerate() {
            if let (Event::Note, Some(item)) = (entry.event, entry.about) {
                noted.insert(item, at);
            }
        }
        let numbers = cx.plan.items().zip(1..).map(|(item, number)| (item.id, number)).collect();
        let percents = rows.iter().any(|row| row.percent.is_some());
        Self { rows, groups, lines, counts, people, noted, percents, numbers }
    }

    /// The row of a line; none of a title.
    pub fn row(&self, line: usize) -> Option<&Followed> {
        match self.lines.get(line)? {
            Line::Row(at) => self.rows.get(*at),
            Line::Group(_) => None,
        }
    }

    /// The line of an item; none where it is not shown, or its group is folded.
    pub fn line_of(&self, item: Id) -> Option<usize> {
        (0..self.lines.len()).find(|line| self.row(*line).is_some_and(|row| row.item == item))
    }

    /// The line with the title of the group that this line is in; none in a list without groups.
    pub fn title_of(&self, line: usize) -> Option<usize> {
        let upto = self.lines.get(..=line)?;
        upto.iter().rposition(|line| matches!(line, Line::Group(_)))
    }

    /// The group that an item is in.
    pub fn section_of(&self, item: Id) -> Option<&Section> {
        let holds = |at: &usize| self.rows[*at].item == item;
        self.groups.iter().find(|section| section.group.rows.iter().any(holds))
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
    /// Something changed that is not asked for with the model.
    pub fn forget(&mut self) {
        self.kept = None;
    }

    /// The model, made anew where it has to be.
    pub fn model(
        &mut self,
        cx: &ViewCx<'_>,
        order: Order,
        filter: &Filter,
        turned: &BTreeSet<String>,
    ) -> Rc<Model> {
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
        let model = Rc::new(Model::new(cx, order, filter, turned));
        self.kept = Some((key, Rc::clone(&model)));
        model
    }
}
