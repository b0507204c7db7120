//! How every screen looks, light and dark, at the two commonest sizes.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test window pictures` makes the pictures anew.

use std::sync::Arc;

use caitien::plan::{Row, Typed};
use caitien::ui::{Stage, Start};
use egui::accesskit::Role;
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::Queryable;

use crate::world::{Window, folder, sample, write};

const SIZES: [[f32; 2]; 2] = [[1093.0, 614.0], [1366.0, 768.0]];
const STAGES: [(&str, &str); 10] = [
    ("evaluation", "Tự đánh giá"),
    ("info", "Thông tin"),
    ("content", "Nội dung"),
    ("table", "Bảng cải tiến"),
    ("timeline", "Tiến độ"),
    ("follow", "Theo dõi"),
    ("reviews", "Rà soát"),
    ("findings", "Kiểm tra"),
    ("print", "In và xuất"),
    ("years", "Ba năm học"),
];

/// A little is forgiven: other machines round the edges of letters in other ways.
pub fn check(window: &mut Window, name: &str) {
    window.await_disk();
    // From the folder of this package.
    let options =
        SnapshotOptions::new().threshold(1.5).max_failed_pixels(400).output_path("../snapshots");
    window.harness.snapshot_options(name, &options);
}

/// Turns the dark colours on.
pub fn by_night(window: &mut Window) {
    window.click("Hiển thị");
    window.click("Nền tối");
    window.press(egui::Modifiers::NONE, egui::Key::Escape);
}

/// The stages of the sample at one size, by day and by night.
fn stages(size: [f32; 2]) {
    let mut window = Window::with(Start::Sample, folder(), size);
    for dark in [false, true] {
        if dark {
            by_night(&mut window);
        }
        for (name, stage) in STAGES {
            window.harness.get_by_role_and_label(Role::Tab, stage).click();
            window.steps(6);
            let mode = if dark { "dark" } else { "light" };
            check(&mut window, &format!("{name}-{mode}-{}", size[0]));
        }
    }
}

#[test]
fn the_stages_look_as_they_did_on_a_small_screen() {
    stages(SIZES[0]);
}

#[test]
fn the_stages_look_as_they_did_on_a_wide_screen() {
    stages(SIZES[1]);
}

/// The dialog with what to report, over a plan.
fn about(dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), SIZES[0]);
    if dark {
        by_night(&mut window);
    }
    window.click("Hiển thị");
    window.click("Thông tin chẩn đoán…");
    window.steps(4);
    check(&mut window, &format!("about-{}", if dark { "dark" } else { "light" }));
}

#[test]
fn what_to_report_looks_as_it_did() {
    about(false);
}

#[test]
fn what_to_report_looks_as_it_did_by_night() {
    about(true);
}

/// The dialogs of Excel, over a plan.
fn excel(dark: bool) {
    let mode = if dark { "dark" } else { "light" };
    let mut window = crate::excel::window_with_changes();
    if dark {
        window.press(egui::Modifiers::NONE, egui::Key::Escape);
        by_night(&mut window);
        let path = window.folder.path().join("phieu.xlsx");
        let bytes = std::fs::read(path).unwrap();
        crate::excel::import(&mut window, &bytes);
    }
    window.steps(4);
    check(&mut window, &format!("changes-{mode}"));
    window.press(egui::Modifiers::NONE, egui::Key::Escape);
    crate::excel::send_round(&mut window);
    window.steps(4);
    check(&mut window, &format!("collect-{mode}"));
}

#[test]
fn what_came_back_from_excel_looks_as_it_did() {
    excel(false);
}

#[test]
fn what_came_back_from_excel_looks_as_it_did_by_night() {
    excel(true);
}

/// The first screen and the page for a new plan at one size, by day or by night.
fn before_a_plan(size: [f32; 2], dark: bool) {
    let folder = folder();
    if dark {
        // There is no menu on the first screen: the setting comes from an open plan.
        let mut before = Window::with(Start::Sample, folder.clone(), size);
        before.click("Hiển thị");
        before.click("Nền tối");
        before.steps(4);
    }
    let mode = if dark { "dark" } else { "light" };
    let mut window = Window::with(Start::Screen, folder, size);
    check(&mut window, &format!("start-{mode}-{}", size[0]));
    window.click("Lập kế hoạch mới…");
    window.text("Trường THCS Đồng Tâm");
    window.steps(4);
    check(&mut window, &format!("new-plan-{mode}-{}", size[0]));
}

#[test]
fn the_first_screen_and_a_new_plan_look_as_they_did_on_a_small_screen() {
    before_a_plan(SIZES[0], false);
}

#[test]
fn the_first_screen_and_a_new_plan_look_as_they_did_on_a_wide_screen() {
    before_a_plan(SIZES[1], false);
}

#[test]
fn the_first_screen_and_a_new_plan_look_as_they_did_on_a_small_screen_by_night() {
    before_a_plan(SIZES[0], true);
}

#[test]
fn the_first_screen_and_a_new_plan_look_as_they_did_on_a_wide_screen_by_night() {
    before_a_plan(SIZES[1], true);
}

/// A file in a cloud's folder: what its menu and the first screen say, and a new plan beside it.
fn in_a_cloud(size: [f32; 2], dark: bool) {
    let folder = folder();
    let name = "documents/OneDrive - Trường THCS Đồng Tâm/Truong THCS Dong Tam.caitien";
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    drop(write(&folder, name, &sample()));
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), size);
    if dark {
        by_night(&mut window);
    }
    let mode = if dark { "dark" } else { "light" };
    window.click("Tệp");
    window.steps(4);
    check(&mut window, &format!("place-menu-{mode}-{}", size[0]));
    window.click("Màn hình đầu");
    window.steps(4);
    check(&mut window, &format!("place-start-{mode}-{}", size[0]));
    window.click("Lập kế hoạch mới…");
    window.text("Trường THCS Đồng Tâm");
    window.world.borrow_mut().paths.push_back(path.with_file_name("Moi.caitien"));
    window.click("Đổi chỗ…");
    window.steps(4);
    check(&mut window, &format!("place-new-plan-{mode}-{}", size[0]));
}

#[test]
fn a_place_in_a_cloud_looks_as_it_did_on_a_small_screen() {
    in_a_cloud(SIZES[0], false);
}

#[test]
fn a_place_in_a_cloud_looks_as_it_did_on_a_wide_screen_by_night() {
    in_a_cloud(SIZES[1], true);
}

/// Faults of form, before they are mended.
fn mends(size: [f32; 2], dark: bool) {
    let folder = folder();
    let mut dossier = sample();
    let newest = dossier.plans.iter().position(|plan| plan.number.is_empty()).unwrap();
    let plan = Arc::make_mut(&mut dossier.plans[newest]);
    plan.recipients = vec!["UBND phường Nguyệt Hà (để b/c)".into(), "Lưu VT".into()];
    plan.signatures[0].authority = vec!["KT.HIỆU TRƯỞNG".into()];
    plan.signatures[0].position = "PHÓ HIỆU TRƯỞNG".into();
    for row in plan.rows.iter_mut().take(2) {
        if let Row::Item(item) = row {
            Arc::make_mut(item).actions.push_str(" Góp ý sau mỗi đợt kiểm tra,. rồi điều chỉnh.");
        }
    }
    let path = write(&folder, "Truong.caitien", &dossier);
    let mut window = Window::with(Start::File(path), folder, size);
    window.steps(2);
    if dark {
        by_night(&mut window);
    }
    window.harness.get_by_role_and_label(Role::Tab, "Kiểm tra").click();
    window.steps(6);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("mends-{mode}-{}", size[0]));
}

#[test]
fn faults_of_form_look_as_they_did_on_a_small_screen() {
    mends(SIZES[0], false);
}

#[test]
fn faults_of_form_look_as_they_did_on_a_wide_screen_by_night() {
    mends(SIZES[1], true);
}

/// What a busy year brings: findings of every kind, and recent files of which one is gone.
fn lists(size: [f32; 2], dark: bool) {
    let folder = folder();
    let mut dossier = sample();
    let mut paths = Vec::new();
    for name in ["Truong cu.caitien", "OneDrive/Ke hoach 2027.caitien", "Truong.caitien"] {
        let path = folder.path().join("documents").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        paths.push(write(&folder, &format!("documents/{name}"), &dossier));
        // The newest has the most to mend.
        let newest = dossier.plans.iter().position(|plan| plan.number.is_empty()).unwrap();
        let plan = Arc::make_mut(&mut dossier.plans[newest]);
        plan.letterhead.school = format!("{} và Trung học phổ thông", plan.letterhead.school);
        plan.signatures.clear();
        plan.parts.truncate(2);
        for row in &mut plan.rows {
            if let Row::Item(item) = row {
                Arc::make_mut(item).time = Typed::new("Tháng 9/2025 - 5/2026");
            }
        }
    }
    let mut window = None;
    for path in &paths {
        drop(window.take());
        let mut opened = Window::with(Start::File(path.clone()), folder.clone(), size);
        opened.steps(2);
        window = Some(opened);
    }
    let mut window = window.unwrap();
    std::fs::remove_file(&paths[0]).unwrap();
    if dark {
        by_night(&mut window);
    }
    window.harness.get_by_role_and_label(Role::Tab, "Kiểm tra").click();
    window.steps(6);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("lists-findings-{mode}-{}", size[0]));
    window.click("Tệp");
    window.click("Màn hình đầu");
    window.steps(4);
    check(&mut window, &format!("lists-start-{mode}-{}", size[0]));
}

#[test]
fn long_lists_look_as_they_did_on_a_small_screen() {
    lists(SIZES[0], false);
}

#[test]
fn long_lists_look_as_they_did_on_a_wide_screen_by_night() {
    lists(SIZES[1], true);
}

/// A block of cells pasted into the table, and text in old letters.
fn pasted(dark: bool) {
    let mode = if dark { "dark" } else { "light" };
    let mut window = Window::with(Start::Sample, folder(), SIZES[0]);
    if dark {
        by_night(&mut window);
    }
    window.click("Bảng cải tiến");
    let row = |number: usize| {
        format!(
            "<tr><td>Bồi dưỡng giáo viên dạy học theo hướng phát triển phẩm chất, đợt {number}\
             </td><td>Ít nhất 12 giáo viên</td><td>Bà Phan Mai Hương</td>\
             <td>{number}/2026</td><td>6 triệu đồng</td><td>x</td></tr>"
        )
    };
    let html = format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>Nội dung</td>\
         <td>Mục tiêu</td><td>Người làm</td><td>Thời hạn</td><td>Nguồn lực</td><td>Duyệt</td></tr>\
         {}<tr><td>Khảo sát</td><td></td><td></td><td>khi rảnh</td></tr></table>",
        (8..13).map(row).collect::<String>()
    );
    window.world.borrow_mut().text = Some("một\thai".to_owned());
    window.world.borrow_mut().html = Some(html);
    let paste = egui::Event::Key {
        key: egui::Key::V,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::COMMAND,
    };
    window.frames(8, [paste]);
    check(&mut window, &format!("paste-{mode}-1093"));
    window.press(egui::Modifiers::NONE, egui::Key::Escape);
    let old = "X©y dùng kÕ ho¹ch c¶i tiÕn chÊt l\u{AD}îng gi¸o dôc\nRµ so¸t hå s¬ mçi häc kú";
    window.frames(8, [egui::Event::Paste(old.to_owned())]);
    check(&mut window, &format!("old-letters-{mode}-1093"));
}

#[test]
fn what_is_pasted_looks_as_it_did() {
    pasted(false);
}

#[test]
fn what_is_pasted_looks_as_it_did_by_night() {
    pasted(true);
}

/// The page of backups, on one that differs.
fn backups(size: [f32; 2], dark: bool) {
    let mut window = crate::backups::window(folder(), size);
    if dark {
        by_night(&mut window);
    }
    crate::backups::choose(&mut window, "Bản hôm qua, 16:40");
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("backups-{mode}-{}", size[0]));
}

#[test]
fn the_backups_look_as_they_did_on_a_small_screen() {
    backups(SIZES[0], false);
}

#[test]
fn the_backups_look_as_they_did_on_a_wide_screen() {
    backups(SIZES[1], false);
}

#[test]
fn the_backups_look_as_they_did_on_a_small_screen_by_night() {
    backups(SIZES[0], true);
}

#[test]
fn the_backups_look_as_they_did_on_a_wide_screen_by_night() {
    backups(SIZES[1], true);
}

#[test]
fn a_file_without_backups_looks_as_it_did() {
    let mut window = Window::of(&sample());
    crate::backups::open_page(&mut window);
    check(&mut window, "backups-none");
}

/// A block of cells, chosen in the table.
fn block(size: [f32; 2], dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), size);
    if dark {
        by_night(&mut window);
    }
    window.harness.get_by_role_and_label(Role::Tab, "Bảng cải tiến").click();
    window.steps(4);
    window.press(egui::Modifiers::COMMAND, egui::Key::Home);
    for _ in 0..2 {
        window.press(egui::Modifiers::NONE, egui::Key::ArrowRight);
    }
    window.press(egui::Modifiers::NONE, egui::Key::ArrowDown);
    for _ in 0..3 {
        window.press(egui::Modifiers::SHIFT, egui::Key::ArrowRight);
    }
    window.press(egui::Modifiers::SHIFT, egui::Key::ArrowDown);
    window.press(egui::Modifiers::SHIFT, egui::Key::ArrowDown);
    window.steps(4);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("table-block-{mode}-{}", size[0]));
}

/// The menu of what is in sight, and one person's work alone, sorted.
fn arranged(size: [f32; 2], dark: bool) {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    if let Row::Item(item) = &mut Arc::make_mut(plan).rows[4] {
        Arc::make_mut(item).responsible = Typed::default();
    }
    let folder = folder();
    let path = write(&folder, "Truong.caitien", &dossier);
    let mut window = Window::with(Start::File(path), folder, size);
    if dark {
        by_night(&mut window);
    }
    window.click("Bảng cải tiến");
    window.click("Hiện: tất cả");
    window.steps(4);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("table-filter-{mode}-{}", size[0]));
    window.click_last("Phó Hiệu trưởng");
    window.steps(4);
    window.click("Cột");
    window.steps(4);
    window.harness.get_by_role_and_label(Role::Button, "Thời gian").click();
    window.steps(4);
    check(&mut window, &format!("table-filtered-{mode}-{}", size[0]));
}

/// The end of a plan in groups, whose title stays in sight, and words that were found.
fn sticky(size: [f32; 2], dark: bool) {
    let mut dossier = sample();
    dossier.plans.retain(|plan| plan.school_year.first() == 2025);
    let folder = folder();
    let path = write(&folder, "Truong.caitien", &dossier);
    let mut window = Window::with(Start::File(path), folder, size);
    if dark {
        by_night(&mut window);
    }
    window.click("Bảng cải tiến");
    window.press(egui::Modifiers::COMMAND, egui::Key::End);
    window.steps(8);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("table-sticky-{mode}-{}", size[0]));
    window.press(egui::Modifiers::COMMAND, egui::Key::F);
    window.steps(2);
    window.text("hoc sinh");
    window.steps(4);
    check(&mut window, &format!("table-found-{mode}-{}", size[0]));
}

#[test]
fn a_title_that_stays_in_sight_looks_as_it_did_on_a_small_screen() {
    sticky(SIZES[0], false);
}

#[test]
fn a_title_that_stays_in_sight_looks_as_it_did_on_a_wide_screen_by_night() {
    sticky(SIZES[1], true);
}

#[test]
fn a_filtered_table_looks_as_it_did_on_a_small_screen() {
    arranged(SIZES[0], false);
}

#[test]
fn a_filtered_table_looks_as_it_did_on_a_wide_screen_by_night() {
    arranged(SIZES[1], true);
}

#[test]
fn a_block_of_cells_looks_as_it_did_on_a_small_screen_by_night() {
    block(SIZES[0], true);
}

#[test]
fn a_block_of_cells_looks_as_it_did_on_a_wide_screen() {
    block(SIZES[1], false);
}

/// What is proposed while a person types in the table.
fn proposals(size: [f32; 2], dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), size);
    if dark {
        by_night(&mut window);
    }
    window.harness.get_by_role_and_label(Role::Tab, "Bảng cải tiến").click();
    window.steps(4);
    for key in [egui::Key::ArrowDown, egui::Key::ArrowDown] {
        window.press(egui::Modifiers::NONE, key);
    }
    for _ in 0..5 {
        window.press(egui::Modifiers::NONE, egui::Key::ArrowRight);
    }
    window.harness.input_mut().events.push(egui::Event::Text("tổ".to_owned()));
    window.steps(3);
    window.press(egui::Modifiers::NONE, egui::Key::ArrowDown);
    window.steps(3);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("proposals-{mode}-{}", size[0]));
}

#[test]
fn what_is_proposed_looks_as_it_did_on_a_small_screen() {
    proposals(SIZES[0], false);
}

#[test]
fn what_is_proposed_looks_as_it_did_on_a_wide_screen_by_night() {
    proposals(SIZES[1], true);
}

/// Words found in the dossier, and what comes in their place.
fn searched(size: [f32; 2], dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), size);
    if dark {
        by_night(&mut window);
    }
    window.harness.get_by_role_and_label(Role::Tab, "Bảng cải tiến").click();
    window.steps(4);
    window.press(egui::Modifiers::COMMAND, egui::Key::H);
    window.steps(3);
    window.harness.input_mut().events.push(egui::Event::Text("to van phong".to_owned()));
    window.steps(3);
    window.click("Cả hồ sơ");
    window.click("Thay bằng");
    window.harness.input_mut().events.push(egui::Event::Text("Tổ Hành chính".to_owned()));
    window.steps(3);
    window.click("Chỗ sau");
    window.steps(6);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("search-{mode}-{}", size[0]));
}

#[test]
fn the_search_looks_as_it_did_on_a_small_screen() {
    searched(SIZES[0], false);
}

#[test]
fn the_search_looks_as_it_did_on_a_wide_screen_by_night() {
    searched(SIZES[1], true);
}

/// The list of all commands.
fn palette(size: [f32; 2], dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), size);
    if dark {
        by_night(&mut window);
    }
    window.press(egui::Modifiers::COMMAND, egui::Key::K);
    window.steps(3);
    window.harness.input_mut().events.push(egui::Event::Text("ke hoach".to_owned()));
    window.steps(3);
    window.press(egui::Modifiers::NONE, egui::Key::ArrowDown);
    window.steps(3);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("palette-{mode}-{}", size[0]));
}

#[test]
fn the_list_of_commands_looks_as_it_did_on_a_small_screen() {
    palette(SIZES[0], false);
}

#[test]
fn the_list_of_commands_looks_as_it_did_on_a_wide_screen_by_night() {
    palette(SIZES[1], true);
}

/// In và xuất with words looked for and the look of the pages open.
fn looked_for(dark: bool) {
    let size = SIZES[usize::from(!dark)];
    let mut window = Window::with(Start::Sample, folder(), size);
    if dark {
        by_night(&mut window);
    }
    window.stage(Stage::Print);
    window.until(|window| window.shows("Trang 1"));
    window.scroll_to("Chọn cỡ chữ, giãn dòng, lề…");
    window.click("Chọn cỡ chữ, giãn dòng, lề…");
    window.press(egui::Modifiers::COMMAND, egui::Key::F);
    window.steps(2);
    window.text("giáo dục");
    window.until(|window| window.shows("1 / "));
    window.press(egui::Modifiers::NONE, egui::Key::Enter);
    window.scroll_to("Lề phải");
    // The pages are drawn in their new place, and no caret blinks.
    window.press(egui::Modifiers::NONE, egui::Key::Tab);
    window.steps(20);
    check(&mut window, &format!("found-{}-{}", if dark { "dark" } else { "light" }, size[0]));
}

#[test]
fn what_is_looked_for_on_the_pages_looks_as_it_did() {
    looked_for(false);
}

#[test]
fn what_is_looked_for_on_the_pages_looks_as_it_did_by_night() {
    looked_for(true);
}
