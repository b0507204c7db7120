//! A change of form: parts in the new form's order, default words renewed, nothing lost.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use caitien::edit::{Edit, Elements, PlanEdit, Value, Words, apply, new_things_of};
use caitien::plan::{Block, Dossier, Form, FormId, Id, Plan, Review, Shown, Texts, fill_part};
use proptest::prelude::*;

use crate::any::{dossier, edit, forms, in_plan, part, seeds};

fn change(dossier: &Dossier, from: &Arc<Form>, to: &Arc<Form>) -> Dossier {
    let edit = in_plan(PlanEdit::ChangeForm {
        form: Arc::clone(to),
        from: Arc::clone(from),
        first_id: dossier.next_id,
    });
    apply(dossier, &edit).unwrap()
}

/// The small dossier with its first plan made of a form's parts, untouched.
fn made_of(form: &Form) -> Dossier {
    let mut dossier = dossier();
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    plan.form = form.id.clone();
    plan.parts = (60..)
        .zip(&form.parts)
        .map(|(id, part)| Arc::new(fill_part(part, plan, None, Id(id))))
        .collect();
    plan.bases.clone_from(&form.bases);
    plan.reviews.clear();
    dossier.next_id = Id(80);
    dossier
}

/// Each part as its key and words, in order; in brackets what is not in the form.
fn parts(plan: &Plan) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text(),
        _ => String::new(),
    };
    let one = |part: &Arc<caitien::plan::Part>| {
        let words: String = part.blocks.iter().map(text).collect();
        let key = part.key.as_deref().unwrap_or("-");
        match part.shown {
            Shown::Yes => format!("{key} {words}"),
            Shown::Hidden => format!("({key} {words})"),
            Shown::NotInForm => format!("[{key} {words}]"),
        }
    };
    plan.parts.iter().map(one).collect()
}

/// Sets the words of the part that has a key.
fn write(dossier: &Dossier, key: &str, text: &str) -> Dossier {
    let found = dossier.plans[0].parts.iter().find(|part| part.key.as_deref() == Some(key));
    let paragraphs = part(1, None, text).stretch(0);
    let of = Words::Part { part: found.unwrap().id, stretch: 0 };
    apply(dossier, &in_plan(PlanEdit::SetWords { of, paragraphs })).unwrap()
}

#[test]
fn parts_come_in_the_new_order_with_its_words_and_the_rest_wait() {
    let [a, b, c] = forms();
    let dossier = made_of(&a);
    assert_eq!(parts(&dossier.plans[0]), ["purpose A1", "bases A2", "content A3", "end Z"]);
    let in_b = change(&dossier, &a, &b);
    assert_eq!(
        parts(&in_b.plans[0]),
        ["content B1", "check B2", "end Z", "[purpose A1]", "[bases A2]"]
    );
    let in_c = change(&dossier, &a, &c);
    assert_eq!(
        parts(&in_c.plans[0]),
        ["bases C1", "purpose C2", "content C3", "more C4", "[end Z]"]
    );
    assert_eq!(in_c.plans[0].parts[0].heading, "C1 của form-2-2026");
    assert_eq!(in_c.plans[0].bases, c.bases);
    let reviews = &in_c.plans[0].reviews;
    assert_eq!(reviews.len(), c.review_rows.len());
    assert_eq!(reviews[0].when, c.review_rows[0].when);
    assert!(!reviews[0].id.is_none());
}

#[test]
fn words_that_a_person_touched_stay_in_every_form() {
    let [a, b, c] = forms();
    let dossier = write(&write(&made_of(&a), "content", "của tôi"), "purpose", "ý tôi");
    let there = change(&change(&dossier, &a, &b), &b, &c);
    assert_eq!(
        parts(&there.plans[0])[..3],
        ["bases A2", "purpose ý tôi", "content của tôi"],
        "words of a form left before the last one are kept too"
    );
    let back = change(&there, &c, &a);
    assert_eq!(
        parts(&back.plans[0])[..4],
        ["purpose ý tôi", "bases A2", "content của tôi", "end Z"]
    );
}

#[test]
fn a_part_of_ones_own_goes_with_the_part_before_it() {
    let [a, b, _] = forms();
    let with = in_plan(PlanEdit::Insert {
        at: 1,
        elements: Elements::Parts(vec![part(90, None, "riêng")]),
    });
    let dossier = apply(&made_of(&a), &with).unwrap();
    let in_b = change(&dossier, &a, &b);
    assert_eq!(parts(&in_b.plans[0])[3..], ["[purpose A1]", "[- riêng]", "[bases A2]"]);
    let back = change(&in_b, &b, &a);
    assert_eq!(parts(&back.plans[0])[..3], ["purpose A1", "- riêng", "bases A2"]);
}

#[test]
fn what_a_person_hid_stays_hidden() {
    let [a, b, _] = forms();
    let hide = in_plan(PlanEdit::SetValue(Value::Shown { part: Id(60), shown: Shown::Hidden }));
    let dossier = apply(&made_of(&a), &hide).unwrap();
    let back = change(&change(&dossier, &a, &b), &b, &a);
    assert_eq!(parts(&back.plans[0])[0], "(purpose A1)");
}

#[test]
fn reviews_that_are_there_are_kept() {
    let [a, _, c] = forms();
    let mut dossier = made_of(&a);
    let review = Review { id: Id(79), when: "Tháng 12".into(), ..Review::default() };
    Arc::make_mut(&mut dossier.plans[0]).reviews.push(review);
    assert_eq!(change(&dossier, &a, &c).plans[0].reviews, dossier.plans[0].reviews);
}

/// How often each text stands in a plan.
fn texts(plan: &Plan) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    plan.clone().each_text(&mut |text| *found.entry(text.clone()).or_default() += 1);
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_to_b_to_c_and_back_loses_nothing(seeds in seeds()) {
        let [a, b, c] = forms();
        // Whatever was done to a plan of form A, its form excepted.
        let mut dossier = made_of(&a);
        for seed in &seeds {
            let edit = edit(&dossier, seed);
            let keeps_form = match &edit {
                Edit::InPlan { change, .. } => !matches!(change, PlanEdit::ChangeForm { .. }),
                Edit::RemovePlan(_) => false,
                _ => true,
            };
            if keeps_form && let Ok(next) = apply(&dossier, &edit) {
                dossier = next;
            }
        }
        // What was marked for another form by hand is none of this form's.
        let there = change(&dossier, &a, &a);
        let back = change(&change(&change(&there, &a, &b), &b, &c), &c, &a);
        let (before, after) = (&there.plans[0], &back.plans[0]);
        let mine = |plan: &Plan| -> Vec<_> {
            plan.parts.iter().filter(|part| part.shown != Shown::NotInForm).cloned().collect()
        };
        // What a form proposed may be what another proposes now; a person's words may not.
        let proposed: Vec<_> = [&a, &b, &c]
            .into_iter()
            .flat_map(|form| form.parts.iter().map(|part| fill_part(part, before, None, Id(0))))
            .collect();
        for part in mine(before) {
            let found = after.parts.iter().find(|other| other.id == part.id);
            prop_assert!(found.is_some(), "part {} is lost", part.id);
            let found = found.unwrap();
            if proposed.iter().all(|proposed| proposed.heading != part.heading) {
                prop_assert_eq!(&found.heading, &part.heading);
            }
            prop_assert_eq!(found.shown, part.shown);
            if proposed.iter().any(|proposed| proposed.blocks == part.blocks) {
                continue;
            }
            for block in &part.blocks {
                prop_assert!(found.blocks.contains(block), "lost: {:?}", block);
            }
        }
        let now = texts(after);
        let mut defaults = HashSet::new();
        for mut part in proposed {
            part.each_text(&mut |text| {
                defaults.insert(text.clone());
            });
        }
        for (text, count) in texts(before).into_iter().filter(|(text, _)| !defaults.contains(text)) {
            prop_assert!(now.get(&text).copied().unwrap_or(0) >= count, "lost: {:?}", text);
        }
        prop_assert_eq!(&before.rows, &after.rows);
        prop_assert_eq!(&before.problems, &after.problems);
    }
}

#[test]
fn a_change_of_form_takes_no_more_fresh_ids_than_it_says() {
    for to in caitien::library::embedded_forms() {
        // A plan in which nothing of the form is: all its parts and reviews come in.
        let mut start = dossier();
        let plan = Arc::make_mut(&mut start.plans[0]);
        plan.parts.clear();
        plan.reviews.clear();
        let from = Arc::new(Form::empty(FormId::of("none")));
        let next = change(&start, &from, to);
        let given = next.plans[0].parts.len() + next.plans[0].reviews.len();
        assert_eq!(given, new_things_of(to), "{:?}", to.id);
        let last = next.plans[0].parts.iter().map(|part| part.id);
        let last = last.chain(next.plans[0].reviews.iter().map(|review| review.id)).max().unwrap();
        assert_eq!(last.0 + 1 - start.next_id.0, u32::try_from(given).unwrap());
    }
}
