//! Lines of justified text, chosen for the whole paragraph at once (after Knuth and Plass).
//!
//! Costs are whole numbers, so that every machine chooses the same lines. What is kept together
//! is parted only where no set of lines keeps its spaces within bounds, the weakest rank first.

use super::{Gap, Line, Rank, Setting, Word};
use crate::layout::Faces;

/// How much a space may become narrower and wider, thousandths of an em: from 0.9 to 2 times
/// its 250.
pub(in crate::layout) const SHRINK: u32 = 25;
pub(in crate::layout) const STRETCH: u32 = 250;
/// Longer paragraphs are set line by line.
const MOST_WORDS: usize = 20_000;
/// What each line costs beside its spaces.
const LINE: u64 = 10;
/// What a last line of one word costs.
const LONELY: u64 = 3_000;
/// What a line costs whose spaces would have to be wider still: more than any pair.
const LOOSE: u64 = 100_000_000_000_000_000;

/// What it costs to part what a rank keeps: always more than the lines of a paragraph and the
/// pairs of weaker ranks together.
fn price(rank: Rank) -> u64 {
    match rank {
        Rank::Wish => 1_000_000,
        Rank::Link => 100_000_000,
        Rank::Phrase => 10_000_000_000,
        // In running text a date leaves its label before the number of a document is parted.
        Rank::Code => 1_000_000_000_000,
        Rank::Label => 100_000_000_000_000,
        Rank::Figure => 10_000_000_000_000_000,
    }
}

impl Setting<'_> {
    /// The lines of justified text for a first line and further lines of these widths.
    pub fn justified(&self, faces: &Faces, first: u32, rest: u32) -> Vec<Line> {
        let narrowest = first.min(rest);
        let too_wide = |word: &Word| word.width > narrowest;
        if self.words.len() > MOST_WORDS || self.words.iter().any(too_wide) {
            return self.lines(faces, first, rest);
        }
        let mut lines = Vec::new();
        let mut best = Vec::new();
        for words in self.words.split_inclusive(|word| word.gap == Gap::Line) {
            let first = if lines.is_empty() { first } else { rest };
            fit(words, first, rest, &mut best);
            let start = lines.len();
            let mut end = words.len();
            while end > 0 {
                let from = best.get(end).map_or(0, |&(_, from)| from).min(end - 1);
                lines.extend(
                    words.get(from..end).and_then(|line| line_of(line, end == words.len())),
                );
                end = from;
            }
            if let Some(lines) = lines.get_mut(start..) {
                lines.reverse();
            }
        }
        lines
    }
}

/// For each number of words from the front the least cost of their lines, and where the last of
/// these begins; of equal costs the earlier break.
fn fit(words: &[Word], first: u32, rest: u32, best: &mut Vec<(u64, usize)>) {
    best.clear();
    best.push((0, 0));
    for (at, last) in words.iter().enumerate() {
        let end = at + 1;
        let parted = match last.gap {
            Gap::Keep(rank) if end < words.len() => price(rank),
            _ => 0,
        };
        let (mut least, mut from) = (u64::MAX, at);
        let (mut width, mut spaces) = (last.width, 0);
        for begin in (0..end).rev() {
            if begin < at
                && let Some(word) = words.get(begin)
            {
                width += word.width + u32::from(word.space);
                spaces += u32::from(word.space > 0);
            }
            let room = if begin == 0 { first } else { rest };
            if width > room + spaces * SHRINK {
                // The first line may be the narrower one: no other begins there.
                if width > rest + spaces * SHRINK {
                    break;
                }
                continue;
            }
            let line = if end == words.len() {
                last_line(width, spaces, room, begin > 0)
            } else {
                cost(width, spaces, room)
            };
            let before = best.get(begin).map_or(u64::MAX, |&(cost, _)| cost);
            let all = before.saturating_add(line).saturating_add(parted);
            if all <= least {
                (least, from) = (all, begin);
            }
        }
        best.push((least, from));
    }
}

/// What a full line costs: its spaces at their best are free, at their widest or narrowest dear.
fn cost(width: u32, spaces: u32, room: u32) -> u64 {
    let (change, most) =
        if width > room { (width - room, SHRINK) } else { (room - width, STRETCH) };
    if change > spaces * most {
        return LOOSE + u64::from(change);
    }
    // In thousandths of the bound.
    let ratio = u64::from(change) * 1_000 / u64::from(spaces * most).max(1);
    let badness = LINE + ratio * ratio * ratio / 10_000_000;
    badness * badness
}

/// The last line is not stretched.
fn last_line(width: u32, spaces: u32, room: u32, follows: bool) -> u64 {
    let lonely = if spaces == 0 && follows { LONELY } else { 0 };
    lonely + if width > room { cost(width, spaces, room) } else { LINE * LINE }
}

fn line_of(words: &[Word], hard: bool) -> Option<Line> {
    let (first, last) = (words.first()?, words.last()?);
    let before = words.get(..words.len() - 1).unwrap_or_default();
    let width = before.iter().map(|word| word.width + u32::from(word.space)).sum::<u32>();
    let spaces = before.iter().filter(|word| word.space > 0).count() as u32;
    Some(Line { start: first.start, end: last.end, width: width + last.width, spaces, hard })
}
