//! What clicks and keys do in the grid.

use egui::Vec2;

use crate::plan::Field;
use crate::ui::fields::Fields;
use crate::ui::request::Requests;

use super::super::galleys;
use super::super::model::{Key, Line, Model};
use super::super::paint::{Click, PAD};
use super::{Caret, Grid, Menu, Wish};
use crate::ui::grid::keys::{Mode, Step};

impl Grid {
    pub(super) fn leave(&mut self, fields: &mut Fields, requests: &mut Requests) {
        fields.finish(requests);
        self.mode = Mode::Chosen;
        self.caret = Caret::All;
        self.want_focus = true;
    }

    /// Makes a cell the active one by a click: what lies above it stays where it is.
    fn point_at(&mut self, model: &Model, key: Key, field: Field) {
        self.open.extend(self.active_line());
        let at = model.position(key);
        self.open.retain(|open| model.position(*open) < at);
        self.active = Some((key, field));
    }

    pub(super) fn click(
        &mut self,
        model: &Model,
        click: Click,
        fields: &mut Fields,
        requests: &mut Requests,
        wishes: &mut Vec<Wish>,
    ) {
        match click {
            Click::Cell(key, field) => {
                self.leave(fields, requests);
                self.point_at(model, key, field);
                self.anchor = None;
                self.open_list = !model.line(key).is_some_and(|line| line.is_typed(field));
            }
            Click::Write(at) => {
                fields.finish(requests);
                self.anchor = None;
                self.caret = Caret::At(at);
                self.want_focus = true;
            }
            Click::Menu(key, field, pointer) => {
                let at = model.position(key).unwrap_or_default();
                let range = self.chosen_range(model);
                let in_chosen_lines = range.len() > 1 && range.contains(&at);
                if !in_chosen_lines && self.active != Some((key, field)) {
                    self.leave(fields, requests);
                    self.point_at(model, key, field);
                    self.anchor = (field == Field::Tt).then_some(key);
                }
                self.menu = Some(Menu { key, at: pointer, by_key: false });
            }
            Click::Number(key, grow) => {
                let from = self.anchor.or(self.active_line()).filter(|_| grow);
                self.leave(fields, requests);
                self.point_at(model, key, Field::Tt);
                self.anchor = Some(from.unwrap_or(key));
            }
            Click::Form(key) => {
                self.leave(fields, requests);
                self.choose(key, None);
                wishes.push(Wish::Form(key));
            }
            Click::Correct(key, field) => {
                self.leave(fields, requests);
                wishes.push(Wish::Correct(key, field));
            }
            Click::Status(key, status) => wishes.push(Wish::Status(key, status)),
            Click::Step(step) => self.step(model, step, fields, requests, wishes),
            Click::Add => wishes.push(Wish::Add),
            Click::Problem(key) => wishes.push(Wish::Problem(key)),
            Click::Wrote => self.wrote(),
            Click::InText => {
                self.mode = Mode::Writing;
                self.anchor = None;
            }
            Click::Drag(field, width) => self.dragged = Some((field, width)),
            Click::Width(field, width) => {
                self.dragged = None;
                if width.is_none() {
                    self.frozen = None;
                }
                wishes.push(Wish::Width(field, width));
            }
        }
    }

    pub(super) fn step(
        &mut self,
        model: &Model,
        step: Step,
        fields: &mut Fields,
        requests: &mut Requests,
        wishes: &mut Vec<Wish>,
    ) {
        let Some((key, field)) = self.active else { return };
        let at = model.position(key).unwrap_or_default();
        let column = model.column(field).unwrap_or_default();
        match step {
            Step::GiveBack if self.mode != Mode::Chosen => {
                fields.take_back(requests);
                self.mode = Mode::Chosen;
                self.caret = Caret::All;
                self.reveal();
                return;
            }
            Step::GiveBack => {
                self.anchor = None;
                return;
            }
            Step::Write => {
                self.write(model, key, field, fields, requests);
                return;
            }
            Step::Menu => {
                let at = self.cell.map_or(self.corner, |cell| cell.left_top());
                let at = at + PAD + Vec2::new(0.0, galleys::LINE_HEIGHT);
                self.menu = Some(Menu { key, at, by_key: true });
                return;
            }
            _ => {}
        }
        self.leave(fields, requests);
        let chosen = self.chosen_keys(model);
        match step {
            Step::Lines(by) => self.go(model, moved(at, by), column),
            Step::Columns(by) => {
                let last = model.columns.len().saturating_sub(1);
                self.go(model, at, moved(column, by).min(last));
            }
            Step::Cells(by) => self.next_cell(model, at, column, by),
            Step::Pages(by) => {
                let to = self.heights.top(at) + by as f32 * self.page * 0.9;
                let line = self.heights.line_at(to);
                let line = if line == at { moved(line, by) } else { line };
                self.go(model, line, column);
            }
            Step::LineEnd(last) => {
                let to = if last { model.columns.len() - 1 } else { 1 };
                self.go(model, at, to);
            }
            Step::GridEnd(last) => {
                self.go(model, if last { usize::MAX } else { 0 }, column);
            }
            Step::Extend(by) => {
                let anchor = self.anchor.unwrap_or(key);
                self.go(model, moved(at, by), column);
                self.anchor = Some(anchor);
            }
            Step::Copy(cut) => wishes.push(Wish::Step(Step::Copy(cut), chosen)),
            Step::AddBelow | Step::Duplicate | Step::Move(_) | Step::Delete => {
                wishes.push(Wish::Step(step, chosen));
                self.reveal();
            }
            Step::Out => {
                self.want_focus = false;
                wishes.push(Wish::Out);
            }
            Step::Leave | Step::GiveBack | Step::Write | Step::Menu => {}
        }
    }

    /// F2: the manner of writing changes, and what is typed stays in the cell.
    fn write(
        &mut self,
        model: &Model,
        key: Key,
        field: Field,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        self.anchor = None;
        self.reveal();
        self.mode = match self.mode {
            Mode::Chosen => {
                fields.finish(requests);
                self.caret = Caret::End;
                self.open_list = !model.line(key).is_some_and(|line| line.is_typed(field));
                Mode::Writing
            }
            Mode::Typing => Mode::Writing,
            Mode::Writing => Mode::Typing,
        };
    }

    /// The lines meant by a step: the chosen ones, else the active one.
    fn chosen_keys(&self, model: &Model) -> Vec<Key> {
        let range = self.chosen_range(model);
        if range.is_empty() {
            return self.active_line().into_iter().collect();
        }
        model.lines[range].iter().map(|line| line.key).collect()
    }

    fn go(&mut self, model: &Model, line: usize, column: usize) {
        let line = line.min(model.lines.len().saturating_sub(1));
        let (Some(line), Some(column)) = (model.lines.get(line), model.columns.get(column)) else {
            return;
        };
        self.active = Some((line.key, column.field));
        self.open.clear();
        self.anchor = (column.field == Field::Tt).then_some(line.key);
        self.reveal();
    }

    /// Tab goes from cell to cell, over the end of a line; a band or a group is one cell.
    fn next_cell(&mut self, model: &Model, at: usize, column: usize, by: i32) {
        let spans = |at: usize| model.lines.get(at).is_some_and(Line::spans);
        let last = model.columns.len().saturating_sub(1);
        if by > 0 {
            if column < last && !spans(at) {
                self.go(model, at, column + 1);
            } else if at + 1 < model.lines.len() {
                self.go(model, at + 1, 1);
            }
        } else if column > 1 && !spans(at) {
            self.go(model, at, column - 1);
        } else if let Some(above) = at.checked_sub(1) {
            self.go(model, above, if spans(above) { 1 } else { last });
        }
    }
}

/// A place this many steps on, or back where the steps are below 0; never before the first.
fn moved(at: usize, by: i32) -> usize {
    at.saturating_add_signed(by as isize)
}
