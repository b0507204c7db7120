//! The clock. Nobody else reads it: the rest of the program is told what day it is.

use std::time::SystemTime;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Local date and time, in the time zone of the system or of the variable `TZ`.
#[must_use]
pub fn now() -> DateTime {
    zoned(SystemTime::now()).datetime()
}

/// The local date.
#[must_use]
pub fn today() -> Date {
    zoned(SystemTime::now()).date()
}

/// A clock that is set before the year -9999 or after 9999 is taken as standing there: a fault is
/// noted by the clock too, and must not be another one.
fn zoned(time: SystemTime) -> Zoned {
    let first = time < SystemTime::UNIX_EPOCH;
    let edge = if first { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::try_from(time).unwrap_or(edge).to_zoned(TimeZone::system())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_far_away_stops_nobody() {
        let far = SystemTime::UNIX_EPOCH + Duration::from_hours(83_333_333);
        assert_eq!(zoned(far).year(), 9999);
        assert_eq!(zoned(SystemTime::UNIX_EPOCH + Duration::from_hours(48)).year(), 1970);
    }
}
