//! The views of the working year with nothing, with forty and with two thousand pieces of work: on
//! a small screen by day, on a wide one by night.

use std::sync::Arc;

use caitien::document::plan_document;
use caitien::edit::{FreshIds, apply, bring_paper};
use caitien::layout::{self, Faces};
use caitien::library::{self, catalogue};
use caitien::plan::{
    Bytes, Catalogue, Criterion, Dossier, Evaluation, Frozen, Id, Item, Paper, Plan, PlanDate,
    Rating, Review, Row, SchoolYear, Standard, Status, Typed,
};
use caitien::session::propose_paper;
use caitien::ui::{Stage, Start};
use caitien::year::frozen::{freeze, sha256};
use egui::{Key, Modifiers};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable;
use jiff::civil::date;

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample, write};

/// By day and by night.
const LOOKS: [([f32; 2], bool); 2] = [([1093.0, 614.0], false), ([1366.0, 768.0], true)];
/// The ids of the work of one year begin so far from those of the next.
const YEAR_OF_IDS: u32 = 10_000;

const WORK: [&str; 8] = [
    "Bồi dưỡng giáo viên tổ chức hoạt động học theo hướng phát triển phẩm chất, năng lực",
    "Xây dựng kho học liệu số dùng chung của các tổ chuyên môn",
    "Sửa chữa hệ thống điện, nước của khu lớp học hai tầng",
    "Tổ chức dự án học tập liên môn cho học sinh khối 8 và khối 9",
    "Khảo sát ý kiến cha mẹ học sinh về công tác phối hợp giáo dục",
    "Bổ sung sách, báo và tổ chức ngày hội đọc sách ở thư viện",
    "Rà soát, bổ sung hồ sơ quản lý tài sản, thiết bị dạy học",
    "Phụ đạo học sinh chưa đạt yêu cầu môn Toán và Tiếng Anh",
];
const TARGETS: [&str; 3] = [
    "Đạt mức 2 so với mức 1 hiện tại; ít nhất 90% giáo viên áp dụng trong năm học",
    "Có 120 học liệu được tổ chuyên môn thẩm định và dùng chung",
    "Hoàn thành trước khi vào năm học mới, được nghiệm thu theo quy định",
];
const PEOPLE: [&str; 5] = [
    "Phó Hiệu trưởng, tổ trưởng chuyên môn",
    "Kế toán",
    "Tổng phụ trách Đội, giáo viên chủ nhiệm",
    "Hiệu trưởng",
    "Tổ trưởng tổ Toán - Tin; các tổ chuyên môn phối hợp",
];
const TIMES: [&str; 5] =
    ["14/11/2026", "Tháng 11", "Tháng 10/2026 - tháng 3/2027", "Hằng tháng", "Tháng 5/2027"];
const BUDGETS: [&str; 6] = [
    "12 triệu đồng, ngân sách",
    "Không",
    "Khoảng 4,5 triệu đồng từ nguồn xã hội hóa",
    "5 - 7 triệu đồng/năm",
    "Theo đề xuất",
    "180 triệu đồng, ngân sách",
];

fn year(first: i16) -> SchoolYear {
    SchoolYear::starting(first).unwrap()
}

/// The nth piece of work of a year, told at length.
fn item(id: u32, n: usize) -> Item {
    let status = Status::ALL.get(n % 6).copied();
    let told = matches!(status, Some(Status::Done | Status::UnderWay));
    let said = |words: &str| if told { words.to_owned() } else { String::new() };
    Item {
        id: Id(id),
        criteria: vec![format!("{}.{}", 1 + n % 4, 1 + n / 4 % 3)],
        content: format!("{}, đợt {}", WORK[n % WORK.len()], 1 + n / WORK.len()),
        target: TARGETS[n % TARGETS.len()].to_owned(),
        actions: "Phân công người phụ trách; tổ chức thực hiện theo từng đợt; kiểm tra, rút kinh \
                  nghiệm sau mỗi đợt và điều chỉnh cho đợt sau"
            .to_owned(),
        responsible: Typed::new(PEOPLE[n % PEOPLE.len()]),
        time: Typed::new(TIMES[n % TIMES.len()]),
        budget: Typed::new(BUDGETS[n % BUDGETS.len()]),
        evidence: format!("[H{}-{}.1-{:02}]", 1 + n % 4, 1 + n % 4, 1 + n % 40),
        status,
        result: said("Đã thực hiện 02 trong 04 chuyên đề; 18 giáo viên có sản phẩm được góp ý"),
        proof: said("Biên bản sinh hoạt chuyên môn, danh sách giáo viên tham gia"),
        reason: if status == Some(Status::Dropped) {
            "Kinh phí được chuyển sang năm học sau".to_owned()
        } else {
            String::new()
        },
        spent: if n % 4 == 2 { Typed::new("4,2 triệu đồng") } else { Typed::default() },
        done_on: (status == Some(Status::Done)).then(|| date(2026, 11, 12)),
        percent: (n % 3 == 1).then_some((n * 7 % 101) as u8),
        ..Item::default()
    }
}

/// The newest plan of the sample for this year with so much work, as itself and nothing else.
fn plan(id: u32, first: i16, count: usize) -> Plan {
    let sample = sample();
    let own = sample.newest_plan().unwrap();
    let work = |n: usize| Row::Item(Arc::new(item(id + 100 + n as u32, n)));
    Plan {
        id: Id(id),
        school_year: year(first),
        rows: (0..count).map(work).collect(),
        problems: Vec::new(),
        reviews: Vec::new(),
        ..Plan::clone(own)
    }
}

/// A file of one plan with so much work.
pub fn dossier(count: usize) -> Dossier {
    let school = sample().school.clone();
    let plans = vec![Arc::new(plan(1_000, 2026, count))];
    let catalogues = sample().catalogues.clone();
    Dossier { next_id: Id(900_000), school, plans, catalogues, ..Dossier::default() }
}

/// Opens it and has each of its two pictures taken.
fn pictures(name: &str, count: usize, dossier: &Dossier, go: impl Fn(&mut Window)) {
    let folder = folder();
    let path = write(&folder, "Truong.caitien", dossier);
    let mut results = SnapshotResults::new();
    for (size, dark) in LOOKS {
        let mut window = Window::with(Start::File(path.clone()), folder.clone(), size);
        if dark {
            by_night(&mut window);
        }
        go(&mut window);
        window.steps(6);
        let mode = if dark { "dark" } else { "light" };
        check(&mut window, &format!("year-{name}-{count}-{mode}"));
        results.extend_harness(&mut window.harness);
    }
}

/// Waits until this stands on the screen, and for what is found off the thread that draws.
pub fn await_words(window: &mut Window, words: &str) {
    window.until(|window| window.shows(words));
    window.steps(6);
}

// Tự đánh giá.

/// All criteria of a catalogue, each with long words.
pub fn told(catalogue: &Catalogue) -> Evaluation {
    let rating = |(n, code): (usize, String)| Rating {
        level: if code.starts_with("M4.") { None } else { Some([2, 1, 2, 3, 0][n % 5]) },
        strengths:
            "Nhà trường có đủ hồ sơ, kế hoạch được xây dựng từ ý kiến của các tổ chuyên môn \
                    và được công khai trên trang thông tin của trường"
                .into(),
        weakness:
            "Mới có một phần ba số giáo viên dùng kết quả khảo sát đầu năm để điều chỉnh bài \
                   dạy, và chưa đều giữa các tổ chuyên môn\nHọc liệu số dùng chung còn ít"
                .into(),
        cause: "Thời gian sinh hoạt chuyên môn còn dành nhiều cho việc hành chính".into(),
        evidence: format!("[H1-{code}-01]; [H1-{code}-02]"),
        code,
        ..Rating::default()
    };
    let ratings = catalogue.codes().into_iter().enumerate().map(rating).collect();
    let catalogue = Some(catalogue.id.clone());
    Evaluation { school_year: year(2025), catalogue, ratings }
}

/// A catalogue of forty standards and two thousand criteria.
fn vast() -> Catalogue {
    let criterion = |standard: u8, nth: usize| Criterion {
        code: format!("{standard}.{nth}"),
        name: WORK[nth % WORK.len()].to_owned(),
        mandatory: nth.is_multiple_of(3),
        ..Criterion::default()
    };
    let standard = |number: u8| Standard {
        number,
        name: format!("Lĩnh vực thứ {number} của chương trình phát triển nhà trường"),
        criteria: (1..=50).map(|nth| criterion(number, nth)).collect(),
    };
    let standards = (1..=40).map(standard).collect();
    Catalogue {
        id: "vast".into(), circular: "12/2030/TT-BGDĐT".into(), standards, ..old().clone()
    }
}

pub fn old() -> &'static Catalogue {
    catalogue("tt18-2018-secondary").unwrap()
}

/// A plan by this catalogue, with what was found the year before.
pub fn evaluated(catalogue: &Catalogue, found: Option<Evaluation>) -> Dossier {
    let mut of = dossier(40);
    Arc::make_mut(&mut of.plans[0]).catalogue = Some(catalogue.id.clone());
    of.catalogues = vec![Arc::new(catalogue.clone())];
    of.evaluations = found.into_iter().map(Arc::new).collect();
    of
}

fn evaluation(count: usize, of: &Dossier) {
    pictures("evaluation", count, of, |window| {
        window.stage(Stage::Evaluation);
        window.steps(4);
        if count > 0 {
            for _ in 0..3 {
                window.press(Modifiers::NONE, Key::ArrowDown);
            }
        }
    });
}

#[test]
fn nothing_evaluated_looks_as_it_did() {
    let mut new = evaluated(catalogue("tt57-2026-general").unwrap(), None);
    Arc::make_mut(&mut new.plans[0]).rows.clear();
    evaluation(0, &new);
}

#[test]
fn all_criteria_told_at_length_look_as_they_did() {
    evaluation(40, &evaluated(old(), Some(told(old()))));
}

#[test]
fn two_thousand_criteria_look_as_they_did() {
    let vast = vast();
    let found = told(&vast);
    evaluation(2_000, &evaluated(&vast, Some(found)));
}

// Theo dõi and Rà soát.

fn follow(count: usize) {
    pictures("follow", count, &dossier(count), |window| window.stage(Stage::Follow));
}

#[test]
fn no_work_to_follow_looks_as_it_did() {
    follow(0);
}

#[test]
fn forty_pieces_to_follow_look_as_they_did() {
    follow(40);
}

#[test]
fn no_review_looks_as_it_did() {
    pictures("reviews", 0, &dossier(0), |window| window.stage(Stage::Review));
}

#[test]
fn a_review_of_no_work_looks_as_it_did() {
    pictures("reviews-begun", 0, &dossier(0), |window| {
        window.stage(Stage::Review);
        window.steps(2);
        if window.shows("Lập hai lần rà soát") {
            window.click("Lập hai lần rà soát");
        }
    });
}

/// The report of a review in words: the one that is proposed of the data.
fn report(count: usize) {
    let mut of = dossier(count);
    let review = Review {
        id: Id(1_001),
        when: "Cuối năm học".into(),
        day: Some(date(2027, 5, 28)),
        ..Review::default()
    };
    Arc::make_mut(&mut of.plans[0]).reviews = vec![review];
    of.evaluations = vec![Arc::new(told(catalogue("tt57-2026-general").unwrap()))];
    let proposed = propose_paper(&of, &of.plans[0], Paper::Report, Some(Id(1_001))).unwrap();
    let bring = bring_paper(&proposed, &mut FreshIds::from(of.next_id));
    let of = apply(&of, &bring).unwrap();
    pictures("report", count, &of, |window| {
        window.stage(Stage::Review);
        window.steps(2);
        window.click("Báo cáo…");
        window.steps(4);
        window.harness.query_all_by_label_contains("Kết quả thực hiện").next().unwrap().click();
    });
}

#[test]
fn the_report_of_no_work_looks_as_it_did() {
    report(0);
}

#[test]
fn the_report_of_forty_pieces_looks_as_it_did() {
    report(40);
}

#[test]
fn the_report_of_two_thousand_pieces_looks_as_it_did() {
    report(2_000);
}

// Ban hành.

/// A copy of a plan as it is, with the PDF of `shown` for its paper.
fn copy(of: &Dossier, at: usize, id: u32, shown: Option<&Plan>) -> Arc<Frozen> {
    let form = library::form_of(of, &of.plans[at]).unwrap();
    let body = freeze(of, &of.plans[at], form);
    let pdf = shown.map_or_else(Vec::new, |plan| {
        let faces = Faces::new(caitien::embedded::paper_faces()).unwrap();
        let pages = layout::lay_out(&plan_document(of, plan, form), &faces);
        caitien::export::pdf(&pages, &faces).unwrap()
    });
    let sha256 = if pdf.is_empty() { String::new() } else { sha256(&pdf) };
    let at = date(2026, 9, 12).at(15, 20, 0, 0);
    Arc::new(Frozen { id: Id(id), at, body, pdf: Bytes::new(pdf), sha256 })
}

/// A plan that was given out, so much of whose work was changed since.
pub fn given_out(changes: usize) -> Dossier {
    let mut of = dossier(changes.max(40));
    let plan = Arc::make_mut(&mut of.plans[0]);
    plan.number = "05".into();
    plan.date = PlanDate { day: Some(12), month: Some(9), year: Some(2026) };
    // Of the paper a few pages are enough to be looked at.
    let mut few = plan.clone();
    few.rows.truncate(40);
    let copy = copy(&of, 0, 1_002, Some(&few));
    let plan = Arc::make_mut(&mut of.plans[0]);
    (plan.issued, plan.frozen) = (Some(copy.id), vec![copy]);
    for row in plan.rows.iter_mut().take(changes) {
        if let Row::Item(item) = row {
            let item = Arc::make_mut(item);
            item.target.push_str("; sơ kết ở cuối học kỳ I");
        }
    }
    of
}

fn issued(changes: usize) {
    let of = given_out(changes);
    pictures("issued", changes, &of, |window| {
        window.stage(Stage::Print);
        let said = if changes == 0 { "Chưa có thay đổi nào" } else { "thay đổi từ khi" };
        await_words(window, said);
    });
}

/// What changed since it was given out, one by one.
fn issued_changes(changes: usize) {
    pictures("issued-changes", changes, &given_out(changes), |window| {
        window.stage(Stage::Print);
        await_words(window, "thay đổi từ khi");
        window.scroll_to("Xem từng thay đổi…");
        window.click("Xem từng thay đổi…");
    });
}

#[test]
fn a_plan_unchanged_since_it_was_given_out_looks_as_it_did() {
    issued(0);
}

#[test]
fn forty_changes_since_it_was_given_out_look_as_they_did() {
    issued(40);
}

#[test]
fn two_thousand_changes_since_it_was_given_out_look_as_they_did() {
    issued(2_000);
}

#[test]
fn forty_changes_look_as_they_did_one_by_one() {
    issued_changes(40);
}

#[test]
fn two_thousand_changes_look_as_they_did_one_by_one() {
    issued_changes(2_000);
}

// Lập kế hoạch năm sau.

fn next(count: usize) {
    pictures("next", count, &dossier(count), crate::next::open);
}

#[test]
fn next_year_of_no_work_looks_as_it_did() {
    next(0);
}

#[test]
fn next_year_of_forty_pieces_looks_as_it_did() {
    next(40);
}

#[test]
fn next_year_of_two_thousand_pieces_looks_as_it_did() {
    next(2_000);
}

// Ba năm học.

/// Three years, each with so much work, given out, looked at twice and told of.
pub fn three(count: usize) -> Dossier {
    let mut of = dossier(0);
    of.plans.clear();
    let general = catalogue("tt57-2026-general").unwrap();
    for (nth, first) in (2024..=2026).enumerate() {
        let id = 1_000 + YEAR_OF_IDS * nth as u32;
        let mut fresh = FreshIds::from(Id(id));
        let mut one = plan(id, first, count).with_ids(&mut |_| fresh.give());
        one.number = format!("{}", 31 + nth);
        one.date = PlanDate { day: Some(12), month: Some(9), year: Some(first) };
        let over = first < 2026;
        let reviews =
            [("Cuối học kỳ I", date(first + 1, 1, 15)), ("Cuối năm học", date(first + 1, 5, 28))];
        one.reviews = (1..)
            .zip(reviews)
            .map(|(n, (when, day))| Review {
                id: Id(id + 9_000 + n),
                when: when.into(),
                day: Some(day),
                closed: over.then_some(Id(id + 9_020 + n)),
                ..Review::default()
            })
            .collect();
        of.plans.push(Arc::new(one));
        let at = of.plans.len() - 1;
        let ids = if over { 9_020..=9_022 } else { 9_020..=9_020 };
        let frozen = ids.map(|n| copy(&of, at, id + n, None)).collect();
        let one = Arc::make_mut(&mut of.plans[at]);
        (one.issued, one.frozen) = (Some(Id(id + 9_020)), frozen);
        if over {
            let found = Evaluation { school_year: year(first), ..told(general) };
            of.evaluations.push(Arc::new(found));
            for (kind, review) in [(Paper::Minutes, id + 9_001), (Paper::Report, id + 9_002)] {
                let about = Arc::clone(&of.plans[at]);
                let paper = propose_paper(&of, &about, kind, Some(Id(review))).unwrap();
                let bring = bring_paper(&paper, &mut FreshIds::from(of.next_id));
                of = apply(&of, &bring).unwrap();
            }
            // The plans stand one behind the other again.
            of.plans.sort_by_key(|one| one.school_year);
        }
    }
    of.plans.sort_by_key(|one| (one.paper != Paper::Plan, one.school_year));
    of
}

fn years(count: usize) {
    let of = if count == 0 { dossier(0) } else { three(count) };
    pictures("three", count, &of, |window| window.stage(Stage::ThreeYears));
}

#[test]
fn three_years_of_a_new_file_look_as_they_did() {
    years(0);
}

#[test]
fn three_years_of_forty_pieces_each_look_as_they_did() {
    years(40);
}

#[test]
fn three_years_of_two_thousand_pieces_each_look_as_they_did() {
    years(2_000);
}

// In và xuất: what prints with the work.

fn sheets(count: usize) {
    let of = dossier(count);
    of.check_rules().unwrap();
    pictures("sheets", count, &of, |window| {
        window.stage(Stage::Print);
        window.until(|window| window.shows("Trang 1"));
        window.scroll_to(if count == 0 {
            "Bản in kèm theo"
        } else {
            "Lịch thời hạn (.ics)…"
        });
    });
}

#[test]
fn sheets_of_no_work_look_as_they_did() {
    sheets(0);
}

#[test]
fn sheets_of_forty_pieces_look_as_they_did() {
    sheets(40);
}

#[test]
fn sheets_of_two_thousand_pieces_look_as_they_did() {
    sheets(2_000);
}
