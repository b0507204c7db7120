//! How wide the columns are on this screen, and how high their heads.

use crate::ui::theme::{Theme, is_low};

use super::fit::Fit;
use super::galleys::{PAD, header_job, lay_out};
use super::sheet::Column;

/// As little of the least widths as columns are given before the grid is scrolled sideways.
const TIGHTEST: f32 = 0.86;

/// The widths of the columns in this much room (logical pixels): as a person drew them, else
/// as paper has them, else as the words in them want it; in an empty table the least and a
/// share of the rest.
#[must_use]
pub fn widths<C: Copy + PartialEq>(columns: &[Column<C>], room: f32, fit: &mut Fit<C>) -> Vec<f32> {
    let fixed = |column: &Column<C>| {
        let least = column.proposed;
        column.drawn.or_else(|| {
            column.permille.map(|share| (room * f32::from(share) / 1000.0).max(least.min(60.0)))
        })
    };
    let set: Vec<Option<f32>> = columns.iter().map(fixed).collect();
    if let Some(widths) = fit.widths(room, &set) {
        let mut widths: Vec<f32> = widths.into_iter().map(f32::floor).collect();
        let left = room - widths.iter().sum::<f32>();
        // What rounding left goes to the last column, so that the grid ends where the page does.
        if let (Some(last), Some(None)) = (widths.last_mut(), set.last()) {
            *last += left.clamp(0.0, columns.len() as f32);
        }
        return widths;
    }
    let taken: f32 = columns.iter().map(|column| fixed(column).unwrap_or(column.proposed)).sum();
    // A little less than the least is better than a grid that must be scrolled sideways.
    let tight = (room / taken.max(1.0)).clamp(TIGHTEST, 1.0);
    let shares: f32 =
        columns.iter().filter(|column| fixed(column).is_none()).map(|column| column.share).sum();
    let rest = (room - taken).max(0.0);
    let mut widths: Vec<f32> = columns
        .iter()
        .map(|column| {
            fixed(column)
                .unwrap_or_else(|| {
                    let more = if shares > 0.0 { rest * column.share / shares } else { 0.0 };
                    (column.proposed + more) * tight
                })
                .floor()
        })
        .collect();
    // What rounding left goes to the last column, so that the grid ends where the page does.
    let left = room - widths.iter().sum::<f32>();
    if let Some(last) = widths.last_mut()
        && left > 0.0
        && shares > 0.0
    {
        *last += left;
    }
    widths
}

/// The height of the heads of the columns (logical pixels).
#[must_use]
pub fn header_height<C>(
    ctx: &egui::Context,
    columns: &[Column<C>],
    widths: &[f32],
    theme: &Theme,
) -> f32 {
    let highest = columns
        .iter()
        .zip(widths)
        .map(|(column, width)| {
            lay_out(ctx, header_job(theme, &column.title, width - 2.0 * PAD.x)).size().y
        })
        .fold(17.0_f32, f32::max);
    highest + 2.0 * head_pad(ctx)
}

/// Between the edges of a head and its title, above and below (logical pixels).
#[must_use]
pub fn head_pad(ctx: &egui::Context) -> f32 {
    if is_low(ctx) { 4.0 } else { 8.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A column of numbers, and one for each of these widths and shares.
    fn columns(proposed: &[(f32, f32)]) -> Vec<Column<usize>> {
        let number = &[(36.0, 0.0)];
        let column = |(key, (proposed, share)): (usize, &(f32, f32))| Column {
            key,
            title: String::new(),
            proposed: *proposed,
            share: *share,
            unbroken: false,
            permille: None,
            drawn: None,
        };
        number.iter().chain(proposed).enumerate().map(column).collect()
    }

    #[test]
    fn columns_fill_the_room_and_never_fall_under_their_least() {
        let columns = columns(&[(132.0, 1.2), (190.0, 3.0), (122.0, 0.6)]);
        let wide: f32 = widths(&columns, 1000.0, &mut Fit::default()).iter().sum();
        assert!((996.0..=1000.0).contains(&wide), "{wide}");
        let narrow = widths(&columns, 100.0, &mut Fit::default());
        assert_eq!(narrow, [30.0, 113.0, 163.0, 104.0]);
    }

    #[test]
    fn a_dragged_column_keeps_its_width() {
        let mut columns = columns(&[(190.0, 3.0), (122.0, 0.6)]);
        columns[2].drawn = Some(300.0);
        assert_eq!(widths(&columns, 800.0, &mut Fit::default()), [36.0, 464.0, 300.0]);
    }
}
