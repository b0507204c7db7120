//! Questions and jobs under way outside, and what is done with each answer.

use std::any::Any;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::document::{Document, plan_document, timeline_document};
use crate::edit::Edit;
use crate::export::{file_name, timeline_file_name};
use crate::import;
use crate::messages::{self, window};
use crate::platform;
use crate::ui::dialogs::Dialog;
use crate::ui::outside::{Answer, Ask, Ticket};
use crate::ui::paper::{self, Picture};
use crate::ui::request::Request;
use crate::ui::survey::{Of, Survey};
use crate::words;

use super::{App, Leave};

/// What an answer is for.
pub(super) enum Errand {
    /// A file to open.
    Open,
    /// Where a recent file is now.
    Moved(PathBuf),
    /// A copy of the open file.
    Copy,
    /// Where to go on after a failure.
    MoveSession,
    /// Where the new plan's file shall be.
    NewPlan,
    /// A catalogue to import.
    Catalogue,
    /// Where the PDF goes.
    ExportTo,
    /// The PDF was written there.
    Exported(PathBuf),
    /// A PDF to be handed to the system's viewer was written there.
    Printed(PathBuf),
    /// The plan shown was looked through.
    Surveyed(Ticket),
    /// The recent files were looked for.
    LookedForRecent,
    /// The kinds of the places of files were found out.
    LookedAtPlaces,
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
                Answer::Handed(start) => self.take_handed(start, ctx),
                Answer::Path(ticket, path) => {
                    if let (Some(errand), Some(path)) = (self.errands.remove(&ticket), path) {
                        self.path_chosen(errand, path, ctx);
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

    fn path_chosen(&mut self, errand: Errand, path: PathBuf, ctx: &Context) {
        match errand {
            Errand::Open => self.leave(Leave::Open(path), ctx),
            Errand::Moved(old) => {
                self.settings.forget(&old);
                self.leave(Leave::Open(path), ctx);
            }
            Errand::Copy => {
                self.flush_now();
                self.tend_saving(ctx);
                let path = with_extension(path, "caitien");
                match &mut self.session {
                    Some(session) if session.path.is_some() => session.copy_to(&path),
                    _ => self.move_session(&path, ctx),
                }
            }
            Errand::MoveSession => self.move_session(&with_extension(path, "caitien"), ctx),
            Errand::NewPlan => {
                if let Some(page) = &mut self.new_plan {
                    page.path = Some(with_extension(path, "caitien"));
                }
            }
            Errand::Catalogue => self.import_catalogue(&path, ctx),
            Errand::ExportTo => {
                let path = with_extension(path, "pdf");
                self.settings.export_folder = path.parent().map(Path::to_path_buf);
                if let Some(document) = self.document() {
                    self.write_pdf(document, path.clone(), Errand::Exported(path));
                }
            }
            Errand::Exported(_)
            | Errand::Printed(_)
            | Errand::Surveyed(_)
            | Errand::LookedForRecent
            | Errand::LookedAtPlaces => {}
        }
        ctx.request_repaint();
    }

    fn job_done(&mut self, errand: Errand, brought: Box<dyn Any + Send>) {
        if let Errand::Surveyed(ticket) = errand {
            if let (Ok(survey), Some(session)) = (brought.downcast(), &mut self.session) {
                session.surveys.take(ticket, *survey);
            }
            return;
        }
        if let Errand::LookedForRecent = errand {
            if let Ok(missing) = brought.downcast::<BTreeSet<PathBuf>>() {
                self.missing = Some(*missing);
            }
            return;
        }
        if let Errand::LookedAtPlaces = errand {
            if let Ok(found) = brought.downcast() {
                self.take_places(*found);
            }
            return;
        }
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
            (_, Ok(())) => {}
        }
    }

    /// Asks where to save something like the open file.
    pub(super) fn ask_where_to_save(&mut self, errand: Errand) {
        let path = self.session.as_ref().and_then(|session| session.path.clone());
        let own_folder = path.as_deref().and_then(Path::parent).map(Path::to_owned);
        let folder = match (&errand, own_folder) {
            (Errand::Copy, Some(folder)) => folder,
            _ => self.outside.documents_folder(),
        };
        let stem = path
            .as_deref()
            .and_then(Path::file_stem)
            .map_or_else(|| window::SAMPLE_FILE.into(), std::ffi::OsStr::to_string_lossy);
        // A number may come behind it.
        let stem = words::shorten(&stem, 100, 200);
        let name = super::files::free_name(&folder, stem, "caitien")
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        self.ask(Ask::SaveAs { folder, name, extension: "caitien" }, errand);
    }

    fn import_catalogue(&mut self, path: &Path, ctx: &Context) {
        let open = self.session.as_ref().and_then(|session| session.path.as_deref());
        let read = if open.is_some_and(|open| platform::same_file(open, path)) {
            // Reading it here would free its lock.
            Err(window::NO_CATALOGUE_THERE.to_owned())
        } else {
            std::fs::read(path).map_err(|error| {
                let error = crate::store::StoreError::from(error);
                messages::store_error(&error, path)
            })
        };
        let read = read.and_then(|bytes| {
            import::catalogue(&bytes).map_err(|error| messages::import_error(&error))
        });
        match (read, &mut self.session) {
            (Ok(catalogue), Some(session)) => {
                let name = messages::info::catalogue_name(&catalogue);
                let edit = Edit::SetCatalogue(std::sync::Arc::new(catalogue));
                let _ = session.edit(edit, None);
                self.say(window::catalogue_imported(&name), ctx);
            }
            (Err(words), _) => {
                self.dialog = Some(Dialog::message(window::CANNOT_IMPORT, words));
            }
            (Ok(_), None) => {}
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

    /// Looks for the recent files, once for each showing of the first screen and off the UI
    /// thread. Until the answer comes none is marked as missing.
    pub(super) fn look_for_recent(&mut self) {
        if self.missing.is_some() {
            return;
        }
        self.missing = Some(BTreeSet::new());
        let paths: Vec<PathBuf> =
            self.settings.recent.iter().map(|recent| recent.path.clone()).collect();
        // A stick may have been put in where another was.
        self.places.clear();
        self.ask_places(paths.iter().map(PathBuf::as_path));
        if !paths.is_empty() {
            self.job(Errand::LookedForRecent, move || -> BTreeSet<PathBuf> {
                paths.into_iter().filter(|path| !path.exists()).collect()
            });
        }
    }

    /// Has the plan shown looked through again when it changed or a day went by.
    pub(super) fn tend_survey(&mut self) {
        let today = self.outside.now().date();
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let of = Of { plan: plan.id, revision: session.history.revision(), today };
        if !session.surveys.wants(of) {
            return;
        }
        let (dossier, plan) = (Arc::clone(session.dossier()), Arc::clone(plan));
        let form = self.library.forms.get(plan.form).clone();
        let faces = Arc::clone(&self.library.faces);
        let ticket = self.ticket();
        if let Some(session) = &mut self.session {
            session.surveys.begin(ticket);
        }
        self.errands.insert(ticket, Errand::Surveyed(ticket));
        let job = move || -> Box<dyn Any + Send> {
            Box::new(Survey::make(of, &dossier, &plan, &form, &faces))
        };
        self.outside.run(ticket, Box::new(job));
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
