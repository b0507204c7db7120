//! `caitien info`: what a dossier holds and what is understood of it, as JSON.

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::info_year::{EvaluationInfo, PaperInfo, ReviewInfo, WorkInfo, as_issued, lost};
use crate::document::papers::{Since, since_issued};
use crate::plan::{Dossier, FormId, Id, Item, PageLook, Per, Plan, Recurs, Scan, SchoolYear};
use crate::session::ScanPlace;
use crate::year::frozen::is_whole;

/// The whole answer.
#[derive(Serialize)]
struct Info<'a> {
    school: String,
    plans: Vec<PlanInfo<'a>>,
    evaluations: Vec<EvaluationInfo<'a>>,
}

#[derive(Serialize)]
struct PlanInfo<'a> {
    id: Id,
    school_year: SchoolYear,
    form: &'a FormId,
    catalogue: Option<&'a str>,
    page: PageLook,
    timeline_appendix: bool,
    approved: bool,
    items: Vec<ItemInfo<'a>>,
    /// What was given out; none where it was not, or was taken back.
    issued: Option<IssuedInfo<'a>>,
    scans: &'a [Scan],
    /// Those whose file is gone or another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lost_scans: Vec<&'a str>,
    work: WorkInfo,
    reviews: Vec<ReviewInfo<'a>>,
    /// The papers about it, in the order of the file.
    papers: Vec<PaperInfo<'a>>,
}

#[derive(Serialize)]
struct IssuedInfo<'a> {
    /// As it was given out.
    number: String,
    symbol: String,
    date: Option<Date>,
    at: DateTime,
    sha256: &'a str,
    /// It cannot be read, or is not what the hash says.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    damaged: bool,
    sent: bool,
    /// None where it cannot be read.
    changed_since: Option<usize>,
}

#[derive(Serialize)]
struct ItemInfo<'a> {
    criteria: &'a [String],
    time: TimeInfo<'a>,
    budget: BudgetInfo<'a>,
    responsible: ResponsibleInfo<'a>,
}

#[derive(Serialize)]
struct TimeInfo<'a> {
    typed: &'a str,
    start: Option<Date>,
    end: Option<Date>,
    before: bool,
    recurs: Option<Recurs>,
    understood: bool,
}

#[derive(Serialize)]
struct BudgetInfo<'a> {
    typed: &'a str,
    from: Option<u64>,
    to: Option<u64>,
    per: Option<Per>,
    sources: Vec<String>,
    understood: bool,
}

#[derive(Serialize)]
struct ResponsibleInfo<'a> {
    typed: &'a str,
    lead: Option<String>,
    partners: Vec<String>,
    understood: bool,
}

/// The answer for a dossier as of a day, with its scans in a place, one line of JSON with a line break after it.
///
/// # Errors
/// None in practice: every part of it has a form in JSON.
pub fn info(
    dossier: &Dossier,
    today: Date,
    place: &ScanPlace,
) -> Result<String, serde_json::Error> {
    // Papers are told of with the plan they are about.
    let plans = dossier.plans.iter().filter(|plan| plan.paper.is_plan());
    let info = Info {
        school: school(dossier),
        plans: plans.map(|plan| plan_info(dossier, plan, (today, place))).collect(),
        evaluations: EvaluationInfo::all(dossier),
    };
    let mut text = serde_json::to_string(&info)?;
    text.push('\n');
    Ok(text)
}

/// The school's name on one line; where the dossier has none, that of its newest plan.
fn school(dossier: &Dossier) -> String {
    let own = dossier.school.school.trim();
    let name = match dossier.newest_plan() {
        Some(plan) if own.is_empty() => plan.letterhead.school.trim(),
        _ => own,
    };
    name.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

fn plan_info<'a>(
    dossier: &'a Dossier,
    plan: &'a Plan,
    (today, place): (Date, &ScanPlace),
) -> PlanInfo<'a> {
    let terms = dossier.terms(plan.school_year);
    let item_info = |item: &'a std::sync::Arc<Item>| {
        let period = item.period(plan.school_year, &terms);
        let money = item.money();
        let people = item.people();
        ItemInfo {
            criteria: &item.criteria,
            time: TimeInfo {
                typed: &item.time.typed,
                start: period.start,
                end: period.end,
                before: period.before,
                recurs: period.recurs,
                understood: period.understood(),
            },
            budget: BudgetInfo {
                typed: &item.budget.typed,
                from: money.from,
                to: money.to,
                per: money.per,
                understood: money.understood(),
                sources: money.sources,
            },
            responsible: ResponsibleInfo {
                typed: &item.responsible.typed,
                understood: people.understood(),
                lead: people.lead,
                partners: people.partners,
            },
        }
    };
    PlanInfo {
        id: plan.id,
        school_year: plan.school_year,
        form: &plan.form,
        catalogue: plan.catalogue.as_deref(),
        page: plan.options.page,
        timeline_appendix: plan.options.timeline_appendix,
        approved: plan.signatures.iter().any(|one| one.approves),
        items: plan.items().map(item_info).collect(),
        issued: issued_info(dossier, plan),
        scans: &plan.scans,
        lost_scans: lost(&plan.scans, place),
        work: WorkInfo::of(dossier, plan, today),
        reviews: ReviewInfo::all(dossier, plan),
        papers: PaperInfo::all(dossier, plan, place),
    }
}

fn issued_info<'a>(dossier: &Dossier, plan: &'a Plan) -> Option<IssuedInfo<'a>> {
    let copy = plan.issued_copy()?;
    let given = as_issued(plan);
    let issued = given.as_deref().unwrap_or(plan);
    Some(IssuedInfo {
        number: issued.number.clone(),
        symbol: issued.symbol.clone(),
        date: issued.date.to_date(),
        at: copy.at,
        sha256: &copy.sha256,
        damaged: !is_whole(copy, plan),
        sent: plan.sent,
        changed_since: since_issued(dossier, plan)
            .filter(Since::is_known)
            .map(|since| since.changes.len()),
    })
}
