//! The page for a new plan: five questions, the rest proposed, and where the file will be.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{RichText, ScrollArea, Ui};
use jiff::civil::Date;

use crate::edit::make;
use crate::library;
use crate::messages::{self, new_plan as words};
use crate::plan::{
    Catalogue, Dossier, FormId, Id, Letterhead, Ownership, Plan, SchoolKind, SchoolYear,
};
use crate::platform::PlaceKind;
use crate::ui::request::{Request, Requests};
use crate::ui::settings::DefaultSchool;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Kind, Look, button, button_width, button_with, link};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::{Field, select, small};
use crate::understand::school_kind;

/// What was typed and chosen so far.
pub struct NewPlan {
    school: String,
    kind: SchoolKind,
    /// Whether the kind was chosen, and is no longer guessed from the name.
    kind_chosen: bool,
    unit: String,
    governing_body: String,
    /// Whether the governing body was typed, and is no longer proposed.
    body_typed: bool,
    year: SchoolYear,
    form: Option<FormId>,
    /// The id of the catalogue chosen, empty for none at all; `None`: as proposed.
    catalogue: Option<String>,
    today: Date,
    documents: PathBuf,
    /// The place chosen for the file; none: as proposed.
    pub path: Option<PathBuf>,
    /// Where there is room for the file of a school, by the school's file name.
    pub proposed: Option<(String, PathBuf)>,
    /// For which school it was looked last.
    looked_for: Option<String>,
    /// The first field takes the focus once.
    fresh: bool,
    /// In the last frame a list was open, or something had the focus.
    inside: bool,
}

/// What a person asked of the page in this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    Nothing,
    /// Back to where they were.
    Cancel,
    /// Another place for the file: this is the one proposed.
    Elsewhere(PathBuf),
}

impl NewPlan {
    /// A page that proposes this school.
    #[must_use]
    pub fn new(today: Date, documents: PathBuf, school: &DefaultSchool) -> Self {
        let guessed = school_kind(&school.name).unwrap_or_default();
        Self {
            school: school.name.clone(),
            kind: school.kind.unwrap_or(guessed),
            kind_chosen: school.kind.is_some(),
            unit: school.unit.clone(),
            governing_body: school.governing_body.clone(),
            body_typed: !school.governing_body.trim().is_empty(),
            year: SchoolYear::of(today),
            form: None,
            catalogue: None,
            today,
            documents,
            path: None,
            proposed: None,
            looked_for: None,
            fresh: true,
            inside: false,
        }
    }

    /// The school as it was written here, as a later page may begin with it.
    #[must_use]
    pub fn school(&self) -> DefaultSchool {
        let body = self.governing_body.trim();
        DefaultSchool {
            name: self.school.trim().to_owned(),
            kind: Some(self.kind),
            unit: self.unit.trim().to_owned(),
            // What is proposed is proposed again.
            governing_body: if self.body_typed { body.to_owned() } else { String::new() },
        }
    }

    /// Draws it.
    ///
    /// `kind` is that of the place where the file will be.
    pub fn show(&mut self, ui: &mut Ui, kind: PlaceKind, requests: &mut Requests) -> Asked {
        let mut asked = Asked::Nothing;
        let width = (ui.available_width() - 80.0).min(780.0);
        let side = (ui.available_width() - width) / 2.0;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing = egui::vec2(14.0, 14.0);
                    ui.add_space(12.0);
                    let theme = theme::of(ui);
                    let title = RichText::new(words::TITLE).font(theme::bold(size::TITLE_WIDE));
                    ui.label(title.color(theme.text));
                    let enter = self.questions(ui, width);
                    asked = self.foot(ui, kind, requests);
                    if enter && !self.school.trim().is_empty() {
                        requests.extend(self.request(self.place()));
                    }
                    ui.add_space(16.0);
                });
            });
        });
        // Esc leaves the innermost thing only: a list that is open, a field, then the page.
        let inside = std::mem::replace(
            &mut self.inside,
            egui::Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.focused().is_some()),
        );
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) && !inside {
            asked = Asked::Cancel;
        }
        asked
    }

    /// Gives whether Enter was pressed in a field.
    fn questions(&mut self, ui: &mut Ui, width: f32) -> bool {
        let half = (width - 14.0) / 2.0;
        let school = Field {
            label: words::SCHOOL,
            hint: words::SCHOOL_HINT,
            take_focus: std::mem::take(&mut self.fresh),
            ..Field::default()
        };
        let typed = local_field(ui, "school", &school, &mut self.school);
        if typed.changed() && !self.kind_chosen {
            self.kind = school_kind(&self.school).unwrap_or(self.kind);
        }
        let mut done = typed.lost_focus();
        ui.horizontal_top(|ui| {
            let kinds: Vec<String> = SchoolKind::ALL
                .iter()
                .map(|kind| messages::school_kind_name(*kind).to_owned())
                .collect();
            let chosen = SchoolKind::ALL.iter().position(|kind| *kind == self.kind);
            if let Some(picked) = select(ui, "kind", words::KIND, Some(half), &kinds, chosen) {
                self.kind = SchoolKind::ALL[picked];
                self.kind_chosen = true;
            }
            let unit = Field {
                label: words::UNIT,
                hint: words::UNIT_HINT,
                width: Some(half),
                ..Field::default()
            };
            done |= local_field(ui, "unit", &unit, &mut self.unit).lost_focus();
        });
        if !self.body_typed {
            // "UBND xã" alone would print as if it were a name.
            let known = self.kind.has_upper_secondary() || !self.unit.trim().is_empty();
            self.governing_body = if known {
                make::propose_governing_body(self.kind, Ownership::Public, &self.unit)
            } else {
                String::new()
            };
        }
        let body = Field {
            label: words::BODY,
            hint: words::BODY_HINT,
            help: words::BODY_HELP,
            ..Field::default()
        };
        let typed = local_field(ui, "body", &body, &mut self.governing_body);
        self.body_typed |= typed.changed();
        done |= typed.lost_focus();
        self.basis(ui, width);
        done && ui.input(|input| input.key_pressed(egui::Key::Enter))
    }

    fn basis(&mut self, ui: &mut Ui, width: f32) {
        let year_width = 150.0;
        let rest = (width - year_width - 28.0) / 2.0;
        ui.horizontal_top(|ui| {
            let years = super::school_years(SchoolYear::of(self.today));
            let names: Vec<String> = years.iter().map(ToString::to_string).collect();
            let chosen = years.iter().position(|year| *year == self.year);
            let label = words::YEAR;
            if let Some(picked) = select(ui, "year", label, Some(year_width), &names, chosen) {
                self.year = years[picked];
            }
            let forms = super::form_names(library::embedded_forms());
            let form = self.form();
            let chosen = library::embedded_forms().iter().position(|of| of.id == form);
            if let Some(picked) = select(ui, "form", words::FORM, Some(rest), &forms, chosen) {
                self.form = Some(library::embedded_forms()[picked].id.clone());
            }
            ui.vertical(|ui| {
                ui.set_width(rest);
                let mut names = vec![messages::info::NO_CATALOGUE.to_owned()];
                let catalogues = library::catalogues();
                names.extend(catalogues.iter().map(|of| messages::info::catalogue_name(of)));
                let catalogue = self.catalogue();
                let chosen = catalogue.as_ref().map_or(Some(0), |chosen| {
                    let position = catalogues.iter().position(|of| of.id == chosen.id);
                    position.map(|index| index + 1)
                });
                let label = words::CATALOGUE;
                let picked = select(ui, "catalogue", label, Some(rest), &names, chosen);
                if let Some(picked) = picked {
                    let of = picked.checked_sub(1).and_then(|at| catalogues.get(at));
                    self.catalogue = Some(of.map(|of| of.id.clone()).unwrap_or_default());
                }
                if catalogue.is_some_and(|of| !of.verified_against_official_text) {
                    small(ui, words::NOT_VERIFIED);
                }
            });
        });
    }

    fn foot(&mut self, ui: &mut Ui, kind: PlaceKind, requests: &mut Requests) -> Asked {
        let mut asked = Asked::Nothing;
        let path = self.place();
        let ready = !self.school.trim().is_empty();
        ui.add_space(2.0);
        let primary = Look { kind: Kind::Primary, ..Look::default() };
        let cancel = messages::window::CANCEL;
        let buttons = button_width(ui, cancel, &Look::default())
            + button_width(ui, words::BEGIN, &primary)
            + ui.spacing().item_spacing.x;
        ui.horizontal(|ui| {
            let right = ui.max_rect().right();
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let theme = theme::of(ui);
                let text = words::file_will_be(&short_path(&path, &self.documents));
                let text = RichText::new(text).font(theme::regular(size::TABLE)).color(theme.muted);
                let room = (ui.available_width() - buttons - 94.0).max(60.0);
                ui.scope(|ui| {
                    ui.set_max_width(room);
                    ui.add(egui::Label::new(text).truncate());
                });
                if link(ui, words::ELSEWHERE).clicked() {
                    asked = Asked::Elsewhere(path.clone());
                }
            });
            // The buttons end at the right, and come after what is read before them.
            let gap = right - buttons - ui.cursor().left();
            ui.add_space(gap.max(0.0));
            if button(ui, Kind::Secondary, cancel).clicked() {
                asked = Asked::Cancel;
            }
            ui.add_enabled_ui(ready, |ui| {
                if button_with(ui, words::BEGIN, &primary).clicked() {
                    requests.extend(self.request(path.clone()));
                }
            });
        });
        if let Some(advice) = messages::place_kind::advice(kind) {
            // Close to the line it speaks of.
            ui.add_space(-8.0);
            small(ui, &advice);
        }
        asked
    }

    fn form(&self) -> FormId {
        self.form.clone().unwrap_or_else(|| library::propose_form(self.day()))
    }

    /// The day the plan is likely made on: today, or the beginning of a year gone by.
    fn day(&self) -> Date {
        if self.year.plan_end() < self.today { self.year.date(9, 1) } else { self.today }
    }

    fn catalogue(&self) -> Option<&'static Arc<Catalogue>> {
        match &self.catalogue {
            Some(chosen) => library::catalogue(chosen),
            None => library::propose_catalogue(self.kind, &self.form(), self.day()),
        }
    }

    /// Where the file will be.
    #[must_use]
    pub fn place(&self) -> PathBuf {
        if let Some(path) = &self.path {
            return path.clone();
        }
        let name = words::file_stem(&self.school);
        match &self.proposed {
            Some((school, path)) if *school == name => path.clone(),
            _ => self.documents.join(format!("{name}.caitien")),
        }
    }

    /// The file name of the school, where a free place for it was not looked for yet.
    pub fn place_to_look_for(&mut self) -> Option<String> {
        let name = words::file_stem(&self.school);
        let known = self.looked_for.replace(name.clone()).is_some_and(|known| known == name);
        (self.path.is_none() && !known).then_some(name)
    }

    fn request(&self, path: PathBuf) -> Option<Request> {
        let school = self.school.trim().to_owned();
        let letterhead = Letterhead {
            governing_body: self.governing_body.trim().to_owned(),
            code: make::propose_code(&school),
            school,
            kind: self.kind,
            ownership: if self.body_typed && self.governing_body.trim().is_empty() {
                Ownership::Private
            } else {
                Ownership::Public
            },
            place: make::propose_place(&self.unit),
            ..Letterhead::default()
        };
        let catalogue = self.catalogue().cloned();
        let form = self.form();
        let form = library::embedded_forms().iter().find(|of| of.id == form)?;
        let day = self.day();
        let plan = make::new_plan(&letterhead, self.year, form, catalogue.as_deref(), day, Id(1));
        Some(Request::MakeFile { path, plan: Box::new(plan), catalogue })
    }
}

/// A dossier with this one plan; the next number is after all of the plan's.
#[must_use]
pub fn dossier_of(plan: Plan, catalogue: Option<Arc<Catalogue>>) -> Dossier {
    let last = plan.ids().max().unwrap_or_default();
    Dossier {
        next_id: last.next(),
        school: plan.letterhead.clone(),
        catalogues: catalogue.into_iter().collect(),
        plans: vec![Arc::new(plan)],
        ..Dossier::default()
    }
}

/// A path as a person knows it: "Tài liệu › Truong THCS Mau.caitien".
pub fn short_path(path: &Path, documents: &Path) -> String {
    match path.strip_prefix(documents) {
        Ok(rest) => {
            let mut words = words::DOCUMENTS.to_owned();
            for piece in rest {
                words.push_str(" › ");
                words.push_str(&piece.to_string_lossy());
            }
            words
        }
        Err(_) => path.display().to_string(),
    }
}
