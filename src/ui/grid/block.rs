//! Blocks of cells, by the places of their lines and columns: nothing here knows what they hold.

use std::ops::Range;

/// The cells between two corners; column 0 holds the numbers of the lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its lines.
    pub lines: Range<usize>,
    /// Its columns; from 0 where whole lines are meant.
    pub columns: Range<usize>,
}

impl Block {
    /// Between two cells, in a table of so many columns; whole lines where one of both is a number.
    #[must_use]
    pub fn between(one: (usize, usize), other: (usize, usize), columns: usize) -> Self {
        let span = |a: usize, b: usize| a.min(b)..a.max(b) + 1;
        let whole = one.1 == 0 || other.1 == 0;
        Self {
            lines: span(one.0, other.0),
            columns: if whole { 0..columns } else { span(one.1, other.1) },
        }
    }

    /// Whether whole lines are meant.
    #[must_use]
    pub fn is_lines(&self) -> bool {
        self.columns.start == 0
    }

    /// Whether it is more than one cell.
    #[must_use]
    pub fn is_many(&self) -> bool {
        self.lines.len() > 1 || self.columns.len() > 1
    }

    /// Whether a cell lies in it.
    #[must_use]
    pub fn contains(&self, line: usize, column: usize) -> bool {
        self.lines.contains(&line) && self.columns.contains(&column)
    }
}

/// Where Ctrl with an arrow leads among so many cells: to the last of the filled ones that stand
/// together, from there or from an empty cell to the next filled one, else to the end.
#[must_use]
pub fn edge(from: usize, on: bool, count: usize, filled: impl Fn(usize) -> bool) -> usize {
    let next =
        |at: usize| if on { Some(at + 1).filter(|at| *at < count) } else { at.checked_sub(1) };
    let Some(mut at) = next(from) else { return from };
    let run = filled(from) && filled(at);
    while let Some(beyond) = next(at) {
        match run {
            true if !filled(beyond) => break,
            false if filled(at) => break,
            _ => at = beyond,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_lies_between_its_corners_whichever_was_first() {
        let block = Block { lines: 2..5, columns: 1..4 };
        for (one, other) in [((2, 1), (4, 3)), ((4, 3), (2, 1)), ((2, 3), (4, 1))] {
            assert_eq!(Block::between(one, other, 6), block);
        }
        assert!(block.contains(4, 3) && !block.contains(5, 3) && !block.contains(4, 0));
        assert_eq!(Block::between((3, 0), (1, 4), 6), Block { lines: 1..4, columns: 0..6 });
        assert!(!Block::between((1, 1), (1, 1), 6).is_many());
    }

    #[test]
    fn ctrl_with_an_arrow_leads_to_the_edge_of_what_is_filled() {
        // # filled, . empty; from, forward, to.
        for (cells, from, on, to) in [
            ("####..##", 0, true, 3),
            ("####..##", 3, true, 6),
            ("####..##", 4, true, 6),
            ("####..##", 6, true, 7),
            ("####..##", 7, true, 7),
            ("####..##", 7, false, 6),
            ("####..##", 6, false, 3),
            ("####..##", 3, false, 0),
            ("#.......", 0, true, 7),
            (".......#", 6, false, 0),
            ("........", 3, true, 7),
            ("#", 0, true, 0),
        ] {
            let filled = |at: usize| cells.as_bytes()[at] == b'#';
            assert_eq!(edge(from, on, cells.len(), filled), to, "{cells} from {from}, {on}");
        }
    }
}
