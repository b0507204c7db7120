//! The levels of the criteria that a plan works on: before it, as it wants them, after it.

use super::facts::{Facts, or_dots};
use super::words::{DOTS, table};
use crate::plan::{Catalogue, Dossier, Evaluation, Plan, SchoolYear, TextTable};
use crate::year::result::{Rule, targets};

/// The table, in the order of the catalogue; none where neither this year's self-evaluation nor
/// last year's was made by the plan's catalogue.
pub(super) fn levels(dossier: &Dossier, plan: &Plan, facts: &Facts<'_>) -> Option<TextTable> {
    let catalogue = facts.dossier.catalogue_of(facts.plan)?;
    let of = |year: Option<SchoolYear>| {
        let evaluation = dossier.evaluation(year?)?;
        (evaluation.catalogue.as_deref() == Some(&*catalogue.id)).then(|| evaluation.as_ref())
    };
    let before = of(SchoolYear::starting(plan.school_year.first() - 1));
    let after = of(Some(plan.school_year));
    if before.is_none() && after.is_none() {
        return None;
    }
    let wanted = targets(facts.plan);
    let named: Vec<String> = facts.works.iter().flat_map(|work| work.item.codes()).collect();
    let codes = catalogue.codes().into_iter().filter(|code| named.contains(code));
    let rows = codes.map(|code| {
        let now = facts.works.iter().filter(|work| work.item.codes().contains(&code));
        let said = now.filter_map(|work| work.item.levels().now).min();
        let target = wanted
            .get(&code)
            .map_or_else(|| DOTS.to_owned(), |level| level_words(catalogue, *level));
        let found = |evaluation: Option<&Evaluation>, said: Option<u8>| {
            let level = evaluation.and_then(|one| one.level(&code)).or(said);
            match (level, evaluation) {
                (Some(level), _) => level_words(catalogue, level),
                (None, Some(_)) => "Chưa đánh giá".to_owned(),
                (None, None) => DOTS.to_owned(),
            }
        };
        let proof = after.and_then(|one| one.rating(&code)).map_or("", |rating| &rating.evidence);
        let name = catalogue.criterion_text(&code).unwrap_or_else(|| code.clone());
        vec![name, found(before, said), target, found(after, None), or_dots(proof)]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let columns = [
        ("Tiêu chí", false),
        ("Mức trước khi thực hiện", true),
        ("Mục tiêu", true),
        ("Mức cuối năm học", true),
        ("Minh chứng", false),
    ];
    (!rows.is_empty()).then(|| table(&columns, rows))
}

/// "Mức 2"; below the first as the catalogue's rule calls it.
fn level_words(catalogue: &Catalogue, level: u8) -> String {
    match (level, Rule::of(catalogue)) {
        (0, Rule::Mandatory) => "Không đạt Mức 1".to_owned(),
        (0, Rule::All) => "Không đạt".to_owned(),
        (level, _) => format!("Mức {level}"),
    }
}
