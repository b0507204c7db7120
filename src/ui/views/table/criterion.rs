//! The criterion of the active row: its name, its standard and what its levels ask for, under
//! the table, on request.

use egui::{Frame, Margin, RichText, ScrollArea, Ui};

use crate::messages::criterion as words;
use crate::plan::{Catalogue, Criterion, Item};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets;

/// Its height where the catalogue holds names alone (logical pixels).
const NAMES: f32 = 74.0;
/// Its height where levels are told of as well.
const LEVELS: f32 = 128.0;

/// Its height (logical pixels) in so wide a window: the same for every row, so that the table
/// stands still.
#[must_use]
pub fn height(cx: &ViewCx<'_>, width: f32) -> f32 {
    let levels = cx.catalogue.is_some_and(|catalogue| catalogue.tells_of_levels());
    // What is said of a criterion takes a line more there.
    let more = if width < size::ONE_LINE { size::SMALL * size::LINE } else { 0.0 };
    if levels { LEVELS } else { NAMES + more }
}

/// Draws it in all the room there is; `item`: the active row, where it is an item.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, item: Option<&Item>) {
    let theme = theme::of(ui);
    let frame = Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(size::CARD_RADIUS)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(ui.available_height());
        // By itself a scroll area takes more than there is.
        let area = ScrollArea::vertical().id_salt("criterion").auto_shrink(false);
        area.min_scrolled_height(0.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let (Some(item), Some(catalogue)) = (item, cx.catalogue) else {
                let why = if cx.catalogue.is_none() { words::NO_CATALOGUE } else { words::NO_ITEM };
                widgets::small(ui, why);
                return;
            };
            if item.criteria.is_empty() {
                widgets::small(ui, words::NO_CRITERION);
            }
            for code in &item.criteria {
                one(ui, catalogue, code, item);
            }
        });
    });
}

/// One criterion: its name, where it stands, and its levels.
fn one(ui: &mut Ui, catalogue: &Catalogue, code: &str, item: &Item) {
    let theme = theme::of(ui);
    let Some(name) = catalogue.name_of(code) else {
        widgets::small(ui, &words::unknown(code));
        return;
    };
    let title = words::name(code, name);
    ui.label(RichText::new(title).font(theme::bold(size::TABLE)).color(theme.text));
    let standard = catalogue
        .standards
        .iter()
        .find(|standard| standard.criteria.iter().any(|criterion| criterion.code == code));
    let criterion = catalogue.criterion(code);
    let mut told = vec![standard.map_or(words::OF_LEVEL_FOUR.to_owned(), words::standard)];
    if let Some(criterion) = criterion {
        if criterion.mandatory {
            told.push(words::MANDATORY.to_owned());
        }
        told.extend(criterion.missing_levels.iter().map(|level| words::missing(*level)));
        if !criterion.tells_of_levels() {
            told.push(words::NAME_ONLY.to_owned());
        }
    }
    widgets::small(ui, &told.join(" · "));
    if let Some(criterion) = criterion.filter(|criterion| criterion.tells_of_levels()) {
        levels(ui, criterion, item);
    }
}

/// What each level asks for, side by side; the level that the row is to reach is named so.
fn levels(ui: &mut Ui, criterion: &Criterion, item: &Item) {
    let theme = theme::of(ui);
    let told = criterion.requirements.iter().zip(1_u8..);
    let told: Vec<_> = told.filter(|(text, _)| !text.trim().is_empty()).collect();
    ui.columns(told.len(), |columns| {
        for (ui, (text, level)) in columns.iter_mut().zip(&told) {
            let wanted = item.level_target == Some(*level);
            let ink = if wanted { theme.accent } else { theme.text };
            let title = words::level(*level, wanted, item.level_now == Some(*level));
            ui.label(RichText::new(title).font(theme::bold(size::SMALL)).color(ink));
            widgets::small(ui, text.trim());
        }
    });
}
