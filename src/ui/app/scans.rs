//! Signed and stamped papers beside the file: taken in, opened, taken off, and looked after.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use egui::Context;

use crate::edit::{Edit, PlanEdit};
use crate::messages::scans as words;
use crate::plan::{Id, Scan};
use crate::session::{CopiedScans, Job, KeepOrder, ScanError, ScanPlace, ScanState, Ticket};
use crate::ui::outside::Ask;
use crate::ui::request::{Request, Stage};

use super::App;
use super::errands::Question;

/// How the scans of the plan shown stand, as far as they were looked at.
#[derive(Default)]
pub(super) struct Scans {
    /// Of which file they are, and which scans.
    of: Option<(PathBuf, Vec<Scan>)>,
    asked: Option<Ticket>,
    states: BTreeMap<Id, ScanState>,
}

impl Scans {
    /// As far as they were looked at.
    pub(super) fn states(&self) -> &BTreeMap<Id, ScanState> {
        &self.states
    }

    /// What was looked at last counts no more.
    pub(super) fn look_again(&mut self) {
        self.of = None;
    }

    /// They were looked at.
    pub(super) fn take(&mut self, ticket: Ticket, states: BTreeMap<Id, ScanState>) {
        if self.asked.take_if(|asked| *asked == ticket).is_some() {
            self.states = states;
        }
    }
}

impl App {
    /// Where the scans of the open file are.
    fn scan_place(&self) -> Option<ScanPlace> {
        self.path().map(words::place_of)
    }

    /// Looks how the scans of the plan shown stand, each time In và xuất is come to and when
    /// there are others.
    pub(super) fn tend_scans(&mut self) {
        if self.stage != Stage::Print {
            return self.scans.look_again();
        }
        let Some((path, plan)) = self.path().zip(self.plan()) else { return };
        let known = self.scans.of.as_ref();
        if known.is_some_and(|(of, scans)| of == path && *scans == plan.scans) {
            return;
        }
        let (path, scans) = (path.to_owned(), plan.scans.clone());
        self.scans.of = Some((path.clone(), scans.clone()));
        if !scans.is_empty() {
            let ticket = self.run_job(Job::LookAtScans(words::place_of(&path), scans));
            self.scans.asked = Some(ticket);
        }
    }

    /// Asks which file is kept.
    pub(super) fn ask_scan(&mut self) {
        let Some(plan) = self.plan().map(|plan| plan.id) else { return };
        if self.path().is_some() {
            self.ask(Ask::OpenPdf, Question::Scan(plan));
        } else {
            self.requests.push(Request::Trouble(words::NO_FILE.to_owned()));
        }
    }

    /// Copies it into the folder of scans.
    pub(super) fn keep_scan(&mut self, plan: Id, from: PathBuf) {
        let Some(place) = self.scan_place() else { return };
        let Some(known) = self.dossier().and_then(|dossier| dossier.plan(plan)) else { return };
        let (known, at) = (known.scans.clone(), self.outside.now());
        self.run_job(Job::KeepScan(Box::new(KeepOrder { plan, from, place, known, at })));
    }

    /// It was copied: the plan knows it from now on.
    pub(super) fn scan_kept(
        &mut self,
        plan: Id,
        from: &Path,
        kept: Result<Scan, ScanError>,
        ctx: &Context,
    ) {
        match kept {
            Ok(scan) => {
                let Some(dossier) = self.dossier() else { return };
                let said = words::kept(&scan.name);
                let scan = Scan { id: dossier.next_id, ..scan };
                if self.edit(Edit::InPlan { plan, change: PlanEdit::AddScan(scan) }, None) {
                    self.say(said, ctx);
                }
            }
            Err(error) => self.requests.push(Request::Trouble(words::not_kept(&error, from))),
        }
    }

    /// Looks for a scan, to open it.
    pub(super) fn open_scan(&mut self, scan: Scan) {
        let Some(place) = self.scan_place() else { return };
        let ticket = self.run_job(Job::LookAtScans(place, vec![scan.clone()]));
        self.questions.insert(ticket, Question::OpenScan(scan));
    }

    /// It was looked for.
    pub(super) fn show_scan(&mut self, scan: &Scan, states: &BTreeMap<Id, ScanState>) {
        let Some(place) = self.scan_place() else { return };
        self.requests.push(match states.get(&scan.id) {
            Some(ScanState::There(path) | ScanState::Changed(path)) => {
                Request::OpenOutside(path.clone())
            }
            Some(ScanState::Missing) | None => {
                Request::Trouble(words::cannot_open(&scan.name, &place.folder))
            }
        });
    }

    /// Takes it off; its file is moved aside.
    pub(super) fn remove_scan(&mut self, plan: Id, scan: Scan, ctx: &Context) {
        let change = PlanEdit::RemoveScan(scan.id);
        if self.edit(Edit::InPlan { plan, change }, None) {
            self.offer_undo(words::removed(&scan.name), ctx);
            if let Some(place) = self.scan_place() {
                self.run_job(Job::SetScanAside(place, scan));
            }
        }
    }

    /// Copies the scans of all plans from beside one file to beside its copy.
    pub(super) fn copy_scans(&mut self, from: &Path, file: PathBuf) {
        let Some(dossier) = self.dossier() else { return };
        let all = dossier.plans.iter().flat_map(|plan| plan.scans.iter().cloned());
        let scans: Vec<Scan> = all.collect();
        if !scans.is_empty() {
            let (from, to) = (words::place_of(from), words::place_of(&file));
            self.run_job(Job::CopyScans { from, to, scans, file });
        }
    }

    /// They were copied, or some of them not: it is said.
    pub(super) fn scans_copied(&mut self, file: &Path, done: &CopiedScans, ctx: &Context) {
        self.scans.look_again();
        let folder = words::place_of(file).folder;
        match &done.why {
            Some(why) => {
                let trouble = words::not_copied(done.failed, why, &folder);
                self.requests.push(Request::Trouble(trouble));
            }
            None => self.say(words::copied(file, done), ctx),
        }
    }
}
