//! The top bar: the school, the plan shown, how saving stands, undo and redo, the menus.

use std::path::Path;

use egui::{Frame, Margin, Panel, RichText, Ui};

use crate::messages::{self, place_kind, window};
use crate::plan::{Dossier, Plan};
use crate::platform::PlaceKind;
use crate::session::Saving;
use crate::ui::Command;
use crate::ui::dialogs::short_path;
use crate::ui::request::{Request, Requests};
use crate::ui::settings::Settings;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Icon, Look, button_with};
use crate::ui::widgets::choice::list_row_with;
use crate::ui::widgets::small;

/// The file that is open, for the head of its menu.
pub struct OpenFile<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// The person's Documents.
    pub documents: &'a Path,
    /// In what kind of place it is.
    pub kind: PlaceKind,
}

/// What the top bar shows.
pub struct TopBar<'a> {
    /// The newest value.
    pub dossier: &'a Dossier,
    /// The plan shown.
    pub plan: &'a Plan,
    /// How saving stands.
    pub saving: &'a Saving,
    /// The open file; none for the sample.
    pub file: Option<OpenFile<'a>>,
    /// The step undo would take back.
    pub undo: Option<String>,
    /// The step redo would bring back.
    pub redo: Option<String>,
    /// Scale and colours.
    pub settings: &'a Settings,
}

/// Draws the top bar.
pub fn top_bar(ui: &mut Ui, bar: &TopBar<'_>, requests: &mut Requests) {
    let theme = theme::of(ui);
    let wide = ui.ctx().content_rect().width() >= size::WIDE;
    let height = if wide { size::TOP_BAR_WIDE } else { size::TOP_BAR };
    let side = if wide { 16 } else { 12 };
    let frame = Frame::new().fill(theme.rail).inner_margin(Margin::symmetric(side, 0));
    Panel::top("top bar").frame(frame).exact_size(height).show_separator_line(false).show(
        ui,
        |ui| {
            let edge = ui.max_rect();
            let across = egui::Rangef::new(0.0, edge.right() + f32::from(side));
            ui.painter().hline(across, edge.bottom() - 0.5, theme.border());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                view_menu(ui, bar.settings, requests);
                file_menu(ui, bar, requests);
                ui.add_space(4.0);
                step(ui, Command::Redo, Icon::Redo, bar.redo.as_deref(), requests);
                step(ui, Command::Undo, Icon::Undo, bar.undo.as_deref(), requests);
                ui.add_space(4.0);
                saving(ui, bar, requests);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 12.0;
                    let school = bar.plan.letterhead.school.replace('\n', " ");
                    let words = RichText::new(school).font(theme::bold(size::CARD));
                    let switcher = 290.0;
                    let room = (ui.available_width() - switcher).max(80.0);
                    ui.scope(|ui| {
                        ui.set_max_width(room);
                        ui.add(egui::Label::new(words.color(theme.text)).truncate());
                    });
                    plans_menu(ui, bar, requests);
                });
            });
        },
    );
}

fn step(ui: &mut Ui, command: Command, icon: Icon, step: Option<&str>, requests: &mut Requests) {
    let tip =
        if command == Command::Undo { window::undo_tip(step) } else { window::redo_tip(step) };
    ui.add_enabled_ui(step.is_some(), |ui| {
        let look = Look {
            icon: Some(icon),
            name: Some(command.label()),
            height: Some(32.0),
            ..Look::default()
        };
        let response = button_with(ui, "", &look);
        if response.clicked() {
            requests.run(command);
        }
        response.on_hover_text(&tip).on_disabled_hover_text(&tip);
    });
}

fn saving(ui: &mut Ui, bar: &TopBar<'_>, requests: &mut Requests) {
    let theme = theme::of(ui);
    let font = theme::regular(size::TABLE);
    let say = |ui: &mut Ui, words: &str, ink| {
        ui.add(egui::Label::new(RichText::new(words).font(font.clone()).color(ink)).truncate());
    };
    match bar.saving {
        Saving::Sample => say(ui, window::SAMPLE, theme.muted),
        Saving::Salvaged => say(ui, window::SALVAGED, theme.due),
        Saving::Saved(None) => say(ui, window::SAVED, theme.done),
        Saving::Saved(Some(when)) => say(ui, &window::saved_at(*when), theme.done),
        Saving::UnderWay => say(ui, window::SAVING, theme.muted),
        Saving::ReadOnly => say(ui, window::READ_ONLY, theme.due),
        Saving::Failed(why) => {
            let short = |words| (words, Look { height: Some(32.0), ..Look::default() });
            let (words, look) = short(window::SAVE_ELSEWHERE);
            if button_with(ui, words, &look).clicked() {
                requests.run(Command::SaveCopy);
            }
            let (words, look) = short(Command::RetrySave.label());
            if button_with(ui, words, &look).clicked() {
                requests.run(Command::RetrySave);
            }
            let words = RichText::new(window::NOT_SAVED).font(theme::bold(size::TABLE));
            let path = bar.file.as_ref().map_or(Path::new(""), |file| file.path);
            let why = messages::store_error(why, path);
            ui.label(words.color(theme.late)).on_hover_text(why);
        }
    }
}

fn plans_menu(ui: &mut Ui, bar: &TopBar<'_>, requests: &mut Requests) {
    let title = window::plan_title(bar.plan);
    let look = Look { menu: true, height: Some(32.0), ..Look::default() };
    let response = button_with(ui, &title, &look);
    egui::Popup::menu(&response).width(300.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut plans: Vec<_> = bar.dossier.plans.iter().collect();
        plans.sort_by_key(|plan| std::cmp::Reverse((plan.school_year, plan.id)));
        for plan in plans {
            let shown = plan.id == bar.plan.id;
            let row = list_row_with(ui, &window::plan_title(plan), "", shown);
            if row.clicked() {
                if !shown {
                    requests.push(Request::ShowPlan(plan.id));
                }
                ui.close();
            }
        }
        line(ui);
        for command in [Command::AddPlan, Command::CopyPlan] {
            row(ui, command, true, requests);
        }
        row(ui, Command::DeletePlan, bar.dossier.plans.len() > 1, requests);
    });
}

/// Where the open file is, and what to mind there.
fn open_file(ui: &mut Ui, file: &OpenFile<'_>) {
    let frame = Frame::new().inner_margin(Margin::symmetric(10, 6));
    // A menu spreads its words over the whole width; these are read as lines.
    let left = egui::Layout::top_down(egui::Align::LEFT);
    frame.show(ui, |ui| {
        ui.with_layout(left, |ui| {
            ui.set_width(ui.available_width());
            let theme = theme::of(ui);
            let name = file.path.file_name().unwrap_or_default().to_string_lossy();
            let name = RichText::new(name).font(theme::bold(size::TABLE)).color(theme.text);
            ui.add(egui::Label::new(name).truncate());
            let folder = file.path.parent().unwrap_or(file.path);
            small(ui, &short_path(folder, file.documents));
            if let Some(advice) = place_kind::advice(file.kind) {
                ui.add_space(2.0);
                small(ui, &advice);
            }
        });
    });
    line(ui);
}

fn file_menu(ui: &mut Ui, bar: &TopBar<'_>, requests: &mut Requests) {
    let saving = bar.saving;
    let look = Look { menu: true, height: Some(32.0), ..Look::default() };
    let response = button_with(ui, window::FILE, &look);
    egui::Popup::menu(&response).width(280.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if let Some(file) = &bar.file {
            open_file(ui, file);
        }
        row(ui, Command::NewPlan, true, requests);
        row(ui, Command::Open, true, requests);
        row(ui, Command::ShowStart, true, requests);
        line(ui);
        row(ui, Command::Save, true, requests);
        row(ui, Command::SaveCopy, true, requests);
        row(ui, Command::OpenFolder, *saving != Saving::Sample, requests);
        line(ui);
        row(ui, Command::Terms, true, requests);
        row(ui, Command::ImportCatalogue, true, requests);
        row(ui, Command::EditCatalogue, true, requests);
    });
}

fn view_menu(ui: &mut Ui, settings: &Settings, requests: &mut Requests) {
    let look = Look { menu: true, height: Some(32.0), ..Look::default() };
    let response = button_with(ui, window::VIEW, &look);
    egui::Popup::menu(&response)
        .width(260.0)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let percent = window::percent(settings.scale_percent);
            for command in [Command::ZoomIn, Command::ZoomOut, Command::ZoomReset] {
                let beside = key(ui, command);
                let beside = if command == Command::ZoomReset && settings.scale_percent != 100 {
                    format!("{percent} · {beside}")
                } else {
                    beside
                };
                if list_row_with(ui, command.label(), &beside, false).clicked() {
                    requests.run(command);
                }
            }
            line(ui);
            for (words, dark) in [(window::LIGHT, false), (window::DARK, true)] {
                let row = list_row_with(ui, words, "", settings.dark == dark);
                if row.clicked() && settings.dark != dark {
                    requests.run(Command::ToggleDark);
                }
            }
            line(ui);
            row(ui, Command::About, true, requests);
        });
}

fn key(ui: &Ui, command: Command) -> String {
    let keys = command.shortcut().map(|keys| ui.format_shortcut(&keys)).unwrap_or_default();
    keys.replace("+Plus", " và +").replace("+Minus", " và −")
}

fn row(ui: &mut Ui, command: Command, enabled: bool, requests: &mut Requests) {
    let beside = key(ui, command);
    ui.add_enabled_ui(enabled, |ui| {
        if list_row_with(ui, command.label(), &beside, false).clicked() {
            requests.run(command);
            ui.close();
        }
    });
}

fn line(ui: &mut Ui) {
    let theme = theme::of(ui);
    let (rect, _) =
        ui.allocate_exact_size(egui::vec2(ui.available_width(), 9.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, theme.border());
}
