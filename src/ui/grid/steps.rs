//! What clicks and keys do in the grid.

use egui::Vec2;

use crate::ui::fields::Fields;
use crate::ui::request::Requests;

use super::galleys::{self, PAD};
use super::keys::{Mode, Step};
use super::sheet::{Click, Key, Line, Sheet, Wish};
use super::{Caret, ClickOf, Grid, Menu, WishOf};

impl<L: Line> Grid<L> {
    pub(super) fn leave(&mut self, fields: &mut Fields, requests: &mut Requests) {
        fields.finish(requests);
        self.mode = Mode::Chosen;
        self.caret = Caret::All;
        self.want_focus = true;
    }

    /// Makes a cell the active one by a click: what lies above it stays where it is.
    fn point_at<S: Sheet<Line = L>>(&mut self, sheet: &S, key: Key, column: L::Column) {
        self.open.extend(self.active_line());
        let at = sheet.position(key);
        self.open.retain(|open| sheet.position(*open) < at);
        self.active = Some((key, column));
    }

    pub(super) fn click<S: Sheet<Line = L>>(
        &mut self,
        sheet: &S,
        click: ClickOf<S>,
        fields: &mut Fields,
        requests: &mut Requests,
        wishes: &mut Vec<WishOf<S>>,
    ) {
        match click {
            Click::Cell(key, column) => {
                self.leave(fields, requests);
                self.point_at(sheet, key, column);
                self.anchor = None;
                self.open_list = !sheet.line(key).is_some_and(|line| line.is_typed(column));
            }
            Click::Write(at) => {
                fields.finish(requests);
                self.anchor = None;
                self.caret = Caret::At(at);
                self.want_focus = true;
            }
            Click::Menu(key, column, pointer) => {
                let at = sheet.position(key).unwrap_or_default();
                let range = self.chosen_range(sheet);
                let in_chosen_lines = range.len() > 1 && range.contains(&at);
                if !in_chosen_lines && self.active != Some((key, column)) {
                    self.leave(fields, requests);
                    self.point_at(sheet, key, column);
                    self.anchor = sheet.is_number(column).then_some(key);
                }
                self.menu = Some(Menu { key, at: pointer, by_key: false });
            }
            Click::Number(key, grow) => {
                let from = self.anchor.or(self.active_line()).filter(|_| grow);
                self.leave(fields, requests);
                if let Some(numbers) = sheet.columns().first() {
                    self.point_at(sheet, key, numbers.key);
                }
                self.anchor = Some(from.unwrap_or(key));
            }
            Click::Open(key) => {
                self.leave(fields, requests);
                if let Some((_, column)) = self.active {
                    self.choose(key, column);
                }
                wishes.push(Wish::Open(key));
            }
            Click::Note(key, column) => {
                self.leave(fields, requests);
                wishes.push(Wish::Note(key, column));
            }
            Click::Start(key, column) => wishes.push(Wish::Start(key, column)),
            Click::Act(act) => wishes.push(Wish::Act(act)),
            Click::Step(step) => self.step(sheet, step, fields, requests, wishes),
            Click::Wrote => self.wrote(),
            Click::InText => {
                self.mode = Mode::Writing;
                self.anchor = None;
            }
            Click::Drag(column, width) => self.dragged = Some((column, width)),
            Click::Width(column, width) => {
                self.dragged = None;
                if width.is_none() {
                    self.frozen = None;
                }
                wishes.push(Wish::Width(column, width));
            }
        }
    }

    pub(super) fn step<S: Sheet<Line = L>>(
        &mut self,
        sheet: &S,
        step: Step,
        fields: &mut Fields,
        requests: &mut Requests,
        wishes: &mut Vec<WishOf<S>>,
    ) {
        let Some((key, active)) = self.active else { return };
        let at = sheet.position(key).unwrap_or_default();
        let column = sheet.place(active).unwrap_or_default();
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
                self.write(sheet, key, active, fields, requests);
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
        let chosen = self.chosen_keys(sheet);
        match step {
            Step::Lines(by) => self.go(sheet, moved(at, by), column),
            Step::Columns(by) => {
                let last = sheet.columns().len().saturating_sub(1);
                self.go(sheet, at, moved(column, by).min(last));
            }
            Step::Cells(by) => self.next_cell(sheet, at, column, by),
            Step::Pages(by) => {
                let to = self.heights.top(at) + by as f32 * self.page * 0.9;
                let line = self.heights.line_at(to);
                let line = if line == at { moved(line, by) } else { line };
                self.go(sheet, line, column);
            }
            Step::LineEnd(last) => {
                let to = if last { sheet.columns().len() - 1 } else { 1 };
                self.go(sheet, at, to);
            }
            Step::GridEnd(last) => {
                self.go(sheet, if last { usize::MAX } else { 0 }, column);
            }
            Step::Extend(by) => {
                let anchor = self.anchor.unwrap_or(key);
                self.go(sheet, moved(at, by), column);
                self.anchor = Some(anchor);
            }
            Step::Paste => wishes.extend(self.block.take().map(Wish::Paste)),
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
    fn write<S: Sheet<Line = L>>(
        &mut self,
        sheet: &S,
        key: Key,
        column: L::Column,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        self.anchor = None;
        self.reveal();
        self.mode = match self.mode {
            Mode::Chosen => {
                fields.finish(requests);
                self.caret = Caret::End;
                self.open_list = !sheet.line(key).is_some_and(|line| line.is_typed(column));
                Mode::Writing
            }
            Mode::Typing => Mode::Writing,
            Mode::Writing => Mode::Typing,
        };
    }

    /// The lines meant by a step: the chosen ones, else the active one.
    fn chosen_keys<S: Sheet<Line = L>>(&self, sheet: &S) -> Vec<Key> {
        let range = self.chosen_range(sheet);
        if range.is_empty() {
            return self.active_line().into_iter().collect();
        }
        sheet.lines()[range].iter().map(Line::key).collect()
    }

    fn go<S: Sheet<Line = L>>(&mut self, sheet: &S, line: usize, column: usize) {
        let line = line.min(sheet.lines().len().saturating_sub(1));
        let (Some(line), Some(column)) = (sheet.lines().get(line), sheet.columns().get(column))
        else {
            return;
        };
        self.active = Some((line.key(), column.key));
        self.open.clear();
        self.anchor = sheet.is_number(column.key).then_some(line.key());
        self.reveal();
    }

    /// Tab goes from cell to cell, over the end of a line; a band or a group is one cell.
    fn next_cell<S: Sheet<Line = L>>(&mut self, sheet: &S, at: usize, column: usize, by: i32) {
        let spans = |at: usize| sheet.lines().get(at).is_some_and(Line::spans);
        let last = sheet.columns().len().saturating_sub(1);
        if by > 0 {
            if column < last && !spans(at) {
                self.go(sheet, at, column + 1);
            } else if at + 1 < sheet.lines().len() {
                self.go(sheet, at + 1, 1);
            }
        } else if column > 1 && !spans(at) {
            self.go(sheet, at, column - 1);
        } else if let Some(above) = at.checked_sub(1) {
            self.go(sheet, above, if spans(above) { 1 } else { last });
        }
    }
}

/// A place this many steps on, or back where the steps are below 0; never before the first.
fn moved(at: usize, by: i32) -> usize {
    at.saturating_add_signed(by as isize)
}
