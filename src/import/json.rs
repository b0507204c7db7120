//! JSON to a dossier or a catalogue: strict about keys, types, numbers and references.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::{ImportError, Problem, at};
use super::form::{check_form_at, tidied};
use super::place::place;
use crate::plan::{
    Broken, Catalogue, Dossier, FORMAT, Form, FormId, Id, LAST_ID, Row, Rule, Texts,
};

/// The keys that hold a day as "2026-09-01".
const DAYS: [&str; 5] = ["start", "end", "term_1_end", "in_force_from", "in_force_to"];

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes a file may have.
    pub bytes: usize,
}

impl Default for Limits {
    /// 64 MB.
    fn default() -> Self {
        Self { bytes: 64 << 20 }
    }
}

/// A dossier from the JSON that `export::json` writes, or that was written by hand.
///
/// Texts come in as NFC. Things without a number (0, or none) are given fresh
/// ones; `next_id` is raised above all of them.
///
/// # Errors
/// Unknown keys, wrong types, numbers given twice and references to nothing
/// are refused with their place, as are another format and too many bytes.
pub fn json(bytes: &[u8], limits: Limits) -> Result<Dossier, ImportError> {
    let bytes = sized(bytes, limits)?;
    check_format(bytes)?;
    let dossier: Dossier = read(bytes)?;
    check_blocks(bytes)?;
    dossier.check_given_ids().map_err(broken)?;
    let mut dossier = number(dossier.nfc());
    standards(&mut dossier);
    for plan in dossier.plans.iter_mut().filter(|plan| plan.has_fields()) {
        Arc::make_mut(plan).fill_fields();
    }
    dossier.check_rules().map_err(broken)?;
    check_forms(&dossier)?;
    Ok(dossier)
}

/// What a JSON file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Plans.
    Dossier(Box<Dossier>),
    /// A form, `"kind": "form"`.
    Form(Arc<Form>),
    /// A catalogue, `"kind": "catalogue"`; older files of this kind do not say it.
    Catalogue(Arc<Catalogue>),
}

/// What a JSON file of any kind holds.
///
/// # Errors
/// As [`json`].
pub fn file(bytes: &[u8], limits: Limits) -> Result<Content, ImportError> {
    #[derive(Deserialize)]
    struct Probe {
        kind: Option<serde_json::Value>,
        format: Option<serde_json::Value>,
        circular: Option<serde_json::Value>,
    }
    let probe: Probe = read(sized(bytes, limits)?)?;
    match probe.kind {
        Some(kind) if kind == "form" => form(bytes).map(Arc::new).map(Content::Form),
        Some(kind) if kind == "catalogue" => catalogue(bytes).map(Arc::new).map(Content::Catalogue),
        Some(kind) => Err(at("kind", Problem::UnknownWord(kind.to_string()))),
        None if probe.format.is_none() && probe.circular.is_some() => {
            catalogue(bytes).map(Arc::new).map(Content::Catalogue)
        }
        None => json(bytes, limits).map(Box::new).map(Content::Dossier),
    }
}

/// A catalogue from a JSON file of its own.
///
/// # Errors
/// As [`json`].
pub fn catalogue(bytes: &[u8]) -> Result<Catalogue, ImportError> {
    let catalogue: Catalogue = read::<Catalogue>(sized(bytes, Limits::default())?)?.nfc();
    catalogue.check_rules().map_err(broken)?;
    Ok(catalogue)
}

/// A form from a JSON file of its own.
///
/// # Errors
/// As [`json`]; and a form in which no plan could be written.
pub fn form(bytes: &[u8]) -> Result<Form, ImportError> {
    #[derive(Deserialize)]
    struct Parts {
        #[serde(default)]
        parts: Vec<Blocks>,
    }
    let bytes = sized(bytes, Limits::default())?;
    let form = tidied(read(bytes)?);
    check_blocks_of(&read::<Parts>(bytes)?.parts, "")?;
    check_form_at(&form, "")?;
    Ok(form)
}

fn sized(bytes: &[u8], limits: Limits) -> Result<&[u8], ImportError> {
    if bytes.len() > limits.bytes {
        return Err(ImportError::TooLarge { limit: limits.bytes });
    }
    // Notepad writes a byte order mark before UTF-8.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Not even text: no place in it can be named.
    std::str::from_utf8(bytes).map_err(|_| ImportError::NotUtf8)?;
    Ok(bytes)
}

/// What must hold in every dossier, and does not in this one.
fn broken(broken: Broken) -> ImportError {
    let problem = match broken.rule {
        Rule::RepeatedId(id) => Problem::RepeatedId(id),
        // The next number was given just now: only the end of the numbers leaves none.
        Rule::IdTooLarge(id) | Rule::NextIdTooSmall(id) => Problem::IdTooLarge(id),
        Rule::NoId => Problem::IdTooLarge(LAST_ID.next()),
        Rule::NoSuchId(id) => Problem::NoSuchId(id),
        Rule::RepeatedCode(code) => Problem::RepeatedCode(code),
        Rule::TooManySignatures => Problem::TooManySignatures,
        Rule::Empty => Problem::Empty,
    };
    at(broken.place, problem)
}

/// Reads a value; what is wrong has its place named.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ImportError> {
    serde_json::from_slice(bytes)
        .map_err(|error| understood(&place(bytes, error.line(), error.column()), &error))
}

/// The kind and facts of what serde says.
fn understood(place: &str, error: &serde_json::Error) -> ImportError {
    if !error.is_data() {
        return ImportError::NotJson { line: error.line(), column: error.column() };
    }
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text);
    let quoted = || text.split('`').nth(1).unwrap_or_default().to_owned();
    let problem = if text.starts_with("unknown field") {
        Problem::UnknownKey(quoted())
    } else if text.starts_with("missing field") {
        Problem::MissingKey(quoted())
    } else if text.starts_with("duplicate field") {
        Problem::RepeatedKey(quoted())
    } else if text.starts_with("unknown variant") {
        Problem::UnknownWord(quoted())
    } else if let Some(rest) = text.strip_prefix("invalid type: ") {
        Problem::WrongType(rest.split(", expected").next().unwrap_or_default().to_owned())
    } else if text.starts_with("invalid value: ") && text.contains('`') {
        Problem::OutOfRange(quoted())
    } else if text.starts_with("not a school year") {
        Problem::NotASchoolYear(text.split('"').nth(1).unwrap_or_default().to_owned())
    } else if DAYS.iter().any(|key| place.ends_with(key)) || text.contains("parse") {
        Problem::NoSuchDay
    } else if text.starts_with("invalid length") {
        Problem::WrongType("sequence".to_owned())
    } else {
        Problem::WrongValue(text.to_owned())
    };
    // What holds the key is the place of a key that should not be there.
    let place = match &problem {
        Problem::UnknownKey(key) | Problem::RepeatedKey(key) => {
            place.strip_suffix(key.as_str()).unwrap_or(place)
        }
        _ => place,
    };
    at(place.trim_end_matches('.'), problem)
}

/// Another format is told apart from a key that does not exist.
fn check_format(bytes: &[u8]) -> Result<(), ImportError> {
    #[derive(Deserialize)]
    struct Probe {
        format: Option<serde_json::Value>,
    }
    match read::<Probe>(bytes)?.format {
        None => Err(ImportError::NoFormat),
        Some(found) if (1..=FORMAT).any(|known| found == known) => Ok(()),
        Some(found) => Err(ImportError::Format(found.to_string())),
    }
}

/// Serde passes over the keys beside `kind` of blocks that have no other.
fn check_blocks(bytes: &[u8]) -> Result<(), ImportError> {
    #[derive(Deserialize)]
    struct Lists {
        #[serde(default)]
        plans: Vec<Parts>,
        #[serde(default)]
        forms: Vec<Parts>,
    }
    #[derive(Deserialize)]
    struct Parts {
        #[serde(default)]
        parts: Vec<Blocks>,
    }
    let Lists { plans, forms } = read(bytes)?;
    for (list, values) in [("plans", plans), ("forms", forms)] {
        for (index, value) in values.iter().enumerate() {
            check_blocks_of(&value.parts, &format!("{list}[{index}]."))?;
        }
    }
    Ok(())
}

/// The blocks of a part, with all their keys.
#[derive(Deserialize)]
struct Blocks {
    #[serde(default)]
    blocks: Vec<HashMap<String, serde_json::Value>>,
}

fn check_blocks_of(parts: &[Blocks], before: &str) -> Result<(), ImportError> {
    for (part, blocks) in parts.iter().enumerate() {
        for (index, block) in blocks.blocks.iter().enumerate() {
            let other = block.keys().find(|key| *key != "kind");
            if block.get("kind").is_some_and(|kind| kind != "paragraph" && kind != "table")
                && let Some(key) = other
            {
                let place = format!("{before}parts[{part}].blocks[{index}]");
                return Err(at(place, Problem::UnknownKey(key.clone())));
            }
        }
    }
    Ok(())
}

/// The standard of each group that a file gives no number for, as its title says.
fn standards(dossier: &mut Dossier) {
    for plan in &mut dossier.plans {
        let silent = |row: &Row| {
            matches!(row, Row::Group(group) if group.standard.is_none())
                && row.standard_number().is_some()
        };
        if !plan.rows.iter().any(silent) {
            continue;
        }
        for row in &mut Arc::make_mut(plan).rows {
            if let Row::Group(group) = row {
                let standard = group.standard_number();
                Arc::make_mut(group).standard = standard;
            }
        }
    }
}

/// Gives numbers to what has none.
fn number(mut dossier: Dossier) -> Dossier {
    let highest = dossier.ids().max().unwrap_or_default();
    let mut next = dossier.next_id.max(highest.next()).max(Id(1));
    let mut give = |id: Id| {
        if id.is_none() {
            let given = next;
            next = next.next();
            given
        } else {
            id
        }
    };
    for plan in &mut dossier.plans {
        if plan.ids().any(Id::is_none) {
            *plan = Arc::new(plan.with_ids(&mut give));
        }
    }
    dossier.next_id = next;
    dossier
}

fn check_forms(dossier: &Dossier) -> Result<(), ImportError> {
    let mut forms = dossier.forms.iter().enumerate();
    forms.try_for_each(|(index, form)| check_form_at(form, &format!("forms[{index}].")))
}

/// Whether each plan's form is in its file or among those that the program brings along.
///
/// # Errors
/// The first plan of which it is not, as a place in the JSON.
pub fn check_forms_are_known(dossier: &Dossier, embedded: &[Arc<Form>]) -> Result<(), ImportError> {
    let known = |id: &FormId| dossier.forms.iter().chain(embedded).any(|form| form.id == *id);
    match dossier.plans.iter().enumerate().find(|(_, plan)| !known(&plan.form)) {
        Some((index, plan)) => {
            Err(at(format!("plans[{index}].form"), Problem::NoSuchForm(plan.form.clone())))
        }
        None => Ok(()),
    }
}
