//! The dialogs, one a file, and the page for a new plan.

mod about;
mod add_plan;
mod catalogue;
mod changes;
mod clean;
mod collect;
mod form_taken;
pub mod help;
mod in_use;
mod leave_review;
mod message;
mod new_plan;
mod old_letters;
mod path;
mod preferences;
mod renew;
mod terms;
mod unsaved;
mod waiting;

use std::sync::Arc;

use crate::plan::SchoolYear;

use super::request::Requests;
use crate::plan::Form;

pub use about::About;
pub use add_plan::AddPlan;
pub use catalogue::CatalogueNames;
pub use changes::Changes;
pub use clean::Clean;
pub use collect::Collect;
pub use form_taken::FormTaken;
pub use help::Help;
pub use in_use::InUse;
pub use leave_review::LeaveReview;
pub use message::Message;
pub use new_plan::{Asked, NewPlan, dossier_of, short_path};
pub use old_letters::OldLetters;
pub use path::TypedPath;
pub use preferences::{Open, Preferences};
pub use renew::Renew;
pub use terms::Terms;
pub use waiting::waiting;

/// The first school year that can be chosen, by its first calendar year.
const FIRST_YEAR: i16 = 2015;

/// The dialog that is open.
pub enum Dialog {
    /// Something is said, and one button.
    Message(Message),
    /// The file that was to be opened is open elsewhere.
    InUse(InUse),
    /// The open file cannot be saved and shall be left.
    Unsaved {
        /// Why it cannot be saved.
        why: crate::store::StoreError,
        /// Where it is.
        path: std::path::PathBuf,
    },
    /// A plan for another year.
    AddPlan(AddPlan),
    /// The names of a catalogue.
    Catalogue(CatalogueNames),
    /// A form whose name another one has.
    FormTaken(FormTaken),
    /// What a paper that came back would change.
    Changes(Changes),
    /// What of a paper the data say otherwise by now.
    Renew(Renew),
    /// What was deleted shall be gone for good.
    Clean(Clean),
    /// For whom a sheet is sent round.
    Collect(Collect),
    /// Term dates and abbreviations.
    Terms(Terms),
    /// Help and keys.
    Help(Help),
    /// The program itself.
    About(About),
    /// What can be chosen of the program.
    Preferences(Box<Preferences>),
    /// A path is typed.
    Path(TypedPath),
    /// The review of a paper shall be left.
    LeaveReview(LeaveReview),
    /// Text in old letters is pasted.
    OldLetters(OldLetters),
}

/// What a dialog asks of the window when it closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// It stays open.
    Stay,
    /// It is done.
    Close,
    /// Leave the file although it is not saved.
    Discard,
    /// Stay with the file.
    Keep,
    /// Save elsewhere, then leave.
    SaveElsewhere,
    /// Leave the review of a paper, where one stands.
    LeaveReview,
    /// Try to save again, then leave.
    Retry,
    /// A path was typed.
    Typed,
    /// The text in old letters is pasted; whether it is converted.
    Paste(bool),
}

impl Dialog {
    /// One that only says something.
    #[must_use]
    pub fn message(title: &'static str, words: String) -> Self {
        Self::Message(Message { title, words })
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        match self {
            Self::Message(message) => message.show(ctx),
            Self::InUse(file) => file.show(ctx, requests),
            Self::Unsaved { why, path } => unsaved::show(ctx, why, path),
            Self::AddPlan(page) => page.show(ctx, requests),
            Self::Catalogue(names) => names.show(ctx, requests),
            Self::FormTaken(page) => page.show(ctx, requests),
            Self::Changes(page) => page.show(ctx, requests),
            Self::Renew(page) => page.show(ctx, requests),
            Self::Collect(page) => page.show(ctx, requests),
            Self::Terms(terms) => terms.show(ctx, requests),
            Self::Help(help) => help.show(ctx, requests),
            Self::About(about) => about.show(ctx, requests),
            Self::Preferences(page) => page.show(ctx, requests),
            Self::Path(path) => path.show(ctx),
            Self::Clean(question) => question.show(ctx, requests),
            Self::LeaveReview(question) => question.show(ctx, requests),
            Self::OldLetters(letters) => letters.show(ctx),
        }
    }
}

/// The names of forms, as lists show them.
fn form_names(forms: &[Arc<Form>]) -> Vec<String> {
    forms.iter().map(|form| form.short_name().to_owned()).collect()
}

/// The school years that can be chosen: from the first that plans are still kept of, to a few
/// after this one.
#[must_use]
pub fn school_years(now: SchoolYear) -> Vec<SchoolYear> {
    (FIRST_YEAR..=now.first() + 3).filter_map(SchoolYear::starting).collect()
}
