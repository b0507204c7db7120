//! The plan's timeline as a document: by standard, without today and without lateness.

use jiff::{ToSpan, civil::Date};

use super::{
    Block, Document, Role, Text, Timeline, TimelineBar, TimelineRow, TimelineSign, TimelineYear,
};
use crate::plan::{Dossier, Plan, Run};
use crate::timeline::{By, timeline};
use crate::words::{self, official};

/// More months than this do not fit a page across; later work goes on with an arrow.
const MOST_MONTHS: u16 = 24;

/// Words of the program on this paper.
const NAMES: &str = "Nội dung";

/// The document: a centred heading, then the bars.
pub(super) fn document(dossier: &Dossier, plan: &Plan) -> Document {
    let subject = plan.subject.iter().filter(|line| !line.trim().is_empty());
    let head = head(plan);
    let mut blocks = Vec::new();
    let school = words::upper(&one_line(&plan.letterhead.school));
    if !school.is_empty() {
        blocks.push(centred(school, 0));
    }
    blocks.push(centred(head.clone(), 1));
    blocks.extend(subject.map(|line| centred(line.clone(), 0)));
    blocks.push(Block::Timeline(bars(dossier, plan)));
    let title = heading(plan);
    Document {
        page: plan.options.page,
        title: sentence_case(&title, &head),
        author: one_line(&plan.letterhead.school),
        blocks,
    }
}

fn head(plan: &Plan) -> String {
    let doc_type = words::upper(plan.doc_type.trim());
    let heading = official::TIMELINE;
    if doc_type.is_empty() { heading.into() } else { format!("{heading} {doc_type}") }
}

/// All of its heading: "TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH Cải tiến chất lượng giáo dục …".
pub(super) fn heading(plan: &Plan) -> String {
    let head = head(plan);
    let lines = plan.subject.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    std::iter::once(head.as_str()).chain(lines).collect::<Vec<_>>().join(" ")
}

pub(super) fn bars(dossier: &Dossier, plan: &Plan) -> Timeline {
    let timeline = timeline(dossier, plan, None, By::Standard);
    let terms = dossier.terms(plan.school_year);
    // The năm học is always shown whole; beyond it, the months that work touches. Work of
    // several years shows by an arrow that it goes on, and adds no empty months.
    let year = plan.school_year;
    let ticks = |row: &crate::timeline::TimelineRow| {
        let ticks = row.ticks.iter().map(|&day| (Some(day), day));
        ticks.chain(row.mark.map(|day| (None, day))).collect::<Vec<_>>()
    };
    let drawn = timeline.rows().flat_map(|row| {
        let bars = row.bars.iter().map(|bar| ((!bar.open_start).then_some(bar.from), bar.to));
        bars.chain(ticks(row)).collect::<Vec<_>>()
    });
    let (mut first, mut last) = (terms.start, terms.end);
    for (from, to) in drawn {
        let starts_after = from.is_some_and(|from| from > year.plan_end());
        first = from.map_or(first, |from| first.min(from));
        last = last.max(if starts_after { to } else { to.min(year.plan_end()) });
    }
    let first = first.max(year.plan_start().min(terms.start)).first_of_month();
    let months = months_between(first, last);
    let after = first.saturating_add(i64::from(months).months());
    let shown = (first, after.saturating_sub(1.day()));

    let mut rows = Vec::new();
    let [others, undated] = official::TIMELINE_OTHERS;
    let only_one = timeline.groups.len() == 1 && timeline.groups[0].title.is_empty();
    for group in &timeline.groups {
        if !only_one {
            let title =
                if group.title.is_empty() { others.to_owned() } else { group.title.clone() };
            rows.push(TimelineRow::Group(title));
        }
        rows.extend(group.rows.iter().map(|row| item(row, shown)));
    }
    if !timeline.undated.is_empty() {
        rows.push(TimelineRow::Group(undated.to_owned()));
        rows.extend(timeline.undated.iter().map(|row| item(row, shown)));
    }
    let legend =
        TimelineSign::ALL.into_iter().filter(|sign| rows.iter().any(|row| has(row, *sign)));
    let legend = legend.collect();
    Timeline { rows, legend, ..Timeline::over((first.year(), first.month()), months) }
}

impl Timeline {
    /// A timeline over so many months from the first on, as (year, month): its titles, and no
    /// row yet.
    #[must_use]
    pub fn over(first_month: (i16, i8), months: u16) -> Self {
        let (mut year, mut month) = first_month;
        let mut timeline = Self { names: NAMES.to_owned(), first_month, ..Self::default() };
        for _ in 0..months {
            timeline.months.push(month.to_string());
            match timeline.years.last_mut() {
                Some(last) if month > 1 => last.months += 1,
                _ => timeline.years.push(TimelineYear {
                    months: 1,
                    title: format!("Năm {year}"),
                    short: year.to_string(),
                }),
            }
            (year, month) =
                if month == 12 { (year.saturating_add(1), 1) } else { (year, month + 1) };
        }
        timeline
    }
}

/// What a sign stands for.
pub(super) fn sign_words(sign: TimelineSign) -> &'static str {
    let [bar, thin, tick, mark] = official::TIMELINE_SIGNS;
    match sign {
        TimelineSign::Bar => bar,
        TimelineSign::ThinBar => thin,
        TimelineSign::Tick => tick,
        TimelineSign::Mark => mark,
    }
}

fn has(row: &TimelineRow, sign: TimelineSign) -> bool {
    let TimelineRow::Item { bars, ticks, mark, .. } = row else { return false };
    match sign {
        TimelineSign::Bar => bars.iter().any(|bar| !bar.thin),
        TimelineSign::ThinBar => bars.iter().any(|bar| bar.thin),
        TimelineSign::Tick => !ticks.is_empty(),
        TimelineSign::Mark => mark.is_some(),
    }
}

fn item(row: &crate::timeline::TimelineRow, shown: (Date, Date)) -> TimelineRow {
    let name = match (row.code.as_str(), row.name.as_str()) {
        ("", name) => name.to_owned(),
        (code, "") => code.to_owned(),
        (code, name) if code.starts_with("M4.") => name.to_owned(),
        (code, name) => format!("{code} {name}"),
    };
    let bars = row
        .bars
        .iter()
        .filter(|bar| bar.from <= shown.1 && bar.to >= shown.0)
        .map(|bar| TimelineBar {
            from: bar.from.max(shown.0),
            to: bar.to.min(shown.1),
            thin: bar.thin,
            from_before: bar.from < shown.0 && !bar.open_start,
            goes_on: bar.to > shown.1 || bar.open_end,
        })
        .collect();
    let ticks =
        row.ticks.iter().copied().filter(|day| shown.0 <= *day && *day <= shown.1).collect();
    let mark = row.mark.filter(|day| shown.0 <= *day && *day <= shown.1);
    TimelineRow::Item { name, time: row.typed.clone(), bars, ticks, mark }
}

/// How many months two days and all between them touch; 1 to [`MOST_MONTHS`].
fn months_between(first: Date, last: Date) -> u16 {
    let count = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let months = (count(last) - count(first) + 1).clamp(1, i32::from(MOST_MONTHS));
    u16::try_from(months).unwrap_or(MOST_MONTHS)
}

fn centred(text: String, outline: u8) -> Block {
    let runs = vec![Run::styled(text, true, false)];
    Block::Paragraph(Text { runs, role: Role::Centred, outline, ..Text::default() })
}

/// The title for the file's properties: the heading's capitals made small but the first.
fn sentence_case(title: &str, heading: &str) -> String {
    let small = heading.to_lowercase();
    let mut letters = small.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    title.replacen(heading, &format!("{first}{}", letters.as_str()), 1)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
