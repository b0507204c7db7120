//! Words of the screen In và xuất.

use crate::check::Severity;
use crate::words::number;

/// Makes the page larger.
pub const LARGER: &str = "Xem trang to hơn";
/// Makes it smaller.
pub const SMALLER: &str = "Xem trang nhỏ hơn";
/// As wide as there is room.
pub const WIDTH: &str = "Vừa chiều rộng";
/// A whole page is in sight.
pub const WHOLE: &str = "Cả trang";
/// What the menu of sizes is for, and the size that is shown.
#[must_use]
pub fn size(shown: &str) -> String {
    format!("Cỡ trang xem: {shown}")
}
/// While the pages are made.
pub const UNDER_WAY: &str = "Đang dàn trang…";
/// Nothing was found.
pub const NOTHING_FOUND: &str = "Không thấy điều gì cần sửa";
/// Over how the pages print.
pub const OPTIONS: &str = "Tùy chọn";
/// Tables lie across the paper.
pub const ACROSS: &str = "Bảng in khổ ngang";
/// The paper says that it is a draft.
pub const DRAFT: &str = "Ghi “DỰ THẢO”";
/// Over the name of the file that an export proposes.
pub const FILE_NAME: &str = "Tên tệp đề xuất khi xuất:";

/// Over the sheet that is sent round.
pub const COLLECT: &str = "Thu thập nội dung";
/// What it is for.
pub const COLLECT_HELP: &str = "Gửi bảng Excel cho từng nhóm, từng người ghi phần việc của mình, rồi \
                                nhận lại vào kế hoạch.";

/// Whether the pages can be printed, by the worst of what was found.
#[must_use]
pub fn ready(worst: Option<Severity>) -> &'static str {
    match worst {
        Some(Severity::Error) => "Cần sửa trước khi in",
        Some(Severity::Warning) => "Sẵn sàng in, có điều nên xem lại",
        Some(Severity::Note) | None => "Sẵn sàng in",
    }
}

/// Leads to all that was found.
#[must_use]
pub fn all_findings(count: usize) -> String {
    format!("Xem cả {} điều trong Kiểm tra", number(count as u64))
}

/// "5 trang · 3 trang ngang · 62 KB": how many pages, how many of them lie across, how large the
/// file is.
#[must_use]
pub fn facts(pages: usize, across: usize, bytes: usize) -> String {
    let size = number((bytes as u64).div_ceil(1000));
    if across > 0 {
        format!("{pages} trang · {across} trang ngang · {size} KB")
    } else {
        format!("{pages} trang · {size} KB")
    }
}

/// A small page, by its number from 0.
#[must_use]
pub fn page(index: usize) -> String {
    format!("Trang {}", index + 1)
}

/// A page that is read, by its number from 0.
#[must_use]
pub fn page_read(index: usize) -> String {
    format!("Nội dung trang {}", index + 1)
}
