//! The words of Ba năm học.

use jiff::civil::Date;

use crate::document::papers::{number_words, paper_cited};
use crate::plan::{Catalogue, Plan, Review, SchoolYear};
use crate::understand::{Totals, Turn};
use crate::words;
use crate::year::three::{Evaluated, Missing, ProofYear, Statuses};

use super::{costs, evaluation};

/// What stands in the rows, in their order.
pub const ROWS: [&str; 8] = [
    "Kế hoạch",
    "Rà soát cuối học kỳ I",
    "Rà soát cuối năm học",
    "Báo cáo kết quả",
    "Kết quả thực hiện",
    "Kinh phí dự kiến",
    "Tự đánh giá cuối năm",
    "Bản đã ký, đóng dấu",
];
/// The table, for a screen reader.
pub const TABLE: &str = "Ba năm học";
/// There is no plan of a year.
pub const NO_PLAN: &str = "Chưa có kế hoạch";
/// Its plan has no work yet.
pub const NO_WORK: &str = "Chưa có nội dung";
/// Nothing that stands in this row.
pub const NOTHING: &str = "–";
/// Writes it as a Word file.
pub const EXPORT_WORD: &str = "Xuất Word…";
/// Writes its tables as an Excel file.
pub const EXPORT_EXCEL: &str = "Xuất Excel…";
/// Writes it as a PDF.
pub const EXPORT_PDF: &str = "Xuất PDF…";
/// Hands it to the system's viewer.
pub const PRINT: &str = "In hồ sơ ba năm";
/// Nothing is lacking by today.
pub const WHOLE: &str = "đến nay đủ văn bản";
/// At the foot.
pub const HELP: &str = "Bấm vào một ô để mở kế hoạch, lần rà soát, biên bản hay báo cáo ấy";
/// The report is made after the last review.
pub const AFTER_LAST_REVIEW: &str = "Sau lần rà soát cuối năm học";
/// Leads to the making of minutes.
pub const MAKE_MINUTES: &str = "Lập biên bản ở Rà soát";
/// Leads to the making of the report.
pub const MAKE_REPORT: &str = "Lập báo cáo ở Rà soát";
/// Leads to the reviews.
pub const HOLD_REVIEW: &str = "Mở Rà soát để chốt";
/// Leads to what is said of the work.
pub const TELL_STATUS: &str = "Ghi mức độ ở Theo dõi";
/// Leads to the self-evaluation.
pub const EVALUATE: &str = "Mở Tự đánh giá";
/// Leads to where a plan is given out.
pub const ISSUE: &str = "Mở In và xuất";
/// All scans are there.
pub const ALL_SCANNED: &str = "Đủ bản đã ký";

/// "2024 - 2025 đến 2026 - 2027".
#[must_use]
pub fn span(years: &[ProofYear]) -> String {
    match years {
        [] => String::new(),
        [one] => one.year.to_string(),
        [first, .., last] => format!("{} đến {}", first.year, last.year),
    }
}

/// How much is lacking by today.
#[must_use]
pub fn lacking(count: usize) -> String {
    match count {
        0 => WHOLE.to_owned(),
        count => format!("thiếu {} mục", words::number(count as u64)),
    }
}

/// Behind a year: it still runs.
#[must_use]
pub fn running(year: SchoolYear, today: Date) -> &'static str {
    if (year.plan_start()..=year.plan_end()).contains(&today) { "đang thực hiện" } else { "" }
}

/// "Số 41/KH-THCSNH, ngày 12/9/2025".
#[must_use]
pub fn cited(paper: &Plan) -> String {
    paper_cited(paper)
}

/// Under a plan: "25 nội dung".
#[must_use]
pub fn works(count: usize) -> String {
    format!("{} nội dung", words::number(count as u64))
}

/// A plan that amends another.
#[must_use]
pub fn supplement(paper: &Plan) -> String {
    format!("Điều chỉnh: số {}", number_words(paper))
}

/// A review that was held: "Ngày 15/01/2027".
#[must_use]
pub fn held(review: &Review) -> String {
    match review.day {
        Some(day) => format!("Ngày {}", words::date(day)),
        None => "Đã chốt".to_owned(),
    }
}

/// "Biên bản 04/BB-THCSNH".
#[must_use]
pub fn minutes(paper: &Plan) -> String {
    format!("Biên bản {}", number_words(paper))
}

/// What is lacking, short, in its row.
#[must_use]
pub fn missing(what: Missing) -> String {
    match what {
        Missing::Plan => NO_PLAN.to_owned(),
        Missing::Issue(_) => "Chưa có bản ban hành".to_owned(),
        Missing::Review(Turn::Term, _) => "Chưa chốt rà soát cuối học kỳ I".to_owned(),
        Missing::Review(Turn::YearEnd, _) => "Chưa chốt rà soát cuối năm học".to_owned(),
        Missing::Minutes(_) => "Chưa có biên bản".to_owned(),
        Missing::Statuses(count) => format!("{} việc chưa ghi mức độ", words::number(count as u64)),
        Missing::Report => "Chưa có báo cáo".to_owned(),
        Missing::Evaluation => "Chưa có tự đánh giá".to_owned(),
    }
}

/// What is not there yet and nobody waits for: until when, and how long that is.
#[must_use]
pub fn until(due: Date, today: Date) -> (String, String) {
    let days = today.until(due).map_or(0, |span| span.get_days());
    (format!("Đến hạn {}", words::date(due)), format!("còn {} ngày", words::number(days as u64)))
}

/// "22 / 25" and "hoàn thành".
#[must_use]
pub fn done(of: &Statuses) -> String {
    let [done, all] = [of.done, of.all].map(|count| words::number(count as u64));
    format!("{done} / {all} hoàn thành")
}

/// The pieces of a bar, in their order.
#[must_use]
pub fn pieces(of: &Statuses) -> [(usize, &'static str); 6] {
    [
        (of.done, "hoàn thành"),
        (of.under_way, "đang thực hiện"),
        (of.not_done, "chưa hoàn thành"),
        (of.not_started, "chưa thực hiện"),
        (of.dropped, "không thực hiện"),
        (of.untold, "chưa ghi mức độ"),
    ]
}

/// What it costs, and of how much nobody knows.
#[must_use]
pub fn cost(of: &Totals) -> (String, String) {
    let known = Totals { uncounted: 0, ..*of };
    let sum = costs::sum(&known);
    let rest = match of.uncounted {
        0 => String::new(),
        count => format!("chưa tính {} mục không có số", words::number(count as u64)),
    };
    if sum.is_empty() { (NOTHING.to_owned(), rest) } else { (sum, rest) }
}

/// What a self-evaluation came to: "Mức 2", and by which circular.
#[must_use]
pub fn level(of: &Evaluated, catalogue: Option<&Catalogue>) -> (String, String) {
    let by = catalogue.map(|one| match &one.amended_by {
        Some(_) => format!("theo {} sửa đổi", one.circular),
        None => format!("theo {}", one.circular),
    });
    (evaluation::told(&of.outcome), by.unwrap_or_default())
}

/// The self-evaluation on which the plan stands.
#[must_use]
pub fn before(of: &Evaluated) -> String {
    format!("khi lập kế hoạch: {}", evaluation::told(&of.outcome))
}

/// How many papers have their signed scan.
#[must_use]
pub fn scanned(without: usize, all: usize) -> String {
    if without == 0 {
        return ALL_SCANNED.to_owned();
    }
    format!("Đã gắn {} trong {} văn bản", all - without, all)
}

/// A cell, for a screen reader.
#[must_use]
pub fn spoken(year: SchoolYear, row: &str, title: &str, note: &str) -> String {
    let note = if note.is_empty() { String::new() } else { format!("; {note}") };
    format!("{row}, năm học {year}: {title}{note}")
}
