//! Nội dung: paragraphs by keys, the whole plan in one scroll, and the way to the printed page.

use std::sync::Arc;

use caitien::plan::{
    Block, Id, Item, Paragraph, Part, Plan, Row, Run, RunField, TextColumn, TextRow, TextTable,
};
use caitien::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample};

const NONE: Modifiers = Modifiers::NONE;
const READ: &str = "Đọc cả văn bản";

fn content() -> Window {
    let mut window = Window::with(Start::Sample, folder(), [1366.0, 768.0]);
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    window
}

/// Words of a part that a person may read, and the part.
fn heading(plan: &Plan, at: usize) -> String {
    plan.parts[at].heading.clone()
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
fn focused(window: &Window) -> String {
    let node = window.harness.query_all_by(|node| node.is_focused()).last();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Clicks an entry of the outline.
#[track_caller]
fn outline(window: &mut Window, words: &str) {
    let entries = window.harness.query_all_by_role(Role::ListBoxOption);
    let mut entries = entries.filter(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.contains(words)
    });
    entries.next().unwrap().click();
}

#[test]
fn ctrl_tab_leaves_the_words_where_tab_is_a_level() {
    let mut window = content();
    let words = format!("Lời văn của phần {}", heading(&window.plan(), 0));
    window.focus(&words);
    window.press(NONE, Key::Tab);
    assert_eq!(focused(&window), words, "Tab is a level");
    window.press(Modifiers::COMMAND, Key::Tab);
    let after = focused(&window);
    assert!(after != words && !after.is_empty(), "{after}");
    window.press(Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&window), words, "and it is what stands behind it");
}

#[test]
fn alt_and_an_arrow_move_the_paragraph_as_one_step() {
    let mut window = content();
    let plan = window.plan();
    let paragraphs = |plan: &Plan| -> Vec<Paragraph> { plan.parts[0].stretch(0) };
    let before = paragraphs(&plan);
    assert!(before.len() > 1);
    window.focus(&format!("Lời văn của phần {}", heading(&plan, 0)));
    window.press(Modifiers::CTRL | Modifiers::COMMAND, Key::Home);
    window.press(Modifiers::ALT, Key::ArrowDown);
    let after = paragraphs(&window.plan());
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(paragraphs(&window.plan()), before);
}

#[test]
fn the_whole_plan_is_read_in_one_scroll_and_the_outline_leads_through_it() {
    let mut window = content();
    let plan = window.plan();
    window.click(READ);
    let basis = plan.parts[0].stretch(0)[0].text();
    outline(&mut window, &plan.parts[0].heading);
    window.steps(5);
    assert!(window.shows(&basis), "the beginning is read");
    let last = plan.parts.last().unwrap();
    let words = last.blocks.iter().find_map(|block| match block {
        Block::Paragraph(one) if !one.is_blank() => Some(one.text()),
        _ => None,
    });
    let words = words.unwrap();
    assert!(!window.shows(&words));
    outline(&mut window, if last.heading.is_empty() { "Lời kết" } else { &last.heading });
    window.steps(6);
    assert!(window.shows(&words), "the outline leads to the end");
    window.harness.get_by_label_contains(&words).click();
    window.steps(4);
    assert!(window.shows("Xóa phần"), "a click leads to where it is edited");
}

/// The last plan of the sample with a table of words alone in its first part.
fn with_words_table() -> Window {
    let column = |title: &str| TextColumn { title: title.to_owned(), centred: false };
    let row = |words: &str| TextRow { bold: false, cells: vec!["1".into(), words.into()] };
    let table = TextTable {
        columns: vec![column("TT"), column("Tiêu chuẩn")],
        rows: vec![row("Quản trị"), row("Đội ngũ")],
    };
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.plans.last().unwrap());
    Arc::make_mut(&mut plan.parts[0]).blocks = vec![Block::Table(table)];
    *dossier.plans.last_mut().unwrap() = Arc::new(plan);
    let mut window = Window::of(&dossier);
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    window
}

fn cells(window: &Window) -> Vec<String> {
    let plan = window.plan();
    let Block::Table(table) = &plan.parts[0].blocks[0] else { panic!("no table") };
    table.rows.iter().map(|row| row.cells.join("|")).collect()
}

#[test]
fn a_table_of_words_is_written_in_and_its_rows_come_and_go_by_keys() {
    let mut window = with_words_table();
    window.type_into("Dòng 2, Tiêu chuẩn", " nhà giáo");
    window.press(NONE, Key::Tab);
    assert_eq!(cells(&window), ["1|Quản trị", "1|Đội ngũ nhà giáo"]);
    assert_eq!(focused(&window), "Thêm dưới: dòng 2");
    window.press(NONE, Key::Enter);
    window.steps(3);
    assert_eq!(cells(&window), ["1|Quản trị", "1|Đội ngũ nhà giáo", "|"]);
    assert_eq!(focused(&window), "Dòng 3, TT", "the new row is written in");
    window.focus("Xóa: dòng 1");
    window.press(NONE, Key::Enter);
    window.steps(3);
    assert_eq!(cells(&window), ["1|Đội ngũ nhà giáo", "|"]);
    assert_eq!(focused(&window), "Dòng 1, TT");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(cells(&window).len(), 3);
    window.type_into("Tên cột 2", " (57/2026)");
    window.press(NONE, Key::Tab);
    let plan = window.plan();
    let Block::Table(table) = &plan.parts[0].blocks[0] else { panic!("no table") };
    assert_eq!(table.columns[1].title, "Tiêu chuẩn (57/2026)");
}

#[test]
fn of_two_thousand_rows_only_those_in_sight_are_laid_out() {
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.plans.last().unwrap());
    let first = dossier.next_id.0;
    let item = |n: u32| Item {
        id: Id(first + n),
        criterion_text: format!("Việc số {n}"),
        actions: "Rà soát, bổ sung, kiểm tra từng tháng".to_owned(),
        ..Item::default()
    };
    plan.rows = (0..2_000).map(|n| Row::Item(Arc::new(item(n)))).collect();
    dossier.next_id = Id(first + 2_000);
    plan.parts.retain(|part| part.blocks.contains(&Block::Rows));
    let empty =
        Part { id: Id(first + 2_000), heading: "Cuối cùng".to_owned(), ..Part::default() };
    dossier.next_id = Id(first + 2_001);
    plan.parts.push(Arc::new(empty));
    *dossier.plans.last_mut().unwrap() = Arc::new(plan);
    let mut window = Window::of(&dossier);
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    window.click(READ);
    let lines = window.harness.query_all_by_role(Role::Link).count();
    assert!((3..80).contains(&lines), "{lines}");
    window.press(NONE, Key::End);
    window.steps(20);
    assert!(window.shows("Việc số 1999") && !window.shows("Việc số 12"));
}

#[test]
fn a_part_is_seen_on_the_page_it_is_printed_on() {
    let mut window = content();
    let plan = window.plan();
    let at = plan.parts.iter().rposition(|part| part.is_numbered()).unwrap();
    outline(&mut window, &heading(&plan, at));
    window.steps(4);
    window.scroll_to("Xem trên trang in");
    window.click("Xem trên trang in");
    window.until(|window| window.shows("1 / 1"));
    window.steps(20);
    assert!(window.harness.query_by_label("Nội dung trang 1").is_none(), "it is further on");
}

/// The whole plan to read, from its key problems on.
fn read(size: [f32; 2], dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), size);
    if dark {
        by_night(&mut window);
    }
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    window.click(READ);
    outline(&mut window, "Mục đích");
    window.steps(8);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("reading-{mode}-{}", size[0]));
}

#[test]
fn pictures_of_reading_are_as_they_were_on_a_small_screen() {
    read([1093.0, 614.0], false);
}

#[test]
fn pictures_of_reading_are_as_they_were_on_a_wide_screen_by_night() {
    read([1366.0, 768.0], true);
}

#[test]
fn a_paragraph_goes_where_its_number_is_let_go_as_one_step() {
    // By the dots at the edge, and by the number itself.
    moved_by(20.0);
    moved_by(78.0);
}

fn moved_by(x: f32) {
    let mut window = content();
    let before = window.plan();
    let editor = format!("Lời văn của phần {}", heading(&before, 0));
    let rect = window.harness.get_by_label(&editor).rect();
    let words = |window: &Window| -> Vec<String> {
        let paragraphs = window.plan().parts[0].stretch(0);
        let text = |one: &Paragraph| one.runs.iter().map(|run| run.text.as_str()).collect();
        paragraphs.iter().map(text).collect()
    };
    let old = words(&window);
    assert_eq!(old.len(), 3, "three numbered lines");
    let beside = |line: f32| rect.min + egui::vec2(x, 8.0 + 22.5 * (line + 0.5));
    let drag = |window: &mut Window, called_off: bool| {
        let button = |pos, pressed| egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let moved = egui::Event::PointerMoved;
        for event in [moved(beside(0.0)), button(beside(0.0), true), moved(beside(1.0))] {
            window.harness.event(event);
            window.steps(1);
        }
        window.harness.event(moved(beside(2.4)));
        window.steps(1);
        if called_off {
            window.press(NONE, Key::Escape);
        }
        window.harness.event(button(beside(2.4), false));
        window.steps(3);
    };
    drag(&mut window, true);
    assert_eq!(words(&window), old, "Esc calls it off");
    drag(&mut window, false);
    let expected = [old[1].clone(), old[2].clone(), old[0].clone()];
    assert_eq!(words(&window), expected);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(words(&window), old);
}

/// The plan of the sample whose first part says these words.
fn saying(runs: Vec<Run>) -> Window {
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.plans.last().unwrap());
    let paragraph = Paragraph { runs, ..Paragraph::default() };
    Arc::make_mut(&mut plan.parts[0]).blocks = vec![Block::Paragraph(paragraph)];
    plan.fill_fields();
    *dossier.plans.last_mut().unwrap() = Arc::new(plan);
    let mut window = Window::of(&dossier);
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    let words = format!("Lời văn của phần {}", heading(&window.plan(), 0));
    window.focus(&words);
    window
}

fn first_runs(window: &Window) -> Vec<Run> {
    let paragraphs = window.plan().parts[0].stretch(0);
    paragraphs.into_iter().flat_map(|paragraph| paragraph.runs).collect()
}

fn end(window: &mut Window) {
    window.press(Modifiers::CTRL | Modifiers::COMMAND, Key::End);
}

#[test]
fn a_field_is_put_in_by_keys_alone_and_follows_the_plan() {
    let mut window = saying(vec![Run::plain("Kế hoạch của ")]);
    end(&mut window);
    window.press(Modifiers::CTRL | Modifiers::COMMAND, Key::F9);
    window.steps(4);
    assert!(window.shows("Số nội dung cải tiến"), "the fields are offered");
    window.press(NONE, Key::Enter);
    window.steps(6);
    let school = window.plan().letterhead.school.clone();
    let field = Run { field: Some(RunField::School), ..Run::plain(school.as_str()) };
    assert_eq!(first_runs(&window), [Run::plain("Kế hoạch của "), field]);
    // The words go on behind it, as plain ones.
    window.text(" năm nay");
    window.press(NONE, Key::Escape);
    window.steps(3);
    assert_eq!(first_runs(&window)[2], Run::plain(" năm nay"));
    window.stage(caitien::ui::Stage::Info);
    window.steps(3);
    window.type_into("Tên trường", " số 2");
    window.press(NONE, Key::Escape);
    window.steps(3);
    assert_eq!(first_runs(&window)[1].text, format!("{school} số 2"));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(first_runs(&window)[1].text, school, "one step takes both back");
}

#[test]
fn backspace_behind_a_field_takes_all_of_it_and_undo_brings_it_back() {
    let field = Run { field: Some(RunField::SchoolYear), ..Run::default() };
    let mut window = saying(vec![Run::plain("Năm "), field]);
    let before = first_runs(&window);
    end(&mut window);
    window.press(NONE, Key::Backspace);
    window.text("học");
    window.press(NONE, Key::Escape);
    window.steps(3);
    assert_eq!(first_runs(&window), [Run::plain("Năm học")]);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(first_runs(&window), before);
}

#[test]
fn arrows_go_over_a_field_and_what_is_typed_beside_it_is_plain() {
    let field = Run { field: Some(RunField::SchoolYear), ..Run::default() };
    let mut window = saying(vec![Run::plain("Năm "), field]);
    end(&mut window);
    window.press(NONE, Key::ArrowLeft);
    window.steps(2);
    window.text("học ");
    window.press(NONE, Key::Escape);
    window.steps(3);
    let runs = first_runs(&window);
    assert_eq!((runs[0].text.as_str(), runs.len()), ("Năm học ", 2));
    assert_eq!(runs[1].field, Some(RunField::SchoolYear));
}

#[test]
fn what_is_cut_with_its_field_comes_back_with_it() {
    let field = Run { field: Some(RunField::SchoolYear), ..Run::default() };
    let mut window = saying(vec![Run::plain("Năm học "), field]);
    let before = first_runs(&window);
    window.press(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Cut);
    window.wait(1.5);
    assert_eq!(first_runs(&window), []);
    let words: String = before.iter().map(|run| run.text.as_str()).collect();
    window.harness.event(egui::Event::Paste(words));
    window.steps(3);
    window.press(NONE, Key::Escape);
    window.steps(3);
    assert_eq!(first_runs(&window), before);
}

#[test]
fn fields_stand_on_a_ground_of_their_own() {
    let field = |field| Run { field: Some(field), ..Run::default() };
    let mut window = saying(vec![
        Run::plain("Năm học "),
        field(RunField::SchoolYear),
        Run::plain(", "),
        field(RunField::School),
        Run::plain(" thực hiện "),
        field(RunField::Items),
        Run::plain(" nội dung, ban hành "),
        field(RunField::Date),
    ]);
    window.press(Modifiers::CTRL | Modifiers::COMMAND, Key::F9);
    window.steps(4);
    check(&mut window, "content-fields");
    window.press(NONE, Key::Escape);
    window.steps(3);
    by_night(&mut window);
    check(&mut window, "content-fields-dark");
}

#[test]
fn fields_stand_on_the_same_ground_where_the_whole_plan_is_read() {
    let field = |field| Run { field: Some(field), ..Run::default() };
    let mut window = saying(vec![Run::plain("Năm học "), field(RunField::SchoolYear)]);
    window.press(NONE, Key::Escape);
    window.click(READ);
    window.steps(4);
    let year = window.plan().school_year.to_string();
    let mut found = Vec::new();
    for shape in &window.harness.output().shapes {
        let egui::Shape::Text(text) = &shape.shape else { continue };
        let job = &text.galley.job;
        for section in &job.sections {
            let words = &job.text[section.byte_range.start.0..section.byte_range.end.0];
            if section.format.background != egui::Color32::TRANSPARENT {
                found.push(words.to_owned());
            }
        }
    }
    assert_eq!(found, [year], "the field, and nothing beside it");
}

#[test]
fn a_click_under_the_words_of_a_short_cell_is_in_the_cell() {
    let mut window = with_words_table();
    window.type_into("Dòng 1, Tiêu chuẩn", "\nnhà trường\nvà bảo đảm");
    window.press(NONE, Key::Tab);
    let (short, long) = (field(&window, "Dòng 1, TT"), field(&window, "Dòng 1, Tiêu chuẩn"));
    assert!((short.top() - long.top()).abs() < 0.5 && short.right() <= long.left() + 0.5);
    assert!(short.bottom() + 20.0 < long.bottom(), "{short:?} {long:?}");
    let under = egui::pos2(short.center().x, long.bottom() - 4.0);
    for pressed in [true, false] {
        let event = egui::Event::PointerButton {
            pos: under,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: NONE,
        };
        window.frames(2, [egui::Event::PointerMoved(under), event]);
    }
    assert_eq!(focused(&window), "Dòng 1, TT");
}

fn field(window: &Window, label: &str) -> egui::Rect {
    window.harness.get_by_label(label).rect()
}
