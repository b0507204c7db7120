//! What a text that is being typed may become: a list under its cell, which a person may take
//! from and typing passes by.

use egui::{Align2, Area, Frame, Id, Order, Rect, Ui, Vec2};

use crate::ui::theme;

use super::sheet::{Proposed, Sheet};

/// A line of it is this high (logical pixels), and what stands above and below them.
const LINE: f32 = 32.0;
const AROUND: f32 = 78.0;

/// What the grid remembers of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Proposing {
    /// What each line of it would make of the cell.
    wholes: Vec<String>,
    /// The line chosen by the keys.
    at: Option<usize>,
    /// It was sent away until another letter is typed.
    dismissed: bool,
}

impl Proposing {
    /// Whether the list is in sight.
    pub fn is_open(&self) -> bool {
        !self.wholes.is_empty()
    }

    /// Whether a line of it is chosen.
    pub fn is_chosen(&self) -> bool {
        self.at.is_some()
    }

    /// Another letter was typed.
    pub fn typed(&mut self) {
        (self.at, self.dismissed) = (None, false);
    }

    /// It goes, and comes again with the next letter.
    pub fn dismiss(&mut self) {
        *self = Self { dismissed: true, ..Self::default() };
    }

    /// The line below is chosen, or the one above; above the first one none is.
    pub fn step(&mut self, by: i32) {
        let last = self.wholes.len().checked_sub(1);
        self.at = match (self.at, by > 0) {
            (None, true) => last.map(|_| 0),
            (None, false) => None,
            (Some(at), true) => last.map(|last| (at + 1).min(last)),
            (Some(at), false) => at.checked_sub(1),
        };
    }

    /// What the chosen line makes of the cell.
    pub fn taken(&self) -> Option<&str> {
        self.wholes.get(self.at?).map(String::as_str)
    }

    /// Draws the list under a cell, or above it where there is no room; gives the text clicked.
    pub fn show<S: Sheet>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        (editor, cell): (Id, Rect),
        lines: &[Proposed],
    ) -> Option<String> {
        self.wholes.clear();
        if self.dismissed || lines.is_empty() {
            return None;
        }
        self.wholes.extend(lines.iter().map(|line| line.whole.clone()));
        self.at = self.at.filter(|at| *at < lines.len());
        let height = LINE * lines.len() as f32 + AROUND;
        let below = cell.bottom() + height <= ui.ctx().content_rect().bottom();
        let (pivot, at) = if below {
            (Align2::LEFT_TOP, cell.left_bottom() + Vec2::new(0.0, 2.0))
        } else {
            (Align2::LEFT_BOTTOM, cell.left_top() - Vec2::new(0.0, 2.0))
        };
        let area = Area::new(editor.with("proposals")).order(Order::Foreground);
        let area = area.pivot(pivot).fixed_pos(at).constrain(true);
        let shown = area.show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).fill(theme::of(ui).surface);
            let inside = |ui: &mut Ui| sheet.proposals_ui(ui, lines, self.at);
            frame.show(ui, inside).inner
        });
        shown.inner.and_then(|at| self.wholes.get(at).cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_chosen_before_a_key_chooses_it() {
        let wholes = vec!["a".to_owned(), "b".to_owned()];
        let mut list = Proposing { wholes, ..Proposing::default() };
        assert_eq!(list.taken(), None);
        let mut way = Vec::new();
        for by in [-1, 1, 1, 1, -1, -1] {
            list.step(by);
            way.push(list.taken().map(str::to_owned));
        }
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(way, [None, some("a"), some("b"), some("b"), some("a"), None]);
        list.step(1);
        list.typed();
        assert_eq!(list.taken(), None, "another letter was typed");
        list.dismiss();
        assert!(!list.is_open());
    }
}
