//! The words of the table: names of lines and cells, hints, buttons, notices.

use crate::understand::Totals;
use crate::words::number;

/// A line without criteria, by its number from 1.
#[must_use]
pub fn line_name(number: usize) -> String {
    format!("dòng {number}")
}

/// A line by its criteria: "tiêu chí 1.6".
#[must_use]
pub fn criteria_name(codes: &[String]) -> String {
    format!("tiêu chí {}", codes.join(", "))
}

/// A problem by its number.
#[must_use]
pub fn problem_name(number: &str) -> String {
    format!("vấn đề {number}")
}

/// A review by its number.
#[must_use]
pub fn review_name(number: &str) -> String {
    format!("lần theo dõi {number}")
}

/// A cell: "Thời gian, tiêu chí 1.6".
#[must_use]
pub fn cell_name(column: &str, line: &str) -> String {
    format!("{column}, {line}")
}

/// A cell with what stands in it: "Thời gian, tiêu chí 1.6: Trước ngày 30/11/2026".
#[must_use]
pub fn cell_label(column: &str, line: &str, text: &str) -> String {
    if text.is_empty() {
        format!("{column}, {line}: để trống")
    } else {
        format!("{column}, {line}: {text}")
    }
}

/// Where nothing was understood of a time.
pub const TIME_UNKNOWN: &str = "Chưa rõ thời hạn · Sửa";
/// Where nothing was understood of a budget.
pub const MONEY_UNKNOWN: &str = "Chưa rõ kinh phí · Sửa";
/// Where nobody was understood among the people.
pub const PEOPLE_UNKNOWN: &str = "Chưa rõ người chủ trì · Sửa";

/// How many pieces of work there are.
#[must_use]
pub fn count(items: usize) -> String {
    format!("{} nội dung", number(items as u64))
}

/// How many lines are chosen together.
#[must_use]
pub fn chosen_lines(lines: usize) -> String {
    format!("Đang chọn {} dòng", number(lines as u64))
}

/// Of so many pieces of work nobody is said who leads.
#[must_use]
pub fn without_lead(items: usize) -> String {
    format!("{} thiếu người chủ trì", number(items as u64))
}

/// What all of them cost, and for how many that is not known.
#[must_use]
pub fn cost(totals: &Totals) -> String {
    let short = crate::words::money_short;
    let sum = match (totals.from, totals.to) {
        (0, 0) => String::new(),
        (from, to) if from == to => format!("kinh phí {}", short(from)),
        (from, to) => format!("kinh phí {} đến {}", short(from), short(to)),
    };
    match (sum.is_empty(), totals.uncounted) {
        (_, 0) => sum,
        (true, _) => "chưa mục nào có số kinh phí".to_owned(),
        (false, count) => format!("{sum}, chưa tính {} mục không có số", number(count as u64)),
    }
}

/// Over what the dossier says already where a person is typing.
pub const USED: &str = "Đã dùng trong hồ sơ này";
/// Which keys take a proposal.
pub const PROPOSAL_KEYS: &str = "↓ chọn · Enter nhận · gõ tiếp thì bỏ qua";

/// How often the dossier says it; nothing where it does not.
#[must_use]
pub fn times(count: usize) -> String {
    match count {
        0 => String::new(),
        count => format!("{} lần", number(count as u64)),
    }
}

/// A block of cells that is chosen: so many lines and columns, from this line to that one.
#[must_use]
pub fn chosen_block(lines: usize, columns: usize, from: &str, to: &str) -> String {
    let size = format!("Đang chọn {} dòng, {columns} cột", number(lines as u64));
    match (from.trim(), to.trim()) {
        ("", _) | (_, "") => size,
        (from, to) if from == to => format!("{size}, dòng {from}"),
        (from, to) => format!("{size}, dòng {from} đến {to}"),
    }
}

/// How many problems there are.
#[must_use]
pub fn count_problems(problems: usize) -> String {
    format!("{} vấn đề", number(problems as u64))
}

/// After lines were deleted.
#[must_use]
pub fn deleted(lines: usize) -> String {
    format!("Đã xóa {} dòng", number(lines as u64))
}

/// After something was copied.
#[must_use]
pub fn copied(lines: usize) -> String {
    if lines == 0 {
        "Đã sao chép ô".to_owned()
    } else {
        format!("Đã sao chép {} dòng", number(lines as u64))
    }
}

/// What a band is called before its words.
pub const BAND: &str = "Dòng dải";
/// What a group is called before its words.
pub const GROUP: &str = "Dòng nhóm";
/// Before a last day.
pub const DEADLINE: &str = "hạn ";
/// After something a person corrected.
pub const CORRECTED: &str = " (đã sửa cách hiểu)";
/// Over a hint.
pub const CORRECT_TIP: &str =
    "Bấm (hoặc phím Shift+F2) để sửa cách hiểu; lời văn trong ô giữ nguyên";
/// What was understood of the active cell shall be corrected.
pub const CORRECT: &str = "Sửa cách hiểu…";
/// Opens the form of the row.
pub const ROW_FORM: &str = "Sửa cả dòng";
/// Opens the catalogue.
pub const ADD_CRITERIA: &str = "Thêm tiêu chí…";
/// To the clipboard, and gone here.
pub const CUT: &str = "Cắt";
/// From the clipboard.
pub const PASTE: &str = "Dán";
/// The first line of the block goes into those below.
pub const FILL_DOWN: &str = "Điền xuống";
/// Its first column goes into those beside it.
pub const FILL_RIGHT: &str = "Điền sang phải";
/// The square by which the chosen cells are filled on.
pub const FILL_ON: &str = "Kéo để điền tiếp";
/// The line by which a column is made wider or narrower.
#[must_use]
pub fn width_of(column: &str) -> String {
    format!("Độ rộng cột {column}")
}
/// A line above.
pub const ADD_ABOVE: &str = "Thêm dòng bên trên";
/// A line below.
pub const ADD_BELOW: &str = "Thêm dòng bên dưới";
/// The same once more.
pub const DUPLICATE: &str = "Nhân đôi dòng";
/// One up.
pub const MOVE_UP: &str = "Chuyển lên";
/// One down.
pub const MOVE_DOWN: &str = "Chuyển xuống";
/// To the clipboard.
pub const COPY: &str = "Sao chép";
/// It goes.
pub const DELETE: &str = "Xóa dòng";
/// No status.
pub const NO_STATUS: &str = "Để trống";

/// What a screen reader says of a hint.
#[must_use]
pub fn hint_label(hint: &str, line: &str) -> String {
    format!("{hint}, {line}")
}

/// The title of the view.
pub const TITLE: &str = super::stages::TABLE;
/// Where there is no row yet.
pub const EMPTY: &str = "Bảng chưa có nội dung nào";
/// What to do about it.
pub const EMPTY_HELP: &str = "Chọn các tiêu chí cần cải tiến trong bộ tiêu chuẩn, hoặc thêm một \
                              dòng trống rồi gõ vào bảng.";
/// Where there is no problem or review yet.
pub const EMPTY_OTHER: &str = "Chưa có dòng nào";
/// What to do about it.
pub const EMPTY_OTHER_HELP: &str = "Thêm một dòng trống rồi gõ vào bảng.";
/// Opens the catalogue from the empty table.
pub const CHOOSE_CRITERIA: &str = "Chọn trong bộ tiêu chuẩn…";
/// An empty row.
pub const ADD_EMPTY: &str = "Thêm một dòng trống";
/// The main table of form C.
pub const ROWS: &str = "Kế hoạch cải tiến";
/// The table of problems.
pub const PROBLEMS: &str = "Vấn đề trọng tâm";
/// The table of reviews.
pub const REVIEWS: &str = "Theo dõi, đánh giá";
/// The menu of the columns.
pub const COLUMNS: &str = "Cột";
/// Its first entry.
pub const COLUMNS_TITLE_MENU: &str = "Ẩn, hiện, đổi tên, sắp xếp cột…";
/// How Enter works.
pub const AS_EXCEL: &str = "Phím Enter như Excel (Alt+Enter xuống dòng)";
/// Makes a column as wide as its words want it.
pub const FIT_COLUMN: &str = "Rộng vừa với chữ";
/// Takes a column out of sight.
pub const HIDE_COLUMN: &str = "Ẩn cột này (cả khi in)";
/// What Enter shall do in long texts.
pub const ENTER: &str = "Phím Enter trong ô dài:";
/// It goes on in the cell.
pub const ENTER_BREAKS: &str = "Xuống dòng";
/// It goes to the cell below.
pub const ENTER_GOES: &str = "Sang ô dưới";
/// Where that is changed.
pub const ENTER_LATER: &str = "Đổi lại lúc nào cũng được ở nút Cột. Alt+Enter luôn xuống dòng.";
/// Where a cell begins a problem.
pub const START_PROBLEM: &str = "Bấm để ghi hạn chế";
/// The button that changes nothing.
pub const CANCEL: &str = "Hủy";
/// The button that closes.
pub const CLOSE: &str = "Đóng";

/// The button that adds a problem or a review.
#[must_use]
pub fn add_record(table: crate::plan::TableKind) -> &'static str {
    match table {
        crate::plan::TableKind::Rows => ADD_EMPTY,
        crate::plan::TableKind::Problems => "Thêm vấn đề",
        crate::plan::TableKind::Reviews => "Thêm lần theo dõi",
    }
}

/// How many reviews there are.
#[must_use]
pub fn count_reviews(reviews: usize) -> String {
    format!("{} lần theo dõi", number(reviews as u64))
}

/// The dialog of the catalogue.
pub const ADD_TITLE: &str = "Thêm tiêu chí vào bảng";
/// Its search.
pub const SEARCH: &str = "Tìm tiêu chí";
/// In the empty search.
pub const SEARCH_HINT: &str = "Tìm theo tên hoặc số, không cần gõ dấu";
/// Bắt buộc.
pub const MANDATORY: &str = "bắt buộc";
/// The plan has it already.
pub const TAKEN: &str = "đã có trong bảng";
/// Over the level-4 criteria.
pub const LEVEL_FOUR: &str = "Mức 4";
/// Nothing fits the search.
pub const NOTHING_FOUND: &str = "Không có tiêu chí nào khớp với từ đang tìm";
/// The plan uses no catalogue.
pub const NO_CATALOGUE: &str = "Kế hoạch này chưa chọn bộ tiêu chuẩn. Chọn bộ tiêu chuẩn ở mục \
                                Thông tin, hoặc thêm việc không theo tiêu chí.";
/// Nobody compared the names yet.
pub const NOT_VERIFIED: &str = "Tên tiêu chí chưa đối chiếu bản chính thức của thông tư";
/// Before the other ways to add.
pub const ALSO: &str = "Cũng có thể:";
/// A row without a criterion.
pub const ADD_FREE: &str = "thêm việc không theo tiêu chí";
/// A group.
pub const ADD_GROUP: &str = "thêm dòng nhóm";
/// A band.
pub const ADD_BAND: &str = "thêm dòng dải";
/// What a new group says.
pub const NEW_GROUP: &str = "Nhóm nội dung";
/// What a new band says.
pub const NEW_BAND: &str = "MỨC";

/// The primary button of the dialog.
#[must_use]
pub fn add_rows(count: usize) -> String {
    if count == 0 {
        "Thêm dòng".to_owned()
    } else {
        format!("Thêm {} dòng", number(count as u64))
    }
}

/// What was added while criteria stay ticked.
pub const ADDED_FREE: &str = "đã thêm một việc không theo tiêu chí";
/// The same of a group.
pub const ADDED_GROUP: &str = "đã thêm một dòng nhóm";
/// The same of a band.
pub const ADDED_BAND: &str = "đã thêm một dòng dải";

/// How many are ticked, and what was added already.
#[must_use]
pub fn ticked(count: usize, added: &str) -> String {
    let ticked = if count == 0 {
        "Chưa chọn tiêu chí nào".to_owned()
    } else {
        format!("Đã chọn {} tiêu chí", number(count as u64))
    };
    if added.is_empty() { ticked } else { format!("{ticked}; {added}") }
}

/// Title of the correction of a time.
#[must_use]
pub fn correct_time(line: &str) -> String {
    format!("Thời hạn của {line}")
}

/// Title of the correction of a sum.
#[must_use]
pub fn correct_money(line: &str) -> String {
    format!("Kinh phí của {line}")
}

/// Title of the correction of the people.
#[must_use]
pub fn correct_people(line: &str) -> String {
    format!("Người thực hiện của {line}")
}

/// What stands in the cell and stays.
#[must_use]
pub fn as_typed(text: &str) -> String {
    format!("Lời văn trong ô (giữ nguyên): {text}")
}

/// The correction holds.
pub const CORRECT_DONE: &str = "Dùng cách hiểu này";
/// The correction falls.
pub const CORRECT_BACK: &str = "Bỏ cách hiểu đã sửa, hiểu theo lời văn";
/// First day.
pub const FROM_DATE: &str = "Từ ngày";
/// Last day.
pub const TO_DATE: &str = "Đến ngày";
/// How a date is typed.
pub const DATE_HINT: &str = "ngày/tháng/năm";
/// The end is the first day on which it is late.
pub const BEFORE: &str = "Phải xong trước ngày đó";
/// How often.
pub const REPEATS: &str = "Lặp lại";
/// Not again.
pub const NO_REPEAT: &str = "không lặp lại";
/// At least.
pub const FROM_SUM: &str = "Ít nhất (đồng)";
/// At most.
pub const TO_SUM: &str = "Nhiều nhất (đồng)";
/// How a sum is typed.
pub const SUM_HINT: &str = "5.000.000";
/// Per what.
pub const PER_LABEL: &str = "Tính cho";
/// Per what, in the order of the choices.
pub const PER: [&str; 5] = ["cả công việc", "mỗi năm", "mỗi học kỳ", "mỗi tháng", "mỗi buổi"];
/// Where the money comes from.
pub const SOURCES: &str = "Nguồn";
/// How sources are typed.
pub const SOURCES_HINT: &str = "Ngân sách, xã hội hóa";
/// Who answers for the work.
pub const LEAD: &str = "Chủ trì";
/// How a lead is typed.
pub const LEAD_HINT: &str = "Phó Hiệu trưởng";
/// Who works with them.
pub const PARTNERS: &str = "Phối hợp";
/// How partners are typed.
pub const PARTNERS_HELP: &str = "Mỗi dòng một người hoặc một bộ phận.";
/// One sum alone is enough.
pub const EITHER_EMPTY: &str = "Một số tiền cố định thì gõ cùng số vào cả hai ô; ô nào không biết \
                                thì để trống.";

/// What was understood.
#[must_use]
pub fn understood(hint: &str) -> String {
    format!("Hiểu là: {hint}")
}

/// Opens the correction.
#[must_use]
pub fn correct_link(field: crate::plan::Field) -> &'static str {
    match field {
        crate::plan::Field::Time => "Sửa thời hạn",
        crate::plan::Field::Budget => "Sửa kinh phí",
        _ => "Sửa người thực hiện",
    }
}

/// The row before.
pub const PREVIOUS_ROW: &str = "Dòng trước";
/// The row after.
pub const NEXT_ROW: &str = "Dòng sau";
/// At the foot of the form of the row.
pub const ROW_FORM_HELP: &str = "Mọi thay đổi được lưu ngay; Esc để về bảng.";
/// Mức hiện tại.
pub const LEVEL_NOW: &str = "Mức hiện tại";
/// Mức cần đạt.
pub const LEVEL_TARGET: &str = "Mức cần đạt";
/// Under level 1.
pub const LEVEL_NONE: &str = "Chưa đạt mức 1";
/// The problem an item answers.
pub const PROBLEM: &str = "Vấn đề (hạn chế) cần giải quyết";
/// None.
pub const NO_PROBLEM: &str = "Không gắn với vấn đề nào";
/// Makes one.
pub const NEW_PROBLEM: &str = "Thêm vấn đề mới…";
/// Under the weakness.
pub const WEAKNESS_HELP: &str =
    "Nhiều việc có thể cùng giải quyết một vấn đề: sửa ở đây là sửa chung.";

/// A level.
#[must_use]
pub fn level(level: u8) -> String {
    format!("Mức {level}")
}

/// A problem in a list.
#[must_use]
pub fn problem_choice(number: usize, words: impl std::fmt::Display) -> String {
    format!("{number}. {words}")
}

/// A field that the plan's form does not print.
#[must_use]
pub fn not_printed(field: &str) -> String {
    format!("{field} (không in trong mẫu này)")
}

/// The dialog of the columns.
pub const COLUMNS_TITLE: &str = "Cột của bảng";
/// Its primary button.
pub const COLUMNS_DONE: &str = "Dùng các cột này";
/// What it does.
pub const COLUMNS_HELP: &str = "Áp dụng cho bảng trên màn hình và trên giấy của kế hoạch này. Cột bị \
                                ẩn vẫn giữ nội dung. Độ rộng tính theo phần trăm; để trống thì tự \
                                tính theo nội dung.";
/// As the form has them.
pub const COLUMNS_RESET: &str = "Đặt lại như mẫu";
/// In an empty width.
pub const COLUMN_WIDTH_HINT: &str = "tự tính";

/// The field of a column's title.
#[must_use]
pub fn column_title(column: &str) -> String {
    format!("Tên cột {column}")
}

/// The field of a column's width.
#[must_use]
pub fn column_width(column: &str) -> String {
    format!("Độ rộng cột {column} (%)")
}

/// The button that moves a column to the left.
#[must_use]
pub fn column_up(column: &str) -> String {
    format!("Chuyển cột {column} lên trước")
}

/// The button that moves a column to the right.
#[must_use]
pub fn column_down(column: &str) -> String {
    format!("Chuyển cột {column} ra sau")
}

/// What a screen reader says of what opens the menu of a column.
#[must_use]
pub fn column_menu(column: &str) -> String {
    format!("Menu của cột: {column}")
}

/// A column went out of sight.
#[must_use]
pub fn column_hidden(column: &str) -> String {
    format!("Đã ẩn cột {column}. Hiện lại ở nút Cột.")
}
