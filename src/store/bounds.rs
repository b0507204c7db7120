//! How large a file may be: far more than a school ever writes, and little enough that opening
//! takes less than 500 MB of memory and 5 seconds, whoever made it.

use rusqlite::Connection;

use super::StoreError;
use super::seal::Totals;

/// The most bytes of a file.
pub(super) const MOST_BYTES: u64 = 128 << 20;
/// The most bytes of a file that is only glanced at.
pub(super) const QUICKLY_COPIED: u64 = 8 << 20;
/// The most bytes of a row, its texts together.
pub(super) const LONGEST_ROW: i32 = 8 << 20;
/// The most rows of all tables together.
const MOST_ROWS: i64 = 400_000;
/// The most plans.
const MOST_PLANS: i64 = 2_000;

/// Whether a file may hold this many rows in all, as far as they are counted, and this many in
/// one of its tables.
pub(super) fn check_rows(all: i64, table: &str, rows: i64) -> Result<(), StoreError> {
    if all > MOST_ROWS || table == "plans" && rows > MOST_PLANS {
        return Err(StoreError::TooLarge);
    }
    Ok(())
}

/// Whether what was written, and is not committed yet, could be opened again.
pub(super) fn check_written(to: &Connection, totals: &Totals) -> Result<(), StoreError> {
    check_rows(totals.rows(), "plans", totals.of("plans").0)?;
    let number = |query: &str| to.query_row(query, [], |row| row.get::<_, u32>(0));
    let bytes = u64::from(number("PRAGMA page_count")?) * u64::from(number("PRAGMA page_size")?);
    if bytes > MOST_BYTES { Err(StoreError::TooLarge) } else { Ok(()) }
}
