//! What the window remembers from one start to the next: scale, colours, recent files.
//!
//! It is a JSON file in the data folder. A file that cannot be read means the defaults: nothing a
//! person typed is in it, and no word of a plan.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::plan::{Id, SchoolYear};
use crate::session;

use super::renderer::Renderer;
use super::request::Stage;

/// The smallest and the greatest scale, in hundredths.
pub const SCALES: std::ops::RangeInclusive<u16> = 90..=160;
const STEP: u16 = 10;
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
    /// Files opened before, the last one first.
    pub recent: Vec<Recent>,
    /// Enter goes down in every cell of the table.
    pub enter_as_excel: bool,
    /// A person has said what Enter shall do in long texts.
    pub enter_known: bool,
    /// How the window shall be drawn; none: the program finds out.
    pub renderer: Option<Renderer>,
    /// Where the last PDF went.
    pub export_folder: Option<PathBuf>,
    /// The window filled the screen; none: it was never open here.
    pub maximized: Option<bool>,
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
            recent: Vec::new(),
            enter_as_excel: false,
            enter_known: false,
            renderer: None,
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
        let mut settings: Self = serde_json::from_str(&text).unwrap_or_default();
        settings.scale_percent = settings.scale_percent.clamp(*SCALES.start(), *SCALES.end());
        settings
    }

    /// The text of the file, and where it belongs.
    #[must_use]
    pub fn to_file(&self, data_folder: &Path) -> (PathBuf, String) {
        (file(data_folder), serde_json::to_string_pretty(self).unwrap_or_default())
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
    data_folder.join("settings.json")
}
