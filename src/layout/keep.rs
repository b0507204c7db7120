//! Words that stay on one line: "ngày 05", "2026 - 2027", "Tiêu chí 1.6", "TP. Huế".

/// What a word is to its neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
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
    /// lần, triệu, tỷ, đồng, …: belongs to the number before it.
    Unit,
    /// "TP.", "KT.": belongs to the word after it.
    Prefix,
    /// ≥ and its like: belongs to the number after it.
    Compare,
    /// ":" or "./." typed after a space.
    Closing,
}

pub(super) fn classify(word: &str) -> Class {
    let bytes = word.as_bytes();
    let Some(&first) = bytes.first() else { return Class::Other };
    if first.is_ascii_digit() {
        return number(bytes);
    }
    // No word of the lists below is longer than six letters.
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
    match inner {
        "Tiêu" | "tiêu" | "TIÊU" => return Class::Tieu,
        "chí" | "chuẩn" | "CHÍ" | "CHUẨN" => return Class::ChiOrChuan,
        "ngày" | "Ngày" | "NGÀY" | "tháng" | "Tháng" | "THÁNG" | "năm" | "Năm" | "NĂM" | "Điều"
        | "điều" | "ĐIỀU" | "khoản" | "Khoản" | "điểm" | "Điểm" | "Mức" | "mức" | "MỨC" | "số"
        | "Số" | "SỐ" | "quý" | "Quý" | "QUÝ" | "kỳ" | "Kỳ" | "KỲ" | "kì" | "lớp" | "Lớp"
        | "khối" | "Khối" | "nhóm" | "Nhóm" | "NHÓM" | "biểu" | "Biểu" | "mẫu" | "Mẫu" | "lục"
        | "Lục" | "tác" => {
            return Class::BeforeNumber;
        }
        _ => {}
    }
    let inner = inner.trim_end_matches([',', '.', ';', ':', ')', '”']);
    match inner {
        "lần" | "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn" | "đồng" | "em" => {
            Class::Unit
        }
        _ if !inner.is_empty() && inner.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) => {
            Class::Roman
        }
        _ => Class::Other,
    }
}

fn number(word: &[u8]) -> Class {
    if word.contains(&b'/') { Class::Dated } else { Class::Number }
}

fn opened(word: &str) -> &str {
    word.trim_start_matches(['(', '“', '"', '['])
}

/// Whether no line may end between `left` and `right`. `before` is the word before `left`
/// on the same typed line (none: `left` begins it), `after` the one behind `right`.
pub(super) fn together(
    before: Option<Class>,
    left: Class,
    right: Class,
    after: Option<Class>,
) -> bool {
    match (left, right) {
        (_, Class::Closing)
        | (Class::Prefix, _)
        | (Class::BeforeNumber, Class::Number | Class::Dated | Class::Roman)
        | (Class::ChiOrChuan | Class::Compare, Class::Number | Class::Dated)
        | (Class::Number | Class::Dated, Class::Unit) => true,
        (Class::Tieu, Class::ChiOrChuan) => matches!(after, Some(Class::Number | Class::Dated)),
        // A bullet keeps its first word; "2026 -" keeps "2027".
        (Class::Dash | Class::Plus, _) if before.is_none() => true,
        // From "9/2026 -" to "5/2027" is too far for the narrow column of a table.
        (Class::Dash, Class::Number) => before == Some(Class::Number),
        // A line that begins with a dash would look like a point of its own.
        (_, Class::Dash) => after.is_some(),
        _ => false,
    }
}
