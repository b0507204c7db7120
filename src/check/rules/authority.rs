//! Who signs for whom: "KT. HIỆU TRƯỞNG" over "PHÓ HIỆU TRƯỞNG", and the bare name under it.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::texts::Of;
use crate::plan::{Field, InfoField, RecordId, Spot};
use crate::understand::{has_degree, is_signed, with_spaced_authority};
use crate::words;

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
            let signed = text.is_paragraph() && is_signed(&text.words);
            if !signs && !signed {
                continue;
            }
            if let Some(fix) = Fix::of(subject.plan, text, &with_spaced_authority) {
                let kind = FindingKind::AuthoritySpace(text.words.trim().to_owned());
                found.push_with_fix(text.at.clone(), kind, fix);
            }
        }
    },
};

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
            let mut lines = signature.authority.iter();
            let instead = lines.any(|line| words::letters(line).replace('/', "").starts_with("kt"));
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
            if has_degree(name) {
                let kind = FindingKind::SignerDegree(name.to_owned());
                found.push(Spot::Info(InfoField::Signatures), kind);
            }
        }
    },
};
