//! Words of another kind of school in the sentences of a plan.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::texts::Of;
use crate::plan::{Field, InfoField, Spot};
use crate::understand::other_kind_of_school;

pub(super) const RULE: Rule = Rule {
    code: "other-kind-of-school",
    severity: Severity::Warning,
    source: Source::Agreement,
    find: |subject, found| {
        let own = subject.plan.letterhead.kind;
        // The names at the head and the foot are names, and so are those of the catalogue.
        let names = [Field::Title, Field::StandardText, Field::CriterionText];
        let sentences = subject.texts.iter().filter(|text| {
            let named = matches!(text.of, Of::Text(_, field) if names.contains(&field));
            let framed = matches!(text.at, Spot::Info(_));
            !named && (!framed || text.at == Spot::Info(InfoField::Subject))
        });
        for text in sentences {
            if let Some(words) = other_kind_of_school(&text.words, own) {
                found.push(text.at.clone(), FindingKind::OtherKindOfSchool(words));
            }
        }
    },
};
