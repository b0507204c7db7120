//! What stands in the cells: the three years told in words, each with the place it leads to.

use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::Date;

use crate::messages::three_years as words;
use crate::plan::{Id, Plan};
use crate::ui::request::Stage;
use crate::ui::view::ViewCx;
use crate::understand::Turn;
use crate::year::three::{Lack, Missing, PlanOfYear, ProofYear, Statuses, three_years};

/// Nobody is told of what is due later than in this many days.
const SOON: i32 = 60;

/// What is shown.
pub struct Model {
    /// The years, the earliest first.
    pub years: Vec<ProofYear>,
    /// The rows, each with a cell a year.
    pub rows: Vec<Vec<Cell>>,
    /// How much is lacking by today.
    pub lacking: usize,
}

/// What a year has of a thing, a line or two for each.
pub type Cell = Vec<Entry>;

/// One thing of a cell.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// How it is.
    pub mark: Mark,
    /// What it is.
    pub title: String,
    /// More of it, in small letters; of what is lacking what to do.
    pub note: String,
    /// Where a click leads.
    pub to: Option<Way>,
    /// What came of the work, as a bar.
    pub bar: Option<Statuses>,
}

/// How a thing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Neither good nor bad.
    #[default]
    None,
    /// There.
    There,
    /// Due soon.
    Due,
    /// Lacking.
    Lacking,
}

/// Where a click leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a plan or a paper, on a stage.
    Paper(Id, Stage),
    /// To the reading of a plan that was written in Word.
    ImportWord,
}

impl Model {
    fn new(cx: &ViewCx<'_>) -> Self {
        let years = three_years(cx.dossier, cx.plan);
        let tell = |year: &ProofYear| Telling { cx, year }.cells();
        let mut columns: Vec<_> = years.iter().map(|year| tell(year).into_iter()).collect();
        let row = |_| columns.iter_mut().map(|cells| cells.next().unwrap_or_default()).collect();
        let rows = (0..words::ROWS.len()).map(row).collect();
        let lacking = years.iter().map(|year| year.late(cx.today).count()).sum();
        Self { years, rows, lacking }
    }
}

/// Tells of one year.
struct Telling<'a> {
    cx: &'a ViewCx<'a>,
    year: &'a ProofYear,
}

impl Telling<'_> {
    /// In the order of the rows.
    fn cells(&self) -> Vec<Cell> {
        let Some(plan) = &self.year.plan else { return self.without_plan() };
        let at_end = self.reviews(plan, Some(Turn::YearEnd)).into_iter();
        let others = self.reviews(plan, None);
        vec![
            self.plan(plan),
            self.reviews(plan, Some(Turn::Term)),
            at_end.chain(others).collect(),
            self.report(plan),
            self.came_of(plan),
            vec![cost(plan)],
            self.evaluation(),
            self.scans(),
        ]
    }

    /// Of a year without a plan the school may have evaluated itself.
    fn without_plan(&self) -> Vec<Cell> {
        let mut cells =
            vec![vec![Entry { title: words::NOTHING.to_owned(), ..Entry::default() }]; 8];
        let lack = self.lack(|what| *what == Missing::Plan);
        let to = Way::ImportWord;
        let note = crate::ui::Command::ImportWord.label();
        cells[0] = lack.map(|lack| self.lacking(lack, note, Some(to))).into_iter().collect();
        cells[6] = self.evaluation();
        cells
    }

    fn paper(&self, id: Id) -> Option<&Arc<Plan>> {
        self.cx.dossier.plan(id)
    }

    fn lack(&self, is_it: impl Fn(&Missing) -> bool) -> Option<&Lack> {
        self.year.lacks.iter().find(|lack| is_it(&lack.what))
    }

    /// What is lacking: late, or due on a day.
    fn lacking(&self, lack: &Lack, what_to_do: &str, to: Option<Way>) -> Entry {
        if lack.due < self.cx.today {
            let (title, note) = (words::missing(lack.what), what_to_do.to_owned());
            return Entry { mark: Mark::Lacking, title, note, to, bar: None };
        }
        let (title, note) = words::until(lack.due, self.cx.today);
        let days = (lack.due - self.cx.today).get_days();
        let mark = if days <= SOON { Mark::Due } else { Mark::None };
        Entry { mark, title, note, to, bar: None }
    }

    fn plan(&self, of: &PlanOfYear) -> Cell {
        let Some(plan) = self.paper(of.id) else { return Vec::new() };
        let to = Some(Way::Paper(of.id, Stage::Content));
        let works = words::works(of.statuses.all);
        let mut cell = Vec::new();
        if let Some(lack) = self.lack(|what| matches!(what, Missing::Issue(_))) {
            let issue = Some(Way::Paper(of.id, Stage::Print));
            let note = if plan.number.trim().is_empty() {
                works
            } else {
                format!("{}; {works}", words::cited(plan))
            };
            cell.push(Entry { note, ..self.lacking(lack, "", issue) });
        } else {
            let (mark, title) = (Mark::There, words::cited(plan));
            cell.push(Entry { mark, title, note: works, to, bar: None });
        }
        for supplement in of.supplements.iter().filter_map(|id| self.paper(*id)) {
            let to = Some(Way::Paper(supplement.id, Stage::Content));
            let title = words::supplement(supplement);
            cell.push(Entry { mark: Mark::There, title, to, ..Entry::default() });
        }
        cell
    }

    fn reviews(&self, of: &PlanOfYear, turn: Option<Turn>) -> Cell {
        let Some(plan) = self.paper(of.id) else { return Vec::new() };
        let to = Some(Way::Paper(of.id, Stage::Review));
        let held = of.reviews.iter().filter(|one| one.held && one.turn == turn);
        let mut cell: Cell = Vec::new();
        for one in held {
            let Some(review) = plan.reviews.iter().find(|review| review.id == one.id) else {
                continue;
            };
            let title = words::held(review);
            let minutes = one.minutes.and_then(|id| self.paper(id));
            let known = Entry { mark: Mark::There, title, to, ..Entry::default() };
            if let Some(paper) = minutes {
                let to = Some(Way::Paper(paper.id, Stage::Content));
                cell.push(Entry { note: words::minutes(paper), to, ..known });
            } else {
                cell.push(known);
                let lack = self.lack(|what| *what == Missing::Minutes(one.id));
                cell.extend(lack.map(|lack| self.lacking(lack, words::MAKE_MINUTES, to)));
            }
        }
        let of_turn = |what: &Missing| matches!(what, Missing::Review(of, _) if Some(*of) == turn);
        let lack = self.lack(of_turn);
        cell.extend(lack.map(|lack| self.lacking(lack, words::HOLD_REVIEW, to)));
        cell
    }

    fn report(&self, of: &PlanOfYear) -> Cell {
        if let Some(report) = of.report.and_then(|id| self.paper(id)) {
            let to = Some(Way::Paper(report.id, Stage::Content));
            let title = words::cited(report);
            return vec![Entry { mark: Mark::There, title, to, ..Entry::default() }];
        }
        let Some(lack) = self.lack(|what| *what == Missing::Report) else { return Vec::new() };
        let held = of.reviews.iter().any(|one| one.held && one.turn == Some(Turn::YearEnd));
        let to = Some(Way::Paper(of.id, Stage::Review));
        if !held && lack.due >= self.cx.today {
            let title = words::AFTER_LAST_REVIEW.to_owned();
            return vec![Entry { title, to, ..Entry::default() }];
        }
        vec![self.lacking(lack, words::MAKE_REPORT, to)]
    }

    fn came_of(&self, of: &PlanOfYear) -> Cell {
        if of.statuses.all == 0 {
            let to = Some(Way::Paper(of.id, Stage::Table));
            return vec![Entry { title: words::NO_WORK.to_owned(), to, ..Entry::default() }];
        }
        let to = Some(Way::Paper(of.id, Stage::Follow));
        let (title, bar) = (words::done(&of.statuses), Some(of.statuses));
        let mut cell = vec![Entry { title, to, bar, ..Entry::default() }];
        let lack = self.lack(|what| matches!(what, Missing::Statuses(_)));
        let late = lack.filter(|lack| lack.due < self.cx.today);
        cell.extend(late.map(|lack| self.lacking(lack, words::TELL_STATUS, to)));
        cell
    }

    fn evaluation(&self) -> Cell {
        let to = self.year.plan.as_ref().map(|plan| Way::Paper(plan.id, Stage::Evaluation));
        let before = self.year.before.as_ref().map(words::before);
        let mut cell = Vec::new();
        if let Some(after) = &self.year.after {
            let catalogues = &self.cx.dossier.catalogues;
            let catalogue = catalogues.iter().find(|one| one.id == after.catalogue);
            let (title, by) = words::level(after, catalogue.map(AsRef::as_ref));
            cell.push(Entry { title, note: by, to, ..Entry::default() });
        } else if let Some(lack) = self.lack(|what| *what == Missing::Evaluation) {
            cell.push(self.lacking(lack, words::EVALUATE, to));
        }
        cell.extend(before.map(|note| Entry { note, ..Entry::default() }));
        cell
    }

    fn scans(&self) -> Cell {
        let without = self.year.unscanned(self.cx.dossier);
        let title = words::scanned(without.len(), self.year.papers().len());
        let to = without.first().map(|id| Way::Paper(*id, Stage::Print));
        let mark = if without.is_empty() { Mark::There } else { Mark::None };
        vec![Entry { mark, title, to, ..Entry::default() }]
    }
}

fn cost(of: &PlanOfYear) -> Entry {
    let (title, note) = words::cost(&of.money.planned);
    Entry { title, note, ..Entry::default() }
}

/// Keeps it while nothing it depends on changes.
#[derive(Default)]
pub struct Cache {
    kept: Option<(Key, Rc<Model>)>,
}

/// Revision, plan and day.
type Key = (u64, Id, Date);

impl Cache {
    /// The model of the years that end with that of the plan shown.
    pub fn model(&mut self, cx: &ViewCx<'_>) -> Rc<Model> {
        let key = (cx.revision, cx.plan.id, cx.today);
        if let Some((known, model)) = &self.kept
            && *known == key
        {
            return Rc::clone(model);
        }
        let model = Rc::new(Model::new(cx));
        self.kept = Some((key, Rc::clone(&model)));
        model
    }
}
