//! Words of the dialog for the names of a catalogue and what its levels ask for.

/// Its title.
pub const TITLE: &str = "Sửa tên tiêu chuẩn, tiêu chí và yêu cầu";
/// Takes the names over.
pub const DONE: &str = "Ghi nhận";
/// Somebody compared the names.
pub const VERIFIED: &str = "Đã đối chiếu với bản chính thức";

/// What the levels are for.
pub const LEVELS_HELP: &str =
    "Yêu cầu của từng mức chép từ bản chính thức vào đây thì hiện cạnh dòng đang viết khi bấm F7.";

/// Shows what the levels ask for: some is written there, or nothing yet.
#[must_use]
pub const fn levels(written: bool) -> &'static str {
    if written { "Yêu cầu (đã ghi)" } else { "Yêu cầu" }
}

/// What a screen reader says of the button beside a criterion.
#[must_use]
pub fn levels_of(code: &str, open: bool) -> String {
    let does = if open { "Ẩn" } else { "Hiện" };
    format!("{does} yêu cầu các mức của tiêu chí {code}")
}

/// "Yêu cầu Mức 1 của tiêu chí 1.2".
#[must_use]
pub fn requirement(code: &str, level: u8) -> String {
    format!("Yêu cầu Mức {level} của tiêu chí {code}")
}

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
