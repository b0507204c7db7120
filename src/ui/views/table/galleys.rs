//! Words laid out for the grid: cells, hints and the heads of columns.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Context, Galley};

use crate::plan::Field;
use crate::ui::theme::{Theme, bold, regular, size};

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
        Field::CriterionText => code_end(text),
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

/// Where the code at the head of "Tiêu chí 1.6. Quản lý" or "1.6 Quản lý" ends (byte).
fn code_end(text: &str) -> usize {
    let start = text.strip_prefix("Tiêu chí ").map_or(0, |rest| text.len() - rest.len());
    let code = text[start..].chars().take_while(|c| c.is_ascii_digit() || *c == '.').count();
    let code = text[start..start + code].trim_end_matches('.');
    if code.contains('.') || (start > 0 && !code.is_empty()) { start + code.len() } else { 0 }
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
            line_height: Some(18.0),
            ..TextFormat::default()
        },
    );
    job
}

#[cfg(test)]
mod tests {
    use super::code_end;

    #[track_caller]
    fn check(text: &str, code: &str) {
        assert_eq!(&text[..code_end(text)], code);
    }

    #[test]
    fn the_code_at_the_head_of_a_criterion_is_bold() {
        check("Tiêu chí 1.6. Quản lý hành chính", "Tiêu chí 1.6");
        check("1.3 Quản lý kế hoạch", "1.3");
        check("Tiêu chí 2. Thư viện", "Tiêu chí 2");
        check("100% học sinh", "");
        check("Tiêu chí khác", "");
        check("", "");
    }
}
