//! How the words of an editor of paragraphs look: their faces, their fields, their numbers.

use egui::text::{CCursor, LayoutJob};
use egui::{Stroke, Ui};

use crate::plan::number::Numbering;
use crate::plan::{NO_VALUE, RunField};
use crate::ui::theme::{self, Theme, size};

use super::rich::RichText;

/// Room for the numbers on the left, points.
pub(super) const GUTTER: i8 = 54;
/// How far a level's number is moved in, points.
const INDENT: f32 = 9.0;
/// The face of words of this style.
pub(super) fn face_of(bold: bool, italic: bool) -> egui::FontId {
    match (bold, italic) {
        (false, false) => theme::regular(size::BODY),
        (true, false) => theme::bold(size::BODY),
        (false, true) => theme::italic(size::BODY),
        (true, true) => theme::bold_italic(size::BODY),
    }
}

/// The words in their styles, headings bold.
pub(super) fn job(text: &RichText, theme: &Theme, italic: bool, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.keep_trailing_whitespace = true;
    let mut paragraph = 0;
    let mut run = String::new();
    let mut run_style = None;
    for (c, style) in text.text().chars().zip(text.styles()) {
        let heading = text.heads().get(paragraph).is_some_and(|head| head.is_heading);
        let face = Face {
            bold: style.bold || heading,
            italic: style.italic || italic,
            field: style.field,
        };
        if run_style != Some(face) {
            append(&mut job, &run, run_style, theme);
            run.clear();
            run_style = Some(face);
        }
        run.push(c);
        if c == '\n' {
            paragraph += 1;
        }
    }
    append(&mut job, &run, run_style.or(Some(Face { italic, ..Face::default() })), theme);
    job
}

/// How a stretch of words looks.
#[derive(Clone, Copy, Default, PartialEq)]
struct Face {
    bold: bool,
    italic: bool,
    field: Option<(RunField, u32)>,
}

fn append(job: &mut LayoutJob, run: &str, face: Option<Face>, theme: &Theme) {
    let Some(Face { bold, italic, field }) = face else { return };
    job.append(run, 0.0, format_of(run, (bold, italic), field.is_some(), theme));
}

/// How a run looks. A field stands on a ground of its own: what lacks its value, on that of a
/// warning.
pub(super) fn format_of(
    run: &str,
    (bold, italic): (bool, bool),
    field: bool,
    theme: &Theme,
) -> egui::TextFormat {
    let mut format = egui::TextFormat::simple(face_of(bold, italic), theme.text);
    format.line_height = Some(size::BODY * size::LINE);
    if field {
        let open = run.contains(NO_VALUE);
        format.background = if open { theme.due_soft } else { theme.accent_soft };
        format.underline = Stroke::new(1.0, if open { theme.due } else { theme.accent });
    }
    format
}

pub(super) fn paint_numbers(
    ui: &Ui,
    theme: &Theme,
    text: &RichText,
    output: &egui::text_edit::TextEditOutput,
    numbering: &mut Numbering,
) {
    let mut start = 0;
    for (line, head) in text.text().split('\n').zip(text.heads()) {
        let marker = numbering.next(head.level);
        let row = output.galley.pos_from_cursor(CCursor::new(start));
        let indent = INDENT * f32::from(marker.level().saturating_sub(1));
        let x = output.galley_pos.x - f32::from(GUTTER) + 12.0 + indent;
        ui.painter().text(
            egui::pos2(x, output.galley_pos.y + row.center().y),
            egui::Align2::LEFT_CENTER,
            marker.words().trim_end(),
            face_of(head.is_heading, false),
            if head.is_heading { theme.text } else { theme.muted },
        );
        start += line.chars().count() + 1;
    }
}
