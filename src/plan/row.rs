//! The plan's list of rows, one for all forms: bands, groups and items.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{Id, Item, Record, TextField};

/// One row of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Row {
    /// A row over the full width: "MỨC 1, 2, 3".
    Band(Arc<Band>),
    /// A standard, or another group, numbered.
    Group(Arc<Group>),
    /// A piece of work.
    Item(Arc<Item>),
}

impl Row {
    /// What names this row in the dossier.
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Band(band) => band.id,
            Self::Group(group) => group.id,
            Self::Item(item) => item.id,
        }
    }

    /// The item, if this row is one.
    #[must_use]
    pub fn as_item(&self) -> Option<&Arc<Item>> {
        match self {
            Self::Item(item) => Some(item),
            _ => None,
        }
    }
}

/// A full-width row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Band {
    /// Names it in the dossier.
    pub id: Id,
    /// "MỨC 1, 2, 3".
    pub text: String,
}

impl Record for Band {
    const TEXTS: &'static [TextField<Self>] = &[text_field!(Text, Line, text)];
}

/// A group row: usually a standard of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Group {
    /// Names it in the dossier.
    pub id: Id,
    /// The number before it.
    pub tt: GroupNumber,
    /// "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường".
    pub title: String,
    /// The standard's number, where the title is understood as one.
    pub standard: Option<u8>,
}

impl Record for Group {
    const TEXTS: &'static [TextField<Self>] = &[text_field!(Title, Line, title)];
}

/// The number before a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupNumber {
    /// Counted by the program.
    #[default]
    Auto,
    /// Left blank.
    None,
    /// As a person typed it.
    Typed(String),
}
