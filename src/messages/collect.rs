//! Words of the sheet that is sent round, and of what comes back.

use std::path::Path;

use crate::edit::List;
use crate::import::{Held, NotHome, WorkbookError};
use crate::ooxml::ReadError;
use crate::plan::Paragraph;
use crate::words::number;

use super::status_name;

/// Title: for whom the sheet is.
pub const TITLE: &str = "Phiếu thu thập nội dung";
/// What it is.
pub const ABOUT: &str = "Bảng Excel có sẵn các dòng của kế hoạch để gửi đi ghi. Khi nhận lại, chọn \
                         “Nhập từ Excel…”: chương trình cho xem từng chỗ thay đổi trước khi nhận.";
/// Label: for whom.
pub const WHOM: &str = "Dành cho";
/// For all.
pub const EVERYONE: &str = "Tất cả";
/// Everything can be filled in.
pub const ALL_OPEN: &str = "Ghi được vào mọi dòng.";
/// Only their own.
pub const OWN_OPEN: &str = "Chỉ ghi được vào các dòng được giao và các dòng trống ở cuối bảng; các \
                            dòng khác để xem.";
/// The button that writes it.
pub const DONE: &str = "Xuất phiếu…";

/// Nothing to take.
pub const NOTHING: &str = "Không có gì thay đổi: mọi nội dung trong tệp đã có trong kế hoạch.";
/// The file is being read.
pub const READING: &str = "Đang đọc tệp Excel…";
/// Title: an Excel file that does not come in.
pub const CANNOT_IMPORT: &str = "Không nhập được tệp Excel";
/// There is no plan to bring it into.
pub const OPEN_FIRST: &str = "Hãy mở hồ sơ có kế hoạch trước, rồi nhập tệp Excel vào kế hoạch đó.";
/// A paragraph the plan does not have.
pub const NEW_PARAGRAPH: &str = "đoạn mới";
/// A part the plan does not have.
pub const NEW_PART: &str = "phần mới";
/// An element of a list that the plan does not have.
#[must_use]
pub fn new_record(list: List) -> &'static str {
    match list {
        List::Parts => NEW_PART,
        List::Rows => NEW_ROW,
        List::Problems => "vấn đề mới",
        List::Reviews => "lần rà soát mới",
        List::WorkingGroups => "nhóm mới",
        List::Members(_) | List::Supervisors => "người mới",
        List::Signatures => "chữ ký mới",
    }
}

/// A row the plan does not have.
pub const NEW_ROW: &str = "dòng mới";
/// A row that was deleted in the plan.
pub const DELETED_ROW: &str = "dòng đã xóa trong kế hoạch";
/// Before what the plan holds.
pub const NOW: &str = "Đang có:";
/// Before what the file holds.
pub const INCOMING: &str = "Tệp ghi:";
/// Where nothing stands.
pub const EMPTY: &str = "(để trống)";
/// Ticks all.
pub const ALL: &str = "Chọn tất cả";
/// Ticks none.
pub const NONE: &str = "Bỏ chọn tất cả";

/// What the changes came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameIn {
    /// A sheet that was sent round, which knows what it was sent with.
    Sheet,
    /// An Excel file that knows nothing of the plan.
    Excel,
    /// A Word file, which knows nothing of it either.
    Word,
    /// A report or minutes as a Word file.
    Paper,
}

impl CameIn {
    /// Title: what came back.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Sheet | Self::Excel => "Nhận nội dung từ Excel",
            Self::Word | Self::Paper => "Nhận nội dung từ Word",
        }
    }

    /// The plan says something else.
    #[must_use]
    pub fn conflict(self) -> &'static str {
        match self {
            Self::Sheet => "hai bên cùng sửa",
            Self::Excel | Self::Word => "khác kế hoạch",
            Self::Paper => "khác văn bản trong hồ sơ",
        }
    }

    /// Nothing of it is new.
    #[must_use]
    pub fn nothing(self) -> &'static str {
        match self {
            Self::Paper => "Không có gì thay đổi: lời trong tệp đã có trong văn bản của hồ sơ.",
            _ => NOTHING,
        }
    }

    /// Ticks those that take nothing away.
    #[must_use]
    pub fn free(self) -> &'static str {
        match self {
            Self::Sheet => "Bỏ chọn chỗ hai bên cùng sửa",
            Self::Excel | Self::Word => "Bỏ chọn chỗ khác kế hoạch",
            Self::Paper => "Bỏ chọn chỗ khác văn bản trong hồ sơ",
        }
    }

    /// How many changes there are, and how many of them are conflicts.
    #[must_use]
    pub fn count(self, changes: usize, conflicts: usize) -> String {
        let all = format!("{} chỗ thay đổi", number(changes as u64));
        let what = if self == Self::Paper { "văn bản" } else { "kế hoạch" };
        if conflicts == 0 {
            return format!("{all}. Chỗ nào không chọn thì {what} giữ nguyên.");
        }
        let how = match self {
            Self::Paper => "văn bản trong hồ sơ đang ghi khác",
            Self::Sheet => "kế hoạch cũng đã sửa từ khi gửi phiếu",
            Self::Excel | Self::Word => "kế hoạch đang ghi khác",
        };
        let which = if conflicts == changes {
            format!("{} chỗ {how}.", number(conflicts as u64))
        } else {
            format!("{all}, trong đó {} chỗ {how}.", number(conflicts as u64))
        };
        format!("{which} Chọn chỗ nào thì lấy lời trong tệp ở chỗ ấy; còn lại {what} giữ nguyên.")
    }

    /// What was taken.
    #[must_use]
    pub fn taken(self, count: usize) -> String {
        let from = if matches!(self, Self::Word | Self::Paper) { "Word" } else { "Excel" };
        format!("Đã nhận {} chỗ thay đổi từ {from}.", number(count as u64))
    }
}

/// The button that takes what is ticked.
#[must_use]
pub fn take(count: usize) -> String {
    match count {
        0 => "Nhận".to_owned(),
        some => format!("Nhận {} chỗ", number(some as u64)),
    }
}

/// What stands somewhere, in words.
#[must_use]
pub fn held(held: &Held) -> String {
    match held {
        Held::Nothing | Held::Status(None) => String::new(),
        Held::Text(text) | Held::Record(_, text) => text.clone(),
        Held::Paragraph(paragraph) => paragraph.text(),
        Held::Part(part) => {
            let words = part.stretch(0).iter().map(Paragraph::text).collect::<Vec<_>>();
            format!("{}\n{}", part.heading, words.join("\n"))
        }
        Held::Status(Some(status)) => status_name(*status).to_owned(),
        Held::Item(item) => [
            item.criterion_text.as_str(),
            &item.content,
            &item.target,
            &item.actions,
            &item.responsible.typed,
            &item.time.typed,
            &item.budget.typed,
        ]
        .into_iter()
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("; "),
    }
}

/// Why an Excel file could not be read.
#[must_use]
pub fn workbook_error(error: &WorkbookError) -> &'static str {
    match error {
        WorkbookError::NotExcel => {
            "Đây không phải tệp Excel (.xlsx). Hãy mở tệp bằng Excel và chọn Lưu thành, kiểu Excel \
             Workbook (.xlsx), rồi nhập tệp vừa lưu."
        }
        WorkbookError::Old => {
            "Đây là tệp Excel đời cũ (.xls) nên không đọc được. Hãy mở bằng Excel và chọn Lưu thành, kiểu \
             Excel Workbook (.xlsx), rồi nhập tệp vừa lưu."
        }
        WorkbookError::Locked | WorkbookError::Unread(ReadError::Locked(_)) => {
            "Tệp Excel có mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu ở Tệp > Thông tin > \
             Bảo vệ sổ làm việc, lưu lại rồi nhập."
        }
        WorkbookError::Binary => {
            "Đây là tệp Excel nhị phân (.xlsb) nên không đọc được. Hãy mở bằng Excel và chọn Lưu thành, kiểu \
             Excel Workbook (.xlsx), rồi nhập tệp vừa lưu."
        }
        WorkbookError::OpenDocument => {
            "Đây là tệp OpenDocument (.ods). Hãy mở bằng LibreOffice hoặc Excel và chọn Lưu thành, kiểu Excel \
             Workbook (.xlsx), rồi nhập tệp vừa lưu."
        }
        WorkbookError::Word => {
            "Đây là tệp Word, không phải tệp Excel. Hãy nhập bằng “Nhập từ Word…”."
        }
        WorkbookError::Unread(ReadError::TooLarge(_)) | WorkbookError::TooLarge => {
            "Tệp Excel lớn quá mức một kế hoạch có thể có nên không đọc. Hãy chép riêng bảng kế hoạch sang \
             tệp mới rồi nhập tệp đó."
        }
        WorkbookError::Unread(_) => {
            "Tệp Excel bị hỏng hoặc bị cắt mất một phần nên không đọc được. Hãy xin lại tệp, hoặc mở bằng \
             Excel rồi lưu lại."
        }
    }
}

/// The same, with the file's name, on one line.
#[must_use]
pub fn unread_workbook(error: &WorkbookError, path: &Path) -> String {
    format!("{}: {}", super::usage::file(path), workbook_error(error))
}

/// Why a sheet that was sent round does not find home.
#[must_use]
pub fn not_home(why: &NotHome) -> String {
    match why {
        NotHome::NoSuchPlan(year) => format!(
            "Phiếu này của một kế hoạch năm học {year} không có trong hồ sơ này. Hãy mở đúng hồ sơ đã xuất phiếu."
        ),
        NotHome::AnotherPlan(year) => format!(
            "Phiếu này của một kế hoạch khác, năm học {year}. Hãy mở đúng hồ sơ đã xuất phiếu."
        ),
    }
}
