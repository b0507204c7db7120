//! The name of a standard, or a whole catalogue, of another kind of school.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::{Catalogue, Field, InfoField, Row, Spot};
use crate::understand::standard_of_title;
use crate::words::letters as plain;

/// A shorter name may belong to any kind of school.
const SHORTEST: usize = 12;
/// So many letters alike, and two thirds of them, are the same name in other words.
const NEARLY: usize = 20;

pub(super) const RULE: Rule = Rule {
    code: "standard-of-other-kind",
    severity: Severity::Warning,
    source: Source::Catalogue,
    find,
};

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(catalogue) = subject.catalogue() else { return };
    let kind = subject.plan.letterhead.kind.catalogue_kind();
    let of_kind = |catalogue: &Catalogue| catalogue.school_kinds.iter().any(|one| one == kind);
    let others: Vec<&Catalogue> = subject
        .given
        .catalogues
        .iter()
        .map(AsRef::as_ref)
        .filter(|other| !of_kind(other))
        .collect();
    let mut look = |at: Spot, title: &str, number: Option<u8>| {
        let Some(number) = standard_of_title(title).or(number) else { return };
        let name = name_of(title);
        let alike = |catalogue: &Catalogue, is: &dyn Fn(&str) -> bool| {
            let of_number = catalogue.standards.iter().filter(|one| one.number == number);
            of_number.map(|one| plain(&one.name)).any(|other| is(&other))
        };
        let same = |other: &str| other.starts_with(name.as_str()) || name.starts_with(other);
        let nearly = |other: &str| {
            let alike = name.bytes().zip(other.bytes()).take_while(|(one, two)| one == two).count();
            alike >= NEARLY && alike * 3 >= name.len() * 2
        };
        if name.len() >= SHORTEST
            && !alike(catalogue, &same)
            && others.iter().any(|other| {
                alike(other, &same) || alike(other, &nearly) && !alike(catalogue, &nearly)
            })
        {
            found.push(at, FindingKind::StandardOfOtherKind { number });
        }
    };
    for row in &subject.plan.rows {
        if let Row::Group(group) = row {
            look(Spot::Row(group.id, None), &group.title, group.standard);
        }
    }
    for problem in &subject.plan.problems {
        let at = Spot::Problem(problem.id, Some(Field::StandardText));
        look(at, &problem.standard_text, None);
    }
}

/// The name alone of "Tiêu chuẩn 5 - Hoạt động …" and "5. Hoạt động …", as names are compared.
fn name_of(title: &str) -> String {
    let mut words = title.split_whitespace().map(plain).skip_while(|word| {
        let numeral = |c: char| c.is_ascii_digit() || "ivx".contains(c);
        ["tieu", "chuan"].contains(&word.as_str()) || word.chars().all(numeral)
    });
    words.by_ref().collect()
}

pub(super) const CATALOGUE: Rule = Rule {
    code: "catalogue-of-other-kind",
    severity: Severity::Warning,
    source: Source::Catalogue,
    find: |subject, found| {
        let kind = subject.plan.letterhead.kind.catalogue_kind();
        let Some(catalogue) = subject.catalogue() else { return };
        let kinds = &catalogue.school_kinds;
        if !kinds.is_empty() && !kinds.iter().any(|one| one == kind) {
            let circular = catalogue.circular.clone();
            found.push(
                Spot::Info(InfoField::Catalogue),
                FindingKind::CatalogueOfOtherKind { circular },
            );
        }
    },
};
