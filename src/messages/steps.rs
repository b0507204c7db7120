//! The names of undo steps: "Hoàn tác: Sửa kết quả cần đạt".

use crate::edit::{Edit, EditError, PlanEdit};
use crate::plan::{Field, Row, Shown};

use super::field_name;

/// What an edit did, as a short phrase that begins with a verb.
#[must_use]
pub fn step_name(edit: &Edit) -> String {
    match edit {
        Edit::SetSchool(_) => "Sửa thông tin của trường".into(),
        Edit::SetAbbreviations(_) => "Sửa danh sách từ viết tắt".into(),
        Edit::SetTermDates(dates) => {
            format!("Sửa mốc thời gian năm học {}", dates.school_year)
        }
        Edit::SetCatalogue(_) => "Sửa bộ tiêu chuẩn".into(),
        Edit::AddPlan { plan, .. } => format!("Thêm kế hoạch năm học {}", plan.school_year),
        Edit::RemovePlan(_) => "Xóa kế hoạch".into(),
        Edit::InPlan { change, .. } => in_plan(change),
    }
}

/// An edit could not be applied: what it changes is not there any more.
#[must_use]
pub fn edit_error(error: EditError) -> &'static str {
    match error {
        EditError::IdTaken(_) | EditError::NotTyped(_) => {
            "Sửa đổi vừa rồi không hợp lệ nên chưa được ghi; kế hoạch vẫn như trước đó."
        }
        _ => "Chỗ cần sửa không còn trong kế hoạch nên sửa đổi vừa rồi chưa được ghi.",
    }
}

fn in_plan(change: &PlanEdit) -> String {
    let words = match change {
        PlanEdit::SetLabel(_) => "Sửa tên phân biệt của kế hoạch",
        PlanEdit::SetSchoolYear(year) => return format!("Đổi sang năm học {year}"),
        PlanEdit::SetAmends(_) => "Sửa kế hoạch được điều chỉnh",
        PlanEdit::ChangeForm { .. } => "Đổi mẫu kế hoạch",
        PlanEdit::SetCatalogue(None) => "Bỏ chọn bộ tiêu chuẩn",
        PlanEdit::SetCatalogue(Some(_)) => "Chọn bộ tiêu chuẩn",
        PlanEdit::SetLetterhead(_) => "Sửa phần đầu văn bản",
        PlanEdit::SetNumber(_) => "Sửa số văn bản",
        PlanEdit::SetSymbol(_) => "Sửa ký hiệu văn bản",
        PlanEdit::SetDate(_) => "Sửa ngày ban hành",
        PlanEdit::SetDocType(_) => "Sửa tên loại văn bản",
        PlanEdit::SetSubject(_) => "Sửa trích yếu",
        PlanEdit::SetBases(_) => "Sửa căn cứ ban hành",
        PlanEdit::SetBasesItalic(true) => "In nghiêng căn cứ ban hành",
        PlanEdit::SetBasesItalic(false) => "Bỏ in nghiêng căn cứ ban hành",
        PlanEdit::SetOpening(_) => "Sửa đoạn mở đầu",
        PlanEdit::SetRecipients(_) => "Sửa nơi nhận",
        PlanEdit::SetSignatures(_) => "Sửa người ký",
        PlanEdit::SetOptions(_) => "Đổi cách in",
        PlanEdit::InsertPart { .. } => "Thêm phần",
        PlanEdit::RemovePart(_) => "Xóa phần",
        PlanEdit::MovePart { .. } => "Chuyển phần",
        PlanEdit::SetPartHeading { .. } => "Sửa tên phần",
        PlanEdit::SetPartShown { shown: Shown::Yes, .. } => "Hiện phần",
        PlanEdit::SetPartShown { .. } => "Ẩn phần",
        PlanEdit::SetPartBlocks { .. } => "Sửa nội dung phần",
        PlanEdit::InsertRows { rows, .. } => return insert_rows(rows),
        PlanEdit::RemoveRows(rows) => return counted("Xóa", rows.len(), "dòng"),
        PlanEdit::MoveRows { rows, .. } => return counted("Chuyển", rows.len(), "dòng"),
        PlanEdit::SetBand(_) => "Sửa dòng tiêu đề",
        PlanEdit::SetGroup(_) => "Sửa dòng nhóm",
        PlanEdit::SetItem(_) => "Sửa dòng",
        PlanEdit::SetItemText { field, .. } => return format!("Sửa {}", small(*field)),
        PlanEdit::InsertProblems { problems, .. } => {
            return counted("Thêm", problems.len(), "vấn đề");
        }
        PlanEdit::RemoveProblems(problems) => return counted("Xóa", problems.len(), "vấn đề"),
        PlanEdit::MoveProblem { .. } => "Chuyển vấn đề",
        PlanEdit::SetProblem(_) => "Sửa vấn đề",
        PlanEdit::SetReviews(_) => "Sửa bảng theo dõi, đánh giá",
        PlanEdit::SetWorkingGroups(_) => "Sửa nhóm công tác",
        PlanEdit::SetSupervisors(_) => "Sửa tổ giám sát",
    };
    words.to_owned()
}

fn insert_rows(rows: &[Row]) -> String {
    match rows {
        [Row::Band(_)] => "Thêm dòng tiêu đề".into(),
        [Row::Group(_)] => "Thêm dòng nhóm".into(),
        _ => counted("Thêm", rows.len(), "dòng"),
    }
}

/// "Thêm 3 dòng"; one alone is not counted: "Thêm dòng".
fn counted(verb: &str, count: usize, what: &str) -> String {
    if count == 1 { format!("{verb} {what}") } else { format!("{verb} {count} {what}") }
}

/// A field's name inside a phrase.
fn small(field: Field) -> String {
    let name = field_name(field);
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}
