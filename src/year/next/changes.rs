//! Years, names and figures in the words of a plan that may be others in the next year's.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::times::both_later;
use crate::edit::Rewrite;
use crate::plan::{Field, Plan, RecordId, SchoolYear, TextOf, each_text_of};
use crate::understand::{Aside, NamedYear, is_leap_day, names_report, names_result, years_named};
use crate::words::order;

/// What stands in several places of a plan and would be written anew in all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// As it stands: "2026 - 2027", "2026", "Phan Mai Hương", "45%".
    pub from: String,
    /// What takes its place.
    pub to: String,
    /// Where it stands, in the order of the plan; never empty.
    pub places: Vec<Place>,
    /// Whether it is written anew.
    pub take: bool,
}

/// What may be another in the next year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A school year.
    SchoolYear,
    /// The year of a day, a month or a quarter.
    Date,
    /// A calendar year by itself.
    Year,
    /// A figure of a target or an indicator.
    Figure,
    /// The name of one who leads, signs or supervises.
    Person,
}

/// One place of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which text.
    pub of: TextOf,
    /// Where in it, bytes.
    pub at: Range<usize>,
    /// As it stands there: the dash of a school year may be another.
    pub words: String,
    /// It is said of a report or a result that may not be there yet: to be looked at.
    pub look: bool,
    /// Whether it is written anew, where the change is.
    pub take: bool,
}

/// A year that stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAside {
    /// In which text.
    pub of: TextOf,
    /// Where in it, bytes.
    pub at: Range<usize>,
    /// Why.
    pub why: Aside,
}

impl Change {
    /// What is to be written at each of its places.
    pub(super) fn rewrites(&self) -> impl Iterator<Item = Rewrite> + '_ {
        self.places.iter().filter(|place| place.take).map(move |place| Rewrite {
            of: place.of,
            at: place.at.clone(),
            with: self.with(place),
        })
    }

    /// What is to be written at one of its places: the dash of a school year stays the one that
    /// stands there.
    #[must_use]
    pub fn with(&self, place: &Place) -> String {
        match (SchoolYear::parse(&self.from), SchoolYear::parse(&self.to)) {
            (Some(from), Some(to)) if self.kind == ChangeKind::SchoolYear => {
                both_later(&place.words, to.first() - from.first())
            }
            _ => self.to.clone(),
        }
    }
}

/// Texts of their own in the offer, or that no copy takes along.
fn is_left_out(of: TextOf) -> bool {
    match of {
        TextOf::Field(RecordId::Plan, Field::Number | Field::Symbol | Field::Label)
        | TextOf::Field(RecordId::Entry(_) | RecordId::Letterhead, _)
        | TextOf::Number(_) => true,
        TextOf::Field(_, field) => matches!(
            field,
            Field::Time
                | Field::Result
                | Field::Adjustment
                | Field::Proof
                | Field::Reason
                | Field::Spent
        ),
        TextOf::Base(_) | TextOf::Opening(_) | TextOf::Block(..) | TextOf::Cell(..) => false,
    }
}

/// All that may be others in the plan of another year, and the years that stay.
pub(super) fn changes(plan: &Plan, year: SchoolYear) -> (Vec<Change>, Vec<KeptAside>) {
    let mut gathered = Gathered::of(plan, year.first() - plan.school_year.first());
    each_text_of(plan, &mut |of, text| {
        if !is_left_out(of) {
            gathered.fields.clear();
            if let Some(paragraph) = plan.paragraph_of(of) {
                gathered.fields.extend(paragraph.field_places().into_iter().map(|(_, at)| at));
            }
            gathered.text(of, text);
        }
    });
    let mut changes: Vec<Change> = gathered.changes.into_values().collect();
    // The latest school year first: that of the plan itself.
    order::by(&mut changes, |a, b| a.kind.cmp(&b.kind).then_with(|| b.from.cmp(&a.from)));
    (changes, gathered.kept)
}

struct Gathered<'a> {
    plan: &'a Plan,
    later: i16,
    people: BTreeSet<&'a str>,
    changes: BTreeMap<(ChangeKind, String), Change>,
    kept: Vec<KeptAside>,
    /// Where the fields of the text that is read stand: they follow their plan by themselves.
    fields: Vec<Range<usize>>,
}

impl<'a> Gathered<'a> {
    fn of(plan: &'a Plan, later: i16) -> Self {
        let leaders = plan.letterhead.leaders.iter().map(|one| one.name.trim());
        let signers = plan.signatures.iter().map(|one| one.name.trim());
        let supervisors = plan.supervisors.iter().map(|one| one.name.trim());
        // A name of one word may be any word.
        let is_name = |name: &&str| name.split_whitespace().count() > 1;
        let people = leaders.chain(signers).chain(supervisors).filter(is_name).collect();
        Self { plan, later, people, changes: BTreeMap::new(), kept: Vec::new(), fields: Vec::new() }
    }

    fn text(&mut self, of: TextOf, text: &str) {
        self.years(of, text);
        let mut names: Vec<&str> = self.people.iter().copied().collect();
        // What is part of a longer name is not the other person's.
        names.sort_by_key(|name| Reverse(name.len()));
        let mut known: Vec<Range<usize>> = Vec::new();
        for name in names {
            for (at, _) in text.match_indices(name) {
                let whole = at..at + name.len();
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let inside = letter(text[..whole.start].chars().next_back())
                    || letter(text[whole.end..].chars().next())
                    || known.iter().any(|one| one.start <= at && at < one.end);
                if inside {
                    continue;
                }
                known.push(whole.clone());
                let place = Place { of, at: whole, words: name.into(), look: false, take: true };
                self.add(ChangeKind::Person, name.to_owned(), name.to_owned(), false, place);
            }
        }
        if matches!(of, TextOf::Field(RecordId::Row(_), Field::Target | Field::Indicator)) {
            for at in percents(text) {
                let words = text[at.clone()].to_owned();
                let place = Place { of, at, words: words.clone(), look: false, take: true };
                self.add(ChangeKind::Figure, words.clone(), words, false, place);
            }
        }
    }

    fn years(&mut self, of: TextOf, text: &str) {
        let own = self.plan.school_year;
        let later = |year: i16| year + self.later;
        let mut found = Vec::new();
        let mut cited = None;
        for named in years_named(text) {
            if self.is_in_field(&named.at) {
                continue;
            }
            let past_figure = named.told && named.year == NamedYear::School(own.first() - 1);
            let aside = named.aside.or(past_figure.then_some(Aside::Baseline));
            if let Some(why) = aside {
                if why == Aside::Cited {
                    cited = Some(named.at.end);
                }
                self.kept.push(KeptAside { of, at: named.at, why });
                continue;
            }
            let (kind, first, near) = match named.year {
                NamedYear::School(first) => {
                    (ChangeKind::SchoolYear, first, (first - own.first()).abs() <= 1)
                }
                NamedYear::OfDate(year) => {
                    (ChangeKind::Date, year, [own.first(), own.second()].contains(&year))
                }
                NamedYear::Alone(year) => {
                    (ChangeKind::Year, year, [own.first(), own.second()].contains(&year))
                }
            };
            if !near {
                continue;
            }
            let name = |year: i16| match kind {
                ChangeKind::SchoolYear => format!("{year} - {}", year + 1),
                _ => year.to_string(),
            };
            let words = text[named.at.clone()].to_owned();
            // What was true of the last year may be reported on in this one: is it there yet? So
            // may a text on this year, whose number and day stay; and 29/02 is not in every year.
            let of_cited = cited.is_some_and(|end| {
                text.get(end..named.at.start).is_some_and(|between| !between.contains([';', '\n']))
            });
            let told = first < own.first() && (names_report(text) || names_result(text));
            let look = match kind {
                ChangeKind::SchoolYear => told || of_cited,
                _ => is_leap_day(&text[..named.at.start]),
            };
            let place = Place { of, at: named.at, words, look, take: true };
            let take = kind != ChangeKind::Year;
            found.push((kind, name(first), name(later(first)), take, place));
        }
        for (kind, from, to, take, place) in found {
            self.add(kind, from, to, take, place);
        }
    }

    fn is_in_field(&self, at: &Range<usize>) -> bool {
        self.fields.iter().any(|field| field.start < at.end && at.start < field.end)
    }

    fn add(&mut self, kind: ChangeKind, from: String, to: String, take: bool, place: Place) {
        if self.is_in_field(&place.at) {
            return;
        }
        let change = self.changes.entry((kind, from.clone())).or_insert_with(|| Change {
            kind,
            from,
            to,
            places: Vec::new(),
            take,
        });
        change.places.push(place);
    }
}

/// "45%", "12,5%", "45 %"
fn percents(text: &str) -> Vec<Range<usize>> {
    let found = text.match_indices('%').filter_map(|(at, sign)| {
        let end = text[..at].trim_end_matches([' ', '\u{A0}']);
        let figure = end.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        (figure.len() < end.len()).then(|| figure.len()..at + sign.len())
    });
    found.collect()
}
