//! The names of the stages of the work, and the buttons that lead from one to another.

/// What the school found of itself.
pub const EVALUATION: &str = "Tự đánh giá";
/// Over the stages of the rail: the writing of the plan.
pub const WRITING: &str = "KẾ HOẠCH";
/// The same: carrying it out.
pub const DOING: &str = "THỰC HIỆN";
/// The same: its paper.
pub const PAPER: &str = "VĂN BẢN";
/// The data of the school, the paper and who signs.
pub const INFO: &str = "Thông tin";
/// The parts of the text.
pub const CONTENT: &str = "Nội dung";
/// The table of what is improved.
pub const TABLE: &str = "Bảng cải tiến";
/// What is done when.
pub const TIMELINE: &str = "Tiến độ";
/// How far the work has come, and who noted what.
pub const FOLLOW: &str = "Theo dõi";
/// The work looked at as a whole, twice a year.
pub const REVIEW: &str = "Rà soát";
/// What should be looked at before signing.
pub const FINDINGS: &str = "Kiểm tra";
/// The pages.
pub const PRINT: &str = "In và xuất";
/// Three school years in a row.
pub const THREE_YEARS: &str = "Ba năm học";
/// Over the stages of the rail: what belongs to the whole file.
pub const WHOLE_FILE: &str = "CẢ HỒ SƠ";
/// Leads to the table.
pub const OPEN_TABLE: &str = "Mở Bảng cải tiến";
/// Leads to the pages.
pub const OPEN_PRINT: &str = "Mở In và xuất";
/// Leads to the place of a finding.
pub const OPEN_PLACE: &str = "Mở chỗ cần sửa";
