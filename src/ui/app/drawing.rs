//! Drawing one frame: the shell around the view, or the first screen.

use std::path::Path;
use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin};

use crate::check::Severity;
use crate::session::{Job, Saving};
use crate::ui::Command;
use crate::ui::Stage;
use crate::ui::dialogs::{self, Asked, Dialog, NewPlan, Wish};
use crate::ui::fields;
use crate::ui::outside::Ask;
use crate::ui::palette::Looked;
use crate::ui::request::Request;
use crate::ui::shell::{self, Badges, OpenFile, Pressed, TopBar};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::views::start::{self, StartCx};
use crate::ui::widgets;
use crate::ui::widgets::button::{Kind, button};
use crate::{library, messages};

use super::{App, Question};

/// For how long a notice stays that was there before anybody looked, in seconds.
const LONG: f64 = 12.0;

impl App {
    pub(super) fn draw(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        // Asked before anything is drawn that would take the key.
        let closes_notice = self.esc_is_free(&ctx);
        if self.new_plan.is_some() {
            self.draw_new_plan(ui);
        } else if self.word.is_some() && self.session.is_none() {
            self.draw_word(ui);
        } else if self.session.as_ref().is_some_and(|session| session.plan().is_some()) {
            self.missing = None;
            self.draw_plan(ui);
        } else if self.start_shown || !self.opens_at_once(&ctx) {
            self.start_shown = true;
            self.draw_start(ui);
        } else {
            CentralPanel::default().frame(Frame::new().fill(theme::of(ui).bg)).show(ui, |_| {});
        }
        self.draw_palette(&ctx);
        self.draw_dialog(&ctx);
        self.draw_opening(&ctx);
        widgets::text_menu::show(&ctx);
        self.draw_tour(&ctx);
        self.draw_notice(&ctx, closes_notice);
        if self.dialog.is_none() && ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            shell::held(&ctx, messages::window::DROP_HERE);
        }
    }

    /// Whether the file that the program was started with is about to be there: the first
    /// screen would only flash by.
    fn opens_at_once(&self, ctx: &egui::Context) -> bool {
        self.opening.as_ref().is_some_and(|opening| opening.is_new(ctx))
    }

    /// The list of all commands, over everything but dialogs.
    fn draw_palette(&mut self, ctx: &egui::Context) {
        let Some(mut palette) = self.palette.take() else { return };
        let session = self.session.as_ref().filter(|_| self.word.is_none());
        let looked = Looked {
            open: session.and_then(|one| Some((one.dossier().as_ref(), one.plan()?.as_ref()))),
            last: &self.last_commands,
            files: self.settings.recent.iter().map(|file| file.path.clone()).collect(),
        };
        if palette.show(ctx, &looked, &mut self.requests) {
            self.palette = Some(palette);
        }
    }

    fn draw_plan(&mut self, ui: &mut egui::Ui) {
        // Nothing, unless the search says otherwise below.
        fields::tint::look_for(ui.ctx(), None);
        if let Some(path) = self.path().map(Path::to_owned) {
            self.ask_places([path.as_path()]);
        }
        let documents = self.outside.documents_folder();
        let Some(session) = &self.session else { return };
        let dossier = session.dossier().clone();
        let Some(plan) = session.plan().cloned() else { return };
        let now = self.outside.now();
        let today = now.date();
        let survey = session.surveys.of_plan(plan.id);
        let findings = survey.map(|survey| Arc::clone(&survey.findings)).unwrap_or_default();
        let aside = survey.map(|survey| Arc::clone(&survey.aside)).unwrap_or_default();
        let since = survey.and_then(|survey| survey.since.clone());
        let totals = survey.map(|survey| survey.totals);
        let of = |severity| findings.iter().filter(|one| one.severity == severity).count();
        let errors = of(Severity::Error);
        let badges = Badges {
            overdue: survey.map_or(0, |survey| survey.overdue),
            due: survey.map_or(0, |survey| survey.due_soon),
            findings: if errors > 0 { errors } else { of(Severity::Warning) },
            errors: errors > 0,
        };
        let name = |step: &crate::edit::Step| messages::step_name(&step.edit);
        let bar = TopBar {
            dossier: &dossier,
            plan: &plan,
            saving: match &session.saving {
                // Not while words wait that are not on the disk.
                Saving::Saved(_) if self.fields.waits() => &Saving::UnderWay,
                saving => saving,
            },
            file: session.path.as_deref().map(|path| OpenFile {
                path,
                documents: &documents,
                kind: self.place_of(path),
            }),
            undo: session.history.undo_step().filter(|_| self.word.is_none()).map(name),
            redo: session.history.redo_step().filter(|_| self.word.is_none()).map(name),
            reviewing: self.word.is_some(),
            settings: &self.settings,
        };
        shell::top_bar(ui, &bar, &mut self.requests);
        if self.word.is_some() {
            return self.draw_word(ui);
        }
        if self.backups.is_some() {
            return self.draw_backups(ui);
        }
        if self.next.is_some() {
            return self.draw_next(ui);
        }
        let stages = Stage::of(plan.paper);
        if !stages.contains(&self.stage) {
            self.stage = Stage::Content;
        }
        shell::stages(ui, stages, self.stage, badges, &mut self.requests);
        if let Some(search) = &mut self.search {
            let shown = (plan.id, session.history.revision());
            let covered = self.dialog.is_some() || self.opening.is_some();
            if !search.show(ui, &dossier, shown, covered, &mut self.requests) {
                self.search = None;
            }
        }
        let theme = theme::of(ui);
        let wide = ui.ctx().content_rect().width() >= size::WIDE;
        let margin = if wide { Margin::symmetric(22, 16) } else { Margin::symmetric(12, 10) };
        let frame = Frame::new().fill(theme.bg).inner_margin(margin);
        let forms = library::forms_for(&dossier, plan.paper);
        let Some(form) = library::form_of(&dossier, &plan) else {
            let words = messages::window::no_form(plan.form.as_str());
            let requests = &mut self.requests;
            CentralPanel::default().frame(frame).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 12.0;
                widgets::show::body(ui, &words);
                let command = Command::ImportForm;
                if button(ui, Kind::Primary, command.label()).clicked() {
                    requests.run(command);
                }
            });
            return;
        };
        let cx = ViewCx {
            dossier: &dossier,
            plan: &plan,
            form,
            forms: &forms,
            catalogue: dossier.catalogue_of(&plan),
            catalogues: library::catalogues(),
            terms: dossier.terms(plan.school_year),
            findings: &findings,
            aside: &aside,
            since: since.as_deref(),
            scans: self.scans.states(),
            totals,
            today,
            now,
            theme: &theme,
            paper: &self.paper,
            clip: self.pasting.clip(),
            found: self.search.as_ref().map(|search| search.found()),
            revision: session.history.revision(),
        };
        let (stage, views) = (self.stage, &mut self.views);
        let (fields, requests) = (&mut self.fields, &mut self.requests);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            // A field of one plan is not the field of another.
            ui.push_id((plan.id, stage), |ui| views.show(stage, ui, &cx, fields, requests));
        });
    }

    /// The hints for beginners, beside the stages of a plan and under everything else.
    fn draw_tour(&mut self, ctx: &egui::Context) {
        let covered = self.dialog.is_some()
            || self.palette.is_some()
            || self.opening.is_some()
            || self.new_plan.is_some()
            || self.word.is_some()
            || self.backups.is_some()
            || self.next.is_some()
            || self.search.is_some()
            || egui::Popup::is_any_open(ctx)
            || ctx.memory(|memory| memory.top_modal_layer().is_some());
        let Some(plan) = self.plan().filter(|_| !covered) else { return };
        let stages = Stage::of(plan.paper);
        if let Some(tour) = &mut self.tour
            && !tour.show(ctx, stages, &mut self.requests)
        {
            self.tour = None;
            self.settings.toured = true;
            ctx.request_repaint();
        }
    }

    fn draw_start(&mut self, ui: &mut egui::Ui) {
        self.look_for_recent();
        let files = &self.settings.recent;
        let kinds: Vec<_> = files.iter().map(|file| self.place_of(&file.path)).collect();
        let (missing, glances) = (&self.missing, &self.glances);
        let known = |(file, kind)| start::Known {
            file,
            there: !missing.as_ref().is_some_and(|missing| missing.contains(&file.path)),
            kind,
            glance: glances.get(&file.path),
        };
        let recent: Vec<_> = files.iter().zip(kinds).map(known).collect();
        let documents = self.outside.documents_folder();
        let cx = StartCx { recent: &recent, documents: &documents, now: self.outside.now() };
        start::show(ui, &cx, &mut self.requests);
    }

    /// The page for a new plan; what it asks for is done at once, it is part of no file.
    fn draw_new_plan(&mut self, ui: &mut egui::Ui) {
        let Some(path) = self.new_plan.as_ref().map(NewPlan::place) else { return };
        self.ask_places([path.as_path()]);
        let kind = self.place_of(&path);
        let Some(page) = &mut self.new_plan else { return };
        let theme = theme::of(ui);
        let requests = &mut self.requests;
        let asked = CentralPanel::default()
            .frame(Frame::new().fill(theme.bg))
            .show(ui, |ui| page.show(ui, kind, requests))
            .inner;
        if let Some(school) = page.place_to_look_for() {
            let folders = vec![self.outside.documents_folder()];
            let proposal = Job::Propose { folders, name: format!("{school}.caitien"), free: true };
            self.propose(proposal, Question::PlaceOfNewPlan(school));
        }
        match asked {
            Asked::Nothing => {}
            Asked::Cancel => self.left_new_plan = self.new_plan.take(),
            Asked::Elsewhere(path) => {
                let folder = path.parent().map(std::path::Path::to_owned).unwrap_or_default();
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let ask = Ask::SaveAs { folder, name, extension: "caitien" };
                self.ask(ask, Question::NewPlan);
            }
        }
    }

    fn draw_dialog(&mut self, ctx: &egui::Context) {
        let Some(dialog) = &mut self.dialog else { return };
        let wish = dialog.show(ctx, &mut self.requests);
        match wish {
            Wish::Stay => return,
            Wish::Close if matches!(self.dialog, Some(Dialog::OldLetters(_))) => {
                self.pasting.decide(None);
            }
            Wish::Close => {}
            Wish::Discard => self.go_away(ctx),
            Wish::Keep => self.leaving = None,
            Wish::LeaveReview => self.word = None,
            Wish::SaveElsewhere => self.ask_where_to_save(Question::MoveSession),
            Wish::Typed => {
                if let Some(Dialog::Path(typed)) = self.dialog.take() {
                    self.path_typed(typed, ctx);
                }
                ctx.request_repaint();
                return;
            }
            Wish::Paste(convert) => self.pasting.decide(Some(convert)),
            Wish::Retry => {
                if let Some(session) = &mut self.session {
                    session.retry();
                }
            }
        }
        self.dialog = None;
        if wish == Wish::SaveElsewhere {
            // Leaving goes on by hand once the new file is there.
            self.leaving = None;
        }
        ctx.request_repaint();
    }

    /// Says what is waited for, and lets the person stop waiting.
    fn draw_opening(&mut self, ctx: &egui::Context) {
        if self.dialog.is_some() {
            return;
        }
        let Some((words, percent)) = self.opening.as_mut().and_then(|of| of.words(ctx)) else {
            return;
        };
        if dialogs::waiting(ctx, words, percent) {
            self.opening = None;
            ctx.request_repaint();
        }
    }

    /// Whether Esc was pressed and is for nothing that lies over a stage, nor for words that
    /// are being written.
    fn esc_is_free(&self, ctx: &egui::Context) -> bool {
        let over = self.dialog.is_some() || self.palette.is_some() || self.search.is_some();
        let page = self.backups.is_some() || self.next.is_some() || self.new_plan.is_some();
        ctx.input(|input| input.key_pressed(egui::Key::Escape))
            && !(over || page || self.fields.waits() || egui::Popup::is_any_open(ctx))
    }

    fn draw_notice(&mut self, ctx: &egui::Context, esc: bool) {
        let now = ctx.input(|input| input.time);
        let page = self.page();
        let Some(notice) = &mut self.notice else { return };
        if std::mem::replace(&mut notice.page, page) != page {
            notice.place = None;
        }
        let revision = self.session.as_ref().map(|session| session.history.revision());
        // What it leads to is there already.
        let there = |then: &Request| matches!(then, Request::Show(stage) if *stage == page.0);
        let leads = notice.offers.iter().any(|(_, then)| there(then));
        let stale = leads || notice.undoes.is_some() && notice.undoes != revision;
        let mut left = notice.until.map_or(LONG, |until| until - now);
        if stale || esc {
            left = 0.0;
        }
        let mut pressed = Pressed::Nothing;
        if left > 0.0 {
            let offers: Vec<&str> =
                notice.offers.iter().map(|(action, _)| action.as_str()).collect();
            // What is only offered waits until the hints were read.
            let waits = self.tour.is_some() && notice.undoes.is_none() && !offers.is_empty();
            let show = || shell::notice(ctx, &notice.words, &offers, &mut notice.place);
            let Some(done) = (!waits).then(show).flatten() else {
                // There is no place for it: its time goes on when there is one.
                let frame = f64::from(ctx.input(|input| input.unstable_dt));
                notice.until = notice.until.map(|until| until + frame);
                return;
            };
            (pressed, notice.until) = (done, Some(now + left));
        }
        if left <= 0.0 || pressed != Pressed::Nothing {
            if let (Some(notice), Pressed::Offer(taken)) = (self.notice.take(), pressed)
                && let Some((_, then)) = notice.offers.into_iter().nth(taken)
            {
                self.requests.push(then);
            }
            return;
        }
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(left + 0.05));
    }

    /// The window's title: the school and the year.
    pub(super) fn tend_title(&mut self, ctx: &egui::Context) {
        let plan = self.session.as_ref().and_then(crate::session::Session::plan);
        let mut title = crate::messages::window::title(plan.map(AsRef::as_ref));
        if let Some((_, why)) = self.session.as_ref().and_then(|of| of.copy_of.as_ref()) {
            title = crate::messages::window::copy_title(&title, *why);
        }
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Remembers whether the window fills the screen.
    pub(super) fn tend_window(&mut self, ctx: &egui::Context) {
        let (maximized, minimized) =
            ctx.input(|input| (input.viewport().maximized, input.viewport().minimized));
        if maximized.is_some() && minimized != Some(true) {
            self.settings.maximized = maximized;
        }
        self.write_settings();
    }

    /// A file dropped on the window is opened; a Word or Excel file is reviewed.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).next()
        });
        if let Some(path) = dropped
            && self.dialog.is_none()
        {
            let kind = path.extension().unwrap_or_default().to_ascii_lowercase();
            self.requests.push(if kind == "docx" || kind == "doc" {
                Request::ImportWord(path)
            } else if ["xlsx", "xlsm", "xls", "xlsb", "ods"].iter().any(|it| kind == *it) {
                Request::ImportExcel(path)
            } else {
                Request::Open(path)
            });
        }
    }
}
