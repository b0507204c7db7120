//! The words of the search.

use crate::words::number;

/// Over the field of what is looked for.
pub const FIND: &str = "Tìm";
/// Over the field of what comes in its place.
pub const WITH: &str = "Thay bằng";
/// Marks count.
pub const MARKS: &str = "Đúng dấu";
/// Capitals count.
pub const CASE: &str = "Đúng chữ hoa";
/// No part of a longer word.
pub const WHOLE: &str = "Cả từ";
/// The plan shown alone is looked through.
pub const THIS_PLAN: &str = "Kế hoạch này";
/// All plans are.
pub const ALL_PLANS: &str = "Cả hồ sơ";
/// Goes to the hit before.
pub const BEFORE: &str = "Chỗ trước";
/// Goes to the next hit.
pub const NEXT: &str = "Chỗ sau";
/// The search goes away.
pub const CLOSE: &str = "Đóng tìm";
/// The hit that is looked at is replaced.
pub const REPLACE_ONE: &str = "Thay chỗ này";
/// Shows the field of what comes in its place.
pub const REPLACE: &str = "Thay…";
/// All are ticked, or none.
pub const CHOOSE_ALL: &str = "Chọn tất cả";
/// What to do where nothing was typed.
pub const EMPTY: &str = "Gõ chữ cần tìm, có dấu hay không dấu đều được.";
/// Nothing was found.
pub const NOTHING: &str = "Không thấy chỗ nào.";

/// How many hits there are.
#[must_use]
pub fn hits(count: usize) -> String {
    format!("{} chỗ", number(count as u64))
}

/// Which of the hits is looked at: "3 / 9".
#[must_use]
pub fn at(index: usize, count: usize) -> String {
    format!("{} / {}", number(index as u64 + 1), number(count as u64))
}

/// The button that replaces what is ticked.
#[must_use]
pub fn replace_chosen(count: usize) -> String {
    format!("Thay {} chỗ đã chọn", number(count as u64))
}

/// What was done.
#[must_use]
pub fn replaced(count: usize) -> String {
    format!("Đã thay {} chỗ.", number(count as u64))
}

/// What a hit becomes, before it is replaced.
#[must_use]
pub fn becomes(text: &str) -> String {
    format!("Chỗ này thành: “{text}”")
}
