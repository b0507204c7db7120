//! Where the words that are looked for stand, as the views tint them.

use std::collections::HashMap;
use std::ops::Range;

use crate::plan::{Field, Id, RecordId, TextOf};
use crate::search::Hit;

/// A text: of which plan, of which record, which field.
type Text = (Id, RecordId, Field);

/// The hits by the text in which they are.
#[derive(Debug, Default)]
pub struct Found {
    places: HashMap<Text, Vec<(usize, Range<usize>)>>,
    /// The hit that is looked at.
    pub here: Option<usize>,
}

impl Found {
    /// Of these hits.
    #[must_use]
    pub fn of(hits: &[Hit]) -> Self {
        let mut places: HashMap<_, Vec<_>> = HashMap::new();
        for (index, hit) in hits.iter().enumerate() {
            if let TextOf::Field(record, field) = hit.of {
                let known: &mut Vec<_> = places.entry((hit.plan, record, field)).or_default();
                known.push((index, hit.at.clone()));
            }
        }
        Self { places, here: None }
    }

    /// Where hits stand in a text, in bytes, and whether each is the one that is looked at.
    #[must_use]
    pub fn in_text(&self, plan: Id, record: RecordId, field: Field) -> Vec<(Range<usize>, bool)> {
        let hits = self.places.get(&(plan, record, field));
        let told = |(index, at): &(usize, Range<usize>)| (at.clone(), self.here == Some(*index));
        hits.map(|hits| hits.iter().map(told).collect()).unwrap_or_default()
    }
}
