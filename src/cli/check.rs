//! `caitien check`: one finding a line, as severity TAB place TAB sentence TAB code; and all rules,
//! as code TAB severity TAB source.

use std::path::Path;

use jiff::civil::Date;

use super::{Failure, PlanChoice, answer, choose, source};
use crate::check::{Given, Severity};
use crate::document::papers::since_issued;
use crate::document::text_document;
use crate::plan::Plan;
use crate::year::frozen::damaged;
use crate::{check, layout, library, messages, platform};

/// Lists the rules.
pub fn rules() -> Result<(), Failure> {
    let line = |rule: check::RuleFacts| {
        let source = messages::source_name(rule.source);
        format!("{}\t{}\t{source}\n", rule.code, rule.severity.name())
    };
    answer(&check::rules().map(line).collect::<String>())
}

/// Checks one plan, or all, as of a day, and says whether an error was found.
pub fn check(
    file: &Path,
    choice: Option<PlanChoice>,
    today: Option<Date>,
) -> Result<bool, Failure> {
    let dossier = source::read(file)?;
    let faces = source::faces()?;
    let plans = match choice {
        Some(_) => vec![choose::one_plan(&dossier, choice)?],
        None => dossier.plans.iter().collect(),
    };
    let lacks = |c: char| !layout::lacks(faces, c.encode_utf8(&mut [0; 4])).is_empty();
    let mut text = String::new();
    let mut found_error = false;
    for plan in &plans {
        let form = source::form_of(&dossier, plan)?;
        let concessions = layout::concessions(&text_document(plan, form), faces);
        let given = Given {
            lacks: &lacks,
            concessions: &concessions,
            reference: library::reference(),
            catalogues: library::catalogues(),
            changed: since_issued(&dossier, plan).map_or(0, |since| since.open()),
            damaged: damaged(plan),
            today: today.unwrap_or_else(platform::today),
        };
        let found = check::check(&dossier, plan, form, &given);
        // What somebody looked at and left as it is, is told to nobody again.
        for finding in check::apart(plan, found).0 {
            found_error |= finding.severity == Severity::Error;
            let place = one_field(&messages::place_name(&dossier, &finding.place));
            let sentence = one_field(&messages::finding_sentence(&dossier, &finding));
            text.push_str(finding.severity.name());
            // Where several plans are checked, the place begins with which one.
            text.push('\t');
            if plans.len() > 1 {
                text.push_str(&one_field(&plan_name(plan)));
                text.push_str(", ");
            }
            text.push_str(&place);
            text.push('\t');
            text.push_str(&sentence);
            text.push('\t');
            text.push_str(finding.code);
            text.push('\n');
        }
    }
    answer(&text)?;
    Ok(found_error)
}

fn plan_name(plan: &Plan) -> String {
    if plan.label.is_empty() {
        plan.school_year.to_string()
    } else {
        format!("{} ({})", plan.school_year, plan.label)
    }
}

/// Text that holds neither a tab nor a line break.
pub(super) fn one_field(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
