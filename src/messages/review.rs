//! The words of Rà soát.

use jiff::civil::{Date, DateTime};

use crate::words;
use crate::year::follow::Counts;

use super::follow::short_date;

/// The first of the two reviews that a year has at least.
pub const TERM_1: &str = "Cuối học kỳ I";
/// The second.
pub const YEAR_END: &str = "Cuối năm học";
/// There is none yet.
pub const NOTHING: &str = "Chưa có lần rà soát nào";
/// What to do then.
pub const NOTHING_DO: &str = "Mỗi năm học rà soát ít nhất hai lần: cuối học kỳ I và cuối năm học. Mỗi lần chốt giữ lại một bản không đổi của mọi nội dung.";
/// The plan has no work yet.
pub const NO_WORK: &str = "Chưa có nội dung nào để rà soát";
/// What to do then.
pub const NO_WORK_DO: &str =
    "Thêm tiêu chí và công việc ở Bảng cải tiến; kết quả của mỗi nội dung hiện ở đây.";
/// It had none when the review was closed.
pub const NO_WORK_THEN: &str = "Khi chốt lần rà soát này, kế hoạch chưa có nội dung nào";
/// Makes the two.
pub const START: &str = "Lập hai lần rà soát";
/// Adds one more.
pub const ADD: &str = "Thêm lần rà soát";
/// A review that has no name.
pub const UNNAMED: &str = "Lần rà soát";
/// Its name.
pub const WHEN: &str = "Thời điểm";
/// Its day.
pub const DAY: &str = "Ngày rà soát";
/// In an empty day.
pub const DAY_HINT: &str = "ngày/tháng/năm";
/// What is watched.
pub const CONTENT: &str = "Nội dung theo dõi";
/// What came of it.
pub const RESULT: &str = "Kết quả thực hiện";
/// What is changed.
pub const ADJUSTMENT: &str = "Điều chỉnh (nếu có)";
/// Who assessed it.
pub const ASSESSOR: &str = "Người đánh giá";
/// Under the fields of Biểu 2.
pub const PRINTED_IN: &str = "In ở phần theo dõi và đánh giá của bản cập nhật";
/// It is not closed.
pub const OPEN: &str = "chưa chốt";
/// Closes it, and asks first.
pub const CLOSE: &str = "Chốt lần rà soát…";
/// Opens it again, and asks first.
pub const REOPEN: &str = "Mở khóa để sửa…";
/// Makes the minutes, or leads to them.
pub const MINUTES: &str = "Biên bản…";
/// Makes the report, or leads to it.
pub const REPORT: &str = "Báo cáo…";
/// A paper was made of the data.
pub const PROPOSED: &str =
    "Đã lập từ số liệu của lần rà soát; mọi chữ đều sửa được, chỗ tệp không biết để dấu chấm";
/// Takes the review away.
pub const REMOVE: &str = "Xóa lần rà soát";
/// It went.
pub const REMOVED: &str = "Đã xóa lần rà soát";
/// Over the bars.
pub const BY_STANDARD: &str = "Theo tiêu chuẩn";
/// Over the rows.
pub const ROWS: &str = "Kết quả từng nội dung";
/// The columns of the rows.
pub const COLUMNS: [&str; 5] =
    ["TT", "Nội dung cải tiến", "Kết quả thực hiện", "Mức độ thực hiện", "Điều chỉnh"];
/// A row whose words changed after the closing.
pub const CHANGED: &str = "đã thay đổi sau khi chốt";
/// The copy could not be read.
pub const UNREADABLE: &str =
    "Bản chốt của lần rà soát này không đọc được nữa; số liệu bên dưới là của kế hoạch hiện nay.";
/// The title of the question.
pub const CLOSE_TITLE: &str = "Chốt lần rà soát";
/// What closing means.
pub const CLOSE_WHAT: &str = "Mọi nội dung được giữ lại đúng như lúc này, kèm ngày giờ. Sửa bảng sau này không làm thay đổi lần rà soát đã chốt.";
/// It is not taken back by undo.
pub const CLOSE_UNDO: &str =
    "Việc chốt được ghi vào nhật ký và không hoàn tác được; có thể mở khóa để sửa rồi chốt lại.";
/// Does it.
pub const CLOSE_DO: &str = "Chốt";
/// The title of the other question.
pub const REOPEN_TITLE: &str = "Mở khóa lần rà soát đã chốt";
/// What it means.
pub const REOPEN_WHAT: &str = "Bản đã chốt vẫn được giữ trong tệp. Sau khi sửa, chốt lại để lấy số liệu mới. Việc mở khóa được ghi vào nhật ký.";
/// Does it.
pub const REOPEN_DO: &str = "Mở khóa";
/// Changes nothing.
pub const CANCEL: &str = "Hủy";
/// Over who does it.
pub const WHO: &str = "Người chốt";

/// The kinds of pieces of a bar, in their order, by counts.
#[must_use]
pub fn pieces(counts: &Counts) -> [(usize, &'static str); 5] {
    [
        (counts.done, "hoàn thành"),
        (counts.under_way + counts.due, "đang thực hiện"),
        (counts.not_done + counts.late, "chưa hoàn thành"),
        (counts.not_started, "chưa đến hạn"),
        (counts.dropped, "không thực hiện"),
    ]
}

/// "4 / 13 nội dung hoàn thành".
#[must_use]
pub fn done_of(counts: &Counts) -> (String, &'static str) {
    let number = |count: usize| words::number(count as u64);
    (format!("{} / {}", number(counts.done), number(counts.all)), "nội dung hoàn thành")
}

/// "6 đang thực hiện, 1 chưa hoàn thành": all but what is done.
#[must_use]
pub fn others(counts: &Counts) -> String {
    told(&pieces(counts)[1..])
}

/// "13 nội dung: 1 hoàn thành, 8 đang thực hiện": told with the words of the bars, as they are told
/// elsewhere on the page.
#[must_use]
pub fn all(counts: &Counts) -> String {
    format!("{} nội dung: {}", words::number(counts.all as u64), told(&pieces(counts)))
}

fn told(pieces: &[(usize, &'static str)]) -> String {
    let told: Vec<String> = pieces
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{} {name}", words::number(*count as u64)))
        .collect();
    told.join(", ")
}

/// "Số liệu chốt lúc 16:40 ngày 15/01/2027; …".
#[must_use]
pub fn closed_at(at: DateTime) -> String {
    format!(
        "Số liệu chốt lúc {:02}:{:02} ngày {}; sửa bảng sau này không đổi số liệu ấy.",
        at.hour(),
        at.minute(),
        words::date(at.date())
    )
}

/// How a review is told on its tab.
#[must_use]
pub fn tab(closed: Option<DateTime>) -> String {
    closed.map_or_else(|| OPEN.to_owned(), |at| format!("chốt {}", words::date(at.date())))
}

/// Before it is closed: the day, and how long until then.
#[must_use]
pub fn before(day: Option<Date>, today: Date) -> String {
    match day {
        None => "Số liệu của hôm nay; chốt để giữ lại đúng như lúc rà soát.".into(),
        Some(day) if day > today => {
            let days = today.until(day).map_or(0, |span| span.get_days());
            format!("Số liệu của hôm nay; còn {days} ngày đến ngày rà soát {}.", short_date(day))
        }
        Some(day) => format!("Số liệu của hôm nay; ngày rà soát {}.", words::date(day)),
    }
}

/// "2 nội dung thay đổi sau khi chốt"; empty: none.
#[must_use]
pub fn changed(count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    format!("{} nội dung thay đổi sau khi chốt", words::number(count as u64))
}

/// A row, for a screen reader.
#[must_use]
pub fn row_spoken(number: usize, name: &str, status: &str, result: &str) -> String {
    let result = if result.trim().is_empty() { "chưa ghi kết quả" } else { result.trim() };
    format!("Dòng {number}, {name}: {status}; {result}")
}
