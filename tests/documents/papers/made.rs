//! Minutes and reports as they are proposed: of the data alone, with dots for the rest, and with
//! numbers that agree.

use std::sync::Arc;

use caitien::check;
use caitien::library;
use caitien::plan::{
    Block, Bytes, Dossier, Evaluation, Frozen, Id, Item, Paper, Plan, Rating, Row, SchoolKind,
    SchoolYear, Status, TextTable, Typed,
};
use caitien::session::propose_paper;
use caitien::year::frozen::freeze;
use jiff::civil::date;
use proptest::prelude::*;

use super::{document_of, judged};
use crate::document::sample;

/// The last plan of the sample with these statuses of its items, in turn.
pub fn followed(statuses: &[Option<Status>]) -> (Dossier, Id) {
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.plans.last().unwrap());
    let mut next = statuses.iter().cycle();
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            let status = *next.next().unwrap();
            let done = status == Some(Status::Done);
            *item = Arc::new(Item {
                status,
                result: if done {
                    "Đã ban hành, áp dụng từ tháng 11".into()
                } else {
                    String::new()
                },
                ..(**item).clone()
            });
        }
    }
    plan.number = "32".into();
    for (review, day) in plan.reviews.iter_mut().zip([date(2027, 1, 15), date(2027, 5, 28)]) {
        review.day = Some(day);
    }
    let id = plan.id;
    put(&mut dossier, plan);
    (dossier, id)
}

pub fn put(dossier: &mut Dossier, plan: Plan) {
    let place = dossier.plans.iter_mut().find(|one| one.id == plan.id).unwrap();
    *place = Arc::new(plan);
}

/// Closes a review of a plan: a copy is taken.
pub fn close(dossier: &mut Dossier, plan: Id, review: usize) {
    let mut plan = Plan::clone(dossier.plan(plan).unwrap());
    let body = freeze(dossier, &plan, library::form_of(dossier, &plan).unwrap());
    let (id, at) = (dossier.next_id, date(2027, 1, 15).at(16, 40, 0, 0));
    dossier.next_id = id.next();
    let (pdf, sha256) = (Bytes::default(), String::new());
    plan.frozen.push(Arc::new(Frozen { id, at, body, pdf, sha256 }));
    plan.reviews[review].closed = Some(id);
    put(dossier, plan);
}

pub fn propose(dossier: &Dossier, plan: Id, kind: Paper, review: usize) -> Plan {
    let plan = dossier.plan(plan).unwrap();
    propose_paper(dossier, plan, kind, Some(plan.reviews[review].id)).unwrap()
}

pub fn text(paper: &Plan) -> String {
    let parts = paper.parts.iter().flat_map(|part| &part.blocks);
    let lines = parts.map(|block| match block {
        Block::Paragraph(one) => one.text(),
        Block::Table(table) => {
            let rows = table.rows.iter().map(|row| row.cells.join(" | "));
            rows.collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    });
    let opening = paper.opening.iter().map(caitien::plan::Paragraph::text);
    opening.chain(lines).collect::<Vec<_>>().join("\n")
}

pub fn tables<'p>(paper: &'p Plan, key: &str) -> Vec<&'p TextTable> {
    let part = paper.parts.iter().find(|part| part.key.as_deref() == Some(key)).unwrap();
    let tables = part.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

const MIXED: [Option<Status>; 5] = [
    Some(Status::Done),
    Some(Status::Done),
    Some(Status::UnderWay),
    Some(Status::NotDone),
    Some(Status::Dropped),
];

fn findings(dossier: &Dossier, paper: &Plan) -> Vec<&'static str> {
    let form = library::form_of(dossier, paper).unwrap();
    let given = check::Given {
        lacks: &|_| false,
        concessions: &[],
        reference: library::reference(),
        catalogues: library::catalogues(),
        changed: 0,
        damaged: 0,
        today: date(2027, 6, 1),
    };
    let found = check::check(dossier, paper, form, &given);
    found.iter().map(|one| one.code).collect()
}

#[test]
fn papers_of_a_plan_without_work_say_so_and_count_nothing() {
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.plans.last().unwrap());
    plan.rows.clear();
    let id = plan.id;
    put(&mut dossier, plan);
    let report = propose(&dossier, id, Paper::Report, 1);
    let words = text(&report);
    assert!(words.contains("Kế hoạch chưa ghi nội dung nào."), "{words}");
    assert!(!words.contains("00 nội dung, .") && tables(&report, "results").is_empty());
    let minutes = text(&propose(&dossier, id, Paper::Minutes, 0));
    assert!(minutes.contains(": kế hoạch chưa ghi nội dung nào."), "{minutes}");
}

#[test]
fn minutes_leave_dots_for_what_only_those_who_met_know() {
    let (mut dossier, plan) = followed(&MIXED);
    let open = propose(&dossier, plan, Paper::Minutes, 0);
    assert!(text(&open).contains("Thời gian bắt đầu: … giờ … phút, ngày … tháng … năm …."));
    close(&mut dossier, plan, 0);
    let minutes = propose(&dossier, plan, Paper::Minutes, 0);
    let words = text(&minutes);
    for line in [
        "Thời gian bắt đầu: … giờ … phút, ngày 15 tháng 01 năm 2027.",
        "Thành phần tham dự: …",
        "Chủ trì (chủ tọa): Bà Đặng Thị Thu Hà, Hiệu trưởng.",
        "Ý kiến thảo luận: …",
        "Kết luận của chủ tọa: …",
        "Cuộc họp kết thúc vào … giờ … phút, ngày 15 tháng 01 năm 2027./.",
    ] {
        assert!(words.contains(line), "{line}\n{words}");
    }
    assert_eq!(minutes.subject[1], "cuối học kỳ I, năm học 2026 - 2027");
    assert_eq!(minutes.symbol, "BB-THCSNH");
    assert_eq!((minutes.about, minutes.number.as_str()), (Some(plan), ""));
    assert_eq!(findings(&dossier, &minutes), ["number-blank", "not-written"]);
    let (pages, _) = judged(&document_of(&dossier, &minutes));
    assert!(pages.problems.is_empty());
}

#[test]
fn a_report_is_whole_and_stands_on_its_pages() {
    let (dossier, plan) = followed(&MIXED);
    let report = propose(&dossier, plan, Paper::Report, 1);
    assert_eq!(report.addressees, ["Ủy ban nhân dân phường Nguyệt Hà"]);
    assert_eq!(report.recipients[0], "Như trên");
    assert!(report.recipients.contains(&"Hội đồng tự đánh giá (để biết)".to_owned()));
    assert_eq!(report.recipients.last().unwrap(), "Lưu: VT");
    assert_eq!(report.symbol, "BC-THCSNH");
    let words = text(&report);
    assert!(words.starts_with("Thực hiện Kế hoạch số 32/KH-THCSNH ngày "), "{words}");
    assert!(words.ends_with("năm học 2026 - 2027 của Trường THCS Nguyệt Hà./."), "{words}");
    let codes = findings(&dossier, &report);
    assert_eq!(codes, ["number-blank", "date-blank", "not-written"], "{words}");
    let (pages, _) = judged(&document_of(&dossier, &report));
    assert!(pages.problems.is_empty());
}

#[test]
fn money_is_told_as_it_was_noted_and_never_in_parts_of_a_sum() {
    let (mut dossier, plan) = followed(&MIXED);
    let of = |dossier: &Dossier| {
        let report = propose(dossier, plan, Paper::Report, 1);
        let part = report.parts.iter().find(|part| part.key.as_deref() == Some("money")).unwrap();
        let one = |paragraph: caitien::plan::Paragraph| paragraph.text();
        part.stretch(0).into_iter().map(one).collect::<Vec<_>>()
    };
    let told = of(&dossier);
    assert!(told[0].starts_with("Kinh phí dự kiến: ") && told[0].contains("chưa tính"), "{told:?}");
    assert_eq!(told[1], "Kinh phí đã sử dụng: … đồng.");
    let mut changed = Plan::clone(dossier.plan(plan).unwrap());
    let row = changed.rows.iter_mut().find(|row| row.as_item().is_some()).unwrap();
    if let Row::Item(item) = row {
        Arc::make_mut(item).spent = Typed::new("4,5 triệu đồng");
    }
    put(&mut dossier, changed);
    let told = of(&dossier);
    assert_eq!(told[1], "Kinh phí đã sử dụng: 4.500.000 đồng, ghi nhận ở 01 nội dung.");
    assert!(told.iter().all(|line| !line.contains('%')));
}

#[test]
fn a_closed_review_is_told_of_its_copy() {
    let (mut dossier, plan) = followed(&MIXED);
    close(&mut dossier, plan, 1);
    let before = propose(&dossier, plan, Paper::Report, 1);
    let mut changed = Plan::clone(dossier.plan(plan).unwrap());
    changed.rows.truncate(2);
    put(&mut dossier, changed);
    let after = propose(&dossier, plan, Paper::Report, 1);
    assert_eq!(text(&before), text(&after));
}

#[test]
fn levels_stand_before_and_after_where_the_school_evaluated_itself() {
    let (mut dossier, plan) = followed(&MIXED);
    let levels = |report: &Plan| {
        tables(report, "results")
            .into_iter()
            .find(|table| table.columns[0].title == "Tiêu chí")
            .cloned()
    };
    assert_eq!(levels(&propose(&dossier, plan, Paper::Report, 1)), None);
    let rating = |code: &str, level| Rating {
        code: code.into(),
        level: Some(level),
        evidence: "[H1-1.3-02]".into(),
        ..Rating::default()
    };
    dossier.evaluations.push(Arc::new(Evaluation {
        catalogue: dossier.plan(plan).unwrap().catalogue.clone(),
        ratings: vec![rating("1.3", 2), rating("1.4", 0)],
        ..Evaluation::empty(SchoolYear::starting(2026).unwrap())
    }));
    let table = levels(&propose(&dossier, plan, Paper::Report, 1)).unwrap();
    let row = |code: &str| {
        let start = format!("Tiêu chí {code}.");
        let mut rows = table.rows.iter().map(|row| &row.cells);
        rows.find(|cells| cells[0].starts_with(&start)).unwrap()
    };
    assert_eq!((&*row("1.3")[3], &*row("1.3")[4]), ("Mức 2", "[H1-1.3-02]"));
    assert_eq!(row("1.4")[3], "Không đạt Mức 1");
    assert_eq!(row("2.2")[3], "Chưa đánh giá", "which is never a failure");
    assert_eq!(row("2.2")[1], "…");
}

#[test]
fn the_words_are_those_of_the_kind_of_school() {
    for (kind, words) in [
        (SchoolKind::Preschool, "chất lượng nuôi dưỡng, chăm sóc và giáo dục trẻ"),
        (SchoolKind::Continuing, "trung tâm xác định"),
        (SchoolKind::Primary, "chất lượng dạy học và giáo dục học sinh"),
    ] {
        let (mut dossier, plan) = followed(&MIXED);
        let mut changed = Plan::clone(dossier.plan(plan).unwrap());
        changed.letterhead.kind = kind;
        if kind == SchoolKind::Continuing {
            changed.letterhead.leaders[0].position = "Giám đốc".into();
        }
        put(&mut dossier, changed);
        let report = text(&propose(&dossier, plan, Paper::Report, 1));
        assert!(report.contains(words), "{report}");
        let minutes = text(&propose(&dossier, plan, Paper::Minutes, 1));
        assert!(minutes.contains("Chủ trì (chủ tọa): Bà Đặng Thị Thu Hà"), "{minutes}");
    }
}

#[test]
fn what_nobody_noted_is_never_told_as_not_done() {
    let (dossier, plan) = followed(&[None, Some(Status::Done)]);
    let report = text(&propose(&dossier, plan, Paper::Report, 1));
    assert!(report.contains("chưa hoàn thành, chưa ghi mức độ thực hiện hoặc"), "{report}");
    let minutes = text(&propose(&dossier, plan, Paper::Minutes, 1));
    assert!(minutes.contains("hoặc phải điều chỉnh: …"), "{minutes}");
    let (dossier, plan) = followed(&[Some(Status::Done)]);
    let report = text(&propose(&dossier, plan, Paper::Report, 1));
    assert!(report.contains("Không có nội dung chưa hoàn thành hoặc không thực hiện."));
    let minutes = text(&propose(&dossier, plan, Paper::Minutes, 1));
    assert!(minutes.contains("Không có nội dung chưa hoàn thành"), "{minutes}");
}

fn any_status() -> impl Strategy<Value = Option<Status>> {
    prop::sample::select(vec![
        None,
        Some(Status::Done),
        Some(Status::UnderWay),
        Some(Status::NotDone),
        Some(Status::NotStarted),
        Some(Status::Dropped),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn table_list_and_what_is_carried_over_agree(
        statuses in prop::collection::vec(any_status(), 13),
    ) {
        let (dossier, plan) = followed(&statuses);
        let report = propose(&dossier, plan, Paper::Report, 1);
        let table = tables(&report, "results")[0];
        let sums = table.rows.last().unwrap();
        prop_assert!(sums.bold);
        let sum = |title: &str| {
            let at = table.columns.iter().position(|column| column.title == title);
            at.map_or(0, |at| sums.cells[at].parse::<usize>().unwrap())
        };
        for (at, column) in table.columns.iter().enumerate().skip(2) {
            let rows = table.rows.iter().filter(|row| !row.bold);
            let count: usize = rows.map(|row| row.cells[at].parse::<usize>().unwrap()).sum();
            prop_assert_eq!(count, sum(&column.title));
        }
        let all = dossier.plan(plan).unwrap().items().count();
        let titles = ["Hoàn thành", "Đang thực hiện", "Chưa hoàn thành", "Chưa thực hiện", "Không thực hiện", "Chưa ghi mức độ"];
        prop_assert_eq!(titles.iter().map(|title| sum(title)).sum::<usize>(), all);
        prop_assert_eq!(sum("Số nội dung"), all);
        // Part III: by kind, what the table counts.
        let listed = tables(&report, "unfinished");
        let rows = listed.first().map(|table| table.rows.clone()).unwrap_or_default();
        for title in &titles[2..] {
            prop_assert_eq!(rows.iter().filter(|row| row.cells[2] == **title).count(), sum(title));
        }
        // Part V: all but what is done or given up.
        let next = report.parts.iter().find(|part| part.key.as_deref() == Some("next_year")).unwrap();
        let carried: Vec<String> = next
            .stretch(0)
            .iter()
            .filter(|one| one.level == caitien::plan::Level::Dash)
            .map(|one| one.text().trim_end_matches([';', '.']).to_owned())
            .collect();
        prop_assert_eq!(carried.len(), all - sum("Hoàn thành") - sum("Không thực hiện"));
        for row in &rows {
            let is_carried = carried.contains(&row.cells[1]);
            prop_assert_eq!(is_carried, row.cells[2] != "Không thực hiện");
        }
    }
}

/// The plan with a review in March that was added behind the one of the year's end.
fn with_one_between() -> (Dossier, Id) {
    let (mut dossier, id) = followed(&MIXED);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    let third = caitien::plan::Review {
        id: dossier.next_id,
        when: "Kiểm tra đột xuất".into(),
        day: Some(date(2027, 3, 10)),
        ..plan.reviews[0].clone()
    };
    dossier.next_id = dossier.next_id.next();
    plan.reviews.push(third);
    put(&mut dossier, plan);
    for review in [0, 2] {
        close(&mut dossier, id, review);
    }
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).status = Some(Status::Done);
        }
    }
    put(&mut dossier, plan);
    close(&mut dossier, id, 1);
    (dossier, id)
}

#[test]
fn a_review_that_was_added_later_is_not_the_one_of_the_years_end() {
    let (dossier, id) = with_one_between();
    let plan = dossier.plan(id).unwrap();
    let order: Vec<usize> = plan
        .closed_reviews()
        .iter()
        .map(|one| plan.reviews.iter().position(|of| of.id == one.id).unwrap())
        .collect();
    assert_eq!(order, [1, 2, 0]);
    let at_end = propose(&dossier, id, Paper::Report, 1);
    assert_eq!(at_end.subject[1], "năm học 2026 - 2027");
    let words = text(&at_end);
    let told = "rà soát 03 lần: cuối học kỳ I, ngày 15 tháng 01 năm 2027; \
                kiểm tra đột xuất, ngày 10 tháng 3 năm 2027; cuối năm học, ngày 28 tháng 5 năm 2027.";
    assert!(words.contains(told), "{words}");
    // In March nobody knew of May.
    let between = propose(&dossier, id, Paper::Report, 2);
    assert!(between.subject[1].starts_with("kiểm tra đột xuất"));
    let words = text(&between);
    assert!(words.contains("rà soát 02 lần") && words.contains("Tiếp tục thực hiện"), "{words}");
    // What is up to date, and what three years tell, is what was found in May.
    let form = library::form_of(&dossier, plan).unwrap();
    let updated = caitien::document::updated_document(&dossier, plan, form).unwrap();
    let said = format!("{:?}", updated.blocks);
    assert!(said.contains("Cập nhật đến ngày 28/5/2027") && !said.contains("Chưa hoàn thành\""));
    let years = caitien::year::three::three_years(&dossier, plan);
    let last = years.last().unwrap().plan.as_ref().unwrap();
    assert_eq!(last.after_review, Some(plan.reviews[1].id));
    assert_eq!(last.statuses.done, last.statuses.all);
}

#[test]
fn a_report_at_the_end_of_the_first_term_is_not_the_years() {
    let (mut dossier, id) = followed(&MIXED);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    plan.reviews.truncate(1);
    put(&mut dossier, plan);
    let report = propose(&dossier, id, Paper::Report, 0);
    assert_eq!(report.subject[1], "cuối học kỳ I, năm học 2026 - 2027");
    assert!(text(&report).contains("Tiếp tục thực hiện"));
}
