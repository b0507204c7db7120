//! What views are built of. Each takes its colours from the theme in use and names itself
//! for a screen reader, so that tests find it by what a person reads.
//!
//! Text that is edited goes through [`field`], which keeps the one live buffer.

pub mod button;
pub mod calendar;
pub mod card;
pub mod choice;
pub mod clear;
pub mod dialog;
pub mod field;
pub mod keys;
pub mod lines;
pub mod marks;
pub mod show;
pub mod text_menu;
pub mod ticks;

pub use button::{Kind, button, button_with, icon_button, link};
pub use card::{Card, card_frame};
pub use choice::{checkbox, segmented, select};
pub use clear::{keep_clear, kept_clear};
pub use field::{Field, number_field, text_field};
pub use keys::list_keys;
pub use show::{Tone, at_right, badge, body, empty, help, hint, label, small, title_row};
