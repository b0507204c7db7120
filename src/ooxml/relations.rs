//! Which part leads to which: the `.rels` parts, read without ever leaving the package.

use super::{Archive, Event, Limit, ReadError};

/// A part names no more parts than this: a file has 2,000, some of which are named twice.
const NAMED: usize = 10_000;

/// A part that another one names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What the part that names it calls it.
    pub id: String,
    /// What it is to the other one: the last word of its kind, as "styles".
    pub kind: String,
    /// Its name from the package's root.
    pub target: String,
}

/// What a part names, by the name of the part; "" is the package itself. Links that lead out of
/// the package are not among them. None where it names nothing.
///
/// # Errors
/// When what it names cannot be read whole, or more was unpacked than an honest file has.
pub fn relations(archive: &mut Archive, part: &str) -> Result<Vec<Relation>, ReadError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let text = archive.text(&joined(folder, &format!("_rels/{name}.rels")))?.unwrap_or_default();
    let mut events = archive.events(&text);
    let mut found = Vec::new();
    while let Some(event) = events.read()? {
        let Event::Start(tag) = event else { continue };
        let inside = tag.get("TargetMode").is_none_or(|mode| mode != "External");
        if let (true, Some(kind), Some(target)) = (inside, tag.get("Type"), tag.get("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let id = tag.get("Id").unwrap_or_default().into_owned();
            if found.len() == NAMED {
                return Err(ReadError::TooLarge(Limit::Parts));
            }
            found.push(Relation { id, kind, target: joined(folder, &target) });
        }
    }
    Ok(found)
}

/// The name of the part that the package is about, as its root says.
///
/// # Errors
/// When more was unpacked than an honest file has.
pub fn main_part(archive: &mut Archive) -> Result<Option<String>, ReadError> {
    let named = match relations(archive, "") {
        Err(ReadError::TooLarge(limit)) => return Err(ReadError::TooLarge(limit)),
        // Its usual name is as good.
        named => named.unwrap_or_default().into_iter(),
    };
    Ok(named.filter(|relation| relation.kind == "officeDocument").map(|it| it.target).next())
}

/// A name as it is written in a part of some folder, from the root.
fn joined(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let from_root = target.starts_with(['/', '\\']);
    let folder = if from_root { "" } else { folder };
    for step in folder.split('/').chain(target.split(['/', '\\'])) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
