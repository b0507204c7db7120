//! The words of signed and stamped papers that lie beside the dossier.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::session::{CopiedScans, LARGEST_SCAN, ScanError, ScanPlace};
use crate::words;

/// Over the scans of a paper.
pub const TITLE: &str = "Bản đã ký, đóng dấu";
/// Takes a file in.
pub const ATTACH: &str = "Gắn bản đã ký, đóng dấu (PDF)…";
/// Opens one.
pub const OPEN: &str = "Mở";
/// Takes one off.
pub const REMOVE: &str = "Gỡ";
/// Its file is not there.
pub const MISSING: &str = "Không thấy tệp trong thư mục bản ký";
/// Its file has other bytes.
pub const CHANGED: &str = "Tệp đã bị sửa sau khi gắn";
/// The dossier is no file yet.
pub const NO_FILE: &str = "Hồ sơ mẫu chưa là tệp nên chưa có chỗ để bản ký. Hãy sửa hoặc lưu bản sao hồ sơ trước, rồi gắn bản đã ký.";

/// Where the scans of a dossier are: the folder "tên tệp - bản ký" beside it.
#[must_use]
pub fn place_of(file: &Path) -> ScanPlace {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let folder: PathBuf = file.with_file_name(format!("{stem} - bản ký"));
    ScanPlace { aside: folder.join("đã gỡ"), folder }
}

/// It was taken in.
#[must_use]
pub fn kept(name: &str) -> String {
    format!("Đã gắn {name}; tệp được chép vào thư mục bản ký cạnh hồ sơ.")
}

/// It was taken off.
#[must_use]
pub fn removed(name: &str) -> String {
    format!("Đã gỡ {name}; tệp được chuyển vào thư mục “đã gỡ”, không bị xóa.")
}

/// When it was taken in.
#[must_use]
pub fn kept_on(at: DateTime) -> String {
    format!("Gắn ngày {}", words::date(at.date()))
}

/// It was not taken in.
#[must_use]
pub fn not_kept(error: &ScanError, path: &Path) -> String {
    match error {
        ScanError::Read(error) => super::cannot_read(path, error),
        ScanError::TooLarge => format!(
            "Tệp lớn hơn {} MB. Hãy quét lại với độ phân giải 200-300 dpi rồi gắn.",
            LARGEST_SCAN >> 20
        ),
        ScanError::NoPdf => "Đây không phải tệp PDF. Hãy quét hoặc lưu văn bản đã ký thành tệp \
                             PDF rồi gắn."
            .to_owned(),
        ScanError::Known(name) => format!("Bản này đã được gắn, dưới tên {name}."),
        ScanError::Write(error) => super::write_sentence(error),
    }
}

/// Its file cannot be shown.
#[must_use]
pub fn cannot_open(name: &str, folder: &Path) -> String {
    format!(
        "Không thấy {name} trong thư mục {}. Nếu hồ sơ đã được đổi tên hoặc chuyển chỗ, hãy \
         chuyển thư mục bản ký theo và đặt tên giống tệp hồ sơ.",
        folder.display()
    )
}

/// Its file could not be moved aside.
#[must_use]
pub fn not_moved(name: &str, error: &std::io::Error) -> String {
    format!("Đã gỡ {name} khỏi hồ sơ nhưng tệp chưa chuyển đi được ({}).", super::why(error))
}

/// A copy was saved, with its scans.
#[must_use]
pub fn copied(file: &Path, done: &CopiedScans) -> String {
    let saved = super::window::copied(file);
    let folder = place_of(file).folder;
    let folder = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let along = match done.copied {
        0 => String::new(),
        count => format!(", kèm {count} bản đã ký trong thư mục “{folder}”"),
    };
    let missing = match done.missing {
        0 => String::new(),
        count => format!(". Không thấy tệp của {count} bản đã ký để chép theo"),
    };
    format!("{saved}{along}{missing}.")
}

/// A copy was saved, and some of its scans could not be copied.
#[must_use]
pub fn not_copied(count: usize, why: &ScanError, folder: &Path) -> String {
    format!(
        "Hồ sơ đã được lưu nhưng còn {count} bản đã ký chưa chép theo được. {} Các bản đã ký vẫn \
         còn nguyên ở chỗ cũ; hãy tự chép chúng vào thư mục {}.",
        not_kept(why, folder),
        folder.display()
    )
}
