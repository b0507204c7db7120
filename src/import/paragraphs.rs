//! The paragraphs of rich words in two versions: which of them are one and the same, and the
//! version that takes some of the other.

use std::collections::HashMap;
use std::ops::Range;

use super::likeness::Words as Likeness;
use crate::edit::{PlanEdit, Words};
use crate::plan::{Paragraph, Plan, Texts};
use crate::words::order;

/// So many pairs are compared by their words; of more only those that are the same.
const MOST: usize = 40_000;
/// So many pairs are weighed against each other; of more each takes the next that says the same.
const WEIGHED: usize = 1_000_000;
/// How like two paragraphs must be to be one that was changed, in thousandths.
const LIKE: usize = 500;
/// What two that say the very same count for beside one that was changed.
const SAME: usize = 2_000;

/// A paragraph that comes into rich words.
pub(super) struct Incoming<'a> {
    /// In the place of the one of this index, or before it.
    pub at: usize,
    /// In the place of this one, none: beside what is there.
    pub replaces: Option<&'a Paragraph>,
    /// Itself.
    pub paragraph: &'a Paragraph,
}

/// The edit that takes these paragraphs; a paragraph that is not as it was stays.
pub(super) fn taking(plan: &Plan, words: Words, mut taken: Vec<Incoming<'_>>) -> Option<PlanEdit> {
    let mut paragraphs = words.of(plan)?;
    // From the end, so that what stands before keeps its index; those before one and the same
    // keep their order.
    order::by_key(&mut taken, |one| (one.at, one.replaces.is_some()));
    for one in taken.into_iter().rev() {
        match one.replaces {
            None => paragraphs.insert(one.at.min(paragraphs.len()), one.paragraph.clone()),
            Some(old) => {
                if let Some(now) = paragraphs.get_mut(one.at).filter(|now| *now == old) {
                    *now = one.paragraph.clone();
                }
            }
        }
    }
    Some(PlanEdit::SetWords { of: words, paragraphs })
}

/// A text as it is compared: white space apart.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it is compared where paper prints capitals, dashes and stops of its own; a mark on
/// a letter is a correction.
pub(super) fn bare(text: &str) -> String {
    let lower = text.to_lowercase().nfc();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// For each text that came the one it is, in order: what says the same, else what is like it.
pub(super) fn pairs(now: &[String], came: &[String]) -> Vec<Option<usize>> {
    let same = |(one, two): &(&String, &String)| one == two;
    let head = now.iter().zip(came).take_while(same).count();
    let rest = (&now[head..], &came[head..]);
    let tail = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(same).count();
    let mut found: Vec<Option<usize>> = vec![None; came.len()];
    (0..head).for_each(|at| found[at] = Some(at));
    (1..=tail).for_each(|back| found[came.len() - back] = Some(now.len() - back));
    let (mine, theirs) = (head..now.len() - tail, head..came.len() - tail);
    let between = if mine.len().saturating_mul(theirs.len()) <= WEIGHED {
        best((now, mine), (came, theirs))
    } else {
        next_same((now, mine), (came, theirs))
    };
    for (at, one) in between {
        found[at] = Some(one);
    }
    found
}

/// For each text that came the next one there that says the same, none crossing another.
fn next_same(
    (now, mine): (&[String], Range<usize>),
    (came, theirs): (&[String], Range<usize>),
) -> Vec<(usize, usize)> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in mine.clone() {
        places.entry(&now[at]).or_default().push(at);
    }
    let mut from = mine.start;
    let mut found = Vec::new();
    for at in theirs {
        let Some(all) = places.get(came[at].as_str()) else { continue };
        let Some(one) = all.get(all.partition_point(|one| *one < from)) else { continue };
        from = one + 1;
        found.push((at, *one));
    }
    found
}

/// The pairs that count for most, none crossing another: those of what came with those there.
fn best(
    (now, mine): (&[String], Range<usize>),
    (came, theirs): (&[String], Range<usize>),
) -> Vec<(usize, usize)> {
    let like = mine.len() * theirs.len() <= MOST;
    let words = |texts: &[String], range: &Range<usize>| -> Vec<Likeness> {
        let texts = texts[range.clone()].iter().filter(|_| like);
        texts.map(|text| Likeness::of(text)).collect()
    };
    let (own, other) = (words(now, &mine), words(came, &theirs));
    let points = |i: usize, j: usize| {
        if now[mine.start + i] == came[theirs.start + j] {
            return SAME;
        }
        match (own.get(i), other.get(j)) {
            (Some(own), Some(other)) => Some(own.likeness(other)).filter(|of| *of >= LIKE),
            _ => None,
        }
        .unwrap_or(0)
    };
    // What the pairs among the first i and j count for at most.
    let wide = theirs.len() + 1;
    let mut most = vec![0_usize; (mine.len() + 1) * wide];
    for i in 1..=mine.len() {
        for j in 1..wide {
            let pair = match points(i - 1, j - 1) {
                0 => 0,
                points => most[(i - 1) * wide + j - 1] + points,
            };
            most[i * wide + j] = pair.max(most[(i - 1) * wide + j]).max(most[i * wide + j - 1]);
        }
    }
    let mut found = Vec::new();
    let (mut i, mut j) = (mine.len(), theirs.len());
    while i > 0 && j > 0 {
        if most[i * wide + j] == most[(i - 1) * wide + j] {
            i -= 1;
        } else if most[i * wide + j] == most[i * wide + j - 1] {
            j -= 1;
        } else {
            (i, j) = (i - 1, j - 1);
            found.push((theirs.start + j, mine.start + i));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(now: &str, came: &str, expect: &[Option<usize>]) {
        let texts = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(pairs(&texts(now), &texts(came)), expect);
    }

    #[test]
    fn each_paragraph_finds_the_one_it_was() {
        check("Một/Hai/Ba", "Một/Hai/Ba", &[Some(0), Some(1), Some(2)]);
        check("Một/Hai/Ba", "Một/Ba", &[Some(0), Some(2)]);
        check("Một/Ba", "Một/Hai/Ba", &[Some(0), None, Some(1)]);
        check("Một", "Hai/Một/Một", &[None, None, Some(0)]);
        let now = "Họp tổ vào tuần đầu của tháng/Nộp báo cáo";
        check(now, "Họp tổ vào tuần cuối của tháng/Mới/Nộp báo cáo", &[Some(0), None, Some(1)]);
        check("Nộp báo cáo/Họp tổ", "Mua sách/Họp tổ cuối tháng", &[None, Some(1)]);
    }

    #[test]
    fn of_too_many_only_the_same_are_one() {
        let now: Vec<String> = (0..300).map(|at| format!("Việc thứ {at}")).collect();
        let came: Vec<String> = (0..300).map(|at| format!("Việc thứ {}", at + 7)).collect();
        let found = pairs(&now, &came);
        assert_eq!((found[0], found[292], found[293]), (Some(7), Some(299), None));
        // Of far too many no table of pairs is made: it would be larger than the memory.
        let now: Vec<String> = (0..30_000).map(|at| format!("Việc thứ {at}")).collect();
        let came: Vec<String> = (0..30_000).map(|at| format!("Việc thứ {}", at * 2)).collect();
        let found = pairs(&now, &came);
        assert_eq!((found[1], found[14_999], found[15_000]), (Some(2), Some(29_998), None));
    }
}
