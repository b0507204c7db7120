//! What each edit does, and what it refuses.

use std::sync::Arc;

use caitien::edit::make::first_band;
use caitien::edit::{
    Edit, EditError, Elements, FreshIds, GroupValue, ItemValue, List, PlanEdit, PlanValue, Value,
    Words, apply, copy_plan,
};
use caitien::plan::{
    Catalogue, ColumnSetting, Dossier, Field, FormId, GroupNumber, Id, Item, Level, Member,
    Paragraph, Period, Plan, Problem, RecordId, Row, Signature, Supervisor, TableKind, Typed,
    WorkingGroup,
};

use crate::any::{dossier, in_plan, item, part, set_text, year};

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

fn insert(elements: Elements) -> Edit {
    in_plan(PlanEdit::Insert { at: 0, elements })
}

fn remove(list: List, ids: &[u32]) -> Edit {
    in_plan(PlanEdit::Remove { list, ids: ids.iter().copied().map(Id).collect() })
}

fn shift(list: List, ids: &[u32], to: usize) -> Edit {
    in_plan(PlanEdit::Move { list, ids: ids.iter().copied().map(Id).collect(), to })
}

fn set(value: Value) -> Edit {
    in_plan(PlanEdit::SetValue(value))
}

#[test]
fn what_is_not_there_is_refused() {
    let no = EditError::NoRecord;
    let (row, problem) = (|id| RecordId::Row(Id(id)), |id| RecordId::Problem(Id(id)));
    refused(&Edit::RemovePlan(Id(9)), EditError::NoPlan(Id(9)));
    refused(&set(Value::Plan(PlanValue::Amends(Some(Id(9))))), EditError::NoPlan(Id(9)));
    refused(&set(Value::Plan(PlanValue::Amends(Some(Id(1))))), EditError::NoPlan(Id(1)));
    refused(&remove(List::Parts, &[22]), no(RecordId::Part(Id(22))));
    refused(&remove(List::Rows, &[22, 9]), no(row(9)));
    refused(&shift(List::Rows, &[9], 0), no(row(9)));
    refused(&remove(List::Problems, &[9]), no(problem(9)));
    refused(&remove(List::Members(Id(9)), &[41]), no(RecordId::WorkingGroup(Id(9))));
    refused(&set(Value::Item(Id(21), ItemValue::Status(None))), no(row(21)));
    refused(&set(Value::Item(Id(22), ItemValue::Problem(Some(Id(9))))), no(problem(9)));
    let number = GroupValue::Number(GroupNumber::Auto);
    refused(&set(Value::Group(Id(22), number)), no(row(22)));
    let group = no(RecordId::WorkingGroup(Id(9)));
    refused(&set(Value::SupervisedGroup(Id(42), Some(Id(9)))), group);
    let supervisor = Supervisor { id: Id(60), group: Some(Id(9)), ..Supervisor::default() };
    refused(&insert(Elements::Supervisors(vec![supervisor])), group);
    let of = Words::Part { part: Id(10), stretch: 1 };
    refused(&in_plan(PlanEdit::SetWords { of, paragraphs: vec![] }), EditError::NoStretch(Id(10)));
}

#[test]
fn a_text_that_a_record_does_not_have_is_refused() {
    for (record, field) in [
        (RecordId::Row(Id(22)), Field::Status),
        (RecordId::Row(Id(20)), Field::Content),
        (RecordId::Plan, Field::School),
        (RecordId::Letterhead, Field::Number),
    ] {
        refused(&in_plan(set_text(record, field, "x")), EditError::NoText(record, field));
    }
    let status = Edit::SetSchoolText { field: Field::Status, text: "x".into() };
    refused(&status, EditError::NoSchoolText(Field::Status));
}

#[test]
fn a_number_that_is_taken_or_none_is_refused() {
    for id in [0, 1, 11, 22, 30, 35, 40, 41, 42, 43, u32::MAX] {
        let error = EditError::IdTaken(Id(id));
        refused(&insert(Elements::Parts(vec![part(id, None, "")])), error);
        refused(&insert(Elements::Rows(vec![item(id, "")])), error);
        let member = Member { id: Id(id), ..Member::default() };
        refused(&insert(Elements::Members(Id(40), vec![member.clone()])), error);
        let members = vec![member];
        let group = WorkingGroup { id: Id(60), members, ..WorkingGroup::default() };
        refused(&insert(Elements::WorkingGroups(vec![group])), error);
    }
    let twice = vec![item(60, ""), item(60, "")];
    refused(&insert(Elements::Rows(twice)), EditError::IdTaken(Id(60)));
}

#[test]
fn a_third_signature_is_refused() {
    let new = |id| Signature { id: Id(id), ..Signature::default() };
    let two = insert(Elements::Signatures(vec![new(60), new(61)]));
    refused(&two, EditError::TooManySignatures);
    assert!(apply(&dossier(), &insert(Elements::Signatures(vec![new(60)]))).is_ok());
}

#[test]
fn the_next_number_is_above_every_number_that_came_in() {
    let rows = vec![item(70, ""), item(60, "")];
    let next = apply(&dossier(), &insert(Elements::Rows(rows))).unwrap();
    assert_eq!(next.next_id, Id(71));
}

#[test]
fn texts_come_out_composed() {
    let decomposed = "Ti\u{65}\u{302}\u{301}ng Vi\u{65}\u{323}\u{302}t";
    let plan = after(set_text(RecordId::Row(Id(22)), Field::Actions, decomposed));
    assert_eq!(plan.item(Id(22)).unwrap().actions, "Tiếng Việt");
    let rows = Elements::Rows(vec![item(60, decomposed)]);
    let plan = after(PlanEdit::Insert { at: 0, elements: rows });
    assert_eq!(plan.item(Id(60)).unwrap().content, "Tiếng Việt");
    let plan = after(set_text(RecordId::Plan, Field::Number, decomposed));
    assert_eq!(plan.number, "Tiếng Việt");
    let paragraphs = vec![Paragraph::plain(Level::None, decomposed)];
    let plan = after(PlanEdit::SetWords { of: Words::Opening, paragraphs });
    assert_eq!(plan.opening[0].text(), "Tiếng Việt");
    let codes = Value::Item(Id(22), ItemValue::Criteria(vec![decomposed.into()]));
    let plan = after(PlanEdit::SetValue(codes));
    assert_eq!(plan.item(Id(22)).unwrap().criteria, ["Tiếng Việt"]);
    let number = Value::Group(Id(21), GroupValue::Number(GroupNumber::Typed(decomposed.into())));
    let plan = after(PlanEdit::SetValue(number));
    let Row::Group(group) = &plan.rows[1] else { panic!("{:?}", plan.rows[1]) };
    assert_eq!(group.tt, GroupNumber::Typed("Tiếng Việt".into()));
    let codes = Value::ProblemCriteria(Id(30), vec![decomposed.into()]);
    assert_eq!(after(PlanEdit::SetValue(codes)).problems[0].criteria, ["Tiếng Việt"]);
}

#[test]
fn what_a_title_or_a_task_names_is_understood_with_the_text() {
    let plan = after(set_text(RecordId::Row(Id(21)), Field::Title, "Tiêu chuẩn 3: Cơ sở vật chất"));
    let Row::Group(group) = &plan.rows[1] else { panic!("{:?}", plan.rows[1]) };
    assert_eq!(group.standard, Some(3));
    let group = RecordId::WorkingGroup(Id(40));
    let plan = after(set_text(group, Field::Task, "Theo dõi tiêu chuẩn 1 và 4"));
    assert_eq!(plan.working_groups[0].standards, [1, 4]);
    let person = RecordId::Supervisor(Id(42));
    let plan = after(set_text(person, Field::What, "Giám sát chung"));
    assert_eq!(plan.supervisors[0].group, None);
    let plan = after(set_text(person, Field::What, "Giám sát nhóm công tác 1"));
    assert_eq!(plan.supervisors[0].group, Some(Id(40)));
}

#[test]
fn what_an_edit_does_not_touch_is_the_same_pointer() {
    let before = dossier();
    let text = set_text(RecordId::Row(Id(22)), Field::Note, "x");
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
    let words = set_text(RecordId::Row(Id(22)), Field::Time, "hè");
    let with = apply(&dossier(), &in_plan(words)).unwrap();
    let corrected = Value::Item(Id(22), ItemValue::Period(Some(Period::default())));
    let with = apply(&with, &set(corrected)).unwrap();
    let time_after = |text: &str| {
        let text = set_text(RecordId::Row(Id(22)), Field::Time, text);
        let next = apply(&with, &in_plan(text)).unwrap();
        next.plans[0].item(Id(22)).unwrap().time.clone()
    };
    assert_eq!(time_after("hè 2027"), Typed::new("hè 2027"));
    let same = time_after("hè");
    assert_eq!(same.corrected, Some(Period::default()), "the words are the same");
}

#[test]
fn rows_move_together_to_where_they_are_wanted() {
    let order = |edit: Edit| {
        let next = apply(&dossier(), &edit).unwrap();
        next.plans[0].rows.iter().map(|row| row.id().0).collect::<Vec<_>>()
    };
    assert_eq!(order(shift(List::Rows, &[20], 2)), [21, 22, 20]);
    assert_eq!(order(shift(List::Rows, &[22, 20], 0)), [22, 20, 21]);
    assert_eq!(order(shift(List::Rows, &[21], 99)), [20, 22, 21]);
}

/// The small dossier whose item answers its problem.
fn with_answer() -> Dossier {
    apply(&dossier(), &set(Value::Item(Id(22), ItemValue::Problem(Some(Id(30)))))).unwrap()
}

#[test]
fn what_names_something_that_goes_names_nothing() {
    let next = apply(&with_answer(), &remove(List::Problems, &[30])).unwrap();
    assert_eq!(next.plans[0].item(Id(22)).unwrap().problem, None);
    let next = apply(&dossier(), &remove(List::WorkingGroups, &[40])).unwrap();
    assert_eq!(next.plans[0].supervisors[0].group, None);
    let next = apply(&dossier(), &Edit::RemovePlan(Id(1))).unwrap();
    assert_eq!(next.plans[0].amends, None);
}

#[test]
fn a_copy_has_fresh_numbers_and_its_references_follow() {
    let with = with_answer();
    let mut fresh = FreshIds::from(with.next_id);
    let mut copy = |plan: u32| copy_plan(&with, Id(plan), &mut fresh);
    let next = apply(&with, &copy(1).unwrap()).unwrap();
    let next = apply(&next, &copy(2).unwrap()).unwrap();
    assert_eq!(copy(9), None);
    assert_eq!(next.plans[3].amends, Some(Id(1)), "the copy amends the same plan");
    let copy = &next.plans[2];
    assert!(copy.ids().all(|id| id >= Id(50)));
    let item = copy.items().next().unwrap();
    assert_eq!(item.problem, Some(copy.problems[0].id));
    assert_eq!(copy.supervisors[0].group, Some(copy.working_groups[0].id));
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
    refused(&add, EditError::NoRecord(RecordId::Problem(Id(30))));
}

#[test]
fn problems_come_in_and_move() {
    let second = Arc::new(Problem { id: Id(60), ..Problem::default() });
    let elements = Elements::Problems(vec![second]);
    let with = apply(&dossier(), &in_plan(PlanEdit::Insert { at: 9, elements })).unwrap();
    let next = apply(&with, &shift(List::Problems, &[60], 0)).unwrap();
    let ids: Vec<_> = next.plans[0].problems.iter().map(|problem| problem.id).collect();
    assert_eq!(ids, [Id(60), Id(30)]);
}

#[test]
fn two_edits_made_from_the_same_value_both_stay() {
    // A field and a button of one frame see the same dossier.
    let start = dossier();
    let mut fresh = FreshIds::from(start.next_id);
    let mut new = || {
        let person = Supervisor { id: fresh.give(), ..Supervisor::default() };
        in_plan(PlanEdit::Insert { at: 1, elements: Elements::Supervisors(vec![person]) })
    };
    let name = in_plan(set_text(RecordId::Supervisor(Id(42)), Field::Name, "Trần Văn Nam"));
    let mut now = start.clone();
    for edit in [new(), name, new()] {
        now = apply(&now, &edit).unwrap();
    }
    let supervisors = &now.plans[0].supervisors;
    assert_eq!(supervisors.len(), 3);
    assert_eq!(supervisors[0].name, "Trần Văn Nam");
}

#[test]
fn a_table_of_which_nothing_is_set_is_not_named() {
    let (form, table) = (FormId::default(), TableKind::Rows);
    let set = |columns: Vec<ColumnSetting>| {
        in_plan(PlanEdit::SetColumns { form: form.clone(), table, columns })
    };
    let column = |field, width| ColumnSetting {
        field,
        hidden: false,
        title: Some("Ti\u{65}\u{302}u".into()),
        width_permille: width,
    };
    let columns = vec![column(Field::Time, None), column(Field::Target, Some(200))];
    let next = apply(&dossier(), &set(columns)).unwrap();
    let settings = &next.plans[0].options.columns;
    assert_eq!((settings.len(), settings[0].columns[1].width_permille), (1, Some(200)));
    assert_eq!(settings[0].columns[0].title.as_deref(), Some("Tiêu"), "in NFC");
    // Another table of the form, and this table in another form, are others.
    let other_form = FormId::of("own");
    let mut next = next;
    for (form, table) in [(form.clone(), TableKind::Reviews), (other_form, table)] {
        let columns = vec![column(Field::When, Some(100))];
        let edit = in_plan(PlanEdit::SetColumns { form, table, columns });
        next = apply(&next, &edit).unwrap();
    }
    let first: Vec<Field> =
        next.plans[0].options.columns.iter().map(|one| one.columns[0].field).collect();
    assert_eq!(first, [Field::Time, Field::When, Field::When]);
    let next = apply(&next, &set(vec![])).unwrap();
    assert_eq!(next.plans[0].options.columns.len(), 2);
}

#[test]
fn a_table_begins_with_a_band_where_the_catalogue_has_levels_beside_level_4() {
    let catalogue = |levels, has_level_4| Catalogue { levels, has_level_4, ..Catalogue::default() };
    assert_eq!(first_band(&catalogue(3, true)).as_deref(), Some("MỨC 1, 2, 3"));
    assert_eq!(first_band(&catalogue(3, false)), None);
    assert_eq!(first_band(&catalogue(0, true)), None);
}

#[test]
fn the_same_words_again_copy_nothing() {
    let start = dossier();
    let item = Arc::clone(start.plans[0].items().next().unwrap());
    let same = in_plan(set_text(RecordId::Row(item.id), Field::Target, &item.target));
    let next = apply(&start, &same).unwrap();
    assert!(Arc::ptr_eq(&item, next.plans[0].items().next().unwrap()));
}
