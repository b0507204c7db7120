//! Ba năm học: what a school shows of three years in a row, side by side, and what is lacking.

mod model;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, CursorIcon, FontId, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2,
};

use crate::document::Handout;
use crate::messages::three_years as words;
use crate::session::{HandoutAs, PaperKind};
use crate::ui::Command;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Kind, Tone};
use crate::year::three::{ProofYear, Statuses};

use model::{Cache, Cell, Entry, Mark, Model, Way};

/// Width of the heads of the rows, logical pixels.
const HEADS: f32 = 176.0;
/// Height of the head.
const HEAD: f32 = 34.0;
/// Around what stands in a cell.
const PAD: Vec2 = Vec2::new(12.0, 6.0);
/// Room for the sign before a line.
const SIGN: f32 = 19.0;
/// Height of a bar.
const BAR: f32 = 20.0;
/// Between the table and its legend.
const GAP: f32 = 6.0;
/// Side of a swatch of the legend.
const SWATCH: f32 = 12.0;
/// Below this width the legend stands closer together.
const NARROW: f32 = 800.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct ThreeYearsState {
    cache: Cache,
}

/// Draws it.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut ThreeYearsState, requests: &mut Requests) {
    let model = state.cache.model(cx);
    widgets::title_row(ui, Stage::ThreeYears.label(), &words::span(&model.years), |ui| {
        let tone = if model.lacking == 0 { Tone::Done } else { Tone::Late };
        widgets::badge(ui, tone, &words::lacking(model.lacking));
        widgets::at_right(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let files = [
                (words::EXPORT_WORD, HandoutAs::Word),
                (words::EXPORT_EXCEL, HandoutAs::Excel),
                (words::EXPORT_PDF, HandoutAs::Pdf),
            ];
            for (label, kind) in files {
                if widgets::button(ui, Kind::Secondary, label).clicked() {
                    requests.push(Request::Export(PaperKind::Handout(Handout::ThreeYears, kind)));
                }
            }
            if widgets::button(ui, Kind::Primary, words::PRINT).clicked() {
                requests.push(Request::PrintPaper(PaperKind::Handout(
                    Handout::ThreeYears,
                    HandoutAs::Pdf,
                )));
            }
        });
    });
    ui.add_space(8.0);
    let below = size::SMALL * size::LINE + GAP + 2.0 * ui.spacing().item_spacing.y;
    let room = ui.available_size() - Vec2::new(0.0, below);
    ScrollArea::vertical().id_salt("three years").max_height(room.y).show(ui, |ui| {
        table(ui, cx, &model, requests);
    });
    ui.add_space(GAP);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = size::SMALL * size::LINE;
        legend(ui, &model.years);
        // Where there is no room for both, the colours are what nobody could guess.
        let font = theme::regular(size::SMALL);
        let ink = theme::of(ui).muted;
        let help = ui.painter().layout_no_wrap(words::HELP.to_owned(), font, ink);
        let room = ui.available_width() - help.size().x;
        if room > 0.0 {
            ui.add_space(room);
            widgets::small(ui, words::HELP);
        }
    });
}

/// What the colours of the bars say, of those that are there.
fn legend(ui: &mut Ui, years: &[ProofYear]) {
    let theme = theme::of(ui);
    let narrow = ui.available_width() < NARROW;
    let (gap, after) = if narrow { (4.0, 3.0) } else { (6.0, 10.0) };
    ui.spacing_mut().item_spacing.x = gap;
    for (nth, (fill, _)) in inks(&theme).into_iter().enumerate() {
        let stand = years.iter().filter_map(|year| year.plan.as_ref());
        let mut pieces = stand.map(|plan| words::pieces(&plan.statuses)[nth]);
        let Some((_, name)) = pieces.find(|(count, _)| *count > 0) else { continue };
        let (place, _) = ui.allocate_exact_size(Vec2::splat(SWATCH), Sense::hover());
        ui.painter().rect(
            place,
            CornerRadius::same(3),
            fill,
            edge(&theme, fill),
            StrokeKind::Inside,
        );
        widgets::small(ui, name);
        ui.add_space(after);
    }
}

/// The grounds of the pieces of a bar and the ink on each, in the order of [`words::pieces`].
fn inks(theme: &Theme) -> [(Color32, Color32); 6] {
    [
        (theme.done, theme.on_accent),
        (theme.accent, theme.on_accent),
        (theme.late, theme.on_accent),
        (theme.faint, theme.text),
        (theme.line, theme.text),
        (theme.sunk, theme.text),
    ]
}

/// The edge of a piece: pale ones need it to be seen.
fn edge(theme: &Theme, fill: Color32) -> Stroke {
    let pale = [theme.faint, theme.line, theme.sunk].contains(&fill);
    Stroke::new(1.0, if pale { theme.muted } else { fill })
}

fn table(ui: &mut Ui, cx: &ViewCx<'_>, model: &Model, requests: &mut Requests) {
    let theme = theme::of(ui);
    let width = ui.available_width();
    let column = (width - HEADS) / model.years.len().max(1) as f32;
    let set = |cell: &Cell| cell.iter().map(|entry| Set::of(ui, &theme, entry, column)).collect();
    let rows: Vec<Vec<Vec<Set>>> =
        model.rows.iter().map(|row| row.iter().map(set).collect()).collect();
    let titles = words::ROWS.map(|title| {
        let room = HEADS - 2.0 * PAD.x;
        ui.painter().layout_job(wrapped(title, theme::bold(size::TABLE), theme.text, room))
    });
    let heights: Vec<f32> = rows
        .iter()
        .zip(&titles)
        .map(|(row, title)| {
            let cells = row.iter().map(|cell| cell.iter().map(|set| set.height).sum::<f32>());
            cells.fold(title.size().y, f32::max) + 2.0 * PAD.y
        })
        .collect();
    let whole = Vec2::new(width, HEAD + heights.iter().sum::<f32>());
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Table, true, words::TABLE));
    let round = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect(rect, round, theme.surface, theme.border(), StrokeKind::Inside);
    heads(ui, &theme, rect, column, cx, &model.years);
    let mut y = rect.top() + HEAD;
    for (row, height) in heights.iter().enumerate() {
        let title = words::ROWS[row];
        let head = Rect::from_min_size(pos2(rect.left(), y), Vec2::new(HEADS, *height));
        ui.painter().hline(rect.x_range(), y, theme.border());
        let ground = head.shrink(1.0);
        let corner = if row + 1 == heights.len() { round.sw } else { 0 };
        let radius = CornerRadius { sw: corner, ..CornerRadius::ZERO };
        ui.painter().rect_filled(ground, radius, theme.sunk);
        ui.painter().galley(head.min + PAD, Arc::clone(&titles[row]), theme.text);
        for (nth, cell) in model.rows[row].iter().enumerate() {
            let left = rect.left() + HEADS + column * nth as f32;
            let mut at = pos2(left + PAD.x, y + PAD.y);
            let year = &model.years[nth];
            for (entry, set) in cell.iter().zip(&rows[row][nth]) {
                let place = Rect::from_min_size(at, Vec2::new(column - 2.0 * PAD.x, set.height));
                let salt = (row, nth, at.y as i32);
                let said = words::spoken(year.year, title, &entry.title, &entry.note);
                entry_ui(ui, &theme, entry, set, place, (salt, &said), requests);
                at.y += set.height;
            }
        }
        y += height;
    }
    for nth in 0..model.years.len() {
        let x = rect.left() + HEADS + column * nth as f32;
        ui.painter().vline(x, rect.y_range().shrink(1.0), theme.border());
    }
}

/// The years over their columns.
fn heads(ui: &Ui, theme: &Theme, rect: Rect, column: f32, cx: &ViewCx<'_>, years: &[ProofYear]) {
    let head = Rect::from_min_size(rect.min, Vec2::new(rect.width(), HEAD)).shrink(1.0);
    let round = CornerRadius::same(size::CARD_RADIUS - 1);
    ui.painter().rect_filled(head, CornerRadius { sw: 0, se: 0, ..round }, theme.sunk);
    for (nth, year) in years.iter().enumerate() {
        let x = rect.left() + HEADS + column * nth as f32 + PAD.x;
        let title = year.year.to_string();
        let galley = ui.painter().layout_no_wrap(title, theme::bold(size::CARD), theme.text);
        let top = head.center().y - galley.size().y / 2.0;
        let after = x + galley.size().x + 8.0;
        ui.painter().galley(pos2(x, top), galley, theme.text);
        let running = words::running(year.year, cx.today);
        let font = theme::regular(size::SMALL);
        let galley = ui.painter().layout_no_wrap(running.to_owned(), font, theme.muted);
        let top = head.center().y - galley.size().y / 2.0 + 1.0;
        if after + galley.size().x < x + column - PAD.x {
            ui.painter().galley(pos2(after, top), galley, theme.muted);
        }
    }
}

/// The words of an entry as they are set in the width of their column.
struct Set {
    title: Arc<egui::Galley>,
    note: Arc<egui::Galley>,
    height: f32,
}

impl Set {
    fn of(ui: &Ui, theme: &Theme, entry: &Entry, column: f32) -> Self {
        let (_, ink) = sign(theme, entry.mark);
        let indent = if entry.mark == Mark::None { 0.0 } else { SIGN };
        let room = column - 2.0 * PAD.x - indent;
        let is_bad = matches!(entry.mark, Mark::Due | Mark::Lacking);
        let (font, ink) = if is_bad {
            (theme::bold(size::TABLE), ink)
        } else {
            (theme::regular(size::TABLE), theme.text)
        };
        let set = |words: &str, font, ink| ui.painter().layout_job(wrapped(words, font, ink, room));
        let title = set(&entry.title, font, ink);
        let note = set(&entry.note, theme::regular(size::SMALL), theme.muted);
        let high = |galley: &egui::Galley, words: &str| {
            if words.is_empty() { 0.0 } else { galley.size().y }
        };
        let bar = if entry.bar.is_some() { BAR + 4.0 } else { 0.0 };
        let height = high(&title, &entry.title) + high(&note, &entry.note) + bar + 2.0;
        Self { title, note, height }
    }
}

fn wrapped(words: &str, font: FontId, ink: Color32, room: f32) -> LayoutJob {
    LayoutJob::simple(words.to_owned(), font, ink, room)
}

/// The sign of a mark, and its colour.
fn sign(theme: &Theme, mark: Mark) -> (&'static str, Color32) {
    match mark {
        Mark::None => ("", theme.text),
        Mark::There => ("✓", theme.done),
        Mark::Due => ("!", theme.due),
        Mark::Lacking => ("✗", theme.late),
    }
}

fn entry_ui(
    ui: &mut Ui,
    theme: &Theme,
    entry: &Entry,
    set: &Set,
    place: Rect,
    (salt, said): ((usize, usize, i32), &str),
    requests: &mut Requests,
) {
    let sense = if entry.to.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(place, ui.scope_id().with(salt), sense);
    let role = if entry.to.is_some() { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), said));
    let lit = entry.to.is_some() && (response.hovered() || response.has_focus());
    if lit {
        let ground = place.expand2(Vec2::new(6.0, 2.0));
        ui.painter().rect_filled(ground, CornerRadius::same(size::RADIUS), theme.accent_soft);
    }
    if response.has_focus() {
        let (ring, around) = (Stroke::new(2.0, theme.accent), place.expand2(Vec2::new(6.0, 2.0)));
        let radius = CornerRadius::same(size::RADIUS);
        ui.painter().rect_stroke(around, radius, ring, StrokeKind::Inside);
    }
    let (mark, ink) = sign(theme, entry.mark);
    let mut at = place.min;
    if entry.mark != Mark::None {
        let font = theme::bold(size::TABLE);
        ui.painter().text(at, egui::Align2::LEFT_TOP, mark, font, ink);
        at.x += SIGN;
    }
    if !entry.title.is_empty() {
        ui.painter().galley(at, Arc::clone(&set.title), theme.text);
        at.y += set.title.size().y;
    }
    if !entry.note.is_empty() {
        ui.painter().galley(at, Arc::clone(&set.note), theme.muted);
        at.y += set.note.size().y;
    }
    if let Some(statuses) = &entry.bar {
        let rect =
            Rect::from_min_size(pos2(place.left(), at.y + 3.0), Vec2::new(place.width(), BAR));
        bar(ui, theme, rect, statuses);
    }
    if response.clicked() {
        follow(entry, requests);
    }
    if entry.to.is_some() {
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
}

/// Leads to where an entry is worked on.
fn follow(entry: &Entry, requests: &mut Requests) {
    match entry.to {
        Some(Way::Paper(paper, stage)) => {
            requests.push(Request::ShowPlan(paper));
            requests.push(Request::Show(stage));
        }
        Some(Way::ImportWord) => requests.run(Command::ImportWord),
        None => {}
    }
}

/// What came of the work, a piece for each kind with its number.
fn bar(ui: &Ui, theme: &Theme, rect: Rect, of: &Statuses) {
    let share = rect.width() / of.all.max(1) as f32;
    let mut left = rect.left();
    for ((count, _), (fill, ink)) in words::pieces(of).into_iter().zip(inks(theme)) {
        if count == 0 {
            continue;
        }
        let width = share * count as f32;
        let place =
            Rect::from_min_size(pos2(left, rect.top()), Vec2::new(width - 1.0, rect.height()));
        let round = CornerRadius::same(2);
        ui.painter().rect(place, round, fill, edge(theme, fill), StrokeKind::Inside);
        let number = count.to_string();
        let galley = ui.painter().layout_no_wrap(number, theme::bold(size::SMALL - 0.5), ink);
        if galley.size().x + 2.0 <= width {
            ui.painter().galley(place.center() - galley.size() / 2.0, galley, ink);
        }
        left += width;
    }
}
