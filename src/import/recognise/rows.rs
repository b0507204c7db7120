//! The rows of the main table: bands, groups and items, cell by cell.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::super::draft::{Answer, Asked, At, Doubt, DraftColumn, Home, Meaning};
use super::super::source::{Grid, GridCell, GridRow, Shown};
use super::build::{Build, put};
use super::cut;
use super::lines::{Strip, cell_lines, count, flat};
use super::table::{Found, LONGEST, is_count, is_header_again};
use crate::plan::{
    Band, Field, Form, Group, GroupNumber, Id, Item, Problem, Record, Row, Spot, Status, TableKind,
};
use crate::understand::{criteria_in, speaks_of_level_four, standard_of_title};

/// The words of cells that go on below are told for each row again: so many bytes in all.
const AGAIN: usize = 4 << 20;
/// An item has no more rests than this: a row that its author cut goes on in one or two.
const RESTS: usize = 50;

/// An item that came in, for what is found out of it later.
pub(super) struct Came {
    pub at: At,
    /// Its index among the rows of the plan.
    pub row: usize,
    /// It stands under "Mức 4".
    pub level_four: bool,
}

/// Reads the columns of a table; asks about those that no field of the form is.
pub(super) fn columns(
    found: &Found,
    grids: &HashMap<usize, &Grid>,
    form: Option<&Form>,
    build: &mut Build<'_>,
) {
    let Some((block, _)) = found.blocks.first() else { return };
    let has = |field: Field| found.fields.contains(&Some(field));
    let mut all_filled = vec![0; found.titles.len()];
    let own = found.blocks.iter().filter_map(|(block, from)| Some((grids.get(block)?, *from)));
    let cells = own.flat_map(|(grid, from)| grid.rows.iter().skip(from)).flat_map(|row| &row.cells);
    for cell in cells.filter(|cell| !cell.merged_above) {
        if let Some(filled) = all_filled.get_mut(cell.column) {
            *filled += usize::from(!cell.text().trim().is_empty());
        }
    }
    for (column, title) in found.titles.iter().enumerate() {
        let filled = all_filled[column];
        let field = found.fields.get(column).copied().flatten();
        let prints = |field: Field| {
            form.is_none_or(|form| {
                form.columns(found.kind).iter().any(|column| column.field == field)
            })
        };
        let twice = field.is_some_and(|field| {
            found.fields.iter().take(column).any(|before| *before == Some(field))
        });
        // What a title of known words means is told by the column that it became; one over
        // nothing says nothing, and one title serves both of two tables.
        let again = build.columns.iter().any(|one| one.table == found.kind && one.title == *title);
        let short = count(title) <= LONGEST;
        if field.is_some() && short || filled == 0 || again {
            build.say(title);
        }
        let asked = Asked::Column(*block, column);
        let blank = title.trim().is_empty() && filled == 0;
        let (meaning, question) = match field {
            Some(Field::Tt) => (Meaning::Number, None),
            Some(field) if !twice && prints(field) => (Meaning::Field(field), None),
            None if blank => (Meaning::Paragraphs, None),
            _ => {
                let mut fields = vec![Field::Note, Field::Responsible, Field::Actions];
                if found.kind != TableKind::Rows {
                    fields.clear();
                }
                if let Some(field) = field {
                    fields.insert(0, field);
                }
                fields.retain(|field| !has(*field) || *field != Field::Tt);
                let answers = fields.into_iter().map(|field| Answer::Means(Meaning::Field(field)));
                let answers = answers.chain([Answer::Means(Meaning::Paragraphs)]).collect();
                let (question, answer) = build.ask(asked, Doubt::Column, answers, title);
                match answer {
                    Answer::Means(meaning) => (meaning, Some(question)),
                    _ => (Meaning::Paragraphs, Some(question)),
                }
            }
        };
        let meaning = match build.decided(asked) {
            Some(Answer::Means(meaning)) => *meaning,
            _ => meaning,
        };
        build.columns.push(DraftColumn {
            block: *block,
            column,
            table: found.kind,
            title: title.clone(),
            filled,
            meaning,
            question,
        });
    }
}

/// The texts of a row by column: those of a cell that is one with the one above it are its words.
pub(super) struct Above {
    texts: Vec<Rc<str>>,
    /// So many bytes may still be said again.
    left: usize,
}

impl Above {
    pub fn new(columns: usize) -> Self {
        Self { texts: vec![Rc::from(""); columns], left: AGAIN }
    }

    pub fn row(&mut self, row: &GridRow) -> Vec<String> {
        let columns = self.texts.len();
        let mut texts = vec![String::new(); columns];
        for cell in row.cells.iter().filter(|cell| cell.column < columns) {
            let at = cell.column;
            if cell.merged_above {
                if let Some(left) = self.left.checked_sub(self.texts[at].len()) {
                    self.left = left;
                    texts[at].push_str(&self.texts[at]);
                }
                continue;
            }
            texts[at] = cell_text(cell);
            let told: Rc<str> = Rc::from(texts[at].as_str());
            self.texts[at..(at + cell.span.max(1)).min(columns)].fill(told);
        }
        texts
    }
}

/// The words of a cell, a line for each paragraph that has some.
pub(super) fn cell_text(cell: &GridCell) -> String {
    fn gather(blocks: &[Shown], text: &mut String) {
        for block in blocks {
            match block {
                Shown::Line(line) => {
                    let words = line.text();
                    let words = words.trim();
                    if words.is_empty() {
                        continue;
                    }
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    let label = line.label.trim();
                    if !label.is_empty() {
                        text.push_str(bullet(label));
                        text.push(' ');
                    }
                    text.push_str(words);
                }
                Shown::Table(grid) => {
                    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                        gather(&cell.blocks, text);
                    }
                }
                Shown::PageBreak => {}
            }
        }
    }
    let mut text = String::new();
    gather(&cell.blocks, &mut text);
    text
}

/// A bullet of Word's lists is a dash in a cell; numbers stay.
fn bullet(label: &str) -> &str {
    if label.chars().any(|c| c.is_ascii_digit()) || label.chars().count() > 1 { label } else { "-" }
}

/// What a row is.
enum Shape {
    Band(String),
    Group { tt: String, title: String },
    Item,
}

/// What the rows before say of those that follow.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RowState {
    /// The number of the last group.
    groups: usize,
    /// So many rows were the rest of the last item.
    rests: usize,
    /// The last band, or the last group, speaks of level 4.
    band_four: bool,
    group_four: bool,
}

/// Reads the rows of one block of the main table; returns its items, and the words that become
/// paragraphs after it.
pub(super) fn rows(
    found: &Found,
    (block, grid): (usize, &Grid),
    columns: &[DraftColumn],
    state: &mut RowState,
    build: &mut Build<'_>,
) -> (Vec<Came>, Vec<String>) {
    let mut came = Vec::new();
    let mut after = Vec::new();
    let mut reader = Reader { found, columns, state };
    let from = found.begins_in(block).unwrap_or(0);
    let mut above = Above::new(grid.columns);
    for (at, row) in grid.rows.iter().enumerate() {
        if !build.goes_on() {
            break;
        }
        let place = At::row(block, at);
        let words = row_words(row);
        if at < from && is_lead(found, block, at) {
            after.push(words.clone());
            build.piece(place, Home::Paragraph, None, &words);
            continue;
        }
        if at < from || is_count(row) || is_header_again(row, found) {
            if !is_header(found, block, at, row) {
                build.say(&words);
            }
            build.piece(place, Home::Fixed, None, &words);
            continue;
        }
        let texts = above.row(row);
        if words.trim().is_empty() {
            build.piece(place, Home::Nothing, None, "");
            continue;
        }
        if build.home_of(place) == Some(Home::Paragraph) {
            after.push(words.clone());
            build.piece(place, Home::Paragraph, None, &words);
            continue;
        }
        let shape = reader.shape(row, &texts, grid.columns);
        let told = build.home_of(place) == Some(Home::RowAbove);
        if (told || matches!(shape, Shape::Item))
            && reader.state.rests < RESTS
            && reader.is_rest(place, row, &texts, &words, build)
        {
            reader.state.rests += 1;
            let rest = reader.item(Id::default(), &texts, &mut after, build);
            let spot = cut::join(&rest, build).map(|id| Spot::Row(id, None));
            build.piece(place, Home::RowAbove, spot, &words);
            cut::mark_asked(place, build);
            continue;
        }
        reader.state.rests = 0;
        let id = build.id();
        match shape {
            Shape::Band(text) => reader.band(id, text, build),
            Shape::Group { tt, title } => reader.group(id, &tt, title, build),
            Shape::Item => {
                let item = reader.item(id, &texts, &mut after, build);
                let row = build.plan.rows.len();
                build.plan.rows.push(Row::Item(Arc::new(item)));
                let level_four = reader.state.band_four || reader.state.group_four;
                came.push(Came { at: place, row, level_four });
            }
        }
        build.piece(place, Home::Table(TableKind::Rows), Some(Spot::Row(id, None)), &words);
        cut::mark_asked(place, build);
    }
    (came, after)
}

/// A row before the header of the first block: words over the table.
fn is_lead(found: &Found, block: usize, row: usize) -> bool {
    found.blocks.first().is_some_and(|(first, _)| *first == block) && row < found.header
}

/// A row of the first header: its titles are told by the columns.
pub(super) fn is_header(found: &Found, block: usize, at: usize, row: &GridRow) -> bool {
    let first = found.blocks.first().filter(|(first, _)| *first == block);
    first.is_some_and(|(_, from)| at < *from) && !is_count(row)
}

/// The words of a cell whose column's title would stand nowhere: behind that title.
pub(super) fn told(found: &Found, column: &DraftColumn, text: &str, carried: bool) -> String {
    let known = found.fields.get(column.column).copied().flatten();
    let title = column.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if carried || known.is_some() || title.is_empty() {
        text.to_owned()
    } else {
        format!("{title}: {text}")
    }
}

/// All words of a row, those of cells that are one with others above left out.
pub(super) fn row_words(row: &GridRow) -> String {
    let cells = row.cells.iter().filter(|cell| !cell.merged_above);
    cells.map(cell_text).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\t")
}

struct Reader<'a> {
    found: &'a Found,
    columns: &'a [DraftColumn],
    state: &'a mut RowState,
}

impl Reader<'_> {
    fn meaning(&self, column: usize) -> Option<Meaning> {
        self.columns.get(column).map(|column| column.meaning)
    }

    fn number_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == Meaning::Number)
    }

    fn shape(&self, row: &GridRow, texts: &[String], columns: usize) -> Shape {
        let number = self.number_column();
        let tt = number.and_then(|at| texts.get(at)).map(|tt| tt.trim().to_owned());
        let tt = tt.unwrap_or_default();
        let own = |column: usize| {
            row.cells.iter().any(|cell| cell.column == column && !cell.merged_above)
        };
        let worded: Vec<usize> = (0..texts.len())
            .filter(|at| Some(*at) != number && !texts[*at].is_empty() && own(*at))
            .collect();
        let alone = match worded.as_slice() {
            [only] => Some(*only),
            // Words over the whole row, the column of numbers too.
            [] if !tt.is_empty() => {
                number.filter(|at| row.cells.iter().any(|cell| cell.column == *at && cell.span > 1))
            }
            _ => None,
        };
        let Some(only) = alone else { return Shape::Item };
        let Some(cell) = row.cells.iter().find(|cell| cell.column == only) else {
            return Shape::Item;
        };
        let title = texts[only].replace('\n', " ");
        let plain = flat(&title);
        let whole = cell.span >= columns || row.cells.len() == 1;
        let level = plain.starts_with("muc ") && !plain.contains("tieu chi");
        let standard = standard_of_title(&title).is_some();
        let tt = if Some(only) == number { String::new() } else { tt };
        if standard || (plain.contains("tieu chi") && speaks_of_level_four(&title)) {
            return Shape::Group { tt, title };
        }
        if level || (whole && tt.is_empty()) {
            return Shape::Band(title);
        }
        let first = number.map_or(0, |number| number + 1);
        let bold = cell_lines(At::default(), cell).iter().all(Strip::is_bold);
        let names_criterion =
            !criteria_in(&title, self.state.band_four || self.state.group_four).is_empty();
        let heads = cell.span > 1 || bold || (!tt.is_empty() && self.state.groups > 0);
        if only == first && heads && (cell.span > 1 || !names_criterion) {
            return Shape::Group { tt, title };
        }
        Shape::Item
    }

    /// Whether a row is the rest of the item above: a person says so, or it is proposed where it
    /// is sure.
    fn is_rest(
        &self,
        place: At,
        row: &GridRow,
        texts: &[String],
        words: &str,
        build: &mut Build<'_>,
    ) -> bool {
        let own = |column: usize| {
            row.cells.iter().any(|cell| cell.column == column && !cell.merged_above)
        };
        let begins = |column: usize| {
            let named = Meaning::Field(Field::CriterionText);
            let meaning = self.meaning(column);
            meaning == Some(Meaning::Number) || meaning == Some(named)
        };
        let named = (0..texts.len()).filter(|column| begins(*column));
        let unnamed = named.clone().next().is_some()
            && named.into_iter().all(|column| texts[column].trim().is_empty() && own(column));
        let Some(Row::Item(above)) = build.plan.rows.last() else { return false };
        let rest: Vec<(&str, &str)> = texts
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(column, text)| match self.meaning(column) {
                Some(Meaning::Field(field)) => (above.text(field).unwrap_or_default(), &**text),
                _ => ("", &**text),
            })
            .collect();
        let sure = unnamed && cut::is_sure(&rest);
        if sure {
            let homes = [Home::RowAbove, Home::Table(TableKind::Rows)];
            return build.ask_home(place, Doubt::CutRow, &homes, words).1 == Home::RowAbove;
        }
        build.home_of(place) == Some(Home::RowAbove)
    }

    fn band(&mut self, id: Id, text: String, build: &mut Build<'_>) {
        self.state.band_four = speaks_of_level_four(&text);
        self.state.group_four = false;
        build.plan.rows.push(Row::Band(Arc::new(Band { id, text })));
    }

    fn group(&mut self, id: Id, tt: &str, title: String, build: &mut Build<'_>) {
        self.state.group_four = speaks_of_level_four(&title);
        let counted = (self.state.groups + 1).to_string();
        let number = match tt {
            "" => GroupNumber::None,
            tt if tt == counted => {
                build.say(tt);
                GroupNumber::Auto
            }
            tt => GroupNumber::Typed(tt.to_owned()),
        };
        self.state.groups = match &number {
            GroupNumber::None => self.state.groups,
            GroupNumber::Auto => self.state.groups + 1,
            GroupNumber::Typed(tt) => tt.parse().unwrap_or(self.state.groups),
        };
        let standard = standard_of_title(&title);
        let group = Group { id, tt: number, title, standard };
        build.plan.rows.push(Row::Group(Arc::new(group)));
    }

    fn item(
        &self,
        id: Id,
        texts: &[String],
        after: &mut Vec<String>,
        build: &mut Build<'_>,
    ) -> Item {
        let mut item = Item { id, ..Item::default() };
        let mut problem = Problem::default();
        for (column, text) in texts.iter().enumerate() {
            if text.is_empty() {
                continue;
            }
            match self.meaning(column) {
                Some(Meaning::Number) => {
                    // A code in the place of the number belongs to the criterion.
                    if criteria_in(text, false).is_empty() && !text.chars().any(char::is_alphabetic)
                    {
                        build.say(text);
                    } else {
                        put(&mut item, Field::CriterionText, text, " ");
                    }
                }
                Some(Meaning::Field(field)) => {
                    let own = &self.columns[column];
                    let second =
                        self.columns[..column].iter().any(|before| before.meaning == own.meaning);
                    let settings = build.plan.options.columns.iter();
                    let carried = !second
                        && settings
                            .flat_map(|table| &table.columns)
                            .any(|one| one.title.as_ref() == Some(&own.title));
                    let title = own.title.split_whitespace().collect::<Vec<_>>().join(" ");
                    let text = if second && !title.is_empty() {
                        format!("{title}: {text}")
                    } else {
                        told(self.found, own, text, carried)
                    };
                    put_field(&mut item, &mut problem, field, &text, build);
                }
                Some(Meaning::Paragraphs) => {
                    after.push(told(self.found, &self.columns[column], text, false));
                }
                None => after.push(text.clone()),
            }
        }
        if problem != Problem::default() {
            problem.id = build.id();
            problem.criterion_text.clone_from(&item.criterion_text);
            item.problem = Some(problem.id);
            build.plan.problems.push(Arc::new(problem));
        }
        item
    }
}

/// Words into the field of an item, or of the problem it answers.
fn put_field(
    item: &mut Item,
    problem: &mut Problem,
    field: Field,
    text: &str,
    build: &mut Build<'_>,
) {
    if field == Field::Status {
        match status(text) {
            Some(status) => {
                build.say(text);
                item.status = Some(status);
            }
            None => put(item, Field::Note, text, "\n"),
        }
    } else if Item::text_field(field).is_some() {
        let joint = if field == Field::CriterionText { " " } else { "\n" };
        put(item, field, text, joint);
    } else {
        put(problem, field, text, "\n");
    }
}

fn status(text: &str) -> Option<Status> {
    match flat(text).trim_end_matches('.') {
        "hoan thanh" | "da hoan thanh" => Some(Status::Done),
        "dang thuc hien" => Some(Status::UnderWay),
        "chua hoan thanh" => Some(Status::NotDone),
        _ => None,
    }
}
