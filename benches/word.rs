//! A plan to its Word file, and a Word file to what it shows.

#![allow(missing_docs, reason = "criterion makes functions of its own")]

use std::hint::black_box;
use std::sync::Arc;

use caitien::document::plan_document;
use caitien::export;
use caitien::import;
use caitien::layout::lay_out;
use caitien::library::{self, TABLE_2018};
use caitien::plan::{Dossier, Id, Item, Plan, Row};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

/// The sample's nine-column plan with as many items as asked for, its own over and over.
fn plan_of(dossier: &Dossier, items: u32) -> Option<Plan> {
    let sample = dossier.plans.iter().find(|plan| plan.form == TABLE_2018)?;
    let mut plan = Plan::clone(sample);
    let own: Vec<_> = sample.items().collect();
    let again = own.into_iter().cycle().zip(0..items);
    plan.rows = again
        .map(|(item, number)| {
            Row::Item(Arc::new(Item { id: Id(10_000 + number), ..Item::clone(item) }))
        })
        .collect();
    Some(plan)
}

fn word(criterion: &mut Criterion) {
    let (Some(dossier), Ok(faces)) = (library::sample(), library::faces()) else { return };
    let mut group = criterion.benchmark_group("word");
    group.sample_size(10);
    for items in [500, 5_000] {
        let Some(plan) = plan_of(&dossier, items) else { return };
        let Some(form) = library::form_of(&dossier, &plan) else { return };
        let document = plan_document(&dossier, &plan, form);
        let pages = lay_out(&document, faces);
        group.bench_function(BenchmarkId::new("pages to Word", items), |bencher| {
            bencher.iter(|| export::docx(black_box(&document), &pages));
        });
        let Ok(bytes) = export::docx(&document, &pages) else { return };
        group.bench_function(BenchmarkId::new("Word to what it shows", items), |bencher| {
            bencher.iter(|| import::docx(black_box(&bytes)));
        });
    }
    group.finish();
}

criterion_group!(benches, word);
criterion_main!(benches);
