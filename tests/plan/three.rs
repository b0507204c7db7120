//! Three years in a row: which plan counts, what came of its work, what is lacking and since when.

use std::sync::Arc;

use caitien::library;
use caitien::plan::{
    Bytes, Dossier, Evaluation, Form, Frozen, Id, Item, Paper, Plan, Rating, Review, Row, Scan,
    SchoolYear, Status,
};
use caitien::understand::Turn;
use caitien::year::frozen::freeze;
use caitien::year::three::{Missing, ProofYear, three_years};
use jiff::civil::{Date, date};

fn year(first: i16) -> SchoolYear {
    SchoolYear::starting(first).unwrap()
}

fn item(id: u32, status: Option<Status>) -> Row {
    Row::Item(Arc::new(Item {
        id: Id(id), content: "Thư viện".into(), status, ..Item::default()
    }))
}

fn copy(id: u32, of: &Plan) -> Arc<Frozen> {
    let form = Arc::new(Form::empty(of.form.clone()));
    let body = freeze(&Dossier::default(), of, &form);
    let at = date(2027, 1, 15).at(16, 0, 0, 0);
    Arc::new(Frozen { id: Id(id), at, body, pdf: Bytes::default(), sha256: String::new() })
}

fn scan() -> Scan {
    let at = date(2027, 6, 1).at(8, 0, 0, 0);
    Scan { id: Id(900), name: "kh.pdf".into(), sha256: String::new(), at }
}

/// A plan with one piece of work that is done.
fn plan(id: u32, first: i16) -> Plan {
    let rows = vec![item(id + 1, Some(Status::Done)), item(id + 2, Some(Status::Done))];
    Plan { id: Id(id), rows, ..Plan::empty(year(first)) }
}

/// The same, given out, with two reviews that were closed.
fn lived(id: u32, first: i16) -> Plan {
    let mut plan = plan(id, first);
    plan.frozen = (3..6).map(|nth| copy(id + nth, &plan)).collect();
    plan.issued = Some(Id(id + 3));
    let review = |nth: u32, when: &str| Review {
        id: Id(id + 10 + nth),
        when: when.into(),
        closed: Some(Id(id + nth)),
        ..Review::default()
    };
    plan.reviews = vec![review(4, "Cuối học kỳ I"), review(5, "Cuối năm học")];
    plan
}

fn paper(id: u32, paper: Paper, about: u32, review: Option<u32>) -> Plan {
    Plan { paper, about: Some(Id(about)), review: review.map(Id), ..plan(id, 2026) }
}

fn dossier(plans: impl IntoIterator<Item = Plan>) -> Dossier {
    Dossier { plans: plans.into_iter().map(Arc::new).collect(), ..Dossier::default() }
}

/// What is lacking of the last of the three years.
#[track_caller]
fn lacks(dossier: &Dossier) -> Vec<(Missing, Date)> {
    let years = three_years(dossier, &dossier.plans[0]);
    years.last().unwrap().lacks.iter().map(|lack| (lack.what, lack.due)).collect()
}

fn evaluated(dossier: &mut Dossier, first: i16, level: u8) {
    let catalogues = library::catalogues();
    let catalogue = catalogues.iter().find(|one| one.id == "tt57-2026-general").unwrap();
    dossier.catalogues = vec![Arc::clone(catalogue)];
    let rated = |code| Rating { code, level: Some(level), ..Rating::default() };
    dossier.evaluations.push(Arc::new(Evaluation {
        school_year: year(first),
        catalogue: Some(catalogue.id.clone()),
        ratings: catalogue.codes().into_iter().map(rated).collect(),
    }));
}

#[test]
fn what_is_lacking() {
    use Missing::{Evaluation, Issue, Minutes, Report, Statuses};
    let (start, term, end, over) =
        (date(2026, 9, 1), date(2027, 1, 15), date(2027, 5, 31), date(2027, 8, 31));
    let (term_1, at_end) = (Turn::Term, Turn::YearEnd);
    let nothing_held = |of: &Dossier| {
        [
            (Issue(of.plans[0].id), start),
            (Missing::Review(term_1, None), term),
            (Missing::Review(at_end, None), end),
            (Report, over),
            (Evaluation, over),
        ]
    };
    let written = dossier([plan(100, 2026)]);
    assert_eq!(lacks(&written), nothing_held(&written));

    // A review that waits is named; one between the turns is no end of a year.
    let mut waits = plan(100, 2026);
    waits.rows.push(item(150, None));
    let open = |id: u32, when: &str| Review { id: Id(id), when: when.into(), ..Review::default() };
    waits.reviews = vec![open(111, "Cuối năm học"), open(112, "Đột xuất")];
    waits.scans = vec![scan()];
    assert_eq!(
        lacks(&dossier([waits])),
        [
            (Missing::Review(term_1, None), term),
            (Missing::Review(at_end, Some(Id(111))), end),
            (Statuses(1), end),
            (Report, over),
            (Evaluation, over),
        ]
    );

    // Reviews that were closed want minutes, each its own.
    let held = dossier([lived(100, 2026), paper(200, Paper::Minutes, 100, Some(114))]);
    assert_eq!(lacks(&held), [(Minutes(Id(115)), end), (Report, over), (Evaluation, over)]);

    // Papers about another plan are of no use.
    let other = [Paper::Minutes, Paper::Report].map(|kind| paper(200, kind, 99, Some(115)));
    let of_other = dossier([lived(100, 2026)].into_iter().chain(other));
    assert_eq!(lacks(&of_other)[..2], [(Minutes(Id(114)), term), (Minutes(Id(115)), end)]);

    // A report at the middle of the year is not that on the year.
    let minutes = [(200, 114), (201, 115)];
    let minutes = minutes.map(|(id, review)| paper(id, Paper::Minutes, 100, Some(review)));
    let with = |review: Option<u32>| {
        let report = paper(202, Paper::Report, 100, review);
        let plans = [lived(100, 2026)].into_iter().chain(minutes.clone()).chain([report]);
        let mut all = dossier(plans);
        evaluated(&mut all, 2026, 2);
        lacks(&all)
    };
    assert_eq!(with(Some(114)), [(Report, over)]);
    assert_eq!(with(Some(115)), []);
    assert_eq!(with(None), []);
}

#[test]
fn a_self_evaluation_that_tells_no_level_is_lacking() {
    let mut all = dossier([lived(100, 2026)]);
    evaluated(&mut all, 2026, 1);
    evaluated(&mut all, 2025, 2);
    let of = |all: &Dossier| three_years(all, &all.plans[0]).pop().unwrap();
    let told = |one: &ProofYear| {
        [&one.before, &one.after].map(|one| one.as_ref().and_then(|one| one.outcome.told()))
    };
    assert_eq!(told(&of(&all)), [Some(2), Some(1)]);
    let mut some = Evaluation::clone(&all.evaluations[0]);
    some.ratings.truncate(3);
    all.evaluations[0] = Arc::new(some);
    assert_eq!(told(&of(&all)), [Some(2), None]);
    assert!(of(&all).lacks.iter().any(|lack| lack.what == Missing::Evaluation));
    // By the criteria of a catalogue that the file does not have nothing is told.
    all.catalogues.clear();
    assert_eq!(told(&of(&all)), [None, None]);
}

#[test]
fn years_end_with_that_of_the_plan_or_of_what_a_paper_is_about() {
    let supplement = Plan { paper: Paper::Supplement, amends: Some(Id(100)), ..plan(300, 2026) };
    let amends = Plan { amends: Some(Id(400)), ..plan(500, 2025) };
    let all = dossier([
        lived(100, 2026),
        plan(400, 2025),
        amends,
        paper(200, Paper::Minutes, 100, Some(114)),
        supplement,
        lived(600, 2028),
        plan(700, 2027),
        lived(800, 2027),
        plan(900, 2027),
    ]);
    let shown = |of: u32| {
        let years = three_years(&all, all.plan(Id(of)).unwrap());
        years.iter().map(|one| (one.year.first(), one.plan.as_ref().map(|one| one.id.0))).collect()
    };
    let expect: Vec<(i16, Option<u32>)> = vec![(2024, None), (2025, Some(400)), (2026, Some(100))];
    for of in [100, 200, 300] {
        let found: Vec<(i16, Option<u32>)> = shown(of);
        assert_eq!(found, expect, "{of}");
    }
    // Of the plans of a year the one chosen counts, else the one given out.
    let found: Vec<(i16, Option<u32>)> = shown(900);
    assert_eq!(found, [(2025, Some(400)), (2026, Some(100)), (2027, Some(900))]);
    let found: Vec<(i16, Option<u32>)> = shown(600);
    assert_eq!(found, [(2026, Some(100)), (2027, Some(800)), (2028, Some(600))]);

    let year = three_years(&all, &all.plans[0]).pop().unwrap();
    let papers: Vec<u32> = year.papers().iter().map(|id| id.0).collect();
    assert_eq!(papers, [100, 300, 200]);
    assert_eq!(year.unscanned(&all).len(), 3);
}

#[test]
fn what_came_of_the_work_is_what_the_last_closed_review_found() {
    let mut one = lived(100, 2026);
    one.rows = vec![item(101, Some(Status::NotDone)), item(102, None), item(103, None)];
    let counted = |plan: Plan| {
        let all = dossier([plan]);
        let year = three_years(&all, &all.plans[0]).pop().unwrap().plan.unwrap();
        let of = year.statuses;
        (of.all, of.done, of.not_done, of.untold, year.after_review)
    };
    assert_eq!(counted(one.clone()), (2, 2, 0, 0, Some(Id(115))));
    one.reviews[1].closed = None;
    assert_eq!(counted(one.clone()), (2, 2, 0, 0, Some(Id(114))));
    // A copy that cannot be read tells nothing.
    let mut torn = Frozen::clone(&one.frozen[1]);
    torn.body = Bytes::default();
    one.frozen[1] = Arc::new(torn);
    assert_eq!(counted(one), (3, 0, 1, 2, None));
}

#[test]
fn nobody_waits_before_the_day() {
    let all = dossier([plan(100, 2026)]);
    let year = three_years(&all, &all.plans[0]).pop().unwrap();
    let late = |today: Date| year.late(today).count();
    assert_eq!(late(date(2026, 9, 1)), 0);
    assert_eq!(late(date(2026, 9, 2)), 1);
    assert_eq!(late(date(2027, 1, 16)), 2);
    assert_eq!(late(date(2027, 6, 1)), 3);
    assert_eq!(late(date(2027, 9, 1)), 5);
}
