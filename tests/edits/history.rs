//! Undo steps: named, merged by field and focus, two hundred of them.

use std::sync::Arc;

use caitien::edit::{DEPTH, Edit, EditError, History, MergeKey, PlanEdit};
use caitien::plan::{Field, Id};

use crate::any::{dossier, in_plan};

fn typed(text: &str) -> Edit {
    in_plan(PlanEdit::SetItemText { item: Id(22), field: Field::Content, text: text.into() })
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
    history.edit(Edit::SetSchool(caitien::plan::Letterhead::default()), None).unwrap();
    assert_eq!(history.revision(), 3, "the same school");
}

#[test]
fn a_number_that_was_given_is_not_given_again_after_an_undo() {
    let mut history = history();
    let copy = caitien::edit::copy_plan(history.current(), Id(1)).unwrap();
    history.edit(copy, None).unwrap();
    let next = history.current().next_id;
    assert!(next > Id(50));
    history.undo();
    assert_eq!(history.current().next_id, next);
}
