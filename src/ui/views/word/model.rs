//! The words of a Word file as the lines that are shown beside the draft: what is sure is folded,
//! so that what is not stands in sight.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::{Align, At, Became, Draft, Grid, GridCell, Line as Typed, Shown, Source};

/// So many lines of one kind may follow one another before the middle of them is folded.
const LONGEST: usize = 6;
/// So many of them stand before the fold, and so many after it.
const EDGE: usize = 2;

/// A line that is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Where its words stand on the paper.
    pub at: At,
    pub became: Became,
    /// The first of several that became the same.
    pub first: bool,
    /// The question about it, as an index of the draft's.
    pub question: Option<usize>,
    pub holds: Holds,
}

/// What a line holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Holds {
    /// A paragraph.
    Words { text: String, bold: bool, italic: bool, centred: bool },
    /// A row of a table: its cells with the column each begins in, how many it covers, and the
    /// question about it.
    Cells { cells: Vec<Cell>, columns: usize, head: bool },
    /// Cells without borders, side by side: the head and the foot of a paper.
    Beside(Vec<String>),
    /// So many lines that are not shown one by one.
    Fold(usize),
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub column: usize,
    pub span: usize,
    pub text: String,
    pub question: Option<usize>,
}

/// What a place of the paper became.
#[derive(Clone, Copy)]
struct Fate {
    became: Became,
    question: Option<usize>,
}

/// The lines of a paper; `open` holds the places whose folds a person opened.
pub(super) fn lines(source: &Source, draft: &Draft, open: &BTreeSet<At>) -> Vec<Line> {
    fold(all(source, draft), open)
}

fn all(source: &Source, draft: &Draft) -> Vec<Line> {
    // Of several pieces at one place the one that is not sure decides.
    let mut fates: BTreeMap<(usize, Option<usize>), Fate> = BTreeMap::new();
    let mut parted: BTreeSet<usize> = BTreeSet::new();
    for piece in &draft.pieces {
        let fate = Fate { became: piece.became(), question: piece.question };
        if piece.at.cell.is_some() {
            parted.insert(piece.at.block);
        }
        let known = fates.entry((piece.at.block, piece.at.row)).or_insert(fate);
        if known.question.is_none() && (fate.question.is_some() || known.became == Became::Nothing)
        {
            *known = fate;
        }
    }
    let fate_of = |block: usize, row: Option<usize>| {
        let whole = || fates.get(&(block, None));
        let fate = fates.get(&(block, row)).or_else(whole).copied();
        fate.unwrap_or(Fate { became: Became::Nothing, question: None })
    };
    let mut lines = Vec::new();
    for (block, shown) in source.blocks.iter().enumerate() {
        match shown {
            Shown::Line(line) if line.text().trim().is_empty() && line.label.is_empty() => {}
            Shown::Line(line) => {
                lines.push(line_of(At::block(block), fate_of(block, None), words_of(line)));
            }
            Shown::Table(grid) => {
                for (row, _) in grid.rows.iter().enumerate() {
                    let fate = fate_of(block, Some(row));
                    let holds = if parted.contains(&block) {
                        beside(grid, row)
                    } else {
                        cells(draft, block, grid, row)
                    };
                    if let Some(holds) = holds {
                        let mut line = line_of(At::row(block, row), fate, holds);
                        // Titles of columns are printed by the program, and belong to the table.
                        if line.became == Became::Info && !parted.contains(&block) {
                            line.became = Became::Table;
                        }
                        lines.push(line);
                    }
                }
            }
            Shown::PageBreak => {}
        }
    }
    lines
}

fn line_of(at: At, fate: Fate, holds: Holds) -> Line {
    Line { at, became: fate.became, first: false, question: fate.question, holds }
}

fn words_of(line: &Typed) -> Holds {
    let label = if line.label.is_empty() { String::new() } else { format!("{} ", line.label) };
    let text = format!("{label}{}", line.text().trim().replace('\t', "    "));
    let worded = || line.spans.iter().filter(|span| !span.text.trim().is_empty());
    let bold = worded().next().is_some() && worded().all(|span| span.bold);
    let italic = worded().next().is_some() && worded().all(|span| span.italic);
    Holds::Words { text, bold, italic, centred: line.align == Align::Centre }
}

fn beside(grid: &Grid, row: usize) -> Option<Holds> {
    let cells: Vec<String> = grid.rows.get(row)?.cells.iter().map(GridCell::text).collect();
    let worded = cells.iter().any(|text| !text.trim().is_empty());
    worded.then_some(Holds::Beside(cells))
}

fn cells(draft: &Draft, block: usize, grid: &Grid, row: usize) -> Option<Holds> {
    let of = grid.rows.get(row)?;
    let asked = |column| {
        let found = draft.columns.iter().find(|of| (of.block, of.column) == (block, column));
        found.and_then(|of| of.question).filter(|_| row == 0)
    };
    let cells: Vec<Cell> = of
        .cells
        .iter()
        .map(|cell| Cell {
            column: cell.column,
            span: cell.span,
            text: if cell.merged_above { String::new() } else { cell.text().trim().to_owned() },
            question: asked(cell.column),
        })
        .collect();
    Some(Holds::Cells { cells, columns: grid.columns.max(1), head: of.header || row == 0 })
}

/// Folds the middle of what is sure, and marks where each kind begins.
fn fold(all: Vec<Line>, open: &BTreeSet<At>) -> Vec<Line> {
    let mut shown: Vec<Line> = Vec::new();
    let mut rest = all.into_iter().peekable();
    while let Some(line) = rest.next() {
        let became = line.became;
        let mut run = vec![line];
        while let Some(next) = rest.next_if(|next| {
            next.became == became && next.question.is_none() && run[0].question.is_none()
        }) {
            run.push(next);
        }
        let folded = run.len().saturating_sub(2 * EDGE);
        let place = run.get(EDGE).map(|line| line.at).unwrap_or_default();
        if run.len() > LONGEST && !open.contains(&place) {
            let at = place;
            let fold =
                Line { at, became, first: false, question: None, holds: Holds::Fold(folded) };
            run.splice(EDGE..EDGE + folded, [fold]);
        }
        shown.extend(run);
    }
    let mut before = None;
    for line in &mut shown {
        line.first = before != Some(line.became);
        before = Some(line.became);
    }
    shown
}

/// The questions in groups of those that are alike, by their indices; each group stands where the
/// first of it does.
pub(super) fn groups(draft: &Draft) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, question) in draft.questions.iter().enumerate() {
        let alike = |group: &&mut Vec<usize>| draft.questions[group[0]].is_like(question);
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}

/// The line that shows a place, or the fold that hides it.
pub(super) fn line_at(lines: &[Line], at: At) -> Option<usize> {
    let key = |of: At| (of.block, of.row.unwrap_or_default());
    lines.iter().rposition(|line| key(line.at) <= key(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Home, Piece, Span};

    fn paper(count: usize, question: Option<usize>) -> (Source, Draft) {
        let line = |at: usize| {
            let spans = vec![Span { text: format!("Đoạn {at}"), ..Span::default() }];
            Shown::Line(Typed { spans, ..Typed::default() })
        };
        let source = Source { blocks: (0..count).map(line).collect(), notes: Vec::new() };
        let piece = |at: usize| Piece {
            at: At::block(at),
            home: Home::Paragraph,
            spot: None,
            question: question.filter(|asked| *asked == at).map(|_| 0),
            words: 2,
        };
        let plan = crate::plan::Plan::empty(crate::plan::SchoolYear::starting(2026).unwrap());
        let draft = Draft {
            plan,
            form: None,
            catalogue: None,
            pieces: (0..count).map(piece).collect(),
            columns: Vec::new(),
            questions: Vec::new(),
            words: crate::import::WordCount::default(),
        };
        (source, draft)
    }

    fn folds(lines: &[Line]) -> Vec<usize> {
        let folds = lines.iter().filter_map(|line| match line.holds {
            Holds::Fold(count) => Some(count),
            _ => None,
        });
        folds.collect()
    }

    #[test]
    fn the_middle_of_what_is_sure_is_folded_and_opens() {
        let (source, draft) = paper(20, None);
        let mut open = BTreeSet::new();
        let shown = lines(&source, &draft, &open);
        assert_eq!((shown.len(), folds(&shown)), (5, vec![16]));
        open.insert(shown[2].at);
        assert_eq!(lines(&source, &draft, &open).len(), 20);
    }

    #[test]
    fn what_is_asked_about_is_never_folded() {
        let (source, draft) = paper(20, Some(9));
        let shown = lines(&source, &draft, &BTreeSet::new());
        assert_eq!(folds(&shown), [5, 6]);
        assert!(shown.iter().any(|line| line.question == Some(0) && line.at == At::block(9)));
        assert_eq!(shown.iter().filter(|line| line.first).count(), 3);
    }

    #[test]
    fn a_place_in_a_fold_is_shown_by_the_fold() {
        let (source, draft) = paper(20, None);
        let shown = lines(&source, &draft, &BTreeSet::new());
        assert_eq!(line_at(&shown, At::block(10)), Some(2));
        assert_eq!(line_at(&shown, At::block(19)), Some(4));
    }
}
