//! What stays in sight, what is asked once, what is tinted, and sums on request.

use caitien::plan::{Field, Row};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::*;

const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn the_title_of_the_lines_in_sight_stays_under_the_heads() {
    let mut window = grouped();
    window.press(CTRL, Key::End);
    window.steps(8);
    let plan = window.plan();
    let title = plan.rows.iter().rev().find_map(|row| match row {
        Row::Group(group) => Some(group.title.clone()),
        _ => None,
    });
    let title = title.unwrap();
    let head = window.harness.get_by_role_and_label(Role::ColumnHeader, "TT").rect();
    let top = |window: &Window| {
        let found = window.harness.query_all_by_label_contains(&title);
        found.map(|node| node.rect().top()).fold(f32::INFINITY, f32::min)
    };
    assert!((top(&window) - head.bottom()).abs() < 3.0, "{} {head:?}", top(&window));
    // Going up, the cell that is chosen never lies under it.
    for _ in 0..6 {
        window.press(Modifiers::NONE, Key::ArrowUp);
        window.steps(4);
        let chosen = window.harness.get_all_by_role(Role::MultilineTextInput).last();
        if let Some(chosen) = chosen {
            assert!(chosen.rect().top() >= head.bottom() - 1.0);
        }
    }
    window.press(CTRL, Key::Home);
    window.steps(8);
    assert!(top(&window) > head.bottom() + 20.0, "nothing lies over the beginning");
}

#[test]
fn what_enter_does_in_long_texts_is_asked_once() {
    let mut window = table();
    choose(&mut window, Field::Actions);
    one_frame(&mut window, [text("một")]);
    window.steps(2);
    assert!(!window.shows("Phím Enter trong ô dài:"));
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(2);
    assert!(window.shows("Phím Enter trong ô dài:"));
    window.text("hai");
    window.click("Sang ô dưới");
    leave(&mut window);
    assert_eq!(item(&window, 0).actions, "một\nhai");
    assert!(!window.shows("Phím Enter trong ô dài:"));
    choose(&mut window, Field::Actions);
    one_frame(&mut window, [text("ba"), key(Key::Enter)]);
    window.steps(2);
    one_frame(&mut window, [text("bốn")]);
    leave(&mut window);
    let actions = |at| item(&window, at).actions.clone();
    assert_eq!((actions(0), actions(1)), ("ba".to_owned(), "bốn".to_owned()));
    assert!(!window.shows("Phím Enter trong ô dài:"));
}

#[test]
fn ctrl_and_the_wheel_change_the_size_and_ctrl_0_brings_it_back() {
    let mut window = table();
    let size = |window: &Window| (window.harness.ctx.zoom_factor() * 100.0).round();
    for (turn, expect) in [(1.3, 110.0), (1.3, 120.0), (0.7, 110.0)] {
        window.harness.event(Event::Zoom(turn));
        window.steps(3);
        assert!((size(&window) - expect).abs() < 0.5, "{} {expect}", size(&window));
    }
    for _ in 0..9 {
        window.harness.event(Event::Zoom(0.7));
        window.steps(2);
    }
    assert!((size(&window) - 90.0).abs() < 0.5, "no smaller than the setting goes");
    window.press(CTRL, Key::Num0);
    window.steps(2);
    assert!((size(&window) - 100.0).abs() < 0.5);
}

/// Words in the table that stand on a ground of their own.
fn tinted(window: &Window) -> Vec<String> {
    let mut found = Vec::new();
    for shape in &window.harness.output().shapes {
        let egui::Shape::Text(text) = &shape.shape else { continue };
        let job = &text.galley.job;
        for section in &job.sections {
            if section.format.background != egui::Color32::TRANSPARENT {
                found.push(
                    job.text[section.byte_range.start.0..section.byte_range.end.0].to_owned(),
                );
            }
        }
    }
    found
}

#[test]
fn what_is_looked_for_is_tinted_where_it_stands() {
    let mut window = table();
    assert_eq!(tinted(&window), [""; 0]);
    let words = item(&window, 0).content.split(' ').take(3).collect::<Vec<_>>().join(" ");
    window.press(CTRL, Key::F);
    window.steps(2);
    window.text(&words);
    window.steps(4);
    // Once in the list, once in its cell.
    assert!(tinted(&window).iter().filter(|one| **one == words).count() >= 2);
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(4);
    assert_eq!(tinted(&window), [""; 0]);
}

#[test]
fn sums_by_source_and_by_budget_year_are_shown_on_request() {
    let mut window = table();
    window.steps(6);
    {
        let mut links = window.harness.get_all_by_role(Role::Link);
        let sums =
            |node: &egui_kittest::Node<'_>| node.rect().top() > 580.0 && node.rect().left() < 900.0;
        links.rfind(sums).unwrap().click();
    }
    window.steps(4);
    assert!(window.shows("Theo nguồn") && window.shows("Theo năm ngân sách"));
    assert!(window.shows("Năm 2026") && window.shows("Năm 2027"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Theo nguồn"));
}

#[test]
fn what_is_understood_of_a_time_stands_under_it_while_it_is_typed() {
    let mut window = table();
    let typed = "Trước ngày 15/01/2027";
    let at = window.plan().items().position(|item| item.time.typed == typed).unwrap();
    window
        .click(&format!("Thời gian, tiêu chí {}: {typed}", item(&window, at).criteria.join(", ")));
    window.press(Modifiers::NONE, Key::Escape);
    let says = |window: &Window, words: &str| {
        window.harness.query_all_by_label_contains(words).any(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.starts_with("hạn trước") || label.starts_with(words)
        })
    };
    assert!(says(&window, "15/01/2027"));
    // Over what is there: of the old words nothing is said any more, nor of half a word.
    window.text("Th");
    window.steps(1);
    assert!(!says(&window, "15/01/2027"));
    assert!(!says(&window, "Chưa rõ thời hạn"));
    window.text("áng 12/2026");
    window.steps(1);
    assert!(says(&window, "01/12/2026 đến 31/12/2026"));
    assert_eq!(item(&window, at).time.typed, typed, "nothing went out yet");
    window.wait(2.0);
    assert!(says(&window, "01/12/2026 đến 31/12/2026"));
    assert_eq!(item(&window, at).time.typed, "Tháng 12/2026");
}

/// Seen without choosing the line; a block of cells leaves no room for what is understood.
#[test]
fn a_late_line_says_so_in_its_time_and_a_block_shows_no_note_over_its_words() {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let rows = Arc::make_mut(plan).rows.iter_mut();
    let items = rows.filter_map(|row| match row {
        Row::Item(item) => Some(Arc::make_mut(item)),
        _ => None,
    });
    for (at, item) in items.take(2).enumerate() {
        item.status = None;
        item.time.typed = "14/11/2026".to_owned();
        let other = ["Kế toán", "Văn thư"][at];
        item.responsible.typed = format!("Hiệu trưởng; phối hợp: {other}");
        item.content = format!("Việc {at}");
    }
    let mut window = of(&dossier);
    let notes =
        |window: &Window, words: &str| window.harness.query_all_by_label_contains(words).count();
    assert_eq!(notes(&window, "quá hạn 8 ngày, "), 2, "in the chosen line and in the other one");
    choose(&mut window, Field::Responsible);
    window.steps(2);
    let understood = "chủ trì: Hiệu trưởng";
    assert_eq!(notes(&window, understood), 1);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.steps(2);
    assert!(window.shows("Đang chọn 2 dòng, 1 cột"));
    assert_eq!(notes(&window, understood), 0);
}
