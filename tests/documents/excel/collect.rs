//! The sheet that is sent round: for whom which cells are open, and what comes back of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use caitien::document::{CellValue, Sheet, Whom, collection_book};
use caitien::edit::{FreshIds, PlanEdit, apply};
use caitien::import::{Held, Merge, NotHome, Target, Workbook, collected, workbook};
use caitien::library::faces;
use caitien::ooxml::Archive;
use caitien::plan::{Dossier, Field, Id, MEMORY, Plan, RecordId, Status};

use crate::document::{form, sample};

/// The sample with its plan of the nine-column form alone.
fn dossier() -> Dossier {
    let mut dossier = sample();
    dossier.plans.remove(2);
    dossier.plans.remove(0);
    dossier
}

fn plan(dossier: &Dossier) -> &Arc<Plan> {
    &dossier.plans[0]
}

fn sheet_for(dossier: &Dossier, whom: &Whom) -> Sheet {
    let plan = plan(dossier);
    collection_book(dossier, plan, &form(&plan.form), whom).sheets.swap_remove(0)
}

fn bytes_for(dossier: &Dossier) -> Vec<u8> {
    let plan = plan(dossier);
    let book = collection_book(dossier, plan, &form(&plan.form), &Whom::Everyone);
    caitien::export::xlsx(&book, faces().unwrap()).unwrap()
}

fn sent(dossier: &Dossier) -> Workbook {
    workbook(&bytes_for(dossier)).unwrap()
}

/// The rows of the sheet that people fill in, below the row of keys.
struct Paper {
    workbook: Workbook,
    columns: BTreeMap<String, u32>,
    keys: u32,
}

impl Paper {
    fn of(dossier: &Dossier) -> Self {
        let workbook = sent(dossier);
        let rows = &workbook.sheets[0].rows;
        let is_keys = |row: &BTreeMap<u32, String>| row.values().any(|key| key == "caitien:id");
        let (keys, row) = rows.iter().find(|(_, row)| is_keys(row)).unwrap();
        let columns = row.iter().map(|(column, key)| (key.clone(), *column)).collect();
        Self { keys: *keys, columns, workbook }
    }

    fn row_of(&self, id: Id) -> u32 {
        let column = self.columns["caitien:id"];
        let is = |row: &BTreeMap<u32, String>| row.get(&column) == Some(&id.0.to_string());
        let rows = &self.workbook.sheets[0].rows;
        *rows.range(self.keys + 1..).find(|(_, row)| is(row)).unwrap().0
    }

    fn write(&mut self, row: u32, key: &str, text: &str) {
        let column = self.columns[key];
        let row = self.workbook.sheets[0].rows.entry(row).or_default();
        if text.is_empty() {
            row.remove(&column);
        } else {
            row.insert(column, text.to_owned());
        }
    }

    /// A row below all others.
    fn add(&mut self, texts: &[(&str, &str)]) {
        let last = *self.workbook.sheets[0].rows.keys().next_back().unwrap();
        for (key, text) in texts {
            self.write(last + 2, key, text);
        }
    }

    fn merge(&self, dossier: &Dossier) -> Merge {
        collected(&self.workbook).unwrap().merge(dossier).unwrap()
    }
}

fn first_item(dossier: &Dossier) -> Id {
    plan(dossier).items().next().unwrap().id
}

fn set(dossier: &Dossier, id: Id, field: Field, text: &str) -> Dossier {
    let change = PlanEdit::SetText { record: RecordId::Row(id), field, text: text.to_owned() };
    apply(dossier, &caitien::edit::Edit::InPlan { plan: plan(dossier).id, change }).unwrap()
}

fn take_all(dossier: &Dossier, merge: &Merge) -> Dossier {
    let mut fresh = FreshIds::from(dossier.next_id);
    let all = vec![true; merge.changes.len()];
    apply(dossier, &merge.edit(plan(dossier), &all, &mut fresh).unwrap()).unwrap()
}

#[test]
fn a_sheet_that_nobody_changed_changes_nothing() {
    let sample = sample();
    for plan in &sample.plans {
        let book = collection_book(&sample, plan, &form(&plan.form), &Whom::Everyone);
        let bytes = caitien::export::xlsx(&book, faces().unwrap()).unwrap();
        let back = collected(&workbook(&bytes).unwrap()).unwrap();
        assert_eq!(back.merge(&sample), Ok(Merge::of(plan.id)), "{}", plan.school_year);
    }
}

#[test]
fn what_was_filled_in_comes_back_to_its_cell() {
    let dossier = dossier();
    let id = first_item(&dossier);
    let mut paper = Paper::of(&dossier);
    let row = paper.row_of(id);
    paper.write(row, "time", "Tháng 11/2025");
    paper.write(row, "note", "");
    paper.write(row, "status", "hoàn thành");
    let merge = paper.merge(&dossier);
    let targets: Vec<Target> = merge.changes.iter().map(|change| change.target).collect();
    let mut expect = vec![Target::Text(RecordId::Row(id), Field::Time)];
    if plan(&dossier).item(id).unwrap().status != Some(Status::Done) {
        expect.push(Target::Status(id));
    }
    assert_eq!(targets, expect);
    assert_eq!(merge.conflicts(), 0);
    let after = take_all(&dossier, &merge);
    assert_eq!(plan(&after).item(id).unwrap().time.typed, "Tháng 11/2025");
    assert_eq!(paper.merge(&after), Merge::of(plan(&after).id), "twice is once");
}

#[test]
fn a_cell_that_the_plan_changed_meanwhile_is_a_conflict() {
    let dossier = dossier();
    let id = first_item(&dossier);
    let mut paper = Paper::of(&dossier);
    let row = paper.row_of(id);
    paper.write(row, "time", "Tháng 11/2025");
    let meanwhile = set(&dossier, id, Field::Time, "Tháng 12/2025");
    let merge = paper.merge(&meanwhile);
    assert_eq!((merge.changes.len(), merge.conflicts()), (1, 1));
    let change = &merge.changes[0];
    assert_eq!(change.now, Held::Text("Tháng 12/2025".into()));
    assert_eq!(change.incoming, Held::Text("Tháng 11/2025".into()));
    // What only the plan changed is no change of the sheet.
    let elsewhere = set(&dossier, id, Field::Budget, "9 triệu đồng");
    assert_eq!(paper.merge(&elsewhere).conflicts(), 0);
}

#[test]
fn a_new_row_becomes_an_item_once() {
    let dossier = dossier();
    let code = plan(&dossier).items().next().unwrap().criteria[0].clone();
    let catalogue = dossier.catalogue_of(plan(&dossier)).unwrap();
    let criterion = catalogue.criterion_text(&code).unwrap();
    let mut paper = Paper::of(&dossier);
    paper.add(&[("criterion_text", &criterion), ("actions", "Việc mới"), ("time", "Tháng 10")]);
    let merge = paper.merge(&dossier);
    assert!(
        matches!(merge.changes.as_slice(), [one] if one.target == Target::NewItem && !one.conflict)
    );
    let after = take_all(&dossier, &merge);
    let item = plan(&after).items().find(|item| item.actions == "Việc mới").unwrap();
    assert_eq!(item.criteria, [code]);
    assert_eq!(plan(&after).items().count(), plan(&dossier).items().count() + 1);
    assert_eq!(paper.merge(&after), Merge::of(plan(&after).id), "never a second time");
    // Somebody worked on it since: the difference is asked about, and no second row comes.
    let later = set(&after, item.id, Field::Time, "Tháng 12");
    let merge = paper.merge(&later);
    assert_eq!((merge.changes.len(), merge.conflicts()), (1, 1));
    assert_eq!(merge.changes[0].target, Target::Text(RecordId::Row(item.id), Field::Time));
}

#[test]
fn a_row_that_was_deleted_in_the_plan_is_asked_about_only_where_it_was_filled_in() {
    let dossier = dossier();
    let id = first_item(&dossier);
    let mut paper = Paper::of(&dossier);
    let list = caitien::edit::List::Rows;
    let change = PlanEdit::Remove { list, ids: vec![id] };
    let gone =
        apply(&dossier, &caitien::edit::Edit::InPlan { plan: plan(&dossier).id, change }).unwrap();
    assert_eq!(paper.merge(&gone).changes, []);
    let row = paper.row_of(id);
    paper.write(row, "time", "Tháng 11/2025");
    let merge = paper.merge(&gone);
    assert!(
        matches!(merge.changes.as_slice(), [one] if one.target == Target::NewItem && one.conflict)
    );
}

#[test]
fn rows_that_were_sorted_or_copied_find_home() {
    let dossier = dossier();
    let ids: Vec<Id> = plan(&dossier).items().map(|item| item.id).take(2).collect();
    let mut paper = Paper::of(&dossier);
    let (one, other) = (paper.row_of(ids[0]), paper.row_of(ids[1]));
    let rows = &mut paper.workbook.sheets[0].rows;
    let (first, second) = (rows.remove(&one).unwrap(), rows.remove(&other).unwrap());
    rows.insert(one, second);
    rows.insert(other, first.clone());
    let last = *rows.keys().next_back().unwrap();
    rows.insert(last + 1, first);
    assert_eq!(paper.merge(&dossier).changes, [], "sorted, and copied as it was");
    paper.write(last + 1, "actions", "Việc khác");
    let merge = paper.merge(&dossier);
    assert!(matches!(merge.changes.as_slice(), [one] if one.target == Target::NewItem));
}

#[test]
fn a_sheet_of_another_plan_is_refused() {
    let dossier = dossier();
    let back = collected(&sent(&dossier)).unwrap();
    let year = plan(&dossier).school_year;
    assert_eq!(back.merge(&Dossier::default()), Err(NotHome::NoSuchPlan(year)));
    let mut other = dossier.clone();
    let plan = Arc::make_mut(&mut other.plans[0]);
    for row in &mut plan.rows {
        if let caitien::plan::Row::Item(item) = row {
            let id = item.id;
            *item = Arc::new(caitien::plan::Item { id, ..caitien::plan::Item::default() });
        }
    }
    assert_eq!(back.merge(&other), Err(NotHome::AnotherPlan(year)));
}

#[test]
fn any_other_workbook_is_none_that_was_sent_round() {
    let dossier = dossier();
    let plan = plan(&dossier);
    let bytes = super::file_of(&dossier, plan);
    assert_eq!(collected(&workbook(&bytes).unwrap()), None);
}

#[test]
fn each_can_write_in_what_is_theirs() {
    let dossier = dossier();
    let open = |whom: &Whom| {
        let sheet = sheet_for(&dossier, whom);
        assert!(sheet.guarded);
        let of_item = |row: &&caitien::document::SheetRow| {
            matches!(row.cells.first().map(|cell| &cell.value), Some(CellValue::Number(_)))
        };
        let rows = sheet.rows.iter().filter(of_item);
        rows.filter(|row| row.cells.iter().any(|cell| cell.open)).count()
    };
    let all = plan(&dossier).items().count();
    assert_eq!(open(&Whom::Everyone), all);
    for group in &plan(&dossier).working_groups {
        let own = open(&Whom::Group(group.id));
        assert!(own > 0 && own < all, "{}: {own} of {all}", group.label);
    }
    let accountant = Whom::named("kế toán", &dossier, plan(&dossier)).unwrap();
    assert_eq!(accountant, Whom::Person("Kế toán".into()));
    let own = open(&accountant);
    assert!(own > 0 && own < all);
    assert_eq!(open(&Whom::Person("Nobody".into())), 0);
    assert_eq!(Whom::named("Nobody", &dossier, plan(&dossier)), None);
    let label = &plan(&dossier).working_groups[0].label;
    let id = plan(&dossier).working_groups[0].id;
    assert_eq!(Whom::named(&label.to_uppercase(), &dossier, plan(&dossier)), Some(Whom::Group(id)));
}

#[test]
fn numbers_of_rows_and_what_went_out_are_not_seen_and_the_rest_is_locked() {
    let dossier = dossier();
    let bytes = bytes_for(&dossier);
    let mut archive = Archive::open(&bytes).unwrap();
    let mut text = |name: &str| archive.text(name).unwrap().unwrap();
    let (book, sheet) = (text("xl/workbook.xml"), text("xl/worksheets/sheet1.xml"));
    assert!(book.contains(&format!("name=\"{MEMORY}\"")));
    assert_eq!(book.matches("state=\"veryHidden\"").count(), 2);
    assert!(sheet.contains("<sheetProtection") && sheet.contains("hidden=\"1\""));
    assert!(!sheet.contains("password"));
    assert_eq!(sheet.matches("<dataValidation ").count(), 3, "criteria, people, status");
    assert!(text("xl/styles.xml").contains("<protection locked=\"0\"/>"));
    assert_eq!(bytes, bytes_for(&dossier), "the same bytes");
}

#[test]
fn words_that_name_no_status_are_left_alone() {
    let dossier = dossier();
    let mut paper = Paper::of(&dossier);
    let row = paper.row_of(first_item(&dossier));
    paper.write(row, "status", "gần xong");
    assert_eq!(paper.merge(&dossier).changes, []);
}
