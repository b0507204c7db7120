//! A form of a Sở's own, from its JSON file to paper: brought in, written in, saved, opened
//! again, checked and printed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use caitien::check::{FindingKind, Given, check};
use caitien::edit::make::new_plan;
use caitien::edit::{Edit, EditError, PlanEdit, apply};
use caitien::export::{plan_docx, plan_pdf};
use caitien::import::{self, Content, GridCell, GridRow, ImportError, Limits, Problem, Shown};
use caitien::library::{self, Bringing, FORM_2_2026, TABLE_2018};
use caitien::plan::{
    Column, Dossier, Field, Form, FormId, Id, Item, Letterhead, Plan, Row, SchoolYear, Spot, Typed,
};
use caitien::{platform, store};
use jiff::civil::date;

const OWN: &str = include_str!("../files/own-form.json");

/// A paper of which nothing is to be told.
fn plain<'a>() -> Given<'a> {
    Given {
        lacks: &|_| false,
        concessions: &[],
        reference: caitien::library::reference(),
        catalogues: caitien::library::catalogues(),
        changed: 0,
        damaged: 0,
        today: jiff::civil::date(2026, 10, 1),
    }
}

fn own() -> Form {
    import::form(OWN.as_bytes()).unwrap()
}

/// A dossier with the form, and with one plan newly made in it.
fn written() -> Dossier {
    let form = own();
    let school = Letterhead { school: "Trường THCS Hoa Sữa".into(), ..Letterhead::default() };
    let year = SchoolYear::starting(2026).unwrap();
    let mut plan = new_plan(&school, year, &form, None, date(2026, 9, 8), Id(1));
    let item = Item {
        id: Id(90),
        content: "Phòng học bộ môn".into(),
        target: "Đủ 04 phòng đạt chuẩn".into(),
        actions: "Sửa chữa, mua sắm".into(),
        time: Typed::new("Tháng 10"),
        responsible: Typed::new("Phó Hiệu trưởng"),
        evidence: "Biên bản nghiệm thu".into(),
        ..Item::default()
    };
    plan.rows.push(Row::Item(Arc::new(item)));
    Dossier {
        next_id: Id(100),
        plans: vec![Arc::new(plan)],
        forms: vec![Arc::new(form)],
        ..Dossier::default()
    }
}

/// The words of a PDF, by `pdftotext` where it is there.
fn words_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.pdf"), folder.path().join("a.txt"));
    std::fs::write(&from, pdf).unwrap();
    let done = Command::new("pdftotext").arg(&from).arg(&to).status().ok()?;
    assert!(done.success());
    let text = std::fs::read_to_string(&to).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_plan_in_a_form_of_ones_own_is_saved_opened_checked_and_printed() {
    let dossier = written();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    drop(store::create(&path, &dossier, platform::file_identity).unwrap());
    let opened = store::read(&path).unwrap();
    assert_eq!(opened, dossier);

    let plan = &opened.plans[0];
    let form = library::form_of(&opened, plan).unwrap();
    let findings = check(&opened, plan, form, &plain());
    let empty_time = |plan: &Plan| {
        let mut plan = plan.clone();
        let item = Item { time: Typed::default(), ..Item::clone(plan.item(Id(90)).unwrap()) };
        plan.rows = vec![Row::Item(Arc::new(item))];
        check(&opened, &plan, form, &plain())
    };
    let about_time = |findings: &[caitien::check::Finding]| {
        let at = Spot::Row(Id(90), Some(Field::Time));
        findings.iter().any(|one| one.place.at == at && one.kind == FindingKind::EmptyField)
    };
    assert!(!about_time(&findings));
    assert!(about_time(&empty_time(plan)), "the form prints the time");

    let bytes = plan_pdf(&opened, plan, form, library::faces().unwrap()).unwrap();
    let Some(words) = words_of(&bytes) else { return };
    for expected in [
        "I. CĂN CỨ",
        "II. NỘI DUNG THỰC HIỆN",
        "III. KIỂM TRA",
        "Việc cần làm",
        "Sản phẩm",
        "Đợt kiểm tra",
        "Đợt 1",
        "Trường THCS Hoa Sữa lập kế hoạch này",
        "Đủ 04 phòng đạt chuẩn",
        "Biên bản nghiệm thu",
    ] {
        assert!(words.contains(expected), "{expected:?} is not on paper: {words}");
    }
    assert!(!words.contains('{'), "{words}");
}

#[test]
fn a_plan_in_a_form_of_ones_own_is_a_word_file_with_the_columns_of_the_form() {
    let dossier = written();
    let plan = &dossier.plans[0];
    let form = library::form_of(&dossier, plan).unwrap();
    let bytes = plan_docx(&dossier, plan, form, library::faces().unwrap()).unwrap();
    let source = import::docx(&bytes).unwrap();
    let tables: Vec<Vec<Vec<String>>> = source
        .blocks
        .iter()
        .filter_map(|block| if let Shown::Table(grid) = block { Some(grid) } else { None })
        .map(|grid| {
            let row = |row: &GridRow| row.cells.iter().map(GridCell::text).collect();
            grid.rows.iter().map(row).collect()
        })
        .collect();
    let rows = tables.iter().find(|table| table[0].len() == 7).unwrap();
    let title = |column: &Column| column.title.clone();
    let shown = form.rows.iter().filter(|column| !column.hidden);
    assert_eq!(rows[0], shown.map(title).collect::<Vec<_>>());
    assert_eq!(rows[1], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]);
    assert_eq!(rows[2][1..3], ["Phòng học bộ môn", "Đủ 04 phòng đạt chuẩn"]);
    let reviews = tables.iter().find(|table| table[0].len() == 2 && table.len() > 2).unwrap();
    assert_eq!(reviews[0], ["Đợt kiểm tra", "Kết quả"]);
    let lines: Vec<String> = source
        .blocks
        .iter()
        .filter_map(|block| if let Shown::Line(line) = block { Some(line.text()) } else { None })
        .collect();
    assert!(lines.contains(&"II. Nội dung thực hiện".to_owned()), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("Trường THCS Hoa Sữa lập kế hoạch này")));
}

#[test]
fn what_a_form_of_ones_own_says_is_what_its_columns_are_called() {
    let form = own();
    assert_eq!(form.rows.iter().filter(|column| !column.hidden).count(), 7);
    let name = |field| caitien::messages::column_name(&form, caitien::plan::TableKind::Rows, field);
    assert_eq!(name(Field::Evidence), "Sản phẩm");
    assert_eq!(name(Field::Note), "Ghi chú", "no column of its own");
}

#[test]
fn a_plan_goes_to_a_form_of_ones_own_and_back() {
    let dossier = written();
    let change = |dossier: &Dossier, to: &FormId| {
        let from = library::form_of(dossier, &dossier.plans[0]).unwrap().clone();
        let form = library::form(dossier, to).unwrap().clone();
        let change = PlanEdit::ChangeForm { form, from, first_id: dossier.next_id };
        apply(dossier, &Edit::InPlan { plan: Id(1), change }).unwrap()
    };
    let there = change(&dossier, &TABLE_2018);
    assert_eq!(there.plans[0].form, TABLE_2018);
    let back = change(&there, &own().id);
    assert_eq!(back.plans[0].rows, dossier.plans[0].rows);
    assert_eq!(library::forms(&back).len(), 4);
}

#[test]
fn the_same_form_changes_nothing_and_another_of_its_name_is_refused() {
    let dossier = written();
    assert_eq!(library::bringing(&dossier, &own()), Bringing::AlreadyThere);
    let edit = Edit::AddForm(Arc::new(own()));
    assert_eq!(apply(&dossier, &edit).unwrap(), dossier);
    let other = Form { name: "Mẫu khác".into(), ..own() };
    assert_eq!(
        library::bringing(&dossier, &other),
        Bringing::Taken(FormId::new("so-gddt-nguyet-ha-2"))
    );
    assert_eq!(apply(&dossier, &Edit::AddForm(Arc::new(other))), Err(EditError::FormTaken));
    // A form inside the program has its name as well.
    let official = Form { id: FORM_2_2026, ..own() };
    assert!(matches!(library::bringing(&dossier, &official), Bringing::Taken(_)));
}

#[test]
fn plans_of_another_file_bring_their_form_along() {
    let into = |dossier: &Dossier, incoming: &Dossier| {
        import::into(dossier, incoming, library::embedded_forms())
    };
    let incoming = written();
    let once = into(&Dossier::default(), &incoming);
    assert_eq!(once.forms, incoming.forms);
    assert_eq!(into(&once, &incoming).forms.len(), 1, "the same form once more");
    // One of the same name and another content comes in under a fresh one.
    let mut other = incoming.clone();
    Arc::make_mut(&mut other.forms[0]).name = "Mẫu khác".into();
    let both = into(&once, &other);
    let plan = both.plans.last().unwrap();
    assert_eq!(plan.form, FormId::new("so-gddt-nguyet-ha-2"));
    assert_eq!(library::form_of(&both, plan).unwrap().name, "Mẫu khác");
    assert_eq!(into(&both, &other).forms.len(), 2, "the other once more");
    // So does one that bears the name of a form of the program.
    let mut disguised = incoming;
    Arc::make_mut(&mut disguised.forms[0]).id = TABLE_2018;
    Arc::make_mut(&mut disguised.plans[0]).form = TABLE_2018;
    let next = into(&Dossier::default(), &disguised);
    assert_eq!(next.plans[0].form, FormId::new("table-2018-2"));
}

/// The form's JSON with one text replaced by another.
#[track_caller]
fn check_refused(from: &str, to: &str, place: &str, problem: &Problem) {
    assert!(OWN.contains(from), "{from}");
    let json = OWN.replacen(from, to, 1);
    let refused = import::form(json.as_bytes());
    let expect = ImportError::At { place: place.to_owned(), problem: problem.clone() };
    assert_eq!(refused, Err(expect));
}

#[test]
fn a_form_in_which_no_plan_can_be_written_is_refused_with_its_place() {
    let field = |name: &str| Problem::NoSuchField(name.to_owned());
    check_refused(r#""field": "time""#, r#""field": "when""#, "rows[4].field", &field("when"));
    check_refused(
        r#""field": "when""#,
        r#""field": "target""#,
        "reviews[0].field",
        &field("target"),
    );
    let twice = Problem::RepeatedCode("target".to_owned());
    check_refused(r#""field": "time""#, r#""field": "target""#, "rows[4].field", &twice);
    let twice = Problem::RepeatedCode("content".to_owned());
    check_refused(r#""key": "checking""#, r#""key": "content""#, "parts[2].key", &twice);
    let unknown = Problem::UnknownWord("{schoool}".to_owned());
    check_refused("{school}", "{schoool}", "opening[0].runs[0].text", &unknown);
    let bad = Problem::BadName("Sở".to_owned());
    check_refused("so-gddt-nguyet-ha", "Sở", "id", &bad);
    check_refused("Mẫu của Sở Nguyệt Hà", "", "name", &Problem::Empty);
    check_refused(
        r#"{"kind": "rows"}"#,
        r#"{"kind": "rows"}, {"kind": "rows"}"#,
        "parts[1].blocks[1]",
        &Problem::RepeatedBlock,
    );
    check_refused(r#"{"kind": "rows"}"#, r#"{"kind": "problems"}"#, "problems", &Problem::Empty);
    let key = Problem::UnknownKey("wide".to_owned());
    check_refused(
        r#"{"kind": "rows"}"#,
        r#"{"kind": "rows", "wide": true}"#,
        "parts[1].blocks[0]",
        &key,
    );
    let long = "a".repeat(4_001);
    check_refused("Sản phẩm", &long, "rows[6].title", &Problem::TooMany { limit: 4_000 });
}

#[test]
fn a_file_says_what_it_is_and_older_catalogues_do_not() {
    let kind = |json: &str| match import::file(json.as_bytes(), Limits::default()) {
        Ok(Content::Dossier(_)) => "dossier",
        Ok(Content::Form(_)) => "form",
        Ok(Content::Catalogue(_)) => "catalogue",
        Err(_) => "refused",
    };
    assert_eq!(kind(OWN), "form");
    assert_eq!(kind(r#"{"kind": "catalogue", "id": "a", "circular": "1/2027"}"#), "catalogue");
    assert_eq!(kind(r#"{"id": "a", "circular": "1/2027"}"#), "catalogue");
    assert_eq!(kind(r#"{"format": 1}"#), "dossier");
    assert_eq!(kind(r#"{"kind": "minutes"}"#), "refused");
}

fn caitien(words: &[&dyn AsRef<std::ffi::OsStr>]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caitien"));
    command.args(words.iter().map(AsRef::as_ref)).output().unwrap()
}

#[track_caller]
fn check_exit(output: &Output, code: i32) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert_eq!(said.trim().lines().count(), usize::from(code == 2), "{said}");
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_command_brings_a_form_in_and_a_form_that_is_nowhere_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let dossier = folder.join("f.caitien");
    check_exit(&caitien(&[&"sample", &dossier]), 0);
    let form = write(folder, "form.json", OWN);
    let before = std::fs::read(&dossier).unwrap();
    check_exit(&caitien(&[&"import", &form, &"--into", &dossier]), 0);
    assert_ne!(std::fs::read(&dossier).unwrap(), before);
    assert_eq!(store::read(&dossier).unwrap().forms.len(), 1);
    let once = std::fs::read(&dossier).unwrap();
    check_exit(&caitien(&[&"import", &form, &"--into", &dossier]), 0);
    assert!(std::fs::read(&dossier).unwrap() == once, "the same form changed the file");

    let other = write(folder, "other.json", &OWN.replacen("Mẫu của Sở", "Mẫu mới của Sở", 1));
    let refused = caitien(&[&"import", &other, &"--into", &dossier]);
    check_exit(&refused, 2);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--as"));
    check_exit(&caitien(&[&"import", &other, &"--into", &dossier, &"--as", &"mẫu mới"]), 2);
    check_exit(&caitien(&[&"import", &other, &"--into", &dossier, &"--as", &"so-moi"]), 0);
    let ids: Vec<String> =
        store::read(&dossier).unwrap().forms.iter().map(|form| form.id.to_string()).collect();
    assert_eq!(ids, ["so-gddt-nguyet-ha", "so-moi"]);

    // Plans in a form that is nowhere do not come in; a file that holds one is still opened.
    let lost = Dossier { forms: vec![], ..written() };
    let json = write(folder, "lost.json", &serde_json::to_string(&lost).unwrap());
    check_exit(&caitien(&[&"import", &json, &"--new", &folder.join("new.caitien")]), 2);
    let file = folder.join("lost.caitien");
    drop(store::create(&file, &lost, platform::file_identity).unwrap());
    check_exit(&caitien(&[&"info", &file]), 0);
    check_exit(&caitien(&[&"check", &file]), 2);
    check_exit(&caitien(&[&"export", &file, &"--to", &folder.join("a.pdf")]), 2);
}
