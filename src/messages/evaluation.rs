//! The words of Tự đánh giá.

use crate::plan::{Catalogue, Id, Plan, SchoolYear};
use crate::words;
use crate::year::result::{Count, Outcome, Rule};

use super::info::catalogue_name;
use super::places::{criterion_name, line_name};

/// The table, for a screen reader.
pub const TABLE: &str = "Mức của từng tiêu chí";
/// Head of the column of criteria.
pub const CRITERION: &str = "Tiêu chí";
/// Not evaluated.
pub const NOT_EVALUATED: &str = "Chưa đánh giá";
/// The same in the cell of a criterion.
pub const NOT_YET: &str = "chưa";
/// Head of the numbers of weaknesses.
pub const WEAK: &str = "Hạn chế";
/// Head of the numbers of evidence.
pub const EVIDENCE: &str = "Minh chứng";
/// Over the level-4 criteria.
pub const LEVEL_FOUR: &str = "Tiêu chí Mức 4";
/// A level that a criterion does not have, as a tooltip.
pub const NO_SUCH_LEVEL: &str = "không có mức này";
/// What the keys do, where the catalogue's levels go up to this one.
#[must_use]
pub fn keys(highest: u8) -> String {
    format!("← → đổi mức · ↑ ↓ đổi tiêu chí · 0 đến {highest} chọn mức · Enter ghi hạn chế")
}

/// The year before the plan's.
pub const BASIS: &str = "làm cơ sở cho kế hoạch này";
/// The plan's own year.
pub const AT_THE_END: &str = "đánh giá lại khi hết năm học của kế hoạch";
/// There is no catalogue.
pub const NO_CATALOGUE: &str = "Chưa chọn bộ tiêu chuẩn để tự đánh giá";
/// What to do then.
pub const NO_CATALOGUE_DO: &str =
    "Chọn bộ tiêu chuẩn mà trường dùng để tự đánh giá; bộ ấy có thể khác bộ của kế hoạch.";
/// The list of catalogues.
pub const CATALOGUE: &str = "Bộ tiêu chuẩn tự đánh giá";
/// Nothing is let through by the filter.
pub const NOTHING: &str = "Không còn tiêu chí nào ở mục đang xem";
/// Shows all again.
pub const SHOW_ALL: &str = "Hiện tất cả tiêu chí";
/// The card of what it comes to.
pub const RESULT: &str = "Kết quả tự đánh giá";
/// It cannot be told yet.
pub const NOT_TOLD: &str = "Chưa đủ để kết luận";
/// Opens what else goes with the level.
pub const CONDITIONS: &str = "Điều kiện đi kèm mức này";
/// No item works on it.
pub const NO_ITEMS: &str = "chưa có";
/// The card of proposals.
pub const PROPOSED: &str = "Đề xuất từ Kết quả cần đạt";
/// Takes one proposed level.
pub const TAKE: &str = "Nhận";
/// Opens the cards beside the table.
pub const CARDS: &str = "Kết quả, hạn chế";
/// Closes them.
pub const CLOSE: &str = "Đóng";
/// Label.
pub const STRENGTHS: &str = "Điểm mạnh";
/// Label.
pub const CAUSE: &str = "Nguyên nhân của hạn chế";
/// Label: codes of evidence.
pub const EVIDENCE_CODES: &str = "Mã minh chứng";
/// Under it.
pub const EVIDENCE_HELP: &str = "Cách nhau bằng dấu chấm phẩy: [H1-1.1-01]; [H1-1.1-02]";
/// Under the weaknesses.
pub const ONE_A_LINE: &str = "Mỗi dòng một điểm. Esc trở lại bảng.";
/// The criterion has no higher level than the one it is at.
pub const TOPS_OUT: &str = "Tiêu chí này không có mức cao hơn";
/// Makes an item of a weakness.
pub const TAKE_WEAKNESS: &str = "Đưa vào kế hoạch";
/// Makes a problem of a weakness, and no item.
pub const TAKE_PROBLEM: &str = "Chỉ ghi vấn đề";
/// Nothing of the plan answers a weakness.
pub const NOT_IN_PLAN: &str = "Chưa có nội dung nào";
/// The plan is made by another catalogue.
pub const OTHER_CATALOGUE: &str =
    "Kế hoạch dùng bộ tiêu chuẩn khác, nên dòng mới để trống tiêu chí.";
/// The criterion before.
pub const PREVIOUS: &str = "Tiêu chí trước";
/// The criterion after.
pub const NEXT: &str = "Tiêu chí sau";

/// What is shown: all criteria, those not evaluated, those that are not at the next level, those
/// with a weakness.
#[must_use]
pub fn filter(which: usize, next: Option<u8>) -> String {
    match (which, next) {
        (0, _) => "tất cả".to_owned(),
        (1, _) => "chưa đánh giá".to_owned(),
        (2, Some(level)) => format!("chưa đạt Mức {level}"),
        (2, None) => "chưa đạt mức tiếp theo".to_owned(),
        _ => "có hạn chế".to_owned(),
    }
}

/// The same where there is little room.
pub const SHOWN: &str = "Hiện";
/// "Hiện: tất cả".
#[must_use]
pub fn shown(what: &str) -> String {
    format!("{SHOWN}: {what}")
}

/// What the school's weaknesses are called.
#[must_use]
pub fn weakness_label(rule: Rule) -> &'static str {
    match rule {
        Rule::All => "Điểm yếu",
        Rule::Mandatory => "Điểm hạn chế",
    }
}

/// A level in the head of its column: none: not evaluated; 0: below the first.
#[must_use]
pub fn level_head(rule: Rule, level: Option<u8>) -> String {
    match (rule, level) {
        (_, None) => NOT_EVALUATED.to_owned(),
        (Rule::Mandatory, Some(0)) => "Không đạt Mức 1".to_owned(),
        (Rule::All, Some(0)) => "Không đạt".to_owned(),
        (_, Some(level)) => format!("Mức {level}"),
    }
}

/// The same in the cell of a criterion.
#[must_use]
pub fn level_short(level: Option<u8>) -> String {
    match level {
        None => NOT_YET.to_owned(),
        Some(0) => "không đạt".to_owned(),
        Some(level) => format!("Mức {level}"),
    }
}

/// The same under the head of its column, where "đạt" stands already.
#[must_use]
pub fn level_in_column(level: Option<u8>) -> String {
    if level == Some(0) { "không".to_owned() } else { level_short(level) }
}

/// A cell for a screen reader: "1.3 Mức 2".
#[must_use]
pub fn cell(rule: Rule, code: &str, level: Option<u8>) -> String {
    format!("{} {}", named(code), level_head(rule, level))
}

/// "1.3"; the third of level 4 is "Mức 4, tiêu chí 3".
fn named(code: &str) -> String {
    match code.strip_prefix("M4.") {
        Some(number) => format!("Mức 4, tiêu chí {number}"),
        None => code.to_owned(),
    }
}

/// Where the list of criteria is, for a screen reader: "1.3 Quản lý…: Mức 2".
#[must_use]
pub fn at_words(rule: Rule, code: &str, name: &str, level: Option<u8>) -> String {
    format!("{} {name}: {}", named(code), level_head(rule, level))
}

/// "Thông tư 57/2026, phổ thông".
#[must_use]
pub fn short_catalogue(catalogue: &Catalogue) -> String {
    format!("Thông tư {}", catalogue_name(catalogue).replacen("/TT-BGDĐT", "", 1))
}

/// A year in the list of years, and what it is to the plan shown.
#[must_use]
pub fn year_choice(year: SchoolYear, plan: SchoolYear) -> String {
    let what = match plan.first() - year.first() {
        1 => format!(", {BASIS}"),
        0 => format!(", {AT_THE_END}"),
        _ => String::new(),
    };
    format!("Năm học {year}{what}")
}

/// "Năm học 2025 - 2026".
#[must_use]
pub fn year_button(year: SchoolYear) -> String {
    format!("Năm học {year}")
}

/// "14 trong 15 tiêu chí đã đánh giá".
#[must_use]
pub fn evaluated(count: Count) -> String {
    format!("{} trong {} tiêu chí đã đánh giá", number(count.there), number(count.of))
}

/// The school's result in a few words.
#[must_use]
pub fn told(outcome: &Outcome) -> String {
    match outcome.told() {
        None => NOT_TOLD.to_owned(),
        Some(0) => "Không đạt Mức 1".to_owned(),
        Some(level) => format!("Mức {level}"),
    }
}

/// Under a result that cannot be told: what is sure, and what is still open.
#[must_use]
pub fn still_open(outcome: &Outcome) -> String {
    let left = outcome.evaluated.of - outcome.evaluated.there;
    let left = if left > 0 {
        format!("Còn {} tiêu chí chưa đánh giá", number(left))
    } else {
        "Còn tiêu chí Mức 4 chưa đánh giá".to_owned()
    };
    match outcome.at_least {
        0 => left,
        level => format!("Chắc chắn từ Mức {level}. {left}"),
    }
}

/// What goes with a level beside it; the recognition itself is never said.
#[must_use]
pub fn conditions(rule: Rule, level: u8) -> Option<String> {
    let degree = rule.degree(level)?;
    Some(match rule {
        Rule::All => format!(
            "Mức {level} là điều kiện về mức của kiểm định Cấp độ {level} và chuẩn quốc gia Mức độ \
             {degree}. Việc công nhận do Sở Giáo dục và Đào tạo quyết định."
        ),
        Rule::Mandatory => format!(
            "Mức {level} là điều kiện về mức của chuẩn quốc gia Mức độ {degree}, bên cạnh ba điều \
             kiện khác: có khóa học đã hoàn thành; ba năm học liên tục có tự đánh giá, kết quả kế \
             hoạch và số liệu; cơ sở vật chất và an toàn. Việc công nhận do Sở Giáo dục và Đào \
             tạo quyết định."
        ),
    })
}

/// Before the bar of the mandatory criteria.
#[must_use]
pub fn mandatory_at(level: u8) -> String {
    format!("Bắt buộc Mức {level}")
}

/// Before the bar of the others.
#[must_use]
pub fn rest_at(rule: Rule, level: u8, count: Count) -> String {
    match rule {
        Rule::All => format!("Tiêu chí Mức {level}"),
        Rule::Mandatory => format!("Còn lại (cần {})", number(count.needed)),
    }
}

/// "5 / 8".
#[must_use]
pub fn of_all(count: Count) -> String {
    format!("{} / {}", number(count.there), number(count.of))
}

/// Over the criteria that are not at a level.
#[must_use]
pub fn short_of(level: u8) -> String {
    format!("Tiêu chí chưa đạt Mức {level}")
}

/// How many items of the plan work on a criterion.
#[must_use]
pub fn items(count: usize) -> String {
    match count {
        0 => NO_ITEMS.to_owned(),
        count => format!("{} nội dung", number(count)),
    }
}

/// "và 5 tiêu chí nữa".
#[must_use]
pub fn and_more(count: usize) -> String {
    format!("và {} tiêu chí nữa", number(count))
}

/// What the result would be if every target were reached.
#[must_use]
pub fn if_reached(now: &Outcome, then: &Outcome) -> String {
    let result = match (now.told(), then.told()) {
        (_, None) => "chưa đủ để kết luận".to_owned(),
        (now, Some(then)) if now == Some(then) => format!("vẫn {}", told_level(then)),
        (_, Some(then)) => told_level(then),
    };
    format!("Nếu kế hoạch đạt hết mục tiêu: {result}")
}

fn told_level(level: u8) -> String {
    // On one line, as on paper.
    match level {
        0 => "không đạt Mức\u{a0}1".to_owned(),
        level => format!("Mức\u{a0}{level}"),
    }
}

/// A proposed level: "1.3 Mức 2".
#[must_use]
pub fn proposal(code: &str, level: u8) -> String {
    format!("{} {}", named(code), level_short(Some(level)))
}

/// Takes all proposed levels.
#[must_use]
pub fn take_all(count: usize) -> String {
    format!("Nhận cả {}", number(count))
}

/// Takes one of them, for a screen reader.
#[must_use]
pub fn take_one(code: &str, level: u8) -> String {
    format!("{TAKE} {}", proposal(code, level))
}

/// The nth weakness, shortened.
#[must_use]
pub fn nth_weakness(nth: usize, words: &str) -> String {
    let short = words::shorten(words, 60, 240);
    let more = if short.len() < words.len() { "…" } else { "" };
    format!("{}. {short}{more}", nth + 1)
}

/// Makes an item of the nth weakness, for a screen reader.
#[must_use]
pub fn take_weakness(nth: usize) -> String {
    format!("{TAKE_WEAKNESS}, điểm {}", nth + 1)
}

/// The plan has an item for a weakness.
#[must_use]
pub fn in_plan(plan: &Plan, item: Id) -> String {
    format!("✓ Đã có trong kế hoạch, {}", line_name(plan, item))
}

/// Leads there.
#[must_use]
pub fn open_item(plan: &Plan, item: Id) -> String {
    format!("Mở {}", line_name(plan, item))
}

/// The plan has a weakness among its problems, and no item for it.
#[must_use]
pub fn in_problems(nth: usize) -> String {
    format!("Đã ghi ở vấn đề {}, chưa có nội dung nào", nth + 1)
}

/// Leads there.
#[must_use]
pub fn open_problem(nth: usize) -> String {
    format!("Mở vấn đề {}", nth + 1)
}

/// Said after an item was made.
#[must_use]
pub fn taken(code: &str) -> String {
    format!("Đã thêm một nội dung cho {} vào kế hoạch.", criterion_name(code))
}

/// Which criterion a new item is for, where weaknesses are told by standard.
#[must_use]
pub fn for_criterion(code: &str) -> String {
    format!("Nội dung mới gắn với {}.", criterion_name(code))
}

/// Over the texts of a standard: "Tiêu chuẩn 2".
#[must_use]
pub fn of_standard(number: &str) -> String {
    format!("Cả tiêu chuẩn {number}")
}

fn number(count: usize) -> String {
    words::number(count as u64)
}
