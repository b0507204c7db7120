//! Working groups with their members, and the supervising team: in lines, or in a table without
//! borders.

use super::super::draft::{At, Home};
use super::super::source::Grid;
use super::build::Build;
use super::lines::{Strip, cell_lines, flat, stretches};
use super::marks::mark;
use super::rows::row_words;
use crate::plan::{Level, Member, Spot, Supervisor, WorkingGroup};
use crate::understand::{group_in, standards_in};

/// The longest line that may be a person, in letters.
const LONGEST: usize = 200;
/// A school has no more working groups than this among which that of a person is looked for.
const GROUPS: usize = 100;

/// "- Nhóm công tác 1: …": the group's label and what it does.
pub(super) fn group_of(strip: &Strip<'_>) -> Option<(String, String)> {
    let mark = mark(strip.line, &strip.text);
    if !matches!(mark.level, Level::Dash | Level::Plus | Level::None) || mark.roman.is_some() {
        return None;
    }
    let words = strip.text.get(mark.taken..)?.trim();
    let plain = flat(words);
    let rest = plain.strip_prefix("nhom ")?;
    let rest = rest.strip_prefix("cong tac ").unwrap_or(rest);
    let rest = rest.strip_prefix("so ").unwrap_or(rest);
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit())
        || ["i:", "ii:", "iii:", "iv:", "v:", "thu ky", "giam sat"]
            .iter()
            .any(|start| rest.starts_with(start));
    let colon = words.find(':').filter(|at| words[..*at].chars().count() <= 60);
    match colon {
        Some(at) if numbered => {
            Some((words[..at].trim().to_owned(), words[at + 1..].trim().to_owned()))
        }
        None if numbered && words.chars().count() <= 60 => Some((words.to_owned(), String::new())),
        _ => None,
    }
}

/// A working group comes in.
pub(super) fn group(strip: &Strip<'_>, (label, task): (String, String), build: &mut Build<'_>) {
    let id = build.id();
    let standards = standards_in(&task);
    build.plan.working_groups.push(WorkingGroup {
        id,
        label,
        task,
        standards,
        members: Vec::new(),
    });
    build.piece(strip.at, Home::Group, Some(Spot::WorkingGroup(id)), &strip.text);
}

/// The stretches of a line that names a person: "Bà … - PHT      Giám sát nhóm 1".
pub(super) fn person_of(strip: &Strip<'_>) -> Option<Vec<String>> {
    let mark = mark(strip.line, &strip.text);
    if !matches!(mark.level, Level::Dash | Level::Plus | Level::None) || mark.roman.is_some() {
        return None;
    }
    let words = strip.text.get(mark.taken..)?.trim();
    let parts: Vec<String> = stretches(words).into_iter().map(str::to_owned).collect();
    let first = flat(parts.first()?);
    let short = words.chars().count() <= LONGEST && !words.ends_with('.');
    let says_more = parts.len() > 1 || words.contains(" - ") || words.contains(" – ");
    (short && says_more && title_of(&first).is_some()).then_some(parts)
}

/// "ong", "ba" and the like, where a name begins with one.
fn title_of(flat: &str) -> Option<usize> {
    let titles = ["ong ", "ba ", "co ", "thay ", "d/c ", "dong chi ", "ong: ", "ba: ", "d/c: "];
    titles
        .iter()
        .find(|title| flat.starts_with(**title))
        .map(|title| title.trim_end().chars().count())
}

/// The rows of a table in which people stand; none where it is another table.
pub(super) fn people(grid: &Grid) -> Option<Vec<(usize, Vec<String>)>> {
    if !(1..=4).contains(&grid.columns) {
        return None;
    }
    let rows: Vec<(usize, Vec<String>)> = grid
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let cells = row.cells.iter().map(|cell| {
                let lines = cell_lines(At::default(), cell);
                lines.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ")
            });
            (at, cells.collect::<Vec<String>>())
        })
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    let short = |cells: &[String]| cells.iter().all(|cell| cell.chars().count() <= LONGEST);
    let person = |cells: &[String]| {
        let first = cells.iter().find(|cell| !cell.is_empty()).map(|cell| flat(cell));
        first.is_some_and(|first| title_of(&first).is_some())
    };
    let named = rows.iter().filter(|(_, cells)| person(cells)).count();
    let fits = !rows.is_empty() && rows.iter().all(|(_, cells)| short(cells));
    (fits && named * 2 >= rows.len()).then_some(rows)
}

/// Whether people in these rows supervise: they have a position and a task each, and no dash
/// before them.
pub(super) fn supervise(rows: &[(At, Vec<String>)]) -> bool {
    let whole = |cells: &Vec<String>| {
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        filled > 2 && !cells.iter().any(|cell| cell.starts_with(['-', '–']))
    };
    let count = rows.iter().filter(|(_, cells)| whole(cells)).count();
    count * 2 > rows.len()
}

/// Members of the last working group.
pub(super) fn members(rows: Vec<(At, Vec<String>)>, build: &mut Build<'_>) {
    for (at, cells) in rows {
        let id = build.id();
        let cells: Vec<&str> =
            cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        let words = cells.join("\t");
        // The dash that the paper sets apart belongs to what stands behind it.
        let name = match cells.as_slice() {
            [name, rest] if rest.starts_with(['-', '–']) => format!("{name} {rest}"),
            _ => words.clone(),
        };
        let mut spot = None;
        if let Some(group) = build.plan.working_groups.last_mut() {
            group.members.push(Member { id, name });
            spot = Some(Spot::WorkingGroup(group.id));
        }
        build.piece(at, Home::Group, spot, &words);
    }
}

/// The supervising team comes in.
pub(super) fn supervisors(rows: Vec<(At, Vec<String>)>, build: &mut Build<'_>) {
    for (at, cells) in rows {
        let id = build.id();
        let words = cells.join("\t");
        let mut supervisor = supervisor(&cells);
        supervisor.id = id;
        let groups = &build.plan.working_groups;
        supervisor.group = group_in(&supervisor.what, &groups[..groups.len().min(GROUPS)]);
        build.plan.supervisors.push(supervisor);
        build.piece(at, Home::Supervisor, Some(Spot::Supervisor(id)), &words);
    }
}

fn supervisor(cells: &[String]) -> Supervisor {
    let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
    if cells.len() < 3 && cells.iter().filter(|cell| !cell.is_empty()).count() < 3 {
        cells.retain(|cell| !cell.is_empty());
        let first = cells.first().cloned().unwrap_or_default();
        let dash = [" - ", " – "].iter().find_map(|dash| first.split_once(dash));
        if let Some((name, position)) = dash {
            let rest = cells.split_off(1);
            cells = vec![name.trim().to_owned(), position.trim().to_owned()];
            cells.extend(rest);
        } else if cells.len() == 2 {
            let what = flat(&cells[1]);
            let does = ["giam sat", "phu trach", "theo doi", "kiem tra", "chi dao"];
            if does.iter().any(|start| what.starts_with(start)) {
                cells.insert(1, String::new());
            }
        }
    }
    let mut cells = cells.into_iter();
    let whole = cells.next().unwrap_or_default();
    let position = cells.next().unwrap_or_default();
    let what = cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ");
    let (title, name) = match title_of(&flat(&whole)) {
        Some(length) => {
            let end = whole.char_indices().nth(length).map_or(whole.len(), |(at, _)| at);
            (whole[..end].to_owned(), whole[end..].trim().to_owned())
        }
        None => (String::new(), whole),
    };
    Supervisor { title, name, position, what, ..Supervisor::default() }
}

/// The rows of a table with their places.
pub(super) fn placed(block: usize, rows: Vec<(usize, Vec<String>)>) -> Vec<(At, Vec<String>)> {
    rows.into_iter().map(|(row, cells)| (At::row(block, row), cells)).collect()
}

/// The words of all rows of a table, a paragraph each.
pub(super) fn as_paragraphs(block: usize, grid: &Grid) -> Vec<(At, String)> {
    let rows = grid.rows.iter().enumerate();
    rows.map(|(at, row)| (At::row(block, at), row_words(row)))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}
