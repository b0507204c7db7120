//! What is only shown: labels, help, badges, title rows, empty screens.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, CornerRadius, FontId, Pos2, Response, RichText, Sense, Ui, Vec2};

use crate::ui::theme::{self, size};

/// What a badge or a notice means; colour never says it alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Plain,
    /// Work under way, the active place.
    Accent,
    /// Overdue, error.
    Late,
    /// Due soon, look again.
    Due,
    /// Done, saved, understood.
    Done,
}

impl Tone {
    /// Its words and what is behind them.
    #[must_use]
    pub fn colours(self, theme: &theme::Theme) -> (Color32, Color32) {
        match self {
            Self::Plain => (theme.muted, theme.sunk),
            Self::Accent => (theme.accent, theme.accent_soft),
            Self::Late => (theme.late, theme.late_soft),
            Self::Due => (theme.due, theme.due_soft),
            Self::Done => (theme.done, theme.done_soft),
        }
    }
}

/// The label over a field.
pub fn label(ui: &mut Ui, words: &str) -> Response {
    let muted = theme::of(ui).muted;
    ui.label(RichText::new(words).font(theme::regular(size::SMALL)).color(muted))
}

/// Help under a field, wrapped.
pub fn help(ui: &mut Ui, words: &str) -> Response {
    small(ui, words)
}

/// Secondary words, wrapped.
pub fn small(ui: &mut Ui, words: &str) -> Response {
    let muted = theme::of(ui).muted;
    ui.add(
        egui::Label::new(
            RichText::new(words)
                .font(theme::regular(size::SMALL))
                .line_height(Some(size::SMALL * size::LINE))
                .color(muted),
        )
        .wrap(),
    )
}

/// Words, wrapped.
pub fn body(ui: &mut Ui, words: &str) -> Response {
    let text = theme::of(ui).text;
    ui.add(
        egui::Label::new(
            RichText::new(words)
                .font(theme::regular(size::BODY))
                .line_height(Some(size::BODY * size::LINE))
                .color(text),
        )
        .wrap(),
    )
}

/// A few words on a coloured ground.
pub fn badge(ui: &mut Ui, tone: Tone, words: &str) -> Response {
    let theme = theme::of(ui);
    let (ink, ground) = tone.colours(&theme);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), theme::bold(size::SMALL - 0.5), ink);
    let wanted = Vec2::new((galley.size().x + 16.0).max(22.0), galley.size().y + 2.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Label, ui.is_enabled(), words)
    });
    let radius = CornerRadius::same((rect.height() / 2.0) as u8);
    ui.painter().rect_filled(rect, radius, ground);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    response
}

/// The title of a screen with a note after it, and what goes on the same line; its buttons
/// stand [`at_right`]. Where there is no room for all of it the note falls away, then the title.
pub fn title_row(ui: &mut Ui, title: &str, note: &str, add: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    let known = ui.scope_id().with(("title row", title));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let row = ui.allocate_ui_with_layout(Vec2::new(room, size::FIELD), layout, |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let words = title_words(ui, (title, note), known);
        add(ui);
        words
    });
    let (drawn, words) = (row.response.rect.width(), row.inner);
    // How wide the rest is shows only where it is too wide; then it is drawn once more.
    if drawn > room + 1.0 && words > 0.0 {
        ui.data_mut(|data| data.insert_temp(known, drawn - words));
        ui.ctx().request_discard("a title has no room");
    }
}

/// Draws the title and the note as far as what else stands on the line leaves them room; gives
/// how wide they are.
fn title_words(ui: &mut Ui, (title, note): (&str, &str), known: egui::Id) -> f32 {
    let theme = theme::of(ui);
    let wide = ui.ctx().content_rect().width() >= size::WIDE;
    let points = if wide { size::TITLE_WIDE } else { size::TITLE };
    let rest = ui.data(|data| data.get_temp::<f32>(known)).unwrap_or_default();
    let (room, left) = (ui.available_width(), ui.cursor().left());
    for (words, font, ink) in
        [(title, theme::bold(points), theme.text), (note, theme::regular(size::TABLE), theme.muted)]
    {
        if words.is_empty() {
            continue;
        }
        let galley = ui.painter().layout_no_wrap(words.to_owned(), font.clone(), ink);
        let before = ui.cursor().left() - left;
        if rest > 0.0 && before + galley.size().x + ui.spacing().item_spacing.x + rest > room {
            break;
        }
        ui.label(RichText::new(words).font(font).color(ink));
    }
    ui.cursor().left() - left
}

/// Ends a line at the right. What is added there is added as it is read, for Tab goes in the
/// order in which things are added.
pub fn at_right(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let known = ui.scope_id().with("at right");
    // How wide it is shows only when it is drawn; where that is news, it is drawn once more.
    let room = ui.available_width();
    let wide = ui.data(|data| data.get_temp::<f32>(known)).unwrap_or(room);
    ui.add_space((room - wide).max(0.0));
    let drawn = ui.horizontal(add).response.rect.width();
    if (drawn - wide).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(known, drawn));
        ui.ctx().request_discard("the end of a line was measured");
    }
}

/// Words under a field that come and go: their room is always kept, so that nothing moves.
pub fn hint(ui: &mut Ui, shown: bool, words: &str, ink: egui::Color32) {
    let font = theme::regular(size::SMALL);
    let galley = ui.painter().layout(words.to_owned(), font, ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    if shown {
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::Label, ui.is_enabled(), words)
        });
        ui.painter().galley(rect.min, galley, ink);
    }
}

/// What stands where there is nothing yet: what it is, and what to do.
pub fn empty(ui: &mut Ui, what: &str, do_this: &str) {
    ui.add_space(32.0);
    ui.vertical_centered(|ui| {
        let theme = theme::of(ui);
        ui.label(RichText::new(what).font(theme::bold(size::CARD)).color(theme.text));
        small(ui, do_this);
    });
    ui.add_space(16.0);
}

/// Words on one line that ends at `right`; gives whether they are cut there.
pub fn one_line(ui: &Ui, at: Pos2, right: f32, words: &str, font: FontId, ink: Color32) -> bool {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(right - at.x);
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ui.painter().galley(at, galley, ink);
    cut
}
