//! How long a file of two thousand items takes: opening, an edit, saving the difference, a backup;
//! and a backup of a file of 3 MB.

#![allow(missing_docs, clippy::unwrap_used, clippy::missing_panics_doc)]

use std::hint::black_box;
use std::sync::Arc;

use caitien::edit::{Edit, Elements, PlanEdit, apply};
use caitien::plan::{
    Bytes, Dossier, Field, Frozen, Id, Item, Plan, RecordId, Row, SchoolYear, fresh_ids,
};
use caitien::platform::file_identity;
use caitien::store::{self, Backups, Why};
use caitien::year::frozen::freeze;
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::ToSpan as _;

const ITEMS: u32 = 2_000;

fn dossier(items: u32) -> Dossier {
    let text = "Rà soát, bổ sung hồ sơ; phân công rõ người phụ trách. ".repeat(4);
    let item = |id: u32| {
        Row::Item(Arc::new(Item {
            id: Id(id),
            criteria: vec!["1.6".into()],
            content: format!("Việc {id}"),
            target: text.clone(),
            actions: text.clone(),
            ..Item::default()
        }))
    };
    let year = SchoolYear::starting(2026).unwrap();
    let rows = (2..items + 2).map(item).collect();
    let plan = Plan { id: Id(1), rows, ..Plan::empty(year) };
    Dossier { next_id: Id(items + 2), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

fn typed(number: u32) -> Edit {
    let text = format!("lần {number}");
    let change =
        PlanEdit::SetText { record: RecordId::Row(Id(ITEMS / 2)), field: Field::Target, text };
    Edit::InPlan { plan: Id(1), change }
}

fn insert_at_top(dossier: &Dossier) -> Edit {
    let item = Item { id: dossier.next_id, ..Item::default() };
    let elements = Elements::Rows(vec![Row::Item(Arc::new(item))]);
    Edit::InPlan { plan: Id(1), change: PlanEdit::Insert { at: 0, elements } }
}

/// Five years of two hundred items, each given out and reviewed twice, as the sample's plan was;
/// what was given out without its PDF.
fn five_years() -> Dossier {
    let sample = caitien::library::sample().unwrap();
    let of = sample.plans.iter().find(|plan| plan.form == caitien::library::TABLE_2018).unwrap();
    let mut dossier = Dossier { plans: Vec::new(), ..Dossier::clone(&sample) };
    let last = std::cell::Cell::new(dossier.next_id);
    let fresh = || last.replace(last.get().next());
    for year in 0..5 {
        let school_year = SchoolYear::starting(2022 + year).unwrap();
        let (new, next) = fresh_ids([&**of], fresh());
        last.set(next);
        // What was noted of the work of the sample would speak of items that are not there.
        let mut plan = Plan { school_year, log: Vec::new(), ..of.renumbered(&new) };
        let own: Vec<_> = plan.items().cloned().collect();
        let items = own.iter().cycle().take(200).enumerate();
        plan.rows = items
            .map(|(at, item)| {
                let content = format!("{} ({}.{at})", item.content, 2022 + year);
                Row::Item(Arc::new(Item { id: fresh(), content, ..Item::clone(item) }))
            })
            .collect();
        let form = caitien::library::form_of(&dossier, &plan).unwrap();
        let body = freeze(&dossier, &plan, form);
        let mut copies = Vec::new();
        for month in [9, 1, 5] {
            let at =
                jiff::civil::date(2022 + year + i16::from(month < 9), month, 20).at(8, 0, 0, 0);
            let (pdf, sha256) = (Bytes::default(), String::new());
            copies.push(Arc::new(Frozen { id: fresh(), at, body: body.clone(), pdf, sha256 }));
        }
        plan.issued = Some(copies[0].id);
        for (review, copy) in plan.reviews.iter_mut().zip(&copies[1..]) {
            review.closed = Some(copy.id);
        }
        plan.frozen = copies;
        dossier.plans.push(Arc::new(plan));
    }
    dossier.next_id = fresh();
    dossier
}

fn benches(c: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    let start = Arc::new(dossier(ITEMS));
    drop(store::create(&path, &start, file_identity).unwrap());

    c.bench_function("read 2000 items", |b| b.iter(|| store::read(black_box(&path)).unwrap()));
    c.bench_function("apply on 2000 items", |b| {
        b.iter(|| apply(black_box(&start), &typed(1)).unwrap());
    });

    let backups = Backups::of(folder.path(), [1; 16], &path);
    let mut when = jiff::civil::date(2026, 11, 22).at(8, 0, 0, 0);
    c.bench_function("back up 2000 items", |b| {
        b.iter(|| {
            when += 1.second();
            backups.make(black_box(&start), when, Why::Going).unwrap()
        });
    });

    let years = folder.path().join("years.caitien");
    drop(store::create(&years, &Arc::new(five_years()), file_identity).unwrap());
    let bytes = std::fs::metadata(&years).unwrap().len();
    println!("five years of 200 items, without issued PDFs: {bytes} bytes");
    assert!(bytes < 3_000_000, "{bytes}");
    c.bench_function("open five years of 200 items", |b| {
        b.iter(|| drop(store::open(black_box(&years), file_identity).unwrap()));
    });

    // As many items as make a file of 3 MB.
    let bytes = std::fs::metadata(&path).unwrap().len();
    let items = u64::from(ITEMS) * 3_000_000 / bytes;
    let large = dossier(u32::try_from(items).unwrap());
    c.bench_function(&format!("back up a file of 3 MB, {items} items"), |b| {
        b.iter(|| {
            when += 1.second();
            let made = backups.make(black_box(&large), when, Why::Going).unwrap();
            assert!(made.bytes.abs_diff(3_000_000) < 300_000, "{}", made.bytes);
        });
    });

    let (mut store, mut now) = store::open(&path, file_identity).unwrap();
    let mut number = 0;
    c.bench_function("edit and save, 2000 items", |b| {
        b.iter(|| {
            number += 1;
            now = Arc::new(apply(&now, &typed(number)).unwrap());
            store.save(&now).unwrap();
        });
    });
    c.bench_function("insert at top and save, 2000 items", |b| {
        b.iter(|| {
            now = Arc::new(apply(&now, &insert_at_top(&now)).unwrap());
            store.save(&now).unwrap();
        });
    });
}

criterion_group! {
    name = group;
    config = Criterion::default().sample_size(20);
    targets = benches
}
criterion_main!(group);
