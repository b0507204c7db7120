//! The words of which items of the table are in sight, and in which order.

use crate::words::{number, shorten};

/// Every item.
pub const ALL: &str = "Tất cả";
/// Those of which nobody is said who leads.
pub const NO_LEAD: &str = "Thiếu người chủ trì";
/// Those whose time is not understood.
pub const NO_TIME: &str = "Chưa rõ thời hạn";
/// Those that are overdue.
pub const OVERDUE: &str = "Quá hạn";
/// Over the people who lead.
pub const OF: &str = "Của người chủ trì";
/// On the button where there is little room.
pub const SHORT: &str = "Hiện";
/// Nothing is left of all that is there.
pub const NONE_LEFT: &str = "Không có nội dung nào như vậy";
/// What to do then.
pub const NONE_LEFT_HELP: &str = "Các nội dung khác vẫn còn trong kế hoạch, chỉ đang được ẩn.";
/// All are in sight again.
pub const SHOW_ALL: &str = "Hiện tất cả";
/// Over the columns by which lines can be sorted.
pub const SORT: &str = "Xếp dòng theo";
/// The order in which the lines are kept and printed.
pub const OF_PLAN: &str = "Thứ tự của kế hoạch";
/// The smallest first.
pub const UP: &str = "tăng dần";
/// The greatest first.
pub const DOWN: &str = "giảm dần";
/// Sorts by a column, the smallest first.
pub const SORT_UP: &str = "Xếp tăng dần";
/// Sorts by a column, the greatest first.
pub const SORT_DOWN: &str = "Xếp giảm dần";
/// Lines cannot be moved in another order than the plan's.
pub const NO_MOVE: &str = "Đang xếp theo cột nên không chuyển dòng được. Trở về thứ tự của kế \
                           hoạch ở cuối bảng rồi chuyển.";

/// A longest name on the button (letters).
const LONGEST: usize = 24;

/// What is in sight, on the button: "Hiện: thiếu người chủ trì".
#[must_use]
pub fn shown(words: &str) -> String {
    let mut letters = words.chars();
    let small: String =
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    format!("Hiện: {small}")
}

/// The items that one person leads.
#[must_use]
pub fn of(person: &str) -> String {
    format!("Của {}", shorten(person, LONGEST, usize::MAX))
}

/// How many items are out of sight.
#[must_use]
pub fn hidden(count: usize) -> String {
    format!("Đang ẩn {} nội dung", number(count as u64))
}

/// By which column the lines stand, and whether the greatest comes first.
#[must_use]
pub fn sorted(column: &str, falling: bool) -> String {
    format!("Xếp theo {column}, {}", if falling { DOWN } else { UP })
}
