//! How long all rules of the check take on a plan of many rows, and how long finding words in it:
//! `cargo bench --bench check`.
//!
//! The rows are those of the sample, again and again under new numbers, so that they hold what
//! real rows hold; the median and the slowest of 30 rounds are printed.

#![allow(clippy::expect_used)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use caitien::check::{Given, check};
use caitien::library;
use caitien::plan::{Dossier, Id, Plan, Row};
use caitien::search;
use caitien::words::Finder;

const ROUNDS: usize = 30;

fn main() {
    let sample = library::sample().expect("the sample");
    for items in [100, 1_000, 10_000] {
        let (dossier, plan) = with_items(&sample, items);
        let form = library::form_of(&dossier, &plan).expect("its form");
        let given = Given {
            lacks: &|_| false,
            concessions: &[],
            reference: library::reference(),
            catalogues: library::catalogues(),
            changed: 0,
            damaged: 0,
            today: jiff::civil::date(2026, 10, 1),
        };
        say(items, "findings", || check(&dossier, &plan, form, &given).len());
        let id = plan.id;
        let open = Dossier { plans: vec![Arc::new(plan)], ..dossier };
        let finder = Finder::new("to van phong", false, false, false);
        say(items, "hits", || search::find(&open, id, false, &finder).len());
    }
}

/// Prints how long something takes, and how much it gives.
fn say(items: usize, what: &str, mut work: impl FnMut() -> usize) {
    let mut times: Vec<Duration> = Vec::new();
    let mut found = 0;
    let before = on_processor();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        found = work();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let (median, worst) = (times[ROUNDS / 2], times[ROUNDS - 1]);
    let cpu = before
        .zip(on_processor())
        .map(|(before, after)| after.saturating_sub(before) / ROUNDS as u32);
    let cpu = cpu.map(|cpu| format!(", CPU {cpu:.1?} on average")).unwrap_or_default();
    println!("{items} items: {median:.1?}, at most {worst:.1?}{cpu}; {found} {what}");
}

/// How long this thread has been on a processor, where the system tells.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The plan of the most rows, filled up to so many items.
fn with_items(sample: &Dossier, items: usize) -> (Dossier, Plan) {
    let most = sample.plans.iter().max_by_key(|plan| plan.rows.len()).expect("a plan");
    let mut plan = most.as_ref().clone();
    let own: Vec<_> = plan.items().cloned().collect();
    let first = sample.next_id.0;
    plan.rows.extend((first..).zip(own.iter().cycle()).take(items).map(|(id, item)| {
        let mut item = item.as_ref().clone();
        item.id = Id(id);
        // No two rows say the same.
        item.actions = format!("{} ({id})", item.actions);
        Row::Item(Arc::new(item))
    }));
    (sample.clone(), plan)
}
