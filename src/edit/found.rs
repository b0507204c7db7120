//! Words that a damaged file gave back without their place: a part of their own in the newest plan.

use std::sync::Arc;

use jiff::civil::Date;

use super::FreshIds;
use crate::plan::{Block, Dossier, Level, Paragraph, Part, Plan, SchoolYear};

/// The heading of that part.
pub const FOUND_PART: &str = "Phần tìm lại được";

/// The dossier with these texts in a part at the end of its newest plan, each line a paragraph;
/// where it has no plan, one is made for them.
#[must_use]
pub fn with_found<'t>(dossier: &Dossier, texts: impl Iterator<Item = &'t str>) -> Dossier {
    let lines = texts.flat_map(str::lines).filter(|line| !line.trim().is_empty());
    let blocks: Vec<Block> =
        lines.map(|line| Block::Paragraph(Paragraph::plain(Level::None, line))).collect();
    let mut dossier = dossier.clone();
    if blocks.is_empty() {
        return dossier;
    }
    let mut fresh = FreshIds::from(dossier.next_id);
    if dossier.plans.is_empty() {
        // Nothing says of which year the words are.
        let mut plan = Plan::empty(SchoolYear::of(Date::constant(2026, 9, 1)));
        plan.id = fresh.give();
        dossier.plans.push(Arc::new(plan));
    }
    let newest = dossier.newest_plan().map(|plan| plan.id);
    let part = Part { id: fresh.give(), heading: FOUND_PART.into(), blocks, ..Part::default() };
    dossier.next_id = fresh.give();
    if let Some(plan) = dossier.plans.iter_mut().find(|plan| Some(plan.id) == newest) {
        Arc::make_mut(plan).parts.push(Arc::new(part));
    }
    dossier
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_line_by_line_at_the_end_of_the_newest_plan() {
        let year = |first| SchoolYear::starting(first).unwrap();
        let mut dossier = Dossier { next_id: crate::plan::Id(7), ..Dossier::default() };
        assert_eq!(with_found(&dossier, [" \n"].into_iter()), dossier);
        let alone = with_found(&dossier, ["một"].into_iter());
        assert_eq!((alone.plans.len(), alone.check_rules()), (1, Ok(())));

        for (id, first) in [(1, 2027), (2, 2026)] {
            let mut plan = Plan::empty(year(first));
            plan.id = crate::plan::Id(id);
            dossier.plans.push(Arc::new(plan));
        }
        let found = with_found(&dossier, ["một\n\nhai", "ba"].into_iter());
        let texts: Vec<String> =
            found.plans[0].parts[0].stretch(0).iter().map(Paragraph::text).collect();
        assert_eq!(texts, ["một", "hai", "ba"]);
        assert_eq!(found.plans[0].parts[0].heading, FOUND_PART);
        assert_eq!(found.plans[1], dossier.plans[1]);
        assert_eq!(found.check_rules(), Ok(()));
    }
}
