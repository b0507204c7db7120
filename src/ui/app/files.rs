//! Files: opening, making, the sample that becomes a file, the recent ones, the settings.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::library;
use crate::messages::{self, window};
use crate::plan::Dossier;
use crate::platform;
use crate::timeline::{By, Progress, timeline};
use crate::ui::dialogs::Dialog;
use crate::ui::request::Stage;
use crate::ui::session::{Copied, Saving, Session};
use crate::ui::settings::{Deadline, Recent};
use crate::ui::views::Views;

use super::{App, Notice};

/// For how long a notice stays, in seconds.
const NOTICE: f64 = 6.0;

impl App {
    pub(super) fn open_sample(&mut self) {
        if let Some(sample) = library::sample() {
            self.begin(Session::sample(sample));
        }
    }

    /// Shows a file just opened or made, and remembers it.
    fn enter(&mut self, session: Session) {
        self.begin(session);
        self.new_plan = None;
        self.remember_session();
        self.write_settings();
    }

    /// Opens a file, or says why not.
    pub(super) fn open(&mut self, path: &Path) {
        match Session::open(path, &self.wake) {
            Ok(session) => self.enter(session),
            Err(error) => {
                let words = messages::store_error(&error, path);
                self.dialog = Some(Dialog::message(window::CANNOT_OPEN, words));
            }
        }
    }

    /// Makes a new file and opens it, or says why not.
    pub(super) fn make(&mut self, path: &Path, dossier: Arc<Dossier>) {
        if let Some(folder) = path.parent() {
            // Without it the next step fails and says so.
            let _ = std::fs::create_dir_all(folder);
        }
        match Session::create(path, dossier, &self.wake, self.outside.now()) {
            Ok(session) => self.enter(session),
            Err(error) => {
                let words = messages::store_error(&error, path);
                self.dialog = Some(Dialog::message(window::CANNOT_MAKE, words));
            }
        }
    }

    fn begin(&mut self, session: Session) {
        self.session = Some(session);
        self.views = Views::default();
        *self.views.enter_as_excel() = self.settings.enter_as_excel;
        self.stage = Stage::default();
        self.fields.drop_live();
    }

    /// Hands the newest value to the writer and takes in what it reports.
    pub(super) fn tend_saving(&mut self, ctx: &Context) {
        let now = self.outside.now();
        let Some(session) = &mut self.session else { return };
        if session.wants_file() && !matches!(session.saving, Saving::Failed(_)) {
            let folder = self.outside.data_folder();
            let _ = std::fs::create_dir_all(&folder);
            let path = free_name(&folder, window::SAMPLE_FILE, "caitien");
            match session.move_to(&path, &self.wake, now) {
                Ok(()) => self.remember_session(),
                Err(error) => {
                    session.saving = Saving::Failed(messages::store_error(&error, &path));
                }
            }
            self.write_settings();
            return;
        }
        session.hand_over();
        for copied in session.poll(now) {
            match copied {
                Copied::Done(path) => self.say(window::copied(&path), ctx),
                Copied::Failed(words) => {
                    self.dialog = Some(Dialog::message(window::CANNOT_COPY, words));
                }
            }
        }
    }

    /// Goes on in another file; after a failure, or where the file may only be read.
    pub(super) fn move_session(&mut self, path: &Path, ctx: &Context) {
        let now = self.outside.now();
        let Some(session) = &mut self.session else { return };
        match session.move_to(path, &self.wake, now) {
            Ok(()) => {
                self.remember_session();
                self.write_settings();
                self.say(window::moved_to(path), ctx);
            }
            Err(error) => {
                let words = messages::store_error(&error, path);
                self.dialog = Some(Dialog::message(window::CANNOT_COPY, words));
            }
        }
    }

    /// Says something at the foot of the window for a few seconds.
    pub(super) fn say(&mut self, words: String, ctx: &Context) {
        let until = ctx.input(|input| input.time) + NOTICE;
        self.notice = Some(Notice { words, offer: None, until });
        ctx.request_repaint();
    }

    /// Puts the open file at the head of the recent ones, with what the first screen shows.
    pub(super) fn remember_session(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(path) = session.path.clone() else { return };
        let dossier = session.dossier();
        let newest = dossier.newest_plan();
        let recent = Recent {
            path,
            school: newest
                .map(|plan| plan.letterhead.school.replace('\n', " "))
                .unwrap_or_default(),
            school_year: newest.map(|plan| plan.school_year),
            opened: Some(self.outside.now()),
            deadlines: newest.map(|plan| deadlines(dossier, plan)).unwrap_or_default(),
        };
        self.settings.remember(recent);
    }

    /// Writes the settings if they changed. A failure is no reason to stop anybody's work.
    pub(super) fn write_settings(&mut self) {
        if self.settings == self.settings_written {
            return;
        }
        let folder = self.outside.data_folder();
        let (path, text) = self.settings.to_file(&folder);
        let _ = std::fs::create_dir_all(&folder);
        let _ = platform::atomic_write(&path, text.as_bytes());
        self.settings_written = self.settings.clone();
    }
}

/// The work of a plan that has a last day and is not done.
fn deadlines(dossier: &Dossier, plan: &crate::plan::Plan) -> Vec<Deadline> {
    let work = timeline(dossier, plan, None, By::Standard);
    let mut found: Vec<Deadline> = work
        .rows()
        .filter(|row| row.progress != Progress::Done)
        .filter_map(|row| {
            let period = row.period;
            let last = period.end.filter(|_| period.recurs.is_none())?;
            let day = if period.before { last.yesterday().ok()? } else { last };
            let who = plan.item(row.item).map(|item| item.responsible.typed.clone());
            Some(Deadline { day, what: row.name.clone(), who: who.unwrap_or_default() })
        })
        .collect();
    found.sort_by_key(|deadline| deadline.day);
    found.dedup();
    found.truncate(60);
    found
}

/// A name in a folder that nothing has yet: "name.ext", "name (2).ext", …
pub fn free_name(folder: &Path, name: &str, extension: &str) -> PathBuf {
    let first = folder.join(format!("{name}.{extension}"));
    if !first.exists() {
        return first;
    }
    (2..10_000)
        .map(|number| folder.join(format!("{name} ({number}).{extension}")))
        .find(|path| !path.exists())
        .unwrap_or(first)
}
