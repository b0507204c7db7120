//! The words of the page that makes next year's plan of this year's.

use crate::plan::{PlanDate, SchoolYear, Spot, Status};
use crate::understand::Aside;
use crate::words;
use crate::year::next::{ChangeKind, NewTime, Why};

use super::fields::status_name;
use super::places::{capital, criterion_name};

/// Over the work.
pub const NAME: &str = "Nội dung và kết quả cuối năm học";
/// Over the old times.
pub const OLD_TIME: &str = "Thời gian cũ";
/// Over the new ones.
pub const NEW_TIME: &str = "Thời gian mới, sửa được";
/// The list of work, for a screen reader.
pub const ITEMS: &str = "Các nội dung có thể đưa sang";
/// The list of years, names and figures, for a screen reader.
pub const CHANGES: &str = "Những chỗ viết lại";
/// Of work that is not taken.
pub const NOT_TAKEN: &str = "không đưa sang";
/// The old plan has no work.
pub const NO_ITEMS: &str = "Kế hoạch cũ chưa có nội dung nào";
/// What can be done then.
pub const NO_ITEMS_DO: &str = "Kế hoạch mới vẫn có phần lời văn, căn cứ, nhóm công tác, nơi nhận và người ký của kế hoạch cũ.";
/// Over what is written anew.
pub const WORDS: &str = "Năm, số, tên riêng";
/// What it is.
pub const WORDS_HELP: &str = "Chỉ viết lại những chỗ được đánh dấu";
/// Over the criteria that answer to each other.
pub const CRITERIA: &str = "Tiêu chí";
/// What they are.
pub const CRITERIA_HELP: &str =
    "Tiêu chí của bộ mới thay cho tiêu chí cũ, đề xuất theo tên; hãy xem lại từng dòng";
/// Work stands under no criterion of the new catalogue.
pub const NO_CRITERION: &str = "Không tiêu chí nào";
/// A person looked at them.
pub const CONFIRM: &str = "Đã xem lại bảng tiêu chí";
/// They are still to be looked at.
pub const CONFIRM_FIRST: &str = "Cần xem lại bảng tiêu chí";
/// The parts go along.
pub const PARTS: &str = "Chuyển cả phần lời văn, nhóm công tác, người giám sát";
/// Words that are as they were.
pub const SAME: &str = "giữ nguyên";
/// A time of which nothing is clear.
pub const UNCLEAR: &str = "chưa rõ";
/// What is left for the clerk.
pub const BLANK: &str = "để trống";
/// The number of the document.
pub const NUMBER: &str = "Số văn bản, văn thư ghi khi ban hành";
/// Its date.
pub const DATE: &str = "Ngày ban hành, để trống phần ngày";
/// Something is to be looked at.
pub const LOOK: &str = "cần xem lại";
/// Why.
pub const LOOK_WHY: &str = "Năm này có thể chưa có báo cáo, kết quả, văn bản hoặc ngày được nêu";
/// Over what stays.
pub const KEPT: &str = "Luôn giữ nguyên";
/// The old plan stays as it is.
pub const OLD_STAYS: &str = "Kế hoạch cũ không thay đổi";
/// The plan is there.
pub const MADE: &str = "Đã lập kế hoạch mới; đang xem kế hoạch này.";
/// Its form.
pub const FORM: &str = "Mẫu";
/// Its catalogue.
pub const CATALOGUE: &str = "Bộ tiêu chuẩn";

/// "Lập kế hoạch năm học 2027 - 2028".
#[must_use]
pub fn title(year: SchoolYear) -> String {
    format!("Lập kế hoạch năm học {year}")
}

/// "từ kế hoạch năm học 2026 - 2027".
#[must_use]
pub fn from(title: &str) -> String {
    let mut letters = title.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("từ {first}{}", letters.as_str())
}

/// On the button.
#[must_use]
pub fn make(year: SchoolYear) -> String {
    format!("Lập kế hoạch {year}")
}

/// The name of a form where there is little room: "Biểu 2 (Thông tư 57/2026)".
#[must_use]
pub fn short_form(name: &str) -> String {
    name.replacen("/TT-BGDĐT", "", 1)
}

/// There is a plan of that year.
#[must_use]
pub fn year_taken(year: SchoolYear) -> String {
    format!("Hồ sơ đã có kế hoạch năm học {year}")
}

/// Over a group of work.
#[must_use]
pub fn group(group: usize) -> &'static str {
    match group {
        0 => "Chưa hoàn thành hoặc kéo dài nhiều năm",
        1 => "Thực hiện hằng năm",
        2 => "Đã hoàn thành",
        _ => "Không thực hiện nữa",
    }
}

/// "5 nội dung, chọn 4".
#[must_use]
pub fn group_count(all: usize, taken: usize) -> String {
    let of_all = number_of(all);
    match taken {
        0 => format!("{of_all} nội dung, không chọn"),
        taken if taken == all => format!("{of_all} nội dung, đã chọn"),
        taken => format!("{of_all} nội dung, chọn {}", number_of(taken)),
    }
}

/// How work stands at the end of the year: "đang thực hiện, nhiều năm".
#[must_use]
pub fn stands(status: Option<Status>, why: Why) -> String {
    let status = status.map_or("chưa ghi kết quả".to_owned(), |status| {
        let mut letters = status_name(status).chars();
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
    });
    match why {
        Why::SeveralYears => format!("{status}, nhiều năm"),
        Why::Recurs => format!("{status}, lặp lại hằng năm"),
        Why::Unfinished | Why::Done | Why::Dropped => status,
    }
}

/// Behind a new time; blank where it is another one.
#[must_use]
pub fn time_mark(time: NewTime) -> &'static str {
    match time {
        NewTime::Kept => SAME,
        NewTime::Unclear => UNCLEAR,
        NewTime::Moved | NewTime::Typed => "",
    }
}

/// The field of a new time.
#[must_use]
pub fn time_of(name: &str) -> String {
    format!("Thời gian mới: {name}")
}

/// "6 nội dung".
#[must_use]
pub fn taken(count: usize) -> String {
    format!("{} nội dung", number_of(count))
}

/// " được đưa sang · 2 thời gian viết lại, 3 giữ nguyên".
#[must_use]
pub fn times(moved: usize, kept: usize) -> String {
    let (moved, kept) = (number_of(moved), number_of(kept));
    format!("được đưa sang · {moved} thời gian viết lại, {kept} giữ nguyên")
}

/// "1 chưa rõ thời hạn".
#[must_use]
pub fn unclear(count: usize) -> String {
    format!("{} chưa rõ thời hạn", number_of(count))
}

/// Over the changes of a kind.
#[must_use]
pub fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::SchoolYear => "Năm học",
        ChangeKind::Date => "Năm trong ngày, tháng, quý",
        ChangeKind::Year => "Năm đứng riêng",
        ChangeKind::Figure => "Con số của mục tiêu, chỉ số",
        ChangeKind::Person => "Tên người",
    }
}

/// The new words of a figure or a name.
#[must_use]
pub fn new_words(from: &str) -> String {
    format!("Viết thay cho {from}")
}

/// "11 chỗ: Thông tin, mở đầu, bảng cải tiến".
#[must_use]
pub fn places(count: usize, left: usize, where_: &[&str]) -> String {
    let places = where_.join(", ");
    let left = if left == 0 { String::new() } else { format!(", bỏ qua {}", number_of(left)) };
    format!("{} chỗ{left}: {places}", number_of(count))
}

/// "3 chỗ cần xem lại".
#[must_use]
pub fn to_look_at(count: usize) -> String {
    format!("{} chỗ cần xem lại", number_of(count))
}

/// Where a text stands, in a word or two.
#[must_use]
pub fn short_place(spot: &Spot) -> &'static str {
    match spot {
        Spot::Info(_) => "Thông tin",
        Spot::Bases => "căn cứ",
        Spot::Opening => "mở đầu",
        Spot::Part(_) => "lời văn",
        Spot::Table | Spot::Row(..) => "bảng cải tiến",
        Spot::Problem(..) => "vấn đề trọng tâm",
        Spot::Review(..) => "theo dõi, đánh giá",
        Spot::WorkingGroup(_) => "nhóm công tác",
        Spot::Supervisor(_) => "người giám sát",
    }
}

/// "Số 32/KH-THCSNH"; nothing where the old plan had none.
#[must_use]
pub fn number(number: &str, symbol: &str) -> Option<String> {
    let (number, symbol) = (number.trim(), symbol.trim());
    (!number.is_empty()).then(|| format!("Số {number}/{symbol}").trim_end_matches('/').to_owned())
}

/// "tháng 9 năm 2026", with the day where there is one.
#[must_use]
pub fn date(date: PlanDate) -> String {
    let part = |name, value: Option<String>| value.map(|value| format!("{name} {value}"));
    let parts = [
        part("ngày", date.day.map(|day| day.to_string())),
        part("tháng", date.month.map(|month| month.to_string())),
        part("năm", date.year.map(|year| year.to_string())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { BLANK.to_owned() } else { parts.join(" ") }
}

/// The new one behind the old: of the same month its year alone.
#[must_use]
pub fn date_anew(old: PlanDate, new: PlanDate) -> String {
    match new.year {
        Some(year) if (old.month, None) == (new.month, new.day) => year.to_string(),
        _ => date(new),
    }
}

/// Why years stay.
#[must_use]
pub fn aside(why: Aside) -> &'static str {
    match why {
        Aside::Cited => "Số và ngày của văn bản viện dẫn",
        Aside::Period => "Giai đoạn nhiều năm",
        Aside::Term => "Nhiệm kỳ, khóa học",
        Aside::Baseline => "Số liệu của năm đã qua",
        Aside::Name => "Tên trường, tên lớp",
    }
}

/// "5 chỗ".
#[must_use]
pub fn count(count: usize) -> String {
    format!("{} chỗ", number_of(count))
}

/// The tab of the criteria: "Tiêu chí (12)".
#[must_use]
pub fn criteria_tab(count: usize) -> String {
    format!("{CRITERIA} ({})", number_of(count))
}

/// The field of the criterion that takes the place of one.
#[must_use]
pub fn instead_of(code: &str, name: &str) -> String {
    let code = capital(&criterion_name(code));
    if name.is_empty() { code } else { format!("{code}. {name}") }
}

/// "3 tiêu chí cũ chưa có tiêu chí thay".
#[must_use]
pub fn unanswered(count: usize) -> String {
    format!("{} tiêu chí cũ chưa có tiêu chí thay", number_of(count))
}

/// "1.067".
fn number_of(count: usize) -> String {
    words::number(count as u64)
}
