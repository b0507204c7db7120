//! The commands: what menus, buttons, shortcuts and tests run. No payload.

use egui::{Key, KeyboardShortcut, Modifiers};

/// A thing a person can ask of the program by a key, a button or a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Lập kế hoạch mới…
    NewPlan,
    /// Mở tệp…
    Open,
    /// Xem kế hoạch mẫu.
    OpenSample,
    /// Back to the first screen.
    ShowStart,
    /// Takes over the field and shows when it was saved.
    Save,
    /// Lưu bản sao…
    SaveCopy,
    /// Hoàn tác.
    Undo,
    /// Làm lại.
    Redo,
    /// In… hands the PDF to the system's viewer.
    Print,
    /// Xuất PDF…
    ExportPdf,
    /// Phóng to.
    ZoomIn,
    /// Thu nhỏ.
    ZoomOut,
    /// Cỡ thường.
    ZoomReset,
    /// Nền sáng, nền tối.
    ToggleDark,
    /// Thêm tiêu chí…
    AddCriteria,
    /// Sửa cả dòng.
    RowForm,
    /// Thêm kế hoạch vào hồ sơ này…
    AddPlan,
    /// Chép kế hoạch đang xem.
    CopyPlan,
    /// Xóa kế hoạch đang xem.
    DeletePlan,
    /// The timeline as a PDF of its own, in the system's viewer.
    PrintTimeline,
    /// Thử lưu lại.
    RetrySave,
    /// Mở thư mục chứa tệp.
    OpenFolder,
    /// Nhập bộ tiêu chuẩn…
    ImportCatalogue,
    /// Nhập mẫu từ tệp…
    ImportForm,
    /// Sửa tên tiêu chí…
    EditCatalogue,
    /// Ngày học kỳ và chữ viết tắt…
    Terms,
    /// Trợ giúp và chẩn đoán…
    About,
}

impl Command {
    /// Every command.
    pub const ALL: [Self; 27] = [
        Self::NewPlan,
        Self::Open,
        Self::OpenSample,
        Self::ShowStart,
        Self::Save,
        Self::SaveCopy,
        Self::Undo,
        Self::Redo,
        Self::Print,
        Self::ExportPdf,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::ToggleDark,
        Self::AddCriteria,
        Self::RowForm,
        Self::AddPlan,
        Self::CopyPlan,
        Self::DeletePlan,
        Self::PrintTimeline,
        Self::RetrySave,
        Self::OpenFolder,
        Self::ImportCatalogue,
        Self::ImportForm,
        Self::EditCatalogue,
        Self::Terms,
        Self::About,
    ];

    /// Its name on buttons and in menus.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NewPlan => "Lập kế hoạch mới…",
            Self::Open => "Mở tệp…",
            Self::OpenSample => "Xem kế hoạch mẫu",
            Self::ShowStart => "Màn hình đầu",
            Self::Save => "Lưu",
            Self::SaveCopy => "Lưu bản sao…",
            Self::Undo => "Hoàn tác",
            Self::Redo => "Làm lại",
            Self::Print => "In…",
            Self::ExportPdf => "Xuất PDF…",
            Self::ZoomIn => "Phóng to",
            Self::ZoomOut => "Thu nhỏ",
            Self::ZoomReset => "Cỡ thường",
            Self::ToggleDark => "Nền tối",
            Self::AddCriteria => "Thêm tiêu chí…",
            Self::RowForm => "Sửa cả dòng",
            Self::AddPlan => "Thêm kế hoạch cho năm khác…",
            Self::CopyPlan => "Chép kế hoạch này",
            Self::DeletePlan => "Xóa kế hoạch này",
            Self::PrintTimeline => "In tiến độ…",
            Self::RetrySave => "Thử lại",
            Self::OpenFolder => "Mở thư mục",
            Self::ImportCatalogue => "Nhập bộ tiêu chuẩn…",
            Self::ImportForm => "Nhập mẫu từ tệp…",
            Self::EditCatalogue => "Sửa tên tiêu chuẩn, tiêu chí…",
            Self::Terms => "Ngày học kỳ và chữ viết tắt…",
            Self::About => "Trợ giúp và chẩn đoán…",
        }
    }

    /// Its shortcut. Ctrl+Shift, Alt+Z and Ctrl+Shift+F5/F6/F9 alone belong to UniKey.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        match self {
            Self::NewPlan => ctrl(Key::N),
            Self::Open => ctrl(Key::O),
            Self::Save => ctrl(Key::S),
            Self::SaveCopy => {
                Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::S))
            }
            Self::Undo => ctrl(Key::Z),
            Self::Redo => ctrl(Key::Y),
            Self::Print => ctrl(Key::P),
            Self::ZoomIn => ctrl(Key::Plus),
            Self::ZoomOut => ctrl(Key::Minus),
            Self::ZoomReset => ctrl(Key::Num0),
            Self::About => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
            Self::RowForm => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F4)),
            _ => None,
        }
    }
}
