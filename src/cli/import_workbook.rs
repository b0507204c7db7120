//! `caitien import` of an Excel file: a sheet that was sent round goes back into its plan, any
//! other is read as a paper whose table has known titles.

use std::path::Path;

use super::import::{change, edited};
use super::import_paper::{conflicts, take_in};
use super::{Failure, ImportTo, PlanChoice, answer, choose};
use crate::edit::FreshIds;
use crate::import;
use crate::messages::Usage;
use crate::{platform, session};

/// Takes what does not conflict, and tells what does.
pub fn import(
    from: &Path,
    bytes: &[u8],
    to: &ImportTo,
    plan: Option<PlanChoice>,
) -> Result<(), Failure> {
    let read = import::workbook(bytes);
    let workbook = read.map_err(|error| Failure::Workbook(from.to_owned(), error))?;
    let back = import::collected(&workbook);
    let (file, plan) = match (&back, to, plan) {
        // A sheet that was sent round says itself of which plan it is.
        (Some(_), ImportTo::New(_), _) | (Some(_), _, Some(_)) => {
            return Err(Usage::SheetFindsHome.into());
        }
        (None, ImportTo::New(_), _) | (None, _, None) => {
            return take_in(&import::workbook_source(&workbook), to, plan);
        }
        (_, ImportTo::Into(file), plan) => (file, plan),
    };
    let mut said = String::new();
    change(file, |dossier| {
        let merge = if let Some(back) = &back {
            back.merge(dossier).map_err(Failure::NotHome)?
        } else {
            let plan = choose::one_plan(dossier, plan)?;
            session::rows_of_workbook(&workbook, dossier, plan, platform::today())
        };
        let Some(plan) = dossier.plan(merge.plan) else { return Ok(dossier.clone()) };
        said = conflicts(&merge, dossier, plan);
        match merge.edit(plan, &merge.free(), &mut FreshIds::from(dossier.next_id)) {
            Some(edit) => edited(dossier, &edit),
            None => Ok(dossier.clone()),
        }
    })?;
    answer(&said)
}
