//! What a self-evaluation comes to by the rules of its catalogue: the level of the school, and
//! what it lacks to the next one.
//!
//! Invariant: what was not evaluated is never taken for failed. The level is given as a span,
//! from what is sure to what is still possible; only where both are one is it told.

use std::collections::BTreeMap;

use crate::plan::{Catalogue, Criterion, Plan};

/// So many of the criteria that are not mandatory have to be at a level (57/2026/TT-BGDĐT).
const REST_NEEDED: usize = 5;

/// The level of the criteria beside those of the standards, and the one they lead to.
const FOUR: u8 = 4;

/// Which rule makes a level of the school of the levels of its criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// All criteria are at the level; above the highest stand the level-4 criteria (2018).
    All,
    /// All mandatory criteria are at the level, and some of the rest (2026).
    Mandatory,
}

impl Rule {
    /// The rule of a catalogue: the one that has mandatory criteria counts them.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let criteria = catalogue.standards.iter().flat_map(|standard| &standard.criteria);
        if criteria.into_iter().any(|criterion| criterion.mandatory) {
            Self::Mandatory
        } else {
            Self::All
        }
    }

    /// Whether strengths and weaknesses are told by standard, and not by criterion, as the
    /// report of the self-evaluation has them.
    #[must_use]
    pub fn tells_by_standard(self) -> bool {
        self == Self::Mandatory
    }

    /// The degree of the national standard that goes with a level of the school, beside its
    /// other conditions.
    #[must_use]
    pub fn degree(self, level: u8) -> Option<u8> {
        let degree = match self {
            Self::All => level.saturating_sub(1),
            Self::Mandatory => level,
        };
        (degree > 0).then_some(degree.min(2))
    }
}

/// What was found for one criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its level, 0: below the first; none: not evaluated.
    pub level: Option<u8>,
    /// The criterion has no higher level than this one.
    pub tops_out: bool,
}

impl Found {
    /// A level.
    #[must_use]
    pub fn at(level: u8) -> Self {
        Self { level: Some(level), tops_out: false }
    }
}

/// The levels that a criterion can be found at, 0 (below the first) among them: 0 and 4 of a
/// level-4 criterion. Empty for a code the catalogue lacks.
#[must_use]
pub fn levels_of(catalogue: &Catalogue, code: &str) -> Vec<u8> {
    if code.starts_with("M4.") {
        return if catalogue.name_of(code).is_some() { vec![0, FOUR] } else { Vec::new() };
    }
    let Some(criterion) = catalogue.criterion(code) else { return Vec::new() };
    (0..=top(catalogue)).filter(|level| !criterion.missing_levels.contains(level)).collect()
}

/// What a self-evaluation comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// By which rule.
    pub rule: Rule,
    /// The level that the school has reached whatever is found of the rest; 0: none.
    pub at_least: u8,
    /// The level it can still have reached once everything is evaluated.
    pub at_most: u8,
    /// How many criteria of the standards were evaluated.
    pub evaluated: Count,
    /// How many level-4 criteria were evaluated.
    pub level_four: Count,
    /// What stands between the school and the next level; none above the highest.
    pub next: Option<Next>,
}

impl Outcome {
    /// The level, where it can be told: no criterion that was not evaluated could change it. Where
    /// no level-4 criterion was evaluated the school did not go for that level.
    #[must_use]
    pub fn told(&self) -> Option<u8> {
        let not_aimed_at = self.level_four.of > 0 && self.level_four.there == 0;
        let most = if not_aimed_at { self.at_most.min(FOUR - 1) } else { self.at_most };
        (self.at_least >= most).then_some(self.at_least)
    }

    /// The degree of the national standard that goes with the sure level.
    #[must_use]
    pub fn degree(&self) -> Option<u8> {
        self.rule.degree(self.at_least)
    }

    /// The span of a school that was evaluated in several parts (cấp học), each by itself: the
    /// lowest counts. None of no part.
    #[must_use]
    pub fn lowest<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Option<(u8, u8)> {
        let spans = parts.into_iter().map(|part| (part.at_least, part.at_most));
        spans.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)))
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// So many are there.
    pub there: usize,
    /// So many have to be there.
    pub needed: usize,
    /// So many could be there.
    pub of: usize,
}

/// What stands between the school and a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The level.
    pub level: u8,
    /// The mandatory criteria at it; of none by the rule of 2018.
    pub mandatory: Count,
    /// The others at it: by the rule of 2018 all of them, or the level-4 criteria.
    pub rest: Count,
    /// The criteria that are not at it, in the catalogue's order.
    pub short: Vec<Short>,
}

/// A criterion that is not at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// Its code.
    pub code: String,
    /// Where it is; none: not evaluated.
    pub level: Option<u8>,
    /// Whether it is mandatory.
    pub mandatory: bool,
    /// Whether the school cannot reach the level while it stays as it is. One of the rest does
    /// not stand in the way where enough others are there.
    pub stops: bool,
}

/// What a self-evaluation comes to; `found` gives what was found for the criterion of a code.
#[must_use]
pub fn outcome(catalogue: &Catalogue, found: impl Fn(&str) -> Found) -> Outcome {
    let rule = Rule::of(catalogue);
    let criteria = catalogue.standards.iter().flat_map(|standard| &standard.criteria);
    let criteria: Vec<Seen<'_>> =
        criteria.map(|of| Seen { of, found: found(&of.code), rule }).collect();
    let has_four = catalogue.has_level_4 && rule == Rule::All;
    let four = catalogue.level_4.iter().filter(|_| has_four);
    let four = four.map(|of| format!("M4.{}", of.number));
    let four: Vec<(String, Found)> = four.map(|code| (code.clone(), found(&code))).collect();
    let level_four = counted(four.iter().map(|(_, found)| found));

    let case = Case { rule, top: top(catalogue), criteria, four };
    let at_least = case.level(false);
    let above = if case.four.is_empty() { case.top } else { FOUR };
    Outcome {
        rule,
        at_least,
        at_most: case.level(true),
        evaluated: counted(case.criteria.iter().map(|seen| &seen.found)),
        level_four,
        next: (at_least < above).then(|| case.next(at_least + 1)),
    }
}

/// What would be found for the criterion of a code if the plan reached every target: no target
/// lowers a level.
pub fn with_targets<'a>(
    found: impl Fn(&str) -> Found + 'a,
    targets: &'a BTreeMap<String, u8>,
) -> impl Fn(&str) -> Found + 'a {
    move |code| {
        let now = found(code);
        match targets.get(code) {
            Some(&target) if now.level.is_none_or(|level| level < target) => Found::at(target),
            _ => now,
        }
    }
}

/// The levels that a plan wants, set or said in its target cells, by criterion; the highest where
/// several items want one.
#[must_use]
pub fn targets(plan: &Plan) -> BTreeMap<String, u8> {
    let mut wanted: BTreeMap<String, u8> = BTreeMap::new();
    for item in plan.items() {
        let Some(level) = item.levels().target else { continue };
        for code in item.codes() {
            let known = wanted.entry(code).or_default();
            *known = level.max(*known);
        }
    }
    wanted
}

fn top(catalogue: &Catalogue) -> u8 {
    catalogue.levels.max(1)
}

fn counted<'a>(found: impl Iterator<Item = &'a Found>) -> Count {
    let (mut there, mut of) = (0, 0);
    for one in found {
        of += 1;
        there += usize::from(one.level.is_some());
    }
    Count { there, needed: of, of }
}

/// A criterion and what was found.
struct Seen<'a> {
    of: &'a Criterion,
    found: Found,
    rule: Rule,
}

impl Seen<'_> {
    /// Whether it counts as being at a level; `otherwise` where it was not evaluated.
    fn is_at(&self, level: u8, otherwise: bool) -> bool {
        let Some(now) = self.found.level else { return otherwise };
        let tops_out = self.rule == Rule::All && self.found.tops_out && now > 0;
        tops_out || now >= self.needed(level)
    }

    /// What it has to be at to count as being at a level: the highest it has up to there.
    fn needed(&self, level: u8) -> u8 {
        let has = |level: &u8| !self.of.missing_levels.contains(level);
        let below = (1..=level).rev().find(has);
        below.or_else(|| (level..=FOUR).find(has)).unwrap_or(level)
    }
}

/// All that a rule looks at.
struct Case<'a> {
    rule: Rule,
    top: u8,
    criteria: Vec<Seen<'a>>,
    four: Vec<(String, Found)>,
}

impl Case<'_> {
    /// The level of the school, if what was not evaluated had reached it, or had not.
    fn level(&self, otherwise: bool) -> u8 {
        if self.criteria.is_empty() {
            return if otherwise { self.top } else { 0 };
        }
        let reached = (1..=self.top).take_while(|level| self.reaches(*level, otherwise)).last();
        let reached = reached.unwrap_or(0);
        let four = || self.four.iter().all(|(_, found)| is_four(*found, otherwise));
        if reached == self.top && !self.four.is_empty() && four() { FOUR } else { reached }
    }

    fn reaches(&self, level: u8, otherwise: bool) -> bool {
        let at = |seen: &&Seen<'_>| seen.is_at(level, otherwise);
        match self.rule {
            Rule::All => self.criteria.iter().all(|seen| at(&seen)),
            Rule::Mandatory => {
                let (mandatory, rest): (Vec<_>, Vec<_>) =
                    self.criteria.iter().partition(|seen| seen.of.mandatory);
                mandatory.iter().all(at)
                    && rest.iter().filter(|seen| at(seen)).count() >= needed(rest.len())
                    && (level < 2 || rest.iter().all(|seen| seen.is_at(1, otherwise)))
            }
        }
    }

    fn next(&self, level: u8) -> Next {
        if level > self.top {
            let there = self.four.iter().filter(|(_, found)| is_four(*found, false)).count();
            let of = self.four.len();
            let short = self.four.iter().filter(|(_, found)| !is_four(*found, false));
            let short = short.map(|(code, found)| Short {
                code: code.clone(),
                level: found.level,
                mandatory: false,
                stops: true,
            });
            let rest = Count { there, needed: of, of };
            return Next { level, mandatory: Count::default(), rest, short: short.collect() };
        }
        let count = |mandatory: bool| {
            let some = self.criteria.iter().filter(|seen| seen.of.mandatory == mandatory);
            let (mut there, mut of) = (0, 0);
            for seen in some {
                of += 1;
                there += usize::from(seen.is_at(level, false));
            }
            let all = mandatory || self.rule == Rule::All;
            Count { there, needed: if all { of } else { needed(of) }, of }
        };
        let (mandatory, rest) = (count(true), count(false));
        let enough = rest.there >= rest.needed;
        let short = self.criteria.iter().filter(|seen| !seen.is_at(level, false));
        let short = short.map(|seen| Short {
            code: seen.of.code.clone(),
            level: seen.found.level,
            mandatory: seen.of.mandatory,
            stops: seen.of.mandatory || !enough || level > 1 && !seen.is_at(1, false),
        });
        Next { level, mandatory, rest, short: short.collect() }
    }
}

/// Any level of a level-4 criterion below that is none.
fn is_four(found: Found, otherwise: bool) -> bool {
    found.level.map_or(otherwise, |level| level >= FOUR)
}

fn needed(rest: usize) -> usize {
    rest.min(REST_NEEDED)
}
