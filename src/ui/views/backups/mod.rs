//! Các bản sao lưu: what was backed up of the open file on the left, and on the right what the
//! chosen one holds and how that differs from now, with ways to take a piece back or to make a
//! file of it.

mod changes;
mod list;
mod model;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Key, Rect, RichText, Ui, UiBuilder, Vec2};
use jiff::civil::{Date, DateTime};

use crate::edit::Difference;
use crate::messages::{self, backups as words};
use crate::plan::{Dossier, Id, Place};
use crate::session::{LookOrder, Looked, Ticket};
use crate::store::{Backup, BackupSet, StoreError};
use crate::ui::theme::{self, size};
use crate::ui::widgets::{self, Kind};

use model::Line;

/// The width of the list (logical pixels).
const LIST: f32 = 348.0;
/// Between the list and what stands beside it.
const GAP: f32 = 12.0;
/// Height of the line at the foot.
const FOOT: f32 = 48.0;
/// Height of what is told of the chosen backup.
const ABOUT: f32 = 122.0;

/// What a person asked of the page in this frame.
pub enum Wanted {
    /// Back to where they were.
    Close,
    /// To have the file without what was deleted, and without so many backups.
    Clean(usize),
    /// The folder of the chosen one.
    Folder(PathBuf),
    /// A piece of an older value, which is taken back.
    Take(Arc<Dossier>, Difference),
    /// To where something is.
    Go(Place),
    /// A new file of what the backup holds, under this name without its ending.
    Restore(Arc<Dossier>, String),
}

/// What the page reads.
pub struct BackupsCx<'a> {
    /// The newest value of the open file.
    pub dossier: &'a Arc<Dossier>,
    /// Its revision.
    pub revision: u64,
    /// The plan shown.
    pub plan: Id,
    /// Today.
    pub today: Date,
    /// Why the last backup could not be made.
    pub failed: Option<&'a StoreError>,
}

/// The page.
pub struct BackupsPage {
    /// The open file.
    file: PathBuf,
    /// None until they were looked for.
    sets: Option<Vec<BackupSet>>,
    lines: Vec<Line>,
    /// The chosen one among the backups, in the order of the list.
    at: usize,
    looked: Option<Looked>,
    /// What is being looked into, so that nothing is asked for twice.
    asked: Option<Ticket>,
    only_gone: bool,
    /// The chosen one among the differences.
    difference: usize,
    /// In the last frame a list was open.
    inside: bool,
}

impl BackupsPage {
    /// Of a file, whose backups are being looked for. The sample has none.
    #[must_use]
    pub fn new(file: Option<&Path>) -> Self {
        Self {
            file: file.map(Path::to_owned).unwrap_or_default(),
            sets: file.is_none().then(Vec::new),
            lines: Vec::new(),
            at: 0,
            looked: None,
            asked: None,
            only_gone: false,
            difference: 0,
            inside: false,
        }
    }

    /// These are there. The chosen one stays chosen.
    pub fn listed(&mut self, sets: Vec<BackupSet>, today: Date) {
        let chosen = self.chosen().map(|backup| backup.path.clone());
        self.lines = model::lines(&sets, today);
        self.sets = Some(sets);
        let mut backups = model::backups(self.sets.as_deref().unwrap_or_default(), &self.lines);
        let same = backups.position(|backup| Some(&backup.path) == chosen.as_ref());
        drop(backups);
        self.at = same.unwrap_or(0);
    }

    /// One is being looked into.
    pub fn asked(&mut self, ticket: Ticket) {
        self.asked = Some(ticket);
    }

    /// One was looked into.
    pub fn looked(&mut self, ticket: Ticket, looked: Looked) {
        if self.asked.take_if(|asked| *asked == ticket).is_some() {
            self.looked = Some(looked);
        }
    }

    /// The looking stopped where it should not have; gives whether it was this page's.
    pub fn stopped(&mut self, ticket: Ticket) -> bool {
        let ours = self.asked.take_if(|asked| *asked == ticket).is_some();
        if let Some(path) = self.chosen().map(|backup| backup.path.clone()).filter(|_| ours) {
            let found = Err(StoreError::Stopped);
            self.looked = Some(Looked { path, revision: u64::MAX, found });
        }
        ours
    }

    /// The looking that is wanted now.
    #[must_use]
    pub fn look(&self, cx: &BackupsCx<'_>) -> Option<LookOrder> {
        let path = self.chosen()?.path.clone();
        let known = self.looked.as_ref().filter(|looked| looked.path == path);
        let is_known = |looked: &Looked| looked.revision == cx.revision || looked.found.is_err();
        if self.asked.is_some() || known.is_some_and(is_known) {
            return None;
        }
        let then = known.and_then(|looked| looked.found.as_ref().ok()).map(|(then, _)| then);
        let then = then.map(Arc::clone);
        Some(LookOrder { path, then, now: Arc::clone(cx.dossier), revision: cx.revision })
    }

    /// The chosen backup.
    fn chosen(&self) -> Option<&Backup> {
        model::backups(self.sets.as_deref()?, &self.lines).nth(self.at)
    }

    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, cx: &BackupsCx<'_>) -> Option<Wanted> {
        let mut wanted = self.title(ui, cx);
        ui.add_space(4.0);
        let inside = std::mem::replace(&mut self.inside, egui::Popup::is_any_open(ui.ctx()));
        if ui.input(|input| input.key_pressed(Key::Escape)) && !inside && !self.inside {
            wanted = Some(Wanted::Close);
        }
        match &self.sets {
            None => {
                widgets::small(ui, words::LOOKING);
                return wanted;
            }
            Some(sets) if sets.is_empty() => {
                widgets::empty(ui, words::NONE, words::NONE_YET);
                return wanted;
            }
            Some(_) => {}
        }
        let room = ui.available_rect_before_wrap();
        let left = room.with_max_x(room.left() + LIST);
        let right = room.with_min_x(room.left() + LIST + GAP);
        ui.scope_builder(UiBuilder::new().id_salt("backups").max_rect(left), |ui| {
            self.list(ui, cx);
        });
        ui.scope_builder(UiBuilder::new().id_salt("backup").max_rect(right), |ui| {
            self.right(ui, cx, right).or(wanted)
        })
        .inner
    }

    fn title(&self, ui: &mut Ui, cx: &BackupsCx<'_>) -> Option<Wanted> {
        let mut wanted = None;
        let count = self.sets.iter().flatten().map(|set| set.backups.len()).sum::<usize>();
        let theme = theme::of(ui);
        let name = model::name_of(&self.file);
        widgets::title_row(ui, words::TITLE, &name, |ui| {
            widgets::show::at_right(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                let (said, ink) = match cx.failed {
                    Some(why) => (words::failed(why), theme.late),
                    None if count == 0 => (String::new(), theme.muted),
                    None => (words::count(count), theme.done),
                };
                if !said.is_empty() {
                    ui.label(RichText::new(said).font(theme::regular(size::TABLE)).color(ink));
                }
                if self.sets.is_some()
                    && !self.file.as_os_str().is_empty()
                    && widgets::button(ui, Kind::Secondary, words::CLEAN).clicked()
                {
                    wanted = Some(Wanted::Clean(count));
                }
                if count > 0 && widgets::button(ui, Kind::Secondary, words::OPEN_FOLDER).clicked() {
                    let chosen = self.chosen().and_then(|backup| backup.path.parent());
                    wanted = chosen.map(|folder| Wanted::Folder(folder.to_owned()));
                }
                if widgets::button(ui, Kind::Secondary, words::CLOSE).clicked() {
                    wanted = Some(Wanted::Close);
                }
            });
        });
        wanted
    }

    fn list(&mut self, ui: &mut Ui, cx: &BackupsCx<'_>) {
        let Some(sets) = &self.sets else { return };
        let looked = self.looked.as_ref().and_then(|looked| {
            let (_, differences) = looked.found.as_ref().ok()?;
            Some((looked.path.as_path(), differences.len()))
        });
        let before = self.at;
        list::show(
            ui,
            &list::Show { sets, lines: &self.lines, looked, today: cx.today },
            &mut self.at,
        );
        if self.at != before {
            self.difference = 0;
        }
    }

    fn right(&mut self, ui: &mut Ui, cx: &BackupsCx<'_>, room: Rect) -> Option<Wanted> {
        let backup = self.chosen()?.clone();
        let looked = self.looked.as_ref().filter(|looked| looked.path == backup.path).cloned();
        let about = room.with_max_y(room.top() + ABOUT);
        ui.scope_builder(UiBuilder::new().id_salt("about").max_rect(about), |ui| {
            about_backup(ui, cx, &backup, looked.as_ref());
        });
        let body = Rect::from_min_max(
            about.left_bottom() + Vec2::new(0.0, GAP),
            room.right_bottom() - Vec2::new(0.0, FOOT),
        );
        let foot = room.with_min_y(room.bottom() - FOOT + GAP);
        let mut wanted = None;
        match looked.map(|looked| looked.found) {
            None => {
                ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
                    widgets::small(ui, words::READING);
                });
            }
            Some(Err(why)) => {
                ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
                    widgets::show::body(ui, &messages::store_error(&why, &backup.path));
                });
            }
            Some(Ok((then, differences))) => {
                let show = changes::Show {
                    then: &then,
                    now: cx.dossier,
                    plan: cx.plan,
                    differences: &differences,
                };
                let asked = ui
                    .scope_builder(UiBuilder::new().id_salt("changes").max_rect(body), |ui| {
                        changes::show(ui, &show, &mut self.only_gone, &mut self.difference)
                    })
                    .inner;
                wanted = asked.map(|asked| match asked {
                    changes::Asked::Take(difference) => Wanted::Take(Arc::clone(&then), difference),
                    changes::Asked::Go(place) => Wanted::Go(place),
                });
                ui.scope_builder(UiBuilder::new().id_salt("foot").max_rect(foot), |ui| {
                    if restore(ui) {
                        let name = words::restored_file(&self.file, backup.when);
                        wanted = Some(Wanted::Restore(Arc::clone(&then), name));
                    }
                });
            }
        }
        wanted
    }
}

/// The way to a new file; gives whether it was taken.
fn restore(ui: &mut Ui) -> bool {
    let mut clicked = false;
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
        let (font, muted) = (theme::regular(size::SMALL), theme::of(ui).muted);
        ui.label(RichText::new(words::RESTORE_HELP).font(font).color(muted));
        widgets::show::at_right(ui, |ui| {
            clicked = widgets::button(ui, Kind::Primary, words::RESTORE).clicked();
        });
    });
    clicked
}

/// When it was made and why, how large it is, and how much it holds beside how much there is now.
fn about_backup(ui: &mut Ui, cx: &BackupsCx<'_>, backup: &Backup, looked: Option<&Looked>) {
    let theme = theme::of(ui);
    widgets::card::card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(ABOUT - 22.0);
        ui.spacing_mut().item_spacing = Vec2::new(12.0, 2.0);
        let when: DateTime = backup.when;
        ui.horizontal(|ui| {
            let title = words::when_title(when, cx.today);
            ui.label(RichText::new(title).font(theme::bold(size::CARD)).color(theme.text));
            let size = words::day_and_size(backup);
            ui.label(RichText::new(size).font(theme::regular(size::TABLE)).color(theme.muted));
            let read = looked.map(|looked| looked.found.is_ok());
            let (said, ink) = match read {
                None => return,
                Some(true) => (words::READABLE, theme.done),
                Some(false) => (words::UNREADABLE, theme.late),
            };
            widgets::show::at_right(ui, |ui| {
                ui.label(RichText::new(said).font(theme::regular(size::TABLE)).color(ink));
            });
        });
        ui.add_space(4.0);
        let now = cx.dossier;
        let items: usize = now.plans.iter().map(|plan| plan.items().count()).sum();
        let beside = |then: usize, now: usize| {
            if then == now { words::AS_NOW.to_owned() } else { words::now(now) }
        };
        let facts = [
            (words::PLANS, backup.plans.to_string(), beside(backup.plans, now.plans.len())),
            (words::ITEMS, backup.items.to_string(), beside(backup.items, items)),
            (
                words::MADE,
                words::why(backup.why).to_owned(),
                words::how_often(backup.why).to_owned(),
            ),
        ];
        let differ = [backup.plans != now.plans.len(), backup.items != items, false];
        ui.columns(3, |columns| {
            for ((ui, (label, value, note)), differs) in columns.iter_mut().zip(facts).zip(differ) {
                ui.spacing_mut().item_spacing.y = 1.0;
                let line = |ui: &mut Ui, words: String, font, ink| {
                    ui.add(egui::Label::new(RichText::new(words).font(font).color(ink)).truncate());
                };
                line(ui, label.to_owned(), theme::regular(size::SMALL), theme.muted);
                line(ui, value, theme::bold(size::BODY), theme.text);
                let ink = if differs { theme.due } else { theme.muted };
                line(ui, note, theme::regular(size::SMALL), ink);
            }
        });
    });
}
