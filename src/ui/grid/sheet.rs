//! What a grid shows, and what it asks of the view around it: all that it knows of both.

use std::fmt::Debug;
use std::hash::Hash;
use std::ops::Range;

use egui::{Color32, Id, Pos2, Response, Ui, Vec2};

use crate::ui::fields::Fields;
use crate::ui::request::Requests;

use super::keys::Step;

/// Names a line of one grid, wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(pub u32);

/// One column of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Column<C> {
    /// Names it, wherever it stands.
    pub key: C,
    /// Its title.
    pub title: String,
    /// The width by which it is proposed (logical pixels).
    pub proposed: f32,
    /// Its share of the room that is left, beside those of the others.
    pub share: f32,
    /// Its words lose their sense where they are broken often: it is as wide as proposed.
    pub unbroken: bool,
    /// Its share of the width that is set for paper, in thousandths.
    pub permille: Option<u16>,
    /// How wide a person drew it on the screen (logical pixels).
    pub drawn: Option<f32>,
}

/// What can be done with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The number of the line: the whole line is chosen by it.
    Number,
    /// Text is typed into it.
    Text,
    /// One of a list is chosen.
    List,
    /// There is nothing to type into yet; it can be begun.
    Start,
}

/// Words under those of a cell, which lead on when they are clicked.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The words, and whether they are strong.
    pub words: Vec<(String, bool)>,
    /// The colour of the strong ones.
    pub ink: Color32,
    /// What a screen reader says.
    pub label: String,
    /// What is said under the pointer.
    pub tip: &'static str,
}

/// One line of a grid.
pub trait Line: Clone {
    /// Names a column, wherever it stands.
    type Column: Copy + Debug + PartialEq + Hash;

    /// Names the line.
    fn key(&self) -> Key;

    /// What stands in its first column; often empty.
    fn number(&self) -> &str;

    /// Whether it goes over the full width and holds one text.
    fn spans(&self) -> bool;

    /// What stands in a cell; its one text where it spans.
    fn text(&self, column: Self::Column) -> &str;

    /// What can be done with a cell.
    fn cell(&self, column: Self::Column) -> Cell;

    /// Whether it shows the very same thing as another one, so that it is as high.
    fn same(&self, other: &Self) -> bool;

    /// Whether text can be typed into a cell.
    fn is_typed(&self, column: Self::Column) -> bool {
        self.cell(column) == Cell::Text
    }
}

/// Something that a text may become while it is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// Its words.
    pub words: String,
    /// What stands beside them.
    pub beside: String,
    /// The text of the cell once it is taken.
    pub whole: String,
}

/// What names a column of a sheet.
pub type ColumnOf<S> = <<S as Sheet>::Line as Line>::Column;

/// What a grid shows: lines and columns, and how a text that was typed is said.
pub trait Sheet {
    /// One of its lines.
    type Line: Line;
    /// What its menus offer beside the steps of the grid.
    type Act;

    /// Which sheet it is, and a number that is another one after every change of it.
    fn state(&self) -> (u32, u64);

    /// Its columns; the first one holds the numbers of the lines.
    fn columns(&self) -> &[Column<ColumnOf<Self>>];

    /// Its lines, in order.
    fn lines(&self) -> &[Self::Line];

    /// Where a line stands.
    fn position(&self, key: Key) -> Option<usize>;

    /// What a cell shows while nobody types into it, and whether that is its own text.
    fn shown<'l>(&self, line: &'l Self::Line, column: ColumnOf<Self>) -> (&'l str, bool) {
        (line.text(column), true)
    }

    /// So many bytes of a text at its beginning are bold.
    fn bold(&self, line: &Self::Line, column: ColumnOf<Self>, text: &str) -> usize;

    /// Where in a cell words stand that are looked for, in bytes, and whether each is the one that
    /// is looked at.
    fn found(&self, _: &Self::Line, _: ColumnOf<Self>) -> Vec<(Range<usize>, bool)> {
        Vec::new()
    }

    /// Whether Enter makes a new line in a cell.
    fn breaks(&self, line: &Self::Line, column: ColumnOf<Self>) -> bool;

    /// An edge of this colour stands beside the number of a line that wants to be seen; a note in
    /// it says why.
    fn edge(&self, _at: usize) -> Option<Color32> {
        None
    }

    /// Words under those of a cell, in which something else is being typed or not; more of them
    /// where its line is open.
    fn note(
        &self,
        at: usize,
        column: ColumnOf<Self>,
        typed: Option<&str>,
        open: bool,
    ) -> Option<Note>;

    /// What a screen reader says of a cell with this text.
    fn label(&self, at: usize, column: ColumnOf<Self>, text: &str) -> String;

    /// What a screen reader says of a cell in which text is typed.
    fn editor_label(&self, at: usize, column: ColumnOf<Self>) -> String;

    /// What a screen reader says of the square by which cells are filled on.
    fn fill_label(&self) -> &'static str {
        ""
    }

    /// What a screen reader says of the line by which a column is made wider.
    fn width_label(&self, column: &str) -> String {
        column.to_owned()
    }

    /// The words in a cell that can be begun, while it is the active one.
    fn start_words(&self) -> &'static str;

    /// Makes a cell the live field of this editor.
    fn begin(
        &self,
        line: &Self::Line,
        column: ColumnOf<Self>,
        editor: Id,
        fields: &mut Fields,
        requests: &mut Requests,
    );

    /// Draws the list of a cell from which one is chosen.
    fn list_ui(&self, ui: &mut Ui, line: &Self::Line, column: ColumnOf<Self>) -> Option<Self::Act>;

    /// Draws the menu of the chosen lines; gives its first entry, and what was picked.
    fn menu_ui(&self, ui: &mut Ui) -> (Option<Response>, Option<Pick<Self::Act>>);

    /// Whether columns have a menu.
    fn has_head_menus(&self) -> bool {
        false
    }

    /// What a screen reader says of what opens the menu of a column.
    fn head_menu_label(&self, _title: &str) -> String {
        String::new()
    }

    /// Draws the menu of a column; gives its first entry, and what was picked.
    fn head_menu_ui(
        &self,
        _: &mut Ui,
        _: ColumnOf<Self>,
    ) -> (Option<Response>, Option<Pick<Self::Act>>) {
        (None, None)
    }

    /// The column by which the lines stand, and whether the greatest comes first.
    fn sorted(&self) -> Option<(ColumnOf<Self>, bool)> {
        None
    }

    /// Whether a text from the clipboard is a block of cells, which goes into several of them.
    fn is_block(&self, _text: &str) -> bool {
        false
    }

    /// What a text that is being typed into a cell may become, the best first.
    fn proposals(&self, _: &Self::Line, _: ColumnOf<Self>, _typed: &str) -> Vec<Proposed> {
        Vec::new()
    }

    /// Draws them, this one as chosen; gives the one that was clicked.
    fn proposals_ui(&self, _: &mut Ui, _: &[Proposed], _chosen: Option<usize>) -> Option<usize> {
        None
    }

    /// The line of this name.
    fn line(&self, key: Key) -> Option<&Self::Line> {
        self.position(key).and_then(|at| self.lines().get(at))
    }

    /// Where a column stands.
    fn place(&self, column: ColumnOf<Self>) -> Option<usize> {
        self.columns().iter().position(|one| one.key == column)
    }

    /// Whether this column holds the numbers of the lines.
    fn is_number(&self, column: ColumnOf<Self>) -> bool {
        self.columns().first().is_some_and(|first| first.key == column)
    }
}

/// What was picked from the menu of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pick<A> {
    /// A step with the chosen lines.
    Step(Step),
    /// The line is opened for itself.
    Open,
    /// The column is as wide as its words want it.
    Fit,
    /// Something of the sheet's own.
    Act(A),
}

/// What a grid asks of the view around it.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish<C, A> {
    /// A step with the chosen lines that changes the sheet.
    Step(Step, Vec<Key>),
    /// A step with the chosen cells, by their lines and columns.
    Cells(Step, Vec<Key>, Vec<C>),
    /// A block of cells is pasted at the active one.
    Paste(String),
    /// A line is opened for itself.
    Open(Key),
    /// The note of a cell leads on: it was clicked, or asked for by its key.
    Note(Key, C),
    /// A cell is begun.
    Start(Key, C),
    /// Enter made a new line in a cell.
    Broke,
    /// Something of the sheet's own was picked.
    Act(A),
    /// These cells go on into those behind them, which lie below (`down`) or to the right.
    Fill {
        /// The lines and the columns that are chosen.
        from: (Vec<Key>, Vec<C>),
        /// Those that are filled.
        to: (Vec<Key>, Vec<C>),
        /// They lie below.
        down: bool,
    },
    /// These lines come before the one that stands there.
    MoveLines(Vec<Key>, usize),
    /// This column comes before the one that stands there.
    MoveColumn(C, usize),
    /// A column keeps this width (logical pixels); none: as the window proposes.
    Width(C, Option<f32>),
    /// The focus shall go to the buttons around the grid.
    Out,
}

/// What a person did with the pointer, handled after the grid is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Click<C, A> {
    /// A cell is chosen.
    Cell(Key, C),
    /// The block grows to a cell.
    Extend(Key, C),
    /// A press on a cell is being dragged over others.
    Sweep(Key, C),
    /// A column is chosen by its title; none: all of them.
    Column(Option<C>),
    /// The active cell is written in, at this place from its left top corner.
    Write(Vec2),
    /// A cell, by the right button, at this place of the screen.
    Menu(Key, C, Pos2),
    /// The head of a column, for its menu at this place of the screen; by a key or not.
    HeadMenu(C, Pos2, bool),
    /// The number of a line; with `true` the selection grows to it.
    Number(Key, bool),
    /// The head of a line is being dragged.
    Lift(Key),
    /// The head of a column is being dragged.
    LiftColumn(C),
    /// A line is opened for itself.
    Open(Key),
    /// The note of a cell.
    Note(Key, C),
    /// A cell is begun.
    Start(Key, C),
    /// Something of the sheet's own.
    Act(A),
    /// A step of the menu.
    Step(Step),
    /// The live text was changed.
    Wrote,
    /// The live text becomes this: a proposal was taken.
    Take(String),
    /// The live text was clicked or marked.
    InText,
    /// A column is being dragged to this width.
    Drag(C, f32),
    /// A column keeps the width it was dragged to; none: as the window proposes again.
    Width(C, Option<f32>),
}
