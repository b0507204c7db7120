//! Writing and exporting that failed: what happened, what is as it was, what to do.

use std::path::Path;

use crate::export::ExportError;
use crate::layout::FaceId;
use crate::platform::{WriteError, WriteErrorKind};
use crate::session::{PaperError, ReadError};

use super::usage::{file, one_line};

/// A file could not be written.
#[must_use]
pub fn write_sentence(error: &WriteError) -> String {
    let name = file(&error.path);
    match error.kind {
        WriteErrorKind::Busy => format!(
            "Tệp {name} đang mở trong chương trình khác nên chưa ghi được; hãy đóng tệp đó rồi \
             thử lại."
        ),
        WriteErrorKind::Denied => format!(
            "Không có quyền ghi {name}: tệp, thư mục hoặc ổ đĩa chỉ cho đọc; hãy chọn nơi khác."
        ),
        WriteErrorKind::Full => format!(
            "Ổ đĩa không còn đủ chỗ để ghi {name}; tệp cũ (nếu có) vẫn nguyên vẹn. Hãy giải \
             phóng chỗ trống hoặc chọn ổ đĩa khác."
        ),
        WriteErrorKind::NoFolder => {
            format!("Không có thư mục để ghi {name}; hãy tạo thư mục hoặc chọn nơi khác.")
        }
        WriteErrorKind::IsFolder => {
            format!("{name} là một thư mục; hãy ghi tên tệp.")
        }
        WriteErrorKind::NotAFile => {
            format!("{name} là thiết bị hoặc đường ống, không phải tệp; hãy chọn tên tệp khác.")
        }
        WriteErrorKind::BadName => {
            format!("Tên tệp {name} quá dài hoặc có ký tự không dùng được; hãy đặt tên khác.")
        }
        WriteErrorKind::Other => format!(
            "Không ghi được {name} ({}); tệp cũ (nếu có) vẫn nguyên vẹn.",
            super::why(&error.source)
        ),
    }
}

/// The paper could not be made, or its file could not be written.
#[must_use]
pub fn paper_error(error: &PaperError) -> String {
    match error {
        PaperError::Export(error) => export_sentence(error),
        PaperError::Write(error) => write_sentence(error),
    }
}

/// A file that is no dossier could not be read.
#[must_use]
pub fn read_error(error: &ReadError, path: &Path) -> String {
    match error {
        ReadError::OpenDossier => "Đây là tệp hồ sơ đang mở, không phải tệp .json cần nhập. Hãy \
                                   chọn tệp khác."
            .to_owned(),
        ReadError::Io(error) => super::cannot_read(path, error),
        ReadError::Workbook(error) => super::collect::workbook_error(error).to_owned(),
        ReadError::Paper(error) => super::unread_paper(error, path),
        ReadError::Import(error) => super::import_error(error),
    }
}

/// The paper could not be made.
#[must_use]
pub fn export_sentence(error: &ExportError) -> String {
    match error {
        ExportError::Empty => "Văn bản không có trang nào để xuất.".to_owned(),
        ExportError::Font(face) => {
            let face = match face {
                FaceId::Regular => "thường",
                FaceId::Bold => "đậm",
                FaceId::Italic => "nghiêng",
                FaceId::BoldItalic => "đậm nghiêng",
            };
            format!("Không dùng được phông chữ in kiểu {face}; hãy cài lại chương trình.")
        }
        ExportError::Pdf(fact) => {
            format!("Không tạo được tệp PDF ({}); hồ sơ vẫn nguyên vẹn.", one_line(fact))
        }
        ExportError::Docx(fact) => {
            format!("Không tạo được tệp Word ({}); hồ sơ vẫn nguyên vẹn.", one_line(fact))
        }
        ExportError::Xlsx(fact) => {
            format!("Không tạo được tệp Excel ({}); hồ sơ vẫn nguyên vẹn.", one_line(fact))
        }
        ExportError::Unreadable => "Không đọc lại được tệp PDF vừa tạo.".to_owned(),
        ExportError::Page(page) => {
            format!("Không vẽ được trang {}: trang không có hoặc quá lớn.", page + 1)
        }
        ExportError::Json(fact) => format!("Không tạo được tệp JSON ({}).", one_line(fact)),
        ExportError::Png(fact) => format!("Không tạo được ảnh PNG ({}).", one_line(fact)),
    }
}
