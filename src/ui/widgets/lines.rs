//! A list of painted lines of several heights: one stop of Tab, arrows inside it, and only what is
//! in sight is drawn.

use egui::{Id, Rect, ScrollArea, Ui, pos2};

use super::keys::{Keys, list_keys};

/// Where each line begins, in logical pixels below the first, and where the last one ends.
#[derive(Clone, Debug, Default)]
pub struct Tops(Vec<f32>);

impl Tops {
    /// Of lines of these heights.
    #[must_use]
    pub fn of(heights: impl IntoIterator<Item = f32>) -> Self {
        let mut tops = vec![0.0];
        let mut end = 0.0;
        for height in heights {
            end += height;
            tops.push(end);
        }
        Self(tops)
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    fn end(&self) -> f32 {
        self.0.last().copied().unwrap_or_default()
    }
}

/// Draws the lines in what room is left, each by `line`: its number, its place, and whether the
/// keyboard is on it. A click gives the list the focus by [`egui::Memory::request_focus`] of `id`.
pub fn lines(
    ui: &mut Ui,
    (id, name): (Id, &str),
    tops: &Tops,
    at: &mut usize,
    line: &mut dyn FnMut(&mut Ui, usize, Rect, bool),
) -> Keys {
    let room = ui.available_rect_before_wrap();
    let count = tops.count();
    let page = if count == 0 {
        1
    } else {
        ((room.height() * count as f32 / tops.end().max(1.0)) as usize).max(1)
    };
    let keys = list_keys(ui, id, room, name, at, count, page);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show_viewport(ui, |ui, view| {
        let top = ui.min_rect().top();
        let across = ui.max_rect().x_range();
        ui.set_height(tops.end());
        let rect_of = |line: usize| {
            let edge = |line: usize| top + tops.0.get(line).copied().unwrap_or_default();
            Rect::from_min_max(pos2(across.min, edge(line)), pos2(across.max, edge(line + 1)))
        };
        if keys.moved {
            ui.scroll_to_rect(rect_of(*at), None);
        }
        let first = tops.0.partition_point(|edge| *edge <= view.top()).saturating_sub(1);
        let end = tops.0.partition_point(|edge| *edge < view.bottom()).min(count);
        for number in first..end {
            line(ui, number, rect_of(number), keys.focused && number == *at);
        }
    });
    keys
}
