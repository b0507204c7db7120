//! Where a rule comes from.

/// What says so; `messages` has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, this khoản.
    Layout(u8),
    /// The same decree, Điều 18 khoản 3: what was sent is amended.
    Sent,
    /// The same decree, Phụ lục III: the codes of kinds of paper.
    KindCodes,
    /// The circular with the form of the plan (Biểu 2): what has to be clear in it.
    PlanForm,
    /// The circular of the plan's catalogue.
    Catalogue,
    /// The law on local government and the resolution on provinces of 2025.
    LocalGovernment,
    /// The law on education as amended, from 2026.
    SchoolCouncil,
    /// What the newer text says of the older one.
    InForce,
    /// The spelling of Vietnamese.
    Spelling,
    /// One place of the plan says what another does not.
    Agreement,
    /// How the program prints what is typed.
    Printing,
}
