//! Backups: the page that shows them, their list, and why one could not be made.

use std::path::Path;

use jiff::civil::{Date, DateTime};

use super::store_reason;
use super::usage::{file, one_line};
use crate::store::{Backup, StoreError, Why};
use crate::words;

/// A backup could not be made.
#[must_use]
pub fn not_made(error: &StoreError) -> String {
    let reason = store_reason(error);
    format!("Chưa sao lưu được ({reason}), sẽ tự thử lại. Việc lưu vào tệp không bị ảnh hưởng.")
}

/// One could not be made before something was brought in without a window.
#[must_use]
pub fn not_made_before_import(path: &Path, error: &StoreError) -> String {
    let reason = store_reason(error);
    format!(
        "Chưa sao lưu được {} trước khi nhập ({reason}); nội dung nhập vẫn được ghi.",
        file(path)
    )
}

/// How much a backup holds.
#[must_use]
pub fn held(backup: &Backup) -> String {
    format!("{} kế hoạch, {} nội dung", backup.plans, backup.items)
}

/// Why it was made.
#[must_use]
pub fn why(why: Why) -> &'static str {
    match why {
        Why::First => "trước lần sửa đầu tiên",
        Why::Going => "khi đang sửa",
        Why::Import => "trước khi nhập bằng dòng lệnh",
    }
}

/// How often that happens.
#[must_use]
pub fn how_often(why: Why) -> &'static str {
    match why {
        Why::First => "mỗi lần mở tệp một bản",
        Why::Going => "15 phút một lần",
        Why::Import => "mỗi lần nhập một bản",
    }
}

/// Both, on one line, with the path of the file where that is another one.
#[must_use]
pub fn held_and_why(backup: &Backup, other: Option<&Path>) -> String {
    let said = format!("{}, {}", held(backup), why(backup.why));
    other.map_or_else(|| said.clone(), |path| format!("{said}, của tệp {}", file(path)))
}

/// There is no backup of a file.
#[must_use]
pub fn none_of(path: &Path) -> String {
    format!(
        "Chưa có bản sao lưu nào của {}; bản đầu tiên được ghi khi sửa tệp này trong cửa sổ hoặc nhập vào tệp này.",
        file(path)
    )
}

/// There is none that is as old.
#[must_use]
pub fn none_until(path: &Path, until: DateTime) -> String {
    format!(
        "Không có bản sao lưu nào của {} từ {} trở về trước; lệnh “caitien backups FILE” liệt kê các \
         bản hiện có.",
        file(path),
        until.strftime("%H:%M:%S ngày %d/%m/%Y")
    )
}

/// The title of the page.
pub const TITLE: &str = "Các bản sao lưu";
/// The list on the left.
pub const LIST: &str = "Danh sách bản sao lưu";
/// The list of differences.
pub const DIFFERENCES: &str = "Danh sách chỗ khác với hiện nay";
/// Has the file without what was deleted.
pub const CLEAN: &str = "Làm sạch tệp…";
/// The question before that.
pub const CLEAN_TITLE: &str = "Làm sạch tệp";
/// What it does.
pub const CLEAN_WHAT: &str = "Chữ đã xóa sẽ mất hẳn khỏi tệp, không phần mềm nào đọc lại được. Các kế hoạch đang có giữ \
     nguyên. Làm việc này trước khi đưa tệp cho người ngoài trường.";
/// Does it.
pub const CLEAN_DO: &str = "Làm sạch";
/// Does not.
pub const CLEAN_CANCEL: &str = "Để nguyên";
/// It was done.
pub const CLEANED: &str = "Đã làm sạch: tệp không còn chữ nào đã xóa";
/// It was not.
pub const NOT_CLEANED: &str = "Chưa làm sạch được tệp";
/// Shows the folder of the backups.
pub const OPEN_FOLDER: &str = "Mở thư mục";
/// Leaves the page.
pub const CLOSE: &str = "Đóng";
/// There is no backup yet.
pub const NONE: &str = "Chưa có bản sao lưu nào";
/// When the first one is made.
pub const NONE_YET: &str = "Bản đầu tiên được ghi ngay trước lần sửa đầu tiên, sau đó cứ 15 phút có sửa lại ghi một bản. Không phải bấm gì cả.";
/// They are being looked for.
pub const LOOKING: &str = "Đang tìm các bản sao lưu…";
/// One is being read.
pub const READING: &str = "Đang đọc bản sao lưu…";
/// All of it could be read.
pub const READABLE: &str = "✓ đọc được toàn bộ";
/// It could not be read.
pub const UNREADABLE: &str = "không đọc được";
/// Over the number of plans.
pub const PLANS: &str = "Kế hoạch";
/// Over the number of items.
pub const ITEMS: &str = "Nội dung";
/// Over why it was made.
pub const MADE: &str = "Thời điểm ghi";
/// As much as there is now.
pub const AS_NOW: &str = "như hiện nay";
/// Nothing differs.
pub const SAME: &str = "Giống hiện nay";
/// What that means.
pub const SAME_HELP: &str = "Bản này không có chữ nào khác với tệp đang mở.";
/// Only what is gone is shown.
pub const ONLY_GONE: &str = "Chỉ hiện chỗ mất";
/// All is shown again.
pub const ALL: &str = "Hiện tất cả";
/// There is nothing gone.
pub const NOTHING_GONE: &str = "Không có chỗ nào bị mất";
/// What is gone.
pub const GONE: &str = "đã xóa sau đó";
/// What says something else.
pub const CHANGED: &str = "chữ khác";
/// A value that differs.
pub const OTHER: &str = "khác";
/// What is new.
pub const NEW: &str = "mới có";
/// Takes a row back.
pub const TAKE_ROW: &str = "Lấy lại dòng này";
/// Takes a plan back.
pub const TAKE_PLAN: &str = "Lấy lại kế hoạch";
/// Takes something else back.
pub const TAKE: &str = "Lấy lại";
/// Takes the old words back.
pub const TAKE_WORDS: &str = "Lấy chữ cũ";
/// Leads to what is new.
pub const SEE: &str = "Xem";
/// What stands for no words.
pub const EMPTY: &str = "(để trống)";
/// What differs and is no words.
pub const NO_WORDS: &str = "Thứ tự, cách in hoặc giá trị không phải chữ";
/// Of the dossier as a whole.
pub const WHOLE: &str = "Cả hồ sơ";
/// Makes a file of the backup.
pub const RESTORE: &str = "Khôi phục thành tệp mới…";
/// What that does.
pub const RESTORE_HELP: &str = "Khôi phục tạo một tệp mới, không ghi đè tệp đang mở.";
/// There is no room for it any more: a document has two signers at most.
pub const NO_ROOM: &str =
    "Không còn chỗ cho phần này nên chưa lấy lại được; kế hoạch vẫn như trước đó.";
/// Something was taken back.
pub const TAKEN: &str = "Đã lấy lại từ bản sao lưu";

/// How many there are, and that they can be read.
#[must_use]
pub fn count(count: usize) -> String {
    format!("✓ {count} bản, bản nào cũng đã đọc lại sau khi ghi")
}

/// The last one could not be made.
#[must_use]
pub fn failed(error: &StoreError) -> String {
    format!("Lần gần nhất chưa sao lưu được: {}", store_reason(error))
}

/// Over the backups of one age.
#[must_use]
pub fn age_head(day: Date, today: Date) -> String {
    match (today - day).get_days() {
        ..=0 => format!("HÔM NAY, {}", today.strftime("%d/%m/%Y")),
        1 => "HÔM QUA".to_owned(),
        2..12 => "MỖI NGÀY MỘT BẢN, 10 NGÀY".to_owned(),
        _ => "MỖI TUẦN, MỖI THÁNG".to_owned(),
    }
}

/// Over the backups of another file.
#[must_use]
pub fn of_another(path: &Path, here: bool) -> String {
    if here {
        "TỆP TRƯỚC ĐÂY Ở CÙNG CHỖ".to_owned()
    } else {
        format!("KHI TỆP CÒN Ở {}", one_line(&path.to_string_lossy()))
    }
}

/// When a backup was made, in the list: of today and yesterday the hour, of others the day too.
#[must_use]
pub fn when_short(when: DateTime, today: Date) -> (String, String) {
    let hour = when.strftime("%H:%M").to_string();
    match (today - when.date()).get_days() {
        ..=1 => (hour, String::new()),
        2..300 => (when.strftime("%d/%m").to_string(), hour),
        _ => (when.strftime("%d/%m/%Y").to_string(), hour),
    }
}

/// When a backup was made, as its title.
#[must_use]
pub fn when_title(when: DateTime, today: Date) -> String {
    let hour = when.strftime("%H:%M");
    match (today - when.date()).get_days() {
        0 => format!("Bản hôm nay, {hour}"),
        1 => format!("Bản hôm qua, {hour}"),
        _ => format!("Bản ngày {}, {hour}", when.strftime("%d/%m/%Y")),
    }
}

/// Its day and its size.
#[must_use]
pub fn day_and_size(backup: &Backup) -> String {
    let size = match backup.bytes {
        ..1_000_000 => format!("{} KB", backup.bytes.div_ceil(1_000)),
        bytes => format!("{},{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    };
    format!("{} · {size}", backup.when.strftime("%d/%m/%Y"))
}

/// How many there are now.
#[must_use]
pub fn now(count: usize) -> String {
    format!("hiện nay {count}")
}

/// How many places differ.
#[must_use]
pub fn differs(count: usize) -> String {
    format!("Khác với hiện nay {} chỗ", grouped(count))
}

/// The same, on a badge.
#[must_use]
pub fn differs_short(count: usize) -> String {
    if count == 0 {
        "như hiện nay".to_owned()
    } else {
        format!("khác {} chỗ", grouped(count))
    }
}

/// How many of each kind: gone, other words, new, others.
#[must_use]
pub fn of_each([gone, changed, new, other]: [usize; 4]) -> String {
    let kinds =
        [(gone, "chỗ đã xóa"), (changed, "chữ khác"), (new, "chỗ mới"), (other, "giá trị khác")];
    let kinds = kinds.iter().filter(|(count, _)| *count > 0);
    let kinds: Vec<String> =
        kinds.map(|(count, words)| format!("{} {words}", grouped(*count))).collect();
    kinds.join(", ")
}

/// How many of each stage.
#[must_use]
pub fn of_each_stage(counts: &[(&str, usize)]) -> String {
    let each = counts.iter().map(|(stage, count)| format!("{stage} {}", grouped(*count)));
    each.collect::<Vec<_>>().join(", ")
}

/// What a screen reader says of a button beside something.
#[must_use]
pub fn button_name(button: &str, what: &str) -> String {
    format!("{button}: {}", one_line(what))
}

/// The name of a restored file, without its ending.
#[must_use]
pub fn restored_file(path: &Path, when: DateTime) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let stem = words::shorten(&stem, 100, 200);
    format!("{stem} (bản {})", when.strftime("%d-%m-%Y %H.%M"))
}

/// "2.184".
fn grouped(number: usize) -> String {
    words::number(number as u64)
}

/// How many items a plan holds.
#[must_use]
pub fn items(count: usize) -> String {
    format!("{} nội dung", grouped(count))
}

/// A text of the school's own.
#[must_use]
pub fn of_school(field: &str) -> String {
    format!("Thông tin của trường, {field}")
}

/// Before the words as they were.
pub const THEN: &str = "Cũ:";
/// Before the words as they are now, under them.
pub const NOW: &str = "Nay:";

/// Beside the box that lets the backups go too.
#[must_use]
pub fn clean_backups(count: usize) -> String {
    format!("Xóa cả {} bản sao lưu của tệp này trên máy", words::number(count as u64))
}
