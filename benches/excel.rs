//! A plan out as an Excel file, and a sheet that was sent round back in.

#![allow(missing_docs, reason = "criterion makes functions of its own")]

use std::hint::black_box;
use std::sync::Arc;

use caitien::document::{Whom, collection_book};
use caitien::export::{plan_xlsx, xlsx};
use caitien::import::{collected, workbook};
use caitien::library::{self, TABLE_2018};
use caitien::plan::{Dossier, Id, Item, Plan, Row};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

/// The sample with its nine-column plan alone, of as many items as asked for, its own over and
/// over.
fn dossier_of(sample: &Dossier, items: u32) -> Option<Dossier> {
    let plan = sample.plans.iter().find(|plan| plan.form == TABLE_2018)?;
    let own: Vec<_> = plan.items().collect();
    let again = own.into_iter().cycle().zip(0..items);
    let rows = again.map(|(item, number)| {
        Row::Item(Arc::new(Item { id: Id(10_000 + number), ..Item::clone(item) }))
    });
    let plan = Plan { rows: rows.collect(), ..Plan::clone(plan) };
    Some(Dossier { plans: vec![Arc::new(plan)], next_id: Id(100_000), ..sample.clone() })
}

fn excel(criterion: &mut Criterion) {
    let (Some(sample), Ok(faces)) = (library::sample(), library::faces()) else { return };
    let mut group = criterion.benchmark_group("excel");
    group.sample_size(10);
    for items in [500, 5_000] {
        let Some(dossier) = dossier_of(&sample, items) else { return };
        let Some(plan) = dossier.newest_plan() else { return };
        let Some(form) = library::form_of(&dossier, plan) else { return };
        group.bench_function(BenchmarkId::new("plan to Excel", items), |bencher| {
            bencher.iter(|| plan_xlsx(&dossier, black_box(plan), form, faces));
        });
        let book = collection_book(&dossier, plan, form, &Whom::Everyone);
        let Ok(bytes) = xlsx(&book, faces) else { return };
        group.bench_function(BenchmarkId::new("sheet back into the plan", items), |bencher| {
            bencher.iter(|| {
                let workbook = workbook(black_box(&bytes)).ok()?;
                collected(&workbook)?.merge(&dossier).ok()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, excel);
criterion_main!(benches);
