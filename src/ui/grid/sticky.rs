//! The title of the lines in sight stays under the heads of the columns while they are scrolled.

use egui::accesskit::Role;
use egui::{Pos2, Rect, Sense, Ui, Vec2, WidgetInfo};

use crate::ui::theme::Theme;

use super::galleys::{PAD, cut_job, format, lay_out};
use super::sheet::{Key, Line, Sheet};
use super::{Caret, Grid, Mode};

/// Where the titles of a grid stand among its lines: looked up again only when it changed.
#[derive(Debug, Default)]
pub struct Titles {
    of: Option<(u32, u64)>,
    places: Vec<usize>,
}

impl Titles {
    /// Takes over another state of the sheet.
    pub fn sync<S: Sheet>(&mut self, sheet: &S) {
        let now = Some(sheet.state());
        if self.of != now {
            self.of = now;
            let lines = sheet.lines().iter().enumerate();
            self.places = lines.filter(|(_, line)| line.spans()).map(|(at, _)| at).collect();
        }
    }

    /// The title over a line, itself where it is one, and the next one below.
    #[must_use]
    pub fn around(&self, line: usize) -> (Option<usize>, Option<usize>) {
        let next = self.places.partition_point(|at| *at <= line);
        (next.checked_sub(1).map(|at| self.places[at]), self.places.get(next).copied())
    }
}

impl<L: Line> Grid<L> {
    /// Draws the title of the first line in sight over it; `top`: where line 0 begins on the
    /// screen, `body`: where the lines are seen, `widths` its first column. Never over the cell
    /// that is worked on.
    pub(super) fn sticky_ui<S: Sheet<Line = L>>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        theme: &Theme,
        (body, top, number): (Rect, f32, f32),
    ) {
        let first = self.heights.line_at(body.top() - top);
        let (Some(title), next) = self.titles.around(first) else { return };
        let (begin, end) = (self.heights.top(title), self.heights.top(title + 1));
        if top + begin >= body.top() - 0.5 {
            return;
        }
        // The next title pushes it out.
        let high = (end - begin).min(body.height() / 3.0);
        let below = next.map_or(f32::INFINITY, |next| top + self.heights.top(next));
        let at = (below - high).min(body.top());
        let place = Rect::from_min_size(Pos2::new(body.left(), at), Vec2::new(body.width(), high));
        let works = self.cell.is_some_and(|cell| cell.intersects(place.intersect(body)));
        let Some((line, column)) = sheet.lines().get(title).zip(sheet.columns().get(1)) else {
            return;
        };
        let Some(editor) = self.editor.filter(|_| !works && self.drag.is_none()) else { return };
        let painter = ui.painter().with_clip_rect(body);
        painter.rect_filled(place, 0.0, theme.sunk);
        painter.hline(place.x_range(), place.bottom() - 0.5, theme.border());
        let mut job = egui::text::LayoutJob::default();
        job.append(line.number(), 0.0, format(theme, true));
        painter.galley(place.min + PAD, lay_out(ui, job), theme.text);
        let text = line.text(column.key);
        let bold = sheet.bold(line, column.key, text);
        let room = place.width() - number - 2.0 * PAD.x;
        let galley = lay_out(ui, cut_job(theme, text, bold, room, 2));
        painter.galley(place.min + Vec2::new(number, 0.0) + PAD, galley, theme.text);
        let response =
            ui.interact(place.intersect(body), editor.with("title in sight"), Sense::click());
        let label = sheet.label(title, column.key, text);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, label.as_str()));
        if response.clicked() {
            self.choose_title(line.key(), column.key);
        }
    }

    fn choose_title(&mut self, key: Key, column: L::Column) {
        self.choose(key, column);
        (self.mode, self.caret) = (Mode::Chosen, Caret::All);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_under_the_last_title_above_it() {
        let titles = Titles { of: None, places: vec![2, 5, 6] };
        for (line, around) in [
            (0, (None, Some(2))),
            (1, (None, Some(2))),
            (2, (Some(2), Some(5))),
            (4, (Some(2), Some(5))),
            (5, (Some(5), Some(6))),
            (9, (Some(6), None)),
        ] {
            assert_eq!(titles.around(line), around, "{line}");
        }
        assert_eq!(Titles::default().around(3), (None, None));
    }
}
