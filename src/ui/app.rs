//! The window's application: what it holds, and the order of a frame.
//!
//! A frame draws from what is held and gathers requests; they are handled when it is drawn,
//! in [`requests`]. Nothing else changes anything.

mod backups;
mod commands;
mod drawing;
mod errands;
mod files;
mod focus;
mod handed;
mod imports;
mod issuing;
mod leaving;
mod next;
mod paper;
mod pasting;
mod places;
mod requests;
mod scans;
mod settings;
mod undo;
mod will;
mod word;
mod workbooks;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::Edit;
use crate::plan::{Dossier, Plan, SchoolYear};
use crate::{library, messages};

use super::Command;
use super::Start;
use super::dialogs::{Dialog, NewPlan};
use super::fields::{Fields, menu, spelling};
use super::outside::Outside;
use super::palette::Palette;
use super::paper::Paper;
use super::request::{Requests, Stage};
use super::search::Search;
use super::settings::Settings;
use super::shell;
use super::theme::{self, Theme};
use super::views::Views;
use super::views::backups::BackupsPage;
use super::views::next::NextPage;
use super::views::word::WordReview;
use crate::session::{Glance, Picture, Session, Ticket, Wake};

use errands::Question;
use files::{FileAgain, Opening};
use leaving::Leave;

/// What is said at the foot of the window for a few seconds.
struct Notice {
    words: String,
    /// Buttons: their words, and what each asks for.
    offers: Vec<(String, super::request::Request)>,
    /// It offers to undo what made this revision, and goes when there is another one.
    undoes: Option<u64>,
    /// It goes at this time of egui's clock (s); none: some seconds after it was seen first.
    until: Option<f64>,
    /// Where it stands (logical pixels), once it has a place; on another page it looks for one
    /// anew.
    place: Option<egui::Pos2>,
    /// The page it was seen on.
    page: Page,
}

/// What stands below the top bar: a stage, or what was opened in the place of them.
type Page = (Stage, [bool; 4]);

/// The window's application.
pub struct App {
    outside: Box<dyn Outside>,
    settings: Settings,
    /// The school's own words, as the fields let them through.
    own_words: Vec<String>,
    /// Whether the colours in use are dark, and whether nothing moves; none: none are in use yet.
    applied: Option<(bool, bool)>,
    /// It was said that the chosen folder for backups is away.
    told_away: bool,
    /// The settings as they were last written.
    settings_written: Settings,
    /// They are being written.
    remembering: Option<Ticket>,
    session: Option<Session>,
    stage: Stage,
    views: Views,
    fields: Fields,
    requests: Requests,
    /// The page for a new plan, over everything but dialogs.
    new_plan: Option<NewPlan>,
    /// The page as it was left without making a file: nothing typed there is lost.
    left_new_plan: Option<NewPlan>,
    /// A Word file under review, in the place of the stages.
    word: Option<Box<WordReview>>,
    /// All commands in one list, over everything.
    palette: Option<Palette>,
    /// The commands that were run last, the newest first.
    last_commands: Vec<Command>,
    /// The search over the stages.
    search: Option<Box<Search>>,
    /// The page of backups, in the place of the stages.
    backups: Option<Box<BackupsPage>>,
    /// The page for next year's plan, in the place of the stages.
    next: Option<Box<NextPage>>,
    /// With this file, once it is open, that page is wanted.
    next_of: Option<PathBuf>,
    /// In the file that is being made of a paper, a plan of this year is wanted too.
    next_year: Option<(PathBuf, SchoolYear)>,
    /// The file that is being made of a paper.
    made_of_paper: Option<PathBuf>,
    dialog: Option<Dialog>,
    /// The hints for beginners, while they are shown.
    tour: Option<shell::Tour>,
    /// What is done once all is on the disk.
    leaving: Option<Leave>,
    /// The window may close: nothing is left to save.
    may_close: bool,
    notice: Option<Notice>,
    focus: focus::Focus,
    paper: Paper,
    /// The pictures of pages that the views drawn in this frame show.
    pictures: Vec<Picture>,
    /// Whether a view that shows the paper was drawn in this frame.
    paper_shown: bool,
    /// What was asked, and not answered yet.
    questions: BTreeMap<Ticket, Question>,
    /// The file that is being opened or made.
    opening: Option<Opening>,
    /// When the file of a sample is tried again that could not be made.
    file_again: FileAgain,
    /// Of the file that was opened last it was not said yet what is late.
    late_untold: bool,
    /// The first screen was shown since the start.
    start_shown: bool,
    /// The move to another file that a person asked for.
    asked_move: Option<Ticket>,
    tickets: u64,
    /// How far the wheel was turned with Ctrl since the last step of size.
    turned: f32,
    /// The recent files that were looked for and not found; none: not looked for since the
    /// first screen was shown last. A drive that is away may take long to say so.
    missing: Option<BTreeSet<PathBuf>>,
    places: places::Places,
    scans: scans::Scans,
    /// What is said of the recent files, as far as they were read.
    glances: BTreeMap<PathBuf, Glance>,
    pasting: pasting::Pasting,
    wake: Wake,
    title: String,
    /// What draws the window, for whoever helps from afar.
    drawn_by: String,
    /// What a later start of the program handed over and is not open yet.
    handed: Option<Start>,
}

impl App {
    /// Makes it, with fonts and colours set, and opens what it begins with. `None` where the
    /// embedded files cannot be read.
    #[must_use]
    pub fn new(ctx: &egui::Context, outside: Box<dyn Outside>, start: Start) -> Option<Self> {
        let settings = Settings::read(&outside.data_folder());
        let waker = ctx.clone();
        let mut app = Self {
            paper: Paper::default(),
            settings_written: settings.clone(),
            remembering: None,
            own_words: Vec::new(),
            applied: None,
            told_away: false,
            settings,
            session: None,
            stage: Stage::default(),
            views: Views::default(),
            fields: Fields::default(),
            requests: Requests::default(),
            new_plan: None,
            left_new_plan: None,
            word: None,
            palette: None,
            last_commands: Vec::new(),
            search: None,
            backups: None,
            next: None,
            next_of: None,
            next_year: None,
            made_of_paper: None,
            dialog: None,
            tour: None,
            leaving: None,
            may_close: false,
            notice: None,
            focus: focus::Focus::default(),
            pictures: Vec::new(),
            paper_shown: false,
            questions: BTreeMap::new(),
            opening: None,
            file_again: FileAgain::default(),
            late_untold: false,
            start_shown: false,
            asked_move: None,
            tickets: 0,
            turned: 0.0,
            missing: None,
            places: places::Places::new(),
            scans: scans::Scans::default(),
            glances: BTreeMap::new(),
            pasting: pasting::Pasting::default(),
            wake: Arc::new(move || waker.request_repaint()),
            title: String::new(),
            drawn_by: String::new(),
            handed: None,
            outside,
        };
        if app.outside.wants_stillness() {
            theme::keep_still(ctx);
        }
        app.apply_settings(ctx);
        app.apply_words(ctx, Vec::new());
        match start {
            Start::Screen => {}
            Start::Sample => app.open_sample(),
            Start::File(path) => app.open(&path),
        }
        // While the file is being read: unpacking the faces takes as long.
        theme::set_fonts(ctx);
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
        });
        Some(app)
    }

    /// Says what draws the window.
    pub fn drawn_by(&mut self, words: String) {
        self.drawn_by = words;
    }

    /// The newest value of the open file.
    #[must_use]
    pub fn dossier(&self) -> Option<&Arc<Dossier>> {
        self.session.as_ref().map(Session::dossier)
    }

    /// The plan shown.
    #[must_use]
    pub fn plan(&self) -> Option<&Arc<Plan>> {
        self.session.as_ref().and_then(Session::plan)
    }

    /// Where the open file is; none for the sample before its first edit.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.session.as_ref()?.path.as_deref()
    }

    /// Whether all that was typed and handed over is on the disk.
    #[must_use]
    pub fn all_saved(&self) -> bool {
        self.session.as_ref().is_none_or(|session| !session.unsaved())
    }

    /// Waits until what was handed over was tried, for whoever looks at a frame that is not to
    /// depend on how fast the disk is.
    pub fn await_disk(&self) {
        if let Some(session) = &self.session {
            session.await_disk();
        }
    }

    /// What stands below the top bar now.
    fn page(&self) -> Page {
        let instead = [
            self.new_plan.is_some(),
            self.word.is_some(),
            self.backups.is_some(),
            self.next.is_some(),
        ];
        (self.stage, instead)
    }

    /// Size and colours as the settings say.
    fn apply_settings(&mut self, ctx: &egui::Context) {
        let dark = match ctx.system_theme().filter(|_| self.settings.as_system) {
            Some(theme) => theme == egui::Theme::Dark,
            None => self.settings.dark,
        };
        if self.applied.replace((dark, self.settings.still)) != Some((dark, self.settings.still)) {
            let theme = if dark { Theme::dark() } else { Theme::light() };
            theme::apply(ctx, theme, self.settings.still);
        }
        ctx.set_zoom_factor(f32::from(self.settings.scale_percent) / 100.0);
    }

    /// The fields let the school's own words through.
    fn apply_words(&mut self, ctx: &egui::Context, own: Vec<String>) {
        self.own_words = own;
        let loans = library::reference().loan_words.iter();
        spelling::let_through(ctx, loans.chain(self.own_words.iter()).cloned().collect());
    }

    /// Does what was picked in the menu of a text field and is not the field's own.
    fn tend_menu(&mut self, ctx: &egui::Context) {
        if menu::take_paste(ctx) {
            self.pasting.want();
        }
        let own = self.dossier().map(|dossier| dossier.own_words.clone()).unwrap_or_default();
        if let Some(word) = menu::take_let_through(ctx)
            && !own.contains(&word)
        {
            let said = messages::spelling::is_let_through(&word);
            let words = own.iter().cloned().chain([word]).collect();
            if self.edit(Edit::SetOwnWords(words), None) {
                self.offer_undo(said, ctx);
            }
        } else if own != self.own_words {
            self.apply_words(ctx, own);
        }
    }

    /// Hands typing over when it is due, and lets a field go that lost the focus unseen.
    fn tend_fields(&mut self, ctx: &egui::Context) {
        if let Some(live) = self.fields.live() {
            let id = live.id;
            if !ctx.memory(|memory| memory.has_focus(id)) {
                self.fields.finish(&mut self.requests);
            }
        }
        let now = ctx.input(|input| input.time);
        if let Some(again) = self.fields.tick(now, &mut self.requests) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(again + 0.01));
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.take_news(ctx);
        self.tend_handed();
        self.tend_saving(ctx);
        self.tend_closing(ctx);
        self.outside.show_questions(frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let next_id = self.dossier().map(|dossier| dossier.next_id).unwrap_or_default();
        self.requests.begin(next_id);
        if self.settings.as_system {
            // It may be another one by now.
            self.apply_settings(&ctx);
        }
        self.take_dropped(&ctx);
        self.shortcuts(&ctx);
        self.draw(ui);
        self.tend_fields(&ctx);
        self.tend_menu(&ctx);
        self.handle_requests(&ctx);
        self.tend_focus(&ctx);
        if self.session.is_some() {
            self.settings.enter_as_excel = *self.views.enter_as_excel();
            self.settings.enter_known = *self.views.enter_known();
            self.settings.shows_criterion = *self.views.shows_criterion();
            self.write_settings();
        }
        self.tend_word();
        self.tend_survey(&ctx);
        self.tend_paper();
        self.tend_scans();
        self.tend_saving(&ctx);
        self.tend_title(&ctx);
        self.tend_window(&ctx);
        self.tend_will();
        self.outside.show_questions(frame);
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        self.tend_pasting(ctx, input);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
