//! The words of Tiến độ.

use jiff::civil::Date;

use crate::document::TimelineSign;
use crate::timeline::{By, TimelineRow};
use crate::words;

use super::progress_words;

/// Shows the whole year of the plan.
pub const WHOLE_YEAR: &str = "Xem cả năm";
/// Opens the printed timeline from the screen itself.
pub const PRINT: &str = "In…";
/// Makes the months wider.
pub const WIDER: &str = "Giãn rộng các tháng";
/// Makes them narrower.
pub const NARROWER: &str = "Thu hẹp các tháng";
/// There is no work yet.
pub const NOTHING: &str = "Chưa có nội dung nào để xem tiến độ";
/// What to do then.
pub const NOTHING_DO: &str =
    "Thêm tiêu chí và ghi thời gian ở Bảng cải tiến; mỗi nội dung là một dòng ở đây.";
/// In a chart without a line.
pub const NO_LINES: &str = "Chưa có nội dung nào rõ thời hạn";
/// The chart, for a screen reader.
pub const CHART: &str = "Các nội dung theo tháng";
/// Over the names.
pub const NAMES: &str = "Nội dung";
/// After a year in the head, over the numbers of its months.
pub const MONTHS: &str = " tháng";
/// The line at the end of the first term.
pub const TERM_1_END: &str = "Hết học kỳ I";

/// A group's title, also where nothing is named.
#[must_use]
pub fn timeline_group(by: By, title: &str) -> &str {
    match (by, title) {
        (By::Standard, "") => "Nội dung khác",
        (By::Person, "") => "Chưa ghi người chủ trì",
        (_, title) => title,
    }
}

/// "3 việc".
#[must_use]
pub fn work_count(count: usize) -> String {
    format!("{} việc", words::number(count as u64))
}

/// "Xếp theo: người chủ trì".
#[must_use]
pub fn sorted_by(by: By) -> &'static str {
    match by {
        By::Standard => "Xếp theo: tiêu chuẩn",
        By::Person => "Xếp theo: người chủ trì",
    }
}

/// "Quá hạn 2".
#[must_use]
pub fn overdue_count(count: usize) -> String {
    format!("Quá hạn {}", words::number(count as u64))
}

/// What the signs of the chart stand for, read aloud.
#[must_use]
pub fn timeline_legend() -> String {
    let signs = TimelineSign::ALL.map(TimelineSign::words);
    format!("Chú thích: {}", signs.join(", "))
}

/// "Hôm nay 22/11".
#[must_use]
pub fn today_label(today: Date) -> String {
    let full = words::date(today);
    let short = full.rsplit_once('/').map_or(full.as_str(), |(day, _)| day);
    format!("Hôm nay {short}")
}

/// "đến 8/2028": a bar goes on beyond what is shown.
#[must_use]
pub fn goes_on_to(last_day: Date) -> String {
    format!("đến {}/{}", last_day.month(), last_day.year())
}

/// "từ 9/2025": a bar began before what is shown.
#[must_use]
pub fn began_in(first_day: Date) -> String {
    format!("từ {}/{}", first_day.month(), first_day.year())
}

/// "3.1 Bổ sung thiết bị, thời gian: Tháng 10, quá hạn 8 ngày": a row read aloud.
#[must_use]
pub fn timeline_row(row: &TimelineRow) -> String {
    let mut said = numbered(row);
    if !row.typed.is_empty() {
        said.push_str(", thời gian: ");
        said.push_str(&one_line(&row.typed));
    }
    let progress = progress_words(row.progress);
    if !progress.is_empty() {
        said.push_str(", ");
        said.push_str(&progress);
    }
    said
}

/// A row's tooltip: its whole name, its time as typed and as understood, what a click does.
#[must_use]
pub fn timeline_tooltip(row: &TimelineRow) -> String {
    let mut lines = vec![numbered(row)];
    if !row.typed.is_empty() {
        lines.push(format!("Thời gian: {}", one_line(&row.typed)));
    }
    lines.push(format!("Hiểu là: {}", super::period_hint(&row.period)));
    let progress = progress_words(row.progress);
    if !progress.is_empty() {
        lines.push(format!("Tình hình: {progress}"));
    }
    lines.push("Bấm để mở dòng này trong Bảng cải tiến".to_owned());
    lines.join("\n")
}

/// "Chưa rõ thời hạn: 2 nội dung (3.1 “Theo kế hoạch của Sở”; 4.2 chưa ghi thời gian)".
#[must_use]
pub fn undated_summary(rows: &[TimelineRow]) -> String {
    const NAMED: usize = 2;
    let named: Vec<String> = rows.iter().take(NAMED).map(undated_row_short).collect();
    let more = if rows.len() > NAMED { "; …" } else { "" };
    let count = words::number(rows.len() as u64);
    format!("Chưa rõ thời hạn: {count} nội dung ({}{more})", named.join("; "))
}

/// "3.1 Bổ sung thiết bị: “Theo kế hoạch của Sở”".
#[must_use]
pub fn undated_row(row: &TimelineRow) -> String {
    let name = numbered(row);
    let time = time_or_none(row);
    if name.is_empty() { time } else { format!("{name}: {time}") }
}

fn undated_row_short(row: &TimelineRow) -> String {
    let name =
        if row.code.is_empty() { super::places::quoted(&row.name) } else { row.code.clone() };
    format!("{name} {}", time_or_none(row))
}

fn time_or_none(row: &TimelineRow) -> String {
    if row.typed.is_empty() {
        "chưa ghi thời gian".to_owned()
    } else {
        super::places::quoted(&row.typed)
    }
}

/// The criterion's code, then the name.
fn numbered(row: &TimelineRow) -> String {
    match (shown_code(row), row.name.as_str()) {
        ("", name) => name.to_owned(),
        (code, "") => code.to_owned(),
        (code, name) => format!("{code} {name}"),
    }
}

/// The code as it stands before a name; level-4 criteria show none.
#[must_use]
pub fn shown_code(row: &TimelineRow) -> &str {
    if row.code.starts_with("M4.") { "" } else { &row.code }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
