//! Sửa cách hiểu: what a person says a time, a sum or the people mean. The words in the cell stay.

use egui::Ui;

use crate::edit::{ItemValue, Value};
use crate::messages::{self, table as words};
use crate::plan::{Field, Money, Per, Period, Recurs};
use crate::ui::grid::Key;
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;
use crate::ui::widgets::dialog::{Closed, Dialog, dialog};
use crate::ui::widgets::{checkbox, field, label, link, select, small};
use crate::words as language;

const RECURS: [Recurs; 6] =
    [Recurs::Week, Recurs::Month, Recurs::Quarter, Recurs::Term, Recurs::Year, Recurs::Ongoing];
const PER: [Per; 5] = [Per::Once, Per::Year, Per::Term, Per::Month, Per::Session];

/// The dialog while it is open.
pub struct Correct {
    key: Key,
    name: String,
    typed: String,
    corrected: bool,
    what: What,
}

enum What {
    Time { start: String, end: String, before: bool, recurs: Option<Recurs> },
    Money { from: String, to: String, per: Option<Per>, sources: String },
    People { lead: String, partners: String },
}

impl Correct {
    /// Begins with what is understood now; none where nothing is read out of the field.
    #[must_use]
    pub fn new(cx: &ViewCx<'_>, key: Key, field: Field, name: String) -> Option<Self> {
        let item = cx.plan.item(crate::plan::Id(key.0))?;
        let date = |date: Option<jiff::civil::Date>| date.map(language::date).unwrap_or_default();
        let sum = |sum: Option<u64>| sum.map(language::number).unwrap_or_default();
        Some(match field {
            Field::Time => {
                let period = item.period(cx.plan.school_year, &cx.terms);
                let what = What::Time {
                    start: date(period.start),
                    end: date(period.end),
                    before: period.before,
                    recurs: period.recurs,
                };
                let typed = item.time.typed.clone();
                Self { key, name, typed, corrected: item.time.corrected.is_some(), what }
            }
            Field::Budget => {
                let money = item.money();
                let what = What::Money {
                    from: sum(money.from),
                    to: sum(money.to),
                    per: money.per,
                    sources: money.sources.join(", "),
                };
                let typed = item.budget.typed.clone();
                Self { key, name, typed, corrected: item.budget.corrected.is_some(), what }
            }
            Field::Responsible => {
                let people = item.people();
                let what = What::People {
                    lead: people.lead.unwrap_or_default(),
                    partners: people.partners.join("\n"),
                };
                let typed = item.responsible.typed.clone();
                Self { key, name, typed, corrected: item.responsible.corrected.is_some(), what }
            }
            _ => return None,
        })
    }

    /// Draws it; `false` when it was closed.
    pub fn show(&mut self, ui: &Ui, cx: &ViewCx<'_>, requests: &mut Requests) -> bool {
        let title = match self.what {
            What::Time { .. } => words::correct_time(&self.name),
            What::Money { .. } => words::correct_money(&self.name),
            What::People { .. } => words::correct_people(&self.name),
        };
        let ready = self.meant().is_some();
        let frame = Dialog {
            title: &title,
            width: 520.0,
            primary: words::CORRECT_DONE,
            ready,
            danger: false,
            cancel: words::CANCEL,
        };
        let mut back = false;
        let closed = dialog(ui.ctx(), &frame, |ui| {
            small(ui, &words::as_typed(&self.typed));
            ui.add_space(4.0);
            match &mut self.what {
                What::Time { start, end, before, recurs } => {
                    time_ui(ui, start, end, before, recurs);
                }
                What::Money { from, to, per, sources } => money_ui(ui, from, to, per, sources),
                What::People { lead, partners } => people_ui(ui, lead, partners),
            }
            if self.corrected {
                ui.add_space(8.0);
                back = link(ui, words::CORRECT_BACK).clicked();
            }
        });
        let id = crate::plan::Id(self.key.0);
        if cx.plan.item(id).is_none() {
            return false;
        }
        if back {
            let none = match self.what {
                What::Time { .. } => ItemValue::Period(None),
                What::Money { .. } => ItemValue::Money(None),
                What::People { .. } => ItemValue::People(None),
            };
            requests.set(cx.plan.id, Value::Item(id, none));
            return false;
        }
        if closed == Closed::Done
            && let Some(meant) = self.meant()
        {
            requests.set(cx.plan.id, Value::Item(id, meant));
        }
        closed == Closed::No
    }

    /// What the fields say; none while one of them is not understood or all are empty.
    fn meant(&self) -> Option<ItemValue> {
        match &self.what {
            What::Time { start, end, before, recurs } => {
                let (start, end) =
                    (read(start, language::parse_date)?, read(end, language::parse_date)?);
                if start.zip(end).is_some_and(|(start, end)| end < start) {
                    return None;
                }
                let before = *before && end.is_some();
                let period = Period { start, end, before, recurs: *recurs };
                period.understood().then_some(ItemValue::Period(Some(period)))
            }
            What::Money { from, to, per, sources } => {
                let (from, to) =
                    (read(from, language::parse_number)?, read(to, language::parse_number)?);
                if from.zip(to).is_some_and(|(from, to)| to < from) {
                    return None;
                }
                let sources: Vec<String> = sources
                    .split([',', ';', '\n'])
                    .map(|source| source.trim().to_owned())
                    .filter(|source| !source.is_empty())
                    .collect();
                let figure = from.or(to).is_some();
                let per = if figure { Some(per.unwrap_or(Per::Once)) } else { None };
                let money = Money { from, to, per, sources };
                money.understood().then_some(ItemValue::Money(Some(money)))
            }
            What::People { lead, partners } => {
                let lead = Some(lead.trim().to_owned()).filter(|lead| !lead.is_empty())?;
                let partners = partners.lines().map(|one| one.trim().to_owned());
                let partners = partners.filter(|one| !one.is_empty());
                Some(ItemValue::People(Some(std::iter::once(lead).chain(partners).collect())))
            }
        }
    }
}

/// An empty field means nothing; what cannot be read means the dialog is not ready.
#[expect(clippy::option_option, reason = "not readable, empty, and a value are three things")]
fn read<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.trim().is_empty() { Some(None) } else { parse(text.trim()).map(Some) }
}

fn date_field(ui: &mut Ui, salt: &str, name: &str, text: &mut String) {
    let wrong = !text.trim().is_empty() && language::parse_date(text.trim()).is_none();
    let look = field::Field {
        label: name,
        hint: words::DATE_HINT,
        width: Some(150.0),
        wrong,
        ..field::Field::default()
    };
    field::local_field(ui, salt, &look, text);
}

fn time_ui(
    ui: &mut Ui,
    start: &mut String,
    end: &mut String,
    before: &mut bool,
    recurs: &mut Option<Recurs>,
) {
    ui.horizontal_top(|ui| {
        date_field(ui, "start", words::FROM_DATE, start);
        ui.add_space(8.0);
        date_field(ui, "end", words::TO_DATE, end);
    });
    checkbox(ui, before, words::BEFORE);
    let mut choices = vec![words::NO_REPEAT.to_owned()];
    choices.extend(RECURS.iter().map(|recurs| messages::how_often(*recurs).to_owned()));
    let now = recurs.and_then(|now| RECURS.iter().position(|r| *r == now)).map_or(0, |at| at + 1);
    if let Some(chosen) = select(ui, "recurs", words::REPEATS, Some(240.0), &choices, Some(now)) {
        *recurs = chosen.checked_sub(1).and_then(|at| RECURS.get(at).copied());
    }
}

fn money_ui(
    ui: &mut Ui,
    from: &mut String,
    to: &mut String,
    per: &mut Option<Per>,
    sources: &mut String,
) {
    ui.horizontal_top(|ui| {
        for (salt, name, text) in
            [("from", words::FROM_SUM, &mut *from), ("to", words::TO_SUM, &mut *to)]
        {
            let wrong = !text.trim().is_empty() && language::parse_number(text.trim()).is_none();
            let look = field::Field {
                label: name,
                hint: words::SUM_HINT,
                width: Some(190.0),
                wrong,
                ..field::Field::default()
            };
            field::local_field(ui, salt, &look, text);
            ui.add_space(8.0);
        }
    });
    let choices: Vec<String> = words::PER.iter().map(|name| (*name).to_owned()).collect();
    let now = per.and_then(|now| PER.iter().position(|p| *p == now)).unwrap_or(0);
    if let Some(chosen) = select(ui, "per", words::PER_LABEL, Some(240.0), &choices, Some(now)) {
        *per = PER.get(chosen).copied();
    }
    let look = field::Field {
        label: words::SOURCES,
        hint: words::SOURCES_HINT,
        ..field::Field::default()
    };
    field::local_field(ui, "sources", &look, sources);
    label(ui, words::EITHER_EMPTY);
}

fn people_ui(ui: &mut Ui, lead: &mut String, partners: &mut String) {
    let look =
        field::Field { label: words::LEAD, hint: words::LEAD_HINT, ..field::Field::default() };
    field::local_field(ui, "lead", &look, lead);
    ui.add_space(4.0);
    let look = field::Field {
        label: words::PARTNERS,
        help: words::PARTNERS_HELP,
        rows: 3,
        ..field::Field::default()
    };
    field::local_field(ui, "partners", &look, partners);
}
