//! The top bar: the school, the plan shown, how saving stands, undo and redo, the menus.

use std::path::Path;

use egui::{Frame, Margin, Panel, RichText, Ui};

use crate::messages::{self, commands, place_kind, window};
use crate::plan::{Dossier, Paper, Plan};
use crate::platform::PlaceKind;
use crate::session::Saving;
use crate::ui::Command;
use crate::ui::dialogs::short_path;
use crate::ui::request::{Request, Requests};
use crate::ui::settings::Settings;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Icon, Look, button_width, button_with};
use crate::ui::widgets::choice::{list_row_with, within_window};
use crate::ui::widgets::marks::{Mark, mark};
use crate::ui::widgets::small;
use crate::words::order;

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
    /// A review stands in the place of the stages: what acts on the plan cannot be asked for.
    pub reviewing: bool,
    /// Scale and colours.
    pub settings: &'a Settings,
}

/// Between what stands in the bar, logical pixels.
const GAP: f32 = 8.0;
/// The plan's name may be this wide (logical pixels) before the school's gives way.
const SWITCHER: f32 = 420.0;

/// So many letters of the plan's name are always said.
const LEAST: usize = 16;
/// The least room in which the school's name is worth reading (logical pixels).
const SCHOOL: f32 = 120.0;

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
            let right = right_width(ui, bar);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let end = ui.max_rect().right();
                ui.spacing_mut().item_spacing.x = 12.0;
                let title = window::plan_title(bar.plan);
                let look = Look { menu: true, height: Some(32.0), ..Look::default() };
                let switcher = button_width(ui, &title, &look).min(SWITCHER);
                let school = bar.plan.letterhead.school.replace('\n', " ");
                let words = RichText::new(&school).font(theme::bold(size::CARD));
                let room = ui.available_width() - switcher - right - 40.0;
                // A name of which nothing is left but "Trường …" says nothing.
                if room >= SCHOOL {
                    ui.scope(|ui| {
                        ui.set_max_width(room);
                        let label = egui::Label::new(words.color(theme.text)).truncate();
                        ui.add(label);
                    });
                }
                plans_menu(ui, bar, ui.available_width() - right - 12.0, requests);
                // What follows ends at the right, and Tab reaches it after what stands before it.
                ui.spacing_mut().item_spacing.x = GAP;
                ui.add_space((end - right - ui.cursor().left()).max(0.0));
                saving(ui, bar, requests);
                ui.add_space(4.0);
                step(ui, Command::Undo, Icon::Undo, bar.undo.as_deref(), requests);
                step(ui, Command::Redo, Icon::Redo, bar.redo.as_deref(), requests);
                ui.add_space(4.0);
                file_menu(ui, bar, requests);
                view_menu(ui, bar.settings, requests);
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

/// How saving stands in words, and in what colour.
fn saving_words(bar: &TopBar<'_>, theme: &theme::Theme) -> (String, egui::Color32) {
    match bar.saving {
        Saving::Sample => (window::SAMPLE.to_owned(), theme.muted),
        Saving::Copy(why) => (window::copy(*why).to_owned(), theme.due),
        Saving::Saved(None) => (window::SAVED.to_owned(), theme.done),
        Saving::Saved(Some(when)) => (window::saved_at(*when), theme.done),
        Saving::UnderWay => (window::SAVING.to_owned(), theme.muted),
        Saving::ReadOnly => (window::READ_ONLY.to_owned(), theme.due),
        Saving::Failed(_) => (window::NOT_SAVED.to_owned(), theme.late),
    }
}

/// The buttons beside it where it failed.
const WAYS_OUT: [(&str, Command); 2] =
    [(window::SAVE_ELSEWHERE, Command::SaveCopy), (commands::RETRY_SAVE, Command::RetrySave)];

const LOW: Look<'static> = Look {
    kind: crate::ui::widgets::Kind::Secondary,
    shortcut: "",
    menu: false,
    selected: false,
    width: None,
    height: Some(32.0),
    icon: None,
    name: None,
};

/// The width of all that stands at the right end (logical pixels).
fn right_width(ui: &Ui, bar: &TopBar<'_>) -> f32 {
    let theme = theme::of(ui);
    let (words, ink) = saving_words(bar, &theme);
    let font = saving_font(bar);
    let words = ui.painter().layout_no_wrap(words, font, ink).size().x;
    let menu = Look { menu: true, ..LOW };
    let menus = [window::FILE, window::VIEW].map(|words| button_width(ui, words, &menu));
    let steps = 2.0 * button_width(ui, "", &LOW);
    let mut all = words + GAP + steps + 2.0 * GAP + menus.iter().sum::<f32>() + GAP + 2.0 * 4.0;
    if let Saving::Failed(why) = bar.saving {
        let reason = messages::store_reason(why).to_owned();
        let font = theme::regular(size::TABLE);
        all += ui.painter().layout_no_wrap(reason, font, theme.text).size().x + GAP;
        all += WAYS_OUT.iter().map(|(words, _)| button_width(ui, words, &LOW) + GAP).sum::<f32>();
    }
    all
}

fn saving_font(bar: &TopBar<'_>) -> egui::FontId {
    match bar.saving {
        Saving::Failed(_) => theme::bold(size::TABLE),
        _ => theme::regular(size::TABLE),
    }
}

fn saving(ui: &mut Ui, bar: &TopBar<'_>, requests: &mut Requests) {
    let theme = theme::of(ui);
    let (words, ink) = saving_words(bar, &theme);
    let words = RichText::new(words).font(saving_font(bar)).color(ink);
    let label = ui.add(egui::Label::new(words).wrap_mode(egui::TextWrapMode::Extend));
    mark(ui, Mark::Saved, label.rect);
    if let Saving::Failed(why) = bar.saving {
        let path = bar.file.as_ref().map_or(Path::new(""), |file| file.path);
        let whole = messages::store_error(why, path);
        label.on_hover_text(&whole);
        let reason = RichText::new(messages::store_reason(why)).font(theme::regular(size::TABLE));
        let reason = egui::Label::new(reason.color(theme.text));
        ui.add(reason.wrap_mode(egui::TextWrapMode::Extend)).on_hover_text(whole);
        for (words, command) in WAYS_OUT {
            if button_with(ui, words, &LOW).clicked() {
                requests.run(command);
            }
        }
    }
}

/// The button says the plan's name as far as there is room (logical pixels) for it.
fn plans_menu(ui: &mut Ui, bar: &TopBar<'_>, room: f32, requests: &mut Requests) {
    let title = window::plan_title(bar.plan);
    let look = Look { menu: true, height: Some(32.0), name: Some(&title), ..Look::default() };
    let (mut shown, mut letters) = (title.clone(), title.chars().count());
    while letters > LEAST && button_width(ui, &shown, &look) > room {
        letters -= 1;
        shown = title.chars().take(letters).chain(['…']).collect();
    }
    let response = ui
        .scope(|ui| {
            ui.set_max_width(SWITCHER);
            button_with(ui, &shown, &look)
        })
        .inner;
    egui::Popup::menu(&response).width(300.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut plans: Vec<_> = bar.dossier.plans.iter().collect();
        // A paper stands under the plan it is about.
        order::by_key(&mut plans, |plan| {
            let of = plan.about.or(plan.amends).filter(|_| plan.paper != Paper::Plan);
            let own = of.unwrap_or(plan.id);
            (std::cmp::Reverse((plan.school_year, own)), of.is_some(), plan.id)
        });
        for plan in plans {
            let shown = plan.id == bar.plan.id;
            let indent = if plan.paper == Paper::Plan { "" } else { "      " };
            let title = format!("{indent}{}", window::plan_title(plan));
            let row = list_row_with(ui, &title, "", shown);
            if row.clicked() {
                if !shown {
                    requests.push(Request::ShowPlan(plan.id));
                }
                ui.close();
            }
        }
        line(ui);
        for command in [Command::NextPlan, Command::AddPlan, Command::CopyPlan] {
            row(ui, command, !bar.reviewing, requests);
        }
        let others = bar.dossier.plans.len() > 1;
        row(ui, Command::DeletePlan, others && !bar.reviewing, requests);
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
        within_window(ui, |ui| {
            if let Some(file) = &bar.file {
                open_file(ui, file);
            }
            row(ui, Command::NewPlan, true, requests);
            row(ui, Command::Open, true, requests);
            row(ui, Command::ImportWord, true, requests);
            row(ui, Command::ImportExcel, true, requests);
            row(ui, Command::ShowStart, true, requests);
            line(ui);
            row(ui, Command::Save, true, requests);
            row(ui, Command::SaveCopy, true, requests);
            row(ui, Command::Backups, !bar.reviewing, requests);
            row(ui, Command::OpenFolder, *saving != Saving::Sample, requests);
            line(ui);
            ui.add_enabled_ui(!bar.reviewing, |ui| rarely(ui, requests));
        });
    });
}

/// What is asked for once a year, in a menu of its own: the menu of the file must fit the smallest
/// window.
fn rarely(ui: &mut Ui, requests: &mut Requests) {
    let opener = list_row_with(ui, window::FILE_RARELY, "›", false);
    egui::containers::menu::SubMenu::new().show(ui, &opener, |ui| {
        ui.set_width(280.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        for command in
            [Command::Terms, Command::ImportForm, Command::ImportCatalogue, Command::EditCatalogue]
        {
            row(ui, command, true, requests);
        }
    });
}

fn view_menu(ui: &mut Ui, settings: &Settings, requests: &mut Requests) {
    let look = Look { menu: true, height: Some(32.0), ..Look::default() };
    let response = button_with(ui, window::VIEW, &look);
    egui::Popup::menu(&response)
        .width(260.0)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            within_window(ui, |ui| {
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
                    let now = theme::of(ui).dark;
                    let row = list_row_with(ui, words, "", now == dark);
                    if row.clicked() && now != dark {
                        requests.run(Command::ToggleDark);
                    }
                }
                line(ui);
                row(ui, Command::Find, true, requests);
                row(ui, Command::Replace, true, requests);
                row(ui, Command::Palette, true, requests);
                line(ui);
                row(ui, Command::Settings, true, requests);
                row(ui, Command::Help, true, requests);
                row(ui, Command::About, true, requests);
            });
        });
}

/// The keys of a command in words; blank where it has none.
pub fn key(ui: &Ui, command: Command) -> String {
    let keys = command.shortcut().map(|keys| ui.format_shortcut(&keys)).unwrap_or_default();
    window::shortcut(&keys)
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
