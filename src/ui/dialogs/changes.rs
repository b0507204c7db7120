//! What a paper that came back would change: each change with what the plan holds and what the
//! paper holds, conflicts first; taken one by one or all.

use std::sync::Arc;

use egui::Ui;

use crate::import::{Change, Held, Merge, Target};
use crate::messages::collect::{self as words, CameIn};
use crate::messages::{self, window};
use crate::plan::{Dossier, Place};
use crate::ui::request::{Request, Requests};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::ticks::{Ink, Line, Side, Ticks, tick_list};
use crate::ui::widgets::{Tone, small};
use crate::words::order;

use super::Wish;

/// The width of what stands before each side (logical pixels).
const LABEL: f32 = 66.0;
/// Texts that begin alike for more letters than fit on a line are shown from so many letters before
/// they differ.
const ALIKE: usize = 70;
/// See [`ALIKE`].
const BEFORE: usize = 30;
/// So many letters of a text are shown; the rest by pointing at it.
const SHOWN: usize = 160;

/// The changes, and which of them are ticked.
pub struct Changes {
    dossier: Arc<Dossier>,
    merge: Merge,
    came_in: CameIn,
    /// The changes as they are listed: conflicts first.
    order: Vec<usize>,
    taken: Vec<bool>,
}

impl Changes {
    /// Ticks what takes nothing away.
    #[must_use]
    pub fn new(dossier: Arc<Dossier>, merge: Merge, came_in: CameIn) -> Self {
        let mut order: Vec<usize> = (0..merge.changes.len()).collect();
        order::by_key(&mut order, |at| !merge.changes[*at].conflict);
        let taken = merge.free();
        Self { dossier, merge, came_in, order, taken }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let count = self.taken.iter().filter(|taken| **taken).count();
        let primary = words::take(count);
        let frame = Frame {
            title: self.came_in.title(),
            width: 860.0,
            primary: &primary,
            ready: count > 0,
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| self.page(ui));
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                self.take(requests);
                Wish::LeaveReview
            }
        }
    }

    fn page(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 8.0;
        small(ui, &self.came_in.count(self.merge.changes.len(), self.merge.conflicts()));
        let mut links = vec![(words::ALL, Ticks::All)];
        if self.merge.conflicts() > 0 {
            links.push((self.came_in.free(), Ticks::These(self.merge.free())));
        }
        links.push((words::NONE, Ticks::None));
        let mut taken = std::mem::take(&mut self.taken);
        tick_list(ui, &links, LABEL, &self.order, &mut taken, &|at| self.line(at));
        self.taken = taken;
    }

    /// One change.
    fn line(&self, at: usize) -> Line {
        let change = &self.merge.changes[at];
        let name = self.name(change);
        Line { tip: name.clone(), name, mark: mark(change, self.came_in), sides: sides(change) }
    }

    /// Where it is.
    fn name(&self, change: &Change) -> String {
        let Some(plan) = self.dossier.plan(self.merge.plan) else { return String::new() };
        let place = Place { plan: plan.id, at: change.spot(plan) };
        let name = messages::place_name(&self.dossier, &place);
        match &change.incoming {
            // Told apart by what they say.
            Held::Item(item) => {
                let texts = [&item.criterion_text, &item.content, &item.actions];
                let said = texts.into_iter().find(|text| !text.trim().is_empty());
                said.map_or_else(|| name.clone(), |said| format!("{name}, {}", one_line(said)))
            }
            Held::Part(part) => one_line(&part.heading),
            Held::Record(_, words) => one_line(words),
            _ => name,
        }
    }

    fn take(&self, requests: &mut Requests) {
        let Some(plan) = self.dossier.plan(self.merge.plan) else { return };
        if let Some(edit) = self.merge.edit(plan, &self.taken, requests.fresh()) {
            let count = self.taken.iter().filter(|taken| **taken).count();
            requests.push(Request::ShowPlan(plan.id));
            requests.push(Request::Edit(edit, None));
            requests.offer_undo(self.came_in.taken(count));
        }
    }
}

/// What is special about a change.
fn mark(change: &Change, came_in: CameIn) -> Option<(Tone, &'static str)> {
    match (change.target, change.conflict) {
        (Target::NewItem, true) => Some((Tone::Due, words::DELETED_ROW)),
        (Target::NewItem, false) => Some((Tone::Accent, words::NEW_ROW)),
        (Target::NewParagraph(..), _) => Some((Tone::Accent, words::NEW_PARAGRAPH)),
        (Target::NewPart(_), _) => Some((Tone::Accent, words::NEW_PART)),
        (Target::NewRecord, _) => match &change.incoming {
            Held::Record(elements, _) => Some((Tone::Accent, words::new_record(elements.list()))),
            _ => None,
        },
        (_, true) => Some((Tone::Due, came_in.conflict())),
        (_, false) => None,
    }
}

/// Both sides of a change. Where they begin alike for long, they are shown from a little before the
/// first letter that differs.
fn sides(change: &Change) -> [Option<Side>; 2] {
    let [now, incoming] = [&change.now, &change.incoming].map(messages::collect::held);
    let alike = now.chars().zip(incoming.chars()).take_while(|(one, other)| one == other).count();
    let from = if alike > ALIKE { alike - BEFORE } else { 0 };
    [
        side(words::NOW, &change.now, now, from),
        side(words::INCOMING, &change.incoming, incoming, from),
    ]
}

/// One side of a change, on one line from this letter's word on; whole when it is pointed at.
fn side(label: &'static str, held: &Held, whole: String, from: usize) -> Option<Side> {
    if *held == Held::Nothing {
        return None;
    }
    let start = whole.char_indices().nth(from).map_or(0, |(at, _)| at);
    let start = whole[start..].find(char::is_whitespace).map_or(start, |at| start + at);
    let line = one_line(&whole[if from == 0 { 0 } else { start }..]);
    let line = if from == 0 { line } else { format!("… {line}") };
    let words =
        if line.is_empty() { (words::EMPTY.to_owned(), Ink::Quiet) } else { (line, Ink::Plain) };
    let whole = if whole.chars().count() > 40 { whole } else { String::new() };
    Some(Side { label, words: vec![words], whole })
}

/// A text on one line, its beginning.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    line.chars().take(SHOWN).chain(['…']).collect()
}
