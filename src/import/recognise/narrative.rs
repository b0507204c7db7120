//! The rows of a plan without a table: for each group its sub-headings ("Hạn chế:", "Biện pháp
//! cải tiến:", "Thời gian:", "Phụ trách:") and what stands under them.

use std::sync::Arc;

use super::super::draft::{At, Home};
use super::build::{Build, put};
use super::lines::Strip;
use super::marks::Mark;
use super::rows::Came;
use crate::plan::{
    Field, Form, Group, GroupNumber, Id, Item, Level, Problem, Record, Row, Spot, TableKind,
};
use crate::understand::{criteria_in, field_of_title, standard_of_title, title_words};

/// The longest sub-heading, in letters.
const LONGEST: usize = 60;

/// What came of the lines of a part.
pub(super) struct Read {
    pub came: Vec<Came>,
    /// Lines that stand before the rows, by their index: paragraphs.
    pub before: Vec<usize>,
}

/// The sub-headings of a form in plain letters.
fn titles_of(form: &Form) -> Vec<(Field, String)> {
    let columns = form.rows.iter().filter(|column| column.field != Field::CriterionText);
    columns.map(|column| (column.field, title_words(&column.title))).collect()
}

/// The field that a line begins with as a sub-heading, and where the words behind it begin; by
/// the sub-headings of its form, if that is known.
pub(super) fn label(text: &str, titles: &[(Field, String)]) -> Option<(Field, usize)> {
    let start = text.len() - text.trim_start().len();
    let colon = text.find(':').filter(|at| text[..*at].chars().count() <= LONGEST);
    let title = text[start..colon.unwrap_or(text.len())].trim();
    if title.is_empty() || title.chars().count() > LONGEST || title.contains('\n') {
        return None;
    }
    let words = title_words(title);
    let of_form = titles.iter().find(|(_, title)| *title == words).map(|(field, _)| *field);
    // Without a colon only the very words of the form are a sub-heading; others begin with what
    // they mean.
    let by_words = colon.and_then(|_| {
        let begins = |count: usize| {
            let start = words.split(' ').take(count).collect::<Vec<_>>().join(" ");
            field_of_title(&start, TableKind::Rows)
        };
        let field = begins(2).or_else(|| begins(3))?;
        let plain = !matches!(field, Field::Tt | Field::CriterionText | Field::Content);
        (plain && words.split(' ').count() <= 5).then_some(field)
    });
    let field = of_form.or(by_words)?;
    Some((field, colon.map_or(text.len(), |at| at + 1)))
}

/// Reads the lines of a part as rows; none where fewer than two sub-headings stand in it, or not
/// even one of the form's own where the part has the `named` place of the rows.
pub(super) fn read(
    lines: &[(Strip<'_>, Mark)],
    form: &Form,
    (named, outlined): (bool, bool),
    build: &mut Build<'_>,
) -> Option<Read> {
    let titles = titles_of(form);
    let labels: Vec<Option<(Field, usize)>> = lines
        .iter()
        .map(|(strip, mark)| {
            let words = strip.text.get(mark.taken..).unwrap_or_default();
            label(words, &titles).map(|(field, end)| (field, mark.taken + end))
        })
        .collect();
    let mut kinds: Vec<Field> = labels.iter().flatten().map(|(field, _)| *field).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let is_of_form = |(strip, mark): &(Strip<'_>, Mark)| {
        let words = strip.text.get(mark.taken..).unwrap_or_default();
        let title = words.split_once(':').map_or(words, |(title, _)| title);
        title.len() <= 4 * LONGEST && titles.iter().any(|(_, one)| *one == title_words(title))
    };
    let few = if named && lines.iter().any(is_of_form) { 1 } else { 2 };
    if kinds.len() < few {
        return None;
    }
    let mut reader = Reader { build, state: State::default(), came: Vec::new(), groups: 0 };
    let mut before = Vec::new();
    for (nth, (strip, mark)) in lines.iter().enumerate() {
        // Where the paper does not mark its headings, a numbered line is one if the sub-headings
        // begin anew behind it, or it counts on and they begin further up than the last one; any
        // other is a point of what stands under one.
        let counts_on = mark.level == Level::Number && mark.number == Some(reader.groups + 1);
        let last = reader.state.field;
        let further_up =
            |field| last.is_some_and(|last| place_of(form, field) < place_of(form, last));
        let anew = |field: &Field| {
            reader.state.item.is_none()
                || reader.state.got.contains(field)
                || counts_on && further_up(*field)
        };
        let next = labels.get(nth + 1).and_then(|label| label.as_ref().map(|(field, _)| field));
        let next_is_label = !outlined && next.is_some_and(anew);
        let words = strip.text.get(mark.taken..).unwrap_or_default();
        let of_criterion =
            !criteria_in(words, false).is_empty() && standard_of_title(words).is_none();
        let stands_out = strip.line.heading.is_some() || strip.is_bold() && !outlined;
        if let Some((field, end)) = labels[nth] {
            reader.label(strip, mark, field, end);
        } else if mark.level == Level::Number && !of_criterion && (stands_out || next_is_label) {
            reader.group(strip, mark);
        } else if stands_out
            || next_is_label
                && (mark.level == Level::Letter
                    || reader.state.field.is_none() && reader.groups > 0)
        {
            reader.criterion(strip, mark);
        } else if reader.state.item.is_some() && reader.state.field.is_some() {
            reader.more(strip);
        } else {
            before.push(nth);
        }
    }
    reader.end_item();
    Some(Read { came: reader.came, before })
}

#[derive(Default)]
struct State {
    item: Option<(Item, At)>,
    problem: Problem,
    field: Option<Field>,
    /// The words of its fields, a line each; they come into it when it is whole.
    lines: Vec<(Field, String)>,
    /// The fields that the item has got.
    got: Vec<Field>,
    /// It began with a letter.
    lettered: bool,
    /// The problem that several items share.
    shared: Option<Id>,
    criterion_above: String,
}

struct Reader<'a, 'b> {
    build: &'a mut Build<'b>,
    state: State,
    came: Vec<Came>,
    groups: usize,
}

/// The place of a sub-heading among those of the form; a weakness stands before all.
fn place_of(form: &Form, field: Field) -> Option<usize> {
    form.rows.iter().position(|column| column.field == field).filter(|_| !is_of_problem(field))
}

fn is_of_problem(field: Field) -> bool {
    Item::text_field(field).is_none() && Problem::text_field(field).is_some()
}

impl Reader<'_, '_> {
    fn label(&mut self, strip: &Strip<'_>, mark: &Mark, field: Field, end: usize) {
        let numbered = matches!(mark.level, Level::Number | Level::Letter);
        if numbered || self.state.got.contains(&field) {
            self.next_item(strip, mark);
        } else if self.state.item.is_none() {
            self.begin(strip, false);
        }
        self.build.say(strip.text.get(..end).unwrap_or_default());
        self.state.field = Some(field);
        self.state.got.push(field);
        let words = strip.text.get(end..).unwrap_or_default().trim().to_owned();
        if !words.is_empty() {
            self.add(field, &words);
        }
        self.piece(strip, Some(field));
    }

    /// An item begins with its criterion.
    fn criterion(&mut self, strip: &Strip<'_>, mark: &Mark) {
        self.next_item(strip, mark);
        self.build.say(strip.text.get(..mark.taken).unwrap_or_default());
        let words = strip.text.get(mark.taken..).unwrap_or_default().trim();
        if let Some((item, _)) = &mut self.state.item {
            put(item, Field::CriterionText, words, " ");
        }
        self.piece(strip, Some(Field::CriterionText));
    }

    fn more(&mut self, strip: &Strip<'_>) {
        let Some(field) = self.state.field else { return };
        let label = strip.line.label.trim();
        let text = strip.text.trim();
        let words = match label {
            "" => text.to_owned(),
            label if label.chars().any(|c| c.is_ascii_digit()) || label.len() == 2 => {
                format!("{label} {text}")
            }
            _ => format!("- {text}"),
        };
        self.add(field, &words);
        self.piece(strip, Some(field));
    }

    fn add(&mut self, field: Field, words: &str) {
        match self.state.lines.iter_mut().find(|(known, _)| *known == field) {
            Some((_, lines)) => {
                lines.push('\n');
                lines.push_str(words);
            }
            None => self.state.lines.push((field, words.to_owned())),
        }
    }

    /// What was read of the fields comes into them.
    fn put_lines(&mut self) {
        for (field, words) in std::mem::take(&mut self.state.lines) {
            if is_of_problem(field) {
                put(&mut self.state.problem, field, &words, "\n");
            } else if let Some((item, _)) = &mut self.state.item {
                put(item, field, &words, "\n");
            }
        }
    }

    fn piece(&mut self, strip: &Strip<'_>, field: Option<Field>) {
        let id = self.state.item.as_ref().map(|(item, _)| item.id);
        let spot = id.map(|id| Spot::Row(id, field));
        self.build.piece(strip.at, Home::Table(TableKind::Rows), spot, &strip.text);
    }

    fn begin(&mut self, strip: &Strip<'_>, lettered: bool) {
        let id = self.build.id();
        self.state.item = Some((Item { id, ..Item::default() }, strip.at));
        self.state.lettered = lettered;
    }

    /// The next item of the group. What stood alone before the first letter is a problem that
    /// the lettered items share.
    fn next_item(&mut self, strip: &Strip<'_>, mark: &Mark) {
        self.put_lines();
        let lettered = mark.level == Level::Letter;
        let only_problem = !self.state.got.is_empty()
            && self.state.got.iter().all(|field| is_of_problem(*field))
            && !self.state.lettered;
        if lettered && only_problem && self.state.problem != Problem::default() {
            let id = self.build.id();
            let problem = Problem { id, ..std::mem::take(&mut self.state.problem) };
            self.build.plan.problems.push(Arc::new(problem));
            self.state.item = None;
            self.state.got.clear();
            self.state.field = None;
            self.state.shared = Some(id);
        }
        self.end_item();
        self.begin(strip, lettered);
    }

    fn end_item(&mut self) {
        self.put_lines();
        let Some((mut item, at)) = self.state.item.take() else { return };
        let problem = std::mem::take(&mut self.state.problem);
        if problem == Problem::default() {
            item.problem = self.state.shared;
        } else {
            let id = self.build.id();
            self.build.plan.problems.push(Arc::new(Problem { id, ..problem }));
            item.problem = Some(id);
            self.state.shared = None;
        }
        // The criterion of the item above is printed once for both.
        if item.criterion_text.is_empty() && self.state.lettered {
            item.criterion_text.clone_from(&self.state.criterion_above);
        }
        self.state.criterion_above.clone_from(&item.criterion_text);
        self.state.got.clear();
        self.state.field = None;
        self.came.push(Came { at, row: self.build.plan.rows.len(), level_four: false });
        self.build.plan.rows.push(Row::Item(Arc::new(item)));
    }

    fn group(&mut self, strip: &Strip<'_>, mark: &Mark) {
        self.end_item();
        self.state = State::default();
        let id = self.build.id();
        self.build.say(strip.text.get(..mark.taken).unwrap_or_default());
        let title = strip.text.get(mark.taken..).unwrap_or_default().trim().to_owned();
        let tt = match mark.number {
            Some(number) if number == self.groups + 1 => GroupNumber::Auto,
            Some(number) => GroupNumber::Typed(number.to_string()),
            None => GroupNumber::Auto,
        };
        self.groups = mark.number.unwrap_or(self.groups + 1);
        let standard = standard_of_title(&title);
        self.build.plan.rows.push(Row::Group(Arc::new(Group { id, tt, title, standard })));
        self.build.piece(
            strip.at,
            Home::Table(TableKind::Rows),
            Some(Spot::Row(id, None)),
            &strip.text,
        );
    }
}
