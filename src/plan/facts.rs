//! What the fields among the words of a plan say.
//!
//! A field is a run of its own kind ([`Run::field`]) whose text is the value itself, so that
//! whoever reads, prints or finds words needs to know nothing of fields. Invariant: after every
//! edit the text of each field is what the plan says ([`Plan::fill_fields`]); only what was given
//! out ([`super::Frozen`]) keeps the words it had.

use std::sync::Arc;

use super::fill::{KindWords, one_line};
use super::{Block, Paragraph, Plan, Run, RunField, SchoolYear};
use crate::words::date_in_words;

/// What stands in the place of a value that the plan does not have.
pub const NO_VALUE: &str = "…";

impl RunField {
    /// What the plan says; none where it says nothing, or not all of it.
    #[must_use]
    pub fn value(self, plan: &Plan) -> Option<String> {
        let text = match self {
            Self::School => one_line(&plan.letterhead.school),
            Self::SchoolYear => plan.school_year.to_string(),
            Self::NextSchoolYear => SchoolYear::starting(plan.school_year.second())?.to_string(),
            Self::Criteria => {
                let mut codes: Vec<&str> =
                    plan.items().flat_map(|item| &item.criteria).map(String::as_str).collect();
                codes.sort_unstable();
                codes.dedup();
                count(codes.len())
            }
            Self::Items => count(plan.items().count()),
            Self::Head => KindWords::of(plan.letterhead.kind).head.to_owned(),
            Self::Place => one_line(&plan.letterhead.place),
            Self::Date => {
                let date = plan.date;
                let whole = date.day.is_some() && date.month.is_some() && date.year.is_some();
                if whole { date_in_words(date.day, date.month, date.year) } else { String::new() }
            }
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// What stands among the words: the value, or dots where there is none.
    #[must_use]
    pub fn text(self, plan: &Plan) -> String {
        let open = || match self {
            Self::Date => date_in_words(plan.date.day, plan.date.month, plan.date.year),
            _ => NO_VALUE.to_owned(),
        };
        self.value(plan).unwrap_or_else(open)
    }
}

/// A count as it is written in official words: a 0 before those under 10; nothing for none.
fn count(count: usize) -> String {
    if count == 0 { String::new() } else { format!("{count:02}") }
}

impl Run {
    /// A field with what the plan says of it.
    #[must_use]
    pub fn of_field(field: RunField, plan: &Plan) -> Self {
        Self { text: field.text(plan), field: Some(field), ..Self::default() }
    }
}

impl Plan {
    /// Writes into every field what the plan says.
    pub fn fill_fields(&mut self) {
        let mut said: Vec<(RunField, String)> = Vec::new();
        for field in self.paragraphs().flat_map(|one| &one.runs).filter_map(|run| run.field) {
            if said.iter().all(|(of, _)| *of != field) {
                said.push((field, field.text(self)));
            }
        }
        if said.is_empty() {
            return;
        }
        for paragraph in self.bases.iter_mut().chain(&mut self.opening) {
            fill(paragraph, &said);
        }
        for part in &mut self.parts {
            // A part that says it already stays the same value, in memory too.
            if part.blocks.iter().any(|block| is_stale(block, &said)) {
                for block in &mut Arc::make_mut(part).blocks {
                    if let Block::Paragraph(paragraph) = block {
                        fill(paragraph, &said);
                    }
                }
            }
        }
    }

    /// Whether a field stands anywhere among its words.
    #[must_use]
    pub fn has_fields(&self) -> bool {
        self.paragraphs().any(Paragraph::has_fields)
    }

    /// All words in which fields may stand.
    fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        let blocks = self.parts.iter().flat_map(|part| &part.blocks);
        let in_parts = blocks.filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        });
        self.bases.iter().chain(&self.opening).chain(in_parts)
    }
}

fn is_stale(block: &Block, said: &[(RunField, String)]) -> bool {
    let stale = |run: &Run| said_of(run, said).is_some_and(|text| run.text != text);
    matches!(block, Block::Paragraph(paragraph) if paragraph.runs.iter().any(stale))
}

fn said_of<'s>(run: &Run, said: &'s [(RunField, String)]) -> Option<&'s str> {
    let field = run.field?;
    said.iter().find(|(of, _)| *of == field).map(|(_, text)| text.as_str())
}

fn fill(paragraph: &mut Paragraph, said: &[(RunField, String)]) {
    for run in &mut paragraph.runs {
        if let Some(text) = said_of(run, said) {
            text.clone_into(&mut run.text);
        }
    }
}
