//! The words of the table: names of lines and cells, hints, buttons, notices.

/// A line without criteria, by its number from 1.
#[must_use]
pub fn line_name(number: usize) -> String {
    format!("dòng {number}")
}

/// A line by its criteria: "tiêu chí 1.6".
#[must_use]
pub fn criteria_name(codes: &[String]) -> String {
    format!("tiêu chí {}", codes.join(", "))
}

/// A problem by its number.
#[must_use]
pub fn problem_name(number: &str) -> String {
    format!("vấn đề {number}")
}

/// A review by its number.
#[must_use]
pub fn review_name(number: &str) -> String {
    format!("lần theo dõi {number}")
}

/// A cell: "Thời gian, tiêu chí 1.6".
#[must_use]
pub fn cell_name(column: &str, line: &str) -> String {
    format!("{column}, {line}")
}

/// A cell with what stands in it: "Thời gian, tiêu chí 1.6: Trước ngày 30/11/2026".
#[must_use]
pub fn cell_label(column: &str, line: &str, text: &str) -> String {
    if text.is_empty() {
        format!("{column}, {line}: để trống")
    } else {
        format!("{column}, {line}: {text}")
    }
}

/// Where nothing was understood of a time.
pub const TIME_UNKNOWN: &str = "Chưa rõ thời hạn · Sửa";
/// Where nothing was understood of a budget.
pub const MONEY_UNKNOWN: &str = "Chưa rõ kinh phí · Sửa";

/// How many pieces of work there are.
#[must_use]
pub fn count(items: usize) -> String {
    format!("{items} nội dung")
}

/// How many problems there are.
#[must_use]
pub fn count_problems(problems: usize) -> String {
    format!("{problems} vấn đề")
}

/// After lines were deleted.
#[must_use]
pub fn deleted(lines: usize) -> String {
    format!("Đã xóa {lines} dòng. Hoàn tác: Ctrl+Z")
}

/// After something was copied.
#[must_use]
pub fn copied(lines: usize) -> String {
    if lines == 0 {
        "Đã sao chép ô".to_owned()
    } else {
        format!("Đã sao chép {lines} dòng")
    }
}

/// What a band is called before its words.
pub const BAND: &str = "Dòng dải";
/// What a group is called before its words.
pub const GROUP: &str = "Dòng nhóm";
/// Before a last day.
pub const DEADLINE: &str = "hạn ";
/// After something a person corrected.
pub const CORRECTED: &str = " (đã sửa cách hiểu)";
/// Over a hint.
pub const CORRECT_TIP: &str = "Bấm để sửa cách hiểu; lời văn trong ô giữ nguyên";
/// Opens the form of the row.
pub const ROW_FORM: &str = "Phiếu của dòng";
/// Opens the catalogue.
pub const ADD_CRITERIA: &str = "Thêm tiêu chí…";
/// A line below.
pub const ADD_BELOW: &str = "Thêm dòng bên dưới";
/// The same once more.
pub const DUPLICATE: &str = "Nhân đôi dòng";
/// One up.
pub const MOVE_UP: &str = "Chuyển lên";
/// One down.
pub const MOVE_DOWN: &str = "Chuyển xuống";
/// To the clipboard.
pub const COPY: &str = "Sao chép";
/// It goes.
pub const DELETE: &str = "Xóa dòng";
/// No status.
pub const NO_STATUS: &str = "Để trống";

/// What a screen reader says of a hint.
#[must_use]
pub fn hint_label(hint: &str, line: &str) -> String {
    format!("{hint}, {line}")
}

/// The title of the view.
pub const TITLE: &str = "Bảng cải tiến";
/// Where there is no row yet.
pub const EMPTY: &str = "Bảng chưa có nội dung nào";
/// What to do about it.
pub const EMPTY_HELP: &str = "Chọn các tiêu chí cần cải tiến trong bộ tiêu chuẩn, hoặc thêm một \
                              dòng trống rồi gõ vào bảng.";
