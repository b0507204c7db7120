//! What `caitien repair` answers: a place and a few words for each thing that is not as it was saved.

use super::salvage::{fault_words, first_words, part_of_file};
use crate::edit::FOUND_PART;
use crate::store::{Fault, RowName, Salvaged, What};

/// Beside the refusal of a damaged file.
pub const OFFER: &str = "Nếu đây là hồ sơ bị hỏng, lệnh “caitien repair FILE --new OUT.caitien” ghi phần còn đọc được thành tệp mới.";

/// One thing that is not as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Whether it is missing; otherwise it is there, and doubtful.
    pub missing: bool,
    /// Where.
    pub place: String,
    /// What.
    pub words: String,
}

/// All that a salvaged file lacks.
#[must_use]
pub fn lacking(found: &Salvaged) -> Vec<Lack> {
    let mut lacks: Vec<Lack> = Vec::new();
    for fault in &found.faults {
        let place = part_of_file(&fault.table).to_owned();
        let lack = Lack { missing: is_missing(fault), place, words: fault_words(&fault.what) };
        // Several kinds of fault may be said in the same words.
        if !lacks.contains(&lack) {
            lacks.push(lack);
        }
    }
    lacks.extend(doubtful(&found.changed));
    lacks.extend(found.loose.iter().flat_map(|row| &row.texts).map(|text| Lack {
        missing: false,
        place: FOUND_PART.to_owned(),
        words: first_words(text),
    }));
    lacks
}

/// Rows that differ from what was saved.
#[must_use]
pub fn doubtful(rows: &[RowName]) -> Vec<Lack> {
    let lack = |row: &RowName| {
        let words = first_words(&row.words);
        let words = if words.is_empty() { "khác với khi lưu".to_owned() } else { words };
        Lack { missing: false, place: part_of_file(&row.table).to_owned(), words }
    };
    rows.iter().map(lack).collect()
}

fn is_missing(fault: &Fault) -> bool {
    match &fault.what {
        What::Rows { kept, found } => kept > found,
        What::Unreadable | What::Odd(_) | What::Empty => true,
        What::OtherRows | What::Alone | What::Places | What::Broken(_) => false,
    }
}
