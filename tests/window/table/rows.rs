//! How many lines are in sight: long cells are cut where they are not worked on, and say so.

use std::sync::Arc;

use caitien::plan::Row;
use caitien::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable;

use super::*;

const SMALL: [f32; 2] = [1093.0, 614.0];
const WIDE: [f32; 2] = [1366.0, 768.0];

/// This plan of a dossier as a table, in a window of this size.
fn of_size(dossier: &Dossier, plan: usize, size: [f32; 2]) -> Window {
    let mut dossier = dossier.clone();
    dossier.plans = vec![dossier.plans[plan].clone()];
    let folder = crate::world::folder();
    let path = crate::world::write(&folder, "school.caitien", &dossier);
    let mut window = Window::with(Start::File(path), folder, size);
    window.click("Bảng cải tiến");
    window.steps(8);
    window
}

/// The lines' places on the screen, by the cells of their numbers.
fn lines(window: &Window) -> Vec<Rect> {
    window.harness.get_all_by_role(Role::RowHeader).map(|number| number.rect()).collect()
}

/// How many lines are in sight whole, or at least the greater part of them.
fn in_sight(window: &Window) -> usize {
    let counts = window.harness.query_all_by_label_contains(" nội dung");
    let foot = counts.last().unwrap().rect().top() - 2.0;
    let seen = |line: &&Rect| foot - line.top() > 0.6 * line.height();
    lines(window).iter().filter(seen).count()
}

/// Words of the line at this place that are cut.
fn cut(window: &Window, line: Rect) -> Vec<String> {
    let mut cut = Vec::new();
    for shape in &window.harness.output().shapes {
        let egui::Shape::Text(text) = &shape.shape else { continue };
        if text.galley.elided && line.y_range().contains(text.pos.y) {
            cut.push(text.galley.text().to_owned());
        }
    }
    cut
}

#[test]
fn five_lines_are_in_sight_in_a_small_window_and_in_a_wide_one() {
    let file = |json: &str| Dossier::from_json(json).unwrap();
    let preschool = file(include_str!("../../files/preschool.json"));
    let primary = file(include_str!("../../files/primary.json"));
    for dossier in [sample(), preschool, primary] {
        for plan in 0..dossier.plans.len() {
            for size in [SMALL, WIDE] {
                let window = of_size(&dossier, plan, size);
                let form = dossier.plans[plan].form.clone();
                let count = in_sight(&window);
                let all = dossier.plans[plan].rows.len();
                assert!(count >= all.min(5), "{form:?}, {size:?}: {count} of {all}");
            }
        }
    }
}

#[test]
fn only_the_chosen_line_shows_all_its_words() {
    let mut window = table();
    for _ in 0..2 {
        let places = lines(&window);
        assert_eq!(cut(&window, places[0]), [""; 0]);
        assert!(!cut(&window, places[1]).is_empty());
        window.press(Modifiers::NONE, Key::ArrowDown);
        window.steps(6);
        let places = lines(&window);
        assert!(!cut(&window, places[0]).is_empty());
        assert_eq!(cut(&window, places[1]), [""; 0]);
        window.press(Modifiers::NONE, Key::ArrowUp);
        window.steps(6);
    }
}

#[test]
fn nothing_is_cut_where_all_lines_have_room() {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    Arc::make_mut(plan).rows.truncate(3);
    let window = of(&dossier);
    for line in lines(&window) {
        assert_eq!(cut(&window, line), [""; 0]);
    }
}

#[test]
fn words_that_are_cut_are_whole_under_the_pointer() {
    let mut window = table();
    let words = item(&window, 2).actions.clone();
    let label = cell(&item(&window, 2), Field::Actions);
    let shown = |window: &Window| {
        let is_whole = |shape: &egui::epaint::ClippedShape| match &shape.shape {
            egui::Shape::Text(text) => text.galley.text() == words && !text.galley.elided,
            _ => false,
        };
        window.harness.output().shapes.iter().any(is_whole)
    };
    assert!(!shown(&window));
    window.harness.get_by_label(&label).hover();
    window.wait(1.0);
    assert!(shown(&window));
}

#[test]
fn a_double_click_writes_in_the_cell_under_the_pointer_though_lines_open_and_close() {
    for at in [1, 3] {
        let mut window = table();
        let before = item(&window, at);
        let cell = window.harness.get_by_label(&cell(&before, Field::Target)).rect();
        let pos = cell.left_top() + egui::vec2(9.0, 12.0);
        window.double_click(pos);
        window.text("X");
        leave(&mut window);
        assert_eq!(item(&window, at).target, format!("X{}", before.target));
    }
}

#[test]
fn what_is_clicked_stays_under_the_pointer_and_is_then_brought_into_sight() {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    for row in &mut Arc::make_mut(plan).rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).actions = "Rà soát, phân công, kiểm tra. ".repeat(12);
        }
    }
    let mut window = of(&dossier);
    let last = *lines(&window).last().unwrap();
    let pos = egui::pos2(200.0, last.top() + 8.0);
    for pressed in [true, false] {
        window.harness.event(Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.steps(3);
    let there = |window: &Window| lines(window).iter().any(|line| line.top() == last.top());
    assert!(there(&window), "it went away under the pointer");
    window.wait(1.0);
    assert!(!there(&window), "it was not brought into sight");
}
