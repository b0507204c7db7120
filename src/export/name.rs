//! The names proposed for exported files, safe on Windows, Linux and a USB stick.

use crate::plan::Plan;
use crate::words::{nfc, shorten};

/// Longest name without its ending, in characters: paths stay short enough for Windows.
const LONGEST: usize = 100;
/// And in bytes, which is what Linux counts.
const LONGEST_BYTES: usize = 200;

/// "KH cải tiến 2026 - 2027 - Trường THCS Gò Tháp.pdf".
#[must_use]
pub fn file_name(plan: &Plan) -> String {
    format!("{}.pdf", stem("KH cải tiến", plan))
}

/// "KH cải tiến 2026 - 2027 - Trường THCS Gò Tháp.docx".
#[must_use]
pub fn word_file_name(plan: &Plan) -> String {
    format!("{}.docx", stem("KH cải tiến", plan))
}

/// "KH cải tiến 2026 - 2027 - Trường THCS Gò Tháp.xlsx".
#[must_use]
pub fn excel_file_name(plan: &Plan) -> String {
    format!("{}.xlsx", stem("KH cải tiến", plan))
}

/// "Phiếu thu thập 2026 - 2027 - Trường THCS Gò Tháp - Nhóm công tác 1.xlsx".
#[must_use]
pub fn collection_file_name(plan: &Plan, whom: &str) -> String {
    sheet_file_name("Phiếu thu thập", plan, whom, "xlsx")
}

/// "Phiếu giao việc 2026 - 2027 - Trường THCS Gò Tháp - Kế toán.pdf": what it is, whom it is for
/// where it is for somebody, with this ending.
#[must_use]
pub fn sheet_file_name(what: &str, plan: &Plan, whom: &str, ending: &str) -> String {
    let mut name = stem(what, plan);
    let whom = safe(whom);
    if !whom.is_empty() {
        name.push_str(" - ");
        name.push_str(&whom);
        name = shorten(&name, LONGEST, LONGEST_BYTES).to_owned();
    }
    format!("{name}.{ending}")
}

/// "Tiến độ 2026 - 2027 - Trường THCS Gò Tháp.pdf".
#[must_use]
pub fn timeline_file_name(plan: &Plan) -> String {
    format!("{}.pdf", stem("Tiến độ", plan))
}

/// "Hồ sơ ba năm 2026 - 2027 - Trường THCS Gò Tháp.pdf", with this ending.
#[must_use]
pub fn three_years_file_name(plan: &Plan, ending: &str) -> String {
    format!("{}.{ending}", stem("Hồ sơ ba năm", plan))
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
    shorten(&stem, LONGEST, LONGEST_BYTES).to_owned()
}

/// A name without the characters that Windows forbids and without doubled spaces.
fn safe(text: &str) -> String {
    // Marks of their own would be counted, and travel, otherwise than the letters they make.
    let plain: String = nfc(text)
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
