//! What the window remembers from one start to the next: scale, colours, recent files.
//!
//! It is a JSON file in the data folder. A file that cannot be read means the defaults: nothing a
//! person typed is in it, and no word of a plan.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::plan::{Id, Plan, SchoolKind, SchoolYear};
use crate::session;
use crate::store::BackupPlaces;

use super::Stage;
use super::renderer::Renderer;

/// The smallest and the greatest scale, in hundredths.
pub const SCALES: std::ops::RangeInclusive<u16> = 90..=160;
/// The scales that can be chosen are this far apart, in hundredths.
pub const STEP: u16 = 10;
/// How many recent files are kept.
const RECENT: usize = 12;

/// Everything that is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Size of everything, in hundredths.
    pub scale_percent: u16,
    /// Dark colours.
    pub dark: bool,
    /// Dark or light as the system is, where it tells.
    pub as_system: bool,
    /// Nothing moves by itself.
    pub still: bool,
    /// Files opened before, the last one first.
    pub recent: Vec<Recent>,
    /// Enter goes down in every cell of the table.
    pub enter_as_excel: bool,
    /// A person has said what Enter shall do in long texts.
    pub enter_known: bool,
    /// What the page for a new plan proposes.
    pub school: DefaultSchool,
    /// Where backups are made.
    pub backups: BackupPlaces,
    /// The criterion of the active row is shown under the table.
    pub shows_criterion: bool,
    /// How the window shall be drawn; none: the program finds out.
    pub renderer: Option<Renderer>,
    /// The hints for beginners were closed.
    pub toured: bool,
    /// Where the last PDF went.
    pub export_folder: Option<PathBuf>,
    /// The window filled the screen; none: it was never open here.
    pub maximized: Option<bool>,
}

/// The school whose plans are written here: what a new plan begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DefaultSchool {
    /// Its name.
    pub name: String,
    /// What kind it is; none: guessed from the name.
    pub kind: Option<SchoolKind>,
    /// The commune or ward, as "xã Đồng Tâm".
    pub unit: String,
    /// Its authority; empty: proposed from the kind and the place.
    pub governing_body: String,
}

impl DefaultSchool {
    /// As it stands at the head of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self {
            name: plan.letterhead.school.replace('\n', " "),
            kind: Some(plan.letterhead.kind),
            unit: plan.letterhead.place.clone(),
            governing_body: plan.letterhead.governing_body.replace('\n', " "),
        }
    }

    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A file opened before. What it holds is read from it: see `session::Glance`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// The newest plan's year.
    #[serde(default)]
    pub school_year: Option<SchoolYear>,
    /// When it was last open here.
    #[serde(default)]
    pub opened: Option<DateTime>,
    /// The stage that was shown last.
    #[serde(default)]
    pub stage: Stage,
    /// The plan that was shown last; none: the newest.
    #[serde(default)]
    pub plan: Option<Id>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            scale_percent: 100,
            dark: false,
            as_system: false,
            still: false,
            recent: Vec::new(),
            enter_as_excel: false,
            enter_known: false,
            school: DefaultSchool::default(),
            backups: BackupPlaces::default(),
            shows_criterion: false,
            renderer: None,
            toured: false,
            export_folder: None,
            maximized: None,
        }
    }
}

impl Settings {
    /// Reads them from the data folder.
    #[must_use]
    pub fn read(data_folder: &Path) -> Self {
        let text = session::read_note(&file(data_folder));
        let mut settings: Self = crate::plan::json::read(&text).unwrap_or_default();
        settings.scale_percent = settings.scale_percent.clamp(*SCALES.start(), *SCALES.end());
        settings
    }

    /// The text of the file, and where it belongs.
    #[must_use]
    pub fn to_file(&self, data_folder: &Path) -> (PathBuf, String) {
        (file(data_folder), serde_json::to_string_pretty(self).unwrap_or_default())
    }

    /// Takes over what a person chooses; what is only remembered stays.
    pub fn prefer(&mut self, chosen: Self) {
        let before = std::mem::take(self);
        *self = Self {
            recent: before.recent,
            renderer: before.renderer,
            toured: before.toured,
            export_folder: before.export_folder,
            maximized: before.maximized,
            ..chosen
        };
    }

    /// One step larger (`true`) or smaller.
    pub fn zoom(&mut self, larger: bool) {
        let scale = self.scale_percent;
        let next = if larger { scale + STEP } else { scale.saturating_sub(STEP) };
        self.scale_percent = next.clamp(*SCALES.start(), *SCALES.end());
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.forget(&recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(RECENT);
    }

    /// Takes a file off the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent.path != path);
    }
}

fn file(data_folder: &Path) -> PathBuf {
    data_folder.join(session::SETTINGS)
}
