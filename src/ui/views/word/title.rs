//! The title of the review: what kind of file it is, where its draft goes, and the two ways out.

use egui::{Label, RichText, Ui};

use crate::messages::word_in as words;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Look, button_width, button_with};
use crate::ui::widgets::{self, Kind};

/// Between the buttons of the title.
const BETWEEN: f32 = 10.0;
/// A file's name in less room says nothing.
const LEAST_NAME: f32 = 90.0;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// Of Word.
    Word,
    /// Of Excel, but none of the program's sheets.
    Excel,
}

/// Where the draft goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    /// A new file.
    NewFile,
    /// A new plan of the open file.
    NewPlan,
    /// The plan that is shown: what the paper says otherwise is offered, change by change.
    Merge,
    /// The plan that is shown: its words go, those of the paper come.
    OpenPlan,
}

impl Into {
    fn name(self) -> &'static str {
        match self {
            Self::NewFile => words::NEW_FILE,
            Self::NewPlan => words::NEW_PLAN,
            Self::Merge => words::MERGE,
            Self::OpenPlan => words::OPEN_PLAN,
        }
    }
}

/// What a person asked of the page in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing.
    Nothing,
    /// Back to where they were.
    Cancel,
    /// The draft comes in.
    Accept,
}

/// What the title shows.
pub(super) struct Title<'a> {
    pub from: From,
    /// The file's name and how much it holds.
    pub about: &'a str,
    /// Where the draft may go.
    pub places: &'a [Into],
}

impl Title<'_> {
    /// Draws it.
    pub fn show(&self, ui: &mut Ui, into: &mut Into) -> Wanted {
        let mut wanted = Wanted::Nothing;
        let buttons = [words::CANCEL, words::ACCEPT]
            .map(|words| button_width(ui, words, &Look::default()) + BETWEEN)
            .iter()
            .sum::<f32>();
        let right = buttons + self.targets_width(ui, *into);
        let title = if self.from == From::Word { words::TITLE } else { words::TITLE_EXCEL };
        widgets::title_row(ui, title, "", |ui| {
            let room = ui.available_width() - right - BETWEEN;
            if room > LEAST_NAME {
                let about = RichText::new(self.about).font(theme::regular(size::TABLE));
                let about = Label::new(about.color(theme::of(ui).muted)).truncate();
                ui.scope(|ui| {
                    ui.set_max_width(room);
                    ui.add(about);
                });
            }
            widgets::show::at_right(ui, |ui| {
                ui.spacing_mut().item_spacing.x = BETWEEN;
                self.targets(ui, into);
                if widgets::button(ui, Kind::Secondary, words::CANCEL).clicked() {
                    wanted = Wanted::Cancel;
                }
                if widgets::button(ui, Kind::Primary, words::ACCEPT).clicked() {
                    wanted = Wanted::Accept;
                }
            });
        });
        wanted
    }

    /// The width of where it goes (logical pixels).
    fn targets_width(&self, ui: &Ui, into: Into) -> f32 {
        if self.places.len() < 2 {
            return 0.0;
        }
        let (font, ink) = (theme::bold(size::BODY), egui::Color32::PLACEHOLDER);
        let label = ui.painter().layout_no_wrap(words::INTO.to_owned(), font, ink).size().x;
        let look = Look { menu: true, ..Look::default() };
        label + button_width(ui, into.name(), &look) + 2.0 * BETWEEN
    }

    /// Where it goes, where there is a choice.
    fn targets(&self, ui: &mut Ui, into: &mut Into) {
        if self.places.len() < 2 {
            return;
        }
        widgets::show::label(ui, words::INTO);
        let name = into.name();
        let said = format!("{}: {name}", words::INTO);
        let look = Look { menu: true, name: Some(&said), ..Look::default() };
        let button = button_with(ui, name, &look);
        egui::Popup::menu(&button).width(260.0).show(|ui| {
            for place in self.places {
                let chosen = *place == *into;
                if widgets::choice::list_row(ui, place.name(), chosen).clicked() {
                    *into = *place;
                    ui.close();
                }
            }
        });
    }
}
