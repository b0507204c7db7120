//! The timeline that goes with a plan as its appendix: the program draws it from the plan, so that
//! nothing of it is taken but that it is there.

use std::collections::HashSet;

use super::super::draft::{At, Home};
use super::super::source::GridRow;
use super::build::Build;
use super::lines::{Thing, each_word, flat};
use super::rows::row_words;
use crate::plan::{Catalogue, Texts};
use crate::words::official;

/// So many lines may stand over the timeline: its name, its title, the paper it goes with.
const OVER: usize = 10;
/// So many under it tell its signs.
const UNDER: usize = 3;

/// Takes the timeline at the end away from the things of the plan, and the line that points to
/// it; nothing where there is none.
pub(super) fn take<'a>(things: &mut Vec<Thing<'a>>) -> Vec<Thing<'a>> {
    let Some(at) = begin(things) else { return Vec::new() };
    let own = things.split_off(at);
    let pointers = things.extract_if(.., |thing| points_to_it(thing));
    pointers.chain(own).collect()
}

/// "Phụ lục", "TIẾN ĐỘ THỰC HIỆN …", "(Kèm theo …)", a table of months, and what its signs mean.
fn begin(things: &[Thing<'_>]) -> Option<usize> {
    let table = things.iter().rposition(|thing| matches!(thing, Thing::Table(..)))?;
    if things.len() - table > UNDER + 1 {
        return None;
    }
    let Thing::Table(_, grid) = &things[table] else { return None };
    let months = grid.rows.get(1).is_some_and(is_of_months);
    let from = table.saturating_sub(OVER);
    let says = |thing: &Thing<'_>, words: &str| match thing {
        Thing::Line(strip) => strip.flat.trim_start_matches('(').starts_with(&flat(words)),
        Thing::Table(..) => false,
    };
    let over = &things[from..table];
    let name = over.iter().rposition(|thing| match thing {
        Thing::Line(strip) => strip.flat == flat(official::APPENDIX),
        Thing::Table(..) => false,
    })?;
    let own = &over[name..];
    let titled = own.iter().any(|thing| says(thing, official::TIMELINE));
    let goes_with = own.iter().any(|thing| says(thing, official::GOES_WITH));
    (months && titled && goes_with).then_some(from + name)
}

/// A row of names and months: behind its first words nothing but numbers from 1 to 12.
fn is_of_months(row: &GridRow) -> bool {
    let months = row.cells.iter().skip(1).map(|cell| cell.text().trim().parse::<u8>());
    row.cells.len() > 6 && months.into_iter().all(|month| matches!(month, Ok(1..=12)))
}

/// Whether a line is the program's own words that point to the timeline.
fn points_to_it(thing: &Thing<'_>) -> bool {
    let Thing::Line(strip) = thing else { return false };
    let [begin, _, end] = official::SEE_TIMELINE;
    strip.flat.starts_with(&flat(begin)) && strip.flat.ends_with(&flat(end))
}

/// The plan has its appendix. Words that are those of the plan, of its catalogue or the program's
/// are said again by it; what else somebody wrote there is found to be missing, and kept.
pub(super) fn read(things: &[Thing<'_>], catalogue: Option<&Catalogue>, build: &mut Build<'_>) {
    if things.is_empty() {
        return;
    }
    build.plan.options.timeline_appendix = true;
    let known = known(catalogue, build);
    for thing in things {
        match thing {
            Thing::Line(strip) => {
                say_known(&strip.text, &known, build);
                build.piece(strip.at, Home::Fixed, None, &strip.text);
            }
            Thing::Table(block, grid) => {
                for (row, cells) in grid.rows.iter().enumerate() {
                    let words = row_words(cells);
                    say_known(&words, &known, build);
                    build.piece(At::row(*block, row), Home::Fixed, None, &words);
                }
            }
        }
    }
}

/// The words that a timeline has of the plan, by their numbers.
fn known(catalogue: Option<&Catalogue>, build: &Build<'_>) -> HashSet<u64> {
    let mut known = HashSet::new();
    let mut learn = |text: &str| each_word(text, |_, key| _ = known.insert(key));
    build.plan.clone().each_text(&mut |text| learn(text));
    for standard in catalogue.iter().flat_map(|one| &one.standards) {
        learn(&standard.name);
        standard.criteria.iter().for_each(|one| learn(&one.name));
    }
    catalogue.iter().flat_map(|one| &one.level_4).for_each(|one| learn(&one.short_name));
    let fixed = [official::APPENDIX, official::TIMELINE, official::GOES_WITH, official::PLAN];
    let of_date = [official::NUMBER, official::DAY, official::MONTH, official::YEAR];
    let of_rows = official::TIMELINE_OTHERS.iter().chain(&official::TIMELINE_SIGNS);
    let words = fixed.iter().chain(&of_date).chain(of_rows).chain(&official::SEE_TIMELINE);
    words.for_each(|words| learn(words));
    known
}

fn say_known(text: &str, known: &HashSet<u64>, build: &mut Build<'_>) {
    let mut words = String::new();
    each_word(text, |word, key| {
        if known.contains(&key) || word.bytes().all(|byte| byte.is_ascii_digit()) {
            words.push_str(word);
            words.push(' ');
        }
    });
    build.say(&words);
}
