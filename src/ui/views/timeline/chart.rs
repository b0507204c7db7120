//! The chart: a head of months, lines that scroll both ways, and a foot that names today.
//!
//! Only the lines that are seen are drawn, so that thousands cost no more than twenty.

use egui::scroll_area::ScrollArea;
use egui::{Pos2, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role};

use crate::messages::{self, timeline as words};
use crate::plan::Id;
use crate::timeline::{By, Timeline};
use crate::ui::theme;
use crate::ui::view::ViewCx;
use crate::ui::widgets;

use super::layout::{self, FOOT, HEAD, LINE, SCROLL_BAR, Scale, Split, days, names_width};
use super::model::{Line, Model};
use super::paint;

/// What the chart remembers between frames.
pub struct ChartState {
    /// 1: the whole year over the width of the plot.
    zoom: f32,
    /// A zoom asked for in this frame.
    step: Option<f32>,
    /// The whole year is wanted, also when the width changes.
    whole: bool,
    /// The width of the plot in the last frame.
    width: f32,
    /// How far it was scrolled in the last frame.
    scrolled: Vec2,
    /// The row chosen by the keyboard, among the rows shown.
    at: usize,
    /// The chosen row is to be scrolled to.
    reveal: bool,
}

impl Default for ChartState {
    fn default() -> Self {
        Self {
            zoom: 1.0,
            step: None,
            whole: true,
            width: 0.0,
            scrolled: Vec2::ZERO,
            at: 0,
            reveal: false,
        }
    }
}

impl ChartState {
    /// Zooms by a factor in the next frame, around today where it is seen.
    pub fn zoom(&mut self, factor: f32) {
        self.step = Some(factor);
    }

    /// Whether a zoom by a factor would change anything.
    pub fn can_zoom(&self, timeline: &Timeline, factor: f32) -> bool {
        let length = |(first, last)| days(first, last) + 1.0;
        let (year, span) = (length(timeline.year), length(timeline.span));
        (layout::zoomed(self.zoom, factor, year, span) - self.zoom).abs() > 0.001
    }

    /// Shows the whole year of the plan in the next frame.
    pub fn whole_year(&mut self) {
        self.zoom = 1.0;
        self.step = None;
        self.whole = true;
        self.width = 0.0;
    }

    /// Chooses a row and scrolls to it.
    pub fn choose(&mut self, row: usize) {
        self.at = row;
        self.reveal = true;
    }
}

/// Draws the chart in this much room; gives the item that was clicked or opened by Enter.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    by: By,
    state: &mut ChartState,
    room: Vec2,
) -> Option<Id> {
    let (outer, _) = ui.allocate_exact_size(room, Sense::hover());
    let theme = theme::of(ui);
    let id = ui.scope_id().with("chart");
    let page = ((room.y - HEAD - FOOT) / LINE).max(1.0) as usize;
    let mut at = state.at;
    let keys = widgets::list_keys(ui, id, outer, words::CHART, &mut at, model.rows.len(), page);
    state.at = at;
    state.reveal |= keys.moved;

    paint::frame(ui, outer, keys.focused);
    let inner = outer.shrink(1.0);
    let names = names_width(inner.width());
    let plot_width = (inner.width() - names).max(60.0);
    let body = Rect::from_min_max(
        Pos2::new(inner.left(), inner.top() + HEAD),
        Pos2::new(inner.right(), inner.bottom() - FOOT),
    );
    let plot = Rect::from_min_max(Pos2::new(body.left() + names, inner.top()), inner.max);

    let (first, last) = model.timeline.span;
    let year = model.timeline.year;
    let span_days = days(first, last) + 1.0;
    let year_days = days(year.0, year.1) + 1.0;
    let mut day = plot_width / year_days * state.zoom;
    let mut to_x = None;
    if let Some(factor) = state.step.take() {
        // Today stays where it is while it is seen, else the middle does.
        let today = days(first, cx.today) * day - state.scrolled.x;
        let fixed = if (0.0..=plot_width).contains(&today) { today } else { plot_width / 2.0 };
        let date = (state.scrolled.x + fixed) / day;
        state.zoom = layout::zoomed(state.zoom, factor, year_days, span_days);
        state.whole = false;
        day = plot_width / year_days * state.zoom;
        to_x = Some(date * day - fixed);
    }
    if keys.sideways != 0 {
        to_x = Some(state.scrolled.x + keys.sideways as f32 * 30.0 * day);
    }
    if (plot_width - state.width).abs() > 0.5 {
        state.width = plot_width;
        if state.whole {
            to_x = Some(days(first, year.0) * day);
        }
    }

    // The last line can be scrolled clear of the bar under it.
    let content = Vec2::new(names + span_days * day, model.lines.len() as f32 * LINE + SCROLL_BAR);
    let mut area = ScrollArea::both().id_salt("chart lines").auto_shrink(false);
    if let Some(x) = to_x {
        area = area.horizontal_scroll_offset(x.clamp(0.0, (content.x - body.width()).max(0.0)));
    }
    if std::mem::take(&mut state.reveal)
        && let Some(&line) = model.rows.get(state.at)
    {
        let top = line as f32 * LINE;
        // The title of a group comes into view with its first row.
        let with_title = if line > 0 && model.rows.binary_search(&(line - 1)).is_err() {
            top - LINE
        } else {
            top
        };
        if with_title < state.scrolled.y {
            area = area.vertical_scroll_offset(with_title);
        } else if top + LINE > state.scrolled.y + body.height() {
            area = area.vertical_scroll_offset(top + LINE - body.height());
        }
    }

    let mut opened = None;
    let chosen = keys.focused.then_some(state.at);
    if keys.opened {
        opened = model.row(state.at).map(|row| row.item);
    }
    // A child that leaves the cursor of `ui` below the whole chart.
    let mut lines_ui = ui.new_child(UiBuilder::new().max_rect(body));
    let scrolled = {
        let ui = &mut lines_ui;
        ui.set_clip_rect(body.intersect(ui.clip_rect()));
        // A fade would make the bars at the edge look paler than they are.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        area.show_viewport(ui, |ui, viewport| {
            ui.set_width(content.x);
            ui.set_height(content.y);
            let scale = Scale::new(first, day, plot, viewport.left());
            let lines = seen_lines(model, body, viewport);
            let split = Split { names: body.left() + names, scale: &scale };
            paint::months(ui, &theme, &split, body, last);
            for &(index, rect) in &lines {
                let line = model.lines[index];
                match line {
                    Line::Group(..) => paint::group(ui, &theme, rect),
                    Line::Row(_, row) => {
                        let row = &model.group(line).rows[row];
                        let shown = rect.intersect(body);
                        let response = ui.interact(shown, id.with(row.item), Sense::CLICK);
                        response.widget_info(|| {
                            WidgetInfo::labeled(Role::Button, true, messages::timeline_row(row))
                        });
                        let is_chosen = chosen.is_some_and(|at| model.rows.get(at) == Some(&index));
                        let hot = response.hovered();
                        paint::row(ui, &theme, &split, rect, row, is_chosen, hot);
                        if response.clicked() {
                            opened = Some(row.item);
                        }
                        response
                            .on_hover_text_at_pointer(messages::timeline_tooltip(row))
                            .on_hover_cursor(egui::CursorIcon::PointingHand);
                    }
                }
            }
            let days = (cx.today, model.timeline.term_1_end);
            paint::days(ui, &theme, &split, body, days);
            for &(index, rect) in &lines {
                let line = model.lines[index];
                let group = model.group(line);
                match line {
                    Line::Group(_, count) => {
                        let title = messages::timeline_group(by, &group.title);
                        paint::group_title(ui, &theme, rect, title, count);
                    }
                    Line::Row(_, row) => {
                        let is_chosen = chosen.is_some_and(|at| model.rows.get(at) == Some(&index));
                        let row = &group.rows[row];
                        paint::words(ui, &theme, &split, rect, row, is_chosen);
                    }
                }
            }
            viewport.min.to_vec2()
        })
        .inner
    };
    let moved = (scrolled.x - state.scrolled.x).abs() > 0.5;
    if moved && to_x.is_none() && state.scrolled.x > 0.0 {
        // Scrolled by hand: the whole year is no longer wanted.
        state.whole = false;
    }
    state.scrolled = scrolled;

    let scale = Scale::new(first, day, plot, scrolled.x);
    let split = Split { names: body.left() + names, scale: &scale };
    paint::head(ui, &theme, &split, Rect::from_min_max(inner.min, body.right_top()), last);
    let foot = Rect::from_min_max(body.left_bottom(), inner.max);
    paint::foot(ui, &theme, &split, foot, (cx.today, model.timeline.term_1_end));
    if model.lines.is_empty() {
        let middle = Rect::from_center_size(body.center(), Vec2::new(body.width(), LINE));
        let mut ui = ui.new_child(UiBuilder::new().max_rect(middle));
        ui.vertical_centered(|ui| super::quiet(ui, words::NO_LINES));
    }
    opened
}

/// The lines that are seen, with their rectangles in screen coordinates.
fn seen_lines(model: &Model, body: Rect, viewport: Rect) -> Vec<(usize, Rect)> {
    let first = (viewport.top() / LINE).max(0.0) as usize;
    let after = ((viewport.bottom() / LINE).ceil().max(0.0) as usize).min(model.lines.len());
    (first..after)
        .map(|index| {
            let top = body.top() + index as f32 * LINE - viewport.top();
            let size = Vec2::new(body.width(), LINE);
            (index, Rect::from_min_size(Pos2::new(body.left(), top), size))
        })
        .collect()
}
