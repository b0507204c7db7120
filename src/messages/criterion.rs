//! The words of the criterion of a row, under the table.

use crate::plan::Standard;

/// The link that shows it.
pub const SHOW: &str = "Xem tiêu chí (F7)";
/// The link that hides it.
pub const HIDE: &str = "Ẩn tiêu chí (F7)";
/// The plan has none.
pub const NO_CATALOGUE: &str = "Kế hoạch này chưa chọn bộ tiêu chuẩn (chọn ở mục Thông tin).";
/// A band or a group, or nothing.
pub const NO_ITEM: &str = "Chọn một dòng nội dung để xem tiêu chí của dòng.";
/// The row names none.
pub const NO_CRITERION: &str = "Dòng này không theo tiêu chí nào.";
/// It stands in the list of level 4.
pub const OF_LEVEL_FOUR: &str = "Tiêu chí Mức 4";
/// Bắt buộc.
pub const MANDATORY: &str = "bắt buộc";
/// Nothing is invented.
pub const NAME_ONLY: &str = "chưa ghi yêu cầu từng mức (ghi ở mục Thông tin, “Sửa tên…”)";

/// "1.6. Quản lý hành chính, tài chính và tài sản".
#[must_use]
pub fn name(code: &str, name: &str) -> String {
    format!("{}. {name}", code.strip_prefix("M4.").unwrap_or(code))
}

/// A code that the catalogue does not have.
#[must_use]
pub fn unknown(code: &str) -> String {
    format!("{code}: không có trong bộ tiêu chuẩn của kế hoạch này")
}

/// "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường".
#[must_use]
pub fn standard(standard: &Standard) -> String {
    format!("Tiêu chuẩn {}: {}", standard.number, standard.name)
}

/// A level that the criterion does not have.
#[must_use]
pub fn missing(level: u8) -> String {
    format!("không có Mức {level}")
}

/// The title of a level, and what it is to the row.
#[must_use]
pub fn level(level: u8, wanted: bool, now: bool) -> String {
    let of_row = match (wanted, now) {
        (true, _) => " (mức cần đạt)",
        (false, true) => " (mức hiện tại)",
        (false, false) => "",
    };
    format!("Mức {level}{of_row}")
}
