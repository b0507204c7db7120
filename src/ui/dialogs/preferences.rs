//! What a person can choose of the program: size, colours, keys, the school of new plans, where
//! backups are made, and the school's own words. Whatever is chosen holds at once.

use std::path::PathBuf;

use egui::{RichText, Ui, Vec2};

use crate::edit::Edit;
use crate::messages::{self, new_plan, settings as words, table, window};
use crate::plan::SchoolKind;
use crate::ui::request::{Request, Requests};
use crate::ui::settings::{DefaultSchool, SCALES, STEP, Settings};
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Look, button_with};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::{Field, Kind, body, button, checkbox, segmented, select, small};

use super::{Wish, short_path};

/// The width of the names of what is chosen (logical pixels).
const NAMES: f32 = 168.0;
/// Between what is chosen (logical pixels).
const GAP: f32 = 10.0;

/// What of it is in the open file.
pub struct Open {
    /// The school's own words.
    pub own_words: Vec<String>,
    /// The school of the plan shown.
    pub school: DefaultSchool,
}

/// What is chosen so far.
pub struct Preferences {
    /// What holds now.
    pub now: Settings,
    /// What held before all was as at first, while it can be had back.
    pub before: Option<Settings>,
    /// The open file, if one is.
    pub open: Option<Open>,
    /// The word that was taken out last, and where it stood.
    pub taken_out: Option<(usize, String)>,
    /// Nothing moves, whatever is chosen.
    pub kept_still: bool,
    /// The system tells whether it is dark.
    pub tells_theme: bool,
    /// The person's Documents.
    pub documents: PathBuf,
    /// Why the folder that was chosen last cannot be used.
    pub wrong: Option<String>,
}

impl Preferences {
    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::TITLE,
            width: 820.0,
            primary: "",
            ready: true,
            danger: false,
            cancel: window::CLOSE,
        };
        let before = self.now.clone();
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing = Vec2::new(GAP, GAP);
            small(ui, words::AT_ONCE);
            ui.add_space(2.0);
            section(ui, window::SCALE, |ui| self.scale(ui));
            section(ui, words::COLOURS, |ui| self.colours(ui));
            section(ui, words::MOTION, |ui| self.motion(ui));
            section(ui, words::ENTER, |ui| self.enter(ui));
            section(ui, words::SCHOOL, |ui| self.school(ui));
            section(ui, words::BACKUPS, |ui| self.backups(ui, requests));
            section(ui, words::WORDS, |ui| self.own_words(ui, requests));
            section(ui, "", |ui| self.reset(ui));
        });
        if self.now != before {
            requests.push(Request::Prefer(Box::new(self.now.clone())));
        }
        if closed == Closed::No { Wish::Stay } else { Wish::Close }
    }

    fn scale(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(4.0);
            for percent in SCALES.step_by(usize::from(STEP)) {
                let selected = percent == self.now.scale_percent;
                let look = Look { selected, ..Look::default() };
                if button_with(ui, &window::percent(percent), &look).clicked() {
                    self.now.scale_percent = percent;
                }
            }
        });
    }

    fn colours(&mut self, ui: &mut Ui) {
        let choices = [window::LIGHT, window::DARK, words::AS_SYSTEM];
        let chosen = match (self.now.as_system, self.now.dark) {
            (true, _) => 2,
            (false, dark) => usize::from(dark),
        };
        if let Some(picked) = segmented(ui, &choices, chosen) {
            self.now.as_system = picked == 2;
            if picked < 2 {
                self.now.dark = picked == 1;
            }
        }
        if self.now.as_system && !self.tells_theme {
            small(ui, words::SYSTEM_SILENT);
        }
    }

    fn motion(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 2.0;
        if self.kept_still {
            body(ui, words::KEPT_STILL);
            return;
        }
        checkbox(ui, &mut self.now.still, words::STILL);
        small(ui, words::STILL_HELP);
    }

    fn enter(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 4.0;
        let choices = [table::ENTER_BREAKS, table::ENTER_GOES];
        if let Some(picked) = segmented(ui, &choices, usize::from(self.now.enter_as_excel)) {
            self.now.enter_as_excel = picked == 1;
            self.now.enter_known = true;
        }
        small(ui, words::ENTER_HELP);
    }

    fn school(&mut self, ui: &mut Ui) {
        let school = &mut self.now.school;
        small(ui, words::SCHOOL_HELP);
        let half = (ui.available_width() - GAP) / 2.0;
        let field = |label, hint| Field { label, hint, width: Some(half), ..Field::default() };
        ui.horizontal_top(|ui| {
            let name = field(new_plan::SCHOOL, new_plan::SCHOOL_HINT);
            local_field(ui, "default school", &name, &mut school.name);
            let mut kinds = vec![words::KIND_OF_NAME.to_owned()];
            let names = SchoolKind::ALL.iter().map(|kind| messages::school_kind_name(*kind));
            kinds.extend(names.map(str::to_owned));
            let chosen = school.kind.map_or(Some(0), |kind| {
                SchoolKind::ALL.iter().position(|one| *one == kind).map(|at| at + 1)
            });
            let picked = select(ui, "default kind", new_plan::KIND, Some(half), &kinds, chosen);
            if let Some(picked) = picked {
                school.kind = picked.checked_sub(1).and_then(|at| SchoolKind::ALL.get(at)).copied();
            }
        });
        ui.horizontal_top(|ui| {
            let unit = field(new_plan::UNIT, new_plan::UNIT_HINT);
            local_field(ui, "default unit", &unit, &mut school.unit);
            let governing = field(new_plan::BODY, new_plan::BODY_HINT);
            local_field(ui, "default body", &governing, &mut school.governing_body);
        });
        if let Some(open) = &self.open {
            ui.add_enabled_ui(open.school != *school, |ui| {
                if button(ui, Kind::Secondary, words::TAKE_SCHOOL).clicked() {
                    *school = open.school.clone();
                }
            });
        }
    }

    fn backups(&mut self, ui: &mut Ui, requests: &mut Requests) {
        let chosen = self.now.backups.chosen.as_deref();
        let place = chosen.map_or_else(
            || words::OWN_FOLDER.to_owned(),
            |chosen| short_path(chosen, &self.documents),
        );
        body(ui, &place);
        if let Some(wrong) = &self.wrong {
            let theme = theme::of(ui);
            let wrong = RichText::new(wrong).font(theme::regular(size::SMALL)).color(theme.late);
            ui.add(egui::Label::new(wrong).wrap());
        }
        let is_chosen = chosen.is_some();
        ui.horizontal(|ui| {
            if button(ui, Kind::Secondary, words::CHANGE_FOLDER).clicked() {
                requests.push(Request::ChooseBackupFolder);
            }
            if is_chosen && button(ui, Kind::Secondary, words::OWN_AGAIN).clicked() {
                self.now.backups.choose(None);
                self.wrong = None;
            }
        });
        small(ui, words::BACKUPS_HELP);
    }

    /// Each word is a button that takes it out; the one that went last can be had back.
    fn own_words(&mut self, ui: &mut Ui, requests: &mut Requests) {
        let Some(open) = &mut self.open else {
            small(ui, words::NO_FILE);
            return;
        };
        let before = open.own_words.clone();
        if before.is_empty() && self.taken_out.is_none() {
            small(ui, words::NO_WORDS);
            return;
        }
        small(ui, words::WORDS_HELP);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(6.0);
            for (at, word) in before.iter().enumerate() {
                let name = words::take_out(word);
                let look = Look { name: Some(&name), height: Some(30.0), ..Look::default() };
                let clicked = button_with(ui, &format!("{word}  ×"), &look).clicked();
                if clicked && open.own_words.len() == before.len() {
                    self.taken_out = Some((at, open.own_words.remove(at)));
                }
            }
        });
        if let Some((at, word)) = self.taken_out.clone() {
            ui.horizontal(|ui| {
                body(ui, &words::taken_out(&word));
                if button(ui, Kind::Secondary, words::WORD_BACK).clicked() {
                    open.own_words.insert(at.min(open.own_words.len()), word);
                    self.taken_out = None;
                }
            });
        }
        if open.own_words != before {
            requests.push(Request::Edit(Edit::SetOwnWords(open.own_words.clone()), None));
        }
    }

    /// All as at first; what was chosen before can be had back while the page is open.
    fn reset(&mut self, ui: &mut Ui) {
        let mut usual = self.now.clone();
        usual.prefer(Settings::default());
        usual.backups = self.now.backups.clone();
        if usual.backups.chosen.is_some() {
            usual.backups.choose(None);
        }
        ui.horizontal(|ui| {
            if let Some(before) = self.before.take_if(|_| self.now == usual) {
                if button(ui, Kind::Secondary, words::RESET_BACK).clicked() {
                    self.now = before;
                } else {
                    self.before = Some(before);
                }
                small(ui, words::IS_RESET);
                return;
            }
            ui.add_enabled_ui(self.now != usual, |ui| {
                if button(ui, Kind::Secondary, words::RESET).clicked() {
                    self.before = Some(std::mem::replace(&mut self.now, usual));
                    self.wrong = None;
                }
            });
        });
    }
}

/// What is chosen, its name at the left.
fn section(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let theme = theme::of(ui);
    let line = Vec2::new(ui.available_width(), 1.0);
    let (rect, _) = ui.allocate_exact_size(line, egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, theme.border());
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(NAMES);
            ui.add_space(7.0);
            ui.label(RichText::new(name).font(theme::bold(size::BODY)).color(theme.text));
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            add(ui);
        });
    });
}
