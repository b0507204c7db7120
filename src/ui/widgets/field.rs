//! Text fields. The one that has the focus types into the live buffer of [`Fields`].
//!
//! Invariant: while a field has the focus its buffer is never rewritten by the program, and
//! has no limit of characters: `UniKey` counts on what it sees.

use std::rc::Rc;

use egui::{CornerRadius, Frame, Id, Margin, Response, Stroke, StrokeKind, TextEdit, Ui, Vec2};

use crate::edit::Edit;
use crate::ui::fields::{Fields, MakeEdit, menu};
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};

use super::show;

/// From the edge of a cell to its words (logical pixels).
pub const CELL: i8 = 7;

/// How a field looks and what it is called.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// Over the field, and its name for a screen reader.
    pub label: &'a str,
    /// Under the field, where a mistake is likely.
    pub help: &'a str,
    /// In the empty field, in secondary words.
    pub hint: &'a str,
    /// How many lines it shows at least, growing with its words; 0: one line and never more.
    pub rows: usize,
    /// Its width (logical pixels); none: all there is.
    pub width: Option<f32>,
    /// Takes the focus in this frame and is scrolled to.
    pub take_focus: bool,
    /// What it holds is not understood: the border says so.
    pub wrong: bool,
    /// The label is not drawn, only said.
    pub hide_label: bool,
    /// It is a cell of a table, which draws its lines, and that of the one that is written in.
    pub cell: bool,
    /// Its words are bold.
    pub bold: bool,
}

/// A field of the dossier: `value` is shown, what is typed goes out through `make`.
/// `salt` names it inside this `ui`, also when the plan changes under it.
pub fn text_field(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    field: &Field<'_>,
    value: &str,
    fields: &mut Fields,
    requests: &mut Requests,
    make: impl Fn(&str) -> Edit + 'static,
) -> Response {
    let id = ui.make_persistent_id(salt);
    let mut shown;
    let live = fields.is_live(id);
    let buffer = if let Some(text) = fields.text_mut(id) {
        text
    } else {
        shown = value.to_owned();
        &mut shown
    };
    let response = draw(ui, id, field, buffer, true);
    if live {
        if response.changed() {
            fields.changed(ui.input(|input| input.time));
        }
        if response.lost_focus() {
            fields.finish(requests);
        }
    } else if response.changed() || response.has_focus() {
        let typed = buffer.clone();
        begin(ui, id, value, Rc::new(make), fields, requests);
        if typed != value
            && let Some(text) = fields.text_mut(id)
        {
            *text = typed;
            fields.changed(ui.input(|input| input.time));
        }
        if !response.has_focus() {
            fields.finish(requests);
        }
    }
    response
}

/// Makes an editor of ours live, with an undoer that holds nothing from an earlier focus.
/// For editors that draw their own `TextEdit` (cells of the table, paragraphs).
pub fn begin(
    ui: &Ui,
    id: Id,
    value: &str,
    make: MakeEdit,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    fields.begin(id, value, make, requests);
    if let Some(mut state) = egui::text_edit::TextEditState::load(ui, id) {
        state.clear_undoer();
        state.store(ui, id);
    }
}

/// A field of a dialog: what is typed stays in the dialog until it is closed.
pub fn local_field(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    field: &Field<'_>,
    text: &mut String,
) -> Response {
    let id = ui.make_persistent_id(salt);
    draw(ui, id, field, text, false)
}

/// A short field for a number: day, month, year. Empty is allowed and means "to be written
/// by hand". What is no number of this kind stays in the field and is shown as wrong until it
/// is corrected; the dossier then holds none. Gives whether that is so.
pub fn number_field<T>(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    field: &Field<'_>,
    value: Option<T>,
    fields: &mut Fields,
    requests: &mut Requests,
    make: impl Fn(Option<T>) -> Edit + 'static,
) -> bool
where
    T: std::str::FromStr + ToString + Copy + 'static,
{
    let id = ui.make_persistent_id(&salt);
    let is_wrong = |text: &str| !text.trim().is_empty() && text.trim().parse::<T>().is_err();
    let kept_at = id.with("no number");
    // What is no number, and whether the dossier has lost the number for it.
    let kept = ui.data(|data| data.get_temp::<(String, bool)>(kept_at));
    // Where the number is there again, the loss was undone.
    let kept = kept.filter(|(_, lost)| value.is_none() || !lost || fields.is_live(id));
    let wrong = kept.is_some();
    let text = kept.as_ref().map(|(text, _)| text.clone());
    let shown = text.or_else(|| value.as_ref().map(T::to_string)).unwrap_or_default();
    let field = Field { wrong: wrong || field.wrong, ..*field };
    text_field(ui, salt, &field, &shown, fields, requests, move |text| {
        make(text.trim().parse().ok())
    });
    let kept = match fields.live().filter(|live| live.id == id) {
        Some(live) => is_wrong(&live.text).then(|| (live.text.clone(), false)),
        None => kept.map(|(text, lost)| (text, lost || value.is_none())),
    };
    ui.data_mut(|data| match kept {
        Some(kept) => {
            data.insert_temp(kept_at, kept);
        }
        None => data.remove::<(String, bool)>(kept_at),
    });
    wrong
}

fn draw(ui: &mut Ui, id: Id, field: &Field<'_>, text: &mut String, checked: bool) -> Response {
    let width = field.width.unwrap_or_else(|| ui.available_width());
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 4.0;
        let label = (!field.hide_label).then(|| show::label(ui, field.label));
        let response = edit(ui, id, field, text, (width, checked));
        let response = if let Some(label) = &label {
            response.labelled_by(label.id)
        } else {
            ui.accesskit_node_builder(id, |node| node.set_label(field.label));
            response
        };
        if field.take_focus {
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
        }
        if !field.help.is_empty() {
            show::help(ui, field.help);
        }
        response
    })
    .inner
}

fn edit(
    ui: &mut Ui,
    id: Id,
    field: &Field<'_>,
    text: &mut String,
    (width, checked): (f32, bool),
) -> Response {
    let theme = theme::of(ui);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let border = match (field.wrong, focused) {
        (true, _) => theme.late,
        (false, true) => theme.accent,
        (false, false) => theme.edge,
    };
    let frame = if field.cell {
        Frame::new().inner_margin(Margin::same(CELL))
    } else {
        Frame::new()
            .fill(theme.surface)
            .stroke(Stroke::new(1.0, border))
            .corner_radius(CornerRadius::same(size::RADIUS))
            .inner_margin(Margin { left: 10, right: 10, top: 7, bottom: 7 })
    };
    let font = if field.bold { theme::bold(size::BODY) } else { theme::regular(size::BODY) };
    let many = field.rows > 0;
    if many && focused {
        // A line of its own.
        super::keys::takes_enter(ui);
    }
    let hint = egui::RichText::new(field.hint).color(theme.muted).font(theme::regular(size::BODY));
    let editor = if many { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
    let ring = ui.painter().add(egui::Shape::Noop);
    let by_tab = super::keys::came_by_tab(ui);
    let mut output = menu::with_menu(ui, id, checked, |ui| {
        editor
            .id(id)
            .frame(frame)
            .font(font)
            .text_color(theme.text)
            .hint_text(hint)
            .desired_rows(field.rows.max(1))
            .desired_width(width)
            .min_size(Vec2::new(width, size::FIELD))
            .show(ui)
    });
    let response = output.response.response;
    if by_tab && !many && response.gained_focus() {
        // As dialogs of the system do: what is typed next stands for what was there.
        let all = egui::text::CCursorRange::select_all(&output.galley);
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui, id);
    }
    if focused && !field.cell {
        ui.painter().set(
            ring,
            egui::epaint::RectShape::new(
                response.rect.expand(2.0),
                CornerRadius::same(size::RADIUS + 2),
                theme.accent_soft,
                Stroke::NONE,
                StrokeKind::Inside,
            ),
        );
    }
    response
}
