//! Kiểm tra: what the check found, each finding leading to its place.
//!
//! A fault of form says its words before and after, and is mended by its button; all of a kind,
//! or all there are, are one step of undo. Where there are many, those of one kind stand under one
//! line that opens. Only cards that are seen are drawn, each as high as its words are long.

mod card;
mod fit;
mod kinds;
mod ready;

use egui::{Rect, Ui, UiBuilder, Vec2};
use egui_extras::Column;

use crate::check::{Finding, Fix, Severity, mend};
use crate::edit::{Act, Edit, PlanEdit};
use crate::messages::{self, findings as words, stages};
use crate::plan::Spot;
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::Look;
use crate::ui::widgets::card::{cards, column};
use crate::ui::widgets::{self, Kind, Tone};

use card::{BEFORE, CARD, height, says_change};
use fit::{Fits, Wide};
use kinds::{HEAD, Kinds};

/// Height of the title over the cards of one severity, in logical pixels.
const TITLE: f32 = 26.0;
/// Between two cards.
const GAP: f32 = 8.0;
/// Between what stands in a card, and after the last of it.
const INSIDE: f32 = 12.0;
/// Room for the button that leads to the place, and for the one that mends.
const BUTTON: f32 = 152.0;
/// See [`BUTTON`].
const MEND: f32 = 112.0;
/// Room for the link that leaves a finding as it is.
const LEAVE: f32 = 68.0;
/// Width of the list of what was left.
const LEFT: f32 = 420.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct FindingsState {
    /// The finding or kind chosen by the keyboard, in the order shown.
    at: usize,
    /// Only what the program can mend by itself is shown, before all of it is.
    mending: bool,
    /// How the points stand that are looked at before signing.
    points: ready::Points,
    kinds: Kinds,
    fits: Fits,
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
    /// Mend these, each in the one way there is.
    Mend(Vec<usize>),
    /// Leave this one as it is.
    Leave(usize),
    /// Open a kind or close it; none: whichever it is not.
    Turn(usize, Option<bool>),
}

/// A line of the list.
#[derive(Clone, Copy)]
enum Line {
    Title(Severity),
    /// The line over a kind.
    Kind(usize),
    /// By its index in the findings.
    Card(usize),
}

impl Line {
    /// In logical pixels.
    fn height(&self, findings: &[Finding], fits: &Fits) -> f32 {
        match self {
            Self::Title(_) => TITLE,
            Self::Kind(_) => HEAD,
            Self::Card(index) => height(&findings[*index]) + fits.more(*index)[2],
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
    let mendable: Vec<usize> =
        (0..cx.findings.len()).filter(|index| says_change(&cx.findings[*index])).collect();
    state.mending &= !mendable.is_empty();
    let mut wish = None;
    widgets::title_row(ui, Stage::Findings.label(), "", |ui| {
        wish = title_line(ui, cx, &mut state.mending, &mendable);
        left(ui, cx, requests);
    });
    ui.add_space(4.0);
    let mut room = ui.available_rect_before_wrap();
    if room.width() >= ready::WIDTH + ready::LEAST {
        let min = egui::pos2(room.right() - ready::WIDTH, room.top());
        let beside = Rect::from_min_max(min, room.max);
        room.max.x = min.x - INSIDE;
        let place = UiBuilder::new().id_salt("ready").max_rect(beside);
        ui.scope_builder(place, |ui| ready::show(ui, cx, &mut state.points));
    }
    let place = UiBuilder::new().id_salt("findings").max_rect(room);
    let asked = ui.scope_builder(place, |ui| {
        if cx.findings.is_empty() {
            nothing(ui, requests);
            return None;
        }
        found(ui, cx, state)
    });
    match asked.inner.or(wish) {
        Some(Wish::Open(index)) => requests.push(Request::Go(cx.findings[index].place.clone())),
        Some(Wish::Mend(which)) => requests.extend(mending(cx, &which)),
        Some(Wish::Leave(index)) => {
            set_aside(cx, &cx.findings[index], true, requests);
            requests.offer_undo(words::LEFT.to_owned());
        }
        Some(Wish::Turn(kind, open)) => state.kinds.turn(kind, open),
        None => {}
    }
}

/// The findings, the worst first; gives what is asked.
fn found(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut FindingsState) -> Option<Wish> {
    state.kinds.look(cx, state.mending);
    let lines = state.kinds.lines();
    list(ui, cx, state, &lines)
}

/// How many were found, and what mends those that the program can; gives what is asked.
fn title_line(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    only_mendable: &mut bool,
    mendable: &[usize],
) -> Option<Wish> {
    let mut wish = None;
    ui.spacing_mut().item_spacing.x = 8.0;
    for severity in Severity::ALL {
        let found = cx.findings.iter().filter(|finding| finding.severity == severity).count();
        if found > 0 {
            widgets::badge(ui, tone(severity), &messages::findings_count(severity, found));
        }
    }
    if mendable.is_empty() {
        return None;
    }
    widgets::at_right(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if !*only_mendable {
            let words = words::see_mends(mendable.len());
            *only_mendable = widgets::button(ui, Kind::Primary, &words).clicked();
            return;
        }
        if widgets::button(ui, Kind::Secondary, words::ALL_AGAIN).clicked() {
            *only_mendable = false;
        }
        if widgets::button(ui, Kind::Primary, &words::mend_all(mendable.len())).clicked() {
            wish = Some(Wish::Mend(mendable.to_vec()));
            *only_mendable = false;
        }
    });
    wish
}

/// What was left as it is: a list from which each is told again.
fn left(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    if cx.aside.is_empty() {
        return;
    }
    let look = Look { menu: true, ..Look::default() };
    let button = widgets::button_with(ui, &words::left_count(cx.aside.len()), &look);
    egui::Popup::menu(&button).width(LEFT).show(|ui| {
        widgets::small(ui, words::LEFT_HELP);
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for finding in cx.aside {
                let what = messages::finding_title(cx.dossier, finding);
                if widgets::choice::list_row(ui, &what, false).clicked() {
                    set_aside(cx, finding, false, requests);
                    ui.close();
                }
            }
        });
    });
}

fn set_aside(cx: &ViewCx<'_>, finding: &Finding, aside: bool, requests: &mut Requests) {
    let change = PlanEdit::SetAside { finding: finding.aside(cx.plan), aside };
    requests.push(Request::Edit(Edit::InPlan { plan: cx.plan.id, change }, None));
}

/// The one step that mends these findings, as far as their words are still what was found.
fn mending(cx: &ViewCx<'_>, which: &[usize]) -> Option<Request> {
    let fixes: Vec<&Fix> =
        which.iter().filter_map(|index| cx.findings[*index].fix.as_ref()).collect();
    let (mut edits, count) = mend(cx.plan, &fixes);
    let edit = match count {
        0 => return None,
        1 => edits.pop()?,
        _ => Edit::Batch(Act::Mend(count), edits),
    };
    Some(Request::Edit(edit, None))
}

/// The list; gives what is asked of it.
fn list(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut FindingsState, lines: &[Line]) -> Option<Wish> {
    // What the keyboard stops at.
    let stops: Vec<usize> =
        (0..lines.len()).filter(|at| !matches!(lines[*at], Line::Title(_))).collect();
    let room = ui.available_rect_before_wrap();
    let id = ui.scope_id().with("findings");
    let page = (room.height() / (CARD + GAP)).max(1.0) as usize;
    let before = state.at;
    let keys = widgets::list_keys(ui, id, room, words::LIST, &mut state.at, stops.len(), page);
    let chosen = keys.focused.then(|| stops.get(state.at).copied()).flatten();

    let mends = cx.findings.iter().any(|one| one.fix.is_some() && !says_change(one));
    let leaves = cx.findings.iter().any(Finding::can_be_left);
    let extra = [(mends, MEND), (leaves, LEAVE)];
    let extra = extra.iter().filter(|(there, _)| *there).map(|(_, wide)| wide);
    let buttons = BUTTON + extra.sum::<f32>() + INSIDE;
    let place = (room.width() * 0.26).clamp(180.0, 320.0);
    // As if there were a bar: whether there is one depends on how high the cards are.
    let inner = room.width() - ui.spacing().scroll.allocated_width() - buttons - 2.0 * INSIDE;
    let what = inner - place - BEFORE;
    state.fits.look(ui, cx, Wide::of(what, place, INSIDE));
    for line in lines {
        if let Line::Card(index) = line {
            state.fits.count(ui, cx, *index);
        }
    }
    let fits = &state.fits;
    let heights = || lines.iter().map(|line| line.height(cx.findings, fits));
    let (table, width) = cards(ui, "findings", Vec2::new(INSIDE, GAP), heights());
    let mut table = table.column(Column::remainder()).column(column(place)).column(column(buttons));
    if keys.moved
        && let Some(line) = chosen
    {
        // On the way up the title comes into view with its first card.
        let under_title = line > 0 && matches!(lines[line - 1], Line::Title(_));
        let with_title = under_title && state.at < before;
        table = table.scroll_to_row(if with_title { line - 1 } else { line }, None);
    }
    let mut wish = match chosen.map(|line| lines[line]) {
        Some(Line::Card(index)) if keys.opened => Some(Wish::Open(index)),
        Some(Line::Kind(kind)) if keys.opened => Some(Wish::Turn(kind, None)),
        Some(Line::Kind(kind)) if keys.sideways != 0 => {
            Some(Wish::Turn(kind, Some(keys.sideways > 0)))
        }
        _ => None,
    };
    table.body(|body| {
        body.heterogeneous_rows(heights(), |mut row| {
            let here = chosen == Some(row.index());
            let asked = match lines[row.index()] {
                Line::Title(severity) => {
                    row.col(|ui| title(ui, severity));
                    None
                }
                Line::Kind(kind) => state.kinds.show(&mut row, cx, kind, width, here),
                Line::Card(index) => {
                    card::show(&mut row, cx, id.with(index), (index, fits), width, here)
                }
            };
            wish = asked.or(wish.take());
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
