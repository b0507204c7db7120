//! Findings of one kind under one line, where there are many: how often, and what opens them.

use egui::accesskit::Role;
use egui::{Pos2, Rect, Sense, UiBuilder, Vec2, WidgetInfo};
use egui_extras::TableRow;

use super::card::{edge_colour, says_change};
use super::{INSIDE, Line, Wish};
use crate::check::{Finding, Severity};
use crate::messages::{self, findings as words};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, button_width, button_with, paint_triangle};
use crate::ui::widgets::card::EDGE;
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Card};

/// From so many findings on those of one kind are gathered.
const MANY: usize = 40;
/// So many of a kind are worth a line over them.
const WORTH: usize = 3;
/// Height of the line of a kind (logical pixels).
pub(super) const HEAD: f32 = 44.0;
/// Room for how often (logical pixels).
const COUNT: f32 = 84.0;

/// The kinds of what is shown, as they were gathered last.
#[derive(Default)]
pub(super) struct Kinds {
    /// Of which findings: the revision, where they lie, how many they are, and whether only what
    /// can be mended is shown.
    of: Option<(u64, usize, usize, bool)>,
    all: Vec<Kind>,
    /// The names of those that are open.
    open: Vec<String>,
    gathers: bool,
}

/// Findings of one kind and severity.
pub(super) struct Kind {
    severity: Severity,
    name: String,
    which: Vec<usize>,
}

impl Kinds {
    /// Gathers anew where the findings are others.
    pub(super) fn look(&mut self, cx: &ViewCx<'_>, mending: bool) {
        let all = cx.findings;
        let of = Some((cx.revision, all.as_ptr() as usize, all.len(), mending));
        if self.of == of {
            return;
        }
        self.of = of;
        self.all.clear();
        let shown: Vec<usize> =
            (0..all.len()).filter(|at| !mending || says_change(&all[*at])).collect();
        self.gathers = shown.len() >= MANY;
        for at in shown {
            let finding: &Finding = &all[at];
            let name = if self.gathers {
                words::kind_name(finding.code, &messages::finding_title(cx.dossier, finding))
            } else {
                String::new()
            };
            let same = |kind: &&mut Kind| kind.severity == finding.severity && kind.name == name;
            match self.all.iter_mut().find(same) {
                Some(kind) => kind.which.push(at),
                None => self.all.push(Kind { severity: finding.severity, name, which: vec![at] }),
            }
        }
    }

    /// The lines of the list, the worst first.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for severity in Severity::ALL {
            let before = lines.len();
            lines.push(Line::Title(severity));
            for (at, kind) in self.all.iter().enumerate() {
                if kind.severity != severity {
                    continue;
                }
                let gathered = self.gathers && kind.which.len() >= WORTH;
                if gathered {
                    lines.push(Line::Kind(at));
                }
                if !gathered || self.is_open(at) {
                    lines.extend(kind.which.iter().copied().map(Line::Card));
                }
            }
            if lines.len() == before + 1 {
                lines.pop();
            }
        }
        lines
    }

    fn is_open(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|kind| self.open.contains(&kind.name))
    }

    /// Opens a kind or closes it.
    pub(super) fn turn(&mut self, at: usize, open: Option<bool>) {
        let wanted = open.unwrap_or(!self.is_open(at));
        let Some(kind) = self.all.get(at) else { return };
        self.open.retain(|name| *name != kind.name);
        if wanted {
            self.open.push(kind.name.clone());
        }
    }

    /// The line over the findings of a kind; gives what is asked.
    pub(super) fn show(
        &self,
        row: &mut TableRow<'_, '_>,
        cx: &ViewCx<'_>,
        at: usize,
        width: f32,
        chosen: bool,
    ) -> Option<Wish> {
        let kind = self.all.get(at)?;
        let open = self.is_open(at);
        let (count, first) = (kind.which.len(), &cx.findings[*kind.which.first()?]);
        let mends: Vec<usize> =
            kind.which.iter().copied().filter(|at| says_change(&cx.findings[*at])).collect();
        let mend = (!mends.is_empty()).then(|| words::mend_kind(mends.len()));
        let look = Look { height: Some(32.0), ..Look::default() };
        let mut wish = None;
        row.col(|ui| {
            let wide = |words: &String| button_width(ui, words, &look) + INSIDE;
            let beside = mend.as_ref().map_or(0.0, wide) + INSIDE;
            let rect = Rect::from_min_size(ui.max_rect().min, Vec2::new(width, HEAD));
            let id = ui.scope_id().with(("kind", &kind.name));
            let response = ui.interact(rect, id, Sense::CLICK);
            response.widget_info(|| {
                let said = words::kind_said(&kind.name, count, open);
                WidgetInfo::labeled(Role::ListBoxOption, true, said)
            });
            let edge = Some(edge_colour(cx.theme, first));
            Card { chosen, hot: response.hovered(), edge, sunk: true }.paint(ui, rect);
            if response.clicked() {
                wish = Some(Wish::Turn(at, None));
            }
            let middle = rect.center().y;
            let left = rect.left() + EDGE + 13.0;
            paint_triangle(ui.painter(), Pos2::new(left + 5.0, middle), open, cx.theme.muted);
            let font = theme::bold(size::BODY);
            let galley =
                ui.painter().layout_no_wrap(kind.name.clone(), font.clone(), cx.theme.text);
            let left = left + 18.0;
            let at = Pos2::new(left, middle - galley.size().y / 2.0);
            // Its name has all the room there is but for how often, and the button.
            let end = rect.right() - beside - COUNT;
            one_line(ui, at, end, &kind.name, font, cx.theme.text);
            let beside = (left + galley.size().x).min(end) + 10.0;
            let place = Rect::from_min_max(Pos2::new(beside, rect.top()), rect.max);
            // It takes no room of the column: what stands under it keeps its place.
            let mut count_ui = ui.new_child(UiBuilder::new().id_salt("count").max_rect(place));
            count_ui.horizontal_centered(|ui| {
                widgets::badge(ui, super::tone(kind.severity), &words::times(count));
            });
        });
        row.col(|_| {});
        row.col(|ui| {
            let Some(words) = &mend else { return };
            ui.add_space(ui.available_width() - INSIDE - button_width(ui, words, &look));
            if button_with(ui, words, &look).clicked() {
                wish = Some(Wish::Mend(mends));
            }
        });
        wish
    }
}
