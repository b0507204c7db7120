//! The words of Theo dõi.

use jiff::civil::Date;

use crate::plan::{Money, Status};
use crate::timeline::DUE_SOON_DAYS;
use crate::words;
use crate::year::follow::{Counts, Followed, Reminder, State};

use super::{money_hint, status_name};

/// The list, for a screen reader.
pub const LIST: &str = "Các nội dung đang theo dõi";
/// In the order of the plan.
pub const IN_ORDER: &str = "Danh sách";
/// Under the standards.
pub const BY_STANDARD: &str = "Theo tiêu chuẩn";
/// Under who leads them.
pub const BY_PERSON: &str = "Theo người";
/// Puts what is late and due on the clipboard.
pub const COPY_REMINDERS: &str = "Chép lời nhắc";
/// What it does.
pub const COPY_REMINDERS_HELP: &str =
    "Chép việc quá hạn và sắp đến hạn, theo từng người, để dán vào Zalo";
/// It is there.
pub const REMINDERS_COPIED: &str = "Đã chép lời nhắc, có thể dán vào Zalo hoặc tin nhắn";
/// There is nothing to remind of.
pub const NOTHING_TO_REMIND: &str = "Không có việc nào quá hạn hay sắp đến hạn để nhắc";
/// There is no work yet.
pub const NOTHING: &str = "Chưa có nội dung nào để theo dõi";
/// What to do then.
pub const NOTHING_DO: &str =
    "Thêm tiêu chí và công việc ở Bảng cải tiến; mỗi nội dung là một dòng ở đây.";
/// Nothing passes the filter.
pub const NONE_SHOWN: &str = "Không có nội dung nào thuộc cách lọc này";
/// What shows all again.
pub const SHOW_ALL: &str = "Hiện tất cả";
/// Over the names.
pub const HEAD_NAME: &str = "Nội dung";
/// Over the times, as they are typed.
pub const HEAD_TIME: &str = "Thời gian";
/// Over the states.
pub const HEAD_STATE: &str = "Mức độ";
/// Over the bars.
pub const HEAD_PERCENT: &str = "Tiến độ";
/// Over the last line of the log of each.
pub const HEAD_NOTE: &str = "Ghi chép gần nhất";
/// Nobody noted anything.
pub const NO_NOTE: &str = "chưa ghi";
/// Changes the status of all that are ticked.
pub const SET_STATUS: &str = "Đổi mức độ";
/// Nothing is said of the status.
pub const NO_STATUS: &str = "Chưa ghi";
/// Notes the same of all that are ticked.
pub const NOTE_ALL: &str = "Ghi cho các việc đã chọn…";
/// Takes the ticks away.
pub const UNTICK: &str = "Bỏ chọn";
/// Closes what is beside the list.
pub const CLOSE: &str = "Đóng";
/// Over the status.
pub const STATUS: &str = "Mức độ thực hiện";
/// Over the percentage.
pub const PERCENT: &str = "Tiến độ (%)";
/// Over the day.
pub const DONE_ON: &str = "Ngày hoàn thành";
/// In an empty day.
pub const DAY_HINT: &str = "ngày/tháng/năm";
/// Over what was noted.
pub const LOG: &str = "Nhật ký";
/// In an empty note.
pub const NOTE_HINT: &str = "Ghi việc đã làm, vướng mắc…";
/// Over who notes.
pub const WHO: &str = "Người ghi";
/// Nobody is named.
pub const NOBODY: &str = "Không ghi tên";
/// Writes the note into the log.
pub const NOTE: &str = "Ghi";
/// A note can not be taken back.
pub const NOTE_HELP: &str = "Mỗi lần ghi kèm ngày giờ, không sửa lại được";
/// Over the words of why something was not done.
pub const WHY_NOT_DONE: &str = "Nguyên nhân chưa hoàn thành";
/// The note goes to the one shown alone.
pub const ONLY_THIS: &str = "Chỉ ghi cho việc này";
/// Who leads what nobody leads.
pub const NO_LEAD: &str = "Chưa ghi người chủ trì";
/// What is under no standard.
pub const NO_STANDARD: &str = "Nội dung khác";
/// Leads to what is late and due.
pub const SEE_LATE: &str = "Xem";
/// No filter by status.
pub const ANY_STATUS: &str = "Mức độ: tất cả";
/// No filter by person.
pub const ANYBODY: &str = "Người: tất cả";

/// "3 việc quá hạn, 2 việc đến hạn trong 14 ngày tới"; none where there is neither.
#[must_use]
pub fn late_and_due(late: usize, due: usize) -> Option<String> {
    let work = |count: usize| words::number(count as u64);
    let late = (late > 0).then(|| format!("{} việc quá hạn", work(late)));
    let due =
        (due > 0).then(|| format!("{} việc đến hạn trong {DUE_SOON_DAYS} ngày tới", work(due)));
    let told: Vec<String> = late.into_iter().chain(due).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// "14 ngày tới 2".
#[must_use]
pub fn due(count: usize) -> String {
    format!("{DUE_SOON_DAYS} ngày tới {}", words::number(count as u64))
}

/// "Người: Kế toán".
#[must_use]
pub fn of_person(name: &str) -> String {
    format!("Người: {name}")
}

/// "Mức độ: hoàn thành".
#[must_use]
pub fn of_status(status: Option<Status>) -> String {
    format!("Mức độ: {}", small(status.map_or(NO_STATUS, status_name)))
}

fn small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// Where a piece of work stands, in the words of its pill.
#[must_use]
pub fn state(row: &Followed, done_on: Option<Date>) -> String {
    match row.state {
        State::Late { days } => {
            format!("quá hạn {} ngày", words::number(u64::from(days.unsigned_abs())))
        }
        State::Due { days: 0 } => "hạn hôm nay".into(),
        State::Due { days } => format!("còn {days} ngày"),
        State::UnderWay => "đang thực hiện".into(),
        State::NotStarted => "chưa thực hiện".into(),
        State::NotDone => "chưa hoàn thành".into(),
        State::Dropped => "không thực hiện".into(),
        State::Done => done_on
            .map_or_else(|| "hoàn thành".into(), |day| format!("hoàn thành {}", short_date(day))),
    }
}

/// "28/10": day and month as Nghị định 30 writes them.
#[must_use]
pub fn short_date(day: Date) -> String {
    let full = words::date(day);
    full.rsplit_once('/').map_or(full.clone(), |(short, _)| short.to_owned())
}

/// "1 quá hạn", "1 trong 14 ngày tới", "5 việc", of a group, each with what it tells.
#[must_use]
pub fn group_counts(counts: &Counts) -> [(usize, String); 4] {
    let number = |count: usize| words::number(count as u64);
    [
        (counts.late, format!("{} quá hạn", number(counts.late))),
        (counts.due, format!("{} trong {DUE_SOON_DAYS} ngày tới", number(counts.due))),
        (counts.done, format!("{} hoàn thành", number(counts.done))),
        (counts.all, format!("{} việc", number(counts.all))),
    ]
}

/// How much of the work stands where, with how much of it is out of sight, where any is.
#[must_use]
pub fn summary_of(counts: &Counts, shown: usize) -> String {
    match counts.all - shown {
        0 => summary(counts),
        hidden => format!("{} · {}", super::arranged::hidden(hidden), summary(counts)),
    }
}

/// How a group is spoken: "Kế toán, 2 việc, đang mở".
#[must_use]
pub fn group_said(name: &str, count: usize, folded: bool) -> String {
    format!("{name}, {count} việc, {}", if folded { "đang gập" } else { "đang mở" })
}

/// "13 nội dung: 1 quá hạn, 9 đang thực hiện": what is none is not told.
#[must_use]
pub fn summary(counts: &Counts) -> String {
    let parts = [
        (counts.done, "hoàn thành"),
        (counts.late, "quá hạn"),
        (counts.due, "sắp đến hạn"),
        (counts.under_way, "đang thực hiện"),
        (counts.not_started, "chưa thực hiện"),
        (counts.not_done, "chưa hoàn thành"),
        (counts.dropped, "không thực hiện"),
    ];
    let told: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{} {words}", words::number(*count as u64)))
        .collect();
    let all = words::number(counts.all as u64);
    if told.is_empty() {
        format!("{all} nội dung")
    } else {
        format!("{all} nội dung: {}", told.join(", "))
    }
}

/// "Đã chọn 2".
#[must_use]
pub fn ticked(count: usize) -> String {
    format!("Đã chọn {}", words::number(count as u64))
}

/// "Mở dòng 11".
#[must_use]
pub fn open_row(number: usize) -> String {
    format!("Mở dòng {number} của bảng")
}

/// "Ghi cho 3 việc đã chọn".
#[must_use]
pub fn noted_of(count: usize) -> String {
    format!("Ghi cho {} việc đã chọn", words::number(count as u64))
}

/// "3 lần ghi".
#[must_use]
pub fn times_noted(count: usize) -> String {
    format!("{} lần ghi", words::number(count as u64))
}

/// What is understood of a sum that was spent.
#[must_use]
pub fn spent(money: &Money) -> String {
    format!("Hiểu là: {}", money_hint(money))
}

/// A row, for a screen reader.
#[must_use]
pub fn row_spoken(row: &Followed, state: &str, ticked: bool) -> String {
    let mark = if ticked { "đã chọn, " } else { "" };
    let lead = row.lead.as_deref().unwrap_or(NO_LEAD);
    format!("{mark}{} {}: {state}, {lead}", row.code, row.name).trim().to_owned()
}

/// What is late and due, by person, as plain text for a message.
#[must_use]
pub fn reminders(school: &str, today: Date, rows: &[Followed], reminders: &[Reminder]) -> String {
    let mut lines =
        vec![format!("NHẮC VIỆC KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG - ngày {}", words::date(today))];
    lines.extend((!school.trim().is_empty()).then(|| school.trim().to_owned()));
    for one in reminders {
        let person = one.person.as_deref().unwrap_or(NO_LEAD);
        let holder = one.holder.as_deref().map_or(String::new(), |name| format!(" ({name})"));
        lines.push(format!("\n{person}{holder}:"));
        for at in one.late.iter().chain(&one.due) {
            let row = &rows[*at];
            let name = if row.name.is_empty() { &row.code } else { &row.name };
            let time = row.typed.replace('\n', " ");
            let time = if time.is_empty() { time } else { format!(" (thời hạn: {time})") };
            lines.push(format!("- {name}: {}{time}", state(row, None)));
        }
    }
    lines.join("\n")
}
