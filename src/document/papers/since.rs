//! What changed of a paper since it was given out: item by item, as it was and as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::words::paper_cited;
use crate::plan::fill::one_line;
use crate::plan::{Block, Dossier, Field, Form, Item, Part, Plan, Record, Shown, TableKind};
use crate::timeline::short_name;
use crate::year::frozen::issued;

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub what: String,
    /// As it was given out.
    pub before: String,
    /// As it is.
    pub after: String,
    /// A plan that was given out tells it already.
    pub amended: bool,
}

/// What was given out, and what changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// "Số 32/KH-THCSNH, ngày 10/9/2026", as it was given out; empty where the copy
    /// cannot be read.
    pub cited: String,
    /// What is printed and not as it was, in the order of the paper's table and parts.
    pub changes: Vec<Change>,
}

impl Since {
    /// Whether what was given out can be read.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !self.cited.is_empty()
    }

    /// How much of it no plan that was given out tells.
    #[must_use]
    pub fn open(&self) -> usize {
        self.changes.iter().filter(|change| !change.amended).count()
    }
}

/// What changed since a paper was given out; none where it was not.
#[must_use]
pub fn since_issued(dossier: &Dossier, plan: &Plan) -> Option<Since> {
    plan.issued_copy()?;
    let compared = || {
        let issued = issued(plan)?;
        let old = issued.plans.first()?;
        let changes = changes((&issued, old), (dossier, plan), issued.forms.first()?);
        Some(Since { cited: paper_cited(old), changes })
    };
    Some(compared().unwrap_or_default())
}

/// What changed from one plan to another, in the columns of this form.
pub(super) fn changes(
    (before, old): (&Dossier, &Plan),
    (after, new): (&Dossier, &Plan),
    form: &Form,
) -> Vec<Change> {
    let shown = form.columns_for(TableKind::Rows, &old.options.columns).into_iter();
    // What no column prints is no change.
    let shown = shown
        .filter(|column| !column.hidden && !matches!(column.field, Field::Tt | Field::Status))
        .map(|column| (column.field, column.title));
    let columns: Columns = shown.collect();
    let amending = Amending::of(after, new);
    let change = |what: String, before: String, after: String| {
        let amended = amending.lines.get(what.as_str()).is_some_and(|said| *said == after);
        Change { what, before, after, amended }
    };
    let names_of = |dossier: &Dossier, plan: &Plan| -> Vec<String> {
        plan.items().map(|item| short_name(dossier, plan, item)).collect()
    };
    let (old_names, new_names) = (names_of(before, old), names_of(after, new));
    let mut times: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (side, names) in [&old_names, &new_names].into_iter().enumerate() {
        for name in names {
            times.entry(name).or_default()[side] += 1;
        }
    }
    let is_one = |what: &str| times.get(what).is_none_or(|times| times.iter().all(|n| *n <= 1));
    let mut told_of: BTreeSet<&str> = BTreeSet::new();
    let mut all: Vec<Change> = Vec::new();
    for (what, was) in old_names.iter().zip(old.items()) {
        told_of.insert(what);
        let now = new.item(was.id).map(AsRef::as_ref);
        all.extend(amending.of_item((what, is_one(what)), Some(was), now, &columns));
    }
    for (what, item) in new_names.iter().zip(new.items()) {
        if !what.is_empty() && old.item(item.id).is_none() {
            told_of.insert(what);
            all.extend(amending.of_item((what, is_one(what)), None, Some(item), &columns));
        }
    }
    // What came by an amendment and went again.
    for what in amending.items.keys().filter(|what| !told_of.contains(**what)) {
        all.extend(amending.of_item((what, true), None, None, &columns));
    }
    for part in &new.parts {
        let was = old.parts.iter().find(|one| one.id == part.id);
        let (gone, come) = (words_of(was.map(AsRef::as_ref)), words_of(Some(part)));
        let what = name_of(part);
        all.extend(between(&gone, &come).map(|(gone, come)| change(what, gone, come)));
    }
    for part in old.parts.iter().filter(|one| new.parts.iter().all(|part| part.id != one.id)) {
        let gone = between(&words_of(Some(part)), &[]);
        all.extend(gone.map(|(gone, come)| change(name_of(part), gone, come)));
    }
    for (what, lines) in LISTS {
        let lines = between(&lines(old), &lines(new));
        all.extend(lines.map(|(gone, come)| change(what.to_owned(), gone, come)));
    }
    all
}

/// What an item becomes that is no longer there.
const GONE: &str = "Không thực hiện";
/// Of an item that was not there.
const NOT_YET: &str = "Chưa có";
/// Of a text that was empty.
const MISSING: &str = "chưa có";
/// Of a text that is empty now.
const EMPTIED: &str = "bỏ";
/// Before the heading of a part.
const PART: &str = "Phần ";

fn name_of(part: &Part) -> String {
    format!("{PART}{}", one_line(&part.heading))
}

/// Lines that stand on paper.
type Lines = fn(&Plan) -> Vec<String>;

/// What stands on paper beside table and parts.
const LISTS: [(&str, Lines); 4] = [
    ("Căn cứ và phần mở đầu", |plan| {
        plan.bases.iter().chain(&plan.opening).map(|one| one_line(&one.text())).collect()
    }),
    ("Vấn đề trọng tâm cần cải tiến", |plan| {
        let is_shown =
            |part: &Arc<Part>| part.shown == Shown::Yes && part.blocks.contains(&Block::Problems);
        let shown = plan.parts.iter().any(is_shown);
        let all = plan.problems.iter().filter(|_| shown);
        all.map(|one| {
            let texts = [
                &*one.standard_text,
                &one.criterion_text,
                &one.current_state,
                &one.weakness,
                &one.cause,
            ];
            let texts = texts.map(one_line);
            texts
                .iter()
                .filter(|text| !text.is_empty())
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join("; ")
        })
        .collect()
    }),
    ("Nhóm công tác", |plan| {
        let groups = plan.working_groups.iter().map(|group| {
            let members = group.members.iter().map(|member| member.name.as_str());
            let members = members.collect::<Vec<_>>().join(", ");
            one_line(&format!("{} {} {members}", group.label, group.task))
        });
        groups.collect()
    }),
    ("Tổ giám sát", |plan| {
        let all = plan.supervisors.iter();
        all.map(|one| one_line(&[&*one.title, &one.name, &one.position, &one.what].join(" ")))
            .collect()
    }),
];

/// The columns that are compared, with their titles.
type Columns = Vec<(Field, String)>;

/// What the plans tell that amend this one and were given out: it is in force instead of what was
/// given out first.
#[derive(Default)]
struct Amending<'a> {
    /// Of items, by their names.
    items: BTreeMap<&'a str, InForce<'a>>,
    /// Of all else, by what it is; the last one counts.
    lines: BTreeMap<&'a str, &'a str>,
    /// All of it: of what, and what it becomes.
    told: BTreeSet<(&'a str, &'a str)>,
}

/// An item as it was amended.
#[derive(Default)]
struct InForce<'a> {
    /// It is not carried out.
    gone: bool,
    /// The texts that are others, by the titles of their columns.
    texts: BTreeMap<&'a str, &'a str>,
}

impl<'a> Amending<'a> {
    fn of(dossier: &'a Dossier, plan: &Plan) -> Self {
        let all = dossier.amendments(plan.id).filter(|one| one.issued.is_some());
        let blocks = all.flat_map(|one| &one.parts).flat_map(|part| &part.blocks);
        let tables = blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let mut amending = Self::default();
        for row in tables.flat_map(|table| &table.rows) {
            let [_, what, _, after] = row.cells.as_slice() else { continue };
            amending.told.insert((what, after));
            if what.starts_with(PART) || LISTS.iter().any(|(list, _)| list == what) {
                amending.lines.insert(what, after);
                continue;
            }
            let item = amending.items.entry(what).or_default();
            if item.gone || after == GONE {
                *item = InForce { gone: after == GONE, ..InForce::default() };
            }
            let texts = after.lines().filter_map(|line| line.split_once(": "));
            let texts = texts.map(|(title, text)| (title, if text == EMPTIED { "" } else { text }));
            item.texts.extend(texts);
        }
        amending
    }

    /// What is not as it is in force: of an item that was given out, that there is now, or both. It
    /// is known by its name where no other has the same.
    fn of_item(
        &self,
        (what, is_one): (&str, bool),
        was: Option<&Item>,
        now: Option<&Item>,
        columns: &Columns,
    ) -> Option<Change> {
        let text = |item: Option<&Item>, field: Field| {
            one_line(item.and_then(|item| item.text(field)).unwrap_or_default())
        };
        let amended = self.items.get(what).filter(|_| is_one);
        if amended.is_none() && was == now {
            return None;
        }
        let in_force = |field: Field, title: &str| {
            let said = amended.and_then(|said| said.texts.get(title));
            said.map_or_else(|| text(was, field), |said| (*said).to_owned())
        };
        let old =
            || lines(columns.iter().map(|(field, title)| (&**title, in_force(*field, title))), "");
        let new = || lines(columns.iter().map(|(field, title)| (&**title, text(now, *field))), "");
        let change = |before: String, after: String, amended: bool| {
            let amended = amended || !is_one && self.told.contains(&(what, after.as_str()));
            Some(Change { what: what.to_owned(), before, after, amended })
        };
        let is_in_force = amended.map_or(was.is_some(), |said| !said.gone);
        match (is_in_force, now.is_some()) {
            (true, false) => change(old(), GONE.to_owned(), false),
            (false, true) => {
                let before = if amended.is_some() { GONE } else { NOT_YET };
                change(before.to_owned(), new(), false)
            }
            (false, false) => was.and_then(|_| change(old(), GONE.to_owned(), true)),
            (true, true) => {
                let other = |from: &dyn Fn(Field, &str) -> String| {
                    let differs = |(field, title): &&(Field, String)| {
                        from(*field, title) != text(now, *field)
                    };
                    let other: Vec<_> = columns.iter().filter(differs).collect();
                    let before = other.iter().map(|(field, title)| (&**title, from(*field, title)));
                    let after = other.iter().map(|(field, title)| (&**title, text(now, *field)));
                    let told = (lines(before, MISSING), lines(after, EMPTIED));
                    (!other.is_empty()).then_some(told)
                };
                if let Some((before, after)) = other(&in_force) {
                    return change(before, after, false);
                }
                if was.is_none() {
                    return change(NOT_YET.to_owned(), new(), true);
                }
                other(&|field, _| text(was, field))
                    .and_then(|(before, after)| change(before, after, true))
            }
        }
    }
}

/// The lines that went, and those that came; none where all are the same.
fn between(gone: &[String], come: &[String]) -> Option<(String, String)> {
    let only = |these: &[String], others: &[String]| {
        let others: BTreeSet<&String> = others.iter().collect();
        let only = these.iter().filter(|one| !others.contains(one));
        only.cloned().collect::<Vec<_>>().join("\n")
    };
    let (before, after) = (only(gone, come), only(come, gone));
    let is_any = !before.is_empty() || !after.is_empty();
    is_any.then_some((before, after))
}

/// Texts under their titles, one a line; `empty` is said of what is empty, and without it nothing.
fn lines<'t>(texts: impl Iterator<Item = (&'t str, String)>, empty: &str) -> String {
    let lines = texts.filter_map(|(title, text)| {
        let text = if text.is_empty() { empty } else { &text };
        (!text.is_empty()).then(|| format!("{title}: {text}"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn words_of(part: Option<&Part>) -> Vec<String> {
    let blocks = part.into_iter().flat_map(|part| &part.blocks);
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(one) if !one.is_blank() => lines.push(one.text()),
            Block::Table(table) => {
                lines.extend(table.rows.iter().map(|row| one_line(&row.cells.join("; "))));
            }
            _ => {}
        }
    }
    lines
}
