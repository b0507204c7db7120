//! What a view asks for. Handled after the frame, in one place (`app::requests`).

use std::path::PathBuf;

use crate::edit::{Edit, MergeKey, PlanEdit};
use crate::plan::{Id, Place, Plan};

use super::Command;

/// A wish of a view.
#[derive(Clone, Debug)]
pub enum Request {
    /// Run a command, as a menu or a shortcut would.
    Run(Command),
    /// Change the dossier; edits with one merge key are one step of undo.
    Edit(Edit, Option<MergeKey>),
    /// Show a stage of the work.
    Show(Stage),
    /// Show a place, its stage and its plan with it.
    Go(Place),
    /// Show another plan of the dossier.
    ShowPlan(Id),
    /// Open a file.
    Open(PathBuf),
    /// Show the folder of a file in the system's file manager.
    OpenFolder(PathBuf),
    /// Open a file in the system's program for it.
    OpenOutside(PathBuf),
    /// A PDF was written there: it is said, with ways to see it.
    Exported(PathBuf),
    /// A catalogue was read and comes into the dossier.
    Imported(std::sync::Arc<crate::plan::Catalogue>),
    /// Make a new file with this school and first plan, at this path.
    MakeFile {
        /// Where.
        path: PathBuf,
        /// The school's letterhead and the plan, made by `edit::make`.
        plan: Box<Plan>,
        /// The catalogue it uses.
        catalogue: Option<std::sync::Arc<crate::plan::Catalogue>>,
    },
    /// Ask where a recent file is now.
    FindMoved(PathBuf),
    /// Take a file off the list of recent ones.
    ForgetRecent(PathBuf),
    /// Put this text on the clipboard.
    Copy {
        /// As plain text.
        text: String,
        /// As HTML, where the clipboard can hold it.
        html: Option<String>,
    },
    /// Draw the window in this way from the next start on; none: the program finds out.
    DrawWith(Option<super::renderer::Renderer>),
    /// Say something at the foot of the window for a few seconds.
    Notice(String),
    /// The same with a button that does something about it.
    Offer {
        /// What is said.
        words: String,
        /// The button's words.
        action: String,
        /// What the button asks for.
        then: Box<Request>,
    },
    /// Say what went wrong in a dialog that stays until it is closed.
    Trouble(String),
    /// The pictures of pages that are on the screen in this frame.
    Pictures(Vec<crate::session::Picture>),
}

/// The requests of one frame.
#[derive(Debug, Default)]
pub struct Requests(Vec<Request>);

impl Requests {
    /// Adds a request.
    pub fn push(&mut self, request: Request) {
        self.0.push(request);
    }

    /// Adds what there is.
    pub fn extend(&mut self, requests: impl IntoIterator<Item = Request>) {
        self.0.extend(requests);
    }

    /// Adds an edit of one plan, as a step of its own.
    pub fn edit(&mut self, plan: Id, change: PlanEdit) {
        self.push(Request::Edit(Edit::InPlan { plan, change }, None));
    }

    /// Adds a command.
    pub fn run(&mut self, command: Command) {
        self.push(Request::Run(command));
    }

    /// Takes them all.
    pub fn take(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.0)
    }
}

/// The stages of the work, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Thông tin.
    #[default]
    Info,
    /// Nội dung.
    Content,
    /// Bảng cải tiến.
    Table,
    /// Tiến độ.
    Timeline,
    /// Kiểm tra.
    Findings,
    /// In và xuất.
    Print,
}

impl Stage {
    /// All stages, in the order of the work.
    pub const ALL: [Self; 6] =
        [Self::Info, Self::Content, Self::Table, Self::Timeline, Self::Findings, Self::Print];

    /// Its name on the rail.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Info => "Thông tin",
            Self::Content => "Nội dung",
            Self::Table => "Bảng cải tiến",
            Self::Timeline => "Tiến độ",
            Self::Findings => "Kiểm tra",
            Self::Print => "In và xuất",
        }
    }
}
