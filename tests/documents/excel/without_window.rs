//! Excel files by the headless commands: out, sent round, and back.

use std::fs;

use caitien::document::{CellValue, Whom, collection_book};
use caitien::edit::{Edit, PlanEdit, apply};
use caitien::library::faces;
use caitien::plan::{Dossier, Field, Id, Plan, RecordId};

use crate::document::{form, sample};
use crate::headless::Desk;

fn newest(dossier: &Dossier) -> &Plan {
    dossier.newest_plan().unwrap()
}

/// A sheet of the sample's newest plan in which the time of this item says something else, and a
/// new row says something.
fn filled(dossier: &Dossier, id: Id) -> Vec<u8> {
    let plan = newest(dossier);
    let mut book = collection_book(dossier, plan, &form(&plan.form), &Whom::Everyone);
    let sheet = &mut book.sheets[0];
    let column = |field: Field| sheet.keys.iter().position(|key| key == field.name()).unwrap();
    let (time, actions) = (column(Field::Time), column(Field::Actions));
    let number = CellValue::Number(u64::from(id.0));
    let row = sheet.rows.iter_mut().find(|row| row.cells[0].value == number).unwrap();
    row.cells[time].value = CellValue::Text("Tháng 11/2026".into());
    let free = sheet.rows.iter_mut().find(|row| row.cells[0].value == CellValue::Empty).unwrap();
    free.cells[actions].value = CellValue::Text("Mở lớp tin học ban đêm".into());
    caitien::export::xlsx(&book, faces().unwrap()).unwrap()
}

#[test]
fn the_bytes_depend_on_neither_folder_nor_hour() {
    let desk = Desk::new();
    for what in ["plan", "collect"] {
        desk.done(&format!("export|s.caitien|--what|{what}|--to|a.xlsx"));
        let again = std::process::Command::new(env!("CARGO_BIN_EXE_caitien"))
            .args(["export", "s.caitien", "--what", what, "--to", "b.xlsx"])
            .current_dir(desk.path(""))
            .env("TZ", "Pacific/Kiritimati")
            .status();
        assert!(again.unwrap().success());
        let bytes = fs::read(desk.path("a.xlsx")).unwrap();
        assert!(bytes.starts_with(b"PK") && bytes == fs::read(desk.path("b.xlsx")).unwrap());
    }
    desk.done("export|s.caitien|--what|collect|--for|kế toán|--to|k.xlsx");
    assert!(desk.refused("export|s.caitien|--what|collect|--for|xyz|--to|x.xlsx").contains("xyz"));
}

#[test]
fn what_comes_back_is_taken_once_and_conflicts_are_told() {
    let desk = Desk::new();
    let sent = sample();
    let id = newest(&sent).items().next().unwrap().id;
    fs::write(desk.path("p.xlsx"), filled(&sent, id)).unwrap();
    let text = "Tháng 12/2026".to_owned();
    let change = PlanEdit::SetText { record: RecordId::Row(id), field: Field::Time, text };
    let now = apply(&sent, &Edit::InPlan { plan: newest(&sent).id, change }).unwrap();
    let identity = caitien::platform::file_identity;
    drop(caitien::store::create(&desk.path("n.caitien"), &now, identity).unwrap());
    for _ in 0..2 {
        let said = desk.done("import|p.xlsx|--into|n.caitien");
        let parts: Vec<&str> = said.trim_end().split('\t').collect();
        assert_eq!((said.lines().count(), parts[0], parts.len()), (1, "conflict", 3), "{said}");
        assert!(parts[1].contains("Thời gian"), "{said}");
        assert!(parts[2].contains("Tháng 12/2026") && parts[2].contains("Tháng 11/2026"), "{said}");
        let after = caitien::store::read(&desk.path("n.caitien")).unwrap();
        let plan = newest(&after);
        assert_eq!(plan.item(id).unwrap().time.typed, "Tháng 12/2026");
        let new = plan.items().filter(|item| item.actions == "Mở lớp tin học ban đêm");
        assert_eq!(new.count(), 1);
    }
    assert!(desk.refused("import|p.xlsx|--new|x.caitien").contains("--into"));
    assert!(!desk.path("x.caitien").exists());
}

#[test]
fn the_plans_own_excel_file_is_read_as_a_table() {
    let desk = Desk::new();
    for plan in &sample().plans {
        let year = plan.school_year.to_string().replace(' ', "");
        desk.done(&format!("export|s.caitien|--plan|{year}|--to|a.xlsx"));
        let before = caitien::store::read(&desk.path("s.caitien")).unwrap();
        let said = desk.done(&format!("import|a.xlsx|--into|s.caitien|--plan|{year}"));
        assert_eq!(said, "", "{year}");
        let after = caitien::store::read(&desk.path("s.caitien")).unwrap();
        let rows = |dossier: &Dossier| dossier.plan(plan.id).unwrap().rows.clone();
        assert_eq!(rows(&after), rows(&before), "{year}: nothing comes twice, nothing changes");
        drop(fs::remove_file(desk.path("n.caitien")));
        desk.done("import|a.xlsx|--new|n.caitien");
        let new = caitien::store::read(&desk.path("n.caitien")).unwrap();
        assert_eq!(new.plans[0].items().count(), plan.items().count(), "{year}");
    }
}

#[test]
fn what_is_no_excel_file_is_refused_and_nothing_is_made() {
    let desk = Desk::new();
    fs::write(desk.path("text.xlsx"), "TT;Noi dung").unwrap();
    fs::write(desk.path("old.xls"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap();
    fs::write(desk.path("zero.xlsx"), "").unwrap();
    fs::write(desk.path("text.ods"), "TT").unwrap();
    for name in ["text.xlsx", "old.xls", "zero.xlsx", "text.ods"] {
        assert!(desk.refused(&format!("import|{name}|--new|n.caitien")).contains(".xlsx"));
        assert!(!desk.path("n.caitien").exists());
    }
}
