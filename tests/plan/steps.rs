//! The names of undo steps.

use std::sync::Arc;

use caitien::edit::{Act, Edit, Elements, List, PlanEdit, Value};
use caitien::messages::step_name;
use caitien::plan::{Band, Field, Id, Item, RecordId, Row, Shown};

#[track_caller]
fn check(change: PlanEdit, expect: &str) {
    assert_eq!(step_name(&Edit::InPlan { plan: Id(1), change }), expect);
}

#[test]
fn a_step_says_what_it_did() {
    let item = |id| Row::Item(Arc::new(Item { id: Id(id), ..Item::default() }));
    let rows = |rows| PlanEdit::Insert { at: 0, elements: Elements::Rows(rows) };
    check(rows(vec![item(1)]), "Thêm dòng");
    check(rows(vec![item(1), item(2), item(3)]), "Thêm 3 dòng");
    check(rows(vec![Row::Band(Arc::new(Band::default()))]), "Thêm dòng tiêu đề");
    check(PlanEdit::Remove { list: List::Rows, ids: vec![Id(1), Id(2)] }, "Xóa 2 dòng");
    check(PlanEdit::Remove { list: List::Parts, ids: vec![Id(1)] }, "Xóa phần");
    let hide = Value::Shown { part: Id(1), shown: Shown::Hidden };
    check(PlanEdit::SetValue(hide), "Để phần không in");
    let typed = |record, field| PlanEdit::SetText { record, field, text: String::new() };
    let row = RecordId::Row(Id(1));
    check(typed(row, Field::Target), "Sửa kết quả cần đạt");
    check(typed(row, Field::Evidence), "Sửa minh chứng dự kiến");
    check(typed(RecordId::Letterhead, Field::School), "Sửa tên trường");
    check(typed(RecordId::Signature(Id(1)), Field::Name), "Sửa họ tên người ký");
    let criteria = Edit::Batch(Act::ChooseCriteria(3), vec![]);
    assert_eq!(step_name(&criteria), "Thêm 3 tiêu chí");
    assert_eq!(step_name(&Edit::RemovePlan(Id(1))), "Xóa kế hoạch");
}
