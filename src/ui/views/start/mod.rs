//! The first screen: what this is, three things to do, the recent files.

use std::path::Path;

use egui::{
    CentralPanel, CornerRadius, Frame, Label, Margin, Panel, RichText, ScrollArea, Sense, Ui,
};
use jiff::civil::DateTime;

use crate::messages::{place_kind, start as words, window};
use crate::platform::PlaceKind;
use crate::ui::Command;
use crate::ui::dialogs::short_path;
use crate::ui::request::{Request, Requests};
use crate::ui::settings::Recent;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Kind, Look, button_with, link};
use crate::ui::widgets::{Tone, badge, empty, small};

/// What the first screen shows.
pub struct StartCx<'a> {
    /// The recent files, the last one first, each with whether it is there, and in what
    /// kind of place.
    pub recent: &'a [(Recent, bool, PlaceKind)],
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
        right: 20,
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
        if link(ui, Command::About.label()).clicked() {
            requests.run(Command::About);
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
    ScrollArea::vertical()
        .auto_shrink(false)
        .content_margin(Margin { right: 16, bottom: 16, ..Margin::ZERO })
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            for (index, (file, there, kind)) in cx.recent.iter().enumerate() {
                ui.push_id(index, |ui| {
                    if *there {
                        file_card(ui, file, *kind, cx, requests);
                    } else {
                        missing_card(ui, file, requests);
                    }
                });
            }
        });
}

fn file_card(
    ui: &mut Ui,
    file: &Recent,
    kind: PlaceKind,
    cx: &StartCx<'_>,
    requests: &mut Requests,
) {
    let theme = theme::of(ui);
    let today = cx.now.date();
    let name = name_of(file);
    let overdue = file.deadlines.iter().filter(|deadline| deadline.day < today).count();
    let next = file.deadlines.iter().find(|deadline| deadline.day >= today);
    let over = file.school_year.is_some_and(|year| year.plan_end() < today);
    let card = card_frame(&theme).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if over {
                    badge(ui, Tone::Done, words::YEAR_OVER);
                } else if overdue > 0 {
                    badge(ui, Tone::Late, &words::overdue(overdue));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let title = RichText::new(&name).font(theme::bold(size::BODY));
                    ui.add(Label::new(title.color(theme.text)).truncate());
                });
            });
        });
        let place = place_kind::with_kind(&short_path(&file.path, cx.documents), kind);
        line(ui, &words::about_file(file.school_year, &place, file.opened, cx.now));
        if let Some(next) = next.filter(|_| !over) {
            line(ui, &words::next_deadline(next.day, &next.what, &next.who));
        }
    });
    let response = ui.interact(card.response.rect, ui.scope_id().with("open"), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, words::open(&name))
    });
    if response.hovered() || response.has_focus() {
        let stroke = egui::Stroke::new(1.0, theme.accent);
        let radius = CornerRadius::same(size::CARD_RADIUS);
        ui.painter().rect_stroke(card.response.rect, radius, stroke, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        requests.push(Request::Open(file.path.clone()));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

fn missing_card(ui: &mut Ui, file: &Recent, requests: &mut Requests) {
    let theme = theme::of(ui);
    let frame = card_frame(&theme).fill(theme.sunk);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let title = RichText::new(name_of(file)).font(theme::bold(size::BODY));
        ui.add(Label::new(title.color(theme.muted)).truncate());
        line(ui, &format!("{} {}", words::MISSING, file.path.display()));
        ui.horizontal(|ui| {
            if link(ui, words::MOVED).clicked() {
                requests.push(Request::FindMoved(file.path.clone()));
            }
            if link(ui, words::FORGET).clicked() {
                requests.push(Request::ForgetRecent(file.path.clone()));
            }
        });
    });
}

fn card_frame(theme: &theme::Theme) -> Frame {
    Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::symmetric(16, 13))
}

fn name_of(file: &Recent) -> String {
    if file.school.trim().is_empty() {
        file.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    } else {
        file.school.clone()
    }
}

fn line(ui: &mut Ui, text: &str) {
    let muted = theme::of(ui).muted;
    let text = RichText::new(text).font(theme::regular(size::TABLE)).color(muted);
    ui.add(Label::new(text).truncate());
}
