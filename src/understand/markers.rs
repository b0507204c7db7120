//! What the beginning of a line means: "1.", "a)", "-", "+".

use crate::plan::Level;

/// The level that the beginning of a line means, and the words after it; none where the
/// line begins with words.
///
/// A marker is followed by white space: "1.5 triệu" and "-5%" begin with words, as do
/// "2026. Kế hoạch" and "30/4".
///
/// ```
/// use caitien::plan::Level;
/// use caitien::understand::list_marker;
/// assert_eq!(list_marker("đ) Theo dõi"), Some((Level::Letter, "Theo dõi")));
/// assert_eq!(list_marker("Theo dõi"), None);
/// ```
#[must_use]
pub fn list_marker(line: &str) -> Option<(Level, &str)> {
    let line = line.trim();
    let mut chars = line.chars();
    let (level, words) = match chars.next()? {
        '-' | '–' | '—' | '−' | '•' | '●' | '▪' | '*' | '\u{F0B7}' => {
            (Level::Dash, chars.as_str())
        }
        '+' => (Level::Plus, chars.as_str()),
        c if c.is_ascii_digit() => {
            let words = line.trim_start_matches(|c: char| c.is_ascii_digit());
            // "1. " and "12. ", never "2026. ".
            (line.len() - words.len() <= 2).then_some(())?;
            (Level::Number, words.strip_prefix(['.', ')'])?)
        }
        c if c.is_lowercase() => (Level::Letter, chars.as_str().strip_prefix(')')?),
        _ => return None,
    };
    words.starts_with(char::is_whitespace).then(|| (level, words.trim_start()))
}
