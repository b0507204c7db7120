//! Edits that need fresh numbers throughout.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Edit, FreshIds};
use crate::plan::{
    Dossier, Id, Item, Plan, PlanDate, Row, SchoolYear, TermDates, Texts, Typed, fresh_ids,
};
use crate::understand::{NamedYear, understand_period, years_named};

/// The edit that brings a copy of a plan, with fresh numbers throughout and the
/// references inside it following; `None` when there is no such plan.
#[must_use]
pub fn copy_plan(dossier: &Dossier, plan: Id, fresh: &mut FreshIds) -> Option<Edit> {
    let plan = dossier.plan(plan)?;
    let (new, _) = fresh_ids([&**plan], fresh.next());
    fresh.pass(new.values().copied());
    let mut copy = plan.renumbered(&new);
    unfollow(&mut copy);
    Some(Edit::AddPlan { plan: Arc::new(copy), catalogue: None })
}

/// A copy was never issued, nothing happened to it, and no review of it was closed.
fn unfollow(copy: &mut Plan) {
    copy.frozen.clear();
    copy.scans.clear();
    copy.log.clear();
    (copy.issued, copy.sent) = (None, false);
    for review in &mut copy.reviews {
        review.closed = None;
    }
}

/// A plan as the first draft of another school year's, with fresh numbers throughout: without
/// number, day and label, without what became of its work and of its reviews, and with the new
/// year in its title. All other words stay as they are, the times among them.
#[must_use]
pub fn for_year(plan: &Plan, year: SchoolYear, fresh: &mut FreshIds) -> Plan {
    let mut next = draft_for_year(plan, year, fresh);
    for line in &mut next.subject {
        *line = with_year(line, plan.school_year, year);
    }
    next
}

/// The same with its words as they are, the title among them.
#[must_use]
pub fn draft_for_year(plan: &Plan, year: SchoolYear, fresh: &mut FreshIds) -> Plan {
    let (new, _) = fresh_ids([plan], fresh.next());
    fresh.pass(new.values().copied());
    let mut next = plan.renumbered(&new);
    next.school_year = year;
    next.amends = None;
    unfollow(&mut next);
    next.label.clear();
    next.number.clear();
    next.date = PlanDate::default();
    for row in &mut next.rows {
        if let Row::Item(item) = row {
            *item = Arc::new(Item {
                status: None,
                result: String::new(),
                adjustment: String::new(),
                proof: String::new(),
                reason: String::new(),
                spent: Typed::default(),
                done_on: None,
                percent: None,
                ..(**item).clone()
            });
        }
    }
    for review in &mut next.reviews {
        review.result.clear();
        review.adjustment.clear();
        review.day = None;
    }
    next
}

/// What a plan that was made of last year's still says of that year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stale {
    /// The times of its items that lie before its own school year, as typed, each once.
    pub times: Vec<String>,
    /// How many items have such a time.
    pub items: usize,
    /// The calendar years gone by that its other words name.
    pub years: BTreeSet<i16>,
    /// In how many paragraphs and cells they are named.
    pub places: usize,
}

/// What of a plan has to be looked at because it was true of the year before. Laws are cited by
/// their years: only the two calendar years before its own are looked for in its words.
#[must_use]
pub fn stale(plan: &Plan, terms: &TermDates) -> Stale {
    let year = plan.school_year;
    let begins = Date::new(year.first(), 8, 1).ok();
    let gone = |typed: &str| {
        let end = understand_period(typed, year, terms).end;
        end.zip(begins).is_some_and(|(end, begins)| end < begins)
    };
    let mut stale = Stale::default();
    let mut times = BTreeSet::new();
    for item in plan.items() {
        let time = item.time.typed.trim();
        if gone(time) {
            stale.items += 1;
            times.insert(time);
            if times.len() > stale.times.len() {
                stale.times.push(time.to_owned());
            }
        }
    }
    let old = [year.first() - 2, year.first() - 1];
    let mut words = plan.clone();
    words.each_text(&mut |text| {
        if times.contains(text.trim()) {
            return;
        }
        let named: BTreeSet<i16> = numbers(text).filter(|number| old.contains(number)).collect();
        stale.places += usize::from(!named.is_empty());
        stale.years.extend(named);
    });
    stale
}

/// The whole numbers of a text.
fn numbers(text: &str) -> impl Iterator<Item = i16> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok())
}

/// A line in which one school year stands for another, however its hyphen was typed.
fn with_year(line: &str, old: SchoolYear, new: SchoolYear) -> String {
    let mut next = line.to_owned();
    for named in years_named(line).into_iter().rev() {
        if named.year == NamedYear::School(old.first()) && named.aside.is_none() {
            next.replace_range(named.at, &new.to_string());
        }
    }
    next
}

/// The same rows with fresh numbers: for a duplicate or a paste.
#[must_use]
pub fn fresh_rows(rows: &[Row], fresh: &mut FreshIds) -> Vec<Row> {
    rows.iter().map(|row| row.with_id(fresh.give())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(first: i16) -> SchoolYear {
        SchoolYear::starting(first).unwrap()
    }

    #[test]
    fn what_a_copy_still_says_of_the_year_before_is_told() {
        let item = |id, time: &str| {
            let time = crate::plan::Typed::new(time);
            Row::Item(Arc::new(crate::plan::Item { id: Id(id), time, ..Default::default() }))
        };
        let words = [
            "Căn cứ Thông tư số 18/2018/TT-BGDĐT;",
            "Kết quả năm học 2024-2025 là cơ sở của kế hoạch.",
        ];
        let bases = words.map(|text| crate::plan::Paragraph::plain(crate::plan::Level::None, text));
        let mut plan = Plan::empty(year(2026));
        plan.bases = bases.to_vec();
        plan.rows = vec![
            item(1, "Tháng 10/2025"),
            item(2, "Tháng 10/2025"),
            item(3, "Tháng 5/2026"),
            item(4, "Tháng 10/2026"),
            item(5, "Học kỳ I"),
        ];
        let terms = TermDates::usual(plan.school_year);
        let stale = stale(&plan, &terms);
        assert_eq!(stale.times, ["Tháng 10/2025", "Tháng 5/2026"]);
        assert_eq!(stale.items, 3);
        assert_eq!((stale.years, stale.places), ([2024, 2025].into(), 1));
    }

    #[test]
    fn the_year_in_a_title_is_the_new_one_however_it_was_typed() {
        for typed in [
            "2024-2025",
            "2024 - 2025",
            "2024–2025",
            "2024 – 2025",
            "2024−2025",
            "2024\u{A0}- 2025",
            "2024/2025",
        ] {
            let line = format!("Cải tiến chất lượng năm học {typed}");
            let next = with_year(&line, year(2024), year(2025));
            assert_eq!(next, "Cải tiến chất lượng năm học 2025 - 2026");
        }
        assert_eq!(with_year("giai đoạn 2024-2030", year(2024), year(2025)), "giai đoạn 2024-2030");
    }
}
