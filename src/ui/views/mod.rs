//! The views, one a folder. Each has a state of its own, `show`, and `go` to a place in it.

pub mod backups;
pub mod content;
pub mod evaluation;
pub mod findings;
pub mod follow;
pub mod info;
pub mod next;
pub mod print;
pub mod review;
pub mod start;
pub mod table;
pub mod three_years;
pub mod timeline;
pub mod word;

use crate::edit::Edit;
use crate::plan::{Place, Spot};

use super::Command;
use super::fields::Fields;
use super::request::{Requests, Stage};
use super::view::ViewCx;

/// The states of all views of a plan.
#[derive(Default)]
pub struct Views {
    evaluation: evaluation::EvaluationState,
    info: info::InfoState,
    content: content::ContentState,
    table: table::TableState,
    timeline: timeline::TimelineState,
    follow: follow::FollowState,
    review: review::ReviewState,
    findings: findings::FindingsState,
    print: print::PrintState,
    three_years: three_years::ThreeYearsState,
}

impl Views {
    /// Draws the view of a stage in what room is left.
    pub fn show(
        &mut self,
        stage: Stage,
        ui: &mut egui::Ui,
        cx: &ViewCx<'_>,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        match stage {
            Stage::Evaluation => {
                evaluation::show(ui, cx, &mut self.evaluation, fields, requests);
            }
            Stage::Info => info::show(ui, cx, &mut self.info, fields, requests),
            Stage::Content => content::show(ui, cx, &mut self.content, fields, requests),
            Stage::Table => table::show(ui, cx, &mut self.table, fields, requests),
            Stage::Timeline => timeline::show(ui, cx, &mut self.timeline, fields, requests),
            Stage::Follow => follow::show(ui, cx, &mut self.follow, fields, requests),
            Stage::Review => review::show(ui, cx, &mut self.review, fields, requests),
            Stage::Findings => findings::show(ui, cx, &mut self.findings, fields, requests),
            Stage::Print => print::show(ui, cx, &mut self.print, fields, requests),
            Stage::ThreeYears => three_years::show(ui, cx, &mut self.three_years, requests),
        }
    }

    /// Runs a command of a view; says on which stage it is.
    pub fn run(&mut self, command: Command) -> Option<Stage> {
        if command == Command::Issue {
            self.print.issue_soon();
            return Some(Stage::Print);
        }
        self.table.run(command).then_some(Stage::Table)
    }

    /// Whether Enter goes down in every cell of the table, as in Excel: a setting.
    pub fn enter_as_excel(&mut self) -> &mut bool {
        &mut self.table.as_excel
    }

    /// Leads to the page on which words stand; says on which stage that is.
    pub fn show_on_paper(&mut self, words: String) -> Stage {
        self.print.look_for(words);
        Stage::Print
    }

    /// Whether the present words of a plan are looked at that was given out.
    #[must_use]
    pub fn shows_present(&self, plan: crate::plan::Id) -> bool {
        self.print.shows_present(plan)
    }

    /// Shows the sheet of a piece of work; says on which stage it is.
    pub fn follow(&mut self, item: crate::plan::Id) -> Stage {
        self.follow.go(&Spot::Row(item, None));
        Stage::Follow
    }

    /// Whether a person has said what Enter shall do: a setting.
    pub fn enter_known(&mut self) -> &mut bool {
        &mut self.table.enter_known
    }

    /// Whether the criterion of the active row is shown under the table: a setting.
    pub fn shows_criterion(&mut self) -> &mut bool {
        &mut self.table.shows_criterion
    }

    /// The clipboard as HTML has come, for what was pasted last.
    pub fn take_html(&mut self, html: &str) {
        self.content.take_html(html);
    }

    /// Leads to where a step of the self-evaluation was made; says on which stage that is.
    pub fn go_to_step(&mut self, edit: &Edit) -> Option<Stage> {
        self.evaluation.go_to(edit).then_some(Stage::Evaluation)
    }

    /// Leads to a place; says on which stage it stands.
    pub fn go(&mut self, place: &Place) -> Stage {
        let stage = stage_of(&place.at);
        match stage {
            Stage::Info => self.info.go(&place.at),
            Stage::Content => self.content.go(&place.at),
            Stage::Table => self.table.go(&place.at),
            Stage::Timeline => self.timeline.go(&place.at),
            Stage::Follow => self.follow.go(&place.at),
            Stage::Review => self.review.go(&place.at),
            Stage::Findings => self.findings.go(&place.at),
            // No place of a plan is edited there.
            Stage::Evaluation | Stage::Print | Stage::ThreeYears => {}
        }
        stage
    }
}

/// The stage on which a place is edited. Problems stand beside the table, reviews,
/// groups and supervisors among the words of the parts.
fn stage_of(spot: &Spot) -> Stage {
    match spot {
        Spot::Info(_) => Stage::Info,
        Spot::Part(_)
        | Spot::Bases
        | Spot::Opening
        | Spot::Review(..)
        | Spot::WorkingGroup(_)
        | Spot::Supervisor(_) => Stage::Content,
        Spot::Table | Spot::Row(..) | Spot::Problem(..) => Stage::Table,
    }
}
