//! What stands around a view: the top bar and the stages.

mod stages;
mod top_bar;

pub use stages::{Badges, stages};
pub use top_bar::{TopBar, top_bar};
