//! Next year's plan from this year's: what is offered, and what is made of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use caitien::edit::{Edit, FreshIds, apply};
use caitien::plan::{
    Band, Block, Dossier, Field, Group, Id, Item, Leader, Level, Paragraph, Part, Period, Plan,
    PlanDate, Problem, RecordId, Row, Run, SchoolYear, Signature, Status, TextOf, Typed,
};
use caitien::understand::Aside;
use caitien::year::next::{ChangeKind, NewForm, NewTime, Offer, Recast, Why, make, offer};
use jiff::civil::date;

fn year(first: i16) -> SchoolYear {
    SchoolYear::starting(first).unwrap()
}

fn item(id: u32, time: &str, status: Option<Status>) -> Item {
    let content = format!("Việc {id}");
    Item { id: Id(id), content, time: Typed::new(time), status, ..Item::default() }
}

fn row(item: Item) -> Row {
    Row::Item(Arc::new(item))
}

fn dossier(plan: Plan) -> Dossier {
    Dossier { next_id: Id(500), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

fn plan(rows: Vec<Row>) -> Plan {
    Plan { id: Id(1), rows, ..Plan::empty(year(2026)) }
}

fn offered(dossier: &Dossier) -> Offer {
    offer(dossier, &dossier.plans[0], year(2027))
}

/// The new plan that an offer makes.
fn made(dossier: &Dossier, offer: &Offer) -> Plan {
    let edit = make(dossier, offer, &mut FreshIds::from(dossier.next_id)).unwrap();
    let after = apply(dossier, &edit).unwrap();
    after.check_rules().unwrap();
    assert_eq!(after.plans[0], dossier.plans[0], "the old plan is another");
    assert!(matches!(edit, Edit::AddPlan { .. }));
    Plan::clone(after.plans.last().unwrap())
}

#[test]
fn times_are_the_same_months_of_the_new_year() {
    use NewTime::{Kept, Moved, Unclear};
    for (from, to, time) in [
        ("Tháng 10/2026 - 5/2027", "Tháng 10/2027 - 5/2028", Moved),
        ("Tháng 9/2026 đến tháng 5/2027", "Tháng 9/2027 đến tháng 5/2028", Moved),
        ("Quý I/2027", "Quý I/2028", Moved),
        ("Năm học 2026-2027", "Năm học 2027-2028", Moved),
        ("Năm học 2026 – 2027", "Năm học 2027 – 2028", Moved),
        ("Trước ngày 30/10/2026", "Trước ngày 30/10/2027", Moved),
        ("15/12/2026", "15/12/2027", Moved),
        ("Đến hết tháng 5/2027", "Đến hết tháng 5/2028", Moved),
        ("Tháng 7/2026", "Tháng 7/2027", Moved),
        ("Năm học 2026-27", "Năm học 2027-28", Moved),
        ("Học kỳ II", "Học kỳ II", Kept),
        ("Tháng 10", "Tháng 10", Kept),
        ("Hằng tháng", "Hằng tháng", Kept),
        ("Cuối học kỳ I", "Cuối học kỳ I", Kept),
        // Work of several years ends when it was to end.
        ("2025-2030", "2025-2030", Kept),
        ("Giai đoạn 2025-2028", "Giai đoạn 2025-2028", Kept),
        ("Giai đoạn 2025-2026", "Giai đoạn 2025-2026", Unclear),
        ("Tháng 9/2026 đến tháng 5/2028", "Tháng 9/2026 đến tháng 5/2028", Kept),
        // What is not understood, or would be over.
        ("Theo kế hoạch của Sở", "Theo kế hoạch của Sở", Unclear),
        ("", "", Unclear),
        ("Tháng 10/2025", "Tháng 10/2025", Unclear),
    ] {
        let dossier = dossier(plan(vec![row(item(10, from, None))]));
        let offered = &offered(&dossier).items[0];
        assert_eq!((offered.to.typed.as_str(), offered.time), (to, time), "{from}");
    }
}

#[test]
fn what_a_person_said_of_a_time_goes_with_it() {
    let said = Period { end: Some(date(2027, 2, 28)), ..Period::default() };
    let mut one = item(10, "như đã thống nhất", None);
    one.time.corrected = Some(said);
    let dossier = dossier(plan(vec![row(one)]));
    let mut offer = offered(&dossier);
    let later = Some(Period { end: Some(date(2028, 2, 28)), ..Period::default() });
    assert_eq!(offer.items[0].to.corrected, later);
    assert_eq!(offer.items[0].time, NewTime::Moved);
    assert_eq!(made(&dossier, &offer).items().next().unwrap().time.corrected, later);
    offer.items[0].set_time("Tháng 3/2028".into());
    let new = made(&dossier, &offer);
    assert_eq!(new.items().next().unwrap().time, Typed::new("Tháng 3/2028"));
}

#[test]
fn unfinished_recurring_and_long_work_is_taken_where_nobody_says_otherwise() {
    let (done, going, not) = (Some(Status::Done), Some(Status::UnderWay), Some(Status::NotDone));
    for (time, status, why, take) in [
        ("Tháng 10", None, Why::Unfinished, true),
        ("Tháng 10", Some(Status::NotStarted), Why::Unfinished, true),
        ("Tháng 10", going, Why::Unfinished, true),
        ("Tháng 10", not, Why::Unfinished, true),
        ("Tháng 10", done, Why::Done, false),
        ("Tháng 10", Some(Status::Dropped), Why::Dropped, false),
        ("2025-2030", going, Why::SeveralYears, true),
        ("2025-2030", done, Why::SeveralYears, true),
        ("2025-2030", Some(Status::Dropped), Why::Dropped, false),
        ("Hằng tháng", done, Why::Recurs, true),
        ("Thường xuyên", None, Why::Recurs, true),
        ("Theo kế hoạch của Sở", None, Why::Unfinished, true),
    ] {
        let dossier = dossier(plan(vec![row(item(10, time, status))]));
        let offered = &offered(&dossier).items[0];
        assert_eq!((offered.why, offered.take), (why, take), "{time} {status:?}");
    }
}

/// A plan in which every kind of year stands.
fn full() -> Plan {
    let bold = Run { bold: true, ..Run::plain("2026 - 2027") };
    let runs = vec![Run::plain("Kế hoạch giáo dục năm học "), bold, Run::plain(" của trường.")];
    let mixed = Paragraph { runs, ..Paragraph::default() };
    let words = |text: &str| Block::Paragraph(Paragraph::plain(Level::Dash, text));
    let part = Part {
        id: Id(2),
        blocks: vec![
            words("Báo cáo tự đánh giá năm học 2025 - 2026."),
            Block::Paragraph(mixed),
            words("Chiến lược phát triển giai đoạn 2025 - 2030, nhiệm kỳ 2026 - 2027."),
            words("Kế hoạch số 12/KH-UBND ngày 02/9/2026."),
            words("Nộp báo cáo trước ngày 05 tháng 6 năm 2027; ngân sách năm 2026."),
        ],
        ..Part::default()
    };
    let group = |id, title: &str| {
        Row::Group(Arc::new(Group { id: Id(id), title: title.into(), ..Group::default() }))
    };
    let first = Item {
        target: "Tăng từ 36% năm học 2025 - 2026 lên 45% năm học 2026 - 2027".into(),
        responsible: Typed::new("Phan Mai Hương"),
        result: "Đã làm trong năm học 2026 - 2027".into(),
        percent: Some(80),
        problem: Some(Id(30)),
        ..item(10, "Tháng 10/2026", Some(Status::UnderWay))
    };
    let second = Item { problem: Some(Id(31)), ..item(11, "Tháng 9", Some(Status::Done)) };
    let rows = vec![
        group(20, "Tiêu chuẩn 1"),
        row(first),
        row(second),
        group(21, "Tiêu chuẩn 2"),
        row(item(12, "Tháng 3/2027", Some(Status::Done))),
        group(22, "Tiêu chuẩn 3"),
    ];
    let problem = |id| Arc::new(Problem { id: Id(id), ..Problem::default() });
    let mut plan = plan(rows);
    plan.number = "32".into();
    plan.date = PlanDate { day: Some(10), month: Some(9), year: Some(2026) };
    plan.subject =
        vec!["Cải tiến chất lượng năm học 2026 - 2027, tiếp nối năm học 2025-2026".into()];
    plan.parts = vec![Arc::new(part)];
    plan.problems = vec![problem(30), problem(31), problem(32)];
    plan.letterhead.leaders = vec![Leader { name: "Phan Mai Hương".into(), ..Leader::default() }];
    plan.signatures =
        vec![Signature { id: Id(40), name: "Phan Mai Hương".into(), ..Signature::default() }];
    plan
}

#[test]
fn every_year_that_would_change_is_named_with_its_places() {
    let dossier = dossier(full());
    let offer = offered(&dossier);
    let said: Vec<(ChangeKind, &str, &str, usize, bool)> = offer
        .changes
        .iter()
        .map(|one| (one.kind, one.from.as_str(), one.to.as_str(), one.places.len(), one.take))
        .collect();
    assert_eq!(
        said,
        [
            (ChangeKind::SchoolYear, "2026 - 2027", "2027 - 2028", 3, true),
            (ChangeKind::SchoolYear, "2025 - 2026", "2026 - 2027", 2, true),
            (ChangeKind::Date, "2027", "2028", 1, true),
            (ChangeKind::Year, "2026", "2027", 1, false),
            (ChangeKind::Figure, "45%", "45%", 1, false),
            (ChangeKind::Figure, "36%", "36%", 1, false),
            (ChangeKind::Person, "Phan Mai Hương", "Phan Mai Hương", 2, false),
        ]
    );
    let kept: Vec<Aside> = offer.kept.iter().map(|one| one.why).collect();
    assert_eq!(kept, [Aside::Period, Aside::Term, Aside::Cited, Aside::Baseline]);
    // The report on this year may not be there yet.
    let look: Vec<TextOf> =
        offer.changes[1].places.iter().filter(|place| place.look).map(|place| place.of).collect();
    assert_eq!(look, [TextOf::Block(Id(2), 0)]);
    assert_eq!(offer.date, PlanDate { day: None, month: Some(9), year: Some(2027) });
}

#[test]
fn all_words_are_read_from_the_old_plan_and_none_is_written_twice() {
    let dossier = dossier(full());
    let offer = offered(&dossier);
    let new = made(&dossier, &offer);
    // 2025-2026 does not become 2027-2028 by way of 2026-2027; its hyphen stays as typed.
    assert_eq!(
        new.subject,
        ["Cải tiến chất lượng năm học 2027 - 2028, tiếp nối năm học 2026-2027"]
    );
    let words: Vec<String> = new.parts[0].stretch(0).iter().map(Paragraph::text).collect();
    assert_eq!(
        words,
        [
            "Báo cáo tự đánh giá năm học 2026 - 2027.",
            "Kế hoạch giáo dục năm học 2027 - 2028 của trường.",
            "Chiến lược phát triển giai đoạn 2025 - 2030, nhiệm kỳ 2026 - 2027.",
            "Kế hoạch số 12/KH-UBND ngày 02/9/2026.",
            "Nộp báo cáo trước ngày 05 tháng 6 năm 2028; ngân sách năm 2026.",
        ]
    );
    assert!(new.parts[0].stretch(0)[1].runs[1].bold);
    let items: Vec<&Arc<Item>> = new.items().collect();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].target, "Tăng từ 36% năm học 2025 - 2026 lên 45% năm học 2027 - 2028");
    assert_eq!(items[0].time.typed, "Tháng 10/2027");
    // What became of the work stays with the old plan.
    assert_eq!((items[0].status, items[0].percent, items[0].result.as_str()), (None, None, ""));
    assert_eq!((new.school_year, new.number.as_str(), new.date), (year(2027), "", offer.date));
    // Groups of whose work nothing goes along stay behind; one that was empty goes along.
    let titles: Vec<&str> = new
        .rows
        .iter()
        .filter_map(|row| match row {
            Row::Group(group) => Some(group.title.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(titles, ["Tiêu chuẩn 1", "Tiêu chuẩn 3"]);
    // So do problems: the one of the work, and the one that no work answers.
    assert_eq!(new.problems.len(), 2);
    assert_eq!(items[0].problem, Some(new.problems[0].id));
}

#[test]
fn a_name_inside_another_is_not_the_persons() {
    let mut plan = plan(vec![row(Item {
        target: "Nguyễn Văn Anh, Nguyễn Văn An và Trần Nguyễn Văn An".into(),
        ..item(10, "Tháng 10", None)
    })]);
    let leader = |name: &str| Leader { name: name.into(), ..Leader::default() };
    plan.letterhead.leaders = vec![leader("Nguyễn Văn An"), leader("Trần Nguyễn Văn An")];
    let dossier = dossier(plan);
    let mut offer = offered(&dossier);
    for change in &mut offer.changes {
        if change.from == "Nguyễn Văn An" {
            (change.take, change.to) = (true, "Lê Bình".into());
        }
    }
    let new = made(&dossier, &offer);
    let target = &new.items().next().unwrap().target;
    assert_eq!(target, "Nguyễn Văn Anh, Lê Bình và Trần Nguyễn Văn An");
}

#[test]
fn what_may_not_be_there_in_the_new_year_is_to_be_looked_at() {
    for (text, look) in [
        ("Kế hoạch số 120/KH-UBND ngày 15/8/2026 về nhiệm vụ năm học 2026 - 2027", true),
        ("Quyết định số 5/QĐ-UBND ngày 15/8/2026; năm học 2026 - 2027", false),
        ("Tổ chức trước ngày 29/02/2027", true),
        ("Tổ chức trước ngày 29 tháng 02 năm 2027", true),
        ("Tổ chức trước ngày 28/02/2027", false),
        ("29 lớp, tháng 02/2027", false),
    ] {
        let one = Item { actions: text.into(), ..item(10, "Tháng 10", None) };
        let offer = offered(&dossier(plan(vec![row(one)])));
        let looks: Vec<bool> =
            offer.changes.iter().flat_map(|one| &one.places).map(|place| place.look).collect();
        assert_eq!(looks, [look], "{text}");
    }
}

#[test]
fn only_what_was_ticked_is_written_anew() {
    let dossier = dossier(full());
    let mut offer = offered(&dossier);
    for change in &mut offer.changes {
        change.take = false;
    }
    let new = made(&dossier, &offer);
    assert_eq!(new.subject, dossier.plans[0].subject);
    assert_eq!(new.parts[0].blocks, dossier.plans[0].parts[0].blocks);
    // A person may name the new head, and a new figure.
    for change in &mut offer.changes {
        match change.kind {
            ChangeKind::Person => (change.take, change.to) = (true, "Lương Quốc Tuấn".into()),
            ChangeKind::Figure if change.from == "45%" => {
                (change.take, change.to) = (true, "55%".into());
            }
            _ => {}
        }
    }
    let new = made(&dossier, &offer);
    assert_eq!(new.signatures[0].name, "Lương Quốc Tuấn");
    let item = new.items().next().unwrap();
    assert_eq!(item.responsible.typed, "Lương Quốc Tuấn");
    assert!(item.target.contains("lên 55%"));
    // Without the words of the parts their tables stay.
    offer.parts = false;
    let new = made(&dossier, &offer);
    assert_eq!(new.parts.len(), 1);
    assert_eq!(new.parts[0].blocks, []);
}

#[test]
fn what_was_chosen_goes_over_to_the_offer_of_the_plan_as_it_is_now() {
    let mut plan = full();
    let before = {
        let mut offer = offered(&dossier(plan.clone()));
        offer.changes[0].places[1].take = false;
        offer.changes[1].take = false;
        offer.items[0].set_time("Tháng 11/2027".into());
        offer
    };
    plan.label = "bản đã sửa".into();
    let mut anew = offered(&dossier(plan));
    anew.take_over(before.clone());
    assert_eq!(anew, before);
}

#[test]
fn places_of_work_that_is_not_taken_are_not_counted() {
    let mut plan = full();
    if let Row::Item(item) = &mut plan.rows[4] {
        Arc::make_mut(item).actions = "Tổng kết năm học 2026 - 2027".into();
    }
    let dossier = dossier(plan);
    let mut offer = offered(&dossier);
    let count = |offer: &Offer| offer.places(&offer.changes[0]).count();
    assert_eq!((offer.changes[0].places.len(), count(&offer)), (4, 3));
    offer.items[2].take = true;
    assert_eq!((count(&offer), offer.taken(), offer.unclear()), (4, 2, 0));
}

#[test]
fn every_criterion_of_2018_has_an_answer_among_those_of_2026() {
    use caitien::library::{catalogue, catalogues, correspondence};
    let old = catalogues().iter().filter(|one| one.has_level_4);
    let mut count = 0;
    for from in old {
        let preschool = from.school_kinds.contains(&"preschool".to_owned());
        let to = if preschool { "tt57-2026-preschool" } else { "tt57-2026-general" };
        let table = correspondence(&from.id, to).unwrap();
        assert!(!table.verified_against_official_text);
        let new = catalogue(to).unwrap();
        let codes: BTreeSet<String> = from.codes().into_iter().collect();
        let known: BTreeSet<String> = table.criteria.keys().cloned().collect();
        assert_eq!(known, codes, "{}", from.id);
        for code in table.criteria.values().flatten() {
            assert!(new.criterion(code).is_some(), "{code}");
        }
        assert!(table.criteria.values().all(|answers| !answers.is_empty()));
        count += 1;
    }
    assert_eq!(count, 6);
}

#[test]
fn work_goes_under_the_criteria_that_answer_to_its_old_ones() {
    use caitien::library::{catalogue, correspondence};
    let old = catalogue("tt18-2018-secondary").unwrap();
    let new = catalogue("tt57-2026-general").unwrap();
    let of = |id, code: &str, text: Option<&str>| {
        let name = old.criterion_text(code).unwrap();
        row(Item {
            criteria: vec![code.to_owned()],
            criterion_text: text.map_or(name, str::to_owned),
            level_now: Some(2),
            level_target: Some(3),
            ..item(id, "Tháng 10", None)
        })
    };
    let group = |id, number: u8| {
        let title = format!("Tiêu chuẩn {number}");
        Row::Group(Arc::new(Group {
            id: Id(id),
            title,
            standard: Some(number),
            ..Group::default()
        }))
    };
    let mut plan = plan(vec![
        group(20, 3),
        of(10, "3.6", None),
        of(11, "3.1", Some("Tiêu chí 3.1 và sân tập")),
        group(21, 1),
        of(12, "1.6", None),
        group(22, 5),
        of(13, "5.6", None),
        row(item(14, "Tháng 11", None)),
    ]);
    plan.catalogue = Some(old.id.clone());
    let dossier = dossier(plan);
    let mut offer = offered(&dossier);
    let table = correspondence(&old.id, &new.id);
    offer.recast = Some(Recast::new(&dossier.plans[0], old, new, table));
    let recast = offer.recast.as_mut().unwrap();
    let answers: Vec<(&str, Option<&str>)> =
        recast.criteria.iter().map(|one| (one.from.as_str(), one.to.as_deref())).collect();
    assert_eq!(
        answers,
        [("1.6", Some("1.3")), ("3.1", Some("4.1")), ("3.6", Some("4.1")), ("5.6", Some("3.5"))]
    );
    // The person says otherwise of one.
    recast.criteria[3].to = Some("3.2".into());
    let made = made(&dossier, &offer);
    assert_eq!(made.catalogue.as_deref(), Some("tt57-2026-general"));
    let said: Vec<String> = made
        .rows
        .iter()
        .map(|row| match row {
            Row::Group(group) => format!("{:?}", group.standard),
            Row::Item(item) => format!("{} {}", item.content, item.criteria.join(" ")),
            Row::Band(_) => String::new(),
        })
        .collect();
    assert_eq!(
        said,
        [
            "Việc 14 ",
            "Some(1)",
            "Việc 12 1.3",
            "Some(3)",
            "Việc 13 3.2",
            "Some(4)",
            "Việc 10 4.1",
            "Việc 11 4.1",
        ]
    );
    let items: Vec<&Arc<Item>> = made.items().collect();
    assert_eq!(items[1].criterion_text, new.criterion_text("1.3").unwrap());
    // The levels of the old catalogue go; what else stands over its rows does not.
    for (text, stays) in [("MỨC 1, 2, 3", false), ("Việc của học kỳ I", true)] {
        let mut plan = Plan::clone(&dossier.plans[0]);
        let band = Band { id: Id(30), text: text.into() };
        plan.rows.insert(0, Row::Band(Arc::new(band)));
        let dossier = Dossier { plans: vec![Arc::new(plan)], ..dossier.clone() };
        let made = self::made(&dossier, &offer);
        assert_eq!(made.rows.iter().any(|row| matches!(row, Row::Band(_))), stays, "{text}");
        assert_eq!(made.items().count(), 5);
    }
    // A person's own words stay.
    assert_eq!(items[4].criterion_text, "Tiêu chí 3.1 và sân tập");
    assert!(items.iter().all(|item| item.level_now.is_none() && item.level_target.is_none()));
}

#[test]
fn the_new_plan_may_take_another_form_in_the_same_step() {
    use caitien::library::{FORM_2_2026, TABLE_2018, form};
    let mut dossier = dossier(full());
    Arc::make_mut(&mut dossier.plans[0]).form = TABLE_2018;
    let of = |id| Arc::clone(form(&Dossier::default(), &id).unwrap());
    let mut offer = offered(&dossier);
    offer.form = Some(NewForm { to: of(FORM_2_2026), from: of(TABLE_2018) });
    let new = made(&dossier, &offer);
    assert_eq!((new.form.clone(), new.school_year), (FORM_2_2026, year(2027)));
    let wanted = offer.form.as_ref().unwrap().to.parts.len();
    // The new form's parts come in, and the part that a person added is still there.
    assert_eq!(new.parts.len(), wanted + 1);
    let own = new.parts.iter().find(|part| part.key.is_none()).unwrap();
    assert_eq!(own.stretch(0)[0].text(), "Báo cáo tự đánh giá năm học 2026 - 2027.");
    assert_eq!(new.reviews.len(), 2);
    assert_eq!(new.items().count(), 1);
}

#[test]
fn the_samples_plan_goes_on_into_its_next_year() {
    let dossier = caitien::library::sample().unwrap();
    let old = dossier.newest_plan().unwrap();
    let offer = offer(&dossier, old, year(old.school_year.second()));
    let edit = make(&dossier, &offer, &mut FreshIds::from(dossier.next_id)).unwrap();
    let after = apply(&dossier, &edit).unwrap();
    let new = after.newest_plan().unwrap();
    let ids: BTreeSet<Id> = new.ids().collect();
    assert!(old.ids().all(|id| !ids.contains(&id)));
    assert_eq!(new.items().count(), offer.taken());
    // Its years do not stand behind in any text but where they are said of something else.
    let mut behind = Vec::new();
    caitien::plan::each_text_of(new, &mut |of, text| {
        if text.contains("2025") && !matches!(of, TextOf::Field(RecordId::Row(_), Field::Time)) {
            behind.push(text.to_owned());
        }
    });
    assert_eq!(behind, [""; 0]);
}
