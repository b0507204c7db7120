//! Who signs for whom: "KT. HIỆU TRƯỞNG" over "PHÓ HIỆU TRƯỞNG", and the bare name under it.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::texts::Of;
use crate::plan::{Field, InfoField, RecordId, Spot};
use crate::words;

/// The abbreviations of an authority.
const HEADS: [&str; 5] = ["KT", "TM", "TUQ", "TL", "Q"];
/// Who signs, in small letters: what an authority stands before.
const ROLES: [&str; 6] = ["hiệu trưởng", "giám đốc", "hội đồng", "chủ tịch", "trưởng", "ban "];
/// Degrees and titles without marks and dots; of those of two words the first.
const DEGREES: [&str; 12] =
    ["ths", "ts", "pgs", "gs", "cn", "ks", "bs", "bscki", "ngut", "ngnd", "nggt", "pgsts"];
/// Titles that are written out, without marks.
const TITLES: [&str; 8] =
    ["thac si ", "thac sy ", "tien si ", "tien sy ", "cu nhan ", "ky su ", "bac si ", "nha giao "];

pub(super) const SPACE: Rule = Rule {
    code: "authority-space",
    severity: Severity::Warning,
    source: Source::Layout(7),
    find: |subject, found| {
        for text in &subject.texts {
            let signs = matches!(
                text.of,
                Of::Line(RecordId::Signature(_), Field::Authority, _)
                    | Of::Text(RecordId::Signature(_), Field::Position)
            );
            // "KT" is an accountant in a sentence.
            let shouts = text.is_paragraph() && text.words.contains("HIỆU TRƯỞNG");
            if !signs && !shouts {
                continue;
            }
            if let Some(fix) = Fix::of(subject.plan, text, &spaced) {
                let kind = FindingKind::AuthoritySpace(text.words.trim().to_owned());
                found.push_with_fix(text.at.clone(), kind, fix);
            }
        }
    },
};

/// "KT. HIỆU TRƯỞNG" of "KT.HIỆU TRƯỞNG", "KT HIỆU TRƯỞNG" and "K/T HIỆU TRƯỞNG".
fn spaced(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let at = ROLES.iter().filter_map(|role| lower.find(role)).min()?;
    // Where letters are longer or shorter in capitals, the places are not the same.
    let (head, rest) = (text.get(..at)?, text.get(at..)?);
    let letters: String = head.chars().filter(|c| c.is_alphanumeric()).collect();
    let right = format!("{letters}. {rest}");
    let known = HEADS.contains(&letters.to_uppercase().as_str());
    (known && right != text.trim_start().replace('\u{A0}', " ")).then_some(right)
}

/// A deputy signs in the place of the head, and says so.
pub(super) const DEPUTY: Rule = Rule {
    code: "deputy-authority",
    severity: Severity::Warning,
    source: Source::Layout(7),
    find: |subject, found| {
        for signature in &subject.plan.signatures {
            let position = words::fold(signature.position.trim());
            // "PHÓ HIỆU TRƯỞNG", "P. HIỆU TRƯỞNG", "PHT".
            let deputy = ["pho ", "p.", "pht"].iter().any(|head| position.starts_with(head));
            let instead = signature.authority.iter().any(|line| {
                let mut letters = line.chars().filter(|c| c.is_alphanumeric());
                letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&'k'))
                    && letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&'t'))
            });
            let has_position = !signature.position.trim().is_empty();
            if has_position && deputy != instead {
                let position = signature.position.trim().to_owned();
                let kind = FindingKind::DeputyAuthority { position, deputy };
                found.push(Spot::Info(InfoField::Signatures), kind);
            }
        }
    },
};

/// No degree stands before the name of who signs.
pub(super) const DEGREE: Rule = Rule {
    code: "signer-degree",
    severity: Severity::Warning,
    source: Source::Layout(7),
    find: |subject, found| {
        for signature in &subject.plan.signatures {
            let name = signature.name.trim();
            if has_degree(&words::fold(name)) {
                let kind = FindingKind::SignerDegree(name.to_owned());
                found.push(Spot::Info(InfoField::Signatures), kind);
            }
        }
    },
};

/// "ths. vu lan", "pgs.ts vu lan", "thac si vu lan"; a name of a dot less is none: "ts" of "Tsan".
fn has_degree(folded: &str) -> bool {
    let named = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first: String = match named.split_once(' ') {
        // "th.s", "th. s."
        Some((first, _)) => first.chars().filter(|c| *c != '.').collect(),
        None => String::new(),
    };
    let head = named.split(['.', ' ']).next().unwrap_or_default();
    DEGREES.contains(&first.as_str())
        || DEGREES.contains(&head)
        || TITLES.iter().any(|title| named.starts_with(title))
}
