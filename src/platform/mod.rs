//! The outside: the clock, folders, writing files safely, other programs.
//!
//! Invariant: everything the program asks of the system beside its own file goes through
//! here or through the window's toolkit; errors carry kinds, never words for a person.

mod clock;
mod console;
mod ending;
mod folders;
mod identity;
mod litter;
mod lock;
mod log;
mod machine;
mod one_window;
mod open;
mod place;
mod read;
mod write;

pub use clock::{now, today};
pub use console::{attach_console, is_broken_pipe, show_box};
pub use ending::when_asked_to_end;
pub use folders::{data_folder, documents_folder, shown};
pub use identity::{FileIdentity, file_identity, same_file};
pub use litter::{NOTE_PREFIX, is_left_by_the_dead, passing_name, sweep};
pub use lock::lock_whole;
pub use log::{log_fault, log_file, log_panics, log_tail};
pub use machine::{
    has_file_dialog, is_remote_session, is_virtual_machine, is_wayland, lacks_graphics_card,
    machine_name, names_wayland_in_vain, system_name, user_name, wants_stillness,
};
pub use one_window::{Door, OneWindow, one_window};
pub use open::{open, open_folder_of};
pub use place::{CloudService, PlaceKind, place_kind};
pub use read::read_at_most;
pub use write::{
    Unfinished, WriteError, WriteErrorKind, Written, atomic_write, put_note, set_aside,
};
