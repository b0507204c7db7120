//! In và xuất: the pages are looked at as closely as a person wants, by keys, wheel and menu.

use caitien::ui::Stage;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::world::{Window, sample};

/// The sample's pages, made and drawn.
fn pages() -> Window {
    let mut window = Window::of(&sample());
    window.stage(Stage::Print);
    window.until(|window| window.shows("Trang 1"));
    window
}

fn width(window: &Window, page: &str) -> f32 {
    window.harness.get_by_label(page).rect().width()
}

#[test]
fn a_page_is_chosen_from_sizes_of_its_paper() {
    let mut window = pages();
    for (size, wide) in [("100%", 793.0), ("50%", 397.0)] {
        window.harness.get_by_label_contains("Cỡ trang xem").click();
        window.steps(3);
        window.click(size);
        assert!((width(&window, "Nội dung trang 1") - wide).abs() < 2.0, "{size}");
    }
    window.harness.get_by_label_contains("Cỡ trang xem").click();
    window.steps(3);
    window.click("Cả trang");
    let page = window.harness.get_by_label("Nội dung trang 1").rect();
    assert!(page.bottom() < 614.0, "{page}");
}

#[test]
fn page_keys_and_end_go_through_the_pages() {
    let mut window = pages();
    let seen = |window: &Window, page: &str| {
        let found = window.harness.query_by_label(page).map(|node| node.rect());
        found.is_some_and(|rect| rect.top() < 400.0 && rect.bottom() > 200.0)
    };
    assert!(seen(&window, "Nội dung trang 1"));
    window.press(Modifiers::NONE, Key::PageDown);
    window.steps(20);
    assert!(seen(&window, "Nội dung trang 2"));
    window.press(Modifiers::NONE, Key::Home);
    window.steps(20);
    assert!(seen(&window, "Nội dung trang 1"));
}

#[test]
fn the_wheel_with_ctrl_brings_the_page_closer() {
    let mut window = pages();
    let before = width(&window, "Nội dung trang 1");
    let middle = window.harness.get_by_label("Nội dung trang 1").rect().left_top();
    window.harness.event(Event::PointerMoved(middle + egui::vec2(40.0, 60.0)));
    window.harness.event(Event::Zoom(1.2));
    window.steps(4);
    let after = width(&window, "Nội dung trang 1");
    assert!((after / before - 1.2).abs() < 0.03, "{before} {after}");
}

#[test]
fn words_are_looked_for_and_walked_through_by_enter() {
    let mut window = pages();
    window.press(Modifiers::COMMAND, Key::F);
    window.steps(2);
    window.text("ke hoach");
    window.until(|window| window.shows("1 / "));
    let said = |window: &Window, from: usize| {
        (1..200).any(|count| {
            count > from && window.harness.query_by_label(&format!("{from} / {count}")).is_some()
        })
    };
    assert!(said(&window, 1));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(said(&window, 2), "Enter goes on, and the field keeps the focus");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::SHIFT, Key::Enter);
    assert!(said(&window, 2));
    window.press(Modifiers::SHIFT, Key::Enter);
    window.press(Modifiers::SHIFT, Key::Enter);
    assert!(!said(&window, 1), "before the first comes the last");
    // The last is far down: its page was scrolled to.
    window.steps(20);
    assert!(window.harness.query_by_label("Nội dung trang 1").is_none());
    window.text(" không có");
    window.until(|window| window.shows("Không thấy trên trang nào"));
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert!(!window.shows("Không thấy trên trang nào"));
}

#[test]
fn what_the_mouse_marks_and_what_a_page_says_go_to_the_clipboard() {
    let mut window = pages();
    let page = window.harness.get_by_label("Nội dung trang 1").rect();
    let at = |x: f32, y: f32| page.min + egui::vec2(page.width() * x, page.height() * y);
    // Over the name of the nation, from its left to its right.
    let [from, to] = [at(0.465, 0.082), at(0.99, 0.082)];
    window.frames(1, [Event::PointerMoved(from), pointer(from, true)]);
    window.frames(1, [Event::PointerMoved(from + egui::vec2(20.0, 0.0))]);
    window.frames(1, [Event::PointerMoved(to)]);
    window.frames(1, [pointer(to, false)]);
    window.frames(2, [Event::Copy]);
    window.steps(3);
    assert_eq!(last_copied(&window), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert!(window.shows("Đã chép chữ đã chọn."));
    window.harness.set_size(egui::vec2(1366.0, 1400.0));
    window.steps(3);
    window.click("Chép chữ của trang");
    window.steps(3);
    assert!(window.shows("Đã chép chữ của trang 1."));
    let text = last_copied(&window);
    assert!(text.contains("Độc lập - Tự do - Hạnh phúc\n") && text.contains("KẾ HOẠCH"));
}

fn last_copied(window: &Window) -> String {
    window.world.borrow().copied.last().cloned().unwrap_or_default()
}

fn pointer(pos: egui::Pos2, pressed: bool) -> Event {
    let button = egui::PointerButton::Primary;
    Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
}
