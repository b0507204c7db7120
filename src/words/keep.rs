//! Words that stay on one line: "ngày 05", "2026 - 2027", "Tiêu chí 1.6", "TP. Huế"; and the
//! spaces that say so to another program.

use std::borrow::Cow;
use std::sync::LazyLock;

/// A space at which no line ends.
const NO_BREAK: char = '\u{A0}';

/// The text with no-break spaces where no line may end, so that another program's lines end
/// where ours do; all else stays, character for character.
///
/// ```
/// use caitien::words::keep::bind;
/// assert_eq!(bind("từ ngày 05 tháng 2"), "từ ngày\u{A0}05 tháng\u{A0}2");
/// ```
#[must_use]
pub fn bind(text: &str) -> Cow<'_, str> {
    bound(text, &gaps(text, |_, _| false))
}

/// As [`bind`], for the title of a column: its words of two syllables are not parted either.
#[must_use]
pub fn bind_title(text: &str) -> Cow<'_, str> {
    bound(text, &gaps(text, is_pair))
}

fn bound<'a>(text: &'a str, gaps: &[usize]) -> Cow<'a, str> {
    if gaps.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + gaps.len());
    let mut from = 0;
    for &gap in gaps {
        out.push_str(text.get(from..gap).unwrap_or_default());
        out.push(NO_BREAK);
        from = gap + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether two words are one in the title of a column; "việc/giải pháp" and "trạng)" hold such
/// words, too.
#[must_use]
pub fn is_pair(left: &str, right: &str) -> bool {
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    let left = left.rsplit(['/', '(']).next().unwrap_or_default();
    PAIRS.contains(&(left, right.trim_end_matches([',', ')'])))
}

/// The single spaces at which no line may end, in bytes of the text. A bullet at the front of a
/// line is not held: no line ends behind it anyway.
fn gaps(text: &str, is_pair: impl Fn(&str, &str) -> bool) -> Vec<usize> {
    let mut gaps = Vec::new();
    let mut words: Vec<(usize, usize, Class)> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        words.clear();
        each_word(line, |from, to| {
            words.push((from, to, classify(line.get(from..to).unwrap_or_default())));
        });
        for (at, pair) in words.windows(2).enumerate() {
            let &[(from, end, left), (next, to, right)] = pair else { continue };
            let class = |at: Option<usize>| Some(words.get(at?)?.2);
            let before = class(at.checked_sub(1));
            let single = end + 1 == next && line.as_bytes().get(end) == Some(&b' ');
            let bullet = before.is_none() && matches!(left, Class::Dash | Class::Plus);
            let word = |from, to| line.get(from..to).unwrap_or_default();
            let rank = together(before, left, right, class(Some(at + 2)));
            let held = !bullet && rank.is_some_and(|rank| rank > Rank::Wish);
            if single && (held || is_pair(word(from, end), word(next, to))) {
                gaps.push(start + end);
            }
        }
        start += line.len();
    }
    gaps
}

/// Where the words of a line stand, in bytes.
fn each_word(line: &str, mut word: impl FnMut(usize, usize)) {
    let bytes = line.as_bytes();
    let (mut from, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let space = match byte {
            b' ' | b'\t' | b'\n' => 1,
            // A no-break space; other letters begin with the same byte.
            0xC2 if bytes.get(at + 1) == Some(&0xA0) => 2,
            _ => 0,
        };
        if space > 0 {
            if from < at {
                word(from, at);
            }
            from = at + space;
        }
        at += space.max(1);
    }
    if from < at {
        word(from, at);
    }
}

/// Words of two syllables that titles of columns are made of.
const PAIRS: [(&str, &str); 36] = [
    ("tiêu", "chuẩn"),
    ("tiêu", "chí"),
    ("kết", "quả"),
    ("hiện", "trạng"),
    ("công", "việc"),
    ("giải", "pháp"),
    ("thực", "hiện"),
    ("chủ", "trì"),
    ("phối", "hợp"),
    ("thời", "gian"),
    ("hoàn", "thành"),
    ("kinh", "phí"),
    ("dự", "kiến"),
    ("điều", "kiện"),
    ("hỗ", "trợ"),
    ("nội", "dung"),
    ("mục", "tiêu"),
    ("cải", "tiến"),
    ("đánh", "giá"),
    ("phụ", "trách"),
    ("nguồn", "lực"),
    ("minh", "chứng"),
    ("điều", "chỉnh"),
    ("nguyên", "nhân"),
    ("đơn", "vị"),
    ("cá", "nhân"),
    ("dữ", "liệu"),
    ("chỉ", "số"),
    ("mức", "độ"),
    ("theo", "dõi"),
    ("hạn", "chế"),
    ("liên", "quan"),
    ("thời", "điểm"),
    ("bảo", "đảm"),
    ("ghi", "chú"),
    ("tổ", "chức"),
];

/// How firmly two words hold together, or two parts of one; the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// What no column is made wider for: the date behind "đến tháng".
    Wish,
    /// Inside an address of the web.
    Link,
    /// Behind a `/` or `-` between the parts of a code: "18/2018/ TT- BGDĐT".
    Code,
    /// What reads well enough on two lines: "ngày 22/8/2018", "Đơn vị" in a title.
    Phrase,
    /// A label and its number, a name behind its kind: "Tiêu chí 1.6", "tháng 9",
    /// "2026 - 2027", "TP. Huế".
    Label,
    /// What cannot be read apart: "10 triệu", "≥ 80%", "Tiêu chí" before a number, a sign and
    /// the word it closes or opens, "đến" before a time.
    Figure,
}

impl Rank {
    /// All of them, the first to be given up first.
    pub const ALL: [Self; 6] =
        [Self::Wish, Self::Link, Self::Code, Self::Phrase, Self::Label, Self::Figure];
}

/// What a word is to its neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    /// Any other word.
    #[default]
    Other,
    /// Begins with a digit.
    Number,
    /// Begins with a digit and holds a slash: "9/2026", "15/10/2026".
    Dated,
    /// A Roman number.
    Roman,
    /// A dash between spaces.
    Dash,
    /// "+" between spaces.
    Plus,
    /// ngày, tháng, năm, Điều, khoản, Mức, số, …: the number after it belongs to it.
    BeforeNumber,
    /// "Tiêu" of "Tiêu chí 1.6".
    Tieu,
    /// "chí" or "chuẩn", as above.
    ChiOrChuan,
    /// lần, triệu, tỷ, đồng/năm, …: belongs to the number before it.
    Unit,
    /// "đến" and what may stand between it and a time.
    Until,
    /// hết, đầu, cuối: belongs to "đến" before it.
    Bound,
    /// "TP.", "KT.": belongs to the word after it.
    Prefix,
    /// ≥ and its like: belongs to the number after it.
    Compare,
    /// ":" or "./." typed after a space.
    Closing,
}

/// What a word is to its neighbours.
#[must_use]
pub fn classify(word: &str) -> Class {
    let bytes = word.as_bytes();
    let Some(&first) = bytes.first() else { return Class::Other };
    if first.is_ascii_digit() {
        return number(bytes);
    }
    // Nearly all words are bare: letters and nothing else.
    if bytes.iter().all(|byte| is_of_letter(*byte)) {
        return of_letters(bytes);
    }
    // No word of the lists is longer than six letters.
    if bytes.len() > 16 {
        return if opened(word).starts_with(|c: char| c.is_ascii_digit()) {
            number(bytes)
        } else {
            Class::Other
        };
    }
    match word {
        "-" | "–" | "—" => return Class::Dash,
        "+" => return Class::Plus,
        "≥" | "≤" | ">" | "<" | "=" | "~" | "≈" => return Class::Compare,
        ":" | ";" | "," | "." | "?" | "!" | ")" | "./." | "…" | "..." | "”" | "%" => {
            return Class::Closing;
        }
        "TP." | "Tp." | "tp." | "KT." | "TM." | "TL." | "TUQ." | "Q." | "P." | "TX." | "TT." => {
            return Class::Prefix;
        }
        _ => {}
    }
    let inner = opened(word);
    if inner.starts_with(|c: char| c.is_ascii_digit()) {
        return number(bytes);
    }
    // With a mark behind them these stand before no number any more.
    let class = of_letters(inner.as_bytes());
    if !matches!(class, Class::Unit | Class::Roman | Class::Other) {
        return class;
    }
    let inner = inner.trim_end_matches([',', '.', ';', ':', ')', '”']);
    // "triệu/năm", "buổi/tuần": what is counted stands before the slash.
    let counted = inner.split('/').next().unwrap_or(inner);
    match of_letters(counted.as_bytes()) {
        Class::Unit => Class::Unit,
        Class::Roman if counted.len() == inner.len() => Class::Roman,
        _ => Class::Other,
    }
}

/// Whether a byte may be of a letter: of a Vietnamese one it always is. U+2000 and what follows
/// (dashes, quotes, signs) begin with E2, U+00A0 to U+00BF with C2.
fn is_of_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || (byte >= 0x80 && byte != 0xE2 && byte != 0xC2)
}

/// What a word without marks is.
fn of_letters(word: &[u8]) -> Class {
    if let Some(class) = packed(word).and_then(listed) {
        return class;
    }
    if !word.is_empty() && word.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X')) {
        return Class::Roman;
    }
    Class::Other
}

/// A word of eight bytes at most as a number: no word of the lists is longer.
fn packed(word: &[u8]) -> Option<u64> {
    let mut bytes = [0; 8];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    Some(u64::from_be_bytes(bytes))
}

/// What the lists say of a word. Asked of every word of every page, so they are a table with
/// places to spare: most words are found missing at the first look.
fn listed(packed: u64) -> Option<Class> {
    let lists = &*LISTS;
    let mut at = place(packed);
    loop {
        match lists[at % PLACES] {
            (word, class) if word == packed => return Some(class),
            (0, _) => return None,
            _ => at += 1,
        }
    }
}

/// Three times as many as there are words, so that some are always empty (0).
const PLACES: usize = 256;

/// Where a word would stand, or the first behind it that is free.
fn place(packed: u64) -> usize {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    (packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize
}

/// The words that say something of their neighbours, and what; each as [`place`] says.
static LISTS: LazyLock<[(u64, Class); PLACES]> = LazyLock::new(|| {
    let lists: [(Class, &[&str]); 6] = [
        (Class::Tieu, &["Tiêu", "tiêu", "TIÊU"]),
        (Class::ChiOrChuan, &["chí", "chuẩn", "CHÍ", "CHUẨN"]),
        (
            Class::BeforeNumber,
            &[
                "ngày", "Ngày", "NGÀY", "tháng", "Tháng", "THÁNG", "năm", "Năm", "NĂM", "Điều",
                "điều", "ĐIỀU", "khoản", "Khoản", "điểm", "Điểm", "Mức", "mức", "MỨC", "số", "Số",
                "SỐ", "quý", "Quý", "QUÝ", "kỳ", "Kỳ", "KỲ", "kì", "lớp", "Lớp", "khối", "Khối",
                "nhóm", "Nhóm", "NHÓM", "biểu", "Biểu", "mẫu", "Mẫu", "lục", "Lục", "tác",
            ],
        ),
        (Class::Until, &["đến", "Đến", "ĐẾN"]),
        (Class::Bound, &["hết", "đầu", "cuối"]),
        (
            Class::Unit,
            &[
                "lần", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "em", "tiết", "buổi", "giờ",
                "phút",
            ],
        ),
    ];
    let each = lists.iter().flat_map(|(class, words)| words.iter().map(|word| (*word, *class)));
    let mut all = [(0, Class::Other); PLACES];
    for (word, class) in each {
        let Some(packed) = packed(word.as_bytes()) else { continue };
        let mut at = place(packed);
        while all[at % PLACES].0 != 0 {
            at += 1;
        }
        all[at % PLACES] = (packed, class);
    }
    all
});

fn number(word: &[u8]) -> Class {
    if word.contains(&b'/') { Class::Dated } else { Class::Number }
}

fn opened(word: &str) -> &str {
    word.trim_start_matches(['(', '“', '"', '['])
}

/// How firmly `left` and `right` hold together; none: a line may end between them. `before` is the word before `left`
/// on the same typed line (none: `left` begins it), `after` the one behind `right`.
#[must_use]
pub fn together(
    before: Option<Class>,
    left: Class,
    right: Class,
    after: Option<Class>,
) -> Option<Rank> {
    match (left, right) {
        (_, Class::Closing)
        | (Class::Compare, Class::Number | Class::Dated)
        | (Class::Number | Class::Dated, Class::Unit) => Some(Rank::Figure),
        (Class::Tieu, Class::ChiOrChuan) => {
            matches!(after, Some(Class::Number | Class::Dated)).then_some(Rank::Figure)
        }
        // A time cell has no line with "đến" alone.
        (Class::Until, Class::BeforeNumber | Class::Number | Class::Dated | Class::Bound) => {
            Some(Rank::Figure)
        }
        // A bullet keeps its first word.
        (Class::Dash | Class::Plus, _) if before.is_none() => Some(Rank::Figure),
        // A line that begins with a dash would look like a point of its own.
        (_, Class::Dash) => after.is_some().then_some(Rank::Figure),
        // "2026 -" keeps "2027"; from "9/2026 -" to "5/2027" is too far for the narrow column
        // of a table.
        (Class::Dash, Class::Number) => (before == Some(Class::Number)).then_some(Rank::Label),
        (Class::Prefix, _)
        | (Class::BeforeNumber, Class::Number | Class::Roman)
        | (Class::ChiOrChuan, Class::Number | Class::Dated) => Some(Rank::Label),
        // The narrow column of a time has room for "đến tháng", and then for "5/2027".
        (Class::BeforeNumber, Class::Dated) if matches!(before, Some(Class::Until)) => {
            Some(Rank::Wish)
        }
        // A whole date, the number of a document can be read without their label.
        (Class::BeforeNumber, Class::Dated) => Some(Rank::Phrase),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bound: &str) {
        let bound = bound.replace('~', "\u{A0}");
        let typed = bound.replace('\u{A0}', " ");
        assert_eq!(bind(&typed), bound);
    }

    #[test]
    fn words_that_belong_together_are_bound() {
        check("");
        check("không có gì");
        check("năm học 2026~-~2027 này");
        check("Tiêu~chí~1.6 và Tiêu~chuẩn~2");
        check("tiêu chí đánh giá");
        check("- Nâng cao 5~triệu đồng");
        check("số~5\nngày~6\n7");
        check("có ≥~80% học sinh, TP.~Huế");
        check("hai  dấu cách  5 thì thôi");
    }

    #[test]
    fn the_title_of_a_column_keeps_its_words_of_two_syllables() {
        let bound = "Công việc/giải\u{A0}pháp (hiện\u{A0}trạng) thì";
        let typed = "Công việc/giải pháp (hiện trạng) thì";
        assert_eq!(bind_title(typed), bound);
        assert_eq!(bind(typed), typed);
    }

    #[test]
    fn a_space_that_somebody_typed_to_keep_words_together_stays() {
        let typed = "Gò\u{A0}Vấp, ngày 5";
        let bound = bind(typed);
        assert_eq!(bound, "Gò\u{A0}Vấp, ngày\u{A0}5");
    }

    #[test]
    fn a_word_is_known_with_the_marks_around_it() {
        for (word, class) in [
            ("tháng", Class::BeforeNumber),
            ("(tháng", Class::BeforeNumber),
            ("tháng,", Class::Other),
            ("triệu/năm,", Class::Unit),
            ("“triệu”", Class::Unit),
            ("IV", Class::Roman),
            ("(IV)", Class::Roman),
            ("IV/2024", Class::Other),
            ("(12", Class::Number),
            ("12/2026)", Class::Dated),
            ("–", Class::Dash),
            ("–5", Class::Other),
            ("≥", Class::Compare),
            ("…", Class::Closing),
            ("TP.", Class::Prefix),
            ("nghiêng", Class::Other),
        ] {
            assert_eq!(classify(word), class, "{word}");
        }
    }
}
