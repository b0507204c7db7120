//! What the whole plan takes: its form, its catalogue, its year.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::draft::{Answer, Asked, At, Doubt, DraftColumn, Known, Meaning};
use super::super::likeness::Words;
use super::build::Build;
use super::lines::flat;
use super::rows::Came;
use super::table::Found;
use super::title::school_year;
use crate::plan::{
    Block, Catalogue, ColumnSetting, Field, Form, Item, Row, SchoolYear, TableKind, TableSetting,
};
use crate::understand::{criteria_in, criterion_head, standard_of_title, title_words};
use crate::words::order;

/// How like two names must be to be taken for the same, in thousandths, and to be asked about.
const SAME: usize = 750;
const LIKE: usize = 500;
/// How much must speak for a catalogue.
const LEAST: usize = 8;
/// So many headings tell the form, and so many criteria the catalogue, in papers of any length.
const TELLING: usize = 200;

/// What of a paper tells its form.
pub(super) struct Signs<'a> {
    pub tables: &'a [Found],
    /// Headings of parts, as typed.
    pub headings: Vec<String>,
    /// Titles of sub-headings of a narrative ("Hạn chế:") that were seen, folded.
    pub labels: Vec<String>,
}

/// The form of the paper: that which prints what stands on it.
pub(super) fn form(
    signs: &Signs<'_>,
    known: &Known<'_>,
    build: &mut Build<'_>,
) -> Option<Arc<Form>> {
    if let Some(Answer::Form(id)) = build.decided(Asked::Form)
        && let Some(form) = known.forms.iter().find(|form| form.id == *id)
    {
        return Some(Arc::clone(form));
    }
    let mut all: Vec<(i32, &Arc<Form>)> =
        known.forms.iter().map(|form| (points(form, signs), form)).collect();
    order::by_key(&mut all, |(points, _)| std::cmp::Reverse(*points));
    let (most, best) = *all.first()?;
    let equal = all.iter().take_while(|(points, _)| *points == most);
    if equal.count() > 1 {
        let answers = all.iter().map(|(_, form)| Answer::Form(form.id.clone())).collect();
        build.ask(Asked::Form, Doubt::Form, answers, "");
    }
    Some(Arc::clone(best))
}

fn points(form: &Form, signs: &Signs<'_>) -> i32 {
    let mut points = 0;
    let has = |kind: TableKind| signs.tables.iter().find(|table| table.kind == kind);
    let shows = |block: &Block| form.parts.iter().any(|part| part.blocks.contains(block));
    let labels = signs
        .labels
        .iter()
        .filter(|label| form.rows.iter().any(|column| title_words(&column.title) == **label));
    if let Some(table) = has(TableKind::Rows) {
        points += if form.narrative { -40 } else { 0 };
        for (title, field) in table.titles.iter().zip(&table.fields) {
            let Some(field) = field else { continue };
            points += match form.rows.iter().find(|column| column.field == *field) {
                Some(column) if title_words(&column.title) == title_words(title) => 4,
                Some(column) if !column.hidden => 2,
                Some(_) => 0,
                None => -2,
            };
        }
        points += if table.numbered == form.column_numbers { 1 } else { -1 };
    } else if signs.labels.len() >= 2 {
        points += if form.narrative { 20 } else { -20 };
        points += i32::try_from(labels.count()).unwrap_or(0);
    } else {
        points += i32::from(form.narrative);
    }
    for (kind, block) in
        [(TableKind::Problems, Block::Problems), (TableKind::Reviews, Block::Reviews)]
    {
        points += match (has(kind).is_some(), shows(&block)) {
            (true, true) => 8,
            (true, false) => -8,
            (false, true) => -3,
            (false, false) => 0,
        };
    }
    let parts: Vec<String> = form.parts.iter().map(|part| title_words(&part.heading)).collect();
    for heading in signs.headings.iter().take(TELLING) {
        points += i32::from(parts.contains(&title_words(heading))) * 2;
    }
    points
}

/// The year of the plan: from its title, else from its words, else from its date, asked where
/// the paper names none.
pub(super) fn year(texts: &[&str], known: &Known<'_>, build: &mut Build<'_>) {
    let subject = build.plan.subject.join(" ");
    let named = school_year(&subject).or_else(|| {
        texts
            .iter()
            .filter(|text| flat(text).contains("nam hoc"))
            .find_map(|text| school_year(text))
    });
    let year = named.or_else(|| build.plan.date.to_date().map(SchoolYear::of));
    if let Some(Answer::Year(year)) = build.decided(Asked::Year) {
        build.plan.school_year = *year;
        return;
    }
    build.plan.school_year = year.unwrap_or_else(|| SchoolYear::of(known.today));
    if named.is_none() {
        let own = build.plan.school_year;
        let others = [own.first() - 1, own.first() + 1];
        let answers = std::iter::once(own)
            .chain(others.into_iter().filter_map(SchoolYear::starting))
            .map(Answer::Year)
            .collect();
        build.ask(Asked::Year, Doubt::Year, answers, &subject);
    }
}

/// The catalogue whose criteria the rows and the problems name.
pub(super) fn catalogue(
    came: &[Came],
    texts: &[&str],
    known: &Known<'_>,
    build: &Build<'_>,
) -> Option<Arc<Catalogue>> {
    if let Some(Answer::Catalogue(id)) = build.decided(Asked::Catalogue) {
        let id = id.as_deref()?;
        return known.catalogues.iter().find(|one| one.id == id).cloned();
    }
    let kind = build.plan.letterhead.kind.catalogue_kind();
    // Codes with the words behind them, and standards with theirs.
    let mut codes: Vec<(String, Words)> = Vec::new();
    for came in came {
        let Some(item) = build.plan.rows.get(came.row).and_then(Row::as_item) else { continue };
        let text = subject(item);
        let name = Words::of(name_behind(text));
        codes.extend(
            criteria_in(text, came.level_four).into_iter().map(|code| (code, name.clone())),
        );
    }
    let mut standards: Vec<(u8, Words)> = Vec::new();
    let mut add = |title: &str, number: Option<u8>| {
        standards.extend(number.map(|number| (number, Words::of(title))));
    };
    for row in &build.plan.rows {
        if let Row::Group(group) = row {
            add(&group.title, group.standard);
        }
    }
    for problem in &build.plan.problems {
        add(&problem.standard_text, standard_of_title(&problem.standard_text));
        let name = Words::of(name_behind(&problem.criterion_text));
        let own = criteria_in(&problem.criterion_text, false);
        codes.extend(own.into_iter().map(|code| (code, name.clone())));
    }
    // Each a few times: what the first hundreds are of tells what the others are.
    codes.truncate(TELLING * 10);
    standards.truncate(TELLING);
    let cited = |number: &str| {
        let short = number.split_once("/TT").map_or(number, |(short, _)| short);
        texts.iter().any(|text| text.contains(short))
    };
    let points = |catalogue: &Catalogue| {
        let named = codes.iter().filter_map(|(code, words)| {
            let name = catalogue.name_of(code)?;
            Some(1 + words.likeness(&Words::of(name)) / 100)
        });
        let titled = standards.iter().filter_map(|(number, words)| {
            let standard = catalogue.standards.iter().find(|one| one.number == *number)?;
            Some(words.likeness(&Words::of(&standard.name)) / 100)
        });
        let amended = match catalogue.amended_by.as_deref() {
            Some(by) if cited(by) => 6,
            Some(_) => 0,
            None => 1,
        };
        let points = named.sum::<usize>()
            + titled.sum::<usize>()
            + amended
            + usize::from(cited(&catalogue.circular)) * 12;
        let ours = catalogue.school_kinds.iter().any(|one| one == kind);
        if points < LEAST { 0 } else { points + usize::from(ours) * 15 }
    };
    let best = known.catalogues.iter().map(|one| (points(one), one)).rev();
    let best = best.max_by_key(|(points, _)| *points);
    best.filter(|(points, _)| *points > 0).map(|(_, catalogue)| Arc::clone(catalogue))
}

/// What an item is about: its criterion, else its content.
fn subject(item: &Item) -> &str {
    if item.criterion_text.trim().is_empty() { &item.content } else { &item.criterion_text }
}

/// The name behind "Tiêu chí 1.6."
fn name_behind(text: &str) -> &str {
    let start = text.len() - text.trim_start().len();
    let head = criterion_head(&text[start..]);
    text[start + head..].trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The codes of each item: as its words say, else by its name; what the catalogue does not have
/// is asked.
pub(super) fn criteria(came: &[Came], catalogue: Option<&Catalogue>, build: &mut Build<'_>) {
    let names = catalogue.map(names).unwrap_or_default();
    let pieces: HashMap<At, usize> =
        build.pieces.iter().enumerate().map(|(nth, piece)| (piece.at, nth)).collect();
    if let Some(catalogue) = catalogue {
        for problem in &mut build.plan.problems {
            Arc::make_mut(problem).criteria.retain(|code| catalogue.name_of(code).is_some());
        }
    }
    for came in came {
        if !build.goes_on() {
            break;
        }
        let Some(item) = build.plan.rows.get(came.row).and_then(Row::as_item) else { continue };
        let text = subject(item).to_owned();
        let codes = criteria_in(&text, came.level_four);
        let asked = Asked::Row(came.at);
        let Some(catalogue) = catalogue else {
            set(build, came, codes);
            continue;
        };
        if !codes.is_empty() {
            if codes.iter().all(|code| catalogue.name_of(code).is_some()) {
                let codes = match build.decided(asked) {
                    Some(Answer::Criteria(codes)) => codes.clone(),
                    _ => codes,
                };
                set(build, came, codes);
                continue;
            }
            let mut answers = vec![Answer::Criteria(Vec::new())];
            let best = alike(&names, name_behind(&text));
            answers.extend(best.into_iter().take(2).map(|(_, code)| Answer::Criteria(vec![code])));
            ask(build, (came, pieces.get(&came.at)), Doubt::Criterion, answers, &text);
            continue;
        }
        let name = name_behind(&text);
        // What is to be improved is no name of a criterion.
        if name.trim().is_empty() || item.criterion_text.trim().is_empty() {
            if let Some(Answer::Criteria(codes)) = build.decided(asked) {
                set(build, came, codes.clone());
            }
            continue;
        }
        let best = alike(&names, name);
        match best.first() {
            Some((points, code)) if *points >= SAME => {
                let codes = match build.decided(asked) {
                    Some(Answer::Criteria(codes)) => codes.clone(),
                    _ => vec![code.clone()],
                };
                set(build, came, codes);
            }
            Some((points, _)) if *points >= LIKE => {
                let mut answers = vec![Answer::Criteria(Vec::new())];
                answers
                    .extend(best.into_iter().take(2).map(|(_, code)| Answer::Criteria(vec![code])));
                ask(build, (came, pieces.get(&came.at)), Doubt::CriterionName, answers, &text);
            }
            _ => {
                if let Some(Answer::Criteria(codes)) = build.decided(asked) {
                    set(build, came, codes.clone());
                }
            }
        }
    }
}

/// The names of a catalogue's criteria by their codes.
fn names(catalogue: &Catalogue) -> Vec<(String, Words)> {
    let standards = catalogue.standards.iter().flat_map(|standard| &standard.criteria);
    let four = catalogue.level_4.iter().map(|one| (format!("M4.{}", one.number), &one.short_name));
    standards
        .map(|one| (one.code.clone(), &one.name))
        .chain(four)
        .map(|(code, name)| (code, Words::of(name)))
        .collect()
}

/// The criteria whose names are most like this one, the best first.
fn alike(names: &[(String, Words)], name: &str) -> Vec<(usize, String)> {
    let words = Words::of(name);
    let mut all: Vec<(usize, String)> = names
        .iter()
        .map(|(code, known)| (words.likeness(known), code.clone()))
        .filter(|(points, _)| *points >= LIKE / 2)
        .collect();
    order::by_key(&mut all, |(points, _)| std::cmp::Reverse(*points));
    all
}

/// Asks about an item, which is this one of the pieces.
fn ask(
    build: &mut Build<'_>,
    (came, piece): (&Came, Option<&usize>),
    doubt: Doubt,
    answers: Vec<Answer>,
    text: &str,
) {
    let (question, answer) = build.ask(Asked::Row(came.at), doubt, answers, text);
    if let Answer::Criteria(codes) = answer {
        set(build, came, codes);
    }
    if let Some(piece) = piece.and_then(|nth| build.pieces.get_mut(*nth)) {
        piece.question = Some(question);
    }
}

fn set(build: &mut Build<'_>, came: &Came, codes: Vec<String>) {
    if let Some(Row::Item(item)) = build.plan.rows.get_mut(came.row) {
        Arc::make_mut(item).criteria = codes;
    }
}

/// The columns as the paper has them, where that is not as the form has them.
pub(super) fn settings(form: &Form, columns: &[DraftColumn], build: &mut Build<'_>) {
    for table in [TableKind::Rows, TableKind::Problems, TableKind::Reviews] {
        let mut seen: Vec<(Field, &str)> = Vec::new();
        for column in columns.iter().filter(|column| column.table == table) {
            let field = match column.meaning {
                Meaning::Field(field) => field,
                Meaning::Number => Field::Tt,
                Meaning::Paragraphs => continue,
            };
            let is_of_form = form.columns(table).iter().any(|one| one.field == field);
            if is_of_form && seen.iter().all(|(before, _)| *before != field) {
                seen.push((field, &column.title));
            }
        }
        if seen.is_empty() {
            continue;
        }
        let visible = form.columns(table).iter().filter(|column| !column.hidden);
        let usual: Vec<(Field, String)> =
            visible.map(|column| (column.field, one_line(&column.title))).collect();
        let own: Vec<(Field, String)> =
            seen.iter().map(|(field, title)| (*field, one_line(title))).collect();
        if own == usual {
            continue;
        }
        let place = |field: Field| form.columns(table).iter().position(|one| one.field == field);
        let in_order = seen.iter().map(|(field, _)| place(*field)).is_sorted();
        let setting = |field: Field| {
            let title = seen.iter().find(|(one, _)| *one == field).map(|(_, title)| *title);
            let of_form = form.columns(table).iter().find(|one| one.field == field);
            let other = title.filter(|title| {
                of_form.is_none_or(|column| one_line(&column.title) != one_line(title))
            });
            ColumnSetting {
                field,
                hidden: title.is_none(),
                title: other.map(str::to_owned),
                width_permille: None,
            }
        };
        let all = form.columns(table).iter().map(|column| column.field);
        let order: Vec<Field> = if in_order {
            all.collect()
        } else {
            let rest = all.filter(|field| seen.iter().all(|(one, _)| one != field));
            seen.iter().map(|(field, _)| *field).chain(rest).collect()
        };
        let columns = order.into_iter().map(setting).collect();
        build.plan.options.columns.push(TableSetting { form: form.id.clone(), table, columns });
    }
}

fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}
