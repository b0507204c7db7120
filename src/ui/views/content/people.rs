//! Working groups, the supervising team and the reviews, edited where they stand.

use egui::Ui;

use crate::edit::{Elements, List};
use crate::messages::content as words;
use crate::plan::{self, Id, Member, RecordId, Review, Spot, Supervisor, WorkingGroup};
use crate::ui::fields::Fields;
use crate::ui::request::{Requests, set_text};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Field, Kind};

use super::ContentState;

/// Draws one entry of a list with its fields and what can be done with it.
fn entry(ui: &mut Ui, title: &str, is_goal: bool, add: impl FnOnce(&mut Ui)) -> Option<Action> {
    let theme = theme::of(ui);
    let mut action = None;
    let response = egui::Frame::new()
        .fill(theme.sunk)
        .corner_radius(size::RADIUS)
        .inner_margin(12)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.label(
                    egui::RichText::new(title).font(theme::bold(size::TABLE)).color(theme.text),
                );
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 14.0;
                    action = actions(ui, title);
                });
            });
            add(ui);
        })
        .response;
    if is_goal {
        response.scroll_to_me(Some(egui::Align::Center));
    }
    action
}

/// The links of what can be done with an entry, from the right.
fn actions(ui: &mut Ui, title: &str) -> Option<Action> {
    let links =
        [(words::REMOVE, Action::Remove), (words::DOWN, Action::Down), (words::UP, Action::Up)];
    let mut chosen = None;
    for (label, action) in links {
        if named_link(ui, label, title) {
            chosen = Some(action);
        }
    }
    chosen
}

/// A link whose name tells which entry it acts on.
fn named_link(ui: &mut Ui, action: &str, of: &str) -> bool {
    let response = widgets::link(ui, action);
    let name = format!("{action}: {of}");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.clicked()
}

/// What a person asks of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Up,
    Down,
    Remove,
}

/// Where the focus goes when an entry has come, moved or gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Goes {
    /// It stays where it is.
    #[default]
    Nowhere,
    /// To the first field of this entry.
    To(Id),
    /// To the button that adds one to this list, which is empty now.
    ToAdd(List),
}

impl Goes {
    /// Whether it goes to this entry; then it is there.
    fn is_here(&mut self, id: Id) -> bool {
        let here = *self == Self::To(id);
        if here {
            *self = Self::Nowhere;
        }
        here
    }
}

/// The fields of the entries of one list, and what becomes of the entries.
struct Entries<'a> {
    list: List,
    plan: Id,
    fields: &'a mut Fields,
    requests: &'a mut Requests,
}

impl Entries<'_> {
    /// A text of one entry.
    fn text(&mut self, ui: &mut Ui, id: Id, what: plan::Field, field: &Field<'_>, value: &str) {
        let (plan, record) = (self.plan, self.list.record(id));
        let salt = (record, what);
        widgets::text_field(ui, salt, field, value, self.fields, self.requests, move |text| {
            set_text(plan, record, what, text)
        });
    }

    /// Does to the entry at this place of these what was asked of it. The focus goes where
    /// the eye is: with the entry that moves, to the neighbour of one that goes.
    fn act(&mut self, action: Option<Action>, ids: &[Id], at: usize, gone: &str, goes: &mut Goes) {
        let id = ids[at];
        match action {
            Some(Action::Remove) => {
                self.requests.remove(self.plan, self.list, vec![id]);
                self.requests.offer_undo(words::gone(gone));
                let neighbour = ids.get(at + 1).or_else(|| ids[..at].last());
                *goes = neighbour.map_or(Goes::ToAdd(self.list), |id| Goes::To(*id));
                return;
            }
            Some(Action::Up) if at > 0 => self.shift(id, at - 1),
            Some(Action::Down) if at + 1 < ids.len() => self.shift(id, at + 1),
            Some(Action::Up | Action::Down) | None => return,
        }
        *goes = Goes::To(id);
    }

    /// The button that adds an entry.
    fn add(&mut self, ui: &mut Ui, label: &str, goes: &mut Goes) -> bool {
        let button = widgets::button(ui, Kind::Secondary, label);
        if *goes == Goes::ToAdd(self.list) {
            *goes = Goes::Nowhere;
            button.request_focus();
        }
        button.clicked()
    }

    fn shift(&mut self, id: Id, to: usize) {
        self.requests.shift(self.plan, self.list, vec![id], to);
    }
}

/// Nhóm công tác.
pub fn groups(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let list = &cx.plan.working_groups;
    let ids: Vec<Id> = list.iter().map(|group| group.id).collect();
    for (at, group) in list.iter().enumerate() {
        let is_goal = state.goal == Some(Spot::WorkingGroup(group.id));
        let title = if group.label.is_empty() { words::GROUP } else { &group.label };
        let action = entry(ui, title, is_goal, |ui| {
            let mut on = Entries {
                list: List::WorkingGroups,
                plan: cx.plan.id,
                fields: &mut *fields,
                requests: &mut *requests,
            };
            let take_focus = state.goes.is_here(group.id);
            let field = Field { label: words::GROUP_NAME, take_focus, ..Field::default() };
            on.text(ui, group.id, plan::Field::Label, &field, &group.label);
            let field =
                Field { label: words::TASK, rows: 2, help: words::TASK_HELP, ..Field::default() };
            on.text(ui, group.id, plan::Field::Task, &field, &group.task);
            members(ui, cx.plan.id, group, state, fields, requests);
        });
        let mut on = Entries { list: List::WorkingGroups, plan: cx.plan.id, fields, requests };
        on.act(action, &ids, at, title, &mut state.goes);
    }
    let mut on = Entries { list: List::WorkingGroups, plan: cx.plan.id, fields, requests };
    if on.add(ui, words::ADD_GROUP, &mut state.goes) {
        let label = words::new_group(list.len() + 1);
        let id = requests.fresh().give();
        state.goes = Goes::To(id);
        let group = WorkingGroup { id, label, ..WorkingGroup::default() };
        requests.insert(cx.plan.id, list.len(), Elements::WorkingGroups(vec![group]));
    }
}

/// The members of one group: one a line, Enter makes the next.
fn members(
    ui: &mut Ui,
    plan: Id,
    group: &WorkingGroup,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let ids: Vec<Id> = group.members.iter().map(|member| member.id).collect();
    let mut added = None;
    for (at, member) in group.members.iter().enumerate() {
        let title = words::member_of(at + 1, &group.label);
        ui.horizontal(|ui| {
            let mut on = Entries {
                list: List::Members(group.id),
                plan,
                fields: &mut *fields,
                requests: &mut *requests,
            };
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 14.0;
                let action = actions(ui, &title);
                let gone = if member.name.is_empty() { &title } else { &member.name };
                on.act(action, &ids, at, gone, &mut state.goes);
                let field = Field {
                    label: &words::member(at + 1),
                    hint: words::MEMBER_HINT,
                    hide_label: true,
                    take_focus: state.goes.is_here(member.id),
                    ..Field::default()
                };
                let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
                let (record, what) = (RecordId::Member(member.id), plan::Field::Name);
                let response = widgets::text_field(
                    ui,
                    (record, what),
                    &field,
                    &member.name,
                    on.fields,
                    on.requests,
                    move |text| set_text(plan, record, what, text),
                );
                if response.lost_focus() && enter {
                    added = Some(at + 1);
                }
            });
        });
    }
    if named_link(ui, words::ADD_MEMBER, &group.label) {
        added = Some(ids.len());
    }
    if let Some(at) = added {
        let id = requests.fresh().give();
        state.goes = Goes::To(id);
        let member = Member { id, name: String::new() };
        requests.insert(plan, at, Elements::Members(group.id, vec![member]));
    }
}

/// Tổ giám sát: three columns on paper.
pub fn supervisors(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let list = &cx.plan.supervisors;
    let ids: Vec<Id> = list.iter().map(|person| person.id).collect();
    let mut on = Entries { list: List::Supervisors, plan: cx.plan.id, fields, requests };
    for (at, person) in list.iter().enumerate() {
        let is_goal = state.goal == Some(Spot::Supervisor(person.id));
        let title = words::member(at + 1);
        let action = entry(ui, &title, is_goal, |ui| {
            let room = ui.available_width();
            ui.horizontal_top(|ui| {
                let half = Some((room - 70.0 - 24.0) / 2.0);
                let take_focus = state.goes.is_here(person.id);
                let width = Some(70.0);
                let field = Field { label: words::TITLE, width, take_focus, ..Field::default() };
                on.text(ui, person.id, plan::Field::Title, &field, &person.title);
                let field = Field { label: words::NAME, width: half, ..Field::default() };
                on.text(ui, person.id, plan::Field::Name, &field, &person.name);
                let field = Field { label: words::POSITION, width: half, ..Field::default() };
                on.text(ui, person.id, plan::Field::Position, &field, &person.position);
            });
            let field = Field { label: words::WHAT, ..Field::default() };
            on.text(ui, person.id, plan::Field::What, &field, &person.what);
        });
        let gone = if person.name.is_empty() { &title } else { &person.name };
        on.act(action, &ids, at, gone, &mut state.goes);
    }
    if on.add(ui, words::ADD_SUPERVISOR, &mut state.goes) {
        let person = Supervisor { id: on.requests.fresh().give(), ..Supervisor::default() };
        state.goes = Goes::To(person.id);
        on.requests.insert(cx.plan.id, list.len(), Elements::Supervisors(vec![person]));
    }
}

/// Rà soát, giám sát nội bộ.
pub fn reviews(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let list = &cx.plan.reviews;
    let ids: Vec<Id> = list.iter().map(|review| review.id).collect();
    let mut on = Entries { list: List::Reviews, plan: cx.plan.id, fields, requests };
    for (at, review) in list.iter().enumerate() {
        let is_goal = matches!(state.goal, Some(Spot::Review(id, _)) if id == review.id);
        let title = if review.when.is_empty() { words::REVIEW } else { &review.when };
        let action = entry(ui, title, is_goal, |ui| {
            let all = [
                (plan::Field::When, words::WHEN, 1, &review.when),
                (plan::Field::Content, words::FOLLOWED, 2, &review.content),
                (plan::Field::Result, words::RESULT, 2, &review.result),
                (plan::Field::Adjustment, words::ADJUSTMENT, 2, &review.adjustment),
                (plan::Field::Assessor, words::ASSESSOR, 1, &review.assessor),
            ];
            for (what, label, rows, value) in all {
                let take_focus = what == plan::Field::When && state.goes.is_here(review.id);
                let field = Field { label, rows, take_focus, ..Field::default() };
                on.text(ui, review.id, what, &field, value);
            }
        });
        on.act(action, &ids, at, title, &mut state.goes);
    }
    if on.add(ui, words::ADD_REVIEW, &mut state.goes) {
        let review = Review { id: on.requests.fresh().give(), ..Review::default() };
        state.goes = Goes::To(review.id);
        on.requests.insert(cx.plan.id, list.len(), Elements::Reviews(vec![review]));
    }
}
