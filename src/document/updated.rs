//! Biểu 2 cập nhật: the words of the plan as it was given out, with how far its work has come and
//! what its reviews found, of closed reviews alone.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Block, Document, TableRow, plan_document};
use crate::plan::{Dossier, Field, Form, Plan, Review, TableKind};
use crate::understand::status_words;
use crate::words;
use crate::year::frozen::thaw;

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
    let rows = document.blocks.iter_mut().find_map(|block| match block {
        Block::Table(table) if table.kind == Some(TableKind::Rows) => Some(&mut table.rows),
        _ => None,
    });
    // Each item is a row of cells, in the order of the plan.
    let cells = rows.into_iter().flatten().filter_map(|row| match row {
        TableRow::Cells(cells) => Some(cells),
        _ => None,
    });
    for (cells, item) in cells.zip(shown.items()) {
        let status = newest.item(item.id).and_then(|item| item.status);
        if let Some(cell) = column.and_then(|at| cells.get_mut(at)) {
            status.map_or("", status_words).clone_into(&mut cell.text);
        }
    }
    Some(document)
}
