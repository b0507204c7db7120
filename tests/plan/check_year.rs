//! What the check finds in the year of a plan, and where it keeps silent.

use std::sync::Arc;

use caitien::check::{FindingKind, Given, Severity, check};
use caitien::library;
use caitien::messages::finding_sentence;
use caitien::plan::{
    Bytes, Dossier, Event, Form, Frozen, Id, Item, LogEntry, Plan, Review, Row, Status, Typed,
};
use jiff::civil::{Date, date};

use crate::check::{clean, given};

fn form(dossier: &Dossier) -> &Form {
    library::form_of(dossier, &dossier.plans[0]).unwrap()
}

const CODES: [&str; 4] = [
    "year-end-without-review",
    "review-before-its-time",
    "result-without-evidence",
    "late-without-note",
];

/// A plan of 2026 - 2027 whose work is followed, changed so.
fn year(change: impl FnOnce(&mut Plan, &mut Item)) -> Dossier {
    let mut dossier = clean();
    let mut plan = Plan::clone(&dossier.plans[0]);
    let Row::Item(item) = &plan.rows[0] else { panic!("an item") };
    let mut item = Item::clone(item);
    plan.log = vec![line(None, "")];
    item.time = Typed::new("Hằng tháng");
    change(&mut plan, &mut item);
    plan.rows[0] = Row::Item(Arc::new(item));
    dossier.plans[0] = Arc::new(plan);
    dossier
}

fn line(about: Option<Id>, text: &str) -> LogEntry {
    LogEntry {
        id: Id(900),
        at: date(2026, 9, 20).at(8, 0, 0, 0),
        event: Event::Note,
        about,
        who: String::new(),
        text: text.into(),
    }
}

fn close(plan: &mut Plan, when: &str, day: Option<Date>, at: Date) {
    let id = Id(800 + u32::try_from(plan.reviews.len()).unwrap());
    let (body, pdf, sha256) = (Bytes::default(), Bytes::default(), String::new());
    plan.frozen.push(Arc::new(Frozen { id, at: at.at(16, 0, 0, 0), body, pdf, sha256 }));
    let when = when.to_owned();
    plan.reviews.push(Review {
        id: Id(700 + id.0),
        when,
        day,
        closed: Some(id),
        ..Review::default()
    });
}

fn found(dossier: &Dossier, today: Date) -> Vec<&'static str> {
    let given = Given { today, ..given() };
    let findings = check(dossier, &dossier.plans[0], form(dossier), &given);
    let ours = findings.iter().filter(|finding| CODES.contains(&finding.code));
    ours.map(|finding| {
        assert_ne!(finding.severity, Severity::Error, "a day makes no error");
        assert!(!finding_sentence(dossier, finding).is_empty());
        finding.code
    })
    .collect()
}

#[test]
fn an_end_of_year_without_a_review() {
    let bare = year(|_, _| {});
    assert_eq!(found(&bare, date(2027, 6, 1)), ["year-end-without-review"]);
    assert_eq!(found(&bare, date(2027, 5, 31)), [""; 0], "the year runs");
    // A plan that nobody follows here is an old paper.
    assert_eq!(found(&year(|plan, _| plan.log.clear()), date(2027, 6, 1)), [""; 0]);
    // A review of the first term does not look back at the year; one that waits was not held.
    let other = year(|plan, _| {
        close(plan, "Cuối học kỳ I", None, date(2027, 1, 15));
        plan.reviews.push(Review { when: "Cuối năm học".into(), ..Review::default() });
    });
    assert_eq!(found(&other, date(2027, 6, 1)), ["year-end-without-review"]);
    for (when, day) in [("Cuối năm học", None), ("Lần 2", Some(date(2027, 5, 28)))] {
        let held = year(|plan, _| close(plan, when, day, date(2027, 5, 28)));
        assert_eq!(found(&held, date(2027, 6, 1)), [""; 0], "{when}");
    }
}

#[test]
fn a_review_before_its_time() {
    let held = |when: &str, day: Option<Date>, at| {
        let dossier = year(|plan, _| close(plan, when, day, at));
        found(&dossier, date(2027, 5, 1))
    };
    let early = ["review-before-its-time"];
    let (term, end) = ("Cuối học kỳ I", "Cuối năm học");
    assert_eq!(held(term, Some(date(2026, 11, 20)), date(2026, 11, 20)), early);
    // Closed before the day that is named for it.
    assert_eq!(held(end, Some(date(2027, 5, 28)), date(2027, 1, 20)), early);
    assert_eq!(held(end, None, date(2027, 3, 1)), early);
    assert_eq!(held(term, Some(date(2026, 12, 28)), date(2027, 1, 5)), [""; 0]);
    assert_eq!(held(end, Some(date(2027, 5, 12)), date(2027, 5, 12)), [""; 0]);
    // Between the turns a review has its own time.
    assert_eq!(held("Đột xuất", Some(date(2026, 10, 10)), date(2026, 10, 10)), [""; 0]);
}

#[test]
fn a_result_without_evidence() {
    let said = |result: &str, proof: &str| {
        let dossier = year(|_, item| {
            (item.status, item.result, item.proof) =
                (Some(Status::Done), result.into(), proof.into());
        });
        found(&dossier, given().today)
    };
    assert_eq!(said("Đã ban hành quy chế", " "), ["result-without-evidence"]);
    assert_eq!(said("Đã ban hành quy chế", "[H1-1.6-01]"), [""; 0]);
    assert_eq!(said("  ", ""), [""; 0], "nothing is said of it yet");
}

#[test]
fn late_and_not_a_word_on_it() {
    let late = |change: &dyn Fn(&mut Plan, &mut Item)| {
        year(|plan, item| {
            item.time = Typed::new("Trước ngày 30/10/2026");
            change(plan, item);
        })
    };
    let today = date(2026, 11, 5);
    let bare = late(&|_, _| {});
    assert_eq!(found(&bare, today), ["late-without-note"]);
    let given = Given { today, ..given() };
    let findings = check(&bare, &bare.plans[0], form(&bare), &given);
    let kind = FindingKind::LateWithoutNote { days: 6 };
    assert!(findings.iter().any(|finding| finding.kind == kind), "since the day before it");
    assert_eq!(found(&bare, date(2026, 10, 30)), [""; 0], "not late yet");
    assert_eq!(found(&bare, date(2027, 9, 1))[..], ["year-end-without-review"], "the year is over");
    for change in [
        (|plan, item| plan.log.push(line(Some(item.id), "Chờ phê duyệt")))
            as fn(&mut Plan, &mut Item),
        |_, item| item.reason = "Chờ phê duyệt".into(),
        |_, item| item.note = "Chờ phê duyệt".into(),
        |_, item| item.status = Some(Status::Done),
        |_, item| item.status = Some(Status::Dropped),
        |_, item| item.time = Typed::new("Hằng tháng"),
        |plan, _| plan.log.clear(),
    ] {
        assert_eq!(found(&late(&change), today), [""; 0]);
    }
    // A line about another piece of work says nothing of this one.
    let other = late(&|plan, _| plan.log.push(line(Some(Id(777)), "Chờ phê duyệt")));
    assert_eq!(found(&other, today), ["late-without-note"]);
}
