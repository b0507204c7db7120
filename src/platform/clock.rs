//! The clock. Nobody else reads it: the rest of the program is told what day it is.

use jiff::Zoned;
use jiff::civil::{Date, DateTime};

/// Local date and time, in the time zone of the system or of the variable `TZ`.
#[must_use]
pub fn now() -> DateTime {
    Zoned::now().datetime()
}

/// The local date.
#[must_use]
pub fn today() -> Date {
    Zoned::now().date()
}
