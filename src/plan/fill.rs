//! Default words: what stands between braces in a form is filled once, when its words come in.
//!
//! Invariant: only a form's own words are filled, and once; braces in what a person typed, or
//! in what is filled in, are text.

use std::sync::Arc;

use super::{
    Block, Catalogue, FormPart, Id, Ownership, Paragraph, Part, Plan, Run, RunField, SchoolKind,
    Shown,
};

/// The words between braces that a form's texts may hold.
pub const FILL_WORDS: [&str; 10] = [
    "school",
    "school_year",
    "last_school_year",
    "pupils",
    "head",
    "unit",
    "quality",
    "ownership",
    "address",
    CIRCULAR,
];

/// The circular of the plan's catalogue; a paragraph that cites it falls where there is none.
const CIRCULAR: &str = "circular";

/// The part a form proposes, its words filled from the plan's letterhead, year and catalogue.
#[must_use]
pub fn fill_part(part: &FormPart, plan: &Plan, catalogue: Option<&Catalogue>, id: Id) -> Part {
    let fill = |block: &Block| match block {
        Block::Paragraph(paragraph) => {
            fill_paragraph(paragraph, plan, catalogue).map(Block::Paragraph)
        }
        other => Some(other.clone()),
    };
    Part {
        id,
        key: Some(part.key.clone()),
        heading: fill_text(&part.heading, plan, catalogue),
        shown: Shown::Yes,
        blocks: part.blocks.iter().filter_map(fill).collect(),
    }
}

/// All the parts a form proposes, numbered from `first_id`.
#[must_use]
pub fn fill_parts(
    parts: &[FormPart],
    plan: &Plan,
    catalogue: Option<&Catalogue>,
    first_id: Id,
) -> Vec<Arc<Part>> {
    let mut id = first_id;
    parts
        .iter()
        .map(|part| {
            let filled = Arc::new(fill_part(part, plan, catalogue, id));
            id = id.next();
            filled
        })
        .collect()
}

/// Proposed paragraphs with their words filled.
#[must_use]
pub fn fill_paragraphs(
    paragraphs: &[Paragraph],
    plan: &Plan,
    catalogue: Option<&Catalogue>,
) -> Vec<Paragraph> {
    paragraphs.iter().filter_map(|paragraph| fill_paragraph(paragraph, plan, catalogue)).collect()
}

fn fill_paragraph(
    paragraph: &Paragraph,
    plan: &Plan,
    catalogue: Option<&Catalogue>,
) -> Option<Paragraph> {
    if catalogue.is_none() && fill_words_in(&paragraph.text()).any(|word| word == CIRCULAR) {
        return None;
    }
    let runs = paragraph.runs.iter().flat_map(|run| fill_run(run, plan, catalogue)).collect();
    Some(Paragraph { runs, ..paragraph.clone() })
}

/// The words between braces that stay fields among the words: what they say may change later.
const FIELDS: [(&str, RunField); 3] = [
    ("{school}", RunField::School),
    ("{school_year}", RunField::SchoolYear),
    ("{head}", RunField::Head),
];

fn fill_run(run: &Run, plan: &Plan, catalogue: Option<&Catalogue>) -> Vec<Run> {
    if run.field.is_some() {
        return vec![run.clone()];
    }
    let words = |text: &str| Run { text: fill_text(text, plan, catalogue), ..run.clone() };
    let mut runs = Vec::new();
    let mut rest = run.text.as_str();
    let next = |rest: &str| {
        let found =
            FIELDS.iter().filter_map(|(word, field)| Some((rest.find(word)?, word, *field)));
        found.min_by_key(|(at, ..)| *at)
    };
    while let Some((at, word, field)) = next(rest) {
        if at > 0 {
            runs.push(words(&rest[..at]));
        }
        runs.push(Run { text: field.text(plan), field: Some(field), ..run.clone() });
        rest = &rest[at + word.len()..];
    }
    if !rest.is_empty() || runs.is_empty() {
        runs.push(words(rest));
    }
    runs
}

/// Fills the [`FILL_WORDS`] between braces; other braces stay as they are.
#[must_use]
pub fn fill_text(text: &str, plan: &Plan, catalogue: Option<&Catalogue>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let value = |name: &str| value_of(name, plan, catalogue);
        let found = rest.find('}').and_then(|close| Some((value(&rest[1..close])?, close + 1)));
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

/// What stands between braces in a text and looks like a word to be filled, known or not.
pub fn fill_words_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (word, _) = rest.split_once('}')?;
        let plain = |c: char| c.is_ascii_lowercase() || c == '_';
        (!word.is_empty() && word.chars().all(plain)).then_some(word)
    })
}

fn value_of(name: &str, plan: &Plan, catalogue: Option<&Catalogue>) -> Option<String> {
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
        CIRCULAR => cited(catalogue?),
        _ => return None,
    })
}

/// A catalogue's circular as it is cited: "18/2018/TT-BGDĐT (được sửa đổi, bổ sung tại …)".
fn cited(catalogue: &Catalogue) -> String {
    match &catalogue.amended_by {
        Some(by) => {
            format!("{} (được sửa đổi, bổ sung tại Thông tư số {by})", catalogue.circular)
        }
        None => catalogue.circular.clone(),
    }
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
