//! Words of the window's frame: stages, top bar, menus, the first screen, dialogs.

use std::path::Path;

use jiff::civil::DateTime;

use crate::plan::{Paper, Plan, SchoolYear};
use crate::session::WhyCopy;
use crate::words;

use super::commands;

/// The program's name.
pub const NAME: &str = "Cải Tiến";
/// What it is, in one line.
pub const WHAT: &str = "Viết, theo dõi và in kế hoạch cải tiến chất lượng giáo dục.";
/// In a list of which nothing is chosen.
pub const CHOOSE_ONE: &str = "Chọn…";
/// The stages of the work that have no room in their row.
#[must_use]
pub fn more_stages(errors: usize) -> String {
    match errors {
        0 => "Mục khác".to_owned(),
        errors => format!("Mục khác · {} lỗi", words::number(errors as u64)),
    }
}
/// The menu of the file.
pub const FILE: &str = "Tệp";
/// The menu of size and colours.
pub const VIEW: &str = "Hiển thị";
/// Over the buttons that change the size of everything.
pub const SCALE: &str = "Cỡ chữ và nút";
/// The ground by day.
pub const LIGHT: &str = "Nền sáng";
/// The ground by night.
pub const DARK: &str = "Nền tối";
/// While the newest edit is on its way to the disk.
pub const SAVING: &str = "Đang lưu…";
/// The newest edit is on the disk since before the window knew.
pub const SAVED: &str = "✓ Đã lưu";
/// A copy of a file, nothing of which was changed yet.
#[must_use]
pub fn copy(why: WhyCopy) -> &'static str {
    match why {
        WhyCopy::Damaged => "Bản cứu được từ tệp hỏng, chưa lưu thành tệp",
        WhyCopy::InUse => "Bản chỉ đọc, tệp đang mở ở nơi khác",
    }
}

/// Title: the file that was to be opened is open elsewhere.
pub const IN_USE: &str = "Tệp đang được mở ở nơi khác";
/// The button that opens a copy of a file that somebody else has.
pub const OPEN_COPY: &str = "Mở bản chỉ đọc";
/// Beside it: what such a copy is.
pub const OPEN_COPY_TIP: &str = "Bản chỉ đọc cho xem ngay nội dung đã lưu gần nhất và không ảnh hưởng đến nơi đang mở tệp. Những gì nơi đó sửa sau này không hiện ở đây. Nếu sửa ở bản này, chữ đã sửa được lưu thành một tệp riêng bên cạnh.";
/// Title: of a damaged file, what can be read is open.
pub const SALVAGED_TITLE: &str = "Tệp bị hỏng, đã mở phần còn đọc được";
/// Title: another tool edited the file, or it was of an older format.
pub const MENDED_TITLE: &str = "Tệp đã được kiểm tra lại";
/// Title: other words of the same dossier lie beside the file.
pub const COPIES_TITLE: &str = "Có bản khác của hồ sơ ở cạnh tệp";
/// The sample, nothing of which was changed yet.
pub const SAMPLE: &str = "Kế hoạch mẫu, chưa sửa gì";
/// It is being opened.
pub const OPENING_SAMPLE: &str = "Đang mở kế hoạch mẫu…";
/// The file may only be read.
pub const READ_ONLY: &str = "Chỉ đọc: không lưu được vào tệp này";
/// The newest value could not be saved; why is in the tooltip and the dialog.
pub const NOT_SAVED: &str = "Chưa lưu được";
/// The button that saves elsewhere after a failure.
pub const SAVE_ELSEWHERE: &str = "Lưu sang chỗ khác…";
/// The button of a dialog that only says something.
pub const CLOSE: &str = "Đóng";
/// Closes what is said at the foot of the window, for a screen reader.
pub const CLOSE_NOTICE: &str = "Đóng thông báo";
/// The button that changes nothing.
pub const CANCEL: &str = "Hủy";

/// A window's title, while it shows what was a copy.
#[must_use]
pub fn copy_title(title: &str, why: WhyCopy) -> String {
    format!("{title} ({})", copy_word(why))
}

/// The file of a copy, by name: that of the file without its ending, and what it is.
#[must_use]
pub fn copy_file(of: &Path, why: WhyCopy) -> String {
    let stem = of.file_stem().unwrap_or_default().to_string_lossy();
    format!("{} ({})", words::shorten(&stem, 100, 200), copy_word(why))
}

fn copy_word(why: WhyCopy) -> &'static str {
    match why {
        WhyCopy::Damaged => "cứu được",
        WhyCopy::InUse => "bản riêng",
    }
}

/// In the place of a plan whose form is neither in its file nor in the program.
#[must_use]
pub fn no_form(form: &str) -> String {
    format!(
        "Kế hoạch này dùng mẫu “{form}”, nhưng mẫu này không có trong tệp và trong chương trình nên \
         chưa hiện được. Nội dung kế hoạch vẫn còn nguyên trong tệp."
    )
}

/// The button that stays with the file that is not saved.
pub const STAY: &str = "Ở lại";
/// The button that leaves without saving.
pub const DISCARD: &str = "Đóng mà không lưu";
/// Under why it could not be saved.
pub const STILL_ON_SCREEN: &str = "Kế hoạch vẫn còn nguyên trên màn hình. Hãy lưu sang chỗ khác, \
    hoặc khắc phục rồi thử lại.";
/// Title: a file that does not open.
pub const CANNOT_OPEN: &str = "Không mở được tệp";
/// Title: a file that cannot be made.
pub const CANNOT_MAKE: &str = "Chưa tạo được tệp";
/// Title: a copy that cannot be made.
pub const CANNOT_COPY: &str = "Chưa lưu được bản sao";
/// Title: a catalogue that cannot be read.
pub const CANNOT_IMPORT: &str = "Không nhập được bộ tiêu chuẩn";
/// Title: a Word file that cannot be read.
pub const CANNOT_IMPORT_WORD: &str = "Không đọc được tệp Word";
/// While a file is held over the window.
pub const DROP_HERE: &str = "Thả tệp vào đây: .caitien để mở, Word để nhập";
/// Title: a folder or file that cannot be shown.
pub const CANNOT_SHOW: &str = "Không mở được thư mục";
/// Title: something could not be done.
pub const TROUBLE: &str = "Chưa làm được";
/// The file the sample becomes when it is edited, without its ending.
pub const SAMPLE_FILE: &str = "Ke hoach mau";
/// After copying a plan.
pub const PLAN_COPIED: &str = "Đã chép kế hoạch; đang xem bản chép.";
/// Opens the PDF that was written.
pub const OPEN_FILE: &str = "Mở tệp";
/// A job ended where it should not have.
pub const STOPPED: &str = "Chương trình gặp lỗi khi làm việc này nên chưa làm được. Kế hoạch vẫn \
    còn nguyên. Chi tiết lỗi ở Hiển thị, Thông tin chẩn đoán.";

/// After deleting a plan.
#[must_use]
pub fn plan_deleted(plan: &Plan) -> String {
    format!("Đã xóa: {}.", plan_title(plan))
}

/// In the menu of the file: what is asked for once a year.
pub const FILE_RARELY: &str = "Mẫu, bộ tiêu chuẩn, học kỳ";

/// Under what is waited for.
pub const WAITING: &str = "Ổ đĩa hoặc mạng có thể đang chậm. Bấm Hủy để không chờ nữa.";

/// The same where it is known how much is done.
#[must_use]
pub fn so_far(percent: usize) -> String {
    format!("Đã xong {percent} %. Bấm Hủy để dừng lại.")
}

/// Beside a stage: work whose last day went by.
#[must_use]
pub fn overdue_badge(count: usize) -> String {
    format!("{} quá hạn", crate::words::number(count as u64))
}

/// Beside a stage: work whose last day is close.
#[must_use]
pub fn due_badge(count: usize) -> String {
    format!("{} sắp hạn", crate::words::number(count as u64))
}

/// Title: where a file shall be.
pub const SAVE_AS: &str = "Lưu tệp";
/// The button that saves at the path that was typed.
pub const SAVE_HERE: &str = "Lưu ở đây";
/// Why a path has to be typed.
pub const NO_FILE_DIALOG: &str =
    "Máy này không mở được hộp thoại chọn tệp, nên xin ghi đường dẫn của tệp.";
/// Label: the path that is typed.
pub const WHOLE_PATH: &str = "Đường dẫn của tệp";
/// What is there stays there.
pub const NOTHING_OVERWRITTEN: &str = "Không ghi đè lên tệp đang có.";
/// Something is there already.
pub const PATH_TAKEN: &str = "Đã có tệp này, không ghi đè; hãy ghi tên khác.";

/// While a file is being opened.
#[must_use]
pub fn opening(path: &Path) -> String {
    format!("Đang mở {}…", file_name(path))
}

/// While a new file is being made.
#[must_use]
pub fn making(path: &Path) -> String {
    format!("Đang tạo {}…", file_name(path))
}

fn file_name(path: &Path) -> std::borrow::Cow<'_, str> {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()
}

/// After saving a copy.
#[must_use]
pub fn copied(path: &Path) -> String {
    format!("Đã lưu bản sao: {}", path.display())
}

/// After going on in another file.
#[must_use]
pub fn moved_to(path: &Path) -> String {
    format!("Từ giờ làm việc trong tệp: {}", path.display())
}

/// After importing a catalogue.
#[must_use]
pub fn catalogue_imported(name: &str) -> String {
    format!("Đã nhập bộ tiêu chuẩn {name}; chọn trong mục Bộ tiêu chuẩn.")
}

/// After importing a form.
#[must_use]
pub fn form_imported(name: &str) -> String {
    format!("Đã nhập mẫu {name}; chọn trong mục Mẫu kế hoạch.")
}

/// The form to import is there already.
#[must_use]
pub fn form_there(name: &str) -> String {
    format!("Mẫu {name} đã có sẵn, không cần nhập lại.")
}

/// A JSON file of plans was chosen where a form or a catalogue was asked for.
pub const NEITHER_FORM_NOR_CATALOGUE: &str = "Tệp này không phải là mẫu kế hoạch hoặc bộ tiêu chuẩn. \
    Hãy chọn tệp khác.";

/// The system has no program for it.
#[must_use]
pub fn cannot_show(path: &Path, error: &std::io::Error) -> String {
    format!("Hệ thống không mở được {}: {}.", path.display(), super::why(error))
}

/// The window's title: the school, the year, the program.
#[must_use]
pub fn title(plan: Option<&Plan>) -> String {
    match plan {
        Some(plan) => {
            let school = plan.letterhead.school.replace('\n', " ");
            format!("{school} · {} · {NAME}", plan_title(plan))
        }
        None => NAME.to_owned(),
    }
}

/// The plan's name in lists and on the switcher.
#[must_use]
pub fn plan_title(plan: &Plan) -> String {
    let year = year_title(plan.school_year);
    let what = match plan.paper {
        Paper::Plan => "Kế hoạch",
        Paper::Supplement => "Kế hoạch điều chỉnh, bổ sung",
        Paper::Minutes => "Biên bản rà soát",
        Paper::Report => "Báo cáo kết quả",
    };
    if plan.label.trim().is_empty() {
        format!("{what} {year}")
    } else {
        format!("{what} {year} ({})", plan.label.trim())
    }
}

/// "năm học 2026 - 2027".
#[must_use]
pub fn year_title(year: SchoolYear) -> String {
    format!("năm học {year}")
}

/// When the newest edit was saved.
#[must_use]
pub fn saved_at(when: DateTime) -> String {
    format!("{SAVED} lúc {}", clock(when))
}

/// "10:32".
#[must_use]
pub fn clock(when: DateTime) -> String {
    format!("{:02}:{:02}", when.hour(), when.minute())
}

/// The tooltip of undo: the step it takes back.
#[must_use]
pub fn undo_tip(step: Option<&str>) -> String {
    tip(commands::UNDO, step, "Ctrl+Z", "Chưa có gì để hoàn tác")
}

/// The tooltip of redo: the step it brings back.
#[must_use]
pub fn redo_tip(step: Option<&str>) -> String {
    tip(commands::REDO, step, "Ctrl+Y", "Không có gì để làm lại")
}

fn tip(verb: &str, step: Option<&str>, key: &str, nothing: &str) -> String {
    match step {
        Some(step) => format!("{verb}: {step} ({key})"),
        None => nothing.to_owned(),
    }
}

/// The program that owns the clipboard did not hand its text over.
pub const NOT_PASTED: &str =
    "Chưa dán được: chương trình đã chép chữ ấy không trả lời. Hãy chép lại rồi dán lần nữa.";

/// A shortcut of a key that is a sign: "Ctrl và +" reads better than "Ctrl+Plus".
#[must_use]
pub fn shortcut(keys: &str) -> String {
    keys.replace("+Plus", " và +").replace("+Minus", " và −").replace("+Comma", " và ,")
}

/// The size of everything, in hundredths.
#[must_use]
pub fn percent(percent: u16) -> String {
    format!("{percent} %")
}
