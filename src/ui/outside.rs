//! The outside, as the window sees it: one value, so that tests hand in one that answers at once.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::platform::{self, PlaceKind};
use crate::session::{Answer, Job, Ticket};

use super::Start;

/// A question for a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Which `.caitien` to open.
    OpenFile,
    /// Which Word file to import.
    OpenWord,
    /// Which catalogue JSON to import.
    OpenCatalogue,
    /// Which form JSON to import.
    OpenForm,
    /// Which Excel file to import.
    OpenWorkbook,
    /// Which PDF to keep.
    OpenPdf,
    /// Which folder.
    Folder,
    /// Where to write; the folder and the name proposed, the extension without dot.
    SaveAs {
        /// Proposed folder.
        folder: PathBuf,
        /// Proposed name, with extension.
        name: String,
        /// "pdf", "caitien".
        extension: &'static str,
    },
}

/// What comes from outside.
pub enum News {
    /// The path chosen; `None`: cancelled.
    Path(Ticket, Option<PathBuf>),
    /// The system has no dialog to ask in: the path has to be typed.
    NoDialog(Ticket, Ask),
    /// What a job brought back.
    Job(Ticket, Answer),
    /// The clipboard as HTML, where it holds that.
    Html(Option<String>),
    /// The text of the clipboard, by the name it was asked for, and the same as HTML where it
    /// has that; `None`: it holds none.
    Text(u64, Option<(String, Option<String>)>),
    /// What another start of the program was to begin with; asked for by nobody.
    Handed(Start),
    /// The system asks the program to end; it does not wait for long.
    End,
}

/// The machine and what went wrong on it, for whoever helps from afar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Machine {
    /// The system and its version.
    pub system: String,
    /// It is a virtual one.
    pub is_virtual: bool,
    /// The window is shown on another machine's screen.
    pub remote: bool,
    /// Where the log of faults is.
    pub log_file: PathBuf,
    /// Its folder as it may be shown to others.
    pub log_folder: String,
    /// Its last lines.
    pub log: String,
}

/// The one way out of the window.
pub trait Outside {
    /// Local date and time.
    fn now(&self) -> DateTime;
    /// Asks the person for a path; the answer comes by [`Outside::poll`].
    fn ask(&mut self, ticket: Ticket, ask: Ask);
    /// Shows what was asked in front of this window; called at the end of a frame. Whoever answers
    /// by itself has nothing to show.
    fn show_questions(&mut self, _window: &eframe::Frame) {}
    /// Runs a job off the UI thread; the answer comes by [`Outside::poll`].
    fn run(&mut self, ticket: Ticket, job: Job);
    /// What has come since.
    fn poll(&mut self) -> Vec<News>;
    /// Opens a file or folder in the system's program for it.
    ///
    /// # Errors
    /// When the system has no such program or will not start it.
    fn open(&mut self, path: &Path) -> Result<(), std::io::Error>;
    /// Where settings, recent files and the edited sample live.
    fn data_folder(&self) -> PathBuf;
    /// The machine and what went wrong on it.
    fn machine(&self) -> Machine;
    /// Whether the system asks programs not to move things by themselves.
    fn wants_stillness(&self) -> bool {
        false
    }
    /// Whether hints are shown to whoever opens a plan for the first time.
    fn offers_tour(&self) -> bool {
        false
    }
    /// The person's Documents.
    fn documents_folder(&self) -> PathBuf;
    /// What tells the kind of place a folder is in. It may take long: it is run as a job.
    fn place_kind(&self) -> fn(&Path) -> PlaceKind {
        platform::place_kind
    }
    /// Asks for the text of the clipboard, under this name. The program that owns it may take
    /// its time: the answer comes by [`Outside::poll`].
    fn read_text(&mut self, name: u64);
    /// Asks for the clipboard as HTML. The program that owns it may take its time: the answer
    /// comes by [`Outside::poll`].
    fn read_html(&mut self);
    /// Puts text on the clipboard, as HTML too.
    fn copy(&mut self, text: &str, html: Option<&str>);
}
