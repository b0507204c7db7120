//! Backups: the page that shows them, their list, and why one could not be made.

use std::path::Path;

use jiff::civil::DateTime;

use super::store_reason;
use super::usage::file;
use crate::store::{Backup, StoreError, Why};

/// A backup could not be made.
#[must_use]
pub fn not_made(error: &StoreError) -> String {
    let reason = store_reason(error);
    format!("Chưa sao lưu được ({reason}), sẽ tự thử lại. Việc lưu vào tệp không bị ảnh hưởng.")
}

/// How much a backup holds.
#[must_use]
pub fn held(backup: &Backup) -> String {
    format!("{} kế hoạch, {} nội dung", backup.plans, backup.items)
}

/// Why it was made.
#[must_use]
pub fn why(why: Why) -> &'static str {
    match why {
        Why::First => "trước lần sửa đầu tiên",
        Why::Going => "khi đang sửa",
    }
}

/// Both, on one line, with the path of the file where that is another one.
#[must_use]
pub fn held_and_why(backup: &Backup, other: Option<&Path>) -> String {
    let said = format!("{}, {}", held(backup), why(backup.why));
    other.map_or_else(|| said.clone(), |path| format!("{said}, của tệp {}", file(path)))
}

/// There is no backup of a file.
#[must_use]
pub fn none_of(path: &Path) -> String {
    format!(
        "Chưa có bản sao lưu nào của {}; bản đầu tiên được ghi khi sửa tệp này trong cửa sổ.",
        file(path)
    )
}

/// There is none that is as old.
#[must_use]
pub fn none_until(path: &Path, until: DateTime) -> String {
    format!(
        "Không có bản sao lưu nào của {} từ {} trở về trước; lệnh “caitien backups FILE” liệt kê các \
         bản hiện có.",
        file(path),
        until.strftime("%H:%M:%S ngày %d/%m/%Y")
    )
}
