//! The values of records that are no texts: levels, states, kinds, what a person corrected.

use crate::plan::{
    Group, GroupNumber, Id, Item, Letterhead, Money, Ownership, Period, Plan, SchoolKind,
    SchoolYear, Shown, Status,
};

/// One value of one record of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Of the plan itself.
    Plan(PlanValue),
    /// Of its letterhead.
    Letterhead(LetterheadValue),
    /// Whether a part is printed.
    Shown {
        /// Which part.
        part: Id,
        /// Whether.
        shown: Shown,
    },
    /// Of a group row.
    Group(Id, GroupValue),
    /// Of an item.
    Item(Id, ItemValue),
    /// The codes of a problem's criteria.
    ProblemCriteria(Id, Vec<String>),
    /// The standards a working group looks after, where its task does not say them.
    GroupStandards(Id, Vec<u8>),
    /// The working group that a supervisor looks after, where the words do not say it.
    SupervisedGroup(Id, Option<Id>),
}

/// One value of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanValue {
    /// The school year it is for.
    SchoolYear(SchoolYear),
    /// The plan it amends.
    Amends(Option<Id>),
    /// The day of the document's date.
    Day(Option<u8>),
    /// The month of it.
    Month(Option<u8>),
    /// The year of it.
    Year(Option<i16>),
    /// Whether the legal bases are set in italics.
    BasesItalic(bool),
    /// Whether wide tables lie across.
    TablesAcross(bool),
    /// Whether "DỰ THẢO" stands under the number.
    DraftMark(bool),
}

/// One value of a letterhead: a plan's or the school's own.
#[derive(Clone, Debug, PartialEq)]
pub enum LetterheadValue {
    /// What kind of school it is.
    Kind(SchoolKind),
    /// Who owns it.
    Ownership(Ownership),
}

/// One value of a group row.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupValue {
    /// The number before it.
    Number(GroupNumber),
    /// The standard it stands for, where its title does not say it.
    Standard(Option<u8>),
}

/// One value of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemValue {
    /// The codes of its criteria.
    Criteria(Vec<String>),
    /// The problem it answers.
    Problem(Option<Id>),
    /// Mức hiện tại.
    LevelNow(Option<u8>),
    /// Mức cần đạt.
    LevelTarget(Option<u8>),
    /// Mức độ thực hiện.
    Status(Option<Status>),
    /// When it is done, as a person corrected it.
    Period(Option<Period>),
    /// With what money, as a person corrected it.
    Money(Option<Money>),
    /// Who does it, as a person corrected it.
    People(Option<Vec<String>>),
}

impl PlanValue {
    /// Sets it. That the plan amended is there was checked before.
    pub(super) fn set(self, plan: &mut Plan) {
        match self {
            Self::SchoolYear(year) => plan.school_year = year,
            Self::Amends(amends) => plan.amends = amends,
            Self::Day(day) => plan.date.day = day,
            Self::Month(month) => plan.date.month = month,
            Self::Year(year) => plan.date.year = year,
            Self::BasesItalic(italic) => plan.bases_italic = italic,
            Self::TablesAcross(across) => plan.options.tables_across = across,
            Self::DraftMark(mark) => plan.options.draft_mark = mark,
        }
    }
}

impl LetterheadValue {
    pub(super) fn set(self, letterhead: &mut Letterhead) {
        match self {
            Self::Kind(kind) => letterhead.kind = kind,
            Self::Ownership(ownership) => letterhead.ownership = ownership,
        }
    }
}

impl GroupValue {
    pub(super) fn set(self, group: &mut Group) {
        match self {
            Self::Number(number) => group.tt = number,
            Self::Standard(standard) => group.standard = standard,
        }
    }
}

impl ItemValue {
    /// Sets it. That the problem is there was checked before.
    pub(super) fn set(self, item: &mut Item) {
        match self {
            Self::Criteria(codes) => item.criteria = codes,
            Self::Problem(problem) => item.problem = problem,
            Self::LevelNow(level) => item.level_now = level,
            Self::LevelTarget(level) => item.level_target = level,
            Self::Status(status) => item.status = status,
            Self::Period(period) => item.time.corrected = period,
            Self::Money(money) => item.budget.corrected = money,
            Self::People(people) => item.responsible.corrected = people,
        }
    }
}
