//! What the work of a plan costs, and what was spent: by standard, by source, by budget year.
//!
//! Invariant: nothing is divided by guess. A sum from two sources, or of work that runs over two
//! budget years, stands in a line of its own, so that the lines of a table add up to the whole.

use jiff::civil::Date;

use crate::plan::{Dossier, Item, Money, Plan, SchoolYear, TermDates};
use crate::timeline::{By, Groups, short_name};
use crate::understand::{Totals, canonical_source};
use crate::words::{compare, fold, order};

/// What some work comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What it is to cost.
    pub planned: Totals,
    /// What was spent, as far as it was noted; work of which nothing was noted is not among its
    /// items.
    pub spent: Totals,
}

/// In which budget year (calendar year) money is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BudgetYear {
    /// In this one.
    In(i16),
    /// From the first of these to the second.
    Over(i16, i16),
    /// The time of the work is not understood.
    Unknown,
}

/// What a plan costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanMoney {
    /// All of it.
    pub all: Sums,
    /// By standard, or by the plan's own groups where it has them, in its order.
    pub standards: Vec<(String, Sums)>,
    /// By where the money comes from, one or several sources together under their canonical names;
    /// what names none last.
    pub sources: Vec<(Vec<String>, Sums)>,
    /// By budget year, the earliest first.
    pub years: Vec<(BudgetYear, Sums)>,
}

/// What a plan costs, all its items together.
#[must_use]
pub fn money(dossier: &Dossier, plan: &Plan) -> PlanMoney {
    let terms = dossier.terms(plan.school_year);
    let mut standards = Groups::new(dossier, plan, By::Standard);
    let mut all = Vec::new();
    let mut sources: Vec<(Vec<String>, Vec<Cost>)> = Vec::new();
    let mut years: Vec<(BudgetYear, Vec<Cost>)> = Vec::new();
    for row in &plan.rows {
        standards.pass(row);
        let Some(item) = row.as_item() else { continue };
        let cost = Cost::of(item);
        // Rows in which nothing is written are no work anywhere else either.
        if short_name(dossier, plan, item).is_empty()
            && item.budget.typed.trim().is_empty()
            && cost.spent.is_none()
        {
            continue;
        }
        standards.add(item, cost.clone());
        let named = sources_of(&cost.planned, dossier);
        push(&mut sources, named, cost.clone(), |a, b| same_sources(a, b));
        let spent_in = budget_year(item, plan.school_year, &terms);
        push(&mut years, spent_in, cost.clone(), |a, b| a == b);
        all.push(cost);
    }
    order::by(&mut sources, |(a, _), (b, _)| {
        let by_name = || {
            let pairs = a.iter().zip(b).map(|(a, b)| compare(a, b));
            pairs.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
        };
        a.is_empty().cmp(&b.is_empty()).then_with(by_name).then(a.len().cmp(&b.len()))
    });
    order::by_key(&mut years, |(year, _)| match *year {
        BudgetYear::In(year) => (year, year),
        BudgetYear::Over(first, last) => (first, last),
        BudgetYear::Unknown => (i16::MAX, i16::MAX),
    });
    PlanMoney {
        all: sums(&all),
        standards: summed(standards.finish()),
        sources: summed(sources),
        years: summed(years),
    }
}

/// In which budget year the money of an item is spent: the years from its first day to its last,
/// those of the plan where one of them is not named and the other is, and for work that comes
/// back without dates.
#[must_use]
pub fn budget_year(item: &Item, year: SchoolYear, terms: &TermDates) -> BudgetYear {
    let period = item.period(year, terms);
    if !period.understood() {
        return BudgetYear::Unknown;
    }
    let end =
        period.end.map(|end| if period.before { end.yesterday().unwrap_or(end) } else { end });
    let within = |day: Option<Date>, otherwise: Date| day.map_or(otherwise.year(), Date::year);
    let (start, end) = match (period.start, end) {
        (None, None) => (Some(terms.start), Some(terms.end)),
        both => both,
    };
    let (first, last) = (within(start, year.plan_start()), within(end, year.plan_end()));
    match first.cmp(&last) {
        std::cmp::Ordering::Equal => BudgetYear::In(first),
        std::cmp::Ordering::Less => BudgetYear::Over(first, last),
        // A deadline before the plan's year, or a beginning after it, alone says the year.
        std::cmp::Ordering::Greater if period.start.is_none() => BudgetYear::In(last),
        std::cmp::Ordering::Greater if period.end.is_none() => BudgetYear::In(first),
        std::cmp::Ordering::Greater => BudgetYear::Unknown,
    }
}

/// What one item costs and what was spent on it.
#[derive(Clone)]
struct Cost {
    planned: Money,
    spent: Option<Money>,
}

impl Cost {
    fn of(item: &Item) -> Self {
        let noted = item.spent.corrected.is_some() || !item.spent.typed.trim().is_empty();
        Self { planned: item.money(), spent: noted.then(|| item.money_spent()) }
    }
}

/// Where money comes from, under the canonical names, each once, in the order of names.
fn sources_of(money: &Money, dossier: &Dossier) -> Vec<String> {
    let names = money.sources.iter();
    let mut names: Vec<String> =
        names.map(|name| canonical_source(name, &dossier.abbreviations)).collect();
    order::by(&mut names, |a, b| compare(a, b));
    names.dedup_by_key(|name| fold(name));
    names
}

fn push<K>(lines: &mut Vec<(K, Vec<Cost>)>, key: K, cost: Cost, same: impl Fn(&K, &K) -> bool) {
    match lines.iter_mut().find(|(known, _)| same(known, &key)) {
        Some((_, costs)) => costs.push(cost),
        None => lines.push((key, vec![cost])),
    }
}

/// Sources are the same however they are written.
fn same_sources(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| fold(a) == fold(b))
}

fn summed<K>(lines: Vec<(K, Vec<Cost>)>) -> Vec<(K, Sums)> {
    lines.into_iter().map(|(key, costs)| (key, sums(&costs))).collect()
}

fn sums(costs: &[Cost]) -> Sums {
    Sums {
        planned: Totals::cost(costs.iter().map(|cost| &cost.planned)),
        spent: Totals::cost(costs.iter().filter_map(|cost| cost.spent.as_ref())),
    }
}
