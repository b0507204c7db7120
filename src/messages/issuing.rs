//! The words of giving out: the dialog, what is said of the paper afterwards, and what changed.

use crate::plan::{LogEntry, Paper};
use crate::words::{self, number};

/// The title of the question.
pub const ISSUE_TITLE: &str = "Ban hành văn bản";
/// What it means.
pub const ISSUE_WHAT: &str = "Văn bản được giữ lại đúng như lúc này, kèm tệp PDF. Từ đó bản in và bản xuất luôn lấy từ bản đã ban hành; sửa tiếp thì từng thay đổi được liệt kê để điều chỉnh, bổ sung.";
/// It is not taken back by undo.
pub const ISSUE_UNDO: &str = "Việc ban hành được ghi vào nhật ký và không hoàn tác được; khi chưa gửi đi thì còn thu hồi được.";
/// Label: the number.
pub const NUMBER: &str = "Số văn bản";
/// An example of it.
pub const NUMBER_HINT: &str = "05";
/// Label: the day.
pub const DAY: &str = "Ngày ban hành";
/// An example of it.
pub const DAY_HINT: &str = "15/10/2026";
/// Over who does it.
pub const WHO: &str = "Người thực hiện";
/// Does it.
pub const ISSUE_DO: &str = "Ban hành";
/// Changes nothing.
pub const CANCEL: &str = "Hủy";
/// Number and day are not there yet.
pub const BOTH_NEEDED: &str = "Ghi số và ngày ban hành trước.";
/// Minutes may have no number.
pub const DAY_NEEDED: &str = "Ghi ngày trước.";
/// The mark of a draft goes.
pub const NO_DRAFT: &str = "Dấu “DỰ THẢO” được bỏ khỏi bản ban hành.";
/// No error stands open.
pub const NO_ERRORS: &str = "Kiểm tra không thấy lỗi nào phải sửa.";
/// It was given out.
pub const ISSUED: &str = "Đã ban hành; bản in từ nay lấy từ bản này.";

/// How many errors the check still finds, before they are named.
#[must_use]
pub fn errors(count: usize) -> String {
    format!("Kiểm tra còn {} lỗi chưa sửa:", number(count as u64))
}

/// The symbol that follows the number.
#[must_use]
pub fn symbol(symbol: &str) -> String {
    match symbol.trim().trim_start_matches('/') {
        "" => "Chưa ghi ký hiệu ở Thông tin".to_owned(),
        symbol => format!("Ký hiệu: /{symbol}"),
    }
}

/// What was given out, and of what its paper is made.
#[must_use]
pub fn issued(cited: Option<&str>, sent: bool) -> String {
    let what = cited.map(|cited| format!(": {cited}")).unwrap_or_default();
    let sent = if sent { " · đã gửi đi" } else { "" };
    format!("Đã ban hành{what}{sent} · bản in lấy từ bản đã ban hành")
}

/// The present words are shown.
pub const PRESENT: &str =
    "Đang xem bản đang sửa, không phải bản đã ban hành; in ra có ghi “DỰ THẢO”";
/// Shows them.
pub const SEE_PRESENT: &str = "Xem bản đang sửa";
/// Shows what was given out.
pub const SEE_ISSUED: &str = "Xem bản đã ban hành";
/// Says that it left the school, and asks first.
pub const SEND: &str = "Đã gửi đi…";
/// The title of the question.
pub const SEND_TITLE: &str = "Ghi nhận văn bản đã gửi đi";
/// What it means.
pub const SEND_WHAT: &str = "Ghi rằng văn bản đã tới nơi nhận. Từ đó không thu hồi được nữa: nội dung sai thì sửa đổi, thay thế; thể thức sai thì đính chính.";
/// Does it.
pub const SEND_DO: &str = "Đã gửi";
/// Takes back, and asks first.
pub const TAKE_BACK: &str = "Thu hồi…";
/// The title of the question.
pub const TAKE_BACK_TITLE: &str = "Thu hồi văn bản chưa gửi đi";
/// What it means.
pub const TAKE_BACK_WHAT: &str = "Văn bản trở lại là bản đang soạn; bản đã ban hành vẫn được giữ trong tệp. Việc thu hồi được ghi vào nhật ký và không hoàn tác được; có thể ban hành lại sau khi sửa.";
/// Does it.
pub const TAKE_BACK_DO: &str = "Thu hồi";
/// The title of what is said instead.
pub const SENT_TITLE: &str = "Văn bản đã gửi đi";
/// What is done instead.
pub const SENT_WHAT: &str =
    "Văn bản đã gửi đi thì không thu hồi ở đây được. Theo Điều 18 khoản 3 Nghị định 30/2020/NĐ-CP:";
/// Of the content.
pub const SENT_CONTENT: &str = "Sai sót về nội dung: sửa đổi, thay thế bằng văn bản có hình thức tương đương. Sửa trong phần mềm rồi lập kế hoạch điều chỉnh, bổ sung.";
/// Of the form.
pub const SENT_FORM: &str = "Sai sót về thể thức, kỹ thuật trình bày, thủ tục ban hành: đính chính bằng công văn của nhà trường.";
/// Closes what was said.
pub const CLOSE: &str = "Đóng";

/// A line of the log: what happened to the paper, when, and who did it.
#[must_use]
pub fn happened(entry: &LogEntry) -> String {
    let (what, at) = (super::steps::event_name(entry.event), entry.at);
    let by = if entry.who.trim().is_empty() { String::new() } else { format!(", {}", entry.who) };
    let day = words::date(at.date());
    format!("{what} lúc {:02}:{:02} ngày {day}{by}", at.hour(), at.minute())
}

/// The first digits of what the PDF is known by.
#[must_use]
pub fn known_by(sha256: &str) -> String {
    format!("Mã đối chiếu bản PDF (SHA-256): {}…", sha256.get(..16).unwrap_or(sha256))
}

/// Takes all digits to the clipboard.
pub const COPY_HASH: &str = "Chép cả mã";
/// They are there.
pub const HASH_COPIED: &str = "Đã chép mã đối chiếu (SHA-256) của bản đã ban hành.";
/// The copy beside the PDF could not be read.
pub const UNREADABLE: &str = "Bản lưu nội dung đã ban hành không đọc được nữa nên không so sánh được; bản PDF vẫn dùng được.";
/// Nothing changed.
pub const NO_CHANGES: &str = "Chưa có thay đổi nào từ khi ban hành";

/// How much changed since.
#[must_use]
pub fn changes(count: usize) -> String {
    format!("{} thay đổi từ khi ban hành", number(count as u64))
}

/// So much of it a plan that was given out tells.
#[must_use]
pub fn amended(count: usize) -> String {
    format!("{} thay đổi đã có kế hoạch điều chỉnh, bổ sung", number(count as u64))
}

/// Under a change that such a plan tells.
pub const AMENDED_ALREADY: &str = "Đã có trong kế hoạch điều chỉnh, bổ sung đã ban hành";
/// Shows all of it.
pub const SEE_CHANGES: &str = "Xem từng thay đổi…";
/// Over all of it.
pub const CHANGES_TITLE: &str = "Thay đổi từ khi ban hành";
/// Over what was given out.
pub const BEFORE: &str = "Theo bản đã ban hành";
/// Over what is there now.
pub const AFTER: &str = "Hiện nay";
/// Over what it is.
pub const WHAT: &str = "Nội dung";

/// There are more than are shown.
#[must_use]
pub fn more(count: usize) -> String {
    format!("Và {} thay đổi nữa.", number(count as u64))
}

/// Makes the plan that amends it.
pub const AMEND: &str = "Lập kế hoạch điều chỉnh, bổ sung…";
/// Leads to the one that is there.
pub const SEE_AMENDING: &str = "Mở kế hoạch điều chỉnh, bổ sung";
/// It was made.
pub const AMENDED: &str =
    "Đã lập từ các thay đổi; mọi chữ đều sửa được, chỗ tệp không biết để dấu chấm";

/// Whether a kind of paper is given out with a number.
#[must_use]
pub fn needed(paper: Paper) -> &'static str {
    if paper == Paper::Minutes { DAY_NEEDED } else { BOTH_NEEDED }
}
