//! The table at 0, 1, 40 and 2,000 rows of real length, by day and by night, on a small screen at
//! 100 % and at 150 %: at 150 % as much fits in as in a window of 729 x 410.

use std::sync::Arc;

use caitien::plan::{Dossier, Id, Item, Plan, Row};
use caitien::ui::Stage;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample, write};

/// A small screen, logical pixels.
pub const SMALL: [f32; 2] = [1093.0, 614.0];
/// What is left of it at 150 %.
pub const LARGE: [f32; 2] = [729.0, 410.0];

/// What the rows say: few words, many, and none.
const SAID: [(&str, &str, &str); 5] = [
    (
        "Bồi dưỡng giáo viên",
        "100 % giáo viên đạt chuẩn nghề nghiệp từ mức khá trở lên.",
        "Tổ chức 02 đợt bồi dưỡng.",
    ),
    (
        "Thư viện trường học đạt chuẩn Mức độ 1",
        "Bổ sung tối thiểu 500 bản sách, 04 máy tính tra cứu; mở cửa cả buổi trưa và sau giờ học.",
        "- Rà soát vốn tài liệu, lập danh mục cần bổ sung;\n- Phối hợp với Ban đại diện cha mẹ học sinh vận động sách;\n- Phân công giáo viên trực thư viện.",
    ),
    (
        "Nâng cao chất lượng sinh hoạt chuyên môn theo nghiên cứu bài học ở các tổ, chú trọng dạy học phát triển phẩm chất, năng lực học sinh",
        "Mỗi tổ chuyên môn thực hiện ít nhất 04 chuyên đề cấp trường, 01 chuyên đề cấp cụm; tỷ lệ giờ dạy xếp loại giỏi từ 65 % trở lên.",
        "- Xây dựng kế hoạch sinh hoạt chuyên môn từng tháng, phân công rõ người chuẩn bị, người dạy minh họa, người góp ý;\n- Cán bộ quản lý dự ít nhất 02 buổi mỗi tháng và góp ý bằng biên bản;\n- Mời chuyên gia của Trường Đại học Sư phạm tập huấn về đánh giá theo Thông tư số 22/2021/TT-BGDĐT.",
    ),
    ("", "", ""),
    (
        "Sân chơi, bãi tập",
        "Hoàn thành trước ngày 30/4/2027",
        "Tham mưu Ủy ban nhân dân xã bố trí kinh phí sửa chữa, cải tạo sân chơi, bãi tập; lắp đặt thêm thiết bị vận động ngoài trời; trồng cây bóng mát.",
    ),
];

/// The sample whose newest plan has so many rows.
fn of(rows: usize) -> Dossier {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let first = dossier.next_id.0 + 1;
    let at = dossier.plans.iter().position(|plan| plan.id == newest).unwrap();
    let plan: &mut Plan = Arc::make_mut(&mut dossier.plans[at]);
    let items: Vec<_> = plan.items().cloned().collect();
    let item = |at: usize| {
        let one = &items[at % items.len()];
        let (content, target, actions) = SAID[at % SAID.len()];
        let item = Item {
            id: Id(first + at as u32),
            content: content.to_owned(),
            target: target.to_owned(),
            actions: actions.to_owned(),
            ..Item::clone(one)
        };
        Row::Item(Arc::new(item))
    };
    plan.rows = (0..rows).map(item).collect();
    dossier.next_id = Id(first + rows as u32);
    dossier
}

/// The table with so many rows in a window of this size.
fn table(rows: usize, size: [f32; 2]) -> Window {
    let folder = folder();
    let path = write(&folder, "school.caitien", &of(rows));
    let mut window = Window::with(caitien::ui::Start::File(path), folder, size);
    window.stage(Stage::Table);
    window.steps(6);
    window
}

/// Sets the program's scale to 150 %; the screen stays as it is.
pub fn enlarge(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::Comma);
    window.steps(3);
    window.click("150 %");
    window.harness.set_size(LARGE.into());
    window.steps(3);
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(4);
    assert!((window.harness.ctx.zoom_factor() - 1.5).abs() < 1e-4);
}

/// Turns the light colours on.
fn by_day(window: &mut Window) {
    window.click("Hiển thị");
    window.click("Nền sáng");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(4);
}

/// The table of so many rows by day and by night, at 100 % and at 150 %.
fn pictures(rows: usize) {
    let mut window = table(rows, SMALL);
    check(&mut window, &format!("table-{rows}-light"));
    by_night(&mut window);
    window.steps(4);
    check(&mut window, &format!("table-{rows}-dark"));
    enlarge(&mut window);
    check(&mut window, &format!("table-{rows}-dark-150"));
    by_day(&mut window);
    check(&mut window, &format!("table-{rows}-light-150"));
}

#[test]
fn an_empty_table_says_what_to_do() {
    pictures(0);
}

#[test]
fn one_row_stands_as_it_is() {
    pictures(1);
}

#[test]
fn forty_rows_are_read_line_by_line() {
    pictures(40);
}

#[test]
fn forty_rows_have_more_room_on_a_wide_screen() {
    let mut window = table(40, [1366.0, 768.0]);
    check(&mut window, "table-40-light-1366");
    by_night(&mut window);
    window.steps(4);
    check(&mut window, "table-40-dark-1366");
}

#[test]
fn two_thousand_rows_look_like_forty() {
    pictures(2000);
}

/// The sample's words at 150 %.
fn large() -> Window {
    let mut window = table(40, SMALL);
    enlarge(&mut window);
    window
}

/// Whether what is called so lies in the window whole.
#[track_caller]
pub fn in_sight(window: &Window, label: &str) {
    let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, LARGE.into());
    let rects: Vec<_> = window.harness.query_all_by_label(label).map(|node| node.rect()).collect();
    assert!(rects.iter().any(|rect| whole.contains_rect(*rect)), "{label}: {rects:?}");
}

#[test]
fn every_stage_is_reached_by_the_mouse_at_150_percent_and_none_lies_on_another() {
    let mut window = large();
    for name in ["Kiểm tra", "In và xuất"] {
        // With how many errors there are, while their stage is among them.
        window.harness.get_by_label_contains("Mục khác").click();
        window.steps(3);
        in_sight(&window, name);
        window.click(name);
        window.steps(3);
        let here = window.harness.get_by_role_and_label(Role::Tab, name).rect();
        assert!(here.right() < LARGE[0], "{here:?}");
        let tabs = window.harness.query_all_by_role(Role::Tab);
        let mut rects: Vec<egui::Rect> = tabs.map(|tab| tab.rect()).collect();
        assert!(rects.len() > 4, "{rects:?}");
        rects.push(window.harness.get_by_label_contains("Mục khác").rect());
        for pair in rects.windows(2) {
            assert!(pair[0].right() <= pair[1].left() + 0.5, "{rects:?}");
        }
    }
}

#[test]
fn the_tables_of_the_form_are_a_menu_at_150_percent() {
    let mut window = large();
    window.click("Kế hoạch cải tiến");
    window.click("Vấn đề trọng tâm");
    window.steps(3);
    for label in ["Vấn đề trọng tâm", "Thêm vấn đề"] {
        in_sight(&window, label);
    }
    window.click("Vấn đề trọng tâm");
    window.click("Kế hoạch cải tiến");
    window.steps(3);
    for label in ["Thêm tiêu chí…", "Kế hoạch cải tiến", "40 nội dung"] {
        in_sight(&window, label);
    }
}

#[test]
fn long_menus_are_scrolled_by_keys_at_150_percent() {
    let mut window = large();
    window.click("Tệp");
    let last = "Mẫu, bộ tiêu chuẩn, học kỳ";
    let rarely = |window: &Window| window.harness.get_by_label_contains(last).rect().bottom();
    assert!(rarely(&window) > LARGE[1], "there is no room for it");
    window.harness.get_by_label_contains(last).focus();
    window.steps(6);
    assert!(rarely(&window) <= LARGE[1], "{}", rarely(&window));
}

#[test]
fn the_search_leaves_its_buttons_and_those_of_the_table_in_sight_at_150_percent() {
    let mut window = large();
    window.press(Modifiers::COMMAND, Key::H);
    window.steps(3);
    window.text("giao vien");
    window.steps(4);
    let found = ["Đúng dấu", "Cả hồ sơ", "Đóng tìm", "Chọn tất cả", "Thêm tiêu chí…"];
    for label in found {
        in_sight(&window, label);
    }
}

#[test]
fn words_are_written_in_sight_at_150_percent() {
    let mut window = large();
    window.stage(Stage::Content);
    window.steps(4);
    let name = format!("Lời văn của phần {}", window.plan().parts[0].heading);
    let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, LARGE.into());
    let shown = window.harness.get_by_label(&name).rect().intersect(whole);
    assert!(shown.height() > 60.0, "four lines of it are seen: {shown:?}");
    check(&mut window, "content-light-150");
}
