//! A grid that knows no plan: the active cell, its keys, and the frame in which it is drawn.
//!
//! What it shows is a [`Sheet`]; what it wants of the view around it are [`Wish`]es.
//!
//! Invariant: one key that moves is handled in a frame, after the text before it went into
//! the cell; what was typed after it waits for the cell it was meant for. So nothing typed
//! fast is lost, and a cell begins with the newest value.

mod block;
mod drag;
mod fit;
mod focus;
mod frame;
mod galleys;
mod heights;
mod held;
mod kept;
mod keys;
mod paint;
mod paste;
mod proposals;
mod sheet;
mod steps;
mod sticky;
#[cfg(test)]
mod tests;
mod widths;

pub use block::Block;
pub use keys::Step;
pub use sheet::{Cell, Column, Key, Line, Note, Pick, Proposed, Sheet, Wish};

use std::ops::Range;

use egui::{Event, Id, Pos2, Rect, Vec2};

use drag::Drag;
use fit::Fit;
use heights::Heights;
use held::Held;
use kept::Kept;
use keys::Mode;
use proposals::Proposing;
use sheet::{Click, ColumnOf};
use sticky::Titles;

/// Where the caret stands when a cell becomes live.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Caret {
    /// Everything is marked: the cell is chosen.
    #[default]
    All,
    /// At the end: the cell is written in.
    End,
    /// Where the pointer was, from the cell's left top corner.
    At(Vec2),
}

/// A room and how wide its columns stay (logical pixels).
type Frozen<C> = (f32, Vec<(C, f32)>);

/// What a grid of such lines remembers between frames.
pub struct Grid<L: Line> {
    heights: Heights<L>,
    kept: Kept<L::Column>,
    active: Option<(Key, L::Column)>,
    /// Lines that a click left: they stay open as long as closing them would move what was
    /// clicked away from under the pointer, until a key moves.
    open: Vec<Key>,
    /// Where the block of chosen cells began; it ends at the active cell. Without a column whole
    /// lines are chosen.
    anchor: Option<(Key, Option<L::Column>)>,
    /// The column in which a row of Tabs began: Enter returns to it.
    tabbed: Option<L::Column>,
    /// The pointer is being dragged over cells, which come into the block.
    sweeping: bool,
    /// What the pointer is dragging besides.
    drag: Option<Drag<L::Column>>,
    /// The line that is scrolled to while the pointer drags beyond the edge, and when one was
    /// last (seconds of the window's clock).
    scroll_to: Option<usize>,
    scrolled_at: f64,
    /// The id of the live editor.
    editor: Option<Id>,
    mode: Mode,
    caret: Caret,
    /// The editor shall have the focus.
    want_focus: bool,
    /// The active cell shall be seen: it is scrolled to in at most this many frames yet.
    reveal: u8,
    /// After a click not before this moment (seconds of the window's clock): a second one
    /// shall lie on the same cell.
    reveal_after: f64,
    /// Events that wait for the next frame.
    waiting: Vec<Event>,
    /// What was typed while something over the grid closed.
    held: Held,
    /// The block of cells that is pasted in this frame.
    block: Option<String>,
    /// Where the titles stand.
    titles: Titles,
    /// The column that is being dragged, and how wide it is (logical pixels).
    dragged: Option<(L::Column, f32)>,
    /// How wide the words in the columns want them.
    fit: Fit<L::Column>,
    /// The room and the widths when a column was dragged: the others stay where they are
    /// until the table comes into sight again.
    frozen: Option<Frozen<L::Column>>,
    open_list: bool,
    /// What the text that is being typed may become.
    proposing: Proposing,
    /// The room that was kept under the text that is being typed (logical pixels): it never
    /// becomes less, or the lines below would jump while a person types.
    note_room: f32,
    menu: Option<Menu<L::Column>>,
    /// Where the heads of the columns in sight end at the left, on the screen.
    heads: Vec<(L::Column, Pos2)>,
    /// Where the active cell was drawn last, on the screen.
    cell: Option<Rect>,
    /// Where the grid's lines begin on the screen.
    corner: Pos2,
    last_pass: u64,
    /// The height of the lines' window when it was last drawn.
    page: f32,
}

/// The menu of the chosen lines, or of a column, while it is open.
#[derive(Clone, Copy, Debug)]
struct Menu<C> {
    of: MenuOf<C>,
    /// Where it stands on the screen.
    at: Pos2,
    /// It was opened by a key: its first entry shall have the focus.
    by_key: bool,
}

/// Of what a menu is.
#[derive(Clone, Copy, Debug)]
enum MenuOf<C> {
    /// Of the chosen lines; of this one, where one is opened.
    Line(Key),
    /// Of a column, by its head.
    Head(C),
}

/// Frames in which a cell that was only estimated comes to its place and into sight.
const REVEAL: u8 = 16;

/// What a sheet's grid wishes.
pub type WishOf<S> = Wish<ColumnOf<S>, <S as Sheet>::Act>;

/// What was clicked in a sheet's grid.
type ClickOf<S> = Click<ColumnOf<S>, <S as Sheet>::Act>;

impl<L: Line> Default for Grid<L> {
    fn default() -> Self {
        Self {
            heights: Heights::default(),
            kept: Kept::default(),
            active: None,
            open: Vec::new(),
            anchor: None,
            tabbed: None,
            sweeping: false,
            drag: None,
            scroll_to: None,
            scrolled_at: 0.0,
            editor: None,
            mode: Mode::default(),
            caret: Caret::default(),
            want_focus: false,
            reveal: 0,
            reveal_after: 0.0,
            waiting: Vec::new(),
            held: Held::default(),
            block: None,
            titles: Titles::default(),
            dragged: None,
            fit: Fit::default(),
            frozen: None,
            open_list: false,
            proposing: Proposing::default(),
            note_room: 0.0,
            menu: None,
            heads: Vec::new(),
            cell: None,
            corner: Pos2::ZERO,
            last_pass: 0,
            page: 0.0,
        }
    }
}

impl<L: Line> Grid<L> {
    /// Where its lines began when it was drawn last, on the screen (logical pixels).
    #[must_use]
    pub fn top(&self) -> f32 {
        self.corner.y
    }

    /// The active line.
    #[must_use]
    pub fn active_line(&self) -> Option<Key> {
        self.active.map(|(key, _)| key)
    }

    /// The active cell.
    #[must_use]
    pub fn active_cell(&self) -> Option<(Key, L::Column)> {
        self.active
    }

    /// Chooses a cell; it is scrolled to and takes the focus in the next frame.
    pub fn choose(&mut self, key: Key, column: L::Column) {
        self.active = Some((key, column));
        self.open.clear();
        self.anchor = None;
        self.mode = Mode::Chosen;
        self.caret = Caret::All;
        self.want_focus = true;
        self.reveal();
    }

    /// Brings the active cell into sight.
    fn reveal(&mut self) {
        self.reveal = REVEAL;
        self.reveal_after = 0.0;
    }

    /// Chooses the lines from the first to the last of these; the first is the active one.
    pub fn choose_lines(&mut self, lines: &[Key], column: L::Column) {
        let Some((first, last)) = lines.first().zip(lines.last()) else { return };
        self.choose(*first, column);
        self.anchor = (first != last).then_some((*last, None));
    }

    /// The grid takes the keys again.
    pub fn focus(&mut self) {
        self.want_focus = true;
    }

    /// The cells that are chosen together; none where only the active one is.
    pub fn block<S: Sheet<Line = L>>(&self, sheet: &S) -> Option<Block> {
        let (key, column) = self.anchor?;
        let begin = (sheet.position(key)?, column.map_or(Some(0), |column| sheet.place(column))?);
        let (key, column) = self.active?;
        let end = (sheet.position(key)?, sheet.place(column)?);
        Some(Block::between(begin, end, sheet.columns().len()))
    }

    /// The places of the lines that are chosen together; empty where only a cell is.
    pub fn chosen_range<S: Sheet<Line = L>>(&self, sheet: &S) -> Range<usize> {
        self.block(sheet).map_or(0..0, |block| block.lines)
    }

    /// Keeps the active cell on a line that is there.
    fn keep_active<S: Sheet<Line = L>>(&mut self, sheet: &S, came_back: bool) {
        let lines = sheet.lines();
        let gone = self.active.is_some_and(|(key, _)| sheet.position(key).is_none());
        if gone {
            self.active = None;
            self.anchor = None;
        }
        let first_column = sheet.columns().get(1).or(sheet.columns().first());
        if (self.active.is_none() || came_back) && !lines.is_empty() {
            if self.active.is_none() {
                let first = lines.iter().find(|line| !line.spans()).or(lines.first());
                self.active =
                    first.zip(first_column).map(|(line, column)| (line.key(), column.key));
            }
            self.want_focus |= came_back;
            self.mode = Mode::Chosen;
            self.caret = Caret::All;
        }
        if let Some((key, column)) = self.active
            && sheet.place(column).is_none()
            && let Some(first) = first_column
        {
            self.active = Some((key, first.key));
        }
    }
}
