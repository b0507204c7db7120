//! Bars, ticks, lateness and groups of the timeline.

use std::sync::Arc;

use caitien::document::{self, timeline_document};
use caitien::embedded;
use caitien::layout::{Faces, PageItem, lay_out};
use caitien::plan::{
    Band, Dossier, Group, Id, Item, Period, Plan, Recurs, Row, SchoolYear, Status, TermDates, Typed,
};
use caitien::timeline::{By, Progress, Timeline, progress, timeline};
use jiff::civil::{Date, date};

fn dossier(rows: Vec<Row>) -> Dossier {
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.id = Id(1);
    plan.doc_type = "KẾ HOẠCH".into();
    plan.rows = rows;
    Dossier { plans: vec![Arc::new(plan)], ..Dossier::default() }
}

fn dossier_of_one(period: Period) -> Dossier {
    dossier(vec![item(1, period)])
}

fn item(id: u32, period: Period) -> Row {
    Row::Item(Arc::new(Item {
        id: Id(id),
        content: format!("Việc {id}"),
        responsible: Typed::new("Hiệu trưởng"),
        time: Typed { typed: "như đã ghi".into(), corrected: Some(period) },
        ..Item::default()
    }))
}

fn seen(rows: Vec<Row>, by: By) -> Timeline {
    let dossier = dossier(rows);
    timeline(&dossier, &dossier.plans[0], Some(date(2026, 11, 22)), by)
}

fn recurring(recurs: Recurs) -> Period {
    Period { recurs: Some(recurs), ..Period::default() }
}

fn between(start: Date, end: Date) -> Period {
    Period { start: Some(start), end: Some(end), ..Period::default() }
}

/// The bars and ticks of one piece of work.
#[track_caller]
fn check_marks(period: Period, bars: &[(Date, Date)], ticks: &[Date]) {
    let timeline = seen(vec![item(1, period)], By::Standard);
    let row = timeline.rows().next().expect("one dated row");
    let drawn: Vec<(Date, Date)> = row.bars.iter().map(|bar| (bar.from, bar.to)).collect();
    assert_eq!(drawn, bars);
    assert_eq!(row.ticks, ticks);
}

#[test]
fn dated_work_is_a_bar() {
    let (from, to) = (date(2026, 10, 1), date(2027, 5, 31));
    check_marks(between(from, to), &[(from, to)], &[]);
}

#[test]
fn a_deadline_without_a_beginning_is_a_mark_on_its_last_day_in_time() {
    #[track_caller]
    fn check(period: Period, expect: Option<Date>) {
        let timeline = seen(vec![item(1, period)], By::Standard);
        let row = timeline.rows().chain(&timeline.undated).next().expect("one row");
        assert_eq!((row.bars.as_slice(), row.ticks.as_slice()), (&[][..], &[][..]));
        assert_eq!(row.mark, expect);
        assert_eq!(timeline.undated.is_empty(), expect.is_some());
    }
    let until = |day| Period { end: Some(day), ..Period::default() };
    check(until(date(2026, 11, 30)), Some(date(2026, 11, 30)));
    check(Period { before: true, ..until(date(2026, 12, 1)) }, Some(date(2026, 11, 30)));
    check(until(date(2026, 5, 31)), Some(date(2026, 5, 31)));
    // So far off that nothing of it is drawn.
    check(until(date(2090, 5, 31)), None);
    // What comes back, or has a beginning, is no mark.
    let timeline = seen(
        vec![
            item(1, Period { recurs: Some(Recurs::Month), ..until(date(2026, 12, 31)) }),
            item(2, between(date(2026, 10, 1), date(2026, 12, 31))),
            item(3, Period { start: Some(date(2026, 10, 1)), ..Period::default() }),
        ],
        By::Standard,
    );
    assert_eq!(timeline.rows().filter(|row| row.mark.is_some()).count(), 0);
    assert_eq!(timeline.rows().count(), 3);
}

#[test]
fn on_paper_every_sign_stays_in_its_month_and_is_told_in_words() {
    let faces = Faces::new(embedded::paper_faces()).unwrap();
    let day = |month, day| {
        let year = if month >= 8 { 2026 } else { 2027 };
        date(year, month, day)
    };
    for month in [9, 11, 12, 2, 4] {
        let last = day(month, 1).last_of_month();
        let first = day(month, 1);
        for period in [
            between(last, last),
            between(first, first),
            Period { end: Some(last), ..Period::default() },
            Period { end: Some(first), ..Period::default() },
            Period { recurs: Some(Recurs::Year), ..between(first, last) },
        ] {
            let dossier = dossier_of_one(period);
            let pages = lay_out(&timeline_document(&dossier, &dossier.plans[0]), &faces);
            // Months are columns of one width: the edges are lines from top to bottom.
            let edges = column_edges(&pages.pages[0].items);
            let at = usize::try_from((i32::from(month) + 3) % 12).unwrap();
            let (left, right) = (edges[at + 1], edges[at + 2]);
            let dark: Vec<f32> = shapes_above_legend(&pages.pages[0].items);
            let (from, to) = (
                dark.iter().copied().fold(f32::INFINITY, f32::min),
                dark.iter().copied().fold(f32::NEG_INFINITY, f32::max),
            );
            assert!(to <= right + 0.02, "{period:?}: {to} beyond {right}");
            // The tail of a mark may lead into it from the month before.
            let tail = if period.start.is_none() { 14.0 } else { 0.0 };
            assert!(from >= left - tail - 0.02, "{period:?}: {from} before {left}");
        }
    }
}

/// The places of the lines that part the columns, from the left.
fn column_edges(items: &[PageItem]) -> Vec<f32> {
    let mut edges: Vec<f32> = items
        .iter()
        .filter_map(|item| match item {
            PageItem::Line { from, to, .. } if from.0.to_bits() == to.0.to_bits() => Some(from.0),
            _ => None,
        })
        .collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup_by(|a, b| (*a - *b).abs() < 0.5);
    edges
}

/// The x of the corners of all shapes but those of the legend, which stand lowest.
fn shapes_above_legend(items: &[PageItem]) -> Vec<f32> {
    let shapes: Vec<&Vec<(f32, f32)>> = items
        .iter()
        .filter_map(|item| match item {
            PageItem::Shape { points, .. } => Some(points),
            _ => None,
        })
        .collect();
    let top = |points: &[(f32, f32)]| points.iter().map(|p| p.1).fold(f32::INFINITY, f32::min);
    let highest = shapes.iter().map(|points| top(points)).fold(f32::INFINITY, f32::min);
    let row = shapes.iter().filter(|points| top(points) < highest + 12.0);
    row.flat_map(|points| points.iter().map(|p| p.0)).collect()
}

#[test]
fn recurring_work_is_ticks_at_the_end_of_each_period() {
    let months = [
        date(2026, 9, 30),
        date(2026, 10, 31),
        date(2026, 11, 30),
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    ];
    check_marks(recurring(Recurs::Month), &[], &months);
    let quarters = [date(2026, 9, 30), date(2026, 12, 31), date(2027, 3, 31)];
    check_marks(recurring(Recurs::Quarter), &[], &quarters);
    check_marks(recurring(Recurs::Term), &[], &[date(2027, 1, 15), date(2027, 5, 31)]);
    check_marks(recurring(Recurs::Year), &[], &[date(2027, 5, 31)]);
    // Inside its own dates, where it has some.
    let own =
        Period { recurs: Some(Recurs::Month), ..between(date(2026, 10, 15), date(2026, 12, 1)) };
    check_marks(own, &[], &[date(2026, 10, 31), date(2026, 11, 30)]);
    let weeks =
        Period { recurs: Some(Recurs::Week), ..between(date(2026, 11, 2), date(2026, 11, 15)) };
    check_marks(weeks, &[], &[date(2026, 11, 8), date(2026, 11, 15)]);
    // Shorter than one period: once, at its end.
    let short =
        Period { recurs: Some(Recurs::Year), ..between(date(2026, 10, 1), date(2026, 10, 31)) };
    check_marks(short, &[], &[date(2026, 10, 31)]);
}

#[test]
fn ongoing_work_is_a_thin_bar_over_the_school_year() {
    let timeline = seen(vec![item(1, recurring(Recurs::Ongoing))], By::Standard);
    let bar = timeline.rows().next().unwrap().bars[0];
    assert!(bar.thin);
    assert_eq!((bar.from, bar.to), (date(2026, 9, 1), date(2027, 5, 31)));
}

#[test]
fn lateness_by_the_rules() {
    #[track_caller]
    fn check(period: Period, status: Option<Status>, today: Date, expect: Progress) {
        assert_eq!(progress(&period, status, Some(today)), expect);
    }
    let until = Period { end: Some(date(2026, 11, 30)), ..Period::default() };
    let before = Period { before: true, ..until };
    check(until, None, date(2026, 11, 30), Progress::DueIn { days: 0 });
    check(until, None, date(2026, 12, 1), Progress::Overdue { days: 1 });
    check(before, None, date(2026, 11, 29), Progress::DueIn { days: 1 });
    check(before, None, date(2026, 11, 30), Progress::DueIn { days: 0 });
    check(before, None, date(2026, 12, 1), Progress::Overdue { days: 1 });
    check(until, Some(Status::NotDone), date(2026, 12, 8), Progress::Overdue { days: 8 });
    check(until, Some(Status::Done), date(2027, 12, 8), Progress::Done);
    check(until, None, date(2026, 11, 16), Progress::DueIn { days: 14 });
    check(until, None, date(2026, 11, 15), Progress::UnderWay);
    let later = between(date(2027, 2, 1), date(2027, 3, 31));
    check(later, None, date(2026, 11, 22), Progress::Later);
    // Recurring and undated work is never late.
    let monthly = Period { recurs: Some(Recurs::Month), ..until };
    check(monthly, None, date(2027, 12, 1), Progress::UnderWay);
    check(Period::default(), None, date(2027, 12, 1), Progress::Unknown);
    assert_eq!(progress(&until, None, None), Progress::Unknown);
}

#[test]
fn undated_work_is_kept_apart_and_blank_rows_are_left_out() {
    let blank = Row::Item(Arc::new(Item { id: Id(3), ..Item::default() }));
    let timeline = seen(vec![item(1, Period::default()), blank], By::Standard);
    assert_eq!(timeline.groups, []);
    let undated: Vec<Id> = timeline.undated.iter().map(|row| row.item).collect();
    assert_eq!(undated, [Id(1)]);
}

#[test]
fn the_span_holds_the_whole_year_and_all_that_is_drawn() {
    let timeline = seen(vec![item(1, between(date(2026, 12, 1), date(2028, 8, 31)))], By::Standard);
    assert_eq!(timeline.year, (date(2026, 8, 1), date(2027, 8, 31)));
    assert_eq!(timeline.span, (date(2026, 8, 1), date(2028, 8, 31)));
    // A slip of the pen does not make a timeline of centuries.
    let timeline = seen(vec![item(1, between(date(2026, 12, 1), date(9000, 1, 1)))], By::Standard);
    assert_eq!(timeline.span.1, date(2037, 8, 31));
    assert!(timeline.rows().next().unwrap().bars[0].open_end);
}

#[test]
fn by_standard_the_plans_own_groups_come_in_its_order() {
    let group = |id, title: &str| {
        Row::Group(Arc::new(Group { id: Id(id), title: title.into(), ..Group::default() }))
    };
    let month = between(date(2026, 10, 1), date(2026, 10, 31));
    let timeline = seen(
        vec![group(1, "Tiêu chuẩn 5"), item(2, month), group(3, "Tiêu chuẩn 1"), item(4, month)],
        By::Standard,
    );
    let titles: Vec<&str> = timeline.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(titles, ["Tiêu chuẩn 5", "Tiêu chuẩn 1"]);
}

#[test]
fn items_right_under_a_band_do_not_belong_to_the_group_above_it() {
    let month = between(date(2026, 10, 1), date(2026, 10, 31));
    let group = Group { id: Id(1), title: "Tiêu chuẩn 5".into(), ..Group::default() };
    let band = Band { id: Id(3), text: "MỨC 4".into() };
    let timeline = seen(
        vec![
            Row::Group(Arc::new(group)),
            item(2, month),
            Row::Band(Arc::new(band)),
            item(4, month),
        ],
        By::Standard,
    );
    let titles: Vec<&str> = timeline.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(titles, ["Tiêu chuẩn 5", "Mức 4"]);
}

#[test]
fn by_person_the_lead_decides_and_work_without_one_comes_last() {
    let led_by = |id, who: &str| {
        let mut row = item(id, between(date(2026, 10, 1), date(2026, 10, 31)));
        if let Row::Item(item) = &mut row {
            Arc::make_mut(item).responsible = Typed::new(who);
        }
        row
    };
    let rows = vec![led_by(1, ""), led_by(2, "Kế toán"), led_by(3, "Đoàn đội, Kế toán")];
    let timeline = seen(rows, By::Person);
    let groups: Vec<(&str, Id)> =
        timeline.groups.iter().map(|group| (group.title.as_str(), group.rows[0].item)).collect();
    assert_eq!(groups, [("Đoàn đội", Id(3)), ("Kế toán", Id(2)), ("", Id(1))]);
}

#[test]
fn on_paper_the_months_touched_are_shown_and_later_work_goes_on() {
    let dossier = dossier(vec![
        item(1, between(date(2025, 1, 1), date(2026, 10, 31))),
        item(2, between(date(2026, 12, 1), date(2031, 8, 31))),
        item(3, Period::default()),
    ]);
    let paper = timeline_document(&dossier, &dossier.plans[0]);
    let Some(document::Block::Timeline(timeline)) = paper.blocks.last() else {
        panic!("no timeline")
    };
    assert_eq!(timeline.first_month, (2026, 8));
    assert_eq!(
        timeline.months,
        ["8", "9", "10", "11", "12", "1", "2", "3", "4", "5", "6", "7", "8"]
    );
    let years: Vec<_> =
        timeline.years.iter().map(|year| (year.title.as_str(), year.months)).collect();
    assert_eq!(years, [("Năm 2026", 5), ("Năm 2027", 8)]);
    assert_eq!((timeline.names.as_str(), timeline.years[1].short.as_str()), ("Nội dung", "2027"));
    let bars: Vec<(bool, bool)> = timeline
        .rows
        .iter()
        .filter_map(|row| match row {
            document::TimelineRow::Item { bars, .. } => bars.first(),
            document::TimelineRow::Group(_) => None,
        })
        .map(|bar| (bar.from_before, bar.goes_on))
        .collect();
    assert_eq!(bars, [(true, false), (false, true)]);
    assert!(timeline.rows.contains(&document::TimelineRow::Group("Chưa rõ thời hạn".into())));
    let next_year = dossier_of_one(between(date(2027, 10, 1), date(2027, 11, 30)));
    let paper_of_next = timeline_document(&next_year, &next_year.plans[0]);
    let Some(document::Block::Timeline(timeline)) = paper_of_next.blocks.last() else {
        panic!("no timeline")
    };
    assert_eq!((timeline.first_month, timeline.months.len()), ((2026, 9), 15));
    assert_eq!(paper.title, "Tiến độ thực hiện kế hoạch");
}

#[test]
fn dates_turned_round_or_at_the_ends_of_time_are_drawn_all_the_same() {
    let faces = Faces::new(embedded::paper_faces()).unwrap();
    let days = [Date::MIN, date(2026, 10, 1), date(2027, 5, 31), Date::MAX];
    let every = [Recurs::Week, Recurs::Month, Recurs::Quarter, Recurs::Term, Recurs::Year];
    let recurs = [None, Some(Recurs::Ongoing)].into_iter().chain(every.map(Some));
    for recurs in recurs {
        for start in days {
            for end in days {
                let period = Period { recurs, before: true, ..between(start, end) };
                let mut dossier = dossier_of_one(period);
                let school_year = dossier.plans[0].school_year;
                let (term_1_end, end) = (start, end);
                dossier.term_dates = vec![TermDates { school_year, start, term_1_end, end }];
                let plan = &dossier.plans[0];
                let seen = timeline(&dossier, plan, Some(date(2026, 11, 22)), By::Person);
                assert!(seen.span.0 <= seen.span.1);
                let paper = lay_out(&timeline_document(&dossier, plan), &faces);
                assert!(!paper.pages.is_empty());
            }
        }
    }
    let turned = Period { recurs: Some(Recurs::Year), ..between(days[2], days[1]) };
    check_marks(turned, &[], &[date(2027, 5, 31)]);
}
