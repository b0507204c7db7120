//! Theo dõi: how the work stands is said, noted and told to those it concerns.

use std::sync::Arc;

use caitien::plan::{
    Dossier, Event, Id, Item, Leader, Plan, Row, SchoolYear, Status, Typed, WorkingGroup,
};
use caitien::ui::Stage;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::{by_night, check};
use crate::world::Window;

/// A plan of these items: a content, who leads it, a time. Today is 22/11/2026.
fn dossier(items: &[(&str, &str, &str)]) -> Dossier {
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.id = Id(1);
    plan.letterhead.school = "Trường THCS Đồng Tâm".into();
    plan.letterhead.leaders = vec![Leader {
        title: "Bà".into(),
        name: "Lê Thị Mai".into(),
        position: "Hiệu trưởng".into(),
    }];
    plan.working_groups = vec![WorkingGroup { id: Id(3), ..WorkingGroup::default() }];
    plan.rows = (10..)
        .zip(items)
        .map(|(id, (content, lead, time))| {
            Row::Item(Arc::new(Item {
                id: Id(id),
                content: (*content).to_owned(),
                responsible: Typed::new(*lead),
                time: Typed::new(*time),
                ..Item::default()
            }))
        })
        .collect();
    Dossier { next_id: Id(9_000), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

fn three() -> Dossier {
    dossier(&[
        ("Rà soát phân công", "Hiệu trưởng", "14/11/2026"),
        ("Kiểm kê tài sản", "Kế toán", "Trước ngày 30/11/2026"),
        ("Theo dõi việc học", "Kế toán", "Hằng tháng"),
    ])
}

fn open(dossier: &Dossier) -> Window {
    let mut window = Window::of(dossier);
    window.harness.get_by_role_and_label(Role::Tab, "Theo dõi").click();
    window.steps(4);
    window
}

fn item(window: &Window, id: u32) -> Item {
    (**window.plan().item(Id(id)).unwrap()).clone()
}

const LATE: &str = "Rà soát phân công: quá hạn 8 ngày, Hiệu trưởng";
const DUE: &str = "Kiểm kê tài sản: còn 8 ngày, Kế toán";

#[test]
fn a_row_says_how_it_stands_and_its_sheet_takes_what_came_of_it() {
    let mut window = open(&three());
    assert!(window.shows(LATE) && window.shows(DUE));
    window.click(LATE);
    window.steps(2);
    window.type_into("Kết quả thực hiện", "Đã phân công lại 03 người");
    window.type_into("Ngày hoàn thành", "20/11/2026");
    window.type_into("Tiến độ (%)", "100");
    window.click("Mức độ thực hiện");
    window.steps(2);
    window.click_last("Hoàn thành");
    window.steps(2);
    let done = item(&window, 10);
    assert_eq!(done.result, "Đã phân công lại 03 người");
    assert_eq!(done.done_on, Some(jiff::civil::date(2026, 11, 20)));
    assert_eq!((done.percent, done.status), (Some(100), Some(Status::Done)));
    assert!(window.shows("Rà soát phân công: hoàn thành 20/11, Hiệu trưởng"));
}

#[test]
fn a_day_that_is_none_is_said_and_keeps_what_was_typed() {
    let mut window = open(&three());
    window.click(LATE);
    window.steps(2);
    window.type_into("Ngày hoàn thành", "31/02/2027");
    window.press(Modifiers::NONE, Key::Tab);
    window.steps(2);
    assert_eq!(item(&window, 10).done_on, None);
    assert_eq!(window.value("Ngày hoàn thành"), "31/02/2027");
}

#[test]
fn a_note_stands_in_the_log_with_its_time_and_no_undo_goes_over_it() {
    let mut window = open(&three());
    window.click(LATE);
    window.steps(2);
    window.type_into("Ghi việc đã làm, vướng mắc…", "Chờ lịch trực");
    window.scroll_to("Người ghi");
    window.steps(2);
    window.click("Người ghi");
    window.steps(2);
    window.click_last("Bà Lê Thị Mai");
    window.steps(2);
    window.scroll_to("Ghi");
    window.steps(2);
    window.click("Ghi");
    window.steps(3);
    let plan = window.plan();
    let entry = &plan.log[0];
    assert_eq!((entry.event, entry.about), (Event::Note, Some(Id(10))));
    assert_eq!((entry.who.as_str(), entry.text.as_str()), ("Bà Lê Thị Mai", "Chờ lịch trực"));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.plan().log.len(), 1);
    assert!(window.shows("Chờ lịch trực"));
}

#[test]
fn several_ticked_by_the_keyboard_get_one_status_as_one_step() {
    let mut window = open(&three());
    window.focus("Các nội dung đang theo dõi");
    for key in [Key::ArrowDown, Key::Space, Key::ArrowDown, Key::ArrowDown, Key::Space] {
        window.press(Modifiers::NONE, key);
    }
    window.steps(2);
    assert!(window.shows("Đã chọn 2"));
    window.click("Đổi mức độ");
    window.steps(2);
    window.click_last("Đang thực hiện");
    window.steps(2);
    let under_way =
        |window: &Window| window.plan().items().filter(|item| item.status.is_some()).count();
    assert_eq!(under_way(&window), 2);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(under_way(&window), 0);
}

#[test]
fn groups_are_folded_opened_and_ticked_whole_by_keys_and_by_the_mouse() {
    let mut window = open(&three());
    let press = |window: &mut Window, key| window.press(Modifiers::NONE, key);
    window.focus("Các nội dung đang theo dõi");
    assert!(window.shows(LATE) && window.shows("Hiệu trưởng, 1 việc, đang mở"));
    press(&mut window, Key::ArrowLeft);
    assert!(!window.shows(LATE) && window.shows("Hiệu trưởng, 1 việc, đang gập"));
    press(&mut window, Key::ArrowDown);
    assert!(window.shows(DUE), "the others stay open");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::Enter);
    assert!(!window.shows(LATE), "Left on a row leads to its title, which Enter folds");
    press(&mut window, Key::Space);
    assert!(window.shows("Đã chọn 1"), "what is folded is ticked whole");
    press(&mut window, Key::Space);
    assert!(!window.shows("Đã chọn"));
    window.click("Hiệu trưởng, 1 việc, đang gập");
    assert!(window.shows(LATE));
    // Another view that leads to a piece of work opens the group it is in.
    window.click("Hiệu trưởng, 1 việc, đang mở");
    assert!(!window.shows(LATE));
    window.stage(Stage::Table);
    window.stage(Stage::Follow);
    assert!(!window.shows(LATE), "what was folded stays so");
}

#[test]
fn of_much_work_only_groups_with_something_late_are_open_and_the_title_stays_in_sight() {
    let many: Vec<(String, &str, &str)> = (0..300)
        .map(|n| (format!("Việc thứ {n}"), ["Kế toán", "Văn thư"][n / 150], "Tháng 3/2027"))
        .collect();
    let mut items: Vec<(&str, &str, &str)> =
        many.iter().map(|(name, who, time)| (name.as_str(), *who, *time)).collect();
    items[200].2 = "14/11/2026";
    let mut window = open(&dossier(&items));
    // Who has something late stands first.
    assert!(window.shows("Việc thứ 200") && !window.shows("Việc thứ 299"));
    let title = "Văn thư, 150 việc, đang mở";
    let top = |window: &Window| window.harness.get_by_label(title).rect().top();
    let before = top(&window);
    window.focus("Các nội dung đang theo dõi");
    window.press(Modifiers::NONE, Key::End);
    window.steps(4);
    assert!(window.shows("Việc thứ 299") && window.shows("Kế toán, 150 việc, đang gập"));
    assert!((top(&window) - before).abs() < 0.5, "the title stays over its rows");
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::PageUp);
    }
    window.steps(4);
    assert!(!window.shows("Kế toán, 150 việc"));
    assert!((top(&window) - before).abs() < 0.5);
}

#[test]
fn the_filter_leaves_what_is_late_and_gives_all_back() {
    let mut window = open(&three());
    window.click("Quá hạn 1");
    window.steps(2);
    assert!(window.shows(LATE) && !window.shows(DUE));
    window.click("Quá hạn 1");
    window.steps(2);
    assert!(window.shows(DUE));
}

#[test]
fn reminders_go_to_the_clipboard_by_person() {
    let mut window = open(&three());
    window.click("Chép lời nhắc");
    window.steps(2);
    let text = window.world.borrow().copied.last().cloned().unwrap_or_default();
    assert!(
        text.contains("Hiệu trưởng (Bà Lê Thị Mai):\n- Rà soát phân công: quá hạn 8 ngày"),
        "{text}"
    );
    assert!(text.contains("Kế toán:\n- Kiểm kê tài sản: còn 8 ngày"), "{text}");
    assert!(!text.contains("Theo dõi việc học"), "{text}");
}

#[test]
fn a_plan_without_work_says_what_to_do() {
    let window = open(&dossier(&[]));
    assert!(window.shows("Chưa có nội dung nào để theo dõi"));
    assert!(window.shows("Mở Bảng cải tiến"));
}

/// Two thousand pieces of work, the sheet of one of them open, by day and by night.
#[test]
fn two_thousand_pieces_look_as_they_did() {
    let people = ["Hiệu trưởng", "Phó Hiệu trưởng", "Kế toán", "Tổng phụ trách Đội"];
    let names: Vec<String> = (0..2_000)
        .map(|n| format!("Bồi dưỡng giáo viên theo nhóm chuyên môn, chuyên đề thứ {n} của năm học"))
        .collect();
    let items: Vec<(&str, &str, &str)> = names
        .iter()
        .enumerate()
        .map(|(n, name)| {
            let time = ["14/11/2026", "Tháng 11", "Tháng 3/2027", "Hằng tháng"][n % 4];
            (name.as_str(), people[n % 3], time)
        })
        .collect();
    let mut dossier = dossier(&items);
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    for (n, row) in plan.rows.iter_mut().enumerate() {
        if let Row::Item(item) = row {
            let item = Arc::make_mut(item);
            item.percent = (n % 3 > 0).then_some((n * 7 % 101) as u8);
            item.status = Status::ALL.get(n % 7).copied();
            item.criteria = vec![format!("{}.{}", 1 + n % 4, 1 + n % 5)];
        }
    }
    let mut window = open(&dossier);
    window.focus("Các nội dung đang theo dõi");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Space);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(4);
    check(&mut window, "follow-many-light");
    by_night(&mut window);
    window.steps(4);
    check(&mut window, "follow-many-dark");
}

#[test]
fn a_file_that_opens_says_once_what_is_late_and_due() {
    let said = "1 việc quá hạn, 1 việc đến hạn trong 14 ngày tới";
    let mut window = Window::unread(&three());
    assert!(window.shows(said));
    window.click("Xem");
    assert!(!window.shows(said) && window.shows(LATE), "it leads to the work");

    let mut window = Window::unread(&three());
    window.click("Đóng thông báo");
    assert!(!window.shows(said));
    let mut window = Window::unread(&three());
    window.stage(Stage::Follow);
    window.steps(2);
    assert!(!window.shows(said), "it is on the screen");
    let mut window = Window::unread(&three());
    window.wait(13.0);
    assert!(!window.shows(said), "it goes by itself");

    let calm = Window::unread(&dossier(&[("Theo dõi việc học", "Kế toán", "Hằng tháng")]));
    assert!(!calm.shows("Đóng thông báo"));
    let mut over = three();
    let year = SchoolYear::starting(2023).unwrap();
    Arc::make_mut(&mut over.plans[0]).school_year = year;
    assert!(!Window::unread(&over).shows("Đóng thông báo"), "of a year that is over nobody asks");
}

#[test]
fn work_that_is_given_up_is_late_on_no_screen() {
    let mut given_up = three();
    let plan = Arc::make_mut(&mut given_up.plans[0]);
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).status = Some(Status::Dropped);
        }
    }
    assert!(caitien::session::Glance::of(&given_up).deadlines.is_empty());
    assert!(!Window::unread(&given_up).shows("Đóng thông báo"));
}
