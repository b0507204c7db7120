//! A plan in the form it is printed in: its printed parts and fields, and the day it is of.

use jiff::civil::Date;

use crate::plan::{Dossier, Field, Form, Item, Part, Plan, Record, Shown, TableKind, stand_ins};

/// A plan, in the form it is printed in.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub dossier: &'a Dossier,
    pub plan: &'a Plan,
    pub form: &'a Form,
}

impl<'a> Page<'a> {
    /// The first day that the document's date may be, where its year is there.
    pub fn day(&self) -> Option<Date> {
        let on = self.plan.date;
        on.to_date().or_else(|| {
            let month = on.month.and_then(|month| i8::try_from(month).ok());
            Date::new(on.year?, month.unwrap_or(1), 1).ok()
        })
    }

    /// The parts that are printed, in order.
    pub fn printed_parts(&self) -> impl Iterator<Item = &'a Part> {
        let parts: &'a [std::sync::Arc<Part>] = &self.plan.parts;
        parts.iter().map(AsRef::as_ref).filter(|part| part.shown == Shown::Yes)
    }

    /// The fields that a table of the form prints, in order.
    pub fn printed_fields(&self, table: TableKind) -> Vec<Field> {
        self.form
            .columns_for(table, &self.plan.options.columns)
            .into_iter()
            .filter(|column| !column.hidden)
            .map(|column| column.field)
            .collect()
    }

    /// The items in which something is written.
    pub fn written_items(&self) -> impl Iterator<Item = &'a Item> {
        let plan: &'a Plan = self.plan;
        plan.items().map(AsRef::as_ref).filter(|item| !is_blank(item))
    }
}

/// The fields whose words the form prints for an item, in order.
pub(super) fn texts_printed(form: &Form, item: &Item, columns: &[Field]) -> Vec<Field> {
    let mut printed = columns.to_vec();
    if form.narrative && !printed.contains(&Field::CriterionText) {
        printed.insert(0, Field::CriterionText);
    }
    if !form.narrative {
        let is_empty = |field: Field| item.text(field).unwrap_or_default().trim().is_empty();
        let instead = columns.iter().filter(|field| is_empty(**field));
        for field in instead.flat_map(|field| stand_ins(*field)) {
            if !printed.contains(field) {
                printed.push(*field);
            }
        }
    }
    printed
}

/// Whether a text says nothing: it is blank, or dots and dashes hold its place.
pub(super) fn says_nothing(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// Whether nothing at all is written in a row.
pub(super) fn is_blank(item: &Item) -> bool {
    item.criteria.is_empty()
        && item.problem.is_none()
        && item.status.is_none()
        && Item::TEXTS.iter().all(|one| says_nothing(&one.get(item)))
}
