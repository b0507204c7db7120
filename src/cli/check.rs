//! `caitien check`: one finding a line, as severity TAB place TAB sentence.

use std::path::Path;

use super::{Failure, PlanChoice, answer, choose, source};
use crate::check::Severity;
use crate::document::text_document;
use crate::plan::Plan;
use crate::{check, layout, messages};

/// Checks one plan, or all, and says whether an error was found.
pub fn check(file: &Path, choice: Option<PlanChoice>) -> Result<bool, Failure> {
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
        let paper = check::Paper { lacks: &lacks, concessions: &concessions };
        for finding in check::check(&dossier, plan, form, &paper) {
            found_error |= finding.severity == Severity::Error;
            let place = one_field(&messages::place_name(&dossier, &finding.place));
            let sentence = one_field(&messages::finding_sentence(&dossier, &finding));
            text.push_str(severity(finding.severity));
            // Where several plans are checked, the place begins with which one.
            text.push('\t');
            if plans.len() > 1 {
                text.push_str(&one_field(&plan_name(plan)));
                text.push_str(", ");
            }
            text.push_str(&place);
            text.push('\t');
            text.push_str(&sentence);
            text.push('\n');
        }
    }
    answer(&text)?;
    Ok(found_error)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
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
