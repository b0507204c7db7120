//! The focus is always somewhere, and where the eye is: nothing typed goes astray.

use std::sync::Arc;

use caitien::plan::{Field, Id, Item, Row};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;

/// The sample with so many rows in its newest plan.
fn long(rows: u32) -> Window {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let first = dossier.next_id.0 + 1;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let plan = Arc::make_mut(plan);
    let one = plan.items().next().unwrap().clone();
    for at in 0..rows {
        let target = format!("Mục tiêu thứ {at}");
        let item = Item { id: Id(first + at), target, ..(*one).clone() };
        plan.rows.push(Row::Item(Arc::new(item)));
    }
    dossier.next_id = Id(first + rows);
    of(&dossier)
}

fn wheel(window: &mut Window, points: f32) {
    window.harness.event(Event::PointerMoved(egui::pos2(500.0, 400.0)));
    window.harness.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, points),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    window.steps(6);
}

/// Types letter by letter, a frame each.
fn letters(window: &mut Window, word: &str) {
    for letter in word.chars() {
        window.text(&letter.to_string());
    }
}

/// Whether the live cell is in sight.
#[track_caller]
fn in_sight(window: &Window, label: &str) {
    let cell = window.harness.get_by_label(label).rect();
    let all = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1093.0, 614.0));
    assert!(all.contains_rect(cell), "{label} is at {cell:?}");
}

/// What the live cell of a target is called.
fn target_of(item: &Item) -> String {
    format!("Mục tiêu cải tiến, tiêu chí {}", item.criteria.join(", "))
}

#[test]
fn what_is_typed_after_the_wheel_goes_into_the_chosen_cell_and_brings_it_into_sight() {
    let mut window = long(60);
    choose(&mut window, Field::Target);
    wheel(&mut window, -4000.0);
    assert!(window.harness.query_by_label(&target_of(&item(&window, 0))).is_none());
    letters(&mut window, "Đạt Mức 2");
    window.steps(6);
    in_sight(&window, &target_of(&item(&window, 0)));
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "Đạt Mức 2");
}

#[test]
fn a_key_after_the_wheel_goes_on_from_the_chosen_cell() {
    let mut window = long(60);
    choose(&mut window, Field::Target);
    wheel(&mut window, -4000.0);
    window.press(Modifiers::NONE, Key::ArrowDown);
    letters(&mut window, "xong");
    leave(&mut window);
    assert_eq!(item(&window, 1).target, "xong");
}

#[test]
fn what_is_typed_after_a_far_jump_goes_into_the_cell_that_is_reached() {
    let jumps: [&[(Modifiers, Key)]; 3] = [
        &[(Modifiers::COMMAND, Key::ArrowDown)],
        &[(Modifiers::NONE, Key::PageDown); 3],
        &[(Modifiers::NONE, Key::ArrowDown); 40],
    ];
    for jump in jumps {
        let mut window = long(60);
        choose(&mut window, Field::Target);
        for (modifiers, pressed) in jump {
            window.harness.event(Event::Key {
                key: *pressed,
                physical_key: None,
                pressed: true,
                repeat: true,
                modifiers: *modifiers,
            });
            window.steps(1);
        }
        letters(&mut window, "tới nơi");
        leave(&mut window);
        let reached: Vec<_> = window
            .plan()
            .items()
            .enumerate()
            .filter(|(_, item)| item.target == "tới nơi")
            .map(|(at, _)| at)
            .collect();
        assert_eq!(reached.len(), 1, "{jump:?}");
        assert!(reached[0] > 3, "{jump:?} reached {reached:?}");
        in_sight(&window, &target_of(&item(&window, reached[0])));
    }
}

#[test]
fn after_escape_in_a_cell_higher_than_the_window_typing_begins_the_cell_anew() {
    let mut window = long(60);
    choose(&mut window, Field::Target);
    let pages = (1..80).map(|line| format!("dòng {line}")).collect::<Vec<_>>().join("\n");
    at_once(&mut window, [Event::Paste(pages)]);
    window.wait(1.2);
    window.press(Modifiers::NONE, Key::Escape);
    letters(&mut window, "ngắn thôi");
    window.steps(6);
    in_sight(&window, &target_of(&item(&window, 0)));
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "ngắn thôi");
}

#[test]
fn a_click_beside_everything_leaves_the_keys_with_the_cell() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let nowhere = egui::pos2(900.0, 606.0);
    for pressed in [true, false] {
        window.harness.event(Event::PointerButton {
            pos: nowhere,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.steps(1);
    letters(&mut window, "còn đây");
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "còn đây");
}

#[test]
fn what_is_typed_with_the_click_goes_into_the_cell_that_is_clicked() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let before = item(&window, 0);
    let pos = window.harness.get_by_label(&cell(&item(&window, 1), Field::Target)).rect().center();
    let pointer = |pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    one_frame(&mut window, [Event::PointerMoved(pos), pointer(true)]);
    one_frame(&mut window, [pointer(false), text("ngay")]);
    window.steps(4);
    leave(&mut window);
    assert_eq!(item(&window, 0).target, before.target);
    assert_eq!(item(&window, 1).target, "ngay");
}

/// A way to open something from the table.
type Opens = fn(&mut Window);

/// Closes what is open: its last event and a letter come in one frame.
fn close_by_escape(window: &mut Window, letter: &str) {
    one_frame(window, [key(Key::Escape), text(letter)]);
}

fn close_by_button(window: &mut Window, button: &str, letter: &str) {
    window.harness.get_by_label(button).click();
    window.steps(1);
    window.harness.event(text(letter));
    window.steps(1);
}

/// Everything that can be opened from the table, and the button that closes it, if any.
const OPENED: [(&str, Opens, &str); 14] = [
    ("criteria", |window| window.click("Thêm tiêu chí…"), "Hủy"),
    ("menu of columns", |window| window.click("Cột"), ""),
    (
        "columns",
        |window| {
            window.click("Cột");
            window.click("Ẩn, hiện, đổi tên, sắp xếp cột…");
        },
        "Hủy",
    ),
    ("form of the row", |window| window.press(Modifiers::NONE, Key::F4), "Đóng"),
    ("menu by its key", |window| window.press(Modifiers::NONE, Key::Menu), ""),
    ("menu by Shift+F10", |window| window.press(Modifiers::SHIFT, Key::F10), ""),
    (
        "menu by the pointer",
        |window| {
            let name = target_of(&item(window, 0));
            window.harness.get_by_label(&name).click_secondary();
            window.steps(3);
        },
        "",
    ),
    ("menu of files", |window| window.click("Tệp"), ""),
    ("menu of the view", |window| window.click("Hiển thị"), ""),
    ("help", |window| window.press(Modifiers::NONE, Key::F1), ""),
    (
        "names of criteria",
        |window| {
            window.click("Tệp");
            window.click("Mẫu, bộ tiêu chuẩn, học kỳ");
            window.click("Sửa tên tiêu chuẩn, tiêu chí…");
        },
        "Hủy",
    ),
    (
        "terms",
        |window| {
            window.click("Tệp");
            window.click("Mẫu, bộ tiêu chuẩn, học kỳ");
            window.click("Ngày học kỳ và chữ viết tắt…");
        },
        "Hủy",
    ),
    (
        "another plan",
        |window| {
            let plans = window.harness.get_by_label_contains("Kế hoạch năm học");
            plans.click();
            window.steps(3);
            window.click("Thêm kế hoạch cho năm khác…");
        },
        "Hủy",
    ),
    (
        "what was understood",
        |window| {
            let name = format!("tiêu chí {}", item(window, 0).criteria.join(", "));
            let label = window
                .harness
                .get_all_by_role(egui::accesskit::Role::Button)
                .filter_map(|node| node.accesskit_node().label())
                .find(|label| label.ends_with(&format!(", {name}")))
                .expect("a time is understood");
            window.click(&label);
        },
        "Hủy",
    ),
];

#[test]
fn whatever_was_open_typing_goes_on_in_the_cell() {
    for (name, open, button) in OPENED {
        for by_button in [false, true] {
            if by_button && button.is_empty() {
                continue;
            }
            let mut window = table();
            choose(&mut window, Field::Target);
            let rows = window.plan().rows.len();
            open(&mut window);
            window.steps(3);
            if by_button {
                close_by_button(&mut window, button, "Đ");
            } else {
                close_by_escape(&mut window, "Đ");
            }
            letters(&mut window, "ạt Mức 3");
            leave(&mut window);
            assert_eq!(item(&window, 0).target, "Đạt Mức 3", "after {name}, {by_button}");
            assert_eq!(window.plan().rows.len(), rows, "after {name}");
        }
    }
}

#[test]
fn what_is_typed_over_a_dialog_without_fields_changes_no_cell() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let before = item(&window, 0);
    window.press(Modifiers::NONE, Key::F1);
    window.steps(3);
    letters(&mut window, "abc");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    assert_eq!(item(&window, 0).target, before.target);
    letters(&mut window, "d");
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "d");
}

#[test]
fn arrows_stay_in_the_menu_that_a_key_opened() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let count = window.plan().rows.len();
    window.press(Modifiers::SHIFT, Key::F10);
    window.steps(3);
    // From "Phiếu của dòng" to "Nhân đôi dòng".
    for _ in 0..9 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    let plan = window.plan();
    let first = plan.items().next().unwrap().clone();
    let twice = plan.items().filter(|item| item.target == first.target).count();
    assert_eq!((plan.rows.len(), twice), (count + 1, 2));
}

#[test]
fn f6_leads_to_the_buttons_and_back() {
    let mut window = table();
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::F6);
    let focused = window.harness.get_by_label("Thêm tiêu chí…");
    assert!(focused.is_focused());
    window.press(Modifiers::NONE, Key::F6);
    letters(&mut window, "về");
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "về");
}
