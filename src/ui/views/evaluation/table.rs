//! The table of criteria: one stop of Tab, arrows inside it; a click on a cell sets the level.
//!
//! Only lines that are seen are drawn; the title of the standard sticks to the top.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, Id, Key, Pos2, Rect, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
};

use crate::edit::{Act, EvaluationEdit, standard_title};
use crate::messages::{evaluation as words, table as table_words};
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Tone};
use crate::words as language;
use crate::year::result::Rule;

use super::model::{Criterion, Line, Model};
use super::{EvaluationState, nothing};

/// Height of a criterion's line, in logical pixels.
const ROW: f32 = 30.0;
/// Height of a standard's title.
const TITLE: f32 = 28.0;
/// Height of the heads of the columns.
const HEAD: f32 = 42.0;
/// Height of the line at the foot.
const FOOT: f32 = 32.0;
/// Width of the column of a level, and of a number.
const LEVEL: f32 = 68.0;
/// See [`LEVEL`].
const COUNT: f32 = 52.0;
/// Where names begin.
const NAME: f32 = 50.0;
/// Room for "bắt buộc".
const MARK: f32 = 62.0;

/// What the table remembers between frames.
#[derive(Default)]
pub struct TableState {
    /// The list, for who gives it the focus.
    pub id: Option<Id>,
    /// The chosen criterion wants to be seen.
    pub scroll: bool,
    /// When it was drawn last.
    pass: u64,
}

/// What was clicked.
enum Click {
    /// A criterion as a whole.
    Criterion(String),
    /// A level of a criterion; none: not evaluated.
    Level(String, Option<u8>),
}

/// Where the columns stand.
struct Columns {
    /// Right end of the names, "bắt buộc" included.
    names: f32,
    /// Left ends of the columns of levels.
    levels: Vec<f32>,
    /// Left ends of the two columns of numbers.
    counts: [f32; 2],
}

impl Columns {
    fn of(rect: Rect, levels: usize) -> Self {
        let counts = [rect.right() - 2.0 * COUNT - 4.0, rect.right() - COUNT - 4.0];
        let first = counts[0] - LEVEL * levels as f32;
        let levels = (0..levels).map(|nth| first + LEVEL * nth as f32).collect();
        Self { names: first - 4.0, levels, counts }
    }
}

/// Draws it.
pub(super) fn show(
    ui: &mut Ui,
    model: &Model,
    state: &mut EvaluationState,
    requests: &mut Requests,
) {
    if model.lines.is_empty() {
        return nothing(ui, &mut state.filter);
    }
    let theme = theme::of(ui);
    let room = ui.available_rect_before_wrap();
    let total: f32 = model.lines.iter().map(height).sum();
    let mut card = room;
    card.set_height((HEAD + total + FOOT).min(room.height()));
    let radius = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect_filled(card, radius, theme.surface);
    keys(ui, card, model, state, requests);

    let body = Rect::from_min_max(card.min + Vec2::new(1.0, HEAD), card.max - Vec2::new(1.0, FOOT));
    let scrolls = total > body.height() + 0.5;
    let bar = if scrolls { ui.spacing().scroll.allocated_width() } else { 0.0 };
    let inside = Rect::from_min_max(card.min, Pos2::new(card.right() - bar, card.max.y));
    let columns = Columns::of(inside, model.columns.len());
    heads(ui, &theme, card, model, &columns);
    let place = egui::UiBuilder::new().id_salt("rows").max_rect(body);
    let mut clicked = None;
    ui.scope_builder(place, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt(("criteria", model.year)).auto_shrink(false).show_viewport(
            ui,
            |ui, viewport| {
                ui.set_height(total);
                let origin = ui.min_rect().min;
                let width = inside.width() - 2.0;
                clicked = rows(ui, &theme, (origin, width, viewport), model, state, &columns);
            },
        );
    });
    foot(ui, &theme, card, model);
    let stroke = theme.border();
    ui.painter().rect_stroke(card, radius, stroke, egui::StrokeKind::Inside);
    match clicked {
        Some(Click::Criterion(code)) => state.at = code,
        Some(Click::Level(code, level)) => {
            set_level(model, &code, level, requests);
            state.at = code;
        }
        None => {}
    }
}

fn height(line: &Line) -> f32 {
    match line {
        Line::Standard(..) | Line::LevelFour => TITLE,
        Line::Criterion(_) => ROW,
    }
}

/// Arrows, digits and Enter, while the table has the focus.
fn keys(ui: &Ui, card: Rect, model: &Model, state: &mut EvaluationState, requests: &mut Requests) {
    let shown: Vec<&Criterion> = model.shown().collect();
    let before = shown.iter().position(|one| one.code == state.at);
    let mut at = before.unwrap_or(0);
    let id = ui.scope_id().with("list");
    state.table.id = Some(id);
    let page = ((card.height() - HEAD - FOOT) / ROW).max(1.0) as usize;
    let keys = widgets::list_keys(ui, id, card, words::TABLE, &mut at, shown.len(), page);
    // Whoever comes to this stage can go on by the keys at once.
    let pass = ui.ctx().cumulative_pass_nr();
    let comes = pass > state.table.pass + 1;
    state.table.pass = pass;
    if comes && ui.memory(egui::Memory::focused).is_none() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let Some(one) = shown.get(at) else { return };
    if keys.focused {
        let said = words::at_words(model.rule, &one.code, &one.name, one.level);
        ui.accesskit_node_builder(id, |node| node.set_value(said));
        if keys.moved || before.is_none() {
            one.code.clone_into(&mut state.at);
            state.table.scroll |= keys.moved;
        }
        let cells: Vec<Option<u8>> =
            std::iter::once(None).chain(one.levels.iter().copied().map(Some)).collect();
        let cell = cells.iter().position(|cell| *cell == one.level).unwrap_or(0);
        let beside = cell.checked_add_signed(keys.sideways as isize);
        let beside = beside.and_then(|to| cells.get(to).copied());
        let digits = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4];
        let digit = digits.into_iter().zip(0_u8..).find(|(key, _)| {
            ui.input(|input| input.key_pressed(*key) && input.modifiers.is_none())
        });
        let digit = digit.map(|(_, level)| level).filter(|level| one.levels.contains(level));
        let gone = ui.input(|input| input.key_pressed(Key::Delete));
        let wanted = if gone { Some(None) } else { digit.map(Some) };
        if let Some(level) = wanted.or(beside).filter(|level| *level != one.level) {
            set_level(model, &one.code, level, requests);
        }
        if keys.opened {
            state.open = true;
            state.to_weakness = true;
        }
    }
}

fn set_level(model: &Model, code: &str, level: Option<u8>, requests: &mut Requests) {
    let change = EvaluationEdit::SetLevel { code: code.to_owned(), level };
    requests.push(Request::Edit(model.change()(vec![change], Act::Evaluate), None));
}

/// The names of the columns.
fn heads(ui: &Ui, theme: &Theme, card: Rect, model: &Model, columns: &Columns) {
    let mut head = card;
    head.set_height(HEAD);
    let round = size::CARD_RADIUS;
    let radius = CornerRadius { nw: round, ne: round, sw: 0, se: 0 };
    ui.painter().rect_filled(head, radius, theme.sunk);
    ui.painter().hline(head.x_range(), head.bottom() - 0.5, theme.border());
    let font = theme::bold(size::SMALL);
    let at = Pos2::new(head.left() + 12.0, head.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, words::CRITERION, font, theme.muted);
    let levels = model.columns.iter().map(|level| words::level_head(model.rule, *level));
    for (words, left) in levels.zip(&columns.levels) {
        head_words(ui, theme, head, *left, LEVEL, words);
    }
    for (words, left) in [words::WEAK, words::EVIDENCE].into_iter().zip(columns.counts) {
        head_words(ui, theme, head, left, COUNT, words.to_owned());
    }
}

/// Words on two lines in the middle of a column.
fn head_words(ui: &Ui, theme: &Theme, head: Rect, left: f32, width: f32, words: String) {
    let font = theme::bold(size::SMALL - 0.5);
    let mut job = egui::text::LayoutJob::simple(words, font, theme.muted, width - 2.0);
    job.halign = egui::Align::Center;
    let galley = ui.painter().layout_job(job);
    let at = Pos2::new(left + width / 2.0, head.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.muted);
}

/// The lines; gives what was clicked.
fn rows(
    ui: &mut Ui,
    theme: &Theme,
    (origin, width, viewport): (Pos2, f32, Rect),
    model: &Model,
    state: &mut EvaluationState,
    columns: &Columns,
) -> Option<Click> {
    let focused = state.table.id.is_some_and(|id| ui.memory(|memory| memory.has_focus(id)));
    let (mut top, mut clicked, mut stuck) = (0.0, None, None);
    for line in &model.lines {
        let high = height(line);
        let at = origin + Vec2::new(0.0, top);
        let rect = Rect::from_min_size(at, Vec2::new(width, high));
        let seen = top + high >= viewport.top() && top <= viewport.bottom();
        if let Line::Criterion(nth) = line {
            let one = &model.criteria[*nth];
            let chosen = one.code == state.at;
            if chosen && std::mem::take(&mut state.table.scroll) {
                // Under the title that sticks.
                let with_title = rect.with_min_y(rect.top() - TITLE);
                ui.scroll_to_rect(with_title, None);
            }
            if seen {
                clicked = row(ui, theme, rect, model, one, columns, (chosen, focused)).or(clicked);
            }
        } else {
            if top <= viewport.top() {
                stuck = Some(line);
            }
            if seen {
                title(ui, theme, rect, model, line, columns);
            }
        }
        top += high;
    }
    if let Some(line) = stuck {
        // The title of the next one pushes it away.
        let mut y = viewport.top();
        let mut top = 0.0;
        for other in &model.lines {
            if !matches!(other, Line::Criterion(_)) && top > viewport.top() {
                y = y.min(top - TITLE);
                break;
            }
            top += height(other);
        }
        let at = origin + Vec2::new(0.0, y);
        title(ui, theme, Rect::from_min_size(at, Vec2::new(width, TITLE)), model, line, columns);
    }
    clicked
}

/// A standard, or what stands over the level-4 criteria.
fn title(ui: &Ui, theme: &Theme, rect: Rect, model: &Model, line: &Line, columns: &Columns) {
    ui.painter().rect_filled(rect, 0, theme.sunk);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    let at = Pos2::new(rect.left() + 12.0, rect.top() + 5.0);
    let bold = theme::bold(size::TABLE);
    let (said, weak) = match line {
        Line::Standard(nth, weak) => (standard_title(&model.catalogue.standards[*nth]), *weak),
        _ => (words::LEVEL_FOUR.to_owned(), 0),
    };
    let is_four = matches!(line, Line::LevelFour);
    let right = if is_four { columns.names } else { columns.counts[0] };
    one_line(ui, at, right, &said, bold, theme.text);
    ui.interact(rect, ui.scope_id().with(("title", &said)), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Heading, true, &said));
    if is_four {
        let font = theme::bold(size::SMALL - 0.5);
        for (level, left) in [None, Some(0), Some(4)].into_iter().zip(&columns.levels).skip(1) {
            let words = words::level_head(model.rule, level);
            let at = Pos2::new(left + LEVEL / 2.0, rect.center().y);
            ui.painter().text(at, Align2::CENTER_CENTER, words, font.clone(), theme.muted);
        }
    } else if model.rule.tells_by_standard() {
        count(ui, theme, rect, columns.counts[0], weak, true);
    }
}

/// A criterion.
fn row(
    ui: &Ui,
    theme: &Theme,
    rect: Rect,
    model: &Model,
    one: &Criterion,
    columns: &Columns,
    (chosen, focused): (bool, bool),
) -> Option<Click> {
    let id = ui.scope_id().with(("criterion", &one.code));
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| {
        let said = words::at_words(model.rule, &one.code, &one.name, one.level);
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, said)
    });
    if chosen {
        ui.painter().rect_filled(rect, 0, theme.accent_soft);
        let edge = Rect::from_min_size(rect.min, Vec2::new(if focused { 4.0 } else { 2.0 }, ROW));
        ui.painter().rect_filled(edge, 0, theme.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, theme.sunk);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    let middle = rect.center().y;
    let top = middle - 10.0;
    let code = one.code.strip_prefix("M4.").unwrap_or(&one.code);
    let at = Pos2::new(rect.left() + 12.0, top);
    one_line(ui, at, rect.left() + NAME, code, theme::bold(size::TABLE), theme.text);
    let mark = if one.mandatory { MARK } else { 0.0 };
    let at = Pos2::new(rect.left() + NAME, top);
    let right = columns.names - mark - 6.0;
    let cut = one_line(ui, at, right, &one.name, theme::regular(size::TABLE), theme.text);
    if one.mandatory {
        let at = Pos2::new(columns.names - 4.0, middle);
        let font = theme::regular(size::SMALL);
        ui.painter().text(at, Align2::RIGHT_CENTER, table_words::MANDATORY, font, theme.muted);
    }
    let mut clicked = response.clicked().then(|| Click::Criterion(one.code.clone()));
    if cut {
        response.on_hover_text(&one.name);
    }
    for (nth, left) in columns.levels.iter().enumerate() {
        let is_four = one.code.starts_with("M4.");
        let level = match (is_four, nth) {
            (true, 2) => Some(4),
            (true, 3..) => continue,
            _ => model.columns[nth],
        };
        let cell = Rect::from_min_size(Pos2::new(*left, rect.top()), Vec2::new(LEVEL, ROW));
        if cell_of(ui, theme, cell, model.rule, one, (level, chosen)) {
            let code = one.code.clone();
            clicked = Some(if one.level == level {
                Click::Criterion(code)
            } else {
                Click::Level(code, level)
            });
        }
    }
    if !model.rule.tells_by_standard() {
        count(ui, theme, rect, columns.counts[0], one.weaknesses, true);
    }
    // Of what nobody evaluated yet nobody waits for evidence.
    let begun = one.level.is_some() || one.evidence > 0;
    count(ui, theme, rect, columns.counts[1], one.evidence, !begun);
    clicked
}

/// One answer of a criterion; gives whether it was clicked.
fn cell_of(
    ui: &Ui,
    theme: &Theme,
    rect: Rect,
    rule: Rule,
    one: &Criterion,
    (level, chosen): (Option<u8>, bool),
) -> bool {
    let above = one.tops_out && level > one.level && one.level.is_some_and(|now| now > 0);
    if level.is_some_and(|level| !one.levels.contains(&level)) || above {
        let ink = theme.muted;
        let font = theme::regular(size::TABLE);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, "–", font, ink);
        let id = ui.scope_id().with(("none", &one.code, level));
        ui.interact(rect, id, Sense::hover()).on_hover_text(words::NO_SUCH_LEVEL);
        return false;
    }
    let id = ui.scope_id().with(("level", &one.code, level));
    let response = ui.interact(rect, id, Sense::CLICK);
    let on = one.level == level;
    response.widget_info(|| {
        let said = words::cell(rule, &one.code, level);
        WidgetInfo::selected(Role::RadioButton, true, on, said)
    });
    if on {
        let words = words::level_in_column(level);
        pill(ui, theme, (rect.center(), rect.width()), tone_of(one, level), &words, chosen);
    } else {
        let edge = if response.hovered() { theme.accent } else { theme.edge };
        let stroke = egui::Stroke::new(1.2, edge);
        ui.painter().circle(rect.center(), 7.5, theme.surface, stroke);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// What a level means: the highest is green, none at all red.
pub(super) fn tone_of(one: &Criterion, level: Option<u8>) -> Tone {
    match level {
        None => Tone::Plain,
        Some(0) => Tone::Late,
        level if level == one.levels.last().copied() => Tone::Done,
        Some(_) => Tone::Accent,
    }
}

/// A level on a ground of its own around this place, no wider than this. On
/// the ground of the chosen line it has a border instead.
pub(super) fn pill(
    ui: &Ui,
    theme: &Theme,
    (centre, room): (Pos2, f32),
    tone: Tone,
    words: &str,
    on_chosen: bool,
) {
    let (ink, ground) = match tone {
        Tone::Plain => (theme.muted, theme.faint),
        tone => tone.colours(theme),
    };
    let galley = pill_words(ui, words, ink);
    let width = (galley.size().x + 14.0).clamp(44.0, (room - 2.0).max(44.0));
    let shape = Rect::from_center_size(centre, Vec2::new(width, 21.0));
    let (fill, edge) =
        if on_chosen { (theme.surface, ink) } else { (ground, Color32::TRANSPARENT) };
    let stroke = egui::Stroke::new(1.0, edge);
    let radius = CornerRadius::same(10);
    ui.painter().rect(shape, radius, fill, stroke, egui::StrokeKind::Inside);
    ui.painter().galley(shape.center() - galley.size() / 2.0, galley, ink);
}

/// The words of a level on its ground.
pub(super) fn pill_words(ui: &Ui, words: &str, ink: Color32) -> std::sync::Arc<egui::Galley> {
    ui.painter().layout_no_wrap(words.to_owned(), theme::bold(size::SMALL - 0.5), ink)
}

/// A number in the middle of its column; a dash for none of what should rather not be there.
fn count(ui: &Ui, theme: &Theme, row: Rect, left: f32, count: usize, weak: bool) {
    let at = Pos2::new(left + COUNT / 2.0, row.center().y);
    let (words, font, ink): (String, _, Color32) = match (count, weak) {
        (0, true) => ("-".to_owned(), theme::regular(size::TABLE), theme.muted),
        (0, false) => ("0".to_owned(), theme::bold(size::TABLE), theme.due),
        (count, true) => (number(count), theme::bold(size::TABLE), theme.due),
        (count, false) => (number(count), theme::regular(size::TABLE), theme.text),
    };
    ui.painter().text(at, Align2::CENTER_CENTER, words, font, ink);
}

fn number(count: usize) -> String {
    language::number(count as u64)
}

/// How many are evaluated, and what the keys do.
fn foot(ui: &Ui, theme: &Theme, card: Rect, model: &Model) {
    let line = card.with_min_y(card.bottom() - FOOT);
    widgets::keep_clear(ui, line);
    ui.painter().hline(line.x_range(), line.top() + 0.5, theme.border());
    let said = words::evaluated(model.outcome.evaluated);
    let at = Pos2::new(line.left() + 12.0, line.top() + 7.0);
    let font = theme::regular(size::SMALL);
    let galley = ui.painter().layout_no_wrap(said.clone(), font.clone(), theme.text);
    let after = at.x + galley.size().x + 24.0;
    ui.painter().galley(at, galley, theme.text);
    let rect = line.with_max_x(after);
    ui.interact(rect, ui.scope_id().with("foot"), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let highest = model.columns.iter().flatten().max().copied().unwrap_or_default();
    let keys = ui.painter().layout_no_wrap(words::keys(highest), font, theme.muted);
    let left = line.right() - 12.0 - keys.size().x;
    if left > after {
        ui.painter().galley(Pos2::new(left, at.y), keys, theme.muted);
    }
}
