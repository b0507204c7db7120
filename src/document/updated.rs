//! Biểu 2 cập nhật: the words of the plan as it was given out, with how far its work has come and
//! what its reviews found, of closed reviews alone.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Block, Cell, Document, Role, Table, TableColumn, TableRow, Text, plan_of};
use crate::plan::{Dossier, Field, Form, Item, Plan, Review, Run, TableKind};
use crate::timeline::short_name;
use crate::understand::status_words;
use crate::words;
use crate::year::frozen::{issued, reviewed};

/// The column of how far the work has come, and what stands over it in a table of its own.
const STATUS: &str = "Mức độ thực hiện";
const RESULTS: &str = "Mức độ thực hiện các nội dung cải tiến";
/// Over what reviews found, where the form has no table of them.
const FOUND: &str = "Kết quả rà soát";

/// The plan brought up to date; none where no review of it was closed.
#[must_use]
pub fn updated_document(dossier: &Dossier, plan: &Plan, form: &Form) -> Option<Document> {
    let found = |review: &Review| -> Option<(Arc<Plan>, Option<Date>)> {
        Some((Arc::clone(reviewed(plan, review)?.plans.first()?), review.day))
    };
    let (newest, day) = plan.closed_reviews().into_iter().find_map(found)?;
    let issued = issued(plan);
    let given_out = issued.as_ref().and_then(|body| body.plans.first());
    let own_form = issued.as_ref().and_then(|body| body.forms.first());
    let mut shown = Plan::clone(given_out.map_or(plan, AsRef::as_ref));
    let form = own_form.map_or(form, AsRef::as_ref);
    for review in &mut shown.reviews {
        let now = plan.reviews.iter().find(|one| one.id == review.id);
        let then = now
            .and_then(&found)
            .and_then(|(copy, _)| copy.reviews.iter().find(|one| one.id == review.id).cloned());
        let said = then.unwrap_or_default();
        (review.result, review.adjustment) = (said.result, said.adjustment);
    }
    if let Some(day) = day {
        shown.subject.push(format!("(Cập nhật đến ngày {})", words::date(day)));
    }
    let (mut document, after_rows) = plan_of(dossier, &shown, form);
    let has = |kind| document.blocks.iter().any(|block| is_table_of(block, kind));
    // What the form has no place for stands behind the work.
    let mut beside = Vec::new();
    if !has(TableKind::Rows) {
        beside.extend(statuses(dossier, &shown, &newest));
    }
    if !has(TableKind::Reviews) {
        beside.extend(reviews(&shown));
    }
    document.blocks.splice(after_rows..after_rows, beside.into_iter().flatten());
    let column = form
        .columns_for(TableKind::Rows, &shown.options.columns)
        .iter()
        .filter(|column| !column.hidden)
        .position(|column| column.field == Field::Status);
    let table = document.blocks.iter_mut().find_map(|block| match block {
        Block::Table(table) if table.kind == Some(TableKind::Rows) => Some(table),
        _ => None,
    });
    let Some(table) = table else { return Some(document) };
    // A form of old times has no column for it: it gets one.
    let column = column.unwrap_or_else(|| {
        let title = STATUS.to_owned();
        table.columns.push(TableColumn { title, ..TableColumn::default() });
        table.columns.len() - 1
    });
    // Each item is a row of cells, in the order of the plan.
    let cells = table.rows.iter_mut().filter_map(|row| match row {
        TableRow::Cells(cells) => Some(cells),
        _ => None,
    });
    for (cells, item) in cells.zip(shown.items()) {
        cells.resize(cells.len().max(column + 1), Cell::default());
        cells[column].text = status(&newest, item);
    }
    Some(document)
}

fn is_table_of(block: &Block, kind: TableKind) -> bool {
    matches!(block, Block::Table(table) if table.kind == Some(kind))
}

/// How far a piece of work had come at the newest review.
fn status(newest: &Plan, item: &Item) -> String {
    let status = newest.item(item.id).and_then(|item| item.status);
    status.map_or("", status_words).to_owned()
}

/// Of a plan in running text, how far its work has come.
fn statuses(dossier: &Dossier, plan: &Plan, newest: &Plan) -> Option<[Block; 2]> {
    let rows = plan.items().enumerate().map(|(at, item)| {
        [(at + 1).to_string(), short_name(dossier, plan, item), status(newest, item)].to_vec()
    });
    let columns = [("TT", true), ("Nội dung cải tiến", false), (STATUS, false)];
    titled(RESULTS, &columns, rows.collect())
}

/// What the closed reviews of a plan found.
fn reviews(plan: &Plan) -> Option<[Block; 2]> {
    let told = plan
        .reviews
        .iter()
        .filter(|review| !review.result.trim().is_empty() || !review.adjustment.trim().is_empty());
    let rows = told.map(|review| {
        let texts = [&review.when, &review.result, &review.adjustment, &review.assessor];
        texts.map(|text| text.trim().to_owned()).to_vec()
    });
    let columns = [
        ("Thời điểm", false),
        ("Kết quả thực hiện", false),
        ("Điều chỉnh (nếu có)", false),
        ("Người đánh giá", false),
    ];
    titled(FOUND, &columns, rows.collect())
}

/// A table with its heading; none of no rows.
fn titled(heading: &str, columns: &[(&str, bool)], rows: Vec<Vec<String>>) -> Option<[Block; 2]> {
    let column = |(title, centred): &(&str, bool)| TableColumn {
        title: (*title).to_owned(),
        centred: *centred,
        width_permille: None,
    };
    let cell = |text| Cell { text, ..Cell::default() };
    let cells = |row: Vec<String>| TableRow::Cells(row.into_iter().map(cell).collect());
    let rows: Vec<TableRow> = rows.into_iter().map(cells).collect();
    let heading = Text {
        runs: vec![Run::styled(heading.to_owned(), true, false)],
        role: Role::Heading,
        outline: 2,
        ..Text::default()
    };
    let columns = columns.iter().map(column).collect();
    let table = Table { columns, rows, ..Table::default() };
    (!table.rows.is_empty()).then_some([Block::Paragraph(heading), Block::Table(table)])
}
