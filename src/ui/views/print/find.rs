//! Words on the pages: looked for, walked through, marked with the mouse and copied.

use egui::{
    Color32, Event, Key, Modifiers, Pos2, Rect, Response, Stroke, StrokeKind, Ui, Vec2, pos2,
};

use crate::layout::{Caret, Corners, Hit};
use crate::library;
use crate::messages::print as words;
use crate::session::Edition;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::Theme;
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, field};

/// Width of the field, logical pixels.
const FIELD: f32 = 280.0;

/// What is looked for, and what is marked.
#[derive(Default)]
pub struct Find {
    open: bool,
    takes_focus: bool,
    sought: String,
    /// Which place is shown, from 0.
    at: usize,
    /// It is to be scrolled to, as soon as it is known.
    goes: bool,
    /// The field has the focus.
    typing: bool,
    marked: Option<Marked>,
}

/// What is marked on a page.
#[derive(Clone, Copy)]
struct Marked {
    of: Edition,
    page: usize,
    ends: (Caret, Caret),
}

impl Find {
    /// Opens the field.
    pub fn open(&mut self) {
        (self.open, self.takes_focus) = (true, true);
    }

    /// Looks for these words from the first page on.
    pub fn look_for(&mut self, words: String) {
        (self.open, self.sought, self.at, self.goes) = (true, words, 0, true);
    }

    /// Whether keys that move in a text belong to the field.
    pub fn is_typed_in(&self) -> bool {
        self.typing
    }

    /// Where what is looked for stands.
    fn hits<'p>(&self, cx: &ViewCx<'p>) -> Option<&'p [Hit]> {
        cx.paper.found(&self.sought).filter(|_| self.open)
    }

    /// The place that is to be scrolled to, once; its page and its rectangle there.
    pub fn goal(&mut self, cx: &ViewCx<'_>) -> Option<(usize, Corners)> {
        let hit = self.hits(cx)?.get(self.at).filter(|_| self.goes)?;
        self.goes = false;
        Some((hit.page, *hit.places.first()?))
    }

    /// The line over the pages in which words are looked for.
    pub fn show(&mut self, ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
            self.open();
        }
        self.copy(ui, cx, requests);
        if !self.open {
            self.typing = false;
            return;
        }
        let count = self.hits(cx).map_or(0, <[Hit]>::len);
        self.at = self.at.min(count.saturating_sub(1));
        let mut step = self.keys(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let what = field::Field {
                label: words::FIND,
                hint: words::FIND_HINT,
                hide_label: true,
                width: Some(FIELD),
                take_focus: std::mem::take(&mut self.takes_focus),
                ..field::Field::default()
            };
            let before = self.sought.clone();
            let response = field::local_field(ui, "find", &what, &mut self.sought);
            self.typing = response.has_focus();
            if self.sought != before {
                (self.at, self.goes) = (0, true);
            }
            if widgets::icon_button(ui, "‹", words::FIND_BEFORE).clicked() {
                step = -1;
            }
            if widgets::icon_button(ui, "›", words::FIND_NEXT).clicked() {
                step = 1;
            }
            if !self.sought.trim().is_empty() {
                let said = match self.hits(cx) {
                    Some(hits) => words::place_of(self.at, hits.len()),
                    None => words::FINDING.to_owned(),
                };
                widgets::small(ui, &said);
            }
            if widgets::link(ui, words::FIND_CLOSE).clicked() {
                self.open = false;
            }
        });
        if step != 0 && count > 0 {
            self.at = (self.at + if step > 0 { 1 } else { count - 1 }) % count;
            self.goes = true;
        }
        if !self.sought.trim().is_empty() && cx.paper.wants_to_find(&self.sought) {
            requests.push(Request::FindInPaper(self.sought.clone()));
        }
    }

    /// Enter and Shift+Enter in the field walk from place to place, Esc closes it.
    fn keys(&mut self, ui: &Ui) -> i32 {
        if !self.typing {
            return 0;
        }
        let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
        if pressed(Modifiers::NONE, Key::Escape) {
            self.open = false;
        }
        if pressed(Modifiers::SHIFT, Key::Enter) {
            -1
        } else {
            i32::from(pressed(Modifiers::NONE, Key::Enter))
        }
    }

    /// Marks words of a page with the mouse, and tints what is marked and what was found. The
    /// page stands in `rect`, `scale` logical pixels a point.
    pub fn on_page(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        (page, rect, scale): (usize, Rect, f32),
        response: &Response,
    ) {
        let (Some(made), Ok(faces)) = (cx.paper.made(), library::faces()) else { return };
        let caret = |at: Pos2| {
            let Vec2 { x, y } = (at - rect.min) / scale;
            made.words.caret(page, (x, y), faces)
        };
        let from = ui.input(|input| input.pointer.press_origin());
        let to = response.interact_pointer_pos();
        if response.dragged()
            && let (Some(from), Some(to)) = (from.and_then(caret), to.and_then(caret))
        {
            self.marked = Some(Marked { of: made.edition, page, ends: (from, to) });
        } else if response.clicked() {
            self.marked = None;
        }
        // Paper is white by night too.
        let Theme { accent, hit: sand, .. } = Theme::light();
        let sand = sand.gamma_multiply(0.5);
        let tint = |places: &[Corners], ink: Color32| {
            for place in places {
                ui.painter().rect_filled(on_screen(*place, rect.min, scale), 1.0, ink);
            }
        };
        if let Some(marked) = self.marked.filter(|one| one.page == page && one.of == made.edition) {
            tint(&made.words.places(page, marked.ends, faces), accent.gamma_multiply(0.3));
        }
        let hits = self.hits(cx).unwrap_or_default();
        let first = hits.partition_point(|hit| hit.page < page);
        let on_page = hits.iter().enumerate().skip(first).take_while(|(_, hit)| hit.page == page);
        for (at, hit) in on_page {
            if at == self.at {
                tint(&hit.places, accent.gamma_multiply(0.25));
                for place in &hit.places {
                    let around = on_screen(*place, rect.min, scale).expand(1.5);
                    let ring = Stroke::new(1.5, accent);
                    ui.painter().rect_stroke(around, 2.0, ring, StrokeKind::Outside);
                }
            } else {
                tint(&hit.places, sand);
            }
        }
    }

    /// Ctrl+C takes what is marked to the clipboard.
    fn copy(&mut self, ui: &Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
        let Some(marked) = self.marked.filter(|_| !ui.ctx().egui_wants_keyboard_input()) else {
            return;
        };
        let asked = ui.input_mut(|input| {
            let before = input.events.len();
            input.events.retain(|event| *event != Event::Copy);
            input.events.len() < before
        });
        let made = cx.paper.made().filter(|made| made.edition == marked.of);
        let text = made.map(|made| made.words.copied(marked.page, marked.ends));
        if let Some(text) = text.filter(|text| asked && !text.is_empty()) {
            requests.push(Request::Copy { text, html: None });
            requests.push(Request::Notice(words::COPIED.to_owned()));
        }
    }
}

/// A rectangle of a page where its upper left corner stands there.
pub fn on_screen((from, to): Corners, page: Pos2, scale: f32) -> Rect {
    let at = |(x, y): (f32, f32)| page + Vec2::new(x, y) * scale;
    Rect::from_min_max(at(from), pos2(at(to).x.max(at(from).x + 1.0), at(to).y))
}
