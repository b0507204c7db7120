//! With what money: what is understood of a budget cell.

use serde::{Deserialize, Serialize};

/// What is understood of a phrase such as "5-7 triệu/năm" or "Ngân sách, XHH".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Money {
    /// At least, in đồng.
    pub from: Option<u64>,
    /// At most, in đồng.
    pub to: Option<u64>,
    /// Per what; null without a figure.
    pub per: Option<Per>,
    /// Where it comes from, as typed: "Ngân sách", "XHH".
    pub sources: Vec<String>,
}

impl Money {
    /// Whether anything was understood.
    #[must_use]
    pub fn understood(&self) -> bool {
        self.from.is_some() || self.to.is_some() || !self.sources.is_empty()
    }
}

/// Per what a sum is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Once, for the whole work.
    Once,
    /// A year.
    Year,
    /// A term.
    Term,
    /// A month.
    Month,
    /// A session (buổi).
    Session,
}
