//! For everyone: whatever can be reached or pressed says what it is, and is large enough to hit.

use std::collections::BTreeMap;

use caitien::ui::{Command, Stage, Start};
use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use crate::world::{Window, folder, sample, write};

/// The least height and width of what is pressed, in logical pixels.
const TARGET: f32 = 28.0;

/// What was seen of the screens.
#[derive(Default)]
struct Seen {
    /// What has no name, or does not say what it is.
    nameless: Vec<String>,
    /// The largest side that is small of whatever is pressed: what the edge of a list cuts is
    /// whole elsewhere.
    sides: BTreeMap<String, f32>,
    /// How many there were.
    count: usize,
}

impl Seen {
    /// Looks at all that stands on the screen.
    fn look(&mut self, window: &Window, at: &str) {
        for node in window.harness.root().children_recursive() {
            let one = node.accesskit_node();
            let data = one.data();
            let acts = [Action::Focus, Action::Click].map(|action| data.supports_action(action));
            // The toolkit's bars to scroll say what they are and have no name.
            if acts == [false, false] || one.is_hidden() || one.role() == Role::ScrollBar {
                continue;
            }
            self.count += 1;
            let (name, role) = (one.label().unwrap_or_default(), one.role());
            let says_nothing = matches!(role, Role::Unknown | Role::GenericContainer)
                // Words that are read and chosen from, and no more.
                || (role == Role::Label && one.value().is_none());
            if says_nothing || name.trim().is_empty() {
                self.nameless.push(format!("{at}: {role:?} {name:?} {:?}", node.rect()));
            }
            // The square that fills cells is a part of the cell's corner, as in Excel; keys do
            // the same.
            if is_pressed(role) && name != "Kéo để điền tiếp" {
                let side = node.rect().size().min_elem();
                let best = self.sides.entry(format!("{role:?} {name}")).or_default();
                *best = best.max(side);
            }
        }
    }
}

fn is_pressed(role: Role) -> bool {
    use Role::{Button, CheckBox, ComboBox, MenuItem, RadioButton, Tab, TextInput};
    [Button, CheckBox, ComboBox, MenuItem, RadioButton, Tab, TextInput].contains(&role)
}

/// Every stage, menu and dialog of the sample, in a window of this size.
fn look_around(seen: &mut Seen, size: [f32; 2]) {
    let mut window = Window::with(Start::Screen, folder(), size);
    seen.look(&window, "first screen");
    window.click("Lập kế hoạch mới…");
    seen.look(&window, "new plan");
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path), folder, size);
    for stage in Stage::ALL {
        window.stage(stage);
        window.steps(6);
        seen.look(&window, &format!("{stage:?}"));
    }
    window.stage(Stage::Table);
    for menu in ["Tệp", "Hiển thị"] {
        window.click(menu);
        seen.look(&window, menu);
        window.press(Modifiers::NONE, Key::Escape);
    }
    let leaves = [Command::ShowStart, Command::OpenSample, Command::Palette];
    for command in Command::ALL.into_iter().filter(|command| !leaves.contains(command)) {
        window.press(Modifiers::COMMAND, Key::K);
        window.text(command.label());
        window.steps(2);
        seen.look(&window, "commands");
        window.press(Modifiers::NONE, Key::Enter);
        window.steps(3);
        seen.look(&window, &format!("{command:?}"));
        window.press(Modifiers::NONE, Key::Escape);
        window.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn whatever_can_be_reached_or_pressed_says_what_it_is_and_is_large_enough() {
    let mut seen = Seen::default();
    look_around(&mut seen, [1093.0, 614.0]);
    look_around(&mut seen, [1366.0, 1000.0]);
    assert!(seen.count > 1_000, "{} were seen", seen.count);
    seen.nameless.sort();
    seen.nameless.dedup();
    assert!(seen.nameless.is_empty(), "{}", seen.nameless.join("\n"));
    let small: Vec<_> = seen.sides.iter().filter(|(_, side)| **side < TARGET).collect();
    assert!(small.is_empty(), "{small:#?}");
}
