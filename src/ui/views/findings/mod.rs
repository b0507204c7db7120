//! Kiểm tra: what the check found, each finding leading to its place.
//!
//! Cards are equally high and only those that are seen are drawn.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, Id, Layout, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, accesskit::Role,
};

use crate::check::{Finding, Severity};
use crate::edit::Edit;
use crate::messages::{self, findings as words, stages};
use crate::plan::Spot;
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Kind, Tone};

/// Height of a card and of the title over the cards of one severity, in logical pixels.
const CARD: f32 = 63.0;
/// Between two cards.
const GAP: f32 = 8.0;
/// See [`CARD`].
const TITLE: f32 = 34.0;
/// Room for the button that leads to the place, and for the one that mends.
const BUTTON: f32 = 152.0;
/// See [`BUTTON`].
const MEND: f32 = 112.0;
/// Width of the coloured edge of a card.
const EDGE: f32 = 4.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct FindingsState {
    /// The finding chosen by the keyboard, in the order shown.
    at: usize,
    /// How far the list was scrolled in the last frame.
    scrolled: f32,
}

impl FindingsState {
    /// No place of the plan is edited here.
    #[expect(clippy::unused_self, reason = "every view has the same way in")]
    pub fn go(&mut self, _spot: &Spot) {}
}

/// What a person asks of the list.
enum Wish {
    /// Lead to the place of a finding, by its index.
    Open(usize),
    /// Mend it in the one way there is.
    Change(Edit),
}

/// A line of the list.
#[derive(Clone, Copy)]
enum Line {
    Title(Severity),
    /// By its index in the findings.
    Card(usize),
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut FindingsState,
    _fields: &mut Fields,
    requests: &mut Requests,
) {
    let count =
        |severity| cx.findings.iter().filter(|finding| finding.severity == severity).count();
    widgets::title_row(ui, Stage::Findings.label(), "", |ui| {
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for severity in Severity::ALL {
                let found = count(severity);
                if found > 0 {
                    widgets::badge(ui, tone(severity), &messages::findings_count(severity, found));
                }
            }
        });
    });
    ui.add_space(4.0);
    if cx.findings.is_empty() {
        nothing(ui, requests);
        return;
    }
    let mut lines = Vec::new();
    let mut order = Vec::new();
    for severity in Severity::ALL {
        let found = count(severity);
        if found == 0 {
            continue;
        }
        lines.push(Line::Title(severity));
        for (index, finding) in cx.findings.iter().enumerate() {
            if finding.severity == severity {
                order.push(index);
                lines.push(Line::Card(index));
            }
        }
    }
    match list(ui, cx, state, &lines, &order) {
        Some(Wish::Open(index)) => requests.push(Request::Go(cx.findings[index].place.clone())),
        Some(Wish::Change(change)) => requests.push(Request::Edit(change, None)),
        None => {}
    }
}

/// The list; gives what is asked of it.
fn list(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut FindingsState,
    lines: &[Line],
    order: &[usize],
) -> Option<Wish> {
    let theme = theme::of(ui);
    let room = ui.available_rect_before_wrap();
    let id = ui.scope_id().with("findings");
    let page = (room.height() / (CARD + GAP)).max(1.0) as usize;
    let keys = widgets::list_keys(ui, id, room, words::LIST, &mut state.at, order.len(), page);
    let chosen = keys.focused.then(|| order.get(state.at).copied()).flatten();

    let mut tops = Vec::with_capacity(lines.len() + 1);
    let mut y = 0.0;
    for line in lines {
        tops.push(y);
        y += match line {
            Line::Title(..) => TITLE,
            Line::Card(_) => CARD + GAP,
        };
    }
    tops.push(y);

    let mut area = egui::ScrollArea::vertical().id_salt("findings").auto_shrink(false);
    if keys.moved {
        let line =
            lines.iter().position(|line| matches!(line, Line::Card(at) if Some(*at) == chosen));
        if let Some(line) = line {
            let under_title = line > 0 && matches!(lines[line - 1], Line::Title(..));
            let top = if under_title { tops[line - 1] } else { tops[line] };
            let foot = tops[line + 1];
            if top < state.scrolled {
                area = area.vertical_scroll_offset(top);
            } else if foot > state.scrolled + room.height() {
                area = area.vertical_scroll_offset(foot - room.height());
            }
        }
    }
    let mut wish = if keys.opened { chosen.map(Wish::Open) } else { None };
    state.scrolled = area
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(y);
            ui.set_width(ui.available_width());
            let left_top = ui.max_rect().min;
            let width = ui.available_width();
            let first = tops.partition_point(|top| *top <= viewport.top()).saturating_sub(1);
            for (at, line) in lines.iter().enumerate().skip(first) {
                if tops[at] > viewport.bottom() {
                    break;
                }
                let top = Pos2::new(left_top.x, left_top.y + tops[at]);
                match *line {
                    Line::Title(severity) => title(ui, &theme, top, severity),
                    Line::Card(index) => {
                        let rect = Rect::from_min_size(top, Vec2::new(width, CARD));
                        let is_chosen = chosen == Some(index);
                        let asked = card(ui, cx, &theme, id, rect, index, is_chosen);
                        wish = asked.or(wish.take());
                    }
                }
            }
            viewport.top()
        })
        .inner;
    wish
}

/// "Lỗi cần sửa" over the cards of one severity.
fn title(ui: &Ui, theme: &Theme, top: Pos2, severity: Severity) {
    let words = messages::severity_name(severity).to_owned();
    let galley = ui.painter().layout_no_wrap(words, theme::bold(size::TABLE), theme.muted);
    let at = Pos2::new(top.x + 2.0, top.y + TITLE - 8.0 - galley.size().y);
    ui.painter().galley(at, galley, theme.muted);
}

/// One finding: what and where, what to do, and its buttons; gives what is asked.
fn card(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    theme: &Theme,
    id: Id,
    rect: Rect,
    index: usize,
    chosen: bool,
) -> Option<Wish> {
    let finding = &cx.findings[index];
    let what = messages::finding_title(cx.dossier, finding);
    let place = messages::place_name(cx.dossier, &finding.place);
    let todo = messages::finding_todo(cx.dossier, finding);

    let response = ui.interact(rect, id.with(index), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Label, true, messages::finding_said(cx.dossier, finding))
    });
    ground(ui, theme, rect, edge_colour(theme, finding), chosen, response.hovered());

    let mend = finding.fix.as_ref().and_then(|fix| Some((messages::finding_fix(finding)?, fix)));
    let button_width = if mend.is_some() { BUTTON + MEND } else { BUTTON };
    let words = Rect::from_min_max(
        rect.min + Vec2::new(EDGE + 13.0, 9.0),
        Pos2::new(rect.right() - button_width - 24.0, rect.bottom()),
    );
    let mut job = LayoutJob::default();
    job.append(&what, 0.0, TextFormat::simple(theme::bold(size::BODY), theme.text));
    let quiet = TextFormat::simple(theme::regular(size::SMALL), theme.muted);
    job.append(&place, 12.0, quiet.clone());
    let first = line_of(ui, job, words.width());
    let mut job = LayoutJob::default();
    job.append(&todo, 0.0, quiet);
    let second = line_of(ui, job, words.width());
    let cut = first.elided || second.elided;
    ui.painter().galley(words.min, first, theme.text);
    ui.painter().galley(words.min + Vec2::new(0.0, 24.0), second, theme.muted);
    let clicked = response.clicked();
    if cut {
        response.on_hover_text(format!("{what}\n{place}\n{todo}"));
    }

    let at = Rect::from_min_max(
        Pos2::new(rect.right() - button_width - 12.0, rect.top()),
        Pos2::new(rect.right() - 12.0, rect.bottom()),
    );
    let layout = Layout::right_to_left(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().id_salt(index).max_rect(at).layout(layout), |ui| {
        if widgets::button(ui, Kind::Secondary, stages::OPEN_PLACE).clicked() || clicked {
            return Some(Wish::Open(index));
        }
        let (words, fix) = mend?;
        let clicked = widgets::button(ui, Kind::Secondary, words).clicked();
        clicked.then(|| Wish::Change(fix.clone()))
    })
    .inner
}

fn ground(ui: &Ui, theme: &Theme, rect: Rect, edge: Color32, chosen: bool, hot: bool) {
    let radius = CornerRadius::same(size::CARD_RADIUS);
    if chosen {
        let ring = CornerRadius::same(size::CARD_RADIUS + 2);
        ui.painter().rect_filled(rect.expand(2.0), ring, theme.accent_soft);
    }
    let border = if chosen {
        theme.accent
    } else if hot {
        theme.muted
    } else {
        theme.line
    };
    let stroke = Stroke::new(1.0, border);
    ui.painter().rect(rect, radius, theme.surface, stroke, StrokeKind::Inside);
    // The coloured edge keeps the card's corners: the card's own shape, cut to its left end.
    let strip = Rect::from_min_size(rect.min, Vec2::new(EDGE, rect.height()));
    let painter = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
    painter.rect_filled(rect, radius, edge);
}

fn line_of(ui: &Ui, mut job: LayoutJob, width: f32) -> std::sync::Arc<egui::Galley> {
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

fn edge_colour(theme: &Theme, finding: &Finding) -> Color32 {
    match finding.severity {
        Severity::Error => theme.late,
        Severity::Warning => theme.due,
        Severity::Note => theme.accent,
    }
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Late,
        Severity::Warning => Tone::Due,
        Severity::Note => Tone::Accent,
    }
}

/// Nothing was found.
fn nothing(ui: &mut Ui, requests: &mut Requests) {
    widgets::empty(ui, words::NOTHING, words::NOTHING_DO);
    ui.vertical_centered(|ui| {
        if widgets::button(ui, Kind::Primary, stages::OPEN_PRINT).clicked() {
            requests.push(Request::Show(Stage::Print));
        }
    });
}
