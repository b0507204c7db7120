//! Ba năm học: what there is leads to its paper, what is lacking to where it is made.

use std::sync::Arc;

use caitien::library;
use caitien::plan::{
    Bytes, Dossier, Frozen, Id, Item, Paper, Plan, PlanDate, Review, Row, SchoolYear, Status,
};
use caitien::ui::Stage;
use caitien::ui::Start;
use caitien::year::frozen::freeze;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, write};

const SIZES: [[f32; 2]; 2] = [[1093.0, 614.0], [1366.0, 768.0]];

fn plan(id: u32, first: i16, number: &str) -> Plan {
    let item = |n: u32| Item {
        id: Id(id + n),
        content: format!("Bồi dưỡng giáo viên theo nhóm, chuyên đề {n}"),
        status: Some(
            [Status::Done, Status::Done, Status::UnderWay, Status::NotDone][n as usize % 4],
        ),
        ..Item::default()
    };
    let mut plan = Plan::empty(SchoolYear::starting(first).unwrap());
    plan.id = Id(id);
    plan.form = library::TABLE_2018;
    plan.letterhead.school = "Trường THCS Đồng Tâm".into();
    (plan.doc_type, plan.symbol) = ("KẾ HOẠCH".into(), "KH-THCSĐT".into());
    plan.number = number.into();
    plan.date = PlanDate { day: Some(12), month: Some(9), year: Some(first) };
    plan.rows = (1..=8).map(|n| Row::Item(Arc::new(item(n)))).collect();
    plan
}

/// A plan that was given out and looked at twice.
fn lived(id: u32, first: i16) -> Plan {
    let mut plan = plan(id, first, "41");
    let empty = Dossier::default();
    let form = library::form_of(&empty, &plan).unwrap();
    let copy = |nth: u32| {
        let body = freeze(&empty, &plan, form);
        let at = date(first + 1, 1, 16).at(16, 0, 0, 0);
        let (pdf, sha256) = (Bytes::default(), String::new());
        Arc::new(Frozen { id: Id(id + nth), at, body, pdf, sha256 })
    };
    plan.frozen = (20..23).map(copy).collect();
    plan.issued = Some(Id(id + 20));
    let review = |nth: u32, when: &str, day| Review {
        id: Id(id + 10 + nth),
        when: when.into(),
        day: Some(day),
        closed: Some(Id(id + 20 + nth)),
        ..Review::default()
    };
    plan.reviews = vec![
        review(1, "Cuối học kỳ I", date(first + 1, 1, 16)),
        review(2, "Cuối năm học", date(first + 1, 5, 28)),
    ];
    plan
}

fn paper(id: u32, kind: Paper, review: u32, number: &str) -> Plan {
    let symbol = if kind == Paper::Minutes { "BB-THCSĐT" } else { "BC-THCSĐT" };
    Plan {
        paper: kind,
        form: if kind == Paper::Minutes { library::MINUTES } else { library::REPORT },
        about: Some(Id(100)),
        review: Some(Id(review)),
        symbol: symbol.into(),
        rows: Vec::new(),
        ..plan(id, 2025, number)
    }
}

/// A year that is over, of which one paper is lacking; the year that runs; none before them.
fn dossier() -> Dossier {
    let plans = [
        lived(100, 2025),
        paper(300, Paper::Minutes, 111, "04"),
        paper(400, Paper::Report, 112, "63"),
        plan(200, 2026, ""),
    ];
    Dossier { next_id: Id(9_000), plans: plans.map(Arc::new).to_vec(), ..Dossier::default() }
}

fn open(dossier: &Dossier) -> Window {
    let mut window = Window::of(dossier);
    window.stage(Stage::ThreeYears);
    window.steps(3);
    window
}

#[track_caller]
fn follow(window: &mut Window, label: &str) {
    window.harness.get_by_label_contains(label).click();
    window.steps(3);
}

#[test]
fn what_there_is_leads_to_its_paper() {
    for (label, paper) in [
        ("Kế hoạch, năm học 2025 - 2026: Số 41/KH-THCSĐT, ngày 12/9/2025; 8 nội dung", 100),
        ("Rà soát cuối học kỳ I, năm học 2025 - 2026: Ngày 16/01/2026; Biên bản 04/BB", 300),
        ("Báo cáo kết quả, năm học 2025 - 2026: Số 63/BC-THCSĐT", 400),
    ] {
        let mut window = open(&dossier());
        follow(&mut window, label);
        assert_eq!(window.plan().id, Id(paper), "{label}");
    }
}

#[test]
fn what_is_lacking_says_so_and_leads_to_where_it_is_made() {
    let mut window = open(&dossier());
    assert!(window.shows("2024 - 2025 đến 2026 - 2027"));
    // Of the year that runs nothing is waited for yet but that its plan is given out.
    assert!(window.shows("thiếu 5 mục"), "the count at the title");
    assert!(window.shows("Rà soát cuối năm học, năm học 2026 - 2027: Đến hạn 31/5/2027"));
    assert!(window.shows("Báo cáo kết quả, năm học 2026 - 2027: Sau lần rà soát cuối năm học"));
    follow(&mut window, "Rà soát cuối năm học, năm học 2025 - 2026: Chưa có biên bản");
    assert_eq!(window.plan().id, Id(100));
    assert!(window.shows("Chốt lần rà soát…") || window.shows("Mở khóa để sửa…"));
}

#[test]
fn a_year_without_a_plan_takes_one_that_was_written_in_word() {
    let mut window = open(&dossier());
    follow(&mut window, "Kế hoạch, năm học 2024 - 2025: Chưa có kế hoạch");
    assert_eq!(window.world.borrow().asked.len(), 1);
}

#[test]
fn the_three_years_are_written_and_printed_as_one_paper() {
    let mut window = open(&dossier());
    let path = window.folder.path().join("ba-nam.pdf");
    window.world.borrow_mut().paths.push_back(path.clone());
    window.click("Xuất PDF…");
    window.until(|_| path.exists());
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    let sheets = window.folder.path().join("ba-nam.xlsx");
    window.world.borrow_mut().paths.push_back(sheets.clone());
    window.click("Xuất Excel…");
    window.until(|_| sheets.exists());
    assert!(std::fs::read(&sheets).unwrap().starts_with(b"PK"));
    window.click("In hồ sơ ba năm");
    window.until(|window| !window.world.borrow().opened.is_empty());
    let name = window.world.borrow().opened[0].file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("Hồ sơ ba năm 2026 - 2027"), "{name}");
}

#[test]
fn a_paper_shows_the_years_of_its_plan() {
    let mut window = open(&dossier());
    follow(&mut window, "Báo cáo kết quả, năm học 2025 - 2026: Số 63/BC-THCSĐT");
    window.harness.get_by_role_and_label(Role::Tab, "Ba năm học").click();
    window.steps(3);
    assert!(window.shows("2023 - 2024 đến 2025 - 2026"));
}

fn picture(size: [f32; 2], dark: bool) {
    let folder = folder();
    let path = write(&folder, "Truong.caitien", &dossier());
    let mut window = Window::with(Start::File(path), folder, size);
    window.steps(2);
    if dark {
        by_night(&mut window);
    }
    window.harness.get_by_role_and_label(Role::Tab, "Ba năm học").click();
    window.steps(4);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("three-years-{mode}-{}", size[0]));
}

#[test]
fn three_years_look_as_they_did_on_a_small_screen() {
    picture(SIZES[0], false);
}

#[test]
fn three_years_look_as_they_did_on_a_wide_screen_by_night() {
    picture(SIZES[1], true);
}
