//! What was understood of a cell, in a few words under it.

use egui::Color32;

use crate::messages;
use crate::plan::{Field, Item, Money, Period};
use crate::timeline::{Progress, progress};
use crate::ui::theme::Theme;
use crate::ui::view::ViewCx;
use crate::understand::People;

/// What is known of an item besides its words.
#[derive(Clone, Debug)]
pub struct Known {
    /// What is understood of the time.
    pub period: Period,
    /// What is understood of the money.
    pub money: Money,
}

/// Words under a cell, some of them strong.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// The words, and whether they are strong.
    pub words: Vec<(String, bool)>,
    /// It is too late already.
    pub late: bool,
    /// A person said so.
    pub calm: bool,
}

impl Hint {
    /// The colour of its strong words.
    #[must_use]
    pub fn colour(&self, theme: &Theme) -> Color32 {
        match (self.late, self.calm) {
            (true, _) => theme.late,
            (false, true) => theme.text,
            (false, false) => theme.due,
        }
    }
}

/// What is understood of an item's time and money.
#[must_use]
pub fn understand(item: &Item, cx: &ViewCx<'_>) -> Known {
    Known { period: item.period(cx.plan.school_year, &cx.terms), money: item.money() }
}

/// The words under a cell: what was understood in the chosen row; in every row where nothing was,
/// and that its time is over.
#[must_use]
pub fn of(item: &Item, field: Field, known: &Known, chosen: bool, cx: &ViewCx<'_>) -> Option<Hint> {
    let unknown = |words: &str| {
        Some(Hint { words: vec![(words.to_owned(), true)], late: false, calm: false })
    };
    match field {
        // What is understood of people is said by `of_people`: it costs more than all else here.
        Field::Time if item.time.typed.trim().is_empty() && item.time.corrected.is_none() => None,
        Field::Time if !known.period.understood() => unknown(messages::table::TIME_UNKNOWN),
        Field::Time if chosen => Some(time_hint(item, known, cx)),
        Field::Time => late_hint(item, known, cx),
        Field::Budget if item.budget.typed.trim().is_empty() && item.budget.corrected.is_none() => {
            None
        }
        Field::Budget if !known.money.understood() => unknown(messages::table::MONEY_UNKNOWN),
        Field::Budget if chosen && says_more(item, known) => {
            let words = vec![(messages::money_hint(&known.money), false)];
            Some(Hint { words, late: false, calm: true })
        }
        _ => None,
    }
}

/// The words under a cell of people: in the active cell who leads and who helps, where that says
/// more than the cell, and in every row that nobody was understood.
#[must_use]
pub fn of_people(item: &Item, people: &People, chosen: bool) -> Option<Hint> {
    let corrected = item.responsible.corrected.is_some();
    if item.responsible.typed.trim().is_empty() && !corrected {
        return None;
    }
    if !people.understood() {
        let words = vec![(messages::table::PEOPLE_UNKNOWN.to_owned(), true)];
        return Some(Hint { words, late: false, calm: false });
    }
    if !chosen || (people.partners.is_empty() && !corrected) {
        return None;
    }
    let mut words = vec![(messages::people_hint(people), false)];
    if corrected {
        words.push((messages::table::CORRECTED.to_owned(), false));
    }
    Some(Hint { words, late: false, calm: true })
}

/// The words under a cell in which this is being typed: what is understood of it already, and
/// nothing as long as nothing is.
#[must_use]
pub fn of_typed(item: &Item, field: Field, typed: &str, cx: &ViewCx<'_>) -> Option<Hint> {
    let mut item = item.clone();
    let live = match field {
        Field::Time => &mut item.time.typed,
        Field::Budget => &mut item.budget.typed,
        Field::Responsible => &mut item.responsible.typed,
        _ => return None,
    };
    typed.clone_into(live);
    if field == Field::Responsible {
        let people = item.people();
        return people.understood().then(|| of_people(&item, &people, true)).flatten();
    }
    let known = understand(&item, cx);
    let understood = match field {
        Field::Time => known.period.understood(),
        _ => known.money.understood(),
    };
    understood.then(|| of(&item, field, &known, true, cx)).flatten()
}

/// Whether the hint says more than the cell.
fn says_more(item: &Item, known: &Known) -> bool {
    if item.budget.corrected.is_some() {
        return true;
    }
    let figure = known.money.from.or(known.money.to).is_some_and(|sum| sum > 0);
    let typed = item.budget.typed.trim().trim_end_matches('.').trim().to_owned();
    figure && messages::money_hint(&known.money) != typed
}

/// Whether the day named for its end is over.
#[must_use]
pub fn is_late(item: &Item, known: &Known, cx: &ViewCx<'_>) -> bool {
    matches!(progress(&known.period, item.status, Some(cx.today)), Progress::Overdue { .. })
}

fn late_hint(item: &Item, known: &Known, cx: &ViewCx<'_>) -> Option<Hint> {
    is_late(item, known, cx).then(|| {
        let far = progress(&known.period, item.status, Some(cx.today));
        Hint { words: vec![(messages::progress_words(far), true)], late: true, calm: false }
    })
}

fn time_hint(item: &Item, known: &Known, cx: &ViewCx<'_>) -> Hint {
    let understood = messages::period_hint(&known.period);
    let how_far = progress(&known.period, item.status, Some(cx.today));
    let far = messages::progress_words(how_far);
    let near = matches!(how_far, Progress::Overdue { .. } | Progress::DueIn { .. });
    let mut words = Vec::new();
    let until_only = known.period.end.is_some() && known.period.start.is_none();
    if until_only && known.period.recurs.is_none() {
        words.push((messages::table::DEADLINE.to_owned(), false));
    }
    words.push((understood, near));
    if !far.is_empty() {
        words.push((format!(", {far}"), matches!(how_far, Progress::Overdue { .. })));
    }
    if item.time.corrected.is_some() {
        words.push((messages::table::CORRECTED.to_owned(), false));
    }
    Hint { words, late: matches!(how_far, Progress::Overdue { .. }), calm: !near }
}
