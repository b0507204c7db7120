//! Fields: facts of a plan that stand among its words and follow the plan. What they say is
//! written by `facts`.

use serde::{Deserialize, Serialize};

/// What a field tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunField {
    /// The school's name.
    School,
    /// The plan's school year: "2026 - 2027".
    SchoolYear,
    /// The school year after it.
    NextSchoolYear,
    /// How many criteria the plan works on, each counted once.
    Criteria,
    /// How many pieces of work it has.
    Items,
    /// What the head of such a school is called: "Hiệu trưởng".
    Head,
    /// The place before the date.
    Place,
    /// "ngày 05 tháng 9 năm 2026".
    Date,
}

impl RunField {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::School,
        Self::SchoolYear,
        Self::NextSchoolYear,
        Self::Criteria,
        Self::Items,
        Self::Head,
        Self::Place,
        Self::Date,
    ];
}
