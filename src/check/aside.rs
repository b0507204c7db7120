//! Findings that a person looked at and left as they are.

use super::{Finding, Severity};
use crate::plan::{Field, Id, Plan, RecordId, SetAside, Spot};

impl Finding {
    /// What is remembered of it where it is left as it is: its rule, its place and, in short, the
    /// words that stand there. Other words at that place are found anew.
    #[must_use]
    pub fn aside(&self, plan: &Plan) -> SetAside {
        let (name, id, cell) = place(&self.place.at);
        let field = cell.map(|(_, field)| field);
        let words = cell.and_then(|(record, field)| plan.text_of(record, field));
        let words = short(words.as_deref().unwrap_or_default());
        let place = format!("{name} {} {} {words:016x}", id.0, field.map_or("", Field::name));
        SetAside { code: self.code.to_owned(), place }
    }

    /// Whether it may be left as it is: an error is mended.
    #[must_use]
    pub fn can_be_left(&self) -> bool {
        self.severity != Severity::Error
    }
}

/// A place by the kind of record and its number, and the cell where one is meant.
fn place(at: &Spot) -> (&'static str, Id, Option<(RecordId, Field)>) {
    let none = Id::default();
    match *at {
        Spot::Info(_) => ("info", none, None),
        Spot::Part(id) => ("part", id, None),
        Spot::Bases => ("bases", none, None),
        Spot::Opening => ("opening", none, None),
        Spot::Table => ("table", none, None),
        Spot::Row(id, field) => ("row", id, field.map(|field| (RecordId::Row(id), field))),
        Spot::Problem(id, field) => {
            ("problem", id, field.map(|field| (RecordId::Problem(id), field)))
        }
        Spot::Review(id, field) => ("review", id, field.map(|field| (RecordId::Review(id), field))),
        Spot::WorkingGroup(id) => ("group", id, None),
        Spot::Supervisor(id) => ("supervisor", id, None),
    }
}

/// The findings of a plan that ask for a look, and those that were left as they are.
#[must_use]
pub fn apart(plan: &Plan, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
    let asks = |finding: &Finding| {
        plan.set_aside.is_empty()
            || !finding.can_be_left()
            || !plan.set_aside.contains(&finding.aside(plan))
    };
    findings.into_iter().partition(asks)
}

/// A text in 64 bits, the same in every version: FNV-1a.
fn short(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::{FindingKind, Source};
    use crate::plan::{Item, Place, Row, SchoolYear};

    fn plan(time: &str) -> Plan {
        let time = crate::plan::Typed::new(time);
        let item = Item { id: Id(2), time, ..Item::default() };
        let rows = vec![Row::Item(Arc::new(item))];
        Plan { id: Id(1), rows, ..Plan::empty(SchoolYear::starting(2026).unwrap()) }
    }

    fn finding(severity: Severity) -> Finding {
        let at = Spot::Row(Id(2), Some(Field::Time));
        Finding {
            code: "a-rule",
            severity,
            source: Source::PlanForm,
            place: Place { plan: Id(1), at },
            kind: FindingKind::NoSchool,
            fix: None,
        }
    }

    #[test]
    fn what_was_left_is_told_again_where_other_words_stand_and_an_error_always() {
        let mut left = plan("Theo kế hoạch của Sở");
        left.set_aside = vec![finding(Severity::Note).aside(&left)];
        let both = || vec![finding(Severity::Note), finding(Severity::Error)];
        let (open, aside) = apart(&left, both());
        assert_eq!((open.len(), aside.len()), (1, 1));
        assert_eq!(open[0].severity, Severity::Error);
        let changed = Plan { set_aside: left.set_aside.clone(), ..plan("Tháng 10") };
        assert_eq!(apart(&changed, both()).0.len(), 2);
        assert_eq!(apart(&plan("Tháng 10"), both()).0.len(), 2);
    }
}
