//! What a plan says of its work at a review: what became of each piece, counted and by standard.

use crate::plan::{Dossier, Id, Item, Plan, Review, Status};
use crate::timeline::{By, Groups, short_name};
use crate::understand::status_words;
use crate::words;

/// What is counted under a status, and under none: nobody said how far it is.
pub(super) const KINDS: [Option<Status>; 6] = [
    Some(Status::Done),
    Some(Status::UnderWay),
    Some(Status::NotDone),
    Some(Status::NotStarted),
    Some(Status::Dropped),
    None,
];

/// The work of a plan as a review finds it.
pub(super) struct Facts<'a> {
    pub dossier: &'a Dossier,
    pub plan: &'a Plan,
    /// In the order of the plan; rows in which nothing is written are left out.
    pub works: Vec<Work<'a>>,
    /// By standard, or by the plan's own groups: a title and places among the works.
    pub standards: Vec<(String, Vec<usize>)>,
}

/// A piece of work.
pub(super) struct Work<'a> {
    pub item: &'a Item,
    /// Its short name, on one line.
    pub name: String,
}

impl Work<'_> {
    /// Whether it goes on in the next year: it is neither done nor given up.
    pub fn is_carried_over(&self) -> bool {
        !matches!(self.item.status, Some(Status::Done | Status::Dropped))
    }

    /// Whether a report gives an account of it: it was to be done, and it was not. Before the end
    /// of the year what is not begun may still be.
    pub fn is_unfinished(&self, at_end: bool) -> bool {
        match self.item.status {
            Some(Status::Done | Status::UnderWay) => false,
            Some(Status::NotDone | Status::Dropped) => true,
            Some(Status::NotStarted) | None => at_end,
        }
    }
}

impl<'a> Facts<'a> {
    pub fn of(dossier: &'a Dossier, plan: &'a Plan) -> Self {
        let mut groups = Groups::new(dossier, plan, By::Standard);
        let mut works: Vec<Work<'a>> = Vec::new();
        for row in &plan.rows {
            groups.pass(row);
            let Some(item) = row.as_item() else { continue };
            let name = short_name(dossier, plan, item);
            if !name.is_empty() {
                groups.add(item, works.len());
                works.push(Work { item, name });
            }
        }
        Self { dossier, plan, works, standards: groups.finish() }
    }

    /// Whether of some work nobody said how far it is: it is never taken for unfinished.
    pub fn has_untold(&self) -> bool {
        self.works.iter().any(|work| work.item.status.is_none())
    }

    /// How many of these works are of a kind.
    pub fn count(&self, of: &[usize], kind: Option<Status>) -> usize {
        let works = of.iter().filter_map(|at| self.works.get(*at));
        works.filter(|work| work.item.status == kind).count()
    }

    /// The kinds that are told: what a plan is measured by always, others where there are some.
    pub fn kinds(&self) -> Vec<Option<Status>> {
        let always = [Some(Status::Done), Some(Status::UnderWay), Some(Status::NotDone)];
        let there = |kind| self.works.iter().any(|work| work.item.status == kind);
        KINDS.into_iter().filter(|kind| always.contains(kind) || there(*kind)).collect()
    }

    /// "trong 13 nội dung, 08 nội dung hoàn thành, 04 nội dung đang thực hiện"
    pub fn counted(&self) -> String {
        if self.works.is_empty() {
            return "kế hoạch chưa ghi nội dung nào".to_owned();
        }
        let all: Vec<usize> = (0..self.works.len()).collect();
        let told = self.kinds().into_iter().map(|kind| (kind, self.count(&all, kind)));
        let told = told.filter(|(_, count)| *count > 0).map(|(kind, count)| {
            format!("{} nội dung {}", two_digits(count), kind_words(kind).to_lowercase())
        });
        let parts: Vec<String> = told.collect();
        format!("trong {} nội dung, {}", two_digits(all.len()), parts.join(", "))
    }
}

/// "Hoàn thành"; of what nobody said anything "Chưa ghi mức độ".
pub(super) fn kind_words(kind: Option<Status>) -> &'static str {
    kind.map_or("Chưa ghi mức độ", status_words)
}

/// A number under 10 is written with a 0 in running words.
pub(super) fn two_digits(count: usize) -> String {
    if count < 10 { format!("0{count}") } else { words::number(count as u64) }
}

/// The review of a plan.
pub(super) fn review_of(plan: &Plan, id: Id) -> Option<&Review> {
    plan.reviews.iter().find(|review| review.id == id)
}

/// What somebody wrote, on one line; dots where nothing is.
pub(super) fn or_dots(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { super::words::DOTS.to_owned() } else { line }
}
