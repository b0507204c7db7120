//! What a plan costs, by standard, by source and by budget year.

use std::sync::Arc;

use caitien::plan::{Dossier, Group, Id, Item, Plan, Row, SchoolYear, TermDates, Typed};
use caitien::understand::Totals;
use caitien::year::money::{BudgetYear, Sums, budget_year, money};

fn year() -> SchoolYear {
    SchoolYear::starting(2026).unwrap()
}

fn item(id: u32, budget: &str, time: &str, spent: &str) -> Row {
    let (budget, time, spent) = (Typed::new(budget), Typed::new(time), Typed::new(spent));
    Row::Item(Arc::new(Item { id: Id(id), budget, time, spent, ..Item::default() }))
}

fn group(id: u32, title: &str) -> Row {
    Row::Group(Arc::new(Group { id: Id(id), title: title.into(), ..Group::default() }))
}

/// So many items, from, to, and so many without a sum.
fn planned(sums: Sums) -> (usize, u64, u64, usize) {
    let Totals { items, from, to, uncounted, .. } = sums.planned;
    (items, from, to, uncounted)
}

fn dossier() -> Dossier {
    let rows = vec![
        group(1, "Tiêu chuẩn 1"),
        item(10, "5-7 triệu đồng (ngân sách)", "Tháng 10/2026", "6 triệu đồng"),
        item(11, "Ngân sách, XHH", "Tháng 9/2026 đến tháng 5/2027", ""),
        group(2, "Tiêu chuẩn 3"),
        item(12, "12 triệu đồng, xã hội hóa", "Quý I/2027", "Chưa quyết toán"),
        item(13, "20 triệu đồng; nguồn XHH", "Tháng 3/2027", "18 triệu đồng"),
        item(14, "2 triệu đồng/tháng", "Hằng tháng", ""),
        item(15, "Không", "Theo kế hoạch của Sở", ""),
        item(16, "", "", ""),
    ];
    let plan = Plan { id: Id(900), rows, ..Plan::empty(year()) };
    Dossier { plans: vec![Arc::new(plan)], ..Dossier::default() }
}

#[test]
fn every_table_adds_up_to_the_whole() {
    let dossier = dossier();
    let of = money(&dossier, &dossier.plans[0]);
    // The last row, in which nothing is written, is no work.
    assert_eq!(planned(of.all), (6, 37_000_000, 39_000_000, 2));
    let whole = planned(of.all);
    let added = |lines: Vec<Sums>| {
        lines
            .into_iter()
            .map(planned)
            .fold((0, 0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2, a.3 + b.3))
    };
    assert_eq!(added(of.standards.iter().map(|line| line.1).collect()), whole);
    assert_eq!(added(of.sources.iter().map(|line| line.1).collect()), whole);
    assert_eq!(added(of.years.iter().map(|line| line.1).collect()), whole);
}

#[test]
fn by_standard_by_source_and_by_budget_year() {
    let dossier = dossier();
    let of = money(&dossier, &dossier.plans[0]);
    let standards: Vec<_> =
        of.standards.iter().map(|(title, sums)| (title.as_str(), planned(*sums))).collect();
    assert_eq!(
        standards,
        [
            ("Tiêu chuẩn 1", (2, 5_000_000, 7_000_000, 1)),
            ("Tiêu chuẩn 3", (4, 32_000_000, 32_000_000, 1)),
        ]
    );
    let sources: Vec<_> =
        of.sources.iter().map(|(names, sums)| (names.join(" + "), planned(*sums))).collect();
    let named = |name: &str, of| (name.to_owned(), of);
    assert_eq!(
        sources,
        [
            named("Ngân sách", (1, 5_000_000, 7_000_000, 0)),
            named("Ngân sách + Xã hội hóa", (1, 0, 0, 1)),
            named("Xã hội hóa", (2, 32_000_000, 32_000_000, 0)),
            named("", (2, 0, 0, 1)),
        ]
    );
    let years: Vec<_> = of.years.iter().map(|(year, sums)| (*year, planned(*sums))).collect();
    assert_eq!(
        years,
        [
            (BudgetYear::In(2026), (1, 5_000_000, 7_000_000, 0)),
            (BudgetYear::Over(2026, 2027), (2, 0, 0, 2)),
            (BudgetYear::In(2027), (2, 32_000_000, 32_000_000, 0)),
            (BudgetYear::Unknown, (1, 0, 0, 0)),
        ]
    );
}

#[test]
fn what_was_spent_is_told_of_work_of_which_it_was_noted() {
    let dossier = dossier();
    let of = money(&dossier, &dossier.plans[0]);
    let Totals { items, from, to, uncounted, .. } = of.all.spent;
    assert_eq!((items, from, to, uncounted), (3, 24_000_000, 24_000_000, 1));
    assert_eq!(of.standards[0].1.spent.items, 1);
    let empty = Plan::empty(year());
    assert_eq!(money(&Dossier::default(), &empty).all, Sums::default());
}

#[test]
fn a_sum_belongs_to_the_budget_years_of_its_work() {
    use BudgetYear::{In, Over, Unknown};
    let terms = TermDates::usual(year());
    for (time, expect) in [
        ("Tháng 10", In(2026)),
        ("Tháng 3", In(2027)),
        ("Quý IV", In(2026)),
        ("Học kỳ II", In(2027)),
        ("15/12/2026", In(2026)),
        // Học kỳ I runs into January.
        ("Học kỳ I", Over(2026, 2027)),
        ("Năm học 2026-2027", Over(2026, 2027)),
        ("Tháng 12/2026 - tháng 01/2027", Over(2026, 2027)),
        ("2025-2030", Over(2025, 2030)),
        ("Hằng tháng", Over(2026, 2027)),
        ("Thường xuyên", Over(2026, 2027)),
        // With a last day alone, the work may have begun with the plan.
        ("Trước ngày 30/11/2026", In(2026)),
        ("Trước ngày 01/01/2027", In(2026)),
        ("Trước ngày 02/01/2027", Over(2026, 2027)),
        ("Đến hết tháng 5/2027", Over(2026, 2027)),
        ("Đến hết tháng 5/2026", In(2026)),
        ("Đến hết tháng 5/2025", In(2025)),
        ("Từ tháng 3/2027", In(2027)),
        ("Từ tháng 9/2026", Over(2026, 2027)),
        ("Theo kế hoạch của Sở", Unknown),
        ("", Unknown),
    ] {
        let item = Item { time: Typed::new(time), ..Item::default() };
        assert_eq!(budget_year(&item, year(), &terms), expect, "{time}");
    }
}
