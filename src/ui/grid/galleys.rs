//! Words laid out for the grid: cells, notes and the heads of columns.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Context, Galley, Vec2};

use crate::ui::theme::{Theme, bold, regular, size};

use super::sheet::Note;

/// Between the edge of a cell and its words (logical pixels).
pub const PAD: Vec2 = Vec2::new(8.0, 6.0);
/// From one line of words to the next (logical pixels).
pub const LINE_HEIGHT: f32 = 20.0;
/// From one line of a note to the next (logical pixels).
const NOTE_LINE: f32 = 17.0;

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

/// The words of a cell, wrapped; so many bytes at their beginning are bold.
#[must_use]
pub fn cell_job(theme: &Theme, text: &str, bold: usize, width: f32) -> LayoutJob {
    let mut job = LayoutJob { keep_trailing_whitespace: true, ..LayoutJob::default() };
    job.wrap.max_width = width.max(24.0);
    if bold > 0 {
        job.append(&text[..bold], 0.0, format(theme, true));
    }
    if bold < text.len() || text.is_empty() {
        job.append(&text[bold..], 0.0, format(theme, false));
    }
    job
}

/// The same of which no more than so many lines are shown: three dots at their end say that
/// there is more.
#[must_use]
pub fn cut_job(theme: &Theme, text: &str, bold: usize, width: f32, lines: usize) -> LayoutJob {
    let mut job = cell_job(theme, text, bold, width);
    job.wrap.max_rows = lines.max(1);
    job
}

/// The same with a ground under what is looked for, and another one under what is looked at.
#[must_use]
pub fn tinted(theme: &Theme, mut job: LayoutJob, found: &[(Range<usize>, bool)]) -> LayoutJob {
    let sections = std::mem::take(&mut job.sections);
    let mut push = |of: &LayoutSection, at: Range<usize>, tint: Option<bool>| {
        let mut section =
            LayoutSection { byte_range: at.start.into()..at.end.into(), ..of.clone() };
        if let Some(here) = tint {
            section.format.background = if here { theme.accent } else { theme.hit };
            section.format.color = if here { theme.on_accent } else { theme.text };
        }
        job.sections.push(section);
    };
    let text = job.text.clone();
    for section in sections {
        let whole = section.byte_range.start.0..section.byte_range.end.0;
        let mut at = whole.start;
        for (range, here) in found {
            let hit = range.start.max(at)..range.end.min(whole.end);
            if hit.start >= hit.end || text.get(hit.clone()).is_none() {
                continue;
            }
            if at < hit.start {
                push(&section, at..hit.start, None);
            }
            at = hit.end;
            push(&section, hit, Some(*here));
        }
        if at < whole.end || whole.is_empty() {
            push(&section, at..whole.end, None);
        }
    }
    job
}

/// The words of a note, wrapped.
#[must_use]
pub fn note_job(theme: &Theme, note: &Note, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(24.0);
    for (words, strong) in &note.words {
        let points = size::SMALL - 0.5;
        job.append(
            words,
            0.0,
            TextFormat {
                font_id: if *strong { bold(points) } else { regular(points) },
                color: if *strong { note.ink } else { theme.muted },
                line_height: Some(NOTE_LINE),
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
