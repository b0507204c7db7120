//! Questions and jobs under way outside, and what is done with each answer.

use std::any::Any;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::document::{Document, plan_document, timeline_document};
use crate::export::{file_name, timeline_file_name};
use crate::messages;
use crate::platform;
use crate::ui::outside::{Answer, Ask, Ticket};
use crate::ui::paper::{self, Picture};
use crate::ui::request::Request;

use super::App;

/// What an answer is for.
pub(super) enum Errand {
    /// Where the PDF goes.
    ExportTo,
    /// The PDF was written there.
    Exported(PathBuf),
    /// A PDF to be handed to the system's viewer was written there.
    Printed(PathBuf),
}

impl App {
    fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    /// Asks the person for a path.
    pub(super) fn ask(&mut self, ask: Ask, errand: Errand) {
        let ticket = self.ticket();
        self.errands.insert(ticket, errand);
        self.outside.ask(ticket, ask);
    }

    /// Runs a job off the UI thread.
    pub(super) fn job<T: Any + Send>(
        &mut self,
        errand: Errand,
        job: impl FnOnce() -> T + Send + 'static,
    ) {
        let ticket = self.ticket();
        self.errands.insert(ticket, errand);
        self.outside.run(ticket, Box::new(move || Box::new(job())));
    }

    /// Does what the answers that came in are for.
    pub(super) fn take_answers(&mut self, ctx: &Context) {
        for answer in self.outside.poll() {
            match answer {
                Answer::Path(ticket, path) => {
                    if let (Some(errand), Some(path)) = (self.errands.remove(&ticket), path) {
                        self.path_chosen(errand, path);
                    }
                }
                Answer::Job(ticket, brought) => {
                    if let Err(brought) = self.paper.take(ctx, ticket, brought)
                        && let Some(errand) = self.errands.remove(&ticket)
                    {
                        self.job_done(errand, brought);
                    }
                }
            }
        }
    }

    fn path_chosen(&mut self, errand: Errand, path: PathBuf) {
        if let Errand::ExportTo = errand {
            let path = with_extension(path, "pdf");
            self.settings.export_folder = path.parent().map(Path::to_path_buf);
            if let Some(document) = self.document() {
                self.write_pdf(document, path.clone(), Errand::Exported(path));
            }
        }
    }

    fn job_done(&mut self, errand: Errand, brought: Box<dyn Any + Send>) {
        let Ok(result) = brought.downcast::<Result<(), String>>() else { return };
        match (errand, *result) {
            (Errand::Exported(path), Ok(())) => self.requests.push(Request::Offer {
                words: messages::exported(&path),
                action: "Mở thư mục".to_owned(),
                then: Box::new(Request::OpenFolder(path)),
            }),
            (Errand::Printed(path), Ok(())) => {
                if self.outside.open(&path).is_err() {
                    self.requests.push(Request::Notice(messages::no_viewer(&path)));
                }
            }
            (_, Err(sentence)) => self.requests.push(Request::Trouble(sentence)),
            (Errand::ExportTo, Ok(())) => {}
        }
    }

    /// Asks where the PDF of the plan shown goes.
    pub(super) fn export_pdf(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let beside = session.path.as_deref().and_then(Path::parent).map(Path::to_path_buf);
        let folder = self
            .settings
            .export_folder
            .clone()
            .filter(|folder| folder.is_dir())
            .or(beside)
            .unwrap_or_else(|| self.outside.documents_folder());
        let ask = Ask::SaveAs { folder, name: file_name(plan), extension: "pdf" };
        self.ask(ask, Errand::ExportTo);
    }

    /// Hands the plan, or its timeline, to the system's viewer, which prints.
    pub(super) fn print(&mut self, whole_plan: bool) {
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let (document, name) = if whole_plan {
            (self.document(), file_name(plan))
        } else {
            (Some(timeline_document(session.dossier(), plan)), timeline_file_name(plan))
        };
        let path = self.outside.data_folder().join("in").join(name);
        if let Some(document) = document {
            self.write_pdf(document, path.clone(), Errand::Printed(path));
        }
    }

    fn document(&self) -> Option<Document> {
        let session = self.session.as_ref()?;
        let plan = session.plan()?;
        let form = self.library.forms.get(plan.form);
        Some(plan_document(session.dossier(), plan, form))
    }

    fn write_pdf(&mut self, document: Document, path: PathBuf, errand: Errand) {
        let faces = Arc::clone(&self.library.faces);
        self.job(errand, move || -> Result<(), String> {
            let (bytes, _) = paper::pdf_of(&document, &faces)
                .map_err(|error| messages::export_sentence(&error))?;
            if let Some(folder) = path.parent() {
                // Where it cannot be made, the write says so in words.
                let _ = std::fs::create_dir_all(folder);
            }
            platform::atomic_write(&path, &bytes).map_err(|error| messages::write_sentence(&error))
        });
    }

    /// Begins the paper that the views drawn in this frame want to show.
    pub(super) fn tend_paper(&mut self) {
        let wanted: Vec<Picture> = std::mem::take(&mut self.pictures);
        if wanted.is_empty() && !self.paper_shown {
            return;
        }
        self.paper_shown = false;
        self.paper.want(wanted);
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let form = self.library.forms.get(plan.form);
        let tickets = &mut self.tickets;
        let ticket = || {
            *tickets += 1;
            Ticket(*tickets)
        };
        let revision = session.history.revision();
        self.paper.go_on(session.dossier(), plan, form, revision, &mut *self.outside, ticket);
    }
}

/// The path with this extension, where the person typed none or another one.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    let same =
        path.extension().is_some_and(|own| own.to_string_lossy().eq_ignore_ascii_case(extension));
    if same {
        return path;
    }
    // Not `set_extension`: "KH 2026.2027" has none, only a dot.
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    name.into()
}
