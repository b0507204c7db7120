//! Lists of people and reviews: what is typed while a button is clicked is kept, the caret
//! goes where the eye is, and what goes can come back.

use std::sync::Arc;

use caitien::plan::{Block, Dossier, Id, Member, Part, Plan, Review, Supervisor, WorkingGroup};
use caitien::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::world::{Window, folder, sample, write};

/// A plan with one part that holds all lists, with one entry each.
fn dossier() -> Dossier {
    let sample = sample();
    let from = sample.newest_plan().unwrap();
    let part = Part {
        id: Id(2),
        heading: "Tổ chức".to_owned(),
        blocks: vec![Block::Groups, Block::Members, Block::Reviews],
        ..Part::default()
    };
    let member = Member { id: Id(4), name: "Lò Văn Sáu".to_owned() };
    let group = WorkingGroup {
        id: Id(3),
        label: "Tổ một".to_owned(),
        members: vec![member],
        ..WorkingGroup::default()
    };
    let plan = Plan {
        id: Id(1),
        form: from.form.clone(),
        letterhead: from.letterhead.clone(),
        parts: vec![Arc::new(part)],
        working_groups: vec![group],
        supervisors: vec![Supervisor { id: Id(5), ..Supervisor::default() }],
        reviews: vec![Review { id: Id(6), ..Review::default() }],
        ..Plan::empty(from.school_year)
    };
    Dossier { next_id: Id(7), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

/// A window so high that nothing has to be scrolled.
fn high(dossier: &Dossier) -> Window {
    let folder = folder();
    let path = write(&folder, "school.caitien", dossier);
    Window::with(Start::File(path), folder, [1093.0, 1800.0])
}

fn content() -> Window {
    let mut window = high(&dossier());
    window.click("Nội dung");
    window
}

/// Types and clicks in the same frames, as fast hands do.
#[track_caller]
fn type_and_click(window: &mut Window, text: &str, button: &str) {
    window.harness.event(egui::Event::Text(text.to_owned()));
    window.harness.get_by_label(button).click();
    window.steps(4);
}

/// The field of the first member of the group; the first supervisor has the same name.
fn focus_member(window: &mut Window) {
    window.harness.get_by_role_and_label(Role::TextInput, "Thành viên 1").focus();
    window.steps(2);
}

/// The offer at the foot, not the button of the top bar.
fn take_offer(window: &mut Window) {
    let offers: Vec<_> = window.harness.get_all_by_label("Hoàn tác").collect();
    let lowest = |a: &f32, b: &f32| a.total_cmp(b);
    let at = offers.iter().map(|offer| offer.rect().top()).max_by(lowest).unwrap();
    offers.iter().find(|offer| offer.rect().top() == at).unwrap().click();
    window.steps(3);
}

#[test]
fn a_name_typed_while_a_supervisor_is_added_is_kept_and_typing_goes_on_in_the_new_one() {
    let mut window = content();
    window.focus("Họ và tên");
    type_and_click(&mut window, "Trần Thị Mận", "Thêm thành viên giám sát");
    window.text("Bà");
    let found = window.close_and_read();
    let people = &found.newest_plan().unwrap().supervisors;
    assert_eq!(people[0].name, "Trần Thị Mận");
    assert_eq!((people.len(), people[1].title.as_str()), (2, "Bà"));
}

#[test]
fn a_task_typed_while_a_group_is_added_is_kept_and_typing_goes_on_in_the_new_one() {
    let mut window = content();
    window.focus("Nhiệm vụ");
    type_and_click(&mut window, "Theo dõi tiêu chuẩn 2", "Thêm nhóm công tác");
    window.text(" A");
    let found = window.close_and_read();
    let groups = &found.newest_plan().unwrap().working_groups;
    assert_eq!(groups[0].task, "Theo dõi tiêu chuẩn 2");
    assert_eq!((groups.len(), groups[1].label.as_str()), (2, "Nhóm công tác 2 A"));
}

#[test]
fn a_member_typed_while_another_is_added_is_kept_and_typing_goes_on_in_the_new_one() {
    let mut window = content();
    focus_member(&mut window);
    type_and_click(&mut window, ", Tổ trưởng", "Thêm thành viên: Tổ một");
    window.text("Vàng A Dế");
    window.press(Modifiers::NONE, Key::Enter);
    window.text("Giàng Thị Mỷ");
    let found = window.close_and_read();
    let members = &found.newest_plan().unwrap().working_groups[0].members;
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["Lò Văn Sáu, Tổ trưởng", "Vàng A Dế", "Giàng Thị Mỷ"]);
}

#[test]
fn a_review_typed_while_another_is_added_is_kept_and_typing_goes_on_in_the_new_one() {
    let mut window = content();
    window.focus("Người đánh giá");
    type_and_click(&mut window, "Hiệu trưởng", "Thêm lần rà soát");
    window.text("Tháng 5/2027");
    let found = window.close_and_read();
    let reviews = &found.newest_plan().unwrap().reviews;
    assert_eq!(reviews[0].assessor, "Hiệu trưởng");
    assert_eq!((reviews.len(), reviews[1].when.as_str()), (2, "Tháng 5/2027"));
}

#[test]
fn a_signer_typed_while_another_is_added_is_kept_and_typing_goes_on_in_the_new_one() {
    let mut window = high(&sample());
    let before = window.plan().signatures.clone();
    assert_eq!(before.len(), 1);
    window.focus("Quyền hạn ký (để trống nếu ký trực tiếp)");
    type_and_click(&mut window, "TM. HỘI ĐỒNG", "Thêm chữ ký thứ hai");
    window.text("Lê Văn Ba");
    let found = window.close_and_read();
    let signatures = &found.newest_plan().unwrap().signatures;
    let of_old = signatures.iter().find(|one| one.id == before[0].id).unwrap();
    let of_new = signatures.iter().find(|one| one.id != before[0].id).unwrap();
    assert!(of_old.authority.join(" ").ends_with("TM. HỘI ĐỒNG"));
    assert_eq!(of_new.name, "Lê Văn Ba");
}

#[test]
fn what_goes_says_so_and_comes_back_and_the_caret_is_at_its_neighbour() {
    let mut window = content();
    let before = window.plan();
    window.click("Xóa: Lần rà soát");
    assert_eq!(window.plan().reviews.len(), 0);
    assert!(window.shows("Đã xóa Lần rà soát"));
    take_offer(&mut window);
    assert_eq!(window.plan().reviews, before.reviews);

    focus_member(&mut window);
    window.press(Modifiers::NONE, Key::Enter);
    window.text("Vàng A Dế");
    window.click("Xóa: thành viên 1 của Tổ một");
    window.text(", Kế toán");
    let found = window.close_and_read();
    let members = &found.newest_plan().unwrap().working_groups[0].members;
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["Vàng A Dế, Kế toán"]);
}

#[test]
fn a_part_that_goes_says_so_and_comes_back() {
    let mut window = high(&sample());
    window.click("Nội dung");
    let before = window.plan();
    window.click("Xóa phần");
    assert!(window.shows("Đã xóa phần"));
    take_offer(&mut window);
    assert_eq!(window.plan().parts, before.parts);
}
