//! The lists of a plan whose elements have ids: what comes in, goes and moves.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::EditError;
use super::ids::{FreshIds, Given};
use crate::plan::{
    Id, Item, Member, Part, Plan, Problem, RecordId, Review, Row, Signature, Supervisor, Texts,
    WorkingGroup,
};

/// A list of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// The parts of the document.
    Parts,
    /// Bands, groups and items.
    Rows,
    /// The key problems.
    Problems,
    /// The reviews.
    Reviews,
    /// The working groups.
    WorkingGroups,
    /// The members of one of them.
    Members(Id),
    /// The supervising team.
    Supervisors,
    /// The signature blocks.
    Signatures,
}

impl List {
    /// The record of this number in it.
    #[must_use]
    pub fn record(self, id: Id) -> RecordId {
        match self {
            Self::Parts => RecordId::Part(id),
            Self::Rows => RecordId::Row(id),
            Self::Problems => RecordId::Problem(id),
            Self::Reviews => RecordId::Review(id),
            Self::WorkingGroups => RecordId::WorkingGroup(id),
            Self::Members(_) => RecordId::Member(id),
            Self::Supervisors => RecordId::Supervisor(id),
            Self::Signatures => RecordId::Signature(id),
        }
    }
}

/// Elements that come into a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Elements {
    /// Parts of the document.
    Parts(Vec<Arc<Part>>),
    /// Bands, groups and items.
    Rows(Vec<Row>),
    /// Problems.
    Problems(Vec<Arc<Problem>>),
    /// Reviews.
    Reviews(Vec<Review>),
    /// Working groups, with their members.
    WorkingGroups(Vec<WorkingGroup>),
    /// Members of one working group.
    Members(Id, Vec<Member>),
    /// Members of the supervising team.
    Supervisors(Vec<Supervisor>),
    /// Signature blocks.
    Signatures(Vec<Signature>),
}

impl Elements {
    /// The list they come into.
    #[must_use]
    pub fn list(&self) -> List {
        match self {
            Self::Parts(_) => List::Parts,
            Self::Rows(_) => List::Rows,
            Self::Problems(_) => List::Problems,
            Self::Reviews(_) => List::Reviews,
            Self::WorkingGroups(_) => List::WorkingGroups,
            Self::Members(group, _) => List::Members(*group),
            Self::Supervisors(_) => List::Supervisors,
            Self::Signatures(_) => List::Signatures,
        }
    }

    /// The same with fresh numbers, what they hold themselves too.
    #[must_use]
    pub fn fresh(mut self, fresh: &mut FreshIds) -> Self {
        match &mut self {
            Self::Parts(all) => all.iter_mut().for_each(|one| Arc::make_mut(one).id = fresh.give()),
            Self::Rows(all) => all.iter_mut().for_each(|one| match one {
                Row::Band(band) => Arc::make_mut(band).id = fresh.give(),
                Row::Group(group) => Arc::make_mut(group).id = fresh.give(),
                Row::Item(item) => Arc::make_mut(item).id = fresh.give(),
            }),
            Self::Problems(all) => {
                for one in all {
                    Arc::make_mut(one).id = fresh.give();
                }
            }
            Self::Reviews(all) => all.iter_mut().for_each(|one| one.id = fresh.give()),
            Self::WorkingGroups(all) => {
                for group in all {
                    group.id = fresh.give();
                    group.members.iter_mut().for_each(|one| one.id = fresh.give());
                }
            }
            Self::Members(_, all) => all.iter_mut().for_each(|one| one.id = fresh.give()),
            Self::Supervisors(all) => all.iter_mut().for_each(|one| one.id = fresh.give()),
            Self::Signatures(all) => all.iter_mut().for_each(|one| one.id = fresh.give()),
        }
        self
    }

    /// Their numbers, in their order; of what they hold themselves not.
    #[must_use]
    pub fn ids(&self) -> Vec<Id> {
        match self {
            Self::Parts(all) => ids(all),
            Self::Rows(all) => ids(all),
            Self::Problems(all) => ids(all),
            Self::Reviews(all) => ids(all),
            Self::WorkingGroups(all) => ids(all),
            Self::Members(_, all) => ids(all),
            Self::Supervisors(all) => ids(all),
            Self::Signatures(all) => ids(all),
        }
    }
}

/// An element of a list, named by its id.
trait Element {
    fn id(&self) -> Id;
}

impl Element for Row {
    fn id(&self) -> Id {
        Row::id(self)
    }
}

macro_rules! element {
    ($($name:ty),*) => {$(
        impl Element for $name {
            fn id(&self) -> Id {
                self.id
            }
        }
    )*};
}
element!(Arc<Part>, Arc<Problem>, Review, WorkingGroup, Member, Supervisor, Signature);

fn ids<T: Element>(elements: &[T]) -> Vec<Id> {
    elements.iter().map(Element::id).collect()
}

/// Elements come in.
pub(super) fn insert(
    plan: &mut Plan,
    at: usize,
    elements: Elements,
    given: &mut Given<'_>,
) -> Result<(), EditError> {
    given.take_all(elements.ids())?;
    match elements {
        Elements::Parts(new) => put(&mut plan.parts, at, new),
        Elements::Rows(new) => {
            for item in new.iter().filter_map(Row::as_item) {
                check_problem(plan, item.problem)?;
            }
            put(&mut plan.rows, at, new);
        }
        Elements::Problems(new) => put(&mut plan.problems, at, new),
        Elements::Reviews(new) => put(&mut plan.reviews, at, new),
        Elements::WorkingGroups(new) => {
            given.take_all(new.iter().flat_map(|group| &group.members).map(|one| one.id))?;
            put(&mut plan.working_groups, at, new);
        }
        Elements::Members(group, new) => put(members_mut(plan, group)?, at, new),
        Elements::Supervisors(new) => {
            check_groups(&plan.working_groups, &new)?;
            put(&mut plan.supervisors, at, new);
        }
        Elements::Signatures(new) => {
            if plan.signatures.len() + new.len() > 2 {
                return Err(EditError::TooManySignatures);
            }
            put(&mut plan.signatures, at, new);
        }
    }
    Ok(())
}

fn put<T: Texts>(list: &mut Vec<T>, at: usize, new: Vec<T>) {
    let at = at.min(list.len());
    list.splice(at..at, new.nfc());
}

/// Elements go; what names one of them names none.
pub(super) fn remove(plan: &mut Plan, list: List, gone: &[Id]) -> Result<(), EditError> {
    match list {
        List::Parts => take_out(&mut plan.parts, list, gone).map(drop),
        List::Rows => take_out(&mut plan.rows, list, gone).map(drop),
        List::Problems => {
            take_out(&mut plan.problems, list, gone)?;
            for row in &mut plan.rows {
                if let Row::Item(item) = row
                    && item.problem.is_some_and(|id| gone.contains(&id))
                {
                    *item = Arc::new(Item { problem: None, ..(**item).clone() });
                }
            }
            Ok(())
        }
        List::Reviews => take_out(&mut plan.reviews, list, gone).map(drop),
        List::WorkingGroups => {
            take_out(&mut plan.working_groups, list, gone)?;
            for supervisor in &mut plan.supervisors {
                supervisor.group = supervisor.group.filter(|group| !gone.contains(group));
            }
            Ok(())
        }
        List::Members(group) => take_out(members_mut(plan, group)?, list, gone).map(drop),
        List::Supervisors => take_out(&mut plan.supervisors, list, gone).map(drop),
        List::Signatures => take_out(&mut plan.signatures, list, gone).map(drop),
    }
}

/// Elements move together.
pub(super) fn shift(plan: &mut Plan, list: List, ids: &[Id], to: usize) -> Result<(), EditError> {
    match list {
        List::Parts => shift_in(&mut plan.parts, list, ids, to),
        List::Rows => shift_in(&mut plan.rows, list, ids, to),
        List::Problems => shift_in(&mut plan.problems, list, ids, to),
        List::Reviews => shift_in(&mut plan.reviews, list, ids, to),
        List::WorkingGroups => shift_in(&mut plan.working_groups, list, ids, to),
        List::Members(group) => shift_in(members_mut(plan, group)?, list, ids, to),
        List::Supervisors => shift_in(&mut plan.supervisors, list, ids, to),
        List::Signatures => shift_in(&mut plan.signatures, list, ids, to),
    }
}

fn shift_in<T: Element>(
    all: &mut Vec<T>,
    list: List,
    ids: &[Id],
    to: usize,
) -> Result<(), EditError> {
    let moved = take_out(all, list, ids)?;
    let to = to.min(all.len());
    all.splice(to..to, moved);
    Ok(())
}

/// Takes elements out of a list and returns them in the order they were named in.
fn take_out<T: Element>(all: &mut Vec<T>, list: List, ids: &[Id]) -> Result<Vec<T>, EditError> {
    let found: HashSet<Id> = all.iter().map(Element::id).collect();
    if let Some(lost) = ids.iter().find(|id| !found.contains(id)) {
        return Err(EditError::NoRecord(list.record(*lost)));
    }
    let place: HashMap<Id, usize> =
        ids.iter().enumerate().map(|(index, id)| (*id, index)).collect();
    let mut taken: Vec<Option<T>> = ids.iter().map(|_| None).collect();
    for element in std::mem::take(all) {
        match place.get(&element.id()) {
            Some(at) => taken[*at] = Some(element),
            None => all.push(element),
        }
    }
    Ok(taken.into_iter().flatten().collect())
}

fn members_mut(plan: &mut Plan, group: Id) -> Result<&mut Vec<Member>, EditError> {
    let found = plan.working_groups.iter_mut().find(|one| one.id == group);
    let found = found.ok_or(EditError::NoRecord(RecordId::WorkingGroup(group)))?;
    Ok(&mut found.members)
}

/// A problem that an item answers must be there.
pub(super) fn check_problem(plan: &Plan, problem: Option<Id>) -> Result<(), EditError> {
    match problem {
        Some(id) if plan.problem(id).is_none() => Err(EditError::NoRecord(RecordId::Problem(id))),
        _ => Ok(()),
    }
}

/// Every group that a supervisor is understood to look after must be there.
pub(super) fn check_groups(
    groups: &[WorkingGroup],
    supervisors: &[Supervisor],
) -> Result<(), EditError> {
    let lost = supervisors
        .iter()
        .filter_map(|supervisor| supervisor.group)
        .find(|id| groups.iter().all(|group| group.id != *id));
    lost.map_or(Ok(()), |id| Err(EditError::NoRecord(RecordId::WorkingGroup(id))))
}
