//! `caitien import`: the plans of a JSON file into a file that is there, or into a new one; a
//! form or a catalogue into a file that is there; a Word or Excel file into either.

use std::path::Path;
use std::sync::Arc;

use super::{Failure, ImportTo, PlanChoice, import_paper, import_workbook, source};
use crate::edit::{Edit, apply};
use crate::import::{self, Content, Limits};
use crate::library::{self, Bringing};
use crate::messages::{self, Usage};
use crate::plan::{Dossier, Form, FormId};
use crate::platform;
use crate::session;
use crate::store::{self, Backups, Store, Why};

/// Reads the file whole and only then touches the other one.
pub fn import(
    from: &Path,
    to: &ImportTo,
    under: Option<String>,
    plan: Option<PlanChoice>,
) -> Result<(), Failure> {
    let limits = Limits::default();
    let is_workbook = is_workbook(from);
    let is_paper = import_paper::is_paper(from);
    let most = if is_paper || is_workbook { import::LARGEST_PAPER } else { limits.bytes };
    let bytes = platform::read_at_most(from, most)
        .map_err(|error| Failure::Read(from.to_owned(), error))?;
    if is_paper || is_workbook {
        if under.is_some() {
            return Err(Usage::AsIsForForms.into());
        }
        if is_workbook {
            return import_workbook::import(from, &bytes, to, plan);
        }
        return import_paper::import(from, &bytes, to, plan);
    }
    if plan.is_some() {
        return Err(Usage::PlanIsForPapers.into());
    }
    let content = import::file(&bytes, limits)?;
    drop(bytes);
    if under.is_some() && !matches!(content, Content::Form(_)) {
        return Err(Usage::AsIsForForms.into());
    }
    match (content, to) {
        (Content::Dossier(incoming), ImportTo::New(file)) => {
            import::check_forms_are_known(&incoming, library::forms_of_papers())?;
            source::create(file, &incoming)
        }
        (Content::Dossier(incoming), ImportTo::Into(file)) => change(file, |dossier| {
            let merged = import::into(dossier, &incoming, library::forms_of_papers());
            import::check_forms_are_known(&merged, library::forms_of_papers())?;
            Ok(merged)
        }),
        (Content::Form(form), ImportTo::Into(file)) => {
            let form = match under {
                Some(name) => renamed(&form, name)?,
                None => form,
            };
            change(file, |dossier| match library::bringing(dossier, &form) {
                Bringing::AlreadyThere => Ok(dossier.clone()),
                Bringing::Taken(_) => Err(Failure::FormTaken(form.id.clone())),
                Bringing::New => edited(dossier, &Edit::AddForm(Arc::clone(&form))),
            })
        }
        (Content::Catalogue(catalogue), ImportTo::Into(file)) => {
            change(file, |dossier| edited(dossier, &Edit::SetCatalogue(Arc::clone(&catalogue))))
        }
        (Content::Form(_) | Content::Catalogue(_), ImportTo::New(_)) => {
            Err(Usage::NoPlansInIt.into())
        }
    }
}

/// Whether a file is meant as one of Excel.
fn is_workbook(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ["xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&ending.as_str()))
}

/// The form under another name, which is checked as the one in the file was.
fn renamed(form: &Form, name: String) -> Result<Arc<Form>, Failure> {
    let renamed = Form { id: FormId::new(name), ..form.clone() };
    import::check_form(&renamed)?;
    Ok(Arc::new(renamed))
}

pub(super) fn edited(dossier: &Dossier, edit: &Edit) -> Result<Dossier, Failure> {
    // Neither a form that is free nor a catalogue names anything that could be missing.
    apply(dossier, edit).map_err(|_| Failure::Embedded)
}

/// Writes what is made of a file's dossier; nothing where that is the same.
pub(super) fn change(
    file: &Path,
    make: impl FnOnce(&Dossier) -> Result<Dossier, Failure>,
) -> Result<(), Failure> {
    let failed = |error| Failure::Store(file.to_owned(), error);
    let (mut store, dossier) = store::open(file, platform::file_identity).map_err(failed)?;
    if let Some(mended) = store.mended() {
        source::note(&messages::store_mended(mended, file));
    }
    let changed = make(&dossier)?;
    if changed == *dossier {
        return Ok(());
    }
    if !store.read_only() {
        back_up(&store, &dossier);
    }
    store.save(&Arc::new(changed)).map_err(failed)
}

/// Backs up what a file holds before something comes in; nothing else of it takes that back.
fn back_up(store: &Store, dossier: &Dossier) {
    let data = platform::data_folder();
    let places = session::backup_places(&data);
    let backups = Backups::at(&data, &places, store.file_id(), store.path());
    let now = platform::now();
    if let Err(error) = backups.make(dossier, now, Why::Import) {
        source::note(&messages::backups::not_made_before_import(store.path(), &error));
    }
    backups.thin(now);
}
