//! A plan as lines to read: what it prints, in that order, each with the place where it is edited.

use crate::messages::content as messages;
use crate::plan::number::{Marker, Numbering, part_numbers, row_numbers};
use crate::plan::{
    Block, Field, Paragraph, Plan, Record, Row, Run, Shown, Spot, TableKind, TextTable,
    WorkingGroup,
};
use crate::ui::view::ViewCx;

use super::super::Chosen;

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The heading of a part.
    Part,
    /// Words, their first line set in as it is printed.
    Words,
    /// Words of a table, set in as a whole.
    Cell,
}

/// One paragraph to read.
#[derive(Debug)]
pub struct Line {
    /// Its words, the number before them too.
    pub runs: Vec<Run>,
    /// How it looks.
    pub look: Look,
    /// Where it is edited.
    pub to: Spot,
    /// What the outline calls it.
    pub section: Chosen,
}

/// All lines of a plan.
pub fn of_plan(cx: &ViewCx<'_>) -> Vec<Line> {
    let plan: &Plan = cx.plan;
    let mut out = Out { lines: Vec::new(), section: Chosen::Bases, to: Spot::Bases };
    out.paragraphs(&plan.bases, plan.bases_italic, &mut Numbering::default());
    (out.section, out.to) = (Chosen::Opening, Spot::Opening);
    out.paragraphs(&plan.opening, false, &mut Numbering::default());
    for (part, number) in plan.parts.iter().zip(part_numbers(plan)) {
        if part.shown != Shown::Yes {
            continue;
        }
        (out.section, out.to) = (Chosen::Part(part.id), Spot::Part(part.id));
        if part.is_numbered() {
            let words = format!("{}{}", number.words(), part.heading.trim().to_uppercase());
            out.push(vec![bold(words)], Look::Part, out.to.clone());
        }
        let mut numbering = Numbering::default();
        for block in &part.blocks {
            match block {
                Block::Paragraph(one) => {
                    out.paragraphs(std::slice::from_ref(one), false, &mut numbering);
                }
                Block::Table(table) => words_of(table, &mut out),
                Block::Rows => rows(cx, &mut out),
                Block::Problems => problems(cx, &mut out),
                Block::Reviews => reviews(cx, &mut out),
                Block::Groups => plan.working_groups.iter().for_each(|one| group(one, &mut out)),
                Block::Members => supervisors(plan, &mut out),
            }
        }
    }
    out.lines
}

struct Out {
    lines: Vec<Line>,
    section: Chosen,
    to: Spot,
}

impl Out {
    fn push(&mut self, runs: Vec<Run>, look: Look, to: Spot) {
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.lines.push(Line { runs, look, to, section: self.section });
        }
    }

    fn paragraphs(&mut self, of: &[Paragraph], italic: bool, numbering: &mut Numbering) {
        for paragraph in of.iter().filter(|one| !one.is_blank()) {
            let mut runs = paragraph.runs.clone();
            for run in &mut runs {
                run.bold |= paragraph.is_heading;
                run.italic |= italic;
            }
            let lead =
                Run::styled(numbering.next(paragraph.level).words(), paragraph.is_heading, italic);
            runs.insert(0, lead);
            self.push(runs, Look::Words, self.to.clone());
        }
    }

    /// The columns of a line of a table: their titles, and what stands under them.
    fn cells<'a>(
        &mut self,
        cx: &ViewCx<'_>,
        table: TableKind,
        text: impl Fn(Field) -> &'a str,
        to: impl Fn(Field) -> Spot,
    ) {
        for column in cx.form.columns_for(table, &cx.plan.options.columns) {
            let words = text(column.field).trim();
            if column.hidden || words.is_empty() {
                continue;
            }
            let title = column.title.trim().trim_end_matches(':').replace('\n', " ");
            let runs = vec![bold(format!("{title}: ")), Run::plain(words)];
            self.push(runs, Look::Cell, to(column.field));
        }
    }
}

fn bold(text: String) -> Run {
    Run::styled(text, true, false)
}

fn rows(cx: &ViewCx<'_>, out: &mut Out) {
    let plan: &Plan = cx.plan;
    for (row, number) in plan.rows.iter().zip(row_numbers(plan, cx.form)) {
        let to = |field| Spot::Row(row.id(), field);
        match row {
            Row::Band(band) => out.push(vec![bold(band.text.clone())], Look::Words, to(None)),
            Row::Group(group) => {
                let words = format!("{}{}", number.words(), group.title);
                out.push(vec![bold(words)], Look::Words, to(None));
            }
            Row::Item(item) => {
                let named = [item.criterion_text.trim(), item.content.trim()];
                let name = named.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
                let lead = if number == Marker::None { "- ".to_owned() } else { number.words() };
                out.push(vec![bold(format!("{lead}{name}"))], Look::Words, to(None));
                let problem = item.problem.and_then(|id| plan.problem(id));
                let text = |field| match item.text(field) {
                    Some(text) if text.trim() == name => "",
                    Some(text) => text,
                    None => problem.and_then(|one| one.text(field)).unwrap_or_default(),
                };
                out.cells(cx, TableKind::Rows, text, |field| to(Some(field)));
            }
        }
    }
}

/// A table of words: each of its rows under the titles of its columns.
fn words_of(table: &TextTable, out: &mut Out) {
    for row in &table.rows {
        for (column, words) in table.columns.iter().zip(&row.cells) {
            if !words.trim().is_empty() {
                let title = bold(format!("{}: ", column.title.trim()));
                let words = Run::styled(words.trim().to_owned(), row.bold, false);
                out.push(vec![title, words], Look::Cell, out.to.clone());
            }
        }
    }
}

fn problems(cx: &ViewCx<'_>, out: &mut Out) {
    for (at, problem) in cx.plan.problems.iter().enumerate() {
        let to = |field| Spot::Problem(problem.id, field);
        out.push(vec![bold(messages::problem(at + 1))], Look::Words, to(None));
        let text = |field| problem.text(field).unwrap_or_default();
        out.cells(cx, TableKind::Problems, text, |field| to(Some(field)));
    }
}

fn reviews(cx: &ViewCx<'_>, out: &mut Out) {
    for review in &cx.plan.reviews {
        let to = |field| Spot::Review(review.id, field);
        let text = |field| review.text(field).unwrap_or_default();
        out.cells(cx, TableKind::Reviews, text, |field| to(Some(field)));
    }
}

fn group(group: &WorkingGroup, out: &mut Out) {
    let words = [group.label.trim(), group.task.trim()];
    let words = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(": ");
    let to = Spot::WorkingGroup(group.id);
    out.push(vec![Run::plain(format!("- {words}"))], Look::Words, to.clone());
    for member in &group.members {
        out.push(vec![Run::plain(member.name.trim())], Look::Cell, to.clone());
    }
}

fn supervisors(plan: &Plan, out: &mut Out) {
    for person in &plan.supervisors {
        let name = format!("{} {}", person.title.trim(), person.name.trim());
        let words = [name.trim(), person.position.trim(), person.what.trim()];
        let words = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        let runs = vec![Run::plain(words.join(" - "))];
        out.push(runs, Look::Cell, Spot::Supervisor(person.id));
    }
}
