//! Three school years in a row, as a school shows them: plan, reviews, papers, what came of the
//! work and what it led to, and what is lacking.
//!
//! Invariant: no day is asked for. What is lacking carries the day until which nobody waits for
//! it, and whoever tells of it knows today.

use jiff::civil::Date;

use super::frozen::reviewed;
use super::money::{Sums, money};
use super::result::{Found, Outcome, outcome};
use crate::plan::{Dossier, Id, Paper, Plan, SchoolYear, Status};
use crate::timeline::short_name;
use crate::understand::{Turn, turn_of};

/// So many years in a row are the proof.
const YEARS: i16 = 3;

/// One of the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofYear {
    /// Which.
    pub year: SchoolYear,
    /// Its plan with what is about it; none: none was made.
    pub plan: Option<PlanOfYear>,
    /// The self-evaluation of the year before, on which its plan stands.
    pub before: Option<Evaluated>,
    /// Its own self-evaluation.
    pub after: Option<Evaluated>,
    /// What is lacking, in the order of the year.
    pub lacks: Vec<Lack>,
}

/// What a self-evaluation came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluated {
    /// By the criteria of which catalogue of the dossier.
    pub catalogue: String,
    /// What it came to.
    pub outcome: Outcome,
}

/// A plan with the papers about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanOfYear {
    /// The plan.
    pub id: Id,
    /// The plans that amend it, in the order of the file.
    pub supplements: Vec<Id>,
    /// Its reviews, in its order.
    pub reviews: Vec<ReviewOfYear>,
    /// The report on the whole year.
    pub report: Option<Id>,
    /// How its work stands, after the last review that was closed, else now.
    pub statuses: Statuses,
    /// The review after which the work stands so; none: it is as it stands now.
    pub after_review: Option<Id>,
    /// What it costs, at the same hour.
    pub money: Sums,
}

/// A review with the papers about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewOfYear {
    /// The review.
    pub id: Id,
    /// At which turn of the year; none: between them.
    pub turn: Option<Turn>,
    /// Whether it was closed.
    pub held: bool,
    /// Its minutes.
    pub minutes: Option<Id>,
    /// The report made of it.
    pub report: Option<Id>,
}

/// How many pieces of work stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statuses {
    /// Of all of them.
    pub all: usize,
    /// Done.
    pub done: usize,
    /// Being done.
    pub under_way: usize,
    /// Not done.
    pub not_done: usize,
    /// Not begun.
    pub not_started: usize,
    /// Not carried out.
    pub dropped: usize,
    /// Nobody said.
    pub untold: usize,
}

/// What is lacking to the proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// What.
    pub what: Missing,
    /// The last day on which nobody waits for it.
    pub due: Date,
}

/// A piece of the proof that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is no plan.
    Plan,
    /// The plan was not given out: it has neither a copy that never changes nor a signed scan.
    Issue(Id),
    /// No review of the plan at this turn was closed; the one that is open, where there is one.
    Review(Turn, Option<Id>),
    /// A review that was closed has no minutes.
    Minutes(Id),
    /// Of so many pieces of work nobody said what became of them.
    Statuses(usize),
    /// There is no report on the year.
    Report,
    /// The school did not evaluate itself in this year, or not all that the result needs.
    Evaluation,
}

impl ProofYear {
    /// The papers of the year, in its order: plan, supplements, minutes, reports.
    #[must_use]
    pub fn papers(&self) -> Vec<Id> {
        let Some(plan) = &self.plan else { return Vec::new() };
        let of_reviews = plan.reviews.iter().flat_map(|one| [one.minutes, one.report]).flatten();
        let mut papers = vec![plan.id];
        papers.extend(plan.supplements.iter().copied().chain(of_reviews));
        papers.extend(plan.report.filter(|report| !papers.contains(report)));
        papers
    }

    /// Those of its papers that have no signed and stamped scan.
    #[must_use]
    pub fn unscanned(&self, dossier: &Dossier) -> Vec<Id> {
        let has_none = |id: &Id| dossier.plan(*id).is_some_and(|paper| paper.scans.is_empty());
        self.papers().into_iter().filter(has_none).collect()
    }

    /// What is lacking and was to be there before a day.
    pub fn late(&self, today: Date) -> impl Iterator<Item = &Lack> {
        self.lacks.iter().filter(move |lack| lack.due < today)
    }
}

impl Statuses {
    /// Of the work of a plan; rows in which nothing is written are left out.
    #[must_use]
    pub fn of(dossier: &Dossier, plan: &Plan) -> Self {
        let mut counts = Self::default();
        for item in plan.items().filter(|item| !short_name(dossier, plan, item).is_empty()) {
            counts.all += 1;
            *match item.status {
                Some(Status::Done) => &mut counts.done,
                Some(Status::UnderWay) => &mut counts.under_way,
                Some(Status::NotDone) => &mut counts.not_done,
                Some(Status::NotStarted) => &mut counts.not_started,
                Some(Status::Dropped) => &mut counts.dropped,
                None => &mut counts.untold,
            } += 1;
        }
        counts
    }
}

/// Three years in a row, the last of them that of a plan or of what a paper is about; the earliest
/// first.
#[must_use]
pub fn three_years(dossier: &Dossier, plan: &Plan) -> Vec<ProofYear> {
    let subject = plan.about.or(plan.amends).and_then(|id| dossier.plan(id));
    let chosen = subject.map_or(plan, AsRef::as_ref);
    let last = chosen.school_year.first();
    let years = (last + 1 - YEARS..=last).filter_map(SchoolYear::starting);
    years.map(|year| proof(dossier, year, chosen)).collect()
}

fn proof(dossier: &Dossier, year: SchoolYear, chosen: &Plan) -> ProofYear {
    let plan = if chosen.school_year == year { Some(chosen) } else { plan_of(dossier, year) };
    let before = SchoolYear::starting(year.first() - 1).and_then(|year| evaluated(dossier, year));
    let after = evaluated(dossier, year);
    let of_plan = plan.map(|plan| of_year(dossier, plan));
    let lacks = lacks(dossier, year, plan.zip(of_plan.as_ref()), after.as_ref());
    ProofYear { year, plan: of_plan, before, after, lacks }
}

/// Of several plans of a year the one that amends none, that was given out, the newest.
fn plan_of(dossier: &Dossier, year: SchoolYear) -> Option<&Plan> {
    let plans = dossier.plans.iter().filter(|one| one.paper.is_plan() && one.school_year == year);
    let rank = |one: &&std::sync::Arc<Plan>| (one.amends.is_none(), one.issued.is_some(), one.id);
    plans.max_by_key(rank).map(AsRef::as_ref)
}

/// What the self-evaluation of a school year came to; none where it says by no catalogue of the
/// dossier.
#[must_use]
pub fn evaluated(dossier: &Dossier, year: SchoolYear) -> Option<Evaluated> {
    let evaluation = dossier.evaluation(year)?;
    let id = evaluation.catalogue.as_deref()?;
    let catalogue = dossier.catalogues.iter().find(|one| one.id == id)?;
    let outcome = outcome(catalogue, |code| {
        evaluation
            .rating(code)
            .map_or_else(Found::default, |one| Found { level: one.level, tops_out: one.tops_out })
    });
    Some(Evaluated { catalogue: id.to_owned(), outcome })
}

fn of_year(dossier: &Dossier, plan: &Plan) -> PlanOfYear {
    let terms = dossier.terms(plan.school_year);
    let about = |kind: Paper, review: Option<Id>| {
        let is_it = |one: &&std::sync::Arc<Plan>| {
            (one.paper, one.about, one.review) == (kind, Some(plan.id), review)
        };
        dossier.plans.iter().rev().find(is_it).map(|one| one.id)
    };
    let reviews: Vec<ReviewOfYear> = plan
        .reviews
        .iter()
        .map(|review| ReviewOfYear {
            id: review.id,
            turn: turn_of(review, &terms),
            held: review.closed.is_some(),
            minutes: about(Paper::Minutes, Some(review.id)),
            report: about(Paper::Report, Some(review.id)),
        })
        .collect();
    let mut at_end = reviews.iter().rev().filter(|one| one.turn == Some(Turn::YearEnd));
    let report = at_end.find_map(|one| one.report).or_else(|| about(Paper::Report, None));
    // How the work stood and what it cost are told of one and the same hour: when the last review
    // was closed, else now.
    let newest = plan.closed_reviews().into_iter();
    let closed = { newest }.find_map(|review| Some((reviewed(plan, review)?, review.id)));
    let then = closed.as_ref().and_then(|(body, review)| Some((body, body.plans.first()?, review)));
    let (statuses, costs) = match then {
        Some((body, plan, _)) => (Statuses::of(body, plan), money(body, plan)),
        None => (Statuses::of(dossier, plan), money(dossier, plan)),
    };
    let amends = dossier.plans.iter().filter(|one| one.amends == Some(plan.id));
    PlanOfYear {
        id: plan.id,
        supplements: amends.map(|one| one.id).collect(),
        reviews,
        report,
        statuses,
        after_review: then.map(|(_, _, review)| *review),
        money: costs.all,
    }
}

fn lacks(
    dossier: &Dossier,
    year: SchoolYear,
    plan: Option<(&Plan, &PlanOfYear)>,
    after: Option<&Evaluated>,
) -> Vec<Lack> {
    let terms = dossier.terms(year);
    let mut lacks = Vec::new();
    let mut add = |what, due| lacks.push(Lack { what, due });
    match plan {
        None => add(Missing::Plan, terms.start),
        Some((plan, of_year)) => {
            if plan.issued.is_none() && plan.scans.is_empty() {
                add(Missing::Issue(plan.id), terms.start);
            }
            for turn in [Turn::Term, Turn::YearEnd] {
                let mut all = of_year.reviews.iter().filter(|one| one.turn == Some(turn));
                if !all.clone().any(|one| one.held) {
                    add(Missing::Review(turn, all.next().map(|one| one.id)), turn.day(&terms));
                }
            }
            for review in of_year.reviews.iter().filter(|one| one.held && one.minutes.is_none()) {
                let due = review.turn.unwrap_or(Turn::YearEnd).day(&terms);
                add(Missing::Minutes(review.id), due);
            }
            if of_year.statuses.untold > 0 {
                add(Missing::Statuses(of_year.statuses.untold), terms.end);
            }
            if of_year.report.is_none() {
                add(Missing::Report, year.plan_end());
            }
        }
    }
    if after.is_none_or(|after| after.outcome.told().is_none()) {
        add(Missing::Evaluation, year.plan_end());
    }
    lacks
}
