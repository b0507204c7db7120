//! In và xuất: letters, spacing, margins, who approves, and how many pages there may be.

use caitien::plan::{Letters, LineSpacing, PageLook};
use caitien::ui::Stage;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::world::{Window, sample};

/// The sample's pages, made and drawn, in a window that shows all that stands beside them.
fn pages() -> Window {
    let mut window = Window::of(&sample());
    window.harness.set_size(egui::vec2(1366.0, 1400.0));
    window.stage(Stage::Print);
    window.until(|window| window.shows("Trang 1"));
    window
}

fn choose(window: &mut Window, label: &str, choice: &str) {
    window.click(label);
    window.steps(3);
    window.click(choice);
    window.steps(3);
}

fn look(window: &Window) -> PageLook {
    window.plan().options.page
}

#[test]
fn letters_spacing_and_margins_are_chosen_and_each_is_one_step() {
    let mut window = pages();
    assert!(!window.shows("Cỡ chữ"));
    window.click("Chọn cỡ chữ, giãn dòng, lề…");
    window.steps(3);
    choose(&mut window, "Cỡ chữ", "13 pt");
    choose(&mut window, "Giãn dòng", "1,5");
    choose(&mut window, "Thụt đầu dòng", "1,27 cm");
    choose(&mut window, "Lề phải", "20 mm");
    let chosen = look(&window);
    assert_eq!(chosen.letters.get(), 13);
    assert_eq!(chosen.line_spacing.get(), 1500);
    assert_eq!(chosen.first_line.get(), 127);
    assert_eq!(chosen.margin_right.get(), 20);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(
        look(&window),
        PageLook { margin_right: PageLook::default().margin_right, ..chosen }
    );
    window.click("Đặt lại như thường dùng");
    window.steps(3);
    assert_eq!(look(&window), PageLook::default());
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(look(&window).line_spacing.get(), 1500, "all of it is one step");
    let kept = window.plan().id;
    let read = window.close_and_read();
    assert_eq!(read.plan(kept).unwrap().options.page.letters, Letters::LEAST);
}

#[test]
fn a_plan_is_brought_to_fewer_pages_in_one_step_or_it_is_said_why_not() {
    let mut window = pages();
    let pages = |window: &Window| {
        let all = (1..40).take_while(|number| window.shows(&format!("Trang {number}")));
        all.count()
    };
    let now = pages(&window);
    assert!(window.shows(&format!("{now} trang, ")) && window.shows("giáp lai"));
    choose(&mut window, "Thu cho vừa", "1 trang");
    window.click("Tính thử");
    window.until(|window| window.shows("Không thu được còn 1 trang"));
    assert_eq!(look(&window), PageLook::default(), "nothing was changed");
    // Of lines far apart the usual ones take fewer pages.
    window.click("Chọn cỡ chữ, giãn dòng, lề…");
    window.steps(3);
    choose(&mut window, "Giãn dòng", "1,5");
    window.until(|window| window.shows(&format!("Trang {}", now + 1)));
    let loose = look(&window);
    choose(&mut window, "Thu cho vừa", &format!("{now} trang"));
    window.click("Tính thử");
    window.until(|window| window.shows("nếu đổi: giãn dòng 1,5 → "));
    assert_eq!(look(&window), loose, "it is only tried");
    window.click("Thu lại như vậy");
    window.steps(3);
    let found = look(&window);
    assert!(found.line_spacing < loose.line_spacing && found.line_spacing >= LineSpacing::LEAST);
    assert_eq!(found.letters, loose.letters);
    window.until(|window| !window.shows(&format!("Trang {}", now + 1)));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(look(&window), loose);
}

#[test]
fn who_approves_comes_and_goes_with_one_tick() {
    let mut window = pages();
    let before = window.plan().signatures.clone();
    window.click("Có chữ ký duyệt bên trái");
    window.steps(3);
    let approval = window.plan().signatures.last().unwrap().clone();
    assert!(approval.approves && approval.authority[0].starts_with("DUYỆT CỦA "));
    window.click("Có chữ ký duyệt bên trái");
    window.steps(3);
    assert_eq!(window.plan().signatures, before);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(window.plan().signatures.last(), Some(&approval));
    window.stage(Stage::Print);
    window.steps(3);
    window.click("Sửa chữ ký duyệt");
    window.steps(3);
    let ticks = window.harness.query_all_by_label("Ký duyệt: in bên trái, nơi nhận ở dưới");
    assert_eq!(ticks.count(), 2);
}

#[test]
fn the_timeline_follows_the_pages_and_is_not_counted_among_those_that_are_fitted() {
    let mut window = pages();
    let count = |window: &Window| {
        (1..40).take_while(|number| window.shows(&format!("Trang {number}"))).count()
    };
    let now = count(&window);
    window.click("Kèm phụ lục tiến độ");
    window.until(|window| window.shows(&format!("Trang {}", now + 1)));
    assert!(window.plan().options.timeline_appendix);
    assert!(window.shows(&format!("{} trang, ", count(&window))));
    let fit = window.harness.get_by_role_and_label(Role::ComboBox, "Thu cho vừa");
    assert_eq!(fit.value().unwrap_or_default(), format!("{} trang", now - 1));
    window.press(Modifiers::COMMAND, Key::Z);
    window.until(|window| count(window) == now);
}

#[test]
fn the_look_is_chosen_by_keys_alone() {
    let mut window = pages();
    window.focus("Chọn cỡ chữ, giãn dòng, lề…");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Tab);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.steps(3);
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    assert_eq!(look(&window).letters, Letters::LEAST);
    // Tab goes on from the list just chosen.
    window.press(Modifiers::NONE, Key::Tab);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.steps(3);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    assert_eq!(look(&window).line_spacing.get(), 1150);
}
