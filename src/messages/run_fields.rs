//! The fields that fill themselves in among the words of a plan.

use crate::plan::RunField;

/// The button that offers them, and its key.
pub const INSERT: &str = "Chèn chỗ tự điền…";
/// What they are.
pub const ABOUT: &str = "Chèn số liệu của kế hoạch, tự đổi theo kế hoạch (Ctrl+F9)";

/// What a field is called.
#[must_use]
pub fn name(field: RunField) -> &'static str {
    match field {
        RunField::School => "Tên trường",
        RunField::SchoolYear => "Năm học",
        RunField::NextSchoolYear => "Năm học sau",
        RunField::Criteria => "Số tiêu chí",
        RunField::Items => "Số nội dung cải tiến",
        RunField::Head => "Người đứng đầu",
        RunField::Place => "Địa danh",
        RunField::Date => "Ngày ban hành",
    }
}

/// Where its value is written, as a sentence.
#[must_use]
pub fn where_from(field: RunField) -> &'static str {
    match field {
        RunField::School => "Ghi tên trường ở mục Thông tin.",
        RunField::SchoolYear | RunField::NextSchoolYear => "Chọn năm học ở mục Thông tin.",
        RunField::Criteria => "Ghi tiêu chí cho các dòng của Bảng cải tiến.",
        RunField::Items => "Thêm nội dung vào Bảng cải tiến.",
        RunField::Head => "Chọn loại trường ở mục Thông tin.",
        RunField::Place => "Ghi địa danh ở mục Thông tin.",
        RunField::Date => "Ghi đủ ngày, tháng, năm ban hành ở mục Thông tin.",
    }
}

/// The field at the cursor: “Số tiêu chí” fills itself in.
#[must_use]
pub fn here(field: RunField) -> String {
    format!("“{}” tự điền theo kế hoạch: xóa được cả chỗ, không sửa từng chữ", name(field))
}
