//! The names proposed for exported files, safe on Windows, Linux and a USB stick.

use crate::plan::Plan;

/// Longest name without its ending, in characters: paths stay short enough for Windows.
const LONGEST: usize = 100;

/// "KH cải tiến 2026 - 2027 - Trường THCS Gò Tháp.pdf".
#[must_use]
pub fn file_name(plan: &Plan) -> String {
    format!("{}.pdf", stem("KH cải tiến", plan))
}

/// "Tiến độ 2026 - 2027 - Trường THCS Gò Tháp.pdf".
#[must_use]
pub fn timeline_file_name(plan: &Plan) -> String {
    format!("{}.pdf", stem("Tiến độ", plan))
}

fn stem(what: &str, plan: &Plan) -> String {
    let mut stem = format!("{what} {}", plan.school_year);
    for more in [&plan.letterhead.school, &plan.label] {
        let more = safe(more);
        if !more.is_empty() {
            stem.push_str(" - ");
            stem.push_str(&more);
        }
    }
    let short: String = stem.chars().take(LONGEST).collect();
    short.trim_end_matches([' ', '.', '-']).to_owned()
}

/// A name without the characters that Windows forbids and without doubled spaces.
fn safe(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '/' | '\\' | '|' => '-',
            '<' | '>' | ':' | '"' | '?' | '*' => ' ',
            c if c.is_control() || c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_matches(['.', ' ']).to_owned()
}
