//! A sheet that was sent round and comes back: what it would change in its plan.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{WorkSheet, Workbook};
use crate::import::Merge;
use crate::plan::{
    Catalogue, Dossier, Field, ID_KEY, Id, Item, MEMORY, Plan, Record, RecordId, SchoolYear,
    Status, Texts,
};
use crate::understand::{criteria_in, status_in, status_words};

/// The row of keys stands among the first so many.
const HEADS: u32 = 40;

/// A sheet that was sent round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collected {
    /// The plan it is of.
    pub plan: Id,
    /// The school year of that plan.
    pub school_year: SchoolYear,
    /// The number that its dossier would have given next when it went out.
    next_id: Id,
    /// What each item held when it went out.
    before: HashMap<Id, BTreeMap<Field, String>>,
    /// What the rows hold now.
    rows: Vec<Filled>,
}

/// A row that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filled {
    /// The item it is; none: a new one.
    id: Option<Id>,
    texts: BTreeMap<Field, String>,
}

/// Why a sheet does not find home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotHome {
    /// The dossier has no such plan: the school year of the one it is of.
    NoSuchPlan(SchoolYear),
    /// The plan of this number is another one.
    AnotherPlan(SchoolYear),
}

/// The sheet that was sent round, where a workbook is one.
#[must_use]
pub fn collected(workbook: &Workbook) -> Option<Collected> {
    let memory = workbook.sheets.iter().find(|sheet| sheet.name == MEMORY)?;
    let mut rows = memory.rows.values();
    let head = rows.next().filter(|row| row.get(&0).is_some_and(|key| key == ID_KEY))?;
    let plan = number(head.get(&1)?)?;
    let school_year = SchoolYear::parse(head.get(&2)?)?;
    let next_id = number(head.get(&3)?)?;
    let fields = fields(rows.next()?);
    let mut before = HashMap::new();
    for row in rows {
        if let Some(id) = row.get(&0).and_then(|words| number(words)) {
            before.insert(id, texts(row, &fields));
        }
    }
    let rows = workbook.sheets.iter().filter(|sheet| sheet.name != MEMORY).find_map(filled)?;
    Some(Collected { plan, school_year, next_id, before, rows })
}

/// The rows below the row of keys.
fn filled(sheet: &WorkSheet) -> Option<Vec<Filled>> {
    let (keys, fields, id) = sheet.rows.range(..HEADS).find_map(|(at, row)| {
        let id = row.iter().find(|(_, key)| *key == ID_KEY)?.0;
        Some((*at, fields(row), *id))
    })?;
    let mut seen = HashSet::new();
    let mut rows = Vec::new();
    for row in sheet.rows.range(keys + 1..).map(|(_, row)| row) {
        let texts = texts(row, &fields);
        let known = match row.get(&id) {
            None => None,
            Some(words) => match number(words) {
                // The titles, or a band or a group.
                None => continue,
                // A row that was copied with its number is another one.
                Some(id) => seen.insert(id).then_some(id),
            },
        };
        let copied = || rows.iter().any(|other: &Filled| other.texts == texts);
        if known.is_some() || !texts.is_empty() && !copied() {
            rows.push(Filled { id: known, texts });
        }
    }
    Some(rows)
}

/// Which field each column holds.
fn fields(keys: &BTreeMap<u32, String>) -> BTreeMap<u32, Field> {
    let named = |key: &str| Field::ALL.iter().find(|field| field.name() == key).copied();
    keys.iter().filter_map(|(column, key)| Some((*column, named(key)?))).collect()
}

fn texts(row: &BTreeMap<u32, String>, fields: &BTreeMap<u32, Field>) -> BTreeMap<Field, String> {
    let is_asked = |field: Field| field == Field::Status || Item::text_field(field).is_some();
    fields
        .iter()
        .filter(|(_, field)| is_asked(**field))
        .filter_map(|(column, field)| Some((*field, row.get(column)?.clone().nfc())))
        .collect()
}

fn number(words: &str) -> Option<Id> {
    words.replace('.', "").trim().parse().ok().map(Id).filter(|id| !id.is_none())
}

impl Collected {
    /// What it would change in its plan.
    ///
    /// # Errors
    /// When the dossier does not have that plan.
    pub fn merge(&self, dossier: &Dossier) -> Result<Merge, NotHome> {
        let plan = dossier.plan(self.plan).ok_or(NotHome::NoSuchPlan(self.school_year))?;
        if plan.school_year != self.school_year || !self.is_of(plan) {
            return Err(NotHome::AnotherPlan(self.school_year));
        }
        let catalogue = dossier.catalogue_of(plan).map(AsRef::as_ref);
        let items: HashMap<Id, &Item> = plan.items().map(|item| (item.id, &**item)).collect();
        let mut merge = Merge::of(self.plan);
        let mut met = HashSet::new();
        for row in &self.rows {
            match row.id.map(|id| (id, items.get(&id))) {
                Some((id, Some(item))) => {
                    let nothing = BTreeMap::new();
                    let before = self.before.get(&id);
                    let columns = before.unwrap_or(&nothing).keys().chain(row.texts.keys());
                    let columns: HashSet<Field> = columns.copied().collect();
                    if is_untouched(item, &row.texts, &columns) {
                        continue;
                    }
                    merge_row(&mut merge, plan, id, &row.texts, before, &columns);
                }
                Some((id, None)) => {
                    // Somebody took it out of the plan; who filled it in may want it back.
                    if self.before.get(&id).is_some_and(|before| changed(&row.texts, before)) {
                        merge.new_item(item_of(&row.texts, catalogue), true);
                    }
                }
                None => {
                    let known = self.came_before(plan, &row.texts, &met);
                    if let Some(id) = known {
                        met.insert(id);
                        let columns = row.texts.keys().copied().collect();
                        merge_row(&mut merge, plan, id, &row.texts, None, &columns);
                    } else {
                        merge.new_item(item_of(&row.texts, catalogue), false);
                    }
                }
            }
        }
        Ok(merge)
    }

    /// Whether a plan is the one that went out: some item of it still is what it was, or there
    /// was none.
    fn is_of(&self, plan: &Plan) -> bool {
        let items: HashMap<Id, &Item> = plan.items().map(|item| (item.id, &**item)).collect();
        let alike = |(id, before): (&Id, &BTreeMap<Field, String>)| {
            let item = items.get(id)?;
            let agrees = |(field, text): (&Field, &String)| item.text(*field) == Some(text);
            Some(before.is_empty() || before.iter().any(agrees))
        };
        let mut known = self.before.iter().filter_map(alike).peekable();
        self.before.is_empty() || known.peek().is_none() || known.any(|alike| alike)
    }

    /// The item that a new row became when the sheet, or an earlier state of it, came in before.
    fn came_before(
        &self,
        plan: &Plan,
        texts: &BTreeMap<Field, String>,
        met: &HashSet<Id>,
    ) -> Option<Id> {
        let words: Vec<(&Field, &String)> =
            texts.iter().filter(|(field, _)| **field != Field::Status).collect();
        let alike = |item: &Item| {
            words.iter().filter(|(field, text)| item.text(**field) == Some(text.trim())).count()
        };
        // Its number was given after the sheet went out.
        plan.items()
            .filter(|item| item.id >= self.next_id && !met.contains(&item.id))
            .map(|item| (alike(item), item.id))
            .filter(|(alike, _)| *alike > 0 && alike * 2 >= words.len())
            .max_by_key(|(alike, id)| (*alike, std::cmp::Reverse(*id)))
            .map(|(_, id)| id)
    }
}

/// Whether a row says what its item says.
fn is_untouched(item: &Item, texts: &BTreeMap<Field, String>, columns: &HashSet<Field>) -> bool {
    columns.iter().all(|field| {
        let words = texts.get(field).map_or("", String::as_str);
        match field {
            Field::Status => item.status.map_or("", status_words) == words,
            field => item.text(*field) == Some(words),
        }
    })
}

fn changed(texts: &BTreeMap<Field, String>, before: &BTreeMap<Field, String>) -> bool {
    texts.iter().any(|(field, text)| {
        *field != Field::CriterionText
            && before.get(field).map(|one| one.trim()) != Some(text.trim())
    })
}

fn merge_row(
    merge: &mut Merge,
    plan: &Plan,
    id: Id,
    texts: &BTreeMap<Field, String>,
    before: Option<&BTreeMap<Field, String>>,
    columns: &HashSet<Field>,
) {
    let at = |of: &BTreeMap<Field, String>, field| of.get(&field).cloned().unwrap_or_default();
    for field in Item::TEXTS.iter().map(|one| one.field).filter(|field| columns.contains(field)) {
        // The criterion names the row: what it was is not kept, for nobody is asked to change it.
        let known = before.filter(|_| field != Field::CriterionText);
        if field == Field::CriterionText && before.is_some() {
            continue;
        }
        let held = known.map(|before| at(before, field));
        merge.text(plan, (RecordId::Row(id), field), held.as_deref(), &at(texts, field));
    }
    if columns.contains(&Field::Status) {
        let read = |of: &BTreeMap<Field, String>| status(of.get(&Field::Status));
        // Words that name no status are left alone.
        if let Ok(status) = read(texts) {
            merge.status(plan, id, before.and_then(|before| read(before).ok()), status);
        }
    }
}

/// Words that name no status.
struct NoStatus;

fn status(words: Option<&String>) -> Result<Option<Status>, NoStatus> {
    match words.map(|words| words.trim()) {
        None | Some("") => Ok(None),
        Some(words) => status_in(words).map(Some).ok_or(NoStatus),
    }
}

/// A new item of these texts.
fn item_of(texts: &BTreeMap<Field, String>, catalogue: Option<&Catalogue>) -> Item {
    let mut item = Item::default();
    for (field, text) in texts {
        if *field == Field::Status {
            item.status = status(Some(text)).ok().flatten();
        } else {
            item.write(*field, text.trim().to_owned());
        }
    }
    item.criteria = codes(&item.criterion_text, catalogue);
    item
}

/// The codes that a criterion cell names, of those the catalogue has.
fn codes(text: &str, catalogue: Option<&Catalogue>) -> Vec<String> {
    let Some(catalogue) = catalogue else { return criteria_in(text, false) };
    let all = catalogue.codes();
    // As it was chosen from the list.
    let chosen = all.iter().find(|code| catalogue.criterion_text(code).as_deref() == Some(text));
    if let Some(code) = chosen {
        return vec![code.clone()];
    }
    criteria_in(text, false).into_iter().filter(|code| all.contains(code)).collect()
}
