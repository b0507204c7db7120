//! The calendar beside the three fields of a date: by mouse, by keys, as one step.

use caitien::plan::PlanDate;
use caitien::ui::Start;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample};

const NONE: Modifiers = Modifiers::NONE;
const CHOOSE: &str = "Chọn ngày trên lịch";

fn date(day: u8, month: u8, year: i16) -> PlanDate {
    PlanDate { day: Some(day), month: Some(month), year: Some(year) }
}

#[test]
fn a_day_is_clicked_in_the_month_that_stands_there() {
    let mut window = Window::of(&sample());
    let before = window.plan().date;
    window.click(CHOOSE);
    assert!(window.shows("Tháng 9, 2026"), "the month of the plan, whose day is blank");
    window.click("T2, 07/9/2026");
    assert_eq!(window.plan().date, date(7, 9, 2026));
    assert!(!window.shows("Tháng 9, 2026"), "it is closed");
    window.click("Hoàn tác");
    assert_eq!(window.plan().date, before, "it was one step");
}

#[test]
fn weeks_begin_on_monday_and_months_are_walked_through() {
    let mut window = Window::of(&sample());
    window.click(CHOOSE);
    let left = |window: &Window, day: &str| window.harness.get_by_label(day).rect().left();
    // 31 August 2026 is a Monday and begins the first week that is shown.
    assert!(left(&window, "T2, 31/8/2026") < left(&window, "T3, 01/9/2026"));
    assert!(left(&window, "T2, 31/8/2026") < left(&window, "CN, 06/9/2026"));
    window.click("Tháng sau");
    assert!(window.shows("Tháng 10, 2026"));
    window.click("Tháng trước");
    window.click("Tháng trước");
    window.click("T4, 05/8/2026");
    assert_eq!(window.plan().date, date(5, 8, 2026));
}

#[test]
fn arrows_pages_and_enter_choose_and_esc_leaves_all_as_it_is() {
    let mut window = Window::of(&sample());
    let before = window.plan().date;
    window.focus(CHOOSE);
    window.press(NONE, Key::Enter);
    window.steps(3);
    // From 1 September: a week, a day, a month on.
    for key in [Key::ArrowDown, Key::ArrowRight, Key::PageDown] {
        window.press(NONE, key);
    }
    assert!(window.shows("Tháng 10, 2026"));
    window.press(NONE, Key::Escape);
    window.steps(3);
    assert!(!window.shows("Tháng 10, 2026"));
    assert_eq!(window.plan().date, before);
    window.focus(CHOOSE);
    window.press(NONE, Key::Enter);
    window.steps(3);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::PageDown, Key::Enter] {
        window.press(NONE, key);
    }
    window.steps(3);
    assert_eq!(window.plan().date, date(9, 10, 2026));
}

/// The calendar, open.
fn shown(dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), [1093.0, 614.0]);
    if dark {
        by_night(&mut window);
    }
    window.click(CHOOSE);
    window.click("Tháng sau");
    window.steps(3);
    check(&mut window, if dark { "calendar-dark" } else { "calendar-light" });
}

#[test]
fn pictures_of_the_calendar_are_as_they_were() {
    shown(false);
}

#[test]
fn pictures_of_the_calendar_are_as_they_were_by_night() {
    shown(true);
}
