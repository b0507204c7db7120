//! Cells: typed into, left, given back, copied and pasted.

use caitien::plan::{Field, Row};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::*;

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
fn escape_takes_the_text_back_as_a_step_that_can_be_undone_and_redone() {
    // Whether what was typed had been handed over before, or not yet.
    for wait in [0.0, 1.2] {
        let mut window = table();
        let before = item(&window, 0).target.clone();
        choose(&mut window, Field::Target);
        window.text("Nhầm");
        window.wait(wait);
        window.press(Modifiers::NONE, Key::Escape);
        window.steps(2);
        assert_eq!(item(&window, 0).target, before);
        window.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(item(&window, 0).target, "Nhầm");
        window.press(Modifiers::COMMAND, Key::Y);
        assert_eq!(item(&window, 0).target, before);
        window.press(Modifiers::COMMAND, Key::Z);
        window.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(item(&window, 0).target, before);
        window.press(Modifiers::COMMAND, Key::Y);
        assert_eq!(item(&window, 0).target, "Nhầm");
    }
}

#[test]
fn after_a_click_arrows_move_and_typing_replaces() {
    let mut window = table();
    let before = item(&window, 0);
    window.click(&cell(&before, Field::Target));
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.text("bước một");
    window.press(Modifiers::NONE, Key::ArrowLeft);
    window.text("đích");
    leave(&mut window);
    let after = item(&window, 0);
    assert_eq!((after.target.as_str(), after.actions.as_str()), ("đích", "bước một"));
}

#[test]
fn a_second_click_on_the_chosen_cell_changes_nothing() {
    let mut window = table();
    let before = item(&window, 0);
    window.click(&cell(&before, Field::Target));
    window.wait(1.0);
    let label = format!("Mục tiêu cải tiến, tiêu chí {}", before.criteria.join(", "));
    window.click(&label);
    window.text("thay");
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "thay");
}

#[test]
fn a_double_click_writes_where_the_pointer_is() {
    let mut window = table();
    let before = item(&window, 0);
    let at = window.harness.get_by_label(&cell(&before, Field::Target)).rect().left_top();
    let at = at + egui::vec2(9.0, 12.0);
    window.double_click(at);
    window.text("X");
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.text("Y");
    leave(&mut window);
    let mut letters = before.target.chars();
    let first = letters.next().unwrap();
    assert_eq!(item(&window, 0).target, format!("X{first}Y{}", letters.as_str()));
}

#[test]
fn f2_turns_typing_into_writing_and_hands_nothing_over() {
    let mut window = table();
    choose(&mut window, Field::Target);
    window.text("ac");
    window.press(Modifiers::NONE, Key::F2);
    assert_ne!(item(&window, 0).target, "ac");
    window.press(Modifiers::NONE, Key::ArrowLeft);
    window.text("b");
    window.press(Modifiers::NONE, Key::F2);
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.text("kế bên");
    leave(&mut window);
    let after = item(&window, 0);
    assert_eq!((after.target.as_str(), after.actions.as_str()), ("abc", "kế bên"));
}

#[test]
fn f2_writes_at_the_end_of_a_chosen_cell() {
    let mut window = table();
    let before = item(&window, 0).target.clone();
    choose(&mut window, Field::Target);
    at_once(&mut window, [key(Key::F2), text(" thêm")]);
    leave(&mut window);
    assert_eq!(item(&window, 0).target, format!("{before} thêm"));
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
fn the_digit_of_alt_leads_to_a_stage_and_is_typed_nowhere() {
    let mut window = table();
    choose(&mut window, Field::Content);
    let alt = |pressed| Event::Key {
        key: Key::Num5,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::ALT,
    };
    // What was typed before it stays, the same digit included.
    at_once(&mut window, [text("năm 5"), text("5"), alt(true), text("5"), alt(false)]);
    leave(&mut window);
    assert_eq!(item(&window, 0).content, "năm 55");
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

/// Chooses the cell of those who do the work of the second item.
fn people_of_the_second(window: &mut Window) {
    choose(window, Field::Actions);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight] {
        window.press(Modifiers::NONE, key);
    }
    window.steps(2);
}

#[test]
fn what_the_dossier_says_already_is_proposed_and_taken_only_by_a_key() {
    let mut window = table();
    people_of_the_second(&mut window);
    one_frame(&mut window, [text("Kế toán; pho hieu")]);
    window.steps(3);
    assert!(window.shows("Đã dùng trong hồ sơ này"));
    // Nothing is chosen yet: what was typed stays as it was typed.
    window.press(Modifiers::NONE, Key::Tab);
    window.steps(3);
    assert!(!window.shows("Đã dùng trong hồ sơ này"));
    leave(&mut window);
    assert_eq!(item(&window, 1).responsible.typed, "Kế toán; pho hieu");
    people_of_the_second(&mut window);
    one_frame(&mut window, [text("Kế toán; pho h")]);
    window.steps(3);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(2);
    // One goes on typing behind it.
    one_frame(&mut window, [text("; Tổ Văn phòng")]);
    leave(&mut window);
    assert_eq!(item(&window, 1).responsible.typed, "Kế toán; Phó Hiệu trưởng; Tổ Văn phòng");
    assert_eq!(item(&window, 2).responsible, sample_item(2).responsible, "the arrow stayed");
}

#[test]
fn escape_sends_proposals_away_and_keeps_what_is_typed() {
    let mut window = table();
    people_of_the_second(&mut window);
    one_frame(&mut window, [text("phó hiệu")]);
    window.steps(3);
    assert!(window.shows("Đã dùng trong hồ sơ này"));
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert!(!window.shows("Đã dùng trong hồ sơ này"));
    leave(&mut window);
    assert_eq!(item(&window, 1).responsible.typed, "phó hiệu");
}

fn sample_item(at: usize) -> Arc<Item> {
    item(&table(), at)
}
