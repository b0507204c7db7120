//! The numbers inside a dossier: which are given, and how to give them anew.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Dossier, Id, Part, Plan, Problem, Row, Supervisor, WorkingGroup};

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
        std::iter::once(self.id)
            .chain(self.parts.iter().map(|part| part.id))
            .chain(self.rows.iter().map(Row::id))
            .chain(self.problems.iter().map(|problem| problem.id))
            .chain(self.working_groups.iter().map(|group| group.id))
    }

    /// The same plan with new numbers; references inside it follow, and a
    /// number that is not in the map stays.
    #[must_use]
    pub fn renumbered(&self, new: &HashMap<Id, Id>) -> Self {
        let to = |id: Id| new.get(&id).copied().unwrap_or(id);
        let row = |row: &Row| {
            let moved = row.with_id(to(row.id()));
            match moved {
                Row::Item(item) if item.problem.is_some() => {
                    let problem = item.problem.map(to);
                    Row::Item(Arc::new(super::Item { problem, ..(*item).clone() }))
                }
                other => other,
            }
        };
        Self {
            id: to(self.id),
            amends: self.amends.map(to),
            parts: self
                .parts
                .iter()
                .map(|part| Arc::new(Part { id: to(part.id), ..(**part).clone() }))
                .collect(),
            rows: self.rows.iter().map(row).collect(),
            problems: self
                .problems
                .iter()
                .map(|problem| Arc::new(Problem { id: to(problem.id), ..(**problem).clone() }))
                .collect(),
            working_groups: self
                .working_groups
                .iter()
                .map(|group| WorkingGroup { id: to(group.id), ..group.clone() })
                .collect(),
            supervisors: self
                .supervisors
                .iter()
                .map(|one| Supervisor { group: one.group.map(to), ..one.clone() })
                .collect(),
            ..self.clone()
        }
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
/// Returns the map from old to new and the next number after them.
#[must_use]
pub fn fresh_ids<'a>(
    plans: impl IntoIterator<Item = &'a Plan>,
    first: Id,
) -> (HashMap<Id, Id>, Id) {
    let mut next = first;
    let mut new = HashMap::new();
    for id in plans.into_iter().flat_map(Plan::ids) {
        new.entry(id).or_insert_with(|| {
            let given = next;
            next = next.next();
            given
        });
    }
    (new, next)
}
