//! Undo steps: named, merged by field and focus, two hundred of them.

use std::sync::Arc;

use caitien::edit::{
    Act, DEPTH, Edit, EditError, Elements, FreshIds, History, ItemValue, List, MergeKey, PlanEdit,
    PlanValue, Value, Words,
};
use caitien::plan::{
    Field, FormId, Id, InfoField, Paragraph, Place, RecordId, Spot, Status, TableKind,
};

use crate::any::{dossier, in_plan, item, set_text};

fn typed(text: &str) -> Edit {
    in_plan(set_text(RecordId::Row(Id(22)), Field::Content, text))
}

fn content(history: &History) -> String {
    history.current().plans[0].item(Id(22)).unwrap().content.clone()
}

fn history() -> History {
    History::new(Arc::new(dossier()))
}

#[test]
fn edits_of_one_field_in_one_focus_are_one_step() {
    let mut history = history();
    for text in ["a", "ab", "abc"] {
        history.edit(typed(text), Some(MergeKey(1))).unwrap();
    }
    assert_eq!(history.undo_step().unwrap().edit, typed("abc"));
    assert!(history.undo());
    assert_eq!(content(&history), "Văn thư");
    assert!(!history.undo());
    assert!(history.redo());
    assert_eq!(content(&history), "abc");
}

#[test]
fn another_field_another_focus_and_no_key_are_steps_of_their_own() {
    let mut history = history();
    history.edit(typed("a"), Some(MergeKey(1))).unwrap();
    history.edit(typed("b"), Some(MergeKey(2))).unwrap();
    history.close_merge();
    history.edit(typed("c"), Some(MergeKey(2))).unwrap();
    history.edit(typed("d"), None).unwrap();
    history.edit(typed("e"), None).unwrap();
    for expected in ["d", "c", "b", "a", "Văn thư"] {
        assert!(history.undo());
        assert_eq!(content(&history), expected);
    }
    assert!(!history.undo());
}

#[test]
fn what_is_typed_after_an_undo_is_a_new_step() {
    let mut history = history();
    history.edit(typed("a"), Some(MergeKey(1))).unwrap();
    history.edit(typed("b"), None).unwrap();
    history.undo();
    history.edit(typed("c"), Some(MergeKey(1))).unwrap();
    assert!(history.redo_step().is_none());
    history.undo();
    assert_eq!(content(&history), "a");
}

#[test]
fn an_edit_that_changes_nothing_makes_no_step() {
    let mut history = history();
    history.edit(typed("Văn thư"), None).unwrap();
    assert!(history.undo_step().is_none());
    assert_eq!(history.revision(), 0);
}

#[test]
fn typing_that_is_taken_back_leaves_no_step() {
    let mut history = history();
    history.edit(typed("a"), Some(MergeKey(1))).unwrap();
    history.edit(typed("Văn thư"), Some(MergeKey(1))).unwrap();
    assert!(history.undo_step().is_none());
    assert_eq!(history.revision(), 2, "the writer must be told of each");
}

#[test]
fn an_edit_that_is_refused_leaves_all_as_it_was() {
    let mut history = history();
    history.edit(typed("a"), None).unwrap();
    history.undo();
    assert_eq!(history.edit(Edit::RemovePlan(Id(9)), None), Err(EditError::NoPlan(Id(9))));
    assert!(history.redo_step().is_some());
}

#[test]
fn two_hundred_steps_are_kept() {
    let mut history = history();
    for number in 0..DEPTH + 5 {
        history.edit(typed(&number.to_string()), None).unwrap();
    }
    let mut undone = 0;
    while history.undo() {
        undone += 1;
    }
    assert_eq!((undone, content(&history).as_str()), (DEPTH, "4"));
}

#[test]
fn a_step_names_its_plan_and_revisions_count_up() {
    let mut history = history();
    history.edit(typed("a"), None).unwrap();
    assert_eq!(history.undo_step().unwrap().plan, Some(Id(1)));
    history.undo();
    history.redo();
    assert_eq!(history.revision(), 3);
    let school = Edit::SetSchoolText { field: Field::School, text: String::new() };
    history.edit(school, None).unwrap();
    assert_eq!(history.revision(), 3, "the same school");
}

#[test]
fn a_number_that_was_given_is_not_given_again_after_an_undo() {
    let mut history = history();
    let mut fresh = FreshIds::from(history.current().next_id);
    let copy = caitien::edit::copy_plan(history.current(), Id(1), &mut fresh).unwrap();
    history.edit(copy, None).unwrap();
    let next = history.current().next_id;
    assert!(next > Id(50));
    history.undo();
    assert_eq!(history.current().next_id, next);
}

#[test]
fn a_width_is_no_step_and_no_undo_takes_it_back() {
    let widen = |points| {
        let (form, table) = (FormId::default(), TableKind::Rows);
        in_plan(PlanEdit::SetScreenWidth { form, table, field: Field::Time, points })
    };
    let width = |history: &History| {
        history.current().plans[0].options.screen_widths.first().map(|one| one.points)
    };
    let mut history = history();
    history.edit(typed("a"), None).unwrap();
    history.edit(typed("b"), None).unwrap();
    history.undo();
    let revision = history.revision();
    history.edit(widen(Some(90)), None).unwrap();
    assert_eq!(history.revision(), revision + 1, "the writer must be told");
    assert!(history.redo());
    assert_eq!((content(&history).as_str(), width(&history)), ("b", Some(90)));
    assert!(history.undo() && history.undo());
    assert_eq!((content(&history).as_str(), width(&history)), ("Văn thư", Some(90)));
    assert!(!history.undo());
}

#[test]
fn several_edits_that_are_one_act_are_one_step_or_none() {
    let mut history = history();
    let gone = in_plan(PlanEdit::Remove { list: List::Rows, ids: vec![Id(9)] });
    let refused = Edit::Batch(Act::StartProblem, vec![typed("a"), gone]);
    assert!(history.edit(refused, None).is_err());
    assert_eq!(content(&history), "Văn thư");
    let done = Edit::Batch(Act::StartProblem, vec![typed("a"), typed("b")]);
    history.edit(done, None).unwrap();
    assert_eq!(content(&history), "b");
    assert!(history.undo());
    assert_eq!(content(&history), "Văn thư");
}

#[test]
fn a_step_leads_to_where_it_happened() {
    #[track_caller]
    fn check(change: PlanEdit, undone: Option<Spot>, redone: Option<Spot>) {
        let place = |at: Option<Spot>| at.map(|at| Place { plan: Id(1), at });
        let mut history = history();
        history.edit(in_plan(change), None).unwrap();
        let step = history.undo_step().unwrap().clone();
        let left = history.current().clone();
        history.undo();
        assert_eq!(step.place(&left, history.current()), place(undone), "undone");
        let left = history.current().clone();
        history.redo();
        assert_eq!(step.place(&left, history.current()), place(redone), "redone");
    }
    let same = |change, at: Spot| check(change, Some(at.clone()), Some(at));
    let row = RecordId::Row(Id(22));
    same(set_text(row, Field::Time, "x"), Spot::Row(Id(22), Some(Field::Time)));
    let school = set_text(RecordId::Letterhead, Field::School, "x");
    same(school, Spot::Info(InfoField::School));
    same(set_text(RecordId::Member(Id(41)), Field::Name, "x"), Spot::WorkingGroup(Id(40)));
    same(
        set_text(RecordId::Review(Id(35)), Field::When, "x"),
        Spot::Review(Id(35), Some(Field::When)),
    );
    let words = PlanEdit::SetWords { of: Words::Bases, paragraphs: vec![Paragraph::default()] };
    same(words, Spot::Bases);
    let status = Value::Item(Id(22), ItemValue::Status(Some(Status::Done)));
    same(PlanEdit::SetValue(status), Spot::Row(Id(22), Some(Field::Status)));
    // What is gone is told by what stands in its place.
    let new = Elements::Rows(vec![item(60, "mới")]);
    let (before, there) = (Spot::Row(Id(21), None), Spot::Row(Id(60), None));
    check(PlanEdit::Insert { at: 1, elements: new }, Some(before), Some(there));
    let gone = |list, id| PlanEdit::Remove { list, ids: vec![Id(id)] };
    let (there, after) = (Spot::Row(Id(22), None), Spot::Row(Id(21), None));
    check(gone(List::Rows, 22), Some(there), Some(after));
    check(gone(List::Problems, 30), Some(Spot::Problem(Id(30), None)), None);
    let group = Spot::WorkingGroup(Id(40));
    check(gone(List::Members(Id(40)), 41), Some(group.clone()), Some(group));
    check(PlanEdit::SetValue(Value::Plan(PlanValue::DraftMark(true))), None, None);
    let mut history = history();
    history.edit(Edit::RemovePlan(Id(2)), None).unwrap();
    let step = history.undo_step().unwrap();
    assert_eq!(step.place(history.current(), history.current()), None);
}
