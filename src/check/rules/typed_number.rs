//! Numbers typed by hand where the paper numbers by itself, and typed numbers that skip.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::texts::Of;
use crate::plan::{Block, GroupNumber, Level, Paragraph, RecordId, Row, Spot};
use crate::understand::{Marker, heading_number, marker};

pub(super) const HEADING: Rule = Rule {
    code: "heading-number",
    severity: Severity::Warning,
    source: Source::Printing,
    find: |subject, found| {
        for part in subject.printed_parts() {
            if let Some(number) = heading_number(&part.heading) {
                let kind = FindingKind::NumberTwice(number.to_owned());
                found.push(Spot::Part(part.id), kind);
            }
        }
    },
};

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
                if let Some(marker) = marker(&text) {
                    let typed = FindingKind::NumberTwice(marker.typed.to_owned());
                    found.push(Spot::Part(part.id), typed);
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

/// Of paragraphs, of groups and of the lines of a cell whose numbers a person typed.
fn skips(subject: &Subject<'_>, found: &mut Found<'_>) {
    for part in subject.printed_parts() {
        let mut last = Last::default();
        for block in &part.blocks {
            let Block::Paragraph(paragraph) = block else {
                last = Last::default();
                continue;
            };
            if paragraph.level == Level::None {
                last.tell(&paragraph.text(), &Spot::Part(part.id), found);
            }
        }
    }
    for text in &subject.texts {
        let cell =
            matches!(text.of, Of::Text(RecordId::Row(_) | RecordId::Problem(_), _) | Of::Cell(_));
        let mut last = Last::default();
        for line in text.words.lines().filter(|_| cell && text.words.contains('\n')) {
            last.tell(line, &text.at, found);
        }
    }
    let mut last = Last::default();
    for row in &subject.plan.rows {
        let Row::Group(group) = row else { continue };
        let GroupNumber::Typed(typed) = &group.tt else { continue };
        last.tell(
            &(typed.trim().trim_end_matches('.').to_owned() + ". -"),
            &Spot::Row(group.id, None),
            found,
        );
    }
}

/// The last number of each kind: what is numbered in it begins anew under each.
#[derive(Default)]
struct Last(Vec<(String, u32)>);

impl Last {
    fn tell(&mut self, text: &str, at: &Spot, found: &mut Found<'_>) {
        let Some(Marker { kind, number, .. }) = marker(text).filter(|one| one.number > 0) else {
            return;
        };
        let place = self.0.iter().position(|(of, _)| *of == kind);
        let before = place.and_then(|place| self.0.get(place)).map(|(_, number)| *number);
        self.0.truncate(place.unwrap_or(self.0.len()));
        self.0.push((kind.to_owned(), number));
        if let Some(before) = before.filter(|before| number > before + 1) {
            found.push(at.clone(), FindingKind::NumberSkips { before, number });
        }
    }
}
