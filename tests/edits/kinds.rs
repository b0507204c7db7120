//! Every kind of edit. [`Kind::of`] names the kind of every edit by a `match` without a wildcard,
//! as `made` makes one of every kind: a kind without a way to make it does not compile.

use caitien::edit::{
    Edit, Elements, EvaluationEdit, GroupValue, ItemValue, LetterheadValue, List, PlanEdit,
    PlanValue, Value, Words,
};
use caitien::plan::{Event, RecordId};

macro_rules! kinds {
    ($($kind:ident,)*) => {
        /// A kind of edit.
        #[allow(clippy::enum_variant_names, reason = "School kind is the field's own name")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($kind,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];
        }
    };
}

kinds! {
    SchoolText, SchoolKind, SchoolOwnership, Abbreviations, TermDates, Catalogue, AddForm, AddPlan,
    RemovePlan, Batch, OwnWords, EvaluationCatalogue, EvaluationText, EvaluationLevel,
    EvaluationTopsOut,
    PlanText, LetterheadText, PartText, RowText, ProblemText, ReviewText, GroupText, MemberText,
    SupervisorText, SignatureText,
    SchoolYear, Amends, Day, Month, Year, BasesItalic, TablesAcross, DraftMark,
    TimelineAppendix, Page,
    LetterheadKind, LetterheadOwnership, Shown, GroupNumber, GroupStandard,
    ItemCriteria, ItemProblem, LevelNow, LevelTarget, Status, Period, Money, People,
    Spent, DoneOn, Percent, ReviewDay,
    ProblemCriteria, GroupStandards, SupervisedGroup, Approves,
    Bases, Opening, PartWords,
    InsertParts, InsertRows, InsertProblems, InsertReviews, InsertGroups, InsertMembers,
    InsertSupervisors, InsertSignatures,
    RemoveParts, RemoveRows, RemoveProblems, RemoveReviews, RemoveGroups, RemoveMembers,
    RemoveSupervisors, RemoveSignatures,
    MoveParts, MoveRows, MoveProblems, MoveReviews, MoveGroups, MoveMembers, MoveSupervisors,
    MoveSignatures,
    ChangeForm, ChooseCatalogue, ResetPart, Columns, ScreenWidth, TableCell, TableRows,
    Note, Issue, TakeBack, SendOut, CloseReview, ReopenReview, AddScan, RemoveScan, SetAside,
}

impl Kind {
    /// The kind of an edit.
    pub fn of(edit: &Edit) -> Self {
        match edit {
            Edit::SetSchoolText { .. } => Self::SchoolText,
            Edit::SetSchoolValue(LetterheadValue::Kind(_)) => Self::SchoolKind,
            Edit::SetSchoolValue(LetterheadValue::Ownership(_)) => Self::SchoolOwnership,
            Edit::SetAbbreviations(_) => Self::Abbreviations,
            Edit::SetTermDates(_) => Self::TermDates,
            Edit::SetCatalogue(_) => Self::Catalogue,
            Edit::AddForm(_) => Self::AddForm,
            Edit::AddPlan { .. } => Self::AddPlan,
            Edit::RemovePlan(_) => Self::RemovePlan,
            Edit::Batch(..) => Self::Batch,
            Edit::SetOwnWords(_) => Self::OwnWords,
            Edit::InEvaluation { change, .. } => match change {
                EvaluationEdit::SetCatalogue(_) => Self::EvaluationCatalogue,
                EvaluationEdit::SetText { .. } => Self::EvaluationText,
                EvaluationEdit::SetLevel { .. } => Self::EvaluationLevel,
                EvaluationEdit::SetTopsOut { .. } => Self::EvaluationTopsOut,
            },
            Edit::InPlan { change, .. } => Self::in_plan(change),
        }
    }

    fn in_plan(change: &PlanEdit) -> Self {
        match change {
            PlanEdit::SetText { record, .. } => match record {
                RecordId::Plan => Self::PlanText,
                RecordId::Letterhead => Self::LetterheadText,
                RecordId::Part(_) => Self::PartText,
                RecordId::Row(_) => Self::RowText,
                RecordId::Problem(_) => Self::ProblemText,
                RecordId::Review(_) => Self::ReviewText,
                RecordId::WorkingGroup(_) => Self::GroupText,
                RecordId::Member(_) => Self::MemberText,
                RecordId::Supervisor(_) => Self::SupervisorText,
                RecordId::Signature(_) => Self::SignatureText,
                RecordId::Entry(_) => panic!("a line of the log stays as it was written"),
            },
            PlanEdit::SetValue(value) => Self::of_value(value),
            PlanEdit::SetWords { of, .. } => match of {
                Words::Bases => Self::Bases,
                Words::Opening => Self::Opening,
                Words::Part { .. } => Self::PartWords,
            },
            PlanEdit::Insert { elements, .. } => match elements {
                Elements::Parts(_) => Self::InsertParts,
                Elements::Rows(_) => Self::InsertRows,
                Elements::Problems(_) => Self::InsertProblems,
                Elements::Reviews(_) => Self::InsertReviews,
                Elements::WorkingGroups(_) => Self::InsertGroups,
                Elements::Members(..) => Self::InsertMembers,
                Elements::Supervisors(_) => Self::InsertSupervisors,
                Elements::Signatures(_) => Self::InsertSignatures,
            },
            PlanEdit::Remove { list, .. } => match list {
                List::Parts => Self::RemoveParts,
                List::Rows => Self::RemoveRows,
                List::Problems => Self::RemoveProblems,
                List::Reviews => Self::RemoveReviews,
                List::WorkingGroups => Self::RemoveGroups,
                List::Members(_) => Self::RemoveMembers,
                List::Supervisors => Self::RemoveSupervisors,
                List::Signatures => Self::RemoveSignatures,
            },
            PlanEdit::Move { list, .. } => match list {
                List::Parts => Self::MoveParts,
                List::Rows => Self::MoveRows,
                List::Problems => Self::MoveProblems,
                List::Reviews => Self::MoveReviews,
                List::WorkingGroups => Self::MoveGroups,
                List::Members(_) => Self::MoveMembers,
                List::Supervisors => Self::MoveSupervisors,
                List::Signatures => Self::MoveSignatures,
            },
            PlanEdit::ChangeForm { .. } => Self::ChangeForm,
            PlanEdit::SetCatalogue(_) => Self::ChooseCatalogue,
            PlanEdit::ResetPart { .. } => Self::ResetPart,
            PlanEdit::SetColumns { .. } => Self::Columns,
            PlanEdit::SetScreenWidth { .. } => Self::ScreenWidth,
            PlanEdit::SetCell { .. } => Self::TableCell,
            PlanEdit::SpliceRows { .. } => Self::TableRows,
            PlanEdit::Happened { entry, .. } => match entry.event {
                Event::Note => Self::Note,
                Event::Issued => Self::Issue,
                Event::TakenBack => Self::TakeBack,
                Event::Sent => Self::SendOut,
                Event::ReviewClosed => Self::CloseReview,
                Event::ReviewReopened => Self::ReopenReview,
            },
            PlanEdit::AddScan(_) => Self::AddScan,
            PlanEdit::RemoveScan(_) => Self::RemoveScan,
            PlanEdit::SetAside { .. } => Self::SetAside,
        }
    }

    fn of_value(value: &Value) -> Self {
        match value {
            Value::Plan(value) => match value {
                PlanValue::SchoolYear(_) => Self::SchoolYear,
                PlanValue::Amends(_) => Self::Amends,
                PlanValue::Day(_) => Self::Day,
                PlanValue::Month(_) => Self::Month,
                PlanValue::Year(_) => Self::Year,
                PlanValue::BasesItalic(_) => Self::BasesItalic,
                PlanValue::TablesAcross(_) => Self::TablesAcross,
                PlanValue::DraftMark(_) => Self::DraftMark,
                PlanValue::TimelineAppendix(_) => Self::TimelineAppendix,
                PlanValue::Page(_) => Self::Page,
            },
            Value::Letterhead(LetterheadValue::Kind(_)) => Self::LetterheadKind,
            Value::Letterhead(LetterheadValue::Ownership(_)) => Self::LetterheadOwnership,
            Value::Shown { .. } => Self::Shown,
            Value::Group(_, GroupValue::Number(_)) => Self::GroupNumber,
            Value::Group(_, GroupValue::Standard(_)) => Self::GroupStandard,
            Value::Item(_, value) => match value {
                ItemValue::Criteria(_) => Self::ItemCriteria,
                ItemValue::Problem(_) => Self::ItemProblem,
                ItemValue::LevelNow(_) => Self::LevelNow,
                ItemValue::LevelTarget(_) => Self::LevelTarget,
                ItemValue::Status(_) => Self::Status,
                ItemValue::Period(_) => Self::Period,
                ItemValue::Money(_) => Self::Money,
                ItemValue::People(_) => Self::People,
                ItemValue::Spent(_) => Self::Spent,
                ItemValue::DoneOn(_) => Self::DoneOn,
                ItemValue::Percent(_) => Self::Percent,
            },
            Value::ProblemCriteria(..) => Self::ProblemCriteria,
            Value::GroupStandards(..) => Self::GroupStandards,
            Value::SupervisedGroup(..) => Self::SupervisedGroup,
            Value::Approves(..) => Self::Approves,
            Value::ReviewDay(..) => Self::ReviewDay,
        }
    }
}
