//! A Word file (.docx) as what it shows: paragraphs, tables and text boxes in their order.

mod blocks;
mod boxes;
mod count;
mod drawn;
mod limits;
mod lists;
mod notes;
mod paragraph;
mod properties;
mod reader;
mod runs;
mod styles;
mod table;
mod wrapped;

use crate::ooxml::{Archive, Events, ReadError, Relation, main_part, relations};

use super::kind::package_kind;
use super::{Note, PaperError, Source};
use lists::Lists;
use reader::{NoteKind, Reader};
use styles::Styles;

/// What a Word file shows: tracked changes are taken as accepted, hidden words and the heads and
/// feet of pages are left out, the words of notes stand at the end.
///
/// # Errors
/// When the bytes are no Word file, or its words cannot be read whole. What only says how the
/// words look may be damaged: then the words come without it.
pub fn docx(bytes: &[u8]) -> Result<Source, PaperError> {
    let mut archive = Archive::open(bytes)?;
    let named = main_part(&mut archive)?.filter(|part| archive.has(part));
    let main = named.unwrap_or_else(|| "word/document.xml".to_owned());
    let Some(text) = archive.text(&main)? else {
        return Err(PaperError::Is(package_kind(&mut archive)));
    };
    let (parts, links_unknown) = match relations(&mut archive, &main) {
        Err(ReadError::TooLarge(limit)) => return Err(ReadError::TooLarge(limit).into()),
        Ok(parts) if !parts.is_empty() => (parts, false),
        // Where there are such parts, something named them.
        Ok(_) | Err(_) => {
            let is_named = |name: &str| !name.contains("_rels/") && name != main;
            let beside = |name: &str| name.starts_with("word/") && is_named(name);
            (usual(&archive), archive.names().any(beside))
        }
    };
    let part = |kind: &str| {
        parts.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.clone())
    };

    let styles = looks(&mut archive, part("styles"), Styles::read)?;
    let lists = looks(&mut archive, part("numbering"), Lists::read)?;
    let look_unknown = links_unknown || styles.is_none() || lists.is_none();

    let drawn = drawn::drawn(&mut archive, &parts)?;
    let mut reader = Reader::new(styles.unwrap_or_default(), lists.unwrap_or_default(), drawn);
    let mut events = archive.events(&text);
    if !reader.document(&mut events)? {
        return Err(PaperError::Is(package_kind(&mut archive)));
    }
    drop(text);
    for kind in notes::KINDS {
        if reader.refers_to(kind) {
            let text = match part(kind.part()) {
                Some(name) => archive.text(&name)?,
                None => None,
            };
            reader.notes(kind, &mut archive.events(&text.unwrap_or_default()))?;
        }
    }
    let mut source = reader.into_source();
    if look_unknown {
        source.notes.push(Note::LookUnknown);
    }
    source.notes.sort();
    Ok(source)
}

/// The parts by the names that they usually have: what a damaged file says of them is unknown.
fn usual(archive: &Archive) -> Vec<Relation> {
    let kinds = notes::KINDS.map(NoteKind::part).into_iter().chain(["styles", "numbering"]);
    let named = kinds.map(|kind| Relation {
        id: String::new(),
        kind: kind.to_owned(),
        target: format!("word/{kind}.xml"),
    });
    named.filter(|part| archive.has(&part.target)).collect()
}

/// What a part says about the looks, nothing at all where it is missing; none if it is damaged.
fn looks<T: Default>(
    archive: &mut Archive,
    part: Option<String>,
    read: impl FnOnce(&mut Events) -> Result<T, ReadError>,
) -> Result<Option<T>, PaperError> {
    let Some(part) = part else { return Ok(Some(T::default())) };
    let read = archive.text(&part).and_then(|text| match text {
        Some(text) => read(&mut archive.events(&text)),
        // It is named and gone.
        None => Err(ReadError::Damaged(part)),
    });
    match read {
        Ok(found) => Ok(Some(found)),
        Err(ReadError::TooLarge(limit)) => Err(ReadError::TooLarge(limit).into()),
        Err(_) => Ok(None),
    }
}
