//! Term dates of the school year shown, and the school's own abbreviations.

use crate::edit::Edit;
use crate::messages::{terms as words, window};
use crate::plan::{Abbreviation, Dossier, SchoolYear, TermDates};
use crate::ui::request::{Request, Requests};
use crate::ui::theme;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::{Field, hint, small};
use crate::words::{date, parse_date};

use super::Wish;

/// What is typed so far.
pub struct Terms {
    year: SchoolYear,
    before: TermDates,
    abbreviations_before: Vec<Abbreviation>,
    dates: [String; 3],
    abbreviations: String,
}

impl Terms {
    /// The dates of a year, as they hold now.
    #[must_use]
    pub fn new(dossier: &Dossier, year: SchoolYear) -> Self {
        let before = dossier.terms(year);
        Self {
            year,
            before,
            dates: [before.start, before.term_1_end, before.end].map(date),
            abbreviations: dossier
                .abbreviations
                .iter()
                .map(|of| format!("{} = {}", of.short, of.long))
                .collect::<Vec<_>>()
                .join("\n"),
            abbreviations_before: dossier.abbreviations.clone(),
        }
    }

    /// The dates, where all three are days in their order.
    fn terms(&self) -> Option<TermDates> {
        let [start, term_1_end, end] = [0, 1, 2].map(|index| parse_date(&self.dates[index]));
        let (start, term_1_end, end) = (start?, term_1_end?, end?);
        (start < term_1_end && term_1_end < end).then_some(TermDates {
            school_year: self.year,
            start,
            term_1_end,
            end,
        })
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let terms = self.terms();
        let abbreviations = words::read_abbreviations(&self.abbreviations);
        let frame = Frame {
            title: words::TITLE,
            width: 600.0,
            primary: words::DONE,
            ready: terms.is_some() && abbreviations.is_some(),
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(12.0, 12.0);
            small(ui, &words::of_year(self.year));
            let third = (ui.available_width() - 24.0) / 3.0;
            ui.horizontal_top(|ui| {
                for (index, label) in words::DATES.into_iter().enumerate() {
                    let wrong = parse_date(&self.dates[index]).is_none();
                    let field = Field { label, width: Some(third), wrong, ..Field::default() };
                    local_field(ui, ("date", index), &field, &mut self.dates[index]);
                }
            });
            let late = theme::of(ui).late;
            hint(ui, terms.is_none(), words::WRONG_DATES, late);
            let field = Field {
                label: words::ABBREVIATIONS,
                help: words::ABBREVIATIONS_HELP,
                hint: words::ABBREVIATIONS_HINT,
                rows: 4,
                wrong: abbreviations.is_none(),
                ..Field::default()
            };
            local_field(ui, "abbreviations", &field, &mut self.abbreviations);
        });
        match closed {
            Closed::No => return Wish::Stay,
            Closed::Cancelled => return Wish::Close,
            Closed::Done => {}
        }
        if let Some(terms) = terms
            && terms != self.before
        {
            requests.push(Request::Edit(Edit::SetTermDates(terms), None));
        }
        if let Some(list) = abbreviations
            && list != self.abbreviations_before
        {
            requests.push(Request::Edit(Edit::SetAbbreviations(list), None));
        }
        Wish::Close
    }
}
