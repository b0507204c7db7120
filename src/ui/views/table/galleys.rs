//! Words laid out for the grid: cells, hints and the heads of columns.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Context, Galley};

use crate::plan::Field;
use crate::ui::theme::{Theme, bold, regular, size};
use crate::understand;

use super::hints::Hint;

/// From one line of words to the next (logical pixels).
pub const LINE_HEIGHT: f32 = 20.0;
/// From one line of a hint to the next (logical pixels).
const HINT_LINE: f32 = 17.0;

/// Lays a text out.
#[must_use]
pub fn lay_out(ctx: &Context, job: LayoutJob) -> Arc<Galley> {
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

/// How the words of a cell look.
#[must_use]
pub fn format(theme: &Theme, is_bold: bool) -> TextFormat {
    TextFormat {
        font_id: if is_bold { bold(size::TABLE) } else { regular(size::TABLE) },
        color: theme.text,
        line_height: Some(LINE_HEIGHT),
        ..TextFormat::default()
    }
}

/// The words of a cell, wrapped; the code of a criterion is bold.
#[must_use]
pub fn cell_job(theme: &Theme, text: &str, field: Field, spans: bool, width: f32) -> LayoutJob {
    let mut job = LayoutJob { keep_trailing_whitespace: true, ..LayoutJob::default() };
    job.wrap.max_width = width.max(24.0);
    let cut = match field {
        _ if spans => text.len(),
        Field::CriterionText => understand::criterion_head(text),
        _ => 0,
    };
    if cut > 0 {
        job.append(&text[..cut], 0.0, format(theme, true));
    }
    if cut < text.len() || text.is_empty() {
        job.append(&text[cut..], 0.0, format(theme, false));
    }
    job
}

/// The words of a cell, wrapped, of which no more than so many lines are shown: three dots
/// at their end say that there is more.
#[must_use]
pub fn cut_job(theme: &Theme, text: &str, field: Field, width: f32, lines: usize) -> LayoutJob {
    let mut job = cell_job(theme, text, field, false, width);
    job.wrap.max_rows = lines.max(1);
    job
}

/// The words of a hint, wrapped.
#[must_use]
pub fn hint_job(theme: &Theme, hint: &Hint, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(24.0);
    for (words, strong) in &hint.words {
        let points = size::SMALL - 0.5;
        job.append(
            words,
            0.0,
            TextFormat {
                font_id: if *strong { bold(points) } else { regular(points) },
                color: if *strong { hint.colour(theme) } else { theme.muted },
                line_height: Some(HINT_LINE),
                ..TextFormat::default()
            },
        );
    }
    job
}

/// The title of a column, wrapped.
#[must_use]
pub fn header_job(theme: &Theme, title: &str, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(24.0);
    job.append(
        title,
        0.0,
        TextFormat {
            font_id: bold(size::SMALL),
            color: theme.muted,
            line_height: Some(17.0),
            ..TextFormat::default()
        },
    );
    job
}
