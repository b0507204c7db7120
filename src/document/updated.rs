//! Biểu 2 cập nhật: the words of the plan as it was given out, with how far its work has come and
//! what its reviews found, of closed reviews alone.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Block, Cell, Document, Role, Table, TableColumn, TableRow, Text, plan_document};
use crate::plan::{Dossier, Field, Form, Item, Plan, Review, Run, TableKind};
use crate::timeline::short_name;
use crate::understand::status_words;
use crate::words;
use crate::year::frozen::thaw;

/// The column of how far the work has come, and what stands over it in a table of its own.
const STATUS: &str = "Mức độ thực hiện";
const RESULTS: &str = "Mức độ thực hiện các nội dung cải tiến";

/// The plan brought up to date; none where no review of it was closed.
#[must_use]
pub fn updated_document(dossier: &Dossier, plan: &Plan, form: &Form) -> Option<Document> {
    let found = |review: &Review| -> Option<(Arc<Plan>, Option<Date>)> {
        let copy = plan.frozen(review.closed?)?;
        Some((Arc::clone(thaw(copy)?.plans.first()?), review.day))
    };
    let (newest, day) = plan.reviews.iter().rev().find_map(found)?;
    let issued = plan.issued_copy().and_then(|copy| thaw(copy));
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
    let mut document = plan_document(dossier, &shown, form);
    let column = form
        .columns_for(TableKind::Rows, &shown.options.columns)
        .iter()
        .filter(|column| !column.hidden)
        .position(|column| column.field == Field::Status);
    let status = |item: &Item| {
        let status = newest.item(item.id).and_then(|item| item.status);
        status.map_or("", status_words).to_owned()
    };
    let table = document.blocks.iter_mut().find_map(|block| match block {
        Block::Table(table) if table.kind == Some(TableKind::Rows) => Some(table),
        _ => None,
    });
    let Some(table) = table else {
        add_table(dossier, &shown, &status, &mut document);
        return Some(document);
    };
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
        cells[column].text = status(item);
    }
    Some(document)
}

/// Of a plan in running text, how far its work has come stands in a table before its foot.
fn add_table(
    dossier: &Dossier,
    plan: &Plan,
    status: &dyn Fn(&Item) -> String,
    document: &mut Document,
) {
    let rows = plan.items().enumerate().map(|(at, item)| {
        let texts = [(at + 1).to_string(), short_name(dossier, plan, item), status(item)];
        TableRow::Cells(texts.map(|text| Cell { text, ..Cell::default() }).to_vec())
    });
    let rows: Vec<TableRow> = rows.collect();
    if rows.is_empty() {
        return;
    }
    let column = |(title, centred): (&str, bool)| TableColumn {
        title: title.to_owned(),
        centred,
        width_permille: None,
    };
    let columns = [("TT", true), ("Nội dung cải tiến", false), (STATUS, false)];
    let heading = Text {
        runs: vec![Run::styled(RESULTS.to_owned(), true, false)],
        role: Role::Heading,
        outline: 2,
        ..Text::default()
    };
    let table = Table { columns: columns.map(column).to_vec(), rows, ..Table::default() };
    let foot = document.blocks.iter().rposition(|block| matches!(block, Block::Signatures(_)));
    let at = foot.unwrap_or(document.blocks.len());
    document.blocks.splice(at..at, [Block::Paragraph(heading), Block::Table(table)]);
}
