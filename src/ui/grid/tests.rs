//! The grid over a sheet of plain words, which is no plan.

use egui::{Event, Id, Modifiers, Pos2, Rect, Response, Ui};

use super::*;
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme;

#[derive(Clone, PartialEq)]
struct Words {
    key: u32,
    spans: bool,
    cells: Vec<String>,
}

impl Line for Words {
    type Column = usize;

    fn key(&self) -> Key {
        Key(self.key)
    }

    fn number(&self) -> &str {
        &self.cells[0]
    }

    fn spans(&self) -> bool {
        self.spans
    }

    fn text(&self, column: usize) -> &str {
        &self.cells[column]
    }

    fn cell(&self, column: usize) -> Cell {
        if column == 0 { Cell::Number } else { Cell::Text }
    }

    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

struct Page {
    columns: Vec<Column<usize>>,
    lines: Vec<Words>,
}

impl Sheet for Page {
    type Line = Words;
    type Act = ();

    fn state(&self) -> (u32, u64) {
        (1, 1)
    }

    fn columns(&self) -> &[Column<usize>] {
        &self.columns
    }

    fn lines(&self) -> &[Words] {
        &self.lines
    }

    fn position(&self, key: Key) -> Option<usize> {
        self.lines.iter().position(|line| line.key == key.0)
    }

    fn bold(&self, _: &Words, _: usize, _: &str) -> usize {
        0
    }

    fn breaks(&self, _: &Words, _: usize) -> bool {
        true
    }

    fn note(&self, _: usize, _: usize, _: Option<&str>, _: bool) -> Option<Note> {
        None
    }

    fn label(&self, _: usize, _: usize, text: &str) -> String {
        text.to_owned()
    }

    fn editor_label(&self, _: usize, _: usize) -> String {
        String::new()
    }

    fn start_words(&self) -> &'static str {
        ""
    }

    fn begin(&self, _: &Words, _: usize, _: Id, _: &mut Fields, _: &mut Requests) {}

    fn list_ui(&self, _: &mut Ui, _: &Words, _: usize) -> Option<()> {
        None
    }

    fn menu_ui(&self, _: &mut Ui) -> (Option<Response>, Option<Pick<()>>) {
        (None, None)
    }
}

/// A column of numbers and two of words; the first line goes over both.
fn page(lines: u32, words: &str) -> Page {
    let column = |key| Column {
        key,
        title: String::new(),
        proposed: 100.0,
        share: 1.0,
        unbroken: false,
        permille: None,
        drawn: None,
    };
    let line = |key| Words {
        key,
        spans: key == 0,
        cells: vec![key.to_string(), words.to_owned(), words.to_owned()],
    };
    Page { columns: (0..3).map(column).collect(), lines: (0..lines).map(line).collect() }
}

/// A grid in a window of 800 x 600, and what is needed to draw it.
struct Desk {
    ctx: egui::Context,
    grid: Grid<Words>,
    page: Page,
    wishes: Vec<WishOf<Page>>,
}

impl Desk {
    fn new(page: Page) -> Self {
        let ctx = egui::Context::default();
        theme::set_fonts(&ctx);
        let mut desk = Self { ctx, grid: Grid::default(), page, wishes: Vec::new() };
        for _ in 0..3 {
            desk.frame(Vec::new());
        }
        desk
    }

    fn frame(&mut self, events: Vec<Event>) {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(800.0, 600.0)));
        let input = egui::RawInput { screen_rect, events, ..egui::RawInput::default() };
        let (grid, page, wishes) = (&mut self.grid, &self.page, &mut self.wishes);
        let mut fields = Fields::default();
        let mut requests = Requests::default();
        let mut output = self.ctx.clone().run_ui(input, |ui| {
            wishes.extend(grid.show(ui, page, false, false, &mut fields, &mut requests));
        });
        output.textures_delta.clear();
    }

    fn press(&mut self, modifiers: Modifiers, key: egui::Key) {
        let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        self.frame(vec![event]);
        self.frame(Vec::new());
    }

    fn active(&self) -> (u32, usize) {
        let (key, column) = self.grid.active_cell().unwrap();
        (key.0, column)
    }
}

#[test]
fn tab_goes_from_cell_to_cell_and_takes_a_line_over_the_full_width_as_one() {
    let mut desk = Desk::new(page(3, "a"));
    assert_eq!(desk.active(), (1, 1), "the first line that does not span");
    let mut way = Vec::new();
    for _ in 0..3 {
        desk.press(Modifiers::SHIFT, egui::Key::Tab);
        way.push(desk.active());
    }
    assert_eq!(way, [(0, 1), (0, 1), (0, 1)], "nothing is before it");
    for _ in 0..4 {
        desk.press(Modifiers::NONE, egui::Key::Tab);
        way.push(desk.active());
    }
    assert_eq!(way[3..], [(1, 1), (1, 2), (2, 1), (2, 2)]);
}

#[test]
fn a_step_with_the_chosen_lines_is_wished_and_not_done() {
    let mut desk = Desk::new(page(5, "a"));
    desk.press(Modifiers::SHIFT, egui::Key::ArrowDown);
    assert_eq!(desk.grid.chosen_range(&desk.page), 1..3);
    desk.press(Modifiers::COMMAND | Modifiers::CTRL, egui::Key::Delete);
    assert_eq!(desk.wishes, [Wish::Step(Step::Delete, vec![Key(1), Key(2)])]);
}

#[test]
fn long_lines_share_the_window_and_the_active_one_is_open() {
    let long = "word after word ".repeat(60);
    let desk = Desk::new(page(20, &long));
    let height = |at| desk.grid.heights.top(at + 1) - desk.grid.heights.top(at);
    assert!(height(1) > 2.0 * height(2), "{} and {}", height(1), height(2));
    assert!(5.0 * height(2) < 600.0, "{}", height(2));
    let few = Desk::new(page(3, &"word after word ".repeat(16)));
    let height = |at| few.grid.heights.top(at + 1) - few.grid.heights.top(at);
    assert!((height(1) - height(2)).abs() < 1.0, "nothing is cut where all has room");
}
