//! How like two texts are, by the words they share.

use crate::understand::title_words;

/// The different words of a text, in plain letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    sorted: Vec<String>,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let plain = title_words(text);
        let mut sorted: Vec<String> =
            plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        sorted.sort_unstable();
        sorted.dedup();
        Self { sorted }
    }

    /// In thousandths: 1000 where all words are the same.
    pub fn likeness(&self, other: &Self) -> usize {
        let shared =
            self.sorted.iter().filter(|word| other.sorted.binary_search(word).is_ok()).count();
        shared * 2_000 / (self.sorted.len() + other.sorted.len()).max(1)
    }
}

/// How like two texts are, in thousandths.
pub(super) fn likeness(one: &str, two: &str) -> usize {
    Words::of(one).likeness(&Words::of(two))
}
