//! A part of the document ("I. MỤC ĐÍCH, YÊU CẦU") and the blocks that stand in it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{Id, Paragraph, Record, TextField, TextTable, json};

/// One numbered part. Its number is automatic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Part {
    /// Names it in the dossier.
    pub id: Id,
    /// The form's name for it (`purpose`, `bases`, `content`, …); none when a person added it.
    pub key: Option<String>,
    /// Its heading, as typed; printed in capitals. Empty: neither heading nor number.
    pub heading: String,
    /// Whether it is printed.
    pub shown: Shown,
    /// What stands in it.
    #[serde(deserialize_with = "json::each")]
    pub blocks: Vec<Block>,
}

impl Part {
    /// The stretches of paragraphs, as ranges of its blocks: one before, between and after
    /// blocks of another kind, so that there is always a place to type. An empty part has one.
    #[must_use]
    pub fn stretches(&self) -> Vec<Range<usize>> {
        let mut stretches = Vec::new();
        let mut start = 0;
        for (index, block) in self.blocks.iter().enumerate() {
            if !matches!(block, Block::Paragraph(_)) {
                stretches.push(start..index);
                start = index + 1;
            }
        }
        stretches.push(start..self.blocks.len());
        stretches
    }

    /// The paragraphs of one stretch; none where there is no such.
    #[must_use]
    pub fn stretch(&self, nth: usize) -> Vec<Paragraph> {
        let range = self.stretches().into_iter().nth(nth).unwrap_or_default();
        self.blocks[range]
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph.clone()),
                _ => None,
            })
            .collect()
    }
}

impl Record for Part {
    const TEXTS: &'static [TextField<Self>] = &[text_field!(Heading, Line, heading)];
}

/// Whether a part is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// It is.
    #[default]
    Yes,
    /// A person hid it.
    Hidden,
    /// It belongs to another form; its words wait for that form's return.
    NotInForm,
}

/// What a part holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// Words.
    Paragraph(Paragraph),
    /// A table of words, all of which can be typed over.
    Table(TextTable),
    /// The plan's main table, or its narrative.
    Rows,
    /// The table of problems (form C, part IV).
    Problems,
    /// The table of reviews (form C, part VI).
    Reviews,
    /// The supervising team, in three aligned columns.
    Members,
    /// The working groups.
    Groups,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_place_to_type_before_between_and_after_tables() {
        let stretches =
            |blocks: &[Block]| Part { blocks: blocks.to_vec(), ..Part::default() }.stretches();
        let words = Block::Paragraph(Paragraph::default());
        assert_eq!(stretches(&[]), vec![0..0]);
        assert_eq!(stretches(&[Block::Rows]), [0..0, 1..1]);
        let mixed = [words.clone(), words.clone(), Block::Groups, Block::Members, words];
        assert_eq!(stretches(&mixed), [0..2, 3..3, 4..5]);
    }
}
