//! How the table is drawn: all words have room, and it rests when nothing happens.

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
