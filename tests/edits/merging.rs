//! What a paper that comes back changes: alone, against what the plan says now, and taken.

use std::sync::Arc;

use caitien::edit::{Act, Edit, FreshIds, apply};
use caitien::import::{Held, Merge};
use caitien::plan::{
    Dossier, Field, Group, Id, Item, Period, Plan, RecordId, Row, SchoolYear, Status, Typed,
};

fn item(id: u32, criterion: &str, target: &str) -> Row {
    let text = criterion.to_owned();
    let target = target.to_owned();
    Row::Item(Arc::new(Item { id: Id(id), criterion_text: text, target, ..Item::default() }))
}

fn group(id: u32, standard: u8) -> Row {
    let title = format!("Tiêu chuẩn {standard}: Tên");
    Row::Group(Arc::new(Group { id: Id(id), title, ..Group::default() }))
}

fn dossier(rows: Vec<Row>) -> Dossier {
    let plan = Plan { id: Id(1), rows, ..Plan::empty(SchoolYear::starting(2026).unwrap()) };
    Dossier { next_id: Id(100), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

const TARGET: (RecordId, Field) = (RecordId::Row(Id(2)), Field::Target);

/// A text went out as `before`, is `now` in the plan and came back as `incoming`: nothing,
/// a change, or a conflict.
#[track_caller]
fn check(before: Option<&str>, now: &str, incoming: &str, expect: Option<bool>) {
    let dossier = dossier(vec![item(2, "", now)]);
    let mut merge = Merge::of(Id(1));
    merge.text(&dossier.plans[0], TARGET, before, incoming);
    let conflict = merge.changes.first().map(|change| change.conflict);
    assert_eq!(conflict, expect, "{before:?}, {now:?}, {incoming:?}");
}

#[test]
fn a_text_is_compared_with_what_went_out_and_with_what_is_there_now() {
    check(Some("a"), "a", "a", None);
    check(Some("a"), "b", "a", None);
    check(Some("a"), "b", "b", None);
    check(Some("a"), "a", "b", Some(false));
    check(Some("a"), "b", "c", Some(true));
    check(Some("a"), "", "c", Some(true));
    check(Some("a"), "a", "", Some(false));
    check(Some("a\nb"), "a\nb", "a\r\nb ", None);
    check(Some("Đủ"), "Đủ", "Đu\u{309}", None);
    check(None, "", "c", Some(false));
    check(None, "b", "c", Some(true));
    check(None, "b", "b", None);
}

#[test]
fn how_far_work_has_come_is_compared_alike() {
    let check = |before, now, incoming, expect: Option<bool>| {
        let row = Row::Item(Arc::new(Item { id: Id(2), status: now, ..Item::default() }));
        let dossier = dossier(vec![row]);
        let mut merge = Merge::of(Id(1));
        merge.status(&dossier.plans[0], Id(2), before, incoming);
        assert_eq!(merge.changes.first().map(|change| change.conflict), expect);
    };
    let (done, under_way) = (Some(Status::Done), Some(Status::UnderWay));
    check(Some(None), None, None, None);
    check(Some(None), None, done, Some(false));
    check(Some(None), under_way, done, Some(true));
    check(Some(None), done, done, None);
    check(None, None, done, Some(false));
}

#[test]
fn what_is_taken_is_one_edit_and_what_is_not_stays() {
    let before = dossier(vec![item(2, "", "a"), item(3, "", "b")]);
    let plan = &before.plans[0];
    let mut merge = Merge::of(Id(1));
    merge.text(plan, TARGET, Some("a"), "a 2");
    merge.text(plan, (RecordId::Row(Id(3)), Field::Target), Some("x"), "b 2");
    merge.status(plan, Id(3), Some(None), Some(Status::Done));
    assert_eq!((merge.conflicts(), merge.free()), (1, vec![true, false, true]));
    let edit = merge.edit(plan, &merge.free(), &mut FreshIds::from(Id(100))).unwrap();
    assert!(matches!(&edit, Edit::Batch(Act::TakeChanges(2), _)));
    let after = apply(&before, &edit).unwrap();
    let items: Vec<_> = after.plans[0].items().map(|one| (&*one.target, one.status)).collect();
    assert_eq!(items, [("a 2", None), ("b", Some(Status::Done))]);
    assert_eq!(merge.edit(plan, &[false; 3], &mut FreshIds::from(Id(100))), None);
}

#[test]
fn what_has_gone_from_the_plan_since_is_left_out() {
    let before = dossier(vec![item(2, "", "a")]);
    let mut merge = Merge::of(Id(1));
    merge.text(&before.plans[0], TARGET, Some("a"), "b");
    let empty = dossier(Vec::new());
    assert_eq!(merge.edit(&empty.plans[0], &[true], &mut FreshIds::from(Id(100))), None);
}

#[test]
fn new_items_stand_below_those_of_their_criterion_or_their_standard() {
    let rows = vec![
        group(2, 1),
        item(3, "Tiêu chí 1.1. Một", ""),
        item(4, "Tiêu chí 1.3. Ba", ""),
        group(5, 2),
        item(6, "Tiêu chí 2.1. Một", ""),
    ];
    let before = dossier(rows);
    let plan = &before.plans[0];
    let mut merge = Merge::of(Id(1));
    for (criterion, target) in [
        ("", "cuối bảng"),
        ("Tiêu chí 1.1. Một", "sau 1.1"),
        ("Tiêu chí 2.4. Bốn", "cuối tiêu chuẩn 2"),
        ("Tiêu chí 1.1. Một", "sau 1.1, thứ hai"),
        ("Tiêu chí 1.4. Bốn", "cuối tiêu chuẩn 1"),
    ] {
        let Row::Item(new) = item(0, criterion, target) else { unreachable!() };
        merge.new_item(Item::clone(&new), false);
    }
    assert!(matches!(merge.changes[0].now, Held::Nothing));
    let edit = merge.edit(plan, &[true; 5], &mut FreshIds::from(Id(100))).unwrap();
    let after = apply(&before, &edit).unwrap();
    let targets: Vec<&str> = after.plans[0].items().map(|one| &*one.target).collect();
    let expect = [
        "",
        "sau 1.1",
        "sau 1.1, thứ hai",
        "",
        "cuối tiêu chuẩn 1",
        "",
        "cuối tiêu chuẩn 2",
        "cuối bảng",
    ];
    assert_eq!(targets, expect);
}

#[test]
fn a_time_that_is_changed_is_understood_anew() {
    let time = Typed { typed: "Tháng 10".to_owned(), corrected: Some(Period::default()) };
    let row = Row::Item(Arc::new(Item { id: Id(2), time, ..Item::default() }));
    let before = dossier(vec![row]);
    let plan = &before.plans[0];
    let mut merge = Merge::of(Id(1));
    merge.text(plan, (RecordId::Row(Id(2)), Field::Time), Some("Tháng 10"), "Tháng 11");
    let edit = merge.edit(plan, &[true], &mut FreshIds::from(Id(100))).unwrap();
    let after = apply(&before, &edit).unwrap();
    assert_eq!(after.plans[0].item(Id(2)).unwrap().time, Typed::new("Tháng 11"));
}
