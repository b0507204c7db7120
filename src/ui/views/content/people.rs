//! Working groups, the supervising team and the reviews, edited where they stand.

use egui::Ui;

use crate::edit::{Elements, List};
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
    let links = [("Xóa", Action::Remove), ("Xuống", Action::Down), ("Lên", Action::Up)];
    let mut chosen = None;
    for (words, action) in links {
        if named_link(ui, words, title) {
            chosen = Some(action);
        }
    }
    chosen
}

/// A link whose name tells which entry it acts on.
fn named_link(ui: &mut Ui, words: &str, of: &str) -> bool {
    let response = widgets::link(ui, words);
    let name = format!("{words}: {of}");
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

    /// Does to the entry at this place of so many what was asked of it.
    fn act(&mut self, action: Option<Action>, id: Id, at: usize, count: usize) {
        match action {
            Some(Action::Remove) => self.requests.remove(self.plan, self.list, vec![id]),
            Some(Action::Up) if at > 0 => self.shift(id, at - 1),
            Some(Action::Down) if at + 1 < count => self.shift(id, at + 1),
            Some(Action::Up | Action::Down) | None => {}
        }
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
    for (at, group) in list.iter().enumerate() {
        let is_goal = state.goal == Some(Spot::WorkingGroup(at));
        let title = if group.label.is_empty() { "Nhóm công tác" } else { &group.label };
        let action = entry(ui, title, is_goal, |ui| {
            let mut on = Entries {
                list: List::WorkingGroups,
                plan: cx.plan.id,
                fields: &mut *fields,
                requests: &mut *requests,
            };
            let field = Field { label: "Tên nhóm", ..Field::default() };
            on.text(ui, group.id, plan::Field::Label, &field, &group.label);
            let field = Field {
                label: "Nhiệm vụ",
                rows: 2,
                help: "Tiêu chuẩn nêu trong câu (ví dụ: tiêu chuẩn 1, 3) được hiểu là do nhóm này theo dõi.",
                ..Field::default()
            };
            on.text(ui, group.id, plan::Field::Task, &field, &group.task);
            members(ui, cx.plan.id, group, state, fields, requests);
        });
        let mut on = Entries { list: List::WorkingGroups, plan: cx.plan.id, fields, requests };
        on.act(action, group.id, at, list.len());
    }
    if widgets::button(ui, Kind::Secondary, "Thêm nhóm công tác").clicked() {
        let label = format!("Nhóm công tác {}", list.len() + 1);
        let id = requests.fresh().give();
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
    let count = group.members.len();
    let mut added = None;
    for (at, member) in group.members.iter().enumerate() {
        let title = format!("thành viên {} của {}", at + 1, group.label);
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
                on.act(action, member.id, at, count);
                let field = Field {
                    label: &format!("Thành viên {}", at + 1),
                    hint: "Họ tên, chức vụ",
                    hide_label: true,
                    take_focus: state.new_member.take_if(|id| *id == member.id).is_some(),
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
    if named_link(ui, "Thêm thành viên", &group.label) {
        added = Some(count);
    }
    if let Some(at) = added {
        let id = requests.fresh().give();
        state.new_member = Some(id);
        let member = Member { id, name: String::new() };
        requests.insert(plan, at, Elements::Members(group.id, vec![member]));
    }
}

/// Tổ giám sát: three columns on paper.
pub fn supervisors(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let list = &cx.plan.supervisors;
    let mut on = Entries { list: List::Supervisors, plan: cx.plan.id, fields, requests };
    for (at, person) in list.iter().enumerate() {
        let is_goal = state.goal == Some(Spot::Supervisor(at));
        let title = format!("Thành viên {}", at + 1);
        let action = entry(ui, &title, is_goal, |ui| {
            let room = ui.available_width();
            ui.horizontal_top(|ui| {
                let half = Some((room - 70.0 - 24.0) / 2.0);
                let field = Field { label: "Ông/Bà", width: Some(70.0), ..Field::default() };
                on.text(ui, person.id, plan::Field::Title, &field, &person.title);
                let field = Field { label: "Họ và tên", width: half, ..Field::default() };
                on.text(ui, person.id, plan::Field::Name, &field, &person.name);
                let field = Field { label: "Chức vụ", width: half, ..Field::default() };
                on.text(ui, person.id, plan::Field::Position, &field, &person.position);
            });
            let field = Field { label: "Giám sát việc gì", ..Field::default() };
            on.text(ui, person.id, plan::Field::What, &field, &person.what);
        });
        on.act(action, person.id, at, list.len());
    }
    if widgets::button(ui, Kind::Secondary, "Thêm thành viên giám sát").clicked() {
        let person = Supervisor { id: on.requests.fresh().give(), ..Supervisor::default() };
        on.requests.insert(cx.plan.id, list.len(), Elements::Supervisors(vec![person]));
    }
}

/// Rà soát, giám sát nội bộ.
pub fn reviews(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let list = &cx.plan.reviews;
    let mut on = Entries { list: List::Reviews, plan: cx.plan.id, fields, requests };
    for (at, review) in list.iter().enumerate() {
        let is_goal = matches!(state.goal, Some(Spot::Review(index, _)) if index == at);
        let title = if review.when.is_empty() { "Lần rà soát" } else { &review.when };
        let action = entry(ui, title, is_goal, |ui| {
            let all = [
                (plan::Field::When, "Thời điểm", 1, &review.when),
                (plan::Field::Content, "Nội dung theo dõi", 2, &review.content),
                (plan::Field::Result, "Kết quả thực hiện", 2, &review.result),
                (plan::Field::Adjustment, "Điều chỉnh (nếu có)", 2, &review.adjustment),
                (plan::Field::Assessor, "Người đánh giá", 1, &review.assessor),
            ];
            for (what, label, rows, value) in all {
                let field = Field { label, rows, ..Field::default() };
                on.text(ui, review.id, what, &field, value);
            }
        });
        on.act(action, review.id, at, list.len());
    }
    if widgets::button(ui, Kind::Secondary, "Thêm lần rà soát").clicked() {
        let review = Review { id: on.requests.fresh().give(), ..Review::default() };
        on.requests.insert(cx.plan.id, list.len(), Elements::Reviews(vec![review]));
    }
}
