//! Default words: what stands between braces in a form is filled once from the plan.

use std::sync::Arc;

use super::{Block, FormPart, Id, Ownership, Paragraph, Part, Plan, Run, SchoolKind, Shown};

/// The part a form proposes, its words filled from the plan's letterhead and year.
#[must_use]
pub fn fill_part(part: &FormPart, plan: &Plan, id: Id) -> Part {
    Part {
        id,
        key: Some(part.key.clone()),
        heading: fill_text(&part.heading, plan),
        shown: Shown::Yes,
        blocks: part.blocks.iter().map(|block| fill_block(block, plan)).collect(),
    }
}

/// All the parts a form proposes, numbered from `first_id`.
#[must_use]
pub fn fill_parts(parts: &[FormPart], plan: &Plan, first_id: Id) -> Vec<Arc<Part>> {
    let mut id = first_id;
    parts
        .iter()
        .map(|part| {
            let filled = Arc::new(fill_part(part, plan, id));
            id = id.next();
            filled
        })
        .collect()
}

fn fill_block(block: &Block, plan: &Plan) -> Block {
    match block {
        Block::Paragraph(paragraph) => Block::Paragraph(fill_paragraph(paragraph, plan)),
        other => other.clone(),
    }
}

/// A proposed paragraph with its words filled.
#[must_use]
pub fn fill_paragraph(paragraph: &Paragraph, plan: &Plan) -> Paragraph {
    let runs = paragraph
        .runs
        .iter()
        .map(|run| Run { text: fill_text(&run.text, plan), ..run.clone() })
        .collect();
    Paragraph { runs, ..paragraph.clone() }
}

/// Fills `{school}`, `{school_year}`, `{last_school_year}`, `{pupils}`, `{head}`, `{unit}`,
/// `{quality}`, `{ownership}` and `{address}`; other braces stay as they are.
#[must_use]
pub fn fill_text(text: &str, plan: &Plan) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let found =
            rest.find('}').and_then(|close| Some((value_of(&rest[1..close], plan)?, close + 1)));
        if let Some((value, after)) = found {
            filled.push_str(&value);
            rest = &rest[after..];
        } else {
            filled.push('{');
            rest = &rest[1..];
        }
    }
    filled.push_str(rest);
    filled
}

fn value_of(name: &str, plan: &Plan) -> Option<String> {
    let letterhead = &plan.letterhead;
    let words = KindWords::of(letterhead.kind);
    let year = plan.school_year;
    Some(match name {
        "school" => one_line(&letterhead.school),
        "school_year" => year.to_string(),
        "last_school_year" => format!("{} - {}", year.first() - 1, year.first()),
        "pupils" => words.pupils.to_owned(),
        "head" => words.head.to_owned(),
        "unit" => words.unit.to_owned(),
        "quality" => words.quality.to_owned(),
        "ownership" => match letterhead.ownership {
            Ownership::Public => "công lập",
            Ownership::Private => "tư thục",
            Ownership::PeopleFounded => "dân lập",
        }
        .to_owned(),
        "address" => one_line(&letterhead.address),
        _ => return None,
    })
}

/// The words of a text on one line, with one space between them.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How official Vietnamese names the people of a kind of school.
pub(crate) struct KindWords {
    /// trẻ, học sinh, học viên.
    pub pupils: &'static str,
    /// Hiệu trưởng, Giám đốc.
    pub head: &'static str,
    /// nhà trường, trung tâm.
    pub unit: &'static str,
    /// What the plan improves.
    pub quality: &'static str,
}

impl KindWords {
    pub(crate) fn of(kind: SchoolKind) -> Self {
        match kind {
            SchoolKind::Preschool | SchoolKind::Kindergarten | SchoolKind::Nursery => Self {
                pupils: "trẻ",
                head: "Hiệu trưởng",
                unit: "nhà trường",
                quality: "chất lượng nuôi dưỡng, chăm sóc và giáo dục trẻ",
            },
            SchoolKind::Continuing => Self {
                pupils: "học viên",
                head: "Giám đốc",
                unit: "trung tâm",
                quality: "chất lượng dạy học và giáo dục học viên",
            },
            _ => Self {
                pupils: "học sinh",
                head: "Hiệu trưởng",
                unit: "nhà trường",
                quality: "chất lượng dạy học và giáo dục học sinh",
            },
        }
    }
}
