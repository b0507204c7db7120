//! Search and replace: found without marks, walked by keys, replaced in one step.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::world::Window;

const CTRL: Modifiers = Modifiers::COMMAND;

fn searching(words: &str, key: Key) -> Window {
    let mut window = Window::of(&crate::world::sample());
    window.click("Bảng cải tiến");
    window.press(CTRL, key);
    window.steps(3);
    window.harness.input_mut().events.push(Event::Text(words.to_owned()));
    window.steps(4);
    window
}

fn count(window: &Window, words: &str) -> usize {
    let plan = window.plan();
    let mut count = 0;
    caitien::plan::each_text(&plan, &mut |_, text| count += text.matches(words).count());
    count
}

#[test]
fn words_are_found_without_marks_and_walked_by_enter() {
    let mut window = searching("to van phong", Key::F);
    let here = count(&window, "Tổ Văn phòng") + count(&window, "tổ Văn phòng");
    assert!(here > 2 && window.shows(&format!("{here} chỗ")), "{here}");
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    assert!(window.shows(&format!("1 / {here}")));
    // The keys stay with the search while it walks.
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    assert!(window.shows(&format!("3 / {here}")));
    window.press(Modifiers::SHIFT, Key::Enter);
    window.steps(6);
    assert!(window.shows(&format!("2 / {here}")));
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    assert!(!window.shows("Cả hồ sơ"));
    let before = window.dossier();
    window.press(CTRL, Key::Z);
    assert_eq!(window.dossier(), before, "searching changed nothing");
}

#[test]
fn what_is_ticked_is_replaced_in_one_step_and_the_rest_stays() {
    let mut window = searching("tổ văn phòng", Key::H);
    let before = window.dossier();
    let here = count(&window, "Tổ Văn phòng") + count(&window, "tổ Văn phòng");
    window.click("Thay bằng");
    window.harness.input_mut().events.push(Event::Text("Tổ Hành chính".to_owned()));
    window.steps(4);
    window.press(Modifiers::NONE, Key::Tab);
    let boxes =
        |window: &Window| window.harness.query_all_by_role(egui::accesskit::Role::CheckBox).count();
    assert!(boxes(&window) > 4, "each hit has one");
    window.click(&format!("Thay {here} chỗ đã chọn"));
    window.steps(6);
    assert_eq!(count(&window, "Tổ Hành chính"), here);
    assert!(window.shows("Không thấy chỗ nào"));
    window.press(CTRL, Key::Z);
    window.steps(3);
    assert_eq!(window.dossier().plans, before.plans, "one step");
}

#[test]
fn other_plans_are_looked_through_only_where_that_is_wanted() {
    let mut window = searching("tổ văn phòng", Key::F);
    assert!(!window.shows("Kế hoạch năm học 2025 - 2026: "));
    let before = window.plan().id;
    window.click("Cả hồ sơ");
    window.steps(4);
    assert!(window.shows("Kế hoạch năm học 2025 - 2026: "));
    assert_eq!(window.plan().id, before, "nothing is gone to before it is asked for");
    // Back from the first hit, around the end, is the last one: of another plan.
    window.click("Chỗ trước");
    window.steps(6);
    assert_ne!(window.plan().id, before);
    // Walking on comes to every plan that has the words.
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..12 {
        window.click("Chỗ sau");
        window.steps(4);
        seen.insert(window.plan().id);
    }
    assert_eq!(seen.len(), window.dossier().plans.len());
}

/// How many pieces of words in fields stand on the ground of what is looked for.
fn tinted(window: &Window) -> usize {
    let ground = caitien::ui::Theme::light().hit;
    let shapes = window.harness.output().shapes.iter();
    let ours = |shape: &egui::Shape| matches!(shape, egui::Shape::Rect(one) if one.fill == ground);
    shapes.filter(|shape| ours(&shape.shape)).count()
}

#[test]
fn words_are_tinted_in_fields_and_paragraphs_and_not_in_the_search_itself() {
    let mut window = Window::of(&crate::world::sample());
    window.stage(caitien::ui::Stage::Info);
    window.steps(2);
    window.press(CTRL, Key::F);
    window.steps(2);
    assert_eq!(tinted(&window), 0);
    window.text("nguyet ha");
    window.steps(3);
    let school = window.harness.get_by_label("Tên trường").rect();
    assert!(school.top() < 614.0 && tinted(&window) >= 2, "{}", tinted(&window));
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    assert_eq!(tinted(&window), 0);
    window.stage(caitien::ui::Stage::Content);
    window.steps(2);
    window.press(CTRL, Key::F);
    window.steps(2);
    window.text("nha truong");
    window.steps(2);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    assert!(tinted(&window) > 0, "in the part that the first one led to");
}

#[test]
fn beside_the_list_of_hits_no_words_are_squeezed_into_a_column() {
    let mut window = Window::of(&crate::world::sample());
    window.stage(caitien::ui::Stage::Info);
    window.press(CTRL, Key::F);
    window.steps(2);
    window.text("ke hoach");
    window.steps(4);
    let help = "Số và ngày để trống thì chừa chỗ cho văn thư ghi.";
    let rect = window.harness.get_by_label(help).rect();
    assert!(rect.height() < 60.0, "{rect:?}");
}

/// A long text is tinted where it is seen, and nowhere else is anything laid out for it.
#[test]
fn of_a_long_text_only_what_is_seen_is_tinted() {
    let mut dossier = crate::world::sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    std::sync::Arc::make_mut(plan).recipients = vec!["Ban kế hoạch".to_owned(); 3_000];
    let mut window = Window::of(&dossier);
    window.stage(caitien::ui::Stage::Info);
    window.press(CTRL, Key::F);
    window.steps(2);
    window.text("ban ke hoach");
    window.steps(2);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    assert!((1..200).contains(&tinted(&window)), "{}", tinted(&window));
}
