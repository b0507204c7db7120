//! The right side of the review, above: three switches with how much was understood, and below
//! them what was: the columns of the table, the parts, the information.

use std::collections::HashMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, RichText, Sense, Stroke, StrokeKind, Ui, Vec2};
use egui::{Rect, WidgetInfo};

use crate::import::{Answer, Asked, At, Became, Draft, DraftColumn, Home, Meaning, Question};
use crate::messages::{info_field_name, word_in as words};
use crate::plan::{Form, InfoField, TableKind};
use crate::ui::theme::{self, size};
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, button::focus_ring, choice::list_row};

/// Height of a switch, and of the card of a column (logical pixels).
const SWITCH: f32 = 58.0;
/// See [`SWITCH`].
const CARD: f32 = 46.0;
/// A card is at least and at most this wide.
const NARROWEST: f32 = 132.0;
/// See [`NARROWEST`].
const WIDEST: f32 = 220.0;

/// What is shown below the switches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Info,
    Content,
    Table,
}

impl Side {
    const ALL: [Self; 3] = [Self::Info, Self::Content, Self::Table];

    /// The one that asks most.
    pub fn first(draft: &Draft, asks: Asks) -> Self {
        let asks = |side: &Self| asks.0[*side as usize];
        let most = Self::ALL.into_iter().max_by_key(asks).filter(|side| asks(side) > 0);
        most.unwrap_or(if draft.columns.is_empty() { Self::Content } else { Self::Table })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Info => words::INFO,
            Self::Content => words::CONTENT,
            Self::Table => words::TABLE,
        }
    }
}

/// What belongs to which side.
fn side_of(homes: &HashMap<At, Home>, question: &Question) -> Side {
    match question.asked {
        Asked::Column(..) | Asked::Row(_) | Asked::Catalogue => Side::Table,
        Asked::Form | Asked::Year => Side::Info,
        Asked::Piece(at) => match homes.get(&at).map(|home| home.became()) {
            Some(Became::Info) => Side::Info,
            Some(Became::Table) => Side::Table,
            _ => Side::Content,
        },
    }
}

/// How many questions each side asks, found once for a draft.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asks([usize; 3]);

impl Asks {
    pub fn of(draft: &Draft) -> Self {
        let homes: HashMap<At, Home> =
            draft.pieces.iter().rev().map(|piece| (piece.at, piece.home)).collect();
        let mut asks = Self::default();
        for question in &draft.questions {
            asks.0[side_of(&homes, question) as usize] += 1;
        }
        asks
    }
}

/// Draws the switches; gives the one that was pressed.
pub(super) fn switches(ui: &mut Ui, draft: &Draft, asks: Asks, now: Side) -> Option<Side> {
    let theme = theme::of(ui);
    let (whole, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), SWITCH), Sense::hover());
    let radius = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect(whole, radius, theme.surface, theme.border(), StrokeKind::Inside);
    let each = whole.width() / 3.0;
    let mut pressed = None;
    for (index, side) in Side::ALL.into_iter().enumerate() {
        let left = whole.left() + each * index as f32;
        let rect =
            Rect::from_min_size(egui::pos2(left, whole.top()), Vec2::new(each, whole.height()));
        let response = ui.interact(rect, ui.scope_id().with(("switch", index)), Sense::click());
        let asks = asks.0[side as usize];
        let note = match side {
            Side::Info => words::info_note(draft),
            Side::Content => words::content_note(draft),
            Side::Table => words::table_note(draft),
        };
        let state = if asks > 0 {
            words::to_look_at(asks)
        } else if side == Side::Table && draft.columns.is_empty() {
            String::new()
        } else {
            words::SURE.to_owned()
        };
        response.widget_info(|| {
            let name = format!("{}: {note}. {state}", side.name());
            WidgetInfo::selected(Role::Tab, true, side == now, name)
        });
        if side == now {
            let inside = rect.shrink(1.0);
            ui.painter().rect_filled(inside, radius, theme.accent_soft);
        } else if response.hovered() {
            ui.painter().rect_filled(rect.shrink(1.0), radius, theme.sunk);
        }
        if response.has_focus() {
            focus_ring(ui, rect.shrink(4.0), size::RADIUS);
        }
        if index > 0 {
            let down = rect.y_range().shrink(1.0);
            ui.painter().vline(rect.left(), down, theme.border());
        }
        let ink = if side == now { theme.accent } else { theme.text };
        let at = rect.left_top() + Vec2::new(12.0, 8.0);
        let painter = ui.painter();
        painter.text(at, egui::Align2::LEFT_TOP, side.name(), theme::bold(size::BODY), ink);
        let ink = if asks > 0 { theme.due } else { theme.done };
        let at = rect.right_top() + Vec2::new(-12.0, 9.0);
        painter.text(at, egui::Align2::RIGHT_TOP, state, theme::bold(size::SMALL), ink);
        let at = rect.left_top() + Vec2::new(12.0, 32.0);
        one_line(ui, at, rect.right() - 12.0, &note, theme::regular(size::SMALL), theme.muted);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() && side != now {
            pressed = Some(side);
        }
    }
    pressed
}

/// Draws what was understood on one side; gives what a person decided there.
pub(super) fn show(
    ui: &mut Ui,
    draft: &Draft,
    forms: &[Arc<Form>],
    side: Side,
) -> Option<(Asked, Answer)> {
    match side {
        Side::Info => info(ui, draft, forms),
        Side::Content => {
            parts(ui, draft);
            None
        }
        Side::Table => columns(ui, draft),
    }
}

fn head(ui: &mut Ui, title: &str, note: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        let theme = theme::of(ui);
        ui.label(RichText::new(title).font(theme::bold(size::BODY)).color(theme.text));
        widgets::show::at_right(ui, |ui| {
            let note = RichText::new(note).font(theme::regular(size::SMALL));
            ui.label(note.color(theme.muted));
        });
    });
}

fn columns(ui: &mut Ui, draft: &Draft) -> Option<(Asked, Answer)> {
    let mut decided = None;
    if draft.columns.is_empty() {
        widgets::small(ui, words::NO_TABLE);
        return None;
    }
    let sure = draft.columns.iter().filter(|column| column.question.is_none()).count();
    head(ui, words::COLUMNS, &format!("{} · {}", words::matched(sure), words::COLUMNS_DO));
    let several = draft.columns.iter().any(|column| column.block != draft.columns[0].block);
    for table in draft.columns.chunk_by(|one, next| one.block == next.block) {
        if several {
            widgets::small(ui, words::table(table[0].table));
        }
        decided = cards(ui, draft, table).or(decided);
    }
    decided
}

/// The columns of one table.
fn cards(ui: &mut Ui, draft: &Draft, columns: &[DraftColumn]) -> Option<(Asked, Answer)> {
    let mut decided = None;
    let room = ui.available_width();
    let across = ((room + 8.0) / (NARROWEST + 8.0)).floor().max(1.0) as usize;
    let across = across.min(columns.len().max(1));
    let each = (room - 8.0 * (across - 1) as f32) / across as f32;
    for row in columns.chunks(across) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for column in row {
                if let Some(means) = column_card(ui, draft, column, each.min(WIDEST)) {
                    let asked = Asked::Column(column.block, column.column);
                    decided = Some((asked, Answer::Means(means)));
                }
            }
        });
    }
    decided
}

/// What a column of this table may mean.
fn meanings(form: Option<&Form>, table: TableKind) -> Vec<Meaning> {
    let fields = form.map(|form| form.columns(table)).unwrap_or_default();
    let fields = fields.iter().map(|column| Meaning::Field(column.field));
    fields.chain([Meaning::Number, Meaning::Paragraphs]).collect()
}

fn column_card(ui: &mut Ui, draft: &Draft, column: &DraftColumn, width: f32) -> Option<Meaning> {
    let theme = theme::of(ui);
    let form = draft.form.as_deref();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, CARD), Sense::click());
    let means = words::meaning(column.meaning, form, column.table);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, words::column_said(&column.title, &means))
    });
    let unsure = column.question.is_some();
    let fill = match () {
        () if unsure => theme.due_soft,
        () if column.meaning == Meaning::Number => theme.bg,
        () => theme.surface,
    };
    let edge = match () {
        () if response.has_focus() => theme.accent,
        () if unsure => theme.due,
        () if response.hovered() => theme.muted,
        () => theme.edge,
    };
    let radius = CornerRadius::same(size::RADIUS);
    ui.painter().rect(rect, radius, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if response.has_focus() {
        focus_ring(ui, rect, size::RADIUS);
    }
    let right = rect.right() - 8.0;
    let ink = if unsure { theme.due } else { theme.muted };
    let at = rect.left_top() + Vec2::new(8.0, 4.0);
    let title = column.title.replace('\n', " ");
    let cut = one_line(ui, at, right, &title, theme::regular(size::SMALL), ink);
    let ink = if unsure { theme.due } else { theme.text };
    let at = rect.left_top() + Vec2::new(8.0, 23.0);
    let shown = match column.question {
        Some(question) => format!("{means} ({})", question + 1),
        None => means.clone(),
    };
    let cut = one_line(ui, at, right, &shown, theme::bold(size::TABLE), ink) || cut;
    let mut picked = None;
    egui::Popup::menu(&response).width(260.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for meaning in meanings(form, column.table) {
            let name = words::meaning(meaning, form, column.table);
            if list_row(ui, &name, meaning == column.meaning).clicked() {
                picked = Some(meaning);
                ui.close();
            }
        }
    });
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if cut {
        response.on_hover_text(format!("{title}\n{means}"));
    }
    picked
}

fn parts(ui: &mut Ui, draft: &Draft) {
    head(ui, words::PARTS_HEAD, "");
    widgets::card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        for part in &draft.plan.parts {
            let count = part.blocks.len();
            let heading = part.heading.trim();
            let heading = if heading.is_empty() { words::NO_HEADING } else { heading };
            pair(ui, heading, &words::paragraphs(count));
        }
        if draft.plan.parts.is_empty() {
            widgets::small(ui, words::NONE);
        }
    });
}

fn info(ui: &mut Ui, draft: &Draft, forms: &[Arc<Form>]) -> Option<(Asked, Answer)> {
    head(ui, words::INFO_HEAD, "");
    let plan = &draft.plan;
    let mut decided = None;
    widgets::card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let lines = |text: &str| text.replace('\n', " ");
        let signer = plan.signatures.first();
        let signer = signer.map(|of| format!("{} {}", of.position, of.name)).unwrap_or_default();
        for (field, value) in [
            (InfoField::GoverningBody, lines(&plan.letterhead.governing_body)),
            (InfoField::School, lines(&plan.letterhead.school)),
            (InfoField::Number, words::number_and_symbol(&plan.number, &plan.symbol)),
            (InfoField::Place, plan.letterhead.place.clone()),
            (InfoField::Date, words::date_of(plan.date)),
            (InfoField::DocType, plan.doc_type.clone()),
            (InfoField::Subject, plan.subject.join(" ")),
            (InfoField::SchoolYear, plan.school_year.to_string()),
            (InfoField::Recipients, plan.recipients.join("; ")),
            (InfoField::Signatures, signer),
        ] {
            let value = if value.trim().is_empty() { words::NONE } else { value.trim() };
            pair(ui, info_field_name(field), value);
        }
    });
    let names: Vec<String> = forms.iter().map(|form| form.short_name().to_owned()).collect();
    let chosen = forms.iter().position(|form| form.id == plan.form);
    let label = info_field_name(InfoField::Form);
    if let Some(picked) = widgets::select(ui, "form", label, None, &names, chosen) {
        decided = Some((Asked::Form, Answer::Form(forms[picked].id.clone())));
    }
    decided
}

/// A name and what it is, on one line.
fn pair(ui: &mut Ui, name: &str, value: &str) {
    let theme = theme::of(ui);
    ui.horizontal_top(|ui| {
        let wide = (ui.available_width() * 0.34).min(180.0);
        let name = RichText::new(name).font(theme::regular(size::SMALL)).color(theme.muted);
        let left = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(wide, 20.0), left, |ui| {
            ui.set_width(wide);
            ui.add(egui::Label::new(name).truncate());
        });
        let value = RichText::new(value).font(theme::regular(size::TABLE)).color(theme.text);
        ui.add(egui::Label::new(value).wrap());
    });
}
