//! Thêm tiêu chí: several at once from the plan's catalogue, or a row without one.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Context, Event, EventFilter, Id, Modifiers, RichText, Ui};

use crate::edit::{Act, Edit, Elements, Insertion, PlanEdit, rows_for_criteria, standard_title};
use crate::messages::table as words;
use crate::plan::{Band, Catalogue, Group, GroupNumber, Item, Row};
use crate::ui::grid::Key;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::dialog::{self, Closed, Dialog, dialog};
use crate::ui::widgets::{checkbox, field, link, small};
use crate::words::contains_folded;

/// What was ticked and looked for so far.
#[derive(Default)]
pub struct AddCriteria {
    search: String,
    ticked: BTreeSet<String>,
    shown_before: bool,
    /// What was added already while criteria stay ticked.
    said: &'static str,
    /// The field of what is looked for, and the boxes under it with their criteria, as they
    /// were drawn last.
    field: Option<Id>,
    boxes: Vec<(Id, String)>,
}

/// How the dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Nothing was added.
    Cancelled,
    /// Rows were asked for; those that shall be chosen, one after the other in the table.
    Added(Vec<Key>),
}

impl AddCriteria {
    /// Draws it; `after` is the place of the row under which a row without criterion comes.
    pub fn show(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        after: usize,
        requests: &mut Requests,
    ) -> Option<Ended> {
        self.keys(ui.ctx());
        let primary = words::add_rows(self.ticked.len());
        let what = Dialog {
            title: words::ADD_TITLE,
            width: 680.0,
            primary: &primary,
            ready: !self.ticked.is_empty(),
            danger: false,
            cancel: words::CANCEL,
        };
        let mut extra = None;
        let closed = dialog(ui.ctx(), &what, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let search = field::Field {
                label: words::SEARCH,
                hint: words::SEARCH_HINT,
                hide_label: true,
                take_focus: !self.shown_before,
                ..field::Field::default()
            };
            self.field = Some(field::local_field(ui, "search", &search, &mut self.search).id);
            self.shown_before = true;
            self.boxes.clear();
            let rest = if theme::is_flat(ui) { 126.0 } else { 156.0 };
            let room = (dialog::height(ui) - rest).max(96.0);
            egui::ScrollArea::vertical().max_height(room).auto_shrink([false, false]).show(
                ui,
                |ui| {
                    if let Some(catalogue) = cx.catalogue {
                        self.list(ui, cx, catalogue);
                    } else {
                        ui.add_space(8.0);
                        small(ui, words::NO_CATALOGUE);
                    }
                },
            );
            ui.separator();
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                small(ui, words::ALSO);
                if link(ui, words::ADD_FREE).clicked() {
                    extra = Some(Extra::Item);
                }
                if link(ui, words::ADD_GROUP).clicked() {
                    extra = Some(Extra::Group);
                }
                if link(ui, words::ADD_BAND).clicked() {
                    extra = Some(Extra::Band);
                }
            });
            small(ui, &words::ticked(self.ticked.len(), self.said));
        });
        if let Some(extra) = extra {
            let line = extra.insert(cx, after, requests);
            if self.ticked.is_empty() {
                return Some(Ended::Added(vec![line]));
            }
            // What is ticked stays ticked: the dialog waits for it.
            self.said = extra.done();
            return None;
        }
        match closed {
            Closed::No => None,
            Closed::Cancelled => Some(Ended::Cancelled),
            Closed::Done => Some(Ended::Added(self.insert(cx, requests))),
        }
    }

    /// Down and Up go from box to box, Down from the search to the first; Space ticks the box
    /// to which they came, also where all of it comes in one frame.
    fn keys(&mut self, ctx: &Context) {
        let Some(focused) = ctx.memory(egui::Memory::focused) else { return };
        let before = self.boxes.iter().position(|(id, _)| *id == focused);
        let Some(last) = self.boxes.len().checked_sub(1) else { return };
        if before.is_none() && self.field != Some(focused) {
            return;
        }
        // None: in the field.
        let mut at = before;
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let key = match event {
                    Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } => *key,
                    Event::Text(text) => return at.is_none() || text != " ",
                    _ => return true,
                };
                match (key, at) {
                    (egui::Key::ArrowDown, _) => at = Some(at.map_or(0, |at| last.min(at + 1))),
                    (egui::Key::ArrowUp, Some(now)) => at = now.checked_sub(1),
                    (egui::Key::Space, Some(now)) => toggle(&mut self.ticked, &self.boxes[now].1),
                    _ => return true,
                }
                false
            });
        });
        if at != before
            && let Some(id) = at.map_or(self.field, |at| Some(self.boxes[at].0))
        {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn list(&mut self, ui: &mut Ui, cx: &ViewCx<'_>, catalogue: &Catalogue) {
        let used: BTreeSet<&str> =
            cx.plan.items().flat_map(|item| &item.criteria).map(String::as_str).collect();
        let wanted = self.search.trim().to_owned();
        let fits = |code: &str, name: &str| {
            wanted.is_empty() || code.starts_with(&wanted) || contains_folded(name, &wanted)
        };
        let mut any = false;
        if !catalogue.verified_against_official_text {
            small(ui, words::NOT_VERIFIED);
        }
        for standard in &catalogue.standards {
            let title = standard_title(standard);
            let all = !wanted.is_empty() && contains_folded(&title, &wanted);
            let some: Vec<_> = standard
                .criteria
                .iter()
                .filter(|criterion| all || fits(&criterion.code, &criterion.name))
                .collect();
            if some.is_empty() {
                continue;
            }
            any = true;
            heading(ui, &title);
            for criterion in some {
                let mark = if criterion.mandatory { words::MANDATORY } else { "" };
                let label = format!("{} {}", criterion.code, criterion.name);
                self.tick(ui, &criterion.code, &label, mark, &used);
            }
        }
        let four: Vec<_> =
            catalogue.level_4.iter().filter(|four| fits("M4", &four.short_name)).collect();
        if !four.is_empty() {
            any = true;
            heading(ui, words::LEVEL_FOUR);
            for criterion in four {
                let label = format!("{}. {}", criterion.number, criterion.short_name);
                self.tick(ui, &format!("M4.{}", criterion.number), &label, "", &used);
            }
        }
        if !any {
            ui.add_space(8.0);
            small(ui, words::NOTHING_FOUND);
        }
    }

    fn tick(&mut self, ui: &mut Ui, code: &str, label: &str, mark: &str, used: &BTreeSet<&str>) {
        let taken = used.contains(code);
        let mark = match (taken, mark.is_empty()) {
            (true, true) => words::TAKEN.to_owned(),
            (true, false) => format!("{mark}, {}", words::TAKEN),
            (false, _) => mark.to_owned(),
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let beside = if mark.is_empty() { 0.0 } else { 200.0 };
            let room = ui.available_width() - beside;
            ui.scope(|ui| {
                ui.set_max_width(room);
                let mut on = self.ticked.contains(code);
                let response = checkbox(ui, &mut on, label);
                if response.changed() {
                    toggle(&mut self.ticked, code);
                }
                if response.has_focus() {
                    // They are the list's, not the way to whatever stands nearest.
                    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
                    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
                }
                if response.gained_focus() {
                    response.scroll_to_me(None);
                }
                self.boxes.push((response.id, code.to_owned()));
            });
            if !mark.is_empty() {
                let muted = theme::of(ui).muted;
                ui.label(RichText::new(&mark).font(theme::regular(size::SMALL)).color(muted));
            }
        });
    }

    /// All ticked criteria as one step of undo; gives the new rows that stand together.
    fn insert(&self, cx: &ViewCx<'_>, requests: &mut Requests) -> Vec<Key> {
        let Some(catalogue) = cx.catalogue else { return Vec::new() };
        let codes: Vec<&str> = self.ticked.iter().map(String::as_str).collect();
        let insertions = rows_for_criteria(cx.plan, catalogue, &codes, requests.fresh());
        let items = insertions.iter().flat_map(|insertion| &insertion.rows);
        let mut lines: Vec<Key> =
            items.filter_map(Row::as_item).map(|item| Key(item.id.0)).collect();
        if insertions.len() > 1 {
            // Rows of other standards stand between them.
            lines.truncate(1);
        }
        let edits = insertions.into_iter().map(|Insertion { at, rows }| {
            let change = PlanEdit::Insert { at, elements: Elements::Rows(rows) };
            Edit::InPlan { plan: cx.plan.id, change }
        });
        let batch = Edit::Batch(Act::ChooseCriteria(codes.len()), edits.collect());
        requests.push(Request::Edit(batch, None));
        lines
    }
}

fn toggle(ticked: &mut BTreeSet<String>, code: &str) {
    if !ticked.remove(code) {
        ticked.insert(code.to_owned());
    }
}

fn heading(ui: &mut Ui, title: &str) {
    ui.add_space(6.0);
    let text = theme::of(ui).text;
    ui.label(RichText::new(title).font(theme::bold(size::BODY)).color(text));
}

/// A row that stands for no criterion.
#[derive(Clone, Copy)]
enum Extra {
    Item,
    Group,
    Band,
}

impl Extra {
    /// What is said once it was added.
    fn done(self) -> &'static str {
        match self {
            Self::Item => words::ADDED_FREE,
            Self::Group => words::ADDED_GROUP,
            Self::Band => words::ADDED_BAND,
        }
    }

    fn insert(self, cx: &ViewCx<'_>, after: usize, requests: &mut Requests) -> Key {
        let id = requests.fresh().give();
        let row = match self {
            Self::Item => Row::Item(Arc::new(Item { id, ..Item::default() })),
            Self::Group => Row::Group(Arc::new(Group {
                id,
                tt: GroupNumber::Auto,
                title: words::NEW_GROUP.to_owned(),
                standard: None,
            })),
            Self::Band => Row::Band(Arc::new(Band { id, text: words::NEW_BAND.to_owned() })),
        };
        let at = after.min(cx.plan.rows.len());
        requests.insert(cx.plan.id, at, Elements::Rows(vec![row]));
        Key(id.0)
    }
}
