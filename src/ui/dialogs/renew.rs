//! What a paper about a plan would say anew by the data of today: each place as it stands and as it
//! would stand, taken one by one. What a person may have written is not ticked.

use std::sync::Arc;

use egui::Ui;

use crate::edit::{Renewal, renewals, take_renewals};
use crate::messages::{self, renew as words, window};
use crate::plan::{Dossier, Place, Plan};
use crate::ui::request::{Request, Requests};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::ticks::{Ink, Line, Side, Ticks, tick_list};
use crate::ui::widgets::{Tone, small};

use super::Wish;

/// The width of what stands before each side (logical pixels).
const LABEL: f32 = 122.0;
/// So many letters are shown before the first that is another.
const BEFORE: usize = 24;

/// The places, and which of them are ticked.
pub struct Renew {
    dossier: Arc<Dossier>,
    paper: Arc<Plan>,
    anew: Box<Plan>,
    all: Vec<Renewal>,
    taken: Vec<bool>,
}

impl Renew {
    /// Ticks what differs in figures alone.
    #[must_use]
    pub fn new(dossier: &Arc<Dossier>, paper: &Arc<Plan>, anew: Box<Plan>) -> Self {
        let all = renewals(paper, &anew);
        let taken = all.iter().map(|one| !one.by_hand).collect();
        Self { dossier: Arc::clone(dossier), paper: Arc::clone(paper), anew, all, taken }
    }

    /// Whether the paper says what the data do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let count = self.taken.iter().filter(|taken| **taken).count();
        let primary = words::take(count);
        let frame = Frame {
            title: words::TITLE,
            width: 860.0,
            primary: &primary,
            ready: count > 0,
            danger: false,
            cancel: window::CANCEL,
        };
        match dialog(ctx, &frame, |ui| self.page(ui)) {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                let chosen: Vec<usize> = (0..self.all.len()).filter(|at| self.taken[*at]).collect();
                if let Some(edit) = take_renewals(&self.paper, &self.anew, &chosen) {
                    requests.push(Request::Edit(edit, None));
                    requests.offer_undo(words::taken(count));
                }
                Wish::Close
            }
        }
    }

    fn page(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 8.0;
        small(ui, &words::count(self.all.len()));
        let figures = self.all.iter().map(|one| !one.by_hand).collect();
        let links = [
            (words::FIGURES, Ticks::These(figures)),
            (words::ALL, Ticks::All),
            (words::NONE, Ticks::None),
        ];
        let order: Vec<usize> = (0..self.all.len()).collect();
        let mut taken = std::mem::take(&mut self.taken);
        tick_list(ui, &links, LABEL, &order, &mut taken, &|at| self.line(at));
        self.taken = taken;
    }

    /// One place.
    fn line(&self, at: usize) -> Line {
        let one = &self.all[at];
        let place = Place { plan: self.paper.id, at: one.at.clone() };
        let tip = messages::place_name(&self.dossier, &place);
        let name = if one.cell.is_empty() { tip.clone() } else { one.cell.clone() };
        let (before, after) = differing(&one.before, &one.after);
        let now = side(words::NOW, &before, &one.before, false);
        let anew = side(words::ANEW, &after, &one.after, true);
        Line { name, tip, mark: mark(one), sides: [now, anew] }
    }
}

/// What is special about a place.
fn mark(one: &Renewal) -> Option<(Tone, &'static str)> {
    match (one.before.is_empty(), one.after.is_empty(), one.by_hand) {
        (true, _, true) => Some((Tone::Due, words::LEFT_OUT)),
        (true, _, false) => Some((Tone::Accent, words::COMES)),
        (false, true, _) => Some((Tone::Due, words::GOES)),
        (false, false, true) => Some((Tone::Due, words::BY_HAND)),
        (false, false, false) => None,
    }
}

/// A text in three: what both sides begin with, what is another, and what both end with.
type Parts<'a> = [&'a str; 3];

/// Where two texts differ, in whole words.
fn differing<'a>(before: &'a str, after: &'a str) -> (Parts<'a>, Parts<'a>) {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let head = same(&mut before.chars().zip(after.chars()));
    let blank = |c: char| c.is_whitespace();
    let mut letters = before[..head].char_indices().rev();
    let head = letters.find(|(_, c)| blank(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let (old, new) = (&before[head..], &after[head..]);
    let tail = same(&mut old.chars().rev().zip(new.chars().rev()));
    let tail = old[old.len() - tail..].find(blank).map_or(0, |at| tail - at);
    let cut = |text: &'a str| {
        let rest = &text[head..];
        let end = rest.len() - tail;
        [&text[..head], &rest[..end], &rest[end..]]
    };
    (cut(before), cut(after))
}

/// One side of a place, on one line; whole when it is pointed at.
fn side(label: &'static str, parts: &Parts<'_>, whole: &str, anew: bool) -> Option<Side> {
    if whole.is_empty() {
        return None;
    }
    let (plain, strong) = if anew { (Ink::Plain, Ink::New) } else { (Ink::Quiet, Ink::Old) };
    let [head, middle, tail] = parts.map(|part| part.replace(['\n', '\t'], " "));
    let letters = head.char_indices().rev().nth(BEFORE).map(|(at, _)| at);
    let head = match letters.map(|at| head[at..].find(' ').map_or(at, |blank| at + blank + 1)) {
        Some(at) => format!("… {}", &head[at..]),
        None => head,
    };
    let words = vec![(head, plain), (middle, strong), (tail, plain)];
    Some(Side { label, words, whole: whole.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn what_is_another_stands_between_what_is_the_same() {
        let (before, after) = differing("có 5 nội dung", "có 12 nội dung");
        assert_eq!((before, after), (["có ", "5", " nội dung"], ["có ", "12", " nội dung"]));
        let (before, after) = differing("01 nội dung, 09 việc", "02 nội dung, 10 việc");
        assert_eq!(before, ["", "01 nội dung, 09", " việc"]);
        assert_eq!(after, ["", "02 nội dung, 10", " việc"]);
        assert_eq!(differing("aa", "aaa").1, ["", "aaa", ""]);

        assert_eq!(differing("", "mới").1, ["", "mới", ""]);
    }
}
