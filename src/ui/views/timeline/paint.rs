//! Drawing: head, lines, bars, ticks, today, and the words beside the bars.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, Painter, Pos2, Rangef, Rect, Shape, Stroke, StrokeKind, Ui, Vec2,
};
use jiff::civil::Date;

use crate::document::TimelineSign;
use crate::messages::{self, timeline};
use crate::timeline::{Progress, TimelineBar, TimelineRow};
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets::button::paint_triangle;

use super::layout::{BAR, Scale, Split, THIN_BAR, days as days_between};

/// Half the width of a tick's diamond, where there is room for it.
const TICK: f32 = 7.0;
/// Width of the stop of a deadline's mark, and length of its tail.
const STOP: f32 = 4.0;
/// See [`STOP`].
const TAIL: f32 = 22.0;
/// Width of a sign in the legend.
const SIGN: f32 = 26.0;
/// Between a bar and its words.
const GAP: f32 = 8.0;

/// The card of the chart.
pub fn frame(ui: &Ui, rect: Rect, focused: bool) {
    let theme = theme::of(ui);
    if focused {
        let radius = CornerRadius::same(size::CARD_RADIUS + 2);
        ui.painter().rect_filled(rect.expand(2.0), radius, theme.accent_soft);
    }
    let border = if focused { theme.accent } else { theme.line };
    let radius = CornerRadius::same(size::CARD_RADIUS);
    let stroke = Stroke::new(1.0, border);
    ui.painter().rect(rect, radius, theme.surface, stroke, StrokeKind::Inside);
}

/// Years above, months below, at the head of the chart.
pub fn head(ui: &Ui, theme: &Theme, split: &Split<'_>, rect: Rect, last: Date) {
    let painter = ui.painter().with_clip_rect(rect);
    let radius = CornerRadius { nw: size::CARD_RADIUS, ne: size::CARD_RADIUS, sw: 0, se: 0 };
    painter.rect_filled(rect, radius, theme.surface);
    let small = theme::regular(size::SMALL);
    let title = painter.layout_no_wrap(timeline::NAMES.into(), small.clone(), theme.muted);
    let at = Pos2::new(rect.left() + 12.0, rect.top() + 4.0);
    painter.galley(at, title, theme.muted);
    let plot = Rect::from_min_max(Pos2::new(split.names, rect.top()), rect.max);
    let painter = painter.with_clip_rect(plot);
    let months = split.scale.months(last);
    let month_width = split.scale.day * 30.0;
    let every = if month_width >= 24.0 {
        1
    } else if month_width >= 9.0 {
        3
    } else {
        12
    };
    let half = rect.top() + 20.0;
    for &month in &months {
        let x = split.scale.start(month);
        let january = month.month() == 1;
        let top = if january { rect.top() } else { half };
        painter.vline(x, Rangef::new(top, rect.bottom()), theme.border());
        if (month.month() - 1) % every == 0 {
            let number =
                painter.layout_no_wrap(month.month().to_string(), small.clone(), theme.muted);
            let middle = x + month_width * f32::from(every) / 2.0;
            let at = Pos2::new(middle - number.size().x / 2.0, half + 1.0);
            painter.galley(at, number, theme.muted);
        }
    }
    years(&painter, theme, split, rect.top(), &months);
    painter.hline(plot.x_range(), rect.bottom() - 0.5, theme.border());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    ui.painter().vline(split.names, rect.y_range(), theme.border());
}

/// "2026 tháng" at the first month seen of each year; the year seen first stays in view.
fn years(painter: &Painter, theme: &Theme, split: &Split<'_>, top: f32, months: &[Date]) {
    let mut year = None;
    for &month in months {
        if year == Some(month.year()) {
            continue;
        }
        year = Some(month.year());
        let next = Date::new(month.year().saturating_add(1), 1, 1).unwrap_or(month);
        let mut job = LayoutJob::default();
        let bold = TextFormat::simple(theme::bold(size::SMALL), theme.muted);
        job.append(&month.year().to_string(), 0.0, bold);
        job.append(
            timeline::MONTHS,
            0.0,
            TextFormat::simple(theme::regular(size::SMALL), theme.muted),
        );
        let galley = painter.layout_job(job);
        let x = split.scale.start(month).max(split.scale.seen.min) + 8.0;
        if x + galley.size().x <= split.scale.start(next) || month.month() == 1 {
            painter.galley(Pos2::new(x, top + 1.0), galley, theme.muted);
        }
    }
}

/// A faint line at the beginning of each month, under everything.
pub fn months(ui: &Ui, theme: &Theme, split: &Split<'_>, body: Rect, last: Date) {
    let painter = plot_painter(ui, split, body);
    for month in split.scale.months(last) {
        let strength = if month.month() == 1 { 1.0 } else { 0.45 };
        let stroke = Stroke::new(1.0, theme.line.gamma_multiply(strength));
        painter.vline(split.scale.start(month), body.y_range(), stroke);
    }
}

/// The ground of a group's title, over the full width.
pub fn group(ui: &Ui, theme: &Theme, rect: Rect) {
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.sunk);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
}

/// A group's title, above all lines.
pub fn group_title(ui: &Ui, theme: &Theme, rect: Rect, title: &str, count: usize) {
    let painter = ui.painter();
    let mut job = LayoutJob::default();
    job.append(title, 0.0, TextFormat::simple(theme::bold(size::TABLE), theme.text));
    let format = TextFormat::simple(theme::regular(size::TABLE), theme.muted);
    job.append(&format!("  {}", messages::work_count(count)), 0.0, format);
    job.wrap = TextWrapping::truncate_at_width(rect.width() - 24.0);
    let galley = painter.layout_job(job);
    let at = Pos2::new(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
    let ground = Rect::from_min_size(at, galley.size()).expand2(Vec2::new(4.0, 0.0));
    painter.rect_filled(ground, CornerRadius::ZERO, theme.sunk);
    painter.galley(at, galley, theme.text);
}

/// A row's name and its marks.
pub fn row(
    ui: &Ui,
    theme: &Theme,
    split: &Split<'_>,
    rect: Rect,
    row: &TimelineRow,
    chosen: bool,
    hot: bool,
) {
    let painter = ui.painter();
    let names = Rect::from_min_max(rect.min, Pos2::new(split.names, rect.bottom()));
    if chosen {
        painter.rect_filled(rect, CornerRadius::ZERO, theme.accent_soft);
        let edge = Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
        painter.rect_filled(edge, CornerRadius::ZERO, theme.accent);
    } else if hot {
        painter.rect_filled(rect, CornerRadius::ZERO, theme.sunk);
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    painter.vline(split.names, rect.y_range(), theme.border());
    let mut job = LayoutJob::default();
    let code = messages::shown_code(row);
    if !code.is_empty() {
        let format = TextFormat::simple(theme::regular(size::SMALL), theme.muted);
        job.append(&format!("{code}  "), 0.0, format);
    }
    let format = TextFormat::simple(theme::regular(size::TABLE), theme.text);
    job.append(&row.name, 0.0, format);
    job.wrap = TextWrapping::truncate_at_width(names.width() - 22.0);
    let galley = painter.layout_job(job);
    let at = Pos2::new(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
    painter.with_clip_rect(names.intersect(ui.clip_rect())).galley(at, galley, theme.text);
    marks(&plot_painter(ui, split, rect), theme, split, rect, row);
}

fn marks(painter: &Painter, theme: &Theme, split: &Split<'_>, rect: Rect, row: &TimelineRow) {
    let ink = colour(theme, row.progress);
    let scale = split.scale;
    for bar in &row.bars {
        let height = if bar.thin { THIN_BAR } else { BAR };
        let x = bar_range(scale, bar);
        if x.max < scale.seen.min || x.min > scale.seen.max {
            continue;
        }
        let shape = Rect::from_x_y_ranges(
            x,
            Rangef::new(rect.center().y - height / 2.0, rect.center().y + height / 2.0),
        );
        let radius = CornerRadius::same(if bar.thin { 2 } else { 4 });
        painter.rect_filled(shape, radius, ink);
        if bar.open_end && !bar.thin && x.max < scale.seen.max {
            paint_triangle(painter, Pos2::new(x.max + 5.0, rect.center().y), false, ink);
        }
    }
    // The closest two decide the size of all.
    let apart = row.ticks.windows(2).map(|pair| days_between(pair[0], pair[1]) * scale.day);
    let half = TICK.min((apart.fold(f32::INFINITY, f32::min) / 2.0 - 1.0).max(2.0));
    for &tick in &row.ticks {
        // The tick of a month's last day stands in that month.
        let month = scale.month(tick);
        let edge = half.min(month.span() / 2.0);
        let x = scale.middle(tick).clamp(month.min + edge, month.max - edge);
        if x < scale.seen.min - TICK || x > scale.seen.max + TICK {
            continue;
        }
        diamond(painter, Pos2::new(x, rect.center().y), half, ink);
    }
    if let Some(day) = row.mark {
        deadline(painter, Pos2::new(mark_end(scale, day), rect.center().y), ink);
    }
}

/// From where to where a bar is drawn: never thinner than is seen, never into a month that
/// it does not reach.
fn bar_range(scale: &Scale, bar: &TimelineBar) -> Rangef {
    let (from, to) = (scale.start(bar.from), scale.end(bar.to));
    let to = to.max((from + 3.0).min(scale.month(bar.to).max));
    Rangef::new(from.min(to - 3.0), to)
}

/// Where the mark of a deadline ends: with its day, and inside its month.
fn mark_end(scale: &Scale, day: Date) -> f32 {
    scale.end(day).max(scale.month(day).min + STOP)
}

/// A deadline without a beginning: a stop at the end of its day, and a short tail.
fn deadline(painter: &Painter, end: Pos2, ink: Color32) {
    let stop =
        Rect::from_min_max(end - Vec2::new(STOP, BAR / 2.0), end + Vec2::new(0.0, BAR / 2.0));
    let tail = Rect::from_min_max(end - Vec2::new(TAIL, 1.0), end + Vec2::new(-STOP, 1.0));
    painter.rect_filled(tail, CornerRadius::ZERO, ink);
    painter.rect_filled(stop, CornerRadius::same(1), ink);
}

/// What the signs stand for, in words on one line.
pub fn legend(ui: &Ui, theme: &Theme, rect: Rect) {
    let painter = ui.painter();
    let y = rect.center().y;
    let mut x = rect.left() + 2.0;
    for sign in TimelineSign::ALL {
        let words = painter.layout_no_wrap(
            sign.words().to_owned(),
            theme::regular(size::SMALL),
            theme.muted,
        );
        let after = x + SIGN + 6.0 + words.size().x;
        if after > rect.right() {
            break;
        }
        let bar = |height: f32| {
            let half = Vec2::new(SIGN / 2.0, height / 2.0);
            Rect::from_center_size(Pos2::new(x + SIGN / 2.0, y), half * 2.0)
        };
        match sign {
            TimelineSign::Bar => {
                painter.rect_filled(bar(BAR - 6.0), CornerRadius::same(3), theme.accent);
            }
            TimelineSign::ThinBar => {
                painter.rect_filled(bar(THIN_BAR), CornerRadius::same(2), theme.accent);
            }
            TimelineSign::Tick => {
                diamond(painter, Pos2::new(x + SIGN / 2.0, y), TICK - 1.0, theme.accent);
            }
            TimelineSign::Mark => deadline(painter, Pos2::new(x + SIGN - 2.0, y), theme.accent),
        }
        let at = Pos2::new(x + SIGN + 6.0, y - words.size().y / 2.0);
        painter.galley(at, words, theme.muted);
        x = after + 20.0;
    }
}

/// Today's line, and the dashed one at the end of học kỳ I.
pub fn days(ui: &Ui, theme: &Theme, split: &Split<'_>, body: Rect, days: (Date, Date)) {
    let painter = plot_painter(ui, split, body);
    lines(&painter, theme, split, body.y_range(), days);
}

fn lines(painter: &Painter, theme: &Theme, split: &Split<'_>, y: Rangef, days: (Date, Date)) {
    let (today, term) = days;
    let x = split.scale.end(term);
    let stroke = Stroke::new(1.0, theme.muted);
    let path = [Pos2::new(x, y.min), Pos2::new(x, y.max)];
    painter.extend(Shape::dashed_line(&path, stroke, 4.0, 3.0));
    painter.vline(split.scale.middle(today), y, Stroke::new(2.0, theme.late));
}

/// The words beside a row's bars, above all lines.
pub fn words(
    ui: &Ui,
    theme: &Theme,
    split: &Split<'_>,
    rect: Rect,
    row: &TimelineRow,
    chosen: bool,
) {
    let painter = plot_painter(ui, split, rect);
    let ink = colour(theme, row.progress);
    let seen = split.scale.seen;
    let progress = messages::progress_words(row.progress);
    let bar = row.bars.last().filter(|bar| !bar.thin);
    let cut = bar.filter(|bar| split.scale.end(bar.to) > seen.max + 1.0 && !bar.open_end);
    if let Some(bar) = cut.filter(|bar| split.scale.start(bar.from) < seen.max - 24.0) {
        let mut inside = messages::goes_on_to(bar.to);
        if !progress.is_empty() {
            inside = format!("{progress}, {inside}");
        }
        cut_words(&painter, theme, split, rect, bar, &inside);
        return;
    }
    let end = match (bar, row.ticks.last(), row.mark) {
        (Some(bar), _, _) => bar_range(split.scale, bar).max,
        (None, Some(&tick), _) => split.scale.middle(tick) + TICK,
        (None, None, Some(day)) => mark_end(split.scale, day),
        (None, None, None) => row.bars.last().map_or(seen.min, |bar| split.scale.end(bar.to)),
    };
    let begin = row.bars.first().map(|bar| split.scale.start(bar.from));
    let begin = begin.or(row.ticks.first().map(|&tick| split.scale.middle(tick) - TICK));
    let begin = begin.or(row.mark.map(|day| mark_end(split.scale, day) - TAIL));
    let behind = if chosen { theme.accent_soft } else { theme.surface };
    if end < seen.min {
        let words = if progress.is_empty() { outside_words(row, false) } else { progress };
        beyond(&painter, rect, seen.min, &words, ink, behind, false);
        return;
    }
    if begin.is_some_and(|begin| begin > seen.max) {
        let words = if progress.is_empty() { outside_words(row, true) } else { progress };
        beyond(&painter, rect, seen.max, &words, ink, behind, true);
        return;
    }
    if progress.is_empty() {
        return;
    }
    let galley = painter.layout_no_wrap(progress, theme::regular(size::SMALL), ink);
    let mut x = end + GAP;
    if x + galley.size().x > seen.max - 4.0 {
        let start = begin.unwrap_or(end);
        x = (start - GAP - galley.size().x)
            .max(seen.min + 4.0)
            .min(seen.max - 4.0 - galley.size().x);
    }
    let at = Pos2::new(x, rect.center().y - galley.size().y / 2.0);
    let ground = Rect::from_min_size(at, galley.size()).expand2(Vec2::new(3.0, -1.0));
    painter.rect_filled(ground, CornerRadius::same(3), behind);
    painter.galley(at, galley, ink);
}

/// When work lies that is wholly before (or `after`) what is seen.
fn outside_words(row: &TimelineRow, after: bool) -> String {
    let days = row.bars.first().map(|bar| (bar.from, bar.to));
    let days = days.or_else(|| Some((*row.ticks.first()?, *row.ticks.last()?)));
    match days.or(row.mark.map(|day| (day, day))) {
        Some((_, to)) if after && row.mark.is_some() => messages::goes_on_to(to),
        Some((from, _)) if after => messages::began_in(from),
        Some((_, to)) => messages::goes_on_to(to),
        None => String::new(),
    }
}

/// A small triangle at the edge of what is seen, that points to work beyond it, and words.
fn beyond(
    painter: &Painter,
    rect: Rect,
    edge: f32,
    words: &str,
    ink: Color32,
    behind: Color32,
    after: bool,
) {
    let side = if after { -1.0 } else { 1.0 };
    let y = rect.center().y;
    let tip = Pos2::new(edge + side * 6.0, y);
    let back = edge + side * 13.0;
    let points = vec![tip, Pos2::new(back, y - 5.0), Pos2::new(back, y + 5.0)];
    let galley = painter.layout_no_wrap(words.to_owned(), theme::regular(size::SMALL), ink);
    let x = if after { edge - 20.0 - galley.size().x } else { edge + 20.0 };
    let at = Pos2::new(x, y - galley.size().y / 2.0);
    let ground = Rect::from_min_size(at, galley.size()).expand2(Vec2::new(3.0, -1.0));
    painter.rect_filled(ground, CornerRadius::same(3), behind);
    painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
    painter.galley(at, galley, ink);
}

/// "đến 8/2028 ▸" at the right end of a bar that goes on beyond what is seen.
fn cut_words(
    painter: &Painter,
    theme: &Theme,
    split: &Split<'_>,
    rect: Rect,
    bar: &TimelineBar,
    words: &str,
) {
    let seen = split.scale.seen;
    let ink = theme.on_accent;
    let galley = painter.layout_no_wrap(words.to_owned(), theme::regular(size::SMALL), ink);
    let room = seen.max - split.scale.start(bar.from).max(seen.min);
    paint_triangle(painter, Pos2::new(seen.max - 10.0, rect.center().y), false, ink);
    if galley.size().x + 28.0 < room {
        let x = seen.max - 18.0 - galley.size().x;
        painter.galley(Pos2::new(x, rect.center().y - galley.size().y / 2.0), galley, ink);
    }
}

/// The names of today's line and of the end of học kỳ I.
pub fn foot(ui: &Ui, theme: &Theme, split: &Split<'_>, rect: Rect, days: (Date, Date)) {
    let painter = plot_painter(ui, split, rect);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, theme.border());
    lines(&painter, theme, split, Rangef::new(rect.top(), rect.bottom()), days);
    let (today, term) = (split.scale.middle(days.0), split.scale.end(days.1));
    let now = messages::today_label(days.0);
    let now = painter.layout_no_wrap(now, theme::bold(size::SMALL), theme.late);
    let end = painter.layout_no_wrap(
        timeline::TERM_1_END.into(),
        theme::regular(size::SMALL),
        theme.muted,
    );
    // Each stands right of its line, and left of it where that runs into the other or out.
    let fits = |x: f32, width: f32| x + GAP + width < split.scale.seen.max;
    let now_left =
        !fits(today, now.size().x) || (today <= term && today + 2.0 * GAP + now.size().x > term);
    let end_left =
        !fits(term, end.size().x) || (term < today && term + 2.0 * GAP + end.size().x > today);
    let place = |x: f32, left: bool, width: f32| if left { x - 6.0 - width } else { x + 6.0 };
    let y = |height: f32| rect.center().y - height / 2.0;
    let at = Pos2::new(place(today, now_left, now.size().x), y(now.size().y));
    painter.galley(at, now, theme.late);
    let at = Pos2::new(place(term, end_left, end.size().x), y(end.size().y));
    painter.galley(at, end, theme.muted);
}

fn diamond(painter: &Painter, centre: Pos2, half: f32, ink: Color32) {
    let corners =
        [Vec2::new(0.0, -half), Vec2::new(half, 0.0), Vec2::new(0.0, half), Vec2::new(-half, 0.0)];
    let points = corners.map(|corner| centre + corner).to_vec();
    painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
}

/// The colour of a row's marks.
fn colour(theme: &Theme, progress: Progress) -> Color32 {
    match progress {
        Progress::Done => theme.done,
        Progress::Overdue { .. } => theme.late,
        Progress::DueIn { .. } => theme.due,
        Progress::UnderWay | Progress::Later | Progress::Unknown => theme.accent,
    }
}

/// A painter that keeps inside the plot.
fn plot_painter(ui: &Ui, split: &Split<'_>, rect: Rect) -> Painter {
    let plot = Rect::from_min_max(Pos2::new(split.names, rect.top()), rect.max);
    ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()))
}
