//! The list: a line for each piece of work, those seen alone drawn, and what is done to those ticked.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{
    CornerRadius, CursorIcon, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2,
};

use crate::messages::{self, follow as words};
use crate::plan::LogEntry;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, paint_triangle};
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Kind, Tone};
use crate::year::follow::{Followed, State};

use super::model::{Line, Model, Order, Section};
use super::{FOOT, FollowState, LINE, MENU, filter, set_status, statuses};

/// Height of the head of the list.
const HEAD: f32 = 30.0;
/// Where the words of a row begin, behind its box.
const TEXT: f32 = 44.0;

/// Width of the times of the work.
const TIME: f32 = 150.0;

/// Where the columns begin, from the left edge, logical pixels.
struct Columns {
    state: f32,
    /// Of how much is done; of the time where nobody says that of anything.
    middle: f32,
    note: f32,
    right: f32,
}

impl Columns {
    fn of(width: f32, percents: bool) -> Self {
        let right = width - 12.0;
        // Where there is little room, what was noted stands in the sheet alone.
        let note = if width < 760.0 { right } else { (width * 0.72).max(width - 260.0) };
        let middle = note - if percents { 112.0 } else { TIME };
        Self { state: middle - 152.0, middle, note, right }
    }

    fn has_notes(&self) -> bool {
        self.note < self.right
    }
}

/// Draws the list with its foot.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    state: &mut FollowState,
    requests: &mut Requests,
) {
    let theme = theme::of(ui);
    let room = ui.available_rect_before_wrap();
    let frame = Rect::from_min_max(room.min, pos2(room.right(), room.bottom() - FOOT.y));
    let round = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect(frame, round, theme.surface, theme.border(), StrokeKind::Inside);
    let columns = Columns::of(frame.width(), model.percents);
    let middle = if model.percents { words::HEAD_PERCENT } else { words::HEAD_TIME };
    head(ui, &theme, frame, &columns, middle);
    let inside = Rect::from_min_max(pos2(frame.left(), frame.top() + HEAD), frame.max)
        .shrink2(Vec2::new(1.0, 1.0));
    if model.lines.is_empty() {
        let place = UiBuilder::new().max_rect(inside);
        ui.scope_builder(place, |ui| filter::nothing_passes(ui, &mut state.filter));
    } else {
        rows(ui, cx, model, state, inside, &columns, requests);
    }
    let foot = Rect::from_min_max(pos2(room.left(), frame.bottom() + 6.0), room.max);
    widgets::keep_clear(ui, foot);
    let place = UiBuilder::new().id_salt("foot").max_rect(foot);
    ui.scope_builder(place, |ui| foot_ui(ui, cx, model, state, requests));
}

fn head(ui: &Ui, theme: &Theme, frame: Rect, columns: &Columns, middle: &str) {
    let head = Rect::from_min_max(frame.min, pos2(frame.right(), frame.top() + HEAD));
    let radius = CornerRadius { sw: 0, se: 0, ..CornerRadius::same(size::CARD_RADIUS) };
    ui.painter().rect_filled(head.shrink(1.0), radius, theme.sunk);
    ui.painter().hline(head.x_range(), head.bottom(), theme.border());
    let titles = [
        (TEXT, words::HEAD_NAME, columns.state),
        (columns.state, words::HEAD_STATE, columns.middle),
        (columns.middle, middle, columns.note),
        (columns.note, words::HEAD_NOTE, columns.right),
    ];
    for (left, title, right) in titles {
        if left >= right {
            continue;
        }
        let at = pos2(head.left() + left, head.center().y - 9.0);
        let font = theme::bold(size::SMALL);
        one_line(ui, at, head.left() + right - 8.0, title, font, theme.muted);
    }
}

fn rows(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    state: &mut FollowState,
    inside: Rect,
    columns: &Columns,
    requests: &mut Requests,
) {
    let theme = theme::of(ui);
    let page = ((inside.height() / LINE) as usize).saturating_sub(1).max(1);
    let list = ui.make_persistent_id("list");
    let space = ui.input(|input| input.key_pressed(egui::Key::Space));
    let keys = widgets::keys::list_keys(
        ui,
        list,
        inside,
        words::LIST,
        &mut state.at,
        model.lines.len(),
        page,
    );
    let mut moved = keys.moved;
    match model.lines.get(state.at) {
        Some(Line::Group(at)) => {
            let section = &model.groups[*at];
            // Right opens it, Left folds it, Space ticks all of it.
            let sideways = if section.folded { 1 } else { -1 };
            if keys.opened && space {
                let items = section.group.rows.iter().map(|at| model.rows[*at].item);
                tick_all(state, &items.collect());
            } else if keys.opened || keys.sideways == sideways {
                state.turn(&section.group.title);
            }
        }
        Some(Line::Row(at)) => {
            let item = model.rows[*at].item;
            if keys.opened && space {
                toggle(state, item);
            } else if keys.opened || (keys.moved && state.open.is_some()) {
                state.open = Some(item);
            } else if keys.sideways < 0
                && let Some(title) = model.title_of(state.at)
            {
                (state.at, moved) = (title, true);
            }
        }
        None => {}
    }
    let goal = (moved || std::mem::take(&mut state.scroll)).then_some(state.at);
    let place = UiBuilder::new().id_salt("lines").max_rect(inside);
    ui.scope_builder(place, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, view| {
            let top = ui.min_rect().top();
            ui.set_height(LINE * model.lines.len() as f32);
            let line_rect = |line: usize| {
                let y = top + LINE * line as f32;
                Rect::from_min_max(pos2(inside.left(), y), pos2(inside.right(), y + LINE))
            };
            if let Some(line) = goal {
                ui.scroll_to_rect(line_rect(line).expand2(Vec2::new(0.0, LINE)), None);
            }
            let first = (view.top() / LINE).floor().max(0.0) as usize;
            let end = ((view.bottom() / LINE).ceil() as usize).min(model.lines.len());
            // The title of what is seen at the top stays there, until the next one comes.
            let stays = model.title_of(first);
            let mut turned = None;
            let mut title = |ui: &mut Ui, line: usize, rect: Rect, state: &mut FollowState| {
                let Line::Group(at) = model.lines[line] else { return };
                let section = &model.groups[at];
                let focused = keys.focused && state.at == line;
                if title_ui(ui, &theme, rect, section, state.order, focused) {
                    state.at = line;
                    ui.memory_mut(|memory| memory.request_focus(list));
                    turned = Some(section);
                }
            };
            for line in first..end {
                let rect = line_rect(line);
                match &model.lines[line] {
                    Line::Group(_) if stays == Some(line) => {}
                    Line::Group(_) => title(ui, line, rect, state),
                    Line::Row(at) => {
                        let row = &model.rows[*at];
                        let marks = Marks {
                            focused: keys.focused && state.at == line,
                            open: state.open == Some(row.item),
                            ticked: state.ticked.contains(&row.item),
                        };
                        let asked = row_ui(ui, cx, model, row, rect, columns, marks);
                        if asked != Asked::Nothing {
                            state.at = line;
                            ui.memory_mut(|memory| memory.request_focus(list));
                        }
                        match asked {
                            Asked::Nothing => {}
                            Asked::Tick => toggle(state, row.item),
                            Asked::Open => state.open = Some(row.item),
                            Asked::Row => requests.push(Request::Go(crate::plan::Place {
                                plan: cx.plan.id,
                                at: crate::plan::Spot::Row(row.item, None),
                            })),
                        }
                    }
                }
            }
            if let Some(line) = stays {
                let after = model.lines[line + 1..].iter();
                let next = after.clone().position(|line| matches!(line, Line::Group(_)));
                let end = next.map_or(f32::INFINITY, |next| line_rect(line + 1 + next).top());
                let y = line_rect(line).top().max(inside.top()).min(end - LINE);
                let place = pos2(inside.left(), y);
                let size = Vec2::new(inside.width(), LINE);
                title(ui, line, Rect::from_min_size(place, size), state);
            }
            if let Some(section) = turned {
                state.turn(&section.group.title);
            }
        });
    });
}

fn toggle(state: &mut FollowState, item: crate::plan::Id) {
    if !state.ticked.remove(&item) {
        state.ticked.insert(item);
    }
}

/// Ticks all of these; none of them where all were.
fn tick_all(state: &mut FollowState, items: &BTreeSet<crate::plan::Id>) {
    if items.is_subset(&state.ticked) {
        state.ticked.retain(|item| !items.contains(item));
    } else {
        state.ticked.extend(items);
    }
}

/// A group's title; says whether it is to be folded or opened.
fn title_ui(
    ui: &mut Ui,
    theme: &Theme,
    rect: Rect,
    section: &Section,
    order: Order,
    focused: bool,
) -> bool {
    let Section { group, folded } = section;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.sunk);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    if focused {
        ring(ui, theme, rect);
    }
    let name = match (order, group.title.as_str()) {
        (Order::Person, "") => words::NO_LEAD,
        (_, "") => words::NO_STANDARD,
        (_, title) => title,
    };
    let mut right = rect.right() - 12.0;
    for (at, (count, said)) in words::group_counts(&group.counts).into_iter().enumerate().rev() {
        if count == 0 {
            continue;
        }
        let tone = [Tone::Late, Tone::Due, Tone::Done, Tone::Plain][at];
        right -= pill(ui, theme, pos2(right, rect.center().y), &said, tone, true) + 6.0;
    }
    let font = theme::bold(size::TABLE);
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font.clone(), theme.text);
    paint_triangle(ui.painter(), pos2(rect.left() + 18.0, rect.center().y), !folded, theme.muted);
    let at = pos2(rect.left() + 30.0, rect.center().y - galley.size().y / 2.0);
    let wide = galley.size().x;
    one_line(ui, at, right, name, font, theme.text);
    if let Some(holder) = &group.holder
        && at.x + wide + 10.0 < right
    {
        let at = pos2(at.x + wide + 10.0, at.y);
        one_line(ui, at, right, holder, theme::regular(size::TABLE), theme.muted);
    }
    let response = ui.interact(rect, ui.scope_id().with(("group", name)), Sense::CLICK);
    response.widget_info(|| {
        let said = words::group_said(name, group.rows.len(), *folded);
        WidgetInfo::labeled(Role::ListBoxOption, true, said)
    });
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// Around the line that the keys are at.
fn ring(ui: &Ui, theme: &Theme, rect: Rect) {
    let ring = Stroke::new(2.0, theme.accent);
    ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(4), ring, StrokeKind::Inside);
}

#[derive(Clone, Copy)]
struct Marks {
    focused: bool,
    open: bool,
    ticked: bool,
}

/// What a person asks of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Tick,
    Open,
    Row,
}

/// One piece of work.
fn row_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    row: &Followed,
    rect: Rect,
    columns: &Columns,
    marks: Marks,
) -> Asked {
    let theme = theme::of(ui);
    let Some(item) = cx.plan.item(row.item) else { return Asked::Nothing };
    let said = words::state(row, item.done_on);
    let response = ui.interact(rect, ui.scope_id().with(("row", row.item)), Sense::click());
    response.widget_info(|| {
        let spoken = words::row_spoken(row, &said, marks.ticked);
        let mut info = WidgetInfo::labeled(Role::ListBoxOption, true, spoken);
        info.selected = Some(marks.open);
        info
    });
    let ground = if marks.open {
        theme.accent_soft
    } else if response.hovered() {
        theme.sunk
    } else {
        theme.surface
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    if marks.open {
        let edge = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(edge, CornerRadius::ZERO, theme.accent);
    }
    if marks.focused {
        ring(ui, &theme, rect);
    }
    let middle = rect.center().y;
    let tick = Rect::from_center_size(pos2(rect.left() + 24.0, middle), Vec2::splat(18.0));
    paint_tick(ui, &theme, tick, marks.ticked);
    let text = middle - size::TABLE * 0.68;
    let mut left = rect.left() + TEXT;
    if !row.code.is_empty() {
        let font = theme::regular(size::TABLE);
        let code = if row.code.starts_with("M4.") { "" } else { row.code.as_str() };
        let galley = ui.painter().layout_no_wrap(code.to_owned(), font, theme.muted);
        let wide = galley.size().x;
        ui.painter().galley(pos2(left, text), galley, theme.muted);
        left += wide + 6.0;
    }
    let right = rect.left() + columns.state - 10.0;
    let cut =
        one_line(ui, pos2(left, text), right, &row.name, theme::regular(size::TABLE), theme.text);
    pill(ui, &theme, pos2(rect.left() + columns.state, middle), &said, tone(row.state), false);
    let (from, to) = (rect.left() + columns.middle, rect.left() + columns.note - 8.0);
    let mut time_cut = false;
    if let Some(percent) = item.percent {
        bar(ui, &theme, pos2(from, middle), percent, tone(row.state));
    } else if !model.percents {
        let font = theme::regular(size::SMALL);
        time_cut = one_line(ui, pos2(from, text + 0.5), to, &row.typed, font, theme.muted);
    }
    let noted = model.noted.get(&row.item).and_then(|at| cx.plan.log.get(*at));
    let noted_cut = columns.has_notes() && {
        let (from, to) = (rect.left() + columns.note, rect.left() + columns.right);
        last_note(ui, &theme, pos2(from, text + 0.5), to, noted)
    };
    let clicked = response.clicked();
    let doubled = response.double_clicked();
    let on_tick = response.interact_pointer_pos().is_some_and(|at| at.x < rect.left() + TEXT - 4.0);
    let mut response = response.on_hover_cursor(CursorIcon::PointingHand);
    if cut || noted_cut || time_cut {
        response = response.on_hover_ui(|ui| {
            ui.set_max_width(420.0);
            widgets::body(ui, &row.name);
            widgets::small(ui, &row.typed);
            if let Some(entry) = noted {
                widgets::small(ui, &entry.text);
            }
        });
    }
    drop(response);
    match (clicked, doubled, on_tick) {
        (true, _, true) => Asked::Tick,
        (_, true, _) => Asked::Row,
        (true, ..) => Asked::Open,
        _ => Asked::Nothing,
    }
}

/// The day and the words of what was noted last; says whether they are cut.
fn last_note(ui: &Ui, theme: &Theme, at: egui::Pos2, right: f32, noted: Option<&LogEntry>) -> bool {
    let font = theme::regular(size::SMALL);
    let Some(entry) = noted else {
        return one_line(ui, at, right, words::NO_NOTE, font, theme.muted);
    };
    let day = words::short_date(entry.at.date());
    let galley = ui.painter().layout_no_wrap(day, font.clone(), theme.muted);
    let left = at.x + galley.size().x + 8.0;
    ui.painter().galley(at, galley, theme.muted);
    let line = entry.text.replace('\n', " ");
    one_line(ui, pos2(left, at.y), right, &line, font, theme.text)
}

/// The tone of a state: words say it as well.
pub fn tone(state: State) -> Tone {
    match state {
        State::Late { .. } | State::NotDone => Tone::Late,
        State::Due { .. } => Tone::Due,
        State::UnderWay => Tone::Accent,
        State::Done => Tone::Done,
        State::NotStarted | State::Dropped => Tone::Plain,
    }
}

fn paint_tick(ui: &Ui, theme: &Theme, square: Rect, on: bool) {
    let edge = if on { theme.accent } else { theme.muted };
    let fill = if on { theme.accent } else { theme.surface };
    let radius = CornerRadius::same(4);
    ui.painter().rect(square, radius, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if on {
        let at = |x, y| square.min + Vec2::new(x, y);
        let tick = vec![at(4.0, 9.5), at(7.5, 13.0), at(14.0, 5.5)];
        ui.painter().line(tick, Stroke::new(2.0, theme.on_accent));
    }
}

/// Words on a ground of their own; gives how wide they are. `at` is their left end, or their
/// right one.
fn pill(ui: &Ui, theme: &Theme, at: egui::Pos2, words: &str, tone: Tone, ends: bool) -> f32 {
    let (ink, soft) = tone.colours(theme);
    let ground = if tone == Tone::Plain { theme.faint } else { soft };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), theme::bold(size::SMALL - 0.5), ink);
    let wide = galley.size().x + 16.0;
    let left = if ends { at.x - wide } else { at.x };
    let pill = Rect::from_min_size(pos2(left, at.y - 10.0), Vec2::new(wide, 20.0));
    ui.painter().rect_filled(pill, CornerRadius::same(10), ground);
    ui.painter().galley(pill.center() - galley.size() / 2.0, galley, ink);
    wide
}

/// How much of it is done, with the number behind.
fn bar(ui: &Ui, theme: &Theme, at: egui::Pos2, percent: u8, tone: Tone) {
    let (ink, _) = tone.colours(theme);
    let whole = Rect::from_min_size(pos2(at.x, at.y - 4.0), Vec2::new(50.0, 8.0));
    let round = CornerRadius::same(4);
    ui.painter().rect_filled(whole, round, theme.faint);
    let mut done = whole;
    done.set_width(whole.width() * f32::from(percent.min(100)) / 100.0);
    if percent > 0 {
        ui.painter().rect_filled(done, round, ink);
    }
    let font = theme::regular(size::SMALL);
    let galley = ui.painter().layout_no_wrap(format!("{percent}%"), font, theme.text);
    let left = whole.right() + 46.0 - galley.size().x;
    ui.painter().galley(pos2(left, at.y - galley.size().y / 2.0), galley, theme.text);
}

/// What is done to those ticked, and how much stands where.
fn foot_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    state: &mut FollowState,
    requests: &mut Requests,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if !state.ticked.is_empty() {
            widgets::body(ui, &words::ticked(state.ticked.len()));
            let look = Look { menu: true, ..Look::default() };
            let button = widgets::button_with(ui, words::SET_STATUS, &look);
            egui::Popup::menu(&button).width(MENU).show(|ui| {
                for status in statuses() {
                    let name = status.map_or(words::NO_STATUS, messages::status_name);
                    if widgets::choice::list_row(ui, name, false).clicked() {
                        let edit = set_status(cx, &state.ticked, status);
                        requests.push(Request::Edit(edit, None));
                        ui.close();
                    }
                }
            });
            if widgets::button(ui, Kind::Secondary, words::NOTE_ALL).clicked() {
                state.beside.note_all(state.ticked.iter().copied().collect());
                state.open = state.open.or_else(|| state.ticked.first().copied());
            }
            if widgets::link(ui, words::UNTICK).clicked() {
                state.ticked.clear();
            }
        }
        let room = ui.available_rect_before_wrap();
        let shown = model.groups.iter().map(|section| section.group.rows.len()).sum::<usize>();
        let said = words::summary_of(&model.counts, shown);
        let theme = theme::of(ui);
        let font = theme::regular(size::SMALL);
        let wide = ui.painter().layout_no_wrap(said.clone(), font.clone(), theme.muted).size().x;
        let left = (room.right() - wide).max(room.left() + 8.0);
        let at = pos2(left, room.center().y - size::SMALL * 0.68);
        let response = ui.interact(room, ui.scope_id().with("summary"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        if one_line(ui, at, room.right(), &said, font, theme.muted) {
            response.on_hover_text(said);
        }
    });
}
