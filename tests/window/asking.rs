//! What is typed and asked for within the same second: the words come first, and nothing of
//! either is lost.

use std::sync::Arc;

use caitien::library::FORM_2_2026;
use caitien::plan::{
    Block, Dossier, Id, Level, Member, Paragraph, Part, Plan, Problem, Review, Signature,
    Supervisor, WorkingGroup,
};
use egui::{Key, Modifiers};

use crate::world::{Window, sample};

/// A plan with one part that holds this block, and one of everything.
fn dossier(block: Block) -> Dossier {
    let sample = sample();
    let from = sample.newest_plan().unwrap();
    let words = Block::Paragraph(Paragraph::plain(Level::None, "Lời"));
    let part = |id, heading: &str, blocks| {
        let heading = heading.to_owned();
        Arc::new(Part { id: Id(id), heading, blocks, ..Part::default() })
    };
    let plan = Plan {
        id: Id(1),
        form: FORM_2_2026,
        letterhead: from.letterhead.clone(),
        parts: vec![part(2, "Giám sát", vec![block]), part(3, "Mục đích", vec![words])],
        problems: vec![Arc::new(Problem { id: Id(4), ..Problem::default() })],
        reviews: vec![Review { id: Id(5), ..Review::default() }],
        working_groups: vec![WorkingGroup {
            id: Id(6),
            label: "Nhóm một".to_owned(),
            members: vec![Member { id: Id(7), name: "Bà An".to_owned() }],
            ..WorkingGroup::default()
        }],
        supervisors: vec![Supervisor { id: Id(8), ..Supervisor::default() }],
        signatures: vec![Signature { id: Id(9), ..Signature::default() }],
        ..Plan::empty(from.school_year)
    };
    Dossier { next_id: Id(10), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

/// The window at a part that holds this block.
fn at(block: Block) -> Window {
    let mut window = Window::of(&dossier(block));
    window.click("Nội dung");
    window
}

/// Types into a field and clicks something at once.
#[track_caller]
fn type_and_click(window: &mut Window, field: &str, words: &str, button: &str) {
    window.scroll_to(field);
    window.type_into(field, words);
    window.scroll_to(button);
    window.click(button);
    window.steps(3);
}

#[test]
fn a_supervisor_keeps_the_name_when_another_comes_in() {
    let mut window = at(Block::Members);
    type_and_click(&mut window, "Họ và tên", "Trần Văn Nam", "Thêm thành viên giám sát");
    let plan = window.plan();
    assert_eq!(plan.supervisors.len(), 2);
    assert_eq!(plan.supervisors[0].name, "Trần Văn Nam");
    let kept = window.close_and_read();
    assert_eq!(kept.plans[0].supervisors, plan.supervisors);
}

#[test]
fn a_supervisor_who_is_moved_or_taken_away_takes_the_words_along() {
    let mut window = at(Block::Members);
    window.click("Thêm thành viên giám sát");
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    type_and_click(&mut window, "Chức vụ", "Kế toán", "Xóa: Thành viên 1");
    assert_eq!(window.plan().supervisors, []);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(window.plan().supervisors[0].position, "Kế toán");
}

#[test]
fn a_working_group_keeps_its_task_when_another_comes_in() {
    let mut window = at(Block::Groups);
    type_and_click(&mut window, "Nhiệm vụ", "Theo dõi tiêu chuẩn 2", "Thêm nhóm công tác");
    let plan = window.plan();
    assert_eq!(plan.working_groups.len(), 2);
    assert_eq!(plan.working_groups[0].task, "Theo dõi tiêu chuẩn 2");
    assert_eq!(plan.working_groups[0].standards, [2]);
}

#[test]
fn a_member_keeps_the_name_when_another_comes_in() {
    let mut window = at(Block::Groups);
    type_and_click(&mut window, "Thành viên 1", ", Kế toán", "Thêm thành viên: Nhóm một");
    let names = |window: &Window| -> Vec<String> {
        let plan = window.plan();
        plan.working_groups[0].members.iter().map(|one| one.name.clone()).collect()
    };
    assert_eq!(names(&window), ["Bà An, Kế toán", ""]);
    // The new one has the focus; Enter makes the next.
    window.text("Ông Bình");
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    window.text("Bà Cúc");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(names(&window), ["Bà An, Kế toán", "Ông Bình", "Bà Cúc"]);
}

#[test]
fn a_review_keeps_its_words_when_another_comes_in() {
    let mut window = at(Block::Reviews);
    type_and_click(&mut window, "Thời điểm", "Cuối học kỳ I", "Thêm lần rà soát");
    let plan = window.plan();
    assert_eq!(plan.reviews.len(), 2);
    assert_eq!(plan.reviews[0].when, "Cuối học kỳ I");
}

#[test]
fn a_review_keeps_its_words_in_the_table_when_another_comes_in() {
    let mut window = Window::of(&dossier(Block::Reviews));
    window.click("Bảng cải tiến");
    window.click("Theo dõi, đánh giá");
    window.text("Hết tháng 12");
    window.click("Thêm lần theo dõi");
    window.steps(3);
    let plan = window.plan();
    assert_eq!(plan.reviews.len(), 2);
    let words = format!("{:?}", plan.reviews[0]);
    assert!(words.contains("Hết tháng 12"), "{words}");
    assert_ne!(plan.reviews[0].id, plan.reviews[1].id);
}

#[test]
fn a_problem_keeps_its_words_in_the_table_when_another_comes_in() {
    let mut window = Window::of(&dossier(Block::Problems));
    window.click("Bảng cải tiến");
    window.click("Vấn đề trọng tâm");
    window.text("Chưa đều");
    window.click("Thêm vấn đề");
    window.steps(3);
    let plan = window.plan();
    assert_eq!(plan.problems.len(), 2);
    let words = format!("{:?}", plan.problems[0]);
    assert!(words.contains("Chưa đều"), "{words}");
}

#[test]
fn a_signer_keeps_the_name_when_a_second_signature_comes_in() {
    let mut window = Window::of(&dossier(Block::Members));
    type_and_click(&mut window, "Họ và tên", "Lê Thị Mai", "Thêm chữ ký thứ hai");
    let names: Vec<String> = window.plan().signatures.iter().map(|one| one.name.clone()).collect();
    assert_eq!(names, ["", "Lê Thị Mai"]);
}

#[test]
fn recipients_and_names_at_the_head_stay_when_something_else_is_asked_for() {
    let mut window = Window::of(&dossier(Block::Members));
    type_and_click(&mut window, "Nơi nhận (mỗi dòng một nơi)", "Lưu: VT", "Thêm chữ ký thứ hai");
    assert_eq!(window.plan().recipients, ["Lưu: VT"]);
    window.scroll_to("Tên trường");
    window.press(Modifiers::NONE, Key::Escape);
    window.type_into("Tên trường", " mới");
    window.click("Nội dung");
    assert!(window.plan().letterhead.school.ends_with(" mới"));
    assert_eq!(window.plan().signatures.len(), 2);
}

#[test]
fn a_heading_stays_when_the_part_is_moved_hidden_or_set_again() {
    for button in ["Chuyển xuống", "Để không in"] {
        let mut window = at(Block::Members);
        let heading = "Tên phần I (in hoa khi in, số tự đánh)";
        type_and_click(&mut window, heading, " nội bộ", button);
        let plan = window.plan();
        let part = plan.parts.iter().find(|part| part.id == Id(2)).unwrap();
        assert_eq!(part.heading, "Giám sát nội bộ", "{button}");
        let moved = plan.parts[1].id == Id(2);
        assert_eq!(moved, button == "Chuyển xuống");
    }
}

#[test]
fn a_part_comes_in_after_the_words_that_were_typed_before() {
    let mut window = at(Block::Members);
    window.click("II. Mục đích");
    window.type_into("Lời văn của phần Mục đích", " thêm");
    window.click("Thêm phần");
    window.click("Phần mới, tự đặt tên");
    let plan = window.plan();
    assert_eq!(plan.parts.len(), 3);
    let words: Vec<String> = plan.parts[1].stretch(0).iter().map(Paragraph::text).collect();
    assert_eq!(words, ["Lời thêm"]);
}
