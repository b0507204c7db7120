//! What both lists of the page are painted of: boxes, words, and the field of the line that is typed in.

use egui::accesskit::Role;
use egui::{
    CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets::Field;
use crate::ui::widgets::button::paint_triangle;
use crate::ui::widgets::choice::paint_box;
use crate::ui::widgets::field::local_field;

/// A text that is being typed in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typing<T> {
    /// In which line.
    pub of: usize,
    pub text: String,
    /// What is there again after Esc.
    pub before: T,
    /// It takes the focus in the next frame.
    pub fresh: bool,
}

/// What became of a text in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Going,
    /// Another text.
    Changed,
    /// It is done.
    Done,
    /// It is done, and the one before is back.
    TakenBack,
}

/// Draws the field of a text that is being typed.
pub(super) fn typing<T>(ui: &mut Ui, rect: Rect, name: &str, typing: &mut Typing<T>) -> Typed {
    let field = Field {
        label: name,
        hide_label: true,
        width: Some(rect.width()),
        take_focus: std::mem::take(&mut typing.fresh),
        ..Field::default()
    };
    let room = UiBuilder::new().id_salt("typing").max_rect(rect);
    let response = ui.scope_builder(room, |ui| local_field(ui, "typing", &field, &mut typing.text));
    let response = response.inner;
    if !response.lost_focus() {
        return if response.changed() { Typed::Changed } else { Typed::Going };
    }
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        Typed::TakenBack
    } else {
        Typed::Done
    }
}

/// A box to tick at the left of a line; gives whether it was clicked.
pub(super) fn tick(ui: &Ui, line: Rect, id: Id, on: Option<bool>, name: &str) -> bool {
    let square = Rect::from_min_size(
        egui::pos2(line.left() + 12.0, line.center().y - 9.0),
        Vec2::splat(18.0),
    );
    let response = ui.interact(square.expand(6.0), id.with("tick"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on == Some(true), name));
    paint_box(ui, square, on, false);
    response.clicked()
}

/// The ground of a line: under the pointer, under the keyboard, and the rule below it.
pub(super) fn ground(ui: &Ui, theme: &Theme, line: Rect, response: &Response, focused: bool) {
    if response.hovered() {
        ui.painter().rect_filled(line, CornerRadius::ZERO, theme.sunk);
    }
    ui.painter().hline(line.x_range(), line.bottom() - 0.5, theme.border());
    if focused {
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(line.shrink(1.0), CornerRadius::same(4), ring, StrokeKind::Inside);
    }
}

/// A field that is not typed in: its words, and a mark at its right end.
pub(super) struct Shut<'a> {
    pub words: &'a str,
    pub bold: bool,
    pub mark: &'a str,
    /// It is to be looked at.
    pub amber: bool,
    /// The name a screen reader says.
    pub name: &'a str,
}

impl Shut<'_> {
    /// Draws it; gives whether it was clicked.
    pub(super) fn show(&self, ui: &Ui, rect: Rect, id: Id) -> bool {
        let theme = theme::of(ui);
        let response = ui.interact(rect, id.with("field"), Sense::CLICK);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Button, true, self.name);
            info.current_text_value = Some(self.words.to_owned());
            info
        });
        let (fill, edge, mark) = if self.amber {
            (theme.due_soft, theme.due, theme.due)
        } else {
            let edge = if response.hovered() { theme.muted } else { theme.edge };
            (theme.surface, edge, theme.muted)
        };
        let round = CornerRadius::same(size::RADIUS);
        ui.painter().rect(rect, round, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let font = if self.amber { theme::bold(size::SMALL) } else { theme::regular(size::SMALL) };
        let galley = ui.painter().layout_no_wrap(self.mark.to_owned(), font, mark);
        let wide = if self.mark.is_empty() { 0.0 } else { galley.size().x + 8.0 };
        let at = egui::pos2(
            rect.right() - 10.0 - galley.size().x,
            rect.center().y - galley.size().y / 2.0,
        );
        ui.painter().galley(at, galley, mark);
        let font = if self.bold { theme::bold(size::TABLE) } else { theme::regular(size::TABLE) };
        let left = egui::pos2(rect.left() + 10.0, rect.center().y - size::TABLE * 0.68);
        let right = rect.right() - 8.0 - wide;
        let cut = crate::ui::widgets::show::one_line(ui, left, right, self.words, font, theme.text);
        let clicked = response.clicked();
        let response = response.on_hover_cursor(egui::CursorIcon::Text);
        if cut {
            response.on_hover_text(self.words);
        }
        clicked
    }
}

/// The sign that there is more below: it points down where that is shown.
pub(super) fn fold(ui: &Ui, centre: egui::Pos2, open: bool) {
    paint_triangle(ui.painter(), centre, open, theme::of(ui).muted);
}
