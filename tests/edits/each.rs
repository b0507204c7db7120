//! Every kind of edit and every text of every record: what it names changes and nothing else,
//! it is undone, and what is saved is what is opened again.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use caitien::edit::{
    CellOf, Edit, Elements, GroupValue, History, ItemValue, LetterheadValue, List, PageValue,
    PlanEdit, PlanValue, Value, Words, apply,
};
use caitien::plan::{
    Band, Dossier, Event, Field, Group, GroupNumber, Id, Item, Letterhead, Member, Part, Plan,
    Problem, Record, RecordId, Review, Row, Signature, Status, Supervisor, WorkingGroup, each_text,
};
use caitien::platform::file_identity;
use caitien::store;
use serde_json::{Value as Json, json};

use crate::any::{dossier, in_plan, set_text};
use crate::kinds::Kind;
use crate::made::{Made, make};

fn as_json(dossier: &Dossier) -> Json {
    serde_json::to_value(dossier).unwrap()
}

/// The places at which two values differ, as JSON pointers to what is no list and no object.
fn differences(a: &Json, b: &Json, at: &str, found: &mut BTreeSet<String>) {
    match (a, b) {
        (Json::Object(x), Json::Object(y)) => {
            for key in x.keys().chain(y.keys()).collect::<HashSet<_>>() {
                let inside = format!("{at}/{key}");
                let one = |of: &serde_json::Map<String, Json>| of.get(key).cloned();
                let (x, y) = (one(x).unwrap_or_default(), one(y).unwrap_or_default());
                differences(&x, &y, &inside, found);
            }
        }
        (Json::Array(x), Json::Array(y)) => {
            for index in 0..x.len().max(y.len()) {
                let one = |of: &Vec<Json>| of.get(index).cloned().unwrap_or_default();
                differences(&one(x), &one(y), &format!("{at}/{index}"), found);
            }
        }
        _ if a != b => drop(found.insert(at.to_owned())),
        _ => {}
    }
}

fn index(ids: impl IntoIterator<Item = Id>, id: Id) -> usize {
    ids.into_iter().position(|one| one == id).unwrap()
}

/// Where a list stands in the JSON of its plan.
fn list_at(plan: &Plan, list: List) -> String {
    match list {
        List::Parts => "/parts".into(),
        List::Rows => "/rows".into(),
        List::Problems => "/problems".into(),
        List::Reviews => "/reviews".into(),
        List::WorkingGroups => "/working_groups".into(),
        List::Members(group) => {
            let at = index(plan.working_groups.iter().map(|one| one.id), group);
            format!("/working_groups/{at}/members")
        }
        List::Supervisors => "/supervisors".into(),
        List::Signatures => "/signatures".into(),
    }
}

/// Where a record stands in the JSON of its plan.
fn record_at(plan: &Plan, record: RecordId) -> String {
    match record {
        RecordId::Plan => String::new(),
        RecordId::Letterhead => "/letterhead".into(),
        RecordId::Part(id) => format!("/parts/{}", index(plan.parts.iter().map(|one| one.id), id)),
        RecordId::Row(id) => format!("/rows/{}", index(plan.rows.iter().map(Row::id), id)),
        RecordId::Problem(id) => {
            format!("/problems/{}", index(plan.problems.iter().map(|one| one.id), id))
        }
        RecordId::Review(id) => {
            format!("/reviews/{}", index(plan.reviews.iter().map(|one| one.id), id))
        }
        RecordId::WorkingGroup(id) => {
            format!("/working_groups/{}", index(plan.working_groups.iter().map(|one| one.id), id))
        }
        RecordId::Member(id) => {
            let holds = |group: &&WorkingGroup| group.members.iter().any(|one| one.id == id);
            let group = plan.working_groups.iter().find(holds).unwrap();
            let at = index(group.members.iter().map(|one| one.id), id);
            format!("{}/{at}", list_at(plan, List::Members(group.id)))
        }
        RecordId::Supervisor(id) => {
            format!("/supervisors/{}", index(plan.supervisors.iter().map(|one| one.id), id))
        }
        RecordId::Entry(id) => format!("/log/{}", index(plan.log.iter().map(|one| one.id), id)),
        RecordId::Signature(id) => {
            format!("/signatures/{}", index(plan.signatures.iter().map(|one| one.id), id))
        }
    }
}

/// Where a value stands in the JSON of its plan, and what stands there once it is set.
fn value_at(plan: &Plan, value: &Value) -> (String, Json) {
    let row = |id: Id, key: &str| format!("{}/{key}", record_at(plan, RecordId::Row(id)));
    match value {
        Value::Plan(value) => match value {
            PlanValue::SchoolYear(year) => ("/school_year".into(), json!(year)),
            PlanValue::Amends(id) => ("/amends".into(), json!(id)),
            PlanValue::Day(day) => ("/date/day".into(), json!(day)),
            PlanValue::Month(month) => ("/date/month".into(), json!(month)),
            PlanValue::Year(year) => ("/date/year".into(), json!(year)),
            PlanValue::BasesItalic(yes) => ("/bases_italic".into(), json!(yes)),
            PlanValue::TablesAcross(yes) => ("/options/tables_across".into(), json!(yes)),
            PlanValue::DraftMark(yes) => ("/options/draft_mark".into(), json!(yes)),
            PlanValue::TimelineAppendix(yes) => ("/options/timeline_appendix".into(), json!(yes)),
            PlanValue::Page(value) => {
                let (key, number) = match value {
                    PageValue::Letters(of) => ("letters", json!(of)),
                    PageValue::LineSpacing(of) => ("line_spacing", json!(of)),
                    PageValue::ParagraphGap(of) => ("paragraph_gap", json!(of)),
                    PageValue::FirstLine(of) => ("first_line", json!(of)),
                    PageValue::MarginTop(of) => ("margin_top", json!(of)),
                    PageValue::MarginBottom(of) => ("margin_bottom", json!(of)),
                    PageValue::MarginLeft(of) => ("margin_left", json!(of)),
                    PageValue::MarginRight(of) => ("margin_right", json!(of)),
                };
                (format!("/options/page/{key}"), number)
            }
        },
        Value::Letterhead(LetterheadValue::Kind(kind)) => ("/letterhead/kind".into(), json!(kind)),
        Value::Letterhead(LetterheadValue::Ownership(of)) => {
            ("/letterhead/ownership".into(), json!(of))
        }
        Value::Shown { part, shown } => {
            (format!("{}/shown", record_at(plan, RecordId::Part(*part))), json!(shown))
        }
        Value::Group(id, GroupValue::Number(number)) => (row(*id, "tt"), json!(number)),
        Value::Group(id, GroupValue::Standard(of)) => (row(*id, "standard"), json!(of)),
        Value::Item(id, value) => match value {
            ItemValue::Criteria(codes) => (row(*id, "criteria"), json!(codes)),
            ItemValue::Problem(problem) => (row(*id, "problem"), json!(problem)),
            ItemValue::LevelNow(level) => (row(*id, "level_now"), json!(level)),
            ItemValue::LevelTarget(level) => (row(*id, "level_target"), json!(level)),
            ItemValue::Status(status) => (row(*id, "status"), json!(status)),
            ItemValue::Period(period) => (row(*id, "time/corrected"), json!(period)),
            ItemValue::Money(money) => (row(*id, "budget/corrected"), json!(money)),
            ItemValue::Spent(money) => (row(*id, "spent/corrected"), json!(money)),
            ItemValue::DoneOn(day) => (row(*id, "done_on"), json!(day)),
            ItemValue::Percent(percent) => {
                (row(*id, "percent"), json!(percent.map(|one| one.min(100))))
            }
            ItemValue::People(people) => (row(*id, "responsible/corrected"), json!(people)),
        },
        Value::ProblemCriteria(id, codes) => {
            (format!("{}/criteria", record_at(plan, RecordId::Problem(*id))), json!(codes))
        }
        Value::GroupStandards(id, standards) => (
            format!("{}/standards", record_at(plan, RecordId::WorkingGroup(*id))),
            json!(standards),
        ),
        Value::SupervisedGroup(id, group) => {
            (format!("{}/group", record_at(plan, RecordId::Supervisor(*id))), json!(group))
        }
        Value::ReviewDay(id, day) => {
            (format!("{}/day", record_at(plan, RecordId::Review(*id))), json!(day))
        }
        Value::Approves(id, yes) => {
            (format!("{}/approves", record_at(plan, RecordId::Signature(*id))), json!(yes))
        }
    }
}

/// What an edit may change, as beginnings of JSON pointers: what it names, and what is
/// understood of it or refers to it.
fn named(dossier: &Dossier, edit: &Edit) -> Vec<String> {
    match edit {
        Edit::SetSchoolText { field, .. } => vec![format!("/school/{}", field.name())],
        Edit::SetSchoolValue(LetterheadValue::Kind(_)) => vec!["/school/kind".into()],
        Edit::SetSchoolValue(LetterheadValue::Ownership(_)) => vec!["/school/ownership".into()],
        Edit::SetAbbreviations(_) => vec!["/abbreviations".into()],
        Edit::SetTermDates(_) => vec!["/term_dates".into()],
        Edit::SetOwnWords(_) => vec!["/own_words".into()],
        Edit::InEvaluation { .. } => vec!["/evaluations".into(), "/catalogues".into()],
        Edit::SetCatalogue(_) => vec!["/catalogues".into()],
        Edit::AddForm(_) => vec!["/forms".into()],
        Edit::AddPlan { .. } => {
            vec![format!("/plans/{}", dossier.plans.len()), "/catalogues".into()]
        }
        Edit::RemovePlan(_) => vec!["/plans".into()],
        Edit::Batch(_, edits) => edits.iter().flat_map(|edit| named(dossier, edit)).collect(),
        Edit::InPlan { plan, change } => {
            let at = index(dossier.plans.iter().map(|one| one.id), *plan);
            let inside = named_in(&dossier.plans[at], change);
            let mut all: Vec<String> =
                inside.into_iter().map(|place| format!("/plans/{at}{place}")).collect();
            if matches!(change, PlanEdit::SetCatalogue(_)) {
                all.push("/catalogues".into());
            }
            all
        }
    }
}

fn named_in(plan: &Plan, change: &PlanEdit) -> Vec<String> {
    match change {
        PlanEdit::SetText { record, field, .. } => {
            let at = record_at(plan, *record);
            let understood = match (record, field) {
                (RecordId::Row(_), Field::Title) => "standard",
                (RecordId::WorkingGroup(_), Field::Task) => "standards",
                (RecordId::Supervisor(_), Field::What) => "group",
                _ => field.name(),
            };
            vec![format!("{at}/{}", field.name()), format!("{at}/{understood}")]
        }
        PlanEdit::SetValue(value) => vec![value_at(plan, value).0],
        PlanEdit::SetWords { of, .. } => match of {
            Words::Bases => vec!["/bases".into()],
            Words::Opening => vec!["/opening".into()],
            Words::Part { part, .. } => {
                vec![format!("{}/blocks", record_at(plan, RecordId::Part(*part)))]
            }
        },
        PlanEdit::Insert { elements, .. } => vec![list_at(plan, elements.list())],
        PlanEdit::Move { list, .. } => vec![list_at(plan, *list)],
        PlanEdit::Remove { list, .. } => {
            let mut all = vec![list_at(plan, *list)];
            if *list == List::Problems {
                all.extend((0..plan.rows.len()).map(|at| format!("/rows/{at}/problem")));
            }
            if *list == List::WorkingGroups {
                all.extend(
                    (0..plan.supervisors.len()).map(|at| format!("/supervisors/{at}/group")),
                );
            }
            all
        }
        PlanEdit::ChangeForm { .. } => {
            ["/form", "/parts", "/bases", "/opening", "/reviews"].map(str::to_owned).to_vec()
        }
        PlanEdit::SetCatalogue(_) => vec!["/catalogue".into()],
        PlanEdit::ResetPart { part, .. } => {
            vec![format!("{}/blocks", record_at(plan, RecordId::Part(*part)))]
        }
        PlanEdit::SetCell { cell: CellOf { part, block, .. }, .. }
        | PlanEdit::SpliceRows { part, block, .. } => {
            vec![format!("{}/blocks/{block}", record_at(plan, RecordId::Part(*part)))]
        }
        PlanEdit::Happened { entry, .. } => {
            let mut all = vec![format!("/log/{}", plan.log.len())];
            let frozen = format!("/frozen/{}", plan.frozen.len());
            match entry.event {
                Event::Note => {}
                Event::Issued => all.extend([frozen, "/issued".into(), "/sent".into()]),
                Event::TakenBack => all.push("/issued".into()),
                Event::Sent => all.push("/sent".into()),
                Event::ReviewClosed | Event::ReviewReopened => {
                    let review = record_at(plan, RecordId::Review(entry.about.unwrap()));
                    all.extend([frozen, format!("{review}/closed")]);
                }
            }
            all
        }
        PlanEdit::AddScan(_) | PlanEdit::RemoveScan(_) => vec!["/scans".into()],
        PlanEdit::SetAside { .. } => vec!["/set_aside".into()],
        PlanEdit::SetColumns { .. } => vec!["/options/columns".into()],
        PlanEdit::SetScreenWidth { .. } => vec!["/options/screen_widths".into()],
    }
}

/// That an edit changes what it names and nothing else, is undone, and is saved. `false` where
/// it cannot be applied or changes nothing.
#[track_caller]
fn check(before: &Dossier, edit: &Edit) -> bool {
    let Ok(after) = apply(before, edit) else { return false };
    if after == *before {
        return false;
    }
    let mut changed = BTreeSet::new();
    differences(&as_json(before), &as_json(&after), "", &mut changed);
    changed.remove("/next_id");
    let named = named(before, edit);
    let json = as_json(&after);
    let is_named = |place: &str| {
        // A field among the words follows what it tells of.
        let run = place.strip_suffix("/text").and_then(|run| json.pointer(run));
        if run.is_some_and(|run| run.get("field").is_some()) {
            return true;
        }
        named.iter().any(|name| {
            place
                .strip_prefix(name.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    assert!(!changed.is_empty(), "{edit:?}");
    for place in &changed {
        assert!(is_named(place), "{edit:?} changes {place} too");
    }
    assert!(after.next_id >= before.next_id);

    let mut history = History::new(Arc::new(before.clone()));
    history.edit(edit.clone(), None).unwrap();
    assert_eq!(**history.current(), after);
    let is_step = !edit.is_no_step() && !edit.is_barrier();
    assert_eq!(history.undo_step().is_some(), is_step, "{edit:?}");
    if history.undo() {
        let undone = Dossier { next_id: before.next_id, ..(**history.current()).clone() };
        assert_eq!(undone, *before, "{edit:?}");
        assert_eq!(history.current().next_id, after.next_id, "next_id went back");
        assert!(history.redo());
        assert_eq!(**history.current(), after, "{edit:?}");
    }

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    drop(store::create(&path, before, file_identity).unwrap());
    let (mut file, _) = store::open(&path, file_identity).unwrap();
    file.save(&Arc::new(after.clone())).unwrap();
    drop(file);
    assert_eq!(store::read(&path).unwrap(), after, "{edit:?} is saved");
    true
}

/// What was made of the small dossier by an edit of every kind.
fn rich() -> Dossier {
    let mut now = dossier();
    for (b, kind) in Kind::ALL.iter().enumerate() {
        if matches!(kind, Kind::RemovePlan | Kind::ChangeForm)
            || format!("{kind:?}").starts_with("Remove")
        {
            continue;
        }
        let text = format!("chữ {kind:?}");
        let of = Made { a: 0, b, text: &text, flag: true };
        if let Ok(next) = apply(&now, &make(&now, *kind, of)) {
            now = next;
        }
    }
    now
}

/// The small dossier, issued, with a review closed.
fn followed() -> Dossier {
    let of = Made { a: 0, b: 0, text: "chữ", flag: true };
    [Kind::Issue, Kind::CloseReview]
        .iter()
        .fold(dossier(), |now, kind| apply(&now, &make(&now, *kind, of)).unwrap())
}

#[test]
fn every_kind_changes_what_it_names_is_undone_and_saved() {
    let starts = [dossier(), rich(), followed()];
    for kind in Kind::ALL {
        let mut seen = 0;
        for before in &starts {
            let mut tried = (0..12).map(|n| Made {
                a: n % 3,
                b: n / 2,
                text: "Tiêu chuẩn 2: chữ mới",
                flag: n % 2 == 0,
            });
            seen += usize::from(tried.any(|of| check(before, &make(before, *kind, of))));
        }
        // A list of one element has nothing to move, one that is full takes no more.
        assert!(seen > 0, "no edit of kind {kind:?} changes anything");
    }
}

/// That each text of a record becomes the words it is set to, and they alone.
#[track_caller]
fn check_texts<R: Record>(before: &Dossier, record: RecordId) {
    let plan = &before.plans[0];
    for one in R::TEXTS {
        let text = format!("{} một\nhai", one.field.name());
        let edit = in_plan(set_text(record, one.field, &text));
        assert!(check(before, &edit), "{record:?} {:?}", one.field);
        let after = as_json(&apply(before, &edit).unwrap());
        let at = format!("/plans/0{}/{}", record_at(plan, record), one.field.name());
        let stands = after.pointer(&at).unwrap_or_else(|| panic!("nothing at {at}"));
        let lines: Vec<&str> = text.split('\n').collect();
        let wanted = [json!(text), json!(lines), json!({ "typed": text })];
        assert!(wanted.contains(stands), "{at}: {stands}");
        let after = apply(before, &edit).unwrap();
        let mut seen = Vec::new();
        each_text(&after.plans[0], &mut |at, words| {
            if words == text {
                seen.push(at.clone());
            }
        });
        assert_eq!(seen, [plan.spot(record, Some(one.field)).unwrap()], "{record:?}");
    }
}

/// That each text among the keys of a record's JSON is one of its texts, but for these.
#[track_caller]
fn check_keys<R: Record + serde::Serialize>(record: &R, others: &[&str]) {
    let json = serde_json::to_value(record).unwrap();
    let names: Vec<&str> = R::TEXTS.iter().map(|one| one.field.name()).collect();
    let is_text = |value: &Json| match value {
        Json::String(_) => true,
        Json::Array(all) => all.iter().all(Json::is_string),
        Json::Object(of) => of.contains_key("typed"),
        _ => false,
    };
    let texts = json.as_object().unwrap().iter().filter(|(_, value)| is_text(value));
    let mut found: Vec<&str> = texts.map(|(key, _)| key.as_str()).collect();
    let mut wanted = [names, others.to_vec()].concat();
    found.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(found, wanted);
}

#[test]
fn a_record_tells_all_its_texts() {
    let mut dossier = rich();
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    // What is no list of texts here is empty elsewhere: each has something in it.
    plan.subject = vec!["một".into()];
    plan.recipients = vec!["một".into()];
    plan.signatures[0].authority = vec!["một".into()];
    plan.catalogue = Some("c".into());
    plan.addressees = vec!["một".into()];
    check_keys(plan, &["catalogue", "form", "paper", "school_year"]);
    check_keys(&plan.letterhead, &["kind", "leaders", "ownership"]);
    let part = Part { key: Some("content".into()), ..Part::clone(&plan.parts[0]) };
    check_keys(&part, &["key", "shown"]);
    for row in &plan.rows {
        match row {
            Row::Band(band) => check_keys(band.as_ref(), &[]),
            Row::Group(group) => {
                let tt = GroupNumber::Auto;
                check_keys(&Group { tt, ..Group::clone(group) }, &["tt"]);
            }
            Row::Item(item) => {
                let status = Some(Status::Done);
                let done_on = Some(jiff::civil::date(2026, 11, 30));
                let item = Item { status, done_on, ..Item::clone(item) };
                check_keys(&item, &["criteria", "done_on", "status"]);
            }
        }
    }
    check_keys(plan.problems[0].as_ref(), &["criteria"]);
    let day = Some(jiff::civil::date(2027, 1, 15));
    check_keys(&Review { day, ..plan.reviews[0].clone() }, &["day"]);
    let group = WorkingGroup { standards: vec![1], ..plan.working_groups[0].clone() };
    check_keys(&group, &[]);
    check_keys(&group.members[0], &[]);
    check_keys(&plan.supervisors[0], &[]);
    check_keys(&plan.signatures[0], &[]);
    check_keys(&plan.log[0], &["at", "event"]);
    check_keys(&dossier.evaluations[0].ratings[0], &["code"]);
}

#[test]
fn every_text_of_every_record_is_set_undone_and_saved() {
    for before in [dossier(), rich()] {
        let plan = &before.plans[0];
        check_texts::<Plan>(&before, RecordId::Plan);
        check_texts::<Letterhead>(&before, RecordId::Letterhead);
        check_texts::<Part>(&before, RecordId::Part(Id(10)));
        for row in &plan.rows {
            let record = RecordId::Row(row.id());
            match row {
                Row::Band(_) => check_texts::<Band>(&before, record),
                Row::Group(_) => check_texts::<Group>(&before, record),
                Row::Item(_) => check_texts::<Item>(&before, record),
            }
        }
        check_texts::<Problem>(&before, RecordId::Problem(Id(30)));
        check_texts::<Review>(&before, RecordId::Review(Id(35)));
        check_texts::<WorkingGroup>(&before, RecordId::WorkingGroup(Id(40)));
        check_texts::<Member>(&before, RecordId::Member(Id(41)));
        check_texts::<Supervisor>(&before, RecordId::Supervisor(Id(42)));
        check_texts::<Signature>(&before, RecordId::Signature(Id(43)));
        for one in Letterhead::TEXTS {
            let edit = Edit::SetSchoolText { field: one.field, text: "mới".into() };
            assert!(check(&before, &edit), "{:?}", one.field);
            let after = as_json(&apply(&before, &edit).unwrap());
            assert_eq!(after["school"][one.field.name()], json!("mới"));
        }
    }
}

#[test]
fn every_value_becomes_what_it_is_set_to() {
    for before in [dossier(), rich()] {
        for kind in Kind::ALL {
            for (b, flag) in (0..8).map(|n| (n, n % 2 == 0)) {
                let edit = make(&before, *kind, Made { a: 0, b, text: "mới", flag });
                let Edit::InPlan { change: PlanEdit::SetValue(value), .. } = &edit else { break };
                let Ok(after) = apply(&before, &edit) else { continue };
                let (at, wanted) = value_at(&before.plans[0], value);
                let after = as_json(&after);
                let stands = after.pointer(&format!("/plans/0{at}")).cloned().unwrap_or_default();
                assert_eq!(stands, wanted, "{edit:?}");
            }
        }
    }
}

#[test]
fn lists_hold_what_came_in_where_it_was_wanted() {
    for before in [dossier(), rich()] {
        for kind in Kind::ALL {
            for b in 0..4 {
                let edit = make(&before, *kind, Made { a: 0, b, text: "mới", flag: true });
                let Edit::InPlan { plan, change } = &edit else { break };
                let Ok(after) = apply(&before, &edit) else { continue };
                let list = match change {
                    PlanEdit::Insert { elements, .. } => elements.list(),
                    PlanEdit::Remove { list, .. } | PlanEdit::Move { list, .. } => *list,
                    _ => break,
                };
                let elements = |dossier: &Dossier| -> Vec<Json> {
                    let plan = dossier.plan(*plan).unwrap();
                    let json = serde_json::to_value(&**plan).unwrap();
                    json.pointer(&list_at(plan, list)).unwrap().as_array().unwrap().clone()
                };
                let id = |one: &Json| Id(one["id"].as_u64().unwrap() as u32);
                let (mut wanted, stands) = (elements(&before), elements(&after));
                match change {
                    PlanEdit::Insert { at, elements } => {
                        let at = (*at).min(wanted.len());
                        wanted.splice(at..at, of_json(elements));
                    }
                    PlanEdit::Remove { ids, .. } => wanted.retain(|one| !ids.contains(&id(one))),
                    PlanEdit::Move { ids, to, .. } => {
                        let moved: Vec<Json> = ids
                            .iter()
                            .map(|wanted_id| {
                                wanted.iter().find(|one| id(one) == *wanted_id).unwrap().clone()
                            })
                            .collect();
                        wanted.retain(|one| !ids.contains(&id(one)));
                        let to = (*to).min(wanted.len());
                        wanted.splice(to..to, moved);
                    }
                    _ => {}
                }
                assert_eq!(stands, wanted, "{edit:?}");
            }
        }
    }
}

fn of_json(elements: &Elements) -> Vec<Json> {
    let json = match elements {
        Elements::Parts(all) => json!(all),
        Elements::Rows(all) => json!(all),
        Elements::Problems(all) => json!(all),
        Elements::Reviews(all) => json!(all),
        Elements::WorkingGroups(all) => json!(all),
        Elements::Members(_, all) => json!(all),
        Elements::Supervisors(all) => json!(all),
        Elements::Signatures(all) => json!(all),
    };
    json.as_array().unwrap().clone()
}
