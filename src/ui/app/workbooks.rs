//! An Excel file that came back, on its way into the plan.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::import::{Merge, Workbook, collected};
use crate::messages::{self, collect as words, collect::CameIn};
use crate::plan::Dossier;
use crate::session::{self, Job, ReadError};
use crate::ui::dialogs::{Changes, Dialog};

use super::App;

impl App {
    /// Has an Excel file read; there must be a plan that it can come into.
    pub(super) fn import_excel(&mut self, path: PathBuf) {
        if self.session.as_ref().is_some_and(|session| session.plan().is_some()) {
            self.run_job(Job::ReadWorkbook(path));
        } else {
            let words = words::OPEN_FIRST.to_owned();
            self.show_dialog(Dialog::message(words::CANNOT_IMPORT, words));
        }
    }

    /// Shows what the file would change, or why it does not come in.
    pub(super) fn take_workbook(&mut self, read: Result<Workbook, ReadError>, path: &Path) {
        // What is in the live field is newer than the plan the file is compared with.
        self.flush_now();
        let dialog = match read {
            Ok(workbook) => self.changes_of(&workbook),
            Err(error) => Dialog::message(words::CANNOT_IMPORT, messages::read_error(&error, path)),
        };
        self.show_dialog(dialog);
    }

    fn changes_of(&self, workbook: &Workbook) -> Dialog {
        let refused = |words: String| Dialog::message(words::CANNOT_IMPORT, words);
        let Some(session) = &self.session else { return refused(words::OPEN_FIRST.to_owned()) };
        let dossier = session.dossier();
        let back = collected(workbook);
        let came_in = if back.is_some() { CameIn::Sheet } else { CameIn::Excel };
        let merge = match (back, session.plan()) {
            (Some(back), _) => back.merge(dossier),
            (None, Some(plan)) => {
                let today = self.outside.now().date();
                Ok(session::rows_of_workbook(workbook, dossier, plan, today))
            }
            (None, None) => return refused(words::OPEN_FIRST.to_owned()),
        };
        match merge {
            Ok(merge) => Self::changes(Arc::clone(dossier), merge, came_in),
            Err(why) => refused(words::not_home(&why)),
        }
    }

    /// The changes, one by one, or that there are none.
    pub(super) fn changes(dossier: Arc<Dossier>, merge: Merge, came_in: CameIn) -> Dialog {
        if merge.changes.is_empty() {
            return Dialog::message(came_in.title(), words::NOTHING.to_owned());
        }
        Dialog::Changes(Changes::new(dossier, merge, came_in))
    }
}
