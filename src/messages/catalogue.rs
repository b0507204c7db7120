//! Words of the dialog for the names of a catalogue.

/// Its title.
pub const TITLE: &str = "Sửa tên tiêu chuẩn, tiêu chí";
/// Takes the names over.
pub const DONE: &str = "Ghi nhận";
/// Somebody compared the names.
pub const VERIFIED: &str = "Đã đối chiếu với bản chính thức";

/// What the names are for.
#[must_use]
pub fn about(name: &str) -> String {
    format!(
        "{name}. Tên sửa ở đây dùng cho các dòng thêm về sau trong hồ sơ này; lời văn đã có \
         trong kế hoạch không đổi."
    )
}

/// "Tiêu chuẩn 1".
#[must_use]
pub fn standard(number: u8) -> String {
    format!("Tiêu chuẩn {number}")
}

/// "Tên tiêu chí 1.2".
#[must_use]
pub fn criterion(code: &str) -> String {
    format!("Tên tiêu chí {code}")
}
