//! Words of the dialog for term dates and abbreviations.

use crate::plan::{Abbreviation, SchoolYear};

/// Its title.
pub const TITLE: &str = "Ngày học kỳ và chữ viết tắt";
/// Takes it over.
pub const DONE: &str = "Ghi nhận";
/// Labels of the three dates.
pub const DATES: [&str; 3] = ["Ngày đầu học kỳ I", "Ngày cuối học kỳ I", "Ngày cuối năm học"];
/// Under dates that are none, or out of order.
pub const WRONG_DATES: &str = "Ghi ngày/tháng/năm, ngày sau muộn hơn ngày trước.";
/// Label: abbreviations.
pub const ABBREVIATIONS: &str = "Chữ viết tắt của trường (mỗi dòng một chữ)";
/// Help under them.
pub const ABBREVIATIONS_HELP: &str =
    "Ghi: chữ viết tắt = chữ đầy đủ. Các chữ thông dụng như PHT, GVCN, TTCM đã có sẵn.";
/// An example.
pub const ABBREVIATIONS_HINT: &str = "TVTL = Tổ tư vấn tâm lý";

/// Of which year the dates are.
#[must_use]
pub fn of_year(year: SchoolYear) -> String {
    format!(
        "Năm học {year}: dùng để hiểu “học kỳ I”, “cuối năm học” trong cột thời gian và để vẽ \
         tiến độ."
    )
}

/// The abbreviations typed one a line; `None` when a line is not "short = long".
#[must_use]
pub fn read_abbreviations(text: &str) -> Option<Vec<Abbreviation>> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let (short, long) = line.split_once('=')?;
            let (short, long) = (short.trim().to_owned(), long.trim().to_owned());
            (!short.is_empty() && !long.is_empty()).then_some(Abbreviation { short, long })
        })
        .collect()
}
