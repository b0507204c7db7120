//! Syllables that Vietnamese does not have, underlined in the text that is being typed.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, CharIndex};
use egui::text_edit::TextEditOutput;
use egui::{Context, Id, Pos2, Shape, Stroke, Ui, pos2};

use crate::ui::theme;
use crate::words;

/// Half the height of a wave and half its length, logical pixels.
const WAVE: (f32, f32) = (1.25, 2.0);

/// What is known of the words, and what was found in the text read last.
#[derive(Clone, Default)]
struct Known {
    let_through: Arc<Vec<String>>,
    text: Arc<str>,
    places: Arc<[Range<usize>]>,
}

fn known<R>(ctx: &Context, with: impl FnOnce(&mut Known) -> R) -> R {
    ctx.data_mut(|data| with(data.get_temp_mut_or_default(Id::unique("spelling"))))
}

/// These words are let through from now on, beside all that is a syllable.
pub fn let_through(ctx: &Context, words: Vec<String>) {
    known(ctx, |known| *known = Known { let_through: Arc::new(words), ..Known::default() });
}

/// Where syllables stand that are none, in letters from the beginning of the text.
pub fn places(ctx: &Context, text: &str) -> Arc<[Range<usize>]> {
    known(ctx, |known| {
        if *known.text != *text {
            let mut at = (0, 0);
            let places = words::misspelt(text, &known.let_through).map(|(byte, word)| {
                at = (byte, at.1 + text[at.0..byte].chars().count());
                at.1..at.1 + word.chars().count()
            });
            (known.places, known.text) = (places.collect(), text.into());
        }
        Arc::clone(&known.places)
    })
}

/// Underlines them in a text field that was drawn; never the one that is being typed.
pub fn underline(ui: &Ui, output: &TextEditOutput, places: &[Range<usize>], typing: bool) {
    let caret = output.cursor_range.map(|range| range.primary.index.0).filter(|_| typing);
    let painter = ui.painter().with_clip_rect(output.text_clip_rect.expand(WAVE.0));
    let stroke = Stroke::new(1.0, theme::of(ui).due);
    for place in places {
        if caret.is_some_and(|at| (place.start..=place.end).contains(&at)) {
            continue;
        }
        let at = |letter: usize| {
            let cursor = CCursor::new(CharIndex(letter));
            output.galley.pos_from_cursor(cursor).translate(output.galley_pos.to_vec2())
        };
        let (from, to) = (at(place.start), at(place.end));
        if to.bottom() < painter.clip_rect().top() || from.top() > painter.clip_rect().bottom() {
            continue;
        }
        // A word that goes over a line is marked where it begins.
        let right = if to.top() > from.top() + 1.0 { from.left() + 24.0 } else { to.left() };
        painter.add(Shape::line(wave(from.left(), right, from.bottom() - WAVE.0 - 1.0), stroke));
    }
}

fn wave(from: f32, to: f32, y: f32) -> Vec<Pos2> {
    let steps = ((to - from) / WAVE.1).ceil().max(1.0) as usize;
    let point = |step: usize| {
        let side = if step.is_multiple_of(2) { WAVE.0 } else { -WAVE.0 };
        pos2((from + step as f32 * WAVE.1).min(to), y + side)
    };
    (0..=steps).map(point).collect()
}
