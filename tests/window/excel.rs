//! Excel in the window: the plan goes out, a sheet is sent round, and what comes back is taken
//! change by change.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use caitien::document::{CellValue, Whom, collection_book};
use caitien::edit::{Edit, PlanEdit, apply};
use caitien::import::{collected, workbook};
use caitien::library;
use caitien::ooxml::Package;
use caitien::plan::{Dossier, Field, Id, Plan, RecordId};
use caitien::ui::{Ask, Stage, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::whole_job::Dropped;
use crate::world::{Window, folder, sample};

fn plan(dossier: &Dossier) -> &Plan {
    dossier.newest_plan().unwrap()
}

/// The numbers of the first items.
fn ids(dossier: &Dossier) -> Vec<Id> {
    plan(dossier).items().map(|item| item.id).take(3).collect()
}

/// The sheet for everyone, with cells written over as (item, field, words).
pub fn filled(dossier: &Dossier, cells: &[(Id, Field, &str)]) -> Vec<u8> {
    let plan = plan(dossier);
    let form = library::form_of(dossier, plan).unwrap();
    let mut book = collection_book(dossier, plan, form, &Whom::Everyone);
    let sheet = &mut book.sheets[0];
    for (id, field, words) in cells {
        let column = sheet.keys.iter().position(|key| key == field.name()).unwrap();
        let number = CellValue::Number(u64::from(id.0));
        let row = sheet.rows.iter_mut().find(|row| row.cells[0].value == number).unwrap();
        row.cells[column].value = CellValue::Text((*words).to_owned());
    }
    let free = sheet.rows.iter().position(|row| row.cells[0].value == CellValue::Empty).unwrap();
    if !cells.is_empty() {
        let column = sheet.keys.iter().position(|key| key == Field::Actions.name()).unwrap();
        sheet.rows[free].cells[column].value = CellValue::Text("Mở lớp tin học ban đêm".into());
    }
    caitien::export::xlsx(&book, library::faces().unwrap()).unwrap()
}

/// The dossier after a text of an item was changed.
pub fn changed(dossier: &Dossier, id: Id, field: Field, words: &str) -> Dossier {
    let change = PlanEdit::SetText { record: RecordId::Row(id), field, text: words.to_owned() };
    apply(dossier, &Edit::InPlan { plan: plan(dossier).id, change }).unwrap()
}

/// Chooses a file of these bytes for "Nhập từ Excel…".
pub fn import(window: &mut Window, bytes: &[u8]) -> PathBuf {
    let path = window.folder.path().join("phieu.xlsx");
    std::fs::write(&path, bytes).unwrap();
    window.world.borrow_mut().paths.push_back(path.clone());
    window.stage(Stage::Info);
    window.click("Tệp");
    window.click("Nhập từ Excel…");
    window.steps(3);
    path
}

/// Opens the dialog of the sheet that is sent round.
pub fn send_round(window: &mut Window) {
    window.stage(Stage::Print);
    window.steps(3);
    window.scroll_to("Phiếu thu thập…");
    window.click("Phiếu thu thập…");
}

/// A sheet that changed three things, one of them meanwhile changed in the plan too.
pub fn window_with_changes() -> Window {
    let sent = sample();
    let ids = ids(&sent);
    let time = (ids[0], Field::Time, "Tháng 11/2026");
    let bytes = filled(&sent, &[time, (ids[1], Field::Target, "Mục tiêu mới của nhóm")]);
    let now = changed(&sent, ids[0], Field::Time, "Tháng 12/2026");
    let mut window = Window::of(&now);
    import(&mut window, &bytes);
    window
}

#[test]
fn the_plan_goes_out_as_an_excel_file() {
    let mut window = Window::of(&sample());
    window.world.borrow_mut().paths.push_back(window.folder.path().join("a"));
    window.stage(Stage::Print);
    window.click("Xuất Excel…");
    window.until(|window| window.shows("Đã xuất a.xlsx"));
    let asked = window.world.borrow().asked.last().cloned();
    let Some(Ask::SaveAs { name, extension, .. }) = asked else { panic!("{asked:?}") };
    assert!(extension == "xlsx" && Path::new(&name).extension().is_some_and(|own| own == "xlsx"));
    let bytes = std::fs::read(window.folder.path().join("a.xlsx")).unwrap();
    assert_eq!(workbook(&bytes).unwrap().sheets.len(), 3);
}

#[test]
fn a_sheet_is_sent_round_to_whom_was_chosen() {
    let mut window = Window::of(&sample());
    window.world.borrow_mut().paths.push_back(window.folder.path().join("a"));
    send_round(&mut window);
    assert!(window.shows("Ghi được vào mọi dòng"));
    let whom = Whom::people(&window.dossier(), &window.plan()).swap_remove(0);
    window.harness.get_by_role_and_label(Role::ComboBox, "Dành cho").click();
    window.steps(3);
    window.click_last(&whom);
    assert!(window.shows("Chỉ ghi được vào các dòng được giao"));
    window.click("Xuất phiếu…");
    window.until(|window| window.shows("Đã xuất a.xlsx"));
    let asked = window.world.borrow().asked.last().cloned();
    assert!(matches!(asked, Some(Ask::SaveAs { name, .. }) if name.contains(&whom)));
}

#[test]
fn a_sheet_for_everyone_is_written_and_finds_home() {
    let mut window = Window::of(&sample());
    window.world.borrow_mut().paths.push_back(window.folder.path().join("a"));
    send_round(&mut window);
    window.click("Xuất phiếu…");
    window.until(|window| window.shows("Đã xuất a.xlsx"));
    let bytes = std::fs::read(window.folder.path().join("a.xlsx")).unwrap();
    assert_eq!(collected(&workbook(&bytes).unwrap()).unwrap().plan, window.plan().id);
    import(&mut window, &bytes);
    assert!(window.shows("Không có gì thay đổi"));
}

#[test]
fn conflicts_stand_first_and_are_not_ticked_and_what_is_ticked_is_one_step() {
    let mut window = window_with_changes();
    assert!(window.shows("3 chỗ thay đổi, trong đó 1 chỗ"));
    assert!(window.shows("hai bên cùng sửa") && window.shows("dòng mới"));
    assert!(window.shows("Tháng 12/2026") && window.shows("Tháng 11/2026"));
    let before = window.plan();
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    let ids = ids(&window.dossier());
    let item = |window: &Window, at: usize| window.plan().item(ids[at]).cloned().unwrap();
    assert_eq!(item(&window, 0).time.typed, "Tháng 12/2026");
    assert_eq!(item(&window, 1).target, "Mục tiêu mới của nhóm");
    assert!(window.plan().items().any(|item| item.actions == "Mở lớp tin học ban đêm"));
    assert!(window.shows("Đã nhận 2 chỗ thay đổi từ Excel."));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.plan().rows, before.rows, "one step of undo");
}

#[test]
fn all_can_be_taken_or_none() {
    let mut window = window_with_changes();
    window.click("Bỏ chọn tất cả");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("chỗ thay đổi"), "nothing is ticked: it stays open");
    window.click("Chọn tất cả");
    window.click("Nhận 3 chỗ");
    let id = ids(&window.dossier())[0];
    assert_eq!(window.plan().item(id).unwrap().time.typed, "Tháng 11/2026");
    window.saved();
}

#[test]
fn esc_leaves_all_as_it_was() {
    let mut window = window_with_changes();
    let before = window.dossier();
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("chỗ thay đổi"));
    assert_eq!(*window.dossier(), *before);
}

#[test]
fn a_dropped_excel_file_comes_into_the_plan_that_is_open() {
    let dossier = sample();
    let folder = folder();
    let path = folder.path().join("phieu.xlsx");
    std::fs::write(&path, filled(&dossier, &[])).unwrap();
    let drop = |window: &mut Window, path: &Path| {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
        window.steps(4);
    };
    let mut window = Window::of(&dossier);
    drop(&mut window, &path);
    assert!(window.shows("Không có gì thay đổi"));
    // What Excel could save as one is said to be no such file, and not to be a damaged dossier.
    let text = folder.path().join("phieu.ods");
    std::fs::write(&text, "TT").unwrap();
    let mut window = Window::of(&dossier);
    drop(&mut window, &text);
    assert!(window.shows("Đây không phải tệp Excel (.xlsx)"));
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 614.0]);
    drop(&mut window, &path);
    assert!(window.shows("Hãy mở hồ sơ có kế hoạch trước"));
}

/// A workbook of another program, whose table has titles of its own.
fn foreign() -> Vec<u8> {
    let cell = |row: usize, column: usize, words: &str| {
        let letter = char::from(b'A' + u8::try_from(column).unwrap());
        format!("<c r=\"{letter}{row}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
    };
    let rows = [
        vec!["TT", "Tiêu chí", "Kết quả cần đạt", "Giải pháp", "Người thực hiện", "Thời gian"],
        vec![
            "1",
            "Tiêu chí 1.5",
            "Lớp nào cũng có sổ",
            "Lập sổ theo dõi",
            "Tổ Văn",
            "Tháng 10/2026",
        ],
        vec!["2", "Tiêu chí 1.6", "Đủ hồ sơ", "Sắp xếp tủ hồ sơ", "Văn thư", "Tháng 11/2026"],
    ];
    let rows: Vec<String> = rows
        .iter()
        .zip(1..)
        .map(|(cells, row)| {
            let cells = cells.iter().enumerate().map(|(at, words)| cell(row, at, words));
            format!("<row r=\"{row}\">{}</row>", cells.collect::<String>())
        })
        .collect();
    let rows = rows.concat();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let links = "http://schemas.openxmlformats.org/package/2006/relationships";
    let kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let link = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{links}\"><Relationship Id=\"rId1\" \
             Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let mut package = Package::new();
    let types = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kinds}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kinds}.worksheet+xml\"/>\
         </Types>"
    );
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>\
         <sheet name=\"Bảng\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
    for (name, xml) in [
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", &link("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &link("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ] {
        package.add(name, xml).unwrap();
    }
    package.finish().unwrap()
}

#[test]
fn a_workbook_of_others_is_reviewed_and_becomes_a_plan_or_new_rows() {
    let dossier = sample();
    let mut window = Window::of(&dossier);
    import(&mut window, &foreign());
    assert!(window.shows("Nhập từ Excel") && window.shows("Văn bản không ghi năm học"));
    window.click("Đưa vào: Ghép vào kế hoạch đang mở");
    window.click("Kế hoạch mới");
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    assert_eq!(window.dossier().plans.len(), dossier.plans.len() + 1);
    assert_eq!(window.plan().items().count(), 2);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.dossier().plans, dossier.plans);
    import(&mut window, &foreign());
    window.click("Đưa vào kế hoạch");
    window.steps(2);
    assert!(window.shows("Nhận nội dung từ Excel") && window.shows("dòng mới"));
}

#[test]
fn without_a_file_a_workbook_of_others_becomes_one() {
    let mut window = Window::start();
    let path = window.folder.path().join("bang.xlsx");
    std::fs::write(&path, foreign()).unwrap();
    window.world.borrow_mut().paths.push_back(path);
    window.click("Nhập từ Excel…");
    window.steps(4);
    window.click("Đưa vào kế hoạch");
    window.steps(6);
    let items: Vec<String> = window.plan().items().map(|item| item.actions.clone()).collect();
    assert_eq!(items, ["Lập sổ theo dõi", "Sắp xếp tủ hồ sơ"]);
}

#[test]
fn what_is_no_excel_file_is_refused_with_the_way_out() {
    let mut window = Window::of(&sample());
    import(&mut window, b"TT;Noi dung");
    assert!(window.shows("Đây không phải tệp Excel (.xlsx)"));
    window.press(Modifiers::NONE, Key::Escape);
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend("Workbook\0".encode_utf16().flat_map(u16::to_le_bytes));
    import(&mut window, &old);
    assert!(window.shows("Excel đời cũ (.xls)"));
}
