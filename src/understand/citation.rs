//! Texts that a plan cites by their number: "Thông tư số 18/2018/TT-BGDĐT".

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

/// Whether a sentence that cites a text tells of what was, or that the text was changed: a
/// report made under it, a recognition by it, "sửa đổi bởi", "thay thế".
#[must_use]
pub fn tells_of_the_past(sentence: &str) -> bool {
    const TOLD: [&str; 9] = [
        "công nhận",
        "báo cáo",
        "kết quả",
        "sửa đổi",
        "thay thế",
        "bãi bỏ",
        "hết hiệu lực",
        "trước đây",
        "nay là",
    ];
    let lower = sentence.to_lowercase();
    TOLD.iter().any(|words| lower.contains(words))
}
