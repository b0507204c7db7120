//! Why a headless command could not be done.

use std::path::PathBuf;

use jiff::civil::DateTime;

use crate::export::ExportError;
use crate::import::{ImportError, NotHome, PaperError, WorkbookError};
use crate::messages::{self, Usage};
use crate::plan::{FormId, Id, Paper, SchoolYear};
use crate::platform::WriteError;
use crate::store::StoreError;

/// Why a headless command could not be done; the exit code is 2.
#[derive(Debug)]
pub enum Failure {
    /// The words of the command make no sense.
    Usage(Usage),
    /// A file could not be read.
    Read(PathBuf, std::io::Error),
    /// A dossier's file could not be opened, made or written.
    Store(PathBuf, StoreError),
    /// Of a damaged file nothing can be read.
    BeyondRepair(PathBuf, StoreError),
    /// A JSON file was refused.
    Import(ImportError),
    /// A Word file was refused.
    Paper(PathBuf, PaperError),
    /// An Excel file was refused.
    Workbook(PathBuf, WorkbookError),
    /// A sheet that was sent round is of no plan of this file.
    NotHome(NotHome),
    /// The Word file is a report, minutes or an amendment that the dossier does not have; whether
    /// there is a dossier.
    NoSuchPaper(Paper, bool),
    /// A file could not be written.
    Write(WriteError),
    /// The paper could not be made.
    Export(ExportError),
    /// The file to write is the file that is read.
    SameFile(PathBuf),
    /// Neither the file nor the program has a plan's form.
    NoForm(FormId),
    /// The dossier, or the program, has another form of this name.
    FormTaken(FormId),
    /// The plan names neither a working group nor anybody so.
    NobodyOfThisName(String),
    /// The plan has no such review, was not given out, or has no review that was closed.
    NothingToTell,
    /// A file was not backed up until then.
    NoBackup(PathBuf, DateTime),
    /// The dossier has no plan.
    NoPlan,
    /// The dossier has no plan of this year.
    NoPlanOfYear(SchoolYear),
    /// The dossier has no plan of this number.
    NoPlanOfId(Id),
    /// Several plans are of this year: their numbers and labels.
    SeveralPlans(SchoolYear, Vec<(Id, String)>),
    /// This build of the program has no window.
    BuiltWithoutWindow,
    /// There is no display to open a window on.
    NoDisplay,
    /// The window system or its drawing failed; what it said.
    NoWindow(String),
    /// The window stood, and had to be closed; what the program said.
    Stopped(String),
    /// Something inside the program itself cannot be read.
    Embedded,
    /// The answer could not be written to the console.
    Answer,
}

impl Failure {
    /// One Vietnamese sentence, on one line.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Usage(usage) => messages::usage_sentence(usage),
            Self::Read(path, error) => messages::cannot_read(path, error),
            Self::Store(path, error) if error.is_damage() => {
                format!("{} {}", messages::store_error(error, path), messages::repair::OFFER)
            }
            Self::Store(path, error) | Self::BeyondRepair(path, error) => {
                messages::store_error(error, path)
            }
            Self::Import(error) => messages::import_error(error),
            Self::Workbook(path, error) => messages::unread_workbook(error, path),
            Self::NotHome(why) => messages::collect::not_home(why),
            Self::Paper(path, error) => messages::unread_paper(error, path),
            Self::NoSuchPaper(kind, open) => {
                let what = messages::word_in::not_a_plan(*kind);
                format!("{what}. {}", messages::word_in::no_such_paper(*kind, *open))
            }
            Self::Write(error) => messages::write_sentence(error),
            Self::Export(error) => messages::export_sentence(error),
            Self::SameFile(path) => messages::same_file(path),
            Self::NoForm(form) => messages::no_form(form),
            Self::FormTaken(form) => messages::form_taken(form),
            Self::NobodyOfThisName(name) => messages::nobody_of_this_name(name),
            Self::NothingToTell => messages::nothing_to_tell(),
            Self::NoBackup(path, until) => messages::backups::none_until(path, *until),
            Self::NoPlan => messages::no_plan(),
            Self::NoPlanOfYear(year) => messages::no_plan_of_year(*year),
            Self::NoPlanOfId(id) => messages::no_plan_of_id(*id),
            Self::SeveralPlans(year, plans) => {
                let plans: Vec<(Id, &str)> =
                    plans.iter().map(|(id, label)| (*id, label.as_str())).collect();
                messages::several_plans(*year, &plans)
            }
            Self::BuiltWithoutWindow => messages::built_without_window(),
            Self::NoDisplay => messages::no_display(),
            Self::NoWindow(reason) => messages::no_window(reason),
            Self::Stopped(reason) => messages::window_stopped(reason),
            Self::Embedded => messages::broken_program(),
            Self::Answer => messages::cannot_answer(),
        }
    }
}

impl From<Usage> for Failure {
    fn from(usage: Usage) -> Self {
        Self::Usage(usage)
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::Export(error)
    }
}
