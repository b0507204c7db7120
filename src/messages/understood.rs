//! The hints beside a cell: what was understood of its time, its money and its people.

use crate::plan::{Money, Per, Period, Recurs};
use crate::understand::People;
use crate::words;

/// What was understood of a time cell: "trước 30/11/2026", "01/10/2026 đến 31/5/2027",
/// "hằng tháng", or "Chưa rõ thời hạn".
#[must_use]
pub fn period_hint(period: &Period) -> String {
    let dates = match (period.start, period.end) {
        (Some(start), Some(end)) if start == end && !period.before => words::date(start),
        (Some(start), Some(end)) => {
            let until = if period.before { "trước" } else { "đến" };
            format!("{} {until} {}", words::date(start), words::date(end))
        }
        (None, Some(end)) if period.before => format!("trước {}", words::date(end)),
        (None, Some(end)) => format!("đến hết {}", words::date(end)),
        (Some(start), None) => format!("từ {}", words::date(start)),
        (None, None) => String::new(),
    };
    let recurs = period.recurs.map_or("", how_often);
    match (recurs, dates.as_str()) {
        ("", "") => "Chưa rõ thời hạn".to_owned(),
        ("", dates) => dates.to_owned(),
        (recurs, "") => recurs.to_owned(),
        (recurs, dates) => format!("{recurs}, {dates}"),
    }
}

/// How often work comes back, in words: "hằng tháng".
#[must_use]
pub fn how_often(recurs: Recurs) -> &'static str {
    match recurs {
        Recurs::Week => "hằng tuần",
        Recurs::Month => "hằng tháng",
        Recurs::Quarter => "hằng quý",
        Recurs::Term => "mỗi học kỳ",
        Recurs::Year => "hằng năm",
        Recurs::Ongoing => "thường xuyên",
    }
}

/// What was understood of a budget cell: "5 triệu đồng đến 7 triệu đồng/năm", "từ 60 tỷ đồng",
/// "nguồn: Ngân sách, XHH", or "Chưa rõ kinh phí".
#[must_use]
pub fn money_hint(money: &Money) -> String {
    let short = words::money_short;
    let sum = match (money.from, money.to) {
        (Some(0), Some(0)) => "không dùng kinh phí".to_owned(),
        (Some(from), Some(to)) if from == to => short(from),
        (Some(from), Some(to)) => format!("{} đến {}", short(from), short(to)),
        (Some(from), None) => format!("từ {} trở lên", short(from)),
        (None, Some(to)) => format!("tối đa {}", short(to)),
        (None, None) => String::new(),
    };
    let per = match money.per {
        None | Some(Per::Once) => "",
        Some(Per::Year) => "/năm",
        Some(Per::Term) => "/học kỳ",
        Some(Per::Month) => "/tháng",
        Some(Per::Session) => "/buổi",
    };
    let sources = money.sources.join(", ");
    match (sum.is_empty(), sources.is_empty()) {
        (true, true) => "Chưa rõ kinh phí".to_owned(),
        (true, false) => format!("nguồn: {sources}"),
        (false, true) => format!("{sum}{per}"),
        (false, false) => format!("{sum}{per}, nguồn: {sources}"),
    }
}

/// What was understood of a cell of people: "chủ trì: Hiệu trưởng; phối hợp: Kế toán, Công đoàn",
/// or "Chưa rõ người chủ trì".
#[must_use]
pub fn people_hint(people: &People) -> String {
    let partners = people.partners.join(", ");
    match (&people.lead, partners.is_empty()) {
        (None, true) => "Chưa rõ người chủ trì".to_owned(),
        (None, false) => format!("phối hợp: {partners}"),
        (Some(lead), true) => format!("chủ trì: {lead}"),
        (Some(lead), false) => format!("chủ trì: {lead}; phối hợp: {partners}"),
    }
}
