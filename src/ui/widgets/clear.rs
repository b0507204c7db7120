//! Places that nothing which comes by itself may be laid over while they are drawn: what a person
//! is about to press, and the lines that count.

use egui::{Context, Id, Rect, Ui};

/// What was asked to be kept clear in this pass, and which pass it was.
#[derive(Clone, Default)]
struct Kept {
    pass: u64,
    places: Vec<Rect>,
}

/// Keeps this place clear, as far as it is seen.
pub fn keep_clear(ui: &Ui, place: Rect) {
    let seen = place.intersect(ui.clip_rect());
    if !seen.is_positive() || ui.is_sizing_pass() {
        return;
    }
    let pass = ui.cumulative_pass_nr();
    ui.data_mut(|data| {
        let kept = data.get_temp_mut_or_default::<Kept>(id());
        if kept.pass != pass {
            *kept = Kept { pass, places: Vec::new() };
        }
        kept.places.push(seen);
    });
}

/// What is to be kept clear of all that was drawn in this pass so far.
#[must_use]
pub fn kept_clear(ctx: &Context) -> Vec<Rect> {
    let pass = ctx.cumulative_pass_nr();
    let kept: Option<Kept> = ctx.data(|data| data.get_temp(id()));
    kept.filter(|kept| kept.pass == pass).map(|kept| kept.places).unwrap_or_default()
}

fn id() -> Id {
    Id::unique("kept clear")
}
