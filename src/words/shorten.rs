//! Cutting what only names something, such as a file, between its words.

/// The longest beginning of a text that has at most so many characters and bytes, cut between
/// words where it has any; blanks and signs that join are not left at its end.
///
/// File systems count in bytes, and a Vietnamese letter takes up to three.
///
/// ```
/// use caitien::words::shorten;
/// assert_eq!(shorten("Trường THCS Đồng Tâm", 100, 200), "Trường THCS Đồng Tâm");
/// assert_eq!(shorten("Trường THCS Đồng Tâm", 18, 200), "Trường THCS Đồng");
/// assert_eq!(shorten("ếếếếếế", 100, 8), "ếế");
/// ```
#[must_use]
pub fn shorten(text: &str, longest: usize, longest_bytes: usize) -> &str {
    let fits = text
        .char_indices()
        .take(longest)
        .map(|(at, letter)| at + letter.len_utf8())
        .take_while(|end| *end <= longest_bytes)
        .last()
        .unwrap_or(0);
    let whole = fits == text.len() || text[fits..].starts_with(' ');
    let end = if whole { fits } else { text[..fits].rfind(' ').unwrap_or(fits) };
    text[..end].trim_end_matches([' ', '.', '-', ','])
}
