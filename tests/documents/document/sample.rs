//! The sample dossier and the small ones: complete, consistent, without errors.

use std::collections::HashSet;

use caitien::check::{Given, Severity, check};
use caitien::document::{Block, plan_document};
use caitien::import;
use caitien::layout::concessions;
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018, faces};
use caitien::plan::{Concession, Dossier};
use caitien::understand::understand_period;

use super::{catalogues, document_of, form, lines_of, sample};

fn small(name: &str) -> Dossier {
    let text = match name {
        "primary" => include_str!("../../files/primary.json"),
        _ => include_str!("../../files/preschool.json"),
    };
    import::json(text.as_bytes(), import::Limits::default()).expect("a small dossier can be read")
}

fn all() -> [(&'static str, Dossier); 3] {
    [("sample", sample()), ("primary", small("primary")), ("preschool", small("preschool"))]
}

#[test]
fn the_sample_has_a_plan_a_year_and_one_of_each_form() {
    let plans: Vec<_> = sample()
        .plans
        .iter()
        .map(|plan| (plan.school_year.to_string(), plan.form.clone()))
        .collect();
    assert_eq!(
        plans,
        [
            ("2024 - 2025".to_owned(), NARRATIVE),
            ("2025 - 2026".to_owned(), TABLE_2018),
            ("2026 - 2027".to_owned(), FORM_2_2026),
        ]
    );
    let items: Vec<usize> = sample().plans.iter().map(|plan| plan.items().count()).collect();
    assert!(items[1] >= 20 && items[2] >= 12, "{items:?}");
}

#[test]
fn ids_are_given_once_and_below_the_next() {
    for (name, dossier) in all() {
        let mut seen = HashSet::new();
        for id in dossier.plans.iter().flat_map(|plan| plan.ids()) {
            assert!(!id.is_none() && id < dossier.next_id, "{name}: {id}");
            assert!(seen.insert(id), "{name}: {id} twice");
        }
    }
}

#[test]
fn references_lead_to_something() {
    for (name, dossier) in all() {
        for plan in &dossier.plans {
            assert!(dossier.catalogue_of(plan).is_some(), "{name}");
            for problem in plan.items().filter_map(|item| item.problem) {
                assert!(plan.problem(problem).is_some(), "{name}: no problem {problem}");
            }
            for group in plan.supervisors.iter().filter_map(|member| member.group) {
                assert!(plan.working_groups.iter().any(|other| other.id == group), "{name}");
            }
        }
    }
}

#[test]
fn the_catalogues_in_the_dossiers_are_the_embedded_ones() {
    for (name, dossier) in all() {
        for copy in &dossier.catalogues {
            assert!(catalogues().contains(copy), "{name}: {}", copy.id);
        }
    }
}

#[test]
fn criterion_texts_are_those_of_the_catalogue() {
    for (name, dossier) in all() {
        for plan in &dossier.plans {
            let catalogue = dossier.catalogue_of(plan).unwrap();
            for item in plan.items() {
                for code in &item.criteria {
                    let text = catalogue.criterion_text(code);
                    assert_eq!(text.as_ref(), Some(&item.criterion_text), "{name}: {code}");
                }
            }
        }
    }
}

#[test]
fn the_check_finds_no_error_in_them() {
    for (name, dossier) in all() {
        for plan in &dossier.plans {
            let form = form(&plan.form);
            let document = plan_document(&dossier, plan, &form);
            let concessions = concessions(&document, faces().unwrap());
            let given = Given {
                lacks: &|_| false,
                concessions: &concessions,
                reference: caitien::library::reference(),
                catalogues: caitien::library::catalogues(),
                changed: 0,
                damaged: 0,
                today: jiff::civil::date(2026, 10, 1),
            };
            let findings = check(&dossier, plan, &form, &given);
            let errors: Vec<_> =
                findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{name} {}: {errors:?}", plan.school_year);
            assert!(!concessions.iter().any(Concession::is_hard_to_read), "{concessions:?}");
        }
    }
}

#[test]
fn every_time_in_them_is_understood() {
    for (name, dossier) in all() {
        for plan in &dossier.plans {
            for item in plan.items() {
                let typed = &item.time.typed;
                let terms = dossier.terms(plan.school_year);
                assert!(
                    understand_period(typed, plan.school_year, &terms).understood(),
                    "{name}: {typed}"
                );
            }
        }
    }
}

#[test]
fn their_documents_have_a_head_a_body_and_a_foot() {
    for (name, dossier) in all() {
        for plan in &dossier.plans {
            let document = document_of(plan);
            assert!(matches!(document.blocks.first(), Some(Block::Letterhead(_))), "{name}");
            assert!(matches!(document.blocks.last(), Some(Block::Signatures(_))), "{name}");
            let tables =
                document.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
            let expected = [(TABLE_2018, 1), (NARRATIVE, 0), (FORM_2_2026, 3)];
            let expected = expected.into_iter().find(|(form, _)| *form == plan.form).unwrap().1;
            assert_eq!(tables, expected, "{name}");
            assert!(lines_of(&document).iter().any(|line| line.ends_with("./.")), "{name}");
        }
    }
}

#[test]
fn the_old_authority_stands_only_on_the_old_plan() {
    let dossier = sample();
    let lines = |at: usize| lines_of(&document_of(&dossier.plans[at])).join("\n").to_uppercase();
    assert!(lines(0).contains("UBND HUYỆN"));
    for at in [1, 2] {
        for gone in ["UBND HUYỆN", "PHÒNG GDĐT", " THỊ XÃ ", " THỊ TRẤN "] {
            assert!(!lines(at).contains(gone), "plan {at}: {gone}");
        }
    }
}
