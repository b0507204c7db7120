//! The frame around the views: commands, plans, stages, size and colours.

use std::collections::HashSet;

use caitien::library::TABLE_2018;
use caitien::ui::{Command, Stage, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::world::{Window, folder, sample};

#[test]
fn no_two_commands_share_a_key_or_a_name() {
    let mut keys = HashSet::new();
    let mut names = HashSet::new();
    for command in Command::ALL {
        if let Some(shortcut) = command.shortcut() {
            assert!(keys.insert(format!("{shortcut:?}")), "{command:?} shares its key");
        }
        assert!(names.insert(command.label()), "{command:?} shares its name");
    }
}

#[test]
fn what_to_report_is_shown_and_copied_without_a_word_of_the_plan() {
    let mut window = Window::of(&sample());
    let school = window.plan().letterhead.school.clone();
    window.click("Hiển thị");
    window.click("Thông tin chẩn đoán…");
    window.click("Chép thông tin chẩn đoán");
    let copied = window.world.borrow().copied.join("\n");
    assert!(copied.contains("Windows 11 Home") && copied.contains("no OpenGL 2.0"), "{copied}");
    assert!(copied.contains("3 kế hoạch"), "{copied}");
    assert!(!copied.contains(&school), "{copied}");
    assert!(window.shows("Đã chép. Dán vào thư hoặc tin nhắn gửi người hỗ trợ."));
}

#[test]
fn the_log_is_found_from_the_first_screen() {
    let mut window = Window::start();
    window.click("Thông tin chẩn đoán…");
    window.click("Mở thư mục cài đặt và nhật ký");
    assert_eq!(window.world.borrow().opened.last(), Some(&window.folder.path().join("data")));
}

#[test]
fn every_stage_opens_by_its_name() {
    let mut window = Window::of(&sample());
    let others = Stage::ALL.into_iter().filter(|stage| *stage != Stage::default());
    for stage in others.chain([Stage::default()]).map(Stage::label) {
        window.harness.get_by_role_and_label(Role::Tab, stage).click();
        window.steps(3);
        let tab = window.harness.get_by_role_and_label(Role::Tab, stage);
        let toggled = tab.accesskit_node().toggled();
        assert_eq!(toggled, Some(egui::accesskit::Toggled::True), "{stage} is not shown");
    }
}

#[test]
fn a_plan_is_copied_deleted_and_brought_back() {
    let mut window = Window::of(&sample());
    let count = window.dossier().plans.len();
    let title = "Kế hoạch năm học 2026 - 2027";
    window.click(title);
    window.click("Chép kế hoạch này");
    assert_eq!(window.dossier().plans.len(), count + 1);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.dossier().plans.len(), count);
    window.click(title);
    window.click("Xóa kế hoạch này");
    assert_eq!(window.dossier().plans.len(), count - 1);
    assert!(window.shows("Đã xóa: Kế hoạch năm học 2026 - 2027"));
    window.click_last("Hoàn tác");
    assert!(!window.shows("Đã xóa"));
    assert_eq!(window.dossier().plans.len(), count);
    assert_eq!(*window.dossier().plans, *sample().plans);
}

#[test]
fn the_offer_to_undo_goes_when_something_else_was_done() {
    let mut window = Window::of(&sample());
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Xóa kế hoạch này");
    window.type_into("Số", "7");
    assert!(window.shows("Đã xóa"));
    window.wait(1.5);
    assert!(!window.shows("Đã xóa"), "Hoàn tác would take back the number");
}

#[test]
fn a_plan_for_another_year_is_added_with_the_school_of_this_one() {
    let mut window = Window::of(&sample());
    let count = window.dossier().plans.len();
    let school = window.plan().letterhead.school.clone();
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Thêm kế hoạch cho năm khác…");
    window.click("Thêm kế hoạch");
    assert_eq!(window.dossier().plans.len(), count + 1);
    assert_eq!(window.plan().school_year.first(), 2027);
    assert_eq!(window.plan().letterhead.school, school);
}

#[test]
fn a_change_of_form_keeps_every_word_and_can_be_undone() {
    let mut window = Window::of(&sample());
    let before = window.plan();
    window.scroll_to("Mẫu kế hoạch");
    window.click("Mẫu kế hoạch");
    window.click("Mẫu bảng (theo các Thông tư năm 2018)");
    assert_eq!(window.plan().form, TABLE_2018);
    assert_eq!(window.plan().rows, before.rows);
    assert!(window.shows("Mẫu này không in"));
    window.click("Hoàn tác");
    assert_eq!(*window.plan(), *before);
}

#[test]
fn size_and_colours_are_remembered() {
    let folder = folder();
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 614.0]);
    window.press(Modifiers::COMMAND, Key::Plus);
    window.press(Modifiers::COMMAND, Key::Plus);
    window.press(Modifiers::COMMAND, Key::Minus);
    drop(window);
    let again = Window::with(Start::Screen, folder, [1093.0, 614.0]);
    assert!((again.harness.ctx.zoom_factor() - 1.1).abs() < 1e-4);
}

#[test]
fn the_size_stays_between_its_limits() {
    let mut window = Window::start();
    for _ in 0..12 {
        window.press(Modifiers::COMMAND, Key::Minus);
    }
    assert!((window.harness.ctx.zoom_factor() - 0.9).abs() < 1e-4);
    for _ in 0..12 {
        window.press(Modifiers::COMMAND, Key::Plus);
    }
    assert!((window.harness.ctx.zoom_factor() - 1.6).abs() < 1e-4);
}

#[test]
fn term_dates_are_edited_in_a_dialog() {
    let mut window = Window::of(&sample());
    window.click("Tệp");
    window.click("Mẫu, bộ tiêu chuẩn, học kỳ");
    window.click("Ngày học kỳ và chữ viết tắt…");
    window.focus("Ngày cuối học kỳ I");
    window.press(Modifiers::COMMAND, Key::A);
    window.text("20/01/2027");
    window.click("Ghi nhận");
    let terms = window.dossier().terms(window.plan().school_year);
    assert_eq!(terms.term_1_end, jiff::civil::date(2027, 1, 20));
}

#[test]
fn enter_as_in_excel_is_remembered_for_the_next_start() {
    const SETTING: &str = "Phím Enter như Excel (Alt+Enter xuống dòng)";
    let folder = folder();
    let ticked = |window: &mut Window| {
        window.harness.get_by_role_and_label(Role::Tab, "Bảng cải tiến").click();
        window.steps(3);
        window.click("Cột");
        window.harness.get_by_label(SETTING).accesskit_node().toggled()
    };
    let mut window = Window::with(Start::Sample, folder.clone(), [1093.0, 614.0]);
    assert_eq!(ticked(&mut window), Some(egui::accesskit::Toggled::False));
    window.click(SETTING);
    drop(window);
    let mut window = Window::with(Start::Sample, folder, [1093.0, 614.0]);
    assert_eq!(ticked(&mut window), Some(egui::accesskit::Toggled::True));
}

#[test]
fn what_is_said_can_be_closed_by_its_button_and_by_esc() {
    for by_key in [false, true] {
        let mut window = Window::of(&sample());
        let count = window.dossier().plans.len();
        window.click("Kế hoạch năm học 2026 - 2027");
        window.click("Xóa kế hoạch này");
        assert!(window.shows("Đã xóa"));
        if by_key {
            window.press(Modifiers::NONE, Key::Escape);
        } else {
            window.click("Đóng thông báo");
        }
        window.steps(2);
        assert!(!window.shows("Đã xóa"));
        assert_eq!(window.dossier().plans.len(), count - 1, "nothing is taken back");
    }
}

#[test]
fn esc_is_first_for_what_lies_over_the_stage() {
    let mut window = Window::of(&sample());
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Xóa kế hoạch này");
    window.press(Modifiers::COMMAND, Key::F);
    window.steps(2);
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert!(window.shows("Đã xóa"), "it closed the search");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert!(!window.shows("Đã xóa"));
}

#[test]
fn what_is_said_never_lies_on_the_cell_that_is_written_nor_on_the_foot_line() {
    let mut window = Window::of(&sample());
    window.click("Bảng cải tiến");
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Xóa kế hoạch này");
    window.press(Modifiers::COMMAND, Key::Home);
    let said = |window: &Window| {
        // All of it, up to the button that closes it.
        let words = window.harness.get_by_label_contains("Đã xóa").rect();
        words.union(window.harness.get_by_label("Đóng thông báo").rect()).expand(8.0)
    };
    let first = said(&window);
    assert!(first.bottom() > 540.0, "it stands low: {first:?}");
    let mut moved = false;
    for across in 0..12 {
        for _ in 0..3 {
            window.press(Modifiers::NONE, Key::ArrowDown);
            window.steps(1);
        }
        window.press(Modifiers::NONE, if across % 6 < 4 { Key::ArrowRight } else { Key::Home });
        window.steps(1);
        if !window.shows("Đã xóa") {
            break;
        }
        let ime = window.harness.output().platform_output.ime.expect("a cell is chosen");
        let said = said(&window);
        assert!(!said.intersects(ime.rect), "{said:?} {:?}", ime.rect);
        let feet = window.harness.query_all_by_label_contains(" nội dung");
        let foot = feet.map(|node| node.rect()).find(|rect| rect.top() > 590.0).unwrap();
        assert!(!said.intersects(foot), "{said:?} {foot:?}");
        moved |= (said.min - first.min).length() > 1.0;
    }
    assert!(moved, "it leaves the cell that comes there");
}

/// The cell that is written takes its place at the foot; on the next page that place is free.
#[test]
fn what_is_said_takes_a_place_of_its_own_on_every_page() {
    let mut window = Window::of(&sample());
    window.click("Bảng cải tiến");
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Xóa kế hoạch này");
    let place = |window: &Window| window.harness.get_by_label_contains("Đã xóa").rect().min;
    let first = place(&window);
    window.press(Modifiers::COMMAND, Key::Home);
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::PageDown, Key::PageDown] {
        window.press(Modifiers::NONE, key);
    }
    window.steps(3);
    let moved = place(&window);
    assert!((moved - first).length() > 20.0, "it leaves the cell: {first} {moved}");
    window.stage(Stage::Follow);
    window.steps(2);
    let there = place(&window);
    assert!((there.x - first.x).abs() < 1.0, "{first} {moved} {there}");
}

#[test]
fn what_is_said_leaves_a_dialog_and_its_button_alone() {
    let mut window = Window::of(&sample());
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Xóa kế hoạch này");
    window.press(Modifiers::NONE, Key::F1);
    window.steps(3);
    let close = window.harness.get_by_label("Đóng").rect();
    for said in window.harness.query_all_by_label_contains("Đã xóa") {
        assert!(!said.rect().expand(16.0).intersects(close), "{:?} {close:?}", said.rect());
    }
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    let said = window.harness.get_by_label_contains("Đã xóa").rect();
    assert!(said.top() > 540.0, "it stands at the foot again: {said:?}");
}
