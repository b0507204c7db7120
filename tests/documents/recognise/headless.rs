//! `caitien import` of a Word file: into a new file, as a new plan, and back into its plan.

use std::fs;

use serde_json::Value;

use crate::headless::Desk;

fn json(desk: &Desk, file: &str) -> Value {
    desk.done(&format!("export|{file}|--to|{file}.json"));
    serde_json::from_str(&fs::read_to_string(desk.path(&format!("{file}.json"))).unwrap()).unwrap()
}

fn texts(plan: &Value, field: &str) -> Vec<Value> {
    let items = plan["rows"].as_array().unwrap().iter().filter(|row| row["kind"] == "item");
    items.map(|item| item[field].clone()).collect()
}

#[test]
fn our_own_word_file_makes_a_file_with_the_same_plan() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--plan|2025-2026|--to|a.docx");
    assert_eq!(desk.done("import|a.docx|--new|n.caitien"), "");
    let (ours, back) = (json(&desk, "s.caitien"), json(&desk, "n.caitien"));
    let of_year = |plan: &&Value| plan["school_year"] == "2025-2026";
    let ours = ours["plans"].as_array().unwrap().iter().find(of_year).unwrap();
    let plans = back["plans"].as_array().unwrap();
    assert_eq!(plans.len(), 1);
    assert_eq!(back["school"]["school"], ours["letterhead"]["school"]);
    assert_eq!(back["catalogues"].as_array().unwrap().len(), 1);
    for field in ["actions", "criteria", "target", "support", "note"] {
        assert_eq!(texts(&plans[0], field), texts(ours, field), "{field}");
    }
    desk.done("export|n.caitien|--to|b.docx");
    assert!(fs::read(desk.path("a.docx")).unwrap() == fs::read(desk.path("b.docx")).unwrap());
}

#[test]
fn it_comes_into_a_file_as_a_plan_of_its_own_or_back_into_its_plan() {
    let desk = Desk::written();
    desk.done("export|s.caitien|--plan|2025-2026|--to|a.docx");
    let before = json(&desk, "s.caitien");
    assert_eq!(desk.done("import|a.docx|--into|s.caitien|--plan|2025-2026"), "");
    assert_eq!(json(&desk, "s.caitien"), before, "nothing was changed in the Word file");
    desk.done("import|a.docx|--into|s.caitien");
    let after = json(&desk, "s.caitien");
    let count = |file: &Value| file["plans"].as_array().unwrap().len();
    assert_eq!(count(&after), count(&before) + 1);
}

#[test]
fn what_both_sides_changed_stays_as_the_plan_has_it_and_is_told() {
    let desk = Desk::written();
    desk.done("export|s.caitien|--plan|2025-2026|--to|a.docx");
    let mut file = json(&desk, "s.caitien");
    let plans = file["plans"].as_array_mut().unwrap();
    let plan = plans.iter_mut().find(|plan| plan["school_year"] == "2025-2026").unwrap();
    let mut items: Vec<&mut Value> = plan["rows"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .filter(|row| row["kind"] == "item")
        .collect();
    items[0]["target"] = "Giữ vững kết quả".into();
    items[1]["target"] = "".into();
    fs::write(desk.path("c.json"), file.to_string()).unwrap();
    desk.done("import|c.json|--new|c.caitien");
    let said = desk.done("import|a.docx|--into|c.caitien|--plan|2025-2026");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 1, "{said}");
    assert!(lines[0].starts_with("conflict\t") && lines[0].contains("Giữ vững kết quả"), "{said}");
    let after = json(&desk, "c.caitien");
    let find = |plan: &&Value| plan["school_year"] == "2025-2026";
    let plan = after["plans"].as_array().unwrap().iter().find(find).unwrap();
    let targets = texts(plan, "target");
    assert_eq!(targets[0], "Giữ vững kết quả");
    assert_ne!(targets[1], "", "what the plan left empty was taken");
}

#[test]
fn a_file_that_is_none_is_refused_and_makes_nothing() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--to|a.docx");
    let whole = fs::read(desk.path("a.docx")).unwrap();
    fs::write(desk.path("cut.docx"), &whole[..3_000]).unwrap();
    fs::write(desk.path("text.docx"), "hello").unwrap();
    fs::write(desk.path("old.docx"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap();
    fs::write(desk.path("zero.docx"), "").unwrap();
    for name in ["cut", "text", "old", "zero", "none"] {
        desk.refused(&format!("import|{name}.docx|--new|n.caitien"));
        assert!(!desk.names().contains(&"n.caitien".to_owned()), "{name}");
    }
    desk.refused("import|a.docx|--new|n.caitien|--plan|2025-2026");
    desk.refused("import|a.docx|--into|s.caitien|--as|x");
    desk.refused("import|a.docx|--into|s.caitien|--plan|1999-2000");
    desk.refused("import|s.json|--into|s.caitien|--plan|2025-2026");
}
