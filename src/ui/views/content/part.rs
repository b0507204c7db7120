//! One part on the right: its heading, its words with levels, and what else stands in it.

use std::rc::Rc;

use egui::{Id as EguiId, Ui};

use crate::edit::{self, Edit, List, PlanEdit, PlanValue, Value};
use crate::messages::{content as messages, run_fields};
use crate::plan::number::{Marker, Numbering, part_numbers};
use crate::plan::{self, Id, Level, Paragraph, Part, Plan, RecordId, RunField, Shown, fill_part};
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, set_text};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::choice::list_row_with;
use crate::ui::widgets::{self, Field, button::Look};

use super::editor::{Format, MakeEdit, Words};
use super::rich::{Head, Style};
use super::{Chosen, ContentState, blocks, list};

/// The list of fields is this wide (logical pixels): a school's name has room beside its own.
const FIELDS: f32 = 460.0;
/// By so many words a place on the pages is known.
const FIRST_WORDS: usize = 12;

/// The part that is chosen.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    part: &Part,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    // In a flat window the heading goes up with the words: they need its room.
    let flat = theme::is_flat(ui);
    if !flat {
        heading(ui, cx, state, part, fields, requests);
        ui.add_space(8.0);
    }
    tools(ui, cx, state, fields, requests);
    ui.add_space(4.0);
    egui::ScrollArea::vertical().id_salt(("words", part.id)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        if flat {
            heading(ui, cx, state, part, fields, requests);
        }
        let mut numbering = Numbering::default();
        for (nth, range) in part.stretches().into_iter().enumerate() {
            words(ui, cx, state, part, nth, &mut numbering, fields, requests);
            blocks::show(ui, cx, state, (part, range.end), fields, requests);
        }
        foot(ui, cx, state, part, requests);
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
    let label = messages::heading_label(part.shown, &number.sign());
    let field = Field {
        label: &label,
        hint: messages::HEADING_HINT,
        width: Some(super::editor::width(ui)),
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

/// The buttons of levels and styles, and the fields. They act on the editor that has the cursor.
fn tools(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let format = state.editor.format_at_cursor(ui.ctx());
    let (Head { level, is_heading }, Style { bold, italic, .. }) = format.unwrap_or_default();
    let is = |wanted: Level| level == wanted;
    let tools = messages::TOOLS.into_iter().zip([
        (Format::Level(Level::Number), is(Level::Number)),
        (Format::Level(Level::Letter), is(Level::Letter)),
        (Format::Level(Level::Dash), is(Level::Dash)),
        (Format::Level(Level::Plus), is(Level::Plus)),
        (Format::Heading, is_heading),
        (Format::Bold, bold),
        (Format::Italic, italic),
    ]);
    let mut pressed = None;
    let row = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for ((words, name), (wanted, on)) in tools {
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
        let wanted = std::mem::take(&mut state.editor.wants_fields);
        let (field, closed) = fields_menu(ui, cx.plan, wanted);
        if let Some(field) = field {
            pressed = Some(Format::Field(field));
        } else if closed {
            state.editor.take_focus(ui.ctx());
        }
        let at_cursor = state.editor.field_at_cursor(ui.ctx()).map(run_fields::here);
        // What is always the same gives way to the words in a flat window; F1 tells it.
        let help = if theme::is_flat(ui) { "" } else { messages::TOOLS_HELP };
        let help = at_cursor.as_deref().unwrap_or(help);
        // Words that would be broken behind the buttons stand under them.
        let font = theme::regular(size::SMALL);
        let width =
            ui.painter().layout_no_wrap(help.to_owned(), font, egui::Color32::GRAY).size().x;
        if ui.available_size_before_wrap().x < width {
            ui.end_row();
        }
        if !help.is_empty() {
            widgets::small(ui, help);
        }
    });
    if let Some(format) = pressed {
        state.editor.format(ui.ctx(), format, cx.plan, fields, requests);
    }
    state.editor.buttons_at(row.response.rect);
}

/// The button of the fields, and their list with what each says now; opened by its key as well.
/// Gives the one that was picked, and whether the list was closed in this frame.
fn fields_menu(ui: &mut Ui, plan: &Plan, wanted: bool) -> (Option<RunField>, bool) {
    let look =
        Look { menu: true, height: Some(32.0), name: Some(run_fields::INSERT), ..Look::default() };
    let button = widgets::button_with(ui, run_fields::INSERT, &look);
    let id = egui::Popup::default_response_id(&button);
    if wanted {
        egui::Popup::open_id(ui.ctx(), id);
    }
    let by_key = wanted || ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let mut picked = None;
    egui::Popup::menu(&button).width(FIELDS).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for field in RunField::ALL {
            let row = list_row_with(ui, run_fields::name(field), &field.text(plan), false);
            if by_key && field == RunField::ALL[0] {
                row.request_focus();
                // The list has the keys once it was drawn in its place.
                let has_it = ui.memory(|memory| memory.had_focus_last_frame(row.id));
                ui.data_mut(|data| data.insert_temp(id, !has_it));
                ui.request_repaint();
            }
            if row.clicked() {
                picked = Some(field);
                ui.close();
            }
        }
    });
    button.on_hover_text(run_fields::ABOUT);
    let open = egui::Popup::is_id_open(ui.ctx(), id);
    let was_open = ui.data_mut(|data| {
        let known = data.get_temp_mut_or_default::<bool>(id.with("open"));
        std::mem::replace(known, open)
    });
    (picked, was_open && !open)
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
    let label = messages::words_of(&part.heading, nth);
    let editor = Words {
        id: EguiId::unique(("words", plan, part.id, nth)),
        label: &label,
        paragraphs: &paragraphs,
        make: set_words(plan, of),
        hint: if alone { messages::WORDS_HINT } else { messages::MORE_WORDS_HINT },
        rows: if alone { 6 } else { 1 },
        italic: false,
        plan: cx.plan,
    };
    state.editor.show(ui, cx.theme, &editor, numbering, fields, requests);
}

/// The edit that new paragraphs of a field mean.
fn set_words(plan: Id, of: edit::Words) -> MakeEdit {
    Rc::new(move |paragraphs| Edit::InPlan { plan, change: PlanEdit::SetWords { of, paragraphs } })
}

fn foot(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    part: &Part,
    requests: &mut Requests,
) {
    ui.add_space(8.0);
    let of_form = part.key.as_deref().and_then(|key| cx.form.parts.iter().find(|p| p.key == key));
    if of_form.is_some_and(|form| form.official_words_differ) {
        widgets::small(ui, messages::PROPOSED);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(16.0, 8.0);
        // What is proposed from the data is no part of the form.
        if let Some(form) = of_form.filter(|form| !form.blocks.is_empty())
            && widgets::link(ui, messages::RESET).clicked()
        {
            let catalogue = cx.catalogue.map(AsRef::as_ref);
            let blocks = fill_part(form, cx.plan, catalogue, part.id).blocks;
            if blocks != part.blocks {
                requests.edit(cx.plan.id, PlanEdit::ResetPart { part: part.id, blocks });
                requests.offer_undo(messages::part_reset(messages::part_heading(part)));
            }
        }
        if part.shown == Shown::NotInForm {
            return;
        }
        if part.shown == Shown::Yes {
            let number = part_numbers(cx.plan);
            let at = cx.plan.parts.iter().position(|other| other.id == part.id);
            let lead = at.and_then(|at| number.get(at)).map(Marker::words);
            let heading = format!("{}{}", lead.unwrap_or_default(), part.heading.trim());
            let words = if part.is_numbered() { heading } else { first_words(&part.stretch(0)) };
            see_on_page(ui, &words, requests);
        }
        if widgets::link(ui, messages::MOVE_UP).clicked() {
            list::move_part(cx.plan, part.id, -1, requests);
        }
        if widgets::link(ui, messages::MOVE_DOWN).clicked() {
            list::move_part(cx.plan, part.id, 1, requests);
        }
        let (words, shown) = if part.shown == Shown::Yes {
            (messages::HIDE, Shown::Hidden)
        } else {
            (messages::SHOW, Shown::Yes)
        };
        if widgets::link(ui, words).clicked() {
            requests.set(cx.plan.id, Value::Shown { part: part.id, shown });
        }
        if widgets::link(ui, messages::REMOVE_PART).clicked() {
            requests.remove(cx.plan.id, List::Parts, vec![part.id]);
            requests.offer_undo(messages::part_gone(messages::part_heading(part)));
            let mut beside = cx.plan.parts.iter().skip_while(|other| other.id != part.id).skip(1);
            let before =
                || cx.plan.parts.iter().rev().skip_while(|other| other.id != part.id).nth(1);
            if let Some(neighbour) = beside.next().or_else(before) {
                state.chosen = Chosen::Part(neighbour.id);
            }
        }
    });
}

/// Leads to the page on which these words stand.
fn see_on_page(ui: &mut Ui, words: &str, requests: &mut Requests) {
    if !words.is_empty() && widgets::link(ui, messages::SEE_ON_PAGE).clicked() {
        requests.push(Request::ShowOnPaper(words.to_owned()));
    }
}

/// So much of the first words as is found on one page, whatever their styles.
fn first_words(paragraphs: &[Paragraph]) -> String {
    let first = paragraphs.iter().find(|paragraph| !paragraph.is_blank());
    let text = first.map(Paragraph::text).unwrap_or_default();
    text.split_whitespace().take(FIRST_WORDS).collect::<Vec<_>>().join(" ")
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
    title(ui, messages::BASES, messages::BASES_HELP);
    let mut italic = cx.plan.bases_italic;
    if widgets::checkbox(ui, &mut italic, messages::ITALIC).changed() {
        requests.set(plan, Value::Plan(PlanValue::BasesItalic(italic)));
    }
    tools(ui, cx, state, fields, requests);
    let editor = Words {
        id: EguiId::unique(("bases", plan)),
        label: messages::BASES,
        paragraphs: &cx.plan.bases,
        make: set_words(plan, edit::Words::Bases),
        hint: messages::BASES_HINT,
        rows: 6,
        italic: cx.plan.bases_italic,
        plan: cx.plan,
    };
    see_on_page(ui, &first_words(&cx.plan.bases), requests);
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
    title(ui, messages::OPENING, messages::OPENING_HELP);
    tools(ui, cx, state, fields, requests);
    let editor = Words {
        id: EguiId::unique(("opening", plan)),
        label: messages::OPENING,
        paragraphs: &cx.plan.opening,
        make: set_words(plan, edit::Words::Opening),
        hint: messages::OPENING_HINT,
        rows: 4,
        italic: false,
        plan: cx.plan,
    };
    see_on_page(ui, &first_words(&cx.plan.opening), requests);
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
