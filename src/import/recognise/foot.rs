//! The foot: recipients on one side, who signs on the other, in a table, in lines that tabs
//! part, or one below the other.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::draft::{At, Doubt, Home};
use super::super::source::Grid;
use super::build::Build;
use super::lines::{Strip, Thing, cell_lines, flat, is_of_edge, is_rule, stretches};
use super::marks::mark;
use super::people::people;
use crate::plan::{Block, InfoField, Level, Paragraph, Signature, Spot};
use crate::words::official;

/// How many lines of the end may be a foot that names no recipients.
const LAST: usize = 8;
/// A table of the foot has no more rows than this.
const ROWS: usize = 100;
/// How many lines the foot may have behind its last recipient.
const BEHIND: usize = 8;

/// Where the foot stands; none where the paper has none.
pub(super) fn find(
    things: &[Thing<'_>],
    is_plan_table: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let recipients = things.iter().rposition(|thing| match thing {
        Thing::Line(strip) => names_recipients(&strip.flat) && is_of_edge(&strip.text),
        Thing::Table(block, grid) => !is_plan_table(*block) && has(grid, names_recipients),
    });
    let Some(listed) = recipients else {
        return signed(things, is_plan_table);
    };
    let mut start = listed;
    // A position may stand on the line above; who signs may in a table over the recipients.
    while let Some(before) = start.checked_sub(1).and_then(|at| things.get(at))
        && signs(before, &is_plan_table)
    {
        start -= 1;
    }
    let mut end = listed + 1;
    if matches!(things[listed], Thing::Line(_)) || !has(grid_of(&things[listed]), is_position_words)
    {
        let mut names_behind = 0;
        while let Some(thing) = things.get(end) {
            let belongs = match thing {
                Thing::Line(strip) => {
                    let listed = mark(strip.line, &strip.text).level == Level::Dash;
                    names_behind += usize::from(!listed);
                    strip.text.chars().count() < 160
                        && !begins_part(strip)
                        && names_behind <= BEHIND
                }
                Thing::Table(block, grid) => !is_plan_table(*block) && has(grid, is_position_words),
            };
            if !belongs {
                break;
            }
            end += 1;
        }
    }
    Some(start..end)
}

fn grid_of<'a>(thing: &Thing<'a>) -> &'a Grid {
    static NONE: Grid = Grid { columns: 0, rows: Vec::new() };
    match thing {
        Thing::Table(_, grid) => grid,
        Thing::Line(_) => &NONE,
    }
}

/// A foot without recipients: a position near the end, and what stands below it.
fn signed(things: &[Thing<'_>], is_plan_table: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let from = things.len().saturating_sub(LAST);
    let signs = |thing: &Thing<'_>| signs(thing, &is_plan_table);
    let mut at = from + things[from..].iter().rposition(signs)?;
    while at > from && matches!(things[at], Thing::Line(_)) && signs(&things[at - 1]) {
        at -= 1;
    }
    Some(at..things.len())
}

/// Whether a position stands in it: on a line, or in a small table that is none of people.
fn signs(thing: &Thing<'_>, is_plan_table: impl Fn(usize) -> bool) -> bool {
    match thing {
        Thing::Line(strip) => is_position(strip),
        Thing::Table(block, grid) => {
            let small = grid.rows.len() <= 4 && people(grid).is_none();
            !is_plan_table(*block) && small && has(grid, is_position_words)
        }
    }
}

fn has(grid: &Grid, is: impl Fn(&str) -> bool) -> bool {
    if grid.rows.len() > ROWS {
        return false;
    }
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    let mut lines = cells.flat_map(|cell| cell_lines(At::default(), cell));
    lines.any(|line| {
        is_of_edge(&line.text) && stretches(&line.text).into_iter().any(|part| is(&flat(part)))
    })
}

fn names_recipients(text: &str) -> bool {
    text.starts_with(flat(official::RECIPIENTS).trim_end_matches(':'))
}

fn begins_part(strip: &Strip<'_>) -> bool {
    mark(strip.line, &strip.text).roman.is_some() || strip.flat.starts_with("phu luc")
}

fn is_position(strip: &Strip<'_>) -> bool {
    let outstanding = strip.is_bold() || strip.is_shouted() || strip.is_centred();
    outstanding
        && is_of_edge(&strip.text)
        && stretches(&strip.text).into_iter().any(|part| is_position_words(&flat(part)))
}

/// "kt. hieu truong", "pho hieu truong", "giam doc".
fn is_position_words(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let short = text.split(' ').count() <= 9;
    let authority = ["kt.", "kt ", "tm.", "tm ", "tl.", "tuq.", "q.", "duyet cua", "xac nhan cua"];
    let of_head = [
        "hieu truong",
        "pho hieu truong",
        "giam doc",
        "pho giam doc",
        "chu tich",
        "pho chu tich",
        "thu ky",
        "nguoi lap",
        "truong ban",
        "to truong",
        "thu truong",
        "chu toa",
    ];
    short
        && !text.ends_with([';', ':'])
        && authority.iter().chain(&of_head).any(|start| text.starts_with(start))
}

/// "(Ký, ghi rõ họ tên)", "(đã ký)".
fn is_signing_note(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '[']);
    text.starts_with("ky ")
        || text.starts_with("ky,")
        || text.starts_with("da ky")
        || text == "ky)"
        || text.starts_with("chu ky")
}

/// A signature as it comes together.
#[derive(Default)]
struct Column {
    lines: Vec<(At, String)>,
    names: Vec<(At, String)>,
}

/// Reads the foot into the plan.
pub(super) fn foot(things: &[Thing<'_>], build: &mut Build<'_>) {
    let mut recipients: Vec<(At, String)> = Vec::new();
    let mut columns: Vec<Column> = Vec::new();
    let mut listing = false;
    for thing in things {
        match thing {
            Thing::Line(strip) => {
                let list = listing && mark(strip.line, &strip.text).level == Level::Dash;
                let parts = stretches(&strip.text);
                let alone = parts.len() == 1;
                for (nth, part) in parts.into_iter().enumerate() {
                    let at = At { line: nth, ..strip.at };
                    let plain = flat(part);
                    if names_recipients(&plain) {
                        listing = true;
                        heading(at, part, build, &mut recipients);
                    } else if nth == 0
                        && listing
                        && (list || is_item(part))
                        && !is_position_words(&plain)
                    {
                        recipients.push((at, labelled(strip, part)));
                    } else if is_rule(part) {
                        build.piece(at, Home::Nothing, None, part);
                    } else {
                        let column = if alone {
                            columns.len().saturating_sub(1)
                        } else {
                            nth.saturating_sub(1)
                        };
                        sign(&mut columns, column, at, part, strip.is_centred(), build);
                    }
                }
            }
            Thing::Table(block, grid) => table(*block, grid, &mut recipients, &mut columns, build),
        }
    }
    for (at, text) in recipients {
        if build.home_of(at) == Some(Home::Paragraph) {
            let spot = last_paragraph(&text, build);
            build.piece(at, Home::Paragraph, spot, &text);
            continue;
        }
        build.piece(at, Home::Recipient, Some(Spot::Info(InfoField::Recipients)), &text);
        build.plan.recipients.push(text);
    }
    tidy_recipients(&mut build.plan.recipients);
    signatures(columns, build);
}

/// "Nơi nhận:" with perhaps the first recipient behind it.
fn heading(at: At, text: &str, build: &mut Build<'_>, recipients: &mut Vec<(At, String)>) {
    let length = flat(official::RECIPIENTS).trim_end_matches(':').chars().count();
    let end = text.char_indices().nth(length).map_or(text.len(), |(at, _)| at);
    build.say(&text[..end]);
    let rest = text[end..].trim_start_matches([':', ' ', '\u{A0}']).trim();
    if rest.is_empty() {
        build.piece(at, Home::Fixed, None, text);
    } else {
        recipients.push((at, rest.to_owned()));
    }
}

fn is_item(text: &str) -> bool {
    text.starts_with(['-', '–', '—', '+', '•', '*']) || text.ends_with(';')
}

fn labelled(strip: &Strip<'_>, text: &str) -> String {
    let label = strip.line.label.trim();
    if label.chars().any(char::is_alphanumeric) {
        format!("{label} {text}")
    } else {
        text.to_owned()
    }
}

fn table(
    block: usize,
    grid: &Grid,
    recipients: &mut Vec<(At, String)>,
    columns: &mut Vec<Column>,
    build: &mut Build<'_>,
) {
    // The column of the recipients, where there is one.
    let of_recipients = grid.rows.iter().flat_map(|row| &row.cells).find_map(|cell| {
        let lines = cell_lines(At::default(), cell);
        lines.iter().any(|line| names_recipients(&line.flat)).then_some(cell.column)
    });
    // The columns in which cells of this row and those above it begin.
    let mut starts: BTreeSet<usize> = BTreeSet::new();
    for (at, row) in grid.rows.iter().enumerate() {
        let own = row.cells.iter().map(|cell| cell.column);
        starts.extend(own.filter(|column| Some(*column) != of_recipients));
        for (nth, cell) in row.cells.iter().enumerate() {
            let place = At { cell: Some(nth), ..At::row(block, at) };
            let left = of_recipients == Some(cell.column);
            let column = if left { 0 } else { starts.range(..cell.column).count() };
            for strip in cell_lines(place, cell) {
                for (line, text) in strip.text.split('\n').map(str::trim).enumerate() {
                    let spot = At { line: strip.at.line + line, ..strip.at };
                    let plain = flat(text);
                    if text.is_empty() || is_rule(text) {
                        build.piece(spot, Home::Nothing, None, text);
                    } else if names_recipients(&plain) {
                        heading(spot, text, build, recipients);
                    } else if left {
                        recipients.push((spot, labelled(&strip, text)));
                    } else {
                        // A row of its own below the positions holds the names.
                        let named = at > 0
                            && columns.get(column).is_some_and(|one| !one.lines.is_empty())
                            && !is_position_words(&plain);
                        while columns.len() <= column {
                            columns.push(Column::default());
                        }
                        if is_signing_note(&plain) {
                            build.say(text);
                            build.piece(spot, Home::Fixed, None, text);
                        } else if named {
                            columns[column].names.push((spot, text.to_owned()));
                        } else {
                            columns[column].lines.push((spot, text.to_owned()));
                        }
                    }
                }
            }
        }
    }
}

/// A stretch of a line on the side of the signatures.
fn sign(
    columns: &mut Vec<Column>,
    column: usize,
    at: At,
    text: &str,
    _centred: bool,
    build: &mut Build<'_>,
) {
    let plain = flat(text);
    if is_signing_note(&plain) {
        build.say(text);
        build.piece(at, Home::Fixed, None, text);
        return;
    }
    while columns.len() <= column {
        columns.push(Column::default());
    }
    let one = &mut columns[column];
    if is_position_words(&plain) || one.lines.is_empty() {
        one.lines.push((at, text.to_owned()));
    } else {
        one.names.push((at, text.to_owned()));
    }
}

/// "- …;" and the last "." are added by the program: they go where it would add them again.
fn tidy_recipients(recipients: &mut [String]) {
    let last = recipients.len().saturating_sub(1);
    for (at, recipient) in recipients.iter_mut().enumerate() {
        let bare = recipient.trim();
        let bare = match bare.strip_prefix(['-', '–', '—']) {
            Some(rest) if !rest.trim().is_empty() => rest.trim_start(),
            _ => bare,
        };
        let stop = if at == last { '.' } else { ';' };
        let bare = bare.strip_suffix(stop).map_or(bare, str::trim_end);
        *recipient = bare.to_owned();
    }
}

/// Authority, position and name of each signature; a third one is asked about.
fn signatures(columns: Vec<Column>, build: &mut Build<'_>) {
    let mut rest: Vec<(At, String)> = Vec::new();
    for mut column in
        columns.into_iter().filter(|one| !one.lines.is_empty() || !one.names.is_empty())
    {
        if build.plan.signatures.len() == 2 {
            rest.append(&mut column.lines);
            rest.append(&mut column.names);
            continue;
        }
        // Where all stands in one cell, the name is below the last line that is a position.
        if column.names.is_empty() && column.lines.len() > 1 {
            let last = column.lines.iter().rposition(|(_, text)| is_position_words(&flat(text)));
            let upper = column.lines.iter().rposition(|(_, text)| {
                crate::words::upper(text) == *text && !text.starts_with('(')
            });
            let end = match (last, upper) {
                (Some(last), _) => last + 1,
                (None, Some(upper)) if upper + 1 < column.lines.len() => upper + 1,
                (None, _) => column.lines.len() - 1,
            };
            column.names = column.lines.split_off(end);
        }
        let id = build.id();
        let approves = column.lines.first().is_some_and(|(_, text)| is_approval(text));
        let mut signature = Signature { id, approves, ..Signature::default() };
        let spot = Some(Spot::Info(InfoField::Signatures));
        let last = column.lines.len().saturating_sub(1);
        for (nth, (at, text)) in column.lines.into_iter().enumerate() {
            build.piece(at, Home::Position, spot.clone(), &text);
            if nth == last && !(approves && nth == 0) {
                signature.position = text;
            } else {
                signature.authority.push(text);
            }
        }
        let mut names = column.names.into_iter();
        if let Some((at, text)) = names.next() {
            build.piece(at, Home::Signer, spot, &text);
            signature.name = text;
        }
        rest.extend(names);
        build.plan.signatures.push(signature);
    }
    for (at, text) in rest {
        let homes = [Home::Paragraph, Home::Recipient];
        let (question, home) = build.ask_home(at, Doubt::Foot, &homes, &text);
        let mut spot = Some(Spot::Info(InfoField::Recipients));
        if home == Home::Recipient {
            build.plan.recipients.push(text.clone());
        } else {
            spot = last_paragraph(&text, build);
        }
        build.piece(at, home, spot, &text);
        if let Some(piece) = build.pieces.last_mut() {
            piece.question = Some(question);
        }
    }
}

/// Whether the words over a signature begin as those of one that approves do.
fn is_approval(text: &str) -> bool {
    let mut words = text.split_whitespace().take(2).map(crate::words::upper);
    words.any(|word| word == official::APPROVED)
}

/// A paragraph at the end of the last part.
pub(super) fn last_paragraph(text: &str, build: &mut Build<'_>) -> Option<Spot> {
    if build.plan.parts.is_empty() {
        let id = build.id();
        build.plan.parts.push(std::sync::Arc::new(crate::plan::Part { id, ..Default::default() }));
    }
    let part = build.plan.parts.last_mut()?;
    let paragraph = Paragraph::plain(Level::None, text);
    std::sync::Arc::make_mut(part).blocks.push(Block::Paragraph(paragraph));
    Some(Spot::Part(part.id))
}
