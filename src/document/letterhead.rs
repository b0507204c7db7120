//! The head of the first page and the title below it.

use super::{Blank, Block, Letterhead, Piece, Role, Text};
use crate::plan::{Paper, Plan, PlanDate, Run};
use crate::understand::document_number;
use crate::words::official;

/// The names, nation and motto; the number with its leading 0.
pub(super) fn letterhead(plan: &Plan) -> Letterhead {
    let meant = document_number(&plan.number, &plan.symbol);
    let place = plan.letterhead.place.trim();
    let comma = if place.is_empty() || place.ends_with(',') { "" } else { "," };
    let draft_mark = if plan.options.draft_mark { official::DRAFT } else { "" };
    let day_words = if place.is_empty() { official::DAY_FIRST } else { official::DAY };
    // Minutes say in their own words when and where.
    let (place, date) = match plan.paper {
        Paper::Minutes => (String::new(), Vec::new()),
        _ => (format!("{place}{comma}"), date(day_words, plan.date)),
    };
    Letterhead {
        governing_body: owned_lines(&plan.letterhead.governing_body),
        school: owned_lines(&plan.letterhead.school),
        nation: official::NATION.to_owned(),
        motto: official::MOTTO.to_owned(),
        number: number(meant.number.trim(), meant.symbol.trim()),
        place,
        date,
        draft_mark: draft_mark.to_owned(),
    }
}

/// "Số: 05/KH-THCSGOT": "5" is written "05", a blank number leaves room.
fn number(number: &str, symbol: &str) -> Vec<Piece> {
    let slash = if symbol.is_empty() || symbol.starts_with('/') { "" } else { "/" };
    let zero = if matches!(number.as_bytes(), [b'1'..=b'9']) { "0" } else { "" };
    let label = official::NUMBER;
    if !number.is_empty() {
        return vec![Piece::Words(format!("{label} {zero}{number}{slash}{symbol}"))];
    }
    let mut pieces = vec![Piece::Words(label.to_owned()), Piece::Blank(Blank::Number)];
    if !symbol.is_empty() {
        pieces.push(Piece::Words(format!("{slash}{symbol}")));
    }
    pieces
}

/// "ngày 05 tháng 02 năm 2026": what is blank leaves room, words between two blanks are in
/// one piece.
pub(super) fn date(day: &str, date: PlanDate) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = day.to_owned();
    let parts = [
        (date.day.map(official::day), official::MONTH, Blank::DayOrMonth),
        (date.month.map(official::month), official::YEAR, Blank::DayOrMonth),
        (date.year.map(|year| year.to_string()), "", Blank::Year),
    ];
    for (value, label, blank) in parts {
        if let Some(value) = value {
            words.push_str(format!(" {value} {label}").trim_end());
        } else {
            pieces.extend([Piece::Words(std::mem::take(&mut words)), Piece::Blank(blank)]);
            label.clone_into(&mut words);
        }
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

/// "KẾ HOẠCH" and its subject; nothing where both are empty.
pub(super) fn title(plan: &Plan) -> Option<Block> {
    let doc_type = plan.doc_type.trim().to_owned();
    let subject: Vec<String> =
        plan.subject.iter().flat_map(|line| lines(line)).map(str::to_owned).collect();
    (!doc_type.is_empty() || !subject.is_empty()).then_some(Block::Title { doc_type, subject })
}

/// "Kính gửi: X.", or "Kính gửi:" and each on a line of its own, behind a dash; ";" between them
/// and "." at the end, where a person typed no mark.
pub(super) fn addressees(plan: &Plan) -> Vec<Block> {
    let typed: Vec<&str> = plan.addressees.iter().flat_map(|line| lines(line)).collect();
    let lines = match typed.as_slice() {
        [] => Vec::new(),
        [one] => vec![format!("{} {}", official::ADDRESSEES, with_stop(one, "."))],
        all => std::iter::once(official::ADDRESSEES.to_owned()).chain(listed(all)).collect(),
    };
    let centred = |line| {
        let runs = vec![Run::plain(line)];
        Block::Paragraph(Text { runs, role: Role::CentredNote, ..Text::default() })
    };
    lines.into_iter().map(centred).collect()
}

/// "- " before each and ";" after it, "." after the last; what a person typed already is
/// never doubled.
pub(super) fn listed(typed: &[&str]) -> Vec<String> {
    let last = typed.len().saturating_sub(1);
    let line = |(at, line): (usize, &&str)| {
        let dash = if line.starts_with(['-', '–', '—', '+', '•']) { "" } else { "- " };
        format!("{dash}{}", with_stop(line, if at == last { "." } else { ";" }))
    };
    typed.iter().enumerate().map(line).collect()
}

fn with_stop(line: &str, stop: &str) -> String {
    let stop = if line.ends_with(['.', ';', ',', ':']) { "" } else { stop };
    format!("{line}{stop}")
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

pub(super) fn owned_lines(text: &str) -> Vec<String> {
    lines(text).map(str::to_owned).collect()
}

fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => change(first) + chars.as_str(),
        None => String::new(),
    }
}
