//! What a view asks for. Handled after the frame, in one place (`app::requests`).

use std::path::PathBuf;

use crate::edit::{Edit, Elements, FreshIds, List, MergeKey, PlanEdit, Value};
use crate::messages::stages;
use crate::plan::{Field, Id, Paper, Place, Plan, RecordId, Scan};

use egui::{Key, KeyboardShortcut, Modifiers};
use serde::{Deserialize, Serialize};

use super::Command;
use super::settings::{DefaultSchool, Settings};
use crate::session::PaperKind;

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
    /// Show how a piece of work of the plan shown is followed.
    Follow(Id),
    /// Look for words in the whole dossier.
    Find(String),
    /// Show another plan of the dossier.
    ShowPlan(Id),
    /// Have the open file without what was deleted from it, and without its backups.
    Clean {
        /// The backups go too.
        with_backups: bool,
    },
    /// Open a file.
    Open(PathBuf),
    /// Open a file for next year's plan of its newest one.
    OpenForNext(PathBuf),
    /// Open a copy of a file that somebody else has open.
    OpenCopy(PathBuf),
    /// Show the folder of a file in the system's file manager.
    OpenFolder(PathBuf),
    /// Open a file in the system's program for it.
    OpenOutside(PathBuf),
    /// A PDF was written there: it is said, with ways to see it.
    Exported(PathBuf),
    /// Read a Word file, and review what it becomes.
    ImportWord(PathBuf),
    /// A form or a catalogue was read and comes into the dossier.
    Imported(crate::import::Content),
    /// Read an Excel file for what it would change in the plan.
    ImportExcel(PathBuf),
    /// Give the plan shown out: its paper is made for the last time, and kept.
    Issue {
        /// Who does it; may be empty.
        who: String,
    },
    /// Keep a signed paper beside the file, as a scan of the plan shown.
    AttachScan,
    /// Open a scan in the system's program for it.
    OpenScan(Scan),
    /// Take a scan off a plan; its file is moved aside.
    RemoveScan(Id, Scan),
    /// Write the plan into a file: as what.
    Export(PaperKind),
    /// Hand a paper to the system's viewer, which prints.
    PrintPaper(PaperKind),
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
    /// Ask for the clipboard as HTML: what was just pasted may have styles.
    ReadHtml,
    /// Paste, as the keys would.
    Paste,
    /// Put this text on the clipboard.
    Copy {
        /// As plain text.
        text: String,
        /// As HTML, where the clipboard can hold it.
        html: Option<String>,
    },
    /// Take these settings over.
    Prefer(Box<Settings>),
    /// New plans begin with this school from now on, where none is known (`keep`), or with none
    /// again, where it is this one.
    KeepSchool {
        /// The school.
        school: Box<DefaultSchool>,
        /// Whether they begin with it.
        keep: bool,
    },
    /// Ask for the folder in which backups are made.
    ChooseBackupFolder,
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
    /// Show the page on which these words stand.
    ShowOnPaper(String),
    /// Show a page of the help.
    Help(HelpPage),
    /// Look for these words in the pages shown.
    FindInPaper(String),
    /// Look for a look at which the plan takes no more than so many pages.
    FitPages(usize),
    /// The pictures of pages that are on the screen in this frame.
    Pictures(Vec<crate::session::Picture>),
}

/// The requests of one frame.
///
/// Invariant: what was typed comes before all else, whatever was drawn first. A click takes
/// the focus from a field in the very frame in which it asks for something, and the words in
/// the field are older than the click.
///
/// Invariant: the numbers of new things come from [`Self::fresh`] alone, so that no two edits
/// of one frame bring the same.
#[derive(Debug, Default)]
pub struct Requests {
    typed: Vec<Request>,
    others: Vec<Request>,
    fresh: FreshIds,
}

impl Requests {
    /// Adds a request.
    pub fn push(&mut self, request: Request) {
        self.others.push(request);
    }

    /// Adds what was typed into a field: it goes before all that is not typed.
    pub fn push_typed(&mut self, edit: Edit, key: MergeKey) {
        self.typed.push(Request::Edit(edit, Some(key)));
    }

    /// Adds what there is.
    pub fn extend(&mut self, requests: impl IntoIterator<Item = Request>) {
        self.others.extend(requests);
    }

    /// Adds an edit of one plan, as a step of its own.
    pub fn edit(&mut self, plan: Id, change: PlanEdit) {
        self.push(Request::Edit(Edit::InPlan { plan, change }, None));
    }

    /// Sets one value of one record of a plan.
    pub fn set(&mut self, plan: Id, value: Value) {
        self.edit(plan, PlanEdit::SetValue(value));
    }

    /// Puts elements into a list of a plan.
    pub fn insert(&mut self, plan: Id, at: usize, elements: Elements) {
        self.edit(plan, PlanEdit::Insert { at, elements });
    }

    /// Takes elements out of a list of a plan.
    pub fn remove(&mut self, plan: Id, list: List, ids: Vec<Id>) {
        self.edit(plan, PlanEdit::Remove { list, ids });
    }

    /// Moves elements of a list of a plan.
    pub fn shift(&mut self, plan: Id, list: List, ids: Vec<Id>, to: usize) {
        self.edit(plan, PlanEdit::Move { list, ids, to });
    }

    /// Says what an edit before it took away, and offers to bring it back.
    pub fn offer_undo(&mut self, words: String) {
        let (action, then) = (Command::Undo.label().to_owned(), Request::Run(Command::Undo));
        self.push(Request::Offer { words, action, then: Box::new(then) });
    }

    /// Adds a command.
    pub fn run(&mut self, command: Command) {
        self.push(Request::Run(command));
    }

    /// Numbers for the new things that this frame's edits bring.
    pub fn fresh(&mut self) -> &mut FreshIds {
        &mut self.fresh
    }

    /// Begins a frame: numbers are given from this one on.
    pub(super) fn begin(&mut self, next_id: Id) {
        self.fresh = FreshIds::from(next_id);
    }

    /// Whether there is anything but pictures that are wanted.
    #[must_use]
    pub fn ask_something(&self) -> bool {
        let pictures = |request: &Request| matches!(request, Request::Pictures(_));
        !self.typed.is_empty() || !self.others.iter().all(pictures)
    }

    /// Takes what was typed.
    pub(super) fn take_typed(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.typed)
    }

    /// Takes them all, what was typed first.
    pub fn take(&mut self) -> Vec<Request> {
        let mut all = std::mem::take(&mut self.typed);
        all.append(&mut self.others);
        all
    }
}

/// The edit of one text of one record of a plan.
#[must_use]
pub fn set_text(plan: Id, record: RecordId, field: Field, text: &str) -> Edit {
    let text = text.to_owned();
    Edit::InPlan { plan, change: PlanEdit::SetText { record, field, text } }
}

/// A page of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpPage {
    /// On the screen that is shown.
    Here,
    /// On a stage; none: before a file is open.
    Of(Option<Stage>),
    /// All keys.
    Keys,
}

/// The stages of the work, in their order.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Tự đánh giá.
    Evaluation,
    /// Thông tin.
    #[default]
    Info,
    /// Nội dung.
    Content,
    /// Bảng cải tiến.
    Table,
    /// Tiến độ.
    Timeline,
    /// Theo dõi.
    Follow,
    /// Rà soát.
    Review,
    /// Kiểm tra.
    Findings,
    /// In và xuất.
    Print,
    /// Ba năm học.
    ThreeYears,
}

impl Stage {
    /// All stages, in the order of the work.
    pub const ALL: [Self; 10] = [
        Self::Evaluation,
        Self::Info,
        Self::Content,
        Self::Table,
        Self::Timeline,
        Self::Follow,
        Self::Review,
        Self::Findings,
        Self::Print,
        Self::ThreeYears,
    ];

    /// Those of a paper: minutes and reports have no table, no time and no year of their own.
    #[must_use]
    pub fn of(paper: Paper) -> &'static [Self] {
        match paper {
            Paper::Plan => &Self::ALL,
            Paper::Supplement | Paper::Minutes | Paper::Report => {
                &[Self::Info, Self::Content, Self::Findings, Self::Print, Self::ThreeYears]
            }
        }
    }

    /// The key that leads to it: Alt and its number, 0 for the tenth.
    #[must_use]
    pub fn shortcut(self) -> KeyboardShortcut {
        const KEYS: [Key; Stage::ALL.len()] = [
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
            Key::Num9,
            Key::Num0,
        ];
        KeyboardShortcut::new(Modifiers::ALT, KEYS[self as usize])
    }

    /// The one after it (`true`) or before it; the last leads to the first, as Ctrl+PageDown
    /// does among sheets and tabs.
    #[must_use]
    pub fn beside(self, after: bool) -> Self {
        let (at, count) = (self as usize, Self::ALL.len());
        Self::ALL[if after { at + 1 } else { at + count - 1 } % count]
    }

    /// Whether it shows the whole file and not one plan of it.
    #[must_use]
    pub fn is_of_file(self) -> bool {
        self == Self::ThreeYears
    }

    /// Over which stages of the rail it stands.
    #[must_use]
    pub fn group(self) -> &'static str {
        match self {
            Self::Evaluation | Self::Info | Self::Content | Self::Table => stages::WRITING,
            Self::Timeline | Self::Follow | Self::Review => stages::DOING,
            Self::Findings | Self::Print => stages::PAPER,
            Self::ThreeYears => stages::WHOLE_FILE,
        }
    }

    /// Its name on the rail.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Evaluation => stages::EVALUATION,
            Self::Info => stages::INFO,
            Self::Content => stages::CONTENT,
            Self::Table => stages::TABLE,
            Self::Timeline => stages::TIMELINE,
            Self::Follow => stages::FOLLOW,
            Self::Review => stages::REVIEW,
            Self::Findings => stages::FINDINGS,
            Self::Print => stages::PRINT,
            Self::ThreeYears => stages::THREE_YEARS,
        }
    }
}
