//! Sheets as an Excel file, as wide and as high as layout measured them.
//!
//! Invariant: the same sheets give the same bytes on every machine, at every hour; what a person
//! typed stays words, whatever sign it begins with.

mod looks;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::looks::Looks;
use super::ExportError;
use crate::document::{Book, Sheet};
use crate::layout::{Faces, SheetMeasure, measure_sheet};
use crate::ooxml;

/// The sheet that keeps what the drop-down lists propose.
const LISTS: &str = "_lists";

/// Writes sheets as an Excel file.
///
/// # Errors
/// [`ExportError::Xlsx`] where they cannot be put together or packed.
pub fn xlsx(book: &Book, faces: &Faces) -> Result<Vec<u8>, ExportError> {
    let mut bytes = pack(book, faces).map_err(|error| ExportError::Xlsx(error.to_string()))?;
    ooxml::settle(&mut bytes);
    Ok(bytes)
}

fn pack(book: &Book, faces: &Faces) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Else it would be the hour at which it is written.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&book.title)
        .set_author(&book.author)
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let mut lists = Lists::default();
    for sheet in &book.sheets {
        let measure =
            if sheet.veiled { SheetMeasure::default() } else { measure_sheet(sheet, faces) };
        let looks = Looks::new(measure.size);
        sheet::write(workbook.add_worksheet(), sheet, &measure, &looks, &mut lists)?;
    }
    if !lists.columns.is_empty() {
        lists.write(workbook.add_worksheet())?;
    }
    workbook.save_to_buffer()
}

/// The lists of all sheets, each a column of a sheet that nobody sees.
#[derive(Default)]
struct Lists<'a> {
    columns: Vec<&'a [String]>,
}

impl<'a> Lists<'a> {
    /// Where a list stands, as a formula.
    fn place(&mut self, choices: &'a [String]) -> String {
        let column = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
        self.columns.push(choices);
        let name = rust_xlsxwriter::utility::column_number_to_name(column);
        format!("='{LISTS}'!${name}$1:${name}${}", choices.len().max(1))
    }

    fn write(&self, worksheet: &mut rust_xlsxwriter::Worksheet) -> Result<(), XlsxError> {
        worksheet.set_name(LISTS)?.set_very_hidden(true);
        for (column, choices) in (0..).zip(&self.columns) {
            for (row, choice) in (0..).zip(*choices) {
                worksheet.write_string(row, column, sheet::legal(choice))?;
            }
        }
        Ok(())
    }
}

/// Which part of a sheet stands where, rows from 0.
#[derive(Clone, Copy)]
struct Rows {
    keys: Option<u32>,
    header: u32,
    first: u32,
}

impl Rows {
    fn of(sheet: &Sheet) -> Self {
        let lead = u32::try_from(sheet.lead.len()).unwrap_or(0);
        let keys = (!sheet.keys.is_empty()).then_some(lead);
        let header = lead + u32::from(keys.is_some());
        // A sheet that nobody sees has no titles.
        let first = if sheet.veiled { 0 } else { header + 1 };
        Self { keys, header, first }
    }
}
