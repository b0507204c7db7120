//! The first screen: what this is, five things to do, the recent files.

use std::path::Path;

use egui::{
    Align, CentralPanel, Frame, Label, Layout, Margin, Panel, Rangef, Rect, RichText, Sense, Ui,
    UiBuilder, Vec2,
};
use egui_extras::{Column, TableRow};
use jiff::civil::DateTime;

use crate::messages::{place_kind, start as words, window};
use crate::platform::PlaceKind;
use crate::session::Glance;
use crate::ui::Command;
use crate::ui::dialogs::short_path;
use crate::ui::request::{Request, Requests};
use crate::ui::settings::Recent;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Kind, Look, button_with, link};
use crate::ui::widgets::card::{cards, column};
use crate::ui::widgets::{Card, Tone, badge, empty, small};

/// Where the lines of a card begin, from its top, and how high each is (logical pixels).
const FIRST: f32 = 11.0;
/// See [`FIRST`].
const SECOND: f32 = 36.0;
/// See [`FIRST`].
const THIRD: f32 = 59.0;
/// See [`FIRST`].
const LINE: f32 = 22.0;
/// Beside what stands in a card, and between its columns.
const INSIDE: f32 = 16.0;
/// Between cards.
const GAP: f32 = 10.0;
/// Width of the column of when a file was open.
const WHEN: f32 = 130.0;

/// A recent file, and what is known of it.
pub struct Known<'a> {
    /// It, as it was when it was last open.
    pub file: &'a Recent,
    /// It is where it was.
    pub there: bool,
    /// In what kind of place it is.
    pub kind: PlaceKind,
    /// What it holds, once that was read.
    pub glance: Option<&'a Glance>,
}

/// What the first screen shows.
pub struct StartCx<'a> {
    /// The recent files, the last one first.
    pub recent: &'a [Known<'a>],
    /// The person's Documents.
    pub documents: &'a Path,
    /// Now.
    pub now: DateTime,
}

/// Draws it.
pub fn show(ui: &mut Ui, cx: &StartCx<'_>, requests: &mut Requests) {
    let theme = theme::of(ui);
    let left = Frame::new().fill(theme.rail).inner_margin(Margin::symmetric(34, 34));
    Panel::left("start")
        .frame(left)
        .resizable(false)
        .exact_size(360.0)
        .show_separator_line(false)
        .show(ui, |ui| {
            let edge = ui.max_rect().expand(34.0);
            ui.painter().vline(edge.right() - 0.5, edge.y_range(), theme.border());
            actions(ui, requests);
        });
    let right = Frame::new().fill(theme.bg).inner_margin(Margin {
        left: 36,
        right: 36,
        top: 40,
        bottom: 12,
    });
    CentralPanel::default().frame(right).show(ui, |ui| recent(ui, cx, requests));
}

fn actions(ui: &mut Ui, requests: &mut Requests) {
    let theme = theme::of(ui);
    ui.spacing_mut().item_spacing.y = 12.0;
    ui.add_space(4.0);
    ui.label(RichText::new(window::NAME).font(theme::bold(size::NAME)).color(theme.accent));
    let what = RichText::new(window::WHAT)
        .font(theme::regular(size::BODY + 1.0))
        .line_height(Some(24.0))
        .color(theme.muted);
    ui.add(Label::new(what).wrap());
    ui.add_space(8.0);
    for (command, kind, key) in [
        (Command::NewPlan, Kind::Primary, true),
        (Command::Open, Kind::Secondary, true),
        (Command::ImportWord, Kind::Secondary, false),
        (Command::ImportExcel, Kind::Secondary, false),
        (Command::OpenSample, Kind::Secondary, false),
    ] {
        let keys = command.shortcut().filter(|_| key && kind == Kind::Secondary);
        let shortcut = keys.map(|keys| ui.format_shortcut(&keys)).unwrap_or_default();
        let look = Look {
            kind,
            shortcut: &shortcut,
            width: Some(ui.available_width()),
            height: Some(46.0),
            ..Look::default()
        };
        if button_with(ui, command.label(), &look).clicked() {
            requests.run(command);
        }
    }
    ui.with_layout(egui::Layout::bottom_up(egui::Align::LEFT), |ui| {
        for command in [Command::About, Command::Settings, Command::Help] {
            if link(ui, command.label()).clicked() {
                requests.run(command);
            }
        }
        ui.add_space(4.0);
        small(ui, words::ABOUT);
    });
}

fn recent(ui: &mut Ui, cx: &StartCx<'_>, requests: &mut Requests) {
    let theme = theme::of(ui);
    ui.label(RichText::new(words::RECENT).font(theme::bold(size::CARD + 1.0)).color(theme.text));
    ui.add_space(6.0);
    if cx.recent.is_empty() {
        empty(ui, words::NONE, words::NONE_DO);
        return;
    }
    let mut entries: Vec<Entry<'_>> =
        cx.recent.iter().map(|recent| Entry::new(recent, cx)).collect();
    // The file that was open last goes on in the next year.
    if let Some(newest) = entries.iter_mut().find(|entry| entry.there) {
        newest.goes_on = newest.file.school_year.is_some();
    }
    let heights = || entries.iter().map(Entry::height);
    let (table, width) = cards(ui, "recent", Vec2::new(INSIDE, GAP), heights());
    table.column(column(width * 0.36)).column(Column::remainder()).column(column(WHEN)).body(
        |body| {
            body.heterogeneous_rows(heights(), |mut row| {
                entries[row.index()].show(&mut row, width, requests);
            });
        },
    );
}

/// A recent file, and what is said of it.
struct Entry<'a> {
    file: &'a Recent,
    /// It is where it was.
    there: bool,
    name: String,
    badge: Option<(Tone, String)>,
    folder: String,
    when: String,
    /// The year, and what comes next in it.
    about: String,
    /// The plan of its next year can be begun here.
    goes_on: bool,
}

impl<'a> Entry<'a> {
    fn new(known: &Known<'a>, cx: &StartCx<'_>) -> Self {
        let Known { file, there, kind, glance } = *known;
        let today = cx.now.date();
        let over = file.school_year.is_some_and(|year| year.plan_end() < today);
        let deadlines = glance.map_or(&[][..], |glance| &glance.deadlines);
        let overdue = deadlines.iter().filter(|deadline| deadline.day < today).count();
        let next = deadlines.iter().find(|deadline| deadline.day >= today && !over);
        let badge = match (over, overdue) {
            (true, _) => Some((Tone::Done, words::YEAR_OVER.to_owned())),
            (false, 0) => None,
            (false, overdue) => Some((Tone::Late, words::overdue(overdue))),
        };
        let folder = short_path(file.path.parent().unwrap_or(&file.path), cx.documents);
        Self {
            file,
            there,
            name: name_of(file, glance),
            badge: badge.filter(|_| there),
            folder: place_kind::with_kind(&folder, kind),
            when: file.opened.map(|opened| words::when(opened, cx.now)).unwrap_or_default(),
            about: words::about_plan(
                file.school_year,
                next.map(|next| (next.day, next.what.as_str(), next.who.as_str())),
            ),
            goes_on: false,
        }
    }

    /// In logical pixels.
    fn height(&self) -> f32 {
        let last = if self.there && self.about.is_empty() { SECOND } else { THIRD };
        last + LINE + FIRST
    }

    /// Draws it: its name over all columns, where and when it was open in them, and what is next.
    fn show(&self, row: &mut TableRow<'_, '_>, width: f32, requests: &mut Requests) {
        let path = self.file.path.file_name().unwrap_or_default().to_string_lossy();
        row.col(|ui| {
            let card = Rect::from_min_size(ui.max_rect().min, Vec2::new(width, self.height()));
            self.ground(ui, card, requests);
            let across = card.x_range().shrink(INSIDE);
            self.head(&mut line(ui, card, across, FIRST));
            let columns = Rangef::new(across.min, ui.max_rect().right());
            quiet(&mut line(ui, card, columns, SECOND), &path);
            let ui = &mut line(ui, card, across, THIRD);
            if self.there {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if self.goes_on && link(ui, Command::NextPlan.label()).clicked() {
                        requests.push(Request::OpenForNext(self.file.path.clone()));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        quiet(ui, &self.about);
                    });
                });
            } else {
                self.ways_out(ui, requests);
            }
        });
        row.col(|ui| {
            let cell = ui.max_rect();
            quiet(&mut line(ui, cell, cell.x_range(), SECOND), &self.folder);
        });
        row.col(|ui| {
            let cell = ui.max_rect();
            let inside = Rangef::new(cell.left(), cell.right() - INSIDE);
            let ui = &mut line(ui, cell, inside, SECOND);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| quiet(ui, &self.when));
        });
    }

    /// The card, which opens the file.
    fn ground(&self, ui: &Ui, card: Rect, requests: &mut Requests) {
        if !self.there {
            Card { sunk: true, ..Card::default() }.paint(ui, card);
            return;
        }
        let response = ui.interact(card, ui.scope_id().with("open"), Sense::click());
        response.widget_info(|| {
            let role = egui::accesskit::Role::Button;
            egui::WidgetInfo::labeled(role, true, words::open(&self.name))
        });
        let (chosen, hot) = (response.has_focus(), response.hovered());
        Card { chosen, hot, ..Card::default() }.paint(ui, card);
        if response.clicked() {
            requests.push(Request::Open(self.file.path.clone()));
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }

    fn head(&self, ui: &mut Ui) {
        let theme = theme::of(ui);
        let ink = if self.there { theme.text } else { theme.muted };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some((tone, words)) = &self.badge {
                badge(ui, *tone, words);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(&self.name).font(theme::bold(size::BODY)).color(ink);
                ui.add(Label::new(name).truncate());
            });
        });
    }

    /// What can be done about a file that is gone.
    fn ways_out(&self, ui: &mut Ui, requests: &mut Requests) {
        let path = || self.file.path.clone();
        quiet(ui, words::MISSING);
        if link(ui, words::MOVED).clicked() {
            requests.push(Request::FindMoved(path()));
        }
        if link(ui, words::FORGET).clicked() {
            requests.push(Request::ForgetRecent(path()));
        }
    }
}

/// A line of a card, that takes no room from the cell it is drawn in.
fn line(ui: &mut Ui, card: Rect, across: Rangef, top: f32) -> Ui {
    let down = Rangef::new(card.top() + top, card.top() + top + LINE);
    let rect = Rect::from_x_y_ranges(across, down);
    let layout = Layout::left_to_right(Align::Center);
    ui.new_child(UiBuilder::new().id_salt(top.to_bits()).max_rect(rect).layout(layout))
}

fn name_of(file: &Recent, glance: Option<&Glance>) -> String {
    match glance {
        Some(glance) if !glance.school.trim().is_empty() => glance.school.clone(),
        _ => file.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    }
}

fn quiet(ui: &mut Ui, text: &str) {
    let muted = theme::of(ui).muted;
    let text = RichText::new(text).font(theme::regular(size::TABLE)).color(muted);
    ui.add(Label::new(text).truncate());
}
