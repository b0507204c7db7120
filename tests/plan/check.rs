//! What the check finds, and how it says it.

use std::sync::Arc;

use caitien::check::{Finding, FindingKind, Given, Severity, check};
use caitien::embedded;
use caitien::library;
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::messages::{finding_fix, finding_sentence, place_name};
use caitien::plan::{
    Block, Catalogue, Concession, Dossier, Field, Form, FormId, FormPart, GivenUp, Group, Id,
    InfoField, Item, Level, Paragraph, Part, Period, Place, Plan, PlanDate, Row, SchoolYear,
    Signature, Spot, TableKind, Typed, WorkingGroup,
};
use jiff::civil::date;

/// What a check is told beside the plan, on a paper of which nothing is to be told.
pub fn given<'a>() -> Given<'a> {
    Given {
        lacks: &|_| false,
        concessions: &[],
        reference: library::reference(),
        catalogues: library::catalogues(),
        changed: 0,
        damaged: 0,
        today: date(2026, 10, 1),
    }
}

/// A plan on which nothing is found, to which each test adds one fault.
pub fn clean() -> Dossier {
    let year = SchoolYear::starting(2026).unwrap();
    let mut plan = Plan::empty(year);
    plan.id = Id(1);
    plan.number = "12".into();
    plan.date = PlanDate { day: Some(15), month: Some(9), year: Some(2026) };
    plan.letterhead.school = "Trường THCS Hoa Mai".into();
    plan.letterhead.place = "Hoa Mai".into();
    plan.subject = vec!["Cải tiến chất lượng giáo dục năm học 2026 - 2027".into()];
    plan.symbol = "KH-THCSHM".into();
    plan.recipients = vec!["Lưu: VT".into()];
    plan.signatures = vec![Signature {
        position: "Hiệu trưởng".into(),
        name: "Vũ Thị Lan".into(),
        ..Signature::default()
    }];
    plan.catalogue = Some("tt18-2018-secondary".into());
    plan.rows = vec![Row::Item(Arc::new(item(10, "1.6")))];
    plan.parts = vec![Arc::new(Part {
        id: Id(5),
        heading: "Nội dung".into(),
        blocks: vec![
            Block::Rows,
            Block::Paragraph(Paragraph::plain(Level::None, "Các bộ phận nghiêm túc thực hiện./.")),
        ],
        ..Part::default()
    })];
    let catalogue = embedded::catalogues()
        .iter()
        .filter_map(|json| Catalogue::from_json(json).ok())
        .find(|catalogue| catalogue.id == "tt18-2018-secondary")
        .unwrap();
    Dossier {
        next_id: Id(100),
        plans: vec![Arc::new(plan)],
        catalogues: vec![Arc::new(catalogue)],
        ..Dossier::default()
    }
}

fn item(id: u32, code: &str) -> Item {
    Item {
        id: Id(id),
        criteria: if code.is_empty() { Vec::new() } else { vec![code.into()] },
        criterion_text: format!("Tiêu chí {code}"),
        target: format!("Đạt mức 2 ở việc thứ {id}"),
        responsible: Typed::new("Hiệu trưởng"),
        budget: Typed::new("Không"),
        support: "Không".into(),
        time: Typed { typed: "Tháng 10".into(), corrected: Some(october()) },
        ..Item::default()
    }
}

fn october() -> Period {
    Period { start: Some(date(2026, 10, 1)), end: Some(date(2026, 10, 31)), ..Period::default() }
}

pub fn findings_with(
    change: impl FnOnce(&mut Plan),
    lacks: &dyn Fn(char) -> bool,
) -> (Dossier, Vec<Finding>) {
    let mut dossier = clean();
    change(Arc::make_mut(&mut dossier.plans[0]));
    let plan = &dossier.plans[0];
    let form = caitien::library::form_of(&dossier, plan).unwrap();
    let findings = check(&dossier, plan, form, &Given { lacks, ..given() });
    (dossier, findings)
}

/// The findings after a change, as "severity, place" lines.
#[track_caller]
fn check_plan(change: impl FnOnce(&mut Plan), expect: &[(&str, &str)]) {
    let (dossier, findings) = findings_with(change, &|c| c == '☃');
    let found: Vec<(&str, String)> = findings
        .iter()
        .map(|finding| (finding.severity.name(), place_name(&dossier, &finding.place)))
        .collect();
    let expect: Vec<(&str, String)> =
        expect.iter().map(|(severity, place)| (*severity, (*place).to_owned())).collect();
    assert_eq!(found, expect);
    for finding in &findings {
        let sentence = finding_sentence(&dossier, finding);
        assert!(sentence.ends_with('.') && !sentence.contains(['\t', '\n']), "{sentence}");
    }
}

pub fn set_item(plan: &mut Plan, change: impl FnOnce(&mut Item)) {
    let Row::Item(item) = &mut plan.rows[0] else { panic!("no item") };
    change(Arc::make_mut(item));
}

fn set_time(plan: &mut Plan, period: Period) {
    set_item(plan, |item| {
        item.time = Typed { typed: "như đã ghi".into(), corrected: Some(period) }
    });
}

#[test]
fn a_date_that_no_calendar_has_is_an_error() {
    let on = |day, month, year| PlanDate { day, month, year };
    for (date, expect) in [
        (on(Some(31), Some(2), Some(2026)), &["error"][..]),
        (on(Some(31), Some(4), None), &["note", "error"]),
        // It exists, and lies outside the plan's year.
        (on(Some(29), Some(2), Some(2024)), &["warning"]),
        (on(Some(31), None, Some(2026)), &["note"]),
    ] {
        let place = "Thông tin, Ngày ban hành";
        let expect: Vec<_> = expect.iter().map(|severity| (*severity, place)).collect();
        check_plan(|plan| plan.date = date, &expect);
    }
}

const TIME: &str = "Bảng cải tiến, tiêu chí 1.6, Thời gian";
const CRITERION: &str = "Bảng cải tiến, tiêu chí 1.6 (dòng 3)";

#[test]
fn nothing_is_found_in_a_clean_plan() {
    check_plan(|_| {}, &[]);
}

#[test]
fn work_over_before_the_year_is_an_error_and_after_it_a_note() {
    let until = |day, before| {
        move |plan: &mut Plan| {
            set_time(plan, Period { end: Some(day), before, ..Period::default() });
        }
    };
    check_plan(until(date(2026, 7, 31), false), &[("error", TIME)]);
    check_plan(until(date(2026, 8, 1), false), &[]);
    check_plan(until(date(2026, 8, 1), true), &[("error", TIME)]);
    let began = |start| {
        let end = Some(date(2026, 8, 31));
        move |plan: &mut Plan| {
            set_time(plan, Period { start: Some(start), end, ..Period::default() });
        }
    };
    // August prepares the year, and ends the one before.
    check_plan(began(date(2026, 8, 3)), &[]);
    check_plan(began(date(2025, 9, 1)), &[("error", TIME)]);
    check_plan(until(date(2027, 8, 31), false), &[]);
    check_plan(until(date(2027, 9, 1), true), &[]);
    check_plan(until(date(2027, 9, 1), false), &[("note", TIME)]);
}

#[test]
fn a_time_nobody_understands_is_a_note() {
    check_plan(|plan| set_time(plan, Period::default()), &[("note", TIME)]);
}

#[test]
fn a_code_the_catalogue_lacks_is_an_error() {
    let with = |code: &'static str| {
        move |plan: &mut Plan| set_item(plan, |item| item.criteria = vec![code.into()])
    };
    check_plan(with("9.9"), &[("error", "Bảng cải tiến, tiêu chí 9.9")]);
    check_plan(with("M4.1"), &[]);
    check_plan(with("M4.99"), &[("error", "Bảng cải tiến, tiêu chí 99 của Mức 4")]);
    check_plan(
        |plan| {
            plan.catalogue = None;
            set_item(plan, |item| item.criteria = vec!["9.9".into()]);
        },
        &[],
    );
}

#[test]
fn a_criterion_at_two_places_is_an_error_but_items_in_a_row_under_it_are_one_place() {
    let rows = |codes: &'static [&'static str]| {
        move |plan: &mut Plan| {
            plan.rows =
                (20..).zip(codes).map(|(id, code)| Row::Item(Arc::new(item(id, code)))).collect();
        }
    };
    check_plan(rows(&["1.6", "1.6", "1.6"]), &[]);
    check_plan(rows(&["1.6", "1.7", "1.6"]), &[("error", CRITERION)]);
    // A blank criterion cell reads on from the one above.
    check_plan(
        |plan| {
            rows(&["1.6", "", "1.6"])(plan);
            let Row::Item(item) = &mut plan.rows[1] else { panic!("no item") };
            Arc::make_mut(item).criterion_text.clear();
        },
        &[],
    );
}

#[test]
fn a_group_between_parts_two_places_only_where_the_form_prints_it() {
    let parted = |form| {
        move |plan: &mut Plan| {
            plan.form = form;
            let group = Group { id: Id(30), title: "Tiêu chuẩn 1".into(), ..Group::default() };
            plan.rows.push(Row::Group(Arc::new(group)));
            plan.rows.push(Row::Item(Arc::new(item(31, "1.6"))));
        }
    };
    let second = "Bảng cải tiến, tiêu chí 1.6 (dòng 2)";
    check_plan(parted(TABLE_2018), &[("error", second)]);
    check_plan(parted(FORM_2_2026), &[]);
}

#[test]
fn an_empty_field_is_a_warning_only_where_the_form_prints_it() {
    let emptied = |form| {
        move |plan: &mut Plan| {
            plan.form = form;
            set_item(plan, |item| {
                item.target.clear();
                item.responsible = Typed::default();
                item.time = Typed::default();
            });
        }
    };
    let row = "Bảng cải tiến, tiêu chí 1.6";
    check_plan(
        emptied(TABLE_2018),
        &[
            ("warning", &format!("{row}, Kết quả cần đạt")),
            ("warning", &format!("{row}, Chủ trì, phối hợp")),
            ("warning", &format!("{row}, Thời gian")),
        ],
    );
    check_plan(
        emptied(NARRATIVE),
        &[("warning", &format!("{row}, Thời gian")), ("warning", &format!("{row}, Phụ trách"))],
    );
    check_plan(
        emptied(FORM_2_2026),
        &[
            ("warning", &format!("{row}, Mục tiêu cải tiến")),
            ("warning", &format!("{row}, Thời gian")),
            ("warning", &format!("{row}, Phụ trách")),
        ],
    );
}

#[test]
fn a_row_without_a_word_is_found_once() {
    check_plan(
        |plan| plan.rows.push(Row::Item(Arc::new(Item { id: Id(40), ..Item::default() }))),
        &[("warning", "Bảng cải tiến, dòng 2")],
    );
}

#[test]
fn a_character_the_font_lacks_is_found_where_it_is_printed() {
    check_plan(
        |plan| set_item(plan, |item| item.target = "Đạt ☃☃".into()),
        &[("error", "Bảng cải tiến, tiêu chí 1.6, Kết quả cần đạt")],
    );
    check_plan(|plan| set_item(plan, |item| item.evidence = "☃".into()), &[]);
    check_plan(
        |plan| plan.letterhead.school = "Trường ☃".into(),
        &[("error", "Thông tin, Tên trường")],
    );
}

#[test]
fn the_end_mark_closes_the_last_printed_paragraph() {
    let place = "Nội dung, phần I “Nội dung”";
    let last = |text: &'static str| {
        move |plan: &mut Plan| {
            let part = Arc::make_mut(&mut plan.parts[0]);
            part.blocks[1] = Block::Paragraph(Paragraph::plain(Level::None, text));
        }
    };
    check_plan(last("Hết."), &[("warning", place)]);
    check_plan(last("Hết ./.  "), &[]);
    check_plan(|plan| plan.parts.clear(), &[("warning", "Nội dung, đoạn mở đầu")]);
    let opening_last = |plan: &mut Plan| {
        plan.parts.clear();
        plan.opening = vec![Paragraph::plain(Level::None, "Các bộ phận thực hiện./.")];
    };
    check_plan(opening_last, &[]);
    // An empty line after it is none.
    let empty_line = |plan: &mut Plan| {
        Arc::make_mut(&mut plan.parts[0])
            .blocks
            .push(Block::Paragraph(Paragraph::plain(Level::None, " ")));
    };
    check_plan(empty_line, &[]);
}

#[test]
fn a_part_is_named_by_the_number_it_has_on_paper() {
    let snow = |id, heading: &str| {
        Arc::new(Part {
            id: Id(id),
            heading: heading.into(),
            blocks: vec![Block::Paragraph(Paragraph::plain(Level::None, "☃"))],
            ..Part::default()
        })
    };
    check_plan(
        |plan| drop(plan.parts.splice(0..0, [snow(6, ""), snow(7, "Mục đích")])),
        &[("error", "Nội dung, phần không có tên"), ("error", "Nội dung, phần I “Mục đích”")],
    );
}

#[test]
fn a_lacking_character_is_said_once_a_place() {
    let change = |plan: &mut Plan| {
        plan.letterhead.school = "Trường ☃".into();
        plan.recipients = vec!["☃ ☂ ☃".into(), "Lưu: ☂".into()];
    };
    let (_, findings) = findings_with(change, &|c| matches!(c, '☃' | '☂'));
    let places: Vec<&Spot> = findings.iter().map(|finding| &finding.place.at).collect();
    let recipients = Spot::Info(InfoField::Recipients);
    assert_eq!(places, [&Spot::Info(InfoField::School), &recipients, &recipients]);
}

#[test]
fn a_blank_number_or_date_is_a_note() {
    check_plan(|plan| plan.number = " ".into(), &[("note", "Thông tin, Số văn bản")]);
    check_plan(|plan| plan.date.day = None, &[("note", "Thông tin, Ngày ban hành")]);
}

#[test]
fn findings_come_in_the_order_of_the_document() {
    let (_, findings) = findings_with(
        |plan| {
            plan.number.clear();
            plan.recipients = vec!["Lưu: ☃".into()];
            set_item(plan, |item| item.target.clear());
        },
        &|c| c == '☃',
    );
    let spots: Vec<Spot> = findings.into_iter().map(|finding| finding.place.at).collect();
    assert_eq!(
        spots,
        [
            Spot::Info(InfoField::Number),
            Spot::Row(Id(10), Some(Field::Target)),
            Spot::Info(InfoField::Recipients)
        ]
    );
}

#[test]
fn a_place_that_is_gone_still_has_a_name() {
    let dossier = clean();
    let gone = Place { plan: Id(9), at: Spot::Row(Id(77), Some(Field::Time)) };
    assert_eq!(place_name(&dossier, &gone), "Bảng cải tiến, Thời gian");
    assert_eq!(Severity::ALL.map(Severity::name), ["error", "warning", "note"]);
}

#[test]
fn a_finding_of_a_time_quotes_what_was_typed() {
    let change = |plan: &mut Plan| set_time(plan, Period::default());
    let (_, findings) = findings_with(change, &|_| false);
    let typed = "như đã ghi".to_owned();
    assert_eq!(findings[0].kind, FindingKind::TimeNotUnderstood { typed });
}

#[test]
fn a_plan_without_work_is_found_only_where_its_form_has_a_table() {
    let kinds = |blocks: Vec<Block>| {
        let mut dossier = clean();
        let plan = Arc::make_mut(&mut dossier.plans[0]);
        plan.form = FormId::of("own");
        plan.rows.clear();
        plan.parts.clear();
        let part = FormPart {
            key: "content".into(),
            heading: "Nội dung".into(),
            blocks,
            official_words_differ: false,
        };
        let form = Form { parts: vec![part], ..Form::empty(FormId::of("own")) };
        let findings = check(&dossier, &dossier.plans[0], &form, &given());
        findings.iter().any(|finding| finding.kind == FindingKind::NoContent)
    };
    assert!(kinds(vec![Block::Rows]));
    assert!(!kinds(vec![Block::Paragraph(Paragraph::plain(Level::None, "Chữ"))]));
}

#[test]
fn the_end_mark_may_stand_in_the_last_cell_or_the_last_task() {
    let shown_last = |block: Block| {
        move |plan: &mut Plan| {
            let words = Block::Paragraph(Paragraph::plain(Level::None, "Các việc như sau:"));
            Arc::make_mut(&mut plan.parts[0]).blocks = vec![words, Block::Rows];
            set_item(plan, |item| item.note = "Hết./.".into());
            if block == Block::Groups {
                let task = "Thực hiện kế hoạch./.".into();
                plan.working_groups = vec![WorkingGroup { task, ..WorkingGroup::default() }];
                Arc::make_mut(&mut plan.parts[0]).blocks.push(Block::Groups);
            }
        }
    };
    check_plan(shown_last(Block::Rows), &[]);
    check_plan(shown_last(Block::Groups), &[]);
}

#[test]
fn what_stands_in_for_an_empty_cell_is_read_as_well() {
    let change = |plan: &mut Plan| {
        plan.form = FORM_2_2026;
        set_item(plan, |item| item.criterion_text = "Tiêu chí ☃".into());
    };
    let (_, findings) = findings_with(change, &|c| c == '☃');
    let missing = |finding: &&Finding| finding.kind == FindingKind::MissingCharacter('☃');
    let at: Vec<&Spot> = findings.iter().filter(missing).map(|one| &one.place.at).collect();
    assert_eq!(at, [&Spot::Row(Id(10), Some(Field::CriterionText))]);
}

#[test]
fn spaces_of_every_kind_are_never_asked_of_the_font() {
    let change = |plan: &mut Plan| set_item(plan, |item| item.target = "Đạt\u{A0}mức".into());
    let (_, findings) = findings_with(change, &|c| c == '\u{A0}');
    assert_eq!(findings, []);
}

#[test]
fn work_without_a_code_parts_two_places_of_a_criterion() {
    let between = |text: &'static str| {
        move |plan: &mut Plan| {
            let other = Item { criterion_text: text.into(), ..item(11, "") };
            plan.rows.push(Row::Item(Arc::new(other)));
            plan.rows.push(Row::Item(Arc::new(item(12, "1.6"))));
        }
    };
    check_plan(between("Việc chung"), &[("error", CRITERION)]);
    // A blank criterion reads on from the cell above.
    check_plan(between(""), &[]);
}

#[test]
fn a_crowded_table_is_told_with_what_helps() {
    let mut dossier = clean();
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    plan.options.tables_across = false;
    let form = caitien::library::form_of(&dossier, &dossier.plans[0]).unwrap();
    let found = |upright, size, given_up| {
        let concession = Concession { table: TableKind::Rows, upright, size, given_up };
        let paper = Given { concessions: &[concession], ..given() };
        let mut findings = check(&dossier, &dossier.plans[0], form, &paper);
        findings.retain(|finding| matches!(finding.kind, FindingKind::Crowded { .. }));
        findings.pop().map(|one| (finding_sentence(&dossier, &one), finding_fix(&one), one))
    };
    // What only the clerk sees is no finding.
    assert!(found(true, 11, GivenUp::TitlePairs).is_none());
    let (words, button, finding) = found(true, 10, GivenUp::Codes).unwrap();
    assert_eq!(finding.place.at, Spot::Table);
    assert!(words.contains("cỡ chữ 10") && words.contains("khổ ngang"), "{words}");
    assert!(words.contains("“Ghi chú”"), "an empty column may be hidden: {words}");
    assert!(!words.contains("Kết quả"), "one with words may not: {words}");
    assert_eq!(button, Some("Bảng in khổ ngang"));
    let mended = caitien::edit::apply(&dossier, &finding.mending().unwrap()).unwrap();
    assert!(mended.plans[0].options.tables_across);
    let (words, button, _) = found(false, 11, GivenUp::Labels).unwrap();
    assert!(words.contains("Ẩn cột") && !words.contains("khổ ngang") && button.is_none());
    let (words, ..) = found(false, 9, GivenUp::Words).unwrap();
    assert!(words.contains("ngắt giữa chừng"), "{words}");
}
