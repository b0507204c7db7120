//! What clicks and keys do in the grid.

use egui::Vec2;

use crate::ui::fields::Fields;
use crate::ui::request::Requests;

use super::block::edge;
use super::drag::Drag;
use super::galleys::{self, PAD};
use super::keys::{Mode, Step, Way, Whole};
use super::proposals::Proposing;
use super::sheet::{Click, Key, Line, Sheet, Wish};
use super::{Caret, ClickOf, Grid, Menu, MenuOf, WishOf};

impl<L: Line> Grid<L> {
    pub(super) fn leave(&mut self, fields: &mut Fields, requests: &mut Requests) {
        fields.finish(requests);
        self.proposing = Proposing::default();
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
        if !matches!(click, Click::Wrote) {
            self.tabbed = None;
        }
        match click {
            Click::Sweep(key, column) => {
                self.leave(fields, requests);
                self.point_at(sheet, key, column);
                self.anchor = Some((key, Some(column)));
                self.sweeping = true;
            }
            Click::Extend(key, column) => {
                if self.active == Some((key, column)) {
                    return;
                }
                self.leave(fields, requests);
                let begin = self.anchor.or(self.active.map(|(key, column)| (key, Some(column))));
                self.active = Some((key, column));
                self.anchor = begin;
            }
            Click::Column(column) => {
                self.leave(fields, requests);
                if let Some(column) = column {
                    self.column(sheet, column);
                } else {
                    self.whole(sheet, Whole::All);
                }
            }
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
                let place = sheet.place(column).unwrap_or_default();
                let in_block = self
                    .block(sheet)
                    .is_some_and(|block| block.is_many() && block.contains(at, place));
                if !in_block && self.active != Some((key, column)) {
                    self.leave(fields, requests);
                    self.point_at(sheet, key, column);
                    self.anchor = sheet.is_number(column).then_some((key, None));
                }
                self.menu = Some(Menu { of: MenuOf::Line(key), at: pointer, by_key: false });
            }
            Click::HeadMenu(column, at, by_key) => {
                self.leave(fields, requests);
                self.menu = Some(Menu { of: MenuOf::Head(column), at, by_key });
            }
            Click::Number(key, grow) => {
                let begin = self.anchor.map(|(key, _)| key);
                let from = begin.or(self.active_line()).filter(|_| grow);
                self.leave(fields, requests);
                if let Some(numbers) = sheet.columns().first() {
                    self.point_at(sheet, key, numbers.key);
                }
                self.anchor = Some((from.unwrap_or(key), None));
            }
            Click::Lift(key) => {
                self.leave(fields, requests);
                self.lift(sheet, key);
            }
            Click::LiftColumn(column) => {
                self.leave(fields, requests);
                self.drag = Some(Drag::Column(column));
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
            // Handled where the text field is at hand.
            Click::Take(_) => {}
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
            Step::Propose(by) => {
                self.proposing.step(by);
                return;
            }
            Step::Dismiss => {
                self.proposing.dismiss();
                return;
            }
            Step::Menu | Step::Move(1) if self.whole_column(sheet) => {
                let head = self.heads.iter().find(|(column, _)| *column == active);
                let at = head.map_or(self.corner, |(_, at)| *at);
                self.menu = Some(Menu { of: MenuOf::Head(active), at, by_key: true });
                return;
            }
            Step::Menu => {
                let at = self.cell.map_or(self.corner, |cell| cell.left_top());
                let at = at + PAD + Vec2::new(0.0, galleys::LINE_HEIGHT);
                self.menu = Some(Menu { of: MenuOf::Line(key), at, by_key: true });
                return;
            }
            _ => {}
        }
        self.leave(fields, requests);
        let chosen = self.chosen_keys(sheet);
        let tabbed = self.tabbed.take();
        let begin = self.anchor.unwrap_or((key, Some(active)));
        match step {
            Step::Lines(by) => self.go(sheet, moved(at, by), column),
            Step::Enter(by) => {
                let column = tabbed.and_then(|of| sheet.place(of)).unwrap_or(column);
                self.go(sheet, moved(at, by), column);
            }
            Step::Columns(by) => {
                let last = sheet.columns().len().saturating_sub(1);
                self.go(sheet, at, moved(column, by).min(last));
            }
            Step::Cells(by) => {
                let last = sheet.columns().len().saturating_sub(1);
                let spans = sheet.lines().get(at).is_some_and(Line::spans);
                if by > 0 && at + 1 == sheet.lines().len() && (column == last || spans) {
                    // As in a table of Word: Tab in the last cell adds a line.
                    self.active = sheet.columns().get(1).map(|first| (key, first.key));
                    wishes.push(Wish::Step(Step::AddBelow, vec![key]));
                } else {
                    self.next_cell(sheet, at, column, by);
                }
                self.tabbed = tabbed.or(Some(active)).filter(|_| by > 0);
            }
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
                let (line, column) =
                    if last { (usize::MAX, sheet.columns().len() - 1) } else { (0, 1) };
                self.go(sheet, line, column);
            }
            Step::Extend(by) => {
                self.go(sheet, moved(at, by), column);
                self.anchor = Some(begin);
            }
            Step::ExtendColumns(by) => {
                let last = sheet.columns().len().saturating_sub(1);
                self.go(sheet, at, moved(column, by).clamp(1, last));
                self.anchor = Some(begin);
            }
            Step::Edge(way, grows) => {
                let (line, column) = beyond(sheet, (at, column), way);
                self.go(sheet, line, column);
                if grows {
                    self.anchor = Some(begin);
                }
            }
            Step::Whole(whole) => self.whole(sheet, whole),
            Step::Note => wishes.push(Wish::Note(key, active)),
            Step::Paste => wishes.extend(self.block.take().map(Wish::Paste)),
            Step::Copy(_) if self.block(sheet).is_some_and(|block| block.is_lines()) => {
                wishes.push(Wish::Step(step, chosen));
            }
            Step::Copy(_) | Step::Empty | Step::FillDown | Step::FillRight => {
                wishes.push(self.cells(sheet, step));
            }
            Step::AddAbove | Step::AddBelow | Step::Duplicate | Step::Move(_) | Step::Delete => {
                wishes.push(Wish::Step(step, chosen));
                self.reveal();
            }
            Step::Out => {
                self.want_focus = false;
                wishes.push(Wish::Out);
            }
            Step::Leave
            | Step::GiveBack
            | Step::Write
            | Step::Menu
            | Step::Propose(_)
            | Step::Take
            | Step::Dismiss => {}
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
        self.anchor = sheet.is_number(column.key).then_some((line.key(), None));
        self.reveal();
    }

    /// Chooses the lines or the columns of the block, or all cells.
    fn whole<S: Sheet<Line = L>>(&mut self, sheet: &S, whole: Whole) {
        let Some((key, column)) = self.active else { return };
        match whole {
            Whole::Lines => {
                let begin = self.anchor.map_or(key, |(key, _)| key);
                self.anchor = Some((begin, None));
            }
            Whole::Columns => {
                let begin = self.anchor.map_or(Some(column), |(_, column)| column);
                let first = sheet.lines().first().map(Line::key);
                let last = sheet.lines().last().map(Line::key);
                self.anchor = first.map(|first| (first, begin));
                self.active = last.map(|last| (last, column));
            }
            Whole::All => {
                let ends = sheet.lines().first().zip(sheet.lines().last());
                self.anchor = ends.map(|(first, _)| (first.key(), None));
                self.active = ends.map(|(_, last)| (last.key(), column));
            }
        }
    }

    /// Whether one column is chosen as a whole that has a menu.
    fn whole_column<S: Sheet<Line = L>>(&self, sheet: &S) -> bool {
        let block = self.block(sheet).filter(|block| !block.is_lines());
        let all = 0..sheet.lines().len();
        sheet.has_head_menus()
            && block.is_some_and(|block| block.lines == all && block.columns.len() == 1)
    }

    /// Chooses a column by its title.
    fn column<S: Sheet<Line = L>>(&mut self, sheet: &S, column: L::Column) {
        if let Some(key) = self.active_line() {
            self.active = Some((key, column));
            self.anchor = None;
            self.whole(sheet, Whole::Columns);
        }
    }

    /// What is wished with the chosen cells: those of the block, else the active one.
    fn cells<S: Sheet<Line = L>>(&self, sheet: &S, step: Step) -> WishOf<S> {
        let (lines, columns) = match self.block(sheet) {
            Some(block) => {
                let columns = block.columns.start.max(1)..block.columns.end;
                let lines = sheet.lines()[block.lines].iter().map(Line::key).collect();
                (lines, sheet.columns()[columns].iter().map(|column| column.key).collect())
            }
            None => self.active.map(|(key, column)| (vec![key], vec![column])).unwrap_or_default(),
        };
        Wish::Cells(step, lines, columns)
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

/// Where Ctrl with an arrow leads from a cell.
fn beyond<S: Sheet>(sheet: &S, (line, column): (usize, usize), way: Way) -> (usize, usize) {
    let on = matches!(way, Way::Down | Way::Right);
    let (lines, columns) = (sheet.lines(), sheet.columns());
    let filled = |line: &S::Line, column: usize| {
        columns.get(column).is_some_and(|one| !line.text(one.key).trim().is_empty())
    };
    match way {
        Way::Up | Way::Down => {
            // A band or a group is a gap between the rows.
            let filled = |at: usize| !lines[at].spans() && filled(&lines[at], column);
            (edge(line, on, lines.len(), filled), column)
        }
        Way::Left | Way::Right => {
            let count = columns.len().saturating_sub(1);
            let from = column.saturating_sub(1);
            let filled = |at: usize| filled(&lines[line], at + 1);
            (line, edge(from, on, count, filled) + 1)
        }
    }
}
