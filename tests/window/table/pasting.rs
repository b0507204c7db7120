//! A block of cells is pasted into the table, and text in old letters.

use caitien::plan::{Field, Row};
use egui::{Event, Key, Modifiers};

use super::{at_once, choose, grouped, item, leave, of, table};
use crate::world::{Window, sample};

/// As Excel puts it on the clipboard.
const EXCEL: &str = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>\
    <tr><td>Nội dung</td><td>Mục tiêu</td><td>Người làm</td><td>Thời hạn</td><td>Duyệt</td></tr>\
    <tr><td>Bồi dưỡng giáo viên</td><td>12 giáo viên</td><td>Bà Mai</td><td>10/2026</td>\
    <td>x</td></tr>\
    <tr><td>Câu lạc bộ<br>đọc sách</td><td>Mỗi khối 01</td><td>Thư viện</td><td>Chưa rõ</td>\
    <td></td></tr></table></body></html>";

/// Ctrl+V with this on the clipboard.
fn paste(window: &mut Window, text: &str, html: Option<&str>) {
    window.world.borrow_mut().text = Some(text.to_owned());
    window.world.borrow_mut().html = html.map(str::to_owned);
    window.frames(
        6,
        [Event::Key {
            key: Key::V,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        }],
    );
}

fn undo(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
}

#[test]
fn rows_from_excel_come_in_behind_the_active_line_in_one_step() {
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    paste(&mut window, "một\thai", Some(EXCEL));
    for words in ["Dán bảng từ Excel", "2 dòng, 5 cột; dòng tên cột đã nhận ra", "1 cột chưa khớp"]
    {
        assert!(window.shows(words), "{words}");
    }
    assert!(window.shows("Hiểu được 1 trong 2 thời hạn"));
    assert_eq!(window.plan(), before, "nothing before a word of the person");
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    let plan = window.plan();
    assert_eq!(plan.rows.len(), before.rows.len() + 2);
    let new = |at: usize| plan.rows[at].as_item().unwrap().clone();
    let first = before.rows.iter().position(|row| matches!(row, Row::Item(_))).unwrap();
    let (one, two) = (new(first + 1), new(first + 2));
    assert_eq!(
        (one.content.as_str(), one.responsible.typed.as_str()),
        ("Bồi dưỡng giáo viên", "Bà Mai")
    );
    assert_eq!(
        (two.content.as_str(), two.time.typed.as_str()),
        ("Câu lạc bộ\nđọc sách", "Chưa rõ")
    );
    assert!(window.shows("Đã dán 2 dòng"));
    undo(&mut window);
    assert_eq!(window.plan(), before);
}

#[test]
fn escape_pastes_nothing_and_the_cell_stays_chosen() {
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    paste(&mut window, "a\tb\nc\td", None);
    assert!(window.shows("2 dòng, 2 cột; không có dòng tên cột"));
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    assert_eq!(window.plan(), before);
    at_once(&mut window, [Event::Text("mới".to_owned())]);
    leave(&mut window);
    assert_eq!(item(&window, 0).target, "mới");
}

#[test]
fn words_are_written_over_only_by_the_button_that_says_so() {
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    at_once(&mut window, [Event::Paste("Đích mới\tViệc mới".to_owned())]);
    assert!(window.shows("thay chữ ở 2 ô"));
    window.click("Xem 2 ô bị thay");
    assert!(window.shows("→ Việc mới"));
    window.click("Ghi đè 2 ô");
    window.steps(3);
    let new = item(&window, 0);
    assert_eq!((new.target.as_str(), new.actions.as_str()), ("Đích mới", "Việc mới"));
    assert_eq!(window.plan().rows.len(), before.rows.len());
    undo(&mut window);
    assert_eq!(window.plan(), before);
}

#[test]
fn empty_cells_are_filled_without_a_question() {
    let mut dossier = sample();
    dossier.plans.retain(|plan| plan.school_year.first() == 2026);
    let mut plan = (*dossier.plans[0]).clone();
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            let mut empty = (**item).clone();
            empty.target = String::new();
            empty.actions = String::new();
            *item = empty.into();
        }
    }
    dossier.plans = vec![plan.into()];
    let mut window = of(&dossier);
    window.press(Modifiers::NONE, Key::ArrowRight);
    at_once(&mut window, [Event::Paste("Đích một\tViệc một\nĐích hai\tViệc hai".to_owned())]);
    let (one, two) = (item(&window, 0), item(&window, 1));
    assert_eq!((one.target.as_str(), two.actions.as_str()), ("Đích một", "Việc hai"));
    assert!(window.shows("Đã dán vào 4 ô"));
}

#[test]
fn a_column_is_given_another_meaning_or_none() {
    let mut window = table();
    choose(&mut window, Field::Target);
    paste(&mut window, "một\thai", Some(EXCEL));
    window.click("Duyệt: chưa khớp");
    window.click_last("Minh chứng");
    assert!(window.shows("5 cột khớp") && !window.shows("chưa khớp"));
    window.click("Người làm");
    window.click_last("Không lấy");
    window.click("Thêm 2 dòng");
    window.steps(3);
    let new = item(&window, 1);
    assert_eq!((new.evidence.as_str(), new.responsible.typed.as_str()), ("x", ""));
}

#[test]
fn a_title_of_a_group_comes_in_as_a_group() {
    let mut window = grouped();
    let count = window.plan().rows.len();
    window.press(Modifiers::COMMAND, Key::End);
    let html = "<table><tr><td>TT</td><td>Tiêu chí</td><td>Công việc/giải pháp</td></tr>\
        <tr><td>1</td><td colspan=2>Tiêu chuẩn 3: Cơ sở vật chất</td></tr>\
        <tr><td></td><td>Tiêu chí 3.1. Khuôn viên</td><td>Trồng cây</td></tr></table>";
    paste(&mut window, "1\t2", Some(html));
    assert!(window.shows("chỉ thêm được thành dòng mới"));
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    let plan = window.plan();
    let groups = plan.rows.iter().filter(
        |row| matches!(row, Row::Group(group) if group.title == "Tiêu chuẩn 3: Cơ sở vật chất"),
    );
    assert_eq!((plan.rows.len(), groups.count()), (count + 2, 1));
    let new = plan.items().find(|item| item.actions == "Trồng cây").unwrap();
    assert_eq!(new.criteria, ["3.1"]);
}

#[test]
fn an_empty_table_takes_a_block_by_its_button() {
    let mut dossier = sample();
    dossier.plans.retain(|plan| plan.school_year.first() == 2026);
    let mut plan = (*dossier.plans[0]).clone();
    plan.rows.clear();
    dossier.plans = vec![plan.into()];
    let mut window = of(&dossier);
    window.world.borrow_mut().text = Some("một\thai".to_owned());
    window.world.borrow_mut().html = Some(EXCEL.to_owned());
    window.click("Dán từ Excel");
    window.frames(6, []);
    assert!(window.shows("Vào bảng đang trống.") && !window.shows("Ghi từ ô đang chọn"));
    window.click("Thêm 2 dòng");
    assert_eq!(window.plan().items().count(), 2);
}

#[test]
fn old_letters_are_converted_only_where_a_person_agrees() {
    let old = "X©y dùng kÕ ho¹ch n¨m häc, th\u{AD}êng xuyªn rµ so¸t";
    for (agrees, kept) in [(true, "Xây dựng kế hoạch năm học, thường xuyên rà soát"), (false, old)]
    {
        let mut window = table();
        choose(&mut window, Field::Target);
        window.frames(3, [Event::Paste(old.to_owned())]);
        assert!(window.shows("Chữ dán vào theo bảng mã cũ"));
        assert!(window.shows("Xây dựng kế hoạch năm học, thường xuyên rà soát"));
        if agrees {
            window.press(Modifiers::NONE, Key::Enter);
        } else {
            window.click("Dán nguyên như cũ");
        }
        window.frames(10, []);
        leave(&mut window);
        assert_eq!(item(&window, 0).target, kept);
    }
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    window.frames(3, [Event::Paste(old.to_owned())]);
    window.press(Modifiers::NONE, Key::Escape);
    window.frames(10, []);
    leave(&mut window);
    assert_eq!(window.plan(), before);
}
