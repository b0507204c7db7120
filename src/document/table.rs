//! The tables with borders: the plan's rows, its problems, its reviews.

use super::{Cell, Table, TableColumn, TableRow};
use crate::plan::number::row_numbers;
use crate::plan::{Field, Form, Item, Plan, PrintedColumn, Record, Row, TableKind, TextTable};

/// The main table; nothing where the plan has no row to print.
pub(super) fn rows(plan: &Plan, form: &Form) -> Option<Table> {
    let columns = printed_columns(TableKind::Rows, plan, form);
    let tt_column = columns.first().is_some_and(|column| column.field == Field::Tt);
    let numbers = row_numbers(plan, form);
    let mut rows = Vec::new();
    let mut criterion_above = "";
    for (row, number) in plan.rows.iter().zip(numbers) {
        match row {
            Row::Band(_) | Row::Group(_) if form.flat_rows => {}
            Row::Band(band) => {
                criterion_above = "";
                let text = band.text.trim();
                if !text.is_empty() {
                    rows.push(TableRow::Band(text.to_owned()));
                }
            }
            Row::Group(group) => {
                criterion_above = "";
                let title = group.title.trim();
                if !title.is_empty() {
                    rows.push(TableRow::Group { tt: number, title: title.to_owned(), tt_column });
                }
            }
            Row::Item(item) => {
                let criterion = item.criterion_text.trim();
                let cells = columns
                    .iter()
                    .map(|column| Cell {
                        text: match column.field {
                            Field::Tt => number.sign(),
                            field => item_text(item, field, plan, &columns),
                        },
                        merged_above: column.field == Field::CriterionText
                            && !criterion.is_empty()
                            && criterion == criterion_above,
                        bold: false,
                    })
                    .collect();
                criterion_above = criterion;
                rows.push(TableRow::Cells(cells));
            }
        }
    }
    table(TableKind::Rows, columns, rows, form.column_numbers, plan.options.tables_across)
}

/// The table of problems or of reviews; nothing where there is none of them.
pub(super) fn records(kind: TableKind, plan: &Plan, form: &Form) -> Option<Table> {
    let columns = printed_columns(kind, plan, form);
    let cells_of = |at: usize, text: &dyn Fn(Field) -> String| {
        let cells = columns
            .iter()
            .map(|column| Cell {
                text: match column.field {
                    Field::Tt => (at + 1).to_string(),
                    field => text(field),
                },
                merged_above: false,
                bold: false,
            })
            .collect();
        TableRow::Cells(cells)
    };
    let rows = match kind {
        TableKind::Rows => return rows(plan, form),
        TableKind::Problems => plan
            .problems
            .iter()
            .enumerate()
            .map(|(at, problem)| {
                cells_of(at, &|field| problem.text(field).unwrap_or_default().to_owned())
            })
            .collect(),
        TableKind::Reviews => plan
            .reviews
            .iter()
            .enumerate()
            .map(|(at, review)| {
                cells_of(at, &|field| review.text(field).unwrap_or_default().to_owned())
            })
            .collect(),
    };
    // The table of problems stands beside the main one, and is nearly as wide.
    let across = plan.options.tables_across && kind == TableKind::Problems;
    table(kind, columns, rows, false, across)
}

/// A table of words of a part; nothing where it has no column or no row.
pub(super) fn of_words(words: &TextTable) -> Option<Table> {
    if words.columns.is_empty() || words.rows.is_empty() {
        return None;
    }
    let columns = words.columns.iter().map(|column| TableColumn {
        title: column.title.clone(),
        centred: column.centred,
        width_permille: None,
    });
    let rows = words.rows.iter().map(|row| {
        let mut texts = row.cells.iter();
        let cells = words.columns.iter().map(|_| Cell {
            text: texts.next().cloned().unwrap_or_default(),
            bold: row.bold,
            merged_above: false,
        });
        TableRow::Cells(cells.collect())
    });
    Some(Table { kind: None, columns: columns.collect(), rows: rows.collect(), ..Table::default() })
}

fn printed_columns(kind: TableKind, plan: &Plan, form: &Form) -> Vec<PrintedColumn> {
    let mut columns = form.columns_for(kind, &plan.options.columns);
    columns.retain(|column| !column.hidden);
    columns
}

fn table(
    kind: TableKind,
    columns: Vec<PrintedColumn>,
    rows: Vec<TableRow>,
    column_numbers: bool,
    across: bool,
) -> Option<Table> {
    if columns.is_empty() || rows.is_empty() {
        return None;
    }
    let count = if column_numbers { columns.len() } else { 0 };
    let numbers = (1..=count).map(|number| format!("({number})")).collect();
    let columns = columns
        .into_iter()
        .map(|column| TableColumn {
            title: column.title,
            centred: column.field == Field::Tt,
            width_permille: column.width_permille,
        })
        .collect();
    let table = Table { kind: Some(kind), columns, rows, across, ..Table::default() };
    Some(Table { column_numbers: numbers, ..table })
}

/// What a cell prints. Content and resources stand in for each other's neighbours where a
/// form shows the one and not the other (the table "Which field prints where").
fn item_text(item: &Item, field: Field, plan: &Plan, columns: &[PrintedColumn]) -> String {
    let shown = |field| columns.iter().any(|column| column.field == field);
    let own = field_of(item, field, plan);
    if !own.trim().is_empty() {
        return own.to_owned();
    }
    match field {
        Field::Content if !shown(Field::CriterionText) => item.criterion_text.clone(),
        Field::Resources => [(Field::Budget, &item.budget.typed), (Field::Support, &item.support)]
            .into_iter()
            .filter(|(field, text)| !shown(*field) && !text.trim().is_empty())
            .map(|(_, text)| text.as_str())
            .collect::<Vec<_>>()
            .join("\n"),
        _ => String::new(),
    }
}

/// A field of an item as typed; those of its problem included. `status` is always empty on
/// the printed plan.
pub(super) fn field_of<'a>(item: &'a Item, field: Field, plan: &'a Plan) -> &'a str {
    let of_problem = || item.problem.and_then(|id| plan.problem(id))?.text(field);
    item.text(field).or_else(of_problem).unwrap_or_default()
}
