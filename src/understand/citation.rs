//! Texts that a plan cites by their number: "Thông tư số 18/2018/TT-BGDĐT".

use crate::words::letters as plain;

/// Kinds and offices with which the symbol of a text begins, the longest first.
const STARTS: [&str; 18] = [
    "SGDĐT", "PGDĐT", "BGDĐT", "VBHN", "TTLT", "UBND", "BNV", "BTC", "TTg", "TT", "QĐ", "KH", "CV",
    "NĐ", "NQ", "HD", "BC", "CT",
];

/// The numbers of texts in a sentence, each with where it begins: "18/2018/TT-BGDĐT".
pub fn citations(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().filter_map(move |chunk| {
        let number = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        let (digits, symbol) = number.split_once('/')?;
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let named = is_number && symbol.chars().any(char::is_uppercase);
        named.then(|| (number.as_ptr() as usize - text.as_ptr() as usize, number))
    })
}

/// Whether the symbol of a text's number lost its hyphen: "3535/BGDĐTGDTrH".
///
/// ```
/// use caitien::understand::lacks_hyphen;
/// assert!(lacks_hyphen("3535/BGDĐTGDTrH") && lacks_hyphen("18/2018/TTBGDĐT"));
/// assert!(!lacks_hyphen("3535/BGDĐT-GDTrH") && !lacks_hyphen("43/2019/QH14"));
/// assert!(!lacks_hyphen("102/BGDĐT") && !lacks_hyphen("05/TTr"));
/// ```
#[must_use]
pub fn lacks_hyphen(number: &str) -> bool {
    let symbol = number.rsplit('/').next().unwrap_or_default();
    let whole = STARTS.contains(&symbol) || symbol.contains(['-', '–']);
    let rest = STARTS.iter().find_map(|start| symbol.strip_prefix(start));
    !whole && rest.is_some_and(|rest| rest.chars().take_while(|c| c.is_uppercase()).count() > 1)
}

/// Whether a sentence cites the text of this number, as people write it: "18/2018/TT-BGD&ĐT",
/// "18 /2018/TT–BGDĐT", "Thông tư 18/2018".
///
/// ```
/// use caitien::understand::cites;
/// let number = "18/2018/TT-BGDĐT";
/// for sentence in ["TT18/2018/TT- BGD&ĐT", "thông tư số 18/2018 của Bộ", "18/2018/tt–bgdđt"] {
///     assert!(cites(sentence, number), "{sentence}");
/// }
/// for sentence in ["Kế hoạch 18/2018/KH-UBND", "118/2018/TT-BGDĐT", "tháng 18/2018"] {
///     assert!(!cites(sentence, number), "{sentence}");
/// }
/// ```
#[must_use]
pub fn cites(sentence: &str, number: &str) -> bool {
    const KINDS: [(&str, &str); 3] = [("/tt", "thongtu"), ("/nd", "nghidinh"), ("/qh", "luat")];
    let (sentence, number) = (plain(sentence), plain(number));
    let found = |number: &str, is_one: &dyn Fn(&str, &str) -> bool| {
        sentence.match_indices(number).any(|(at, _)| {
            let (before, after) = (&sentence[..at], &sentence[at + number.len()..]);
            !before.ends_with(|c: char| c.is_ascii_digit()) && is_one(before, after)
        })
    };
    let short = |symbol: &str, kind: &str| {
        let at = number.find(symbol).filter(|at| number[..*at].contains('/'));
        at.is_some_and(|at| {
            found(&number[..at], &|before, after| {
                let before = before.strip_suffix("so").unwrap_or(before);
                before.ends_with(kind) && !after.starts_with(['/', '0', '1', '2'])
            })
        })
    };
    found(&number, &|_, _| true) || KINDS.iter().any(|(symbol, kind)| short(symbol, kind))
}

/// Whether a sentence that cites a text tells of what was: a report made under it, a recognition
/// by it.
#[must_use]
pub fn tells_of_the_past(sentence: &str) -> bool {
    says(
        sentence,
        &["công nhận", "báo cáo", "kết quả", "hết hiệu lực", "bãi bỏ", "trước đây", "nay là"],
    )
}

/// Whether a sentence tells that one text changes or replaces another.
#[must_use]
pub fn tells_of_change(sentence: &str) -> bool {
    says(sentence, &["sửa đổi", "bổ sung", "thay thế"])
}

fn says(sentence: &str, told: &[&str]) -> bool {
    let lower = sentence.to_lowercase();
    told.iter().any(|words| lower.contains(words))
}
