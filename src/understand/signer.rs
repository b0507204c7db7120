//! Who signs: "KT. HIỆU TRƯỞNG", and whether a degree stands before the name.

use crate::words::fold;

/// The abbreviations of an authority.
const HEADS: [&str; 5] = ["KT", "TM", "TUQ", "TL", "Q"];
/// Who signs, in small letters: what an authority stands before.
const ROLES: [&str; 6] = ["hiệu trưởng", "giám đốc", "hội đồng", "chủ tịch", "trưởng", "ban "];
/// Degrees and titles without marks and dots; of those of two words the first.
const DEGREES: [&str; 12] =
    ["ths", "ts", "pgs", "gs", "cn", "ks", "bs", "bscki", "ngut", "ngnd", "nggt", "pgsts"];
/// Titles that are written out, without marks.
const TITLES: [&str; 8] =
    ["thac si ", "thac sy ", "tien si ", "tien sy ", "cu nhan ", "ky su ", "bac si ", "nha giao "];

/// Whether a line is the one over a signature, in capitals.
#[must_use]
pub fn is_signed(text: &str) -> bool {
    let head = text.trim_start().starts_with(['K', 'T', 'Q']);
    head && (text.contains("HIỆU TRƯỞNG") || text.contains("GIÁM ĐỐC"))
}

/// The line as it is set: "KT. HIỆU TRƯỞNG" of "KT.HIỆU TRƯỞNG", "KT HIỆU TRƯỞNG" and "K/T HIỆU TRƯỞNG"; none where
/// nothing is to be mended.
#[must_use]
pub fn with_spaced_authority(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let at = ROLES.iter().filter_map(|role| lower.find(role)).min()?;
    // Where letters are longer or shorter in capitals, the places are not the same.
    let (head, rest) = (text.get(..at)?, text.get(at..)?);
    let mut letters = String::new();
    for c in head.chars() {
        if c.is_alphanumeric() {
            letters.push(c);
        }
    }
    let right = format!("{letters}. {rest}");
    let known = HEADS.contains(&letters.to_uppercase().as_str());
    (known && right != text.trim_start().replace('\u{A0}', " ")).then_some(right)
}

/// Whether a degree stands before a name: "TS. Vũ Lan", "PGS.TS Vũ Lan", "Thạc sĩ Vũ Lan".
#[must_use]
pub fn has_degree(name: &str) -> bool {
    let folded = fold(name);
    let named = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "th.s", "pgs.ts"; a word alone is a name.
    let first = named.split_once(' ').map_or(String::new(), |(first, _)| first.replace('.', ""));
    let head = named.split(['.', ' ']).next().unwrap_or_default();
    DEGREES.contains(&first.as_str())
        || DEGREES.contains(&head)
        || TITLES.iter().any(|title| named.starts_with(title))
}
