//! Numbers typed by hand where the paper numbers by itself, and typed numbers that skip.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::{Block, GroupNumber, Level, Paragraph, Row, Spot};
use crate::understand::list_marker;

pub(super) const HEADING: Rule = Rule {
    code: "heading-number",
    severity: Severity::Warning,
    source: Source::Printing,
    find: |subject, found| {
        for part in subject.printed_parts() {
            if let Some(number) = part_number(&part.heading) {
                let kind = FindingKind::NumberTwice(number.to_owned());
                found.push(Spot::Part(part.id), kind);
            }
        }
    },
};

/// "VI." of "VI. Tổ chức thực hiện".
fn part_number(heading: &str) -> Option<&str> {
    let heading = heading.trim();
    let end = heading.find(['.', ')', ':'])?;
    let number = &heading[..end];
    let roman = !number.is_empty() && number.chars().all(|c| "IVX".contains(c));
    let digits = (1..=2).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
    let mut after = heading[end + 1..].chars();
    // "V.I. Lê-nin", "1.5 triệu".
    let more =
        after.next().is_some_and(char::is_alphanumeric) && (digits || after.next() == Some('.'));
    ((roman || digits) && !more).then(|| &heading[..=end])
}

pub(super) const POINT: Rule = Rule {
    code: "point-number",
    severity: Severity::Warning,
    source: Source::Printing,
    find: |subject, found| {
        for part in subject.printed_parts() {
            let paragraphs = part.blocks.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) if paragraph.level != Level::None => Some(paragraph),
                _ => None,
            });
            for text in paragraphs.map(Paragraph::text) {
                if let Some((_, words)) = list_marker(&text) {
                    let marker = text.trim()[..text.trim().len() - words.len()].trim().to_owned();
                    found.push(Spot::Part(part.id), FindingKind::NumberTwice(marker));
                }
            }
        }
    },
};

pub(super) const SKIPS: Rule = Rule {
    code: "number-skips",
    severity: Severity::Warning,
    source: Source::Agreement,
    find: skips,
};

/// Of paragraphs and of groups whose numbers a person typed.
fn skips(subject: &Subject<'_>, found: &mut Found<'_>) {
    for part in subject.printed_parts() {
        let mut last = None;
        for block in &part.blocks {
            let Block::Paragraph(paragraph) = block else {
                last = None;
                continue;
            };
            let text = paragraph.text();
            let typed = paragraph.level == Level::None;
            let Some(number) = leading_number(&text).filter(|_| typed) else { continue };
            tell(&mut last, number, Spot::Part(part.id), found);
        }
    }
    let mut last = None;
    for row in &subject.plan.rows {
        let Row::Group(group) = row else { continue };
        let GroupNumber::Typed(typed) = &group.tt else { continue };
        let Ok(number) = typed.trim().trim_end_matches('.').parse() else { continue };
        tell(&mut last, number, Spot::Row(group.id, None), found);
    }
}

fn tell(last: &mut Option<u32>, number: u32, at: Spot, found: &mut Found<'_>) {
    if let Some(before) = last.replace(number)
        && number > before + 1
    {
        found.push(at, FindingKind::NumberSkips { before, number });
    }
}

fn leading_number(text: &str) -> Option<u32> {
    let (level, words) = list_marker(text)?;
    let text = text.trim();
    let marker = text[..text.len() - words.len()].trim().trim_end_matches(['.', ')']);
    marker.parse().ok().filter(|_| level == Level::Number)
}
