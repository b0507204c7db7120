//! How large the pages are shown: fitted to the room, or in hundredths of the paper.

use crate::messages::print as words;

/// A page at 100 % is as large as its paper on a screen of 96 pixels an inch (pixels a point).
const REAL: f32 = 96.0 / 72.0;

/// The sizes that are chosen among, in hundredths of the paper.
pub const SIZES: [u16; 7] = [50, 75, 100, 125, 150, 200, 300];

/// How large the pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Zoom {
    /// All of a page is in sight.
    Whole,
    /// As wide as there is room, and no wider than the paper.
    #[default]
    Width,
    /// In hundredths of the paper.
    Percent(u16),
}

impl Zoom {
    /// Logical pixels a point for a page of this size (pt) in this room (logical pixels).
    #[must_use]
    pub fn scale(self, page: (f32, f32), room: (f32, f32)) -> f32 {
        let across = room.0 / page.0;
        match self {
            Self::Whole => across.min(room.1 / page.1).min(REAL),
            Self::Width => across.min(REAL),
            Self::Percent(percent) => REAL * f32::from(percent) / 100.0,
        }
    }

    /// The next larger or smaller size than that which is shown, logical pixels a point.
    #[must_use]
    pub fn step(closer: bool, shown: f32) -> Self {
        let percent = shown / REAL * 100.0;
        let larger = SIZES.into_iter().find(|size| f32::from(*size) > percent + 1.0);
        let smaller = SIZES.into_iter().rfind(|size| f32::from(*size) < percent - 1.0);
        Self::Percent(if closer {
            larger.unwrap_or(SIZES[SIZES.len() - 1])
        } else {
            smaller.unwrap_or(SIZES[0])
        })
    }

    /// So many times the size that is shown (logical pixels a point), as a wheel does it.
    #[must_use]
    pub fn times(factor: f32, shown: f32) -> Self {
        let least = f32::from(SIZES[0]);
        let most = f32::from(SIZES[SIZES.len() - 1]);
        Self::Percent((shown / REAL * 100.0 * factor).round().clamp(least, most) as u16)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Whole => words::WHOLE.to_owned(),
            Self::Width => words::WIDTH.to_owned(),
            Self::Percent(percent) => format!("{percent}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A4: (f32, f32) = (595.0, 842.0);

    #[test]
    fn a_fitted_page_is_never_larger_than_its_paper() {
        for (room, zoom, scale) in [
            ((700.0, 600.0), Zoom::Width, 700.0 / 595.0),
            ((700.0, 600.0), Zoom::Whole, 600.0 / 842.0),
            ((300.0, 600.0), Zoom::Whole, 300.0 / 595.0),
            ((1500.0, 2000.0), Zoom::Width, REAL),
            ((1500.0, 2000.0), Zoom::Whole, REAL),
            ((700.0, 600.0), Zoom::Percent(150), 2.0),
        ] {
            assert!((zoom.scale(A4, room) - scale).abs() < 1e-4, "{zoom:?} in {room:?}");
        }
    }

    #[test]
    fn steps_go_to_the_next_size_and_stay_at_the_last() {
        let steps = |closer, percent: f32| Zoom::step(closer, REAL * percent / 100.0);
        assert_eq!(steps(true, 88.0), Zoom::Percent(100));
        assert_eq!(steps(true, 100.0), Zoom::Percent(125));
        assert_eq!(steps(false, 88.0), Zoom::Percent(75));
        assert_eq!(steps(true, 300.0), Zoom::Percent(300));
        assert_eq!(steps(false, 40.0), Zoom::Percent(50));
        assert_eq!(Zoom::times(1.1, REAL), Zoom::Percent(110));
        assert_eq!(Zoom::times(9.0, REAL), Zoom::Percent(300));
    }
}
