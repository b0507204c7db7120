//! The checks of the tables: rows, problems, reviews, and the two kinds of teams.

use jiff::ToSpan;

use super::{Check, criteria::Seen};
use crate::check::FindingKind;
use crate::plan::{Field, GroupNumber, Item, Record, Row, Spot, TableKind, stand_ins};

impl Check<'_> {
    /// Bands, groups and items, in order.
    pub(super) fn rows(&mut self) {
        let plan = self.plan;
        let columns = self.printed_fields(TableKind::Rows);
        let mut seen = Seen::default();
        for row in &plan.rows {
            seen.pass(row, self.form);
            match row {
                Row::Band(band) => {
                    if self.form.prints_bands() {
                        self.words(&Spot::Row(band.id, None), &band.text);
                    }
                }
                Row::Group(group) => {
                    if self.form.prints_groups() {
                        let at = Spot::Row(group.id, None);
                        if let GroupNumber::Typed(number) = &group.tt {
                            self.words(&at, number);
                        }
                        self.words(&at, &group.title);
                    }
                }
                Row::Item(item) => {
                    let twice = seen.item(item);
                    self.item(item, &columns, &twice);
                }
            }
        }
    }

    fn item(&mut self, item: &Item, columns: &[Field], twice: &[(&str, crate::plan::Id)]) {
        if is_blank(item) {
            self.push(&Spot::Row(item.id, None), FindingKind::EmptyRow);
            return;
        }
        let at = |field| Spot::Row(item.id, Some(field));
        self.unknown_criteria(&at(Field::CriterionText), &item.criteria);
        for &(code, first) in twice {
            let kind = FindingKind::CriterionTwice { code: code.to_owned(), first };
            self.push(&at(Field::CriterionText), kind);
        }
        for field in self.texts_printed(item, columns) {
            let Some(text) = item.text(field) else { continue };
            self.words(&at(field), text);
            let wanted = matches!(field, Field::Target | Field::Responsible | Field::Time);
            if wanted && text.trim().is_empty() {
                self.push(&at(field), FindingKind::EmptyField);
            }
            if field == Field::Time {
                self.time(item);
            }
        }
        if !columns.contains(&Field::Time) {
            self.time(item);
        }
        if self.form.narrative
            && let Some(problem) = item.problem.and_then(|id| self.plan.problem(id))
        {
            let at = Spot::Problem(problem.id, Some(Field::Weakness));
            self.words(&at, &problem.weakness);
        }
    }

    /// The fields whose words the form prints for this item, in order.
    fn texts_printed(&self, item: &Item, columns: &[Field]) -> Vec<Field> {
        let mut printed = columns.to_vec();
        if self.form.narrative && !printed.contains(&Field::CriterionText) {
            printed.insert(0, Field::CriterionText);
        }
        if !self.form.narrative {
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

    /// What is understood of an item's time, against the plan's year.
    fn time(&mut self, item: &Item) {
        let typed = item.time.typed.trim();
        if typed.is_empty() && item.time.corrected.is_none() {
            return;
        }
        let at = Spot::Row(item.id, Some(Field::Time));
        let year = self.plan.school_year;
        let period = item.period(year, &self.dossier.terms(year));
        if !period.understood() {
            self.push(&at, FindingKind::TimeNotUnderstood { typed: typed.to_owned() });
            return;
        }
        let Some(end) = period.end else { return };
        let last_day = if period.before { end.saturating_sub(1.day()) } else { end };
        if last_day < year.plan_start() {
            let plan_start = year.plan_start();
            let typed = typed.to_owned();
            self.push(&at, FindingKind::EndsBeforeStart { typed, last_day, plan_start });
        } else if last_day > year.plan_end() {
            let plan_end = year.plan_end();
            self.push(&at, FindingKind::GoesOn { last_day, plan_end });
        }
    }

    /// The table of problems.
    pub(super) fn problems(&mut self) {
        let columns = self.printed_fields(TableKind::Problems);
        for problem in &self.plan.problems {
            let at = |field| Spot::Problem(problem.id, Some(field));
            self.unknown_criteria(&at(Field::CriterionText), &problem.criteria);
            for &field in &columns {
                self.words(&at(field), problem.text(field).unwrap_or_default());
            }
        }
    }

    /// The table of reviews.
    pub(super) fn reviews(&mut self) {
        let columns = self.printed_fields(TableKind::Reviews);
        for (index, review) in self.plan.reviews.iter().enumerate() {
            for &field in &columns {
                let text = review.text(field).unwrap_or_default();
                self.words(&Spot::Review(index, Some(field)), text);
            }
        }
    }

    /// The supervising team.
    pub(super) fn members(&mut self) {
        for (index, member) in self.plan.supervisors.iter().enumerate() {
            for text in [&member.title, &member.name, &member.position, &member.what] {
                self.words(&Spot::Supervisor(index), text);
            }
        }
    }

    /// The working groups.
    pub(super) fn groups(&mut self) {
        for (index, group) in self.plan.working_groups.iter().enumerate() {
            for text in [&group.label, &group.task]
                .into_iter()
                .chain(group.members.iter().map(|member| &member.name))
            {
                self.words(&Spot::WorkingGroup(index), text);
            }
        }
    }
}

/// Whether nothing at all is written in a row.
fn is_blank(item: &Item) -> bool {
    item.criteria.is_empty()
        && item.problem.is_none()
        && item.status.is_none()
        && Item::TEXTS.iter().all(|one| one.get(item).trim().is_empty())
}
