//! The whole way from a plan as a value to the bytes of its PDF.

#![allow(missing_docs, reason = "criterion makes functions of its own")]

use std::hint::black_box;
use std::sync::Arc;

use caitien::document::{document_book, plan_document};
use caitien::export::{plan_docx, plan_pdf, xlsx};
use caitien::library::{self, TABLE_2018};
use caitien::plan::{Dossier, Id, Item, Paper, Plan, Row};
use caitien::session::propose_paper;
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

/// The report on such a plan at the end of its year, with its chart.
fn report_of(dossier: &Dossier, items: u32) -> Option<Plan> {
    let plan = plan_of(dossier, items)?;
    let review = plan.reviews.last()?.id;
    let mut report = propose_paper(dossier, &plan, Paper::Report, Some(review))?;
    report.options.timeline_appendix = true;
    Some(report)
}

fn export(criterion: &mut Criterion) {
    let (Some(dossier), Ok(faces)) = (library::sample(), library::faces()) else { return };
    let mut group = criterion.benchmark_group("export");
    group.sample_size(10);
    for items in [100, 500, 5_000] {
        let Some(plan) = plan_of(&dossier, items) else { return };
        let Some(form) = library::form_of(&dossier, &plan) else { return };
        group.bench_function(BenchmarkId::new("plan to PDF", items), |bencher| {
            bencher.iter(|| plan_pdf(&dossier, black_box(&plan), form, faces));
        });
    }
    for items in [100, 500] {
        let Some(report) = report_of(&dossier, items) else { return };
        let Some(form) = library::form_of(&dossier, &report) else { return };
        group.bench_function(BenchmarkId::new("report to PDF", items), |bencher| {
            bencher.iter(|| plan_pdf(&dossier, black_box(&report), form, faces));
        });
        group.bench_function(BenchmarkId::new("report to Word", items), |bencher| {
            bencher.iter(|| plan_docx(&dossier, black_box(&report), form, faces));
        });
        group.bench_function(BenchmarkId::new("report to Excel", items), |bencher| {
            let document = plan_document(&dossier, &report, form);
            bencher.iter(|| xlsx(&document_book(black_box(&document)), faces));
        });
    }
    group.finish();
}

criterion_group!(benches, export);
criterion_main!(benches);
