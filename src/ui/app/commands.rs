//! What each command does, and the keys that run it.

use egui::{Context, Event};

use crate::edit::{self, Edit};
use crate::messages::window;
use crate::session::{PaperKind, Saving};
use crate::ui::Command;
use crate::ui::diagnostics;
use crate::ui::dialogs::{About, AddPlan, CatalogueNames, Collect, Dialog, Help, NewPlan, Terms};
use crate::ui::outside::Ask;
use crate::ui::palette::Palette;
use crate::ui::request::{HelpPage, Request, Stage};
use crate::ui::shell;

use super::{App, Leave, Question};

/// So far the wheel turns for one step, as the logarithm of egui's zoom; a notch is more.
const NOTCH: f32 = 0.12;

impl App {
    /// Turns keys into commands. Undo belongs to the live field while that can undo; nothing
    /// runs behind a dialog.
    pub(super) fn shortcuts(&mut self, ctx: &Context) {
        if self.dialog.is_some() || self.opening.is_some() || self.palette.is_some() {
            return;
        }
        let (field_undoes, field_redoes) = self.fields.own_steps().unwrap_or_else(|| {
            self.fields.live().map_or((false, false), |live| {
                (can_undo(ctx, live.id, &live.text), can_redo(ctx, live.id, &live.text))
            })
        });
        // egui takes Ctrl+Shift+S for Ctrl+S too: the longer one is asked about first.
        let shifted =
            |command: &Command| command.shortcut().is_some_and(|keys| keys.modifiers.shift);
        let (longer, shorter): (Vec<_>, Vec<_>) = Command::ALL.into_iter().partition(shifted);
        for command in longer.into_iter().chain(shorter) {
            let of_field = (command == Command::Undo && field_undoes)
                || (command == Command::Redo && field_redoes);
            // The pages have a search of their own.
            let of_pages = command == Command::Find && self.stage == Stage::Print;
            // What is open over a view is not covered by another one.
            let covered = matches!(command, Command::Palette | Command::Find | Command::Replace)
                && ctx.memory(|memory| memory.top_modal_layer().is_some());
            // A text that is typed for next year's plan has steps of its own.
            let of_next = self.next.is_some() && matches!(command, Command::Undo | Command::Redo);
            if of_field
                || of_next
                || of_pages
                || covered
                || self.word.is_some() && command.acts_on_plan()
            {
                continue;
            }
            if let Some(keys) = command.shortcut()
                && ctx.input_mut(|input| input.consume_shortcut(&keys))
            {
                self.requests.push(Request::Run(command));
            }
        }
        if self.session.is_some() && self.new_plan.is_none() && self.word.is_none() {
            self.stage_keys(ctx);
        }
        self.wheel(ctx);
        // On most keyboards plus is the shifted equals sign.
        let equals = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, egui::Key::Equals);
        if ctx.input_mut(|input| input.consume_shortcut(&equals)) {
            self.requests.push(Request::Run(Command::ZoomIn));
        }
    }

    /// Ctrl and the wheel change the size of everything; over the pages of the paper theirs alone.
    fn wheel(&mut self, ctx: &Context) {
        let closer = ctx.input(egui::InputState::zoom_delta).ln();
        if closer.abs() < 0.001 || self.stage == Stage::Print && self.session.is_some() {
            self.turned = 0.0;
            return;
        }
        self.turned += closer;
        if self.turned.abs() >= NOTCH {
            let command = if self.turned > 0.0 { Command::ZoomIn } else { Command::ZoomOut };
            self.turned = 0.0;
            self.requests.push(Request::Run(command));
        }
    }

    /// Alt with a number leads to a stage, Ctrl+PageUp and Ctrl+PageDown to the one beside.
    fn stage_keys(&mut self, ctx: &Context) {
        ctx.input_mut(|input| drop_letters_of_alt(&mut input.events));
        let pressed =
            |keys: &egui::KeyboardShortcut| ctx.input_mut(|input| input.consume_shortcut(keys));
        let beside = |key| egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, key);
        let mut stage = self.stage;
        for (key, after) in [(egui::Key::PageDown, true), (egui::Key::PageUp, false)] {
            if pressed(&beside(key)) {
                stage = stage.beside(after);
            }
        }
        if let Some(of) = Stage::ALL.into_iter().find(|stage| pressed(&stage.shortcut())) {
            stage = of;
        }
        if stage != self.stage {
            self.requests.push(Request::Show(stage));
        }
    }

    pub(super) fn run(&mut self, command: Command, ctx: &Context) {
        if command != Command::Palette {
            self.last_commands.retain(|one| *one != command);
            self.last_commands.insert(0, command);
            self.last_commands.truncate(8);
        }
        match command {
            Command::Palette => self.palette = Some(Palette::default()),
            Command::NewPlan => {
                let today = self.outside.now().date();
                let documents = self.outside.documents_folder();
                let page = self.left_new_plan.take();
                self.new_plan = Some(
                    page.unwrap_or_else(|| NewPlan::new(today, documents, &self.settings.school)),
                );
            }
            Command::Open => self.ask(Ask::OpenFile, Question::Open),
            Command::ImportWord => self.ask(Ask::OpenWord, Question::Word),
            Command::OpenSample => self.leave(Leave::Sample, ctx),
            Command::ShowStart => self.leave(Leave::Start, ctx),
            Command::Save => self.save(ctx),
            Command::SaveCopy => {
                let failed = self
                    .session
                    .as_ref()
                    .is_some_and(|session| matches!(session.saving, Saving::Failed(_)));
                let purpose = if failed { Question::MoveSession } else { Question::Copy };
                if self.session.is_some() {
                    self.ask_where_to_save(purpose);
                }
            }
            Command::Backups => {
                self.next = None;
                self.open_backups(ctx);
            }
            Command::Find | Command::Replace => {
                if self.session.is_some() {
                    let search = self.search.get_or_insert_default();
                    search.open(command == Command::Replace);
                }
            }
            Command::RetrySave => {
                if let Some(session) = &mut self.session {
                    session.retry();
                }
            }
            Command::Undo | Command::Redo => self.step(command == Command::Undo),
            Command::ZoomIn => self.settings.zoom(true),
            Command::ZoomOut => self.settings.zoom(false),
            Command::ZoomReset => self.settings.scale_percent = 100,
            Command::ToggleDark => {
                self.settings.dark = !crate::ui::theme::of(ctx).dark;
                self.settings.as_system = false;
            }
            Command::Settings => self.open_settings(ctx, None),
            Command::AddPlan => {
                if let Some(session) = &self.session
                    && let Some(plan) = session.plan()
                {
                    let today = self.outside.now().date();
                    let page = AddPlan::new(session.dossier(), plan, today);
                    self.dialog = Some(Dialog::AddPlan(page));
                }
            }
            Command::NextPlan => self.open_next(),
            Command::Renew => self.open_renew(ctx),
            Command::CopyPlan => {
                let Some(session) = &self.session else { return };
                let fresh = self.requests.fresh();
                fresh.raise(session.dossier().next_id);
                if let Some(edit) = edit::copy_plan(session.dossier(), session.plan, fresh)
                    && self.edit(edit, None)
                {
                    self.offer_undo(window::PLAN_COPIED.to_owned(), ctx);
                }
            }
            Command::DeletePlan => {
                if let Some(session) = &self.session
                    && session.dossier().plans.len() > 1
                    && let Some(plan) = session.plan().cloned()
                    && self.edit(Edit::RemovePlan(plan.id), None)
                {
                    self.offer_undo(window::plan_deleted(&plan), ctx);
                }
            }
            Command::OpenFolder => {
                if let Some(path) = self.session.as_ref().and_then(|session| session.path.clone()) {
                    self.requests.push(Request::OpenFolder(path));
                }
            }
            Command::ImportCatalogue => self.ask(Ask::OpenCatalogue, Question::Import),
            Command::ImportForm => self.ask(Ask::OpenForm, Question::Import),
            Command::EditCatalogue => {
                if let Some(session) = &self.session
                    && let Some(plan) = session.plan()
                    && let Some(catalogue) = session.dossier().catalogue_of(plan)
                {
                    self.dialog = Some(Dialog::Catalogue(CatalogueNames::new(catalogue)));
                }
            }
            Command::Terms => {
                if let Some(session) = &self.session
                    && let Some(plan) = session.plan()
                {
                    let terms = Terms::new(session.dossier(), plan.school_year);
                    self.dialog = Some(Dialog::Terms(terms));
                }
            }
            Command::Help => self.help(HelpPage::Here),
            Command::Tour => {
                (self.backups, self.next) = (None, None);
                self.tour = Some(shell::Tour::default());
            }
            Command::About => {
                let session = self.session.as_ref();
                let machine = self.outside.machine();
                let log = machine.log_file.clone();
                let facts =
                    diagnostics::text(ctx, &self.settings, session, machine, &self.drawn_by);
                let about = About::new(facts, log, self.settings.renderer);
                self.dialog = Some(Dialog::About(about));
            }
            Command::ExportPdf => self.export(PaperKind::Pdf),
            Command::ExportWord => self.export(PaperKind::Word),
            Command::ExportExcel => self.export(PaperKind::Excel),
            Command::Collect => {
                self.flush_now();
                if let Some(session) = &self.session
                    && let Some(plan) = session.plan()
                {
                    self.dialog = Some(Dialog::Collect(Collect::new(session.dossier(), plan)));
                }
            }
            Command::ImportExcel => self.ask(Ask::OpenWorkbook, Question::ImportExcel),
            Command::Print => self.print(true),
            Command::PrintTimeline => self.print(false),
            // Of the views that have them.
            Command::AddCriteria | Command::RowForm | Command::Criterion | Command::Issue => {
                if let Some(stage) = self.views.run(command) {
                    (self.backups, self.next) = (None, None);
                    self.stage = stage;
                }
            }
        }
    }

    /// A page of the help, with what is shown now beside it.
    pub(super) fn help(&mut self, page: HelpPage) {
        let on_stage = self.session.is_some() && self.new_plan.is_none() && self.word.is_none();
        let here = on_stage.then_some(self.stage);
        self.dialog = Some(Dialog::Help(Help::new(page, here)));
    }

    /// Ctrl+S: what is in the field is on its way; the top bar says when it is on the disk.
    fn save(&mut self, ctx: &Context) {
        self.tend_saving(ctx);
        let now = self.outside.now();
        if let Some(session) = &mut self.session {
            session.save(now);
        }
    }
}

/// Whether the editor has typing of its own to take back.
fn can_undo(ctx: &Context, id: egui::Id, text: &str) -> bool {
    undoer(ctx, id).is_some_and(|(range, undoer)| undoer.has_undo(&(range, text.to_owned())))
}

/// Whether the editor has typing of its own to bring back.
fn can_redo(ctx: &Context, id: egui::Id, text: &str) -> bool {
    undoer(ctx, id).is_some_and(|(range, undoer)| undoer.has_redo(&(range, text.to_owned())))
}

type Undoer = egui::util::undoer::Undoer<(egui::text::CCursorRange, String)>;

fn undoer(ctx: &Context, id: egui::Id) -> Option<(egui::text::CCursorRange, Undoer)> {
    let state = egui::text_edit::TextEditState::load(ctx, id)?;
    Some((state.cursor.char_range()?, state.undoer()))
}

/// The system hands over the digit of Alt and a digit as typed too, right behind the key: it
/// belongs to no field.
fn drop_letters_of_alt(events: &mut Vec<Event>) {
    let mut of_alt = None;
    events.retain(|event| match (event, of_alt.take()) {
        (Event::Key { key, pressed: true, modifiers, .. }, _) => {
            of_alt = modifiers.alt.then(|| key.symbol_or_name());
            true
        }
        (Event::Text(text), Some(digit)) => {
            !(text == digit && digit.chars().all(|c| c.is_ascii_digit()))
        }
        _ => true,
    });
}
