//! The whole plan in one scroll, read as it is printed; a click leads to where a line is edited.
//!
//! Only the lines in sight are laid out. The others are as high as their letters suggest, until
//! they are seen.

mod lines;

use egui::text::LayoutJob;
use egui::{Key, Modifiers, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::messages::content as messages;
use crate::plan::{Id, Spot};
use crate::ui::theme::{Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets;

use super::Chosen;
use super::looks::{first_line, format_of};
use lines::{Line, Look};

/// About how wide a letter is, as a share of its size.
const LETTER: f32 = 0.5;
/// What words of a table are set in by, logical pixels.
const CELL: f32 = 28.0;
/// Between the edge and the words, logical pixels.
const EDGE: f32 = 12.0;

/// The lines of a plan, how high they are and where each begins (logical pixels).
#[derive(Default)]
pub struct Reading {
    lines: Vec<Line>,
    heights: Vec<f32>,
    tops: Vec<f32>,
    /// The revision, the plan and the width they are of.
    of: Option<(u64, Id, f32)>,
    /// The section to be scrolled to, in so many frames: on the way lines are measured.
    goal: Option<(Chosen, u8)>,
    /// How far it was scrolled in the last frame.
    offset: f32,
}

impl Reading {
    /// Scrolls to a section in the next frames.
    pub fn go(&mut self, section: Chosen) {
        self.goal = Some((section, 3));
    }

    /// Whether there is something of a section to read.
    pub fn holds(&self, section: Chosen) -> bool {
        self.of.is_none() || self.lines.iter().any(|line| line.section == section)
    }

    /// Draws the lines in sight; the outline follows. Gives the place that was clicked.
    pub fn show(&mut self, ui: &mut Ui, cx: &ViewCx<'_>, chosen: &mut Chosen) -> Option<Spot> {
        let width = (ui.available_width() - 16.0).min(size::MEASURE);
        self.sync(cx, width);
        if self.lines.is_empty() {
            widgets::body(ui, messages::NOTHING_TO_READ);
            return None;
        }
        let mut area = egui::ScrollArea::vertical().id_salt("reading").auto_shrink(false);
        let goal = self.goal.take_if(|(_, frames)| {
            *frames -= 1;
            *frames == 0
        });
        if let Some((section, _)) = goal.or(self.goal)
            && let Some(at) = self.lines.iter().position(|line| line.section == section)
        {
            area = area.vertical_scroll_offset(self.tops[at]);
            ui.ctx().request_repaint();
        }
        let mut clicked = None;
        let output = area.show_viewport(ui, |ui, view| {
            self.page_keys(ui, view);
            ui.set_height(self.tops.last().copied().unwrap_or_default());
            clicked = self.in_sight(ui, cx, view, width);
        });
        let offset = output.state.clamped_offset().y;
        // The outline follows who scrolls; where it led itself it stays.
        if self.goal.is_none() && goal.is_none() && (offset - self.offset).abs() > 0.5 {
            let at = self.line_at(offset + size::FIELD);
            *chosen = self.lines[at.min(self.lines.len() - 1)].section;
        }
        self.offset = offset;
        clicked
    }

    fn line_at(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }

    fn page_keys(&self, ui: &mut Ui, view: Rect) {
        if ui.ctx().egui_wants_keyboard_input() {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let step = view.height() - size::FIELD;
        let by = [(Key::PageDown, -step), (Key::PageUp, step)];
        let by = by.into_iter().chain([(Key::End, f32::MIN), (Key::Home, f32::MAX)]);
        let by: f32 = by.filter(|(key, _)| pressed(*key)).map(|(_, by)| by).sum();
        if by != 0.0 {
            let whole = self.tops.last().copied().unwrap_or_default();
            ui.scroll_with_delta(vec2(0.0, by.clamp(-whole, whole)));
        }
    }

    fn in_sight(&mut self, ui: &mut Ui, cx: &ViewCx<'_>, view: Rect, width: f32) -> Option<Spot> {
        let indent = first_line(cx.plan);
        let origin = ui.max_rect().min;
        let mut clicked = None;
        let mut measured = None;
        let first = self.line_at(view.top()).saturating_sub(1);
        let mut y = self.tops[first];
        // One more than is seen, so that Tab finds it.
        let mut beyond = 0;
        for (at, line) in self.lines.iter().enumerate().skip(first) {
            if y > view.bottom() {
                beyond += 1;
            }
            if beyond > 1 {
                break;
            }
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job(line, cx.theme, indent, width)));
            let height = galley.size().y + gap(line);
            if (self.heights[at] - height).abs() > 0.25 {
                self.heights[at] = height;
                measured.get_or_insert(at);
            }
            let place = Rect::from_min_size(origin + vec2(0.0, y), Vec2::new(width + EDGE, height));
            y += height;
            let response = ui.interact(place, ui.scope_id().with(at), Sense::click());
            response.widget_info(|| {
                let role = egui::accesskit::Role::Link;
                WidgetInfo::labeled(role, true, galley.text())
            });
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.hovered() || response.has_focus() {
                let ground =
                    if response.has_focus() { cx.theme.accent_soft } else { cx.theme.sunk };
                ui.painter().rect_filled(place, f32::from(size::RADIUS), ground);
                ui.set_cursor_icon(egui::CursorIcon::PointingHand);
            }
            let inset = if line.look == Look::Cell { CELL } else { 0.0 };
            let words =
                pos2(place.left() + EDGE / 2.0 + inset, place.bottom() - galley.size().y - 2.0);
            ui.painter().galley(words, galley, cx.theme.text);
            if response.on_hover_text(messages::EDIT_HERE).clicked() {
                clicked = Some(line.to.clone());
            }
        }
        if let Some(from) = measured {
            self.sum(from);
            ui.ctx().request_repaint();
        }
        clicked
    }

    fn sync(&mut self, cx: &ViewCx<'_>, width: f32) {
        let now = (cx.revision, cx.plan.id, width);
        if self.of == Some(now) {
            return;
        }
        if self.of.is_none_or(|(revision, plan, _)| (revision, plan) != (now.0, now.1)) {
            self.lines = lines::of_plan(cx);
        }
        self.of = Some(now);
        self.heights.clear();
        self.heights.extend(self.lines.iter().map(|line| {
            let letters: usize = line.runs.iter().map(|run| run.text.chars().count()).sum();
            let rows = (letters as f32 * size::BODY * LETTER / width).ceil();
            rows * size::BODY * size::LINE + gap(line)
        }));
        self.sum(0);
    }

    fn sum(&mut self, from: usize) {
        self.tops.truncate(from + 1);
        if self.tops.is_empty() {
            self.tops.push(0.0);
        }
        let mut top = self.tops.last().copied().unwrap_or_default();
        for height in self.heights.iter().skip(self.tops.len() - 1) {
            top += height;
            self.tops.push(top);
        }
    }
}

/// What is left free over a line and under it.
fn gap(line: &Line) -> f32 {
    match line.look {
        Look::Part => 18.0,
        Look::Words => 8.0,
        Look::Cell => 4.0,
    }
}

fn job(line: &Line, theme: &Theme, indent: f32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    let (mut lead, inset) = match line.look {
        Look::Part => (0.0, 0.0),
        Look::Words => (indent, 0.0),
        Look::Cell => (0.0, CELL),
    };
    job.wrap.max_width = width - inset;
    for run in line.runs.iter().filter(|run| !run.text.is_empty()) {
        let format = format_of(&run.text, (run.bold, run.italic), run.field.is_some(), theme);
        job.append(&run.text, std::mem::take(&mut lead), format);
    }
    job
}
