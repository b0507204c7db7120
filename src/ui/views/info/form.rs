//! The form of Thông tin: labelled fields in cards, in the order of the paper.

use egui::{RichText, Ui};

use crate::edit::{Edit, PlanEdit};
use crate::messages::{self, info as words};
use crate::plan::{
    InfoField, Letterhead, Ownership, Plan, PlanDate, SchoolKind, SchoolYear, Signature,
};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{Field, Kind, button, help, number_field, select, text_field};

use super::basis;

/// Draws the form; the field in `focus` takes the focus.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    focus: Option<InfoField>,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let mut form = FormUi { cx, focus, fields, requests };
    ui.spacing_mut().item_spacing = egui::vec2(12.0, 10.0);
    form.head(ui);
    basis::show(ui, cx, focus, form.requests);
    form.foot(ui);
    form.about(ui);
    ui.add_space(8.0);
}

/// A heading inside the form.
pub(super) fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(4.0);
    let theme = theme::of(ui);
    ui.label(RichText::new(words).font(theme::bold(size::CARD)).color(theme.text));
}

struct FormUi<'a, 'b> {
    cx: &'a ViewCx<'b>,
    focus: Option<InfoField>,
    fields: &'a mut Fields,
    requests: &'a mut Requests,
}

impl FormUi<'_, '_> {
    fn plan(&self) -> &Plan {
        self.cx.plan
    }

    /// A text of the plan; `change` makes the edit of what is typed.
    fn text(
        &mut self,
        ui: &mut Ui,
        place: Option<InfoField>,
        field: &Field<'_>,
        value: &str,
        change: impl Fn(&str) -> PlanEdit + 'static,
    ) {
        let take_focus = place.is_some() && place == self.focus;
        let field = Field { take_focus, ..*field };
        let plan = self.cx.plan.id;
        text_field(ui, field.label, &field, value, self.fields, self.requests, move |text| {
            Edit::InPlan { plan, change: change(text) }
        });
    }

    /// A text of the letterhead.
    fn letterhead(
        &mut self,
        ui: &mut Ui,
        place: InfoField,
        field: &Field<'_>,
        value: &str,
        set: fn(&mut Letterhead, String),
    ) {
        let letterhead = self.cx.plan.letterhead.clone();
        self.text(ui, Some(place), field, value, move |text| {
            let mut changed = letterhead.clone();
            set(&mut changed, text.to_owned());
            PlanEdit::SetLetterhead(changed)
        });
    }

    fn head(&mut self, ui: &mut Ui) {
        let cx = self.cx;
        let head = &cx.plan.letterhead;
        heading(ui, words::HEAD);
        let body = Field { label: words::GOVERNING_BODY, rows: 1, ..Field::default() };
        self.letterhead(ui, InfoField::GoverningBody, &body, &head.governing_body, |of, text| {
            of.governing_body = text;
        });
        let school =
            Field { label: words::SCHOOL, rows: 1, help: words::LINES_HELP, ..Field::default() };
        self.letterhead(ui, InfoField::School, &school, &head.school, |of, text| {
            of.school = text;
        });
        let third = (ui.available_width() - 24.0) / 3.0;
        ui.horizontal_top(|ui| {
            let field = |label| Field { label, width: Some(third), ..Field::default() };
            let number = cx.plan.number.clone();
            self.text(ui, Some(InfoField::Number), &field(words::NUMBER), &number, |text| {
                PlanEdit::SetNumber(text.to_owned())
            });
            let symbol = cx.plan.symbol.clone();
            self.text(ui, Some(InfoField::Symbol), &field(words::SYMBOL), &symbol, |text| {
                PlanEdit::SetSymbol(text.to_owned())
            });
            self.letterhead(ui, InfoField::Place, &field(words::PLACE), &head.place, |of, text| {
                of.place = text;
            });
        });
        self.date(ui);
        let half = (ui.available_width() - 24.0) / 3.0;
        ui.horizontal_top(|ui| {
            let kind = Field { label: words::DOC_TYPE, width: Some(half), ..Field::default() };
            self.text(ui, Some(InfoField::DocType), &kind, &cx.plan.doc_type, |text| {
                PlanEdit::SetDocType(text.to_owned())
            });
            let lines = cx.plan.subject.join("\n");
            let subject = Field { label: words::SUBJECT, rows: 1, ..Field::default() };
            self.text(ui, Some(InfoField::Subject), &subject, &lines, |text| {
                PlanEdit::SetSubject(lines_of(text))
            });
        });
    }

    fn date(&mut self, ui: &mut Ui) {
        let date = self.plan().date;
        let complete = date.day.is_some() && date.month.is_some() && date.year.is_some();
        let wrong = complete && date.to_date().is_none();
        let take_focus = self.focus == Some(InfoField::Date);
        ui.horizontal_top(|ui| {
            let field = |label, width, take_focus| Field {
                label,
                width: Some(width),
                wrong,
                take_focus,
                ..Field::default()
            };
            self.number(
                ui,
                &field(words::DAY, 80.0, take_focus),
                date.day.map(i64::from),
                date,
                |of, day| {
                    of.day = day
                        .and_then(|day| u8::try_from(day).ok())
                        .filter(|day| (1..=31).contains(day));
                },
            );
            self.number(
                ui,
                &field(words::MONTH, 80.0, false),
                date.month.map(i64::from),
                date,
                |of, month| {
                    of.month = month
                        .and_then(|month| u8::try_from(month).ok())
                        .filter(|month| (1..=12).contains(month));
                },
            );
            self.number(
                ui,
                &field(words::YEAR, 96.0, false),
                date.year.map(i64::from),
                date,
                |of, year| {
                    of.year = year
                        .and_then(|year| i16::try_from(year).ok())
                        .filter(|year| (1900..=9000).contains(year));
                },
            );
            ui.vertical(|ui| {
                ui.add_space(if ui.available_width() > 330.0 { 32.0 } else { 22.0 });
                if wrong {
                    let late = self.cx.theme.late;
                    ui.label(
                        RichText::new(words::NO_SUCH_DAY)
                            .font(theme::regular(size::SMALL))
                            .color(late),
                    );
                } else {
                    help(ui, words::BLANK_HELP);
                }
            });
        });
    }

    fn number(
        &mut self,
        ui: &mut Ui,
        field: &Field<'_>,
        value: Option<i64>,
        date: PlanDate,
        set: fn(&mut PlanDate, Option<i64>),
    ) {
        let plan = self.cx.plan.id;
        number_field(ui, field.label, field, value, self.fields, self.requests, move |number| {
            let mut changed = date;
            set(&mut changed, number);
            Edit::InPlan { plan, change: PlanEdit::SetDate(changed) }
        });
    }

    fn foot(&mut self, ui: &mut Ui) {
        let cx = self.cx;
        heading(ui, words::FOOT);
        let none = [Signature::default()];
        let stored = &cx.plan.signatures;
        let signatures: &[Signature] = if stored.is_empty() { &none } else { stored };
        for (index, signature) in signatures.iter().enumerate() {
            ui.push_id(index, |ui| self.signature(ui, index, signature, signatures));
        }
        if signatures.len() < 2 && button(ui, Kind::Secondary, words::ADD_SIGNATURE).clicked() {
            let mut changed = signatures.to_vec();
            changed.insert(0, Signature::default());
            self.requests.edit(cx.plan.id, PlanEdit::SetSignatures(changed));
        }
        let lines = cx.plan.recipients.join("\n");
        let recipients = Field {
            label: words::RECIPIENTS,
            help: words::RECIPIENTS_HELP,
            rows: 4,
            ..Field::default()
        };
        self.text(ui, Some(InfoField::Recipients), &recipients, &lines, |text| {
            PlanEdit::SetRecipients(lines_of(text))
        });
    }

    fn signature(&mut self, ui: &mut Ui, index: usize, signature: &Signature, all: &[Signature]) {
        let half = (ui.available_width() - 12.0) / 2.0;
        ui.horizontal_top(|ui| {
            let chosen = words::signer_index(signature);
            let mut choices: Vec<String> =
                words::SIGNERS.iter().map(|(name, ..)| (*name).to_owned()).collect();
            if chosen.is_none() {
                choices.push(words::OTHER_SIGNER.to_owned());
            }
            let shown = chosen.or(Some(choices.len() - 1));
            if let Some(picked) = select(ui, "signer", words::SIGNER, Some(half), &choices, shown)
                && let Some((_, authority, position)) = words::SIGNERS.get(picked)
            {
                let mut changed = all.to_vec();
                if let Some(of) = changed.get_mut(index) {
                    of.authority = lines_of(authority);
                    (*position).clone_into(&mut of.position);
                }
                self.requests.edit(self.cx.plan.id, PlanEdit::SetSignatures(changed));
            }
            let name = Field { label: words::NAME, width: Some(half), ..Field::default() };
            self.signed(ui, index, &name, &signature.name, all, |of, text| {
                text.clone_into(&mut of.name);
            });
        });
        ui.horizontal_top(|ui| {
            let field = |label, rows| Field { label, rows, width: Some(half), ..Field::default() };
            let authority = signature.authority.join("\n");
            self.signed(ui, index, &field(words::AUTHORITY, 1), &authority, all, |of, text| {
                of.authority = lines_of(text);
            });
            self.signed(
                ui,
                index,
                &field(words::POSITION, 0),
                &signature.position,
                all,
                |of, text| {
                    text.clone_into(&mut of.position);
                },
            );
        });
        if all.len() > 1 && button(ui, Kind::Quiet, words::REMOVE_SIGNATURE).clicked() {
            let mut changed = all.to_vec();
            changed.remove(index);
            self.requests.edit(self.cx.plan.id, PlanEdit::SetSignatures(changed));
        }
    }

    fn signed(
        &mut self,
        ui: &mut Ui,
        index: usize,
        field: &Field<'_>,
        value: &str,
        all: &[Signature],
        set: fn(&mut Signature, &str),
    ) {
        let all = all.to_vec();
        let place = (index == 0 && field.label == words::NAME).then_some(InfoField::Signatures);
        self.text(ui, place, field, value, move |text| {
            let mut changed = all.clone();
            if let Some(of) = changed.get_mut(index) {
                set(of, text);
            }
            PlanEdit::SetSignatures(changed)
        });
    }

    fn about(&mut self, ui: &mut Ui) {
        let cx = self.cx;
        let head = &cx.plan.letterhead;
        heading(ui, words::ABOUT);
        let half = (ui.available_width() - 12.0) / 2.0;
        ui.horizontal_top(|ui| {
            let kinds: Vec<String> = SchoolKind::ALL
                .iter()
                .map(|kind| messages::school_kind_name(*kind).to_owned())
                .collect();
            let chosen = SchoolKind::ALL.iter().position(|kind| *kind == head.kind);
            if let Some(picked) = select(ui, "kind", words::KIND, Some(half), &kinds, chosen) {
                let changed = Letterhead { kind: SchoolKind::ALL[picked], ..head.clone() };
                self.requests.edit(cx.plan.id, PlanEdit::SetLetterhead(changed));
            }
            let all = [Ownership::Public, Ownership::Private, Ownership::PeopleFounded];
            let names: Vec<String> =
                all.iter().map(|one| messages::ownership_name(*one).to_owned()).collect();
            let chosen = all.iter().position(|one| *one == head.ownership);
            let label = words::OWNERSHIP;
            if let Some(picked) = select(ui, "ownership", label, Some(half), &names, chosen) {
                let changed = Letterhead { ownership: all[picked], ..head.clone() };
                self.requests.edit(cx.plan.id, PlanEdit::SetLetterhead(changed));
            }
        });
        let address = Field { label: words::ADDRESS, ..Field::default() };
        self.letterhead(ui, InfoField::Address, &address, &head.address, |of, text| {
            of.address = text;
        });
        ui.horizontal_top(|ui| {
            let now = cx.plan.school_year;
            let years: Vec<SchoolYear> =
                (-4..=4).filter_map(|step| SchoolYear::starting(now.first() + step)).collect();
            let names: Vec<String> = years.iter().map(ToString::to_string).collect();
            let chosen = years.iter().position(|year| *year == now);
            let label = words::SCHOOL_YEAR;
            if let Some(picked) = select(ui, "year", label, Some(160.0), &names, chosen) {
                self.requests.edit(cx.plan.id, PlanEdit::SetSchoolYear(years[picked]));
            }
            let label = Field { label: words::LABEL, hint: words::LABEL_HINT, ..Field::default() };
            self.text(ui, Some(InfoField::Label), &label, &cx.plan.label, |text| {
                PlanEdit::SetLabel(text.to_owned())
            });
        });
        self.amends(ui);
    }

    fn amends(&mut self, ui: &mut Ui) {
        let cx = self.cx;
        let others: Vec<_> = cx.dossier.plans.iter().filter(|plan| plan.id != cx.plan.id).collect();
        if others.is_empty() {
            return;
        }
        let mut names = vec![words::AMENDS_NONE.to_owned()];
        names.extend(others.iter().map(|plan| messages::window::plan_title(plan)));
        let chosen = cx.plan.amends.and_then(|id| others.iter().position(|plan| plan.id == id));
        let chosen = chosen.map_or(0, |index| index + 1);
        if let Some(picked) = select(ui, "amends", words::AMENDS, None, &names, Some(chosen)) {
            let amended = picked.checked_sub(1).and_then(|index| others.get(index));
            let change = PlanEdit::SetAmends(amended.map(|plan| plan.id));
            self.requests.edit(cx.plan.id, change);
        }
    }
}

/// The lines of a field of several; no line at all when nothing is typed.
fn lines_of(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() }
}
