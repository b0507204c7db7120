//! `caitien import` of a Word file: a new file, a new plan, or what came back into the plan it
//! was sent from; each doubtful piece is a line of the answer.

use std::ffi::OsStr;
use std::path::Path;

use super::import::{change, edited};
use super::{Failure, ImportTo, PlanChoice, answer, choose, source};
use crate::edit::FreshIds;
use crate::import::{self, Change, Doubt, Draft, Merge, Note, Source};
use crate::messages::{self, Usage};
use crate::plan::{Dossier, Place, Plan};
use crate::{platform, session};

/// Endings of files that are read as papers; any other is read as JSON.
const PAPERS: [&str; 14] = [
    "docx", "docm", "dotx", "dotm", "doc", "rtf", "odt", "pdf", "html", "png", "jpg", "jpeg",
    "tif", "tiff",
];

/// Whether a file is meant as a paper.
pub fn is_paper(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| PAPERS.contains(&ending.as_str()))
}

/// Takes everything as it is proposed, and tells what was not sure.
pub fn import(
    from: &Path,
    bytes: &[u8],
    to: &ImportTo,
    plan: Option<PlanChoice>,
) -> Result<(), Failure> {
    let paper = import::paper(bytes).map_err(|error| Failure::Paper(from.to_owned(), error))?;
    take_in(&paper, to, plan)
}

/// Recognises what a paper shows, and takes it as it is proposed.
pub(super) fn take_in(
    paper: &Source,
    to: &ImportTo,
    plan: Option<PlanChoice>,
) -> Result<(), Failure> {
    let today = platform::today();
    let recognised = |dossier: &Dossier| session::draft_of(paper, dossier, today);
    match to {
        ImportTo::New(_) if plan.is_some() => Err(Usage::PlanIsForPapers.into()),
        ImportTo::New(file) => {
            let draft = recognised(&Dossier::default());
            if let Some(kind) = draft.paper_about() {
                return Err(Failure::NoSuchPaper(kind, false));
            }
            source::create(file, &draft.dossier())?;
            answer(&(noticed(paper) + &doubts(&draft)))
        }
        ImportTo::Into(file) => {
            let mut said = String::new();
            change(file, |dossier| {
                let draft = recognised(dossier);
                let mut fresh = FreshIds::from(dossier.next_id);
                if let Some(kind) = draft.paper_about() {
                    let found = session::said_by(paper, &draft, kind, dossier, today);
                    let found = found.ok_or(Failure::NoSuchPaper(kind, true))?;
                    said = noticed(paper);
                    if found.tables > 0 {
                        let tables = messages::word_in::other_tables(found.tables);
                        said.push_str(&line("unsure", messages::word_in::THE_FILE, &tables));
                    }
                    return merged(dossier, &found.merge, &mut said, &mut fresh);
                }
                said = noticed(paper) + &doubts(&draft);
                let Some(plan) = plan else { return edited(dossier, &draft.bring(&mut fresh)) };
                let plan = choose::one_plan(dossier, Some(plan))?;
                merged(dossier, &draft.meet(plan), &mut said, &mut fresh)
            })?;
            answer(&said)
        }
    }
}

/// Takes what takes nothing away, and tells the rest.
fn merged(
    dossier: &Dossier,
    merge: &Merge,
    said: &mut String,
    fresh: &mut FreshIds,
) -> Result<Dossier, Failure> {
    let plan = dossier.plan(merge.plan).ok_or(Failure::NoPlanOfId(merge.plan))?;
    said.push_str(&conflicts(merge, dossier, plan));
    match merge.edit(plan, &merge.free(), fresh) {
        Some(edit) => edited(dossier, &edit),
        None => Ok(dossier.clone()),
    }
}

/// A line for each thing that the file may lack.
fn noticed(paper: &Source) -> String {
    let lacks = |note: &&Note| matches!(note, Note::NotesMissing(_) | Note::LookUnknown);
    let notes = paper.notes.iter().filter(lacks);
    notes
        .map(|note| line("unsure", messages::word_in::THE_FILE, &messages::word_in::note(note)))
        .collect()
}

/// A line for each question: `unsure`, or `kept` where words found no place and are paragraphs.
fn doubts(draft: &Draft) -> String {
    let lines = draft.questions.iter().map(|question| {
        let word = match question.doubt {
            Doubt::Head | Doubt::Foot | Doubt::Table | Doubt::Lost => "kept",
            Doubt::Column
            | Doubt::Criterion
            | Doubt::CriterionName
            | Doubt::AfterTable
            | Doubt::CutRow
            | Doubt::Year
            | Doubt::Form => "unsure",
        };
        line(word, &messages::asked_place(question), &question.words)
    });
    lines.collect()
}

/// A line for each place where plan and paper say different things: the plan's words stay.
pub(super) fn conflicts(merge: &Merge, dossier: &Dossier, plan: &Plan) -> String {
    let place = |at| messages::place_name(dossier, &Place { plan: plan.id, at });
    let changes = merge.changes.iter().filter(|change| change.conflict);
    let lines = changes.map(|change| {
        let both =
            [messages::collect::held(&change.now), messages::collect::held(&change.incoming)];
        line("conflict", &place(Change::spot(change, plan)), &messages::both(&both))
    });
    lines.collect()
}

fn line(word: &str, place: &str, words: &str) -> String {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{word}\t{}\t{}\n", plain(place), plain(words))
}
