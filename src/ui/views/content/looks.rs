//! How the words of an editor of paragraphs look: their faces, their fields, their numbers.

use std::sync::Arc;

use egui::text::{CCursor, LayoutJob};
use egui::{Galley, Stroke, Ui};

use crate::plan::number::Numbering;
use crate::plan::{NO_VALUE, Plan, RunField};
use crate::ui::theme::{self, Theme, size};

use super::rich::RichText;

/// Room on the left for the handle of a paragraph, logical pixels.
pub(super) const GUTTER: i8 = 34;
/// Logical pixels of a tenth of a millimetre.
const TENTH: f32 = 96.0 / 254.0;

/// How far the first line of a paragraph is set in, as on the plan's pages (logical pixels).
pub(super) fn first_line(plan: &Plan) -> f32 {
    f32::from(plan.options.page.first_line.get()) * TENTH
}

/// What stands before the words of a paragraph.
pub(super) struct Lead {
    /// Its number, the space behind it included; empty where it has none.
    number: String,
    face: egui::FontId,
    /// Where the number begins, logical pixels from the left edge of the words.
    at: f32,
    /// Where its words begin.
    pub words: f32,
}

impl Lead {
    /// From where to where the number stands, logical pixels from the left edge of the words.
    pub fn number(&self) -> egui::Rangef {
        egui::Rangef::new(self.at, self.words)
    }
}

/// What stands before each paragraph, set in as it is printed; the numbers go on.
pub(super) fn leads(
    ui: &Ui,
    text: &RichText,
    numbering: &mut Numbering,
    (at, italic): (f32, bool),
) -> Vec<Lead> {
    let mut start = 0;
    let lines = text.text().split('\n').zip(text.heads()).map(|(line, head)| {
        let number = numbering.next(head.level).words();
        let first = start + line.chars().take_while(|c| c.is_whitespace()).count();
        let style = text.styles().get(first).copied().unwrap_or_default();
        start += line.chars().count() + 1;
        let face = face_of(style.bold || head.is_heading, style.italic || italic);
        let mut words = at;
        if !number.is_empty() {
            let colour = egui::Color32::PLACEHOLDER;
            words += ui.painter().layout_no_wrap(number.clone(), face.clone(), colour).size().x;
        }
        Lead { number, face, at, words }
    });
    lines.collect()
}

/// The face of words of this style.
pub(super) fn face_of(bold: bool, italic: bool) -> egui::FontId {
    match (bold, italic) {
        (false, false) => theme::regular(size::BODY),
        (true, false) => theme::bold(size::BODY),
        (false, true) => theme::italic(size::BODY),
        (true, true) => theme::bold_italic(size::BODY),
    }
}

/// The words in their styles, headings bold, every first line behind its lead.
pub(super) fn lay_out(
    ui: &Ui,
    text: &RichText,
    leads: &[Lead],
    (theme, italic): (&Theme, bool),
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.keep_trailing_whitespace = true;
    let lead = |paragraph: usize| leads.get(paragraph).map_or(0.0, |lead| lead.words);
    let mut paragraph = 0;
    let mut run = String::new();
    let mut run_face = Face::default();
    let mut space = lead(0);
    for (c, style) in text.text().chars().zip(text.styles()) {
        let heading = text.heads().get(paragraph).is_some_and(|head| head.is_heading);
        let face = Face {
            bold: style.bold || heading,
            italic: style.italic || italic,
            field: style.field,
        };
        if run_face != face && !run.is_empty() {
            append(&mut job, &run, std::mem::take(&mut space), run_face, theme);
            run.clear();
        }
        run_face = face;
        run.push(c);
        if c == '\n' {
            // A line's break belongs to the line before it: what a stretch is set in by counts
            // where it begins only.
            append(&mut job, &run, space, run_face, theme);
            run.clear();
            paragraph += 1;
            space = lead(paragraph);
        }
    }
    if !run.is_empty() || job.sections.is_empty() {
        let face = if run.is_empty() { Face { italic, ..run_face } } else { run_face };
        append(&mut job, &run, space, face, theme);
    }
    let mut galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    set_in_empty_lines(&mut galley, leads);
    galley
}

/// What an empty editor says, where its first letter will stand.
pub(super) fn hint(words: &str, leads: &[Lead], theme: &Theme) -> egui::WidgetText {
    let mut job = LayoutJob::default();
    let space = leads.first().map_or(0.0, |lead| lead.words);
    let format = egui::TextFormat::simple(theme::regular(size::BODY), theme.muted);
    job.append(words, space, format);
    job.into()
}

/// A paragraph without a letter has its cursor where its first letter will stand.
fn set_in_empty_lines(galley: &mut Arc<Galley>, leads: &[Lead]) {
    let mut paragraph = 0;
    let mut begins = true;
    for row in 0..galley.rows.len() {
        let here = &galley.rows[row];
        let (empty, ends) = (here.glyphs.is_empty(), here.ends_with_newline);
        if begins
            && empty
            && let Some(lead) = leads.get(paragraph)
        {
            Arc::make_mut(galley).rows[row].pos.x = lead.words;
        }
        begins = ends;
        paragraph += usize::from(ends);
    }
}

/// How a stretch of words looks.
#[derive(Clone, Copy, Default, PartialEq)]
struct Face {
    bold: bool,
    italic: bool,
    field: Option<(RunField, u32)>,
}

fn append(job: &mut LayoutJob, run: &str, space: f32, face: Face, theme: &Theme) {
    let Face { bold, italic, field } = face;
    job.append(run, space, format_of(run, (bold, italic), field.is_some(), theme));
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

/// Draws the numbers before the words.
pub(super) fn paint_numbers(
    ui: &Ui,
    theme: &Theme,
    (text, leads): (&RichText, &[Lead]),
    output: &egui::text_edit::TextEditOutput,
) {
    let mut start = 0;
    for ((line, head), lead) in text.text().split('\n').zip(text.heads()).zip(leads) {
        if !lead.number.is_empty() {
            let row = output.galley.pos_from_cursor(CCursor::new(start));
            ui.painter().text(
                output.galley_pos + egui::vec2(lead.at, row.center().y),
                egui::Align2::LEFT_CENTER,
                lead.number.trim_end(),
                lead.face.clone(),
                if head.is_heading { theme.text } else { theme.muted },
            );
        }
        start += line.chars().count() + 1;
    }
}
