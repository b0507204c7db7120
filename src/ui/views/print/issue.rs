//! What is asked before a paper is given out, sent or taken back, and what a sent one needs.

use egui::Ui;

use crate::check::Severity;
use crate::edit::{Edit, PlanEdit, PlanValue, Value};
use crate::messages::{findings, follow, issuing as words};
use crate::plan::{Event, Field as What, LogEntry, Paper, RecordId};
use crate::ui::request::{Request, Requests, set_text};
use crate::ui::view::ViewCx;
use crate::ui::views::follow::people;
use crate::ui::widgets::dialog::{Closed, Dialog, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::{self, Field, Tone, select};
use crate::words::{Day, date};

use super::{PrintState, issued, side};

/// How many errors are named before the rest is counted.
const NAMED: usize = 6;

/// What is asked, and what was answered so far.
#[derive(Default)]
pub struct Issuing {
    asked: Option<Asked>,
    number: String,
    day: String,
    /// Who does it: asked once a session.
    who: String,
}

/// What is asked or shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Issue,
    TakeBack,
    Send,
    /// It was sent: what the decree says.
    IsSent,
    Changes,
}

impl Issuing {
    /// Asks for the number and the day, beginning with those that are there.
    pub fn ask_issue(&mut self, cx: &ViewCx<'_>) {
        self.asked = Some(Asked::Issue);
        cx.plan.number.trim().clone_into(&mut self.number);
        let day = cx.plan.date.to_date().unwrap_or(cx.today);
        self.day = date(day);
    }

    /// Asks whether it is taken back, or says why it cannot be.
    pub fn ask_back(&mut self, sent: bool) {
        self.asked = Some(if sent { Asked::IsSent } else { Asked::TakeBack });
    }

    /// Asks whether it was sent.
    pub fn ask_send(&mut self) {
        self.asked = Some(Asked::Send);
    }

    /// Shows what changed.
    pub fn show_changes(&mut self) {
        self.asked = Some(Asked::Changes);
    }
}

/// Draws what is asked.
pub fn dialogs(
    ctx: &egui::Context,
    cx: &ViewCx<'_>,
    state: &mut PrintState,
    requests: &mut Requests,
) {
    let Some(asked) = state.issuing.asked else { return };
    // What was asked of a paper is not asked of another one, nor twice.
    if cx.plan.issued.is_some() == (asked == Asked::Issue) {
        state.issuing.asked = None;
        return;
    }
    let own = &mut state.issuing;
    let day = own.day.parse::<Day>().ok();
    let numbered = cx.plan.paper == Paper::Minutes || !own.number.trim().is_empty();
    let ready = asked != Asked::Issue || (day.is_some() && numbered);
    let (title, primary, width) = match asked {
        Asked::Issue => (words::ISSUE_TITLE, words::ISSUE_DO, 600.0),
        Asked::TakeBack => (words::TAKE_BACK_TITLE, words::TAKE_BACK_DO, 560.0),
        Asked::Send => (words::SEND_TITLE, words::SEND_DO, 560.0),
        Asked::IsSent => (words::SENT_TITLE, "", 600.0),
        Asked::Changes => (words::CHANGES_TITLE, "", 860.0),
    };
    let cancel = if primary.is_empty() { words::CLOSE } else { words::CANCEL };
    let frame = Dialog { title, width, primary, ready, danger: false, cancel };
    let closed = dialog(ctx, &frame, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        match asked {
            Asked::Issue => issue(ui, cx, own, ready),
            Asked::TakeBack => drop(widgets::body(ui, words::TAKE_BACK_WHAT)),
            Asked::Send => drop(widgets::body(ui, words::SEND_WHAT)),
            Asked::IsSent => {
                for said in [words::SENT_WHAT, words::SENT_CONTENT, words::SENT_FORM] {
                    widgets::body(ui, said);
                }
            }
            Asked::Changes => issued::changes(ui, cx),
        }
        if !primary.is_empty() {
            who(ui, cx, &mut own.who);
        }
    });
    match closed {
        Closed::No => return,
        Closed::Cancelled => {}
        Closed::Done => done(cx, own, asked, day, requests),
    }
    state.issuing.asked = None;
}

/// Number and day, and what still stands against it.
fn issue(ui: &mut Ui, cx: &ViewCx<'_>, own: &mut Issuing, ready: bool) {
    widgets::body(ui, words::ISSUE_WHAT);
    widgets::body(ui, words::ISSUE_UNDO);
    ui.columns(2, |columns| {
        let symbol = words::symbol(&cx.plan.symbol);
        let field = Field {
            label: words::NUMBER,
            hint: words::NUMBER_HINT,
            help: &symbol,
            ..Field::default()
        };
        local_field(&mut columns[0], "number", &field, &mut own.number);
        let wrong = !own.day.trim().is_empty() && own.day.parse::<Day>().is_err();
        let field = Field { label: words::DAY, hint: words::DAY_HINT, wrong, ..Field::default() };
        local_field(&mut columns[1], "day", &field, &mut own.day);
    });
    if !ready {
        side::line(ui, Tone::Due, "•", words::needed(cx.plan.paper));
    }
    let errors = cx.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let count = errors.clone().count();
    if count == 0 {
        side::line(ui, Tone::Done, "✓", words::NO_ERRORS);
    } else {
        widgets::body(ui, &words::errors(count));
    }
    for (finding, count) in side::gathered(errors, NAMED) {
        let said = findings::title_of_several(cx.dossier, finding, count);
        side::line(ui, Tone::Late, "•", &said);
    }
    if cx.plan.options.draft_mark {
        widgets::small(ui, words::NO_DRAFT);
    }
}

fn who(ui: &mut Ui, cx: &ViewCx<'_>, who: &mut String) {
    let people = people(cx);
    let mut names = vec![follow::NOBODY.to_owned()];
    names.extend(people.iter().cloned());
    if !people.contains(who) {
        // It was somebody of another plan.
        who.clear();
    }
    let now = people.iter().position(|name| name == who).map_or(0, |at| at + 1);
    if let Some(chosen) = select(ui, "who issues", words::WHO, None, &names, Some(now)) {
        *who = chosen.checked_sub(1).map_or(String::new(), |at| people[at].clone());
    }
}

/// Does what was asked.
fn done(cx: &ViewCx<'_>, own: &Issuing, asked: Asked, day: Option<Day>, requests: &mut Requests) {
    let plan = cx.plan.id;
    match asked {
        Asked::Issue => {
            let number = own.number.trim();
            if number != cx.plan.number.trim() {
                let edit = set_text(plan, RecordId::Plan, What::Number, number);
                requests.push(Request::Edit(edit, None));
            }
            if let Some(Day(day)) = day
                && cx.plan.date.to_date() != Some(day)
            {
                let part = |part: i8| u8::try_from(part).ok();
                for value in [
                    PlanValue::Day(part(day.day())),
                    PlanValue::Month(part(day.month())),
                    PlanValue::Year(Some(day.year())),
                ] {
                    requests.set(plan, Value::Plan(value));
                }
            }
            if cx.plan.options.draft_mark {
                requests.set(plan, Value::Plan(PlanValue::DraftMark(false)));
            }
            requests.push(Request::Issue { who: own.who.clone() });
        }
        Asked::TakeBack => happened(cx, Event::TakenBack, &own.who, requests),
        Asked::Send => happened(cx, Event::Sent, &own.who, requests),
        Asked::IsSent | Asked::Changes => {}
    }
}

fn happened(cx: &ViewCx<'_>, event: Event, who: &str, requests: &mut Requests) {
    let entry = LogEntry {
        id: requests.fresh().give(),
        at: cx.now,
        event,
        about: None,
        who: who.to_owned(),
        text: cx.since.map(|since| since.cited.clone()).unwrap_or_default(),
    };
    let change = PlanEdit::Happened { entry, copy: None };
    requests.push(Request::Edit(Edit::InPlan { plan: cx.plan.id, change }, None));
}
