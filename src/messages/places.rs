//! Where something is, in words: "Bảng cải tiến, tiêu chí 1.6, Thời gian".

use crate::plan::number::part_numbers;
use crate::plan::{Dossier, Field, Id, Place, Plan, Row, Spot, TableKind};

use super::content::part_heading;
use super::fields::plan_field_name;
use super::{info_field_name, stages};

/// A text is quoted up to this many characters.
const QUOTED: usize = 40;

/// A place in a few words on one line, without the plan's name.
#[must_use]
pub fn place_name(dossier: &Dossier, place: &Place) -> String {
    let words = place_words(dossier, place);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn place_words(dossier: &Dossier, place: &Place) -> String {
    let plan = dossier.plan(place.plan);
    let in_table = |table, field| plan_field_name(dossier, plan.map(AsRef::as_ref), table, field);
    match &place.at {
        Spot::Info(field) => format!("Thông tin, {}", info_field_name(*field)),
        Spot::Bases => "Nội dung, căn cứ ban hành".into(),
        Spot::Opening => "Nội dung, đoạn mở đầu".into(),
        Spot::Part(part) => {
            plan.map_or_else(|| stages::CONTENT.into(), |plan| part_name(plan, *part))
        }
        Spot::Table => stages::TABLE.into(),
        Spot::Row(row, field) => {
            let name = plan.map_or_else(String::new, |plan| row_name(plan, *row));
            // A row is named by its criterion: its criterion cell needs no second name.
            let field = field.filter(|field| *field != Field::CriterionText || name.is_empty());
            joined(stages::TABLE, &name, field.map(|of| in_table(TableKind::Rows, of)))
        }
        Spot::Problem(problem, field) => {
            let number = plan.and_then(|plan| {
                plan.problems.iter().position(|candidate| candidate.id == *problem)
            });
            let name = number.map_or_else(String::new, |number| format!("vấn đề {}", number + 1));
            joined("Vấn đề trọng tâm", &name, field.map(|of| in_table(TableKind::Problems, of)))
        }
        Spot::Review(id, field) => {
            let (index, review) = found(plan, |plan| &plan.reviews, |one| one.id == *id);
            let when = review.map(|review| &review.when);
            let name = match when {
                Some(when) if !when.trim().is_empty() => quoted(when),
                _ => format!("dòng {}", index + 1),
            };
            joined("Theo dõi, đánh giá", &name, field.map(|of| in_table(TableKind::Reviews, of)))
        }
        Spot::WorkingGroup(id) => {
            let (index, group) = found(plan, |plan| &plan.working_groups, |one| one.id == *id);
            let name = match group.map(|group| group.label.trim()) {
                Some(label) if !label.is_empty() => label.to_owned(),
                _ => format!("nhóm thứ {}", index + 1),
            };
            format!("Nhóm công tác, {name}")
        }
        Spot::Supervisor(id) => {
            let (index, member) = found(plan, |plan| &plan.supervisors, |one| one.id == *id);
            let name = match member.map(|member| member.name.trim()) {
                Some(name) if !name.is_empty() => name.to_owned(),
                _ => format!("dòng {}", index + 1),
            };
            format!("Tổ giám sát, {name}")
        }
    }
}

/// An element of a list of a plan, and where it stands in it.
fn found<'a, T>(
    plan: Option<&'a std::sync::Arc<Plan>>,
    list: impl Fn(&'a Plan) -> &'a Vec<T>,
    is: impl Fn(&T) -> bool,
) -> (usize, Option<&'a T>) {
    let all = plan.map(|plan| list(plan)).into_iter().flatten();
    let found = all.enumerate().find(|(_, one)| is(one));
    found.map_or((0, None), |(index, one)| (index, Some(one)))
}

fn joined(head: &str, name: &str, field: Option<&str>) -> String {
    let mut words = head.to_owned();
    if !name.is_empty() {
        words = format!("{words}, {name}");
    }
    if let Some(field) = field {
        words = format!("{words}, {field}");
    }
    words
}

/// "Nội dung, phần II “Căn cứ xây dựng kế hoạch”", numbered as on paper; a part that is not
/// printed, or has no heading, has no number.
fn part_name(plan: &Plan, id: Id) -> String {
    let numerals = part_numbers(plan);
    let found = plan.parts.iter().zip(&numerals).find(|(part, _)| part.id == id);
    let Some((part, numeral)) = found else { return stages::CONTENT.into() };
    match (numeral.sign().as_str(), part.heading.trim()) {
        ("", "") => format!("Nội dung, {}", small(part_heading(part))),
        ("", heading) => format!("Nội dung, {}", quoted(heading)),
        (numeral, heading) => format!("Nội dung, phần {numeral} {}", quoted(heading)),
    }
}

/// A row by its criterion, and by its line where that does not tell it from others.
pub(super) fn row_name(plan: &Plan, id: Id) -> String {
    match plan.rows.iter().find(|row| row.id() == id) {
        None => String::new(),
        Some(Row::Band(band)) => quoted(&band.text),
        Some(Row::Group(group)) => quoted(&group.title),
        Some(Row::Item(item)) => {
            let code =
                item.criteria.first().map(|code| code.trim()).filter(|code| !code.is_empty());
            let Some(code) = code else {
                let line = line_name(plan, id);
                let content = item.content.trim();
                return if content.is_empty() {
                    line
                } else {
                    format!("{} ({line})", quoted(content))
                };
            };
            let alike =
                plan.items().filter(|other| other.criteria.first() == item.criteria.first());
            let name = criterion_name(code);
            if alike.count() > 1 { format!("{name} ({})", line_name(plan, id)) } else { name }
        }
    }
}

/// "tiêu chí 1.6"; the third of level 4 is "tiêu chí 3 của Mức 4".
pub(super) fn criterion_name(code: &str) -> String {
    match code.strip_prefix("M4.") {
        Some(number) => format!("tiêu chí {number} của Mức 4"),
        None => format!("tiêu chí {code}"),
    }
}

/// "dòng 4": bands and groups are not counted.
pub(super) fn line_name(plan: &Plan, id: Id) -> String {
    plan.items()
        .position(|item| item.id == id)
        .map_or_else(String::new, |line| format!("dòng {}", line + 1))
}

/// A text on one line in quotation marks, shortened between words.
pub(super) fn quoted(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > QUOTED {
            short.push_str(" …");
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("“{short}”")
}

/// Without a capital at its head.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// With a capital at its head.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
