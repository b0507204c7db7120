//! What changed of a paper since it was given out: item by item, as it was and as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::words::paper_cited;
use crate::plan::fill::one_line;
use crate::plan::{Block, Dossier, Field, Form, Item, Paper, Part, Plan, Record, Shown, TableKind};
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
    let columns: Vec<_> = form
        .columns_for(TableKind::Rows, &old.options.columns)
        .into_iter()
        .filter(|column| !matches!(column.field, Field::Tt | Field::Status))
        .collect();
    let hidden: Vec<Field> =
        columns.iter().filter(|column| column.hidden).map(|column| column.field).collect();
    let columns: Vec<(Field, String)> =
        columns.into_iter().map(|column| (column.field, column.title)).collect();
    let amending = amending(after, new);
    let change = |what: String, before: String, after: String| {
        let amended = amending.get(what.as_str()).is_some_and(|said| *said == after);
        Change { what, before, after, amended }
    };
    let mut all: Vec<Change> = Vec::new();
    for item in old.items() {
        let what = short_name(before, old, item);
        match new.item(item.id) {
            None => all.push(change(what, told(item, &columns, ""), GONE.to_owned())),
            Some(now) if now == item => {}
            Some(now) => {
                // What no column prints is no change.
                let is_other = |(field, _): &&(Field, String)| {
                    !hidden.contains(field) && item.text(*field) != now.text(*field)
                };
                let other: Vec<_> = columns.iter().filter(is_other).cloned().collect();
                if !other.is_empty() {
                    all.push(change(what, told(item, &other, "chưa có"), told(now, &other, "bỏ")));
                }
            }
        }
    }
    for item in new.items().filter(|item| old.item(item.id).is_none()) {
        let what = short_name(after, new, item);
        if !what.is_empty() {
            all.push(change(what, "Chưa có".to_owned(), told(item, &columns, "")));
        }
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
    // What was amended and is as it was given out again is another change.
    for (what, said) in amending {
        let is_item = !what.starts_with(PART) && LISTS.iter().all(|(list, _)| *list != what);
        if is_item && all.iter().all(|change| change.what != what) {
            let named = |item: &&Arc<Item>| short_name(after, new, item) == what;
            let now = new.items().find(named).map(|item| {
                let of = |(_, title): &&(Field, String)| {
                    said.lines().any(|line| line.starts_with(&format!("{title}: ")))
                };
                let told_of: Vec<_> = columns.iter().filter(of).cloned().collect();
                if told_of.is_empty() {
                    told(item, &columns, "")
                } else {
                    told(item, &told_of, "bỏ")
                }
            });
            let now = now.unwrap_or_else(|| GONE.to_owned());
            if now != said {
                let (what, before) = (what.to_owned(), said.to_owned());
                all.push(Change { what, before, after: now, amended: false });
            }
        }
    }
    all
}

/// What an item becomes that is no longer there.
const GONE: &str = "Không thực hiện";
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

/// What the plans tell that amend this one and were given out, by what it is; the last one counts.
fn amending<'a>(dossier: &'a Dossier, plan: &Plan) -> BTreeMap<&'a str, &'a str> {
    let all = dossier.plans.iter().filter(|one| {
        one.paper == Paper::Supplement && one.amends == Some(plan.id) && one.issued.is_some()
    });
    let blocks = all.flat_map(|one| &one.parts).flat_map(|part| &part.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|table| &table.rows);
    rows.filter_map(|row| match row.cells.as_slice() {
        [_, what, _, after] => Some((what.as_str(), after.as_str())),
        _ => None,
    })
    .collect()
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

/// The fields of an item under their titles, one a line; `empty` is said of what is empty, and
/// without it nothing.
fn told(item: &Item, columns: &[(Field, String)], empty: &str) -> String {
    let lines = columns.iter().filter_map(|(field, title)| {
        let text = one_line(item.text(*field).unwrap_or_default());
        let text = if text.is_empty() { empty.to_owned() } else { text };
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
