//! The sample has its year behind it: every paper comes out of it, and what they say agrees.

use std::sync::LazyLock;

use caitien::document::{self, three_years_document};
use caitien::library;
use caitien::plan::{Block, Dossier, Event, Id, Paper, Plan, Status};
use caitien::session;
use caitien::understand::Turn;
use caitien::year::frozen::{sha256, thaw};
use caitien::year::three::{Missing, three_years};
use jiff::civil::date;

use super::made::text;
use super::{document_of, judged};

pub static SAMPLE: LazyLock<Dossier> =
    LazyLock::new(|| (*session::sample().expect("the sample")).clone());

/// The plan whose year is over.
fn plan() -> &'static Plan {
    let year =
        |plan: &&std::sync::Arc<Plan>| plan.school_year.first() == 2025 && plan.paper.is_plan();
    SAMPLE.plans.iter().find(year).unwrap()
}

fn papers(kind: Paper) -> Vec<&'static Plan> {
    SAMPLE.plans.iter().filter(|one| one.paper == kind).map(AsRef::as_ref).collect()
}

#[test]
fn it_was_given_out_amended_once_reviewed_twice_and_reported() {
    let plan = plan();
    assert!(plan.sent);
    let closed: Vec<Id> = plan.reviews.iter().filter_map(|review| review.closed).collect();
    assert_eq!(closed.len(), 2);
    assert_eq!(
        (
            papers(Paper::Supplement).len(),
            papers(Paper::Minutes).len(),
            papers(Paper::Report).len()
        ),
        (1, 2, 1)
    );
    let mut given_out = papers(Paper::Supplement);
    given_out.extend(papers(Paper::Minutes));
    given_out.extend(papers(Paper::Report));
    given_out.push(plan);
    for paper in given_out {
        let copy = paper.issued_copy().unwrap();
        assert!(copy.pdf.as_slice().starts_with(b"%PDF"), "{}", paper.doc_type);
        assert_eq!(copy.sha256, sha256(copy.pdf.as_slice()));
        let given = paper.date.to_date().unwrap();
        assert_eq!(copy.at.date(), given, "{}", paper.doc_type);
    }
    let lines: Vec<_> = plan.log.iter().map(|line| line.at).collect();
    assert!(lines.is_sorted(), "the log is in the order of time");
    assert!(plan.log.iter().any(|line| line.event == Event::Note));
    assert!(SAMPLE.next_id > plan.log.iter().map(|line| line.id).max().unwrap());
}

#[test]
fn each_copy_has_what_was_known_then() {
    let plan = plan();
    let done = |id: Option<Id>| {
        let body = thaw(plan.frozen(id.unwrap()).unwrap(), plan).unwrap();
        let done = |item: &&std::sync::Arc<caitien::plan::Item>| item.status == Some(Status::Done);
        body.plans[0].items().filter(done).count()
    };
    assert_eq!(done(plan.issued), 0);
    assert_eq!(done(plan.reviews[0].closed), 6);
    assert_eq!(done(plan.reviews[1].closed), 21);
    assert_eq!(plan.items().filter(|item| item.status == Some(Status::Done)).count(), 22);
    // What the reviews say in words are these numbers.
    assert!(plan.reviews[0].result.starts_with("06 nội dung hoàn thành"));
    assert!(plan.reviews[1].result.starts_with("21 trong 25 nội dung hoàn thành"));
    let issued = thaw(plan.issued_copy().unwrap(), plan).unwrap();
    let words =
        |plan: &Plan| format!("{:?}", plan.items().map(|one| &one.result).collect::<Vec<_>>());
    assert!(!words(&issued.plans[0]).contains("học sinh"), "nothing had come of the work yet");
    assert!(issued.plans[0].reviews.iter().all(|review| review.result.is_empty()));
}

#[test]
fn every_paper_is_whole_and_stands_on_its_pages() {
    let all = [Paper::Supplement, Paper::Minutes, Paper::Report];
    for paper in all.into_iter().flat_map(papers) {
        judged(&document_of(&SAMPLE, paper));
        assert!(!text(paper).contains('…'), "{}: {}", paper.doc_type, text(paper));
    }
    let supplement = text(papers(Paper::Supplement)[0]);
    for changed in [
        "Bố trí đủ nhân viên",
        "từ 02 việc",
        "từ 03 việc",
        "Trên 350 triệu đồng",
        "Trên 400 triệu đồng",
    ] {
        assert!(supplement.contains(changed), "{changed}: {supplement}");
    }
    assert!(!supplement.contains("Công khai tài chính"), "only what changed");
    let report = text(papers(Paper::Report)[0]);
    assert!(report.contains("Trong 25 nội dung, 21 nội dung hoàn thành"), "{report}");
    assert!(report.contains("Đưa 04 nội dung"), "{report}");
    let table = |block: &Block| matches!(block, Block::Table(_));
    assert!(papers(Paper::Report)[0].parts.iter().any(|part| part.blocks.iter().any(table)));
}

#[test]
fn of_the_year_nothing_is_lacking() {
    let newest = SAMPLE.newest_plan().unwrap();
    let years = three_years(&SAMPLE, newest);
    assert_eq!(years[1].lacks, []);
    let told = years[1].after.as_ref().and_then(|one| one.outcome.told());
    assert_eq!((told, years[1].papers().len()), (Some(1), 5));
    // The year before was written on paper, and the one after still runs.
    assert!(years[0].lacks.iter().any(|lack| lack.what == Missing::Report));
    let waits = Missing::Review(Turn::Term, newest.reviews.first().map(|one| one.id));
    assert!(years[2].lacks.iter().any(|lack| lack.what == waits));
    assert_eq!(years[2].late(date(2026, 8, 31)).count(), 0);
}

/// The report and the three years tell of the money of one and the same hour, whatever was spent
/// in the summer after it.
#[test]
fn three_years_and_the_report_agree_on_the_money() {
    let report = text(papers(Paper::Report)[0]);
    let document = three_years_document(&SAMPLE, plan());
    let tables = document.blocks.iter().filter_map(|block| match block {
        document::Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    let cells = tables.flatten().filter_map(|row| match row {
        document::TableRow::Cells(cells) => Some(cells),
        _ => None,
    });
    let years: String = cells.flatten().map(|cell| cell.text.as_str()).collect();
    let (_, told) = report.split_once("Kinh phí đã sử dụng: ").unwrap();
    let (sum, _) = told.split_once(" đồng").unwrap();
    let (_, row) = years.split_once("Kinh phí đã sử dụng").unwrap();
    assert!(row.contains(sum), "{sum}: {row}");
}

/// The same sample is made each time, byte by byte.
#[test]
fn it_is_the_same_each_time() {
    assert_eq!(*session::sample().unwrap(), *SAMPLE);
    // What was written stands in it as it was.
    let written = library::sample().unwrap();
    assert_eq!(SAMPLE.evaluations, written.evaluations);
    let of =
        |dossier: &Dossier| dossier.plans.iter().map(|one| one.rows.clone()).collect::<Vec<_>>();
    assert_eq!(of(&SAMPLE)[..3], of(&written)[..]);
}
