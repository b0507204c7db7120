//! The fixed words of an official paper (Nghị định 30/2020/NĐ-CP), each said once.

/// The name of the nation, top right.
pub const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// The motto under it: plain hyphens with a space on each side.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Before the number.
pub const NUMBER: &str = "Số:";
/// Under the number of a paper that is passed round for opinions.
pub const DRAFT: &str = "DỰ THẢO";
/// Over the recipients.
pub const RECIPIENTS: &str = "Nơi nhận:";
/// Before those a report goes to.
pub const ADDRESSEES: &str = "Kính gửi:";
/// The last of the recipients.
pub const ARCHIVE: &str = "Lưu: VT";
/// Before the day, behind a place.
pub const DAY: &str = "ngày";
/// Before the day, where no place is named.
pub const DAY_FIRST: &str = "Ngày";
/// Before the month.
pub const MONTH: &str = "tháng";
/// Before the year.
pub const YEAR: &str = "năm";
/// Before the name of who approves a paper, over the signature on the left.
pub const APPROVED_BY: &str = "DUYỆT CỦA";
/// The same where nobody is named.
pub const APPROVED: &str = "DUYỆT";
/// Over what goes with a paper on sheets of its own.
pub const APPENDIX: &str = "Phụ lục";
/// How the title of a timeline begins.
pub const TIMELINE: &str = "TIẾN ĐỘ THỰC HIỆN";
/// Its rows of no standard, and those of no date.
pub const TIMELINE_OTHERS: [&str; 2] = ["Nội dung khác", "Chưa rõ thời hạn"];
/// What its signs mean: work, ongoing work, a time of recurring work, a deadline.
pub const TIMELINE_SIGNS: [&str; 4] =
    ["Thời gian thực hiện", "Thực hiện thường xuyên", "Mốc thực hiện định kỳ", "Hạn hoàn thành"];
/// Points to the timeline, between these words: the name of the appendix and of its paper.
pub const SEE_TIMELINE: [&str; 3] =
    ["Tiến độ thực hiện các nội dung cải tiến được nêu tại ", " kèm theo ", " này."];
/// Before the paper with which an appendix goes.
pub const GOES_WITH: &str = "Kèm theo";
/// The number and the name of the chart of a report.
pub const CHART: &str = "Biểu đồ 1. Kết quả thực hiện theo tiêu chuẩn";
/// The type of a plan.
pub const PLAN: &str = "KẾ HOẠCH";
/// Its code, in the symbol.
pub const PLAN_CODE: &str = "KH";

/// The type of minutes.
pub const MINUTES: &str = "BIÊN BẢN";
/// Their code.
pub const MINUTES_CODE: &str = "BB";
/// The type of a report.
pub const REPORT: &str = "BÁO CÁO";
/// Its code.
pub const REPORT_CODE: &str = "BC";

/// A day as it is written in a date: a 0 before those under 10.
#[must_use]
pub fn day(day: u8) -> String {
    format!("{day:02}")
}

/// A month as it is written in a date: a 0 before January and February only.
#[must_use]
pub fn month(month: u8) -> String {
    if month < 3 { format!("0{month}") } else { month.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_0_stands_before_days_under_10_and_the_first_two_months() {
        assert_eq!([5, 10].map(day), ["05", "10"]);
        assert_eq!([1, 2, 3, 12].map(month), ["01", "02", "3", "12"]);
    }
}
