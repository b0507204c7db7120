//! Days to places on the screen, and how far one can zoom.

use egui::{Rangef, Rect};
use jiff::{ToSpan, civil::Date};

/// Heights and widths of the chart, in logical pixels.
pub const LINE: f32 = 33.0;
/// Height of the head: years above, months below.
pub const HEAD: f32 = 40.0;
/// Height of the strip at the foot that names today's line.
pub const FOOT: f32 = 26.0;
/// Height of a bar, and of the thin bar of ongoing work.
pub const BAR: f32 = 16.0;
/// See [`BAR`].
pub const THIN_BAR: f32 = 5.0;

/// Room for the scroll bar under the last line.
pub const SCROLL_BAR: f32 = 12.0;
/// Height of the line that tells what the signs stand for.
pub const LEGEND: f32 = 24.0;

/// How much one press of − or + zooms.
pub const ZOOM_STEP: f32 = 1.5;
/// The most one can zoom in: about a month over the whole width.
const ZOOM_MOST: f32 = 12.0;

/// Width of the column of names in a chart of this width.
#[must_use]
pub fn names_width(chart: f32) -> f32 {
    (chart * 0.3).clamp(180.0, 400.0)
}

/// How many days from one day to another; negative when it lies before.
#[must_use]
pub fn days(from: Date, to: Date) -> f32 {
    from.until(to).map_or(0.0, |span| span.get_days() as f32)
}

/// Days to places along the x axis.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    first: Date,
    /// Where the first day begins, in screen coordinates.
    left: f32,
    /// Logical pixels a day.
    pub day: f32,
    /// What is seen, in screen coordinates.
    pub seen: Rangef,
}

impl Scale {
    /// A scale whose first day begins `scrolled` pixels left of what is seen.
    #[must_use]
    pub fn new(first: Date, day: f32, plot: Rect, scrolled: f32) -> Self {
        Self { first, left: plot.left() - scrolled, day, seen: plot.x_range() }
    }

    /// Where a day begins.
    #[must_use]
    pub fn start(&self, date: Date) -> f32 {
        self.left + days(self.first, date) * self.day
    }

    /// Where a day ends.
    #[must_use]
    pub fn end(&self, date: Date) -> f32 {
        self.start(date) + self.day
    }

    /// The middle of a day.
    #[must_use]
    pub fn middle(&self, date: Date) -> f32 {
        self.start(date) + self.day / 2.0
    }

    /// From where to where the month of a day is.
    #[must_use]
    pub fn month(&self, date: Date) -> Rangef {
        Rangef::new(self.start(date.first_of_month()), self.end(date.last_of_month()))
    }

    /// The first days of the months that are seen.
    #[must_use]
    pub fn months(&self, last: Date) -> Vec<Date> {
        let skipped = ((self.seen.min - self.left) / self.day).max(0.0) as i64;
        let from = self.first.saturating_add(skipped.days()).first_of_month();
        let mut months = Vec::new();
        let mut month = from;
        while month <= last && self.start(month) < self.seen.max {
            months.push(month);
            let next = month.saturating_add(1.month());
            if next <= month {
                break;
            }
            month = next;
        }
        months
    }
}

/// Where the names end and the bars begin, and where each day is.
pub struct Split<'a> {
    /// The line between names and bars, in screen coordinates.
    pub names: f32,
    /// Days to places.
    pub scale: &'a Scale,
}

/// The zoom after a step, 1 being the whole year over the width of the plot.
#[must_use]
pub fn zoomed(zoom: f32, factor: f32, year_days: f32, span_days: f32) -> f32 {
    let least = (year_days / span_days.max(1.0)).min(1.0);
    (zoom * factor).clamp(least, ZOOM_MOST)
}
