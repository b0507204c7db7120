//! Working groups, the supervising team and the reviews, edited where they stand.

use egui::Ui;

use crate::edit::{Edit, PlanEdit};
use crate::plan::{Id, Member, Review, Spot, Supervisor, WorkingGroup};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
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
                    if named_link(ui, "Xóa", title) {
                        action = Some(Action::Remove);
                    }
                    if named_link(ui, "Xuống", title) {
                        action = Some(Action::Down);
                    }
                    if named_link(ui, "Lên", title) {
                        action = Some(Action::Up);
                    }
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

impl Action {
    /// The list after it; `None` when nothing changes.
    fn done_to<T: Clone>(self, list: &[T], at: usize) -> Option<Vec<T>> {
        let mut list = list.to_vec();
        match self {
            Self::Remove => drop(list.remove(at)),
            Self::Up if at > 0 => list.swap(at, at - 1),
            Self::Down if at + 1 < list.len() => list.swap(at, at + 1),
            Self::Up | Self::Down => return None,
        }
        Some(list)
    }
}

/// The list with one entry changed.
fn with<T: Clone>(list: &[T], at: usize, change: impl FnOnce(&mut T)) -> Vec<T> {
    let mut list = list.to_vec();
    if let Some(entry) = list.get_mut(at) {
        change(entry);
    }
    list
}

/// The fields of one entry, side by side as they fit.
struct Fielder<'a> {
    fields: &'a mut Fields,
    requests: &'a mut Requests,
    plan: Id,
}

impl Fielder<'_> {
    fn text(
        &mut self,
        ui: &mut Ui,
        salt: (&'static str, usize, &'static str),
        field: &Field<'_>,
        value: &str,
        make: impl Fn(&str) -> PlanEdit + 'static,
    ) {
        let plan = self.plan;
        widgets::text_field(ui, salt, field, value, self.fields, self.requests, move |text| {
            Edit::InPlan { plan, change: make(text) }
        });
    }
}

/// Nhóm công tác.
pub fn groups(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let list = &cx.plan.working_groups;
    let mut changed = None;
    for (at, group) in list.iter().enumerate() {
        let is_goal = state.goal == Some(Spot::WorkingGroup(at));
        let title = if group.label.is_empty() { "Nhóm công tác" } else { &group.label };
        let action = entry(ui, title, is_goal, |ui| {
            let mut on = Fielder { fields, requests, plan: cx.plan.id };
            let old = list.clone();
            let field = Field { label: "Tên nhóm", ..Field::default() };
            on.text(ui, ("group", at, "label"), &field, &group.label, move |text| {
                PlanEdit::SetWorkingGroups(with(&old, at, |group| {
                    text.clone_into(&mut group.label);
                }))
            });
            let old = list.clone();
            let field = Field {
                label: "Nhiệm vụ",
                rows: 2,
                help: "Tiêu chuẩn nêu trong câu (ví dụ: tiêu chuẩn 1, 3) được hiểu là do nhóm này theo dõi.",
                ..Field::default()
            };
            on.text(ui, ("group", at, "task"), &field, &group.task, move |text| {
                PlanEdit::SetWorkingGroups(with(&old, at, |group| {
                    text.clone_into(&mut group.task);
                    group.standards = standards_in(text);
                }))
            });
            let old = list.clone();
            let field =
                Field {
                    label: "Thành viên (mỗi dòng một người)", rows: 2, ..Field::default()
                };
            on.text(
                ui,
                ("group", at, "members"),
                &field,
                &group.members.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("\n"),
                move |text| {
                    PlanEdit::SetWorkingGroups(with(&old, at, |group| {
                        group.members = lines(text).into_iter().map(Member::named).collect()
                    }))
                },
            );
        });
        changed = changed.or(action.and_then(|action| action.done_to(list, at)));
    }
    if widgets::button(ui, Kind::Secondary, "Thêm nhóm công tác").clicked() {
        let label = format!("Nhóm công tác {}", list.len() + 1);
        let group = WorkingGroup { id: cx.dossier.next_id, label, ..WorkingGroup::default() };
        changed = Some(list.iter().cloned().chain([group]).collect());
    }
    if let Some(groups) = changed {
        requests.edit(cx.plan.id, PlanEdit::SetWorkingGroups(groups));
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
    let mut changed = None;
    for (at, person) in list.iter().enumerate() {
        let is_goal = state.goal == Some(Spot::Supervisor(at));
        let title = format!("Thành viên {}", at + 1);
        let action = entry(ui, &title, is_goal, |ui| {
            let mut on = Fielder { fields, requests, plan: cx.plan.id };
            let room = ui.available_width();
            ui.horizontal_top(|ui| {
                let old = list.clone();
                let field = Field { label: "Ông/Bà", width: Some(70.0), ..Field::default() };
                on.text(ui, ("person", at, "title"), &field, &person.title, move |text| {
                    PlanEdit::SetSupervisors(with(&old, at, |p| text.clone_into(&mut p.title)))
                });
                let old = list.clone();
                let half = (room - 70.0 - 24.0) / 2.0;
                let field = Field { label: "Họ và tên", width: Some(half), ..Field::default() };
                on.text(ui, ("person", at, "name"), &field, &person.name, move |text| {
                    PlanEdit::SetSupervisors(with(&old, at, |p| text.clone_into(&mut p.name)))
                });
                let old = list.clone();
                let field = Field { label: "Chức vụ", width: Some(half), ..Field::default() };
                on.text(ui, ("person", at, "position"), &field, &person.position, move |text| {
                    PlanEdit::SetSupervisors(with(&old, at, |p| text.clone_into(&mut p.position)))
                });
            });
            let old = list.clone();
            let groups = cx.plan.working_groups.clone();
            let field = Field { label: "Giám sát việc gì", ..Field::default() };
            on.text(ui, ("person", at, "what"), &field, &person.what, move |text| {
                PlanEdit::SetSupervisors(with(&old, at, |p| {
                    text.clone_into(&mut p.what);
                    p.group = group_in(text, &groups);
                }))
            });
        });
        changed = changed.or(action.and_then(|action| action.done_to(list, at)));
    }
    if widgets::button(ui, Kind::Secondary, "Thêm thành viên giám sát").clicked() {
        changed = Some(list.iter().cloned().chain([Supervisor::default()]).collect());
    }
    if let Some(people) = changed {
        requests.edit(cx.plan.id, PlanEdit::SetSupervisors(people));
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
    type Set = fn(&mut Review, &str);
    let list = &cx.plan.reviews;
    let mut changed = None;
    for (at, review) in list.iter().enumerate() {
        let is_goal = matches!(state.goal, Some(Spot::Review(index, _)) if index == at);
        let title = if review.when.is_empty() { "Lần rà soát" } else { &review.when };
        let action = entry(ui, title, is_goal, |ui| {
            let mut on = Fielder { fields, requests, plan: cx.plan.id };
            let all: [(&'static str, &str, usize, &str, Set); 5] = [
                ("when", "Thời điểm", 1, &review.when, |r, t| t.clone_into(&mut r.when)),
                ("content", "Nội dung theo dõi", 2, &review.content, |r, t| {
                    t.clone_into(&mut r.content);
                }),
                ("result", "Kết quả thực hiện", 2, &review.result, |r, t| {
                    t.clone_into(&mut r.result);
                }),
                ("adjustment", "Điều chỉnh (nếu có)", 2, &review.adjustment, |r, t| {
                    t.clone_into(&mut r.adjustment);
                }),
                ("assessor", "Người đánh giá", 1, &review.assessor, |r, t| {
                    t.clone_into(&mut r.assessor);
                }),
            ];
            for (name, label, rows, value, set) in all {
                let old = list.clone();
                let field = Field { label, rows, ..Field::default() };
                on.text(ui, ("review", at, name), &field, value, move |text| {
                    PlanEdit::SetReviews(with(&old, at, |review| set(review, text)))
                });
            }
        });
        changed = changed.or(action.and_then(|action| action.done_to(list, at)));
    }
    if widgets::button(ui, Kind::Secondary, "Thêm lần rà soát").clicked() {
        changed = Some(list.iter().cloned().chain([Review::default()]).collect());
    }
    if let Some(reviews) = changed {
        requests.edit(cx.plan.id, PlanEdit::SetReviews(reviews));
    }
}

/// The lines of a text; blank ones at the end are none.
fn lines(text: &str) -> Vec<String> {
    text.trim_end().split('\n').filter(|_| !text.trim().is_empty()).map(str::to_owned).collect()
}

/// The numbers after "tiêu chuẩn" in a sentence: "tiêu chuẩn 1, 3 và 5" is 1, 3, 5.
fn standards_in(text: &str) -> Vec<u8> {
    let folded = crate::words::fold(text);
    let mut standards: Vec<u8> = Vec::new();
    for after in folded.split("tieu chuan").skip(1) {
        let with_and = after.replace(" va ", ", ");
        let list = with_and.split(|c: char| !(c.is_ascii_digit() || " ,;".contains(c))).next();
        let numbers = list.unwrap_or_default().split(|c: char| !c.is_ascii_digit());
        for number in numbers {
            if let Ok(number) = number.parse()
                && !standards.contains(&number)
            {
                standards.push(number);
            }
        }
    }
    standards
}

/// The working group a sentence names, by its label.
fn group_in(text: &str, groups: &[WorkingGroup]) -> Option<Id> {
    let folded = crate::words::fold(text);
    groups
        .iter()
        .filter(|group| !group.label.trim().is_empty())
        .find(|group| {
            let label = crate::words::fold(group.label.trim());
            folded.match_indices(&label).any(|(at, _)| {
                // "nhóm công tác 1" is not "nhóm công tác 12".
                !folded[at + label.len()..].starts_with(|c: char| c.is_ascii_digit())
            })
        })
        .map(|group| group.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[u8]) {
        assert_eq!(standards_in(text), expect, "{text}");
    }

    #[test]
    fn standards_are_understood_in_a_sentence() {
        check("Theo dõi tiêu chuẩn 1, 3.", &[1, 3]);
        check("Theo dõi Tiêu chuẩn 2 và 5; tiêu chuẩn 4", &[2, 5, 4]);
        check("Theo dõi 02 lần trong năm", &[]);
    }

    #[test]
    fn a_supervisor_is_led_to_the_group_named() {
        let group = |id, label: &str| WorkingGroup {
            id: Id(id),
            label: label.to_owned(),
            ..WorkingGroup::default()
        };
        let groups = [group(4, "Nhóm công tác 1"), group(5, "Nhóm công tác 12")];
        assert_eq!(group_in("Giám sát nhóm công tác 1", &groups), Some(Id(4)));
        assert_eq!(group_in("Giám sát nhóm công tác 12", &groups), Some(Id(5)));
        assert_eq!(group_in("Giám sát chung", &groups), None);
    }

    #[test]
    fn entries_move_and_go() {
        assert_eq!(Action::Up.done_to(&[1, 2, 3], 1), Some(vec![2, 1, 3]));
        assert_eq!(Action::Down.done_to(&[1, 2], 1), None);
        assert_eq!(Action::Remove.done_to(&[1, 2], 0), Some(vec![2]));
    }
}
