//! Words of the screen In và xuất.

use crate::check::Severity;
use crate::edit::PageValue;
use crate::plan::PageLook;
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
/// Over what prints beside the plan.
pub const SHEETS: &str = "Bản in kèm theo";
/// For whom a sheet of tasks is.
pub const TASKS_OF: &str = "Giao việc cho";
/// No review was closed.
pub const NOT_CLOSED: &str = "Có khi đã chốt một lần rà soát.";
/// The plan has no work yet.
pub const NO_SHEETS: &str = "Có khi Bảng cải tiến đã có nội dung.";
/// The deadlines as a calendar.
pub const CALENDAR: &str = "Lịch thời hạn (.ics)…";
/// What that is for.
pub const CALENDAR_HELP: &str =
    "Thời hạn của những việc chưa hoàn thành, để nhập vào lịch của điện thoại hoặc máy tính";
/// What its file is called.
pub const CALENDAR_FILE: &str = "Lịch thời hạn";
/// Opens a sheet in the program of the system that shows and prints pages.
pub const SHEET_VIEW: &str = "Xem và in";
/// Writes it as a PDF.
pub const SHEET_PDF: &str = "Xuất PDF…";
/// Writes it as a Word file.
pub const SHEET_WORD: &str = "Xuất Word…";
/// The sheets of all who lead, where there is little room for their name.
pub const TASKS_OF_EACH: &str = "Phiếu của từng người";
/// Writes its tables as an Excel file.
pub const SHEET_EXCEL: &str = "Xuất Excel…";
/// While the pages are made.
pub const UNDER_WAY: &str = "Đang dàn trang…";
/// Nothing was found.
pub const NOTHING_FOUND: &str = "Không thấy điều gì cần sửa";
/// Over how the pages print.
pub const OPTIONS: &str = "Tùy chọn";
/// Tables lie across the paper.
pub const ACROSS: &str = "Bảng in khổ ngang";
/// The timeline follows the plan.
pub const APPENDIX: &str = "Kèm phụ lục tiến độ";
/// A chart follows the totals of a report.
pub const CHART: &str = "Kèm biểu đồ kết quả theo tiêu chuẩn";
/// The totals do not add up, so that a chart would say something else.
pub const NO_CHART: &str = "Chưa vẽ được biểu đồ: ở bảng đầu tiên của phần “Kết quả thực hiện”, mỗi \
     dòng cần có số nội dung bằng tổng các cột mức độ.";
/// The paper says that it is a draft.
pub const DRAFT: &str = "Ghi “DỰ THẢO”";
/// Opens the field in which words are looked for.
pub const FIND_LINK: &str = "Tìm chữ trên trang (Ctrl+F)";
/// Label: what is looked for.
pub const FIND: &str = "Chữ cần tìm trên trang";
/// An example of it.
pub const FIND_HINT: &str = "Gõ chữ cần tìm";
/// The next place.
pub const FIND_NEXT: &str = "Chỗ sau (Enter)";
/// The place before.
pub const FIND_BEFORE: &str = "Chỗ trước (Shift+Enter)";
/// Nothing is looked for any more.
pub const FIND_CLOSE: &str = "Đóng tìm chữ (Esc)";
/// While words are looked for.
pub const FINDING: &str = "Đang tìm…";
/// Takes the words of the page to the clipboard.
pub const COPY_PAGE: &str = "Chép chữ của trang";
/// What was marked on the page is on the clipboard.
pub const COPIED: &str = "Đã chép chữ đã chọn.";

/// The words of a page, by its number from 0, are on the clipboard.
#[must_use]
pub fn page_copied(index: usize) -> String {
    format!("Đã chép chữ của trang {}.", index + 1)
}

/// "3/12": which of how many places is shown, from 0.
#[must_use]
pub fn place_of(at: usize, count: usize) -> String {
    match count {
        0 => "Không thấy trên trang nào".to_owned(),
        _ => format!("{} / {}", number(at as u64 + 1), number(count as u64)),
    }
}

/// Leads to letters, spacing and margins.
pub const LOOK: &str = "Chọn cỡ chữ, giãn dòng, lề…";
/// Hides them.
pub const HIDE_LOOK: &str = "Thu gọn cỡ chữ, giãn dòng, lề";
/// They are as usual again.
pub const USUAL_LOOK: &str = "Đặt lại như thường dùng";
/// Label: size of the letters.
pub const LETTERS: &str = "Cỡ chữ";
/// Label: from line to line.
pub const LINE_SPACING: &str = "Giãn dòng";
/// Label: between paragraphs.
pub const PARAGRAPH_GAP: &str = "Cách đoạn";
/// Label: first line of a paragraph.
pub const FIRST_LINE: &str = "Thụt đầu dòng";
/// Label: margin.
pub const MARGIN_TOP: &str = "Lề trên";
/// Label: margin.
pub const MARGIN_BOTTOM: &str = "Lề dưới";
/// Label: margin.
pub const MARGIN_LEFT: &str = "Lề trái";
/// Label: margin.
pub const MARGIN_RIGHT: &str = "Lề phải";
/// Label: how many pages there shall be at most.
pub const FIT: &str = "Thu cho vừa";
/// Tries whether it is possible.
pub const TRY: &str = "Tính thử";
/// While it is tried.
pub const TRYING: &str = "Đang tính…";
/// Does it.
pub const FIT_NOW: &str = "Thu lại như vậy";
/// Somebody approves the plan.
pub const APPROVED: &str = "Có chữ ký duyệt bên trái";
/// The plan has none any more.
pub const APPROVAL_GONE: &str = "Đã bỏ chữ ký duyệt.";
/// Leads to the words of it.
pub const EDIT_APPROVAL: &str = "Sửa chữ ký duyệt";

/// "7 trang".
#[must_use]
pub fn pages(count: usize) -> String {
    format!("{} trang", number(count as u64))
}

/// A length in points.
#[must_use]
pub fn points(length: u16) -> String {
    format!("{length} pt")
}

/// A length in millimetres.
#[must_use]
pub fn millimetres(length: u16) -> String {
    format!("{length} mm")
}

/// Tenths of a millimetre, as centimetres.
#[must_use]
pub fn centimetres(tenths: u16) -> String {
    format!("{} cm", decimal(tenths, 100))
}

/// Thousandths of single spacing, as lines.
#[must_use]
pub fn lines(thousandths: u16) -> String {
    decimal((thousandths + 5) / 10, 100)
}

/// "1,5" of 150 hundredths.
fn decimal(parts: u16, whole: u16) -> String {
    let (ones, rest) = (parts / whole, parts % whole);
    match rest {
        0 => ones.to_string(),
        rest if rest % 10 == 0 => format!("{ones},{}", rest / 10),
        rest => format!("{ones},{rest:02}"),
    }
}

/// "8 trang, 4 tờ hai mặt, 1 dấu giáp lai": what is printed, and how often it is stamped over the
/// edges of its sheets, each time over five at most.
#[must_use]
pub fn sheets(pages: usize) -> String {
    let sheets = pages.div_ceil(2);
    let stamps = if sheets > 1 { sheets.div_ceil(5) } else { 0 };
    let pages = self::pages(pages);
    match stamps {
        0 => format!("{pages}, 1 tờ, không cần dấu giáp lai"),
        _ => format!("{pages}, {sheets} tờ hai mặt, {stamps} dấu giáp lai"),
    }
}

/// What has to change for so many pages.
#[must_use]
pub fn would_fit(pages: usize, now: &PageLook, then: &PageLook) -> String {
    let fits = format!("Vừa {}", self::pages(pages));
    let changes: Vec<String> = PageValue::between(now, then)
        .into_iter()
        .map(|value| {
            let (label, now, then) = change(now, value);
            format!("{} {now} → {then}", label.to_lowercase())
        })
        .collect();
    if changes.is_empty() {
        format!("{fits} rồi, không phải đổi gì.")
    } else {
        format!("{fits} nếu đổi: {}.", changes.join("; "))
    }
}

/// What a value is called, what it is now and what it becomes.
fn change(now: &PageLook, value: PageValue) -> (&'static str, String, String) {
    let margin = |label, now, then| (label, millimetres(now), millimetres(then));
    match value {
        PageValue::Letters(then) => {
            (LETTERS, now.letters.get().to_string(), then.get().to_string())
        }
        PageValue::LineSpacing(then) => {
            (LINE_SPACING, lines(now.line_spacing.get()), lines(then.get()))
        }
        PageValue::ParagraphGap(then) => {
            (PARAGRAPH_GAP, points(now.paragraph_gap.get()), points(then.get()))
        }
        PageValue::FirstLine(then) => {
            (FIRST_LINE, centimetres(now.first_line.get()), centimetres(then.get()))
        }
        PageValue::MarginTop(then) => margin(MARGIN_TOP, now.margin_top.get(), then.get()),
        PageValue::MarginBottom(then) => margin(MARGIN_BOTTOM, now.margin_bottom.get(), then.get()),
        PageValue::MarginLeft(then) => margin(MARGIN_LEFT, now.margin_left.get(), then.get()),
        PageValue::MarginRight(then) => margin(MARGIN_RIGHT, now.margin_right.get(), then.get()),
    }
}

/// So many pages are not enough, whatever is given up.
#[must_use]
pub fn cannot_fit(pages: usize, fewest: usize) -> String {
    format!(
        "Không thu được còn {} trong giới hạn của Nghị định 30/2020/NĐ-CP; ít nhất là {}.",
        self::pages(pages),
        self::pages(fewest)
    )
}

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

/// Some work is on no sheet, for nobody leads it.
#[must_use]
pub fn led_by_nobody(count: usize) -> String {
    format!("Còn {count} nội dung chưa ghi người chủ trì nên chưa có phiếu.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Within;

    #[test]
    fn lengths_are_written_as_a_clerk_writes_them() {
        assert_eq!([1000, 1087, 1150, 1500].map(lines), ["1", "1,09", "1,15", "1,5"]);
        assert_eq!([100, 127].map(centimetres), ["1 cm", "1,27 cm"]);
    }

    #[test]
    fn a_stamp_covers_five_sheets_and_one_sheet_needs_none() {
        for (pages, said) in [
            (1, "1 trang, 1 tờ, không cần dấu giáp lai"),
            (2, "2 trang, 1 tờ, không cần dấu giáp lai"),
            (3, "3 trang, 2 tờ hai mặt, 1 dấu giáp lai"),
            (8, "8 trang, 4 tờ hai mặt, 1 dấu giáp lai"),
            (10, "10 trang, 5 tờ hai mặt, 1 dấu giáp lai"),
            (11, "11 trang, 6 tờ hai mặt, 2 dấu giáp lai"),
        ] {
            assert_eq!(sheets(pages), said);
        }
    }

    #[test]
    fn what_would_change_is_said_value_by_value() {
        let now = PageLook::default();
        let then = PageLook { letters: Within::near(13), line_spacing: Within::near(1000), ..now };
        assert_eq!(
            would_fit(7, &now, &then),
            "Vừa 7 trang nếu đổi: cỡ chữ 14 → 13; giãn dòng 1,09 → 1."
        );
        assert_eq!(would_fit(7, &now, &now), "Vừa 7 trang rồi, không phải đổi gì.");
    }
}
