//! The sample with its year behind it: what happened is told by the sample's own file, and copies
//! and papers are made of it by what makes them in the window.

use std::sync::Arc;

use jiff::civil::DateTime;
use serde::Deserialize;

use super::issuing::IssueOrder;
use super::papers::propose_paper;
use crate::edit::{Edit, FreshIds, PlanEdit, apply, bring_paper};
use crate::library;
use crate::plan::{
    Block, Bytes, Dossier, Event, Frozen, Id, Item, LogEntry, Paper, Plan, PlanDate, Row, Status,
    Typed,
};
use crate::words::order;
use crate::year::frozen::freeze;

/// Stands in a proposed paper where the file does not know.
const DOTS: &str = "…";

/// The sample, as it is opened and exported; none only where the program itself is broken.
///
/// It takes as long as the papers that were given out take to be made.
#[must_use]
pub fn sample() -> Option<Arc<Dossier>> {
    let mut dossier = Arc::unwrap_or_clone(library::sample()?);
    let year: Year = crate::plan::json::read(library::sample_year()).ok()?;
    for moment in &year.moments {
        moment.happen(&mut dossier, year.plan)?;
    }
    // Notes were written between what happened.
    for plan in &mut dossier.plans {
        order::by_key(&mut Arc::make_mut(plan).log, |line| line.at);
    }
    Some(Arc::new(dossier))
}

/// What happened in the year of a plan, in the order of time.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    plan: Id,
    moments: Vec<Moment>,
}

/// One thing that happened.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moment {
    at: DateTime,
    who: String,
    event: Happened,
    #[serde(default)]
    review: Option<Id>,
    /// The work that stood otherwise then than at the end; before the plan was given out nobody
    /// had said anything of any.
    #[serde(default)]
    as_it_was: Vec<Was>,
    #[serde(default)]
    paper: Paper,
    #[serde(default)]
    label: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    date: PlanDate,
    /// What those wrote who knew, in place of the dots of a proposed paper, in their order.
    #[serde(default)]
    dots: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Happened {
    Issued,
    Sent,
    ReviewClosed,
    /// A paper about the plan was written and given out.
    Paper,
}

/// What was said of a piece of work at a moment, and its words before they were amended.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Was {
    id: Id,
    #[serde(default)]
    target: Option<String>,
    #[serde(default)]
    budget: Option<String>,
    #[serde(default)]
    status: Option<Status>,
    #[serde(default)]
    percent: Option<u8>,
    #[serde(default)]
    result: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    adjustment: String,
}

impl Moment {
    fn happen(&self, dossier: &mut Dossier, plan: Id) -> Option<()> {
        let mut fresh = FreshIds::from(dossier.next_id);
        let was = self.plan_then(dossier.plan(plan)?);
        match self.event {
            Happened::Issued => self.give_out(dossier, was, &mut fresh),
            Happened::Sent => self.note(dossier, (plan, Event::Sent), None, &mut fresh),
            Happened::ReviewClosed => {
                let form = library::form_of(dossier, &was)?;
                let body = freeze(dossier, &was, form);
                let (pdf, sha256) = (Bytes::default(), String::new());
                let copy = Frozen { id: fresh.give(), at: self.at, body, pdf, sha256 };
                self.note(dossier, (plan, Event::ReviewClosed), Some(copy), &mut fresh)
            }
            Happened::Paper => {
                let about = dossier.plan(plan)?;
                let mut paper = propose_paper(dossier, about, self.paper, self.review)?;
                (paper.number, paper.label) = (self.number.clone(), self.label.clone());
                paper.date = self.date;
                self.write_in(&mut paper);
                *dossier = apply(dossier, &bring_paper(&paper, &mut fresh)).ok()?;
                let paper = Plan::clone(dossier.plans.last()?);
                self.give_out(dossier, paper, &mut fresh)
            }
        }
    }
}

impl Moment {
    /// The plan as it was at the moment.
    fn plan_then(&self, plan: &Plan) -> Plan {
        let mut then = plan.clone();
        let signed = self.event == Happened::Issued;
        for row in &mut then.rows {
            let Row::Item(item) = row else { continue };
            let was = self.as_it_was.iter().find(|was| was.id == item.id);
            if signed || was.is_some() {
                *item = Arc::new(as_it_was(item, was));
            }
        }
        let mut later = signed;
        for review in &mut then.reviews {
            if later {
                review.result.clear();
                review.adjustment.clear();
            }
            later |= self.review == Some(review.id);
        }
        then
    }

    /// A paper is given out as in the window.
    fn give_out(&self, dossier: &mut Dossier, plan: Plan, fresh: &mut FreshIds) -> Option<()> {
        let order = IssueOrder {
            form: Arc::clone(library::form_of(dossier, &plan)?),
            dossier: Arc::new(dossier.clone()),
            plan: Arc::new(plan),
            entry: self.line(Event::Issued),
        };
        let edit = order.make().ok()?.edit(|| fresh.give());
        *dossier = apply(dossier, &edit).ok()?;
        Some(())
    }

    /// What happened comes into the log of the plan, and becomes true.
    fn note(
        &self,
        dossier: &mut Dossier,
        (plan, event): (Id, Event),
        copy: Option<Frozen>,
        fresh: &mut FreshIds,
    ) -> Option<()> {
        let entry = LogEntry { id: fresh.give(), ..self.line(event) };
        let change = PlanEdit::Happened { entry, copy: copy.map(Arc::new) };
        *dossier = apply(dossier, &Edit::InPlan { plan, change }).ok()?;
        Some(())
    }

    fn line(&self, event: Event) -> LogEntry {
        LogEntry {
            id: Id::default(),
            at: self.at,
            event,
            about: self.review.filter(|_| event == Event::ReviewClosed),
            who: self.who.clone(),
            text: self.label.clone(),
        }
    }

    /// Puts what was written by hand in place of the dots.
    fn write_in(&self, paper: &mut Plan) {
        let mut words = self.dots.iter();
        let parts = paper.parts.iter_mut().map(Arc::make_mut);
        let blocks = parts.flat_map(|part| &mut part.blocks);
        let paragraphs = blocks.filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        });
        for run in paragraphs.flat_map(|paragraph| &mut paragraph.runs) {
            while run.text.contains(DOTS) {
                let Some(word) = words.next() else { return };
                run.text = run.text.replacen(DOTS, word, 1);
            }
        }
    }
}

/// A piece of work with what was said of it then, or nothing.
fn as_it_was(item: &Item, was: Option<&Was>) -> Item {
    let mut then = Item {
        status: None,
        percent: None,
        done_on: None,
        result: String::new(),
        reason: String::new(),
        adjustment: String::new(),
        proof: String::new(),
        spent: Typed::default(),
        ..item.clone()
    };
    if let Some(was) = was {
        (then.status, then.percent) = (was.status, was.percent);
        then.result.clone_from(&was.result);
        then.reason.clone_from(&was.reason);
        then.adjustment.clone_from(&was.adjustment);
        then.target = was.target.clone().unwrap_or(then.target);
        then.budget = was.budget.as_ref().map_or(then.budget, |typed| Typed::new(typed.as_str()));
    }
    then
}
