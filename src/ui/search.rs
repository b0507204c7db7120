//! Search and replace over the dossier: a bar over the stage, and the hits beside it.

use std::collections::HashMap;
use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    CornerRadius, Frame, Key, Label, Margin, Modifiers, Panel, Rect, RichText, ScrollArea, Sense,
    Ui, Vec2, WidgetInfo,
};

use crate::messages::{self, search as words, stages};
use crate::plan::{Dossier, Id, Place};
use crate::search::{Hit, find, is_replaceable, replace, text_of};
use crate::words::Finder;

use super::fields::tint;
use super::found::Found;
use super::request::{Request, Requests};
use super::theme::{self, size};
use super::widgets::field::{Field, local_field};
use super::widgets::{self, Kind, button, checkbox, segmented};

/// The list of hits is this wide (logical pixels), and a line of it so high.
const LIST: f32 = 330.0;
/// The same in a narrow window.
const LIST_NARROW: f32 = 250.0;
const LINE: f32 = 50.0;
/// The fields of the bar (logical pixels).
const FIELD: f32 = 230.0;
/// So many letters of a text are shown before a hit.
const BEFORE: usize = 18;
/// So many after it.
const AFTER: usize = 60;

/// What is looked for, and what was found.
#[derive(Default)]
pub struct Search {
    words: String,
    with: String,
    replaces: bool,
    marks: bool,
    case: bool,
    whole: bool,
    all: bool,
    hits: Vec<Hit>,
    /// For each hit whether it is to be replaced.
    chosen: Vec<bool>,
    /// The hit that is looked at.
    at: Option<usize>,
    /// Of which value the hits are, and of which plan the first ones: it stays the first while
    /// one walks through the others.
    of: Option<(u64, Id)>,
    /// In so many frames yet the field takes the focus back from what a hit was shown in.
    take_focus: u8,
    /// The chosen line comes into sight.
    reveal: bool,
    /// The hits as the views tint them.
    found: Found,
}

/// Whether the window has no room for all of it on one line.
fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < size::ONE_LINE
}

impl Search {
    /// Opened by a key; the field takes the focus, `replaces`: with what comes in its place.
    pub fn open(&mut self, replaces: bool) {
        self.replaces |= replaces;
        self.take_focus = 2;
    }

    /// Opened with words that are looked for in all plans.
    pub fn all(words: String) -> Self {
        Self { words, all: true, take_focus: 2, ..Self::default() }
    }

    /// Where the hits stand.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    fn finder(&self) -> Finder {
        Finder::new(&self.words, self.marks, self.case, self.whole)
    }

    /// Looks again where something changed.
    fn look(&mut self, dossier: &Dossier, plan: Id, revision: u64, changed: bool) {
        let kept = self.of.map(|(_, first)| first).filter(|_| self.all && !changed);
        let plan = kept.unwrap_or(plan);
        if !changed && self.of == Some((revision, plan)) {
            return;
        }
        let looked_at = self.at.and_then(|at| self.hits.get(at)).cloned();
        // What a person ticked stays so while the words stay the same.
        let old = self.hits.drain(..).zip(self.chosen.drain(..));
        let ticks: HashMap<Hit, bool> = old.filter(|_| !changed).collect();
        self.of = Some((revision, plan));
        self.hits = find(dossier, plan, self.all, &self.finder());
        self.found = Found::of(&self.hits);
        let ticked = |hit: &Hit| {
            let proposed = hit.plan == plan && is_replaceable(hit);
            ticks.get(hit).copied().unwrap_or(proposed)
        };
        self.chosen = self.hits.iter().map(ticked).collect();
        self.at = looked_at.filter(|_| !changed).and_then(|old| {
            let same = self.hits.iter().position(|hit| *hit == old);
            same.or_else(|| self.hits.iter().position(|hit| hit.of == old.of))
        });
    }

    /// Goes to another hit, around the end.
    fn step(&mut self, dossier: &Dossier, on: bool, requests: &mut Requests) {
        let count = self.hits.len();
        if count == 0 {
            return;
        }
        let next = match (self.at, on) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.go(dossier, next, requests);
    }

    fn go(&mut self, dossier: &Dossier, index: usize, requests: &mut Requests) {
        let Some(hit) = self.hits.get(index) else { return };
        self.at = Some(index);
        self.reveal = true;
        self.take_focus = 3;
        let plan = dossier.plan(hit.plan);
        if let Some(at) = plan.and_then(|plan| plan.spot_of(hit.of)) {
            requests.push(Request::Go(Place { plan: hit.plan, at }));
        }
    }

    /// Draws it over and beside the stage; gives false when it is closed.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        dossier: &Dossier,
        (plan, revision): (Id, u64),
        covered: bool,
        requests: &mut Requests,
    ) -> bool {
        let theme = theme::of(ui);
        let frame =
            Frame::new().fill(theme.bg).inner_margin(Margin { bottom: 0, ..Margin::same(12) });
        let mut open = true;
        let mut changed = false;
        Panel::top("search").frame(frame).resizable(false).show_separator_line(false).show(
            ui,
            |ui| {
                widgets::card_frame(ui).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = Vec2::new(8.0, 6.0);
                    let (kept, other) = self.find_line(ui, dossier, covered, requests);
                    (open, changed) = (kept, other);
                    if self.replaces {
                        open &= self.replace_line(ui, dossier, covered, requests);
                    }
                });
            },
        );
        self.look(dossier, plan, revision, changed);
        self.found.here = self.at;
        let finder = self.finder();
        tint::look_for(ui.ctx(), Some(finder).filter(|finder| !finder.is_empty()));
        let frame =
            Frame::new().fill(theme.bg).inner_margin(Margin { left: 0, ..Margin::same(12) });
        let (narrow, nothing) = (is_narrow(ui), self.words.trim().is_empty());
        if !(narrow && nothing) {
            let width = if narrow { LIST_NARROW } else { LIST };
            let list = Panel::right("hits").frame(frame).resizable(false).exact_size(width);
            list.show_separator_line(false).show(ui, |ui| self.list(ui, dossier, plan, requests));
        }
        open
    }

    /// The words, how they are meant, and the keys; whether it stays open, and whether what is
    /// looked for is another one now.
    fn find_line(
        &mut self,
        ui: &mut Ui,
        dossier: &Dossier,
        covered: bool,
        requests: &mut Requests,
    ) -> (bool, bool) {
        let mut changed = false;
        let mut open = true;
        let narrow = is_narrow(ui);
        ui.horizontal(|ui| {
            let field = Field {
                label: words::FIND,
                width: Some(FIELD),
                hide_label: true,
                hint: words::FIND,
                ..Field::default()
            };
            let response = local_field(ui, "wanted", &field, &mut self.words);
            changed |= response.changed();
            if self.take_focus > 0 && !covered {
                self.take_focus -= 1;
                response.request_focus();
                ui.ctx().request_repaint();
            }
            if (response.has_focus() || response.lost_focus()) && !covered {
                let pressed =
                    |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
                if pressed(Modifiers::SHIFT, Key::Enter) {
                    self.step(dossier, false, requests);
                } else if pressed(Modifiers::NONE, Key::Enter) {
                    self.step(dossier, true, requests);
                } else if pressed(Modifiers::NONE, Key::Escape) {
                    open = false;
                }
            }
            let count = self.hits.len();
            let told = self.at.map_or_else(|| words::hits(count), |at| words::at(at, count));
            if !self.words.trim().is_empty() {
                widgets::small(ui, &told);
            }
            if widgets::icon_button(ui, "▲", words::BEFORE).clicked() {
                self.step(dossier, false, requests);
            }
            if widgets::icon_button(ui, "▼", words::NEXT).clicked() {
                self.step(dossier, true, requests);
            }
            if !narrow {
                changed |= self.meant(ui);
            }
            let scopes = [words::THIS_PLAN, words::ALL_PLANS];
            if let Some(picked) = segmented(ui, &scopes, usize::from(self.all)) {
                self.all = picked == 1;
                changed = true;
            }
            if !narrow {
                self.replace_button(ui);
            }
            widgets::at_right(ui, |ui| {
                open &= !widgets::icon_button(ui, "×", words::CLOSE).clicked();
            });
        });
        if narrow {
            ui.horizontal(|ui| {
                changed |= self.meant(ui);
                self.replace_button(ui);
            });
        }
        (open, changed)
    }

    /// How the words are meant; whether that changed.
    fn meant(&mut self, ui: &mut Ui) -> bool {
        let marks = checkbox_of(ui, &mut self.marks, words::MARKS);
        let case = checkbox_of(ui, &mut self.case, words::CASE);
        let whole = checkbox_of(ui, &mut self.whole, words::WHOLE);
        marks || case || whole
    }

    fn replace_button(&mut self, ui: &mut Ui) {
        if !self.replaces && button(ui, Kind::Secondary, words::REPLACE).clicked() {
            self.replaces = true;
        }
    }

    /// What comes in the place of the words; gives whether the search stays open.
    fn replace_line(
        &mut self,
        ui: &mut Ui,
        dossier: &Dossier,
        covered: bool,
        requests: &mut Requests,
    ) -> bool {
        let mut open = true;
        ui.horizontal(|ui| {
            let field = Field {
                label: words::WITH,
                width: Some(FIELD),
                hide_label: true,
                hint: words::WITH,
                ..Field::default()
            };
            let response = local_field(ui, "with", &field, &mut self.with);
            let (mut enter, typing) = (false, response.has_focus() || response.lost_focus());
            if typing && !covered {
                let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
                open &= !pressed(Key::Escape);
                enter = pressed(Key::Enter);
            }
            let one = self.at.filter(|at| self.hits.get(*at).is_some_and(is_replaceable));
            ui.add_enabled_ui(one.is_some(), |ui| {
                if (button(ui, Kind::Secondary, words::REPLACE_ONE).clicked() || enter)
                    && let Some(at) = one
                {
                    let hit = self.hits[at].clone();
                    self.put(dossier, &[&hit], requests);
                    self.step(dossier, true, requests);
                }
            });
            let chosen: Vec<Hit> = self.ticked().cloned().collect();
            ui.add_enabled_ui(!chosen.is_empty(), |ui| {
                if button(ui, Kind::Primary, &words::replace_chosen(chosen.len())).clicked() {
                    self.put(dossier, &chosen.iter().collect::<Vec<_>>(), requests);
                    requests.offer_undo(words::replaced(chosen.len()));
                }
            });
            if let Some(hit) = one.and_then(|at| self.hits.get(at))
                && let Some(text) = dossier.plan(hit.plan).and_then(|plan| text_of(plan, hit.of))
                && let Some((before, _, after)) = around(&text, &hit.at)
            {
                let words = words::becomes(&format!("{before}{}{after}", self.with));
                let small = RichText::new(words).font(theme::regular(size::SMALL));
                ui.add(Label::new(small.color(theme::of(ui).muted)).truncate());
            }
        });
        open
    }

    fn ticked(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().zip(&self.chosen).filter(|(_, chosen)| **chosen).map(|(hit, _)| hit)
    }

    fn put(&self, dossier: &Dossier, hits: &[&Hit], requests: &mut Requests) {
        if let Some(edit) = replace(dossier, hits, &self.finder(), &self.with) {
            requests.push(Request::Edit(edit, None));
        }
    }

    fn list(&mut self, ui: &mut Ui, dossier: &Dossier, plan: Id, requests: &mut Requests) {
        let frame = widgets::card_frame(ui).inner_margin(Margin::ZERO);
        frame.show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing.y = 0.0;
            if self.hits.is_empty() {
                let empty = self.words.trim().is_empty();
                Frame::new().inner_margin(Margin::same(14)).show(ui, |ui| {
                    widgets::show::body(ui, if empty { words::EMPTY } else { words::NOTHING });
                });
                return;
            }
            Frame::new().inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    widgets::show::body(ui, &words::hits(self.hits.len()));
                    if self.replaces {
                        let able = self.hits.iter().filter(|hit| is_replaceable(hit)).count();
                        let mut all = self.ticked().count() == able;
                        if checkbox(ui, &mut all, words::CHOOSE_ALL).changed() {
                            let able = self.hits.iter().map(|hit| all && is_replaceable(hit));
                            self.chosen = able.collect();
                        }
                    }
                });
            });
            let lines = ScrollArea::vertical().auto_shrink(false);
            let mut clicked = None;
            let mut lines = lines.id_salt("hits");
            if std::mem::take(&mut self.reveal)
                && let Some(at) = self.at
            {
                let middle = (ui.available_height() - LINE) / 2.0;
                lines = lines.vertical_scroll_offset((LINE * at as f32 - middle).max(0.0));
            }
            lines.show_rows(ui, LINE, self.hits.len(), |ui, shown| {
                for index in shown {
                    if self.line(ui, dossier, plan, index) {
                        clicked = Some(index);
                    }
                }
            });
            if let Some(index) = clicked {
                self.go(dossier, index, requests);
                // Who clicks goes on where the hit is.
                self.take_focus = 0;
            }
        });
    }

    /// A hit: its place and what stands around it; gives whether it was clicked.
    fn line(&mut self, ui: &mut Ui, dossier: &Dossier, shown: Id, index: usize) -> bool {
        let theme = theme::of(ui);
        let hit = &self.hits[index];
        let Some(plan) = dossier.plan(hit.plan) else { return false };
        let place = plan.spot_of(hit.of).map(|at| Place { plan: hit.plan, at });
        let mut where_ = place.map(|at| messages::place_name(dossier, &at)).unwrap_or_default();
        if hit.plan != shown {
            where_ = format!("{}: {where_}", messages::window::plan_title(plan));
        }
        let text = text_of(plan, hit.of).unwrap_or_default();
        let (before, found, after) = around(&text, &hit.at).unwrap_or_default();
        let wanted = Vec2::new(ui.available_width(), LINE);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        let said = format!("{where_}: {before}{found}{after}");
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &said));
        let here = self.at == Some(index);
        if here || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.accent_soft);
        }
        let mut left = rect.left() + 12.0;
        if self.replaces {
            let tick = Rect::from_min_size(rect.min + Vec2::new(10.0, 12.0), Vec2::splat(24.0));
            if is_replaceable(hit) {
                let place = egui::UiBuilder::new().id_salt(index).max_rect(tick);
                checkbox(&mut ui.new_child(place), &mut self.chosen[index], "");
            }
            left += 28.0;
        }
        let right = rect.right() - 10.0;
        let small = theme::regular(size::SMALL);
        let at = egui::pos2(left, rect.top() + 5.0);
        widgets::show::one_line(ui, at, right, &where_, small, theme.muted);
        let usual = TextFormat::simple(theme::regular(size::TABLE), theme.text);
        let tinted = TextFormat { background: theme.hit, ..usual.clone() };
        let mut job = LayoutJob::default();
        for (words, format) in [(&before, &usual), (&found, &tinted), (&after, &usual)] {
            job.append(words, 0.0, format.clone());
        }
        job.wrap.max_width = right - left;
        job.wrap.max_rows = 1;
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter().galley(egui::pos2(left, rect.top() + 24.0), galley, theme.text);
        let rule = rect.bottom() - 0.5;
        ui.painter().hline(rect.x_range(), rule, theme.border());
        response.on_hover_text(stages::OPEN_PLACE).clicked()
    }
}

fn checkbox_of(ui: &mut Ui, on: &mut bool, words: &str) -> bool {
    checkbox(ui, on, words).changed()
}

/// What stands before a hit, itself, and what stands after it, cut to what a line shows; none
/// where the text is shorter now.
pub(super) fn around(text: &str, at: &Range<usize>) -> Option<(String, String, String)> {
    let (before, found, after) =
        (text.get(..at.start)?, text.get(at.clone())?, text.get(at.end..)?);
    let cut = before.char_indices().rev().nth(BEFORE).map(|(cut, _)| cut);
    let begin = cut.map_or(before.to_owned(), |cut| {
        // It begins with a whole word.
        let word = before[cut..].split_once(' ').map_or(&before[cut..], |(_, rest)| rest);
        format!("… {word}")
    });
    let end: String = after.chars().take(AFTER).collect();
    let flat = |text: &str| text.replace(['\n', '\t'], " ");
    Some((flat(&begin), flat(found), flat(&end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_is_shown_with_what_stands_around_it() {
        let text = "Rà soát các phần mềm đang dùng;\nTổ Văn phòng nhập";
        let at = text.find("Tổ").unwrap();
        let (before, found, after) = around(text, &(at..at + "Tổ Văn phòng".len())).unwrap();
        assert_eq!((found.as_str(), after.as_str()), ("Tổ Văn phòng", " nhập"));
        assert_eq!(before, "… mềm đang dùng; ");
        assert_eq!(around("ngắn", &(10..20)), None);
    }
}
