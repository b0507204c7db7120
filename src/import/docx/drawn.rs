//! The words of charts and diagrams: each stands in a part of its own, which the text names.

use std::collections::{HashMap, HashSet};

use crate::ooxml::{Archive, Event, Events, ReadError, Relation, Space};

use super::limits::Room;

/// The kinds of parts that hold such words.
const KINDS: [&str; 3] = ["chart", "chartEx", "diagramData"];

/// The words of drawings, line by line, by the name that the text calls each.
pub(super) type Drawn = HashMap<String, Vec<String>>;

/// What is drawn in the parts that a text names; nothing of a part that is damaged, for then it
/// is a picture like any other.
pub(super) fn drawn(archive: &mut Archive, named: &[Relation]) -> Result<Drawn, ReadError> {
    let mut drawn = Drawn::new();
    // What no text names takes room as well until that is known.
    let mut room = Room::default();
    for part in named.iter().filter(|part| KINDS.contains(&part.kind.as_str())) {
        let read = archive
            .text(&part.target)
            .and_then(|text| lines(&mut archive.events(&text.unwrap_or_default()), &mut room));
        match read {
            Ok(lines) => _ = drawn.insert(part.id.clone(), lines),
            Err(ReadError::TooLarge(limit)) => return Err(ReadError::TooLarge(limit)),
            Err(_) => {}
        }
    }
    Ok(drawn)
}

/// Titles, labels and names of series, and the words in shapes; what is only reckoned, as the
/// lengths of bars, is left out. A label that each series repeats stands there once.
fn lines(events: &mut Events, room: &mut Room) -> Result<Vec<String>, ReadError> {
    let mut lines: Vec<String> = Vec::new();
    let mut labels = HashSet::new();
    while let Some(event) = events.read()? {
        let Event::Start(tag) = event else { continue };
        match tag.name() {
            (_, "numCache" | "numLit" | "numDim") => events.skip()?,
            (Space::Drawing, "p") => {
                room.line()?;
                lines.push(String::new());
            }
            (Space::Drawing, "t") => {
                let words = events.words()?;
                room.run(words.len())?;
                if let Some(line) = lines.last_mut() {
                    line.push_str(&words);
                }
            }
            (_, "v") => {
                let words = events.words()?.into_owned();
                room.line()?;
                room.run(words.len())?;
                if labels.insert(words.clone()) {
                    lines.push(words);
                }
            }
            _ => {}
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    Ok(lines)
}
