//! Words of the screen Nội dung.

use crate::plan::{Part, Shown};
use crate::words;

/// What a part is called: by its heading, and without one by the place that its form gives it.
#[must_use]
pub fn part_heading(part: &Part) -> &str {
    let heading = part.heading.trim();
    match part.key.as_deref() {
        _ if !heading.is_empty() => heading,
        Some("session") => "Thời gian, thành phần (không có tên)",
        Some("content") => "Diễn biến cuộc họp (không có tên)",
        Some("closing") => "Lời kết (không có tên)",
        _ => "Phần không có tên",
    }
}

/// Beside its title.
pub const PARTS: &str = "Các phần của văn bản";
/// Opens the list of parts that can come in.
pub const ADD_PART: &str = "Thêm phần";
/// The two ways to see the plan: part by part, to edit; all of it, to read.
pub const WAYS: [&str; 2] = ["Từng phần", "Đọc cả văn bản"];
/// Over a line that is read.
pub const EDIT_HERE: &str = "Bấm để sửa";
/// Where the plan has nothing to read yet.
pub const NOTHING_TO_READ: &str =
    "Kế hoạch chưa có chữ nào. Chọn “Từng phần” rồi viết phần đầu tiên.";
/// Leads to the page on which the words of a part are printed.
pub const SEE_ON_PAGE: &str = "Xem trên trang in";
/// A part that no form has.
pub const OWN_PART: &str = "Phần mới, tự đặt tên";
/// The opening paragraph.
pub const OPENING: &str = "Lời mở đầu";
/// Under it.
pub const OPENING_HELP: &str = "Đoạn văn sau các căn cứ, trước phần I; bỏ trống thì không in.";
/// In its empty field.
pub const OPENING_HINT: &str = "… xây dựng Kế hoạch cải tiến chất lượng giáo dục, cụ thể như sau:";
/// Over the parts that wait for another form.
pub const NOT_IN_FORM: &str = "Không in trong mẫu này";
/// After the name of a part that holds a table.
pub const HAS_TABLE: &str = " · bảng";
/// After the name of a part that is not printed.
pub const IS_HIDDEN: &str = " · không in";
/// In the empty field of a heading.
pub const HEADING_HINT: &str = "Ví dụ: Cơ chế phối hợp";
/// The buttons of level and style, and their names.
pub const TOOLS: [(&str, &str); 7] = [
    ("1.", "Mục 1."),
    ("a)", "Điểm a)"),
    ("-", "Gạch đầu dòng"),
    ("+", "Dấu cộng đầu dòng"),
    ("Đề mục", "Đề mục: dòng riêng, in đậm"),
    ("Đậm", "Đậm (Ctrl+B)"),
    ("Nghiêng", "Nghiêng (Ctrl+I)"),
];
/// After them.
pub const TOOLS_HELP: &str =
    "Tab, Shift+Tab: xuống, lên một cấp · Alt+↑, Alt+↓: chuyển đoạn · Ctrl+Tab hoặc Esc: rời ô";
/// In the empty words of a part.
pub const WORDS_HINT: &str = "Nhập lời văn của phần này";
/// In the empty words beside a table.
pub const MORE_WORDS_HINT: &str = "Thêm lời văn (nếu cần)";
/// Under words that differ from the official ones.
pub const PROPOSED: &str =
    "Lời văn do phần mềm đề xuất; có thể dán lời văn chính thức của biểu mẫu vào đây.";
/// Brings the proposed words back.
pub const RESET: &str = "Đặt lại lời văn đề xuất";
/// Moves a part up.
pub const MOVE_UP: &str = "Chuyển lên";
/// Moves a part down.
pub const MOVE_DOWN: &str = "Chuyển xuống";
/// Leaves a part out on paper.
pub const HIDE: &str = "Để không in";
/// Prints it again.
pub const SHOW: &str = "In phần này";
/// Takes a part away.
pub const REMOVE_PART: &str = "Xóa phần";
/// The legal bases.
pub const BASES: &str = "Căn cứ ban hành";
/// Under them.
pub const BASES_HELP: &str = "Mỗi căn cứ một đoạn, kết thúc bằng dấu chấm phẩy; căn cứ cuối kết \
    thúc bằng dấu chấm. Đứng trước phần I; bỏ trống thì không in.";
/// In their empty field.
pub const BASES_HINT: &str = "Căn cứ …;";
/// They are set in italics.
pub const ITALIC: &str = "In nghiêng";
/// Leads to the table.
pub const OPEN_ROWS: &str = "Mở bảng cải tiến";
/// Leads to the table of problems.
pub const OPEN_PROBLEMS: &str = "Mở bảng các vấn đề";

/// A working group without a name.
pub const GROUP: &str = "Nhóm công tác";
/// Label: its name.
pub const GROUP_NAME: &str = "Tên nhóm";
/// Label: its task.
pub const TASK: &str = "Nhiệm vụ";
/// Under the task.
pub const TASK_HELP: &str =
    "Tiêu chuẩn nêu trong câu (ví dụ: tiêu chuẩn 1, 3) được hiểu là do nhóm này theo dõi.";
/// Adds a working group.
pub const ADD_GROUP: &str = "Thêm nhóm công tác";
/// In the empty field of a member.
pub const MEMBER_HINT: &str = "Họ tên, chức vụ";
/// Adds a member of a group.
pub const ADD_MEMBER: &str = "Thêm thành viên";
/// Adds a supervisor.
pub const ADD_SUPERVISOR: &str = "Thêm thành viên giám sát";
/// Label: Ông or Bà.
pub const TITLE: &str = "Ông/Bà";
/// Label: full name.
pub const NAME: &str = "Họ và tên";
/// Label: position.
pub const POSITION: &str = "Chức vụ";
/// Label: what a supervisor looks after.
pub const WHAT: &str = "Giám sát việc gì";
/// A review without a time.
pub const REVIEW: &str = "Lần rà soát";
/// Adds a review.
pub const ADD_REVIEW: &str = "Thêm lần rà soát";
/// Label: when it is.
pub const WHEN: &str = "Thời điểm";
/// Label: what is looked at.
pub const FOLLOWED: &str = "Nội dung theo dõi";
/// Label: its result.
pub const RESULT: &str = "Kết quả thực hiện";
/// Label: what is changed.
pub const ADJUSTMENT: &str = "Điều chỉnh (nếu có)";
/// Label: who looks.
pub const ASSESSOR: &str = "Người đánh giá";
/// Takes an entry away.
pub const REMOVE: &str = "Xóa";
/// Moves an entry down.
pub const DOWN: &str = "Xuống";
/// Moves an entry up.
pub const UP: &str = "Lên";

/// Brings a row into a table of words, under another.
pub const ADD_BELOW: &str = "Thêm dưới";
/// Brings a row into a table of words, at its end.
pub const ADD_ROW: &str = "Thêm dòng";

/// A row of a table of words, from 1; 0: its titles.
#[must_use]
pub fn row_of_table(number: usize) -> String {
    if number == 0 { "tên cột".to_owned() } else { format!("dòng {number}") }
}

/// A cell of a table of words, by its row and the title of its column; of no row: the title.
#[must_use]
pub fn cell_of_table(row: Option<usize>, column: usize, title: &str) -> String {
    match (row, title.trim()) {
        (None, _) => format!("Tên cột {}", column + 1),
        (Some(row), "") => format!("Dòng {}, cột {}", row + 1, column + 1),
        (Some(row), title) => format!("Dòng {}, {title}", row + 1),
    }
}

/// The legal bases in the list, counted.
#[must_use]
pub fn bases(count: usize) -> String {
    format!("Căn cứ ({count})")
}

/// The label over a part's heading.
#[must_use]
pub fn heading_label(shown: Shown, number: &str) -> String {
    match shown {
        Shown::NotInForm => "Tên phần (không in trong mẫu này)".to_owned(),
        Shown::Hidden => "Tên phần (đang để không in)".to_owned(),
        Shown::Yes if number.is_empty() => {
            "Tên phần (để trống: không in tên, không đánh số)".to_owned()
        }
        Shown::Yes => format!("Tên phần {number} (in hoa khi in, số tự đánh)"),
    }
}

/// The name of the words of a part: those before its first table, or a later stretch.
#[must_use]
pub fn words_of(heading: &str, stretch: usize) -> String {
    match stretch {
        0 => format!("Lời văn của phần {heading}"),
        _ => format!("Lời văn của phần {heading}, đoạn {}", stretch + 1),
    }
}

/// Where the table of the plan stands among the words.
#[must_use]
pub fn rows_here(count: usize, narrative: bool) -> String {
    let count = words::number(count as u64);
    if narrative {
        format!("Các nội dung cải tiến đứng ở đây, viết thành đoạn: {count} nội dung.")
    } else {
        format!("Bảng cải tiến đứng ở đây: {count} nội dung.")
    }
}

/// Where the table of the problems stands among the words.
#[must_use]
pub fn problems_here(count: usize) -> String {
    format!("Bảng các vấn đề trọng tâm đứng ở đây: {} vấn đề.", words::number(count as u64))
}

/// A key problem, by number.
#[must_use]
pub fn problem(number: usize) -> String {
    format!("Vấn đề {number}")
}

/// The name proposed for a new working group.
#[must_use]
pub fn new_group(number: usize) -> String {
    format!("Nhóm công tác {number}")
}

/// A member, by number.
#[must_use]
pub fn member(number: usize) -> String {
    format!("Thành viên {number}")
}

/// A member of a group, by number, inside a sentence.
#[must_use]
pub fn member_of(number: usize, group: &str) -> String {
    format!("thành viên {number} của {group}")
}

/// After an entry of a list was taken away.
#[must_use]
pub fn gone(name: &str) -> String {
    format!("Đã xóa {}.", words::shorten(name.trim(), 60, 240))
}

/// After a part was taken away.
#[must_use]
pub fn part_gone(heading: &str) -> String {
    format!("Đã xóa phần {}.", quoted(heading))
}

/// After the proposed words came back.
#[must_use]
pub fn part_reset(heading: &str) -> String {
    format!("Đã đặt lại lời văn đề xuất của phần {}.", quoted(heading))
}

fn quoted(heading: &str) -> String {
    format!("“{}”", words::shorten(heading, 60, 240))
}
