//! One part on the right: its heading, its words with levels, and what else stands in it.

use std::rc::Rc;

use egui::{Id as EguiId, Ui};

use crate::edit::{self, Edit, List, PlanEdit, PlanValue, Value};
use crate::plan::number::{Numbering, part_numbers};
use crate::plan::{self, Id, Level, Part, RecordId, Shown, fill_part};
use crate::ui::fields::Fields;
use crate::ui::request::{Requests, set_text};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Field, button::Look};

use super::editor::{Format, MakeEdit, Words};
use super::rich::{Head, Style};
use super::{ContentState, blocks, list};

/// The part that is chosen.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    part: &Part,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    heading(ui, cx, state, part, fields, requests);
    ui.add_space(8.0);
    tools(ui, state, fields, requests);
    ui.add_space(4.0);
    egui::ScrollArea::vertical().id_salt(("words", part.id)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let mut numbering = Numbering::default();
        for (nth, range) in part.stretches().into_iter().enumerate() {
            words(ui, cx, state, part, nth, &mut numbering, fields, requests);
            if let Some(block) = part.blocks.get(range.end) {
                blocks::show(ui, cx, state, block, fields, requests);
            }
        }
        foot(ui, cx, part, requests);
    });
}

fn heading(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    part: &Part,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let plan = cx.plan.id;
    let id = part.id;
    let at = cx.plan.parts.iter().position(|other| other.id == id).unwrap_or(0);
    let number = part_numbers(cx.plan).get(at).cloned().unwrap_or_default();
    let label = match (part.shown, number.as_str()) {
        (Shown::NotInForm, _) => "Tên phần (không in trong mẫu này)".to_owned(),
        (Shown::Hidden, _) => "Tên phần (đang để không in)".to_owned(),
        (Shown::Yes, number) => format!("Tên phần {number} (in hoa khi in, số tự đánh)"),
    };
    let field = Field {
        label: &label,
        hint: "Ví dụ: Cơ chế phối hợp",
        width: Some(ui.available_width().min(size::MEASURE)),
        take_focus: std::mem::take(&mut state.focus_heading),
        ..Field::default()
    };
    widgets::text_field(
        ui,
        ("heading", id),
        &field,
        &part.heading,
        fields,
        requests,
        move |text| set_text(plan, RecordId::Part(id), plan::Field::Heading, text),
    );
}

/// The buttons of levels and styles. They act on the editor that has the cursor.
fn tools(ui: &mut Ui, state: &mut ContentState, fields: &mut Fields, requests: &mut Requests) {
    let format = state.editor.format_at_cursor(ui.ctx());
    let (Head { level, is_heading }, Style { bold, italic }) = format.unwrap_or_default();
    let buttons = [
        ("1.", "Mục 1.", Format::Level(Level::Number), level == Level::Number),
        ("a)", "Điểm a)", Format::Level(Level::Letter), level == Level::Letter),
        ("-", "Gạch đầu dòng", Format::Level(Level::Dash), level == Level::Dash),
        ("+", "Dấu cộng đầu dòng", Format::Level(Level::Plus), level == Level::Plus),
        ("Đề mục", "Đề mục: dòng riêng, in đậm", Format::Heading, is_heading),
        ("Đậm", "Đậm (Ctrl+B)", Format::Bold, bold),
        ("Nghiêng", "Nghiêng (Ctrl+I)", Format::Italic, italic),
    ];
    let mut pressed = None;
    let row = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (words, name, wanted, on) in buttons {
            let look = Look {
                selected: on && format.is_some(),
                height: Some(32.0),
                name: Some(name),
                ..Look::default()
            };
            if widgets::button_with(ui, words, &look).on_hover_text(name).clicked() {
                pressed = Some(wanted);
            }
        }
        widgets::small(ui, "Tab: xuống một cấp · Shift+Tab: lên một cấp");
    });
    if let Some(format) = pressed {
        state.editor.format(ui.ctx(), format, fields, requests);
    }
    state.editor.buttons_at(row.response.rect);
}

#[expect(clippy::too_many_arguments, reason = "a view hands on what it was handed")]
fn words(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    part: &Part,
    nth: usize,
    numbering: &mut Numbering,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let paragraphs = part.stretch(nth);
    let alone = paragraphs.len() == part.blocks.len();
    let (plan, of) = (cx.plan.id, edit::Words::Part { part: part.id, stretch: nth });
    let label = if nth == 0 {
        format!("Lời văn của phần {}", part.heading)
    } else {
        format!("Lời văn của phần {}, đoạn {}", part.heading, nth + 1)
    };
    let editor = Words {
        id: EguiId::unique(("words", plan, part.id, nth)),
        label: &label,
        paragraphs: &paragraphs,
        make: set_words(plan, of),
        hint: if alone {
            "Nhập lời văn của phần này"
        } else {
            "Thêm lời văn (nếu cần)"
        },
        rows: if alone { 6 } else { 1 },
        italic: false,
    };
    state.editor.show(ui, cx.theme, &editor, numbering, fields, requests);
}

/// The edit that new paragraphs of a field mean.
fn set_words(plan: Id, of: edit::Words) -> MakeEdit {
    Rc::new(move |paragraphs| Edit::InPlan { plan, change: PlanEdit::SetWords { of, paragraphs } })
}

fn foot(ui: &mut Ui, cx: &ViewCx<'_>, part: &Part, requests: &mut Requests) {
    ui.add_space(8.0);
    let of_form = part.key.as_deref().and_then(|key| cx.form.parts.iter().find(|p| p.key == key));
    if of_form.is_some_and(|form| form.official_words_differ) {
        widgets::small(
            ui,
            "Lời văn do phần mềm đề xuất; có thể dán lời văn chính thức của biểu mẫu vào đây.",
        );
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(16.0, 8.0);
        if let Some(form) = of_form
            && widgets::link(ui, "Đặt lại lời văn đề xuất").clicked()
        {
            let catalogue = cx.catalogue.map(AsRef::as_ref);
            let blocks = fill_part(form, cx.plan, catalogue, part.id).blocks;
            requests.edit(cx.plan.id, PlanEdit::ResetPart { part: part.id, blocks });
        }
        if part.shown == Shown::NotInForm {
            return;
        }
        if widgets::link(ui, "Chuyển lên").clicked() {
            list::move_part(cx.plan, part.id, -1, requests);
        }
        if widgets::link(ui, "Chuyển xuống").clicked() {
            list::move_part(cx.plan, part.id, 1, requests);
        }
        let (words, shown) = if part.shown == Shown::Yes {
            ("Để không in", Shown::Hidden)
        } else {
            ("In phần này", Shown::Yes)
        };
        if widgets::link(ui, words).clicked() {
            requests.set(cx.plan.id, Value::Shown { part: part.id, shown });
        }
        if widgets::link(ui, "Xóa phần").clicked() {
            requests.remove(cx.plan.id, List::Parts, vec![part.id]);
        }
    });
}

/// The legal bases before the first part.
pub fn bases(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let plan = cx.plan.id;
    title(
        ui,
        "Căn cứ ban hành",
        "Mỗi căn cứ một đoạn, kết thúc bằng dấu chấm phẩy; căn cứ cuối kết thúc bằng dấu chấm. Đứng trước phần I; bỏ trống thì không in.",
    );
    let mut italic = cx.plan.bases_italic;
    if widgets::checkbox(ui, &mut italic, "In nghiêng").changed() {
        requests.set(plan, Value::Plan(PlanValue::BasesItalic(italic)));
    }
    tools(ui, state, fields, requests);
    let editor = Words {
        id: EguiId::unique(("bases", plan)),
        label: "Căn cứ ban hành",
        paragraphs: &cx.plan.bases,
        make: set_words(plan, edit::Words::Bases),
        hint: "Căn cứ …;",
        rows: 6,
        italic: cx.plan.bases_italic,
    };
    scrolled(ui, cx, state, &editor, fields, requests);
}

/// The opening paragraph.
pub fn opening(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let plan = cx.plan.id;
    title(ui, "Lời mở đầu", "Đoạn văn sau các căn cứ, trước phần I; bỏ trống thì không in.");
    tools(ui, state, fields, requests);
    let editor = Words {
        id: EguiId::unique(("opening", plan)),
        label: "Lời mở đầu",
        paragraphs: &cx.plan.opening,
        make: set_words(plan, edit::Words::Opening),
        hint: "… xây dựng Kế hoạch cải tiến chất lượng giáo dục, cụ thể như sau:",
        rows: 4,
        italic: false,
    };
    scrolled(ui, cx, state, &editor, fields, requests);
}

fn scrolled(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    editor: &Words<'_>,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    ui.add_space(4.0);
    egui::ScrollArea::vertical().id_salt(editor.id).auto_shrink(false).show(ui, |ui| {
        let mut numbering = Numbering::default();
        state.editor.show(ui, cx.theme, editor, &mut numbering, fields, requests);
    });
}

fn title(ui: &mut Ui, words: &str, help: &str) {
    let theme = theme::of(ui);
    ui.label(egui::RichText::new(words).font(theme::bold(size::CARD)).color(theme.text));
    widgets::help(ui, help);
    ui.add_space(8.0);
}
