//! What the pointer drags over the grid: the small square of a fill, the heads of lines, the head
//! of a column. Where it is let go, a wish says so.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{
    CursorIcon, Key as Press, Pos2, Rangef, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme::Theme;

use super::block::Block;
use super::keys::Mode;
use super::sheet::{Key, Line, Sheet, Wish};
use super::{Grid, WishOf};

/// The square at the corner of what is chosen, and what of the grid around it takes the pointer
/// (logical pixels).
const SQUARE: f32 = 7.0;
const GRIP: f32 = 14.0;
/// Beyond the edge one line comes into sight in this time (seconds).
const SCROLL: f64 = 0.06;

/// What is dragged.
#[derive(Clone, Debug)]
pub enum Drag<C> {
    /// The square: the chosen cells go on as far as this block, once the pointer left them.
    Fill(Option<Block>),
    /// These lines.
    Lines(Vec<Key>),
    /// This column.
    Column(C),
}

/// Where the pointer is in a frame, and the corner of what is chosen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Over {
    /// The line under the pointer, wherever it is across, and its place on the screen.
    pub line: Option<(usize, Rect)>,
    /// The column under it, wherever it is up and down.
    pub column: Option<(usize, Rect)>,
    /// The last of the chosen cells.
    pub corner: Option<Rect>,
}

impl<L: Line> Grid<L> {
    /// Esc lets go of what is dragged, and nothing happens.
    pub(super) fn let_go(&mut self, ui: &Ui) {
        if self.drag.is_some()
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Press::Escape))
        {
            self.drag = None;
        }
    }

    /// The block that a fill goes on to, while one is dragged.
    pub(super) fn fill_to(&self) -> Option<Block> {
        match &self.drag {
            Some(Drag::Fill(to)) => to.clone(),
            _ => None,
        }
    }

    /// Takes up the lines by the head of this one: all that are chosen, where it is one of them.
    pub(super) fn lift<S: Sheet<Line = L>>(&mut self, sheet: &S, key: Key) {
        let chosen = self.chosen_range(sheet);
        let keys = if sheet.position(key).is_some_and(|at| chosen.contains(&at)) {
            sheet.lines()[chosen].iter().map(Line::key).collect()
        } else {
            // What was open stays so: closing it would move the lines under the pointer.
            self.open.extend(self.active_line());
            self.anchor = Some((key, None));
            self.active = sheet.columns().first().map(|numbers| (key, numbers.key));
            vec![key]
        };
        self.drag = Some(Drag::Lines(keys));
    }

    /// Draws what is dragged and follows it; `body`: where the lines are seen, `rows`: which.
    pub(super) fn drag_ui<S: Sheet<Line = L>>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        theme: &Theme,
        (frame, head): (Rect, f32),
        (over, rows): (Over, Range<usize>),
        (fields, requests): (&mut Fields, &mut Requests),
    ) -> Option<WishOf<S>> {
        let body = frame.with_min_y(frame.top() + head);
        if self.drag.is_none() {
            self.square_ui(ui, sheet, theme, body, over, (fields, requests));
            return None;
        }
        let pointer = ui.ctx().pointer_latest_pos()?;
        let is_down = ui.input(|input| input.pointer.primary_down());
        self.scroll_beyond(ui, body, pointer, &rows);
        let line = line_under(body, pointer, over, &rows);
        match self.drag.take()? {
            Drag::Fill(_) => {
                let to = self.filled(sheet, pointer, over, line.map(|(at, _)| at));
                ui.set_cursor_icon(CursorIcon::Crosshair);
                if is_down {
                    self.drag = Some(Drag::Fill(to));
                    return None;
                }
                self.fill(sheet, to?)
            }
            Drag::Lines(keys) => {
                let (at, place) = line?;
                let below = pointer.y > place.center().y;
                let edge = if below { place.bottom() } else { place.top() };
                let ink = Stroke::new(3.0, theme.accent);
                ui.painter().with_clip_rect(body).hline(frame.x_range(), edge, ink);
                ui.set_cursor_icon(CursorIcon::Grabbing);
                if is_down {
                    self.drag = Some(Drag::Lines(keys));
                    return None;
                }
                let before = at + usize::from(below);
                let places: Vec<usize> =
                    keys.iter().filter_map(|key| sheet.position(*key)).collect();
                let stays = places.first().zip(places.last()).is_none_or(|(first, last)| {
                    (*first..=*last + 1).contains(&before) && last + 1 - first == places.len()
                });
                (!stays).then_some(Wish::MoveLines(keys, before))
            }
            Drag::Column(column) => {
                let (at, place) = over.column.filter(|(at, _)| *at > 0)?;
                let right = pointer.x > place.center().x;
                let edge = if right { place.right() } else { place.left() };
                let ink = Stroke::new(3.0, theme.accent);
                ui.painter().with_clip_rect(frame).vline(edge, frame.y_range(), ink);
                ui.set_cursor_icon(CursorIcon::Grabbing);
                if is_down {
                    self.drag = Some(Drag::Column(column));
                    return None;
                }
                let (from, before) = (sheet.place(column)?, at + usize::from(right));
                let stays = before == from || before == from + 1;
                (!stays).then_some(Wish::MoveColumn(column, before))
            }
        }
    }

    /// The small square at the corner of what is chosen, by which it is filled on.
    fn square_ui<S: Sheet<Line = L>>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        theme: &Theme,
        body: Rect,
        over: Over,
        (fields, requests): (&mut Fields, &mut Requests),
    ) {
        let Some(cell) = over.corner.filter(|_| self.mode == Mode::Chosen && !self.sweeping) else {
            return;
        };
        let Some(editor) = self.editor else { return };
        let corner = cell.right_bottom() - Vec2::splat(2.0);
        let seen = Rect::from_center_size(corner, Vec2::splat(SQUARE));
        if !body.contains_rect(seen) {
            return;
        }
        let grip = Rect::from_center_size(corner, Vec2::splat(GRIP)).intersect(body);
        let response = ui.interact(grip, editor.with("fill"), Sense::drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, sheet.fill_label()));
        ui.painter().rect(
            seen,
            0.0,
            theme.accent,
            Stroke::new(1.0, theme.surface),
            StrokeKind::Outside,
        );
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::Crosshair);
        }
        if response.drag_started() {
            self.leave(fields, requests);
            self.drag = Some(Drag::Fill(None));
            ui.request_repaint();
        }
    }

    /// How far the chosen cells would be filled on: down or to the right, where the pointer is
    /// further away.
    fn filled<S: Sheet<Line = L>>(
        &self,
        sheet: &S,
        pointer: Pos2,
        over: Over,
        line: Option<usize>,
    ) -> Option<Block> {
        let from = self.source(sheet)?;
        let column = over.column.map(|(at, _)| at);
        let down = line.filter(|at| *at >= from.lines.end);
        let right = column.filter(|at| *at >= from.columns.end);
        let away = over.corner.map_or(Vec2::ZERO, |cell| pointer - cell.max);
        match (down, right) {
            (Some(line), right) if right.is_none() || away.y >= away.x => {
                Some(Block { lines: from.lines.start..line + 1, columns: from.columns })
            }
            (_, Some(column)) => {
                Some(Block { lines: from.lines, columns: from.columns.start..column + 1 })
            }
            _ => None,
        }
    }

    /// The cells that a fill goes on from.
    fn source<S: Sheet<Line = L>>(&self, sheet: &S) -> Option<Block> {
        self.block(sheet).or_else(|| {
            let (key, column) = self.active?;
            let (line, column) = (sheet.position(key)?, sheet.place(column)?);
            Some(Block::between((line, column), (line, column), sheet.columns().len()))
        })
    }

    /// The wish to fill on to this block, which is chosen then.
    fn fill<S: Sheet<Line = L>>(&mut self, sheet: &S, to: Block) -> Option<WishOf<S>> {
        let from = self.source(sheet)?;
        let keys = |lines: Range<usize>| -> Vec<Key> {
            sheet.lines()[lines].iter().map(Line::key).collect()
        };
        let columns = |columns: Range<usize>| -> Vec<L::Column> {
            sheet.columns()[columns].iter().map(|column| column.key).collect()
        };
        let down = to.lines.end > from.lines.end;
        let more = if down {
            (keys(from.lines.end..to.lines.end), columns(from.columns.clone()))
        } else {
            (keys(from.lines.clone()), columns(from.columns.end..to.columns.end))
        };
        let wish = Wish::Fill { from: (keys(from.lines), columns(from.columns)), to: more, down };
        let (lines, columns) = (keys(to.lines), columns(to.columns));
        self.anchor = lines.first().zip(columns.first()).map(|(line, one)| (*line, Some(*one)));
        self.active = lines.last().zip(columns.last()).map(|(line, one)| (*line, *one));
        Some(wish)
    }

    /// Brings the next line into sight while the pointer is beyond the edge.
    fn scroll_beyond(&mut self, ui: &Ui, body: Rect, pointer: Pos2, rows: &Range<usize>) {
        let next = if matches!(self.drag, Some(Drag::Column(_))) {
            None
        } else if pointer.y > body.bottom() {
            Some(rows.end)
        } else if pointer.y < body.top() {
            rows.start.checked_sub(1)
        } else {
            None
        };
        let now = ui.input(|input| input.time);
        if let Some(next) = next {
            if now - self.scrolled_at >= SCROLL {
                self.scrolled_at = now;
                self.scroll_to = Some(next);
            }
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(SCROLL));
        }
    }
}

/// The line that is meant: the last or the first one in sight where the pointer is beyond them.
fn line_under(body: Rect, pointer: Pos2, over: Over, rows: &Range<usize>) -> Option<(usize, Rect)> {
    let edge = |at: usize, y: f32| (at, Rect::from_x_y_ranges(body.x_range(), Rangef::point(y)));
    over.line.or_else(|| {
        let last = rows.end.checked_sub(1)?;
        Some(if pointer.y < body.top() {
            edge(rows.start, body.top())
        } else {
            edge(last, body.bottom())
        })
    })
}
