//! A part of the document ("I. MỤC ĐÍCH, YÊU CẦU") and the blocks that stand in it.

use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{Id, Paragraph, Record, TextField};

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
    pub blocks: Vec<Block>,
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
