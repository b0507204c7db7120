//! Every label, finding and error as a Vietnamese sentence.

mod understood;

pub use understood::{how_often, money_hint, period_hint};
