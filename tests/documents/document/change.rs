//! A plan made in one form and changed to another: default words come in filled, and what a
//! person emptied stays empty.

use std::sync::Arc;

use caitien::edit::make::new_plan;
use caitien::edit::{Edit, Elements, List, PlanEdit, Words, apply};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    Block, Dossier, FormId, Id, Letterhead, Level, Paragraph, Part, Plan, Review, SchoolYear,
    fill_words_in,
};
use jiff::civil::date;

use super::{catalogue, document_of, form, lines_of};

/// A dossier with one plan, newly made in a form, of a school of this name.
fn made(form_id: &FormId, catalogue_id: Option<&str>, school: &str) -> Dossier {
    let school = Letterhead { school: school.to_owned(), ..Letterhead::default() };
    let catalogue = catalogue_id.map(catalogue);
    let plan = new_plan(
        &school,
        SchoolYear::starting(2026).unwrap(),
        &form(form_id),
        catalogue.as_ref(),
        date(2026, 9, 8),
        Id(1),
    );
    Dossier {
        next_id: plan.ids().max().unwrap().next(),
        plans: vec![Arc::new(plan)],
        catalogues: catalogue.into_iter().map(Arc::new).collect(),
        ..Dossier::default()
    }
}

fn in_plan(dossier: &Dossier, change: PlanEdit) -> Dossier {
    apply(dossier, &Edit::InPlan { plan: Id(1), change }).unwrap()
}

fn change(dossier: &Dossier, to: &FormId) -> Dossier {
    let from = Arc::new(form(&dossier.plans[0].form));
    let change = PlanEdit::ChangeForm { form: Arc::new(form(to)), from, first_id: dossier.next_id };
    in_plan(dossier, change)
}

fn printed(plan: &Plan) -> Vec<String> {
    lines_of(&document_of(plan))
}

const FORMS: [FormId; 3] = [TABLE_2018, NARRATIVE, FORM_2_2026];

#[test]
fn no_word_to_be_filled_is_left_whatever_the_plan_began_as_and_becomes() {
    for (first, second) in FORMS.into_iter().flat_map(|a| FORMS.map(|b| (a.clone(), b))) {
        for of in [None, Some("tt57-2026-general")] {
            let dossier = change(&made(&first, of, "Trường THCS Hoa Sữa"), &second);
            let paper = printed(&dossier.plans[0]).join("\n");
            let left: Vec<&str> = fill_words_in(&paper).collect();
            assert!(left.is_empty(), "{first} to {second}: {left:?}");
        }
    }
}

#[test]
fn the_circular_comes_in_with_the_bases_of_another_form() {
    let dossier = change(&made(&FORM_2_2026, Some("tt57-2026-general"), "Hoa Sữa"), &TABLE_2018);
    let first = dossier.plans[0].bases[0].text();
    assert!(first.starts_with("Căn cứ Thông tư số 57/2026/TT-BGDĐT của"), "{first}");
    // The very words a plan made in that form begins with, so that they are known as untouched.
    let begun = made(&TABLE_2018, Some("tt57-2026-general"), "Hoa Sữa");
    assert_eq!(dossier.plans[0].bases, begun.plans[0].bases);
    assert!(change(&dossier, &FORM_2_2026).plans[0].bases.is_empty());
}

#[test]
fn without_a_catalogue_no_circular_is_cited() {
    let dossier = change(&made(&FORM_2_2026, None, "Hoa Sữa"), &TABLE_2018);
    let bases = &dossier.plans[0].bases;
    assert_eq!(bases.len(), 1);
    assert!(!bases[0].text().contains("Thông tư"), "{}", bases[0].text());
}

fn emptied(of: Words) -> PlanEdit {
    PlanEdit::SetWords { of, paragraphs: vec![] }
}

#[test]
fn bases_and_an_opening_that_were_emptied_stay_so_through_every_form() {
    let dossier = made(&TABLE_2018, Some("tt57-2026-general"), "Hoa Sữa");
    let dossier = in_plan(&dossier, emptied(Words::Bases));
    let dossier = in_plan(&dossier, emptied(Words::Opening));
    let before = printed(&dossier.plans[0]);
    for way in [vec![FORM_2_2026], vec![NARRATIVE], vec![FORM_2_2026, NARRATIVE, FORM_2_2026]] {
        let there = way.iter().fold(dossier.clone(), |dossier, form| change(&dossier, form));
        let there = &change(&there, &TABLE_2018).plans[0];
        assert!(there.bases.is_empty() && there.opening.is_empty(), "{way:?}: {:?}", there.bases);
        assert_eq!(printed(there), before, "{way:?}");
    }
}

#[test]
fn emptied_bases_leave_no_trace_in_a_form_that_has_none() {
    let dossier = made(&TABLE_2018, None, "Hoa Sữa");
    let touched = change(&in_plan(&dossier, emptied(Words::Bases)), &FORM_2_2026);
    let untouched = change(&dossier, &FORM_2_2026);
    assert_eq!(printed(&touched.plans[0]), printed(&untouched.plans[0]));
}

#[test]
fn reviews_that_were_taken_out_do_not_come_back() {
    let dossier = made(&FORM_2_2026, None, "Hoa Sữa");
    assert_eq!(dossier.plans[0].reviews.len(), 2);
    let ids = dossier.plans[0].reviews.iter().map(|review| review.id).collect();
    let emptied = in_plan(&dossier, PlanEdit::Remove { list: List::Reviews, ids });
    let back = change(&change(&emptied, &TABLE_2018), &FORM_2_2026);
    assert_eq!(back.plans[0].reviews, [] as [Review; 0]);
    // A plan that never had the table gets its rows with it.
    let never = change(&made(&TABLE_2018, None, "Hoa Sữa"), &FORM_2_2026);
    assert_eq!(never.plans[0].reviews.len(), 2);
}

#[test]
fn braces_that_a_person_typed_are_text() {
    let school = "Trường {circular} {head}";
    let dossier = made(&TABLE_2018, Some("tt57-2026-general"), school);
    let typed = Paragraph::plain(Level::None, "Điền {school} và {circular} sau");
    let own = Part {
        id: dossier.next_id,
        heading: "Phần {unit}".to_owned(),
        blocks: vec![Block::Paragraph(typed)],
        ..Part::default()
    };
    let elements = Elements::Parts(vec![Arc::new(own)]);
    let insert = PlanEdit::Insert { at: 1, elements };
    let dossier = change(&in_plan(&dossier, insert), &FORM_2_2026);
    let paper = printed(&dossier.plans[0]).join("\n");
    assert!(paper.contains("Điền {school} và {circular} sau"));
    assert!(paper.contains("Phần {unit}"));
    assert!(paper.contains("của Trường {circular} {head}"), "{paper}");
}
