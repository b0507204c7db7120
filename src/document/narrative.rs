//! Form B: no table; for each group its weaknesses, measures, time and people.

use super::letterhead::lines;
use super::table::field_of;
use super::{Block, Marker, Role, Text};
use crate::plan::number::row_numbers;
use crate::plan::{Field, Form, Id, Item, Plan, PrintedColumn, Row, Run, TableKind};

/// Writes the rows as text: groups are headings 1., 2.; several items of a group are a), b);
/// a field nobody filled has no sub-heading; bands are not printed.
pub(super) fn narrative(plan: &Plan, form: &Form, out: &mut Vec<Block>) {
    let mut fields = form.columns_for(TableKind::Rows, &plan.options.columns);
    fields.retain(|column| !column.hidden);
    let numbers = row_numbers(plan, form);
    let mut writer = Writer { plan, fields, lead: Lead::default(), out };
    let mut group: Vec<(&Item, &Marker)> = Vec::new();
    for (row, number) in plan.rows.iter().zip(&numbers) {
        match row {
            Row::Band(_) => {}
            Row::Item(item) => group.push((item, number)),
            Row::Group(heading) => {
                writer.items(&group);
                group.clear();
                writer.heading(&heading.title, number);
            }
        }
    }
    writer.items(&group);
}

/// The marker that the next paragraph takes.
#[derive(Default)]
struct Lead {
    marker: Marker,
    outline: u8,
}

struct Writer<'a> {
    plan: &'a Plan,
    fields: Vec<PrintedColumn>,
    lead: Lead,
    out: &'a mut Vec<Block>,
}

impl Writer<'_> {
    fn push(&mut self, runs: Vec<Run>, role: Role) {
        let Lead { marker, outline } = std::mem::take(&mut self.lead);
        self.out.push(Block::Paragraph(Text { marker, runs, role, outline }));
    }

    fn heading(&mut self, title: &str, number: &Marker) {
        if title.trim().is_empty() {
            return;
        }
        self.lead = Lead { marker: number.clone(), outline: 2 };
        let text = title.trim().to_owned();
        self.push(vec![Run::styled(text, true, false)], Role::Heading);
    }

    /// The items of one group, in order.
    fn items(&mut self, items: &[(&Item, &Marker)]) {
        let items: Vec<_> =
            items.iter().filter(|(item, _)| self.prints_anything(item)).copied().collect();
        let lettered = items.len() > 1;
        let mut letters = 0;
        let mut told: Vec<Id> = Vec::new();
        let mut criterion_above = "";
        let mut rest = items.as_slice();
        while let Some((first, _)) = rest.first() {
            let alike = rest
                .iter()
                .take_while(|(item, _)| item.problem.is_some() && item.problem == first.problem)
                .count()
                .max(1);
            let (chunk, after) = rest.split_at(alike);
            rest = after;
            // A weakness that several items answer is said once, before them.
            if let (Some(problem), true) = (first.problem, alike > 1)
                && !told.contains(&problem)
            {
                self.fields_of(first, is_of_problem);
                told.push(problem);
            }
            for (item, number) in chunk {
                if **number != Marker::None {
                    self.lead = Lead { marker: (*number).clone(), outline: 2 };
                } else if lettered {
                    letters += 1;
                    self.lead = Lead { marker: Marker::Letter(letters), outline: 0 };
                }
                let criterion = item.criterion_text.trim();
                let shows = self.fields.iter().any(|column| column.field == Field::CriterionText);
                if shows && !criterion.is_empty() && criterion != criterion_above {
                    let run = Run::styled(criterion.to_owned(), true, false);
                    self.push(vec![run], Role::Heading);
                }
                criterion_above = criterion;
                let already = item.problem.is_some_and(|problem| told.contains(&problem));
                told.extend(item.problem);
                self.fields_of(item, |field| !(already && is_of_problem(field)));
                self.lead = Lead::default();
            }
        }
    }

    fn prints_anything(&self, item: &Item) -> bool {
        self.fields.iter().any(|column| !field_of(item, column.field, self.plan).trim().is_empty())
    }

    fn fields_of(&mut self, item: &Item, wanted: impl Fn(Field) -> bool) {
        for column in self.fields.clone() {
            if column.field != Field::CriterionText && wanted(column.field) {
                let plan = self.plan;
                self.field(&column.title, field_of(item, column.field, plan));
            }
        }
    }

    /// One line runs on after its label; several follow it, each as typed.
    fn field(&mut self, title: &str, text: &str) {
        let lines: Vec<&str> = lines(text).collect();
        let label = match title.trim() {
            "" => None,
            title if title.ends_with(':') => Some(title.to_owned()),
            title => Some(format!("{title}:")),
        };
        let styled = |text| Run::styled(text, true, true);
        match (lines.as_slice(), label) {
            ([], _) => {}
            ([line], Some(label)) => {
                let runs = vec![styled(format!("{label} ")), Run::plain(*line)];
                self.push(runs, Role::Body);
            }
            (_, label) => {
                if let Some(label) = label {
                    self.push(vec![styled(label)], Role::Heading);
                }
                for line in lines {
                    self.push(vec![Run::plain(line)], Role::Body);
                }
            }
        }
    }
}

fn is_of_problem(field: Field) -> bool {
    matches!(field, Field::StandardText | Field::CurrentState | Field::Weakness | Field::Cause)
}
