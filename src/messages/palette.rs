//! The words of the list of commands.

use crate::words::number;

/// In the empty field.
pub const HINT: &str = "Gõ tên lệnh, nội dung, phần văn bản hoặc kế hoạch (không cần dấu)";
/// Over the commands.
pub const COMMANDS: &str = "Lệnh";
/// Over those that were run last.
pub const LAST: &str = "Lệnh vừa dùng";
/// Over the items of the plan shown.
pub const ITEMS: &str = "Nội dung của kế hoạch";
/// Over its parts.
pub const PARTS: &str = "Phần văn bản";
/// Over the plans of the dossier.
pub const PLANS: &str = "Kế hoạch trong hồ sơ";
/// Over the files that were open last.
pub const FILES: &str = "Tệp mở gần đây";
/// Nothing was found: the search may.
pub const NOTHING: &str = "Tìm trong cả hồ sơ";
/// Why a command cannot be run.
pub const NEEDS_PLAN: &str = "cần mở một kế hoạch trước";
/// At the foot: the keys.
pub const KEYS: &str = "↑ ↓ chọn · Enter thực hiện · Esc đóng";
/// Names the list for a screen reader.
pub const NAME: &str = "Bảng lệnh";

/// The command that leads to a stage.
#[must_use]
pub fn to_stage(name: &str) -> String {
    format!("Mở trang {name}")
}

/// So many more were found than are shown.
#[must_use]
pub fn more(count: usize) -> String {
    format!("và {} nữa", number(count as u64))
}
