//! The values of records that are no texts: levels, states, kinds, what a person corrected.

use jiff::civil::Date;

use crate::plan::{
    EdgeMargin, FirstLine, Group, GroupNumber, Id, Item, LeftMargin, Letterhead, Letters,
    LineSpacing, Money, Ownership, PageLook, ParagraphGap, Period, Plan, RightMargin, SchoolKind,
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
    /// Whether a signature approves what the other one signs.
    Approves(Id, bool),
    /// The day of a review.
    ReviewDay(Id, Option<Date>),
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
    /// Whether the timeline follows as an appendix.
    TimelineAppendix(bool),
    /// How its pages look.
    Page(PageValue),
}

/// One value of how the pages of a plan look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageValue {
    /// Size of the letters.
    Letters(Letters),
    /// From line to line.
    LineSpacing(LineSpacing),
    /// Between paragraphs.
    ParagraphGap(ParagraphGap),
    /// First line of a paragraph.
    FirstLine(FirstLine),
    /// Over the text.
    MarginTop(EdgeMargin),
    /// Under it.
    MarginBottom(EdgeMargin),
    /// On its left.
    MarginLeft(LeftMargin),
    /// On its right.
    MarginRight(RightMargin),
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
    /// What was spent, as a person corrected it.
    Spent(Option<Money>),
    /// Ngày hoàn thành.
    DoneOn(Option<Date>),
    /// How much of it is done, 0 to 100.
    Percent(Option<u8>),
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
            Self::TimelineAppendix(follows) => plan.options.timeline_appendix = follows,
            Self::Page(value) => value.set(&mut plan.options.page),
        }
    }
}

impl PageValue {
    /// What brings one look to another, one value each.
    #[must_use]
    pub fn between(old: &PageLook, new: &PageLook) -> Vec<Self> {
        let all = [
            (old.letters != new.letters, Self::Letters(new.letters)),
            (old.line_spacing != new.line_spacing, Self::LineSpacing(new.line_spacing)),
            (old.paragraph_gap != new.paragraph_gap, Self::ParagraphGap(new.paragraph_gap)),
            (old.first_line != new.first_line, Self::FirstLine(new.first_line)),
            (old.margin_top != new.margin_top, Self::MarginTop(new.margin_top)),
            (old.margin_bottom != new.margin_bottom, Self::MarginBottom(new.margin_bottom)),
            (old.margin_left != new.margin_left, Self::MarginLeft(new.margin_left)),
            (old.margin_right != new.margin_right, Self::MarginRight(new.margin_right)),
        ];
        all.into_iter().filter_map(|(differs, value)| differs.then_some(value)).collect()
    }

    fn set(self, page: &mut PageLook) {
        match self {
            Self::Letters(letters) => page.letters = letters,
            Self::LineSpacing(spacing) => page.line_spacing = spacing,
            Self::ParagraphGap(gap) => page.paragraph_gap = gap,
            Self::FirstLine(indent) => page.first_line = indent,
            Self::MarginTop(margin) => page.margin_top = margin,
            Self::MarginBottom(margin) => page.margin_bottom = margin,
            Self::MarginLeft(margin) => page.margin_left = margin,
            Self::MarginRight(margin) => page.margin_right = margin,
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
            Self::Spent(money) => item.spent.corrected = money,
            Self::DoneOn(day) => item.done_on = day,
            Self::Percent(percent) => item.percent = percent.map(|one| one.min(100)),
        }
    }
}
