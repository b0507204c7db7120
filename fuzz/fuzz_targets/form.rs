//! Any way through the forms and back: no paragraph that a person typed is lost on it.

#![no_main]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use caitien::edit::{Edit, PlanEdit, apply};
use caitien::library;
use caitien::plan::{Block, Dossier, Paragraph, Plan};

static SAMPLE: LazyLock<Dossier> =
    LazyLock::new(|| Dossier::from_json(caitien::embedded::sample()).expect("the sample"));

fn typed(plan: &Plan) -> BTreeSet<String> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => Some(Paragraph::text(paragraph)),
        _ => None,
    };
    let blocks = plan.parts.iter().flat_map(|part| &part.blocks);
    blocks.filter_map(text).filter(|text| text.contains('#')).collect()
}

libfuzzer_sys::fuzz_target!(|input: (u8, String, Vec<u8>)| {
    let (at, text, way) = input;
    let mut dossier = SAMPLE.clone();
    let forms = library::embedded_forms();
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    let parts = plan.parts.len();
    let part = Arc::make_mut(&mut plan.parts[usize::from(at) % parts]);
    let paragraph = Paragraph::plain(caitien::plan::Level::Plus, format!("#{text}"));
    part.blocks.push(Block::Paragraph(paragraph));
    let before = typed(&dossier.plans[0]);
    for which in way.iter().take(12) {
        let plan = &dossier.plans[0];
        let from = library::form_of(&dossier, plan).expect("its form");
        let to = &forms[usize::from(*which) % forms.len()];
        let change = PlanEdit::ChangeForm {
            form: Arc::clone(to),
            from: Arc::clone(from),
            first_id: dossier.next_id,
        };
        dossier = apply(&dossier, &Edit::InPlan { plan: plan.id, change }).expect("a form");
    }
    assert!(before.is_subset(&typed(&dossier.plans[0])), "words are gone");
});
