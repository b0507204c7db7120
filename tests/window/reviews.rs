//! Rà soát: a review is closed with a copy that later changes leave alone, and opened again.

use std::sync::Arc;

use caitien::plan::{Dossier, Event, Id, Item, Paper, Plan, Row, SchoolYear, Status, Typed};
use caitien::ui::Stage;
use caitien::year::frozen::thaw;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::{by_night, check};
use crate::world::Window;

/// A plan of so many items under four standards. Today is 22/11/2026.
fn dossier(count: u32) -> Dossier {
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.id = Id(1);
    plan.letterhead.school = "Trường THCS Đồng Tâm".into();
    plan.rows = (0..count)
        .map(|n| {
            Row::Item(Arc::new(Item {
                id: Id(10 + n),
                criteria: vec![format!("{}.1", 1 + n % 4)],
                content: format!("Bồi dưỡng giáo viên theo nhóm, chuyên đề thứ {}", n + 1),
                responsible: Typed::new("Tổ trưởng chuyên môn"),
                time: Typed::new(["14/11/2026", "Tháng 3/2027", "Hằng tháng"][n as usize % 3]),
                result: if n % 2 == 0 {
                    "Xong 02 trong 04 chuyên đề".into()
                } else {
                    String::new()
                },
                status: Status::ALL.get(n as usize % 6).copied(),
                ..Item::default()
            }))
        })
        .collect();
    Dossier { next_id: Id(9_000), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

fn open(dossier: &Dossier) -> Window {
    let mut window = Window::of(dossier);
    window.stage(Stage::Review);
    window.steps(3);
    window
}

#[test]
fn a_plan_without_reviews_is_offered_two_with_their_days() {
    let mut window = open(&dossier(3));
    assert!(window.shows("Chưa có lần rà soát nào"));
    window.click("Lập hai lần rà soát");
    window.steps(3);
    let reviews = window.plan().reviews.clone();
    let days: Vec<_> = reviews.iter().map(|one| (one.when.as_str(), one.day)).collect();
    let day = |month, day| SchoolYear::starting(2026).map(|year| year.date(month, day));
    assert_eq!(days, [("Cuối học kỳ I", day(1, 15)), ("Cuối năm học", day(5, 31))]);
}

#[test]
fn a_closed_review_keeps_what_was_and_counts_what_changes() {
    let mut window = open(&dossier(3));
    window.click("Lập hai lần rà soát");
    window.click("Chốt lần rà soát…");
    window.click("Chốt");
    window.steps(3);
    let plan = window.plan();
    let copy = plan.frozen(plan.reviews[0].closed.unwrap()).unwrap();
    let body = thaw(copy, &plan).unwrap();
    assert_eq!(body.plans[0].rows, plan.rows);
    assert_eq!(plan.log[0].event, Event::ReviewClosed);
    assert!(window.shows("Số liệu chốt lúc"));
    // No undo goes back over it.
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.plan().reviews[0].closed.is_some());
    // What changes afterwards is counted, and the review stays.
    let first = format!("Dòng 1, {}", "Bồi dưỡng giáo viên theo nhóm, chuyên đề thứ 1");
    window.harness.get_by_label_contains(&first).click();
    window.steps(3);
    window.type_into("Kết quả thực hiện", ", thêm 01 chuyên đề");
    window.stage(Stage::Review);
    window.steps(3);
    assert!(window.shows("1 nội dung thay đổi sau khi chốt"));
    assert!(window.shows("Xong 02 trong 04 chuyên đề"));
    assert!(!window.shows("thêm 01 chuyên đề"));
    let plan = window.plan();
    assert!(plan.items().next().unwrap().result.contains("thêm 01 chuyên đề"));
    assert_eq!(plan.frozen(plan.reviews[0].closed.unwrap()).unwrap(), copy);
}

#[test]
fn a_closed_review_is_opened_again_only_when_asked_and_the_copy_stays() {
    let mut window = open(&dossier(2));
    window.click("Lập hai lần rà soát");
    window.click("Chốt lần rà soát…");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.plan().reviews[0].closed.is_none(), "Esc changes nothing");
    window.click("Chốt lần rà soát…");
    window.click("Chốt");
    window.steps(3);
    window.click("Cuối học kỳ I · chốt 22/11/2026");
    window.click("Mở khóa để sửa…");
    window.click("Mở khóa");
    window.steps(3);
    let plan = window.plan();
    assert!(plan.reviews[0].closed.is_none());
    assert_eq!((plan.frozen.len(), plan.log.len()), (1, 2));
}

#[test]
fn minutes_are_made_once_of_the_closed_review_and_are_written_like_a_plan() {
    let mut window = open(&dossier(6));
    window.click("Lập hai lần rà soát");
    window.click("Chốt lần rà soát…");
    window.click("Chốt");
    window.steps(3);
    window.click("Biên bản…");
    window.steps(4);
    let minutes = window.plan();
    assert_eq!((minutes.paper, minutes.about), (Paper::Minutes, Some(Id(1))));
    assert_eq!(minutes.doc_type, "BIÊN BẢN");
    // A paper has neither table nor year of its own.
    for stage in ["Bảng cải tiến", "Theo dõi", "Rà soát"] {
        assert!(window.harness.query_by_role_and_label(Role::Tab, stage).is_none(), "{stage}");
    }
    assert!(window.harness.query_by_role_and_label(Role::Tab, "In và xuất").is_some());
    // The way back is the list of plans; asked again, the same paper is shown.
    window.click("Biên bản rà soát năm học 2026 - 2027 (Cuối học kỳ I)");
    window.click("Kế hoạch năm học 2026 - 2027");
    window.steps(3);
    window.stage(Stage::Review);
    window.click("Cuối học kỳ I · chốt 22/11/2026");
    window.click("Biên bản…");
    window.steps(3);
    assert_eq!(window.plan().id, minutes.id);
    assert_eq!(window.dossier().plans.len(), 2);
}

/// So many pieces of work, open by day and closed by night.
fn looks(count: u32) {
    let mut window = open(&dossier(count));
    window.click("Lập hai lần rà soát");
    window.steps(4);
    check(&mut window, &format!("reviews-{count}-light"));
    window.click("Chốt lần rà soát…");
    window.click("Chốt");
    window.steps(3);
    by_night(&mut window);
    window.steps(4);
    check(&mut window, &format!("reviews-{count}-dark"));
}

#[test]
fn forty_pieces_look_as_they_did() {
    looks(40);
}

#[test]
fn two_thousand_pieces_look_as_they_did() {
    looks(2_000);
}
