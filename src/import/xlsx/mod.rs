//! An Excel file (.xlsx) as what its sheets show: words in cells, whatever they are in Excel.
//!
//! The archive is measured first: calamine believes what a file says of itself.

mod collected;
mod grid;
mod number;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

pub use self::collected::{Collected, NotHome, collected};
pub use self::grid::workbook_source;
use crate::ooxml::{Archive, ReadError};

/// The most rows and columns of a sheet.
const ROWS: u32 = 50_000;
const COLUMNS: u32 = 1_024;
/// The most cells of all sheets, and the most bytes of their words.
const CELLS: usize = 500_000;
const WORDS: usize = 20 << 20;
/// The most merged cells that are looked at.
const MERGED: usize = 100_000;
/// A list of shared words that promises more than this lies.
const SHARED: u64 = 4_000_000;
/// How .xls files and files with a password begin.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// An Excel file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// Its sheets of cells, in order.
    pub sheets: Vec<WorkSheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkSheet {
    /// Its name.
    pub name: String,
    /// Excel does not show it.
    pub hidden: bool,
    /// Its rows by number, from 0, each with its cells by column; cells without words are left
    /// out.
    pub rows: BTreeMap<u32, BTreeMap<u32, String>>,
    /// Cells that are one: first row and column, last row and column.
    pub merged: Vec<((u32, u32), (u32, u32))>,
}

/// Why an Excel file could not be read; nothing of it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkbookError {
    /// It is no Excel file.
    NotExcel,
    /// It is one of Excel 97-2003, or bears a password.
    OldOrLocked,
    /// It is one, and could not be read.
    Unread(ReadError),
    /// A sheet has more rows or columns than an honest one, or all sheets more cells.
    TooLarge,
}

impl From<ReadError> for WorkbookError {
    fn from(error: ReadError) -> Self {
        Self::Unread(error)
    }
}

/// What the sheets of an Excel file show.
///
/// # Errors
/// When the bytes are no Excel file, or hold more than an honest one.
pub fn workbook(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    if bytes.starts_with(COMPOUND) {
        return Err(WorkbookError::OldOrLocked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(WorkbookError::NotExcel);
    }
    measure(bytes)?;
    // Its arithmetic on ranges that a file claims is not safe in a build that checks sums.
    let read = catch_unwind(AssertUnwindSafe(|| read_sheets(bytes)));
    read.unwrap_or(Err(WorkbookError::Unread(ReadError::NotXml)))
}

fn read_sheets(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    let sheets: Vec<(String, bool)> = file
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    if sheets.is_empty() {
        return Err(WorkbookError::NotExcel);
    }
    let mut left = Left { cells: CELLS, words: WORDS };
    let mut workbook = Workbook::default();
    for (name, hidden) in sheets {
        let mut sheet = WorkSheet { name, hidden, ..WorkSheet::default() };
        read_cells(&mut file, &mut sheet, &mut left)?;
        // They only say how cells stand together: without them the words are the same.
        let merged = file.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        sheet.merged = merged.iter().take(MERGED).map(|one| (one.start, one.end)).collect();
        workbook.sheets.push(sheet);
    }
    Ok(workbook)
}

/// Unpacks every part once, within limits, and looks at what calamine would believe.
fn measure(bytes: &[u8]) -> Result<(), WorkbookError> {
    let mut archive = Archive::open(bytes)?;
    if !archive.has("[Content_Types].xml") {
        return Err(WorkbookError::NotExcel);
    }
    archive.measure()?;
    // Room is made at once for as many shared words as the file says there are.
    let mut archive = Archive::open(bytes)?;
    let shared: Vec<String> = archive
        .names()
        .filter(|name| name.ends_with("sharedstrings.xml"))
        .map(str::to_owned)
        .collect();
    for name in shared {
        let text = archive.bytes(&name)?.unwrap_or_default();
        let counts = text.windows(COUNT.len()).enumerate().filter(|(_, some)| *some == COUNT);
        for (at, _) in counts {
            let digits = text[at + COUNT.len()..].iter().skip_while(|byte| !byte.is_ascii_digit());
            let digits = digits.take_while(|byte| byte.is_ascii_digit());
            let count = digits.fold(0_u64, |sum, digit| {
                sum.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
            });
            if count > SHARED {
                return Err(ReadError::Damaged(name).into());
            }
        }
    }
    Ok(())
}

/// What stands before the promise.
const COUNT: &[u8] = b"uniqueCount";

/// As much may still be read.
struct Left {
    cells: usize,
    words: usize,
}

fn read_cells(
    file: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &mut WorkSheet,
    left: &mut Left,
) -> Result<(), WorkbookError> {
    let mut cells = match file.worksheet_cells_reader(&sheet.name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(unread(&error)),
    };
    while let Some((cell, style)) =
        cells.next_cell_with_style_id().map_err(|error| unread(&error))?
    {
        let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map_or("", |format| format.format_code.as_str());
        let Some(words) = words_of(cell.get_value(), format) else { continue };
        let (row, column) = cell.get_position();
        if row >= ROWS || column >= COLUMNS || left.cells == 0 || words.len() > left.words {
            return Err(WorkbookError::TooLarge);
        }
        left.cells -= 1;
        left.words -= words.len();
        sheet.rows.entry(row).or_default().insert(column, words);
    }
    Ok(())
}

/// What a cell shows; none where it shows nothing.
fn words_of(value: &DataRef<'_>, format: &str) -> Option<String> {
    let words = match value {
        DataRef::Empty | DataRef::Error(_) | DataRef::Bool(false) => return None,
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => {
            words.clone()
        }
        DataRef::SharedString(words) => (*words).to_owned(),
        DataRef::Int(number) => number::written(*number as f64, format),
        DataRef::Float(number) => number::written(*number, format),
        DataRef::Bool(true) => "x".to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            number::moment((year, month, day), (hour, minute), moment.as_f64())
        }
    };
    (!words.trim().is_empty()).then(|| words.replace("\r\n", "\n"))
}

/// What calamine says of a file, as far as a person can do something about it.
fn unread(error: &XlsxError) -> WorkbookError {
    match error {
        XlsxError::Password => WorkbookError::OldOrLocked,
        XlsxError::Zip(_) | XlsxError::Io(_) => WorkbookError::Unread(ReadError::Cut),
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => WorkbookError::NotExcel,
        _ => WorkbookError::Unread(ReadError::NotXml),
    }
}
