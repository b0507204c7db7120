//! Every label, finding and error as a Vietnamese sentence.

pub mod about;
pub mod arranged;
pub mod backups;
pub mod calendar;
pub mod catalogue;
pub mod collect;
pub mod commands;
pub mod content;
pub mod costs;
pub mod criterion;
pub mod evaluation;
mod fields;
pub mod file_kinds;
mod finding_kinds;
pub mod findings;
pub mod follow;
pub mod help;
mod import;
pub mod info;
pub mod issuing;
pub mod new_plan;
pub mod next;
mod outside;
pub mod palette;
mod paper;
pub mod paste;
pub mod place_kind;
mod places;
pub mod print;
pub mod ready;
mod recognised;
mod refused;
pub mod renew;
pub mod repair;
pub mod review;
pub mod run_fields;
mod salvage;
pub mod scans;
pub mod search;
pub mod settings;
pub mod spelling;
pub mod stages;
pub mod start;
mod steps;
mod store;
mod system;
pub mod table;
pub mod terms;
pub mod three_years;
pub mod timeline;
pub mod tour;
mod understood;
mod usage;
pub mod window;
pub mod word_in;

pub use collect::unread_workbook;
pub use fields::{
    column_name, field_name, info_field_name, ownership_name, progress_words, school_kind_name,
    severity_name, status_name,
};
pub use finding_kinds::source_name;
pub use findings::{
    change_words, finding_fix, finding_said, finding_sentence, finding_title, finding_todo,
    findings_count,
};
pub use import::import_error;
pub use outside::{export_sentence, paper_error, read_error, write_sentence};
pub use paper::{exported, layout_problem, no_viewer};
pub use places::place_name;
pub use recognised::{asked_place, both};
pub use refused::unread_paper;
pub use salvage::{conflict_copies, salvaged, store_mended};
pub use steps::{edit_error, step_name};
pub use store::{store_error, store_reason};
pub use system::why;
pub use timeline::{
    began_in, goes_on_to, overdue_count, shown_code, sorted_by, timeline_group, timeline_legend,
    timeline_row, timeline_tooltip, today_label, undated_row, undated_summary, work_count,
};
pub use understood::{how_often, money_hint, people_hint, period_hint};
pub use usage::{
    Usage, broken_program, built_without_window, cannot_answer, cannot_read, form_taken,
    no_display, no_form, no_plan, no_plan_of_id, no_plan_of_year, no_window, nobody_of_this_name,
    nothing_to_tell, same_file, several_plans, usage_help, usage_sentence, window_stopped,
};
