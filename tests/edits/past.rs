//! How an older value differs from the one of now: nothing is left untold, and what is taken back is
//! as it was.

use std::sync::Arc;

use caitien::edit::{
    Difference, Edit, Elements, FreshIds, List, PlanEdit, Thing, Value, Wording, apply,
    differences, take_back,
};
use caitien::edit::{ItemValue, Words};
use caitien::plan::{Dossier, Field, Id, Item, Paragraph, Plan, RecordId, Row, Spot, Status};
use proptest::prelude::*;

use crate::any::{dossier, edit, in_plan, item, seeds, set_text, year};

fn applied(dossier: &Dossier, edits: impl IntoIterator<Item = Edit>) -> Dossier {
    edits.into_iter().fold(dossier.clone(), |now, edit| apply(&now, &edit).unwrap())
}

fn fresh(now: &Dossier) -> FreshIds {
    FreshIds::from(now.next_id)
}

/// Takes a piece back; the same but for the next number to give.
#[track_caller]
fn taken(then: &Dossier, now: &Dossier, difference: &Difference) -> Dossier {
    let edit = take_back(then, now, difference, &mut fresh(now)).expect("nothing to take back");
    let back = apply(now, &edit).unwrap();
    Dossier { next_id: then.next_id, ..back }
}

/// These changes are told so, and taken back they leave what was there.
#[track_caller]
fn check(then: &Dossier, changes: impl IntoIterator<Item = Edit>, told: &[Difference]) {
    let now = applied(then, changes);
    assert_eq!(differences(then, &now), told);
    let back = told.iter().fold(now, |now, one| taken(then, &now, one));
    assert_eq!(back, *then);
}

fn gone(list: List, id: u32) -> Difference {
    Difference::Gone(Thing::Element { plan: Id(1), list, id: Id(id) })
}

fn without(list: List, ids: &[u32]) -> Edit {
    in_plan(PlanEdit::Remove { list, ids: ids.iter().copied().map(Id).collect() })
}

#[test]
fn the_same_value_has_no_differences() {
    let then = dossier();
    assert_eq!(differences(&then, &Dossier { next_id: Id(99), ..then.clone() }), []);
}

#[test]
fn what_is_gone_comes_back_to_its_place() {
    let rows = |rows: Vec<Row>| PlanEdit::Insert { at: 3, elements: Elements::Rows(rows) };
    let then = applied(&dossier(), [in_plan(rows(vec![item(60, "a"), item(61, "b")]))]);
    check(&then, [without(List::Rows, &[22])], &[gone(List::Rows, 22)]);
    let all = [20, 21, 22, 60, 61].map(|id| gone(List::Rows, id));
    check(&then, [without(List::Rows, &[20, 21, 22, 60, 61])], &all);
    check(&then, [without(List::Parts, &[11])], &[gone(List::Parts, 11)]);
    check(&then, [without(List::Reviews, &[35])], &[gone(List::Reviews, 35)]);
    check(&then, [without(List::Signatures, &[43])], &[gone(List::Signatures, 43)]);
    let member = List::Members(Id(40));
    check(&then, [without(member, &[41])], &[gone(member, 41)]);
}

#[test]
fn a_plan_that_is_gone_comes_back_whole() {
    let then = dossier();
    let now = applied(&then, [Edit::RemovePlan(Id(2))]);
    let told = differences(&then, &now);
    assert_eq!(told, [Difference::Gone(Thing::Plan(Id(2)))]);
    assert_eq!(taken(&then, &now, &told[0]), then);
    // Of another order the plans may be.
    let now = applied(&then, [Edit::RemovePlan(Id(1))]);
    let back = taken(&then, &now, &differences(&then, &now)[0]);
    assert_eq!(back.plan(Id(1)), then.plan(Id(1)));
}

#[test]
fn a_row_comes_back_with_the_problem_it_answers_and_a_group_is_looked_after_again_by_hand() {
    let mut then = dossier();
    let plan = Arc::make_mut(&mut then.plans[0]);
    let answer = Item { id: Id(22), problem: Some(Id(30)), ..Item::default() };
    plan.rows[2] = Row::Item(Arc::new(answer));
    let now = applied(&then, [without(List::Rows, &[22]), without(List::Problems, &[30])]);
    assert_eq!(taken(&then, &now, &gone(List::Rows, 22)), then);
    let now = applied(&then, [without(List::WorkingGroups, &[40])]);
    let told = [gone(List::WorkingGroups, 40)];
    assert_eq!(differences(&then, &now), told);
    let back = taken(&then, &now, &told[0]);
    assert_eq!(back.plans[0].working_groups, then.plans[0].working_groups);
}

#[test]
fn words_that_were_changed_say_again_what_they_said() {
    let then = dossier();
    let row = RecordId::Row(Id(22));
    let words = |of, text: &str| {
        let paragraphs = vec![Paragraph::plain(caitien::plan::Level::None, text)];
        in_plan(PlanEdit::SetWords { of, paragraphs })
    };
    let changed = |wording| Difference::Changed(wording);
    check(
        &then,
        [
            in_plan(set_text(row, Field::Time, "tháng 9")),
            in_plan(set_text(row, Field::Content, "Thư viện")),
            in_plan(set_text(RecordId::Plan, Field::Number, "5")),
            in_plan(set_text(RecordId::Member(Id(41)), Field::Name, "B")),
            in_plan(PlanEdit::SetValue(Value::Item(Id(22), ItemValue::Status(Some(Status::Done))))),
            words(Words::Bases, "Luật"),
            words(Words::Part { part: Id(11), stretch: 0 }, "khác"),
            Edit::SetSchoolText { field: Field::School, text: "THCS".into() },
        ],
        &[
            changed(Wording::School(Field::School)),
            changed(Wording::Text(Id(1), RecordId::Plan, Field::Number)),
            changed(Wording::Text(Id(1), row, Field::Content)),
            changed(Wording::Text(Id(1), row, Field::Time)),
            changed(Wording::Text(Id(1), RecordId::Member(Id(41)), Field::Name)),
            changed(Wording::Bases(Id(1))),
            changed(Wording::Part(Id(1), Id(11))),
            changed(Wording::Status(Id(1), Id(22))),
        ],
    );
}

#[test]
fn what_is_new_is_told_and_stays() {
    let then = dossier();
    let more = PlanEdit::Insert { at: 0, elements: Elements::Rows(vec![item(60, "mới")]) };
    let plan = Arc::new(Plan { id: Id(70), ..Plan::empty(year()) });
    let now = applied(&then, [in_plan(more), Edit::AddPlan { plan, catalogue: None }]);
    let row = Difference::New(Thing::Element { plan: Id(1), list: List::Rows, id: Id(60) });
    assert_eq!(differences(&then, &now), [row, Difference::New(Thing::Plan(Id(70)))]);
    assert_eq!(take_back(&then, &now, &row, &mut fresh(&now)), None);
    let place = row.place(&now).unwrap();
    assert_eq!((place.plan, place.at), (Id(1), Spot::Row(Id(60), None)));
}

#[test]
fn an_order_or_a_width_is_told_of_its_plan() {
    let then = dossier();
    let moved = PlanEdit::Move { list: List::Rows, ids: vec![Id(22)], to: 0 };
    let now = applied(&then, [in_plan(moved)]);
    assert_eq!(differences(&then, &now), [Difference::Other(Some(Id(1)))]);
    let now = applied(&then, [Edit::SetTermDates(caitien::plan::TermDates::usual(year()))]);
    assert_eq!(differences(&then, &now), [Difference::Other(None)]);
}

#[test]
fn a_number_that_something_else_has_now_is_given_to_nobody_twice() {
    let then = dossier();
    // A file that went another way has another row of this number.
    let mut now = applied(&then, [without(List::Rows, &[22])]);
    let other = Arc::make_mut(&mut now.plans[1]);
    other.rows.push(item(22, "dòng khác"));
    let edit = take_back(&then, &now, &gone(List::Rows, 22), &mut fresh(&now)).unwrap();
    let back = apply(&now, &edit).unwrap();
    assert_eq!(back.plans[0].rows[2].with_id(Id(22)), then.plans[0].rows[2]);
    back.check_rules().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn nothing_that_differs_is_left_untold_and_all_that_is_told_comes_back(seeds in seeds()) {
        let then = dossier();
        let mut now = then.clone();
        for seed in &seeds {
            if let Ok(next) = apply(&now, &edit(&now, seed)) {
                now = next;
            }
        }
        let told = differences(&then, &now);
        if told.is_empty() {
            prop_assert_eq!(&Dossier { next_id: then.next_id, ..now.clone() }, &then);
        }
        let piece = |one: &&Difference| matches!(one, Difference::Gone(_) | Difference::Changed(_));
        let mut back = now.clone();
        for one in told.iter().filter(piece) {
            if let Some(edit) = take_back(&then, &back, one, &mut fresh(&back)) {
                back = apply(&back, &edit).unwrap();
                back.check_rules().unwrap();
                let left = differences(&then, &back);
                prop_assert!(!left.contains(one), "{one:?} does not come back");
            } else {
                let of_two = matches!(
                    one,
                    Difference::Gone(Thing::Element { list: List::Signatures, .. })
                );
                prop_assert!(of_two, "{one:?} has no way back");
            }
        }
    }
}
