//! What a person should look at before a plan is signed, in the order of the paper.
//!
//! Invariant: pure, and no text makes it fail. Whether the paper's font lacks a
//! character is asked of whoever calls.

mod criteria;
mod end_mark;
mod finding;
mod rows;

use std::collections::HashSet;

use crate::plan::{
    Block, Dossier, Field, Form, InfoField, Part, Place, Plan, Record, Shown, Spot, TableKind,
};

pub use end_mark::with_end_mark;
pub use finding::{Finding, FindingKind, Severity};

/// All Vietnamese letters have codes below this.
const COMMON: usize = 0x2100;

/// The findings of one plan, in the order of its document.
///
/// `lacks` says whether the paper's font lacks a character; white space and
/// control characters are never asked about.
#[must_use]
pub fn check(
    dossier: &Dossier,
    plan: &Plan,
    form: &Form,
    lacks: &dyn Fn(char) -> bool,
) -> Vec<Finding> {
    let known = vec![None; COMMON];
    let mut check =
        Check { dossier, plan, form, lacks, known, said: HashSet::new(), findings: Vec::new() };
    check.head();
    let mut rows_seen = false;
    for part in printed_parts(plan) {
        check.capitals(&Spot::Part(part.id), &part.heading);
        for block in &part.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    check.words(&Spot::Part(part.id), &paragraph.text());
                }
                Block::Rows => {
                    if !std::mem::replace(&mut rows_seen, true) {
                        check.rows();
                    }
                }
                Block::Problems => check.problems(),
                Block::Reviews => check.reviews(),
                Block::Members => check.members(),
                Block::Groups => check.groups(),
            }
        }
    }
    if !rows_seen {
        // The rows are the plan's work, even while no part shows them.
        check.rows();
    }
    check.end_mark();
    check.foot();
    check.findings
}

/// The parts that are printed, in order.
fn printed_parts(plan: &Plan) -> impl Iterator<Item = &Part> {
    plan.parts.iter().map(AsRef::as_ref).filter(|part| part.shown == Shown::Yes)
}

/// A check under way.
struct Check<'a> {
    dossier: &'a Dossier,
    plan: &'a Plan,
    form: &'a Form,
    lacks: &'a dyn Fn(char) -> bool,
    /// What was asked of `lacks` before, by the codes of the letters up to [`COMMON`].
    known: Vec<Option<bool>>,
    /// The characters that were found lacking, with the places they were found at.
    said: HashSet<(Spot, char)>,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn push(&mut self, at: &Spot, kind: FindingKind) {
        self.findings.push(Finding {
            severity: kind.severity(),
            place: Place { plan: self.plan.id, at: at.clone() },
            kind,
        });
    }

    /// Each character of printed words that the font lacks, once a place.
    fn words(&mut self, at: &Spot, text: &str) {
        if text.is_ascii() || !text.chars().any(|c| self.lacks(c)) {
            return;
        }
        // Composed as on paper: a mark alone may be lacking where the letter is not.
        for c in crate::words::nfc(text).chars() {
            if self.lacks(c) && self.said.insert((at.clone(), c)) {
                self.push(at, FindingKind::MissingCharacter(c));
            }
        }
    }

    /// Whether the font lacks a character; asked once for each that is common.
    fn lacks(&mut self, c: char) -> bool {
        if c.is_ascii() || c.is_whitespace() || c.is_control() {
            return false;
        }
        let Some(known) = self.known.get_mut(c as usize) else { return (self.lacks)(c) };
        *known.get_or_insert_with(|| (self.lacks)(c))
    }

    /// As [`Self::words`], of words that are printed in capitals.
    fn capitals(&mut self, at: &Spot, text: &str) {
        self.words(at, &crate::words::upper(text));
    }

    /// What stands before the first part.
    fn head(&mut self) {
        let plan = self.plan;
        let info = Spot::Info;
        self.capitals(&info(InfoField::GoverningBody), &plan.letterhead.governing_body);
        self.capitals(&info(InfoField::School), &plan.letterhead.school);
        if plan.number.trim().is_empty() {
            self.push(&info(InfoField::Number), FindingKind::NoNumber);
        }
        self.words(&info(InfoField::Number), &plan.number);
        self.words(&info(InfoField::Symbol), &plan.symbol);
        self.words(&info(InfoField::Place), &plan.letterhead.place);
        if plan.date.day.is_none() || plan.date.month.is_none() || plan.date.year.is_none() {
            self.push(&info(InfoField::Date), FindingKind::NoDate(plan.date));
        }
        if !plan.date.is_possible() {
            self.push(&info(InfoField::Date), FindingKind::NoSuchDay(plan.date));
        }
        self.capitals(&info(InfoField::DocType), &plan.doc_type);
        for line in &plan.subject {
            self.words(&info(InfoField::Subject), line);
        }
        for paragraph in &plan.bases {
            self.words(&Spot::Bases, &paragraph.text());
        }
        for paragraph in &plan.opening {
            self.words(&Spot::Opening, &paragraph.text());
        }
    }

    /// What stands after the last part.
    fn foot(&mut self) {
        let plan = self.plan;
        for line in &plan.recipients {
            self.words(&Spot::Info(InfoField::Recipients), line);
        }
        let spot = Spot::Info(InfoField::Signatures);
        for signature in &plan.signatures {
            for line in &signature.authority {
                self.capitals(&spot, line);
            }
            self.capitals(&spot, &signature.position);
            self.words(&spot, &signature.name);
        }
    }

    /// "./." closes the last paragraph of the body, or what is printed last.
    fn end_mark(&mut self) {
        let plan = self.plan;
        let paragraphs = printed_parts(plan).flat_map(|part| {
            part.blocks.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) if !paragraph.is_blank() => {
                    Some((Spot::Part(part.id), paragraph.text()))
                }
                _ => None,
            })
        });
        let opening = plan
            .opening
            .iter()
            .filter(|paragraph| !paragraph.is_blank())
            .map(|paragraph| (Spot::Opening, paragraph.text()));
        let last = opening.chain(paragraphs).last();
        let closed = |text: &str| text.trim_end().ends_with("./.");
        if last.as_ref().is_some_and(|(_, text)| closed(text))
            || self.last_words().is_some_and(closed)
        {
            return;
        }
        let at = last.map_or_else(
            || printed_parts(plan).last().map_or(Spot::Opening, |part| Spot::Part(part.id)),
            |(at, _)| at,
        );
        self.push(&at, FindingKind::NoEndMark);
    }

    /// The last words of the body where something other than a paragraph is printed last.
    fn last_words(&self) -> Option<&str> {
        let plan = self.plan;
        let printed = |text: &&str| !text.trim().is_empty();
        let last = printed_parts(plan).flat_map(|part| &part.blocks).last()?;
        match last {
            Block::Groups => {
                let group = plan.working_groups.last()?;
                group
                    .members
                    .last()
                    .map(|member| member.name.as_str())
                    .filter(printed)
                    .or(Some(&group.task))
            }
            Block::Members => plan.supervisors.last().map(|member| member.what.as_str()),
            Block::Rows => {
                let item = plan.items().last()?;
                let columns = self.form.columns_for(TableKind::Rows, &plan.options.columns);
                columns
                    .iter()
                    .rev()
                    .filter(|column| !column.hidden)
                    .filter_map(|column| item.text(column.field))
                    .find(printed)
            }
            Block::Paragraph(_) | Block::Problems | Block::Reviews => None,
        }
    }

    /// The fields that a table of the form prints, in order.
    fn printed_fields(&self, table: TableKind) -> Vec<Field> {
        self.form
            .columns_for(table, &self.plan.options.columns)
            .into_iter()
            .filter(|column| !column.hidden)
            .map(|column| column.field)
            .collect()
    }
}
