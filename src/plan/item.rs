//! One piece of work of the plan, with every field of every form.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{Id, Money, Period, Record, TextField};

/// A piece of work: what is wanted, who does what by when and with what.
///
/// Every text is what a person typed (NFC). Which field prints where is data of
/// the form (`plan::Form`); none is lost when the form changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Item {
    /// Names it in the dossier.
    pub id: Id,
    /// "Tiêu chí 1.6. Quản lý hành chính, tài chính và tài sản".
    pub criterion_text: String,
    /// Codes as in the catalogue; level-4 criterion n is "M4.n"; empty is no error.
    pub criteria: Vec<String>,
    /// The problem it answers.
    pub problem: Option<Id>,
    /// Nội dung cải tiến; the short name on the timeline.
    pub content: String,
    /// Kết quả cần đạt / Mục tiêu cải tiến.
    pub target: String,
    /// Mức hiện tại, 0 (chưa đạt) to 4.
    pub level_now: Option<u8>,
    /// Mức cần đạt, 1 to 4.
    pub level_target: Option<u8>,
    /// Công việc, giải pháp.
    pub actions: String,
    /// Chỉ số đánh giá kết quả.
    pub indicator: String,
    /// Chủ trì và phối hợp.
    pub responsible: Typed<Vec<String>>,
    /// Thời gian.
    pub time: Typed<Period>,
    /// Kinh phí.
    pub budget: Typed<Money>,
    /// Nguồn lực bảo đảm.
    pub resources: String,
    /// Điều kiện hỗ trợ khác.
    pub support: String,
    /// Minh chứng dự kiến.
    pub evidence: String,
    /// How far it has come.
    pub status: Option<Status>,
    /// Ghi chú.
    pub note: String,
    /// Kết quả thực hiện.
    pub result: String,
    /// Điều chỉnh.
    pub adjustment: String,
    /// Minh chứng đã có.
    pub proof: String,
    /// Why it is not carried out.
    pub reason: String,
    /// Kinh phí đã sử dụng.
    pub spent: Typed<Money>,
    /// Ngày hoàn thành.
    pub done_on: Option<Date>,
    /// How much of it is done, 0 to 100; a person need not say it.
    pub percent: Option<u8>,
}

impl Record for Item {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(CriterionText, Cell, criterion_text),
        text_field!(Content, Long, content),
        text_field!(Target, Long, target),
        text_field!(Actions, Long, actions),
        text_field!(Indicator, Long, indicator),
        text_field!(Responsible, People, typed responsible),
        text_field!(Time, Time, typed time),
        text_field!(Budget, Money, typed budget),
        text_field!(Resources, Cell, resources),
        text_field!(Support, Cell, support),
        text_field!(Evidence, Long, evidence),
        text_field!(Note, Cell, note),
        text_field!(Result, Long, result),
        text_field!(Adjustment, Long, adjustment),
        text_field!(Proof, Long, proof),
        text_field!(Reason, Long, reason),
        text_field!(Spent, Money, typed spent),
    ];
}

/// A text and, where a person corrected what the program understood of it, the correction.
///
/// What is understood is computed from `typed` and never stored; `corrected`
/// wins, and falls in the same edit that changes `typed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct Typed<T> {
    /// Letter for letter, NFC.
    pub typed: String,
    /// What a person says it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<T>,
}

impl<T> Default for Typed<T> {
    fn default() -> Self {
        Self { typed: String::new(), corrected: None }
    }
}

impl<T> Typed<T> {
    /// A text nobody corrected.
    #[must_use]
    pub fn new(typed: impl Into<String>) -> Self {
        Self { typed: typed.into(), corrected: None }
    }
}

/// Mức độ thực hiện.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Hoàn thành.
    Done,
    /// Đang thực hiện.
    UnderWay,
    /// Chưa hoàn thành.
    NotDone,
    /// Chưa thực hiện.
    NotStarted,
    /// Không thực hiện, with its reason.
    Dropped,
}

impl Status {
    /// All of them, in the order in which work comes to them.
    pub const ALL: [Self; 5] =
        [Self::NotStarted, Self::UnderWay, Self::Done, Self::NotDone, Self::Dropped];
}
