//! The keyboard: in a list of painted rows one stop of Tab and arrows inside it; who takes Enter;
//! and where the focus goes when something closes.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Rect, Sense, Ui, WidgetInfo};

/// What the keys did in a list in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The list has the focus: its chosen row is shown as such.
    pub focused: bool,
    /// Another row was chosen: it wants to be scrolled to.
    pub moved: bool,
    /// Enter or Space on the chosen row.
    pub opened: bool,
    /// Left (below 0) or right (above 0).
    pub sideways: i32,
}

/// Makes a rectangle a stop of Tab with this name, and moves `at` among `count` rows by
/// Up, Down, Page Up, Page Down, Home and End. Call it before the rows are drawn.
pub fn list_keys(
    ui: &Ui,
    id: Id,
    rect: Rect,
    name: &str,
    at: &mut usize,
    count: usize,
    page: usize,
) -> Keys {
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::ListBox, ui.is_enabled(), name));
    *at = (*at).min(count.saturating_sub(1));
    if !response.has_focus() {
        return Keys::default();
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    let filter =
        EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let mut keys = Keys { focused: true, ..Keys::default() };
    if count == 0 {
        return keys;
    }
    let before = *at;
    let last = count - 1;
    let times = |key| ui.input(|input| input.num_presses(key));
    *at = (*at + times(Key::ArrowDown) + page * times(Key::PageDown)).min(last);
    *at = at.saturating_sub(times(Key::ArrowUp) + page * times(Key::PageUp));
    if times(Key::Home) > 0 {
        *at = 0;
    }
    if times(Key::End) > 0 {
        *at = last;
    }
    keys.moved = *at != before;
    keys.opened = times(Key::Enter) + times(Key::Space) > 0;
    keys.sideways = i32::from(times(Key::ArrowRight) > 0) - i32::from(times(Key::ArrowLeft) > 0);
    keys
}

/// Says that what has the focus does something of its own with Enter: the default button of a
/// dialog does not get it.
pub fn takes_enter(ui: &Ui) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(enter_id(), pass));
}

/// Whether somebody said so in this frame.
#[must_use]
pub fn enter_is_taken(ctx: &egui::Context) -> bool {
    let pass = ctx.cumulative_pass_nr();
    ctx.data(|data| data.get_temp(enter_id())) == Some(pass)
}

/// Whether the focus came by Tab, now or from what is drawn after this: it is asked in every
/// frame, as going back gives the focus a frame later.
pub fn came_by_tab(ui: &Ui) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    let kept = Id::unique("pass of a tab");
    if ui.input(|input| input.key_pressed(Key::Tab)) {
        ui.data_mut(|data| data.insert_temp(kept, pass));
    }
    ui.data(|data| data.get_temp::<u64>(kept)).is_some_and(|of| of + 1 >= pass)
}

fn enter_id() -> Id {
    Id::unique("takes enter")
}

/// Says who shall have the focus when the list or menu that is open has closed.
pub fn focus_after(ctx: &egui::Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(Id::unique("focus after"), id));
}

/// Who that is, if somebody said so since this was asked last.
#[must_use]
pub fn take_focus_after(ctx: &egui::Context) -> Option<Id> {
    let kept = Id::unique("focus after");
    let id = ctx.data(|data| data.get_temp(kept));
    ctx.data_mut(|data| data.remove::<Id>(kept));
    id
}

/// Whether this is drawn inside a dialog, where Enter is the default button's.
#[must_use]
pub fn in_dialog(ui: &Ui) -> bool {
    ui.memory(egui::Memory::top_modal_layer) == Some(ui.layer_id())
}
