//! The names of undo steps.

use std::sync::Arc;

use caitien::edit::{Edit, PlanEdit};
use caitien::messages::step_name;
use caitien::plan::{Band, Field, Id, Item, Row, Shown};

#[track_caller]
fn check(change: PlanEdit, expect: &str) {
    assert_eq!(step_name(&Edit::InPlan { plan: Id(1), change }), expect);
}

#[test]
fn a_step_says_what_it_did() {
    let item = |id| Row::Item(Arc::new(Item { id: Id(id), ..Item::default() }));
    let rows = |rows| PlanEdit::InsertRows { at: 0, rows };
    check(rows(vec![item(1)]), "Thêm dòng");
    check(rows(vec![item(1), item(2), item(3)]), "Thêm 3 dòng");
    check(rows(vec![Row::Band(Arc::new(Band::default()))]), "Thêm dòng tiêu đề");
    check(PlanEdit::RemoveRows(vec![Id(1), Id(2)]), "Xóa 2 dòng");
    check(PlanEdit::RemovePart(Id(1)), "Xóa phần");
    check(PlanEdit::SetPartShown { part: Id(1), shown: Shown::Hidden }, "Ẩn phần");
    let typed = |field| PlanEdit::SetItemText { item: Id(1), field, text: String::new() };
    check(typed(Field::Target), "Sửa kết quả cần đạt");
    check(typed(Field::Evidence), "Sửa minh chứng dự kiến");
    assert_eq!(step_name(&Edit::RemovePlan(Id(1))), "Xóa kế hoạch");
}
