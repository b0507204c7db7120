//! What a person reads when a file cannot be opened or saved: one sentence a kind.

use std::path::Path;

use crate::store::{Holder, Refusal, StoreError};
use crate::words;

use super::system;

/// SQLite, "Result and Error Codes".
const SQLITE_IOERR: i32 = 10;

/// One line: what happened, that the file is as it was where that is known, and what to do.
#[must_use]
pub fn store_error(error: &StoreError, path: &Path) -> String {
    let name = named(path);
    let kept = "Tệp vẫn được giữ nguyên như cũ.";
    match error {
        StoreError::Missing => format!(
            "Không tìm thấy tệp {name}; có thể tệp đã được chuyển đi, đổi tên hoặc xóa, đề nghị kiểm tra lại nơi lưu."
        ),
        StoreError::NoFolder => {
            format!("Không có thư mục để ghi tệp {name}; đề nghị tạo thư mục hoặc chọn nơi khác.")
        }
        StoreError::NotAFile => {
            format!(
                "{name} không phải là một tệp mà là thư mục hoặc thiết bị; đề nghị chọn tệp .caitien. {kept}"
            )
        }
        StoreError::Empty => format!(
            "Tệp {name} rỗng, không có dữ liệu (0 byte), có thể do sao chép dở dang; đề nghị sao chép lại từ bản gốc. {kept}"
        ),
        StoreError::NotSqlite => format!(
            "Tệp {name} không phải là tệp dữ liệu của Cải Tiến; đề nghị chọn tệp .caitien khác. {kept}"
        ),
        StoreError::Damaged(_) => format!(
            "Tệp {name} bị hỏng hoặc thiếu một phần nên không mở được; đề nghị dùng bản sao lưu hoặc sao chép lại từ bản gốc. {kept}"
        ),
        StoreError::Foreign => format!(
            "Tệp {name} là cơ sở dữ liệu của phần mềm khác, không phải của Cải Tiến; đề nghị mở bằng phần mềm đã tạo ra tệp. {kept}"
        ),
        StoreError::Altered(_) => format!(
            "Cấu trúc của tệp {name} đã bị phần mềm khác thay đổi nên không mở để bảo đảm an toàn; đề nghị dùng bản sao lưu. {kept}"
        ),
        StoreError::TooNew { found, known } => format!(
            "Tệp {name} được tạo bởi phiên bản Cải Tiến mới hơn (tệp: {found}, máy này đọc được đến: {known}); đề nghị cập nhật chương trình rồi mở lại. {kept}"
        ),
        StoreError::TooLarge => format!(
            "Nội dung của tệp {name} vượt mức chương trình đọc và ghi được (128 MB, 400.000 dòng, 2.000 kế hoạch, 8 MB chữ trong một dòng của bảng); đề nghị chuyển bớt nội dung sang tệp khác. Tệp không bị chương trình thay đổi."
        ),
        StoreError::OpenElsewhere(None) => format!(
            "Tệp {name} đang được mở ở cửa sổ khác hoặc máy khác; đề nghị đóng ở nơi đó rồi mở lại."
        ),
        StoreError::OpenElsewhere(Some(holder)) => {
            format!(
                "Tệp {name} đang được mở {}; đề nghị đóng ở nơi đó rồi mở lại.",
                held_by(holder)
            )
        }
        StoreError::ReadOnly => format!(
            "Tệp {name} chỉ cho phép đọc nên không lưu được; đề nghị dùng “Lưu bản sao…” để lưu sang nơi khác. {kept}"
        ),
        StoreError::DiskFull => format!(
            "Ổ đĩa đã đầy nên chưa lưu được vào tệp {name}; đề nghị giải phóng dung lượng rồi lưu lại. Nội dung đã lưu trước đó vẫn còn nguyên."
        ),
        StoreError::Moved => format!(
            "Tệp {name} đã bị chuyển đi, đổi tên hoặc thay bằng tệp khác trong lúc đang mở nên chưa lưu được; đề nghị dùng “Lưu bản sao…” để không mất nội dung. Tệp hiện có không bị ghi đè."
        ),
        StoreError::Overwritten => format!(
            "Trong lúc tệp {name} đang mở, chương trình khác (sao chép đè, đồng bộ đám mây…) đã ghi nội dung khác vào tệp nên chưa lưu. Phần đang soạn vẫn còn trong cửa sổ này và nội dung đang có trong tệp không bị đụng tới; đề nghị chọn “Lưu sang chỗ khác…” để giữ phần đang soạn thành tệp riêng, rồi mở lại {name} để so sánh."
        ),
        StoreError::Exists => {
            format!("Đã có tệp {name}; đề nghị chọn tên khác. Tệp đang có không bị ghi đè.")
        }
        StoreError::BadName => format!(
            "Tên tệp hoặc đường dẫn quá dài, hoặc có ký tự không dùng được: {name}; đề nghị đặt tên ngắn hơn hoặc lưu ở thư mục khác."
        ),
        StoreError::SameFile => {
            format!("{name} chính là tệp đang mở; đề nghị chọn tên khác cho bản sao. {kept}")
        }
        StoreError::Inconsistent(fact) => format!(
            "Dữ liệu có chỗ không thống nhất nên không ghi được vào tệp {name} ({}); đề nghị hoàn tác bước vừa làm rồi lưu lại. {kept}",
            one_line(fact)
        ),
        StoreError::Io(refusal) => format!(
            "Hệ thống không cho đọc hoặc ghi tệp {name} ({}); đề nghị kiểm tra ổ đĩa, quyền truy cập rồi thử lại.",
            refusal_words(*refusal)
        ),
        StoreError::Stopped => format!(
            "Phần ghi tệp {name} của chương trình đã dừng vì lỗi; đề nghị dùng “Lưu bản sao…” rồi mở lại chương trình."
        ),
    }
}

/// Why a save failed, in a few words beside "Chưa lưu được".
#[must_use]
pub fn store_reason(error: &StoreError) -> &'static str {
    match error {
        StoreError::DiskFull => "ổ đĩa đầy",
        StoreError::Moved => "tệp bị chuyển đi hoặc bị thay",
        StoreError::Overwritten => "tệp bị nơi khác ghi đè",
        StoreError::ReadOnly => "tệp chỉ cho đọc",
        StoreError::OpenElsewhere(_) => "tệp đang mở ở nơi khác",
        StoreError::Missing => "không thấy tệp",
        StoreError::NoFolder => "không thấy thư mục",
        StoreError::Exists | StoreError::SameFile => "đã có tệp cùng tên",
        StoreError::BadName => "tên tệp không dùng được",
        StoreError::Inconsistent(_) => "dữ liệu không thống nhất",
        StoreError::Io(_) => "ổ đĩa không ghi được",
        StoreError::Stopped => "chương trình gặp lỗi",
        StoreError::TooLarge => "nội dung quá lớn",
        StoreError::NotAFile
        | StoreError::Empty
        | StoreError::NotSqlite
        | StoreError::Damaged(_)
        | StoreError::Foreign
        | StoreError::Altered(_)
        | StoreError::TooNew { .. } => "tệp bị hỏng",
    }
}

/// Where a file is open, by whom and since when.
fn held_by(holder: &Holder) -> String {
    let Holder { user, machine, since } = holder;
    let place = match (user.as_str(), machine.as_str()) {
        ("", machine) => format!("trên máy {machine}"),
        (user, "") => format!("bởi người dùng {user}"),
        (user, machine) => format!("trên máy {machine} (người dùng {user})"),
    };
    format!("{place} từ {}", since.strftime("%H:%M ngày %d/%m/%Y"))
}

fn refusal_words(refusal: Refusal) -> String {
    match refusal {
        Refusal::System(kind, code) => system::why_of(kind, code),
        // The code's last byte is its kind: reading, writing, locking and so on are SQLITE_IOERR.
        Refusal::Sqlite(code) if code & 0xFF == SQLITE_IOERR => {
            format!("ổ đĩa báo lỗi khi đọc hoặc ghi, mã SQLite {code}")
        }
        Refusal::Sqlite(code) => format!("mã SQLite {code}"),
    }
}

/// A file's name between quotation marks, on one line.
pub(super) fn named(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("“{name}”")
}

/// What the system says, or a text of a file, may run over several lines, and be as long as a file.
pub(super) fn one_line(text: &str) -> String {
    shortened(&text.split_whitespace().take(LONGEST).collect::<Vec<_>>().join(" "))
}

/// How many letters a sentence takes of a text that somebody else wrote.
const LONGEST: usize = 600;

/// A text as a sentence takes it.
pub(super) fn shortened(text: &str) -> String {
    let short = words::shorten(text, LONGEST, 4 * LONGEST);
    if short.len() < text.len() { format!("{short}…") } else { text.to_owned() }
}
