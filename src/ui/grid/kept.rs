//! Words of cells that were laid out and may be seen again: what stays in sight is not even asked
//! for again, and what was scrolled away a moment ago comes back as it was.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Context, Galley};

use crate::ui::theme::Theme;

use super::galleys::{cut_job, format, lay_out};
use super::sheet::Key;

/// So many cells at most: about six screens, 25 kB each.
const MOST: usize = 400;

/// By what a text is laid out, beside its letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// So many bytes at its beginning are bold.
    pub bold: usize,
    /// How wide it may be (logical pixels).
    pub width: f32,
    /// No more than so many lines of words are shown.
    pub lines: usize,
}

#[derive(Debug)]
struct Laid {
    look: Look,
    galley: Arc<Galley>,
    /// In which frame it was asked for last.
    at: u64,
}

/// The words of the cells that were seen lately.
#[derive(Debug)]
pub struct Kept<C> {
    cells: HashMap<Key, Vec<(C, Laid)>>,
    count: usize,
    frame: u64,
    /// Words that are laid out in every frame: where they are laid out anew, egui has emptied the
    /// texture in which all letters stand, and what is kept points to nothing.
    probe: Option<Arc<Galley>>,
}

impl<C> Default for Kept<C> {
    fn default() -> Self {
        Self { cells: HashMap::new(), count: 0, frame: 0, probe: None }
    }
}

impl<C: Copy + PartialEq> Kept<C> {
    /// Begins a frame: forgets what cannot be drawn any more, and what was not seen for longest.
    pub fn begin(&mut self, ctx: &Context, theme: &Theme) {
        let mut job = LayoutJob::default();
        job.append("M", 0.0, format(theme, false));
        let probe = lay_out(ctx, job);
        if self.probe.as_ref().is_none_or(|old| !Arc::ptr_eq(old, &probe)) {
            self.cells.clear();
            self.count = 0;
            self.probe = Some(probe);
        }
        self.frame += 1;
        let mut age = 240;
        while self.count > MOST && age > 1 {
            age /= 2;
            let since = self.frame.saturating_sub(age);
            self.cells.retain(|_, cells| {
                cells.retain(|(_, laid)| laid.at >= since);
                !cells.is_empty()
            });
            self.count = self.cells.values().map(Vec::len).sum();
        }
    }

    /// The words of a cell, laid out.
    pub fn words(
        &mut self,
        ctx: &Context,
        theme: &Theme,
        (key, column): (Key, C),
        text: &str,
        look: Look,
    ) -> Arc<Galley> {
        let cells = self.cells.entry(key).or_default();
        let known = cells.iter_mut().find(|(of, _)| *of == column).map(|(_, laid)| laid);
        if let Some(laid) = known {
            laid.at = self.frame;
            if laid.look != look || laid.galley.text() != text {
                laid.galley = lay_out(ctx, job_of(theme, text, look));
                laid.look = look;
            }
            return Arc::clone(&laid.galley);
        }
        let galley = lay_out(ctx, job_of(theme, text, look));
        let laid = Laid { look, galley: Arc::clone(&galley), at: self.frame };
        cells.push((column, laid));
        self.count += 1;
        galley
    }
}

/// A text as it is laid out.
pub fn job_of(theme: &Theme, text: &str, look: Look) -> LayoutJob {
    cut_job(theme, text, look.bold, look.width, look.lines)
}

#[cfg(test)]
mod tests {
    use egui::{RawInput, Rect, Vec2, pos2};

    use super::*;
    use crate::ui::theme;

    /// One frame in which these cells are asked for.
    fn frame(ctx: &Context, kept: &mut Kept<u8>, cells: &[(u32, &str, Look)]) -> Vec<Arc<Galley>> {
        let screen = Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::splat(500.0)));
        let mut galleys = Vec::new();
        let input = RawInput { screen_rect: screen, ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            let theme = theme::of(ui);
            kept.begin(ui, &theme);
            galleys.clear();
            for (key, text, look) in cells {
                galleys.push(kept.words(ui, &theme, (Key(*key), 0), text, *look));
            }
        });
        output.textures_delta.clear();
        galleys
    }

    const LOOK: Look = Look { bold: 0, width: 120.0, lines: usize::MAX };

    fn context() -> Context {
        let ctx = Context::default();
        theme::set_fonts(&ctx);
        ctx
    }

    #[test]
    fn the_same_words_are_laid_out_once_others_anew() {
        let ctx = context();
        let mut kept = Kept::default();
        let first = frame(&ctx, &mut kept, &[(1, "Rà soát", LOOK)]);
        // Out of sight for longer than egui itself remembers.
        frame(&ctx, &mut kept, &[]);
        frame(&ctx, &mut kept, &[]);
        let again = frame(&ctx, &mut kept, &[(1, "Rà soát", LOOK)]);
        assert!(Arc::ptr_eq(&first[0], &again[0]));
        let other = frame(&ctx, &mut kept, &[(1, "Rà soát lại", LOOK)]);
        assert_eq!(other[0].text(), "Rà soát lại");
        let narrow = Look { width: 30.0, ..LOOK };
        let narrow = frame(&ctx, &mut kept, &[(1, "Rà soát lại", narrow)]);
        assert!(narrow[0].size().y > other[0].size().y);
    }

    #[test]
    fn what_points_into_another_texture_is_laid_out_anew() {
        let ctx = context();
        let mut kept = Kept::default();
        let first = frame(&ctx, &mut kept, &[(1, "Rà soát", LOOK)]);
        ctx.set_pixels_per_point(2.0);
        frame(&ctx, &mut kept, &[]);
        let sharp = frame(&ctx, &mut kept, &[(1, "Rà soát", LOOK)]);
        assert!(!Arc::ptr_eq(&first[0], &sharp[0]));
        assert!((sharp[0].pixels_per_point - 2.0).abs() < f32::EPSILON);
    }

    #[test]
    fn no_more_is_kept_than_a_few_screens() {
        let ctx = context();
        let mut kept = Kept::default();
        for page in 0..40 {
            let lines: Vec<_> = (0..30).map(|at| (page * 30 + at, "Rà soát", LOOK)).collect();
            frame(&ctx, &mut kept, &lines);
        }
        assert!(kept.count <= MOST + 30, "{}", kept.count);
        assert_eq!(kept.count, kept.cells.values().map(Vec::len).sum::<usize>());
    }
}
