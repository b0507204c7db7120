//! The numbers inside a dossier: which are given, and how to give them anew.

use std::collections::HashMap;
use std::sync::Arc;

use super::rules::LAST_ID;
use super::{Dossier, Frozen, Id, Part, Plan, Problem, Row};

impl Row {
    /// The same row under another number.
    #[must_use]
    pub fn with_id(&self, id: Id) -> Self {
        match self {
            Self::Band(band) => Self::Band(Arc::new(super::Band { id, ..(**band).clone() })),
            Self::Group(group) => Self::Group(Arc::new(super::Group { id, ..(**group).clone() })),
            Self::Item(item) => Self::Item(Arc::new(super::Item { id, ..(**item).clone() })),
        }
    }
}

impl Plan {
    /// Every number given in this plan, its own first, in a fixed order.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        let groups = self.working_groups.iter();
        std::iter::once(self.id)
            .chain(self.parts.iter().map(|part| part.id))
            .chain(self.rows.iter().map(Row::id))
            .chain(self.problems.iter().map(|problem| problem.id))
            .chain(self.reviews.iter().map(|review| review.id))
            .chain(groups.flat_map(|group| {
                std::iter::once(group.id).chain(group.members.iter().map(|member| member.id))
            }))
            .chain(self.supervisors.iter().map(|supervisor| supervisor.id))
            .chain(self.signatures.iter().map(|signature| signature.id))
            .chain(self.frozen.iter().map(|copy| copy.id))
            .chain(self.scans.iter().map(|scan| scan.id))
            .chain(self.log.iter().map(|entry| entry.id))
    }

    /// The same plan with every number it gives put through `give`, in the order of
    /// [`Self::ids`]; what refers to one of them is left as it is.
    #[must_use]
    pub fn with_ids(&self, give: &mut dyn FnMut(Id) -> Id) -> Self {
        let mut plan = self.clone();
        plan.id = give(plan.id);
        for part in &mut plan.parts {
            *part = Arc::new(Part { id: give(part.id), ..(**part).clone() });
        }
        for row in &mut plan.rows {
            *row = row.with_id(give(row.id()));
        }
        for problem in &mut plan.problems {
            *problem = Arc::new(Problem { id: give(problem.id), ..(**problem).clone() });
        }
        for review in &mut plan.reviews {
            review.id = give(review.id);
        }
        for group in &mut plan.working_groups {
            group.id = give(group.id);
            for member in &mut group.members {
                member.id = give(member.id);
            }
        }
        for supervisor in &mut plan.supervisors {
            supervisor.id = give(supervisor.id);
        }
        for signature in &mut plan.signatures {
            signature.id = give(signature.id);
        }
        for copy in &mut plan.frozen {
            *copy = Arc::new(Frozen { id: give(copy.id), ..(**copy).clone() });
        }
        for scan in &mut plan.scans {
            scan.id = give(scan.id);
        }
        for entry in &mut plan.log {
            entry.id = give(entry.id);
        }
        plan
    }

    /// The same plan with new numbers; references inside it follow, and a
    /// number that is not in the map stays.
    #[must_use]
    pub fn renumbered(&self, new: &HashMap<Id, Id>) -> Self {
        let to = |id: Id| new.get(&id).copied().unwrap_or(id);
        let mut plan = self.with_ids(&mut |id| to(id));
        plan.amends = plan.amends.map(to);
        plan.about = plan.about.map(to);
        plan.review = plan.review.map(to);
        plan.issued = plan.issued.map(to);
        for review in &mut plan.reviews {
            review.closed = review.closed.map(to);
        }
        for entry in &mut plan.log {
            entry.about = entry.about.map(to);
        }
        for row in &mut plan.rows {
            if let Row::Item(item) = row
                && item.problem.is_some()
            {
                let item = Arc::make_mut(item);
                item.problem = item.problem.map(to);
            }
        }
        for supervisor in &mut plan.supervisors {
            supervisor.group = supervisor.group.map(to);
        }
        plan
    }
}

impl Dossier {
    /// Every number given in this dossier.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        self.plans.iter().flat_map(|plan| plan.ids())
    }
}

/// Fresh numbers, from `first` on, for all that these plans hold.
///
/// Copies that never change go on telling of the old numbers: where there are some, all numbers
/// move by the same distance, by which a copy is understood (`year::frozen`).
///
/// Returns the map from old to new and the next number after them.
#[must_use]
pub fn fresh_ids<'a>(
    plans: impl IntoIterator<Item = &'a Plan>,
    first: Id,
) -> (HashMap<Id, Id>, Id) {
    let plans: Vec<&Plan> = plans.into_iter().collect();
    let ids = || plans.iter().flat_map(|plan| plan.ids());
    if let Some((least, most)) = ids().min().zip(ids().max())
        && plans.iter().any(|plan| !plan.frozen.is_empty())
        && let Some(last) = first.0.checked_add(most.0 - least.0).filter(|id| *id <= LAST_ID.0)
    {
        let moved = |id: Id| (id, Id(id.0 - least.0 + first.0));
        return (ids().map(moved).collect(), Id(last).next());
    }
    let mut next = first;
    let mut new = HashMap::new();
    for id in ids() {
        new.entry(id).or_insert_with(|| {
            let given = next;
            next = next.next();
            given
        });
    }
    (new, next)
}
