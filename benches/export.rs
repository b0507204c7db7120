//! The whole way from a plan as a value to the bytes of its PDF.

#![allow(missing_docs, reason = "criterion makes functions of its own")]

use std::hint::black_box;
use std::sync::Arc;

use caitien::embedded;
use caitien::export::plan_pdf;
use caitien::layout::Faces;
use caitien::plan::{Dossier, FormId, Forms, Id, Item, Plan, Row};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

/// The sample's nine-column plan with as many items as asked for, its own over and over.
fn plan_of(dossier: &Dossier, items: u32) -> Option<Plan> {
    let sample = dossier.plans.iter().find(|plan| plan.form == FormId::Table2018)?;
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

fn export(criterion: &mut Criterion) {
    let (Ok(dossier), Some(forms), Ok(faces)) = (
        Dossier::from_json(embedded::sample()),
        Forms::from_json(&embedded::forms()),
        Faces::new(embedded::paper_faces()),
    ) else {
        return;
    };
    let mut group = criterion.benchmark_group("export");
    group.sample_size(10);
    for items in [100, 500, 5_000] {
        let Some(plan) = plan_of(&dossier, items) else { return };
        let form = forms.get(plan.form);
        group.bench_function(BenchmarkId::new("plan to PDF", items), |bencher| {
            bencher.iter(|| plan_pdf(&dossier, black_box(&plan), form, &faces));
        });
    }
    group.finish();
}

criterion_group!(benches, export);
criterion_main!(benches);
