//! JSON to a dossier or a catalogue: strict about keys, types, numbers and references.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::{ImportError, Problem};
use crate::plan::{Catalogue, Dossier, FORMAT, Id, Texts};

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
    check_ids(&dossier)?;
    let dossier = number(dossier.nfc());
    check_references(&dossier)?;
    check_catalogues(&dossier)?;
    Ok(dossier)
}

/// A catalogue from a JSON file of its own.
///
/// # Errors
/// As [`json`].
pub fn catalogue(bytes: &[u8]) -> Result<Catalogue, ImportError> {
    let catalogue: Catalogue = read::<Catalogue>(sized(bytes, Limits::default())?)?.nfc();
    check_catalogue(&catalogue, "")?;
    Ok(catalogue)
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

fn at(place: impl Into<String>, problem: Problem) -> ImportError {
    ImportError::At { place: place.into(), problem }
}

/// Reads a value; what is wrong has its place named.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ImportError> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let place = error.path().to_string();
        understood(&place, error.inner())
    })?;
    deserializer.end().map_err(|error| understood("", &error))?;
    Ok(value)
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
    // The path already ends with the unknown key: the place is what holds it.
    let place = match &problem {
        Problem::UnknownKey(key) => place.strip_suffix(key.as_str()).unwrap_or(place),
        _ => place,
    };
    let place = place.trim_end_matches('.');
    at(if place == "." { "" } else { place }, problem)
}

/// Another format is told apart from a key that does not exist.
fn check_format(bytes: &[u8]) -> Result<(), ImportError> {
    #[derive(Deserialize)]
    struct Probe {
        format: Option<serde_json::Value>,
    }
    match read::<Probe>(bytes)?.format {
        None => Err(ImportError::NoFormat),
        Some(found) if found == FORMAT => Ok(()),
        Some(found) => Err(ImportError::Format(found.to_string())),
    }
}

/// Serde passes over the keys beside `kind` of blocks that have no other.
fn check_blocks(bytes: &[u8]) -> Result<(), ImportError> {
    #[derive(Deserialize)]
    struct Plans {
        #[serde(default)]
        plans: Vec<Parts>,
    }
    #[derive(Deserialize)]
    struct Parts {
        #[serde(default)]
        parts: Vec<Blocks>,
    }
    #[derive(Deserialize)]
    struct Blocks {
        #[serde(default)]
        blocks: Vec<HashMap<String, serde_json::Value>>,
    }
    for (plan, parts) in read::<Plans>(bytes)?.plans.iter().enumerate() {
        for (part, blocks) in parts.parts.iter().enumerate() {
            for (index, block) in blocks.blocks.iter().enumerate() {
                let other = block.keys().find(|key| *key != "kind");
                if block.get("kind").is_some_and(|kind| kind != "paragraph")
                    && let Some(key) = other
                {
                    let place = format!("plans[{plan}].parts[{part}].blocks[{index}]");
                    return Err(at(place, Problem::UnknownKey(key.clone())));
                }
            }
        }
    }
    Ok(())
}

/// Every number of a dossier with the place where it is given.
fn places(dossier: &Dossier) -> impl Iterator<Item = (Id, String)> + '_ {
    dossier.plans.iter().enumerate().flat_map(|(index, plan)| {
        let inside = move |list: &'static str| {
            move |(at, id): (usize, Id)| (id, format!("plans[{index}].{list}[{at}].id"))
        };
        let members = plan.working_groups.iter().enumerate().flat_map(move |(group, of)| {
            of.members.iter().enumerate().map(move |(at, member)| {
                (member.id, format!("plans[{index}].working_groups[{group}].members[{at}].id"))
            })
        });
        let ids = |list, ids: Vec<Id>| ids.into_iter().enumerate().map(inside(list));
        std::iter::once((plan.id, format!("plans[{index}].id")))
            .chain(ids("parts", plan.parts.iter().map(|one| one.id).collect()))
            .chain(ids("rows", plan.rows.iter().map(crate::plan::Row::id).collect()))
            .chain(ids("problems", plan.problems.iter().map(|one| one.id).collect()))
            .chain(ids("reviews", plan.reviews.iter().map(|one| one.id).collect()))
            .chain(ids("working_groups", plan.working_groups.iter().map(|one| one.id).collect()))
            .chain(members)
            .chain(ids("supervisors", plan.supervisors.iter().map(|one| one.id).collect()))
            .chain(ids("signatures", plan.signatures.iter().map(|one| one.id).collect()))
    })
}

fn check_ids(dossier: &Dossier) -> Result<(), ImportError> {
    let mut seen = HashSet::new();
    for (id, place) in places(dossier) {
        // Room is left for the numbers to come.
        if id.0 > u32::MAX / 2 {
            return Err(at(place, Problem::IdTooLarge(id)));
        }
        if !id.is_none() && !seen.insert(id) {
            return Err(at(place, Problem::RepeatedId(id)));
        }
    }
    if dossier.next_id.0 > u32::MAX / 2 + 1 {
        return Err(at("next_id", Problem::IdTooLarge(dossier.next_id)));
    }
    Ok(())
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

fn check_references(dossier: &Dossier) -> Result<(), ImportError> {
    for (index, plan) in dossier.plans.iter().enumerate() {
        if let Some(amended) = plan.amends
            && (amended == plan.id || dossier.plan(amended).is_none())
        {
            return Err(at(format!("plans[{index}].amends"), Problem::NoSuchId(amended)));
        }
        let problems: HashSet<Id> = plan.problems.iter().map(|problem| problem.id).collect();
        for (row, item) in plan.rows.iter().enumerate() {
            if let Some(id) = item.as_item().and_then(|item| item.problem)
                && !problems.contains(&id)
            {
                let place = format!("plans[{index}].rows[{row}].problem");
                return Err(at(place, Problem::NoSuchId(id)));
            }
        }
        for (one, supervisor) in plan.supervisors.iter().enumerate() {
            if let Some(id) = supervisor.group
                && plan.working_groups.iter().all(|group| group.id != id)
            {
                let place = format!("plans[{index}].supervisors[{one}].group");
                return Err(at(place, Problem::NoSuchId(id)));
            }
        }
        if plan.signatures.len() > 2 {
            return Err(at(format!("plans[{index}].signatures"), Problem::TooManySignatures));
        }
    }
    Ok(())
}

fn check_catalogues(dossier: &Dossier) -> Result<(), ImportError> {
    let mut seen = HashSet::new();
    for (index, catalogue) in dossier.catalogues.iter().enumerate() {
        let place = format!("catalogues[{index}]");
        check_catalogue(catalogue, &format!("{place}."))?;
        if !seen.insert(&catalogue.id) {
            let code = Problem::RepeatedCode(catalogue.id.clone());
            return Err(at(format!("{place}.id"), code));
        }
    }
    Ok(())
}

fn check_catalogue(catalogue: &Catalogue, before: &str) -> Result<(), ImportError> {
    if catalogue.id.trim().is_empty() {
        return Err(at(format!("{before}id"), Problem::Empty));
    }
    let mut seen = HashSet::new();
    for (standard, of) in catalogue.standards.iter().enumerate() {
        for (index, criterion) in of.criteria.iter().enumerate() {
            if !seen.insert(&criterion.code) {
                let place = format!("{before}standards[{standard}].criteria[{index}].code");
                return Err(at(place, Problem::RepeatedCode(criterion.code.clone())));
            }
        }
    }
    Ok(())
}
