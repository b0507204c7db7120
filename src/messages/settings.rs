//! The page of what a person can choose of the program.

use std::path::Path;

/// Its title.
pub const TITLE: &str = "Cài đặt";
/// That it holds at once.
pub const AT_ONCE: &str = "Chọn là dùng ngay, không phải lưu. Áp dụng cho máy này, không ghi vào tệp kế hoạch; riêng các từ không gạch chân lưu trong tệp đang mở.";
/// The colours.
pub const COLOURS: &str = "Màu nền";
/// Dark or light as the system is.
pub const AS_SYSTEM: &str = "Theo máy";
/// The system does not tell.
pub const SYSTEM_SILENT: &str =
    "Máy này không cho biết đang dùng nền sáng hay tối, nên nền vẫn như trước.";
/// What moves by itself.
pub const MOTION: &str = "Chuyển động";
/// Nothing does.
pub const STILL: &str = "Không chuyển động";
/// What that means.
pub const STILL_HELP: &str = "Trang, danh sách hiện ra ngay, không trượt và không mờ dần.";
/// The system wants it so.
pub const KEPT_STILL: &str = "Hiệu ứng chuyển động đang tắt theo máy này.";
/// What Enter does.
pub const ENTER: &str = "Phím Enter";
/// Where.
pub const ENTER_HELP: &str = "Khi đang viết trong ô dài của bảng. Alt+Enter luôn xuống dòng.";
/// The school of new plans.
pub const SCHOOL: &str = "Trường của tôi";
/// What it is for.
pub const SCHOOL_HELP: &str = "Điền sẵn khi lập kế hoạch mới; ở từng kế hoạch vẫn sửa được.";
/// The school of the open plan becomes it.
pub const TAKE_SCHOOL: &str = "Lấy từ kế hoạch đang mở";
/// New plans begin with the school of the plan that was made.
pub const KEEP_SCHOOL: &str = "Dùng cho kế hoạch sau";
/// They do not any more.
pub const SCHOOL_NOT_KEPT: &str = "Kế hoạch mới không điền sẵn tên trường.";
/// The kind of school is guessed.
pub const KIND_OF_NAME: &str = "Theo tên trường";
/// Where backups are made.
pub const BACKUPS: &str = "Sao lưu";
/// In the program's own folder.
pub const OWN_FOLDER: &str = "Thư mục của chương trình trên máy này";
/// Asks for another one.
pub const CHANGE_FOLDER: &str = "Đổi thư mục…";
/// The program's own again.
pub const OWN_AGAIN: &str = "Dùng thư mục của chương trình";
/// What a chosen folder is good for.
pub const BACKUPS_HELP: &str = "Chọn thư mục ở ổ khác hoặc USB thì khi máy hỏng vẫn còn bản sao lưu. Bản đã ghi ở nguyên chỗ cũ, vẫn \
     xem và lấy lại được.";
/// The school's own words.
pub const WORDS: &str = "Từ không gạch chân";
/// What they are.
pub const WORDS_HELP: &str = "Những tiếng của trường mà phần kiểm chính tả bỏ qua, lưu trong tệp này. Bấm vào một từ để bỏ \
     khỏi danh sách.";
/// There are none.
pub const NO_WORDS: &str =
    "Chưa có từ nào. Bấm chuột phải vào một tiếng bị gạch chân rồi chọn “Thêm … vào danh sách”.";
/// They are in a file.
pub const NO_FILE: &str = "Danh sách nằm trong tệp kế hoạch: hãy mở một tệp để xem.";
/// Brings a word back.
pub const WORD_BACK: &str = "Lấy lại";
/// All as it was at first.
pub const RESET: &str = "Đặt lại như ban đầu";
/// What was chosen before that.
pub const RESET_BACK: &str = "Lấy lại cài đặt vừa rồi";
/// It was done.
pub const IS_RESET: &str = "Đã đặt lại mọi mục ở trên, trừ danh sách từ.";
/// Title where a folder has to be typed.
pub const FOLDER_TITLE: &str = "Thư mục sao lưu";
/// Why it has to be.
pub const NO_DIALOG: &str =
    "Máy này không mở được hộp thoại chọn thư mục, nên xin ghi đường dẫn của thư mục.";
/// Label: the folder that is typed.
pub const FOLDER_PATH: &str = "Đường dẫn của thư mục";
/// Takes it.
pub const TAKE_FOLDER: &str = "Dùng thư mục này";

/// Asks whether new plans begin with this school.
#[must_use]
pub fn offer_school(name: &str) -> String {
    format!("Lần sau điền sẵn {name}?")
}

/// They do.
#[must_use]
pub fn school_kept(name: &str) -> String {
    format!("Kế hoạch mới sẽ điền sẵn {name}.")
}

/// What a screen reader says of a word that can be taken out.
#[must_use]
pub fn take_out(word: &str) -> String {
    format!("Bỏ “{word}” khỏi danh sách")
}

/// A word was taken out.
#[must_use]
pub fn taken_out(word: &str) -> String {
    format!("Đã bỏ “{word}”; từ này lại bị gạch chân khi viết.")
}

/// A folder cannot take backups.
#[must_use]
pub fn folder_wrong(folder: &Path, error: &std::io::Error) -> String {
    format!(
        "Không ghi được vào {}: {}. Vẫn sao lưu vào chỗ cũ.",
        folder.display(),
        super::why(error)
    )
}

/// The chosen folder is away.
#[must_use]
pub fn folder_away(folder: &Path) -> String {
    format!(
        "Chưa ghi được vào thư mục sao lưu {}; bản sao lưu vừa rồi nằm trong thư mục của chương \
         trình.",
        folder.display()
    )
}
