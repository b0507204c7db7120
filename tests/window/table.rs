//! The table: cells are entered, written in and left by keys; lines come, move and go; what is
//! typed reaches the plan letter for letter, and every step can be taken back.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests are tests

use std::sync::Arc;

use caitien::plan::{Dossier, Field, Item, Plan, Row};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::world::{Window, sample};

/// The sample's newest plan as a table.
fn table() -> Window {
    of(&sample())
}

fn of(dossier: &Dossier) -> Window {
    let mut window = Window::of(dossier);
    window.click("Bảng cải tiến");
    window
}

fn item(window: &Window, at: usize) -> Arc<Item> {
    window.plan().items().nth(at).unwrap().clone()
}

/// What a cell of this item is called.
fn cell(item: &Item, field: Field) -> String {
    let (column, text) = match field {
        Field::Content => ("Nội dung cải tiến", &item.content),
        Field::Target => ("Mục tiêu cải tiến", &item.target),
        Field::Actions => ("Hoạt động, giải pháp", &item.actions),
        other => panic!("not used here: {other:?}"),
    };
    format!("{column}, tiêu chí {}: {text}", item.criteria.join(", "))
}

/// Chooses a cell of the first item: its whole text is marked, as after coming by a key.
fn choose(window: &mut Window, field: Field) {
    let label = cell(&item(window, 0), field);
    if window.harness.query_by_label(&label).is_some() {
        window.click(&label);
    }
    leave(window);
}

/// Ctrl+Enter: what was written is handed over, the cell stays chosen.
fn leave(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::Enter);
    window.steps(2);
}

fn key(key: Key) -> Event {
    let modifiers = Modifiers::NONE;
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

/// All in one frame.
fn at_once(window: &mut Window, events: impl IntoIterator<Item = Event>) {
    for event in events {
        window.harness.event(event);
    }
    window.steps(6);
}

#[test]
fn typing_into_a_chosen_cell_replaces_its_text_and_undo_brings_it_back() {
    let mut window = table();
    let before = item(&window, 0);
    choose(&mut window, Field::Target);
    window.text("Mới");
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(item(&window, 0).target, "Mới");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(item(&window, 0).target, before.target);
}

#[test]
fn escape_gives_back_the_text_from_before() {
    let mut window = table();
    let before = item(&window, 0);
    choose(&mut window, Field::Target);
    window.text("Nhầm");
    window.wait(1.2);
    assert_eq!(item(&window, 0).target, "Nhầm");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert_eq!(item(&window, 0).target, before.target);
}

#[test]
fn keys_of_one_frame_go_to_the_cells_they_were_meant_for() {
    let mut window = table();
    choose(&mut window, Field::Content);
    let tab = || key(Key::Tab);
    at_once(&mut window, [text("một"), tab(), text("hai"), tab(), text("ba")]);
    leave(&mut window);
    let item = item(&window, 0);
    assert_eq!([&item.content, &item.target, &item.actions], ["một", "hai", "ba"]);
}

#[test]
fn a_burst_of_unikey_into_a_chosen_cell_comes_out_right() {
    let mut window = table();
    choose(&mut window, Field::Target);
    // "tiếng Việt" by Telex: each key is so many Backspaces and then letters.
    let head = [(0, "t"), (0, "i"), (0, "e"), (1, "ê"), (0, "n"), (0, "g"), (3, "ếng")];
    let tail = [(0, " "), (0, "V"), (0, "i"), (0, "e"), (1, "ê"), (0, "t"), (2, "ệt")];
    for (backspaces, letters) in head.into_iter().chain(tail) {
        for _ in 0..backspaces {
            window.harness.event(key(Key::Backspace));
        }
        for letter in letters.chars() {
            window.harness.event(text(&letter.to_string()));
        }
        window.steps(1);
    }
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "tiếng Việt");
}

#[test]
fn enter_breaks_a_long_text() {
    let mut window = table();
    choose(&mut window, Field::Actions);
    at_once(&mut window, [text("một"), key(Key::Enter), text("hai")]);
    leave(&mut window);
    assert_eq!(item(&window, 0).actions, "một\nhai");
}

#[test]
fn enter_goes_down_from_a_short_text() {
    let mut window = table();
    choose(&mut window, Field::Actions);
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::ArrowRight);
    }
    at_once(&mut window, [text("Tháng 10"), key(Key::Enter), text("Tháng 11")]);
    leave(&mut window);
    let times: Vec<_> = window.plan().items().take(2).map(|item| item.time.typed.clone()).collect();
    assert_eq!(times, ["Tháng 10", "Tháng 11"]);
}

#[test]
fn a_cell_pasted_from_a_spreadsheet_comes_without_its_quotes() {
    let mut window = table();
    choose(&mut window, Field::Target);
    at_once(&mut window, [Event::Paste("\"hai\ndòng\"\r\n".to_owned())]);
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "hai\ndòng");
}

#[test]
fn a_chosen_cell_is_copied_as_it_stands() {
    let mut window = table();
    choose(&mut window, Field::Target);
    at_once(&mut window, [Event::Copy]);
    let copied = window.world.borrow().copied.clone();
    assert_eq!(copied, [item(&window, 0).target.clone()]);
}

fn codes(plan: &Plan) -> Vec<String> {
    plan.items().flat_map(|item| item.criteria.clone()).collect()
}

#[test]
fn criteria_ticked_together_are_one_step_of_undo() {
    let mut window = table();
    let before = window.plan();
    window.click("Thêm tiêu chí…");
    let dossier = sample();
    let catalogue = dossier.catalogue_of(&before).unwrap().clone();
    let used = codes(&before);
    let free: Vec<_> = catalogue
        .standards
        .iter()
        .flat_map(|standard| &standard.criteria)
        .filter(|criterion| !used.contains(&criterion.code))
        .take(2)
        .collect();
    for criterion in &free {
        let label = format!("{} {}", criterion.code, criterion.name);
        window.harness.get_by_label(&label).scroll_to_me();
        window.steps(8);
        window.click(&label);
    }
    window.click("Thêm 2 dòng");
    let after = codes(&window.plan());
    assert!(free.iter().all(|criterion| after.contains(&criterion.code)), "{after:?}");
    // As on paper, the criterion stands in for a content nobody wrote yet.
    window.steps(4);
    assert!(window.shows(&format!(": Tiêu chí {}. {}", free[0].code, free[0].name)));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plan().rows, before.rows);
}

#[test]
fn a_deleted_line_comes_back() {
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    window.press(Modifiers::COMMAND, Key::Delete);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), before.rows.len() - 1);
    assert!(window.shows("Đã xóa 1 dòng"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plan().rows, before.rows);
}

#[test]
fn lines_are_moved_doubled_and_added_by_keys() {
    let mut window = table();
    let first = item(&window, 0);
    let place =
        |window: &Window| window.plan().rows.iter().position(|row| row.id() == first.id).unwrap();
    let (count, at) = (window.plan().rows.len(), place(&window));
    choose(&mut window, Field::Target);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.steps(2);
    assert_eq!(place(&window), at + 1);
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.steps(2);
    assert_eq!(place(&window), at);
    window.press(Modifiers::COMMAND, Key::D);
    window.steps(2);
    let doubled = window.plan().rows[at + 1].as_item().unwrap().target.clone();
    assert_eq!((window.plan().rows.len(), doubled), (count + 1, first.target.clone()));
    window.press(Modifiers::COMMAND, Key::Insert);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), count + 2);
}

#[test]
fn the_menu_of_a_line_works_on_that_line() {
    let mut window = table();
    let (count, second) = (window.plan().rows.len(), item(&window, 1));
    let label = cell(&second, Field::Target);
    window.harness.get_by_label(&label).click_secondary();
    window.steps(4);
    window.click("Nhân đôi dòng");
    window.steps(2);
    let twice = window.plan().items().filter(|item| item.target == second.target).count();
    assert_eq!((window.plan().rows.len(), twice), (count + 1, 2));
}

/// The sample's plan of 2025 - 2026, whose rows stand in groups under a band.
fn grouped() -> Window {
    let mut dossier = sample();
    dossier.plans.retain(|plan| plan.school_year.first() == 2025);
    of(&dossier)
}

#[test]
fn the_title_of_a_group_is_written_over_the_full_width() {
    let mut window = grouped();
    let at = window.plan().rows.iter().position(|row| matches!(row, Row::Group(_))).unwrap();
    let Row::Group(group) = window.plan().rows[at].clone() else { unreachable!() };
    window.click(&format!("Dòng nhóm, dòng {}: {}", at + 1, group.title));
    leave(&mut window);
    at_once(&mut window, [text("Tiêu chuẩn 5: Kết quả"), key(Key::Tab)]);
    leave(&mut window);
    let Row::Group(group) = window.plan().rows[at].clone() else { unreachable!() };
    assert_eq!((group.title.as_str(), group.standard), ("Tiêu chuẩn 5: Kết quả", Some(5)));
}

#[test]
fn several_lines_are_chosen_by_their_numbers_and_deleted_together() {
    let mut window = grouped();
    let before = window.plan();
    let number = |at: usize| {
        let item = before.items().nth(at).unwrap();
        format!("TT, tiêu chí {}: để trống", item.criteria.join(", "))
    };
    window.click(&number(0));
    for _ in 0..2 {
        window.press(Modifiers::SHIFT, Key::ArrowDown);
    }
    window.press(Modifiers::COMMAND, Key::Delete);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), before.rows.len() - 3);
    assert!(window.shows("Đã xóa 3 dòng"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plan().rows, before.rows);
}

#[test]
fn a_column_is_hidden_and_renamed_for_screen_and_paper() {
    let mut window = table();
    window.click("Cột");
    window.click("Ẩn, hiện, đổi tên, sắp xếp cột…");
    window.steps(8);
    window.harness.get_by_role_and_label(Role::CheckBox, "Nội dung cải tiến").click();
    window.steps(3);
    window.focus("Tên cột Mục tiêu cải tiến");
    window.press(Modifiers::COMMAND, Key::A);
    window.text("Đích");
    window.click("Dùng các cột này");
    let options = window.plan().options.clone();
    let columns = &options.columns.last().unwrap().columns;
    assert!(columns.iter().any(|column| column.field == Field::Content && column.hidden));
    assert!(columns.iter().any(|column| column.title.as_deref() == Some("Đích")));
    assert!(window.harness.query_by_label("Đích").is_some());
    assert!(window.harness.query_by_label("Nội dung cải tiến").is_none());
}

#[test]
fn words_of_an_input_method_go_into_the_chosen_cell() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let commit = Event::Ime(egui::ImeEvent::Commit("Đạt".to_owned()));
    at_once(&mut window, [commit, text(" Mức 2")]);
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "Đạt Mức 2");
}

#[test]
fn the_form_of_the_row_edits_what_the_plan_does_not_print() {
    let mut window = table();
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::F4);
    window.steps(2);
    assert!(window.shows("Dòng sau"));
    let label = "Ghi chú (không in trong mẫu này)";
    window.type_into(label, "Nhắc lại");
    window.click("Đóng");
    assert!(item(&window, 0).note.ends_with("Nhắc lại"));
    assert!(!window.shows(label));
}

#[test]
fn a_time_that_is_not_understood_is_said_and_corrected() {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let first = Arc::make_mut(plan).rows.iter_mut().find_map(|row| match row {
        Row::Item(item) => Some(Arc::make_mut(item)),
        _ => None,
    });
    first.unwrap().time.typed = "Theo kế hoạch của Sở".to_owned();
    let mut window = of(&dossier);
    let name = format!("tiêu chí {}", item(&window, 0).criteria.join(", "));
    window.click(&format!("Chưa rõ thời hạn · Sửa, {name}"));
    window.type_into("Đến ngày", "30/11/2026");
    window.click("Dùng cách hiểu này");
    let time = item(&window, 0).time.clone();
    assert_eq!(time.typed, "Theo kế hoạch của Sở");
    assert_eq!(time.corrected.unwrap().end, Some(jiff::civil::date(2026, 11, 30)));
}

#[test]
fn two_cells_of_one_problem_keep_both_texts() {
    let mut window = table();
    window.click("Vấn đề trọng tâm");
    let focused = window.harness.ctx.memory(egui::Memory::focused);
    assert!(focused.is_some(), "the keys go to the table at once");
    let problem = window.plan().problems[0].clone();
    let name = if problem.criteria.is_empty() {
        "vấn đề 1".to_owned()
    } else {
        format!("tiêu chí {}", problem.criteria.join(", "))
    };
    window.click(&format!("Hạn chế, {name}: {}", problem.weakness));
    leave(&mut window);
    at_once(&mut window, [text("yếu"), key(Key::Tab), text("vì")]);
    leave(&mut window);
    let problem = window.plan().problems[0].clone();
    assert_eq!((problem.weakness.as_str(), problem.cause.as_str()), ("yếu", "vì"));
}

#[test]
fn nothing_is_drawn_again_while_nothing_happens() {
    let mut window = table();
    window.wait(2.0);
    assert!(window.harness.try_run().is_ok(), "it goes on drawing");
}

#[test]
fn every_cell_has_room_for_all_its_lines_at_any_width() {
    let dossier = sample();
    let folder = crate::world::folder();
    let path = crate::world::write(&folder, "school.caitien", &dossier);
    let start = caitien::ui::Start::File(path);
    let mut window = Window::with(start, folder, [1000.0, 700.0]);
    window.click("Bảng cải tiến");
    // At some of these widths a line breaks in the very pixel that the columns' line takes.
    for width in (1000..1400).step_by(7) {
        window.harness.set_size(egui::vec2(width as f32, 700.0));
        window.steps(3);
        let clipped = clipped_words(&window);
        assert!(clipped.is_empty(), "at {width}: {clipped:?}");
    }
}

/// Words of cells that begin inside the grid's cell and end below its foot.
fn clipped_words(window: &Window) -> Vec<String> {
    let mut clipped = Vec::new();
    for shape in &window.harness.output().shapes {
        let egui::Shape::Text(text) = &shape.shape else { continue };
        let foot = text.visual_bounding_rect().bottom();
        // Cells are cut at the foot of the grid, near the foot of the window, with reason.
        let clip = shape.clip_rect;
        if clip.bottom() < 660.0 && foot > clip.bottom() + 1.0 && clip.height() > 8.0 {
            clipped.push(text.galley.text().to_owned());
        }
    }
    clipped
}
