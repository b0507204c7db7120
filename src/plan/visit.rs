//! All the texts of a plan, each with its place.
//!
//! Invariant: every text of every record of a plan is visited ([`Record::TEXTS`]), with its
//! paragraphs and the typed numbers of its groups; codes, ids and the titles of columns are
//! no texts of the document and are not.

use super::{
    Block, Field, GroupNumber, InfoField, Paragraph, Plan, Record, RecordId, Row, Spot,
    WorkingGroup,
};

/// Visits every text that a person may have typed into the plan, printed or not, in the
/// order of the file.
pub fn each_text(plan: &Plan, visit: &mut dyn FnMut(&Spot, &str)) {
    of_record(plan, RecordId::Plan, plan, visit);
    of_record(plan, RecordId::Letterhead, &plan.letterhead, visit);
    let words = |at: Spot, paragraphs: &[Paragraph], visit: &mut dyn FnMut(&Spot, &str)| {
        for paragraph in paragraphs {
            visit(&at, &paragraph.text());
        }
    };
    words(Spot::Bases, &plan.bases, visit);
    words(Spot::Opening, &plan.opening, visit);
    for part in &plan.parts {
        of_record(plan, RecordId::Part(part.id), part.as_ref(), visit);
        for block in &part.blocks {
            if let Block::Paragraph(paragraph) = block {
                visit(&Spot::Part(part.id), &paragraph.text());
            }
        }
    }
    for row in &plan.rows {
        let record = RecordId::Row(row.id());
        match row {
            Row::Band(band) => of_record(plan, record, band.as_ref(), visit),
            Row::Item(item) => of_record(plan, record, item.as_ref(), visit),
            Row::Group(group) => {
                if let GroupNumber::Typed(number) = &group.tt {
                    visit(&Spot::Row(group.id, None), number);
                }
                of_record(plan, record, group.as_ref(), visit);
            }
        }
    }
    for problem in &plan.problems {
        of_record(plan, RecordId::Problem(problem.id), problem.as_ref(), visit);
    }
    for review in &plan.reviews {
        of_record(plan, RecordId::Review(review.id), review, visit);
    }
    for group in &plan.working_groups {
        of_record(plan, RecordId::WorkingGroup(group.id), group, visit);
        for member in &group.members {
            of_record(plan, RecordId::Member(member.id), member, visit);
        }
    }
    for person in &plan.supervisors {
        of_record(plan, RecordId::Supervisor(person.id), person, visit);
    }
    for signature in &plan.signatures {
        of_record(plan, RecordId::Signature(signature.id), signature, visit);
    }
}

fn of_record<R: Record>(plan: &Plan, id: RecordId, record: &R, visit: &mut dyn FnMut(&Spot, &str)) {
    for one in R::TEXTS {
        if let Some(at) = plan.spot(id, Some(one.field)) {
            visit(&at, &one.get(record));
        }
    }
}

impl Plan {
    /// The place of a record of this plan, and of one of its fields; `None` for a value of the
    /// plan itself that no page shows by itself, and for a member of no group.
    #[must_use]
    pub fn spot(&self, record: RecordId, field: Option<Field>) -> Option<Spot> {
        Some(match record {
            RecordId::Plan | RecordId::Letterhead => Spot::Info(InfoField::of(field?)?),
            RecordId::Part(id) => Spot::Part(id),
            // A band or a group is one cell.
            RecordId::Row(id) if matches!(field, Some(Field::Text | Field::Title)) => {
                Spot::Row(id, None)
            }
            RecordId::Row(id) => Spot::Row(id, field),
            RecordId::Problem(id) => Spot::Problem(id, field),
            RecordId::Review(id) => Spot::Review(id, field),
            RecordId::WorkingGroup(id) => Spot::WorkingGroup(id),
            RecordId::Member(id) => {
                let holds = |group: &&WorkingGroup| group.members.iter().any(|one| one.id == id);
                Spot::WorkingGroup(self.working_groups.iter().find(holds)?.id)
            }
            RecordId::Supervisor(id) => Spot::Supervisor(id),
            RecordId::Signature(_) => Spot::Info(InfoField::Signatures),
        })
    }
}

impl InfoField {
    /// The field of Thông tin in which a text of a plan or of its letterhead is typed.
    #[must_use]
    pub fn of(field: Field) -> Option<Self> {
        Some(match field {
            Field::Label => Self::Label,
            Field::Number => Self::Number,
            // The school's code has no field of its own: it is a part of the symbol.
            Field::Symbol | Field::Code => Self::Symbol,
            Field::DocType => Self::DocType,
            Field::Subject => Self::Subject,
            Field::Recipients => Self::Recipients,
            Field::GoverningBody => Self::GoverningBody,
            Field::School => Self::School,
            Field::Place => Self::Place,
            Field::Address => Self::Address,
            _ => return None,
        })
    }
}
