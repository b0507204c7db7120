//! One sheet of an Excel file: its cells, and how it is seen, guarded and printed.

use std::borrow::Cow;

use rust_xlsxwriter::{
    DataValidation, Format, Formula, IgnoreError, ProtectionOptions, Worksheet, XlsxError,
};

use super::looks::{Look, Looks};
use super::{Lists, Rows};
use crate::document::{CellValue, Sheet, SheetCell, SheetRow, SheetRowKind};
use crate::layout::SheetMeasure;
use crate::ooxml::is_legal;

/// Excel's number of A4.
const A4: u8 = 9;
/// Margins of a page that lies across, inches: left 30, right 15, top 25, bottom 20 mm; header
/// and footer 10 mm.
const MARGINS: [f64; 6] = [1.18, 0.59, 0.98, 0.79, 0.39, 0.39];
/// Pixels a point.
const PIXELS: f32 = 4.0 / 3.0;

pub(super) fn write<'a>(
    worksheet: &mut Worksheet,
    sheet: &'a Sheet,
    measure: &SheetMeasure,
    looks: &Looks,
    lists: &mut Lists<'a>,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let rows = Rows::of(sheet);
    if sheet.veiled {
        worksheet.set_very_hidden(true);
    } else {
        heads(worksheet, sheet, measure, looks, rows)?;
    }
    for (at, row) in (rows.first..).zip(&sheet.rows) {
        write_row(worksheet, at, row, sheet, looks)?;
    }
    for (at, height) in (rows.first..).zip(&measure.rows) {
        worksheet.set_row_height(at, *height)?;
    }
    if !sheet.veiled {
        settings(worksheet, sheet, rows, lists)?;
    }
    Ok(())
}

/// The lines over the table, the keys of its columns and their titles.
fn heads(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    measure: &SheetMeasure,
    looks: &Looks,
    rows: Rows,
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(&measure.widths) {
        worksheet.set_column_width_pixels(column, (width * PIXELS).round() as u32)?;
    }
    let (from, to) = printed(sheet);
    for ((at, line), height) in (0..).zip(&sheet.lead).zip(&measure.lead) {
        let look = &looks.lead[usize::from(at > 0)];
        if from < to {
            worksheet.merge_range(at, from, at, to, &legal(line), look)?;
        } else {
            worksheet.write_string_with_format(at, from, legal(line), look)?;
        }
        worksheet.set_row_height(at, *height)?;
    }
    if let Some(at) = rows.keys {
        for (column, key) in (0..).zip(&sheet.keys).filter(|(_, key)| !key.is_empty()) {
            worksheet.write_string(at, column, legal(key))?;
        }
        worksheet.set_row_hidden(at)?;
    }
    for (column, title) in (0..).zip(&sheet.columns) {
        let title = legal(&title.title);
        worksheet.write_string_with_format(rows.header, column, title, &looks.title)?;
    }
    worksheet.set_row_height(rows.header, measure.header)?;
    Ok(())
}

fn write_row(
    worksheet: &mut Worksheet,
    at: u32,
    row: &SheetRow,
    sheet: &Sheet,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let nothing = SheetCell::default();
    for (index, (column, of)) in (0..).zip(&sheet.columns).enumerate() {
        let cell = row.cells.get(index).unwrap_or(&nothing);
        let value = &cell.value;
        if sheet.veiled || of.veiled {
            write_value(worksheet, (at, column), value, &looks.plain)?;
            continue;
        }
        let risky = matches!(value, CellValue::Text(text) if is_risky(text));
        let closed = sheet.guarded && !cell.open;
        let look = Look { centred: of.centred, risky, open: cell.open && sheet.guarded, closed };
        let format = match (row.kind, value) {
            (SheetRowKind::Heading, _) => &looks.heading,
            (SheetRowKind::Record, CellValue::Date(_)) => looks.date(look),
            (SheetRowKind::Record, CellValue::Number(_)) => looks.sum(look),
            (SheetRowKind::Record, _) => looks.words(look),
        };
        write_value(worksheet, (at, column), value, format)?;
    }
    Ok(())
}

fn write_value(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &CellValue,
    format: &Format,
) -> Result<(), XlsxError> {
    match value {
        CellValue::Empty => worksheet.write_blank(row, column, format)?,
        CellValue::Text(text) => {
            worksheet.write_string_with_format(row, column, legal(text), format)?
        }
        CellValue::Number(number) => {
            worksheet.write_number_with_format(row, column, *number as f64, format)?
        }
        CellValue::Date(day) => {
            let (month, date) = (day.month().unsigned_abs(), day.day().unsigned_abs());
            let year = day.year().unsigned_abs();
            let words = crate::words::date(*day);
            match rust_xlsxwriter::ExcelDateTime::from_ymd(year, month, date) {
                Ok(day) => worksheet.write_datetime_with_format(row, column, &day, format)?,
                // Excel knows no day before 1900.
                Err(_) => worksheet.write_string_with_format(row, column, words, format)?,
            }
        }
    };
    Ok(())
}

/// How the sheet is seen, guarded and printed.
fn settings<'a>(
    worksheet: &mut Worksheet,
    sheet: &'a Sheet,
    rows: Rows,
    lists: &mut Lists<'a>,
) -> Result<(), XlsxError> {
    let count = u32::try_from(sheet.rows.len()).unwrap_or(0);
    let last = (rows.first + count).saturating_sub(1).max(rows.header);
    let right = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(0);
    let (from, to) = printed(sheet);
    for (column, of) in (0..).zip(&sheet.columns) {
        if of.veiled {
            worksheet.set_column_hidden(column)?;
        }
        if !of.choices.is_empty() && count > 0 {
            let proposal = DataValidation::new()
                .allow_list_formula(Formula::new(lists.place(&of.choices)))
                .show_error_message(of.only_choices);
            worksheet.add_data_validation(rows.first, column, last, column, &proposal)?;
        }
    }
    worksheet
        .set_freeze_panes(rows.first, 0)?
        .autofilter(rows.header, from, last, right)?
        .ignore_error_range(rows.header, 0, last, right, IgnoreError::NumberStoredAsText)?;
    if sheet.guarded {
        worksheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        });
    }
    let [left, right, top, bottom, header, footer] = MARGINS;
    worksheet
        .set_paper_size(A4)
        .set_landscape()
        .set_margins(left, right, top, bottom, header, footer)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_footer("&C&\"Times New Roman\"&11&P/&N")
        .set_repeat_rows(rows.header, rows.header)?
        .set_print_area(0, from, last, to)?;
    Ok(())
}

/// The first and the last column that go to the printer.
fn printed(sheet: &Sheet) -> (u16, u16) {
    let seen = |at: Option<usize>| u16::try_from(at.unwrap_or(0)).unwrap_or(0);
    let is_printed = |column: &crate::document::SheetColumn| column.printed && !column.veiled;
    let first = seen(sheet.columns.iter().position(is_printed));
    (first, seen(sheet.columns.iter().rposition(is_printed)).max(first))
}

/// Whether a spreadsheet might take words for a formula.
fn is_risky(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// Words without the characters that no XML may hold.
pub(super) fn legal(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_legal) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|&character| is_legal(character)).collect())
    }
}
