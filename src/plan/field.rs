//! What a record tells of its texts, once: name, kind, where it is read and how it is set.
//!
//! The grid, the form of a row, the columns of the file, search, checks and what comes in
//! from elsewhere read these tables; no other place lists a record's texts.
//! Invariant: a field's name is its key in the JSON file and its column in the SQLite file.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Declares [`Field`] with the name of each in files.
macro_rules! fields {
    ($($field:ident = $name:literal,)*) => {
        /// A field of a record: what a column of a form prints, or another text of a plan.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each is the field of the same name")]
        pub enum Field {
            $(#[serde(rename = $name)] $field,)*
        }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$field,)*];

            /// Its name in files: `criterion_text`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name,)*
                }
            }
        }
    };
}

fields! {
    // Of items, problems and reviews: what the columns of a form may print.
    Tt = "tt",
    CriterionText = "criterion_text",
    Content = "content",
    Target = "target",
    Actions = "actions",
    Indicator = "indicator",
    Responsible = "responsible",
    Time = "time",
    Budget = "budget",
    Resources = "resources",
    Support = "support",
    Evidence = "evidence",
    Status = "status",
    Note = "note",
    StandardText = "standard_text",
    CurrentState = "current_state",
    Weakness = "weakness",
    Cause = "cause",
    When = "when",
    Result = "result",
    Adjustment = "adjustment",
    Assessor = "assessor",
    Proof = "proof",
    Reason = "reason",
    Spent = "spent",
    // Of the self-evaluation.
    Strengths = "strengths",
    // Of a plan and its letterhead.
    Label = "label",
    Number = "number",
    Symbol = "symbol",
    DocType = "doc_type",
    Subject = "subject",
    Recipients = "recipients",
    Addressees = "addressees",
    GoverningBody = "governing_body",
    School = "school",
    Code = "code",
    Place = "place",
    Address = "address",
    // Of bands, groups and parts.
    Text = "text",
    Heading = "heading",
    // Of people and their teams; `Title` is a group row's as well.
    Title = "title",
    Name = "name",
    Position = "position",
    What = "what",
    Task = "task",
    Authority = "authority",
    // Of the log.
    Who = "who",
    // Of abbreviations.
    Short = "short",
    Long = "long",
}

/// What kind of text a field holds, and so how it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    /// One line.
    Line,
    /// A list, one a line.
    Lines,
    /// A short cell of a table; it may hold line breaks.
    Cell,
    /// A long text, written as in Word.
    Long,
    /// A cell from which a time is understood.
    Time,
    /// A cell from which a sum is understood.
    Money,
    /// A cell from which people are understood.
    People,
}

/// Where a text stands in its record.
#[derive(Debug)]
pub enum Access<R> {
    /// A text of its own.
    Text {
        /// Reads it.
        get: fn(&R) -> &str,
        /// Replaces it; a correction of what was understood of it falls.
        set: fn(&mut R, String),
    },
    /// A list of lines.
    Lines {
        /// Reads them.
        get: fn(&R) -> &[String],
        /// Replaces them.
        set: fn(&mut R, Vec<String>),
    },
}

/// One text of a record.
#[derive(Debug)]
pub struct TextField<R> {
    /// Which.
    pub field: Field,
    /// How it is typed.
    pub kind: TextKind,
    /// Where it is.
    pub access: Access<R>,
}

/// A value that holds texts with names.
pub trait Record: Sized + 'static {
    /// All of them, in the order of the forms.
    const TEXTS: &'static [TextField<Self>];

    /// The field of this name, where the record has it.
    #[must_use]
    fn text_field(field: Field) -> Option<&'static TextField<Self>> {
        Self::TEXTS.iter().find(|one| one.field == field)
    }

    /// A text of its own, as typed; `None` for a list of lines and for a field it does not have.
    #[must_use]
    fn text(&self, field: Field) -> Option<&str> {
        match &Self::text_field(field)?.access {
            Access::Text { get, .. } => Some(get(self)),
            Access::Lines { .. } => None,
        }
    }

    /// A text as typed, the lines of a list joined; `None` for a field it does not have.
    #[must_use]
    fn read(&self, field: Field) -> Option<Cow<'_, str>> {
        Self::text_field(field).map(|one| one.get(self))
    }

    /// Replaces a text; `false` for a field that it does not have. A text that is the same
    /// already changes nothing, and what was corrected of it stays.
    fn write(&mut self, field: Field, text: String) -> bool {
        let Some(one) = Self::text_field(field) else { return false };
        if one.get(self) != text {
            one.set(self, text);
        }
        true
    }
}

impl<R> TextField<R> {
    /// The text, the lines of a list joined.
    #[must_use]
    pub fn get<'a>(&self, record: &'a R) -> Cow<'a, str> {
        match &self.access {
            Access::Text { get, .. } => Cow::Borrowed(get(record)),
            Access::Lines { get, .. } => match get(record) {
                [] => Cow::Borrowed(""),
                [one] => Cow::Borrowed(one),
                lines => Cow::Owned(lines.join("\n")),
            },
        }
    }

    /// Replaces the text; an empty one leaves a list without lines.
    pub fn set(&self, record: &mut R, text: String) {
        match &self.access {
            Access::Text { set, .. } => set(record, text),
            Access::Lines { set, .. } => set(record, lines_of(&text)),
        }
    }
}

/// The lines of a list typed one a line; none of an empty text.
#[must_use]
pub fn lines_of(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() }
}

/// The [`TextField`] of a plain text: `text_field!(Field, Kind, name)`, of a text from which
/// something is understood: `text_field!(Field, Kind, typed name)`, of a list of lines:
/// `text_field!(Field, lines name)`.
macro_rules! text_field {
    ($field:ident, lines $name:ident) => {
        $crate::plan::TextField {
            field: $crate::plan::Field::$field,
            kind: $crate::plan::TextKind::Lines,
            access: $crate::plan::Access::Lines {
                get: |record| &record.$name,
                set: |record, lines| record.$name = lines,
            },
        }
    };
    ($field:ident, $kind:ident, typed $name:ident) => {
        $crate::plan::TextField {
            field: $crate::plan::Field::$field,
            kind: $crate::plan::TextKind::$kind,
            access: $crate::plan::Access::Text {
                get: |record| &record.$name.typed,
                set: |record, text| record.$name = $crate::plan::Typed::new(text),
            },
        }
    };
    ($field:ident, $kind:ident, $name:ident) => {
        $crate::plan::TextField {
            field: $crate::plan::Field::$field,
            kind: $crate::plan::TextKind::$kind,
            access: $crate::plan::Access::Text {
                get: |record| &record.$name,
                set: |record, text| record.$name = text,
            },
        }
    };
}
pub(super) use text_field;
