//! Thêm tiêu chí: several at once, again, beside groups and bands.

use caitien::plan::Row;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::*;

#[test]
fn criteria_ticked_together_are_one_step_of_undo() {
    let mut window = table();
    let before = window.plan();
    window.click("Thêm tiêu chí…");
    window.steps(4);
    let dossier = sample();
    let catalogue = dossier.catalogue_of(&before).unwrap().clone();
    let used = codes(&before);
    let free: Vec<_> = catalogue
        .standards
        .iter()
        .flat_map(|standard| &standard.criteria)
        .filter(|criterion| !used.contains(&criterion.code))
        .take(2)
        .collect();
    for criterion in &free {
        let label = format!("{} {}", criterion.code, criterion.name);
        window.harness.get_by_label(&label).scroll_to_me();
        window.steps(8);
        window.click(&label);
    }
    window.click("Thêm 2 dòng");
    let after = codes(&window.plan());
    assert!(free.iter().all(|criterion| after.contains(&criterion.code)), "{after:?}");
    // As on paper, the criterion stands in for a content nobody wrote yet.
    window.steps(4);
    assert!(window.shows(&format!(": Tiêu chí {}. {}", free[0].code, free[0].name)));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plan().rows, before.rows);
}

/// Ticks this criterion of the sample's catalogue; gives its code.
fn tick(window: &mut Window, code: &str) {
    let dossier = window.dossier();
    let plan = window.plan();
    let catalogue = dossier.catalogue_of(&plan).unwrap();
    let label = format!("{code} {}", catalogue.name_of(code).unwrap());
    window.harness.get_by_label(&label).scroll_to_me();
    window.steps(8);
    window.click(&label);
}

#[test]
fn a_criterion_that_the_table_has_can_be_chosen_again() {
    let mut window = table();
    let code = item(&window, 0).criteria[0].clone();
    let count =
        |window: &Window| codes(&window.plan()).iter().filter(|other| **other == code).count();
    let before = count(&window);
    window.click("Thêm tiêu chí…");
    window.steps(4);
    tick(&mut window, &code);
    window.click("Thêm 1 dòng");
    assert_eq!(count(&window), before + 1);
    // It comes after those that are there, chosen and ready.
    window.text("đích mới");
    leave(&mut window);
    let of_code: Vec<_> =
        window.plan().items().filter(|item| item.criteria.contains(&code)).cloned().collect();
    assert_eq!(of_code.last().unwrap().target, "đích mới");
}

#[test]
fn a_group_added_on_the_way_keeps_the_ticks() {
    let mut window = table();
    let before = window.plan().rows.len();
    let code = item(&window, 0).criteria[0].clone();
    window.click("Thêm tiêu chí…");
    window.steps(4);
    tick(&mut window, &code);
    window.click("thêm dòng nhóm");
    assert_eq!(window.plan().rows.len(), before + 1);
    assert!(window.shows("đã thêm một dòng nhóm"));
    window.click("Thêm 1 dòng");
    assert!(window.plan().rows.len() >= before + 2);
}

#[test]
fn a_group_comes_chosen_so_that_typing_names_it() {
    let mut window = table();
    window.click("Thêm tiêu chí…");
    window.steps(4);
    window.click("thêm dòng nhóm");
    window.text("Tiêu chuẩn 2: Đội ngũ");
    leave(&mut window);
    let plan = window.plan();
    let title = plan.rows.iter().find_map(|row| match row {
        Row::Group(group) if group.title.starts_with("Tiêu chuẩn 2: Đội ngũ") => Some(group),
        _ => None,
    });
    let groups: Vec<_> = plan.rows.iter().filter(|row| matches!(row, Row::Group(_))).collect();
    assert!(title.is_some(), "{groups:?}");
}

#[test]
fn an_empty_table_says_what_to_do_with_a_band_of_levels_or_without() {
    for banded in [false, true] {
        for year in [2025, 2026] {
            let mut dossier = sample();
            dossier.plans.retain(|plan| plan.school_year.first() == year);
            let plan = std::sync::Arc::make_mut(&mut dossier.plans[0]);
            let band = caitien::plan::Band { id: caitien::plan::Id(1), text: "MỨC 1".to_owned() };
            plan.rows =
                if banded { vec![Row::Band(std::sync::Arc::new(band))] } else { Vec::new() };
            let mut window = of(&dossier);
            assert!(window.shows("Bảng chưa có nội dung nào"), "{year}, band: {banded}");
            let before = window.plan().rows.len();
            window.click("Thêm một dòng trống");
            window.text("Việc đầu tiên");
            leave(&mut window);
            let plan = window.plan();
            assert_eq!(plan.rows.len(), before + 1);
            let last = plan.items().last().unwrap();
            assert!(
                [&last.criterion_text, &last.content, &last.target]
                    .iter()
                    .any(|text| *text == "Việc đầu tiên"),
                "{last:?}"
            );
        }
    }
}

#[test]
fn down_and_space_in_one_frame_tick_the_criterion_below() {
    let key = |key| egui::Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let space = || [key(Key::Space), egui::Event::Text(" ".to_owned())];
    let mut window = table();
    window.click("Thêm tiêu chí…");
    window.steps(4);
    // From the search to the first, and from there to the second.
    for _ in 0..2 {
        let events = [key(Key::ArrowDown)].into_iter().chain(space());
        window.harness.input_mut().events.extend(events);
        window.steps(2);
    }
    let plan = window.plan();
    let dossier = window.dossier();
    let catalogue = dossier.catalogue_of(&plan).unwrap();
    let criteria = catalogue.standards.iter().flat_map(|standard| &standard.criteria);
    let wanted: Vec<String> = criteria.take(2).map(|criterion| criterion.code.clone()).collect();
    let count = |codes: &[String]| codes.iter().filter(|code| wanted.contains(code)).count();
    let before = count(&codes(&plan));
    window.click("Thêm 2 dòng");
    assert_eq!(count(&codes(&window.plan())), before + 2);
}
