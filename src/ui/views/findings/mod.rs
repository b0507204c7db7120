//! Kiểm tra: what the check found, each finding leading to its place.
//!
//! Cards are equally high and only those that are seen are drawn.

use egui::{Color32, Id, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};
use egui_extras::{Column, TableRow};

use crate::check::{Finding, Severity};
use crate::edit::Edit;
use crate::messages::{self, findings as words, stages};
use crate::plan::Spot;
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, button_width};
use crate::ui::widgets::card::{EDGE, cards, column};
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Card, Kind, Tone};

/// Height of a card and of the title over the cards of one severity, in logical pixels.
const CARD: f32 = 63.0;
/// See [`CARD`].
const TITLE: f32 = 26.0;
/// Between two cards.
const GAP: f32 = 8.0;
/// Between what stands in a card, and after the last of it.
const INSIDE: f32 = 12.0;
/// Where the two lines of a card begin, from its top.
const FIRST: f32 = 9.0;
/// See [`FIRST`].
const SECOND: f32 = 33.0;
/// Room for the button that leads to the place, and for the one that mends.
const BUTTON: f32 = 152.0;
/// See [`BUTTON`].
const MEND: f32 = 112.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct FindingsState {
    /// The finding chosen by the keyboard, in the order shown.
    at: usize,
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

impl Line {
    /// In logical pixels.
    fn height(&self) -> f32 {
        match self {
            Self::Title(_) => TITLE,
            Self::Card(_) => CARD,
        }
    }
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
        ui.spacing_mut().item_spacing.x = 8.0;
        for severity in Severity::ALL {
            let found = count(severity);
            if found > 0 {
                widgets::badge(ui, tone(severity), &messages::findings_count(severity, found));
            }
        }
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
    let room = ui.available_rect_before_wrap();
    let id = ui.scope_id().with("findings");
    let page = (room.height() / (CARD + GAP)).max(1.0) as usize;
    let before = state.at;
    let keys = widgets::list_keys(ui, id, room, words::LIST, &mut state.at, order.len(), page);
    let chosen = keys.focused.then(|| order.get(state.at).copied()).flatten();

    let mends = cx.findings.iter().any(|finding| finding.fix.is_some());
    let buttons = if mends { BUTTON + MEND } else { BUTTON } + INSIDE;
    let place = (room.width() * 0.26).clamp(180.0, 320.0);
    let heights = || lines.iter().map(Line::height);
    let (table, width) = cards(ui, "findings", Vec2::new(INSIDE, GAP), heights());
    let mut table = table.column(Column::remainder()).column(column(place)).column(column(buttons));
    let is_chosen = |line: &Line| matches!(line, Line::Card(at) if Some(*at) == chosen);
    if keys.moved
        && let Some(line) = lines.iter().position(is_chosen)
    {
        // On the way up the title comes into view with its first card.
        let under_title = line > 0 && matches!(lines[line - 1], Line::Title(_));
        let with_title = under_title && state.at < before;
        table = table.scroll_to_row(if with_title { line - 1 } else { line }, None);
    }
    let mut wish = if keys.opened { chosen.map(Wish::Open) } else { None };
    table.body(|body| {
        body.heterogeneous_rows(heights(), |mut row| match lines[row.index()] {
            Line::Title(severity) => {
                row.col(|ui| title(ui, severity));
            }
            Line::Card(index) => {
                let id = id.with(index);
                let asked = card(&mut row, cx, id, index, width, chosen == Some(index));
                wish = asked.or(wish.take());
            }
        });
    });
    wish
}

/// "Lỗi cần sửa" over the cards of one severity.
fn title(ui: &Ui, severity: Severity) {
    let muted = theme::of(ui).muted;
    let words = messages::severity_name(severity).to_owned();
    let galley = ui.painter().layout_no_wrap(words, theme::bold(size::TABLE), muted);
    let foot = ui.max_rect().left_bottom() + Vec2::new(2.0, -galley.size().y);
    ui.painter().galley(foot, galley, muted);
}

/// One finding: what, where, what to do, and its buttons; gives what is asked.
fn card(
    row: &mut TableRow<'_, '_>,
    cx: &ViewCx<'_>,
    id: Id,
    index: usize,
    width: f32,
    chosen: bool,
) -> Option<Wish> {
    let finding = &cx.findings[index];
    let what = messages::finding_title(cx.dossier, finding);
    let place = messages::place_name(cx.dossier, &finding.place);
    let todo = messages::finding_todo(cx.dossier, finding);
    let mut clicked = false;
    let mut whole = None;
    row.col(|ui| {
        let rect = Rect::from_min_size(ui.max_rect().min, Vec2::new(width, CARD));
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, messages::finding_said(cx.dossier, finding))
        });
        let edge = Some(edge_colour(cx.theme, finding));
        Card { chosen, hot: response.hovered(), edge, sunk: false }.paint(ui, rect);
        let left = ui.max_rect().left() + EDGE + 13.0;
        let font = theme::bold(size::BODY);
        let at = Pos2::new(left, rect.top() + FIRST);
        let cut = one_line(ui, at, ui.max_rect().right(), &what, font, cx.theme.text);
        clicked = response.clicked();
        whole = Some((response, left, cut));
    });
    row.col(|ui| {
        let Some((response, left, cut)) = whole.take() else { return };
        let (font, muted) = (theme::regular(size::SMALL), cx.theme.muted);
        let (rect, right) = (ui.max_rect(), ui.max_rect().right());
        // The letters of both lines stand on one line.
        let at = Pos2::new(rect.left(), rect.top() + FIRST + 2.0);
        let cut = one_line(ui, at, right, &place, font.clone(), muted) || cut;
        // What to do goes under both.
        let at = Pos2::new(left, rect.top() + SECOND);
        if one_line(ui, at, right, &todo, font, muted) || cut {
            response.on_hover_text(format!("{what}\n{place}\n{todo}"));
        }
    });
    let mut wish = clicked.then_some(Wish::Open(index));
    row.col(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let mend = finding.mending().zip(messages::finding_fix(finding));
        let wide = |words| button_width(ui, words, &Look::default());
        let all =
            wide(stages::OPEN_PLACE) + mend.as_ref().map_or(0.0, |(_, words)| wide(words) + 8.0);
        ui.add_space(ui.available_width() - INSIDE - all);
        if let Some((fix, words)) = mend
            && widgets::button(ui, Kind::Secondary, words).clicked()
        {
            wish = Some(Wish::Change(fix));
        }
        if widgets::button(ui, Kind::Secondary, stages::OPEN_PLACE).clicked() {
            wish = Some(Wish::Open(index));
        }
    });
    wish
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
