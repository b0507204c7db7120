//! What each edit does, and what it refuses.

use std::sync::Arc;

use caitien::edit::{Edit, EditError, PlanEdit, apply, copy_plan};
use caitien::plan::{
    Band, Catalogue, Dossier, Field, Id, Item, Period, Plan, Problem, Row, Supervisor, Typed,
};

use crate::any::{dossier, in_plan, item, part, year};

/// Why an edit of the small dossier is refused.
#[track_caller]
fn refused(edit: &Edit, error: EditError) {
    assert_eq!(apply(&dossier(), edit), Err(error));
}

/// The first plan of the small dossier after a change.
#[track_caller]
fn after(change: PlanEdit) -> Plan {
    Plan::clone(&apply(&dossier(), &in_plan(change)).unwrap().plans[0])
}

#[test]
fn what_is_not_there_is_refused() {
    refused(&Edit::RemovePlan(Id(9)), EditError::NoPlan(Id(9)));
    refused(&in_plan(PlanEdit::SetAmends(Some(Id(9)))), EditError::NoPlan(Id(9)));
    refused(&in_plan(PlanEdit::SetAmends(Some(Id(1)))), EditError::NoPlan(Id(1)));
    refused(&in_plan(PlanEdit::RemovePart(Id(22))), EditError::NoPart(Id(22)));
    refused(&in_plan(PlanEdit::RemoveRows(vec![Id(22), Id(9)])), EditError::NoRow(Id(9)));
    refused(&in_plan(PlanEdit::MoveRows { rows: vec![Id(9)], to: 0 }), EditError::NoRow(Id(9)));
    let band = Arc::new(Band { id: Id(22), text: String::new() });
    refused(&in_plan(PlanEdit::SetBand(band)), EditError::NoRow(Id(22)));
    refused(&in_plan(PlanEdit::RemoveProblems(vec![Id(9)])), EditError::NoProblem(Id(9)));
    let item = Item { id: Id(22), problem: Some(Id(9)), ..Item::default() };
    refused(&in_plan(PlanEdit::SetItem(Arc::new(item))), EditError::NoProblem(Id(9)));
    let supervisor = Supervisor { group: Some(Id(9)), ..Supervisor::default() };
    refused(&in_plan(PlanEdit::SetSupervisors(vec![supervisor])), EditError::NoGroup(Id(9)));
    let status = PlanEdit::SetItemText { item: Id(22), field: Field::Status, text: "x".into() };
    refused(&in_plan(status), EditError::NotTyped(Field::Status));
}

#[test]
fn a_number_that_is_taken_or_none_is_refused() {
    for id in [0, 1, 11, 22, 30, 40, u32::MAX] {
        let error = EditError::IdTaken(Id(id));
        refused(&in_plan(PlanEdit::InsertPart { at: 0, part: part(id, None, "") }), error);
        let rows = vec![item(id, "")];
        refused(&in_plan(PlanEdit::InsertRows { at: 0, rows }), error);
    }
    let twice = vec![item(60, ""), item(60, "")];
    refused(&in_plan(PlanEdit::InsertRows { at: 0, rows: twice }), EditError::IdTaken(Id(60)));
}

#[test]
fn the_next_number_is_above_every_number_that_came_in() {
    let rows = vec![item(70, ""), item(60, "")];
    let next = apply(&dossier(), &in_plan(PlanEdit::InsertRows { at: 0, rows })).unwrap();
    assert_eq!(next.next_id, Id(71));
}

#[test]
fn texts_come_out_composed() {
    let decomposed = "Ti\u{65}\u{302}\u{301}ng Vi\u{65}\u{323}\u{302}t";
    let plan = after(PlanEdit::SetItemText {
        item: Id(22),
        field: Field::Actions,
        text: decomposed.into(),
    });
    assert_eq!(plan.item(Id(22)).unwrap().actions, "Tiếng Việt");
    let plan = after(PlanEdit::InsertRows { at: 0, rows: vec![item(60, decomposed)] });
    assert_eq!(plan.item(Id(60)).unwrap().content, "Tiếng Việt");
    assert_eq!(after(PlanEdit::SetNumber(decomposed.into())).number, "Tiếng Việt");
}

#[test]
fn what_an_edit_does_not_touch_is_the_same_pointer() {
    let before = dossier();
    let text = PlanEdit::SetItemText { item: Id(22), field: Field::Note, text: "x".into() };
    let next = apply(&before, &in_plan(text)).unwrap();
    assert!(Arc::ptr_eq(&before.plans[1], &next.plans[1]));
    assert!(Arc::ptr_eq(&before.plans[0].parts[0], &next.plans[0].parts[0]));
    let same = |index: usize| match (&before.plans[0].rows[index], &next.plans[0].rows[index]) {
        (Row::Band(a), Row::Band(b)) => Arc::ptr_eq(a, b),
        (Row::Group(a), Row::Group(b)) => Arc::ptr_eq(a, b),
        (Row::Item(a), Row::Item(b)) => Arc::ptr_eq(a, b),
        _ => false,
    };
    assert_eq!([same(0), same(1), same(2)], [true, true, false]);
}

#[test]
fn a_correction_falls_with_the_words_it_was_made_for() {
    let corrected = Typed { typed: "hè".into(), corrected: Some(Period::default()) };
    let with = Item { id: Id(22), time: corrected, ..Item::default() };
    let with = apply(&dossier(), &in_plan(PlanEdit::SetItem(Arc::new(with)))).unwrap();
    let set = |text: &str| {
        let text = PlanEdit::SetItemText { item: Id(22), field: Field::Time, text: text.into() };
        let next = apply(&with, &in_plan(text)).unwrap();
        next.plans[0].item(Id(22)).unwrap().time.corrected
    };
    assert_eq!(set("hè 2027"), None);
    assert_eq!(set("hè"), Some(Period::default()), "the words are the same");
}

#[test]
fn rows_move_together_to_where_they_are_wanted() {
    let order = |change| after(change).rows.iter().map(|row| row.id().0).collect::<Vec<_>>();
    let moved =
        |rows: &[u32], to| PlanEdit::MoveRows { rows: rows.iter().copied().map(Id).collect(), to };
    assert_eq!(order(moved(&[20], 2)), [21, 22, 20]);
    assert_eq!(order(moved(&[22, 20], 0)), [22, 20, 21]);
    assert_eq!(order(moved(&[21], 99)), [20, 22, 21]);
}

#[test]
fn what_names_something_that_goes_names_nothing() {
    let problem = Item { id: Id(22), problem: Some(Id(30)), ..Item::default() };
    let with = apply(&dossier(), &in_plan(PlanEdit::SetItem(Arc::new(problem)))).unwrap();
    let next = apply(&with, &in_plan(PlanEdit::RemoveProblems(vec![Id(30)]))).unwrap();
    assert_eq!(next.plans[0].item(Id(22)).unwrap().problem, None);
    assert_eq!(after(PlanEdit::SetWorkingGroups(vec![])).supervisors[0].group, None);
    let next = apply(&dossier(), &Edit::RemovePlan(Id(1))).unwrap();
    assert_eq!(next.plans[0].amends, None);
}

#[test]
fn a_copy_has_fresh_numbers_and_its_references_follow() {
    let problem = Item { id: Id(22), problem: Some(Id(30)), ..Item::default() };
    let with = apply(&dossier(), &in_plan(PlanEdit::SetItem(Arc::new(problem)))).unwrap();
    let next = apply(&with, &copy_plan(&with, Id(1)).unwrap()).unwrap();
    let copy = &next.plans[2];
    assert!(copy.ids().all(|id| id >= Id(50)));
    let item = copy.items().next().unwrap();
    assert_eq!(item.problem, Some(copy.problems[0].id));
    assert_eq!(copy.supervisors[0].group, Some(copy.working_groups[0].id));
    assert_eq!(copy_plan(&with, Id(9)), None);
    let other = apply(&with, &copy_plan(&with, Id(2)).unwrap()).unwrap();
    assert_eq!(other.plans[2].amends, Some(Id(1)), "the copy amends the same plan");
}

#[test]
fn a_catalogue_comes_in_where_the_dossier_lacks_it() {
    let catalogue = |circular: &str| {
        let json = format!(r#"{{"id": "c", "circular": "{circular}"}}"#);
        Arc::new(serde_json::from_str::<Catalogue>(&json).unwrap())
    };
    let own = Dossier { catalogues: vec![catalogue("sửa tay")], ..dossier() };
    let set = in_plan(PlanEdit::SetCatalogue(Some(catalogue("gốc"))));
    let next = apply(&own, &set).unwrap();
    assert_eq!(next.catalogues, own.catalogues, "a corrected copy is kept");
    assert_eq!(next.plans[0].catalogue.as_deref(), Some("c"));
    assert_eq!(apply(&dossier(), &set).unwrap().catalogues, [catalogue("gốc")]);
    let replaced = apply(&own, &Edit::SetCatalogue(catalogue("gốc"))).unwrap();
    assert_eq!(replaced.catalogues, [catalogue("gốc")]);
}

#[test]
fn a_plan_that_names_what_is_not_in_it_is_refused() {
    let item = Item { id: Id(61), problem: Some(Id(30)), ..Item::default() };
    let plan = Plan { id: Id(60), rows: vec![Row::Item(Arc::new(item))], ..Plan::empty(year()) };
    let add = Edit::AddPlan { plan: Arc::new(plan), catalogue: None };
    refused(&add, EditError::NoProblem(Id(30)));
}

#[test]
fn problems_are_set_and_moved() {
    let second = Arc::new(Problem { id: Id(60), ..Problem::default() });
    let with = in_plan(PlanEdit::InsertProblems { at: 9, problems: vec![second] });
    let with = apply(&dossier(), &with).unwrap();
    let moved = in_plan(PlanEdit::MoveProblem { problem: Id(60), to: 0 });
    let ids: Vec<_> =
        apply(&with, &moved).unwrap().plans[0].problems.iter().map(|p| p.id).collect();
    assert_eq!(ids, [Id(60), Id(30)]);
}
