//! The plan's tables as sheets: what was typed, and beside it what is understood of it.

use jiff::civil::Date;

use super::{Book, CellValue, LONGEST, Sheet, SheetCell, SheetColumn, SheetRow, SheetRowKind};
use crate::document::letterhead;
use crate::document::table::field_of;
use crate::plan::number::row_numbers;
use crate::plan::{
    Dossier, Field, Form, Item, Money, Per, Period, Plan, PrintedColumn, Record, Row, TableKind,
    UNDERSTOOD_KEY,
};
use crate::understand::status_words;
use crate::words;

/// Names of the sheets.
pub(super) const ROWS: &str = "Kế hoạch cải tiến";
const PROBLEMS: &str = "Vấn đề trọng tâm";
const REVIEWS: &str = "Theo dõi, đánh giá";
/// Columns of what is understood.
const START: &str = "Bắt đầu";
const DEADLINE: &str = "Hạn hoàn thành";
const LEAD: &str = "Người chủ trì";
const FROM: &str = "Kinh phí, ít nhất (đồng)";
const TO: &str = "Kinh phí, nhiều nhất (đồng)";
const PER: &str = "Kinh phí tính cho";
pub(super) const STATUS: &str = "Mức độ thực hiện";

/// What became of the work, which no form prints: columns of their own where anything is said.
const FOLLOWED: [(Field, &str); 6] = [
    (Field::Status, STATUS),
    (Field::Result, "Kết quả thực hiện"),
    (Field::Proof, "Minh chứng đã có"),
    (Field::Reason, "Lý do không thực hiện"),
    (Field::Adjustment, "Điều chỉnh"),
    (Field::Spent, "Kinh phí đã sử dụng"),
];

/// The plan as sheets: its items, then its problems and its reviews where the form has them.
#[must_use]
pub fn plan_book(dossier: &Dossier, plan: &Plan, form: &Form) -> Book {
    let mut sheets = vec![rows(dossier, plan, form)];
    for (kind, name) in [(TableKind::Problems, PROBLEMS), (TableKind::Reviews, REVIEWS)] {
        sheets.extend(records(kind, name, plan, form));
    }
    Book { title: letterhead::title_words(plan), author: author(plan), sheets }
}

pub(super) fn author(plan: &Plan) -> String {
    letterhead::lines(&plan.letterhead.school).collect::<Vec<_>>().join(" ")
}

/// The columns a table prints, then those it does not print that hold words.
fn columns(kind: TableKind, plan: &Plan, form: &Form) -> Vec<PrintedColumn> {
    let holds = |field: Field| match kind {
        TableKind::Rows if field == Field::Status => plan.items().any(|item| item.status.is_some()),
        TableKind::Rows => plan.items().any(|item| !field_of(item, field, plan).trim().is_empty()),
        TableKind::Problems | TableKind::Reviews => false,
    };
    let all = form.columns_for(kind, &plan.options.columns);
    let (hidden, mut shown): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.hidden);
    shown.extend(hidden.into_iter().filter(|one| holds(one.field)));
    if kind == TableKind::Rows {
        for (field, title) in FOLLOWED {
            if holds(field) && shown.iter().all(|one| one.field != field) {
                let title = title.to_owned();
                shown.push(PrintedColumn { field, title, hidden: true, width_permille: None });
            }
        }
    }
    shown
}

pub(super) fn column(of: &PrintedColumn) -> SheetColumn {
    SheetColumn {
        title: of.title.clone(),
        centred: of.field == Field::Tt,
        printed: !of.hidden,
        ..SheetColumn::default()
    }
}

fn rows(dossier: &Dossier, plan: &Plan, form: &Form) -> Sheet {
    let columns = columns(TableKind::Rows, plan, form);
    let mut sheet = Sheet {
        name: ROWS.to_owned(),
        lead: vec![words::upper(&letterhead::title_words(plan)), author(plan)],
        columns: columns.iter().map(column).collect(),
        ..Sheet::default()
    };
    let numbers = row_numbers(plan, form);
    let mut understood = Vec::new();
    for (row, number) in plan.rows.iter().zip(numbers) {
        let tt = number.sign();
        let Row::Item(item) = row else {
            sheet.rows.extend(heading(row, &tt, &columns, form));
            continue;
        };
        let cells = columns.iter().map(|one| cell_of(item, one.field, plan, &tt).into()).collect();
        understood.push((sheet.rows.len(), Understood::of(item, dossier, plan)));
        sheet.rows.extend(spread(cells));
    }
    add_understood(&mut sheet, &understood);
    sheet
}

/// A row, and as many more below it as its longest text needs: a cell has room for so much.
pub(super) fn spread(cells: Vec<SheetCell>) -> Vec<SheetRow> {
    let mut rows: Vec<Vec<SheetCell>> = vec![Vec::new()];
    for (column, cell) in cells.into_iter().enumerate() {
        let parts = match &cell.value {
            CellValue::Text(text) if text.chars().count() > LONGEST => parts(text),
            _ => vec![cell],
        };
        for (at, part) in parts.into_iter().enumerate() {
            if rows.len() == at {
                rows.push(Vec::new());
            }
            if let Some(row) = rows.get_mut(at) {
                row.resize(column, SheetCell::default());
                row.push(part);
            }
        }
    }
    rows.into_iter().map(|cells| SheetRow { cells, ..SheetRow::default() }).collect()
}

fn parts(text: &str) -> Vec<SheetCell> {
    let letters: Vec<char> = text.chars().collect();
    let parts = letters.chunks(LONGEST).map(|part| part.iter().collect::<String>());
    parts.map(|part| CellValue::Text(part).into()).collect()
}

/// A band or a group, in the first cells of its row; none where the form does not print it or
/// it says nothing.
pub(super) fn heading(
    row: &Row,
    tt: &str,
    columns: &[PrintedColumn],
    form: &Form,
) -> Option<SheetRow> {
    let (tt, words) = match row {
        Row::Band(band) if form.prints_bands() => ("", band.text.trim()),
        Row::Group(group) if form.prints_groups() => (tt, group.title.trim()),
        _ => return None,
    };
    if words.is_empty() {
        return None;
    }
    let has_tt = columns.first().is_some_and(|one| one.field == Field::Tt);
    let cells = match (row, has_tt) {
        (Row::Group(_), true) => vec![CellValue::text(tt).into(), CellValue::text(words).into()],
        (Row::Group(_), false) if !tt.is_empty() => {
            vec![CellValue::Text(format!("{tt}. {words}")).into()]
        }
        _ => vec![CellValue::text(words).into()],
    };
    Some(SheetRow { kind: SheetRowKind::Heading, cells })
}

/// What was typed; status in words.
pub(super) fn cell_of(item: &Item, field: Field, plan: &Plan, tt: &str) -> CellValue {
    match field {
        Field::Tt => CellValue::text(tt),
        Field::Status => CellValue::text(item.status.map_or("", status_words)),
        field => CellValue::text(field_of(item, field, plan)),
    }
}

/// What is understood of an item.
struct Understood {
    start: Option<Date>,
    deadline: Option<Date>,
    lead: Option<String>,
    money: Money,
}

impl Understood {
    fn of(item: &Item, dossier: &Dossier, plan: &Plan) -> Self {
        let period = item.period(plan.school_year, &dossier.terms(plan.school_year));
        let lead = item.people().expand(&dossier.abbreviations).lead;
        Self { start: period.start, deadline: last_day(&period), lead, money: item.money() }
    }

    /// As cells, in the order of the titles.
    fn cells(&self) -> [CellValue; 6] {
        let date = |day: Option<Date>| day.map_or(CellValue::Empty, CellValue::Date);
        let sum = |dong: Option<u64>| dong.map_or(CellValue::Empty, CellValue::Number);
        let per = self.money.per.map_or("", per_words);
        [
            date(self.start),
            date(self.deadline),
            CellValue::text(self.lead.as_deref().unwrap_or_default()),
            sum(self.money.from),
            sum(self.money.to),
            CellValue::text(per),
        ]
    }
}

/// The last day in time: of "trước ngày 30/11" the 29th.
fn last_day(period: &Period) -> Option<Date> {
    let end = period.end?;
    if period.before { end.yesterday().ok() } else { Some(end) }
}

fn per_words(per: Per) -> &'static str {
    match per {
        Per::Once => "cả công việc",
        Per::Year => "mỗi năm",
        Per::Term => "mỗi học kỳ",
        Per::Month => "mỗi tháng",
        Per::Session => "mỗi buổi",
    }
}

/// Adds the columns of what is understood, those left out in which nothing stands.
fn add_understood(sheet: &mut Sheet, understood: &[(usize, Understood)]) {
    let typed = sheet.columns.len();
    let cells: Vec<(usize, [CellValue; 6])> =
        understood.iter().map(|(row, one)| (*row, one.cells())).collect();
    for (at, title) in [START, DEADLINE, LEAD, FROM, TO, PER].into_iter().enumerate() {
        let of_column = || cells.iter().filter_map(|(row, all)| Some((*row, all.get(at)?)));
        if of_column().all(|(_, cell)| *cell == CellValue::Empty) {
            continue;
        }
        let place = sheet.columns.len();
        let title = title.to_owned();
        sheet.keys.resize(place, String::new());
        sheet.keys.push(UNDERSTOOD_KEY.to_owned());
        sheet.columns.push(SheetColumn { title, ..SheetColumn::default() });
        for (row, cell) in of_column() {
            if let Some(row) = sheet.rows.get_mut(row) {
                row.cells.resize(place.max(typed), SheetCell::default());
                row.cells.push(cell.clone().into());
            }
        }
    }
}

/// The problems or the reviews; none where the form has no such table or the plan none of them.
fn records(kind: TableKind, name: &str, plan: &Plan, form: &Form) -> Option<Sheet> {
    let columns = columns(kind, plan, form);
    let row = |at: usize, text: &dyn Fn(Field) -> String| {
        let cells = columns.iter().map(|one| {
            let words = if one.field == Field::Tt { (at + 1).to_string() } else { text(one.field) };
            CellValue::text(&words).into()
        });
        SheetRow { cells: cells.collect(), ..SheetRow::default() }
    };
    let rows: Vec<SheetRow> = match kind {
        TableKind::Rows => return None,
        TableKind::Problems => {
            let all = plan.problems.iter().enumerate();
            all.map(|(at, one)| row(at, &|field| one.text(field).unwrap_or_default().into()))
                .collect()
        }
        TableKind::Reviews => {
            let all = plan.reviews.iter().enumerate();
            all.map(|(at, one)| row(at, &|field| one.text(field).unwrap_or_default().into()))
                .collect()
        }
    };
    (!columns.is_empty() && !rows.is_empty()).then(|| Sheet {
        name: name.to_owned(),
        lead: vec![words::upper(name)],
        columns: columns.iter().map(column).collect(),
        rows,
        ..Sheet::default()
    })
}
