//! The sheet that is sent round so that each fills in a part: "Phiếu thu thập".
//!
//! It finds home by itself: a row of keys names its columns, a column of numbers its rows, and a
//! sheet that nobody sees keeps what each cell held when it went out.

use std::collections::BTreeSet;

use super::plan::{ROWS, STATUS, author, cell_of, column, heading};
use super::{Book, CellValue, LONGEST, Sheet, SheetCell, SheetColumn, SheetRow, SheetRowKind};
use crate::document::letterhead;
use crate::plan::number::row_numbers;
use crate::plan::{
    Dossier, Field, Form, ID_KEY, Id, Item, MEMORY, Plan, PrintedColumn, Record, Row, Status,
    TableKind,
};
use crate::understand::{canonical_person, group_in, status_words};
use crate::words::{self, compare_people, fold, order};

/// So many rows are free for new work.
const ROOM: usize = 30;

const TITLE: &str = "PHIẾU THU THẬP NỘI DUNG";
const FOR: &str = "Dành cho:";
const EVERYONE: &str = "tất cả các nhóm, bộ phận, cá nhân";
const MINE: &str = "Việc được giao";
const NUMBER: &str = "Số của dòng";
const HOW: &str = "Cách ghi: chỉ ghi vào các ô nền trắng; việc mới thì ghi vào các dòng trống ở cuối \
                   bảng. Không thêm, xóa hay chuyển dòng, cột. Ghi xong thì lưu lại và gửi về người \
                   tổng hợp kế hoạch.";

/// For whom a sheet is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whom {
    /// For all: each cell can be filled in.
    #[default]
    Everyone,
    /// For a working group: the work on its standards, and the work that names it.
    Group(Id),
    /// For one person or role: the work that names it.
    Person(String),
}

impl Whom {
    /// Who is meant by a name: a working group, or a person or role that the plan names.
    #[must_use]
    pub fn named(name: &str, dossier: &Dossier, plan: &Plan) -> Option<Self> {
        let wanted = fold(name.trim());
        let group = plan.working_groups.iter().find(|one| fold(one.label.trim()) == wanted);
        if let Some(group) = group {
            return Some(Self::Group(group.id));
        }
        let canonical = fold(&canonical_person(name, &dossier.abbreviations));
        let known = |one: &String| fold(one) == wanted || fold(one) == canonical;
        let found = Self::people(dossier, plan).into_iter().find(known);
        let is_member = |text: &str| words::contains_folded(text, &wanted);
        let member = || plan.working_groups.iter().flat_map(|group| &group.members);
        match found {
            Some(person) => Some(Self::Person(person)),
            None if !wanted.is_empty() && member().any(|one| is_member(&one.name)) => {
                Some(Self::Person(name.trim().to_owned()))
            }
            None => None,
        }
    }

    /// The people and roles that the plan's items name, each once, in the order of names.
    #[must_use]
    pub fn people(dossier: &Dossier, plan: &Plan) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut people: Vec<String> = Vec::new();
        for item in plan.items() {
            for name in item.people().expand(&dossier.abbreviations).all() {
                if seen.insert(fold(name)) {
                    people.push(name.to_owned());
                }
            }
        }
        order::by(&mut people, |one, other| compare_people(one, other));
        people
    }

    /// Whether an item, under a group of this standard, is theirs.
    fn owns(&self, item: &Item, standard: Option<u8>, dossier: &Dossier, plan: &Plan) -> bool {
        match self {
            Self::Everyone => true,
            Self::Group(id) => {
                let group = plan.working_groups.iter().find(|one| one.id == *id);
                let code = item.first_code();
                let own = code.as_deref().and_then(|code| code.split_once('.'));
                let standard = own.and_then(|(number, _)| number.parse().ok()).or(standard);
                let looks_after = |group: &crate::plan::WorkingGroup| {
                    standard.is_some_and(|standard| group.standards.contains(&standard))
                };
                group.is_some_and(looks_after)
                    || group_in(&item.responsible.typed, &plan.working_groups) == Some(*id)
            }
            Self::Person(name) => {
                let roles = roles_of(name, dossier, plan);
                let people = item.people().expand(&dossier.abbreviations);
                people.all().any(|one| roles.contains(&fold(one)))
            }
        }
    }

    fn words(&self, plan: &Plan) -> String {
        if *self == Self::Everyone { EVERYONE.to_owned() } else { self.name(plan) }
    }

    /// The name of the group or the person; empty for everyone.
    #[must_use]
    pub fn name(&self, plan: &Plan) -> String {
        match self {
            Self::Everyone => String::new(),
            Self::Person(name) => name.clone(),
            Self::Group(id) => {
                let group = plan.working_groups.iter().find(|one| one.id == *id);
                group.map_or_else(String::new, |group| group.label.trim().to_owned())
            }
        }
    }
}

/// A name, and what those who bear it are: of "Bà Vũ Lan Anh - Kế toán" the Kế toán.
fn roles_of(name: &str, dossier: &Dossier, plan: &Plan) -> BTreeSet<String> {
    let mut roles = BTreeSet::from([fold(name)]);
    let mut add = |words: &str| {
        roles.insert(fold(&canonical_person(words.trim(), &dossier.abbreviations)));
    };
    add(name);
    let members = plan.working_groups.iter().flat_map(|group| &group.members);
    for member in members.filter(|one| words::contains_folded(&one.name, &fold(name))) {
        member.name.split([',', '–']).flat_map(|part| part.split(" - ")).for_each(&mut add);
    }
    for leader in plan.letterhead.leaders.iter().filter(|one| fold(&one.name) == fold(name)) {
        add(&leader.position);
    }
    roles
}

/// The sheet for someone, with what makes it find home.
#[must_use]
pub fn collection_book(dossier: &Dossier, plan: &Plan, form: &Form, whom: &Whom) -> Book {
    let columns = columns(plan, form);
    let book_title = format!("{TITLE}: {}", letterhead::title_words(plan));
    let mut sheet = Sheet {
        name: ROWS.to_owned(),
        guarded: true,
        lead: vec![
            words::upper(&book_title),
            format!("{FOR} {}", whom.words(plan)),
            HOW.to_owned(),
        ],
        keys: columns.iter().map(|one| key(one.field).to_owned()).collect(),
        columns: columns.iter().map(|one| sheet_column(one, dossier, plan)).collect(),
        ..Sheet::default()
    };
    let named = *whom != Whom::Everyone;
    sheet.keys.insert(0, ID_KEY.to_owned());
    let number = SheetColumn { title: NUMBER.into(), veiled: true, ..SheetColumn::default() };
    sheet.columns.insert(0, number);
    if named {
        sheet.keys.push(String::new());
        let mine = SheetColumn { title: MINE.into(), centred: true, ..SheetColumn::default() };
        sheet.columns.push(mine);
    }
    let mut standard = None;
    for (row, number) in plan.rows.iter().zip(row_numbers(plan, form)) {
        let tt = number.sign();
        let Row::Item(item) = row else {
            standard = row.standard_number();
            let made = heading(row, &tt, &columns, form).map(|mut made| {
                // Neither a row that is known nor one that is new.
                made.cells.insert(0, CellValue::Text("-".to_owned()).into());
                made
            });
            sheet.rows.extend(made);
            continue;
        };
        let own = whom.owns(item, standard, dossier, plan);
        let mut cells = vec![CellValue::Number(u64::from(item.id.0)).into()];
        cells.extend(columns.iter().map(|one| {
            let value = shortened(cell_of(item, one.field, plan, &tt));
            let whole = !is_cut(item, one.field);
            SheetCell { value, open: own && whole && is_asked(one.field) }
        }));
        if named && own {
            cells.push(CellValue::Text("x".to_owned()).into());
        }
        sheet.rows.push(SheetRow { cells, ..SheetRow::default() });
    }
    for _ in 0..ROOM {
        let open = |field| SheetCell {
            value: CellValue::Empty,
            open: is_asked(field) || field == Field::CriterionText,
        };
        let mut cells = vec![SheetCell::default()];
        cells.extend(columns.iter().map(|one| open(one.field)));
        sheet.rows.push(SheetRow { cells, ..SheetRow::default() });
    }
    let sheets = vec![sheet, memory(dossier, plan, &columns)];
    Book { title: book_title, author: author(plan), sheets }
}

/// The columns the form prints, with the criterion and the status.
fn columns(plan: &Plan, form: &Form) -> Vec<PrintedColumn> {
    let mut columns = form.columns_for(TableKind::Rows, &plan.options.columns);
    columns.retain(|one| !one.hidden || one.field == Field::CriterionText);
    let title = |field, otherwise: &str| {
        let known = form.column(TableKind::Rows, field);
        known.map_or_else(|| otherwise.to_owned(), |one| one.title.clone())
    };
    let lacks = |columns: &[PrintedColumn], field| columns.iter().all(|one| one.field != field);
    if lacks(&columns, Field::Status) {
        columns.push(PrintedColumn {
            field: Field::Status,
            title: title(Field::Status, STATUS),
            hidden: false,
            width_permille: None,
        });
    }
    for one in &mut columns {
        one.hidden = false;
    }
    columns
}

fn key(field: Field) -> &'static str {
    field.name()
}

/// Whether a field of an item is one of those that are filled in. The criterion names the row,
/// and what belongs to a problem is shared by several.
fn is_asked(field: Field) -> bool {
    field == Field::Status || field != Field::CriterionText && Item::text_field(field).is_some()
}

fn sheet_column(of: &PrintedColumn, dossier: &Dossier, plan: &Plan) -> SheetColumn {
    let choices = match of.field {
        Field::CriterionText => dossier.catalogue_of(plan).map_or_else(Vec::new, |catalogue| {
            catalogue.codes().iter().filter_map(|code| catalogue.criterion_text(code)).collect()
        }),
        Field::Responsible => Whom::people(dossier, plan),
        Field::Status => [Status::UnderWay, Status::Done, Status::NotDone]
            .map(|one| status_words(one).into())
            .into(),
        _ => Vec::new(),
    };
    SheetColumn { choices, only_choices: of.field == Field::Status, ..column(of) }
}

/// Whether a text is too long for a cell: its beginning alone is shown, and it stays as it is.
fn is_cut(item: &Item, field: Field) -> bool {
    item.text(field).is_some_and(|text| text.chars().count() > LONGEST)
}

fn shortened(value: CellValue) -> CellValue {
    match value {
        CellValue::Text(text) if text.chars().count() > LONGEST => {
            CellValue::Text(text.chars().take(LONGEST).chain([' ', '…']).collect())
        }
        value => value,
    }
}

/// What each cell held when the sheet went out.
fn memory(dossier: &Dossier, plan: &Plan, columns: &[PrintedColumn]) -> Sheet {
    let asked: Vec<Field> =
        columns.iter().map(|one| one.field).filter(|field| is_asked(*field)).collect();
    let text = |text: &str| SheetCell::from(CellValue::Text(text.to_owned()));
    let number = |id: Id| SheetCell::from(CellValue::Number(u64::from(id.0)));
    let row = |cells| SheetRow { kind: SheetRowKind::Record, cells };
    let mut rows = vec![
        row(vec![
            text(ID_KEY),
            number(plan.id),
            text(&plan.school_year.to_string()),
            number(dossier.next_id),
        ]),
        row([ID_KEY].into_iter().chain(asked.iter().map(|field| key(*field))).map(text).collect()),
    ];
    for item in plan.items() {
        let mut cells = vec![number(item.id)];
        let held = |field: &Field| shortened(cell_of(item, *field, plan, "")).into();
        cells.extend(asked.iter().map(held));
        rows.push(row(cells));
    }
    let columns = vec![SheetColumn::default(); asked.len().max(3) + 1];
    Sheet { name: MEMORY.to_owned(), veiled: true, columns, rows, ..Sheet::default() }
}
