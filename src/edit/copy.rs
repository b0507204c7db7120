//! Edits that need fresh numbers throughout.

use std::sync::Arc;

use super::{Edit, FreshIds};
use crate::plan::{Dossier, Id, Plan, PlanDate, Row, SchoolYear, fresh_ids};

/// The edit that brings a copy of a plan, with fresh numbers throughout and the
/// references inside it following; `None` when there is no such plan.
#[must_use]
pub fn copy_plan(dossier: &Dossier, plan: Id, fresh: &mut FreshIds) -> Option<Edit> {
    let plan = dossier.plan(plan)?;
    let (new, _) = fresh_ids([&**plan], fresh.next());
    fresh.pass(new.values().copied());
    Some(Edit::AddPlan { plan: Arc::new(plan.renumbered(&new)), catalogue: None })
}

/// A plan as the first draft of another school year's, with fresh numbers throughout: without
/// number, day and label, without what became of its work and of its reviews, and with the new
/// year in its title. All other words stay as they are, the times among them.
#[must_use]
pub fn for_year(plan: &Plan, year: SchoolYear, fresh: &mut FreshIds) -> Plan {
    let (new, _) = fresh_ids([plan], fresh.next());
    fresh.pass(new.values().copied());
    let mut next = plan.renumbered(&new);
    let (old, named) = (plan.school_year, year);
    next.school_year = year;
    next.amends = None;
    next.label.clear();
    next.number.clear();
    next.date = PlanDate::default();
    for line in &mut next.subject {
        *line = with_year(line, old, named);
    }
    for row in &mut next.rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).status = None;
        }
    }
    for review in &mut next.reviews {
        review.result.clear();
        review.adjustment.clear();
    }
    next
}

/// A line in which one school year stands for another, however its hyphen was typed.
fn with_year(line: &str, old: SchoolYear, new: SchoolYear) -> String {
    let (first, second) = (old.first(), old.second());
    let ways = ["-", " - ", "–", " – "].map(|dash| format!("{first}{dash}{second}"));
    let way = ways.iter().find(|way| line.contains(way.as_str()));
    way.map_or_else(|| line.to_owned(), |way| line.replace(way, &new.to_string()))
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
    fn the_year_in_a_title_is_the_new_one_however_it_was_typed() {
        for typed in ["2024-2025", "2024 - 2025", "2024–2025", "2024 – 2025"] {
            let line = format!("Cải tiến chất lượng năm học {typed}");
            let next = with_year(&line, year(2024), year(2025));
            assert_eq!(next, "Cải tiến chất lượng năm học 2025 - 2026");
        }
        assert_eq!(with_year("giai đoạn 2024-2030", year(2024), year(2025)), "giai đoạn 2024-2030");
    }
}
