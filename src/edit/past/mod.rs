//! How an older value of a dossier differs from the one of now, and how one piece of it is taken
//! back.
//!
//! Records are the same by their numbers, which are never given twice. Invariant: where nothing is
//! found, both values are equal but for the next number to give; what differs and is no piece
//! that can be taken back by itself (an order, a width) is told as [`Difference::Other`].

mod alike;
mod take_back;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::List;
use super::place::ids_of;
use crate::plan::{
    Block, Dossier, Field, Id, Item, Paragraph, Place, Plan, Record, RecordId, Row, Spot,
};

pub use take_back::take_back;

/// One difference between an older value and the one of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// It was there, and is gone.
    Gone(Thing),
    /// It says something else now.
    Changed(Wording),
    /// It was not there yet.
    New(Thing),
    /// Something else differs, in a plan or in the dossier as a whole.
    Other(Option<Id>),
}

/// What comes and goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A plan.
    Plan(Id),
    /// An element of a list of a plan.
    Element {
        /// Which plan.
        plan: Id,
        /// Which list.
        list: List,
        /// Which element.
        id: Id,
    },
}

/// What says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wording {
    /// A text of the school's letterhead.
    School(Field),
    /// A text of a record of a plan.
    Text(Id, RecordId, Field),
    /// The legal bases of a plan.
    Bases(Id),
    /// Its opening paragraph.
    Opening(Id),
    /// The words of one of its parts.
    Part(Id, Id),
    /// How far one of its items has come.
    Status(Id, Id),
}

/// The lists of a plan but those inside another list.
const LISTS: [List; 7] = [
    List::Parts,
    List::Rows,
    List::Problems,
    List::Reviews,
    List::WorkingGroups,
    List::Supervisors,
    List::Signatures,
];

/// All differences: what is gone, what says something else, what is new, and then the others; each
/// kind in the order of the plans.
#[must_use]
pub fn differences(then: &Dossier, now: &Dossier) -> Vec<Difference> {
    let mut gone = Vec::new();
    let mut changed = Vec::new();
    let mut new = Vec::new();
    let mut other = Vec::new();
    for field in texts_that_differ(&then.school, &now.school) {
        changed.push(Wording::School(field));
    }
    for plan in &then.plans {
        let Some(same) = now.plan(plan.id) else {
            gone.push(Thing::Plan(plan.id));
            continue;
        };
        if plan == same {
            continue;
        }
        let lists = lists_of(plan, same);
        elements(plan, same, &lists, &mut gone);
        let found = changed.len();
        wordings(plan, same, &mut changed);
        elements(same, plan, &lists, &mut new);
        if !alike::plans(plan, same, &changed[found..]) {
            other.push(Some(plan.id));
        }
    }
    new.extend(
        now.plans.iter().filter(|one| then.plan(one.id).is_none()).map(|one| Thing::Plan(one.id)),
    );
    if !alike::frames(then, now) {
        other.push(None);
    }
    let gone = gone.into_iter().map(Difference::Gone);
    let changed = changed.into_iter().map(Difference::Changed);
    let new = new.into_iter().map(Difference::New);
    gone.chain(changed).chain(new).chain(other.into_iter().map(Difference::Other)).collect()
}

/// The lists that both plans have: those of members by the groups that are in both.
fn lists_of(one: &Plan, other: &Plan) -> Vec<List> {
    let groups: HashSet<Id> = other.working_groups.iter().map(|group| group.id).collect();
    let both = one.working_groups.iter().filter(|group| groups.contains(&group.id));
    LISTS.into_iter().chain(both.map(|group| List::Members(group.id))).collect()
}

/// What one plan has in its lists and the other has not.
fn elements(has: &Plan, lacks: &Plan, lists: &[List], found: &mut Vec<Thing>) {
    for list in lists {
        let others: HashSet<Id> = ids_of(*list, lacks).into_iter().collect();
        let alone = ids_of(*list, has).into_iter().filter(|id| !others.contains(id));
        found.extend(alone.map(|id| Thing::Element { plan: has.id, list: *list, id }));
    }
}

/// What both plans have, and says something else in them.
fn wordings(then: &Plan, now: &Plan, found: &mut Vec<Wording>) {
    let plan = then.id;
    let texts: HashMap<(RecordId, Field), Cow<'_, str>> =
        texts(now).into_iter().map(|(record, field, text)| ((record, field), text)).collect();
    for (record, field, text) in self::texts(then) {
        if texts.get(&(record, field)).is_some_and(|other| *other != text) {
            found.push(Wording::Text(plan, record, field));
        }
    }
    if then.bases != now.bases {
        found.push(Wording::Bases(plan));
    }
    if then.opening != now.opening {
        found.push(Wording::Opening(plan));
    }
    let parts: HashMap<Id, &[Block]> =
        now.parts.iter().map(|part| (part.id, part.blocks.as_slice())).collect();
    for part in &then.parts {
        if parts.get(&part.id).is_some_and(|blocks| **blocks != *part.blocks) {
            found.push(Wording::Part(plan, part.id));
        }
    }
    let items: HashMap<Id, &Item> = now.items().map(|item| (item.id, &**item)).collect();
    for item in then.items() {
        if items.get(&item.id).is_some_and(|other| other.status != item.status) {
            found.push(Wording::Status(plan, item.id));
        }
    }
}

/// Every text of every record of a plan.
fn texts(plan: &Plan) -> Vec<(RecordId, Field, Cow<'_, str>)> {
    let mut all = Vec::new();
    of_record(RecordId::Plan, plan, &mut all);
    of_record(RecordId::Letterhead, &plan.letterhead, &mut all);
    for part in &plan.parts {
        of_record(RecordId::Part(part.id), &**part, &mut all);
    }
    for row in &plan.rows {
        let id = RecordId::Row(row.id());
        match row {
            Row::Band(band) => of_record(id, &**band, &mut all),
            Row::Group(group) => of_record(id, &**group, &mut all),
            Row::Item(item) => of_record(id, &**item, &mut all),
        }
    }
    for problem in &plan.problems {
        of_record(RecordId::Problem(problem.id), &**problem, &mut all);
    }
    for review in &plan.reviews {
        of_record(RecordId::Review(review.id), review, &mut all);
    }
    for group in &plan.working_groups {
        of_record(RecordId::WorkingGroup(group.id), group, &mut all);
        for member in &group.members {
            of_record(RecordId::Member(member.id), member, &mut all);
        }
    }
    for person in &plan.supervisors {
        of_record(RecordId::Supervisor(person.id), person, &mut all);
    }
    for signature in &plan.signatures {
        of_record(RecordId::Signature(signature.id), signature, &mut all);
    }
    all
}

fn of_record<'a, R: Record>(
    id: RecordId,
    record: &'a R,
    all: &mut Vec<(RecordId, Field, Cow<'a, str>)>,
) {
    all.extend(R::TEXTS.iter().map(|one| (id, one.field, one.get(record))));
}

/// The fields of two records of one kind that differ.
fn texts_that_differ<R: Record>(one: &R, other: &R) -> Vec<Field> {
    let differ = R::TEXTS.iter().filter(|text| text.get(one) != text.get(other));
    differ.map(|text| text.field).collect()
}

impl Thing {
    /// The plan it is, or is in.
    #[must_use]
    pub fn plan(&self) -> Id {
        match self {
            Self::Plan(plan) | Self::Element { plan, .. } => *plan,
        }
    }

    /// The number of it itself.
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Plan(id) | Self::Element { id, .. } => *id,
        }
    }

    /// The words by which a person knows it, in a value that has it: of a plan those of its title.
    #[must_use]
    pub fn words(&self, dossier: &Dossier) -> String {
        let Self::Element { plan, list, id } = self else {
            let plan = dossier.plan(self.id());
            return plan.map(|plan| plan.subject.join(" ")).unwrap_or_default();
        };
        let Some(plan) = dossier.plan(*plan) else { return String::new() };
        let record = list.record(*id);
        KNOWN_BY
            .iter()
            .filter_map(|field| plan.text_of(record, *field))
            .find(|text| !text.trim().is_empty())
            .map(Cow::into_owned)
            .unwrap_or_default()
    }

    fn place(&self, dossier: &Dossier) -> Option<Place> {
        let Self::Element { plan, list, id } = self else { return None };
        let at = dossier.plan(*plan)?.spot(list.record(*id), None);
        // The fields of Thông tin have a place by their names only.
        Some(Place { plan: *plan, at: at? })
    }
}

/// The fields by whose words a person knows a record, the best first.
const KNOWN_BY: [Field; 10] = [
    Field::Content,
    Field::Weakness,
    Field::Text,
    Field::Title,
    Field::Heading,
    Field::Name,
    Field::Label,
    Field::CriterionText,
    Field::When,
    Field::Position,
];

impl Wording {
    /// The plan in which it stands; none for the school's own.
    #[must_use]
    pub fn plan(&self) -> Option<Id> {
        match self {
            Self::School(_) => None,
            Self::Text(plan, ..)
            | Self::Bases(plan)
            | Self::Opening(plan)
            | Self::Part(plan, _)
            | Self::Status(plan, _) => Some(*plan),
        }
    }

    /// What it says in a value; of a status nothing, which is no words.
    #[must_use]
    pub fn words(&self, dossier: &Dossier) -> String {
        let plan = self.plan().and_then(|plan| dossier.plan(plan));
        let found = match (self, plan) {
            (Self::School(field), _) => dossier.school.read(*field).map(Cow::into_owned),
            (Self::Status(..), _) | (_, None) => None,
            (Self::Text(_, record, field), Some(plan)) => {
                plan.text_of(*record, *field).map(Cow::into_owned)
            }
            (Self::Bases(_), Some(plan)) => Some(joined(plan.bases.iter())),
            (Self::Opening(_), Some(plan)) => Some(joined(plan.opening.iter())),
            (Self::Part(_, part), Some(plan)) => {
                let part = plan.parts.iter().find(|one| one.id == *part);
                part.map(|part| {
                    joined(part.blocks.iter().filter_map(|block| match block {
                        Block::Paragraph(paragraph) => Some(paragraph),
                        _ => None,
                    }))
                })
            }
        };
        found.unwrap_or_default()
    }

    fn place(&self, dossier: &Dossier) -> Option<Place> {
        let plan = self.plan()?;
        let at = match self {
            Self::School(_) => None,
            Self::Text(_, record, field) => dossier.plan(plan)?.spot(*record, Some(*field)),
            Self::Bases(_) => Some(Spot::Bases),
            Self::Opening(_) => Some(Spot::Opening),
            Self::Part(_, part) => Some(Spot::Part(*part)),
            Self::Status(_, item) => Some(Spot::Row(*item, Some(Field::Status))),
        };
        Some(Place { plan, at: at? })
    }
}

fn joined<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> String {
    paragraphs.map(Paragraph::text).collect::<Vec<_>>().join("\n")
}

impl Difference {
    /// Where it is, in a value that has it; none where that is no place inside a plan.
    #[must_use]
    pub fn place(&self, dossier: &Dossier) -> Option<Place> {
        match self {
            Self::Gone(thing) | Self::New(thing) => thing.place(dossier),
            Self::Changed(wording) => wording.place(dossier),
            Self::Other(_) => None,
        }
    }

    /// The plan in which it is; none where it is in the dossier as a whole.
    #[must_use]
    pub fn plan(&self) -> Option<Id> {
        match self {
            Self::Gone(thing) | Self::New(thing) => Some(thing.plan()),
            Self::Changed(wording) => wording.plan(),
            Self::Other(plan) => *plan,
        }
    }
}
