//! One text of a plan by its record and its field.

use std::borrow::Cow;

use super::{Field, Plan, Record, RecordId, Row};

impl Plan {
    /// A text as typed, the lines of a list joined; `None` where the plan has no such record, or
    /// the record no such text.
    #[must_use]
    pub fn text_of(&self, record: RecordId, field: Field) -> Option<Cow<'_, str>> {
        match record {
            RecordId::Plan => self.read(field),
            RecordId::Letterhead => self.letterhead.read(field),
            RecordId::Part(id) => self.parts.iter().find(|one| one.id == id)?.read(field),
            RecordId::Row(id) => match self.rows.iter().find(|row| row.id() == id)? {
                Row::Band(band) => band.read(field),
                Row::Group(group) => group.read(field),
                Row::Item(item) => item.read(field),
            },
            RecordId::Problem(id) => self.problem(id)?.read(field),
            RecordId::Review(id) => self.reviews.iter().find(|one| one.id == id)?.read(field),
            RecordId::WorkingGroup(id) => {
                self.working_groups.iter().find(|one| one.id == id)?.read(field)
            }
            RecordId::Member(id) => {
                let mut members = self.working_groups.iter().flat_map(|group| &group.members);
                members.find(|one| one.id == id)?.read(field)
            }
            RecordId::Supervisor(id) => {
                self.supervisors.iter().find(|one| one.id == id)?.read(field)
            }
            RecordId::Signature(id) => self.signatures.iter().find(|one| one.id == id)?.read(field),
            RecordId::Entry(id) => self.log.iter().find(|one| one.id == id)?.read(field),
        }
    }
}
