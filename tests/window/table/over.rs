//! What opens over the table: the columns, the form of the row, what was understood.

use caitien::plan::{Field, Row};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::*;
use crate::pictures::check;

#[test]
fn a_column_is_hidden_and_renamed_for_screen_and_paper() {
    let mut window = table();
    window.click("Cột");
    window.click("Ẩn, hiện, đổi tên, sắp xếp cột…");
    window.steps(8);
    window.harness.get_by_role_and_label(Role::CheckBox, "Nội dung cải tiến").click();
    window.steps(3);
    window.focus("Tên cột Mục tiêu cải tiến");
    window.press(Modifiers::COMMAND, Key::A);
    window.text("Đích");
    window.click("Dùng các cột này");
    let options = window.plan().options.clone();
    let columns = &options.columns.last().unwrap().columns;
    assert!(columns.iter().any(|column| column.field == Field::Content && column.hidden));
    assert!(columns.iter().any(|column| column.title.as_deref() == Some("Đích")));
    assert!(window.harness.query_by_label("Đích").is_some());
    assert!(window.harness.query_by_label("Nội dung cải tiến").is_none());
}

#[test]
fn the_form_of_the_row_edits_what_the_plan_does_not_print() {
    let mut window = table();
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::F4);
    window.steps(2);
    assert!(window.shows("Dòng sau"));
    let label = "Ghi chú (không in trong mẫu này)";
    window.type_into(label, "Nhắc lại");
    window.click("Đóng");
    assert!(item(&window, 0).note.ends_with("Nhắc lại"));
    assert!(!window.shows(label));
}

#[test]
fn a_time_that_is_not_understood_is_said_and_corrected() {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let first = Arc::make_mut(plan).rows.iter_mut().find_map(|row| match row {
        Row::Item(item) => Some(Arc::make_mut(item)),
        _ => None,
    });
    first.unwrap().time.typed = "Theo kế hoạch của Sở".to_owned();
    let mut window = of(&dossier);
    let name = format!("tiêu chí {}", item(&window, 0).criteria.join(", "));
    window.click(&format!("Chưa rõ thời hạn · Sửa, {name}"));
    window.type_into("Đến ngày", "30/11/2026");
    window.click("Dùng cách hiểu này");
    let time = item(&window, 0).time.clone();
    assert_eq!(time.typed, "Theo kế hoạch của Sở");
    assert_eq!(time.corrected.unwrap().end, Some(jiff::civil::date(2026, 11, 30)));
}

/// The plan of the sample whose first item says this of its people.
fn with_people(typed: &str) -> Window {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let first = Arc::make_mut(plan).rows.iter_mut().find_map(|row| match row {
        Row::Item(item) => Some(Arc::make_mut(item)),
        _ => None,
    });
    typed.clone_into(&mut first.unwrap().responsible.typed);
    of(&dossier)
}

#[test]
fn who_leads_and_who_helps_is_said_under_the_active_cell_and_corrected_by_a_key() {
    let mut window = with_people("Công đoàn, Phó Hiệu trưởng");
    choose(&mut window, Field::Responsible);
    let name = format!("tiêu chí {}", item(&window, 0).criteria.join(", "));
    let said = format!("chủ trì: Công đoàn; phối hợp: Phó Hiệu trưởng, {name}");
    assert!(window.shows(&said), "what was understood stands under the cell");
    window.press(Modifiers::SHIFT, Key::F2);
    window.steps(3);
    window.focus("Chủ trì");
    window.press(Modifiers::COMMAND, Key::A);
    window.text("Phó Hiệu trưởng");
    window.focus("Phối hợp");
    window.press(Modifiers::COMMAND, Key::A);
    window.text("Công đoàn");
    window.click("Dùng cách hiểu này");
    let people = item(&window, 0).responsible.clone();
    assert_eq!(people.typed, "Công đoàn, Phó Hiệu trưởng");
    assert_eq!(people.corrected.unwrap(), ["Phó Hiệu trưởng", "Công đoàn"]);
    let said = "chủ trì: Phó Hiệu trưởng; phối hợp: Công đoàn (đã sửa cách hiểu)";
    assert!(window.shows(&format!("{said}, {name}")));
}

#[test]
fn the_key_of_the_meaning_takes_in_what_is_being_typed() {
    let mut window = with_people("Kế toán");
    choose(&mut window, Field::Responsible);
    window.text("Tổ trưởng, Kế toán");
    window.press(Modifiers::SHIFT, Key::F2);
    window.steps(3);
    assert_eq!(item(&window, 0).responsible.typed, "Tổ trưởng, Kế toán");
    assert_eq!(window.value("Chủ trì"), "Tổ trưởng");
    assert_eq!(window.value("Phối hợp"), "Kế toán");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    choose(&mut window, Field::Target);
    window.press(Modifiers::SHIFT, Key::F2);
    window.steps(3);
    assert!(!window.shows("Dùng cách hiểu này"), "nothing is read out of a target");
}

#[test]
fn people_nobody_understands_are_said_and_corrected_from_the_form_of_the_row() {
    let mut window = with_people("Như trên");
    let name = format!("tiêu chí {}", item(&window, 0).criteria.join(", "));
    assert!(window.shows(&format!("Chưa rõ người chủ trì · Sửa, {name}")));
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::F4);
    window.steps(3);
    window.scroll_to("Sửa người thực hiện");
    window.click("Sửa người thực hiện");
    window.steps(3);
    window.type_into("Chủ trì", "Hiệu trưởng");
    window.click("Dùng cách hiểu này");
    assert_eq!(item(&window, 0).responsible.corrected.clone().unwrap(), ["Hiệu trưởng"]);
    assert!(window.shows("Hiểu là: chủ trì: Hiệu trưởng"));
}

#[test]
fn the_first_tab_in_the_form_of_the_row_leads_to_its_first_field() {
    let mut window = table();
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::F4);
    window.steps(3);
    window.press(Modifiers::NONE, Key::Tab);
    assert!(window.harness.get_by_label("Vấn đề (hạn chế) cần giải quyết").is_focused());
}

#[test]
fn what_is_typed_as_the_form_of_the_row_opens_goes_into_the_field_of_its_cell() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let before = item(&window, 0).target.clone();
    window.press(Modifiers::NONE, Key::F4);
    for letter in ["t", "h", "ê", "m"] {
        window.text(letter);
    }
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    assert_eq!(item(&window, 0).target, format!("{before}thêm"));
    assert!(!window.shows("Dòng sau"), "Esc leads back to the table");
}

#[test]
fn escape_in_the_form_of_the_row_keeps_what_was_typed() {
    let mut window = table();
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::F4);
    window.steps(2);
    let label = "Ghi chú (không in trong mẫu này)";
    window.type_into(label, " giữ lại");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    assert!(item(&window, 0).note.ends_with("giữ lại"));
}

#[test]
fn the_criterion_of_the_row_is_shown_on_request() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let code = item(&window, 0).criteria[0].clone();
    let catalogue = window.dossier().catalogue_of(&window.plan()).cloned().unwrap();
    let name = format!("{code}. {}", catalogue.name_of(&code).unwrap());
    assert!(!window.shows(&name));
    window.press(Modifiers::NONE, Key::F7);
    window.steps(3);
    assert!(window.shows(&name));
    assert!(window.shows("chưa ghi yêu cầu từng mức"), "nothing is invented");
    check(&mut window, "table-criterion-names");
    window.click("Ẩn tiêu chí (F7)");
    assert!(!window.shows(&name));
}

#[test]
fn what_the_levels_of_a_criterion_ask_for_is_shown_with_it() {
    let mut dossier = sample();
    for catalogue in &mut dossier.catalogues {
        let criteria =
            Arc::make_mut(catalogue).standards.iter_mut().flat_map(|of| &mut of.criteria);
        for criterion in criteria {
            criterion.requirements =
                vec!["Có kế hoạch được phê duyệt".into(), "Kế hoạch được rà soát mỗi năm".into()];
        }
    }
    let mut window = of(&dossier);
    choose(&mut window, Field::Target);
    window.click("Xem tiêu chí (F7)");
    assert!(window.shows("Kế hoạch được rà soát mỗi năm"));
    check(&mut window, "table-criterion");
}

#[test]
fn what_a_level_asks_for_is_written_in_the_catalogue_and_stands_beside_the_row() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let code = item(&window, 0).criteria[0].clone();
    window.press(Modifiers::NONE, Key::F7);
    window.click("Thông tin");
    window.scroll_to("Sửa tên…");
    window.click("Sửa tên…");
    window.steps(3);
    let button = format!("Hiện yêu cầu các mức của tiêu chí {code}");
    window.scroll_to(&button);
    window.click(&button);
    window.steps(3);
    let field = format!("Yêu cầu Mức 2 của tiêu chí {code}");
    window.scroll_to(&field);
    window.type_into(&field, "Có kế hoạch được rà soát mỗi năm");
    window.steps(2);
    check(&mut window, "catalogue-levels");
    window.click("Ghi nhận");
    window.steps(3);
    let of = |window: &Window| {
        let catalogue = window.dossier().catalogue_of(&window.plan()).cloned().unwrap();
        catalogue.criterion(&code).unwrap().requirements.clone()
    };
    assert_eq!(of(&window), ["", "Có kế hoạch được rà soát mỗi năm"]);
    window.click("Bảng cải tiến");
    choose(&mut window, Field::Target);
    assert!(window.shows("Có kế hoạch được rà soát mỗi năm"));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(of(&window), [""; 0], "one step");
}
