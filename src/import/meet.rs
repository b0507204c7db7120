//! A paper that was sent round without hidden numbers comes back: what of it is what in the plan,
//! by criterion and by words.

use std::collections::HashMap;

use super::draft::{Draft, Meaning};
use super::likeness::Words;
use super::meet_lists::meet_lists;
use super::meet_words::meet_words;
use super::merge::Merge;
use super::paragraphs::bare;
use crate::plan::{Field, Item, Letterhead, Plan, Record, RecordId, TableKind, stand_ins};

/// So many items are compared each with each, where nothing else tells them apart.
const MOST: usize = 400;
/// So many items tell whether a paper is a plan that was sent round.
const ENOUGH: usize = 40;
/// How like the words of two items must be, in thousandths.
const LIKE: usize = 500;

impl Draft {
    /// What the paper would change in a plan. What the paper leaves empty changes nothing.
    #[must_use]
    pub fn meet(&self, plan: &Plan) -> Merge {
        let mut merge = Merge::of(plan.id);
        self.meet_head(plan, &mut merge);
        self.meet_items(plan, &mut merge);
        meet_words(&self.plan, plan, &mut merge);
        meet_lists(&self.plan, plan, self.is_narrative(), &mut merge);
        merge
    }

    /// Whether the paper is this very plan, sent round: of its year, and half of the items that
    /// were looked at are among its own.
    #[must_use]
    pub fn is_of(&self, plan: &Plan) -> bool {
        let mine: Vec<Words> = plan.items().map(|item| words_of(item)).collect();
        let came: Vec<Words> = self.plan.items().take(ENOUGH).map(|item| words_of(item)).collect();
        let is_known = |one: &&Words| mine.iter().any(|own| own.likeness(one) >= LIKE);
        let known = came.iter().filter(is_known).count();
        self.plan.school_year == plan.school_year && known > 0 && known * 2 >= came.len()
    }

    pub(super) fn meet_head(&self, plan: &Plan, merge: &mut Merge) {
        let texts = Plan::TEXTS.iter().map(|one| (one.field, one.get(&self.plan)));
        for (field, text) in texts.filter(|(field, _)| *field != Field::Label) {
            if !text.trim().is_empty() && !is_same(field, &text, plan) {
                merge.text(plan, (RecordId::Plan, field), None, &text);
            }
        }
        for one in Letterhead::TEXTS {
            let text = one.get(&self.plan.letterhead);
            let same = bare(&text) == bare(&one.get(&plan.letterhead));
            if !text.trim().is_empty() && !same {
                merge.text(plan, (RecordId::Letterhead, one.field), None, &text);
            }
        }
    }

    fn is_narrative(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.narrative)
    }

    /// The weakness of an item, where the paper tells it with the item.
    fn meet_weakness(&self, plan: &Plan, (item, known): (&Item, &Item), merge: &mut Merge) {
        let of = |plan: &Plan, item: &Item| item.problem.and_then(|id| plan.problem(id).cloned());
        if let Some(came) = of(&self.plan, item).filter(|_| self.is_narrative())
            && let Some(now) = of(plan, known)
            && !came.weakness.trim().is_empty()
        {
            let at = (RecordId::Problem(now.id), Field::Weakness);
            merge.text(plan, at, None, &came.weakness);
        }
    }

    /// The fields of an item that the paper has columns for.
    fn fields(&self) -> Vec<Field> {
        let columns = self.columns.iter().filter(|column| column.table == TableKind::Rows);
        let mut fields: Vec<Field> = columns
            .filter_map(|column| match column.meaning {
                Meaning::Field(field) => Some(field),
                Meaning::Number | Meaning::Paragraphs => None,
            })
            .collect();
        if fields.is_empty()
            && let Some(form) = &self.form
        {
            fields = form.rows.iter().filter(|one| !one.hidden).map(|one| one.field).collect();
        }
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    fn meet_items(&self, plan: &Plan, merge: &mut Merge) {
        let fields = self.fields();
        let mine: Vec<&Item> = plan.items().map(AsRef::as_ref).collect();
        let came: Vec<&Item> = self.plan.items().map(AsRef::as_ref).collect();
        for (item, known) in came.iter().zip(pairs(&came, &mine)) {
            let Some(known) = known.map(|at| mine[at]) else {
                merge.new_item(Item { problem: None, ..(*item).clone() }, false);
                continue;
            };
            self.meet_weakness(plan, (item, known), merge);
            for field in fields.iter().copied() {
                let Some(text) = item.text(field).filter(|text| !text.trim().is_empty()) else {
                    continue;
                };
                // What stands in for an empty field on paper is no change of it.
                let stands_in = stand_ins(field).iter().any(|other| {
                    known.text(*other).is_some_and(|other| {
                        text.contains(other.trim()) && !other.trim().is_empty()
                    })
                });
                let empty = known.text(field).is_none_or(|now| now.trim().is_empty());
                if !(empty && stands_in) {
                    merge.text(plan, (RecordId::Row(known.id), field), None, text);
                }
            }
        }
    }
}

fn flat(text: &str) -> String {
    crate::understand::title_words(text)
}

/// Number and recipients are the same where only a 0, a dash or a stop differs.
fn is_same(field: Field, text: &str, plan: &Plan) -> bool {
    let now = plan.read(field).unwrap_or_default();
    let number = |text: &str| bare(text).trim_start_matches('0').to_owned();
    number(text) == number(&now)
}

/// For each item that came the one of the plan that it is, by its index.
fn pairs(came: &[&Item], mine: &[&Item]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; came.len()];
    let mut taken = vec![false; mine.len()];
    let mut by_code: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, item) in mine.iter().enumerate() {
        by_code.entry(key(item)).or_default().push(at);
    }
    let words: Vec<Words> = mine.iter().map(|item| words_of(item)).collect();
    let incoming: Vec<Words> = came.iter().map(|item| words_of(item)).collect();
    let best_of = |at: usize, of: &[usize], least: usize, taken: &mut Vec<bool>| {
        let free = of.iter().filter(|one| !taken[**one]);
        let best =
            free.max_by_key(|one| (incoming[at].likeness(&words[**one]), std::cmp::Reverse(**one)));
        let best = best.filter(|one| incoming[at].likeness(&words[**one]) >= least).copied();
        if let Some(best) = best {
            taken[best] = true;
        }
        best
    };
    // What says the very same first, so that nothing else takes its place.
    for least in [950, LIKE, 0] {
        for (at, item) in came.iter().enumerate() {
            if found[at].is_none()
                && let Some(of) = by_code.get(&key(item))
                && !key(item).is_empty()
            {
                found[at] = best_of(at, of, least, &mut taken);
            }
        }
    }
    let left = found.iter().filter(|one| one.is_none()).count();
    if left <= MOST && mine.len() <= MOST * 4 {
        let all: Vec<usize> = (0..mine.len()).collect();
        for (at, one) in found.iter_mut().enumerate().filter(|(_, one)| one.is_none()) {
            *one = best_of(at, &all, LIKE, &mut taken);
        }
    }
    found
}

/// What an item is about: its first code, else the words of its criterion or content.
fn key(item: &Item) -> String {
    item.first_code().unwrap_or_else(|| {
        let about =
            if item.content.trim().is_empty() { &item.criterion_text } else { &item.content };
        flat(about)
    })
}

fn words_of(item: &Item) -> Words {
    Words::of(
        &[&item.criterion_text, &item.content, &item.target, &item.actions]
            .map(String::as_str)
            .join(" "),
    )
}
