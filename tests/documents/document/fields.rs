//! Fields on paper: the very document of a plan into which their values were typed.

use std::sync::Arc;

use caitien::plan::{Block, Paragraph, Plan, Run, RunField};
use proptest::prelude::*;

use super::{document_of, sample};

/// A plan of the sample with a field put behind a word of some of its paragraphs.
fn with_fields(mut plan: Plan, places: &[(usize, usize, bool)]) -> Plan {
    let put = |paragraph: &mut Paragraph, (field, at, bold): (usize, usize, bool)| {
        let field = RunField::ALL[field % RunField::ALL.len()];
        let text = paragraph.text();
        let words = text.split_inclusive(' ').count().max(1);
        let before: String = text.split_inclusive(' ').take(at % words).collect();
        let behind = text[before.len()..].to_owned();
        let field = Run { field: Some(field), bold, ..Run::default() };
        paragraph.runs = vec![Run::plain(before), field, Run::plain(behind)];
    };
    let mut places = places.iter().copied().cycle();
    for paragraph in plan.bases.iter_mut().chain(&mut plan.opening) {
        places.next().into_iter().for_each(|place| put(paragraph, place));
    }
    for part in &mut plan.parts {
        for block in &mut Arc::make_mut(part).blocks {
            if let Block::Paragraph(paragraph) = block {
                places.next().into_iter().for_each(|place| put(paragraph, place));
            }
        }
    }
    plan.fill_fields();
    plan
}

/// The same plan with the words of its fields as words like others.
fn typed(mut plan: Plan) -> Plan {
    let flat = |paragraph: &mut Paragraph| paragraph.runs = paragraph.plain_runs();
    plan.bases.iter_mut().chain(&mut plan.opening).for_each(flat);
    for part in &mut plan.parts {
        for block in &mut Arc::make_mut(part).blocks {
            if let Block::Paragraph(paragraph) = block {
                flat(paragraph);
            }
        }
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn on_paper_a_field_is_its_value(
        which in any::<usize>(),
        places in prop::collection::vec((any::<usize>(), any::<usize>(), any::<bool>()), 1..9),
        place in "(Hòa Bình)?",
        day in prop::option::of(1_u8..32),
    ) {
        let plans = sample().plans;
        let mut plan = Plan::clone(&plans[which % plans.len()]);
        plan.letterhead.place = place;
        plan.date.day = day;
        let plan = with_fields(plan, &places);
        prop_assert!(plan.has_fields());
        prop_assert_eq!(document_of(&plan), document_of(&typed(plan)));
    }
}
