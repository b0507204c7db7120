//! Lập kế hoạch năm sau: the work of this year's plan with what would become of its times, and
//! every year, number and name that would be written anew, each of which a person may leave out.

mod criteria;
mod items;
mod paint;
mod words;

use std::sync::Arc;

use egui::{Key, Rect, RichText, Ui, UiBuilder, Vec2, pos2};
use jiff::civil::Date;

use crate::library;
use crate::messages::{evaluation, info, next as said, window};
use crate::plan::{Catalogue, Dossier, Form, Id, Plan, PlanDate, SchoolYear, TermDates};
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Look, button_width, button_with};
use crate::ui::widgets::choice::list_row;
use crate::ui::widgets::{self, Card, Kind};
use crate::year::next::{NewForm, Offer, Recast, offer};

/// The width of what stands beside the work (logical pixels).
const SIDE: f32 = 320.0;
/// Between both.
const GAP: f32 = 12.0;
/// Height of the line at the foot.
const FOOT: f32 = 48.0;
/// In less room than this one of both is shown at a time.
const NARROW: f32 = 900.0;

/// What a person asked of the page in this frame.
pub enum Wanted {
    /// Back to where they were.
    Close,
    /// The new plan, of this.
    Make(Box<Offer>),
}

/// The page.
pub struct NextPage {
    /// What the offer is of.
    revision: u64,
    old: Arc<Plan>,
    offer: Offer,
    /// The terms of the new year.
    terms: TermDates,
    forms: Vec<Arc<Form>>,
    old_form: Option<Arc<Form>>,
    old_catalogue: Option<Arc<Catalogue>>,
    /// The date that is proposed, where a person leaves it out.
    date: PlanDate,
    /// There is a plan of that year.
    taken: bool,
    /// A person looked at the criteria.
    confirmed: bool,
    /// The criteria are shown beside the work.
    on_criteria: bool,
    /// What is written anew is shown in the place of the work, where there is no room beside it.
    aside: bool,
    items: items::Items,
    words: words::Words,
    criteria: criteria::Criteria,
    /// In the last frame a list was open, or a text was being typed.
    inside: bool,
    /// For so many frames the work is offered the focus: egui lets nobody have it in the frame
    /// after what lay over the page.
    fresh: u8,
}

impl NextPage {
    /// Of a plan; none where there is no year after its own.
    #[must_use]
    pub fn new(dossier: &Dossier, plan: &Arc<Plan>, revision: u64, today: Date) -> Option<Self> {
        let year = SchoolYear::starting(plan.school_year.second())?;
        let offer = offer(dossier, plan, year);
        let mut page = Self {
            revision,
            old: Arc::clone(plan),
            terms: dossier.terms(year),
            forms: library::forms(dossier),
            old_form: library::form_of(dossier, plan).cloned(),
            old_catalogue: dossier.catalogue_of(plan).cloned(),
            date: offer.date,
            taken: dossier
                .plans
                .iter()
                .any(|one| (one.paper, one.school_year) == (crate::plan::Paper::Plan, year)),
            confirmed: false,
            on_criteria: false,
            aside: false,
            items: items::Items::new(&offer),
            words: words::Words::default(),
            criteria: criteria::Criteria::default(),
            inside: false,
            fresh: 3,
            offer,
        };
        page.propose_basis(today);
        page.told();
        Some(page)
    }

    /// Where the catalogue of the old plan was replaced: the new one, and the form that goes with it.
    fn propose_basis(&mut self, today: Date) {
        let Some(old) = &self.old_catalogue else { return };
        let day = today.max(self.offer.year.date(9, 1));
        let form = library::propose_form(day);
        let kind = self.old.letterhead.kind;
        let Some(new) = library::propose_catalogue(kind, &form, day) else { return };
        if library::correspondence(&old.id, &new.id).is_none() {
            return;
        }
        self.set_catalogue(&Arc::clone(new));
        if self.old.form == library::TABLE_2018
            && let Some(form) = self.forms.iter().find(|one| one.id == form).cloned()
        {
            self.set_form(&form);
        }
    }

    fn set_form(&mut self, form: &Arc<Form>) {
        let old = self.old_form.as_ref().filter(|old| old.id != form.id);
        self.offer.form = old.map(|old| NewForm { to: Arc::clone(form), from: Arc::clone(old) });
    }

    fn set_catalogue(&mut self, to: &Arc<Catalogue>) {
        let from = self.old_catalogue.as_ref().filter(|from| from.id != to.id);
        self.offer.recast = from.map(|from| {
            let table = library::correspondence(&from.id, &to.id);
            Recast::new(&self.old, from, to, table)
        });
        self.confirmed = false;
        self.criteria = criteria::Criteria::of(self.offer.recast.as_ref());
        self.on_criteria &= self.offer.recast.is_some();
    }

    /// What is counted and listed, after a choice.
    fn told(&mut self) {
        self.items.lay_out(&self.offer);
        self.words.lay_out(&self.offer, &self.old, self.date);
    }

    /// The offer of the value as it is now, with what was chosen so far.
    fn renew(&mut self, dossier: &Dossier, revision: u64) -> bool {
        let Some(plan) = dossier.plan(self.old.id) else { return false };
        let anew = offer(dossier, plan, self.offer.year);
        let before = std::mem::replace(&mut self.offer, anew);
        self.offer.take_over(before);
        (self.old, self.revision) = (Arc::clone(plan), revision);
        self.words = words::Words::default();
        self.told();
        true
    }

    /// Whether all that has to be looked at was.
    fn ready(&self) -> bool {
        let Some(recast) = &self.offer.recast else { return true };
        let table = library::correspondence(&recast.from.id, &recast.to.id);
        let verified = table.is_some_and(|table| table.verified_against_official_text);
        verified || self.confirmed || recast.criteria.is_empty()
    }

    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, dossier: &Dossier, revision: u64) -> Option<Wanted> {
        if revision != self.revision && !self.renew(dossier, revision) {
            return Some(Wanted::Close);
        }
        self.title(ui);
        ui.add_space(4.0);
        let open =
            egui::Popup::is_any_open(ui.ctx()) || self.items.is_typing() || self.words.is_typing();
        let inside = std::mem::replace(&mut self.inside, open);
        let escape = ui.input(|input| input.key_pressed(Key::Escape));
        let mut wanted = (escape && !inside && !open).then_some(Wanted::Close);
        let room = ui.available_rect_before_wrap();
        let body = room.with_max_y(room.bottom() - FOOT);
        let (mut left, mut right) = (body, body);
        let narrow = body.width() < NARROW;
        if !narrow {
            left.max.x -= SIDE + GAP;
            right.min.x = right.max.x - SIDE;
        }
        let mut changed = false;
        if !narrow || !self.aside {
            ui.scope_builder(UiBuilder::new().id_salt("work").max_rect(left), |ui| {
                let fresh = self.fresh > 0;
                self.fresh = self.fresh.saturating_sub(1);
                changed |= self.items.show(ui, &mut self.offer, &self.terms, fresh);
            });
        }
        if !narrow || self.aside {
            ui.scope_builder(UiBuilder::new().id_salt("beside").max_rect(right), |ui| {
                changed |= self.beside(ui, right, dossier);
            });
        }
        if changed {
            self.told();
        }
        let foot = Rect::from_min_max(pos2(room.left(), body.bottom() + GAP), room.max);
        ui.scope_builder(UiBuilder::new().id_salt("foot").max_rect(foot), |ui| {
            if let Some(asked) = self.foot(ui) {
                wanted = Some(asked);
            }
        });
        wanted
    }

    fn title(&mut self, ui: &mut Ui) {
        let wide = ui.ctx().content_rect().width() >= size::WIDE;
        // Where there is no room for it the switcher over the page says it.
        let note = if wide { said::from(&window::plan_title(&self.old)) } else { String::new() };
        let narrow = ui.available_width() < NARROW;
        widgets::title_row(ui, &said::title(self.offer.year), &note, |ui| {
            if narrow {
                let height = Some(32.0);
                let look = Look { selected: self.aside, height, ..Look::default() };
                if button_with(ui, said::WORDS, &look).clicked() {
                    self.aside = !self.aside;
                }
            }
            widgets::at_right(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                self.form_menu(ui, narrow);
                self.catalogue_menu(ui);
            });
        });
    }

    fn form_menu(&mut self, ui: &mut Ui, narrow: bool) {
        let form = self.offer.form.as_ref().map(|form| &form.to).or(self.old_form.as_ref());
        let Some(form) = form.cloned() else { return };
        let names: Vec<String> =
            self.forms.iter().map(|form| form.short_name().to_owned()).collect();
        let chosen = self.forms.iter().position(|one| one.id == form.id);
        let shown = form.short_name();
        let shown = if narrow { &said::short_form(shown) } else { shown };
        if let Some(form) = menu(ui, (said::FORM, shown), &names, chosen)
            .and_then(|picked| self.forms.get(picked).cloned())
        {
            self.set_form(&form);
        }
    }

    fn catalogue_menu(&mut self, ui: &mut Ui) {
        let recast = self.offer.recast.as_ref().map(|recast| &recast.to);
        let Some(shown) = recast.or(self.old_catalogue.as_ref()).cloned() else { return };
        let old = self.old_catalogue.iter();
        let others = library::catalogues().iter();
        let others =
            others.filter(|one| self.old_catalogue.as_ref().is_none_or(|old| old.id != one.id));
        let all: Vec<&Arc<Catalogue>> = old.chain(others).collect();
        let names: Vec<String> = all.iter().map(|one| info::catalogue_name(one)).collect();
        let chosen = all.iter().position(|one| one.id == shown.id);
        let name = evaluation::short_catalogue(&shown);
        if let Some(picked) = menu(ui, (said::CATALOGUE, &name), &names, chosen)
            .and_then(|picked| all.get(picked).map(|one| Arc::clone(one)))
        {
            self.set_catalogue(&picked);
            self.on_criteria = self.offer.recast.is_some();
            self.aside = self.on_criteria;
        }
    }

    /// What is written anew, and the criteria where they are others.
    fn beside(&mut self, ui: &mut Ui, room: Rect, dossier: &Dossier) -> bool {
        Card::default().paint(ui, room);
        let head = room.with_max_y(room.top() + 64.0).shrink2(Vec2::new(12.0, 10.0));
        ui.scope_builder(UiBuilder::new().id_salt("head").max_rect(head), |ui| {
            ui.spacing_mut().item_spacing = Vec2::new(6.0, 2.0);
            let theme = theme::of(ui);
            let Some(recast) = &self.offer.recast else {
                let title = RichText::new(said::WORDS).font(theme::bold(size::CARD));
                ui.label(title.color(theme.text));
                widgets::small(ui, said::WORDS_HELP);
                return;
            };
            let criteria = said::criteria_tab(recast.criteria.len());
            ui.horizontal(|ui| {
                for (words, criteria) in [(said::WORDS, false), (criteria.as_str(), true)] {
                    let selected = self.on_criteria == criteria;
                    let look = Look { selected, ..Look::default() };
                    if button_with(ui, words, &look).clicked() {
                        self.on_criteria = criteria;
                    }
                }
            });
        });
        ui.painter().hline(room.x_range(), head.bottom() + 9.5, theme::of(ui).border());
        let foot = 58.0;
        let list = Rect::from_min_max(
            pos2(room.left() + 1.0, head.bottom() + 10.0),
            pos2(room.right() - 1.0, room.bottom() - foot),
        );
        let criteria = self.on_criteria && self.offer.recast.is_some();
        let mut changed = false;
        ui.scope_builder(UiBuilder::new().id_salt(criteria).max_rect(list), |ui| {
            ui.set_clip_rect(list.intersect(ui.clip_rect()));
            if let Some(recast) = self.offer.recast.as_mut().filter(|_| criteria) {
                self.criteria.show(ui, recast);
            } else {
                let of = words::Of { dossier, plan: &self.old, date: self.date };
                changed |= self.words.show(ui, &mut self.offer, &of);
            }
        });
        ui.painter().hline(room.x_range(), list.bottom() + 0.5, theme::of(ui).border());
        let foot = room.with_min_y(list.bottom() + 1.0).shrink2(Vec2::new(12.0, 8.0));
        ui.scope_builder(UiBuilder::new().id_salt("of list").max_rect(foot), |ui| {
            if criteria {
                widgets::checkbox(ui, &mut self.confirmed, said::CONFIRM);
            } else {
                widgets::checkbox(ui, &mut self.offer.parts, said::PARTS);
            }
        });
        changed
    }

    /// What comes of it in a line, and the ways on.
    fn foot(&mut self, ui: &mut Ui) -> Option<Wanted> {
        let theme = theme::of(ui);
        let ready = self.ready();
        let mut wanted = None;
        let make = said::make(self.offer.year);
        let look = Look::default();
        let buttons = button_width(ui, window::CANCEL, &look) + button_width(ui, &make, &look);
        let narrow = ui.available_width() < NARROW;
        let mut told = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let regular = || theme::regular(size::TABLE);
            let told = &self.items.told;
            let say = |ui: &mut Ui, words: &str, font, ink| {
                ui.label(RichText::new(words).font(font).color(ink));
            };
            say(ui, &said::taken(told.taken), theme::bold(size::TABLE), theme.text);
            say(ui, &said::times(told.moved, told.kept), regular(), theme.text);
            let mut warnings = Vec::new();
            if told.unclear > 0 {
                warnings.push(said::unclear(told.unclear));
            }
            if self.taken {
                warnings.push(said::year_taken(self.offer.year));
            }
            for words in &warnings {
                say(ui, "·", regular(), theme.muted);
                say(ui, words, theme::bold(size::TABLE), theme.due);
            }
            if !ready {
                say(ui, "·", regular(), theme.muted);
                if widgets::link(ui, said::CONFIRM_FIRST).clicked() {
                    (self.on_criteria, self.aside) = (true, true);
                }
            } else if warnings.is_empty() {
                if narrow {
                    ui.end_row();
                }
                say(ui, said::OLD_STAYS, theme::regular(size::SMALL), theme.muted);
            }
        };
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            if narrow {
                // On two lines beside the buttons.
                let room = ui.available_rect_before_wrap();
                let room = room.with_max_x(room.right() - buttons - 20.0);
                let layout = egui::Layout::top_down(egui::Align::Min);
                let place = UiBuilder::new().id_salt("told").max_rect(room).layout(layout);
                ui.scope_builder(place, |ui| {
                    ui.spacing_mut().interact_size.y = 18.0;
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.horizontal_wrapped(&mut told);
                });
            } else {
                told(ui);
            }
            widgets::at_right(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                if widgets::button(ui, Kind::Secondary, window::CANCEL).clicked() {
                    wanted = Some(Wanted::Close);
                }
                ui.add_enabled_ui(ready, |ui| {
                    if widgets::button(ui, Kind::Primary, &make).clicked() {
                        wanted = Some(Wanted::Make(Box::new(self.offer.clone())));
                    }
                });
            });
        });
        wanted
    }

    /// The plan it is of.
    #[must_use]
    pub fn plan(&self) -> Id {
        self.old.id
    }
}

/// A button with what is chosen, which opens the list of what can be; gives another choice.
fn menu(
    ui: &mut Ui,
    (label, shown): (&str, &str),
    choices: &[String],
    chosen: Option<usize>,
) -> Option<usize> {
    let name = format!("{label}: {shown}");
    let look = Look { menu: true, name: Some(&name), height: Some(32.0), ..Look::default() };
    let response = button_with(ui, shown, &look).on_hover_text(&name);
    let mut picked = None;
    egui::Popup::menu(&response).width(300.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, choice) in choices.iter().enumerate() {
            let selected = chosen == Some(index);
            if list_row(ui, choice, selected).clicked() {
                picked = (!selected).then_some(index);
                ui.close();
            }
        }
    });
    picked
}
