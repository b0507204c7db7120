//! From what a paper shows to a proposed plan.

mod appendix;
mod body;
mod build;
mod choose;
mod cut;
mod foot;
mod head;
mod kept;
mod lines;
mod marks;
mod narrative;
mod people;
mod records;
mod rows;
mod table;
mod title;

use std::collections::HashMap;

use self::body::Body;
use self::build::Build;
use self::choose::Signs;
use self::lines::{Strip, Thing, things};
use self::marks::mark;
pub(super) use self::table::{is_count, whole_titles};
pub(super) use self::title::{DEEPEST, TO_WHOM};
use super::Progress;
use super::draft::{Answer, Asked, Choices, Draft, Home, Known};
use super::source::{Grid, Source};
use crate::plan::SchoolYear;
use crate::understand::title_words;
use crate::words::order;

/// What a paper becomes, with what a person decided. Pure, and never fails: what is not
/// understood is kept as paragraphs and asked about.
#[must_use]
pub fn recognise(source: &Source, known: &Known<'_>, choices: &Choices) -> Draft {
    whole(source, known, choices, &Progress::default())
}

/// The same; none where it was stopped on the way.
#[must_use]
pub fn recognise_unless_stopped(
    source: &Source,
    known: &Known<'_>,
    choices: &Choices,
    progress: &Progress,
) -> Option<Draft> {
    let draft = whole(source, known, choices, progress);
    (!progress.is_stopped()).then_some(draft)
}

/// What a paper becomes; no more than a part of it where it is stopped.
fn whole(source: &Source, known: &Known<'_>, choices: &Choices, progress: &Progress) -> Draft {
    let mut things = boxes_first(things(source));
    let appendix = appendix::take(&mut things);
    let rows = |thing: &Thing<'_>| match thing {
        Thing::Line(_) => 1,
        // A row is read, and then what it is about is looked for.
        Thing::Table(_, grid) => 1 + 2 * grid.rows.len(),
    };
    progress.begin(things.iter().map(rows).sum());
    let mut build = Build::new(choices, progress, SchoolYear::of(known.today));
    let told = |at| match choices.get(Asked::Piece(at)) {
        Some(Answer::Home(Home::Table(kind))) => Some(*kind),
        _ => None,
    };
    let title = title::find(&things);
    let head = match &title {
        Some(title) => title.start,
        None => things.iter().take(title::DEEPEST).take_while(|one| head::is_of_head(one)).count(),
    };
    let begin = title.as_ref().map_or(head, |title| title.end);
    let tables = table::tables(&things[begin..], known, told);
    let is_plan_table = |block: usize| tables.iter().any(|table| table.begins_in(block).is_some());
    let foot = foot::find(&things[begin..], is_plan_table)
        .map_or(things.len()..things.len(), |foot| begin + foot.start..begin + foot.end);

    head::head(&things[..head], known, &mut build);
    title::title(&things[head..begin], &mut build);
    let middle = &things[begin..foot.start];
    let texts: Vec<&str> =
        things.iter().filter_map(line).map(|strip| strip.text.as_str()).collect();
    choose::year(&texts, known, &mut build);
    let signs = Signs { tables: &tables, headings: headings(middle), labels: labels(middle) };
    let form = choose::form(&signs, known, &mut build);
    let grids: HashMap<usize, &Grid> = things
        .iter()
        .filter_map(|thing| match thing {
            Thing::Table(block, grid) => Some((*block, *grid)),
            Thing::Line(_) => None,
        })
        .collect();
    for found in &tables {
        rows::columns(found, &grids, form.as_deref(), &mut build);
    }
    if let Some(form) = &form {
        let columns = build.columns.clone();
        choose::settings(form, &columns, &mut build);
    }
    let mut body = Body::new(&mut build, form.as_deref(), &tables);
    body.outlined = middle.iter().filter_map(line).any(|strip| strip.line.heading == Some(2));
    body.numbered =
        middle.iter().filter_map(line).any(|strip| mark(strip.line, &strip.text).roman.is_some());
    body.read(middle);
    body.read(&things[foot.end..]);
    body.end();
    let came = std::mem::take(&mut body.came);
    foot::foot(&things[foot], &mut build);
    let catalogue = choose::catalogue(&came, &texts, known, &build);
    choose::criteria(&came, catalogue.as_deref(), &mut build);
    build.plan.catalogue = catalogue.as_ref().map(|catalogue| catalogue.id.clone());
    if let Some(form) = &form {
        build.plan.form = form.id.clone();
    }
    appendix::read(&appendix, catalogue.as_deref(), &mut build);
    let words = kept::keep(source, form.as_ref(), &mut build);
    finish(build, form, catalogue, words)
}

/// Text boxes before the first part stand in the head, wherever they hang on the text.
fn boxes_first(things: Vec<Thing<'_>>) -> Vec<Thing<'_>> {
    let is_part = |thing: &Thing<'_>| match thing {
        Thing::Line(strip) => mark(strip.line, &strip.text).roman.is_some(),
        Thing::Table(_, grid) => grid.columns > 4,
    };
    let end = things.iter().position(is_part).unwrap_or(0);
    let in_head = |at: usize, thing: &Thing<'_>| {
        at < end && line(thing).is_some_and(|strip| strip.line.boxed)
    };
    let (boxes, others): (Vec<_>, Vec<_>) =
        things.into_iter().enumerate().partition(|(at, thing)| in_head(*at, thing));
    boxes.into_iter().chain(others).map(|(_, thing)| thing).collect()
}

/// The draft, its pieces and questions in the order of the paper.
fn finish(
    build: Build<'_>,
    form: Option<std::sync::Arc<crate::plan::Form>>,
    catalogue: Option<std::sync::Arc<crate::plan::Catalogue>>,
    words: super::draft::WordCount,
) -> Draft {
    let Build { plan, mut pieces, columns, questions, .. } = build;
    order::by_key(&mut pieces, |piece| piece.at);
    Draft { plan, form, catalogue, pieces, columns, questions, words }
}

fn line<'t, 'a>(thing: &'t Thing<'a>) -> Option<&'t Strip<'a>> {
    match thing {
        Thing::Line(strip) => Some(strip),
        Thing::Table(..) => None,
    }
}

/// The headings of parts, without their numbers.
fn headings(things: &[Thing<'_>]) -> Vec<String> {
    let lines = things.iter().filter_map(line);
    lines
        .filter_map(|strip| {
            let mark = mark(strip.line, &strip.text);
            mark.roman.map(|_| strip.text.get(mark.taken..).unwrap_or_default().to_owned())
        })
        .collect()
}

/// The sub-headings of a narrative that stand on the paper, each once.
fn labels(things: &[Thing<'_>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut fields = Vec::new();
    for strip in things.iter().filter_map(line) {
        let words = strip.text.get(mark(strip.line, &strip.text).taken..).unwrap_or_default();
        let short = words.split(':').next().unwrap_or_default();
        if let Some((field, _)) = narrative::label(words, &[])
            && !fields.contains(&field)
        {
            fields.push(field);
            found.push(title_words(short));
        }
    }
    found
}
