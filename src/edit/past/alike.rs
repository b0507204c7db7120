//! Whether two values are alike in all that is not told piece by piece.

use std::collections::HashSet;
use std::sync::Arc;

use super::Wording;
use crate::plan::{Dossier, Field, Id, Item, Part, Plan, Record, RecordId, Row};

/// Whether two values of one plan have the same form when what is gone, what is new and what says
/// something else are left out of both.
pub(super) fn plans(one: &Plan, other: &Plan, told: &[Wording]) -> bool {
    let told = Told::of(told);
    bare(one, other, &told) == bare(other, one, &told)
}

/// Whether two dossiers are alike outside of their plans and the school's texts, and have the
/// plans that both have in the same order.
pub(super) fn frames(one: &Dossier, other: &Dossier) -> bool {
    frame(one, other) == frame(other, one)
}

fn frame(of: &Dossier, beside: &Dossier) -> (Dossier, Vec<Id>) {
    let both = of.plans.iter().map(|plan| plan.id).filter(|id| beside.plan(*id).is_some());
    let order = both.collect();
    let mut school = of.school.clone();
    for text in crate::plan::Letterhead::TEXTS {
        school.write(text.field, String::new());
    }
    let frame = Dossier { plans: Vec::new(), school, next_id: Id::default(), ..of.clone() };
    (frame, order)
}

/// What was told of a plan, to be looked up.
struct Told {
    texts: HashSet<(RecordId, Field)>,
    parts: HashSet<Id>,
    bases: bool,
    opening: bool,
}

impl Told {
    fn of(told: &[Wording]) -> Self {
        let mut found =
            Self { texts: HashSet::new(), parts: HashSet::new(), bases: false, opening: false };
        for wording in told {
            match wording {
                Wording::Text(_, record, field) => drop(found.texts.insert((*record, *field))),
                Wording::Part(_, part) => drop(found.parts.insert(*part)),
                Wording::Bases(_) => found.bases = true,
                Wording::Opening(_) => found.opening = true,
                Wording::School(_) | Wording::Status(..) => {}
            }
        }
        found
    }

    fn blank<R: Record>(&self, id: RecordId, record: &mut R) {
        for text in R::TEXTS {
            if self.texts.contains(&(id, text.field)) {
                record.write(text.field, String::new());
            }
        }
    }

    fn has<R: Record>(&self, id: RecordId) -> bool {
        R::TEXTS.iter().any(|text| self.texts.contains(&(id, text.field)))
    }
}

/// A plan without what another one lacks, and without what was told.
fn bare(plan: &Plan, beside: &Plan, told: &Told) -> Plan {
    let both: HashSet<Id> = beside.ids().collect();
    let mut plan = plan.clone();
    told.blank(RecordId::Plan, &mut plan);
    told.blank(RecordId::Letterhead, &mut plan.letterhead);
    if told.bases {
        plan.bases.clear();
    }
    if told.opening {
        plan.opening.clear();
    }
    plan.parts.retain(|part| both.contains(&part.id));
    for part in &mut plan.parts {
        let id = RecordId::Part(part.id);
        if told.parts.contains(&part.id) || told.has::<Part>(id) {
            let part = Arc::make_mut(part);
            told.blank(id, part);
            if told.parts.contains(&part.id) {
                part.blocks.clear();
            }
        }
    }
    plan.rows.retain(|row| both.contains(&row.id()));
    for row in &mut plan.rows {
        let id = RecordId::Row(row.id());
        match row {
            Row::Band(band) if told.has::<crate::plan::Band>(id) => {
                told.blank(id, Arc::make_mut(band));
            }
            Row::Group(group) if told.has::<crate::plan::Group>(id) => {
                let group = Arc::make_mut(group);
                told.blank(id, group);
                // It is understood of the title.
                group.standard = None;
            }
            Row::Item(item) => {
                let lost = item.problem.is_some_and(|problem| !both.contains(&problem));
                if lost || item.status.is_some() || told.has::<Item>(id) {
                    let item = Arc::make_mut(item);
                    told.blank(id, item);
                    item.status = None;
                    item.problem = item.problem.filter(|_| !lost);
                }
            }
            Row::Band(_) | Row::Group(_) => {}
        }
    }
    plan.problems.retain(|problem| both.contains(&problem.id));
    for problem in &mut plan.problems {
        let id = RecordId::Problem(problem.id);
        if told.has::<crate::plan::Problem>(id) {
            told.blank(id, Arc::make_mut(problem));
        }
    }
    plan.reviews.retain(|review| both.contains(&review.id));
    for review in &mut plan.reviews {
        told.blank(RecordId::Review(review.id), review);
    }
    plan.working_groups.retain(|group| both.contains(&group.id));
    for group in &mut plan.working_groups {
        let id = RecordId::WorkingGroup(group.id);
        told.blank(id, group);
        if told.texts.contains(&(id, Field::Task)) {
            // They are understood of the task.
            group.standards.clear();
        }
        group.members.retain(|member| both.contains(&member.id));
        for member in &mut group.members {
            told.blank(RecordId::Member(member.id), member);
        }
    }
    plan.supervisors.retain(|person| both.contains(&person.id));
    for person in &mut plan.supervisors {
        let id = RecordId::Supervisor(person.id);
        told.blank(id, person);
        // It is understood of the words, and there only while the group is.
        let understood = told.texts.contains(&(id, Field::What));
        person.group = person.group.filter(|group| both.contains(group) && !understood);
    }
    plan.signatures.retain(|signature| both.contains(&signature.id));
    for signature in &mut plan.signatures {
        told.blank(RecordId::Signature(signature.id), signature);
    }
    plan
}
