//! The sums of a review: how much is done, and the same as bars by standard.

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, Rect, RichText, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
};

use crate::messages::review as words;
use crate::plan::Review;
use crate::ui::theme::{self, Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, card::Card};
use crate::year::follow::Counts;

use super::model::Model;

/// Width of the card with the sum, logical pixels.
const SUM: f32 = 290.0;
/// Height of both cards at most; more standards than fit scroll.
const HEIGHT: f32 = 188.0;
/// From bar to bar.
const PITCH: f32 = 26.0;
/// In less room than this the legend has several lines.
const NARROW: f32 = 560.0;
/// Room for the name of a standard.
const NAME: f32 = 220.0;

/// Draws both cards side by side.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, review: &Review, model: &Model) {
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (strip, _) = ui.allocate_exact_size(size, Sense::hover());
    let split = strip.left() + SUM;
    let left = Rect::from_min_max(strip.min, pos2(split, strip.bottom()));
    let right = Rect::from_min_max(pos2(split + 12.0, strip.top()), strip.max);
    card(ui, "sum", left, |ui| sum(ui, cx, review, model));
    card(ui, "bars", right, |ui| bars(ui, model));
}

fn card(ui: &mut Ui, salt: &str, place: Rect, add: impl FnOnce(&mut Ui)) {
    Card::default().paint(ui, place);
    let inside = place.shrink2(Vec2::new(12.0, 10.0));
    let layout = egui::Layout::top_down(egui::Align::Min);
    let room = UiBuilder::new().id_salt(salt).max_rect(inside).layout(layout);
    // The strip has its room already.
    add(&mut ui.new_child(room));
}

fn sum(ui: &mut Ui, cx: &ViewCx<'_>, review: &Review, model: &Model) {
    let theme = theme::of(ui);
    ui.spacing_mut().item_spacing.y = 6.0;
    let name = review.when.trim();
    let name = if name.is_empty() { words::UNNAMED } else { name };
    ui.label(RichText::new(name).font(theme::bold(size::CARD)).color(theme.text));
    let (done, said) = words::done_of(&model.counts);
    ui.horizontal(|ui| {
        ui.label(RichText::new(done).font(theme::bold(size::TITLE_WIDE + 4.0)).color(theme.text));
        widgets::body(ui, said);
    });
    let others = words::others(&model.counts);
    if !others.is_empty() {
        widgets::small(ui, &others);
    }
    let told = model.closed.map_or_else(|| words::before(review.day, cx.today), words::closed_at);
    widgets::small(ui, &told);
}

/// The colour of each piece of a bar, and of the number on it.
fn inks(theme: &Theme) -> [(Color32, Color32); 5] {
    [
        (theme.done, theme.on_accent),
        (theme.accent, theme.on_accent),
        (theme.late, theme.on_accent),
        (theme.faint, theme.text),
        (theme.line, theme.text),
    ]
}

fn bars(ui: &mut Ui, model: &Model) {
    let theme = theme::of(ui);
    let inks = inks(&theme);
    ui.spacing_mut().item_spacing.y = 4.0;
    let title = RichText::new(words::BY_STANDARD).font(theme::bold(size::CARD));
    ui.label(title.color(theme.text));
    if ui.available_width() < NARROW {
        // Its lines stand as close as those of words.
        ui.spacing_mut().interact_size.y = size::SMALL * size::LINE;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        for (at, (count, name)) in words::pieces(&model.counts).into_iter().enumerate() {
            if count == 0 {
                continue;
            }
            let (words, font) = (format!("{name} {count}"), theme::regular(size::SMALL));
            let galley = ui.painter().layout_no_wrap(words.clone(), font, theme.text);
            // Both as one thing: they go to the next line together.
            let size = galley.size() + Vec2::new(17.0, 0.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
            let square = pos2(rect.left(), rect.center().y - 6.0);
            piece(ui, Rect::from_min_size(square, Vec2::splat(12.0)), inks[at].0, &theme);
            ui.painter().galley(rect.min + Vec2::new(17.0, 0.0), galley, theme.text);
            ui.add_space(8.0);
        }
    });
    let most = model.groups.iter().map(|group| group.counts.all).max().unwrap_or(1).max(1);
    let height = ui.available_height();
    egui::ScrollArea::vertical()
        .id_salt("bars")
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for group in &model.groups {
                bar(ui, &theme, &group.title, &group.counts, most, &inks);
            }
        });
}

/// A piece of a bar: the pale ones have an edge, so that they are seen on any ground.
fn piece(ui: &Ui, place: Rect, fill: Color32, theme: &Theme) {
    let pale = fill == theme.faint || fill == theme.line;
    let edge = if pale { theme.muted } else { fill };
    let radius = CornerRadius::same(2);
    ui.painter().rect(place, radius, fill, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
}

/// One standard: its name, and its work by how it stands.
fn bar(
    ui: &mut Ui,
    theme: &Theme,
    title: &str,
    counts: &Counts,
    most: usize,
    inks: &[(Color32, Color32); 5],
) {
    let title = if title.is_empty() { crate::messages::follow::NO_STANDARD } else { title };
    let size = Vec2::new(ui.available_width(), PITCH);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = format!("{title}: {}", words::all(counts));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let at = pos2(rect.left(), rect.center().y - size::TABLE * 0.68);
    let font = theme::regular(size::TABLE);
    let name = NAME.min(rect.width() * 0.4);
    if one_line(ui, at, rect.left() + name - 10.0, title, font, theme.text) {
        response.on_hover_text(said);
    }
    let room = (rect.width() - name) / most as f32;
    let mut left = rect.left() + name;
    for ((count, _), (fill, ink)) in words::pieces(counts).into_iter().zip(inks) {
        if count == 0 {
            continue;
        }
        let width = room * count as f32;
        let size = Vec2::new(width - 1.0, PITCH - 7.0);
        let place = Rect::from_min_size(pos2(left, rect.top() + 3.0), size);
        piece(ui, place, *fill, theme);
        let galley =
            ui.painter().layout_no_wrap(count.to_string(), theme::bold(size::SMALL - 0.5), *ink);
        if galley.size().x + 4.0 <= width {
            ui.painter().galley(place.center() - galley.size() / 2.0, galley, *ink);
        }
        left += width;
    }
}
