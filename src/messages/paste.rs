//! Pasting: a block of cells into the table, and text in old letters.

use crate::words::encodings::Encoding;

/// The title, where the cells come from Excel.
pub const FROM_EXCEL: &str = "Dán bảng từ Excel";
/// The same from Word.
pub const FROM_WORD: &str = "Dán bảng từ Word";
/// The same from a program that is not known.
pub const FROM_ELSEWHERE: &str = "Dán bảng";
/// A column that is not wanted.
pub const NOT_TAKEN: &str = "Không lấy";
/// A column that only numbers the rows.
pub const NUMBER: &str = "TT (tự đánh số)";
/// The first way.
pub const ADD: &str = "Thêm thành dòng mới";
/// The second way.
pub const WRITE: &str = "Ghi từ ô đang chọn";
/// What the first way does not do.
pub const ADD_SPARES: &str = "Không đụng ô nào đang có chữ.";
/// Where the first way puts rows in a table that has none.
pub const ADD_FIRST: &str = "Vào bảng đang trống.";
/// Why the second way is closed.
pub const NO_WRITE: &str = "Bảng dán có dòng tên nhóm nên chỉ thêm được thành dòng mới.";
/// Under both.
pub const UNDO: &str = "Dán xong vẫn hoàn tác được bằng một lần Ctrl+Z";
/// Nothing of it is taken.
pub const NOTHING: &str = "Chưa chọn cột nào để lấy.";
/// Pastes from the empty table.
pub const FROM_CLIPBOARD: &str = "Dán từ Excel";
/// What is pasted is in old letters.
pub const OLD_LETTERS: &str = "Chữ dán vào theo bảng mã cũ";
/// Converts them.
pub const CONVERT: &str = "Đổi rồi dán";
/// Leaves them.
pub const LEAVE: &str = "Dán nguyên như cũ";
/// What that means.
pub const LEAVE_HELP: &str = "Chọn khi chữ ở trên vốn đã đúng.";
/// Over the text as it came.
pub const BEFORE: &str = "Chữ trong bộ nhớ tạm";
/// Over the text as it would be.
pub const AFTER: &str = "Sau khi đổi sang Unicode";

/// What kind of old letters they are.
#[must_use]
pub fn old_letters(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Tcvn3 => "Đoạn này viết bằng chữ TCVN3 (ABC, phông .VnTime).",
        Encoding::Vni => "Đoạn này viết bằng chữ VNI (phông VNI-Times).",
    }
}

/// "26 dòng, 5 cột; dòng tên cột đã nhận ra".
#[must_use]
pub fn size(rows: usize, columns: usize, titled: bool) -> String {
    let known =
        if titled { "dòng tên cột đã nhận ra" } else { "không có dòng tên cột" };
    format!("{rows} dòng, {columns} cột; {known}")
}

/// "5 cột khớp".
#[must_use]
pub fn matched(columns: usize) -> String {
    format!("{columns} cột khớp")
}

/// "1 cột chưa khớp".
#[must_use]
pub fn unmatched(columns: usize) -> String {
    format!("{columns} cột chưa khớp")
}

/// What a column of the block is called.
#[must_use]
pub fn column(title: &str, at: usize, unmatched: bool) -> String {
    let name = if title.is_empty() { format!("Cột {}", at + 1) } else { title.to_owned() };
    if unmatched { format!("{name}: chưa khớp") } else { name }
}

/// "và 21 dòng nữa".
#[must_use]
pub fn more(rows: usize) -> String {
    format!("và {rows} dòng nữa")
}

/// How much of the times and sums is understood; each as how many of how many.
#[must_use]
pub fn understood(times: (usize, usize), sums: (usize, usize)) -> String {
    let of = |(known, all): (usize, usize), what: &str| format!("{known} trong {all} {what}");
    let parts: Vec<String> = [(times, "thời hạn"), (sums, "khoản kinh phí")]
        .into_iter()
        .filter(|((_, all), _)| *all > 0)
        .map(|(count, what)| of(count, what))
        .collect();
    if parts.is_empty() {
        return "Chữ dán vào được giữ nguyên.".to_owned();
    }
    format!("Chữ dán vào được giữ nguyên. Hiểu được {}.", parts.join(" và "))
}

/// "2 dòng chưa rõ thời hạn".
#[must_use]
pub fn unclear_times(rows: usize) -> String {
    format!("{rows} dòng chưa rõ thời hạn")
}

/// Where the first way puts the rows: "Sau dòng 3, thuộc Tiêu chuẩn 1."
#[must_use]
pub fn after(line: usize, group: Option<&str>) -> String {
    match group {
        Some(group) => format!("Sau dòng {line}, thuộc {group}."),
        None => format!("Sau dòng {line}."),
    }
}

/// "Thêm 26 dòng".
#[must_use]
pub fn add(rows: usize) -> String {
    format!("Thêm {rows} dòng")
}

/// What the second way does: "Ghi 12 ô từ dòng 3, thay chữ ở 4 ô, thêm 25 dòng."
#[must_use]
pub fn consequence(line: usize, cells: usize, overwritten: usize, rows: usize) -> String {
    let mut acts = vec![format!("Ghi {cells} ô từ dòng {line}")];
    if overwritten > 0 {
        acts.push(format!("thay chữ ở {overwritten} ô"));
    }
    if rows > 0 {
        acts.push(format!("thêm {rows} dòng"));
    }
    format!("{}.", acts.join(", "))
}

/// The button of the second way.
#[must_use]
pub fn write(cells: usize, overwritten: usize) -> String {
    if overwritten > 0 { format!("Ghi đè {overwritten} ô") } else { format!("Ghi {cells} ô") }
}

/// "Xem 4 ô bị thay".
#[must_use]
pub fn show_lost(cells: usize) -> String {
    format!("Xem {cells} ô bị thay")
}

/// A cell whose words go: "Dòng 3, Thời gian: Tháng 9 → Tháng 10".
#[must_use]
pub fn lost(line: usize, column: &str, old: &str, new: &str) -> String {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("Dòng {line}, {column}: {} → {}", one_line(old), one_line(new))
}

/// It is done.
#[must_use]
pub fn done(rows: usize, cells: usize) -> String {
    match (rows, cells) {
        (0, cells) => format!("Đã dán vào {cells} ô"),
        (rows, 0) => format!("Đã dán {rows} dòng"),
        (rows, cells) => format!("Đã dán vào {cells} ô và thêm {rows} dòng"),
    }
}
