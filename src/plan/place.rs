//! A place in a dossier: where a finding is, and where the window goes.

use super::{Field, Id};

/// A place inside one plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which plan.
    pub plan: Id,
    /// Where in it.
    pub at: Spot,
}

/// Where in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A field of Thông tin.
    Info(InfoField),
    /// A part of the document.
    Part(Id),
    /// The legal bases.
    Bases,
    /// The opening paragraph.
    Opening,
    /// The table of work as a whole.
    Table,
    /// A row of the table, and the field where one is meant.
    Row(Id, Option<Field>),
    /// A problem, and the field where one is meant.
    Problem(Id, Option<Field>),
    /// A review, and the field where one is meant.
    Review(Id, Option<Field>),
    /// A working group.
    WorkingGroup(Id),
    /// A member of the supervising team.
    Supervisor(Id),
}

/// A record of a plan: what an edit of a text or of a list names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordId {
    /// The plan itself.
    Plan,
    /// The school and its authority, as the plan prints them.
    Letterhead,
    /// A part.
    Part(Id),
    /// A band, a group or an item.
    Row(Id),
    /// A problem.
    Problem(Id),
    /// A review.
    Review(Id),
    /// A working group.
    WorkingGroup(Id),
    /// A member of a working group.
    Member(Id),
    /// A member of the supervising team.
    Supervisor(Id),
    /// A signature block.
    Signature(Id),
    /// A line of the log.
    Entry(Id),
}

/// A field of Thông tin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the field of the same name")]
pub enum InfoField {
    GoverningBody,
    School,
    Number,
    Symbol,
    Place,
    Address,
    Date,
    DocType,
    Subject,
    Recipients,
    Addressees,
    Signatures,
    Form,
    Catalogue,
    Label,
    SchoolYear,
}
