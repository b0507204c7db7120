//! Each rule of the check with what it finds, and with a look-alike on which it is silent.

use caitien::check::{Severity, is_ready};
use caitien::edit::apply;
use caitien::plan::{
    Block, Field, InfoField, Level, Paragraph, Period, Plan, Row, Run, RunField, Shown, Signature,
    Spot, Typed,
};
use caitien::understand::document_number;
use jiff::civil::date;
use std::sync::Arc;

use super::check::{findings_with, set_item};

/// The codes of what is found after a change, with their severities.
fn codes(change: impl FnOnce(&mut Plan)) -> Vec<(&'static str, Severity)> {
    let (_, findings) = findings_with(change, &|_| false);
    findings.into_iter().map(|finding| (finding.code, finding.severity)).collect()
}

/// Found once by this rule, with this severity, and by no other.
#[track_caller]
pub fn hit(code: &'static str, severity: Severity, change: impl FnOnce(&mut Plan)) {
    assert_eq!(codes(change), [(code, severity)]);
}

#[track_caller]
pub fn silent(change: impl FnOnce(&mut Plan)) {
    assert_eq!(codes(change), []);
}

use Severity::{Error, Note, Warning};

#[test]
fn a_plan_without_a_school_a_title_work_or_a_signer_is_not_ready() {
    hit("missing-school", Error, |plan| plan.letterhead.school = " \n".into());
    silent(|plan| plan.letterhead.governing_body.clear());

    hit("missing-title", Error, |plan| plan.subject = vec![" ".into()]);
    silent(|plan| plan.subject = vec![String::new(), "Cải tiến chất lượng".into()]);

    hit("missing-content", Error, |plan| plan.rows.clear());
    silent(|plan| {
        let Row::Item(item) = plan.rows[0].clone() else { panic!("no item") };
        plan.rows = vec![Row::Band(Arc::default()), Row::Item(item)];
    });

    hit("missing-signer", Error, |plan| plan.signatures.clear());
    hit("missing-signer", Error, |plan| plan.signatures[0].name.clear());
    hit("missing-signer", Error, |plan| plan.signatures[0].position = " ".into());
    silent(|plan| plan.signatures.push(Signature::default()));

    hit("missing-recipients", Warning, |plan| plan.recipients = vec![String::new()]);
    silent(|plan| plan.recipients = vec![String::new(), "Lưu: VT".into()]);
}

#[test]
fn an_empty_plan_is_not_ready_and_one_with_warnings_is() {
    let (_, findings) = findings_with(
        |plan| {
            let year = plan.school_year;
            let id = plan.id;
            *plan = Plan::empty(year);
            plan.id = id;
        },
        &|_| false,
    );
    assert!(!is_ready(&findings));
    let errors: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.severity == Error)
        .map(|finding| finding.code)
        .collect();
    assert_eq!(errors, ["missing-school", "missing-title", "missing-content", "missing-signer"]);
    let (_, findings) = findings_with(|plan| plan.recipients.clear(), &|_| false);
    assert!(is_ready(&findings));
}

#[test]
fn a_time_that_runs_backwards_is_an_error() {
    for typed in ["Tháng 5/2027 đến tháng 9/2026", "Từ 30/11/2026 đến 15/11/2026"] {
        hit("deadline-before-start", Error, |plan| {
            set_item(plan, |item| item.time = Typed::new(typed));
        });
    }
    hit("deadline-before-start", Error, |plan| {
        set_item(plan, |item| {
            item.time.corrected = Some(Period {
                start: Some(date(2026, 11, 2)),
                end: Some(date(2026, 11, 1)),
                ..Period::default()
            });
        });
    });
    silent(|plan| set_item(plan, |item| item.time = Typed::new("15/12/2026 - 20/01/2027")));
    hit("time-not-understood", Note, |plan| {
        set_item(plan, |item| item.time = Typed::new("Khi có kinh phí"));
    });
    silent(|plan| set_item(plan, |item| item.time = Typed::new("Thường xuyên")));
    hit("over-before-plan", Error, |plan| {
        set_item(plan, |item| item.time = Typed::new("Tháng 5/2026"));
    });
    hit("goes-on-after-plan", Note, |plan| {
        set_item(plan, |item| item.time = Typed::new("Giai đoạn 2026-2030"));
    });
}

#[test]
fn a_fill_word_left_anywhere_is_an_error_and_other_braces_are_text() {
    hit("fill-word-left", Error, |plan| {
        plan.bases = vec![Paragraph::plain(Level::None, "Căn cứ Thông tư số {circular};")];
    });
    hit("fill-word-left", Error, |plan| {
        set_item(plan, |item| item.note = "{school_year}".into());
    });
    hit("fill-word-left", Error, |plan| {
        let mut part = plan.parts[0].as_ref().clone();
        part.id = caitien::plan::Id(60);
        part.shown = Shown::NotInForm;
        part.heading = "Dành cho {pupils}".into();
        part.blocks.clear();
        plan.parts.push(Arc::new(part));
    });
    // Once a place, however often it stands there.
    hit("fill-word-left", Error, |plan| plan.recipients = vec!["Lưu: {head} {head}".into()]);
    silent(|plan| set_item(plan, |item| item.note = "{x}, {ghi sau}, {School}, { school }".into()));
    silent(|plan| plan.subject = vec!["Tập hợp {1; 2} và {".into()]);
}

#[test]
fn a_field_that_has_no_value_is_an_error_where_it_is_printed() {
    let field = |field| {
        let runs = vec![Run::plain("Tại "), Run { field: Some(field), ..Run::default() }];
        let mut paragraph = Paragraph { runs, ..Paragraph::default() };
        paragraph.runs.push(Run::plain(" này"));
        paragraph
    };
    let found = codes(|plan| {
        plan.letterhead.place.clear();
        plan.opening.push(field(RunField::Place));
        plan.fill_fields();
    });
    assert_eq!(found, [("missing-place", Warning), ("field-without-value", Error)]);
    silent(|plan| {
        plan.opening.push(field(RunField::Place));
        plan.fill_fields();
    });
    // What is not printed has time.
    hit("missing-place", Warning, |plan| {
        plan.letterhead.place.clear();
        let mut part = plan.parts[0].as_ref().clone();
        part.id = caitien::plan::Id(60);
        part.shown = Shown::Hidden;
        part.blocks = vec![Block::Paragraph(field(RunField::Place))];
        plan.parts.push(Arc::new(part));
        plan.fill_fields();
    });
}

#[test]
fn number_and_symbol_are_taken_as_meant() {
    #[track_caller]
    fn check(number: &str, symbol: &str, on_paper: &str) {
        assert_eq!(document_number(number, symbol).on_paper(), on_paper, "{number:?} {symbol:?}");
    }
    for number in ["05", "Số: 05", "Số 05", "số:05", "05/", "05/KH", "Số: 05/KH", "05/KH-THCSHM"]
    {
        check(number, "KH-THCSHM", "05/KH-THCSHM");
    }
    check("05 / kh-thcs hm", "KH-THCSHM", "05/KH-THCSHM");
    check("05", "05/KH-THCSHM", "05/KH-THCSHM");
    check("5", "05/KH-THCSHM", "5/KH-THCSHM");
    check("", "05/KH-THCSHM", "05/KH-THCSHM");
    check("05/KH-THCSHM", "", "05/KH-THCSHM");
    check("05", "/KH", "05/KH");
    check("05a", "KH", "05a/KH");
    // Two different things are said: nothing is taken away.
    check("05/QĐ", "KH-THCSHM", "05/QĐ/KH-THCSHM");
    check("05/K", "KH-THCSHM", "05/K/KH-THCSHM");
    check("05", "06/KH-THCSHM", "05/06/KH-THCSHM");
    check("Sổ 5", "KH", "Sổ 5/KH");
    check("", "KH-THCSHM", "/KH-THCSHM");
}

#[test]
fn a_number_that_holds_its_symbol_is_found_and_mended() {
    for (number, symbol, mended) in [
        ("Số: 05/KH", "KH-THCSHM", ("05", "KH-THCSHM")),
        ("05/KH-THCSHM", "KH-THCSHM", ("05", "KH-THCSHM")),
        ("05", "05/KH-THCSHM", ("05", "KH-THCSHM")),
    ] {
        let (dossier, findings) = findings_with(
            |plan| {
                plan.number = number.into();
                plan.symbol = symbol.into();
            },
            &|_| false,
        );
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!((finding.code, finding.severity), ("number-with-more", Warning));
        let after = apply(&dossier, &finding.mending().unwrap()).unwrap();
        let plan = &after.plans[0];
        assert_eq!((plan.number.as_str(), plan.symbol.as_str()), mended);
    }
    // Not for the program to decide.
    let (_, findings) = findings_with(|plan| plan.number = "05/QĐ".into(), &|_| false);
    assert_eq!(findings[0].code, "number-with-more");
    assert_eq!(findings[0].fix, None);
    // The whole of it in one field prints as it should.
    silent(|plan| {
        plan.number = "05/KH-THCSHM".into();
        plan.symbol.clear();
    });
}

#[test]
fn the_end_mark_is_mended_where_it_reads_well() {
    let last = |text: &'static str| {
        move |plan: &mut Plan| {
            let part = Arc::make_mut(&mut plan.parts[0]);
            part.blocks[1] = Block::Paragraph(Paragraph::plain(Level::None, text));
        }
    };
    let (dossier, findings) = findings_with(last("Các bộ phận thực hiện."), &|_| false);
    assert_eq!(findings[0].code, "end-mark-missing");
    let after = apply(&dossier, &findings[0].mending().unwrap()).unwrap();
    let Block::Paragraph(paragraph) = &after.plans[0].parts[0].blocks[1] else { panic!() };
    assert_eq!(paragraph.text(), "Các bộ phận thực hiện./.");
    let (_, findings) = findings_with(last("Các bộ phận:"), &|_| false);
    assert_eq!(findings[0].fix, None);
}

#[test]
fn codes_are_stable_and_each_finding_leads_to_its_place() {
    let (_, findings) = findings_with(
        |plan| {
            plan.number.clear();
            plan.letterhead.school.clear();
            set_item(plan, |item| item.criteria = vec!["9.9".into()]);
            let mut copy = plan.rows[0].clone();
            if let Row::Item(item) = &mut copy {
                Arc::make_mut(item).id = caitien::plan::Id(11);
                Arc::make_mut(item).time = Typed::default();
            }
            plan.rows.push(copy);
            plan.signatures.clear();
        },
        &|_| false,
    );
    let found: Vec<(&str, Spot)> =
        findings.into_iter().map(|finding| (finding.code, finding.place.at)).collect();
    let row = |id, field| Spot::Row(caitien::plan::Id(id), Some(field));
    assert_eq!(
        found,
        [
            ("missing-school", Spot::Info(InfoField::School)),
            ("number-blank", Spot::Info(InfoField::Number)),
            ("unknown-criterion", row(10, Field::CriterionText)),
            ("unknown-criterion", row(11, Field::CriterionText)),
            ("empty-field", row(11, Field::Time)),
            ("missing-signer", Spot::Info(InfoField::Signatures)),
        ]
    );
}
