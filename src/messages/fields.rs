//! The Vietnamese names of fields, forms, kinds of schools and states.

use crate::check::Severity;
use crate::library;
use crate::plan::{
    Column, Dossier, Field, Form, InfoField, Ownership, Paper, Plan, SchoolKind, Status, TableKind,
};
use crate::timeline::Progress;
use crate::understand::status_words;
use crate::words;

/// A field of an item, a problem or a review, as labels and places name it.
#[must_use]
pub fn field_name(field: Field) -> &'static str {
    match field {
        Field::Tt => "TT",
        Field::CriterionText => "Tiêu chuẩn, tiêu chí",
        Field::Content => "Nội dung cải tiến",
        Field::Target => "Kết quả cần đạt",
        Field::Actions => "Công việc, giải pháp",
        Field::Indicator => "Chỉ số đánh giá kết quả",
        Field::Responsible => "Chủ trì và phối hợp",
        Field::Time => "Thời gian",
        Field::Budget => "Kinh phí",
        Field::Resources => "Nguồn lực bảo đảm",
        Field::Support => "Điều kiện hỗ trợ khác",
        Field::Evidence => "Minh chứng dự kiến",
        Field::Status => "Mức độ thực hiện",
        Field::Note => "Ghi chú",
        Field::StandardText => "Tiêu chuẩn",
        Field::CurrentState => "Đánh giá hiện trạng",
        Field::Weakness => "Điểm hạn chế",
        Field::Cause => "Nguyên nhân của hạn chế",
        Field::When => "Thời điểm",
        Field::Result => "Kết quả thực hiện",
        Field::Adjustment => "Điều chỉnh",
        Field::Assessor => "Người đánh giá",
        Field::Proof => "Minh chứng đã có",
        Field::Reason => "Lý do không thực hiện",
        Field::Spent => "Kinh phí đã sử dụng",
        Field::Strengths => "Điểm mạnh",
        Field::Who => "Người ghi",
        Field::Label => "Tên riêng của kế hoạch",
        Field::Number => "Số văn bản",
        Field::Symbol => "Ký hiệu văn bản",
        Field::DocType => "Tên loại văn bản",
        Field::Subject => "Trích yếu",
        Field::Recipients => "Nơi nhận",
        Field::Addressees => "Kính gửi",
        Field::GoverningBody => "Cơ quan chủ quản",
        Field::School => "Tên trường",
        Field::Code => "Chữ viết tắt của trường",
        Field::Place => "Địa danh",
        Field::Address => "Địa chỉ",
        Field::Text => "Mức",
        Field::Heading => "Tên phần",
        Field::Title => "Tên",
        Field::Name => "Họ tên",
        Field::Position => "Chức vụ",
        Field::What => "Nhiệm vụ giám sát",
        Field::Task => "Nhiệm vụ",
        Field::Authority => "Quyền hạn ký",
        Field::Short => "Viết tắt",
        Field::Long => "Viết đầy đủ",
    }
}

/// A field as a form calls it: form C says "Mục tiêu cải tiến" where A says "Kết quả cần đạt".
#[must_use]
pub fn column_name(form: &Form, table: TableKind, field: Field) -> &str {
    match form.column(table, field).map(Column::short_title) {
        Some(title) if !title.trim().is_empty() => title,
        _ => field_name(field),
    }
}

/// A field as the form of a plan calls it.
pub(super) fn plan_field_name<'a>(
    dossier: &'a Dossier,
    plan: Option<&Plan>,
    table: TableKind,
    field: Field,
) -> &'a str {
    let form = plan.and_then(|plan| library::form_of(dossier, plan));
    form.map_or_else(|| field_name(field), |form| column_name(form, table, field))
}

/// A field of Thông tin.
#[must_use]
pub fn info_field_name(field: InfoField) -> &'static str {
    match field {
        InfoField::GoverningBody => "Cơ quan chủ quản",
        InfoField::School => "Tên trường",
        InfoField::Number => "Số văn bản",
        InfoField::Symbol => "Ký hiệu văn bản",
        InfoField::Place => "Địa danh",
        InfoField::Address => "Địa chỉ",
        InfoField::Date => "Ngày ban hành",
        InfoField::DocType => "Tên loại văn bản",
        InfoField::Subject => "Trích yếu",
        InfoField::Recipients => "Nơi nhận",
        InfoField::Addressees => "Kính gửi",
        InfoField::Signatures => "Người ký",
        InfoField::Form => "Mẫu kế hoạch",
        InfoField::Catalogue => "Bộ tiêu chuẩn",
        InfoField::Label => "Tên phân biệt",
        InfoField::SchoolYear => "Năm học",
    }
}

/// Mức độ thực hiện.
#[must_use]
pub fn status_name(status: Status) -> &'static str {
    status_words(status)
}

/// A kind of school, in full.
#[must_use]
pub fn school_kind_name(kind: SchoolKind) -> &'static str {
    match kind {
        SchoolKind::Preschool => "Trường mầm non",
        SchoolKind::Kindergarten => "Trường mẫu giáo",
        SchoolKind::Nursery => "Nhà trẻ",
        SchoolKind::Primary => "Trường tiểu học",
        SchoolKind::LowerSecondary => "Trường trung học cơ sở",
        SchoolKind::UpperSecondary => "Trường trung học phổ thông",
        SchoolKind::PrimaryLowerSecondary => "Trường tiểu học và trung học cơ sở",
        SchoolKind::LowerUpperSecondary => "Trường trung học cơ sở và trung học phổ thông",
        SchoolKind::AllLevels => "Trường tiểu học, trung học cơ sở và trung học phổ thông",
        SchoolKind::EthnicBoarding => "Trường phổ thông dân tộc nội trú",
        SchoolKind::EthnicSemiBoarding => "Trường phổ thông dân tộc bán trú",
        SchoolKind::Gifted => "Trường trung học phổ thông chuyên",
        SchoolKind::Continuing => "Trung tâm giáo dục thường xuyên",
    }
}

/// Who owns a school.
#[must_use]
pub fn ownership_name(ownership: Ownership) -> &'static str {
    match ownership {
        Ownership::Public => "Công lập",
        Ownership::Private => "Tư thục",
        Ownership::PeopleFounded => "Dân lập",
    }
}

/// A severity, as a heading over its findings.
#[must_use]
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Lỗi cần sửa",
        Severity::Warning => "Nên xem lại",
        Severity::Note => "Lưu ý",
    }
}

/// How far work has come, in words beside its bar; empty when there is nothing to say.
#[must_use]
pub fn progress_words(progress: Progress) -> String {
    match progress {
        Progress::Done => "hoàn thành".into(),
        Progress::Overdue { days } => {
            format!("quá hạn {} ngày", words::number(u64::from(days.unsigned_abs())))
        }
        Progress::DueIn { days: 0 } => "hạn hôm nay".into(),
        Progress::DueIn { days } => format!("còn {days} ngày"),
        Progress::UnderWay | Progress::Later | Progress::Unknown => String::new(),
    }
}

/// What kind of paper a document is.
#[must_use]
pub fn paper_name(paper: Paper) -> &'static str {
    match paper {
        Paper::Plan => "Kế hoạch",
        Paper::Supplement => "Kế hoạch điều chỉnh, bổ sung",
        Paper::Minutes => "Biên bản",
        Paper::Report => "Báo cáo",
    }
}
