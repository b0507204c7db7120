//! Who signs for whom: "KT. HIỆU TRƯỞNG" over "PHÓ HIỆU TRƯỞNG", and the bare name under it.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::texts::Of;
use crate::plan::{Field, InfoField, RecordId, Spot};
use crate::words;

/// The abbreviations of an authority.
const HEADS: [&str; 5] = ["KT", "TM", "TUQ", "TL", "Q"];
/// Degrees and titles, in small letters.
const DEGREES: [&str; 7] = ["ths", "th.s", "ts.", "pgs", "gs.", "cn.", "nggt"];

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
            if !signs {
                continue;
            }
            if let Some(fix) = Fix::of(subject.plan, text, &spaced) {
                let kind = FindingKind::AuthoritySpace(text.words.trim().to_owned());
                found.push_with_fix(text.at.clone(), kind, fix);
            }
        }
    },
};

/// "KT. HIỆU TRƯỞNG" of "KT.HIỆU TRƯỞNG".
fn spaced(text: &str) -> Option<String> {
    let (head, rest) = text.split_once('.')?;
    let known = HEADS.contains(&head.trim().to_uppercase().as_str());
    (known && rest.starts_with(char::is_alphabetic)).then(|| format!("{head}. {rest}"))
}

/// A deputy signs in the place of the head, and says so.
pub(super) const DEPUTY: Rule = Rule {
    code: "deputy-authority",
    severity: Severity::Warning,
    source: Source::Layout(7),
    find: |subject, found| {
        for signature in &subject.plan.signatures {
            let deputy = words::fold(signature.position.trim()).starts_with("pho ");
            let mut lines = signature.authority.iter().map(|line| line.trim().to_uppercase());
            let instead = lines.any(|line| line.starts_with("KT"));
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
            let lower = name.to_lowercase();
            if DEGREES.iter().any(|degree| lower.starts_with(degree)) {
                let kind = FindingKind::SignerDegree(name.to_owned());
                found.push(Spot::Info(InfoField::Signatures), kind);
            }
        }
    },
};
