//! Words of the first screen.

use jiff::civil::{Date, DateTime};

use crate::plan::SchoolYear;
use crate::words;

/// Over the recent files.
pub const RECENT: &str = "Mở gần đây";
/// No file was opened here yet.
pub const NONE: &str = "Chưa có tệp nào";
/// What to do then.
pub const NONE_DO: &str =
    "Lập kế hoạch mới, mở tệp .caitien có sẵn (hoặc kéo thả tệp vào đây), hay xem kế hoạch mẫu.";
/// At the foot.
pub const ABOUT: &str =
    "Dữ liệu nằm trong tệp trên máy này, trong Tài liệu. Không cần mạng, không cần tài khoản.";
/// The file is not where it was.
pub const MISSING: &str = "Không tìm thấy tệp.";
/// Tells where it is now.
pub const MOVED: &str = "Chỉ chỗ lưu mới…";
/// Takes it off the list.
pub const FORGET: &str = "Bỏ khỏi danh sách";
/// The year of the newest plan is over.
pub const YEAR_OVER: &str = "đã kết thúc năm học";

/// What a card of a recent file does, for a screen reader.
#[must_use]
pub fn open(name: &str) -> String {
    format!("Mở {name}")
}

/// "1 việc quá hạn".
#[must_use]
pub fn overdue(count: usize) -> String {
    format!("{count} việc quá hạn")
}

/// "Năm học 2026 - 2027 · Hạn gần nhất: 30/11/2026, kiểm kê tài sản (Kế toán)": the year of the
/// newest plan, and the day, the work and the people of its next deadline.
#[must_use]
pub fn about_plan(year: Option<SchoolYear>, next: Option<(Date, &str, &str)>) -> String {
    let year = year.map(|year| format!("Năm học {year}"));
    let next = next.map(|(day, what, who)| next_deadline(day, what, who));
    year.into_iter().chain(next).collect::<Vec<_>>().join(" · ")
}

/// When a file was last open: "hôm nay 10:32", "14/10/2026".
#[must_use]
pub fn when(opened: DateTime, now: DateTime) -> String {
    if opened.date() == now.date() {
        format!("hôm nay {}", super::window::clock(opened))
    } else if now.date().yesterday().is_ok_and(|day| day == opened.date()) {
        format!("hôm qua {}", super::window::clock(opened))
    } else {
        words::date(opened.date())
    }
}

fn next_deadline(day: Date, what: &str, who: &str) -> String {
    let who = who.lines().next().unwrap_or_default().trim();
    let day = words::date(day);
    if who.is_empty() {
        format!("Hạn gần nhất: {day}, {what}")
    } else {
        format!("Hạn gần nhất: {day}, {what} ({who})")
    }
}
