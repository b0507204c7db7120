//! Beside the findings: "Sẵn sàng in", a list of points that goes green.

use egui::accesskit::Role;
use egui::{CornerRadius, Pos2, Rect, RichText, Sense, Ui, Vec2, WidgetInfo};

use crate::check::{Finding, Severity};
use crate::messages::ready as words;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Tone, card_frame};

/// Width of the card (logical pixels); where less than the second is left for the findings, they
/// have the room for themselves.
pub(super) const WIDTH: f32 = 292.0;
/// See [`WIDTH`].
pub(super) const LEAST: f32 = 700.0;
/// Height of a line.
const LINE: f32 = 24.0;

/// How each point stands, of the findings it was counted in.
#[derive(Default)]
pub(super) struct Points {
    /// Which findings: the revision, where they lie and how many they are.
    of: (u64, usize, usize),
    worst: Vec<Option<Severity>>,
}

impl Points {
    /// Counts anew where the findings are others.
    fn look(&mut self, revision: u64, findings: &[Finding]) {
        let of = (revision, findings.as_ptr() as usize, findings.len());
        if self.of == of && !self.worst.is_empty() {
            return;
        }
        self.of = of;
        let worst = |codes: &[&str]| {
            let found = findings.iter().filter(|finding| codes.contains(&finding.code));
            found.map(|finding| finding.severity).min()
        };
        self.worst = words::POINTS.iter().map(|(_, codes)| worst(codes)).collect();
    }
}

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &ViewCx<'_>, points: &mut Points) {
    points.look(cx.revision, cx.findings);
    let errors = cx.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    card_frame(ui).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            let title = if errors == 0 { words::TITLE } else { words::NOT_YET };
            let title = RichText::new(title).font(theme::bold(size::CARD));
            ui.label(title.color(cx.theme.text));
            let (tone, left) = match errors {
                0 => (Tone::Done, words::READY.to_owned()),
                count => (Tone::Late, words::errors_left(count)),
            };
            widgets::at_right(ui, |ui| drop(widgets::badge(ui, tone, &left)));
        });
        let passed = points.worst.iter().filter(|worst| worst.is_none()).count();
        bar(ui, cx, passed, errors);
        widgets::small(ui, &words::points_passed(passed));
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::ScrollArea::vertical().show(ui, |ui| {
            for ((words, _), worst) in words::POINTS.iter().zip(&points.worst) {
                point(ui, cx, words, *worst);
            }
        });
    });
}

fn bar(ui: &mut Ui, cx: &ViewCx<'_>, passed: usize, errors: usize) {
    let whole = Vec2::new(ui.available_width(), 8.0);
    let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
    let part = rect.width() * passed as f32 / words::POINTS.len() as f32;
    let done = Rect::from_min_size(rect.min, Vec2::new(part, rect.height()));
    ui.painter().rect_filled(rect, CornerRadius::same(4), cx.theme.line);
    let ink = if errors == 0 { cx.theme.done } else { cx.theme.due };
    ui.painter().rect_filled(done, CornerRadius::same(4), ink);
}

fn point(ui: &mut Ui, cx: &ViewCx<'_>, words: &str, worst: Option<Severity>) {
    let (sign, ink) = match worst {
        None => ("✓", cx.theme.done),
        Some(Severity::Error) => ("×", cx.theme.late),
        Some(_) => ("!", cx.theme.due),
    };
    let whole = Vec2::new(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    let said = words::point_said(words, worst.is_none());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let top = rect.top() + 3.0;
    let bold = theme::bold(size::SMALL);
    one_line(ui, Pos2::new(rect.left() + 2.0, top), rect.right(), sign, bold, ink);
    let font = theme::regular(size::SMALL);
    one_line(ui, Pos2::new(rect.left() + 22.0, top), rect.right(), words, font, cx.theme.text);
}
