//! Fields among the words: whatever is done to a plan, each says what the plan says.

use std::sync::Arc;

use caitien::edit::make::new_plan;
use caitien::edit::{
    Edit, FreshIds, History, LetterheadValue, PlanEdit, PlanValue, Value, Words, apply,
};
use caitien::plan::{
    Block, Dossier, Field, Id, Item, Letterhead, Level, Paragraph, Part, Plan, RecordId, Row, Run,
    RunField, SchoolKind, SchoolYear,
};
use caitien::search::{find, is_replaceable, replace};
use caitien::words::Finder;
use caitien::year::next;
use proptest::prelude::*;

use crate::any::{dossier, edit, seeds, set_text};

fn field(field: RunField) -> Run {
    Run { field: Some(field), ..Run::plain("cũ") }
}

/// "Trường … có … nội dung" and one paragraph of every field.
fn with_fields() -> Dossier {
    let said = Paragraph {
        runs: vec![Run::plain("Kế hoạch của "), field(RunField::School), Run::plain(" có việc")],
        ..Paragraph::default()
    };
    let all = RunField::ALL
        .map(|one| Block::Paragraph(Paragraph { runs: vec![field(one)], ..Paragraph::default() }));
    let part = Part { id: Id(50), blocks: all.to_vec(), ..Part::default() };
    let item = Item { id: Id(51), criteria: vec!["1.1".into(), "1.2".into()], ..Item::default() };
    let mut plan = Plan {
        id: Id(1),
        opening: vec![said],
        parts: vec![Arc::new(part)],
        rows: vec![Row::Item(Arc::new(item))],
        ..Plan::empty(SchoolYear::starting(2026).unwrap())
    };
    plan.letterhead.school = "Trường THCS Hòa Bình".into();
    plan.fill_fields();
    Dossier { next_id: Id(60), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

/// What the fields of a part say.
fn said(plan: &Plan) -> Vec<String> {
    plan.parts[0].stretch(0).iter().map(Paragraph::text).collect()
}

#[track_caller]
fn check_fields(dossier: &Dossier) {
    for plan in &dossier.plans {
        let mut filled = Plan::clone(plan);
        filled.fill_fields();
        assert!(filled == **plan, "a field of plan {} says something else", plan.id);
    }
}

fn after(dossier: &Dossier, changes: impl IntoIterator<Item = PlanEdit>) -> Dossier {
    changes.into_iter().fold(dossier.clone(), |dossier, change| {
        apply(&dossier, &Edit::InPlan { plan: Id(1), change }).unwrap()
    })
}

#[test]
fn a_field_says_what_the_plan_says_and_follows_it() {
    let first = with_fields();
    let plan = first.plan(Id(1)).unwrap();
    let date = "ngày … tháng … năm …";
    let wanted = [
        "Trường THCS Hòa Bình",
        "2026 - 2027",
        "2027 - 2028",
        "02",
        "01",
        "Hiệu trưởng",
        "…",
        date,
    ];
    assert_eq!(said(plan), wanted);
    let value = |value| PlanEdit::SetValue(Value::Plan(value));
    let then = after(
        &first,
        [
            set_text(RecordId::Letterhead, Field::School, "Trung tâm\n GDTX Hòa Bình"),
            set_text(RecordId::Letterhead, Field::Place, "Hòa Bình"),
            PlanEdit::SetValue(Value::Letterhead(LetterheadValue::Kind(SchoolKind::Continuing))),
            value(PlanValue::Day(Some(5))),
            value(PlanValue::Month(Some(9))),
            value(PlanValue::Year(Some(2027))),
            value(PlanValue::SchoolYear(SchoolYear::starting(2027).unwrap())),
            PlanEdit::Remove { list: caitien::edit::List::Rows, ids: vec![Id(51)] },
        ],
    );
    let plan = then.plan(Id(1)).unwrap();
    let school = "Trung tâm GDTX Hòa Bình";
    let date = "ngày 05 tháng 9 năm 2027";
    let wanted = [school, "2027 - 2028", "2028 - 2029", "…", "…", "Giám đốc", "Hòa Bình", date];
    assert_eq!(said(plan), wanted);
    assert_eq!(plan.opening[0].text(), format!("Kế hoạch của {school} có việc"));
    check_fields(&then);
}

#[test]
fn the_value_of_a_field_is_found_and_never_replaced_in_it() {
    let dossier = with_fields();
    let finder = Finder::new("hoa binh", false, false, false);
    let hits = find(&dossier, Id(1), true, &finder);
    // In the letterhead, in the opening and in the part.
    assert_eq!(hits.iter().map(|hit| hit.in_field).collect::<Vec<_>>(), [false, true, true]);
    assert!(!is_replaceable(&hits[1]));
    let chosen: Vec<_> = hits.iter().skip(1).collect();
    assert_eq!(replace(&dossier, &chosen, &finder, "Bình Hòa"), None);
    let edit = replace(&dossier, &hits.iter().collect::<Vec<_>>(), &finder, "Bình Hòa").unwrap();
    let then = apply(&dossier, &edit).unwrap();
    let plan = then.plan(Id(1)).unwrap();
    assert_eq!(plan.opening[0].text(), "Kế hoạch của Trường THCS Bình Hòa có việc");
    assert!(plan.opening[0].has_fields(), "it is a field that followed the letterhead");
    // Over the edge of a field nothing is replaced either.
    let finder = Finder::new("của Trường", true, false, false);
    let hits = find(&dossier, Id(1), true, &finder);
    assert!(hits.len() == 1 && hits[0].in_field);
}

#[test]
fn undo_takes_a_field_back_with_what_it_followed() {
    let start = Arc::new(with_fields());
    let mut history = History::new(Arc::clone(&start));
    let change = set_text(RecordId::Letterhead, Field::School, "Trường khác");
    history.edit(Edit::InPlan { plan: Id(1), change }, None).unwrap();
    assert_eq!(said(history.current().plan(Id(1)).unwrap())[0], "Trường khác");
    history.undo();
    assert!(**history.current() == *start);
}

#[test]
fn next_years_plan_says_next_year_and_no_year_of_a_field_is_asked_about() {
    let mut dossier = with_fields();
    let base = Paragraph {
        runs: vec![field(RunField::SchoolYear), Run::plain(" sau 2026 - 2027")],
        ..Paragraph::default()
    };
    Arc::make_mut(&mut dossier.plans[0]).bases = vec![base];
    Arc::make_mut(&mut dossier.plans[0]).fill_fields();
    let old = Arc::clone(&dossier.plans[0]);
    let year = SchoolYear::starting(2027).unwrap();
    let offer = next::offer(&dossier, &old, year);
    let places: Vec<_> = offer.changes.iter().flat_map(|change| &change.places).collect();
    let typed: Vec<_> = places.iter().map(|place| (place.of, place.at.start)).collect();
    let behind = "2026 - 2027 sau ".len();
    assert_eq!(typed, [(caitien::plan::TextOf::Base(0), behind)], "{places:?}");
    let mut fresh = FreshIds::from(dossier.next_id);
    let then = apply(&dossier, &next::make(&dossier, &offer, &mut fresh).unwrap()).unwrap();
    let new = then.plans.last().unwrap();
    assert_eq!(new.bases[0].text(), "2027 - 2028 sau 2027 - 2028");
    assert_eq!(said(new)[2], "2028 - 2029");
    assert!(then.plans[0] == old, "the old plan stays");
    check_fields(&then);
}

#[test]
fn a_paper_that_comes_back_keeps_the_fields_around_which_words_changed() {
    let old = Paragraph {
        runs: vec![
            Run::plain("Năm học "),
            Run { field: Some(RunField::SchoolYear), ..Run::plain("2026 - 2027") },
            Run::plain(" có "),
            Run { field: Some(RunField::Items), ..Run::plain("12") },
            Run::plain(" việc"),
        ],
        ..Paragraph::default()
    };
    let came = |text: &str| Paragraph::plain(Level::None, text).with_fields_of(&old);
    let fields = |one: &Paragraph| one.field_places().into_iter().map(|(field, _)| field).collect();
    let changed = came("Năm học 2026 - 2027 làm 12 việc");
    assert_eq!(changed.text(), "Năm học 2026 - 2027 làm 12 việc");
    let both: Vec<RunField> = fields(&changed);
    assert_eq!(both, [RunField::SchoolYear, RunField::Items]);
    // Where its own value was changed it is a word like others.
    let one: Vec<RunField> = fields(&came("Năm học 2026 - 2027 có 13 việc"));
    assert_eq!(one, [RunField::SchoolYear]);
    let none: Vec<RunField> = fields(&came("12"));
    assert_eq!(none, []);
}

#[test]
fn json_is_read_with_the_values_of_its_plan() {
    let mut stale = with_fields();
    let plan = Arc::make_mut(&mut stale.plans[0]);
    plan.letterhead.school = "Trường mới".into();
    let bytes = caitien::export::json(&stale).unwrap();
    let read = caitien::import::json(&bytes, caitien::import::Limits::default()).unwrap();
    assert_eq!(said(&read.plans[0])[0], "Trường mới");
    check_fields(&read);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn whatever_is_done_every_field_says_what_its_plan_says(seeds in seeds()) {
        let mut history = History::new(Arc::new(dossier()));
        for seed in &seeds {
            match seed.1 % 7 {
                0 => { history.undo(); }
                1 => { history.redo(); }
                _ => { let _ = history.edit(edit(history.current(), seed), None); }
            }
            check_fields(history.current());
        }
    }

    #[test]
    fn words_set_around_a_field_never_lose_it(before in "[a-zđ ]{0,6}", behind in "[a-zđ ]{0,6}") {
        let start = with_fields();
        let runs = vec![Run::plain(before.as_str()), field(RunField::School), Run::plain(&*behind)];
        let paragraphs = vec![Paragraph { runs, ..Paragraph::default() }];
        let then = after(&start, [PlanEdit::SetWords { of: Words::Opening, paragraphs }]);
        let plan = then.plan(Id(1)).unwrap();
        prop_assert_eq!(plan.opening[0].text(), format!("{before}Trường THCS Hòa Bình{behind}"));
        prop_assert_eq!(plan.opening[0].field_places().len(), 1);
    }
}

#[test]
fn what_is_proposed_for_a_new_plan_follows_its_school_and_its_year() {
    use caitien::library;
    for form in library::embedded_forms() {
        let school =
            Letterhead { school: "Trường THCS Suối Trai".into(), ..Letterhead::default() };
        let (year, day) = (SchoolYear::starting(2026).unwrap(), jiff::civil::date(2026, 9, 1));
        let plan = new_plan(&school, year, form, None, day, Id(1));
        let words = |plan: &Plan| -> String {
            let blocks = plan.parts.iter().flat_map(|part| &part.blocks);
            let paragraphs = blocks.filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph),
                _ => None,
            });
            paragraphs.chain(&plan.opening).map(Paragraph::text).collect()
        };
        assert!(words(&plan).contains("Trường THCS Suối Trai"), "{}", form.id);
        let next_id = plan.ids().max().unwrap().next();
        let first = Dossier { next_id, plans: vec![Arc::new(plan)], ..Dossier::default() };
        let next = SchoolYear::starting(2027).unwrap();
        let then = after(
            &first,
            [
                set_text(RecordId::Letterhead, Field::School, "Trường THCS Nậm Lành"),
                PlanEdit::SetValue(Value::Plan(PlanValue::SchoolYear(next))),
            ],
        );
        let words = words(&then.plans[0]);
        assert!(words.contains("Trường THCS Nậm Lành"), "{}", form.id);
        assert!(!words.contains("Suối Trai") && !words.contains('{'), "{words}");
        check_fields(&then);
        let address = set_text(RecordId::Letterhead, Field::Address, "Số 1");
        let same = &after(&then, [address]).plans[0];
        let mut parts = then.plans[0].parts.iter().zip(&same.parts);
        assert!(parts.all(|(one, other)| Arc::ptr_eq(one, other)), "nothing changed in them");
    }
}
