//! The page of backups in the place of the stages: what it shows is read off the drawing thread; a
//! piece of a backup comes back as one step of undo, a whole one as a file of its own.

use std::sync::Arc;

use egui::{CentralPanel, Context, Frame, Margin};

use crate::edit::{self, Difference};
use crate::messages::backups as words;
use crate::plan::Dossier;
use crate::session::Job;
use crate::ui::dialogs::{Clean, Dialog};
use crate::ui::request::Request;
use crate::ui::theme::{self, size};
use crate::ui::views::backups::{BackupsCx, BackupsPage, Wanted};

use super::{App, Question};

impl App {
    /// Opens the page.
    pub(super) fn open_backups(&mut self, ctx: &Context) {
        self.flush_now();
        self.tend_saving(ctx);
        let Some(session) = &self.session else { return };
        self.backups = Some(Box::new(BackupsPage::new(session.path.as_deref())));
        self.list_backups();
    }

    /// Looks for the backups that the page shows.
    pub(super) fn list_backups(&mut self) {
        if self.backups.is_none() {
            return;
        }
        let data = self.outside.data_folder();
        let backups = self.session.as_ref().and_then(|session| session.backups(&data));
        if let Some(backups) = backups {
            self.run_job(Job::ListBackups(backups));
        }
    }

    /// The page, below the top bar.
    pub(super) fn draw_backups(&mut self, ui: &mut egui::Ui) {
        let theme = theme::of(ui);
        let wide = ui.ctx().content_rect().width() >= size::WIDE;
        let margin = if wide { Margin::symmetric(22, 16) } else { Margin::symmetric(12, 10) };
        let frame = Frame::new().fill(theme.bg).inner_margin(margin);
        let today = self.outside.now().date();
        let (Some(page), Some(session)) = (&mut self.backups, &self.session) else { return };
        let cx = BackupsCx {
            dossier: session.dossier(),
            revision: session.history.revision(),
            plan: session.plan,
            today,
            failed: session.backup_failed(),
        };
        let wanted = CentralPanel::default().frame(frame).show(ui, |ui| page.show(ui, &cx)).inner;
        if let Some(order) = page.look(&cx) {
            let ticket = self.run_job(Job::LookBack(Box::new(order)));
            if let Some(page) = &mut self.backups {
                page.asked(ticket);
            }
        }
        // What is in front of it comes first.
        if self.dialog.is_none()
            && let Some(wanted) = wanted
        {
            self.do_with_backup(wanted, &ui.ctx().clone());
        }
    }

    fn do_with_backup(&mut self, wanted: Wanted, ctx: &Context) {
        match wanted {
            Wanted::Close => self.backups = None,
            Wanted::Go(place) => self.requests.push(Request::Go(place)),
            Wanted::Clean(backups) => {
                self.show_dialog(Dialog::Clean(Clean::new(backups)));
            }
            Wanted::Folder(folder) => self.requests.push(Request::OpenOutside(folder)),
            Wanted::Take(then, difference) => self.take_back(&then, &difference, ctx),
            Wanted::Restore(dossier, name) => {
                let path = self.path().map(std::path::Path::to_owned).unwrap_or_default();
                let folder = path.parent().map(std::path::Path::to_owned);
                let folders = vec![self.outside.documents_folder()];
                let folders = folder.into_iter().chain(folders).collect();
                let proposal =
                    Job::Propose { folders, name: format!("{name}.caitien"), free: true };
                self.propose(proposal, Question::Restore(dossier));
            }
        }
        ctx.request_repaint();
    }

    /// The file without what was deleted, and where that is wanted without its backups.
    pub(super) fn clean(&mut self, with_backups: bool, ctx: &Context) {
        self.flush_now();
        let data = self.outside.data_folder();
        let Some(session) = &mut self.session else { return };
        session.clean();
        let job = if with_backups { session.forget_backups(&data) } else { None };
        if let Some(job) = job {
            self.run_job(job);
        }
        ctx.request_repaint();
    }

    fn take_back(&mut self, then: &Arc<Dossier>, difference: &Difference, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let now = session.dossier();
        let fresh = self.requests.fresh();
        fresh.raise(now.next_id);
        match edit::take_back(then, now, difference, fresh) {
            Some(edit) => {
                if self.edit(edit, None) {
                    self.offer_undo(words::TAKEN.to_owned(), ctx);
                }
            }
            None => self.say(words::NO_ROOM.to_owned(), ctx),
        }
    }
}
