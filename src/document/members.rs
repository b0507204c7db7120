//! Working groups and the supervising team, in aligned columns without borders.

use super::letterhead::lines;
use super::{Block, Columns, Marker, Role, Text};
use crate::plan::{Plan, Run};

/// The supervising team: title and name | position | what. A column nobody filled is left out.
pub(super) fn supervisors(plan: &Plan, out: &mut Vec<Block>) {
    let rows: Vec<Vec<String>> = plan
        .supervisors
        .iter()
        .map(|member| {
            let name = format!("{} {}", member.title.trim(), member.name.trim());
            vec![
                name.trim().to_owned(),
                member.position.trim().to_owned(),
                member.what.trim().to_owned(),
            ]
        })
        .collect();
    push_columns(rows, out);
}

/// Each group as "- label: task", its members after it.
pub(super) fn groups(plan: &Plan, out: &mut Vec<Block>) {
    for group in &plan.working_groups {
        let (label, task) = (group.label.trim(), group.task.trim());
        let words = match (label.is_empty(), task.is_empty()) {
            (true, _) => task.to_owned(),
            (false, true) => label.to_owned(),
            (false, false) if label.ends_with(':') => format!("{label} {task}"),
            (false, false) => format!("{label}: {task}"),
        };
        if !words.is_empty() {
            out.push(Block::Paragraph(Text {
                marker: Marker::Dash,
                runs: vec![Run::plain(words)],
                role: Role::Body,
                outline: 0,
            }));
        }
        let rows =
            group.members.iter().flat_map(|member| lines(&member.name)).map(member_cells).collect();
        push_columns(rows, out);
    }
}

/// A member's line at its tabs, or before its first " - ": the dash stays with what follows.
fn member_cells(line: &str) -> Vec<String> {
    if line.contains('\t') {
        return line.split('\t').map(|cell| cell.trim().to_owned()).collect();
    }
    let dash = [" - ", " – "].iter().filter_map(|dash| line.find(dash)).min();
    match dash {
        Some(at) => vec![line[..at].trim().to_owned(), line[at..].trim().to_owned()],
        None => vec![line.to_owned()],
    }
}

fn push_columns(rows: Vec<Vec<String>>, out: &mut Vec<Block>) {
    let rows: Vec<Vec<String>> =
        rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled: Vec<usize> = (0..width)
        .filter(|&column| {
            rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()))
        })
        .collect();
    if filled.is_empty() {
        return;
    }
    let rows = rows
        .iter()
        .map(|row| {
            filled.iter().map(|&column| row.get(column).cloned().unwrap_or_default()).collect()
        })
        .collect();
    out.push(Block::Columns(Columns { rows }));
}
