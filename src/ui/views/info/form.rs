//! The form of Thông tin: labelled fields in cards, in the order of the paper.

use egui::{RichText, Ui};
use jiff::civil::Date;

use crate::edit::{Act, Edit, Elements, LetterheadValue, List, PlanEdit, PlanValue, Value};
use crate::messages::{self, info as words};
use crate::plan::{
    self, Id, InfoField, Ownership, Paper, Plan, PlanDate, Record, RecordId, SchoolKind,
    SchoolYear, Signature,
};
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, set_text};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::calendar::calendar;
use crate::ui::widgets::{Field, Kind, button, checkbox, help, number_field, select, text_field};

use super::basis;

/// What is to be said of a date stands beside its fields in so much room (logical pixels).
const BESIDE_DATE: f32 = 150.0;

/// Draws the form; the field in `focus` takes the focus, or the name of this signature.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    focus: Option<InfoField>,
    signature: &mut Option<Id>,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let mut form = FormUi { cx, focus, new_signature: signature, fields, requests };
    ui.spacing_mut().item_spacing = egui::vec2(12.0, 10.0);
    form.head(ui);
    heading(ui, words::BASIS);
    basis::show(ui, cx, focus, form.requests);
    form.foot(ui);
    form.about(ui);
    ui.add_space(8.0);
}

/// A heading inside the form.
fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(4.0);
    let theme = theme::of(ui);
    ui.label(RichText::new(words).font(theme::bold(size::CARD)).color(theme.text));
}

struct FormUi<'a, 'b> {
    cx: &'a ViewCx<'b>,
    focus: Option<InfoField>,
    new_signature: &'a mut Option<Id>,
    fields: &'a mut Fields,
    requests: &'a mut Requests,
}

impl FormUi<'_, '_> {
    fn plan(&self) -> &Plan {
        self.cx.plan
    }

    /// A text of the plan, of its letterhead or of a signature.
    fn text(
        &mut self,
        ui: &mut Ui,
        place: Option<InfoField>,
        record: RecordId,
        what: plan::Field,
        field: &Field<'_>,
        value: &str,
    ) {
        let asked_for = place.is_some() && place == self.focus;
        let field = Field { take_focus: asked_for || field.take_focus, ..*field };
        let plan = self.cx.plan.id;
        let salt = (record, what);
        text_field(ui, salt, &field, value, self.fields, self.requests, move |text| {
            set_text(plan, record, what, text)
        });
    }

    /// A text of the plan itself.
    fn of_plan(&mut self, ui: &mut Ui, place: InfoField, what: plan::Field, field: &Field<'_>) {
        let value = self.cx.plan.read(what).unwrap_or_default();
        self.text(ui, Some(place), RecordId::Plan, what, field, &value);
    }

    /// A text of the letterhead.
    fn letterhead(&mut self, ui: &mut Ui, place: InfoField, what: plan::Field, field: &Field<'_>) {
        let value = self.cx.plan.letterhead.read(what).unwrap_or_default();
        self.text(ui, Some(place), RecordId::Letterhead, what, field, &value);
    }

    fn head(&mut self, ui: &mut Ui) {
        heading(ui, words::HEAD);
        let body = Field { label: words::GOVERNING_BODY, rows: 1, ..Field::default() };
        self.letterhead(ui, InfoField::GoverningBody, plan::Field::GoverningBody, &body);
        let school =
            Field { label: words::SCHOOL, rows: 1, help: words::LINES_HELP, ..Field::default() };
        self.letterhead(ui, InfoField::School, plan::Field::School, &school);
        let third = (ui.available_width() - 24.0) / 3.0;
        ui.horizontal_top(|ui| {
            let field = |label| Field { label, width: Some(third), ..Field::default() };
            let number = field(words::NUMBER);
            self.of_plan(ui, InfoField::Number, plan::Field::Number, &number);
            let symbol = field(words::SYMBOL);
            self.of_plan(ui, InfoField::Symbol, plan::Field::Symbol, &symbol);
            let place = field(words::PLACE);
            self.letterhead(ui, InfoField::Place, plan::Field::Place, &place);
        });
        self.date(ui);
        let half = (ui.available_width() - 24.0) / 3.0;
        ui.horizontal_top(|ui| {
            let kind = Field { label: words::DOC_TYPE, width: Some(half), ..Field::default() };
            self.of_plan(ui, InfoField::DocType, plan::Field::DocType, &kind);
            let subject = Field { label: words::SUBJECT, rows: 1, ..Field::default() };
            self.of_plan(ui, InfoField::Subject, plan::Field::Subject, &subject);
        });
        // A report is for somebody; any other paper where somebody was named.
        if self.plan().paper == Paper::Report || !self.plan().addressees.is_empty() {
            let whom = Field {
                label: words::ADDRESSEES,
                help: words::ADDRESSEES_HELP,
                rows: 1,
                ..Field::default()
            };
            self.of_plan(ui, InfoField::Addressees, plan::Field::Addressees, &whom);
        }
    }

    fn date(&mut self, ui: &mut Ui) {
        let date = self.plan().date;
        let wrong = !date.is_possible();
        let take_focus = self.focus == Some(InfoField::Date);
        let told = |ui: &mut Ui, wrong: bool, late| {
            if wrong {
                let say = RichText::new(words::NO_SUCH_DAY).color(late);
                ui.add(egui::Label::new(say.font(theme::regular(size::SMALL))).wrap());
            } else {
                help(ui, words::BLANK_HELP);
            }
        };
        let late = self.cx.theme.late;
        let under = ui.horizontal_top(|ui| {
            let field = |label, width, take_focus| Field {
                label,
                width: Some(width),
                wrong,
                take_focus,
                ..Field::default()
            };
            let day = field(words::DAY, 80.0, take_focus);
            let month = field(words::MONTH, 80.0, false);
            let year = field(words::YEAR, 96.0, false);
            let mut wrong = wrong;
            wrong |= self.number(ui, &day, date.day, PlanValue::Day);
            wrong |= self.number(ui, &month, date.month, PlanValue::Month);
            wrong |= self.number(ui, &year, date.year, PlanValue::Year);
            ui.vertical(|ui| {
                // Beside the fields, under the line of their labels.
                ui.add_space(ui.text_style_height(&egui::TextStyle::Small).max(18.0) + 4.0);
                if let Some(day) = calendar(ui, date.to_date(), (near(date), self.cx.today)) {
                    self.choose_day(day);
                }
            });
            // Where there is no room beside them, it is told under them.
            let beside = ui.available_width() >= BESIDE_DATE;
            if beside {
                ui.vertical(|ui| {
                    ui.add_space(if ui.available_width() > 330.0 { 32.0 } else { 22.0 });
                    told(ui, wrong, late);
                });
            }
            (!beside).then_some(wrong)
        });
        if let Some(wrong) = under.inner {
            told(ui, wrong, late);
        }
    }

    /// The three parts of a day, as one step.
    fn choose_day(&mut self, day: Date) {
        let plan = self.cx.plan.id;
        let parts = [
            PlanValue::Day(u8::try_from(day.day()).ok()),
            PlanValue::Month(u8::try_from(day.month()).ok()),
            PlanValue::Year(Some(day.year())),
        ];
        let change = |part| Edit::InPlan { plan, change: PlanEdit::SetValue(Value::Plan(part)) };
        let all = parts.map(change).into();
        self.requests.push(Request::Edit(Edit::Batch(Act::ChooseDay, all), None));
    }

    /// A part of the date; gives whether what stands there is no number.
    fn number<T>(
        &mut self,
        ui: &mut Ui,
        field: &Field<'_>,
        value: Option<T>,
        make: fn(Option<T>) -> PlanValue,
    ) -> bool
    where
        T: std::str::FromStr + ToString + Copy + 'static,
    {
        let plan = self.cx.plan.id;
        number_field(ui, field.label, field, value, self.fields, self.requests, move |number| {
            Edit::InPlan { plan, change: PlanEdit::SetValue(Value::Plan(make(number))) }
        })
    }

    fn foot(&mut self, ui: &mut Ui) {
        let cx = self.cx;
        heading(ui, words::FOOT);
        let signatures = &cx.plan.signatures;
        for (index, signature) in signatures.iter().enumerate() {
            ui.push_id(signature.id, |ui| self.signature(ui, index, signature));
        }
        let add = if signatures.is_empty() { words::FIRST_SIGNATURE } else { words::ADD_SIGNATURE };
        if signatures.len() < 2 {
            let button = button(ui, Kind::Secondary, add);
            if signatures.is_empty() && self.focus == Some(InfoField::Signatures) {
                button.request_focus();
                button.scroll_to_me(Some(egui::Align::Center));
            }
            if button.clicked() {
                let id = self.requests.fresh().give();
                let new = Signature { id, ..Signature::default() };
                *self.new_signature = Some(id);
                self.requests.insert(cx.plan.id, 0, Elements::Signatures(vec![new]));
            }
        }
        let recipients = Field {
            label: words::RECIPIENTS,
            help: words::RECIPIENTS_HELP,
            rows: 4,
            ..Field::default()
        };
        self.of_plan(ui, InfoField::Recipients, plan::Field::Recipients, &recipients);
    }

    fn signature(&mut self, ui: &mut Ui, index: usize, signature: &Signature) {
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
                let (plan, record) = (self.cx.plan.id, RecordId::Signature(signature.id));
                let both = vec![
                    set_text(plan, record, plan::Field::Authority, authority),
                    set_text(plan, record, plan::Field::Position, position),
                ];
                self.requests.push(Request::Edit(Edit::Batch(Act::ChooseSigner, both), None));
            }
            let is_new = self.new_signature.take_if(|id| *id == signature.id).is_some();
            let is_asked_for = index == 0 && self.focus == Some(InfoField::Signatures);
            let name = Field {
                label: words::NAME,
                width: Some(half),
                take_focus: is_new || is_asked_for,
                ..Field::default()
            };
            self.signed(ui, signature, plan::Field::Name, &name);
        });
        ui.horizontal_top(|ui| {
            let field = |label, rows| Field { label, rows, width: Some(half), ..Field::default() };
            let authority = field(words::AUTHORITY, 1);
            self.signed(ui, signature, plan::Field::Authority, &authority);
            let position = field(words::POSITION, 0);
            self.signed(ui, signature, plan::Field::Position, &position);
        });
        if self.cx.plan.signatures.len() > 1 || signature.approves {
            let mut approves = signature.approves;
            if checkbox(ui, &mut approves, words::APPROVES).changed() {
                self.requests.set(self.cx.plan.id, Value::Approves(signature.id, approves));
            }
        }
        if self.cx.plan.signatures.len() > 1
            && button(ui, Kind::Quiet, words::REMOVE_SIGNATURE).clicked()
        {
            self.requests.remove(self.cx.plan.id, List::Signatures, vec![signature.id]);
            self.requests.offer_undo(words::signature_gone(&signature.name));
            let mut others = self.cx.plan.signatures.iter().map(|other| other.id);
            *self.new_signature = others.find(|other| *other != signature.id);
        }
    }

    fn signed(&mut self, ui: &mut Ui, signature: &Signature, what: plan::Field, field: &Field<'_>) {
        let value = signature.read(what).unwrap_or_default();
        self.text(ui, None, RecordId::Signature(signature.id), what, field, &value);
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
                let kind = LetterheadValue::Kind(SchoolKind::ALL[picked]);
                self.requests.set(cx.plan.id, Value::Letterhead(kind));
            }
            let all = [Ownership::Public, Ownership::Private, Ownership::PeopleFounded];
            let names: Vec<String> =
                all.iter().map(|one| messages::ownership_name(*one).to_owned()).collect();
            let chosen = all.iter().position(|one| *one == head.ownership);
            let label = words::OWNERSHIP;
            if let Some(picked) = select(ui, "ownership", label, Some(half), &names, chosen) {
                let ownership = LetterheadValue::Ownership(all[picked]);
                self.requests.set(cx.plan.id, Value::Letterhead(ownership));
            }
        });
        let address = Field { label: words::ADDRESS, ..Field::default() };
        self.letterhead(ui, InfoField::Address, plan::Field::Address, &address);
        ui.horizontal_top(|ui| {
            let now = cx.plan.school_year;
            let years = crate::ui::dialogs::school_years(SchoolYear::of(cx.today).max(now));
            let names: Vec<String> = years.iter().map(ToString::to_string).collect();
            let chosen = years.iter().position(|year| *year == now);
            let label = words::SCHOOL_YEAR;
            if let Some(picked) = select(ui, "year", label, Some(160.0), &names, chosen) {
                let year = PlanValue::SchoolYear(years[picked]);
                self.requests.set(cx.plan.id, Value::Plan(year));
            }
            let label = Field { label: words::LABEL, hint: words::LABEL_HINT, ..Field::default() };
            self.of_plan(ui, InfoField::Label, plan::Field::Label, &label);
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
            let amends = PlanValue::Amends(amended.map(|plan| plan.id));
            self.requests.set(cx.plan.id, Value::Plan(amends));
        }
    }
}

/// The day of a date; where its day is blank, the first of its month.
fn near(date: PlanDate) -> Option<Date> {
    PlanDate { day: date.day.or(Some(1)), ..date }.to_date()
}
