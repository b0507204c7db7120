//! What is right and looks wrong: plans on which the rules have nothing to say.

use std::sync::Arc;

use caitien::check::{check, rules};
use caitien::edit::make::{new_plan, propose_governing_body};
use caitien::library;
use caitien::plan::{
    Dossier, Item, Letterhead, Level, Ownership, Plan, Row, SchoolKind, SchoolYear, Typed,
};

use super::check::{given, set_item};
use super::check_form::with_paragraph;
use super::check_words::{action, basis, dated};
use super::rules::silent;

#[test]
fn two_rows_of_a_criterion_with_different_work() {
    let twice = |first: &'static str, second: &'static str| {
        move |plan: &mut Plan| {
            let row = |id, code: &str, actions: &str| {
                Row::Item(Arc::new(Item {
                    id: caitien::plan::Id(id),
                    criteria: vec![code.into()],
                    criterion_text: format!("Tiêu chí {code}"),
                    target: format!("Mục tiêu {id}"),
                    actions: actions.into(),
                    responsible: Typed::new("Hiệu trưởng"),
                    time: Typed::new("Tháng 10"),
                    budget: Typed::new("Không"),
                    support: "Không".into(),
                    ..Item::default()
                }))
            };
            plan.rows =
                vec![row(20, "2.2", first), row(21, "2.3", "Tập huấn"), row(22, "2.2", second)];
        }
    };
    silent(twice("Bồi dưỡng giáo viên", "Dự giờ, thao giảng"));
    silent(twice("Cử giáo viên đi học", "Tuyển dụng bổ sung giáo viên"));
    super::rules::hit(
        "criterion-twice",
        caitien::check::Severity::Error,
        twice("Bồi dưỡng giáo viên", "Bồi dưỡng giáo viên"),
    );
}

#[test]
fn the_criterion_that_has_the_council_in_its_name() {
    let council = |text: &'static str, ownership| {
        move |plan: &mut Plan| {
            plan.letterhead.ownership = ownership;
            set_item(plan, |item| {
                item.criteria = vec!["1.2".into()];
                item.criterion_text = text.into();
                item.responsible = Typed::new("Chủ tịch HĐ trường");
                item.actions = "Kiện toàn Hội đồng trường".into();
            });
        }
    };
    let name = "Tiêu chí 1.2: Hội đồng trường và các hội đồng khác";
    silent(council(name, Ownership::Public));
    silent(council(name, Ownership::Private));
    silent(council("Tiêu chí 1.2", Ownership::Public));
    silent(dated(20, 9, 2024, council(name, Ownership::Public)));
}

#[test]
fn words_inside_cells() {
    for text in [
        "1. Rà soát; 2. Cử đi học",
        "mời TS. Nguyễn Văn A tập huấn",
        "Hàng năm, hằng năm; đảm bảo, bảo đảm",
        "Kiên trì vận động, Kiên toàn tổ tư vấn",
        "100 % giáo viên, 02 lần/năm",
    ] {
        silent(action(text));
    }
}

#[test]
fn periods_and_cited_texts() {
    silent(basis("Chiến lược phát triển giai đoạn 2025 - 2030;"));
    silent(basis("Trường được công nhận theo Thông tư số 18/2018/TT-BGDĐT;"));
    silent(with_paragraph("purpose", Level::None, "Phấn đấu trong giai đoạn 2025 - 2030."));
}

/// None finds anything in the sample; what is left blank there for the clerk is told, and what
/// goes on after the year.
#[test]
fn the_sample() {
    let sample = caitien::session::sample().unwrap();
    for plan in &sample.plans {
        let form = library::form_of(&sample, plan).unwrap();
        let mut codes: Vec<&str> =
            check(&sample, plan, form, &given()).iter().map(|finding| finding.code).collect();
        codes.retain(|code| !["date-blank", "number-blank", "goes-on-after-plan"].contains(code));
        assert_eq!(codes, [""; 0], "{}", plan.school_year);
    }
}

/// A plan as it is proposed has blanks, and nothing that its person did not write.
#[test]
fn a_new_plan_of_every_kind_of_school_in_every_form() {
    for kind in SchoolKind::ALL {
        for form in library::embedded_forms() {
            let year = SchoolYear::starting(2026).unwrap();
            let unit = "phường Hoa Mai";
            let school = Letterhead {
                governing_body: propose_governing_body(kind, Ownership::Public, unit),
                school: "Trường Hoa Mai".into(),
                kind,
                code: "HM".into(),
                place: "Hoa Mai".into(),
                ..Letterhead::default()
            };
            let today = given().today;
            let catalogue = library::propose_catalogue(kind, &form.id, today);
            let catalogue = catalogue.map(AsRef::as_ref);
            let plan = new_plan(&school, year, form, catalogue, today, caitien::plan::Id(1));
            // The old forms are bound to rules that ended in July 2026: who still takes one is told.
            let blank = [
                "text-not-in-force",
                "number-blank",
                "date-blank",
                "missing-content",
                "missing-signer",
                "empty-row",
                "end-mark-missing",
            ];
            let found = check(&Dossier::default(), &plan, form, &given());
            let found: Vec<_> = found.iter().filter(|one| !blank.contains(&one.code)).collect();
            assert!(found.is_empty(), "{kind:?} {}: {found:?}", form.name);
        }
    }
}

#[test]
fn there_are_rules_enough_and_each_code_is_one() {
    let mut codes: Vec<&str> = rules().map(|rule| rule.code).collect();
    let count = codes.len();
    assert!(count >= 36, "{count}");
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
    let plain = |code: &&str| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    assert!(codes.iter().all(plain), "{codes:?}");
}
