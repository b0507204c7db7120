//! What a budget cell says.

mod figure;

use crate::plan::{Money, Per};
use crate::words;
use figure::{Bound, Reading};

/// What a budget cell says; nothing where it is not clear.
///
/// Text without a figure names sources ("Ngân sách, XHH"). One figure or one
/// range counts; several are never added up, and sums per pupil, class or
/// anything else than [`Per`] knows are not understood.
///
/// ```
/// use caitien::plan::{Per, understand_money};
/// let money = understand_money("5-7 triệu/năm");
/// assert_eq!((money.from, money.to), (Some(5_000_000), Some(7_000_000)));
/// assert_eq!(money.per, Some(Per::Year));
/// ```
#[must_use]
pub fn understand_money(text: &str) -> Money {
    let text = words::nfc(text);
    let text = text.as_ref();
    let lower: String = text.chars().map(lower_of_same_length).collect();
    if is_nothing(text) {
        return Money { from: Some(0), to: Some(0), per: Some(Per::Once), sources: Vec::new() };
    }
    understand(text, &lower).unwrap_or_default()
}

/// Lower case where it takes as many bytes, so that places in one text are places in the other.
fn lower_of_same_length(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

fn understand(text: &str, lower: &str) -> Option<Money> {
    let readings = figure::readings(lower)?;
    let mut sources = Vec::new();
    let mut rest_from = 0;
    for reading in &readings {
        sources.extend(names(&text[rest_from..reading.place.start]));
        rest_from = reading.place.end;
    }
    sources.extend(names(&text[rest_from..]));
    if readings.is_empty() {
        let unclear = figure::speaks_of_money(lower) || sources.iter().any(|name| is_unclear(name));
        return (!unclear).then_some(Money { sources, ..Money::default() });
    }
    // Beside a figure stands also what it is for; only names of sources are kept.
    sources.retain(|name| is_source(name));
    let (from, to, mut per) = match readings.as_slice() {
        [one] => (one.from, one.to, one.per),
        // "trên 5 triệu, dưới 10 triệu"
        [
            least @ Reading { bound: Bound::AtLeast, .. },
            most @ Reading { bound: Bound::AtMost, .. },
        ] => (least.from, most.to, most.per.or(least.per)),
        _ => return None,
    };
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return None;
    }
    for said in figure::per_elsewhere(lower, &readings)? {
        match per {
            Some(known) if known != said => return None,
            _ => per = Some(said),
        }
    }
    Some(Money { from, to, per: Some(per.unwrap_or(Per::Once)), sources })
}

/// "Không", and longer ways to say that no money is needed.
fn is_nothing(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let only_marks = text.chars().all(|c| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '.' | '!' | '₫')
            || words::is_dash(c)
    });
    let phrase = words.join(" ");
    only_marks
        && matches!(
            phrase.as_str(),
            "không"
                | "khong"
                | "không có"
                | "không cần"
                | "không cần kinh phí"
                | "không kinh phí"
                | "không phát sinh"
                | "không phát sinh kinh phí"
                | "không sử dụng kinh phí"
                | "không dùng kinh phí"
                | "không tốn kinh phí"
                | "0"
                | "0 đồng"
                | "0 đ"
                | "0đ"
                | "0đồng"
                | "0 vnđ"
                | "0 triệu"
                | "0 triệu đồng"
        )
}

/// The names in a stretch of text: parted by , ; line breaks, brackets, and "và" before a source.
fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in text.split([',', ';', '\n', '\r', '(', ')', '[', ']', '+', '•']) {
        let mut rest = piece;
        while let Some((before, after)) = split_and(rest) {
            names.push(before.to_owned());
            rest = after;
        }
        names.push(rest.to_owned());
    }
    names.iter().map(|name| trim_name(name)).filter(|name| !name.is_empty()).collect()
}

/// "Ngân sách và XHH", "Ngân sách/XHH": two names only where a source follows.
fn split_and(text: &str) -> Option<(&str, &str)> {
    [" và ", "/", " & "].iter().find_map(|mark| {
        let (before, after) = text.split_once(mark)?;
        (is_source(after) && !before.trim().is_empty()).then_some((before, after))
    })
}

fn trim_name(name: &str) -> String {
    let marks = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || words::is_dash(c)
            || matches!(c, '.' | ':' | '…' | '"')
    };
    let mut name = name.trim_matches(marks);
    for word in ["từ", "do", "bằng", "lấy từ", "trích từ", "và", "Từ", "Do"] {
        if let Some(rest) = name.strip_prefix(word).filter(|rest| rest.starts_with(' ')) {
            name = rest.trim_matches(marks);
        }
    }
    if name.chars().any(char::is_alphabetic) { name.to_owned() } else { String::new() }
}

/// Whether a name is that of a source of money.
fn is_source(name: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "ngan sach",
        "nsnn",
        "ns ",
        "xhh",
        "xa hoi hoa",
        "nguon",
        "quy ",
        "kinh phi",
        "hoc phi",
        "tu tuc",
        "tai tro",
        "van dong",
        "cmhs",
        "phhs",
        "cha me",
        "phu huynh",
        "dong gop",
        "hoi ",
        "chi thuong xuyen",
        "huy dong",
        "nha truong",
        "cong doan",
        "tu nguyen",
        "truong",
        "ubnd",
        "so gd",
        "mat tran",
        "doanh nghiep",
        "manh thuong quan",
        "nha hao tam",
    ];
    // The words looked for are shorter than this: a long text is not folded again and again.
    let beginning: String = name.trim_start().chars().take(40).collect();
    let folded = words::fold(&beginning);
    let folded = folded.trim().strip_prefix("tu ").unwrap_or(folded.trim());
    if matches!(folded, "kinh phi" | "nguon" | "nguon kinh phi" | "tong kinh phi") {
        return false;
    }
    folded == "ns" || BEGINNINGS.iter().any(|beginning| folded.starts_with(beginning))
}

/// "Chưa xác định" names nothing.
fn is_unclear(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["chưa", "không", "đang", "?"].iter().any(|word| lower.starts_with(word))
}
