//! A paper that was given out: these very bytes are printed and exported, whatever is written
//! afterwards.

use std::fs;
use std::sync::Arc;

use caitien::document::papers::since_issued;
use caitien::document::updated_document;
use caitien::edit::{FreshIds, apply};
use caitien::export::plan_pdf;
use caitien::library;
use caitien::plan::{
    Bytes, Dossier, Event, Frozen, Id, LogEntry, Paper as PaperOf, Plan, Row, Scan, Typed,
};
use caitien::session::{
    Answer, Edition, IssueOrder, Job, Paper, PaperKind, PaperOrder, propose_paper,
};
use caitien::year::frozen::{damaged, freeze, sha256, thaw};
use jiff::civil::date;

use super::made::{close, followed, propose, put, tables, text};
use crate::headless::Desk;
use crate::layout::FACES;
use crate::word::tree::parts;

/// Gives a plan out, as the window does.
fn issue(dossier: &Dossier, plan: Id) -> Dossier {
    let plan = dossier.plan(plan).unwrap();
    let entry = LogEntry {
        id: Id::default(),
        at: date(2026, 9, 10).at(8, 0, 0, 0),
        event: Event::Issued,
        about: None,
        who: "Bà Đặng Thị Thu Hà".into(),
        text: String::new(),
    };
    let order = IssueOrder {
        dossier: Arc::new(dossier.clone()),
        plan: Arc::clone(plan),
        form: Arc::clone(library::form_of(dossier, plan).unwrap()),
        entry,
    };
    let Answer::Issued(made) = Job::Issue(Box::new(order)).run() else { panic!("it is made") };
    let mut fresh = FreshIds::from(dossier.next_id);
    apply(dossier, &made.unwrap().edit(|| fresh.give())).unwrap()
}

/// The sample given out, and its first piece of work put off afterwards.
fn given_out() -> (Dossier, Id) {
    let (dossier, id) = followed(&[None]);
    let mut dossier = issue(&dossier, id);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    let first =
        plan.rows.iter_mut().find_map(|row| if let Row::Item(it) = row { Some(it) } else { None });
    Arc::make_mut(first.unwrap()).time = Typed::new("Tháng 02/2027");
    put(&mut dossier, plan);
    (dossier, id)
}

fn made(dossier: &Dossier, id: Id, present: bool) -> Vec<u8> {
    let plan = dossier.plan(id).unwrap();
    let order = PaperOrder {
        dossier: Arc::new(dossier.clone()),
        plan: Arc::clone(plan),
        form: Arc::clone(library::form_of(dossier, plan).unwrap()),
        edition: Edition { plan: id, revision: 0, present },
        wanted: Vec::new(),
    };
    let Answer::Paper(made, _) = Job::Paper(Box::new(order)).run() else { panic!("it is made") };
    let made = made.unwrap();
    assert_eq!(made.sizes.len(), made.preview.page_count());
    assert!(made.words.text(0).contains("KẾ HOẠCH"));
    made.bytes.to_vec()
}

#[test]
fn the_copy_is_the_paper_known_by_its_hash_and_its_plan_gives_that_paper_again() {
    let (dossier, id) = followed(&[None]);
    let plan = dossier.plan(id).unwrap();
    let paper = plan_pdf(&dossier, plan, library::form_of(&dossier, plan).unwrap(), &FACES);
    let paper = paper.unwrap();
    let issued = issue(&dossier, id);
    let plan = issued.plan(id).unwrap();
    let copy = plan.issued_copy().unwrap();
    assert_eq!(copy.pdf.as_slice(), paper);
    assert_eq!(copy.sha256, sha256(&paper));
    assert_eq!(plan.log.last().map(|entry| entry.event), Some(Event::Issued));
    let body = thaw(copy, plan).unwrap();
    let again = plan_pdf(&body, &body.plans[0], &body.forms[0], &FACES).unwrap();
    assert!(again == paper, "the words of the copy are those of the paper");
}

#[test]
fn preview_and_export_give_these_very_bytes_after_any_change() {
    let (dossier, id) = given_out();
    let plan = dossier.plan(id).unwrap();
    let form = library::form_of(&dossier, plan).unwrap();
    let pdf = plan.issued_pdf().unwrap();
    assert!(made(&dossier, id, false) == pdf.as_slice());
    let Some(Paper::Issued(bytes)) = PaperKind::Pdf.paper(&dossier, plan, form, false) else {
        panic!("what was given out");
    };
    assert!(&bytes == pdf);
    let Some(Paper::Word(word)) = PaperKind::Word.paper(&dossier, plan, form, false) else {
        panic!("a Word file");
    };
    // A Word file is corrected and comes back: it has the words of today, and says so.
    let said = format!("{:?}", word.blocks);
    assert!(said.contains("Tháng 02/2027") && said.contains("DỰ THẢO"), "{said}");
    // While nothing changed since, they are what was given out.
    let (dossier, id) = followed(&[None]);
    let dossier = issue(&dossier, id);
    let word = PaperKind::Word.paper(&dossier, dossier.plan(id).unwrap(), form, false);
    let Some(Paper::Word(word)) = word else { panic!("a Word file") };
    assert!(!format!("{:?}", word.blocks).contains("DỰ THẢO"));
    // Whatever stands on paper counts, and what nobody can read was not given out.
    let harms: [fn(&mut Plan); 3] = [
        |plan| plan.signatures[0].name = "Lương Quốc Tuấn".into(),
        |plan| plan.number = "33".into(),
        |plan| Arc::make_mut(&mut plan.frozen[0]).body = Bytes::default(),
    ];
    for harm in harms {
        let mut plan = Plan::clone(dossier.plan(id).unwrap());
        harm(&mut plan);
        let word = PaperKind::Word.paper(&dossier, &plan, form, false);
        let Some(Paper::Word(word)) = word else { panic!("a Word file") };
        assert!(format!("{:?}", word.blocks).contains("DỰ THẢO"));
    }
}

#[test]
fn a_report_that_was_written_on_is_a_draft_in_word_headless() {
    let (mut dossier, id) = followed(&[None]);
    let plan = dossier.plan(id).unwrap();
    let report = propose_paper(&dossier, plan, PaperOf::Report, Some(plan.reviews[1].id)).unwrap();
    let report = report.with_ids(&mut |_| {
        let id = dossier.next_id;
        dossier.next_id = id.next();
        id
    });
    let of_report = report.id;
    dossier.plans.push(Arc::new(report));
    let given = issue(&dossier, of_report);
    let mut written = given.clone();
    let mut report = Plan::clone(written.plan(of_report).unwrap());
    report.subject.push("(đã sửa)".into());
    put(&mut written, report);
    let desk = Desk::new();
    for (dossier, name, draft) in [(given, "g", false), (written, "w", true)] {
        let file = desk.path(&format!("{name}.caitien"));
        drop(caitien::store::create(&file, &dossier, caitien::platform::file_identity).unwrap());
        let what = format!("--plan|{}|--what|report|--review|2|--to|{name}.docx", id.0);
        desk.done(&format!("export|{name}.caitien|{what}"));
        let bytes = fs::read(desk.path(&format!("{name}.docx"))).unwrap();
        let text = &parts(&bytes)["word/document.xml"];
        assert_eq!(text.contains("DỰ THẢO"), draft, "{name}");
    }
}

#[test]
fn the_present_words_carry_the_mark_of_a_draft() {
    let (dossier, id) = given_out();
    let plan = dossier.plan(id).unwrap();
    let form = library::form_of(&dossier, plan).unwrap();
    let Some(Paper::Pdf(paper)) = PaperKind::Pdf.paper(&dossier, plan, form, true) else {
        panic!("the present words");
    };
    let said = format!("{:?}", paper.blocks);
    assert!(said.contains("Tháng 02/2027") && said.contains("DỰ THẢO"), "{said}");
    assert!(made(&dossier, id, true) != plan.issued_pdf().unwrap().as_slice());
    // The plan itself is not marked.
    assert!(!plan.options.draft_mark);
}

#[test]
fn what_changed_since_is_told_old_beside_new() {
    let (dossier, id) = followed(&[None]);
    assert_eq!(since_issued(&dossier, dossier.plan(id).unwrap()), None);
    let issued = issue(&dossier, id);
    let since = since_issued(&issued, issued.plan(id).unwrap()).unwrap();
    assert!(since.changes.is_empty());
    assert!(since.cited.starts_with("Số 32/KH-THCSNH, ngày "), "{}", since.cited);
    let (mut dossier, id) = given_out();
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    plan.working_groups[0].task.push_str(", báo cáo hằng tháng");
    put(&mut dossier, plan);
    let since = since_issued(&dossier, dossier.plan(id).unwrap()).unwrap();
    assert_eq!(since.changes.len(), 2);
    assert!(since.changes[0].after.ends_with("Tháng 02/2027"));
    assert!(since.changes[1].after.contains("báo cáo hằng tháng"));
    assert!(!since.changes[1].before.contains("báo cáo hằng tháng"));
}

#[test]
fn the_headless_export_gives_what_was_given_out() {
    let (dossier, id) = given_out();
    let desk = Desk::new();
    caitien::store::create(&desk.path("i.caitien"), &dossier, caitien::platform::file_identity)
        .unwrap();
    let pdf = dossier.plan(id).unwrap().issued_pdf().unwrap();
    let plan = format!("--plan|{}", id.0);
    desk.done(&format!("export|i.caitien|{plan}|--to|i.pdf"));
    assert!(fs::read(desk.path("i.pdf")).unwrap() == pdf.as_slice());
    // Its timeline is another paper, of the work as it stands.
    desk.done(&format!("export|i.caitien|{plan}|--what|timeline|--to|t.pdf"));
    assert!(fs::read(desk.path("t.pdf")).unwrap() != pdf.as_slice());
}

#[test]
fn what_was_given_out_and_what_changed_since_is_told_headless() {
    let (dossier, id) = given_out();
    let desk = Desk::new();
    caitien::store::create(&desk.path("i.caitien"), &dossier, caitien::platform::file_identity)
        .unwrap();
    let info: serde_json::Value = serde_json::from_str(&desk.done("info|i.caitien")).unwrap();
    let plans = info["plans"].as_array().unwrap();
    let plan = plans.iter().find(|plan| plan["id"] == id.0).unwrap();
    let issued = &plan["issued"];
    let copy = dossier.plan(id).unwrap().issued_copy().unwrap();
    assert_eq!(issued["number"], "32");
    assert_eq!(issued["sha256"], copy.sha256.as_str());
    assert_eq!((&issued["sent"], &issued["changed_since"]), (&false.into(), &1.into()));
    assert_eq!(plan["scans"], serde_json::json!([]));
    assert!(
        plans.iter().filter(|other| other["id"] != id.0).all(|other| other["issued"].is_null())
    );
    // The check says so, and no more once a plan amends it.
    let found = desk.run(&format!("check|i.caitien|--plan|{}|--today|2026-12-01", id.0));
    let found = String::from_utf8(found.stdout).unwrap();
    let line = found.lines().find(|line| line.ends_with("changed-since-issued")).unwrap();
    assert!(line.starts_with("note") && line.contains("1 thay đổi từ khi ban hành"), "{line}");
    let mut amended = dossier.clone();
    let plan = dossier.plan(id).unwrap();
    let mut supplement = propose_paper(&dossier, plan, PaperOf::Supplement, None).unwrap();
    supplement = supplement.with_ids(&mut |_| {
        let id = amended.next_id;
        amended.next_id = id.next();
        id
    });
    let amending = supplement.id;
    amended.plans.push(Arc::new(supplement));
    caitien::store::create(&desk.path("a.caitien"), &amended, caitien::platform::file_identity)
        .unwrap();
    let found = desk.run(&format!("check|a.caitien|--plan|{}|--today|2026-12-01", id.0));
    assert!(!String::from_utf8(found.stdout).unwrap().contains("changed-since-issued"));
    // Given out, it tells that change; another one is found anew, alone.
    let mut amended = issue(&amended, amending);
    let since = since_issued(&amended, amended.plan(id).unwrap()).unwrap();
    assert_eq!((since.changes.len(), since.open()), (1, 0));
    assert_eq!(propose_paper(&amended, amended.plan(id).unwrap(), PaperOf::Supplement, None), None);
    let mut plan = Plan::clone(amended.plan(id).unwrap());
    plan.working_groups[0].task.push_str(", báo cáo hằng tháng");
    put(&mut amended, plan);
    let plan = amended.plan(id).unwrap();
    assert_eq!(since_issued(&amended, plan).unwrap().open(), 1);
    let second = propose_paper(&amended, plan, PaperOf::Supplement, None).unwrap();
    assert_eq!(tables(&second, "changes")[0].rows.len(), 1);
}

/// The plan that amends this one, given out.
fn amend(dossier: &mut Dossier, id: Id) {
    let plan = dossier.plan(id).unwrap();
    let supplement = propose_paper(dossier, plan, PaperOf::Supplement, None).unwrap();
    let supplement = supplement.with_ids(&mut |_| {
        let id = dossier.next_id;
        dossier.next_id = id.next();
        id
    });
    let amending = supplement.id;
    dossier.plans.push(Arc::new(supplement));
    *dossier = issue(dossier, amending);
}

#[test]
fn a_report_tells_of_no_amendment_that_is_still_being_written() {
    let (mut dossier, id) = given_out();
    let told = |dossier: &Dossier| {
        let report = propose(dossier, id, PaperOf::Report, 1);
        text(&report).contains("được điều chỉnh, bổ sung 01 lần")
    };
    amend(&mut dossier, id);
    assert!(told(&dossier));
    let mut draft = Plan::clone(dossier.plans.last().unwrap());
    (draft.issued, draft.number) = (None, String::new());
    put(&mut dossier, draft);
    assert!(!told(&dossier));
}

#[test]
fn what_was_amended_and_taken_back_is_another_change() {
    let (mut dossier, id) = given_out();
    let rows = |dossier: &Dossier| dossier.plan(id).unwrap().rows.clone();
    let with = |dossier: &mut Dossier, rows: Vec<Row>| {
        let mut plan = Plan::clone(dossier.plan(id).unwrap());
        plan.rows = rows;
        put(dossier, plan);
    };
    let open = |dossier: &Dossier| since_issued(dossier, dossier.plan(id).unwrap()).unwrap().open();
    let original =
        thaw(dossier.plan(id).unwrap().issued_copy().unwrap(), dossier.plan(id).unwrap())
            .unwrap()
            .plans[0]
            .rows
            .clone();
    let (later, gone) = (rows(&dossier), original[1..].to_vec());
    amend(&mut dossier, id);
    assert_eq!(open(&dossier), 0);
    // As it was given out, again as amended, not at all: each is told once more.
    for rows in [&original, &later, &gone, &original, &gone] {
        with(&mut dossier, rows.clone());
        assert_eq!(open(&dossier), 1);
        amend(&mut dossier, id);
        assert_eq!(open(&dossier), 0);
    }
    let last = dossier.plans.last().unwrap();
    let row = &tables(last, "changes")[0].rows[0];
    assert_eq!(row.cells[3], "Không thực hiện");
}

/// The old side of a second amendment is what the first one put in force.
#[test]
fn an_amendment_of_what_was_amended_tells_only_what_is_new_beside_what_is_in_force() {
    let (mut dossier, id) = given_out();
    let first = |dossier: &mut Dossier, change: &dyn Fn(&mut caitien::plan::Item)| {
        let mut plan = Plan::clone(dossier.plan(id).unwrap());
        let item = plan.rows.iter_mut().find_map(|row| match row {
            Row::Item(item) => Some(Arc::make_mut(item)),
            _ => None,
        });
        change(item.unwrap());
        put(dossier, plan);
    };
    let told = |dossier: &Dossier| {
        let plan = dossier.plan(id).unwrap();
        let second = propose_paper(dossier, plan, PaperOf::Supplement, None).unwrap();
        let rows = &tables(&second, "changes")[0].rows;
        assert_eq!(rows.len(), 1);
        (rows[0].cells[2].clone(), rows[0].cells[3].clone())
    };
    amend(&mut dossier, id);
    // The time once more.
    first(&mut dossier, &|item| item.time = Typed::new("Tháng 4/2027"));
    let times =
        ("Thời gian thực hiện: Tháng 02/2027".into(), "Thời gian thực hiện: Tháng 4/2027".into());
    assert_eq!(told(&dossier), times);
    // Another text alone: the time stays as it was amended.
    first(&mut dossier, &|item| {
        item.time = Typed::new("Tháng 02/2027");
        item.target = "Đạt mức 3".into();
    });
    let (before, after) = told(&dossier);
    assert!(!before.contains("Thời gian") && after == "Mục tiêu cải tiến: Đạt mức 3", "{before}");
    amend(&mut dossier, id);
    // What two amendments told is known together.
    let since = since_issued(&dossier, dossier.plan(id).unwrap()).unwrap();
    assert_eq!((since.changes.len(), since.open()), (1, 0));
    first(&mut dossier, &|item| item.target.clear());
    let (before, after) = told(&dossier);
    assert_eq!((&*before, &*after), ("Mục tiêu cải tiến: Đạt mức 3", "Mục tiêu cải tiến: bỏ"));
}

#[test]
fn what_is_empty_now_or_was_is_said_and_what_is_not_printed_is_no_change() {
    let (dossier, id) = followed(&[None]);
    let mut dossier = issue(&dossier, id);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    let Some(Row::Item(item)) = plan.rows.iter_mut().find(|row| row.as_item().is_some()) else {
        panic!("an item")
    };
    let (item, target) = (Arc::make_mut(item), "Mục tiêu cải tiến: ");
    item.target.clear();
    // No column of Biểu 2 prints it.
    item.note = "Chỉ để nhớ".into();
    put(&mut dossier, plan.clone());
    let changes = since_issued(&dossier, &plan).unwrap().changes;
    assert_eq!(changes.len(), 1);
    assert!(changes[0].before.starts_with(target) && !changes[0].before.contains('\n'));
    assert_eq!(changes[0].after, format!("{target}bỏ"));
}

#[test]
fn a_part_that_is_gone_since_is_a_change() {
    let (dossier, id) = followed(&[None]);
    let mut dossier = issue(&dossier, id);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    plan.parts.retain(|part| part.key.as_deref() != Some("purpose"));
    put(&mut dossier, plan);
    let changes = since_issued(&dossier, dossier.plan(id).unwrap()).unwrap().changes;
    assert_eq!(changes.len(), 1);
    assert!(changes[0].what.starts_with("Phần ") && !changes[0].before.is_empty());
    assert_eq!(changes[0].after, "");
}

#[test]
fn what_was_given_out_and_reviewed_is_known_in_the_file_it_comes_into() {
    let (mut dossier, id) = given_out();
    close(&mut dossier, id, 0);
    let host = crate::document::sample();
    let merged = caitien::import::into(&host, &dossier, library::forms_of_papers());
    merged.check_rules().unwrap();
    let at = dossier.plans.iter().position(|plan| plan.id == id).unwrap();
    let (old, new) = (&dossier.plans[at], &merged.plans[host.plans.len() + at]);
    assert!(old.id != new.id);
    // The very bytes, and yet what they tell of is known.
    let bytes = |plan: &Plan| plan.frozen.iter().map(|copy| copy.body.clone()).collect::<Vec<_>>();
    assert_eq!((bytes(old), old.issued_pdf()), (bytes(new), new.issued_pdf()));
    let since = |dossier: &Dossier, plan: &Plan| since_issued(dossier, plan).unwrap();
    assert_eq!(since(&merged, new), since(&dossier, old));
    assert_eq!(since(&merged, new).changes.len(), 1);
    let shown = |dossier: &Dossier, plan: &Plan| {
        updated_document(dossier, plan, library::form_of(dossier, plan).unwrap()).unwrap()
    };
    assert_eq!(shown(&merged, new), shown(&dossier, old));
}

#[test]
fn a_copy_that_is_damaged_is_told_of() {
    type Harm = fn(&mut Frozen, &Frozen);
    let harms: [Harm; 5] = [
        |copy, _| copy.body = Bytes::new(vec![1, 2, 3]),
        |copy, _| copy.body = Bytes::default(),
        |copy, _| copy.pdf = Bytes::new(b"%PDF-1.4".to_vec()),
        |copy, _| copy.sha256 = "00".into(),
        |copy, minutes| copy.body = minutes.body.clone(),
    ];
    let (mut dossier, id) = given_out();
    close(&mut dossier, id, 0);
    let minutes = propose(&dossier, id, PaperOf::Minutes, 0);
    let form = library::form_of(&dossier, &minutes).unwrap();
    let body = freeze(&dossier, &minutes, form);
    let other = Frozen { body, ..(**dossier.plan(id).unwrap().issued_copy().unwrap()).clone() };
    assert_eq!(damaged(dossier.plan(id).unwrap()), 0);
    for harm in harms {
        let mut plan = Plan::clone(dossier.plan(id).unwrap());
        harm(Arc::make_mut(&mut plan.frozen[0]), &other);
        assert_eq!(damaged(&plan), 1);
    }
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    for copy in &mut plan.frozen {
        Arc::make_mut(copy).body = Bytes::default();
    }
    put(&mut dossier, plan);
    let desk = Desk::new();
    caitien::store::create(&desk.path("d.caitien"), &dossier, caitien::platform::file_identity)
        .unwrap();
    let info = desk.info("d.caitien");
    let plan = info["plans"].as_array().unwrap().iter().find(|plan| plan["id"] == id.0).unwrap();
    assert_eq!(
        (&plan["issued"]["damaged"], &plan["reviews"][0]["damaged"]),
        (&true.into(), &true.into())
    );
    assert!(plan["issued"]["changed_since"].is_null() && plan["reviews"][1]["damaged"].is_null());
    let found = desk.run(&format!("check|d.caitien|--plan|{}|--today|2026-12-01", id.0));
    let found = String::from_utf8(found.stdout).unwrap();
    let line = found.lines().find(|line| line.ends_with("damaged-copy")).unwrap();
    assert!(line.starts_with("error") && line.contains("2 bản chốt"), "{line}");
}

#[test]
fn problems_and_tables_of_words_that_were_given_out_are_compared_too() {
    let (dossier, id) = followed(&[None]);
    let mut dossier = issue(&dossier, id);
    let since =
        |dossier: &Dossier| since_issued(dossier, dossier.plan(id).unwrap()).unwrap().changes;
    assert_eq!(since(&dossier), []);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    Arc::make_mut(&mut plan.problems[0]).weakness = "Thiếu phòng học bộ môn".into();
    put(&mut dossier, plan);
    let changes = since(&dossier);
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].what, "Vấn đề trọng tâm cần cải tiến");
    assert!(changes[0].after.contains("Thiếu phòng học bộ môn"));
    assert!(!changes[0].before.contains("Thiếu phòng học bộ môn"));
}

#[test]
fn a_scan_whose_file_is_gone_or_another_is_told_of_headless() {
    let (mut dossier, id) = followed(&[None]);
    let desk = Desk::new();
    let place = caitien::messages::scans::place_of(&desk.path("d.caitien"));
    fs::create_dir(&place.folder).unwrap();
    let at = date(2026, 9, 10).at(8, 0, 0, 0);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    for (nth, (name, kept)) in
        [("a.pdf", "%PDF-a"), ("b.pdf", "other"), ("c.pdf", "")].iter().enumerate()
    {
        let (id, name) = (Id(dossier.next_id.0 + u32::try_from(nth).unwrap()), (*name).to_owned());
        if !kept.is_empty() {
            fs::write(place.folder.join(&name), kept).unwrap();
        }
        plan.scans.push(Scan { id, name, sha256: sha256(b"%PDF-a"), at });
    }
    dossier.next_id = Id(dossier.next_id.0 + 3);
    put(&mut dossier, plan);
    caitien::store::create(&desk.path("d.caitien"), &dossier, caitien::platform::file_identity)
        .unwrap();
    let info = desk.info("d.caitien");
    let plan = info["plans"].as_array().unwrap().iter().find(|plan| plan["id"] == id.0).unwrap();
    assert_eq!(plan["lost_scans"], serde_json::json!(["b.pdf", "c.pdf"]));
}
