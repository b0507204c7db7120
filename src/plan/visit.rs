//! All the texts of a plan, each with its place.
//!
//! Invariant: every text of every record of a plan is visited ([`Record::TEXTS`]), with its
//! paragraphs and the typed numbers of its groups; codes, ids and the titles of columns are
//! no texts of the document and are not.

use std::borrow::Cow;

use super::{
    Block, Field, GroupNumber, Id, InfoField, Paragraph, Plan, Record, RecordId, Row, Spot,
    TextTable, WorkingGroup,
};

/// What a text of a plan is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextOf {
    /// A text of a record; the lines of a list are one text.
    Field(RecordId, Field),
    /// The typed number of a group.
    Number(Id),
    /// A paragraph of the legal bases, by its index.
    Base(usize),
    /// A paragraph of the opening, by its index.
    Opening(usize),
    /// A paragraph of a part, by the index of its block.
    Block(Id, usize),
    /// A text of a table of words of a part, by the index of its block: of a row, or of the titles
    /// where it names none; and by its column.
    Cell(Id, usize, Option<usize>, usize),
}

/// Visits every text that a person may have typed into the plan, printed or not, in the
/// order of the file.
pub fn each_text(plan: &Plan, visit: &mut dyn FnMut(&Spot, &str)) {
    each_text_of(plan, &mut |of, text| {
        if let Some(at) = plan.spot_of(of) {
            visit(&at, text);
        }
    });
}

/// The same, with what each is typed in.
pub fn each_text_of(plan: &Plan, visit: &mut dyn FnMut(TextOf, &str)) {
    of_record(RecordId::Plan, plan, visit);
    of_record(RecordId::Letterhead, &plan.letterhead, visit);
    for (at, paragraph) in plan.bases.iter().enumerate() {
        visit(TextOf::Base(at), &words_of(paragraph));
    }
    for (at, paragraph) in plan.opening.iter().enumerate() {
        visit(TextOf::Opening(at), &words_of(paragraph));
    }
    for part in &plan.parts {
        of_record(RecordId::Part(part.id), part.as_ref(), visit);
        for (at, block) in part.blocks.iter().enumerate() {
            match block {
                Block::Paragraph(paragraph) => {
                    visit(TextOf::Block(part.id, at), &words_of(paragraph));
                }
                Block::Table(table) => {
                    for (column, one) in table.columns.iter().enumerate() {
                        visit(TextOf::Cell(part.id, at, None, column), &one.title);
                    }
                    for (row, of) in table.rows.iter().enumerate() {
                        for (column, text) in of.cells.iter().enumerate() {
                            visit(TextOf::Cell(part.id, at, Some(row), column), text);
                        }
                    }
                }
                Block::Rows | Block::Problems | Block::Reviews | Block::Members | Block::Groups => {
                }
            }
        }
    }
    for row in &plan.rows {
        let record = RecordId::Row(row.id());
        match row {
            Row::Band(band) => of_record(record, band.as_ref(), visit),
            Row::Item(item) => of_record(record, item.as_ref(), visit),
            Row::Group(group) => {
                if let GroupNumber::Typed(number) = &group.tt {
                    visit(TextOf::Number(group.id), number);
                }
                of_record(record, group.as_ref(), visit);
            }
        }
    }
    for problem in &plan.problems {
        of_record(RecordId::Problem(problem.id), problem.as_ref(), visit);
    }
    for review in &plan.reviews {
        of_record(RecordId::Review(review.id), review, visit);
    }
    for group in &plan.working_groups {
        of_record(RecordId::WorkingGroup(group.id), group, visit);
        for member in &group.members {
            of_record(RecordId::Member(member.id), member, visit);
        }
    }
    for person in &plan.supervisors {
        of_record(RecordId::Supervisor(person.id), person, visit);
    }
    for signature in &plan.signatures {
        of_record(RecordId::Signature(signature.id), signature, visit);
    }
    for entry in &plan.log {
        of_record(RecordId::Entry(entry.id), entry, visit);
    }
}

fn of_record<R: Record>(id: RecordId, record: &R, visit: &mut dyn FnMut(TextOf, &str)) {
    for one in R::TEXTS {
        visit(TextOf::Field(id, one.field), &one.get(record));
    }
}

/// The words of a paragraph; of one run they are not copied.
fn words_of(paragraph: &Paragraph) -> Cow<'_, str> {
    match paragraph.runs.as_slice() {
        [run] => Cow::Borrowed(&run.text),
        _ => Cow::Owned(paragraph.text()),
    }
}

impl Plan {
    /// The place of a text; `None` for one that no page shows by itself.
    #[must_use]
    pub fn spot_of(&self, of: TextOf) -> Option<Spot> {
        Some(match of {
            TextOf::Field(record, field) => self.spot(record, Some(field))?,
            TextOf::Number(group) => Spot::Row(group, None),
            TextOf::Base(_) => Spot::Bases,
            TextOf::Opening(_) => Spot::Opening,
            TextOf::Block(part, _) | TextOf::Cell(part, ..) => Spot::Part(part),
        })
    }

    /// A paragraph of this plan, by what it is; `None` for what is none.
    #[must_use]
    pub fn paragraph_of(&self, of: TextOf) -> Option<&Paragraph> {
        match of {
            TextOf::Base(at) => self.bases.get(at),
            TextOf::Opening(at) => self.opening.get(at),
            TextOf::Block(part, at) => {
                match self.parts.iter().find(|one| one.id == part)?.blocks.get(at)? {
                    Block::Paragraph(paragraph) => Some(paragraph),
                    _ => None,
                }
            }
            TextOf::Field(..) | TextOf::Number(_) | TextOf::Cell(..) => None,
        }
    }

    /// The table of words that a block of a part is.
    #[must_use]
    pub fn words_table(&self, part: Id, block: usize) -> Option<&TextTable> {
        match self.parts.iter().find(|one| one.id == part)?.blocks.get(block)? {
            Block::Table(table) => Some(table),
            _ => None,
        }
    }

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
            // It stands beside what it tells of.
            RecordId::Entry(id) => {
                let about = self.log.iter().find(|entry| entry.id == id)?.about?;
                if self.reviews.iter().any(|review| review.id == about) {
                    Spot::Review(about, None)
                } else {
                    Spot::Row(about, None)
                }
            }
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
            Field::Addressees => Self::Addressees,
            Field::GoverningBody => Self::GoverningBody,
            Field::School => Self::School,
            Field::Place => Self::Place,
            Field::Address => Self::Address,
            _ => return None,
        })
    }
}
