//! What `caitien info` tells of the school year: what was found, where the work stands, its reviews
//! and the papers about a plan.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::plan::{Dossier, Evaluation, Id, Paper, Plan, Scan, SchoolYear};
use crate::session::{ScanPlace, ScanState};
use crate::understand::{Turn, turn_of};
use crate::year::follow::{Counts, followed};
use crate::year::frozen::{is_whole, issued};
use crate::year::three::{Statuses, evaluated};

/// What the self-evaluation of a school year came to.
#[derive(Serialize)]
pub(super) struct EvaluationInfo<'a> {
    school_year: SchoolYear,
    catalogue: Option<&'a str>,
    /// None: it cannot be told yet.
    level: Option<u8>,
    /// The codes of the criteria that were not evaluated; none where it is not known by which
    /// criteria. Level-4 criteria are among them where the school went for that level.
    not_evaluated: Option<Vec<String>>,
}

impl<'a> EvaluationInfo<'a> {
    pub fn all(dossier: &'a Dossier) -> Vec<Self> {
        dossier.evaluations.iter().map(|one| Self::of(dossier, one)).collect()
    }

    fn of(dossier: &Dossier, one: &'a Evaluation) -> Self {
        let catalogue = one.catalogue.as_deref();
        let found = evaluated(dossier, one.school_year);
        let known = dossier.catalogues.iter().find(|of| Some(of.id.as_str()) == catalogue);
        let not_evaluated = found.as_ref().zip(known).map(|(found, catalogue)| {
            let aimed_at_four = found.outcome.level_four.there > 0;
            let asked = |code: &String| aimed_at_four || !code.starts_with("M4.");
            let open = |code: &String| one.level(code).is_none() && asked(code);
            catalogue.codes().into_iter().filter(open).collect()
        });
        let level = found.and_then(|found| found.outcome.told());
        Self { school_year: one.school_year, catalogue, level, not_evaluated }
    }
}

/// How many pieces of work stand where: by what somebody said of them, and by the day.
#[derive(Serialize)]
pub(super) struct WorkInfo {
    all: usize,
    done: usize,
    under_way: usize,
    not_done: usize,
    not_started: usize,
    dropped: usize,
    untold: usize,
    /// By the day, whatever was said but that it is done or not carried out.
    late: usize,
    due: usize,
}

impl WorkInfo {
    pub fn of(dossier: &Dossier, plan: &Plan, today: Date) -> Self {
        let said = Statuses::of(dossier, plan);
        let stand = Counts::of(&followed(dossier, plan, today));
        Self {
            all: said.all,
            done: said.done,
            under_way: said.under_way,
            not_done: said.not_done,
            not_started: said.not_started,
            dropped: said.dropped,
            untold: said.untold,
            late: stand.late,
            due: stand.due,
        }
    }
}

/// A review.
#[derive(Serialize)]
pub(super) struct ReviewInfo<'a> {
    id: Id,
    when: &'a str,
    day: Option<Date>,
    /// At which turn of the year it looks back; none: between them.
    turn: Option<&'static str>,
    closed: bool,
    /// The copy that was taken of it cannot be read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    damaged: bool,
}

impl<'a> ReviewInfo<'a> {
    pub fn all(dossier: &Dossier, plan: &'a Plan) -> Vec<Self> {
        let terms = dossier.terms(plan.school_year);
        let reviews = plan.reviews.iter().map(|review| Self {
            id: review.id,
            when: &review.when,
            day: review.day,
            turn: turn_of(review, &terms).map(|turn| match turn {
                Turn::Term => "term",
                Turn::YearEnd => "year_end",
            }),
            closed: review.closed.is_some(),
            damaged: review
                .closed
                .and_then(|id| plan.frozen(id))
                .is_some_and(|copy| !is_whole(copy, plan)),
        });
        reviews.collect()
    }
}

/// A paper about a plan, or one that amends it.
#[derive(Serialize)]
pub(super) struct PaperInfo<'a> {
    kind: Paper,
    id: Id,
    /// As it was given out, else as it stands.
    number: String,
    date: Option<Date>,
    issued: bool,
    /// Of the PDF that was given out.
    sha256: Option<String>,
    /// What was given out cannot be read, or is not what the hash says.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    damaged: bool,
    /// How many signed and stamped scans there are of it.
    scans: usize,
    /// Those whose file is gone or another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lost_scans: Vec<&'a str>,
}

impl<'a> PaperInfo<'a> {
    pub fn all(dossier: &'a Dossier, plan: &Plan, place: &ScanPlace) -> Vec<Self> {
        let about = |one: &&Arc<Plan>| one.about.or(one.amends) == Some(plan.id);
        let papers = dossier.plans.iter().filter(about).map(|paper| {
            let given = as_issued(paper);
            let words = given.as_ref().unwrap_or(paper);
            Self {
                kind: paper.paper,
                id: paper.id,
                number: words.number.clone(),
                date: words.date.to_date(),
                issued: paper.issued.is_some(),
                sha256: paper.issued_copy().map(|copy| copy.sha256.clone()),
                damaged: paper.issued_copy().is_some_and(|copy| !is_whole(copy, paper)),
                scans: paper.scans.len(),
                lost_scans: lost(&paper.scans, place),
            }
        });
        papers.collect()
    }
}

/// The names of those scans whose file is gone or another.
pub(super) fn lost<'a>(scans: &'a [Scan], place: &ScanPlace) -> Vec<&'a str> {
    let lost = scans.iter().filter(|scan| !matches!(place.state(scan), ScanState::There(_)));
    lost.map(|scan| scan.name.as_str()).collect()
}

/// A plan or a paper as it was given out; none where it was not, or its copy cannot be read.
pub(super) fn as_issued(plan: &Plan) -> Option<Arc<Plan>> {
    issued(plan)?.plans.into_iter().next()
}
