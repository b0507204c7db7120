//! The people, problems and reviews of a paper that comes back beside those of its plan, list by
//! list. What the paper lacks stays in the plan.

use super::merge::{Held, Merge, Target};
use super::paragraphs::{bare, pairs, plain};
use crate::edit::Elements;
use crate::plan::{Field, Group, Plan, Record, RecordId, Row, Supervisor, TextField};

/// A signature block more has no room on the page.
const SIGNATURES: usize = 2;

/// Notes what the lists of `came` say otherwise than those of `plan`; `narrative`: the weaknesses
/// stand with their items, and are met there.
pub(super) fn meet_lists(came: &Plan, plan: &Plan, narrative: bool, merge: &mut Merge) {
    // A new heading in the midst of others: its place would be a guess.
    let mine = groups(plan).map(|one| (RecordId::Row(one.id), one));
    meet(plan, mine, groups(came), |_| None, merge);

    if !narrative {
        let mine = plan.problems.iter().map(|one| (RecordId::Problem(one.id), one.as_ref()));
        let new = |at: usize| Some(Elements::Problems(vec![came.problems[at].clone()]));
        meet(plan, mine, came.problems.iter().map(AsRef::as_ref), new, merge);
    }

    let mine = plan.reviews.iter().map(|one| (RecordId::Review(one.id), one));
    let new = |at: usize| Some(Elements::Reviews(vec![came.reviews[at].clone()]));
    meet(plan, mine, came.reviews.iter(), new, merge);

    let mine = plan.working_groups.iter().map(|one| (RecordId::WorkingGroup(one.id), one));
    let new = |at: usize| Some(Elements::WorkingGroups(vec![came.working_groups[at].clone()]));
    let known = meet(plan, mine, came.working_groups.iter(), new, merge);
    for (group, known) in came.working_groups.iter().zip(known) {
        let Some(known) = known.map(|at| &plan.working_groups[at]) else { continue };
        let mine = known.members.iter().map(|one| (RecordId::Member(one.id), one));
        let new = |at: usize| Some(Elements::Members(known.id, vec![group.members[at].clone()]));
        meet(plan, mine, group.members.iter(), new, merge);
    }

    let mine = plan.supervisors.iter().map(|one| (RecordId::Supervisor(one.id), one));
    let new = |at: usize| {
        let person = Supervisor { group: None, ..came.supervisors[at].clone() };
        Some(Elements::Supervisors(vec![person]))
    };
    meet(plan, mine, came.supervisors.iter(), new, merge);

    let mine = plan.signatures.iter().map(|one| (RecordId::Signature(one.id), one));
    let mut room = SIGNATURES.saturating_sub(plan.signatures.len());
    let new = |at: usize| {
        room = room.checked_sub(1)?;
        Some(Elements::Signatures(vec![came.signatures[at].clone()]))
    };
    meet(plan, mine, came.signatures.iter(), new, merge);
}

fn groups(plan: &Plan) -> impl Iterator<Item = &Group> {
    plan.rows.iter().filter_map(|row| match row {
        Row::Group(group) => Some(group.as_ref()),
        Row::Band(_) | Row::Item(_) => None,
    })
}

/// Notes what one list says otherwise; gives for each element that came the one that it is.
fn meet<'a, R: Record + 'a>(
    plan: &Plan,
    mine: impl Iterator<Item = (RecordId, &'a R)>,
    came: impl Iterator<Item = &'a R>,
    mut new: impl FnMut(usize) -> Option<Elements>,
    merge: &mut Merge,
) -> Vec<Option<usize>> {
    let (mine, came): (Vec<_>, Vec<_>) = (mine.collect(), came.collect());
    let now: Vec<String> = mine.iter().map(|(_, one)| words_of(*one)).collect();
    let incoming: Vec<String> = came.iter().map(|one| words_of(*one)).collect();
    let mut found = pairs(&now, &incoming);
    // Who stands where another stood, between the same two, is in that one's place.
    let mut from = 0;
    for at in 0..found.len() {
        let next = found[at..].iter().flatten().next().copied().unwrap_or(now.len());
        if found[at].is_none() && from < next {
            found[at] = Some(from);
        }
        from = found[at].map_or(from, |one| one + 1);
    }
    for (at, one) in came.into_iter().enumerate() {
        if let Some(known) = found[at] {
            let (id, known) = mine[known];
            for text in R::TEXTS {
                meet_text(plan, (id, text), (known, one), merge);
            }
        } else if !incoming[at].is_empty()
            && let Some(elements) = new(at)
        {
            let held = Held::Record(Box::new(elements), incoming[at].clone());
            merge.addition(Target::NewRecord, held);
        }
    }
    found
}

/// Notes a text of a record that says something else.
fn meet_text<R: Record>(
    plan: &Plan,
    (id, text): (RecordId, &TextField<R>),
    (known, came): (&R, &R),
    merge: &mut Merge,
) {
    let (now, incoming) = (text.get(known), text.get(came));
    // What the person chose and the form prints otherwise, such as the name of a criterion.
    let stands_in = now.trim().is_empty() && text.field == Field::StandardText;
    // A heading in one cell over the whole table has its number in it.
    let said = |title: &str| match text.field {
        Field::Title => bare(title).trim_start_matches(|c: char| !c.is_alphabetic()).to_owned(),
        _ => bare(title),
    };
    if !incoming.trim().is_empty() && said(&incoming) != said(&now) && !stands_in {
        merge.text(plan, (id, text.field), None, &incoming);
    }
}

fn words_of<R: Record>(record: &R) -> String {
    let texts = R::TEXTS.iter().map(|text| plain(&text.get(record)));
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}
