//! What prints beside the plan itself: who does what, what proves it, what it costs, what came of
//! it, and the deadlines as a calendar.

use egui::{Popup, Ui};

use crate::document::{Handout, led_by_nobody, task_leads};
use crate::messages::print as words;
use crate::plan::Id;
use crate::session::{HandoutAs, PaperKind};
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::choice::{list_row, list_row_with};
use crate::ui::widgets::{self, select};

/// What is known of the plan shown, computed when it changed.
#[derive(Default)]
pub struct Sheets {
    of: Option<(Id, u64)>,
    /// Who leads any work.
    leads: Vec<String>,
    /// How much work nobody leads.
    nobody: usize,
    /// A review was closed: what came of it can be told.
    closed: bool,
    /// For whom the sheet of tasks is, among those who lead.
    whom: usize,
}

impl Sheets {
    fn tend(&mut self, cx: &ViewCx<'_>) {
        let of = Some((cx.plan.id, cx.revision));
        if self.of == of {
            return;
        }
        let chosen = self.leads.get(self.whom).cloned();
        self.of = of;
        self.leads = task_leads(cx.dossier, cx.plan);
        self.nobody = led_by_nobody(cx.dossier, cx.plan);
        self.closed = cx.plan.reviews.iter().any(|review| review.closed.is_some());
        self.whom = self.leads.iter().position(|lead| Some(lead) == chosen.as_ref()).unwrap_or(0);
    }

    /// Draws the list.
    pub fn show(&mut self, ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
        self.tend(cx);
        ui.spacing_mut().item_spacing.y = 4.0;
        let theme = theme::of(ui);
        let title = egui::RichText::new(words::SHEETS).font(theme::bold(size::CARD));
        ui.label(title.color(theme.text));
        if cx.plan.items().next().is_none() {
            widgets::small(ui, words::NO_SHEETS);
            // A self-evaluation has its evidence without any plan.
            if cx.dossier.evaluation(cx.plan.school_year).is_some() {
                row(ui, &Handout::Evidence, "", requests);
            }
            return;
        }
        row(ui, &Handout::Tasks, "", requests);
        if !self.leads.is_empty() {
            row(ui, &Handout::TasksOfEach, "", requests);
            if self.nobody > 0 {
                widgets::small(ui, &words::led_by_nobody(self.nobody));
            }
            let label = words::TASKS_OF;
            if let Some(picked) = select(ui, "whom", label, None, &self.leads, Some(self.whom)) {
                self.whom = picked;
            }
            if let Some(lead) = self.leads.get(self.whom) {
                row(ui, &Handout::TasksOf(lead.clone()), "", requests);
            }
        }
        row(ui, &Handout::Evidence, "", requests);
        row(ui, &Handout::Money, "", requests);
        row(ui, &Handout::Updated, if self.closed { "" } else { words::NOT_CLOSED }, requests);
        let calendar = list_row(ui, words::CALENDAR, false);
        if calendar.on_hover_text(words::CALENDAR_HELP).clicked() {
            requests.push(Request::Export(PaperKind::Calendar));
        }
    }
}

/// A sheet, with what can be done with it in a menu; `not` says why nothing can.
fn row(ui: &mut Ui, sheet: &Handout, not: &str, requests: &mut Requests) {
    let name = if *sheet == Handout::TasksOfEach { words::TASKS_OF_EACH } else { sheet.name() };
    let row = |ui: &mut Ui| list_row_with(ui, name, "›", false);
    let button = ui.add_enabled_ui(not.is_empty(), row).inner;
    if !not.is_empty() {
        widgets::small(ui, not);
        return;
    }
    Popup::menu(&button).width(220.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let kind = |kind| PaperKind::Handout(sheet.clone(), kind);
        for (label, request) in [
            (words::SHEET_VIEW, Request::PrintPaper(kind(HandoutAs::Pdf))),
            (words::SHEET_PDF, Request::Export(kind(HandoutAs::Pdf))),
            (words::SHEET_WORD, Request::Export(kind(HandoutAs::Word))),
            (words::SHEET_EXCEL, Request::Export(kind(HandoutAs::Excel))),
        ] {
            if list_row(ui, label, false).clicked() {
                requests.push(request);
                ui.close();
            }
        }
    });
}
