//! The views of the working year at 150 % on a small screen: all of each is in sight or reached.

use caitien::plan::Dossier;
use caitien::ui::{Stage, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::check;
use crate::sizes::{LARGE, SMALL, enlarge, in_sight};
use crate::sizes_of_the_year as year;
use crate::world::{Window, folder, sample, write};

/// This file at this stage.
fn large(of: &Dossier, stage: Stage) -> Window {
    let folder = folder();
    let path = write(&folder, "Truong.caitien", of);
    let mut window = Window::with(Start::File(path), folder, SMALL);
    enlarge(&mut window);
    window.stage(stage);
    window.steps(6);
    window
}

#[test]
fn levels_are_chosen_and_the_cards_take_the_place_of_the_table() {
    let of = year::evaluated(year::old(), Some(year::told(year::old())));
    let mut window = large(&of, Stage::Evaluation);
    for label in ["Năm học 2025 - 2026", "Hiện: tất cả", "Kết quả, hạn chế"] {
        in_sight(&window, label);
    }
    check(&mut window, "evaluation-light-150");
    window.click("Kết quả, hạn chế");
    in_sight(&window, "Mỗi dòng một điểm. Esc trở lại bảng.");
    let words = window.harness.get_by_label("Điểm yếu").rect();
    assert!(words.width() > 500.0, "{words:?}");
    window.click("Kết quả, hạn chế");
    assert!(window.harness.query_by_label("Điểm yếu").is_none(), "the table is back");
}

/// The catalogue of the sample has a long name.
#[test]
fn a_long_name_of_a_catalogue_leaves_the_buttons_in_sight() {
    let window = large(&sample(), Stage::Evaluation);
    for label in ["Hiện: tất cả", "Kết quả, hạn chế"] {
        in_sight(&window, label);
    }
}

#[test]
fn pages_are_printed_and_what_was_given_out_is_told() {
    let mut window = large(&year::given_out(40), Stage::Print);
    year::await_words(&mut window, "thay đổi từ khi");
    for label in ["In…", "Xuất Word…", "Xuất Excel…", "Xuất PDF…", "Thu hồi…"] {
        in_sight(&window, label);
    }
    check(&mut window, "issued-light-150");
}

#[test]
fn a_review_is_closed_and_its_rows_are_reached() {
    let mut window = large(&year::dossier(40), Stage::Review);
    window.click("Lập hai lần rà soát");
    window.steps(3);
    for label in ["Báo cáo…", "Chốt lần rà soát…", "Xóa lần rà soát"] {
        in_sight(&window, label);
    }
    check(&mut window, "reviews-light-150");
    // Whoever comes to the rows by the keyboard sees them.
    let list = |window: &Window| {
        let rows = window.harness.get_by_role_and_label(Role::ListBox, "Kết quả từng nội dung");
        rows.rect()
    };
    assert!(list(&window).top() > LARGE[1] - 60.0, "there is no room for them");
    let rows = window.harness.get_by_role_and_label(Role::ListBox, "Kết quả từng nội dung");
    rows.focus();
    window.steps(6);
    assert!(list(&window).bottom() <= LARGE[1], "{:?}", list(&window));
    check(&mut window, "reviews-rows-light-150");
    window.click("Cuối học kỳ I · chưa chốt");
    window.click("Cuối năm học · chưa chốt");
    in_sight(&window, "Cuối năm học · chưa chốt");
    // Its minutes have a long name; the menus stay where they are.
    window.click("Biên bản…");
    window.steps(3);
    in_sight(&window, "Biên bản rà soát năm học 2026 - 2027 (Cuối năm học)");
    in_sight(&window, "Hiển thị");
    check(&mut window, "minutes-light-150");
}

#[test]
fn three_years_stand_side_by_side() {
    let mut window = large(&year::three(12), Stage::ThreeYears);
    for label in ["Xuất Word…", "In hồ sơ ba năm", "chưa ghi mức độ"] {
        in_sight(&window, label);
    }
    check(&mut window, "years-light-150");
}

#[test]
fn next_year_is_looked_at_in_two_steps_and_made() {
    let mut window = large(&year::dossier(40), Stage::Table);
    crate::next::open(&mut window);
    let make = "Lập kế hoạch 2027 - 2028";
    in_sight(&window, make);
    check(&mut window, "next-light-150");
    window.click("Năm, số, tên riêng");
    in_sight(&window, make);
    in_sight(&window, "Chuyển cả phần lời văn, nhóm công tác, người giám sát");
    check(&mut window, "next-words-light-150");
    window.click(make);
    assert_eq!(window.plan().school_year.first(), 2027);
}

#[test]
fn work_is_followed_in_a_sheet_of_its_own() {
    let mut window = large(&year::dossier(40), Stage::Follow);
    in_sight(&window, "Chép lời nhắc");
    window.focus("Các nội dung đang theo dõi");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    in_sight(&window, "Mức độ thực hiện");
}
