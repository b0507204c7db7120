//! Words found in the plans of a dossier, and other words put in their place.
//!
//! Invariant: a replacement changes only what was found and is as it was when it was found.

use std::ops::Range;

use crate::edit::{Act, CellOf, Edit, PlanEdit, Words};
use crate::plan::{Block, Dossier, Id, Paragraph, Plan, RecordId, TextOf, each_text_of};
use crate::words::Finder;

/// Where words were found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hit {
    /// In which plan.
    pub plan: Id,
    /// In which of its texts.
    pub of: TextOf,
    /// Where in it, in bytes.
    pub at: Range<usize>,
    /// It stands in a field, or takes a piece of one in: no other words come there.
    pub in_field: bool,
}

/// Where the words stand in one plan, or in all of them; in the order of the dossier, the plan
/// that is named first.
#[must_use]
pub fn find(dossier: &Dossier, first: Id, all: bool, finder: &Finder) -> Vec<Hit> {
    let mut hits = Vec::new();
    if finder.is_empty() {
        return hits;
    }
    let others = dossier.plans.iter().filter(|plan| all && plan.id != first);
    for plan in dossier.plan(first).into_iter().chain(others) {
        each_text_of(plan, &mut |of, text| {
            // What no page shows cannot be shown here either.
            let places = finder.places(text);
            if !places.is_empty() && plan.spot_of(of).is_some() {
                let paragraph = plan.paragraph_of(of).filter(|one| one.has_fields());
                hits.extend(places.into_iter().map(|at| {
                    let in_field = paragraph.is_some_and(|one| one.is_in_field(&at));
                    Hit { plan: plan.id, of, at, in_field }
                }));
            }
        });
    }
    hits
}

/// A text of a plan, by what it is typed in.
#[must_use]
pub fn text_of(plan: &Plan, of: TextOf) -> Option<String> {
    match of {
        TextOf::Field(record, field) => Some(plan.text_of(record, field)?.into_owned()),
        TextOf::Cell(part, block, row, column) => {
            Some(plan.words_table(part, block)?.text(row, column)?.to_owned())
        }
        _ => Some(plan.paragraph_of(of)?.text()),
    }
}

/// Whether words can be put in the place of a hit: the typed number of a group is no text, a field
/// says what the plan says, and a line of the log stays as it was written.
#[must_use]
pub fn is_replaceable(hit: &Hit) -> bool {
    !hit.in_field && !matches!(hit.of, TextOf::Number(_) | TextOf::Field(RecordId::Entry(_), _))
}

/// The edit that puts `with` in the place of these hits, which are in the order they were found;
/// none where none of them is as it was. One step of undo.
#[must_use]
pub fn replace(dossier: &Dossier, hits: &[&Hit], finder: &Finder, with: &str) -> Option<Edit> {
    // Hits of one text stand together.
    let mut texts: Vec<(&Hit, Vec<Range<usize>>)> = Vec::new();
    for hit in hits {
        match texts.last_mut() {
            Some((one, places)) if one.plan == hit.plan && one.of == hit.of => {
                places.push(hit.at.clone());
            }
            _ => texts.push((hit, vec![hit.at.clone()])),
        }
    }
    let mut edits: Vec<Edit> = Vec::new();
    let mut words: Vec<(Id, Words, Vec<Paragraph>)> = Vec::new();
    let mut count = 0;
    for (hit, places) in texts {
        let Some(plan) = dossier.plan(hit.plan) else { continue };
        let Some(text) = text_of(plan, hit.of) else { continue };
        let known = finder.places(&text);
        let paragraph = plan.paragraph_of(hit.of);
        let in_field = |place: &Range<usize>| paragraph.is_some_and(|one| one.is_in_field(place));
        let places: Vec<_> =
            places.into_iter().filter(|place| known.contains(place) && !in_field(place)).collect();
        if places.is_empty() {
            continue;
        }
        count += places.len();
        let mut text = text;
        if let TextOf::Field(record, field) = hit.of {
            for place in places.into_iter().rev() {
                text.replace_range(place, with);
            }
            let change = PlanEdit::SetText { record, field, text };
            edits.push(Edit::InPlan { plan: hit.plan, change });
        } else if let TextOf::Cell(part, block, row, column) = hit.of {
            for place in places.into_iter().rev() {
                text.replace_range(place, with);
            }
            let cell = CellOf { part, block, row, column };
            edits.push(Edit::InPlan { plan: hit.plan, change: PlanEdit::SetCell { cell, text } });
        } else if let Some((of, at)) = words_at(plan, hit.of) {
            let index = words.iter().position(|(id, known, _)| *id == hit.plan && *known == of);
            let index = index.unwrap_or_else(|| {
                words.push((hit.plan, of, of.of(plan).unwrap_or_default()));
                words.len() - 1
            });
            if let Some(paragraph) = words[index].2.get_mut(at) {
                for place in places.into_iter().rev() {
                    paragraph.put(place, with);
                }
            }
        }
    }
    edits.extend(words.into_iter().map(|(plan, of, paragraphs)| Edit::InPlan {
        plan,
        change: PlanEdit::SetWords { of, paragraphs },
    }));
    (!edits.is_empty()).then_some(Edit::Batch(Act::Replace(count), edits))
}

/// Which stretch of rich words a paragraph stands in, and at which index.
fn words_at(plan: &Plan, of: TextOf) -> Option<(Words, usize)> {
    Some(match of {
        TextOf::Base(at) => (Words::Bases, at),
        TextOf::Opening(at) => (Words::Opening, at),
        TextOf::Block(id, block) => {
            let part = plan.parts.iter().find(|part| part.id == id)?;
            let stretches = part.stretches();
            let stretch = stretches.iter().position(|range| range.contains(&block))?;
            let range = stretches.get(stretch)?.start..block;
            let is_words = |block: &&Block| matches!(block, Block::Paragraph(_));
            let at = part.blocks.get(range)?.iter().filter(is_words).count();
            (Words::Part { part: id, stretch }, at)
        }
        TextOf::Field(..) | TextOf::Number(_) | TextOf::Cell(..) => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::apply;
    use crate::plan::{Item, Level, Part, Row, Run, SchoolYear};

    fn run(text: &str, bold: bool) -> Run {
        Run { text: text.to_owned(), bold, ..Run::default() }
    }

    /// A plan with the words in a cell twice, over two runs of a base, and behind a table.
    fn dossier() -> Dossier {
        let item =
            Item {
                id: Id(2), actions: "Tổ văn phòng và tổ Văn phòng".into(), ..Item::default()
            };
        let mixed = Paragraph {
            runs: vec![run("Căn cứ đề nghị của Tổ ", false), run("Văn phòng", true)],
            ..Paragraph::plain(Level::None, "")
        };
        let behind = Paragraph::plain(Level::None, "Giao Tổ Văn phòng tổng hợp.");
        let blocks = vec![Block::Rows, Block::Paragraph(behind)];
        let part = Part { id: Id(3), blocks, ..Part::default() };
        let plan = Plan {
            id: Id(1),
            bases: vec![mixed],
            parts: vec![Arc::new(part)],
            rows: vec![Row::Item(Arc::new(item))],
            ..Plan::empty(SchoolYear::starting(2026).unwrap())
        };
        let other = Plan { id: Id(4), subject: vec!["Tổ Văn phòng".into()], ..plan.clone() };
        let other = Plan { rows: Vec::new(), parts: Vec::new(), bases: Vec::new(), ..other };
        Dossier {
            next_id: Id(9),
            plans: vec![Arc::new(other), Arc::new(plan)],
            ..Dossier::default()
        }
    }

    #[test]
    fn the_plan_shown_comes_first_and_the_others_where_they_are_wanted() {
        let finder = Finder::new("to van phong", false, false, false);
        let of = |all| find(&dossier(), Id(1), all, &finder).iter().map(|hit| hit.plan).collect();
        let here: Vec<Id> = of(false);
        assert_eq!(here, [Id(1); 4]);
        let all: Vec<Id> = of(true);
        assert_eq!(all, [Id(1), Id(1), Id(1), Id(1), Id(4)]);
    }

    #[test]
    fn replaced_words_stand_in_all_kinds_of_texts_and_keep_their_looks() {
        let dossier = dossier();
        let finder = Finder::new("to van phong", false, false, false);
        let hits = find(&dossier, Id(1), true, &finder);
        let chosen: Vec<&Hit> = hits.iter().collect();
        let edit = replace(&dossier, &chosen, &finder, "Tổ Hành chính").unwrap();
        assert!(matches!(&edit, Edit::Batch(Act::Replace(5), _)), "{edit:?}");
        let after = apply(&dossier, &edit).unwrap();
        let plan = after.plan(Id(1)).unwrap();
        assert_eq!(plan.item(Id(2)).unwrap().actions, "Tổ Hành chính và Tổ Hành chính");
        assert_eq!(plan.bases[0].runs[0], run("Căn cứ đề nghị của Tổ Hành chính", false));
        assert_eq!(plan.parts[0].stretch(1)[0].text(), "Giao Tổ Hành chính tổng hợp.");
        assert_eq!(after.plan(Id(4)).unwrap().subject, ["Tổ Hành chính"]);
        assert_eq!(find(&after, Id(1), true, &finder), []);
    }

    #[test]
    fn what_changed_since_it_was_found_is_left_alone() {
        let before = dossier();
        let finder = Finder::new("tổ văn phòng", true, false, false);
        let hits = find(&before, Id(1), false, &finder);
        let cell: Vec<&Hit> =
            hits.iter().filter(|hit| matches!(hit.of, TextOf::Field(..))).collect();
        let mut now = before.clone();
        let plan = Arc::make_mut(&mut now.plans[1]);
        let Row::Item(item) = &mut plan.rows[0] else { panic!("no item") };
        Arc::make_mut(item).actions = "Cả tổ văn phòng".into();
        assert_eq!(replace(&now, &cell, &finder, "x"), None);
        let first = replace(&before, &cell[..1], &finder, "Kế toán").unwrap();
        let after = apply(&before, &first).unwrap();
        let actions = &after.plan(Id(1)).unwrap().item(Id(2)).unwrap().actions;
        assert_eq!(actions, "Kế toán và tổ Văn phòng");
    }
}
