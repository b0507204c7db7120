//! Every label, finding and error as a Vietnamese sentence.

mod fields;
mod findings;
mod places;
mod steps;
mod understood;
pub mod window;

pub use fields::{
    column_name, field_name, form_name, info_field_name, ownership_name, progress_words,
    school_kind_name, severity_name, status_name,
};
pub use findings::{finding_sentence, finding_title, finding_todo};
pub use places::place_name;
pub use steps::step_name;
pub use understood::{how_often, money_hint, period_hint};
