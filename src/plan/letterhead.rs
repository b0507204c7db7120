//! Who the school is: the names at the head of its documents.

use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{Record, TextField};

/// The school and its authority, as one plan prints them.
///
/// Each plan has its own: schools are merged and their authorities renamed,
/// and an old plan must print as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Letterhead {
    /// Cơ quan chủ quản, one or more lines; empty for a private school.
    pub governing_body: String,
    /// The school's full name, one or more lines.
    pub school: String,
    /// What kind of school it is.
    pub kind: SchoolKind,
    /// Who owns it.
    pub ownership: Ownership,
    /// The school's part of the symbol: "THCSGOT" of "KH-THCSGOT".
    pub code: String,
    /// Địa danh: the name of the commune or ward.
    pub place: String,
    /// Where it stands, for form C's part I.
    pub address: String,
    /// Those who may sign.
    pub leaders: Vec<Leader>,
}

impl Record for Letterhead {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(GoverningBody, Cell, governing_body),
        text_field!(School, Cell, school),
        text_field!(Code, Line, code),
        text_field!(Place, Line, place),
        text_field!(Address, Line, address),
    ];
}

/// One who may sign the school's documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Leader {
    /// Ông or Bà.
    pub title: String,
    /// Full name, without degrees.
    pub name: String,
    /// "Hiệu trưởng", "Phó Hiệu trưởng".
    pub position: String,
}

impl Record for Leader {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(Title, Line, title),
        text_field!(Name, Line, name),
        text_field!(Position, Line, position),
    ];
}

/// Who owns a school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ownership {
    /// Công lập.
    #[default]
    Public,
    /// Tư thục.
    Private,
    /// Dân lập.
    PeopleFounded,
}

/// The kinds of school that write such a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolKind {
    /// Trường mầm non.
    Preschool,
    /// Trường mẫu giáo.
    Kindergarten,
    /// Nhà trẻ.
    Nursery,
    /// Trường tiểu học.
    Primary,
    /// Trường trung học cơ sở.
    #[default]
    LowerSecondary,
    /// Trường trung học phổ thông.
    UpperSecondary,
    /// Tiểu học và THCS.
    PrimaryLowerSecondary,
    /// THCS và THPT.
    LowerUpperSecondary,
    /// Tiểu học, THCS và THPT.
    AllLevels,
    /// Phổ thông dân tộc nội trú.
    EthnicBoarding,
    /// Phổ thông dân tộc bán trú.
    EthnicSemiBoarding,
    /// Trường THPT chuyên.
    Gifted,
    /// Trung tâm giáo dục thường xuyên.
    Continuing,
}

impl SchoolKind {
    /// Every kind, in the order lists show them.
    pub const ALL: [Self; 13] = [
        Self::Preschool,
        Self::Kindergarten,
        Self::Nursery,
        Self::Primary,
        Self::LowerSecondary,
        Self::UpperSecondary,
        Self::PrimaryLowerSecondary,
        Self::LowerUpperSecondary,
        Self::AllLevels,
        Self::EthnicBoarding,
        Self::EthnicSemiBoarding,
        Self::Gifted,
        Self::Continuing,
    ];

    /// The word for it in a catalogue's `school_kinds`.
    #[must_use]
    pub fn catalogue_kind(self) -> &'static str {
        match self {
            Self::Preschool | Self::Kindergarten | Self::Nursery => "preschool",
            Self::Primary => "primary",
            Self::LowerSecondary | Self::EthnicSemiBoarding => "lower_secondary",
            Self::UpperSecondary | Self::Gifted => "upper_secondary",
            Self::PrimaryLowerSecondary
            | Self::LowerUpperSecondary
            | Self::AllLevels
            | Self::EthnicBoarding => "multi_level",
            Self::Continuing => "continuing_education",
        }
    }

    /// Whether it has a THPT level, and so answers to Sở Giáo dục và Đào tạo.
    #[must_use]
    pub fn has_upper_secondary(self) -> bool {
        matches!(
            self,
            Self::UpperSecondary
                | Self::LowerUpperSecondary
                | Self::AllLevels
                | Self::EthnicBoarding
                | Self::Gifted
                | Self::Continuing
        )
    }
}
