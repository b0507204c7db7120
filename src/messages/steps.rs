//! The names of undo steps: "Hoàn tác: Sửa kết quả cần đạt".

use crate::edit::{
    Act, Edit, EditError, Elements, EvaluationEdit, GroupValue, ItemValue, LetterheadValue, List,
    PageValue, PlanEdit, PlanValue, Value, Words,
};
use crate::plan::{Event, Field, RecordId, Row, Shown};

use super::field_name;

/// What an edit did, as a short phrase that begins with a verb.
#[must_use]
pub fn step_name(edit: &Edit) -> String {
    match edit {
        Edit::SetSchoolText { .. } | Edit::SetSchoolValue(_) => "Sửa thông tin của trường".into(),
        Edit::SetAbbreviations(_) => "Sửa danh sách từ viết tắt".into(),
        Edit::SetTermDates(dates) => {
            format!("Sửa mốc thời gian năm học {}", dates.school_year)
        }
        Edit::SetOwnWords(_) => "Sửa danh sách từ riêng".into(),
        Edit::InEvaluation { change, .. } => match change {
            EvaluationEdit::SetCatalogue(_) => "Chọn bộ tiêu chuẩn tự đánh giá".into(),
            EvaluationEdit::SetText { field, .. } => format!("Sửa {}", small(*field)),
            EvaluationEdit::SetLevel { code, .. } => format!("Chọn mức của tiêu chí {code}"),
            EvaluationEdit::SetTopsOut { .. } => "Ghi tiêu chí không có mức cao hơn".into(),
        },
        Edit::SetCatalogue(_) => "Sửa bộ tiêu chuẩn".into(),
        Edit::AddForm(form) => format!("Nhập mẫu {}", form.short_name()),
        Edit::AddPlan { plan, .. } => format!("Thêm kế hoạch năm học {}", plan.school_year),
        Edit::RemovePlan(_) => "Xóa kế hoạch".into(),
        Edit::InPlan { change, .. } => in_plan(change),
        Edit::Batch(act, _) => of_act(*act),
    }
}

/// An edit could not be applied: what it changes is not there any more.
#[must_use]
pub fn edit_error(error: EditError) -> &'static str {
    match error {
        EditError::IdTaken(_)
        | EditError::FormTaken
        | EditError::NoText(..)
        | EditError::NoSchoolText(_)
        | EditError::NoRatingText(_)
        | EditError::OutOfTurn(_)
        | EditError::TooManySignatures => {
            "Sửa đổi vừa rồi không hợp lệ nên chưa được ghi; kế hoạch vẫn như trước đó."
        }
        EditError::NoPlan(_)
        | EditError::NoRecord(_)
        | EditError::NoStretch(_)
        | EditError::NoCell(_)
        | EditError::NoScan(_) => {
            "Chỗ cần sửa không còn trong kế hoạch nên sửa đổi vừa rồi chưa được ghi."
        }
    }
}

fn of_act(act: Act) -> String {
    match act {
        Act::ChooseCriteria(count) => counted("Thêm", count, "tiêu chí"),
        Act::StartProblem => "Thêm vấn đề cho dòng".into(),
        Act::ChooseDay => "Chọn ngày của văn bản".into(),
        Act::ChooseSigner => "Chọn người ký".into(),
        Act::PasteRows(count) => counted("Dán", count, "dòng"),
        Act::PasteCells(count) => counted("Dán", count, "ô"),
        Act::EmptyCells(count) => counted("Xóa chữ trong", count, "ô"),
        Act::FillCells(count) => counted("Điền", count, "ô"),
        Act::Replace(count) => counted("Thay", count, "chỗ"),
        Act::TakeChanges(count) => counted("Nhận", count, "thay đổi"),
        Act::TakePaper => "Nhập từ Word".into(),
        Act::TakeBack => "Lấy lại từ bản sao lưu".into(),
        Act::UsualLook => "Đặt lại cỡ chữ, giãn dòng, lề".into(),
        Act::FitPages(pages) => format!("Thu cho vừa {pages} trang"),
        Act::SetStatus(count) => counted("Đổi mức độ của", count, "nội dung"),
        Act::Note(count) => counted("Ghi nhật ký cho", count, "nội dung"),
        Act::Renew(count) => counted("Làm mới", count, "chỗ theo số liệu"),
        Act::Mend(count) => counted("Sửa", count, "lỗi trình bày"),
        Act::Evaluate => "Ghi tự đánh giá".into(),
        Act::TakeLevels(count) => counted("Nhận", count, "mức đề xuất"),
        Act::TakeWeakness => "Đưa hạn chế vào kế hoạch".into(),
        Act::TakeProblem => "Ghi hạn chế thành vấn đề".into(),
    }
}

fn in_plan(change: &PlanEdit) -> String {
    match change {
        PlanEdit::SetText { record, field, .. } => text_name(*record, *field),
        PlanEdit::SetValue(value) => value_name(value),
        PlanEdit::SetWords { of, .. } => match of {
            Words::Bases => "Sửa căn cứ ban hành".into(),
            Words::Opening => "Sửa đoạn mở đầu".into(),
            Words::Part { .. } => "Sửa lời văn của phần".into(),
        },
        PlanEdit::Insert { elements, .. } => insert_name(elements),
        PlanEdit::Remove { list, ids } => counted("Xóa", ids.len(), element_name(*list)),
        PlanEdit::Move { list, ids, .. } => counted("Chuyển", ids.len(), element_name(*list)),
        PlanEdit::ChangeForm { .. } => "Đổi mẫu kế hoạch".into(),
        PlanEdit::SetCatalogue(None) => "Bỏ chọn bộ tiêu chuẩn".into(),
        PlanEdit::SetCatalogue(Some(_)) => "Chọn bộ tiêu chuẩn".into(),
        PlanEdit::SetCell { .. } => "Sửa ô của bảng".into(),
        PlanEdit::SpliceRows { new, gone, .. } => match (gone, new.len()) {
            (0, count) => counted("Thêm", count, "dòng của bảng"),
            (count, 0) => counted("Xóa", *count, "dòng của bảng"),
            _ => "Sửa dòng của bảng".into(),
        },
        PlanEdit::Happened { entry, .. } => event_name(entry.event).into(),
        PlanEdit::AddScan(_) => "Gắn bản đã ký".into(),
        PlanEdit::RemoveScan(_) => "Bỏ gắn bản đã ký".into(),
        PlanEdit::SetAside { aside: true, .. } => "Bỏ qua một điểm kiểm tra".into(),
        PlanEdit::SetAside { aside: false, .. } => "Xem lại điểm đã bỏ qua".into(),
        PlanEdit::ResetPart { .. } => "Đặt lại lời văn đề xuất".into(),
        PlanEdit::SetColumns { .. } => "Chọn cột của bảng".into(),
        PlanEdit::SetScreenWidth { .. } => "Đổi độ rộng cột".into(),
    }
}

/// What a line of the log tells.
#[must_use]
pub fn event_name(event: Event) -> &'static str {
    match event {
        Event::Note => "Ghi nhật ký",
        Event::Issued => "Ban hành",
        Event::TakenBack => "Thu hồi bản ban hành chưa gửi",
        Event::Sent => "Gửi văn bản đi",
        Event::ReviewClosed => "Chốt lần rà soát",
        Event::ReviewReopened => "Mở lại lần rà soát",
    }
}

fn text_name(record: RecordId, field: Field) -> String {
    match (record, field) {
        (RecordId::Row(_), Field::Text) => "Sửa dòng tiêu đề".into(),
        (RecordId::Row(_), Field::Title) => "Sửa tên nhóm".into(),
        (RecordId::Review(_), Field::Content) => "Sửa nội dung theo dõi".into(),
        (RecordId::WorkingGroup(_), Field::Label) => "Sửa tên nhóm công tác".into(),
        (RecordId::WorkingGroup(_), _) => "Sửa nhiệm vụ nhóm công tác".into(),
        (RecordId::Member(_), _) => "Sửa thành viên nhóm công tác".into(),
        (RecordId::Supervisor(_), Field::Title) => "Sửa cách xưng hô (Ông, Bà)".into(),
        (RecordId::Supervisor(_), Field::Name) => "Sửa họ tên người giám sát".into(),
        (RecordId::Supervisor(_), Field::Position) => "Sửa chức vụ người giám sát".into(),
        (RecordId::Signature(_), Field::Name) => "Sửa họ tên người ký".into(),
        (RecordId::Signature(_), Field::Position) => "Sửa chức vụ người ký".into(),
        (_, field) => format!("Sửa {}", small(field)),
    }
}

fn value_name(value: &Value) -> String {
    let words = match value {
        Value::Plan(value) => match value {
            PlanValue::SchoolYear(year) => return format!("Đổi sang năm học {year}"),
            PlanValue::Amends(_) => "Sửa kế hoạch được điều chỉnh",
            PlanValue::Day(_) | PlanValue::Month(_) | PlanValue::Year(_) => "Sửa ngày ban hành",
            PlanValue::BasesItalic(true) => "In nghiêng căn cứ ban hành",
            PlanValue::BasesItalic(false) => "Bỏ in nghiêng căn cứ ban hành",
            PlanValue::TablesAcross(true) => "In bảng khổ ngang",
            PlanValue::TablesAcross(false) => "In bảng khổ dọc",
            PlanValue::DraftMark(true) => "Ghi “DỰ THẢO”",
            PlanValue::DraftMark(false) => "Bỏ ghi “DỰ THẢO”",
            PlanValue::TimelineAppendix(true) => "Kèm phụ lục tiến độ",
            PlanValue::TimelineAppendix(false) => "Bỏ phụ lục tiến độ",
            PlanValue::Page(value) => page_name(*value),
        },
        Value::Letterhead(LetterheadValue::Kind(_)) => "Chọn loại trường",
        Value::Letterhead(LetterheadValue::Ownership(_)) => "Chọn loại hình trường",
        Value::Shown { shown: Shown::Yes, .. } => "In phần",
        Value::Shown { .. } => "Để phần không in",
        Value::Group(_, GroupValue::Number(_)) => "Sửa số của nhóm",
        Value::Group(_, GroupValue::Standard(_)) => "Chọn tiêu chuẩn của nhóm",
        Value::Item(_, value) => match value {
            ItemValue::Criteria(_) => "Chọn tiêu chí của dòng",
            ItemValue::Problem(_) => "Chọn vấn đề của dòng",
            ItemValue::LevelNow(_) => "Chọn mức hiện tại",
            ItemValue::LevelTarget(_) => "Chọn mức cần đạt",
            ItemValue::Status(_) => "Chọn mức độ thực hiện",
            ItemValue::Period(_) => "Sửa cách hiểu thời gian",
            ItemValue::Money(_) => "Sửa cách hiểu kinh phí",
            ItemValue::People(_) => "Sửa cách hiểu người phụ trách",
            ItemValue::Spent(_) => "Sửa cách hiểu kinh phí đã sử dụng",
            ItemValue::DoneOn(_) => "Ghi ngày hoàn thành",
            ItemValue::Percent(_) => "Ghi phần trăm thực hiện",
        },
        Value::ProblemCriteria(..) => "Chọn tiêu chí của vấn đề",
        Value::GroupStandards(..) => "Chọn tiêu chuẩn của nhóm công tác",
        Value::SupervisedGroup(..) => "Chọn nhóm được giám sát",
        Value::ReviewDay(..) => "Ghi ngày rà soát",
        Value::Approves(_, true) => "Đặt chữ ký duyệt bên trái",
        Value::Approves(_, false) => "Đặt chữ ký bên phải",
    };
    words.to_owned()
}

fn page_name(value: PageValue) -> &'static str {
    match value {
        PageValue::Letters(_) => "Chọn cỡ chữ khi in",
        PageValue::LineSpacing(_) => "Chọn giãn dòng khi in",
        PageValue::ParagraphGap(_) => "Chọn cách đoạn khi in",
        PageValue::FirstLine(_) => "Chọn thụt đầu dòng khi in",
        PageValue::MarginTop(_)
        | PageValue::MarginBottom(_)
        | PageValue::MarginLeft(_)
        | PageValue::MarginRight(_) => "Chọn lề trang khi in",
    }
}

fn insert_name(elements: &Elements) -> String {
    match elements {
        Elements::Rows(rows) => match rows.as_slice() {
            [Row::Band(_)] => "Thêm dòng tiêu đề".into(),
            [Row::Group(_)] => "Thêm dòng nhóm".into(),
            _ => counted("Thêm", rows.len(), "dòng"),
        },
        _ => counted("Thêm", elements.ids().len(), element_name(elements.list())),
    }
}

fn element_name(list: List) -> &'static str {
    match list {
        List::Parts => "phần",
        List::Rows => "dòng",
        List::Problems => "vấn đề",
        List::Reviews => "lần rà soát",
        List::WorkingGroups => "nhóm công tác",
        List::Members(_) => "thành viên nhóm công tác",
        List::Supervisors => "thành viên giám sát",
        List::Signatures => "chữ ký",
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
