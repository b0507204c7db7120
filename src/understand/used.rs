//! What a dossier says in a field already, proposed while a person types there.

use std::collections::HashMap;

use crate::plan::{Dossier, Field, Record as _};
use crate::words::{fold, order};

use super::understand_people;

/// A longer text is a sentence of its own and is not proposed.
const LONGEST: usize = 120;
/// So many letters are typed before anything is proposed.
const LEAST: usize = 2;

/// The texts of one field, all years of the dossier together.
#[derive(Clone, Debug, Default)]
pub struct Used {
    texts: Vec<Text>,
    /// One text of several is typed at a time: what stands before it stays.
    several: bool,
}

#[derive(Clone, Debug)]
struct Text {
    words: String,
    folded: String,
    count: usize,
}

impl Text {
    /// How well it goes on with what is typed, the best first: in whole words before a part of one,
    /// with its marks before without them, at the beginning before further on; none: not at all.
    fn rank(&self, lower: &str, folded: &str) -> Option<u8> {
        let begins = |text: &str, with: &str| {
            let rest = text.strip_prefix(with)?;
            Some(!rest.starts_with(char::is_alphanumeric))
        };
        let marked = begins(&self.words.to_lowercase(), lower);
        let plain = begins(&self.folded, folded);
        Some(match (marked, plain) {
            (Some(true), _) => 0,
            (_, Some(true)) => 1,
            (Some(false), _) => 2,
            (_, Some(false)) => 3,
            (None, None) => {
                // Words inside that only look so without their marks are others: "tổ", "toán".
                let (within, with) = if lower == folded {
                    (self.folded.clone(), folded)
                } else {
                    (self.words.to_lowercase(), lower)
                };
                within.match_indices(with).find(|(at, _)| {
                    let before = within[..*at].chars().next_back();
                    before.is_some_and(|c| !c.is_alphanumeric())
                })?;
                4
            }
        })
    }
}

/// A text that what is typed may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// It.
    pub words: String,
    /// All that stands in the field once it is taken.
    pub whole: String,
    /// How often the dossier says it.
    pub count: usize,
}

impl Used {
    /// What the items of a dossier say in a field; of those who do the work each by themselves,
    /// with what the school's abbreviations stand for.
    #[must_use]
    pub fn in_field(dossier: &Dossier, field: Field) -> Self {
        let several = field == Field::Responsible;
        let mut counts: HashMap<String, (String, usize)> = HashMap::new();
        let mut count = |text: &str| {
            let text = text.trim();
            if !text.is_empty() && text.chars().count() <= LONGEST {
                // One that begins with a small letter stood behind another one.
                let (words, count) = counts.entry(text.to_lowercase()).or_default();
                if words.is_empty() || text.starts_with(char::is_uppercase) {
                    text.clone_into(words);
                }
                *count += 1;
            }
        };
        for item in dossier.plans.iter().flat_map(|plan| plan.items()) {
            let Some(text) = item.text(field) else { continue };
            if several {
                understand_people(text).all().for_each(&mut count);
            } else {
                count(text);
            }
        }
        if several {
            for one in &dossier.abbreviations {
                let long = one.long.trim();
                let known = counts.entry(long.to_lowercase()).or_default();
                if known.0.is_empty() {
                    long.clone_into(&mut known.0);
                }
            }
        }
        let texts = counts.into_values().filter(|(words, _)| !words.is_empty());
        let mut texts: Vec<Text> =
            texts.map(|(words, count)| Text { folded: fold(&words), words, count }).collect();
        order::by(&mut texts, |a, b| b.count.cmp(&a.count).then_with(|| a.words.cmp(&b.words)));
        Self { texts, several }
    }

    /// What may be meant by what is typed, without marks too: what begins so first, then what is
    /// said most; at most so many.
    #[must_use]
    pub fn proposals(&self, typed: &str, most: usize) -> Vec<Proposal> {
        let before = typed.rfind([';', ',', '\n', ':']).filter(|_| self.several);
        let from = before.map_or(0, |at| at + 1);
        let begun = typed[from..].trim_start();
        let kept = &typed[..typed.len() - begun.len()];
        let begun = begun.trim_end();
        if begun.chars().count() < LEAST || begun.chars().count() > LONGEST {
            return Vec::new();
        }
        let (lower, folded) = (begun.to_lowercase(), fold(begun));
        let others = self.texts.iter().filter(|text| text.words != begun);
        let ranked = others.filter_map(|text| Some((text.rank(&lower, &folded)?, text)));
        let mut ranked: Vec<(u8, &Text)> = ranked.collect();
        // What is said most stands first already.
        order::by_key(&mut ranked, |(rank, _)| *rank);
        ranked
            .into_iter()
            .take(most)
            .map(|(_, text)| text)
            .map(|text| Proposal {
                words: text.words.clone(),
                whole: format!("{kept}{}", text.words),
                count: text.count,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::plan::{Abbreviation, Item, Plan, Row, SchoolYear, Typed};

    fn dossier() -> Dossier {
        let row = |(people, time): (&str, &str)| {
            let (responsible, time) = (Typed::new(people), Typed::new(time));
            Row::Item(Arc::new(Item { responsible, time, ..Item::default() }))
        };
        let rows = [
            ("Các tổ chuyên môn, Kế toán", "Tháng 9/2026"),
            ("Phó Hiệu trưởng; các tổ chuyên môn", "Tháng 10/2026"),
            ("Các tổ chuyên môn", "Tháng 10/2026"),
            ("Các tổ trưởng", "Cả năm học"),
        ];
        let plan =
            Plan { rows: rows.map(row).into(), ..Plan::empty(SchoolYear::starting(2026).unwrap()) };
        let (short, long) = ("GVCN".to_owned(), "Giáo viên chủ nhiệm".to_owned());
        let abbreviations = vec![Abbreviation { short, long }];
        Dossier { plans: vec![Arc::new(plan)], abbreviations, ..Dossier::default() }
    }

    #[track_caller]
    fn check(field: Field, typed: &str, expect: &[&str]) {
        let proposals = Used::in_field(&dossier(), field).proposals(typed, 5);
        assert_eq!(proposals.iter().map(|one| one.whole.as_str()).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn what_is_said_most_is_proposed_first_and_found_without_marks() {
        check(Field::Time, "thang", &["Tháng 10/2026", "Tháng 9/2026"]);
        check(Field::Time, "nam hoc", &["Cả năm học"]);
        check(Field::Time, "Cả năm học", &[]);
        check(Field::Time, "t", &[]);
        // A word inside, and never the middle of one: "toán".
        check(Field::Responsible, "tổ", &["Các tổ chuyên môn", "Các tổ trưởng"]);
    }

    #[test]
    fn of_people_the_one_that_is_being_typed_is_proposed() {
        check(Field::Responsible, "Kế toán; phó", &["Kế toán; Phó Hiệu trưởng"]);
        check(Field::Responsible, "Kế toán, giao vien", &["Kế toán, Giáo viên chủ nhiệm"]);
        check(Field::Responsible, "Kế toán; ", &[]);
    }
}
