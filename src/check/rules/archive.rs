//! The last of the recipients is the school's own archive: "Lưu: VT".

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::page::says_nothing;
use crate::check::texts::Of;
use crate::edit::make::with_archive;
use crate::plan::{Field, InfoField, RecordId, Spot};
use crate::words;

const AT: Spot = Spot::Info(InfoField::Recipients);

pub(super) const COLON: Rule = Rule {
    code: "archive-colon",
    severity: Severity::Note,
    source: Source::Layout(9),
    find: |subject, found| {
        let recipients = subject
            .texts
            .iter()
            .filter(|text| matches!(text.of, Of::Line(RecordId::Plan, Field::Recipients, _)));
        for text in recipients {
            if let Some(fix) = Fix::of(subject.plan, text, &with_colon) {
                let kind = FindingKind::ArchiveColon(text.words.trim().to_owned());
                found.push_with_fix(AT, kind, fix);
            }
        }
    },
};

pub(super) const MISSING: Rule = Rule {
    code: "archive-missing",
    severity: Severity::Warning,
    source: Source::Layout(9),
    find: |subject, found| {
        let recipients = &subject.plan.recipients;
        let written = recipients.iter().any(|line| !says_nothing(line));
        let mut all = recipients.iter().flat_map(|line| line.split([';', '\n']));
        if !written || all.any(is_archive) {
            return;
        }
        let before = recipients.join("\n");
        let fix = Fix::of_text(
            RecordId::Plan,
            Field::Recipients,
            &before,
            &with_archive(recipients).join("\n"),
        );
        found.push_with_fix(AT, FindingKind::NoArchive, fix);
    },
};

pub(super) const NOT_LAST: Rule = Rule {
    code: "archive-not-last",
    severity: Severity::Note,
    source: Source::Layout(9),
    find: |subject, found| {
        let mut lines = subject.plan.recipients.iter().filter(|line| !line.trim().is_empty());
        let archive = lines.any(|line| is_archive(line));
        if archive && lines.next().is_some_and(|line| !is_archive(line)) {
            found.push(AT, FindingKind::ArchiveNotLast);
        }
    },
};

/// "Lưu: VT", with or without its dash.
fn is_archive(line: &str) -> bool {
    let folded = words::fold(bare(line));
    folded.strip_prefix("luu").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || words::is_dash(c))
}

/// "Lưu: VT" of "Lưu VT" and of "Lưu - VT".
fn with_colon(line: &str) -> Option<String> {
    let bare = bare(line);
    let word = bare.find(|c: char| !c.is_alphanumeric()).filter(|_| is_archive(line))?;
    let rest = &bare[word..];
    let joint = |c: char| c.is_whitespace() || words::is_dash(c) || matches!(c, ',' | ';' | '.');
    let named = rest.trim_start_matches(joint);
    let end = line.len() - rest.len();
    named.starts_with(char::is_alphanumeric).then(|| format!("{}: {named}", &line[..end]))
}
