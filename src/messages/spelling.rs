//! The menu of text fields, and the words that are let through.

/// Marks all.
pub const ALL: &str = "Chọn tất cả";

/// Lets a word through from now on.
#[must_use]
pub fn let_through(word: &str) -> String {
    format!("Thêm “{word}” vào danh sách")
}

/// After that.
#[must_use]
pub fn is_let_through(word: &str) -> String {
    format!("“{word}” sẽ không bị gạch chân nữa.")
}
