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
        if !self.has_fields() {
            return;
        }
        let said = RunField::ALL.map(|field| (field, field.text(self)));
        for paragraph in self.bases.iter_mut().chain(&mut self.opening) {
            fill(paragraph, &said);
        }
        for part in &mut self.parts {
            if part.blocks.iter().any(has_field) {
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
        let of_head = self.bases.iter().chain(&self.opening).any(Paragraph::has_fields);
        of_head || self.parts.iter().any(|part| part.blocks.iter().any(has_field))
    }
}

fn has_field(block: &Block) -> bool {
    matches!(block, Block::Paragraph(paragraph) if paragraph.has_fields())
}

fn fill(paragraph: &mut Paragraph, said: &[(RunField, String)]) {
    for run in &mut paragraph.runs {
        if let Some((_, text)) = said.iter().find(|(field, _)| run.field == Some(*field)) {
            run.text.clone_from(text);
        }
    }
}
