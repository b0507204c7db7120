//! What stands around a view: the top bar and the stages.

mod notice;
mod stages;
mod top_bar;
mod tour;

pub use notice::{Pressed, held, notice};
pub use stages::{Badges, stages};
pub use top_bar::{OpenFile, TopBar, key, top_bar};
pub use tour::Tour;
