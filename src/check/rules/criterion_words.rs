//! A criterion's cell: its code without a space, its own name, under its own standard.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::{Catalogue, Field, Row, Spot};
use crate::understand::{criteria_in, criterion_head};
use crate::words::letters as plain;

pub(super) const SPACE: Rule = Rule {
    code: "criterion-space",
    severity: Severity::Note,
    source: Source::Catalogue,
    find: |subject, found| {
        for item in subject.plan.items() {
            if let Some(typed) = parted_code(&item.criterion_text) {
                let at = Spot::Row(item.id, Some(Field::CriterionText));
                found.push(at, FindingKind::CriterionSpace(typed.to_owned()));
            }
        }
    },
};

/// "2. 2" of "Tiêu chí 2. 2 Đối với giáo viên".
fn parted_code(text: &str) -> Option<&str> {
    let from = text.find(|c: char| c.is_ascii_digit())?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    // Two words at most stand before the code.
    (text[..from].split_whitespace().count() <= 2).then_some(())?;
    let rest = &text[from..];
    let dot = digits(rest);
    let blank = |text: &str| text.len() - text.trim_start_matches([' ', '\u{A0}']).len();
    // "2 .2" as well.
    let before = blank(&rest[dot..]);
    let after = rest[dot + before..].strip_prefix('.')?;
    let behind = blank(after);
    let second = digits(&after[behind..]);
    let spaces = before + behind;
    let end = dot + 1 + spaces + second;
    let ends = rest[end..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '%');
    let few = dot == 1 && (1..=2).contains(&second) && spaces > 0;
    // "Tiêu chí 1. 5 phòng học" counts rooms.
    let named = rest[end..].trim_start_matches(['.', ':', ' ', '\u{A0}']);
    let counts = rest[end..].starts_with([' ', '\u{A0}']) && named.starts_with(char::is_lowercase);
    (few && ends && !counts).then(|| &rest[..end])
}

pub(super) const OTHER_NAME: Rule = Rule {
    code: "criterion-name",
    severity: Severity::Warning,
    source: Source::Catalogue,
    find: other_name,
};

fn other_name(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(catalogue) = subject.catalogue() else { return };
    let names = names(catalogue);
    let mut look = |at: Spot, text: &str, criteria: &[String]| {
        let text = text.trim();
        // What was chosen from the catalogue is right.
        let chosen = criteria.first().and_then(|code| catalogue.name_of(code.trim()));
        if chosen.is_some_and(|name| text.ends_with(name)) {
            return;
        }
        let [code] = criteria_in(text, false).try_into().unwrap_or_default();
        let code: String = code;
        let head = criterion_head(text);
        if head == 0 || !code.contains('.') {
            return;
        }
        let name = plain(&text[head..]);
        // A long name may be cut short.
        let is = |own: &str| own == name || name.len() >= LONG && own.starts_with(&name);
        if catalogue.name_of(&code).map(plain).is_some_and(|own| is(&own)) {
            return;
        }
        if let Some((other, _)) = names.iter().find(|(_, other)| is(other)) {
            found.push(at, FindingKind::OtherCriterionName { code, other: other.clone() });
        }
    };
    for item in subject.plan.items() {
        let at = Spot::Row(item.id, Some(Field::CriterionText));
        look(at, &item.criterion_text, &item.criteria);
    }
    for problem in &subject.plan.problems {
        let at = Spot::Problem(problem.id, Some(Field::CriterionText));
        look(at, &problem.criterion_text, &problem.criteria);
    }
}

/// From so many letters on the beginning of a name tells it.
const LONG: usize = 20;

/// Each code with its name, as names are compared.
fn names(catalogue: &Catalogue) -> Vec<(String, String)> {
    let criteria = catalogue.standards.iter().flat_map(|standard| &standard.criteria);
    criteria.map(|criterion| (criterion.code.clone(), plain(&criterion.name))).collect()
}

pub(super) const OTHER_STANDARD: Rule = Rule {
    code: "criterion-under-other-standard",
    severity: Severity::Warning,
    source: Source::Catalogue,
    find: |subject, found| {
        if !subject.form.prints_groups() {
            return;
        }
        let catalogue = subject.catalogue();
        let mut standard = None;
        for row in &subject.plan.rows {
            let Row::Item(item) = row else {
                standard = row.standard_number();
                continue;
            };
            let code = item.first_code();
            let code = code.as_deref();
            let own = code.and_then(|code| code.split_once('.')?.0.parse::<u8>().ok());
            if let (Some(standard), Some(own)) = (standard, own)
                && standard != own
                // One that is unknown is told as such.
                && let Some(code) = code
                && catalogue.is_none_or(|catalogue| catalogue.name_of(code).is_some())
            {
                let code = code.to_owned();
                let at = Spot::Row(item.id, Some(Field::CriterionText));
                found.push(at, FindingKind::UnderOtherStandard { code, standard });
            }
        }
    },
};
