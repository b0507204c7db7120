//! The review of a Word or Excel file that comes in: its words on the left with what each became, what was
//! understood and what is not sure on the right. Nothing comes in before a person says so.
//!
//! Invariant: an answer changes [`Choices`] only; the draft is always recognised anew from the
//! paper and them, off the thread that draws, so that no answer is lost by another and none is
//! waited for.

mod again;
mod columns;
mod letters;
mod model;
mod paper;
mod questions;
mod title;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use egui::{Id, Key, Rect, Ui, UiBuilder, Vec2};
use jiff::civil::Date;

use crate::import::{Answer, Asked, At, Choices, Draft, Home, Source};
use crate::library;
use crate::messages::word_in as words;
use crate::plan::{Catalogue, Dossier, Form, Id as PlanId, SchoolYear};
use crate::session::{self, Beside, Job, Recognised, Ticket};
use crate::ui::theme::{self, size};
use crate::ui::widgets;

use again::Again;
use columns::{Asks, Side};
use letters::Letters;
use model::Line;

pub use title::{From, Into, Wanted};

/// The share of the page's width that the words of the file take, at most this wide (logical
/// pixels).
const LEFT: f32 = 0.43;
/// See [`LEFT`].
const LEFT_MOST: f32 = 720.0;
/// Between the two sides.
const GAP: f32 = 12.0;
/// So many kinds of questions are shown at first, and of those that are alike so many.
const QUESTIONS: usize = 30;
/// See [`QUESTIONS`].
const ALIKE: usize = 3;
/// Height of the line at the foot.
const FOOT: f32 = 30.0;

/// A Word file under review.
pub struct WordReview {
    /// What kind of file it is.
    pub from: From,
    /// Its name and how much it holds.
    about: String,
    /// What it shows: with its old letters read, or as they were typed.
    source: Arc<Source>,
    letters: Letters,
    forms: Vec<Arc<Form>>,
    catalogues: Vec<Arc<Catalogue>>,
    /// The open file's value when the review began.
    dossier: Arc<Dossier>,
    today: Date,
    choices: Choices,
    draft: Arc<Draft>,
    /// Whether it is recognised again.
    again: Again,
    /// It comes in as soon as every answer is in the draft.
    accepted: bool,
    /// Where the draft may go, the proposed place first.
    places: Vec<Into>,
    /// Which of them.
    pub into: Into,
    /// The plan of the year that runs is made from it too.
    also_this_year: bool,
    lines: Vec<Line>,
    /// Counts up with every change of the lines.
    of: u64,
    /// The folds that were opened.
    open: BTreeSet<At>,
    heights: paper::Heights,
    side: Side,
    /// How many questions each side asks.
    asks: Asks,
    /// The questions that are alike, together.
    groups: Vec<Vec<usize>>,
    /// How often more of them were asked for.
    more: usize,
    /// The question that is looked at.
    at: Option<usize>,
    /// The line chosen by the keyboard.
    chosen: usize,
    /// These come into view in the next frame.
    line_in_view: Option<usize>,
    question_in_view: Option<usize>,
    /// The line whose place is being chosen, and where the list hangs.
    placing: Option<(usize, egui::Pos2)>,
    /// In the last frame a list was open.
    inside: bool,
}

impl WordReview {
    /// Of a paper that was recognised, beside the open file and its plan shown if there is one.
    #[must_use]
    pub fn new(
        path: &Path,
        paper: Recognised,
        from: From,
        open: Option<(Arc<Dossier>, PlanId)>,
        today: Date,
    ) -> Self {
        let Recognised { source, draft, is_of_plan, .. } = paper;
        let draft = Arc::new(draft);
        let shown = open.as_ref().and_then(|(dossier, plan)| dossier.plan(*plan));
        let places = match shown {
            None => vec![Into::NewFile],
            Some(_) if from == From::Excel || is_of_plan => {
                vec![Into::Merge, Into::NewPlan, Into::OpenPlan, Into::NewFile]
            }
            Some(_) => vec![Into::NewPlan, Into::Merge, Into::OpenPlan, Into::NewFile],
        };
        let dossier = open.map(|(dossier, _)| dossier).unwrap_or_default();
        let into = places[0];
        let mut review = Self {
            from,
            about: words::about(&path.file_name().unwrap_or_default().to_string_lossy(), &source),
            letters: Letters::of(&source),
            source,
            forms: library::forms(&dossier),
            catalogues: session::catalogues_beside(&dossier),
            dossier,
            today,
            choices: Choices::default(),
            again: Again::default(),
            accepted: false,
            side: Side::first(&draft, Asks::of(&draft)),
            asks: Asks::default(),
            groups: Vec::new(),
            more: 0,
            at: (!draft.questions.is_empty()).then_some(0),
            draft,
            places,
            into,
            also_this_year: false,
            lines: Vec::new(),
            of: 0,
            open: BTreeSet::new(),
            heights: paper::Heights::default(),
            chosen: 0,
            line_in_view: None,
            question_in_view: None,
            placing: None,
            inside: false,
        };
        review.set_draft();
        review
    }

    /// The draft as it stands.
    #[must_use]
    pub fn draft(&self) -> &Arc<Draft> {
        &self.draft
    }

    /// How many answers were given.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.choices.len() + usize::from(!self.letters.are_read())
    }

    /// The job that recognises the paper again, where an answer was given since.
    pub fn look_again(&mut self, ticket: impl FnOnce() -> Ticket) -> Option<(Ticket, Job)> {
        let progress = self.again.begin()?;
        let beside = Beside { progress, ..Beside::new(Arc::clone(&self.dossier), self.today) };
        let ticket = ticket();
        self.again.begun(ticket);
        Some((ticket, Job::Recognise(Arc::clone(&self.source), self.choices.clone(), beside)))
    }

    /// It was recognised again.
    pub fn take_draft(&mut self, ticket: Ticket, draft: Draft) {
        if self.again.done(ticket) {
            self.draft = Arc::new(draft);
            self.set_draft();
        }
    }

    /// A job stopped: if it was one of these, the draft stays as it was.
    pub fn stopped(&mut self, ticket: Ticket) {
        if self.again.done(ticket) {
            self.accepted = false;
        }
    }

    /// The year for which another plan is to be made from it.
    #[must_use]
    pub fn next_year(&self) -> Option<SchoolYear> {
        self.year_that_runs().filter(|_| self.also_this_year)
    }

    /// The school year that runs, where the paper is of one gone by and a new plan comes of it.
    fn year_that_runs(&self) -> Option<SchoolYear> {
        let now = SchoolYear::of(self.today);
        let comes_as_one = matches!(self.into, Into::NewPlan | Into::NewFile);
        (self.draft.plan.school_year < now && comes_as_one).then_some(now)
    }

    /// Draws it; `covered` by a dialog it takes no key.
    pub fn show(&mut self, ui: &mut Ui, covered: bool) -> Wanted {
        let title = title::Title { from: self.from, about: &self.about, places: &self.places };
        let mut wanted = title.show(ui, &mut self.into);
        self.accepted |= wanted == Wanted::Accept;
        if self.accepted && !covered {
            wanted = if self.again.is_done() { Wanted::Accept } else { Wanted::Nothing };
            self.accepted = wanted == Wanted::Nothing;
        }
        ui.add_space(4.0);
        let room = ui.available_rect_before_wrap();
        let body = room.with_max_y(room.bottom() - FOOT);
        let left = (body.width() * LEFT).min(LEFT_MOST);
        let (left, right) =
            (body.with_max_x(body.left() + left), body.with_min_x(body.left() + left + GAP));
        self.left(ui, left);
        ui.scope_builder(UiBuilder::new().id_salt("right").max_rect(right), |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            self.right(ui);
        });
        let foot = room.with_min_y(room.bottom() - FOOT + 4.0);
        widgets::keep_clear(ui, foot);
        ui.scope_builder(UiBuilder::new().id_salt("foot").max_rect(foot), |ui| self.foot(ui));
        if covered { wanted } else { self.keys(ui, wanted) }
    }

    fn left(&mut self, ui: &mut Ui, rect: Rect) {
        let id = Id::unique("word paper");
        let theme = theme::of(ui);
        let head = rect.with_max_y(rect.top() + 28.0);
        ui.scope_builder(UiBuilder::new().id_salt("legend").max_rect(head), |ui| {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), paper::legend);
        });
        let body = rect.with_min_y(rect.top() + 32.0);
        let page = (body.height() / 40.0).max(1.0) as usize;
        let count = self.lines.len();
        let keys = widgets::list_keys(ui, id, body, words::PAPER, &mut self.chosen, count, page);
        if keys.moved {
            self.line_in_view = Some(self.chosen);
        }
        if keys.focused {
            let ring = egui::CornerRadius::same(size::CARD_RADIUS + 2);
            ui.painter().rect_filled(body.expand(2.0), ring, theme.accent_soft);
        }
        let show = paper::Show {
            lines: &self.lines,
            of: self.of,
            question: self.at,
            chosen: keys.focused.then_some(self.chosen),
            scroll_to: self.line_in_view.take(),
        };
        let clicked = ui
            .scope_builder(UiBuilder::new().id_salt("paper").max_rect(body), |ui| {
                paper::show(ui, id, &mut self.heights, &show)
            })
            .inner;
        if keys.opened {
            let at = body.left_top() + Vec2::new(120.0, 40.0);
            self.line_chosen(self.chosen, at);
        } else if let Some(paper::Clicked::Line(line, at)) = clicked {
            self.chosen = line;
            self.line_chosen(line, at);
        }
        self.place_menu(ui, id.with("place"));
    }

    /// A line was clicked: its fold opens, its question comes into view, or its place is asked.
    fn line_chosen(&mut self, index: usize, at: egui::Pos2) {
        let Some(line) = self.lines.get(index) else { return };
        let asked = match &line.holds {
            model::Holds::Fold(_) => {
                self.open.insert(line.at);
                self.set_lines();
                return;
            }
            model::Holds::Cells { cells, .. } => {
                line.question.or_else(|| cells.iter().find_map(|cell| cell.question))
            }
            _ => line.question,
        };
        match asked {
            Some(question) => {
                self.at = Some(question);
                self.question_in_view = Some(question);
            }
            None => self.placing = Some((index, at)),
        }
    }

    /// The list of places a line may go to.
    fn place_menu(&mut self, ui: &Ui, id: Id) {
        let Some((index, at)) = self.placing else { return };
        let Some(line) = self.lines.get(index) else {
            self.placing = None;
            return;
        };
        let place = line.at;
        let now = self.draft.pieces.iter().find(|piece| piece.at == place).map(|piece| piece.home);
        let homes = homes_of(line);
        let mut open = true;
        let popup = egui::Popup::new(id, ui.ctx().clone(), at, ui.layer_id())
            .kind(egui::PopupKind::Menu)
            .open_bool(&mut open)
            .width(250.0);
        let mut picked = None;
        popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            widgets::small(ui, words::GOES_TO);
            for home in &homes {
                let row = widgets::choice::list_row(ui, words::home(*home), now == Some(*home));
                if row.clicked() {
                    picked = Some(*home);
                    ui.close();
                }
            }
        });
        if let Some(home) = picked {
            self.decide(Asked::Piece(place), Answer::Home(home));
            self.placing = None;
        } else if !open {
            self.placing = None;
        }
    }

    fn right(&mut self, ui: &mut Ui) {
        if let Some(side) = columns::switches(ui, &self.draft, self.asks, self.side) {
            self.side = side;
        }
        let id = ui.scope_id().with("understood");
        egui::ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            if let Some(source) = self.letters.show(ui, &self.source) {
                self.source = source;
                self.again.want();
                self.set_lines();
            }
            for note in self.source.notes.iter().filter(|note| !letters::is_of(note)) {
                widgets::small(ui, &words::note(note));
            }
            let forms = &self.forms;
            let changed = columns::show(ui, &self.draft, forms, self.side);
            if let Some((asked, answer)) = changed {
                self.decide(asked, answer);
            }
            ui.add_space(2.0);
            let list = questions::Questions {
                draft: &self.draft,
                forms: &self.forms,
                catalogues: &self.catalogues,
                groups: &self.groups,
                most: QUESTIONS * (self.more + 1),
                of_each: ALIKE + QUESTIONS * self.more,
                at: self.at,
                in_view: self.question_in_view.take(),
            };
            match list.show(ui) {
                Some(questions::Done::Look(question)) => self.look_at(question),
                Some(questions::Done::Answer(question, answer)) => {
                    self.at = Some(question);
                    if let Some(asked) = self.draft.questions.get(question).map(|of| of.asked) {
                        self.decide(asked, answer);
                    }
                }
                Some(questions::Done::More) => self.more += 1,
                Some(questions::Done::ForAll(question)) => self.choose_for_all(question),
                None => {}
            }
        });
    }

    fn foot(&mut self, ui: &mut Ui) {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let theme = theme::of(ui);
            // Both ends of the line stand on one height.
            ui.spacing_mut().interact_size.y = 16.0;
            let whole = self.draft.words.all == self.draft.words.kept;
            let ink = if whole { theme.done } else { theme.due };
            let kept = egui::RichText::new(words::kept(&self.draft));
            ui.label(kept.font(theme::bold(size::TABLE)).color(ink));
            if let Some(words) = self.again.words(ui.ctx()) {
                widgets::small(ui, words);
            }
            widgets::show::at_right(ui, |ui| {
                if let Some(year) = self.year_that_runs() {
                    let also = words::also_for(year);
                    widgets::checkbox(ui, &mut self.also_this_year, &also);
                    return;
                }
                let words = match self.into {
                    Into::NewFile => words::NEW_FILE_SAFE,
                    Into::Merge => words::MERGE_ASKS,
                    Into::OpenPlan => words::OPEN_PLAN_GOES,
                    Into::NewPlan => words::UNDO,
                };
                let words = egui::RichText::new(words).font(theme::regular(size::SMALL));
                ui.label(words.color(theme.muted));
            });
        });
    }

    /// F8 leads to the next question, Shift+F8 to the one before; Esc leaves what is innermost.
    fn keys(&mut self, ui: &Ui, wanted: Wanted) -> Wanted {
        let count = self.draft.questions.len();
        let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::F8));
        if count > 0 {
            let now = self.at.unwrap_or(count - 1);
            if pressed(egui::Modifiers::SHIFT) {
                self.look_at((now + count - 1) % count);
            } else if pressed(egui::Modifiers::NONE) {
                self.look_at((now + 1) % count);
            }
        }
        let inside = std::mem::replace(&mut self.inside, egui::Popup::is_any_open(ui.ctx()));
        if wanted == Wanted::Nothing
            && ui.input(|input| input.key_pressed(Key::Escape))
            && !inside
            && !self.inside
        {
            return Wanted::Cancel;
        }
        wanted
    }

    /// Shows a question and the words it is about.
    fn look_at(&mut self, question: usize) {
        self.at = Some(question);
        self.question_in_view = Some(question);
        let at = self.draft.questions.get(question).map(|of| of.asked);
        let place = match at {
            Some(Asked::Column(block, _)) => Some(At::row(block, 0)),
            Some(Asked::Piece(at) | Asked::Row(at)) => Some(at),
            _ => None,
        };
        self.line_in_view = place.and_then(|place| model::line_at(&self.lines, place));
    }

    /// The answer to a question becomes that of all that are like it.
    fn choose_for_all(&mut self, question: usize) {
        let Some(of) = self.draft.questions.get(question) else { return };
        let Some(answer) = of.answers.get(of.chosen).cloned() else { return };
        let alike = self.draft.questions.iter().filter(|other| other.is_like(of));
        let alike: Vec<Asked> = alike.map(|other| other.asked).collect();
        for asked in alike {
            self.decide(asked, answer.clone());
        }
    }

    /// Takes an answer down; it is shown at once, and what follows from it when it is there.
    fn decide(&mut self, asked: Asked, answer: Answer) {
        let mut questions = Arc::make_mut(&mut self.draft).questions.iter_mut();
        if let Some(of) = questions.find(|of| of.asked == asked)
            && let Some(at) = of.answers.iter().position(|one| *one == answer)
        {
            of.chosen = at;
        }
        self.choices.choose(asked, answer);
        self.again.want();
    }

    /// What is shown follows the draft.
    fn set_draft(&mut self) {
        let count = self.draft.questions.len();
        self.at = self.at.filter(|at| *at < count);
        self.groups = model::groups(&self.draft);
        self.asks = Asks::of(&self.draft);
        self.set_lines();
    }

    fn set_lines(&mut self) {
        self.lines = model::lines(&self.source, &self.draft, &self.open);
        self.of += 1;
    }
}

/// The places a line may go to.
fn homes_of(line: &Line) -> Vec<Home> {
    let mut homes = vec![
        Home::Heading,
        Home::Paragraph,
        Home::NextPart,
        Home::Opening,
        Home::Bases,
        Home::Note,
        Home::Subject,
        Home::Recipient,
        Home::Fixed,
    ];
    if matches!(line.holds, model::Holds::Cells { .. }) {
        homes.retain(|home| matches!(home, Home::Paragraph | Home::NextPart | Home::Note));
        homes.splice(0..0, [Home::Table(crate::plan::TableKind::Rows), Home::RowAbove]);
    }
    homes
}
