//! The kinds of files, as the system's dialogs offer them.

/// A dossier.
pub const DOSSIER: &str = "Hồ sơ Cải Tiến (*.caitien)";
/// A catalogue of standards and criteria.
pub const CATALOGUE: &str = "Bộ tiêu chuẩn (*.json)";
/// A Word file.
pub const WORD: &str = "Văn bản Word (*.docx, *.doc)";
/// An Excel file.
pub const WORKBOOK: &str = "Tệp Excel (*.xlsx)";
/// A form.
pub const FORM: &str = "Mẫu kế hoạch (*.json)";
/// A PDF.
pub const PDF: &str = "Tệp PDF (*.pdf)";
