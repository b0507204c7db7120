//! What the view shows, computed when the plan, the day, the grouping or the filter changes.

use std::collections::HashSet;
use std::rc::Rc;

use jiff::civil::Date;

use crate::plan::Id;
use crate::timeline::{By, Timeline, TimelineGroup, TimelineRow, timeline};
use crate::ui::view::ViewCx;
use crate::ui::views::follow::filter::{Filter, people_of};
use crate::year::follow::{Counts, followed};

/// A line of the chart. All lines are equally high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A group's title, by the group's index, and how many of its rows are shown.
    Group(usize, usize),
    /// A row, by its group's index and its own.
    Row(usize, usize),
}

/// What the view shows.
pub struct Model {
    /// All of the plan's work.
    pub timeline: Timeline,
    /// The lines shown, in order.
    pub lines: Vec<Line>,
    /// Which of `lines` are rows, in order: what the arrow keys walk along.
    pub rows: Vec<usize>,
    /// What is shown of the work without a known time.
    pub undated: Vec<TimelineRow>,
    /// How much of all the work stands where, whatever is shown.
    pub counts: Counts,
    /// Who leads or works at anything, in the order of the plan.
    pub people: Vec<String>,
}

impl Model {
    fn new(cx: &ViewCx<'_>, by: By, filter: &Filter) -> Self {
        let timeline = timeline(cx.dossier, cx.plan, Some(cx.today), by);
        let work = followed(cx.dossier, cx.plan, cx.today);
        let out: HashSet<Id> =
            work.iter().filter(|row| !filter.lets(row)).map(|row| row.item).collect();
        let lets = |row: &TimelineRow| !out.contains(&row.item);
        let mut lines = Vec::new();
        let mut rows = Vec::new();
        for (index, group) in timeline.groups.iter().enumerate() {
            let shown: Vec<usize> =
                (0..group.rows.len()).filter(|&row| lets(&group.rows[row])).collect();
            if shown.is_empty() {
                continue;
            }
            lines.push(Line::Group(index, shown.len()));
            for row in shown {
                rows.push(lines.len());
                lines.push(Line::Row(index, row));
            }
        }
        let undated = timeline.undated.iter().filter(|row| lets(row)).cloned().collect();
        let (counts, people) = (Counts::of(&work), people_of(&work));
        Self { timeline, lines, rows, undated, counts, people }
    }

    /// The group of a line.
    pub fn group(&self, line: Line) -> &TimelineGroup {
        match line {
            Line::Group(group, _) | Line::Row(group, _) => &self.timeline.groups[group],
        }
    }

    /// The row of the nth shown row.
    pub fn row(&self, nth: usize) -> Option<&TimelineRow> {
        match *self.lines.get(*self.rows.get(nth)?)? {
            Line::Row(group, row) => Some(&self.timeline.groups[group].rows[row]),
            Line::Group(..) => None,
        }
    }
}

/// What a model was computed of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    plan: Id,
    today: Date,
    by: By,
    filter: Filter,
}

/// The last model.
#[derive(Default)]
pub struct Cache(Option<(Key, Rc<Model>)>);

impl Cache {
    /// The model of now, computed again only when something it is made of has changed.
    pub fn model(&mut self, cx: &ViewCx<'_>, by: By, filter: &Filter) -> Rc<Model> {
        let (plan, filter) = (cx.plan.id, filter.clone());
        let key = Key { revision: cx.revision, plan, today: cx.today, by, filter };
        match &self.0 {
            Some((known, model)) if *known == key => Rc::clone(model),
            _ => {
                let model = Rc::new(Model::new(cx, by, &key.filter));
                self.0 = Some((key, Rc::clone(&model)));
                model
            }
        }
    }
}
