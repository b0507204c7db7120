//! An Excel file on its way into the plan: a sheet that was sent round comes back change by
//! change, any other is reviewed as a Word file is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::import::{Collected, Merge};
use crate::messages::{self, collect as words, collect::CameIn};
use crate::plan::Dossier;
use crate::session::{CameBack, Job, ReadError, Ticket};
use crate::ui::dialogs::{Changes, Dialog};
use crate::ui::views::word::From;

use super::App;
use super::files::Opening;

impl App {
    /// Begins to read an Excel file; it can be given up.
    pub(super) fn import_excel(&mut self, path: PathBuf) {
        let beside = self.beside();
        let progress = Arc::clone(&beside.progress);
        let ticket = self.run_job(Job::ReadWorkbook(path, beside));
        self.opening = Some(Opening::with(ticket, words::READING.to_owned(), progress));
    }

    /// It was read: what it would change is shown, or its review begins, or the person hears why
    /// it does not come in.
    pub(super) fn workbook_read(
        &mut self,
        ticket: Ticket,
        path: &Path,
        read: Result<Option<CameBack>, ReadError>,
    ) {
        if !self.opening_done(ticket) {
            return;
        }
        match read {
            Ok(None) => {}
            Ok(Some(CameBack::Sheet(sheet))) => {
                // What is in the live field is newer than the plan the file is compared with.
                self.flush_now();
                let dialog = self.changes_of(&sheet);
                self.show_dialog(dialog);
            }
            Ok(Some(CameBack::Paper(paper))) => self.review(path, *paper, From::Excel),
            Err(error) => {
                let words = messages::read_error(&error, path);
                self.show_dialog(Dialog::message(words::CANNOT_IMPORT, words));
            }
        }
    }

    fn changes_of(&self, sheet: &Collected) -> Dialog {
        let refused = |words: String| Dialog::message(words::CANNOT_IMPORT, words);
        let Some(session) = &self.session else { return refused(words::OPEN_FIRST.to_owned()) };
        let dossier = session.dossier();
        match sheet.merge(dossier) {
            Ok(merge) => Self::changes(Arc::clone(dossier), merge, CameIn::Sheet),
            Err(why) => refused(words::not_home(&why)),
        }
    }

    /// The changes, one by one, or that there are none.
    pub(super) fn changes(dossier: Arc<Dossier>, merge: Merge, came_in: CameIn) -> Dialog {
        if merge.changes.is_empty() {
            return Dialog::message(came_in.title(), came_in.nothing().to_owned());
        }
        Dialog::Changes(Changes::new(dossier, merge, came_in))
    }
}
