//! What prints beside the plan itself: who does what, what proves it, what it costs, what came of
//! it, and the deadlines as a calendar.

use egui::{Popup, Ui};

use crate::document::{Handout, task_leads};
use crate::messages::print as words;
use crate::plan::Id;
use crate::session::PaperKind;
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
        row(ui, &Handout::Tasks, "", requests);
        if !self.leads.is_empty() {
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
    let row = |ui: &mut Ui| list_row_with(ui, sheet.name(), "›", false);
    let button = ui.add_enabled_ui(not.is_empty(), row).inner;
    if !not.is_empty() {
        widgets::small(ui, not);
        return;
    }
    Popup::menu(&button).width(220.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let pages = PaperKind::Handout(sheet.clone());
        let words = PaperKind::HandoutWord(sheet.clone());
        for (label, request) in [
            (words::SHEET_VIEW, Request::PrintPaper(pages.clone())),
            (words::SHEET_PDF, Request::Export(pages)),
            (words::SHEET_WORD, Request::Export(words)),
        ] {
            if list_row(ui, label, false).clicked() {
                requests.push(request);
                ui.close();
            }
        }
    });
}
