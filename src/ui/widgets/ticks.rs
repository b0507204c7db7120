//! A list of what may be taken: each with where it is, what is special about it and what each of
//! two sides says; ticked one by one, or several by a link. Only what is seen is drawn.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

use crate::ui::theme::{self, size};
use crate::words::shorten;

use super::{Tone, badge, checkbox, link};

/// The height of a line: its name, and what each side says (logical pixels).
const HEIGHT: f32 = 76.0;
/// What of the window around the list is not the list's (logical pixels).
const AROUND: f32 = 350.0;
/// So far in what the sides say begins (logical pixels).
const INSET: f32 = 28.0;
/// The longest name beside a mark, and without one (letters).
const BESIDE_MARK: usize = 66;
const ALONE: usize = 104;

/// What a link ticks.
pub enum Ticks {
    /// Everything.
    All,
    /// Nothing.
    None,
    /// These.
    These(Vec<bool>),
}

/// One thing that may be taken.
pub struct Line {
    /// Where it is; cut where it is too long.
    pub name: String,
    /// The same whole, when it is pointed at.
    pub tip: String,
    /// What is special about it.
    pub mark: Option<(Tone, &'static str)>,
    /// What stands there, and what would.
    pub sides: [Option<Side>; 2],
}

/// What one side says, on one line.
pub struct Side {
    /// Before it.
    pub label: &'static str,
    /// Its words in pieces.
    pub words: Vec<(String, Ink)>,
    /// All of it, when it is pointed at; empty where that is nothing more.
    pub whole: String,
}

/// How a piece of a side looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// As all words.
    Plain,
    /// Secondary words.
    Quiet,
    /// What goes.
    Old,
    /// What comes.
    New,
}

/// Draws the links, and the list below them; `order` says which thing stands on which line, and
/// `labels` how wide the words before the sides are (logical pixels).
pub fn tick_list(
    ui: &mut Ui,
    links: &[(&str, Ticks)],
    labels: f32,
    order: &[usize],
    taken: &mut [bool],
    line: &dyn Fn(usize) -> Line,
) {
    // Of one thing alone its own box is enough.
    if order.len() > 1 {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (words, ticks) in links {
                if link(ui, words).clicked() {
                    match ticks {
                        Ticks::All => taken.fill(true),
                        Ticks::None => taken.fill(false),
                        Ticks::These(these) => taken.copy_from_slice(these),
                    }
                }
            }
        });
        ui.separator();
    }
    let room = (ui.ctx().content_rect().height() - AROUND).max(HEIGHT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let list = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
    list.show_rows(ui, HEIGHT, order.len(), |ui, rows| {
        for &at in &order[rows] {
            ui.push_id(at, |ui| line_ui(ui, &line(at), labels, &mut taken[at]));
        }
    });
}

/// One line, as high as every other.
fn line_ui(ui: &mut Ui, line: &Line, labels: f32, taken: &mut bool) {
    let wanted = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(wanted, Layout::top_down(Align::LEFT), |ui| {
        ui.set_min_size(wanted);
        ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
        let longest = if line.mark.is_some() { BESIDE_MARK } else { ALONE };
        let shown = shorten(&line.name, longest, usize::MAX);
        ui.horizontal(|ui| {
            let response = checkbox(ui, taken, shown);
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if shown != line.tip {
                response.on_hover_text(&line.tip);
            }
            if let Some((tone, words)) = line.mark {
                badge(ui, tone, words);
            }
        });
        for side in line.sides.iter().flatten() {
            side_ui(ui, side, labels);
        }
    });
}

fn side_ui(ui: &mut Ui, side: &Side, labels: f32) {
    let theme = theme::of(ui);
    ui.spacing_mut().interact_size.y = 20.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(INSET);
        let from = ui.cursor().left();
        let label = RichText::new(side.label).font(theme::regular(size::TABLE));
        ui.label(label.color(theme.muted));
        ui.add_space((from + labels - ui.cursor().left()).max(0.0));
        let mut job = LayoutJob::default();
        for (words, ink) in &side.words {
            let (strong, ink) = match ink {
                Ink::Plain => (false, theme.text),
                Ink::Quiet => (false, theme.muted),
                Ink::Old => (true, theme.text),
                Ink::New => (true, theme.accent),
            };
            let font = if strong { theme::bold } else { theme::regular };
            job.append(words, 0.0, TextFormat::simple(font(size::TABLE), ink));
        }
        let response = ui.add(Label::new(job).truncate());
        if !side.whole.is_empty() {
            response.on_hover_text(&side.whole);
        }
    });
}
