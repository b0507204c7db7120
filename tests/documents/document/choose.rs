//! Criteria chosen from a catalogue find their place among the rows.

use std::sync::Arc;

use caitien::edit::make::new_plan;
use caitien::edit::{FreshIds, rows_for_criteria};
use caitien::library::TABLE_2018;
use caitien::plan::{Catalogue, Group, Id, Letterhead, Plan, Row, SchoolYear};
use jiff::civil::date;

use super::{catalogue, form};

fn secondary() -> Catalogue {
    catalogue("tt18-2018-secondary-amended-2024")
}

fn new() -> Plan {
    let year = SchoolYear::starting(2025).unwrap();
    let form = form(TABLE_2018);
    new_plan(&Letterhead::default(), year, &form, Some(&secondary()), date(2025, 9, 1), Id(1))
}

fn add(plan: &mut Plan, codes: &[&str]) {
    for insertion in rows_for_criteria(plan, &secondary(), codes, &mut FreshIds::from(Id(500))) {
        plan.rows.splice(insertion.at..insertion.at, insertion.rows);
    }
}

/// Groups as "[2]", bands and items by their words in short.
fn outline(plan: &Plan) -> Vec<String> {
    plan.rows
        .iter()
        .map(|row| match row {
            Row::Band(band) => band.text.clone(),
            Row::Group(group) => format!("[{}]", group.standard.unwrap_or_default()),
            Row::Item(item) => item.criteria.join(" "),
        })
        .collect()
}

#[test]
fn criteria_stand_under_their_standards_in_the_order_of_the_catalogue() {
    let mut plan = new();
    add(&mut plan, &["5.2", "1.10", "1.6", "M4.3", "2.2"]);
    assert_eq!(
        outline(&plan),
        ["MỨC 1, 2, 3", "[1]", "1.6", "1.10", "[2]", "2.2", "[5]", "5.2", "MỨC 4", "M4.3"]
    );
    let texts: Vec<_> = plan.items().map(|item| item.criterion_text.as_str()).collect();
    assert_eq!(texts[0], "Tiêu chí 1.6. Quản lý hành chính, tài chính và tài sản");
    assert_eq!(texts[4], "Tiêu chí 3. Nghiên cứu khoa học, công nghệ");
}

#[test]
fn rows_that_come_to_stand_together_come_in_together() {
    let rows = |codes: &[&str]| -> Vec<usize> {
        let fresh = &mut FreshIds::from(Id(500));
        let insertions = rows_for_criteria(&new(), &secondary(), codes, fresh);
        insertions.iter().map(|insertion| insertion.rows.len()).collect()
    };
    assert_eq!(rows(&["1.6", "1.10", "2.2"]), [5]);
}

#[test]
fn more_criteria_find_the_groups_that_are_there() {
    let mut plan = new();
    add(&mut plan, &["1.6", "5.2", "M4.3"]);
    add(&mut plan, &["3.1", "1.1", "M4.1", "5.3"]);
    assert_eq!(
        outline(&plan),
        [
            "MỨC 1, 2, 3",
            "[1]",
            "1.1",
            "1.6",
            "[3]",
            "3.1",
            "[5]",
            "5.2",
            "5.3",
            "MỨC 4",
            "M4.1",
            "M4.3"
        ]
    );
}

#[test]
fn a_criterion_may_be_chosen_again_for_a_second_work() {
    let mut plan = new();
    add(&mut plan, &["1.6"]);
    add(&mut plan, &["1.6"]);
    assert_eq!(outline(&plan), ["MỨC 1, 2, 3", "[1]", "1.6", "1.6"]);
}

#[test]
fn a_code_the_catalogue_lacks_is_left_out() {
    let mut plan = new();
    add(&mut plan, &["9.9", "M4.77", ""]);
    assert_eq!(outline(&plan), ["MỨC 1, 2, 3"]);
}

#[test]
fn a_typed_group_title_is_understood_as_its_standard() {
    let mut plan = new();
    let title = "Tiêu chuẩn 2: Đội ngũ".to_owned();
    plan.rows.push(Row::Group(Arc::new(Group { id: Id(90), title, ..Group::default() })));
    add(&mut plan, &["2.3", "1.1"]);
    assert_eq!(outline(&plan), ["MỨC 1, 2, 3", "[1]", "1.1", "[0]", "2.3"]);
}

#[test]
fn criteria_go_before_a_group_that_speaks_of_level_4() {
    let mut plan = new();
    let title = "Tiêu chí Mức 4 (Điển hình)".to_owned();
    plan.rows.push(Row::Group(Arc::new(Group { id: Id(90), title, ..Group::default() })));
    add(&mut plan, &["M4.2", "2.3"]);
    assert_eq!(outline(&plan), ["MỨC 1, 2, 3", "[2]", "2.3", "[0]", "M4.2"]);
}

#[test]
fn the_ids_of_new_rows_are_fresh_and_different() {
    let mut fresh = FreshIds::from(Id(500));
    let rows: Vec<Row> =
        rows_for_criteria(&new(), &secondary(), &["1.1", "2.1", "M4.1"], &mut fresh)
            .into_iter()
            .flat_map(|insertion| insertion.rows)
            .collect();
    let mut ids: Vec<_> = rows.iter().map(|row| row.id().0).collect();
    ids.sort_unstable();
    assert_eq!(ids, [500, 501, 502, 503, 504, 505]);
}
