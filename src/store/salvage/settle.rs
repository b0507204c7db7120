//! Which of the rows that were found are those last saved: the number of a table's rows and the
//! sum of their checks, where they are kept, say it to the bit.
//!
//! Rows to which the table's tree leads go before those to which nothing leads any more, and
//! these before those on free pages, which were deleted, or moved: they come in only where with
//! them the kept number and sum are met, or where so many rows are missing and nothing better is
//! there.

use std::collections::{HashMap, HashSet};

use super::super::cell::Cell;
use super::found::Found;
use super::places::Place;

type Key = Vec<Cell<'static>>;

/// What was decided of a table, as places in the list of its rows.
#[derive(Default)]
pub(super) struct Settled {
    /// The rows it has, one a key.
    pub taken: Vec<usize>,
    /// Rows that it may have had instead, or as well.
    pub rivals: Vec<usize>,
}

/// A number of rows, and the sum of their checks.
type Sum = (i64, i64);

/// Decides which rows of a table are those last saved; `belongs` says whether what a row belongs
/// to is there.
pub(super) fn settle(
    rows: &[Found<'_>],
    kept: Option<Sum>,
    tree_is_whole: bool,
    belongs: &dyn Fn(&Found<'_>) -> bool,
) -> Settled {
    let mut choice = Choice { rows, taken: HashMap::new() };
    let of_tree = |row: &Found<'_>| matches!(row.place, Place::Tree(_));
    choice.join(|row| row.whole && of_tree(row));
    if choice.is(kept) {
        return choice.settled(true);
    }
    // Rows that another tool edited still bear the check that was kept.
    let mut edited = choice.clone();
    edited.join(of_tree);
    if edited.is(kept) || kept.is_none() && tree_is_whole {
        return edited.settled(true);
    }
    choice.join(|row| row.whole && row.place == Place::Unknown);
    if choice.is(kept) {
        return choice.settled(true);
    }
    let mut edited = choice.clone();
    edited.join(|row| row.place != Place::Free);
    if edited.is(kept) {
        return edited.settled(true);
    }
    if let Some(kept) = kept
        && let Some(met) = choice.met_by_one_move(kept)
    {
        return met.settled(true);
    }
    // Not all is there: what is hurt is better than nothing, and so is what is old.
    if let Some((rows, _)) = kept {
        let mut older = edited.clone();
        older.join(|row| row.whole && belongs(row));
        if older.sum().0 <= rows {
            edited = older;
        }
    }
    edited.settled(false)
}

#[derive(Clone)]
struct Choice<'r, 'p> {
    rows: &'r [Found<'p>],
    taken: HashMap<&'r Key, usize>,
}

impl<'r> Choice<'r, '_> {
    /// Takes what has a key that is not taken.
    fn join(&mut self, which: impl Fn(&Found<'_>) -> bool) {
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| which(row)) {
            self.taken.entry(&row.key).or_insert(at);
        }
    }

    fn sum(&self) -> Sum {
        self.taken.values().fold((0, 0), |(rows, sum), at| {
            (rows + 1, i64::wrapping_add(sum, self.rows[*at].check))
        })
    }

    fn is(&self, kept: Option<Sum>) -> bool {
        kept == Some(self.sum())
    }

    /// Puts one row, or all of a page, in or out or in the place of others, where that meets what
    /// was kept.
    fn met_by_one_move(&self, kept: Sum) -> Option<Self> {
        let have = self.sum();
        let need = (kept.0 - have.0, kept.1.wrapping_sub(have.1));
        let mut sums: HashMap<Move, (Sum, HashSet<&'r Key>)> = HashMap::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.whole) {
            let taken = self.taken.get(&row.key).copied();
            let (by, which): (Sum, &[Move]) = match taken {
                None => (
                    (1, row.check),
                    &[Move::Row(at), Move::Page(row.page), Move::New(row.page), Move::AllNew],
                ),
                Some(other) if other == at => {
                    ((-1, row.check.wrapping_neg()), &[Move::Out(at), Move::PageOut(row.page)])
                }
                Some(other) if self.rows[other].check != row.check => (
                    (0, row.check.wrapping_sub(self.rows[other].check)),
                    &[Move::Row(at), Move::Page(row.page)],
                ),
                Some(_) => continue,
            };
            for one in which {
                let (sum, keys) = sums.entry(*one).or_default();
                // Of several that have one key, one can come in.
                if keys.insert(&row.key) {
                    *sum = (sum.0 + by.0, sum.1.wrapping_add(by.1));
                }
            }
        }
        let mut met: Vec<Move> =
            sums.into_iter().filter(|(_, (sum, _))| *sum == need).map(|(one, _)| one).collect();
        met.sort_unstable();
        Some(self.moved(*met.first()?))
    }

    fn moved(&self, one: Move) -> Self {
        let mut new = self.clone();
        let mut done = HashSet::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.whole) {
            let taken = self.taken.get(&row.key).copied();
            let comes = match one {
                Move::Row(of) => of == at,
                Move::Page(page) => page == row.page,
                Move::New(page) => page == row.page && taken.is_none(),
                Move::AllNew => taken.is_none(),
                Move::Out(_) | Move::PageOut(_) => false,
            };
            let goes = taken == Some(at)
                && match one {
                    Move::Out(of) => of == at,
                    Move::PageOut(page) => page == row.page,
                    _ => false,
                };
            if goes {
                new.taken.remove(&row.key);
            } else if comes && taken != Some(at) && done.insert(&row.key) {
                new.taken.insert(&row.key, at);
            }
        }
        new
    }

    /// What was decided. Where it is what was kept, what else there is was never saved: of it,
    /// what another tool put into the tree is a rival.
    fn settled(&self, is_kept: bool) -> Settled {
        let is_rival = |(at, row): &(usize, &Found<'_>)| {
            let taken = self.taken.get(&row.key).copied();
            let other = taken.is_none_or(|taken| {
                let taken = &self.rows[taken];
                (taken.check, taken.whole) != (row.check, row.whole)
            });
            let may_be = match row.place {
                Place::Tree(_) => !is_kept || !row.whole,
                Place::Unknown => !is_kept,
                Place::Free => false,
            };
            taken != Some(*at) && other && may_be
        };
        let rivals = self.rows.iter().enumerate().filter(is_rival).map(|(at, _)| at).collect();
        let mut taken: Vec<usize> = self.taken.values().copied().collect();
        taken.sort_unstable();
        Settled { taken, rivals }
    }
}

/// One accident that can be taken back.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Move {
    /// A row comes in.
    Row(usize),
    /// The rows of a page come in, some in the place of others.
    Page(u32),
    /// Those of them that have none to replace.
    New(u32),
    /// All that have none to replace.
    AllNew,
    /// A row goes.
    Out(usize),
    /// The rows of a page go.
    PageOut(u32),
}
