//! What of a plan answers what a self-evaluation found, and which levels the plan tells of.

use std::collections::BTreeMap;

use super::result::levels_of;
use crate::plan::{Catalogue, Evaluation, Id, Plan};
use crate::words::fold;

/// The weaknesses of a text: one a line.
pub fn weaknesses(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// How many codes of evidence a text names: "[H3-2.2-01]; [H3-2.2-02]" are two.
#[must_use]
pub fn evidence_count(text: &str) -> usize {
    let codes = text.split([';', ',', '\n']);
    codes.filter(|code| code.chars().any(char::is_alphanumeric)).count()
}

/// What a plan has of a weakness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The problem that says it.
    pub problem: Id,
    /// Which problem it is, from 0.
    pub nth: usize,
    /// The first item that answers the problem.
    pub item: Option<Id>,
}

/// Where each weakness stands among the problems of a plan; marks, capitals and spaces do not
/// tell two apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// Of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut by_problem: BTreeMap<Id, Id> = BTreeMap::new();
        for item in plan.items() {
            if let Some(problem) = item.problem {
                by_problem.entry(problem).or_insert(item.id);
            }
        }
        let mut answers = BTreeMap::new();
        for (nth, problem) in plan.problems.iter().enumerate() {
            let item = by_problem.get(&problem.id).copied();
            for weakness in weaknesses(&problem.weakness) {
                let new = Answer { problem: problem.id, nth, item };
                let known = answers.entry(key(weakness)).or_insert(new);
                // Of two that say the same the one that is answered counts.
                if known.item.is_none() && item.is_some() {
                    *known = new;
                }
            }
        }
        Self(answers)
    }

    /// What the plan has of this weakness.
    #[must_use]
    pub fn to(&self, weakness: &str) -> Option<Answer> {
        self.0.get(&key(weakness)).copied()
    }
}

fn key(weakness: &str) -> String {
    let folded = fold(weakness);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ';', ',']).trim_end().to_owned()
}

/// How many items of a plan work on each criterion.
#[must_use]
pub fn items_by_criterion(plan: &Plan) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for code in plan.items().flat_map(|item| item.codes()) {
        *counts.entry(code).or_default() += 1;
    }
    counts
}

/// The levels at which the plan's target cells say that criteria stand ("so với mức 2 hiện
/// tại"), of those that were not evaluated, in the catalogue's order. Where two cells
/// contradict each other nothing is proposed.
#[must_use]
pub fn proposals(
    plan: &Plan,
    catalogue: &Catalogue,
    evaluation: Option<&Evaluation>,
) -> Vec<(String, u8)> {
    let mut said: BTreeMap<String, Option<u8>> = BTreeMap::new();
    for item in plan.items() {
        let Some(now) = item.levels().now else { continue };
        for code in item.codes() {
            let known = said.entry(code).or_insert(Some(now));
            *known = known.filter(|known| *known == now);
        }
    }
    let open = |code: &String| evaluation.is_none_or(|of| of.level(code).is_none());
    let codes = catalogue.codes().into_iter().filter(open);
    let proposed = codes.filter_map(|code| Some((said.get(&code).copied().flatten()?, code)));
    let can_be = |(level, code): &(u8, String)| levels_of(catalogue, code).contains(level);
    proposed.filter(can_be).map(|(level, code)| (code, level)).collect()
}
