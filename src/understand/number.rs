//! The number of a document as it is meant: "05" and "KH-THCS", however they were typed.

/// Number and symbol of a document, each without the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentNumber {
    /// "05"; blank: written by hand.
    pub number: String,
    /// "KH-THCSGOT".
    pub symbol: String,
}

impl DocumentNumber {
    /// "05/KH-THCSGOT", as it stands after "Số:".
    #[must_use]
    pub fn on_paper(&self) -> String {
        let slash = if self.symbol.is_empty() || self.symbol.starts_with('/') { "" } else { "/" };
        format!("{}{slash}{}", self.number, self.symbol)
    }
}

/// What is meant by the number and the symbol of a document.
///
/// "Số:" goes; a symbol typed behind the number is taken once where it is the beginning of
/// the symbol; a number typed before the symbol is taken where it is the same, or the number
/// is blank. What says two different things stays as typed.
///
/// ```
/// use caitien::understand::document_number;
/// assert_eq!(document_number("Số: 05/KH", "KH-THCSGOT").on_paper(), "05/KH-THCSGOT");
/// assert_eq!(document_number("05/QĐ", "KH-THCSGOT").on_paper(), "05/QĐ/KH-THCSGOT");
/// ```
#[must_use]
pub fn document_number(number: &str, symbol: &str) -> DocumentNumber {
    let mut number = without_label(number.trim()).to_owned();
    let mut symbol = without_label(symbol.trim()).to_owned();
    if let Some((before, after)) = number.split_once('/') {
        let (before, after) = (before.trim(), after.trim().trim_end_matches('/'));
        let known = if after.is_empty() { !symbol.is_empty() } else { begins(&symbol, after) };
        if known {
            number = before.to_owned();
        }
    }
    if let Some((before, after)) = symbol.split_once('/')
        && !before.trim().is_empty()
        && before.trim().chars().all(|c| c.is_ascii_digit())
        && (number.is_empty() || same_number(&number, before.trim()))
    {
        if number.is_empty() {
            before.trim().clone_into(&mut number);
        }
        symbol = after.trim().to_owned();
    }
    DocumentNumber { number, symbol }
}

/// "05" of "Số: 05" and "Số 05"; "Số" of a longer word stays.
fn without_label(text: &str) -> &str {
    let Some(rest) =
        ["Số", "số", "SỐ", "So:", "so:"].iter().find_map(|label| text.strip_prefix(label))
    else {
        return text;
    };
    let digits = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    match rest.trim_start().strip_prefix(':') {
        Some(rest) => rest.trim(),
        None if rest.trim().is_empty() || digits => rest.trim(),
        None => text,
    }
}

/// Whether a symbol begins with what stands behind a number: "KH" of "KH-THCS", not of "KHTC".
fn begins(symbol: &str, start: &str) -> bool {
    let plain = |text: &str| -> String {
        crate::words::upper(text).chars().filter(|c| !c.is_whitespace()).collect()
    };
    let (symbol, start) = (plain(symbol.trim_start_matches('/')), plain(start));
    symbol
        .strip_prefix(start.as_str())
        .is_some_and(|rest| rest.is_empty() || start.ends_with('-') || rest.starts_with(['-', '–']))
}

fn same_number(one: &str, two: &str) -> bool {
    let plain = |text: &str| text.trim_start_matches('0').to_owned();
    plain(one) == plain(two)
}
