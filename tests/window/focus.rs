//! The focus: whatever was opened and closed, what is typed next goes where the person left off;
//! and all of it by keyboard alone.

use caitien::ui::{Stage, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::world::{Window, folder, sample, write};

const NONE: Modifiers = Modifiers::NONE;

/// The label of what has the focus.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
fn focused(window: &Window) -> String {
    let node = window.harness.query_all_by(|node| node.is_focused()).last();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Types into a field, opens something and closes it by Esc, types on.
#[track_caller]
fn check_typing_goes_on(open: impl FnOnce(&mut Window), what: &str) {
    let mut window = Window::of(&sample());
    window.focus("Số");
    window.text("1");
    open(&mut window);
    window.steps(2);
    window.press(NONE, Key::Escape);
    window.steps(3);
    window.text("2");
    assert!(window.value("Số").ends_with("12"), "{what}: {}", window.value("Số"));
}

#[test]
fn after_every_menu_and_dialog_what_is_typed_goes_on_where_it_was() {
    let plans = "Kế hoạch năm học 2026 - 2027";
    for menu in ["Tệp", "Hiển thị", plans] {
        check_typing_goes_on(|window| window.click(menu), menu);
    }
    check_typing_goes_on(|window| window.press(NONE, Key::F1), "F1");
    for (menu, entry) in [
        (&["Tệp", "Mẫu, bộ tiêu chuẩn, học kỳ"][..], "Ngày học kỳ và chữ viết tắt…"),
        (&["Tệp", "Mẫu, bộ tiêu chuẩn, học kỳ"], "Sửa tên tiêu chuẩn, tiêu chí…"),
        (&["Hiển thị"], "Thông tin chẩn đoán…"),
        (&[plans], "Thêm kế hoạch cho năm khác…"),
    ] {
        let open = |window: &mut Window| {
            for label in menu {
                window.click(label);
            }
            window.click(entry);
        };
        check_typing_goes_on(open, entry);
    }
}

#[test]
fn after_a_message_what_is_typed_goes_on_where_it_was() {
    let mut window = Window::of(&sample());
    let bad = window.folder.path().join("bad.caitien");
    std::fs::write(&bad, "no dossier").unwrap();
    window.focus("Số");
    window.text("1");
    window.world.borrow_mut().paths.push_back(bad);
    window.press(Modifiers::COMMAND, Key::O);
    window.until(|window| window.shows("Không mở được tệp"));
    window.press(NONE, Key::Enter);
    window.steps(3);
    assert!(!window.shows("Không mở được tệp"), "Enter is the default button");
    window.text("2");
    assert!(window.value("Số").ends_with("12"), "{}", window.value("Số"));
}

#[test]
fn a_stage_that_is_come_back_to_has_the_focus_where_it_was() {
    let mut window = Window::of(&sample());
    window.focus("Số");
    window.text("1");
    window.stage(Stage::Print);
    window.steps(3);
    window.stage(Stage::Info);
    window.steps(3);
    window.text("2");
    assert!(window.value("Số").ends_with("12"), "{}", window.value("Số"));
}

#[test]
fn every_stage_has_its_key_and_its_neighbours() {
    let shown = |window: &Window| {
        let tabs = window.harness.query_all_by_role(Role::Tab);
        let on = Some(egui::accesskit::Toggled::True);
        let shown = tabs.filter(|tab| tab.accesskit_node().toggled() == on);
        shown.filter_map(|tab| tab.accesskit_node().label()).collect::<Vec<_>>().join(" ")
    };
    let names = [
        "Tự đánh giá",
        "Thông tin",
        "Nội dung",
        "Bảng cải tiến",
        "Tiến độ",
        "Theo dõi",
        "Rà soát",
        "Kiểm tra",
        "In và xuất",
        "Ba năm học",
    ];
    assert_eq!(Stage::ALL.map(Stage::label), names);
    let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    let keys = keys.into_iter().chain([Key::Num6, Key::Num7, Key::Num8, Key::Num9, Key::Num0]);
    let mut window = Window::of(&sample());
    for (key, name) in keys.zip(names) {
        window.press(Modifiers::ALT, key);
        assert_eq!(shown(&window), name);
    }
    window.press(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(shown(&window), names[0]);
    for name in names.into_iter().rev() {
        window.press(Modifiers::COMMAND, Key::PageUp);
        assert_eq!(shown(&window), name);
    }
}

#[test]
fn a_list_is_opened_chosen_from_and_left_by_keys_alone() {
    let mut window = Window::start();
    window.click("Lập kế hoạch mới…");
    window.focus("Năm học");
    window.press(NONE, Key::ArrowDown);
    window.steps(3);
    assert!(window.shows("2015 - 2016"), "the first year that can be chosen");
    // From the chosen one, 2026 - 2027, to the one before it.
    window.press(NONE, Key::ArrowUp);
    window.steps(2);
    window.press(NONE, Key::Enter);
    window.steps(3);
    assert_eq!(window.value("Năm học"), "2025 - 2026");
    assert_eq!(focused(&window), "Năm học");
    window.press(NONE, Key::Tab);
    assert_eq!(focused(&window), "Mẫu kế hoạch (đề xuất)");
}

#[test]
fn escape_closes_the_list_and_not_the_page_under_it_and_nothing_typed_is_lost() {
    let mut window = Window::start();
    window.click("Lập kế hoạch mới…");
    window.type_into("Tên trường", "Trường A");
    window.click("Năm học");
    window.steps(2);
    window.press(NONE, Key::Escape);
    window.steps(2);
    assert!(window.shows("Bắt đầu"), "the page stays");
    for _ in 0..3 {
        window.press(NONE, Key::Escape);
        window.steps(2);
    }
    assert!(!window.shows("Bắt đầu"), "then the page closes");
    window.click("Lập kế hoạch mới…");
    assert_eq!(window.value("Tên trường"), "Trường A");
}

#[test]
fn tab_goes_through_the_new_plan_and_the_top_bar_as_they_are_read() {
    let order = |window: &mut Window, count: usize| -> Vec<String> {
        let one = |_| {
            window.press(NONE, Key::Tab);
            focused(window)
        };
        (0..count).map(one).collect()
    };
    let mut window = Window::start();
    window.click("Lập kế hoạch mới…");
    window.type_into("Tên trường", "Trường A");
    window.focus("Bộ tiêu chuẩn (đề xuất)");
    assert_eq!(order(&mut window, 3), ["Đổi chỗ…", "Hủy", "Bắt đầu"]);
    let mut window = Window::of(&sample());
    window.type_into("Số", "1");
    window.saved();
    window.focus("Kế hoạch năm học 2026 - 2027");
    assert_eq!(order(&mut window, 3), ["Hoàn tác", "Tệp", "Hiển thị"]);
}

#[test]
fn enter_is_the_default_button_also_from_a_list_or_a_box() {
    let mut window = Window::of(&sample());
    let count = window.dossier().plans.len();
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Thêm kế hoạch cho năm khác…");
    window.harness.query_all_by_label("Năm học").last().unwrap().focus();
    window.steps(2);
    window.press(NONE, Key::Enter);
    window.steps(2);
    assert_eq!(window.dossier().plans.len(), count + 1);
}

#[test]
fn a_file_opens_where_one_was_last() {
    let folder = folder();
    let path = write(&folder, "a.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    let first = window.plan().id;
    window.click("Kế hoạch năm học 2026 - 2027");
    let other = window.dossier().plans.iter().find(|plan| plan.id != first).cloned().unwrap();
    window.app();
    window.click(&format!("Kế hoạch năm học {}", other.school_year));
    window.stage(Stage::Timeline);
    let root = window.harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT);
    root.unwrap().maximized = Some(true);
    window.steps(2);
    if window.ask_to_close() {
        window.until(|window| window.commands().contains(&egui::ViewportCommand::Close));
    }
    drop(window);
    let settings = folder.path().join("data").join("settings.json");
    assert!(std::fs::read_to_string(settings).unwrap().contains("\"maximized\": true"));
    let again = Window::with(Start::File(path), folder, [1093.0, 614.0]);
    assert_eq!(again.plan().id, other.id);
    let tab = again.harness.get_by_role_and_label(Role::Tab, "Tiến độ");
    assert_eq!(tab.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

/// The labels that Tab reaches, one after another.
fn tabs(window: &mut Window, count: usize) -> Vec<String> {
    let one = |_| {
        window.press(NONE, Key::Tab);
        focused(window)
    };
    (0..count).map(one).collect()
}

#[test]
fn tab_goes_through_the_heads_of_the_stages_as_they_are_read() {
    let mut window = Window::of(&sample());
    window.stage(Stage::Print);
    window.steps(3);
    window.focus("Xem trang nhỏ hơn");
    let read = [
        "Cỡ trang xem: Vừa chiều rộng",
        "Xem trang to hơn",
        "In…",
        "Xuất Word…",
        "Xuất Excel…",
        "Xuất PDF…",
    ];
    assert_eq!(tabs(&mut window, 6), read);
    window.stage(Stage::Timeline);
    window.steps(3);
    window.focus("Xếp theo: tiêu chuẩn");
    let read = ["Quá hạn 1", "Người: tất cả", "Giãn rộng các tháng", "Xem cả năm", "In…"];
    assert_eq!(tabs(&mut window, 5), read);
    window.stage(Stage::Table);
    window.steps(3);
    window.focus("Cột");
    assert_eq!(tabs(&mut window, 2), ["Sửa cả dòng", "Thêm tiêu chí…"]);
}

#[test]
fn the_buttons_of_a_head_end_at_the_right_whatever_stands_among_them() {
    let mut window = Window::of(&sample());
    window.stage(Stage::Print);
    window.steps(3);
    let right = |window: &Window| window.harness.get_by_label("Xuất PDF…").rect().right();
    let before = right(&window);
    assert!((1060.0..=1093.0).contains(&before), "{before}");
    // "Vừa chiều rộng" becomes "50%".
    window.click("Xem trang nhỏ hơn");
    assert!((right(&window) - before).abs() < 1.0, "{}", right(&window));
}

#[test]
fn dialogs_keep_their_height_when_a_hint_comes() {
    let foot = |window: &Window| window.harness.get_by_label("Hủy").rect().top();
    let mut window = Window::of(&sample());
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Thêm kế hoạch cho năm khác…");
    let before = foot(&window);
    let taken = "Năm học này đã có kế hoạch";
    assert!(!window.shows(taken));
    window.harness.query_all_by_label("Năm học").last().unwrap().click();
    window.steps(3);
    window.click_last("2026 - 2027");
    window.steps(2);
    assert!(window.shows(taken));
    assert!((foot(&window) - before).abs() < 0.5, "{before}, {}", foot(&window));
    window.press(NONE, Key::Escape);
    window.steps(3);
    window.click("Tệp");
    window.click("Mẫu, bộ tiêu chuẩn, học kỳ");
    window.click("Ngày học kỳ và chữ viết tắt…");
    let before = foot(&window);
    window.type_into("Ngày cuối học kỳ I", "x");
    window.steps(2);
    assert!(window.shows("ngày sau muộn hơn ngày trước"));
    assert!((foot(&window) - before).abs() < 0.5, "{before}, {}", foot(&window));
}

#[test]
fn undo_on_the_stage_that_is_shown_scrolls_to_where_it_happened() {
    let mut window = Window::of(&sample());
    window.type_into("Số", "7");
    window.saved();
    window.scroll_to("Thêm chữ ký thứ hai");
    window.steps(4);
    let top = |window: &Window| window.harness.get_by_label("Số").rect().top();
    assert!(top(&window) < 80.0, "{} is out of sight", top(&window));
    window.click("Hoàn tác");
    window.steps(6);
    assert_eq!(window.plan().number, "");
    assert!((80.0..600.0).contains(&top(&window)), "{} is in sight", top(&window));

    window.stage(Stage::Content);
    window.steps(3);
    let parts = window.plan().parts.clone();
    let heading = |window: &Window| window.value(&label_of_heading(window));
    let first = heading(&window);
    let name = label_of_heading(&window);
    window.type_into(&name, " A");
    window.saved();
    window.click("Lời mở đầu");
    window.click("Hoàn tác");
    window.steps(3);
    assert_eq!(window.plan().parts, parts);
    assert_eq!(heading(&window), first);
}

/// The field of the heading of the part that is shown.
fn label_of_heading(window: &Window) -> String {
    let fields = window.harness.query_all_by_label_contains("Tên phần");
    let mut labels = fields.filter_map(|field| field.accesskit_node().label());
    labels.next_back().expect("a part is shown")
}

#[test]
fn tab_selects_what_stands_in_a_line_and_enter_begins_the_plan() {
    let mut window = Window::start();
    window.click("Lập kế hoạch mới…");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Bắt đầu"), "without a school there is nothing to begin");
    window.type_into("Tên trường", "Trường THPT Suối Trai");
    for _ in 0..3 {
        window.press(NONE, Key::Tab);
    }
    assert_eq!(focused(&window), "Cơ quan chủ quản");
    assert_eq!(window.value("Cơ quan chủ quản"), "Sở Giáo dục và Đào tạo");
    window.text("Sở GDĐT Lào Cai");
    assert_eq!(window.value("Cơ quan chủ quản"), "Sở GDĐT Lào Cai");
    window.press(Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&window), "Địa danh (xã, phường, đặc khu)");
    window.text("xã Mậu A");
    window.press(NONE, Key::Tab);
    window.press(Modifiers::SHIFT, Key::Tab);
    window.text("xã Lâm Giang");
    assert_eq!(window.value("Địa danh (xã, phường, đặc khu)"), "xã Lâm Giang");
    // Who clicks wants a place among the words.
    window.type_into("Địa danh (xã, phường, đặc khu)", " cũ");
    assert_eq!(window.value("Địa danh (xã, phường, đặc khu)"), "xã Lâm Giang cũ");
    window.press(NONE, Key::Enter);
    window.until(|window| window.shows("Bảng cải tiến"));
    assert_eq!(window.dossier().school.school, "Trường THPT Suối Trai");
    assert_eq!(window.dossier().school.governing_body, "Sở GDĐT Lào Cai");
}
