//! The kinds of files, as the system's dialogs offer them.

/// A dossier.
pub const DOSSIER: &str = "Hồ sơ Cải Tiến (*.caitien)";
/// A catalogue of standards and criteria.
pub const CATALOGUE: &str = "Bộ tiêu chuẩn (*.json)";
/// A form.
pub const FORM: &str = "Mẫu kế hoạch (*.json)";
