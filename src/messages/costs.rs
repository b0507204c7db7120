//! The words of what a plan costs, by source and by budget year.

use crate::understand::Totals;
use crate::words::money_short;
use crate::year::money::BudgetYear;

/// Over the sources.
pub const BY_SOURCE: &str = "Theo nguồn";
/// Over the budget years.
pub const BY_YEAR: &str = "Theo năm ngân sách";
/// Shows both.
pub const SHOW: &str = "Xem kinh phí theo nguồn và theo năm ngân sách";

/// Where money comes from: one source, or several that are not divided.
#[must_use]
pub fn source(names: &[String]) -> String {
    if names.is_empty() { "Chưa ghi nguồn".to_owned() } else { names.join(" và ") }
}

/// In which budget year it is spent.
#[must_use]
pub fn budget_year(year: BudgetYear) -> String {
    match year {
        BudgetYear::In(year) => format!("Năm {year}"),
        BudgetYear::Over(first, last) => format!("Năm {first} đến {last}, chưa chia"),
        BudgetYear::Unknown => "Chưa rõ thời gian".to_owned(),
    }
}

/// What some work comes to: "12 triệu đồng, 3 mục không có số".
#[must_use]
pub fn sum(totals: &Totals) -> String {
    let sum = match (totals.from, totals.to) {
        (0, 0) => String::new(),
        (from, to) if from == to => money_short(from),
        (from, to) => format!("{} đến {}", money_short(from), money_short(to)),
    };
    let unknown = match totals.uncounted {
        0 => String::new(),
        count => format!("{count} mục không có số"),
    };
    [sum, unknown].into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ")
}
