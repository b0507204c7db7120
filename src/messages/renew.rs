//! Words of what a paper about a plan would say anew.

/// The title.
pub const TITLE: &str = "Làm mới số liệu";
/// How it stands now.
pub const NOW: &str = "Hiện nay";
/// How the data say it.
pub const ANEW: &str = "Theo số liệu mới";
/// Ticks all.
pub const ALL: &str = "Chọn tất cả";
/// Ticks what differs in figures alone.
pub const FIGURES: &str = "Chỉ chọn số liệu";
/// Ticks nothing.
pub const NONE: &str = "Bỏ chọn";
/// It would come in.
pub const COMES: &str = "thêm vào";
/// It would go.
pub const GOES: &str = "có thể đã viết thêm, không chọn sẵn";
/// A person may have written it.
pub const BY_HAND: &str = "có thể đã sửa tay, không chọn sẵn";
/// It is not in the paper now.
pub const LEFT_OUT: &str = "chưa có hoặc đã bỏ, không chọn sẵn";
/// The plan is shown, not a paper about it.
pub const NO_PAPER: &str =
    "Chỉ biên bản, báo cáo và kế hoạch điều chỉnh, bổ sung mới có số liệu để làm mới.";
/// What it is about is gone.
pub const NOTHING_TO_TELL: &str =
    "Kế hoạch hoặc lần rà soát của văn bản này không còn trong hồ sơ. Văn bản giữ nguyên.";
/// All is as the data say.
pub const NOTHING_NEW: &str =
    "Số liệu trong văn bản đã đúng với kế hoạch, không có gì phải làm mới.";

/// "12 chỗ khác với số liệu hiện nay. Chỉ những chỗ được đánh dấu mới được viết lại."
#[must_use]
pub fn count(count: usize) -> String {
    format!("{count} chỗ khác với số liệu hiện nay. Chỉ những chỗ được đánh dấu mới được viết lại.")
}

/// On the button.
#[must_use]
pub fn take(count: usize) -> String {
    format!("Viết lại {count} chỗ")
}

/// It was done.
#[must_use]
pub fn taken(count: usize) -> String {
    format!("Đã viết lại {count} chỗ theo số liệu mới.")
}
