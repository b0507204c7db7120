//! Any text in every field that paper prints, in every form: it becomes pages, and each letter that
//! is no space stands on them.

#![no_main]

use std::sync::{Arc, LazyLock};

use caitien::document::plan_document;
use caitien::plan::{Dossier, Field, Record, Row};
use caitien::{layout, library};

static SAMPLE: LazyLock<Dossier> =
    LazyLock::new(|| Dossier::from_json(caitien::embedded::sample()).expect("the sample"));

libfuzzer_sys::fuzz_target!(|input: (u8, u8, &str)| {
    let (which, field, text) = input;
    let mut dossier = SAMPLE.clone();
    let forms = library::embedded_forms();
    let form = &forms[usize::from(which) % forms.len()];
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    plan.form = form.id.clone();
    let fields = [Field::Content, Field::Target, Field::Actions, Field::Time, Field::Budget];
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).write(fields[usize::from(field) % fields.len()], text.to_owned());
        }
    }
    plan.letterhead.school = text.to_owned();
    plan.subject = vec![text.to_owned()];
    let document = plan_document(&dossier, &dossier.plans[0], form);
    let faces = library::faces().expect("the faces");
    assert!(!layout::lay_out(&document, faces).pages.is_empty());
});
