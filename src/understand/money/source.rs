//! The names in a budget cell: where the money comes from, and the ways to say that none is needed.

use crate::plan::Abbreviation;
use crate::understand::canonical_person;
use crate::words;

/// "Không", "Kinh phí: không", "Không (lồng ghép)": the ways to say that no money is needed.
pub(super) fn is_nothing(lower: &str) -> bool {
    // A remark in brackets changes nothing, unless it names a source or a sum.
    let (said, remark) = lower.split_once('(').unwrap_or((lower, ""));
    let remark_counts = remark.chars().any(|c| c.is_ascii_digit())
        || is_source(remark)
        || remark.split_once(')').is_some_and(|(_, rest)| rest.chars().any(char::is_alphanumeric));
    let only_marks = said.chars().all(|c| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '.' | '!' | '₫' | ':')
            || words::is_dash(c)
    });
    if !only_marks || remark_counts {
        return false;
    }
    let said: Vec<&str> = said
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(12)
        .collect();
    let phrase = said.join(" ");
    let mut rest = phrase.as_str();
    let labels = ["dự kiến", "nhu cầu", "kinh phí", "nguồn kinh phí", "kp", "chi phí"];
    if let Some(after) = labels.iter().find_map(|label| rest.strip_prefix(label)) {
        rest = after.trim_start();
        if let Some(after) = rest.strip_prefix("kinh phí") {
            rest = after.trim_start();
        }
    }
    if matches!(
        rest,
        "0" | "0 đồng" | "0 đ" | "0đ" | "0đồng" | "0 vnđ" | "0 triệu" | "0 triệu đồng"
    ) {
        return true;
    }
    let Some(after) = ["không", "khong", "ko", "k"].iter().find_map(|no| word_prefix(rest, no))
    else {
        return matches!(rest, "miễn phí" | "free" | "none");
    };
    // "k" alone may be anything.
    if rest == "k" {
        return false;
    }
    let mut after = after;
    for words in [
        &[
            "có nhu cầu",
            "có",
            "cần dùng",
            "cần",
            "mất",
            "tốn",
            "phải chi",
            "phát sinh thêm",
            "phát sinh",
            "sử dụng",
            "dùng",
            "đòi hỏi",
            "yêu cầu",
            "chi",
            "tính",
        ][..],
        &["kinh phí", "kp", "chi phí", "phí", "tiền", "đồng"],
        &["phát sinh", "thêm", "nào", "gì", "riêng"],
    ] {
        after = words.iter().find_map(|word| word_prefix(after, word)).unwrap_or(after);
    }
    after.is_empty()
}

/// What follows a word at the start of a phrase.
fn word_prefix<'a>(phrase: &'a str, word: &str) -> Option<&'a str> {
    let rest = phrase.strip_prefix(word)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// The names in a stretch of text: parted by , ; line breaks, brackets, and "và" before a source.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in text.split([',', ';', '\n', '\r', '(', ')', '[', ']', '+', '•']) {
        let mut start = 0;
        for (at, mark) in joints(piece) {
            let (before, after) = (&piece[start..at], &piece[at + mark..]);
            if is_source(after) && !before.trim().is_empty() {
                names.push(before.to_owned());
                start = at + mark;
            }
        }
        names.push(piece[start..].to_owned());
    }
    names.iter().map(|name| trim_name(name)).filter(|name| !name.is_empty()).collect()
}

/// "Ngân sách và XHH", "Ngân sách/XHH": where two names may meet, and the length of the joint.
fn joints(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.char_indices().filter_map(|(at, c)| match c {
        '/' => Some((at, 1)),
        ' ' => [" và ", " & "]
            .iter()
            .find(|mark| text[at..].starts_with(**mark))
            .map(|mark| (at, mark.len())),
        _ => None,
    })
}

fn trim_name(name: &str) -> String {
    let marks = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || words::is_dash(c)
            || matches!(c, '.' | ':' | '…' | '"' | '/' | '=' | '*')
    };
    let mut name = name.trim_matches(marks);
    for word in ["trong đó", "gồm", "từ", "do", "bằng", "lấy từ", "trích từ", "và", "Từ", "Do"]
    {
        let rest = name.strip_prefix(word).filter(|rest| rest.starts_with([' ', ':']));
        // "Từ thiện" is a source of its own.
        if let Some(rest) = rest.filter(|rest| *rest != " thiện") {
            name = rest.trim_matches(marks);
        }
    }
    if name.chars().any(char::is_alphabetic) { name.to_owned() } else { String::new() }
}

/// How a source of money begins, without marks.
const BEGINNINGS: &[&str] = &[
    "ngan sach",
    "nsnn",
    "ns",
    "xhh",
    "xa hoi hoa",
    "nguon",
    "hoc phi",
    "tu tuc",
    "tai tro",
    "cmhs",
    "phhs",
    "cha me",
    "phu huynh",
    "dong gop",
    "hoi cha me",
    "hoi cmhs",
    "hoi phu huynh",
    "hoi khuyen hoc",
    "hoi cuu",
    "chi thuong xuyen",
    "nha truong",
    "cong doan",
    "tu nguyen",
    "ubnd",
    "so gd",
    "so giao duc",
    "phong gd",
    "mat tran",
    "doanh nghiep",
    "manh thuong quan",
    "nha hao tam",
    "kinh phi ngan sach",
    "kinh phi hoat dong",
    "kinh phi thuong xuyen",
    "kinh phi chi",
    "kinh phi nha truong",
    "kinh phi tu chu",
    "kinh phi khong tu chu",
    "kinh phi duoc giao",
    "kinh phi xa hoi",
    "van dong tai tro",
    "van dong xa hoi",
    "van dong phu huynh",
    "van dong cmhs",
    "van dong cha me",
    "huy dong xa hoi",
    "huy dong cmhs",
    "huy dong phu huynh",
    "huy dong cha me",
    "huy dong nguon",
    "kp ngan sach",
    "kp hoat dong",
];

/// Whether a name is that of a source of money.
pub(super) fn is_source(name: &str) -> bool {
    // The words looked for are shorter than this: a long text is not folded again and again.
    let beginning: String = name.trim_start().chars().take(40).collect::<String>().to_lowercase();
    // "Quỹ hội" is one, "Quý I" and "Quy chế" are none.
    if word_prefix(beginning.trim_end(), "quỹ").is_some() {
        return true;
    }
    let folded = words::fold(&beginning);
    let folded = folded.trim();
    let folded = folded
        .strip_prefix("tu ")
        .filter(|rest| !rest.starts_with("tuc"))
        .map_or(folded, |rest| if folded.starts_with("tu nguyen") { folded } else { rest });
    if matches!(folded, "kinh phi" | "nguon" | "nguon kinh phi" | "tong kinh phi") {
        return false;
    }
    matches!(folded, "truong" | "van dong" | "huy dong" | "hoi" | "quy")
        || BEGINNINGS.iter().any(|beginning| {
            folded
                .strip_prefix(beginning)
                .is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
        })
}

/// One name for one source: "nguồn XHH" and "xã hội hóa" are "Xã hội hóa". What is no short form
/// stays as typed, from a capital on.
///
/// ```
/// use caitien::understand::canonical_source;
/// assert_eq!(canonical_source("nguồn XHH", &[]), "Xã hội hóa");
/// assert_eq!(canonical_source("Nguồn hoạt động", &[]), "Nguồn hoạt động");
/// ```
#[must_use]
pub fn canonical_source(name: &str, own: &[Abbreviation]) -> String {
    let whole = canonical_person(name, own);
    let after = ["Nguồn ", "nguồn "].iter().find_map(|word| whole.strip_prefix(word));
    let source = after.map(|rest| canonical_person(rest, own)).filter(|rest| {
        // "Nguồn hoạt động" says nothing without its first word.
        words::BUILT_IN.iter().any(|(_, long)| long == rest)
            || words::fold(rest).starts_with("ngan sach")
    });
    let name = source.unwrap_or(whole);
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}

/// Beside a figure: a source by its beginning, that is not taken back in the same breath.
pub(super) fn is_named_source(name: &str) -> bool {
    let lower = name.to_lowercase();
    let taken_back = lower.split_whitespace().any(|word| matches!(word, "không" | "chưa"));
    is_source(name) && !taken_back && name.chars().count() <= 60
}

/// Without a figure: what stands beside the sources and names none: "ĐT 0912…", "tháng 9", "30 em".
pub(super) fn is_detail(name: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "liên hệ",
        "lh",
        "zalo",
        "hotline",
        "đt",
        "sđt",
        "điện thoại",
        "tk",
        "stk",
        "số tk",
        "số tài khoản",
        "tài khoản",
        "tháng",
        "ngày",
        "quý",
        "tuần",
        "học kỳ",
        "hk",
        "hk1",
        "hk2",
        "hki",
        "hkii",
        "khối",
        "lớp",
        "trang",
        "mục",
        "buổi",
        "lần",
        "tiết",
    ];
    let lower = name.trim().to_lowercase();
    let years = word_prefix(&lower, "năm học").or_else(|| word_prefix(&lower, "năm"));
    begins_with_any(&lower, BEGINNINGS)
        || lower.starts_with(|c: char| c.is_ascii_digit())
        || years.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Without a figure: whether a name says that nothing is certain: "Chưa xác định", "Có", "nt".
pub(super) fn is_unclear(name: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "chưa",
        "không",
        "đang",
        "chờ",
        "có",
        "đã",
        "nt",
        "n/t",
        "ntr",
        "như",
        "tương tự",
        "xem",
        "đủ",
        "ok",
        "ko",
        "cần",
        "mỗi",
        "vài",
        "ít",
        "nhiều",
        "sẽ",
        "hết",
        "idem",
        "n/a",
        "nêu trên",
        "giống",
        "theo trên",
        "tối đa",
        "tối thiểu",
        "khoảng",
        "đề nghị cấp",
        "thực hiện",
    ];
    // "Kinh phí dạy 2 buổi", "Tùy điều kiện thực tế" say something.
    const WHOLE: &[&str] = &[
        "kinh phí",
        "kp",
        "tùy",
        "tổng",
        "dự kiến",
        "nhu cầu",
        "đề nghị",
        "năm",
        "v",
        "x",
        "n",
        "t",
        "k",
        "kinh phí dự kiến",
        "số tiền",
        "tiền",
        "đồng",
        "khác",
    ];
    let lower = name.trim().to_lowercase();
    // "Kinh phí không đáng kể"; "kinh phí không tự chủ", "không thường xuyên" are sources.
    let taken_back = [" không ", " chưa "].iter().any(|no| {
        lower.split_once(no).is_some_and(|(_, rest)| {
            !rest.starts_with("tự chủ") && !rest.starts_with("thường xuyên")
        })
    });
    let refused = lower.ends_with(": không") || lower.ends_with(": có") || lower.ends_with(": ko");
    begins_with_any(&lower, BEGINNINGS)
        || WHOLE.contains(&lower.as_str())
        || refused
        || taken_back
        || lower.starts_with('?')
}

fn begins_with_any(lower: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let rest = lower.strip_prefix(word);
        rest.is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
    })
}
