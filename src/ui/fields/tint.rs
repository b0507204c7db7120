//! Words that are looked for, tinted in every text field in which they stand.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, CharIndex};
use egui::text_edit::TextEditOutput;
use egui::{Context, Id, Pos2, Rect, Ui};

use crate::ui::theme;
use crate::words::Finder;

type Sought = Option<Arc<Finder>>;

/// These words are looked for in the fields that are drawn from now on; none: nothing is.
pub fn look_for(ctx: &Context, finder: Option<Finder>) {
    ctx.data_mut(|data| *data.get_temp_mut_or_default::<Sought>(id()) = finder.map(Arc::new));
}

/// Tints what is looked for in a text field that was drawn, but for the one that is written in: the
/// caret is not to be covered.
pub fn tint(ui: &Ui, output: &TextEditOutput) {
    let field = &output.response.response;
    let seen = ui.is_rect_visible(field.rect) && !field.has_focus();
    let sought = ui.data_mut(|data| data.get_temp_mut_or_default::<Sought>(id()).clone());
    let Some(finder) = sought.filter(|_| seen) else {
        return;
    };
    let (theme, text) = (theme::of(ui), output.galley.text());
    let clip = output.text_clip_rect.intersect(ui.clip_rect());
    let letter_at = |pos: Pos2| output.galley.cursor_from_pos(pos - output.galley_pos).index.0;
    let (first, last) = (letter_at(clip.left_top()), letter_at(clip.right_bottom()));
    // Of a long text only what is seen is laid out; its letters are counted once.
    let (mut byte, mut letter) = (0, 0);
    for place in finder.places(text) {
        letter += text[byte..place.start].chars().count();
        byte = place.start;
        let letters = letter..letter + text[place].chars().count();
        if letters.end < first {
            continue;
        }
        if letters.start > last {
            break;
        }
        for piece in on_lines(output, letters) {
            let painter = ui.painter().with_clip_rect(piece.intersect(clip));
            painter.rect_filled(piece, 2.0, theme.hit);
            // The words were drawn before their ground.
            painter.galley(output.galley_pos, Arc::clone(&output.galley), theme.text);
        }
    }
}

/// The rectangles of these letters, one on each line.
fn on_lines(output: &TextEditOutput, letters: Range<usize>) -> Vec<Rect> {
    let mut pieces: Vec<Rect> = Vec::new();
    let at = |letter: usize| {
        let cursor = CCursor { index: CharIndex(letter), prefer_next_row: true };
        output.galley.pos_from_cursor(cursor).translate(output.galley_pos.to_vec2())
    };
    for letter in letters {
        let (from, to) = (at(letter), at(letter + 1));
        if to.top() > from.top() + 1.0 {
            continue;
        }
        let piece = Rect::from_min_max(from.left_top(), to.left_bottom());
        match pieces.last_mut() {
            Some(last) if (last.top() - piece.top()).abs() < 1.0 => *last = last.union(piece),
            _ => pieces.push(piece),
        }
    }
    pieces
}

fn id() -> Id {
    Id::unique("looked for")
}
