//! In và xuất: the pages are looked at as closely as a person wants, by keys, wheel and menu.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::world::{Window, sample};

/// The sample's pages, made and drawn.
fn pages() -> Window {
    let mut window = Window::of(&sample());
    window.press(Modifiers::ALT, Key::Num6);
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
