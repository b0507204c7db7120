//! One part on the right: its heading, its words with levels, and what else stands in it.

use std::rc::Rc;

use egui::{Id as EguiId, Ui};

use crate::edit::{Edit, PlanEdit};
use crate::plan::number::{Numbering, part_numbers};
use crate::plan::{Block, Level, Paragraph, Part, Shown, fill_part};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme;
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
        for segment in segments(&part.blocks) {
            words(ui, cx, state, part, &segment, &mut numbering, fields, requests);
            if let Some(block) = part.blocks.get(segment.end) {
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
        move |text| Edit::InPlan {
            plan,
            change: PlanEdit::SetPartHeading { part: id, heading: text.to_owned() },
        },
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

/// Paragraphs in a row: the range of their blocks. One stands before, between and after
/// blocks of another kind, so that there is always a place to type.
fn segments(blocks: &[Block]) -> Vec<std::ops::Range<usize>> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (index, block) in blocks.iter().enumerate() {
        if !matches!(block, Block::Paragraph(_)) {
            segments.push(start..index);
            start = index + 1;
        }
    }
    segments.push(start..blocks.len());
    segments
}

#[expect(clippy::too_many_arguments, reason = "a view hands on what it was handed")]
fn words(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    part: &Part,
    segment: &std::ops::Range<usize>,
    numbering: &mut Numbering,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let paragraphs: Vec<Paragraph> = part.blocks[segment.clone()]
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.clone()),
            _ => None,
        })
        .collect();
    let alone = segment.len() == part.blocks.len();
    let (plan, id, all, range) = (cx.plan.id, part.id, part.blocks.clone(), segment.clone());
    let make: MakeEdit = Rc::new(move |paragraphs| {
        let mut blocks = all.clone();
        blocks.splice(range.clone(), paragraphs.into_iter().map(Block::Paragraph));
        Edit::InPlan { plan, change: PlanEdit::SetPartBlocks { part: id, blocks } }
    });
    // Counted from the end of what is not paragraphs, so that the name stays while lines come.
    let nth = part.blocks[..segment.start]
        .iter()
        .filter(|block| !matches!(block, Block::Paragraph(_)))
        .count();
    let label = if nth == 0 {
        format!("Lời văn của phần {}", part.heading)
    } else {
        format!("Lời văn của phần {}, đoạn {}", part.heading, nth + 1)
    };
    let editor = Words {
        id: EguiId::unique(("words", plan, part.id, nth)),
        label: &label,
        paragraphs: &paragraphs,
        make,
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
            let filled = fill_part(form, cx.plan, cx.catalogue.map(AsRef::as_ref), part.id);
            requests
                .edit(cx.plan.id, PlanEdit::SetPartBlocks { part: part.id, blocks: filled.blocks });
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
            requests.edit(cx.plan.id, PlanEdit::SetPartShown { part: part.id, shown });
        }
        if widgets::link(ui, "Xóa phần").clicked() {
            requests.edit(cx.plan.id, PlanEdit::RemovePart(part.id));
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
        requests.edit(plan, PlanEdit::SetBasesItalic(italic));
    }
    tools(ui, state, fields, requests);
    let editor = Words {
        id: EguiId::unique(("bases", plan)),
        label: "Căn cứ ban hành",
        paragraphs: &cx.plan.bases,
        make: Rc::new(move |paragraphs| Edit::InPlan {
            plan,
            change: PlanEdit::SetBases(paragraphs),
        }),
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
        make: Rc::new(move |paragraphs| Edit::InPlan {
            plan,
            change: PlanEdit::SetOpening(paragraphs),
        }),
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
    ui.label(egui::RichText::new(words).font(theme::bold(theme::size::CARD)).color(theme.text));
    widgets::help(ui, help);
    ui.add_space(8.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_place_to_type_before_between_and_after_tables() {
        let words = Block::Paragraph(Paragraph::default());
        assert_eq!(segments(&[]), vec![0..0]);
        assert_eq!(segments(&[Block::Rows]), [0..0, 1..1]);
        let mixed = [words.clone(), words.clone(), Block::Groups, Block::Members, words];
        assert_eq!(segments(&mixed), [0..2, 3..3, 4..5]);
    }
}
