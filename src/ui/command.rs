//! The commands: what menus, buttons, shortcuts and tests run. No payload.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::messages::commands as words;

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
    /// Bản sao lưu.
    Backups,
    /// Hoàn tác.
    Undo,
    /// Làm lại.
    Redo,
    /// Bảng lệnh…
    Palette,
    /// Tìm…
    Find,
    /// Tìm và thay…
    Replace,
    /// In… hands the PDF to the system's viewer.
    Print,
    /// Xuất PDF…
    ExportPdf,
    /// Xuất Word…
    ExportWord,
    /// Nhập từ Word…
    ImportWord,
    /// Xuất Excel…
    ExportExcel,
    /// Phiếu thu thập…
    Collect,
    /// Nhập từ Excel…
    ImportExcel,
    /// Phóng to.
    ZoomIn,
    /// Thu nhỏ.
    ZoomOut,
    /// Cỡ thường.
    ZoomReset,
    /// Nền sáng, nền tối.
    ToggleDark,
    /// Cài đặt…
    Settings,
    /// Thêm tiêu chí…
    AddCriteria,
    /// Sửa cả dòng.
    RowForm,
    /// Tiêu chí của dòng: shown, or hidden again.
    Criterion,
    /// Thêm kế hoạch vào hồ sơ này…
    AddPlan,
    /// Lập kế hoạch năm sau…
    NextPlan,
    /// Làm mới số liệu…
    Renew,
    /// Ban hành…
    Issue,
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
    /// Trợ giúp và phím tắt…
    Help,
    /// Năm gợi ý cho người mới.
    Tour,
    /// Chẩn đoán…
    About,
}

impl Command {
    /// Every command.
    pub const ALL: [Self; 43] = [
        Self::NewPlan,
        Self::Open,
        Self::OpenSample,
        Self::ShowStart,
        Self::Save,
        Self::SaveCopy,
        Self::Backups,
        Self::Undo,
        Self::Redo,
        Self::Palette,
        Self::Find,
        Self::Replace,
        Self::Print,
        Self::ExportPdf,
        Self::ExportWord,
        Self::ImportWord,
        Self::ExportExcel,
        Self::Collect,
        Self::ImportExcel,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::ToggleDark,
        Self::Settings,
        Self::AddCriteria,
        Self::RowForm,
        Self::Criterion,
        Self::AddPlan,
        Self::NextPlan,
        Self::Renew,
        Self::Issue,
        Self::CopyPlan,
        Self::DeletePlan,
        Self::PrintTimeline,
        Self::RetrySave,
        Self::OpenFolder,
        Self::ImportCatalogue,
        Self::ImportForm,
        Self::EditCatalogue,
        Self::Terms,
        Self::Help,
        Self::Tour,
        Self::About,
    ];

    /// Its name on buttons and in menus.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NewPlan => words::NEW_PLAN,
            Self::Open => words::OPEN,
            Self::OpenSample => words::OPEN_SAMPLE,
            Self::ShowStart => words::SHOW_START,
            Self::Save => words::SAVE,
            Self::SaveCopy => words::SAVE_COPY,
            Self::Backups => words::BACKUPS,
            Self::Undo => words::UNDO,
            Self::Redo => words::REDO,
            Self::Palette => words::PALETTE,
            Self::Find => words::FIND,
            Self::Replace => words::REPLACE,
            Self::Print => words::PRINT,
            Self::ExportPdf => words::EXPORT_PDF,
            Self::ExportWord => words::EXPORT_WORD,
            Self::ImportWord => words::IMPORT_WORD,
            Self::ExportExcel => words::EXPORT_EXCEL,
            Self::Collect => words::COLLECT,
            Self::ImportExcel => words::IMPORT_EXCEL,
            Self::ZoomIn => words::ZOOM_IN,
            Self::ZoomOut => words::ZOOM_OUT,
            Self::ZoomReset => words::ZOOM_RESET,
            Self::ToggleDark => words::TOGGLE_DARK,
            Self::Settings => words::SETTINGS,
            Self::AddCriteria => words::ADD_CRITERIA,
            Self::RowForm => words::ROW_FORM,
            Self::Criterion => words::CRITERION,
            Self::AddPlan => words::ADD_PLAN,
            Self::NextPlan => words::NEXT_PLAN,
            Self::Renew => words::RENEW,
            Self::Issue => words::ISSUE,
            Self::CopyPlan => words::COPY_PLAN,
            Self::DeletePlan => words::DELETE_PLAN,
            Self::PrintTimeline => words::PRINT_TIMELINE,
            Self::RetrySave => words::RETRY_SAVE,
            Self::OpenFolder => words::OPEN_FOLDER,
            Self::ImportCatalogue => words::IMPORT_CATALOGUE,
            Self::ImportForm => words::IMPORT_FORM,
            Self::EditCatalogue => words::EDIT_CATALOGUE,
            Self::Terms => words::TERMS,
            Self::Help => words::HELP,
            Self::Tour => words::TOUR,
            Self::About => words::ABOUT,
        }
    }

    /// Whether it acts on the plan that the stages show: it does nothing while a review stands in
    /// their place.
    #[must_use]
    pub fn acts_on_plan(self) -> bool {
        match self {
            Self::Undo
            | Self::Redo
            | Self::Find
            | Self::Replace
            | Self::Print
            | Self::ExportPdf
            | Self::ExportWord
            | Self::ExportExcel
            | Self::Collect
            | Self::AddCriteria
            | Self::RowForm
            | Self::Criterion
            | Self::AddPlan
            | Self::NextPlan
            | Self::Renew
            | Self::Issue
            | Self::CopyPlan
            | Self::DeletePlan
            | Self::Backups
            | Self::PrintTimeline
            | Self::ImportCatalogue
            | Self::ImportForm
            | Self::EditCatalogue
            | Self::Tour
            | Self::Terms => true,
            Self::NewPlan
            | Self::Open
            | Self::OpenSample
            | Self::ShowStart
            | Self::Save
            | Self::SaveCopy
            | Self::ImportWord
            | Self::ImportExcel
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::ToggleDark
            | Self::Settings
            | Self::RetrySave
            | Self::OpenFolder
            | Self::Palette
            | Self::Help
            | Self::About => false,
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
            Self::Palette => ctrl(Key::K),
            Self::Find => ctrl(Key::F),
            Self::Replace => ctrl(Key::H),
            Self::Print => ctrl(Key::P),
            Self::ZoomIn => ctrl(Key::Plus),
            Self::ZoomOut => ctrl(Key::Minus),
            Self::ZoomReset => ctrl(Key::Num0),
            Self::Settings => ctrl(Key::Comma),
            Self::Help => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
            Self::RowForm => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F4)),
            Self::Criterion => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F7)),
            _ => None,
        }
    }
}
