//! What a paper about a plan would say anew by the data of today: each place as it stands and as it
//! would stand, taken one by one. What a person may have written is not ticked.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{RichText, ScrollArea, Ui};

use crate::edit::{Renewal, renewals, take_renewals};
use crate::messages::{self, renew as words, window};
use crate::plan::{Dossier, Place, Plan};
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::{Tone, badge, checkbox, link, small};
use crate::words::shorten;

use super::Wish;

/// The height of one place: its name, and a line for each side (logical pixels).
const HEIGHT: f32 = 78.0;
/// The width of what stands before each side.
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
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            if link(ui, words::FIGURES).clicked() {
                self.taken = self.all.iter().map(|one| !one.by_hand).collect();
            }
            if link(ui, words::ALL).clicked() {
                self.taken.fill(true);
            }
            if link(ui, words::NONE).clicked() {
                self.taken.fill(false);
            }
        });
        ui.separator();
        let room = (ui.ctx().content_rect().height() - 330.0).max(HEIGHT);
        ui.spacing_mut().item_spacing.y = 0.0;
        let list = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
        list.show_rows(ui, HEIGHT, self.all.len(), |ui, rows| {
            for at in rows {
                ui.push_id(at, |ui| self.place(ui, at));
            }
        });
    }

    /// One place, as high as every other.
    fn place(&mut self, ui: &mut Ui, at: usize) {
        let wanted = egui::vec2(ui.available_width(), HEIGHT);
        let layout = egui::Layout::top_down(egui::Align::LEFT);
        ui.allocate_ui_with_layout(wanted, layout, |ui| {
            ui.set_min_size(wanted);
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 2.0);
            let one = &self.all[at];
            let place = Place { plan: self.paper.id, at: one.at.clone() };
            let place = messages::place_name(&self.dossier, &place);
            let name = if one.cell.is_empty() { &place } else { &one.cell };
            let mark = mark(one);
            let longest = if mark.is_some() { 66 } else { 104 };
            let name = shorten(name, longest, usize::MAX).to_owned();
            ui.horizontal(|ui| {
                let response = checkbox(ui, &mut self.taken[at], &name);
                if response.gained_focus() {
                    response.scroll_to_me(None);
                }
                response.on_hover_text(place);
                if let Some((tone, words)) = mark {
                    badge(ui, tone, words);
                }
            });
            let (before, after) = differing(&one.before, &one.after);
            side(ui, words::NOW, &before, &one.before, false);
            side(ui, words::ANEW, &after, &one.after, true);
        });
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

/// Where two texts differ.
fn differing<'a>(before: &'a str, after: &'a str) -> (Parts<'a>, Parts<'a>) {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let head = same(&mut before.chars().zip(after.chars()));
    let (old, new) = (&before[head..], &after[head..]);
    let tail = same(&mut old.chars().rev().zip(new.chars().rev()));
    let cut = |text: &'a str| {
        let rest = &text[head..];
        let end = rest.len() - tail;
        [&text[..head], &rest[..end], &rest[end..]]
    };
    (cut(before), cut(after))
}

/// One side of a place, on one line; whole when it is pointed at.
fn side(ui: &mut Ui, label: &str, parts: &Parts<'_>, whole: &str, anew: bool) {
    if whole.is_empty() {
        return;
    }
    let theme = theme::of(ui);
    ui.spacing_mut().interact_size.y = 20.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(28.0);
        let font = theme::regular(size::TABLE);
        let from = ui.cursor().left();
        ui.label(RichText::new(label).font(font.clone()).color(theme.muted));
        ui.add_space((from + LABEL - ui.cursor().left()).max(0.0));
        let ink = if anew { theme.text } else { theme.muted };
        let plain = TextFormat::simple(font, ink);
        let strong = if anew { theme.accent } else { theme.text };
        let strong = TextFormat::simple(theme::bold(size::TABLE), strong);
        let [head, middle, tail] = parts.map(|part| part.replace(['\n', '\t'], " "));
        let mut job = LayoutJob::default();
        let letters = head.char_indices().rev().nth(BEFORE).map(|(at, _)| at);
        match letters.map(|at| head[at..].find(' ').map_or(at, |blank| at + blank + 1)) {
            Some(at) => job.append(&format!("… {}", &head[at..]), 0.0, plain.clone()),
            None => job.append(&head, 0.0, plain.clone()),
        }
        job.append(&middle, 0.0, strong);
        job.append(&tail, 0.0, plain);
        ui.add(egui::Label::new(job).truncate()).on_hover_text(whole);
    });
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn what_is_another_stands_between_what_is_the_same() {
        let (before, after) = differing("có 5 nội dung", "có 12 nội dung");
        assert_eq!((before, after), (["có ", "5", " nội dung"], ["có ", "12", " nội dung"]));
        assert_eq!(differing("aa", "aaa").1, ["aa", "a", ""]);
        assert_eq!(differing("", "mới").1, ["", "mới", ""]);
    }
}
