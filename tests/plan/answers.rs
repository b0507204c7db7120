//! What of a plan answers a self-evaluation, and the levels that its target cells tell of.

use std::sync::Arc;

use caitien::edit::{Edit, FreshIds, Weakness, apply, as_item, as_problem};
use caitien::library::catalogue;
use caitien::plan::{
    Catalogue, Dossier, Evaluation, Id, Item, Plan, Problem, Rating, Row, SchoolYear,
};
use caitien::year::answer::{Answers, evidence_count, items_by_criterion, proposals, weaknesses};

fn secondary() -> &'static Catalogue {
    catalogue("tt18-2018-secondary").unwrap()
}

fn plan(items: &[(&str, &str)]) -> Plan {
    let item = |(id, (code, target)): (u32, &(&str, &str))| {
        let item = Item {
            id: Id(id),
            criteria: vec![(*code).to_owned()],
            target: (*target).to_owned(),
            ..Item::default()
        };
        Row::Item(Arc::new(item))
    };
    let rows = (10..).zip(items).map(item).collect();
    Plan { id: Id(1), rows, ..Plan::empty(SchoolYear::starting(2026).unwrap()) }
}

fn dossier(plan: Plan) -> Dossier {
    Dossier { next_id: Id(100), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

#[test]
fn weaknesses_stand_one_a_line_and_codes_are_counted() {
    let lines: Vec<&str> = weaknesses(" Kho chật \n\n  Sổ ghi chậm").collect();
    assert_eq!(lines, ["Kho chật", "Sổ ghi chậm"]);
    for (text, count) in
        [("", 0), ("[H1-1.1-01]", 1), ("[H1-1.1-01]; [H1-1.1-02]\n[H1-1.1-03];", 3), (" ; ", 0)]
    {
        assert_eq!(evidence_count(text), count, "{text:?}");
    }
}

#[test]
fn a_weakness_is_known_again_by_its_words() {
    let mut plan = plan(&[("1.1", ""), ("1.1", "")]);
    let problem =
        |id, words: &str| Problem { id: Id(id), weakness: words.to_owned(), ..Problem::default() };
    let problems = [problem(20, "Kho hồ sơ chật."), problem(21, "Sổ ghi chậm\nThiếu kệ")];
    plan.problems = problems.map(Arc::new).to_vec();
    let Row::Item(item) = &mut plan.rows[1] else { panic!() };
    Arc::make_mut(item).problem = Some(Id(21));
    let answers = Answers::of(&plan);
    let known = answers.to("kho  hồ sơ CHẬT").unwrap();
    assert_eq!((known.problem, known.nth, known.item), (Id(20), 0, None));
    let known = answers.to("Thiếu kệ").unwrap();
    assert_eq!((known.problem, known.nth, known.item), (Id(21), 1, Some(Id(11))));
    assert_eq!(answers.to("Kho hồ sơ"), None);
    assert_eq!(items_by_criterion(&plan)["1.1"], 2);
}

#[test]
fn a_level_is_proposed_where_the_plan_tells_one_and_nobody_said_another() {
    let plan = plan(&[
        ("1.1", "Đạt mức 3 so với mức 2 hiện tại"),
        ("1.2", "Đạt mức 2 so với mức 1 hiện tại"),
        ("1.2", "Đạt mức 3 so với mức 2 hiện tại"),
        ("1.3", "Duy trì mức 3"),
        ("1.4", "Đạt mức 2"),
        ("9.9", "Duy trì mức 1"),
    ]);
    let proposed = proposals(&plan, secondary(), None);
    // 1.2 is told twice, and not the same; of 1.4 it is not told where it stands.
    assert_eq!(proposed, [("1.1".to_owned(), 2), ("1.3".to_owned(), 3)]);
    let mut said = Evaluation::empty(SchoolYear::starting(2025).unwrap());
    said.ratings = vec![Rating { code: "1.1".into(), level: Some(0), ..Rating::default() }];
    assert_eq!(proposals(&plan, secondary(), Some(&said)), [("1.3".to_owned(), 3)]);
}

#[test]
fn an_item_of_a_weakness_stands_under_its_standard_and_answers_its_problem() {
    let plan = plan(&[]);
    let of = Weakness {
        words: "Kho hồ sơ chật",
        cause: " Phòng nhỏ ",
        criterion: Some((secondary(), "1.6")),
    };
    let dossier = dossier(plan.clone());
    let edit = as_item(&plan, of, None, &mut FreshIds::from(dossier.next_id));
    assert!(matches!(edit, Edit::Batch(..)), "one step");
    let after = apply(&dossier, &edit).unwrap();
    let made = &after.plans[0];
    let [Row::Group(group), Row::Item(item)] = made.rows.as_slice() else { panic!("{made:?}") };
    assert_eq!(group.standard, Some(1));
    assert_eq!(item.criteria, ["1.6"]);
    let problem = made.problem(item.problem.unwrap()).unwrap();
    assert_eq!(
        (problem.weakness.as_str(), problem.cause.as_str()),
        ("Kho hồ sơ chật", "Phòng nhỏ")
    );
    assert!(problem.standard_text.starts_with("Tiêu chuẩn 1: "));
    let answer = Answers::of(made).to("Kho hồ sơ chật").unwrap();
    assert_eq!(answer.item, Some(item.id));
}

#[test]
fn a_weakness_of_another_catalogue_becomes_work_without_a_criterion() {
    let plan = plan(&[("1.1", "")]);
    let of = Weakness { words: "Kho hồ sơ chật", cause: "", criterion: None };
    let dossier = dossier(plan.clone());
    let first = as_problem(&plan, of, &mut FreshIds::from(dossier.next_id));
    let dossier = apply(&dossier, &first).unwrap();
    let known = Answers::of(&dossier.plans[0]).to("Kho hồ sơ chật").unwrap();
    assert_eq!(known.item, None);
    let fresh = &mut FreshIds::from(dossier.next_id);
    let edit = as_item(&dossier.plans[0], of, Some(known.problem), fresh);
    let after = apply(&dossier, &edit).unwrap();
    assert_eq!(after.plans[0].problems.len(), 1);
    let item = after.plans[0].items().last().unwrap();
    assert_eq!((item.problem, item.criteria.len()), (Some(known.problem), 0));
}
