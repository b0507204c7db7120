//! What every view is given to read.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use crate::check::Finding;
use crate::document::papers::Since;
use crate::plan::{Catalogue, Dossier, Form, Id, Plan, TermDates};
use crate::session::ScanState;
use crate::understand::Totals;
use crate::words::encodings::Encoding;

use super::found::Found;
use super::theme::Theme;

/// What is known of the text that was pasted last, beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// The same as HTML, where the clipboard held it.
    pub html: Option<String>,
    /// It was in letters of this encoding, and a person agreed that they are read as such.
    pub old: Option<Encoding>,
}

/// What a view reads: the newest value, the plan shown, and what was computed of them.
pub struct ViewCx<'a> {
    /// The newest value.
    pub dossier: &'a Arc<Dossier>,
    /// The plan shown.
    pub plan: &'a Arc<Plan>,
    /// Its form.
    pub form: &'a Arc<Form>,
    /// All forms the plan can take.
    pub forms: &'a [Arc<Form>],
    /// The dossier's copy of the plan's catalogue.
    pub catalogue: Option<&'a Arc<Catalogue>>,
    /// The catalogues the program knows.
    pub catalogues: &'a [Arc<Catalogue>],
    /// The term dates of the plan's school year.
    pub terms: TermDates,
    /// The findings of the plan shown, computed when it last changed.
    pub findings: &'a [Finding],
    /// Those that a person left as they are.
    pub aside: &'a [Finding],
    /// What was given out of it, and what changed since.
    pub since: Option<&'a Since>,
    /// How its scans stand on the disk, as far as they were looked at.
    pub scans: &'a BTreeMap<Id, ScanState>,
    /// What its items come to, once that was computed.
    pub totals: Option<Totals>,
    /// Today.
    pub today: Date,
    /// What a line of the log carries: this minute.
    pub now: DateTime,
    /// Colours and sizes.
    pub theme: &'a Theme,
    /// The paper of the plan shown, as far as it is made.
    pub paper: &'a super::paper::Paper,
    /// What is known of what was pasted last.
    pub clip: &'a Clip,
    /// Where the words that are looked for stand, while a search is open.
    pub found: Option<&'a Found>,
    /// Counts up with every change of the dossier.
    pub revision: u64,
}
