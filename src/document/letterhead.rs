//! The head of the first page and the title below it.

use super::{Block, Letterhead};
use crate::plan::Plan;
use crate::understand::document_number;
use crate::words;

/// Capitals where the page table asks for them; number with its leading 0.
pub(super) fn letterhead(plan: &Plan) -> Letterhead {
    let meant = document_number(&plan.number, &plan.symbol);
    Letterhead {
        governing_body: capital_lines(&plan.letterhead.governing_body),
        school: capital_lines(&plan.letterhead.school),
        number: number(&meant.number),
        symbol: meant.symbol,
        place: plan.letterhead.place.trim().to_owned(),
        date: plan.date,
        draft_mark: plan.options.draft_mark,
    }
}

/// "KẾ HOẠCH" and its subject; nothing where both are empty.
pub(super) fn title(plan: &Plan) -> Option<Block> {
    let doc_type = words::upper(plan.doc_type.trim());
    let subject: Vec<String> =
        plan.subject.iter().flat_map(|line| lines(line)).map(str::to_owned).collect();
    (!doc_type.is_empty() || !subject.is_empty()).then_some(Block::Title { doc_type, subject })
}

/// The PDF's title: "Kế hoạch cải tiến chất lượng giáo dục năm học 2026 - 2027".
pub(super) fn title_words(plan: &Plan) -> String {
    let doc_type = plan.doc_type.trim().to_lowercase();
    let subject = plan.subject.iter().flat_map(|line| lines(line)).collect::<Vec<_>>().join(" ");
    let shouted = subject.chars().any(char::is_alphabetic) && subject == subject.to_uppercase();
    let subject = if shouted {
        subject.to_lowercase()
    } else if doc_type.is_empty() {
        subject
    } else {
        with_first(&subject, |first| first.to_lowercase().collect())
    };
    let words = [doc_type, subject].join(" ");
    with_first(words.trim(), |first| first.to_uppercase().collect())
}

/// The lines of a text that hold something, without the white space around them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

pub(super) fn capital_lines(text: &str) -> Vec<String> {
    lines(text).map(words::upper).collect()
}

/// "5" is written "05".
fn number(typed: &str) -> String {
    let typed = typed.trim();
    match typed.as_bytes() {
        [b'1'..=b'9'] => format!("0{typed}"),
        _ => typed.to_owned(),
    }
}

fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => change(first) + chars.as_str(),
        None => String::new(),
    }
}
