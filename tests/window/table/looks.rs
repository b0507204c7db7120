//! How the table is drawn: all words have room, and it rests when nothing happens.

use egui_kittest::kittest::{NodeT, Queryable};

use super::*;

#[test]
fn nothing_is_drawn_again_while_nothing_happens() {
    let mut window = table();
    window.wait(2.0);
    assert!(window.harness.try_run().is_ok(), "it goes on drawing");
}

#[test]
fn every_cell_has_room_for_all_its_lines_at_any_width() {
    let dossier = sample();
    let folder = crate::world::folder();
    let path = crate::world::write(&folder, "school.caitien", &dossier);
    let start = caitien::ui::Start::File(path);
    let mut window = Window::with(start, folder, [1000.0, 700.0]);
    window.click("Bảng cải tiến");
    // At some of these widths a line breaks in the very pixel that the columns' line takes.
    for width in (1000..1400).step_by(7) {
        window.harness.set_size(egui::vec2(width as f32, 700.0));
        window.steps(3);
        let clipped = clipped_words(&window);
        assert!(clipped.is_empty(), "at {width}: {clipped:?}");
    }
}

/// Words of cells that begin inside the grid's cell and end below its foot.
fn clipped_words(window: &Window) -> Vec<String> {
    let mut clipped = Vec::new();
    for shape in &window.harness.output().shapes {
        let egui::Shape::Text(text) = &shape.shape else { continue };
        let foot = text.visual_bounding_rect().bottom();
        // Cells are cut at the foot of the grid, near the foot of the window, with reason.
        let clip = shape.clip_rect;
        if clip.bottom() < 660.0 && foot > clip.bottom() + 1.0 && clip.height() > 8.0 {
            clipped.push(text.galley.text().to_owned());
        }
    }
    clipped
}

#[test]
fn a_column_keeps_the_width_it_was_dragged_to_and_no_step_of_undo_is_made() {
    let mut window = table();
    let head = |window: &Window| window.harness.get_by_label("Mục tiêu cải tiến").rect();
    let before = head(&window);
    let grip = egui::pos2(before.right() - 2.0, before.center().y);
    let pointer = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    one_frame(&mut window, [egui::Event::PointerMoved(grip)]);
    one_frame(&mut window, [pointer(grip, true)]);
    let aim = grip + egui::vec2(90.0, 0.0);
    for part in [0.3, 0.7, 1.0] {
        one_frame(&mut window, [egui::Event::PointerMoved(grip + (aim - grip) * part)]);
    }
    one_frame(&mut window, [pointer(aim, false)]);
    window.steps(3);
    let wide = head(&window).width();
    assert!((wide - before.width() - 90.0).abs() < 4.0, "{} to {wide}", before.width());
    let names: Vec<_> = window.harness.query_all_by_label_contains("Hoàn tác").collect();
    assert!(
        names.iter().all(|node| !node.accesskit_node().label().unwrap_or_default().contains("cột"))
    );
    drop(names);
    let dossier = window.close_and_read();
    let again = of(&dossier);
    assert!((head(&again).width() - wide).abs() < 1.0);
}
