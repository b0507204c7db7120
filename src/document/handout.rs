//! The sheets that are given out with a plan, by their names.

use super::{
    Document, evidence_document, money_document, task_sheets_document, tasks_document,
    three_years_document, updated_document,
};
use crate::plan::{Dossier, Form, Plan};

/// A sheet that is given out with a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handout {
    /// The plan with what came of it by the last review that was closed.
    Updated,
    /// Who does what, of all who lead.
    Tasks,
    /// The same of one who leads.
    TasksOf(String),
    /// The same of each who leads, a sheet for each.
    TasksOfEach,
    /// What was named as proof.
    Evidence,
    /// What the work costs.
    Money,
    /// Its year and the two before it.
    ThreeYears,
}

impl Handout {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Updated => "Bản cập nhật kết quả",
            Self::Tasks => "Bảng phân công",
            Self::TasksOf(_) => "Phiếu giao việc",
            Self::TasksOfEach => "Phiếu giao việc của từng người",
            Self::Evidence => "Danh mục minh chứng",
            Self::Money => "Tổng hợp kinh phí",
            Self::ThreeYears => "Hồ sơ ba năm",
        }
    }

    /// Whom it is for; blank: everybody.
    #[must_use]
    pub fn whom(&self) -> &str {
        match self {
            Self::TasksOf(whom) => whom,
            _ => "",
        }
    }

    /// It, as a document; none where the plan has nothing to tell.
    #[must_use]
    pub fn document(&self, dossier: &Dossier, plan: &Plan, form: &Form) -> Option<Document> {
        match self {
            Self::Updated => updated_document(dossier, plan, form),
            Self::Tasks => Some(tasks_document(dossier, plan, None)),
            Self::TasksOf(whom) => Some(tasks_document(dossier, plan, Some(whom))),
            Self::TasksOfEach => Some(task_sheets_document(dossier, plan)),
            Self::Evidence => Some(evidence_document(dossier, plan)),
            Self::Money => Some(money_document(dossier, plan)),
            Self::ThreeYears => Some(three_years_document(dossier, plan)),
        }
    }
}
