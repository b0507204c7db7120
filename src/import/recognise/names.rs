//! How like two names are.

use crate::understand::title_words;

/// How like two names are, in thousandths: the words they share, of all they have.
pub(super) fn likeness(one: &str, two: &str) -> usize {
    let words = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = title_words(text).split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let (one, two) = (words(one), words(two));
    let shared = one.iter().filter(|word| two.contains(word)).count();
    shared * 2_000 / (one.len() + two.len()).max(1)
}
