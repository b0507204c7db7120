//! The left side of the review: the words of the file, each with what it became by a tint, a bar
//! and a word. Only the lines that are seen are drawn.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Color32, CornerRadius, Galley, Id, Pos2, Rangef, Rect, ScrollArea, Sense, Stroke,
};
use egui::{StrokeKind, Ui, Vec2, WidgetInfo};

use super::model::{Cell, Holds, Line};
use crate::import::{At, Became};
use crate::messages::word_in as words;
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets;

/// Width of the words that say what a line became, of the bar beside them, and what is left free
/// around the words of the paper (logical pixels).
const NAMES: f32 = 78.0;
/// See [`NAMES`].
const BAR: f32 = 3.0;
/// See [`NAMES`].
const PAD: f32 = 9.0;
/// Above and below the words of a line.
const AIR: f32 = 2.5;
/// Between lines that became different things.
const BETWEEN: f32 = 4.0;
/// Around the words of a cell.
const CELL: f32 = 4.0;
/// Size of the letters of the paper, and of those in its tables (logical pixels).
const LETTERS: f32 = 14.0;
/// See [`LETTERS`].
const IN_TABLE: f32 = 12.5;
/// How wide a letter in a table is about, for the shares of columns (logical pixels).
const LETTER: f32 = 6.4;
/// How high a line of letters is, by their size.
const HIGH: f32 = 1.3;
/// So many lines that are not seen are measured in one frame.
const AT_ONCE: usize = 24;
/// A cell shows so many lines; the rest is in the file.
const CELL_LINES: usize = 4;
/// Across a badge with the number of a question (logical pixels).
const BADGE: f32 = 19.0;

/// How high the lines are in a certain width.
#[derive(Default)]
pub(super) struct Heights {
    width: f32,
    /// Which draft they are of.
    of: u64,
    /// Where each line begins, and behind the last of them where all end.
    tops: Vec<f32>,
    /// The shares of the columns of each table, by its block.
    columns: BTreeMap<usize, Vec<f32>>,
    /// How high each line is taken to be.
    each: Vec<f32>,
    /// The heights that are known in this width.
    known: HashMap<Key, f32>,
    /// The line from which on they may not be known.
    next: usize,
}

/// What the words of a column ask for, in letters.
#[derive(Clone, Copy, Default)]
struct Asks {
    /// Its longest word, which is not to be broken.
    least: f32,
    /// All words of its longest cell, within bounds.
    most: f32,
}

/// What was clicked.
pub(super) enum Clicked {
    /// A line, by its index, and where.
    Line(usize, Pos2),
}

/// What is shown beside the lines.
pub(super) struct Show<'a> {
    pub lines: &'a [Line],
    /// Counts up with every change of the lines.
    pub of: u64,
    /// The question that is looked at.
    pub question: Option<usize>,
    /// The line chosen by the keyboard.
    pub chosen: Option<usize>,
    /// This line comes into view.
    pub scroll_to: Option<usize>,
}

/// The legend over the lines.
pub(super) fn legend(ui: &mut Ui) {
    let theme = theme::of(ui);
    // Both ends of the line stand on one height.
    ui.spacing_mut().interact_size.y = 16.0;
    let read = egui::RichText::new(words::READ).font(theme::regular(size::SMALL));
    ui.label(read.color(theme.muted));
    widgets::show::at_right(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for became in [Became::Info, Became::Content, Became::Table, Became::Unsure] {
            let (ink, _) = colours(became, &theme);
            let (rect, _) = ui.allocate_exact_size(Vec2::new(4.0, 16.0), Sense::hover());
            ui.painter().rect_filled(rect, CornerRadius::same(1), ink);
            let name = egui::RichText::new(words::became(became));
            ui.label(name.font(theme::bold(size::SMALL)).color(ink));
            ui.add_space(6.0);
        }
    });
}

/// Draws the lines; gives what was clicked.
pub(super) fn show(ui: &mut Ui, id: Id, heights: &mut Heights, show: &Show<'_>) -> Option<Clicked> {
    let theme = theme::of(ui);
    let room = ui.available_rect_before_wrap();
    let radius = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect(room, radius, theme.surface, theme.border(), StrokeKind::Inside);
    let mut clicked = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(room.shrink2(Vec2::new(1.0, 6.0))), |ui| {
        ScrollArea::vertical().id_salt(id).auto_shrink(false).show_viewport(ui, |ui, viewport| {
            let width = ui.available_width() - 8.0;
            heights.measure(ui, show, width, viewport.y_range());
            let all = heights.tops.last().copied().unwrap_or_default();
            ui.set_height(all);
            let origin = ui.max_rect().min;
            if let Some(line) = show.scroll_to
                && let (Some(top), Some(end)) = (heights.tops.get(line), heights.tops.get(line + 1))
            {
                let rect = Rect::from_x_y_ranges(
                    origin.x..=origin.x + width,
                    origin.y + top..=origin.y + end,
                );
                ui.scroll_to_rect(rect.expand(24.0), None);
            }
            for index in heights.first_at(viewport.top())..show.lines.len() {
                let top = heights.tops[index];
                if top > viewport.bottom() {
                    break;
                }
                let rect = Rect::from_min_size(
                    origin + Vec2::new(0.0, top),
                    Vec2::new(width, heights.tops[index + 1] - top),
                );
                if let Some(at) = draw(ui, id, heights, show, index, rect, &theme) {
                    clicked = Some(Clicked::Line(index, at));
                }
            }
        });
    });
    clicked
}

impl Heights {
    /// Finds out how high the lines are: those that are seen at once, the others bit by bit; until
    /// then they are as high as their letters let expect.
    fn measure(&mut self, ui: &Ui, show: &Show<'_>, width: f32, seen: Rangef) {
        if self.of != show.of || (self.width - width).abs() >= 0.5 || self.tops.is_empty() {
            let columns = shares(show.lines, words_width(width));
            if (self.width - width).abs() >= 0.5 || columns != self.columns {
                self.known.clear();
            }
            (self.of, self.width, self.columns, self.next) = (show.of, width, columns, 0);
            let high = |line| self.known.get(&key(line)).copied();
            let high = |line| high(line).unwrap_or_else(|| self.expected(line, words_width(width)));
            self.each = show.lines.iter().map(high).collect();
            self.set_tops(show.lines);
        }
        let mut found = false;
        let mut left = AT_ONCE;
        while left > 0 && self.next < show.lines.len() {
            let measured = self.find_out(ui, self.next, &show.lines[self.next]);
            left -= usize::from(measured);
            found |= measured;
            self.next += 1;
        }
        if self.next < show.lines.len() {
            ui.ctx().request_repaint();
        }
        let first = self.first_at(seen.min);
        let mut top = self.tops.get(first).copied().unwrap_or_default();
        for (index, line) in show.lines.iter().enumerate().skip(first) {
            if top > seen.max {
                break;
            }
            found |= self.find_out(ui, index, line);
            top += self.each[index];
        }
        if found {
            self.set_tops(show.lines);
        }
    }

    /// The first line of which something stands below this.
    fn first_at(&self, top: f32) -> usize {
        self.tops.partition_point(|of| *of <= top).saturating_sub(1)
    }

    /// Measures a line; false where that was done before.
    fn find_out(&mut self, ui: &Ui, index: usize, line: &Line) -> bool {
        if self.known.contains_key(&key(line)) {
            return false;
        }
        let high = self.height(ui, line, words_width(self.width), &theme::of(ui));
        self.known.insert(key(line), high);
        self.each[index] = high;
        true
    }

    fn set_tops(&mut self, lines: &[Line]) {
        let mut top = 0.0;
        self.tops.clear();
        for (index, (line, high)) in lines.iter().zip(&self.each).enumerate() {
            if line.first && index > 0 {
                top += BETWEEN;
            }
            self.tops.push(top);
            top += high;
        }
        self.tops.push(top);
    }

    /// How high a line is about, by how many letters it has.
    fn expected(&self, line: &Line, width: f32) -> f32 {
        let rows = |text: &str, letter: f32, width: f32| -> f32 {
            let rows = text.lines().map(|line| {
                (line.chars().count() as f32 * letter / width.max(20.0)).ceil().max(1.0)
            });
            rows.sum::<f32>().max(1.0)
        };
        match &line.holds {
            Holds::Words { text, .. } => rows(text, 7.0, width) * LETTERS * HIGH + 2.0 * AIR,
            Holds::Fold(_) => size::SMALL * HIGH + 2.0 * AIR,
            Holds::Beside(cells) => {
                let each = width / cells.len().max(1) as f32 - PAD;
                let most = cells.iter().map(|text| rows(text, 7.0, each)).fold(1.0, f32::max);
                most * (LETTERS - 1.0) * HIGH + 2.0 * AIR
            }
            Holds::Cells { cells, columns, .. } => {
                let of = |cell: &Cell| {
                    let wide = self.across(line.at.block, *columns, cell, width).1;
                    rows(&cell.text, LETTER, wide - 2.0 * CELL).min(CELL_LINES as f32)
                };
                cells.iter().map(of).fold(1.0, f32::max) * IN_TABLE * HIGH + 2.0 * CELL
            }
        }
    }

    fn height(&self, ui: &Ui, line: &Line, width: f32, theme: &Theme) -> f32 {
        let high = |galley: Arc<Galley>| galley.size().y;
        match &line.holds {
            Holds::Words { .. } | Holds::Fold(_) => {
                high(galley_of(ui, line, width, theme)) + 2.0 * AIR
            }
            Holds::Beside(cells) => {
                let each = width / cells.len().max(1) as f32;
                let cells = cells.iter().map(|text| high(beside(ui, text, each - PAD, theme)));
                cells.fold(0.0, f32::max) + 2.0 * AIR
            }
            Holds::Cells { cells, columns, head } => {
                let cells = cells.iter().map(|cell| {
                    let across = self.across(line.at.block, *columns, cell, width);
                    high(cell_galley(ui, cell, across.1, *head, theme))
                });
                cells.fold(LETTERS, f32::max) + 2.0 * CELL
            }
        }
    }

    /// Where a cell begins, and how wide it is (logical pixels).
    fn across(&self, block: usize, columns: usize, cell: &Cell, width: f32) -> (f32, f32) {
        let even = vec![1.0 / columns as f32; columns];
        let shares = self.columns.get(&block).unwrap_or(&even);
        let sum = |range: std::ops::Range<usize>| -> f32 {
            shares.get(range.start..range.end.min(shares.len())).unwrap_or_default().iter().sum()
        };
        let from = sum(0..cell.column.min(shares.len()));
        let wide = sum(cell.column.min(shares.len())..cell.column + cell.span);
        (from * width, wide * width)
    }
}

/// What a line is known by: a fold stands where the first line that it hides does, and the numbers
/// of questions take room.
type Key = (At, bool, bool);

fn key(line: &Line) -> Key {
    let asks = line.question.is_some()
        || matches!(&line.holds, Holds::Cells { cells, .. } if cells.iter().any(|of| of.question.is_some()));
    (line.at, matches!(line.holds, Holds::Fold(_)), asks)
}

/// The room for the words of the paper in a line of this width.
fn words_width(width: f32) -> f32 {
    width - NAMES - BAR - 2.0 * PAD
}

/// How much of a table's width each of its columns takes: room for its longest word first, what is
/// left by how much stands in it.
fn shares(lines: &[Line], width: f32) -> BTreeMap<usize, Vec<f32>> {
    let mut asked: BTreeMap<usize, Vec<Asks>> = BTreeMap::new();
    for line in lines {
        let Holds::Cells { cells, columns, .. } = &line.holds else { continue };
        let of = asked.entry(line.at.block).or_insert_with(|| vec![Asks::default(); *columns]);
        for cell in cells.iter().filter(|cell| cell.span == 1) {
            let Some(asks) = of.get_mut(cell.column) else { continue };
            let word = cell.text.split_whitespace().map(|word| word.chars().count()).max();
            let badge = if cell.question.is_some() { (BADGE + CELL) / LETTER + 0.5 } else { 0.0 };
            let least = (word.unwrap_or_default() as f32).clamp(2.0, 12.0) + badge;
            asks.least = asks.least.max(least);
            asks.most = asks.most.max((cell.text.chars().count() as f32).min(60.0));
        }
    }
    let shares = asked.into_iter().map(|(block, of)| {
        let least: Vec<f32> =
            of.iter().map(|asks| (asks.least.max(2.0) + 0.7) * LETTER + 2.0 * CELL).collect();
        let rest = (width - least.iter().sum::<f32>()).max(0.0);
        let most: f32 = of.iter().map(|asks| asks.most).sum::<f32>().max(1.0);
        let wide: Vec<f32> =
            least.iter().zip(&of).map(|(least, asks)| least + rest * asks.most / most).collect();
        let all: f32 = wide.iter().sum();
        (block, wide.into_iter().map(|wide| wide / all).collect())
    });
    shares.collect()
}

fn job(
    text: &str,
    points: f32,
    look: (bool, bool),
    ink: Color32,
    width: f32,
    centred: bool,
) -> LayoutJob {
    let font = theme::paper(points, look.0, look.1);
    let format = TextFormat { line_height: Some(points * HIGH), ..TextFormat::simple(font, ink) };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::wrap_at_width(width.max(20.0));
    job.halign = if centred { Align::Center } else { Align::LEFT };
    job
}

fn galley_of(ui: &Ui, line: &Line, width: f32, theme: &Theme) -> Arc<Galley> {
    let job = match &line.holds {
        Holds::Words { text, bold, italic, centred } => {
            let badge = if line.question.is_some() { BADGE + 4.0 } else { 0.0 };
            job(text, LETTERS, (*bold, *italic), theme.text, width - badge, *centred)
        }
        Holds::Fold(count) => {
            let words = words::folded(*count, line.became);
            let format = TextFormat::simple(theme::regular(size::SMALL), theme.muted);
            LayoutJob::single_section(words, format)
        }
        Holds::Cells { .. } | Holds::Beside(_) => LayoutJob::default(),
    };
    ui.painter().layout_job(job)
}

fn beside(ui: &Ui, text: &str, width: f32, theme: &Theme) -> Arc<Galley> {
    ui.painter().layout_job(job(text, LETTERS - 1.0, (false, false), theme.text, width, true))
}

fn cell_galley(ui: &Ui, cell: &Cell, width: f32, head: bool, theme: &Theme) -> Arc<Galley> {
    let badge = if cell.question.is_some() { BADGE } else { 0.0 };
    let inside = width - 2.0 * CELL - badge;
    let mut job = job(&cell.text, IN_TABLE, (head, false), theme.text, inside, false);
    job.wrap.max_rows = CELL_LINES;
    ui.painter().layout_job(job)
}

/// Draws a line; gives where it was clicked.
fn draw(
    ui: &Ui,
    id: Id,
    heights: &Heights,
    show: &Show<'_>,
    index: usize,
    rect: Rect,
    theme: &Theme,
) -> Option<Pos2> {
    let line = &show.lines[index];
    // The gap under the last line of a kind belongs to none.
    let follows = show.lines.get(index + 1).is_some_and(|next| next.first);
    let rect = if follows { rect.with_max_y(rect.bottom() - BETWEEN) } else { rect };
    let response = ui.interact(rect, id.with(("line", index)), Sense::click());
    response.widget_info(|| {
        let what = words::became(line.became);
        WidgetInfo::labeled(Role::ListItem, true, format!("{what}: {}", spoken(line)))
    });
    let (ink, tint) = colours(line.became, theme);
    let ground = Rect::from_min_max(Pos2::new(rect.left() + NAMES, rect.top()), rect.max);
    if line.became != Became::Nothing {
        ui.painter().rect_filled(ground, CornerRadius::ZERO, tint);
        let bar = Rect::from_min_size(ground.min, Vec2::new(BAR, ground.height()));
        ui.painter().rect_filled(bar, CornerRadius::ZERO, ink);
    }
    if line.first && line.became != Became::Nothing {
        let name = words::became(line.became).to_owned();
        let galley = ui.painter().layout_no_wrap(name, theme::bold(size::SMALL), ink);
        ui.painter().galley(Pos2::new(rect.left() + PAD, rect.top() + AIR), galley, ink);
    }
    let looked_at = line.question.is_some() && line.question == show.question;
    if looked_at || show.chosen == Some(index) || response.hovered() {
        let edge = if looked_at || show.chosen == Some(index) { theme.accent } else { theme.line };
        ui.painter().rect_stroke(
            ground,
            CornerRadius::same(2),
            Stroke::new(1.5, edge),
            StrokeKind::Inside,
        );
    }
    let left = ground.left() + BAR + PAD;
    let width = words_width(rect.width());
    match &line.holds {
        Holds::Words { centred, .. } => {
            let galley = galley_of(ui, line, width, theme);
            let across = if *centred { left + width / 2.0 } else { left };
            let end = galley.rows.last().map_or(0.0, |row| row.rect().right());
            let last = galley.size().y;
            ui.painter().galley(Pos2::new(across, rect.top() + AIR), galley, theme.text);
            if let Some(question) = line.question {
                let at = Pos2::new(across + end + BADGE * 0.8, rect.top() + last - BADGE * 0.4);
                number(ui, question, at, theme);
            }
        }
        Holds::Fold(_) => {
            let galley = galley_of(ui, line, width, theme);
            ui.painter().galley(Pos2::new(left, rect.top() + AIR), galley, theme.muted);
        }
        Holds::Beside(cells) => {
            let each = width / cells.len().max(1) as f32;
            for (at, text) in cells.iter().enumerate() {
                let galley = beside(ui, text, each - PAD, theme);
                let middle = left + each * (at as f32 + 0.5);
                ui.painter().galley(Pos2::new(middle, rect.top() + AIR), galley, theme.text);
            }
            if let Some(question) = line.question {
                number(ui, question, Pos2::new(left + width, rect.center().y), theme);
            }
        }
        Holds::Cells { cells, columns, head } => {
            for cell in cells {
                let (from, wide) = heights.across(line.at.block, *columns, cell, width);
                let place = Rect::from_min_size(
                    Pos2::new(left + from, rect.top()),
                    Vec2::new(wide, rect.height()),
                );
                let stroke = Stroke::new(1.0, theme.line);
                ui.painter().rect_stroke(place, CornerRadius::ZERO, stroke, StrokeKind::Middle);
                let galley = cell_galley(ui, cell, wide, *head, theme);
                ui.painter().galley(place.min + Vec2::splat(CELL), galley, theme.text);
                if let Some(question) = cell.question {
                    let at = Pos2::new(place.right() - BADGE * 0.6, place.top() + BADGE * 0.6);
                    number(ui, question, at, theme);
                }
            }
            if let Some(question) = line.question {
                let at = Pos2::new(left + width, rect.top() + BADGE * 0.6);
                number(ui, question, at, theme);
            }
        }
    }
    if response.clicked() { response.interact_pointer_pos() } else { None }
}

/// The number of a question, as it stands before the question.
pub(super) fn number(ui: &Ui, question: usize, centre: Pos2, theme: &Theme) {
    let ink = theme.surface;
    ui.painter().circle_filled(centre, BADGE / 2.0, theme.due);
    let words = (question + 1).to_string();
    let points = if words.len() > 2 { size::SMALL - 3.0 } else { size::SMALL - 1.0 };
    let galley = ui.painter().layout_no_wrap(words, theme::bold(points), ink);
    ui.painter().galley(centre - galley.size() / 2.0, galley, ink);
}

fn spoken(line: &Line) -> String {
    match &line.holds {
        Holds::Words { text, .. } => text.clone(),
        Holds::Fold(count) => words::folded(*count, line.became),
        Holds::Beside(cells) => cells.join("; "),
        Holds::Cells { cells, .. } => {
            cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("; ")
        }
    }
}

/// The words and the bar, and the tint behind the line.
pub(super) fn colours(became: Became, theme: &Theme) -> (Color32, Color32) {
    match became {
        Became::Info => (theme.accent, theme.accent_soft),
        Became::Content => (theme.done, theme.done_soft),
        Became::Table => (theme.muted, theme.sunk),
        Became::Unsure => (theme.due, theme.due_soft),
        Became::Nothing => (theme.muted, Color32::TRANSPARENT),
    }
}
