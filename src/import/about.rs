//! A report, minutes or an amendment that comes back from Word: what it is, which of a dossier's it
//! is, and what it says otherwise than that one.
//!
//! It is known by what its own export prints over it: the type of the document, and that it is
//! about a plan. It is never taken for a plan.

use std::ops::Range;

use super::draft::Draft;
use super::likeness::likeness;
use super::meet_lists::meet_lists;
use super::meet_words::{meet_running, meet_words};
use super::merge::Merge;
use super::paragraphs::{bare, plain};
use super::recognise::{DEEPEST, TO_WHOM};
use super::source::{Align, Grid, Shown, Source};
use crate::edit::CellOf;
use crate::plan::{
    Block, Dossier, Field, Paper, Part, Plan, RecordId, Shown as Printed, TextTable,
};
use crate::understand::title_words;
use crate::words::{fold, official};

/// Between the bars of a chart and its caption stand at most so many lines.
const LEGEND: usize = 4;
/// A paper must say so much of what one of the dossier says, in thousandths, to be that one.
const LIKE: usize = 300;

impl Draft {
    /// What a paper about a plan is; none of a plan, and of what is about something else.
    #[must_use]
    pub fn paper_about(&self) -> Option<Paper> {
        let subject = title_words(&self.plan.subject.join(" "));
        let of_plan = fold(official::PLAN);
        if !subject.contains("cai tien") {
            return None;
        }
        match title_words(&self.plan.doc_type).as_str() {
            "bao cao" => Some(Paper::Report),
            "bien ban" => Some(Paper::Minutes),
            kind if kind == of_plan && subject.starts_with("dieu chinh bo sung") => {
                Some(Paper::Supplement)
            }
            _ => None,
        }
    }

    /// The paper of this kind that it is: of its year, and with the most of its words.
    #[must_use]
    pub fn paper_in<'a>(&self, kind: Paper, dossier: &'a Dossier) -> Option<&'a Plan> {
        let own = words_of(&self.plan);
        let of_kind = dossier.plans.iter().filter(|one| {
            one.paper == kind
                && (kind == Paper::Supplement || one.school_year == self.plan.school_year)
        });
        let like = of_kind.map(|one| (likeness(&words_of(one), &own), one));
        let (like, found) = like.max_by_key(|(like, _)| *like)?;
        (like >= LIKE).then_some(found)
    }
}

/// The title of a paper and its paragraphs; of its tables nothing, whose words are others in each.
fn words_of(plan: &Plan) -> String {
    let mut words = plan.subject.join(" ");
    let paragraphs =
        plan.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text()),
            _ => None,
        });
    for text in plan.opening.iter().map(crate::plan::Paragraph::text).chain(paragraphs) {
        words.push(' ');
        words.push_str(&text);
    }
    words
}

/// What a paper says otherwise than the one it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidOtherwise {
    /// Its words, one by one.
    pub merge: Merge,
    /// So many of its tables have other rows or columns: nothing of them is compared.
    pub tables: usize,
}

/// Compares a paper with the one of the dossier that it is. `draft` is recognised of the paper
/// [`without_tables`].
#[must_use]
pub fn said_otherwise(source: &Source, draft: &Draft, paper: &Plan) -> SaidOtherwise {
    let mut merge = Merge::of(paper.id);
    draft.meet_head(paper, &mut merge);
    if paper.parts.iter().any(|part| part.shown == Printed::Yes && part.is_numbered()) {
        meet_words(&draft.plan, paper, &mut merge);
    } else {
        meet_running(&draft.plan, paper, &mut merge);
    }
    meet_lists(&draft.plan, paper, false, &mut merge);
    meet_to_whom(source, paper, &mut merge);
    let mut came = source.blocks.iter().filter_map(table).filter(|grid| has_header(grid));
    let mut tables = 0;
    for (part, block, table) in tables_of(paper) {
        let alike =
            came.next().is_some_and(|grid| meet_table(grid, (part, block), table, &mut merge));
        tables += usize::from(!alike);
    }
    tables += came.count();
    SaidOtherwise { merge, tables }
}

/// The paper with its head, its words and its foot: what stands in tables with titles is compared
/// cell by cell and not recognised, and to whom it goes is known by its place.
#[must_use]
pub fn without_tables(source: &Source) -> Source {
    let (to_whom, chart) = (to_whom(source), chart(source));
    let stays = |(at, block): &(usize, &Shown)| {
        !to_whom.contains(at) && !chart.contains(at) && !table(block).is_some_and(has_header)
    };
    let blocks = source.blocks.iter().enumerate().filter(stays);
    Source { blocks: blocks.map(|(_, block)| block.clone()).collect(), notes: Vec::new() }
}

/// The lines that say to whom it goes: "Kính gửi:" and those in the middle under it.
fn to_whom(source: &Source) -> Range<usize> {
    let line = |block: &Shown| match block {
        Shown::Line(line) => Some((title_words(&line.text()), line.align == Align::Centre)),
        Shown::Table(_) | Shown::PageBreak => None,
    };
    let begins = |block: &Shown| line(block).is_some_and(|(words, _)| words.starts_with(TO_WHOM));
    let Some(start) = source.blocks.iter().take(DEEPEST).position(begins) else { return 0..0 };
    let more = source.blocks[start + 1..].iter().take_while(|block| {
        line(block).is_some_and(|(words, centred)| centred && !words.is_empty())
    });
    start..start + 1 + more.count()
}

/// Notes to whom it goes, where that is somebody else.
fn meet_to_whom(source: &Source, paper: &Plan, merge: &mut Merge) {
    let lines = source.blocks[to_whom(source)].iter().filter_map(|block| match block {
        Shown::Line(line) => Some(line.text()),
        Shown::Table(_) | Shown::PageBreak => None,
    });
    let names: Vec<String> = lines
        .enumerate()
        .map(|(nth, line)| {
            let name = if nth == 0 { line.split_once(':').map_or("", |two| two.1) } else { &line };
            let name = name.trim().trim_start_matches(['-', '–', '+']).trim_start();
            name.trim_end_matches([';', '.', ',']).to_owned()
        })
        .filter(|name| !name.is_empty())
        .collect();
    let all = |names: &[String]| bare(&names.join("\n"));
    if !names.is_empty() && all(&names) != all(&paper.addressees) {
        merge.text(paper, (RecordId::Plan, Field::Addressees), None, &names.join("\n"));
    }
}

fn table(block: &Shown) -> Option<&Grid> {
    match block {
        Shown::Table(grid) => Some(grid),
        Shown::Line(_) | Shown::PageBreak => None,
    }
}

fn has_header(grid: &Grid) -> bool {
    grid.rows.first().is_some_and(|row| row.header)
}

/// The bars of a chart, which are cells over many columns, what their looks mean, and its caption:
/// it is drawn of its table, and what it says stands there.
fn chart(source: &Source) -> Range<usize> {
    let is_caption = |block: &Shown| match block {
        Shown::Line(line) => plain(&line.text()) == official::CHART,
        Shown::Table(_) | Shown::PageBreak => false,
    };
    let Some(caption) = source.blocks.iter().position(is_caption) else { return 0..0 };
    let bars = source.blocks[..caption]
        .iter()
        .rposition(|block| table(block).is_some_and(|grid| !has_header(grid)));
    bars.filter(|bars| caption - bars <= LEGEND).unwrap_or(caption)..caption + 1
}

/// The tables that a paper prints, with their places.
fn tables_of(paper: &Plan) -> impl Iterator<Item = (&Part, usize, &TextTable)> {
    let printed = paper.parts.iter().filter(|part| part.shown == Printed::Yes);
    printed.flat_map(|part| {
        let blocks = part.blocks.iter().enumerate();
        blocks.filter_map(move |(at, block)| match block {
            Block::Table(table) if !table.columns.is_empty() => Some((&**part, at, table)),
            _ => None,
        })
    })
}

/// Notes each cell that says something else; gives whether the table has the same rows and
/// columns.
fn meet_table(
    grid: &Grid,
    (part, block): (&Part, usize),
    table: &TextTable,
    merge: &mut Merge,
) -> bool {
    if grid.rows.len() != table.rows.len() + 1 || grid.columns != table.columns.len() {
        return false;
    }
    for (nth, row) in grid.rows.iter().enumerate() {
        let at = nth.checked_sub(1);
        for cell in &row.cells {
            let column = cell.column;
            let place = CellOf { part: part.id, block, row: at, column };
            merge.cell(place, table.text(at, column).unwrap_or_default(), &cell.text());
        }
    }
    true
}
