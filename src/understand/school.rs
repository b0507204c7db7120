//! The kind of school that a name tells of.

use crate::plan::SchoolKind;
use crate::words::fold;

/// The kind of school a name tells of: "Trường THCS Hoa Sữa" is one of lower secondary.
#[must_use]
pub fn school_kind(name: &str) -> Option<SchoolKind> {
    let name = fold(name);
    let has = |words: &str| name.contains(words);
    let word = |short: &str| name.split(|c: char| !c.is_alphanumeric()).any(|of| of == short);
    let primary = has("tieu hoc") || word("th");
    let lower = has("thcs") || has("trung hoc co so");
    let upper = has("thpt") || has("trung hoc pho thong");
    Some(match () {
        () if has("mam non") => SchoolKind::Preschool,
        () if has("mau giao") => SchoolKind::Kindergarten,
        () if has("nha tre") => SchoolKind::Nursery,
        () if has("thuong xuyen") || has("gdtx") => SchoolKind::Continuing,
        () if has("noi tru") || has("dtnt") => SchoolKind::EthnicBoarding,
        () if has("ban tru") || has("dtbt") => SchoolKind::EthnicSemiBoarding,
        () if has("chuyen") && upper => SchoolKind::Gifted,
        () if primary && lower && upper => SchoolKind::AllLevels,
        () if lower && upper => SchoolKind::LowerUpperSecondary,
        () if primary && lower => SchoolKind::PrimaryLowerSecondary,
        () if primary => SchoolKind::Primary,
        () if lower => SchoolKind::LowerSecondary,
        () if upper => SchoolKind::UpperSecondary,
        () => return None,
    })
}
