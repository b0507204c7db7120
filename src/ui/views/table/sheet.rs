//! The plan's table as the grid sees it.

use std::cell::RefCell;
use std::ops::Range;

use egui::{Color32, Id, Response, Ui};

use crate::import::clipboard;
use crate::messages;
use crate::plan::{Field, Id as PlanId, TableKind};
use crate::ui::fields::Fields;
use crate::ui::grid::{self, Block, Column, Key, Line as _, Note, Pick, Proposed, Sheet};
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;
use crate::understand::{self, Proposal, Used};

use super::arrange::{Arrangement, Filter, Judge, Order};
use super::hints;
use super::menus::{self, Act};
use super::model::{Kind, Line, Model, is_long, lines_of};

/// So many proposals stand under a cell at most.
const PROPOSED: usize = 5;

/// What the dossier says in the column of a cell, once that was asked for.
type UsedIn = Option<((Key, Field), Used)>;

/// The grid of one table of the plan, and what it shows.
#[derive(Default)]
pub struct TableGrid {
    /// Its cells and keys.
    pub grid: grid::Grid<Line>,
    model: Option<Model>,
    /// How many models there were.
    models: u64,
    /// Of which plan it is arranged, and how.
    arranged: (Option<PlanId>, Arrangement),
    /// What the dossier says in the column of the active cell, read when the cell was chosen.
    used: RefCell<UsedIn>,
}

impl TableGrid {
    /// The model of this frame.
    pub fn model(&mut self, cx: &ViewCx<'_>, table: TableKind) -> &Model {
        let fresh = self.model.as_ref().is_some_and(|model| {
            model.revision == cx.revision && model.plan == cx.plan.id && model.table == table
        });
        if !fresh {
            self.model = None;
        }
        if self.arranged.0 != Some(cx.plan.id) {
            self.arranged = (Some(cx.plan.id), Arrangement::default());
        }
        self.model.get_or_insert_with(|| {
            self.models += 1;
            let arrange = |lines| self.arranged.1.arrange(lines);
            Model::new(cx, table, arrange, self.models)
        })
    }

    /// How the lines are arranged.
    #[must_use]
    pub fn arranged(&self) -> &Arrangement {
        &self.arranged.1
    }

    /// Arranges the lines anew; the line `kept` stays in sight.
    pub fn arrange(
        &mut self,
        cx: &ViewCx<'_>,
        filter: Filter,
        order: Option<Order>,
        kept: Option<Key>,
    ) {
        let lines = lines_of(cx, TableKind::Rows);
        let arranged = Arrangement::of(&lines, filter, order, &judge(cx), kept);
        self.arranged = (Some(cx.plan.id), arranged);
        self.model = None;
    }

    /// Arranges the lines by what they say now, after a while in which they were not looked at.
    pub fn look_again(&mut self, cx: &ViewCx<'_>) {
        let arranged = &self.arranged.1;
        if self.arranged.0 == Some(cx.plan.id) && !arranged.is_plain() {
            let (filter, order) = (arranged.filter.clone(), arranged.order);
            self.arrange(cx, filter, order, self.grid.active_line());
        }
    }

    /// How many lines are chosen together; 0 where only a cell is.
    #[must_use]
    pub fn chosen_lines(&self, cx: &ViewCx<'_>) -> usize {
        let chosen = |model| {
            self.grid
                .chosen_range(&PlanSheet { cx, model, used: None, order: None, active: None })
                .len()
        };
        self.model.as_ref().map_or(0, chosen)
    }

    /// The cell at which a block of cells begins, else the active one.
    #[must_use]
    pub fn first_chosen(&self, cx: &ViewCx<'_>) -> Option<(Key, Field)> {
        let block = self.chosen_cells(cx);
        let first = block.0.first().copied().zip(block.1.first().copied());
        first.or(self.grid.active_cell())
    }

    /// The lines and the columns of the block that is chosen; none where only a cell is.
    #[must_use]
    pub fn chosen_cells(&self, cx: &ViewCx<'_>) -> (Vec<Key>, Vec<Field>) {
        let Some(model) = &self.model else { return (Vec::new(), Vec::new()) };
        let block =
            self.grid.block(&PlanSheet { cx, model, used: None, order: None, active: None });
        let Some(block) = block.filter(Block::is_many) else { return (Vec::new(), Vec::new()) };
        let columns = block.columns.start.max(1)..block.columns.end;
        let lines = model.lines[block.lines].iter().map(|line| line.key).collect();
        (lines, model.columns[columns].iter().map(|column| column.key).collect())
    }

    /// Chooses a cell, in the same column as before where none is named.
    pub fn choose(&mut self, key: Key, field: Option<Field>) {
        if self.arranged.1.reveal(key) {
            self.model = None;
        }
        let active = self.grid.active_cell().map(|(_, field)| field);
        self.grid.choose(key, field.or(active).unwrap_or(Field::CriterionText));
    }

    /// Draws it; `covered`: something is open over it.
    #[expect(clippy::too_many_arguments, reason = "what a view is given, and what is open")]
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &ViewCx<'_>,
        table: TableKind,
        as_excel: bool,
        covered: bool,
        fields: &mut Fields,
        requests: &mut Requests,
    ) -> Vec<Wish> {
        self.model(cx, table);
        let Some(model) = &self.model else { return Vec::new() };
        let sheet = PlanSheet {
            cx,
            model,
            used: Some(&self.used),
            order: self.arranged.1.order,
            active: self.grid.active_cell(),
        };
        self.grid.show(ui, &sheet, as_excel, covered, fields, requests)
    }
}

/// By what the plan's items are judged.
#[must_use]
pub fn judge<'a>(cx: &'a ViewCx<'_>) -> Judge<'a> {
    Judge {
        year: cx.plan.school_year,
        terms: cx.terms,
        abbreviations: &cx.dossier.abbreviations,
        today: cx.today,
    }
}

/// What a grid of the plan wishes.
pub type Wish = grid::Wish<Field, Act>;

/// One table of the plan, with what every view reads.
pub struct PlanSheet<'a> {
    /// What every view reads.
    pub cx: &'a ViewCx<'a>,
    /// Its lines and columns.
    pub model: &'a Model,
    /// What the dossier says in the column of the active cell.
    used: Option<&'a RefCell<UsedIn>>,
    /// By what the lines stand.
    order: Option<Order>,
    /// The active cell.
    active: Option<(Key, Field)>,
}

/// Whether the program reads a meaning out of the words of a column.
#[must_use]
pub fn is_understood(field: Field) -> bool {
    matches!(field, Field::Time | Field::Budget | Field::Responsible)
}

impl Sheet for PlanSheet<'_> {
    type Line = Line;
    type Act = Act;

    fn state(&self) -> (u32, u64) {
        (self.model.plan.0, self.model.stamp)
    }

    fn columns(&self) -> &[Column<Field>] {
        &self.model.columns
    }

    fn lines(&self) -> &[Line] {
        &self.model.lines
    }

    fn position(&self, key: Key) -> Option<usize> {
        self.model.position(key)
    }

    fn shown<'l>(&self, line: &'l Line, field: Field) -> (&'l str, bool) {
        match line.stand_in(field).filter(|_| self.cx.form.flat_rows) {
            Some(text) => (text, false),
            None => (line.text(field), true),
        }
    }

    /// The code of a criterion is bold.
    fn bold(&self, line: &Line, field: Field, text: &str) -> usize {
        match field {
            _ if line.spans() => text.len(),
            Field::CriterionText => understand::criterion_head(text),
            _ => 0,
        }
    }

    fn found(&self, line: &Line, field: Field) -> Vec<(Range<usize>, bool)> {
        let Some(found) = self.cx.found else { return Vec::new() };
        found.in_text(self.model.plan, line.record(field), line.field(field))
    }

    fn breaks(&self, line: &Line, field: Field) -> bool {
        is_long(field) && !line.spans()
    }

    fn edge(&self, at: usize) -> Option<Color32> {
        let line = &self.model.lines[at];
        let item = line.item()?;
        let known = line.known.get_or_init(|| hints::understand(item, self.cx));
        hints::is_late(item, known, self.cx).then_some(self.cx.theme.late)
    }

    fn note(&self, at: usize, field: Field, typed: Option<&str>, open: bool) -> Option<Note> {
        if !is_understood(field) {
            return None;
        }
        let line = &self.model.lines[at];
        let item = line.item()?;
        let hint = if let Some(typed) = typed {
            hints::of_typed(item, field, typed, self.cx)?
        } else if field == Field::Responsible {
            // Longer than the cell in a narrow column: only where it is asked for.
            let here = open && self.active == Some((line.key, field));
            hints::of_people(item, line.people.get_or_init(|| item.people()), here)?
        } else {
            let known = line.known.get_or_init(|| hints::understand(item, self.cx));
            hints::of(item, field, known, open, self.cx)?
        };
        let said: String = hint.words.iter().map(|(words, _)| words.as_str()).collect();
        Some(Note {
            ink: hint.colour(self.cx.theme),
            words: hint.words,
            label: messages::table::hint_label(&said, &line.name()),
            tip: messages::table::CORRECT_TIP,
        })
    }

    fn proposals(&self, line: &Line, field: Field, typed: &str) -> Vec<Proposed> {
        let known = matches!(
            field,
            Field::Responsible | Field::Time | Field::Budget | Field::Support | Field::Evidence
        );
        let Some(used) = self.used.filter(|_| known && self.model.table == TableKind::Rows) else {
            return Vec::new();
        };
        let cell = (line.key, field);
        let mut used = used.borrow_mut();
        if used.as_ref().is_none_or(|(of, _)| *of != cell) {
            *used = Some((cell, Used::in_field(self.cx.dossier, field)));
        }
        let lines = used.as_ref().map(|(_, used)| used.proposals(typed, PROPOSED));
        let proposed = |one: Proposal| Proposed {
            words: one.words,
            beside: messages::table::times(one.count),
            whole: one.whole,
        };
        lines.unwrap_or_default().into_iter().map(proposed).collect()
    }

    fn proposals_ui(&self, ui: &mut Ui, all: &[Proposed], chosen: Option<usize>) -> Option<usize> {
        menus::of_proposals(ui, all, chosen)
    }

    fn is_block(&self, text: &str) -> bool {
        clipboard::block(text, self.cx.clip.html.as_deref()).is_some()
    }

    fn label(&self, at: usize, field: Field, text: &str) -> String {
        let line = &self.model.lines[at];
        messages::table::cell_label(self.column_name(line, field), &line.name(), text)
    }

    fn editor_label(&self, at: usize, field: Field) -> String {
        let line = &self.model.lines[at];
        messages::table::cell_name(self.column_name(line, field), &line.name())
    }

    fn fill_label(&self) -> &'static str {
        messages::table::FILL_ON
    }

    fn width_label(&self, column: &str) -> String {
        messages::table::width_of(column)
    }

    fn start_words(&self) -> &'static str {
        messages::table::START_PROBLEM
    }

    fn begin(
        &self,
        line: &Line,
        field: Field,
        editor: Id,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        fields.begin(editor, line.text(field), line.make_edit(self.model.plan, field), requests);
    }

    fn list_ui(&self, ui: &mut Ui, line: &Line, field: Field) -> Option<Act> {
        let picked = menus::of_status(ui, line.text(field))?;
        Some(Act::Status(line.key, picked))
    }

    fn has_head_menus(&self) -> bool {
        true
    }

    fn head_menu_label(&self, title: &str) -> String {
        messages::table::column_menu(title)
    }

    fn head_menu_ui(&self, ui: &mut Ui, field: Field) -> (Option<Response>, Option<Pick<Act>>) {
        let rows = self.model.table == TableKind::Rows;
        menus::of_head(ui, field, rows.then_some(self.order), self.model.columns.len() > 2)
    }

    fn sorted(&self) -> Option<(Field, bool)> {
        self.order.map(|order| (order.field, order.falling))
    }

    fn menu_ui(&self, ui: &mut Ui) -> (Option<Response>, Option<Pick<Act>>) {
        let rows = self.model.table == TableKind::Rows;
        let of_item = |key| self.line(key).is_some_and(|line| line.item().is_some());
        let active = self.active.filter(|(key, field)| is_understood(*field) && of_item(*key));
        menus::of_line(ui, rows, active.is_some())
    }
}

impl PlanSheet<'_> {
    /// What a screen reader calls the column of a cell; a band and a group have none.
    fn column_name(&self, line: &Line, field: Field) -> &str {
        let title = || {
            let column = self.model.columns.iter().find(|column| column.key == field);
            column.map_or("", |column| column.title.as_str())
        };
        match &line.kind {
            _ if field == Field::Tt => title(),
            Kind::Band(_) => messages::table::BAND,
            Kind::Group(_) => messages::table::GROUP,
            _ => title(),
        }
    }
}
