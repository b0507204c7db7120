//! The outside: the clock, folders, writing files safely, other programs.
//!
//! Invariant: everything the program asks of the system beside its own file goes through
//! here or through the window's toolkit; errors carry kinds, never words for a person.

mod clock;
mod console;
mod folders;
mod identity;
mod open;
mod write;

pub use clock::{now, today};
pub use console::{attach_console, is_broken_pipe};
pub use folders::{data_folder, documents_folder};
pub use identity::{FileIdentity, file_identity, same_file};
pub use open::{open, open_folder_of};
pub use write::{WriteError, WriteErrorKind, atomic_write, write_new};
