//! Tự đánh giá: levels by keys and clicks, what they come to, and what of them the plan answers.

use std::sync::Arc;

use caitien::library::catalogue;
use caitien::plan::{Catalogue, Dossier, Evaluation, Id, Item, Plan, Rating, Row, SchoolYear};
use caitien::ui::{Stage, Start};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample, write};

const NONE: Modifiers = Modifiers::NONE;
const GENERAL: &str = "tt57-2026-general";
const SECONDARY: &str = "tt18-2018-secondary";

fn year(first: i16) -> SchoolYear {
    SchoolYear::starting(first).unwrap()
}

/// A file with one plan for 2026 - 2027 by this catalogue, its items' criteria and targets given.
fn dossier(id: Option<&str>, items: &[(&str, &str)]) -> Dossier {
    let mut plan = Plan { id: Id(1), ..Plan::clone(sample().newest_plan().unwrap()) };
    plan.catalogue = id.map(str::to_owned);
    plan.problems.clear();
    plan.school_year = year(2026);
    let item = |(id, (code, target)): (u32, &(&str, &str))| {
        let criteria = vec![(*code).to_owned()];
        let target = (*target).to_owned();
        let item = Item { id: Id(id), criteria, target, ..Item::default() };
        Row::Item(Arc::new(item))
    };
    plan.rows = (1_000..).zip(items).map(item).collect();
    let catalogues = id.map(|id| catalogue(id).unwrap().clone()).into_iter().collect();
    Dossier { next_id: Id(2_000), plans: vec![Arc::new(plan)], catalogues, ..Dossier::default() }
}

/// The same with what was found in 2025 - 2026.
fn with_ratings(mut dossier: Dossier, id: &str, ratings: Vec<Rating>) -> Dossier {
    let catalogue = Some(id.to_owned());
    let evaluation = Evaluation { school_year: year(2025), catalogue, ratings };
    dossier.evaluations = vec![Arc::new(evaluation)];
    dossier
}

fn rating(code: &str, level: u8) -> Rating {
    Rating { code: code.to_owned(), level: Some(level), ..Rating::default() }
}

/// All criteria of a catalogue at one level, but those named.
fn all_at(catalogue: &Catalogue, level: u8, but: &[(&str, Option<u8>)]) -> Vec<Rating> {
    let level_of = |code: &str| {
        but.iter().find(|(other, _)| *other == code).map_or(Some(level), |(_, level)| *level)
    };
    let rated = |code: String| Rating { level: level_of(&code), code, ..Rating::default() };
    catalogue.codes().into_iter().map(rated).filter(|one| one.level.is_some()).collect()
}

/// The window at the stage.
fn at(dossier: &Dossier) -> Window {
    wide(dossier, [1366.0, 768.0])
}

fn wide(dossier: &Dossier, size: [f32; 2]) -> Window {
    let folder = folder();
    let path = write(&folder, "school.caitien", dossier);
    let mut window = Window::with(Start::File(path), folder, size);
    window.stage(Stage::Evaluation);
    window.steps(4);
    window
}

fn level(window: &Window, code: &str) -> Option<u8> {
    window.dossier().evaluation(year(2025)).and_then(|of| of.level(code))
}

/// Whether this stage is the one shown.
fn shows_stage(window: &Window, stage: Stage) -> bool {
    let tab = window.harness.get_by_role_and_label(Role::Tab, stage.label());
    tab.accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn all_criteria_are_told_by_keys_alone() {
    let mut window = at(&dossier(Some(SECONDARY), &[]));
    let codes = catalogue(SECONDARY).unwrap().codes();
    let standards = codes.iter().filter(|code| !code.starts_with("M4."));
    let codes: Vec<String> = standards.cloned().collect();
    assert_eq!(codes.len(), 28);
    // The list has the focus as soon as the stage is shown.
    for _ in &codes {
        window.press(NONE, Key::Num2);
        window.press(NONE, Key::ArrowDown);
    }
    for code in &codes {
        assert_eq!(level(&window, code), Some(2), "{code}");
    }
    assert!(window.shows("28 trong 28 tiêu chí đã đánh giá"));
    // The first of level 4, to which the last step led, has no level 2.
    window.press(NONE, Key::Num2);
    assert_eq!(level(&window, "M4.1"), None);
    window.press(NONE, Key::Num4);
    assert_eq!(level(&window, "M4.1"), Some(4));
    let evaluation = window.dossier().evaluation(year(2025)).unwrap().clone();
    assert_eq!(evaluation.catalogue.as_deref(), Some(SECONDARY));
}

#[test]
fn arrows_change_the_level_and_the_criterion() {
    let mut window = at(&dossier(Some(GENERAL), &[]));
    window.press(NONE, Key::ArrowLeft);
    assert_eq!(level(&window, "1.1"), None, "there is nothing before it");
    window.press(NONE, Key::ArrowRight);
    assert_eq!(level(&window, "1.1"), Some(0), "không đạt is said by a person only");
    window.press(NONE, Key::ArrowRight);
    window.press(NONE, Key::ArrowRight);
    window.press(NONE, Key::ArrowRight);
    assert_eq!(level(&window, "1.1"), Some(2), "there is nothing after it");
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Num1);
    assert_eq!(level(&window, "1.2"), Some(1));
    window.press(NONE, Key::Delete);
    assert_eq!(level(&window, "1.2"), None);
    // The one that was chosen stands beside the table.
    assert!(window.shows("1.2 Cơ cấu tổ chức"));
}

#[test]
fn enter_leads_to_the_weaknesses_and_esc_back_to_the_table() {
    for size in [[1366.0, 768.0], [1093.0, 614.0]] {
        let mut window = wide(&dossier(Some(SECONDARY), &[]), size);
        window.press(NONE, Key::Num1);
        window.press(NONE, Key::Enter);
        window.steps(3);
        window.text("Kế hoạch của tổ còn chung chung");
        window.press(NONE, Key::Escape);
        window.steps(3);
        window.press(NONE, Key::ArrowDown);
        window.press(NONE, Key::Num3);
        let said = window.dossier().evaluation(year(2025)).unwrap().clone();
        assert_eq!(said.rating("1.1").unwrap().weakness, "Kế hoạch của tổ còn chung chung");
        assert_eq!(said.level("1.2"), Some(3));
    }
}

#[test]
fn a_click_on_a_cell_sets_its_level_and_undo_leads_back_to_the_stage() {
    let mut window = at(&dossier(Some(GENERAL), &[]));
    window.click("2.2 Mức 1");
    assert_eq!(level(&window, "2.2"), Some(1));
    let cell = window.harness.get_by_label("2.2 Mức 1");
    assert_eq!(cell.accesskit_node().role(), Role::RadioButton);
    assert_eq!(cell.accesskit_node().toggled(), Some(Toggled::True));
    window.stage(Stage::Print);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(level(&window, "2.2"), None);
    assert!(shows_stage(&window, Stage::Evaluation));
    assert!(window.dossier().evaluations.is_empty());
}

#[test]
fn what_is_not_evaluated_is_never_told_as_failed() {
    let window = at(&dossier(Some(GENERAL), &[]));
    assert!(window.shows("Chưa đủ để kết luận"));
    assert!(window.shows("Còn 15 tiêu chí chưa đánh giá"));
    let general = catalogue(GENERAL).unwrap();
    let one_open = all_at(general, 1, &[("4.3", None)]);
    let window = at(&with_ratings(dossier(Some(GENERAL), &[]), GENERAL, one_open));
    assert!(window.shows("14 trong 15 tiêu chí đã đánh giá"));
    let result = window.harness.query_all_by_label("Không đạt Mức 1").count();
    assert_eq!(result, 0, "as a result");
}

#[test]
fn the_result_and_what_is_missing_are_told_by_the_rule_of_the_catalogue() {
    let general = catalogue(GENERAL).unwrap();
    let ratings = all_at(general, 2, &[("2.2", Some(1)), ("2.3", Some(1))]);
    let items = [("2.2", "Đạt mức 2 so với mức 1 hiện tại"), ("2.2", "Đạt mức 2")];
    let dossier = with_ratings(dossier(Some(GENERAL), &items), GENERAL, ratings);
    let mut window = at(&dossier);
    window.click("Điều kiện đi kèm mức này");
    assert!(window.shows("Mức 1 là điều kiện về mức của chuẩn quốc gia Mức độ 1"));
    assert!(window.shows("Tiêu chí chưa đạt Mức 2"));
    assert!(window.shows("Bắt buộc Mức 2: 7 / 8"));
    assert!(window.shows("2 nội dung"));
    assert!(window.shows("Nếu kế hoạch đạt hết mục tiêu: Mức\u{a0}2"));
    assert!(!window.shows("Đạt Mức 1"), "recognition is not ours to say");
}

#[test]
fn a_weakness_becomes_an_item_in_one_step_and_the_way_leads_there_and_back() {
    let mut weak = rating("1.2", 1);
    weak.weakness = "Tổ ghép sinh hoạt chưa đều\nThiếu giáo viên Tin học".to_owned();
    weak.cause = "Nhiều môn chỉ có một người dạy".to_owned();
    let dossier = with_ratings(dossier(Some(SECONDARY), &[("1.1", "")]), SECONDARY, vec![weak]);
    let mut window = at(&dossier);
    window.press(NONE, Key::ArrowDown);
    let before = window.plan();
    window.scroll_to("Đưa vào kế hoạch, điểm 2");
    window.click("Đưa vào kế hoạch, điểm 2");
    let plan = window.plan();
    let item = plan.items().find(|item| item.criteria == ["1.2"]).unwrap();
    assert!(item.criterion_text.starts_with("Tiêu chí 1.2. "));
    let problem = plan.problem(item.problem.unwrap()).unwrap();
    assert_eq!(problem.weakness, "Thiếu giáo viên Tin học");
    assert_eq!(problem.cause, "Nhiều môn chỉ có một người dạy");
    assert_eq!(problem.criteria, ["1.2"]);
    assert!(shows_stage(&window, Stage::Evaluation), "the person stays");
    window.steps(2);
    assert!(window.shows("Đã có trong kế hoạch, dòng 2"));
    assert!(window.harness.query_by_label("Đưa vào kế hoạch, điểm 2").is_none());
    window.click("Mở dòng 2");
    assert!(shows_stage(&window, Stage::Table));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert!(shows_stage(&window, Stage::Evaluation));
    assert_eq!(*window.plan(), *before);
}

#[test]
fn a_weakness_becomes_a_problem_and_later_an_item_that_answers_it() {
    let mut weak = Rating { code: "2".to_owned(), ..Rating::default() };
    weak.weakness = "Ít giáo viên tự làm học liệu số".to_owned();
    let dossier = with_ratings(dossier(Some(GENERAL), &[]), GENERAL, vec![weak]);
    let mut window = at(&dossier);
    // Of all of standard 2; what is made of it is for the criterion chosen.
    window.click("2.2 Mức 1");
    assert!(window.shows("Cả tiêu chuẩn 2"));
    window.scroll_to("Chỉ ghi vấn đề");
    window.click("Chỉ ghi vấn đề");
    assert_eq!(window.plan().problems.len(), 1);
    assert_eq!(window.plan().items().count(), 0);
    window.steps(2);
    assert!(window.shows("Đã ghi ở vấn đề 1"));
    window.scroll_to("Đưa vào kế hoạch, điểm 1");
    window.click("Đưa vào kế hoạch, điểm 1");
    let plan = window.plan();
    assert_eq!(plan.problems.len(), 1, "the same problem");
    let item = plan.items().next().unwrap();
    assert_eq!(
        (item.problem, item.criteria.as_slice()),
        (Some(plan.problems[0].id), &["2.2".to_owned()][..])
    );
}

#[test]
fn levels_that_targets_tell_of_are_taken_one_by_one_or_all_as_one_step() {
    let items = [
        ("1.3", "Đạt mức 3 so với mức 2 hiện tại"),
        ("2.1", "Đạt mức 2 so với mức 1 hiện tại"),
        ("2.2", "Duy trì mức 2"),
    ];
    let mut window = at(&dossier(Some(SECONDARY), &items));
    window.click("Nhận 2.1 Mức 1");
    assert_eq!(level(&window, "2.1"), Some(1));
    assert_eq!(level(&window, "1.3"), None);
    window.steps(2);
    assert!(window.harness.query_by_label("Nhận 2.1 Mức 1").is_none());
    window.click("Nhận cả 2");
    assert_eq!((level(&window, "1.3"), level(&window, "2.2")), (Some(2), Some(2)));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((level(&window, "1.3"), level(&window, "2.2")), (None, None));
    assert_eq!(level(&window, "2.1"), Some(1));
}

#[test]
fn a_plan_without_a_catalogue_says_what_to_do() {
    let mut window = at(&dossier(None, &[]));
    assert!(window.shows("Chưa chọn bộ tiêu chuẩn để tự đánh giá"));
    window.click("Bộ tiêu chuẩn tự đánh giá");
    window.click("Thông tư 57/2026, phổ thông");
    window.steps(3);
    assert!(window.shows("0 trong 15 tiêu chí đã đánh giá"));
    assert_eq!(window.plan().catalogue, None, "the plan keeps its own");
}

#[test]
fn another_catalogue_and_another_year_may_be_chosen() {
    let mut window = at(&dossier(Some(GENERAL), &[]));
    window.click("Thông tư 57/2026, phổ thông");
    window.click("Thông tư 18/2018, trung học");
    window.steps(3);
    assert!(window.shows("0 trong 28 tiêu chí đã đánh giá"));
    window.click("1.1 Mức 3");
    window.click("Năm học 2025 - 2026");
    window.click("Năm học 2026 - 2027, đánh giá lại khi hết năm học của kế hoạch");
    window.steps(3);
    assert!(window.shows("0 trong 15 tiêu chí đã đánh giá"), "a year has its own");
    window.click("1.1 Mức 2");
    let dossier = window.dossier();
    assert_eq!(dossier.evaluation(year(2025)).unwrap().level("1.1"), Some(3));
    assert_eq!(dossier.evaluation(year(2026)).unwrap().level("1.1"), Some(2));
    let read = window.close_and_read();
    assert_eq!(read.evaluations, dossier.evaluations);
}

#[test]
fn the_filter_leaves_what_is_asked_for() {
    let general = catalogue(GENERAL).unwrap();
    let ratings = all_at(general, 2, &[("2.2", Some(1)), ("4.3", None)]);
    let mut window = at(&with_ratings(dossier(Some(GENERAL), &[]), GENERAL, ratings));
    let rows = |window: &Window| window.harness.query_all_by_role(Role::ListBoxOption).count();
    assert_eq!(rows(&window), 15);
    window.click("Hiện: tất cả");
    window.click("chưa đánh giá");
    assert_eq!(rows(&window), 1);
    window.click("4.3 Mức 2");
    window.steps(2);
    assert!(window.shows("Không còn tiêu chí nào ở mục đang xem"));
    window.click("Hiện tất cả tiêu chí");
    assert_eq!(rows(&window), 15);
}

/// 15 criteria with words, one of them long, and items that answer some.
fn assessed() -> Dossier {
    let general = catalogue(GENERAL).unwrap();
    let levels = [("2.2", Some(1)), ("2.3", Some(1)), ("3.2", Some(1)), ("4.3", None)];
    let mut ratings = all_at(general, 2, &levels);
    for one in &mut ratings {
        one.evidence = format!("[H1-{}-01]; [H1-{}-02]", one.code, one.code);
    }
    let words = "Mới có một phần ba số giáo viên dùng kết quả khảo sát đầu năm để điều chỉnh bài \
                 dạy, và chưa đều giữa các tổ chuyên môn\nHọc liệu số dùng chung còn ít";
    ratings.push(Rating { code: "2".into(), weakness: words.into(), ..Rating::default() });
    let raised = "Đạt mức 2 so với mức 1 hiện tại";
    let items = [("2.2", raised), ("2.2", "Đạt mức 2"), ("4.3", raised)];
    with_ratings(dossier(Some(GENERAL), &items), GENERAL, ratings)
}

#[test]
fn fifteen_criteria_look_as_they_did_on_a_wide_screen() {
    let mut window = at(&assessed());
    window.click("2.2 Mức 2");
    window.click("2.2 Mức 1");
    window.scroll_to("Đưa vào kế hoạch, điểm 1");
    window.click("Đưa vào kế hoạch, điểm 1");
    window.wait(12.0);
    check(&mut window, "assessed-light-1366");
    by_night(&mut window);
    check(&mut window, "assessed-dark-1366");
}

#[test]
fn fifteen_criteria_look_as_they_did_on_a_small_screen() {
    let mut window = wide(&assessed(), [1093.0, 614.0]);
    check(&mut window, "assessed-light-1093");
    window.click("2.2 Mức 2");
    window.click("Kết quả, hạn chế");
    window.steps(4);
    check(&mut window, "assessed-cards-light-1093");
}

#[test]
fn twenty_eight_criteria_and_level_four_look_as_they_did() {
    let old = catalogue(SECONDARY).unwrap();
    let levels = [("1.5", Some(2)), ("2.4", Some(0)), ("3.3", None), ("M4.2", Some(0))];
    let mut ratings = all_at(old, 3, &levels);
    ratings[3].tops_out = true;
    ratings[3].level = Some(2);
    ratings[5].weakness = "Sổ theo dõi tài sản ghi chưa kịp thời\nKho hồ sơ chật".into();
    let mut window = at(&with_ratings(dossier(Some(SECONDARY), &[]), SECONDARY, ratings));
    for _ in 0..3 {
        window.press(NONE, Key::ArrowDown);
    }
    check(&mut window, "assessed-old-light-1366");
    window.press(NONE, Key::End);
    window.steps(4);
    check(&mut window, "assessed-four-light-1366");
}

#[test]
fn a_plan_without_a_catalogue_looks_as_it_did() {
    let mut window = wide(&dossier(None, &[]), [1093.0, 614.0]);
    check(&mut window, "assessed-nothing-light-1093");
}
