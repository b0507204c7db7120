//! Which items of the table are in sight and in which order: a look at the plan, no change of it.
//!
//! Invariant: what is in sight is decided once, when a person asks for it. Nothing that is edited
//! afterwards goes away or runs off under the hands, and what is new is in sight.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::plan::{Abbreviation, Field, Item, SchoolYear, Status, TermDates};
use crate::timeline::{Progress, progress};
use crate::ui::grid::{Key, Line as _};
use crate::words::{CollationKey, order};

use super::model::Line;

/// So many letters of a text decide where it stands.
const LETTERS: usize = 160;

/// Which items are in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Every one.
    #[default]
    All,
    /// Nobody is said who leads.
    NoLead,
    /// The time is not understood.
    NoTime,
    /// The last day is over, as Tiến độ counts it.
    Overdue,
    /// This person leads.
    Of(String),
}

/// The column by which the lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which.
    pub field: Field,
    /// The greatest first.
    pub falling: bool,
}

/// By what items are judged, beside their own words.
#[derive(Clone, Copy, Debug)]
pub struct Judge<'a> {
    /// The school year of the plan.
    pub year: SchoolYear,
    /// Its term dates.
    pub terms: TermDates,
    /// The school's own abbreviations.
    pub abbreviations: &'a [Abbreviation],
    /// Today.
    pub today: Date,
}

impl Judge<'_> {
    /// Whether an item is in sight.
    #[must_use]
    pub fn lets(&self, filter: &Filter, item: &Item) -> bool {
        match filter {
            Filter::All => true,
            Filter::NoLead => item.people().lead.is_none(),
            Filter::NoTime => !item.period(self.year, &self.terms).understood(),
            Filter::Overdue => {
                let period = item.period(self.year, &self.terms);
                let how_far = progress(&period, item.status, Some(self.today));
                matches!(how_far, Progress::Overdue { .. })
            }
            Filter::Of(person) => self.lead(item).as_ref() == Some(person),
        }
    }

    /// Who leads, under the name that the timeline gathers by.
    #[must_use]
    pub fn lead(&self, item: &Item) -> Option<String> {
        item.people().expand(self.abbreviations).lead
    }

    /// By what an item stands among the others; none where its cell says nothing.
    fn worth(&self, line: &Line, item: &Item, field: Field) -> Option<Worth> {
        match field {
            Field::Time => {
                let period = item.period(self.year, &self.terms);
                let first = period.start.or(period.end)?;
                Some(Worth::Days(first, period.end))
            }
            Field::Budget => {
                let money = item.money();
                Some(Worth::Sum(money.from.or(money.to)?, money.to))
            }
            Field::Status => item.status.map(|status| Worth::Place(place_of(status))),
            _ => {
                let text: String = line.text(field).trim().chars().take(LETTERS).collect();
                (!text.is_empty()).then(|| Worth::Words(CollationKey::of(&text)))
            }
        }
    }
}

/// How far work is, from nothing done to all.
fn place_of(status: Status) -> u8 {
    match status {
        Status::Dropped => 0,
        Status::NotStarted => 1,
        Status::NotDone => 2,
        Status::UnderWay => 3,
        Status::Done => 4,
    }
}

/// What lines are compared by; of one column all are of one kind.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    Days(Date, Option<Date>),
    Sum(u64, Option<u64>),
    Place(u8),
    Words(CollationKey),
}

/// What was decided when a person asked for it.
#[derive(Clone, Debug, Default)]
pub struct Arrangement {
    /// Which items are in sight.
    pub filter: Filter,
    /// By what they stand; none: as in the plan.
    pub order: Option<Order>,
    hidden: HashSet<Key>,
    /// Where each line stands that was there; empty where they stand as in the plan.
    ranks: HashMap<Key, usize>,
}

impl Arrangement {
    /// Decides over these lines, which stand as in the plan; the line `kept` stays in sight.
    #[must_use]
    pub fn of(
        lines: &[Line],
        filter: Filter,
        order: Option<Order>,
        judge: &Judge<'_>,
        kept: Option<Key>,
    ) -> Self {
        let lets = |line: &Line| {
            let item = line.item().is_none_or(|item| judge.lets(&filter, item));
            item || kept == Some(line.key)
        };
        let mut hidden: HashSet<Key> =
            lines.iter().filter(|line| !lets(line)).map(|line| line.key).collect();
        if order.is_some() {
            // Titles stand over what follows them in the plan alone.
            hidden.extend(lines.iter().filter(|line| line.spans()).map(|line| line.key));
        } else if filter != Filter::All {
            hidden.extend(titles_of_nothing(lines, &hidden));
        }
        let ranks = order.map(|order| ranks(lines, order, judge)).unwrap_or_default();
        Self { filter, order, hidden, ranks }
    }

    /// The lines in sight in their order, and how many items are not.
    #[must_use]
    pub fn arrange(&self, lines: Vec<Line>) -> (Vec<Line>, usize) {
        let all = lines.len();
        let items = |lines: &[Line]| lines.iter().filter(|line| !line.spans()).count();
        let before = items(&lines);
        let mut at = Vec::new();
        if !self.ranks.is_empty() {
            // What is new stands after the line that it follows in the plan.
            let (mut last, mut after) = (0, 0);
            for line in &lines {
                match self.ranks.get(&line.key) {
                    Some(rank) => (last, after) = (*rank, 0),
                    None => after += 1,
                }
                if !self.hidden.contains(&line.key) {
                    at.push((last, after));
                }
            }
        }
        let mut lines = lines;
        lines.retain(|line| !self.hidden.contains(&line.key));
        if at.len() == lines.len() {
            let mut placed: Vec<_> = at.into_iter().zip(lines).collect();
            order::by_key(&mut placed, |(at, _)| *at);
            lines = placed.into_iter().map(|(_, line)| line).collect();
        }
        let hidden = if lines.len() == all { 0 } else { before - items(&lines) };
        (lines, hidden)
    }

    /// Brings a line into sight that a person is led to; says whether it was not.
    pub fn reveal(&mut self, key: Key) -> bool {
        self.hidden.remove(&key)
    }

    /// Whether it shows the plan as it is.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.filter == Filter::All && self.order.is_none()
    }
}

/// The titles under which nothing is in sight, up to the next title of their kind.
fn titles_of_nothing(lines: &[Line], hidden: &HashSet<Key>) -> Vec<Key> {
    let mut empty = Vec::new();
    let (mut under_group, mut under_band) = (false, false);
    for line in lines.iter().rev() {
        if !line.spans() {
            let in_sight = !hidden.contains(&line.key);
            (under_group, under_band) = (under_group || in_sight, under_band || in_sight);
        } else if line.is_band() {
            if !std::mem::take(&mut under_band) {
                empty.push(line.key);
            }
            under_group = false;
        } else if !std::mem::take(&mut under_group) {
            empty.push(line.key);
        }
    }
    empty
}

/// Where each line stands; those whose cell says nothing come last, whichever is first.
fn ranks(lines: &[Line], order: Order, judge: &Judge<'_>) -> HashMap<Key, usize> {
    let mut worths: Vec<(Key, Option<Worth>)> = lines
        .iter()
        .filter_map(|line| {
            let item = line.item()?;
            Some((line.key, judge.worth(line, item, order.field)))
        })
        .collect();
    order::by(&mut worths, |(_, a), (_, b)| match (a, b) {
        (Some(a), Some(b)) if order.falling => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    // From 1: what is new at the head of the plan stands before all.
    worths.into_iter().enumerate().map(|(at, (key, _))| (key, at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::plan::{Band, Group, Id, Typed};
    use crate::ui::views::table::model::Kind;

    /// Its number, what it is, who, when, what it costs, and how far it is.
    type Row = (u32, &'static str, &'static str, &'static str, &'static str, Option<Status>);

    const PLAN: [Row; 9] = [
        (1, "band", "", "", "", None),
        (2, "group", "", "", "", None),
        (3, "Đổi mới", "Tổ Văn phòng", "Tháng 9/2026", "12 triệu đồng", None),
        (4, "dạy học", "", "Trước ngày 15/10/2026", "", Some(Status::Done)),
        (5, "group", "", "", "", None),
        (6, "Ánh sáng", "Kế toán", "khi có điều kiện", "900.000 đồng", Some(Status::UnderWay)),
        (7, "ăn ở", "Hiệu trưởng", "Tháng 5/2027", "", None),
        (8, "", "Tổ Văn phòng", "Hằng tháng", "Ngân sách", None),
        (9, "band", "", "", "", None),
    ];

    fn plan() -> Vec<Line> {
        let of = |(place, (id, what, who, when, sum, status)): (usize, &Row)| {
            let kind = match *what {
                "band" => Kind::Band(Arc::new(Band { id: Id(*id), ..Band::default() })),
                "group" => Kind::Group(Arc::new(Group { id: Id(*id), ..Group::default() })),
                content => Kind::Item(Arc::new(Item {
                    id: Id(*id),
                    content: content.to_owned(),
                    responsible: Typed::new(*who),
                    time: Typed::new(*when),
                    budget: Typed::new(*sum),
                    status: *status,
                    ..Item::default()
                })),
            };
            line(*id, place, kind)
        };
        PLAN.iter().enumerate().map(of).collect()
    }

    fn line(id: u32, place: usize, kind: Kind) -> Line {
        let (tt, known) = (String::new(), OnceCell::new());
        let people = OnceCell::new();
        Line { key: Key(id), place, kind, tt, problem: None, known, people }
    }

    fn judge() -> Judge<'static> {
        let year = SchoolYear::starting(2026).unwrap();
        let terms = TermDates::usual(year);
        Judge { year, terms, abbreviations: &[], today: date(2026, 11, 22) }
    }

    /// The lines in sight by their numbers, and how many items are not.
    fn seen(lines: Vec<Line>, arranged: &Arrangement) -> (Vec<u32>, usize) {
        let (lines, hidden) = arranged.arrange(lines);
        (lines.iter().map(|line| line.key.0).collect(), hidden)
    }

    fn arranged(filter: Filter, order: Option<Order>) -> Arrangement {
        Arrangement::of(&plan(), filter, order, &judge(), None)
    }

    #[test]
    fn each_filter_lets_its_items_through_with_their_titles() {
        let of = |name: &str| Filter::Of(name.to_owned());
        let cases: [(Filter, &[u32], usize); 7] = [
            (Filter::All, &[1, 2, 3, 4, 5, 6, 7, 8, 9], 0),
            (Filter::NoLead, &[1, 2, 4], 4),
            (Filter::NoTime, &[1, 5, 6], 4),
            // What is done or comes back is never overdue.
            (Filter::Overdue, &[1, 2, 3], 4),
            (of("Tổ Văn phòng"), &[1, 2, 3, 5, 8], 3),
            (of("Kế toán"), &[1, 5, 6], 4),
            (of("Không ai cả"), &[], 5),
        ];
        for (filter, expect, hidden) in cases {
            let arranged = arranged(filter.clone(), None);
            assert_eq!(seen(plan(), &arranged), (expect.to_vec(), hidden), "{filter:?}");
        }
    }

    #[test]
    fn overdue_begins_the_day_after_the_last() {
        for (today, expect) in
            [(date(2026, 9, 30), false), (date(2026, 10, 1), true), (date(2027, 6, 1), true)]
        {
            let judge = Judge { today, ..judge() };
            let lines = plan();
            let item = lines[2].item().unwrap();
            assert_eq!(judge.lets(&Filter::Overdue, item), expect, "{today}");
        }
    }

    #[test]
    fn lines_stand_by_what_a_column_means_and_empty_cells_come_last() {
        let cases: [(Field, bool, [u32; 5]); 8] = [
            // The order of the alphabet: ă after a, đ after d.
            (Field::Content, false, [6, 7, 4, 3, 8]),
            (Field::Content, true, [3, 4, 7, 6, 8]),
            (Field::Time, false, [3, 4, 7, 6, 8]),
            (Field::Time, true, [7, 4, 3, 6, 8]),
            (Field::Budget, false, [6, 3, 4, 7, 8]),
            (Field::Budget, true, [3, 6, 4, 7, 8]),
            (Field::Status, false, [6, 4, 3, 7, 8]),
            (Field::Responsible, false, [7, 6, 3, 8, 4]),
        ];
        for (field, falling, expect) in cases {
            let arranged = arranged(Filter::All, Some(Order { field, falling }));
            assert_eq!(seen(plan(), &arranged), (expect.to_vec(), 0), "{field:?} {falling}");
        }
    }

    #[test]
    fn what_is_hidden_stays_out_of_the_order() {
        let order = Some(Order { field: Field::Budget, falling: false });
        let arranged = arranged(Filter::Of("Tổ Văn phòng".into()), order);
        assert_eq!(seen(plan(), &arranged), (vec![3, 8], 3));
    }

    #[test]
    fn what_is_new_is_in_sight_behind_the_line_it_follows() {
        let mut lines = plan();
        let new = |id| line(id, 0, Kind::Item(Arc::new(Item { id: Id(id), ..Item::default() })));
        lines.insert(4, new(20));
        lines.insert(0, new(21));
        let filtered = arranged(Filter::Overdue, None);
        assert_eq!(seen(lines.clone(), &filtered), (vec![21, 1, 2, 3, 20], 4));
        let sorted = arranged(Filter::All, Some(Order { field: Field::Time, falling: true }));
        assert_eq!(seen(lines, &sorted), (vec![21, 7, 4, 20, 3, 6, 8], 0));
    }

    #[test]
    fn what_is_edited_neither_goes_nor_runs_off() {
        let mut lines = plan();
        let Kind::Item(item) = &mut lines[3].kind else { panic!("an item") };
        Arc::make_mut(item).responsible = Typed::new("Thủ quỹ");
        assert_eq!(seen(lines, &arranged(Filter::NoLead, None)).0, [1, 2, 4]);
    }

    #[test]
    fn a_line_a_person_is_led_to_comes_into_sight() {
        let mut arranged = arranged(Filter::NoLead, None);
        assert!(arranged.reveal(Key(7)) && !arranged.reveal(Key(7)));
        assert_eq!(seen(plan(), &arranged), (vec![1, 2, 4, 7], 3));
        let kept = Arrangement::of(&plan(), Filter::NoLead, None, &judge(), Some(Key(7)));
        assert_eq!(seen(plan(), &kept), (vec![1, 2, 4, 5, 7], 3));
    }
}
