//! A plan: one official document, and what is beside it.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{
    Bytes, FormId, Frozen, Id, Letterhead, LogEntry, PageLook, Paper, Paragraph, Part, PlanDate,
    Record, Row, Scan, SchoolYear, ScreenWidth, SetAside, TableSetting, TextField, json,
};

/// A plan for one school year.
///
/// It is named by its id; several may share a school year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Names it in the dossier.
    #[serde(default)]
    pub id: Id,
    /// What tells it from another plan of the same year: "sau đánh giá ngoài".
    #[serde(default)]
    pub label: String,
    /// Which year it is for.
    pub school_year: SchoolYear,
    /// The plan it amends.
    #[serde(default)]
    pub amends: Option<Id>,
    /// What kind of paper it is.
    #[serde(default)]
    pub paper: Paper,
    /// The plan that minutes or a report are about.
    #[serde(default)]
    pub about: Option<Id>,
    /// The review of that plan they are about.
    #[serde(default)]
    pub review: Option<Id>,
    /// Which form the document takes.
    #[serde(default)]
    pub form: FormId,
    /// Which catalogue its criteria are from; none is allowed.
    #[serde(default)]
    pub catalogue: Option<String>,
    /// The school and its authority, as this plan prints them.
    #[serde(default)]
    pub letterhead: Letterhead,
    /// The document's number; empty leaves room to write it.
    #[serde(default)]
    pub number: String,
    /// After the number: "KH-THCSGOT".
    #[serde(default)]
    pub symbol: String,
    /// The document's date; blank parts leave room to write them.
    #[serde(default)]
    pub date: PlanDate,
    /// "KẾ HOẠCH".
    #[serde(default)]
    pub doc_type: String,
    /// The lines under it.
    #[serde(default)]
    pub subject: Vec<String>,
    /// Kính gửi: whom a report goes to, one a line; empty: to nobody above.
    #[serde(default)]
    pub addressees: Vec<String>,
    /// "Căn cứ …;" before the first part.
    #[serde(default)]
    pub bases: Vec<Paragraph>,
    /// Whether the bases are set in italics, as is usual.
    #[serde(default)]
    pub bases_italic: bool,
    /// "… xây dựng Kế hoạch …, cụ thể như sau:".
    #[serde(default)]
    pub opening: Vec<Paragraph>,
    /// Its parts, in order.
    #[serde(default)]
    pub parts: Vec<Arc<Part>>,
    /// Its bands, groups and items.
    #[serde(default)]
    #[serde(deserialize_with = "json::each")]
    pub rows: Vec<Row>,
    /// The key problems (form C, part IV).
    #[serde(default)]
    pub problems: Vec<Arc<Problem>>,
    /// The reviews (form C, part VI).
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// Nhóm công tác.
    #[serde(default)]
    pub working_groups: Vec<WorkingGroup>,
    /// Tổ giám sát.
    #[serde(default)]
    pub supervisors: Vec<Supervisor>,
    /// Nơi nhận, one a line, without dash and without ";".
    #[serde(default)]
    pub recipients: Vec<String>,
    /// One or two signature blocks.
    #[serde(default)]
    pub signatures: Vec<Signature>,
    /// How it is printed.
    #[serde(default)]
    pub options: Options,
    /// Copies of it that never change: as issued, as reviewed.
    #[serde(default)]
    pub frozen: Vec<Arc<Frozen>>,
    /// The copy that was signed and given out; none: not issued, or taken back.
    #[serde(default)]
    pub issued: Option<Id>,
    /// Whether what was issued has left the school: it is amended then, and not taken back.
    #[serde(default)]
    pub sent: bool,
    /// The signed and stamped papers, as files beside this one.
    #[serde(default)]
    pub scans: Vec<Scan>,
    /// Who noted or did what, in the order of time.
    #[serde(default)]
    pub log: Vec<LogEntry>,
    /// Findings that a person left as they are.
    #[serde(default)]
    pub set_aside: Vec<SetAside>,
}

impl Plan {
    /// An empty plan for a school year.
    #[must_use]
    pub fn empty(school_year: SchoolYear) -> Self {
        Self {
            id: Id::default(),
            label: String::new(),
            school_year,
            amends: None,
            paper: Paper::Plan,
            about: None,
            review: None,
            form: FormId::default(),
            catalogue: None,
            letterhead: Letterhead::default(),
            number: String::new(),
            symbol: String::new(),
            date: PlanDate::default(),
            doc_type: String::new(),
            subject: Vec::new(),
            addressees: Vec::new(),
            bases: Vec::new(),
            bases_italic: true,
            opening: Vec::new(),
            parts: Vec::new(),
            rows: Vec::new(),
            problems: Vec::new(),
            reviews: Vec::new(),
            working_groups: Vec::new(),
            supervisors: Vec::new(),
            recipients: Vec::new(),
            signatures: Vec::new(),
            options: Options::default(),
            frozen: Vec::new(),
            issued: None,
            sent: false,
            scans: Vec::new(),
            log: Vec::new(),
            set_aside: Vec::new(),
        }
    }

    /// The copy of this number.
    #[must_use]
    pub fn frozen(&self, id: Id) -> Option<&Arc<Frozen>> {
        self.frozen.iter().find(|copy| copy.id == id)
    }

    /// The copy that was signed and given out.
    #[must_use]
    pub fn issued_copy(&self) -> Option<&Arc<Frozen>> {
        self.frozen(self.issued?)
    }

    /// The paper that was signed and given out.
    #[must_use]
    pub fn issued_pdf(&self) -> Option<&Bytes> {
        self.issued_copy().map(|copy| &copy.pdf).filter(|pdf| !pdf.is_empty())
    }

    /// Its reviews that are closed, the newest first: by the day on which they were held, else
    /// closed. One that was added later may lie between two others.
    #[must_use]
    pub fn closed_reviews(&self) -> Vec<&Review> {
        let when = |review: &Review| {
            let copy = self.frozen(review.closed?)?;
            Some((review.day.unwrap_or(copy.at.date()), copy.at))
        };
        let mut closed: Vec<&Review> =
            self.reviews.iter().rev().filter(|one| when(one).is_some()).collect();
        closed.sort_by_key(|one| std::cmp::Reverse(when(one)));
        closed
    }

    /// Whether its work is followed here: it was given out, or somebody noted or closed something.
    #[must_use]
    pub fn is_followed(&self) -> bool {
        self.issued.is_some() || !self.log.is_empty()
    }

    /// Its items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Arc<super::Item>> {
        self.rows.iter().filter_map(Row::as_item)
    }

    /// The item of this number.
    #[must_use]
    pub fn item(&self, id: Id) -> Option<&Arc<super::Item>> {
        self.items().find(|item| item.id == id)
    }

    /// The problem of this number.
    #[must_use]
    pub fn problem(&self, id: Id) -> Option<&Arc<Problem>> {
        self.problems.iter().find(|problem| problem.id == id)
    }
}

impl Record for Plan {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(Label, Line, label),
        text_field!(Number, Line, number),
        text_field!(Symbol, Line, symbol),
        text_field!(DocType, Line, doc_type),
        text_field!(Subject, lines subject),
        text_field!(Recipients, lines recipients),
        text_field!(Addressees, lines addressees),
    ];
}

/// A weakness found by the self-evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Problem {
    /// Names it in the dossier.
    pub id: Id,
    /// Tiêu chuẩn.
    pub standard_text: String,
    /// Tiêu chí liên quan.
    pub criterion_text: String,
    /// Codes as in the catalogue.
    pub criteria: Vec<String>,
    /// Đánh giá hiện trạng.
    pub current_state: String,
    /// Điểm hạn chế.
    pub weakness: String,
    /// Nguyên nhân của hạn chế.
    pub cause: String,
}

impl Record for Problem {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(StandardText, Cell, standard_text),
        text_field!(CriterionText, Cell, criterion_text),
        text_field!(CurrentState, Long, current_state),
        text_field!(Weakness, Long, weakness),
        text_field!(Cause, Long, cause),
    ];
}

/// A review during the year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Review {
    /// Names it in the dossier.
    pub id: Id,
    /// "Cuối học kỳ I".
    pub when: String,
    /// Nội dung theo dõi.
    pub content: String,
    /// Kết quả thực hiện.
    pub result: String,
    /// Điều chỉnh.
    pub adjustment: String,
    /// Người đánh giá.
    pub assessor: String,
    /// The day on which it was held, or is meant to be.
    pub day: Option<Date>,
    /// The copy of the plan taken when it was closed; none: open.
    pub closed: Option<Id>,
}

impl Record for Review {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(When, Cell, when),
        text_field!(Content, Long, content),
        text_field!(Result, Long, result),
        text_field!(Adjustment, Long, adjustment),
        text_field!(Assessor, Cell, assessor),
    ];
}

/// Nhóm công tác: prints as "- label: task", its members after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WorkingGroup {
    /// Names it in the dossier.
    pub id: Id,
    /// "Nhóm công tác 1".
    pub label: String,
    /// What it does.
    pub task: String,
    /// The standards it looks after; understood, never printed.
    pub standards: Vec<u8>,
    /// Its members.
    #[serde(deserialize_with = "json::each")]
    pub members: Vec<Member>,
}

impl Record for WorkingGroup {
    const TEXTS: &'static [TextField<Self>] =
        &[text_field!(Label, Line, label), text_field!(Task, Long, task)];
}

/// A member of a working group: "Bà Vũ Lan Anh - Kế toán".
///
/// In a JSON file written by hand the name alone may stand for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "MemberJson")]
pub struct Member {
    /// Names it in the dossier.
    pub id: Id,
    /// Who, and as what.
    pub name: String,
}

impl Member {
    /// A member without a number yet.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { id: Id::default(), name: name.into() }
    }
}

impl Record for Member {
    const TEXTS: &'static [TextField<Self>] = &[text_field!(Name, Line, name)];
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum MemberJson {
    Name(String),
    Whole {
        #[serde(default)]
        id: Id,
        #[serde(default)]
        name: String,
    },
}

impl From<MemberJson> for Member {
    fn from(json: MemberJson) -> Self {
        match json {
            MemberJson::Name(name) => Self::named(name),
            MemberJson::Whole { id, name } => Self { id, name },
        }
    }
}

/// A member of the supervising team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Supervisor {
    /// Names it in the dossier.
    pub id: Id,
    /// Ông or Bà.
    pub title: String,
    /// Full name.
    pub name: String,
    /// "Phó Hiệu trưởng".
    pub position: String,
    /// "Giám sát nhóm công tác 1".
    pub what: String,
    /// The group meant; understood, never printed.
    pub group: Option<Id>,
}

impl Record for Supervisor {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(Title, Line, title),
        text_field!(Name, Line, name),
        text_field!(Position, Line, position),
        text_field!(What, Line, what),
    ];
}

/// One signature block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Signature {
    /// Names it in the dossier.
    pub id: Id,
    /// Lines before the position: "KT. HIỆU TRƯỞNG".
    pub authority: Vec<String>,
    /// "PHÓ HIỆU TRƯỞNG".
    pub position: String,
    /// The signer's name.
    pub name: String,
    /// Approves what the other one signs: stands on the left, "DUYỆT CỦA …".
    pub approves: bool,
}

impl Record for Signature {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(Authority, lines authority),
        text_field!(Position, Line, position),
        text_field!(Name, Line, name),
    ];
}

/// How a plan is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// Wide tables lie across (A4 landscape).
    pub tables_across: bool,
    /// "DỰ THẢO" under the number.
    pub draft_mark: bool,
    /// What is drawn goes along: the timeline follows a plan as its appendix, in a report a chart
    /// follows its totals.
    pub timeline_appendix: bool,
    /// How its pages look.
    pub page: PageLook,
    /// What a person changed of the columns, by form and table.
    pub columns: Vec<TableSetting>,
    /// How wide a person drew the columns on the screen; paper takes no note of it.
    pub screen_widths: Vec<ScreenWidth>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tables_across: true,
            draft_mark: false,
            timeline_appendix: false,
            page: PageLook::default(),
            columns: Vec::new(),
            screen_widths: Vec::new(),
        }
    }
}
