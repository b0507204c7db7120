//! What is made of what a plan has become: next year's plan, on a page in the place of the stages,
//! and what of a paper would be others by now.

use std::path::PathBuf;

use egui::{CentralPanel, Context, Frame, Margin};

use crate::messages::{next as words, renew};
use crate::plan::Plan;
use crate::session::propose_anew;
use crate::ui::dialogs::{Dialog, Renew};
use crate::ui::request::Stage;
use crate::ui::theme::{self, size};
use crate::ui::views::next::{NextPage, Wanted};
use crate::year::next::{Offer, make};

use super::{App, Leave};

impl App {
    /// Opens the page; of a paper about a plan it is of that plan.
    pub(super) fn open_next(&mut self) {
        self.flush_now();
        let today = self.outside.now().date();
        let Some(session) = &self.session else { return };
        let dossier = session.dossier();
        let shown = session.plan();
        let about = |plan: &Plan| plan.about.or(plan.amends).unwrap_or(plan.id);
        let of = shown.filter(|plan| !plan.paper.is_plan());
        let plan = of.and_then(|plan| dossier.plan(about(plan))).or(shown);
        let revision = session.history.revision();
        let page = plan.and_then(|plan| NextPage::new(dossier, plan, revision, today));
        let Some(page) = page else { return };
        self.backups = None;
        // What was chosen of the same plan stays.
        if self.next.as_ref().is_none_or(|open| open.plan() != page.plan()) {
            self.next = Some(Box::new(page));
        }
    }

    /// Opens a file, and the page with it.
    pub(super) fn open_for_next(&mut self, path: PathBuf, ctx: &Context) {
        self.leave(Leave::Open(path.clone()), ctx);
        self.next_of = Some(path);
    }

    /// Opens the page where it was asked for with the file that has just been opened.
    pub(super) fn open_next_of(&mut self) {
        let asked = self.next_of.take();
        let Some(session) =
            self.session.as_mut().filter(|one| asked.is_some() && one.path == asked)
        else {
            return;
        };
        if let Some(newest) = session.dossier().newest_plan() {
            let newest = newest.id;
            session.show_plan(newest);
            self.open_next();
        }
    }

    /// Shows what of a paper about a plan the data say otherwise by now.
    pub(super) fn open_renew(&mut self, ctx: &Context) {
        self.flush_now();
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan().filter(|plan| !plan.paper.is_plan()) else {
            return self.say(renew::NO_PAPER.to_owned(), ctx);
        };
        let Some(anew) = propose_anew(session.dossier(), plan) else {
            return self.say(renew::NOTHING_TO_TELL.to_owned(), ctx);
        };
        let page = Renew::new(session.dossier(), plan, Box::new(anew));
        if page.is_empty() {
            self.say(renew::NOTHING_NEW.to_owned(), ctx);
        } else {
            self.show_dialog(Dialog::Renew(page));
        }
    }

    /// The page, below the top bar.
    pub(super) fn draw_next(&mut self, ui: &mut egui::Ui) {
        let theme = theme::of(ui);
        let wide = ui.ctx().content_rect().width() >= size::WIDE;
        let margin = if wide { Margin::symmetric(22, 16) } else { Margin::symmetric(12, 10) };
        let frame = Frame::new().fill(theme.bg).inner_margin(margin);
        let (Some(page), Some(session)) = (&mut self.next, &self.session) else { return };
        let revision = session.history.revision();
        let dossier = session.dossier();
        let wanted = CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| ui.push_id(page.plan(), |ui| page.show(ui, dossier, revision)).inner);
        // What is in front of it comes first.
        let Some(wanted) = wanted.inner.filter(|_| self.dialog.is_none()) else { return };
        match wanted {
            Wanted::Close => self.next = None,
            Wanted::Make(offer) => self.make_next(&offer, &ui.ctx().clone()),
        }
        ui.ctx().request_repaint();
    }

    fn make_next(&mut self, offer: &Offer, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let fresh = self.requests.fresh();
        fresh.raise(session.dossier().next_id);
        let edit = make(session.dossier(), offer, fresh);
        if let Some(edit) = edit
            && self.edit(edit, None)
        {
            self.next = None;
            self.stage = Stage::Table;
            self.offer_undo(words::MADE.to_owned(), ctx);
        }
    }
}
