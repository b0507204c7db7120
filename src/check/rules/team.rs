//! A member of the supervising team who looks after a working group that is not there.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::Spot;
use crate::understand::working_groups_in;
use crate::words;

pub(super) const RULE: Rule =
    Rule { code: "no-such-group", severity: Severity::Warning, source: Source::Agreement, find };

/// Groups may be typed as records or as paragraphs: "Nhóm công tác 1: …".
fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let plan = subject.plan;
    let mut there: Vec<u8> =
        plan.working_groups.iter().flat_map(|group| working_groups_in(&group.label)).collect();
    let mut named: Vec<(&Spot, Vec<u8>)> = Vec::new();
    for text in &subject.texts {
        let in_sentence = text.is_paragraph() || matches!(text.at, Spot::Supervisor(_));
        if !in_sentence {
            continue;
        }
        let numbers = working_groups_in(&text.words);
        if numbers.is_empty() {
            continue;
        }
        if text.is_paragraph() && heads_group(&text.words) {
            there.extend(numbers);
        } else {
            named.push((&text.at, numbers));
        }
    }
    if there.is_empty() {
        return;
    }
    for (at, numbers) in named {
        if let Some(number) = numbers.iter().find(|number| !there.contains(number)) {
            found.push(at.clone(), FindingKind::NoSuchGroup(*number));
        }
    }
}

/// Whether a paragraph is the one of a group: "- Nhóm công tác 1: …".
fn heads_group(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    words::fold(bare).starts_with("nhom cong tac")
}
