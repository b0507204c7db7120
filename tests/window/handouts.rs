//! What prints beside the plan: seen, exported, and the deadlines as a calendar.

use std::path::Path;
use std::sync::Arc;

use caitien::plan::{Dossier, Item, Row, Typed};
use caitien::ui::Stage;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::pictures::check;
use crate::world::{Window, sample};

fn open(dossier: &Dossier) -> Window {
    let mut window = Window::of(dossier);
    window.stage(Stage::Print);
    window.steps(4);
    window
}

/// Chooses what is done with a sheet.
fn choose(window: &mut Window, sheet: &str, way: &str) {
    window.scroll_to(sheet);
    window.click(sheet);
    window.click_last(way);
    window.steps(4);
}

fn exported(window: &mut Window, name: &str) -> Vec<u8> {
    let path = window.folder.path().join(name);
    window.until(|_| path.exists());
    std::fs::read(path).unwrap()
}

#[test]
fn a_sheet_is_shown_by_the_program_that_prints() {
    let mut window = open(&sample());
    choose(&mut window, "Bảng phân công", "Xem và in");
    window.until(|window| !window.world.borrow().opened.is_empty());
    let opened = window.world.borrow().opened[0].clone();
    let name = opened.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("Bảng phân công 2026 - 2027"), "{name}");
    assert!(std::fs::read(&opened).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_sheet_of_one_person_is_theirs_in_name_too() {
    let mut window = open(&sample());
    window.scroll_to("Giao việc cho");
    window.click("Giao việc cho");
    let lead = "Phó Hiệu trưởng";
    window.click_last(lead);
    window.world.borrow_mut().paths.push_back(window.folder.path().join("giao viec.docx"));
    choose(&mut window, "Phiếu giao việc", "Xuất Word…");
    assert!(exported(&mut window, "giao viec.docx").starts_with(b"PK"));
    let asked = format!("{:?}", window.world.borrow().asked.last().unwrap());
    assert!(asked.contains("Phiếu giao việc 2026 - 2027") && asked.contains(lead), "{asked}");
}

#[test]
fn sheets_of_all_who_lead_are_one_file_and_any_sheet_is_an_excel_file() {
    let mut window = open(&sample());
    window.world.borrow_mut().paths.push_back(window.folder.path().join("tat ca.pdf"));
    choose(&mut window, "Phiếu của từng người", "Xuất PDF…");
    assert!(exported(&mut window, "tat ca.pdf").starts_with(b"%PDF"));
    let asked = format!("{:?}", window.world.borrow().asked.last().unwrap());
    assert!(asked.contains("Phiếu giao việc của từng người 2026 - 2027"), "{asked}");
    window.world.borrow_mut().paths.push_back(window.folder.path().join("kinh phi.xlsx"));
    choose(&mut window, "Tổng hợp kinh phí", "Xuất Excel…");
    assert!(exported(&mut window, "kinh phi.xlsx").starts_with(b"PK"));
}

#[test]
fn work_that_nobody_leads_is_told_beside_the_sheets() {
    let mut some = sample();
    let newest = some.newest_plan().unwrap().id;
    some.plans.retain(|plan| plan.id == newest);
    let plan = Arc::make_mut(&mut some.plans[0]);
    if let Some(Row::Item(item)) = plan.rows.iter_mut().find(|row| row.as_item().is_some()) {
        *item = Arc::new(Item { responsible: Typed::default(), ..Item::clone(item) });
    }
    let window = open(&some);
    assert!(window.shows("Còn 1 nội dung chưa ghi người chủ trì nên chưa có phiếu."));
}

#[test]
fn deadlines_go_to_a_calendar() {
    let mut window = open(&sample());
    window.world.borrow_mut().paths.push_back(window.folder.path().join("lich.ics"));
    window.scroll_to("Lịch thời hạn (.ics)…");
    window.click("Lịch thời hạn (.ics)…");
    let bytes = exported(&mut window, "lich.ics");
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("BEGIN:VEVENT") && text.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn what_is_not_there_yet_says_why() {
    let window = open(&sample());
    let updated = window.harness.get_by_label("Bản cập nhật kết quả");
    assert!(updated.accesskit_node().is_disabled());
    assert!(window.shows("Có khi đã chốt một lần rà soát."));
    let mut nobody = sample();
    let newest = nobody.newest_plan().unwrap().id;
    nobody.plans.retain(|plan| plan.id == newest);
    let rows = &mut Arc::make_mut(&mut nobody.plans[0]).rows;
    for row in rows.iter_mut() {
        if let Row::Item(item) = row {
            *item = Arc::new(Item { responsible: Typed::default(), ..Item::clone(item) });
        }
    }
    let window = open(&nobody);
    assert!(window.shows("Bảng phân công") && !window.shows("Giao việc cho"));
    assert!(Path::new(&window.path()).exists());
}

#[test]
fn pictures_of_it_are_as_they_were() {
    let mut window = open(&sample());
    window.scroll_to("Lịch thời hạn (.ics)…");
    window.steps(6);
    check(&mut window, "handouts-light");
}
