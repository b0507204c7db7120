//! The names proposed for exported files, safe on Windows, Linux and a USB stick.

use crate::plan::{Paper, Plan};
use crate::words::{nfc, shorten};

/// Longest name without its ending, in characters: paths stay short enough for Windows.
const LONGEST: usize = 100;
/// And in bytes, which is what Linux counts.
const LONGEST_BYTES: usize = 200;
/// How the names end of what was given out, and of what is a draft beside it.
const ISSUED: &str = " - bản ban hành";
const DRAFT: &str = " - dự thảo";

/// "KH cải tiến 2026 - 2027 - Trường THCS Gò Tháp.pdf"; of one that was given out "… - bản ban
/// hành.pdf".
#[must_use]
pub fn file_name(plan: &Plan) -> String {
    let end = if plan.issued.is_some() { ISSUED } else { "" };
    format!("{}.pdf", paper_stem(plan, end))
}

/// The same of the present words of one that was given out, and of a paper that says that it is a
/// draft: "… - dự thảo.pdf", never the name of what was given out.
#[must_use]
pub fn draft_file_name(plan: &Plan, ending: &str) -> String {
    format!("{}.{ending}", paper_stem(plan, DRAFT))
}

/// "KH cải tiến 2026 - 2027 - Trường THCS Gò Tháp.docx".
#[must_use]
pub fn word_file_name(plan: &Plan) -> String {
    format!("{}.docx", paper_stem(plan, ""))
}

/// "KH cải tiến 2026 - 2027 - Trường THCS Gò Tháp.xlsx".
#[must_use]
pub fn excel_file_name(plan: &Plan) -> String {
    format!("{}.xlsx", paper_stem(plan, ""))
}

/// What a paper is, in short.
fn what(paper: Paper) -> &'static str {
    match paper {
        Paper::Plan => "KH cải tiến",
        Paper::Minutes => "BB rà soát KH cải tiến",
        Paper::Report => "BC kết quả KH cải tiến",
        Paper::Supplement => "KH điều chỉnh, bổ sung KH cải tiến",
    }
}

/// The name of a paper without its ending; several about one plan are told apart by their numbers.
fn paper_stem(plan: &Plan, end: &str) -> String {
    let number = safe(&plan.number);
    let number = if plan.paper.is_plan() || number.is_empty() {
        String::new()
    } else {
        format!(" - số {number}")
    };
    let end = format!("{number}{end}");
    let stem = stem(what(plan.paper), plan);
    let room = LONGEST.saturating_sub(end.chars().count());
    let stem = shorten(&stem, room, LONGEST_BYTES.saturating_sub(end.len()));
    shorten(&format!("{stem}{end}"), LONGEST, LONGEST_BYTES).to_owned()
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
