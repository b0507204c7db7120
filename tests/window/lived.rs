//! A year is lived by the window alone: from what was found to next year's plan.

use caitien::plan::{Field, Paper, SchoolYear, Status};
use caitien::ui::Stage;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::next;
use crate::table::{choose, item};
use crate::world::{Window, sample};

const PLAN: &str = "Kế hoạch năm học 2026 - 2027";

/// From a paper about the plan back to the plan.
fn back(window: &mut Window, paper: &str) {
    window.harness.query_all_by_label_contains(paper).next().unwrap().click();
    window.steps(3);
    window.click_last(PLAN);
}

#[test]
fn a_year_is_lived_by_the_window_alone_and_comes_back_as_it_was() {
    let mut window = Window::of(&sample());
    let plan = window.plan().id;

    window.stage(Stage::Evaluation);
    window.steps(4);
    window.press(Modifiers::NONE, Key::Num2);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Num3);
    let found = window.dossier();
    let last = found.evaluation(SchoolYear::starting(2025).unwrap()).unwrap();
    assert_eq!((last.level("1.1"), last.level("1.2")), (Some(2), Some(3)));

    window.stage(Stage::Table);
    window.steps(3);
    choose(&mut window, Field::Target);
    window.text("Quy chế được cả trường dùng");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(item(&window, 0).target, "Quy chế được cả trường dùng");

    window.stage(Stage::Print);
    window.steps(6);
    window.click("Ban hành…");
    window.type_into("Số văn bản", "05");
    window.steps(2);
    window.click("Ban hành");
    window.steps(6);
    assert!(window.plan().issued_pdf().is_some());

    window.stage(Stage::Follow);
    window.steps(4);
    let name = "Tổ chức dự án học tập liên môn";
    window.harness.query_all_by_label_contains(name).next().unwrap().click();
    window.steps(3);
    window.type_into("Kết quả thực hiện", "Khối 8 đã làm 01 dự án");
    window.click("Mức độ thực hiện");
    window.click_last("Đang thực hiện");
    window.scroll_to("Minh chứng đã có");
    window.type_into("Minh chứng đã có", "[H3-3.2-04]");
    window.press(Modifiers::NONE, Key::Tab);
    window.steps(2);
    let followed = item(&window, 6);
    assert_eq!((followed.status, &*followed.proof), (Some(Status::UnderWay), "[H3-3.2-04]"));
    assert_eq!(followed.result, "Khối 8 đã làm 01 dự án");

    window.stage(Stage::Review);
    window.steps(3);
    window.click("Chốt lần rà soát…");
    window.click("Chốt");
    window.steps(3);
    assert!(window.plan().reviews[0].closed.is_some());

    window.click("Biên bản…");
    window.steps(4);
    assert_eq!((window.plan().paper, window.plan().about), (Paper::Minutes, Some(plan)));
    back(&mut window, "Biên bản rà soát");
    window.stage(Stage::Review);
    window.steps(3);
    window.click("Báo cáo…");
    window.steps(4);
    assert_eq!((window.plan().paper, window.plan().about), (Paper::Report, Some(plan)));
    back(&mut window, "Báo cáo kết quả");

    window.stage(Stage::Table);
    window.steps(3);
    choose(&mut window, Field::Target);
    window.text("Quy chế được cả trường dùng từ học kỳ II");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert!(item(&window, 0).target.ends_with("từ học kỳ II"));
    window.stage(Stage::Print);
    window.steps(8);
    window.click("Lập kế hoạch điều chỉnh, bổ sung…");
    window.steps(4);
    assert_eq!((window.plan().paper, window.plan().amends), (Paper::Supplement, Some(plan)));
    back(&mut window, "Kế hoạch điều chỉnh, bổ sung");

    next::open(&mut window);
    window.click("Lập kế hoạch 2027 - 2028");
    window.steps(3);
    assert_eq!(window.plan().school_year.first(), 2027);

    window.saved();
    let lived = window.dossier();
    lived.check_rules().unwrap();
    assert_eq!(lived.plans.len(), sample().plans.len() + 4);
    assert_eq!(window.close_and_read(), *lived);
}
