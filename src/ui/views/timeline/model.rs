//! What the view shows, computed when the plan, the day, the grouping or the filter changes.

use std::rc::Rc;

use jiff::civil::Date;

use crate::plan::Id;
use crate::timeline::{By, Progress, Timeline, TimelineGroup, TimelineRow, timeline};
use crate::ui::view::ViewCx;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Every one.
    #[default]
    All,
    /// Those overdue.
    Overdue,
    /// Those due within thirty days.
    DueSoon,
}

impl Filter {
    fn lets(self, row: &TimelineRow) -> bool {
        match self {
            Self::All => true,
            Self::Overdue => matches!(row.progress, Progress::Overdue { .. }),
            Self::DueSoon => matches!(row.progress, Progress::DueIn { .. }),
        }
    }
}

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
    /// How many are overdue, whatever is shown.
    pub overdue: usize,
    /// How many are due within thirty days, whatever is shown.
    pub due_soon: usize,
}

impl Model {
    fn new(timeline: Timeline, filter: Filter) -> Self {
        let mut lines = Vec::new();
        let mut rows = Vec::new();
        for (index, group) in timeline.groups.iter().enumerate() {
            let shown: Vec<usize> =
                (0..group.rows.len()).filter(|&row| filter.lets(&group.rows[row])).collect();
            if shown.is_empty() {
                continue;
            }
            lines.push(Line::Group(index, shown.len()));
            for row in shown {
                rows.push(lines.len());
                lines.push(Line::Row(index, row));
            }
        }
        let (overdue, due_soon) = (timeline.overdue(), timeline.due_soon());
        Self { timeline, lines, rows, overdue, due_soon }
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    pub fn model(&mut self, cx: &ViewCx<'_>, by: By, filter: Filter) -> Rc<Model> {
        let key = Key { revision: cx.revision, plan: cx.plan.id, today: cx.today, by, filter };
        match &self.0 {
            Some((known, model)) if *known == key => Rc::clone(model),
            _ => {
                let timeline = timeline(cx.dossier, cx.plan, Some(cx.today), by);
                let model = Rc::new(Model::new(timeline, filter));
                self.0 = Some((key, Rc::clone(&model)));
                model
            }
        }
    }
}
