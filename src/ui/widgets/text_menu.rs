//! The menu of a text field, over all else.

use egui::{Context, Popup, PopupKind};

use crate::messages::{spelling as words, table};
use crate::ui::fields::menu::{self, Pick};

use super::choice::list_row_with;

/// Its width, logical pixels.
const WIDTH: f32 = 230.0;

/// Draws the menu that is open, if one is.
pub fn show(ctx: &Context) {
    let Some(open) = menu::open(ctx) else { return };
    let mut stays = true;
    let shown = Popup::new(open.id.with("text menu"), ctx.clone(), open.at, open.layer)
        .kind(PopupKind::Menu)
        .open_bool(&mut stays)
        .layout(egui::Layout::top_down_justified(egui::Align::Min))
        .style(egui::containers::menu::menu_style)
        .gap(0.0)
        .width(WIDTH)
        .show(|ui| {
            ui.set_max_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut picked = None;
            for (at, pick) in open.picks.iter().enumerate() {
                if *pick == Pick::Cut && at > 0 {
                    ui.separator();
                }
                let (label, keys) = named(pick);
                let response = list_row_with(ui, &label, keys, open.chosen == Some(at));
                if response.clicked() {
                    picked = Some(pick.clone());
                }
            }
            picked
        });
    if let Some(shown) = shown {
        menu::drawn_at(ctx, shown.response.rect);
        if let Some(picked) = shown.inner {
            menu::pick(ctx, picked);
            return;
        }
    }
    if !stays {
        menu::close(ctx);
    }
}

fn named(pick: &Pick) -> (String, &'static str) {
    match pick {
        Pick::Put(_, word) => (word.clone(), ""),
        Pick::LetThrough(word) => (words::let_through(word), ""),
        Pick::Cut => (table::CUT.to_owned(), "Ctrl+X"),
        Pick::Copy => (table::COPY.to_owned(), "Ctrl+C"),
        Pick::Paste => (table::PASTE.to_owned(), "Ctrl+V"),
        Pick::All => (words::ALL.to_owned(), "Ctrl+A"),
    }
}
