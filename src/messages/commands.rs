//! The names of the commands, as buttons and menus show them.

/// Opens the page of a new file.
pub const NEW_PLAN: &str = "Lập kế hoạch mới…";
/// Asks for a file.
pub const OPEN: &str = "Mở tệp…";
/// Opens the sample.
pub const OPEN_SAMPLE: &str = "Xem kế hoạch mẫu";
/// Leads back to the first screen.
pub const SHOW_START: &str = "Màn hình đầu";
/// Takes the field over and saves.
pub const SAVE: &str = "Lưu";
/// Asks where a copy shall be.
pub const SAVE_COPY: &str = "Lưu bản sao…";
/// Opens the page of backups.
pub const BACKUPS: &str = "Xem các bản sao lưu";
/// Takes the last step back.
pub const UNDO: &str = "Hoàn tác";
/// Brings it back.
pub const REDO: &str = "Làm lại";
/// Hands the PDF to the system's viewer.
pub const PRINT: &str = "In…";
/// Asks where the PDF shall be.
pub const EXPORT_PDF: &str = "Xuất PDF…";
/// Asks where the Word file shall be.
pub const EXPORT_WORD: &str = "Xuất Word…";
/// Asks for a Word file that becomes a plan.
pub const IMPORT_WORD: &str = "Nhập từ Word…";
/// Asks where the Excel file shall be.
pub const EXPORT_EXCEL: &str = "Xuất Excel…";
/// Asks for whom the sheet is that is sent round.
pub const COLLECT: &str = "Phiếu thu thập…";
/// Asks for an Excel file.
pub const IMPORT_EXCEL: &str = "Nhập từ Excel…";
/// Makes everything larger.
pub const ZOOM_IN: &str = "Phóng to";
/// Makes everything smaller.
pub const ZOOM_OUT: &str = "Thu nhỏ";
/// Gives everything its usual size.
pub const ZOOM_RESET: &str = "Cỡ thường";
/// Dark colours, or light ones.
pub const TOGGLE_DARK: &str = "Nền tối";
/// Opens what a person can choose of the program.
pub const SETTINGS: &str = "Cài đặt…";
/// Asks which criteria come into the table.
pub const ADD_CRITERIA: &str = "Thêm tiêu chí…";
/// Opens all fields of a row.
pub const ROW_FORM: &str = "Sửa cả dòng";
/// Shows the criterion of the active row, or hides it.
pub const CRITERION: &str = "Tiêu chí của dòng";
/// Asks for the year of another plan.
pub const ADD_PLAN: &str = "Thêm kế hoạch cho năm khác…";
/// Makes next year's plan of the one that is shown.
pub const NEXT_PLAN: &str = "Lập kế hoạch năm sau…";
/// Asks what of a paper about a plan the data say otherwise by now.
pub const RENEW: &str = "Làm mới số liệu…";
/// Asks for the number and the day, and keeps the paper as it is given out.
pub const ISSUE: &str = "Ban hành…";
/// Copies the plan that is shown.
pub const COPY_PLAN: &str = "Chép kế hoạch này";
/// Takes the plan that is shown away.
pub const DELETE_PLAN: &str = "Xóa kế hoạch này";
/// Hands the timeline as a PDF to the viewer.
pub const PRINT_TIMELINE: &str = "In tiến độ…";
/// Tries again what could not be saved.
pub const RETRY_SAVE: &str = "Thử lại";
/// Shows a file in its folder.
pub const OPEN_FOLDER: &str = "Mở thư mục";
/// Asks for a catalogue.
pub const IMPORT_CATALOGUE: &str = "Nhập bộ tiêu chuẩn…";
/// Asks for a form.
pub const IMPORT_FORM: &str = "Nhập mẫu từ tệp…";
/// Opens the names of a catalogue.
pub const EDIT_CATALOGUE: &str = "Sửa tên tiêu chuẩn, tiêu chí…";
/// Opens the terms' days and the abbreviations.
pub const TERMS: &str = "Ngày học kỳ và chữ viết tắt…";
/// All commands in one list.
pub const PALETTE: &str = "Bảng lệnh…";
/// Search.
pub const FIND: &str = "Tìm…";
/// Search and replace.
pub const REPLACE: &str = "Tìm và thay…";
/// Opens help on the screen, and all keys.
pub const HELP: &str = "Trợ giúp và phím tắt…";
/// Points at what is on the screen, for beginners.
pub const TOUR: &str = "Năm gợi ý cho người mới";
/// Opens what is told to somebody who helps.
pub const ABOUT: &str = "Thông tin chẩn đoán…";
