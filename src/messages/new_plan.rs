//! Words of the page for a new plan, and what is guessed from the school's name.

use crate::words::{fold, shorten};

/// The page's title.
pub const TITLE: &str = "Lập kế hoạch mới";
/// The title of the dialog for another year.
pub const TITLE_ADD: &str = "Thêm kế hoạch cho năm khác";
/// Label: school.
pub const SCHOOL: &str = "Tên trường";
/// An example of it.
pub const SCHOOL_HINT: &str = "Trường THCS …";
/// Label: kind.
pub const KIND: &str = "Loại trường";
/// Label: commune or ward.
pub const UNIT: &str = "Địa danh (xã, phường, đặc khu)";
/// An example of it.
pub const UNIT_HINT: &str = "phường …";
/// Label: governing body.
pub const BODY: &str = "Cơ quan chủ quản";
/// An example of it.
pub const BODY_HINT: &str = "UBND phường …";
/// Help under it.
pub const BODY_HELP: &str = "Từ 01/7/2025: UBND xã, phường, đặc khu; trường có cấp THPT ghi Sở \
    Giáo dục và Đào tạo. Trường tư thục để trống.";
/// Label: year.
pub const YEAR: &str = "Năm học";
/// Label: form.
pub const FORM: &str = "Mẫu kế hoạch (đề xuất)";
/// Label: catalogue.
pub const CATALOGUE: &str = "Bộ tiêu chuẩn (đề xuất)";
/// Under a catalogue nobody compared.
pub const NOT_VERIFIED: &str =
    "Tên tiêu chí chưa đối chiếu bản chính thức; sửa được trong Thông tin.";
/// Another place for the file.
pub const ELSEWHERE: &str = "Đổi chỗ…";
/// Makes the file.
pub const BEGIN: &str = "Bắt đầu";
/// Adds the plan.
pub const ADD: &str = "Thêm kế hoạch";
/// The person's Documents.
pub const DOCUMENTS: &str = "Tài liệu";
/// What the new plan of another year takes over.
pub const TAKES_OVER: &str =
    "Kế hoạch mới lấy tên trường, cơ quan chủ quản và địa danh của kế hoạch đang xem.";
/// Such a year has a plan already.
pub const YEAR_TAKEN: &str = "Năm học này đã có kế hoạch; nên ghi tên phân biệt.";

/// Where the file will be.
#[must_use]
pub fn file_will_be(place: &str) -> String {
    format!("Tệp sẽ nằm ở: {place} ·")
}

/// A file name from a school's name: without marks, since such names travel badly.
#[must_use]
pub fn file_stem(school: &str) -> String {
    let mut stem = String::new();
    for letter in crate::words::nfc(school).chars() {
        if letter.is_alphanumeric() {
            let plain = fold(&letter.to_string());
            if letter.is_uppercase() {
                stem.extend(plain.chars().flat_map(char::to_uppercase));
            } else {
                stem.push_str(&plain);
            }
        } else if matches!(letter, '&' | '-' | '(' | ')') {
            stem.push(letter);
        } else if !stem.ends_with(' ') {
            stem.push(' ');
        }
    }
    let stem = shorten(stem.trim(), 60, 180);
    if stem.is_empty() { "Ke hoach cai tien".to_owned() } else { stem.to_owned() }
}
