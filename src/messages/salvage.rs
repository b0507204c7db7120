//! What a person reads of a file that another tool changed, or that is damaged: what is missing,
//! what was kept, and that the file itself is as it was.

use std::path::{Path, PathBuf};

use super::store::{named, one_line};
use crate::edit::FOUND_PART;
use crate::plan::Rule;
use crate::store::{Fault, Mended, RowName, Salvaged, What};
use crate::words;

/// How many faults are told, so that all fits on a small screen.
const FAULTS: usize = 10;
/// How many rows are named.
const NAMED: usize = 8;

/// What was done to a file when it was opened, or only found where it was left; said once.
#[must_use]
pub fn store_mended(mended: &Mended, path: &Path) -> String {
    let name = named(path);
    let copy = mended.copy.as_deref().map(named);
    let mut said = Vec::new();
    match (mended.rows.is_empty(), copy) {
        (true, None) => {}
        (true, Some(copy)) => said.push(format!(
            "Tệp {name} được chuyển sang dạng tệp mới của chương trình. Bản trước khi chuyển được giữ ở {copy}."
        )),
        (false, Some(copy)) => said.push(format!(
            "Tệp {name} có chỗ đã bị phần mềm khác sửa: {}. Chương trình dùng nội dung hiện có; bản trước đó được giữ ở {copy}. Đề nghị xem lại những chỗ này.",
            rows(&mended.rows)
        )),
        (false, None) => said.push(format!(
            "Tệp {name} có chỗ đã bị phần mềm khác sửa: {}. Đề nghị xem lại những chỗ này.",
            rows(&mended.rows)
        )),
    }
    if !mended.set_aside.is_empty() {
        let aside: Vec<String> = mended.set_aside.iter().map(|path| named(path)).collect();
        said.push(format!(
            "Cạnh tệp {name} có phần ghi dở của một tệp khác hoặc của một lần ghi khác, không khớp với nội dung tệp này. Chương trình không dùng phần đó và để riêng ở {}; nội dung tệp {name} giữ nguyên.",
            aside.join(", ")
        ));
    }
    said.join("\n")
}

/// That copies with other words lie beside a file.
#[must_use]
pub fn conflict_copies(copies: &[PathBuf], path: &Path) -> String {
    let mut names: Vec<String> = copies.iter().take(NAMED).map(|copy| named(copy)).collect();
    if copies.len() > NAMED {
        names.push(format!("và {} tệp khác", copies.len() - NAMED));
    }
    format!(
        "Cạnh tệp {} có bản khác của cùng hồ sơ: {}. Có thể hai máy đã cùng sửa, hoặc tệp được gửi lại qua mạng. Chương trình không sửa và không xóa bản nào; đề nghị mở các bản đó ra xem, đưa phần còn thiếu vào một bản rồi chuyển bản thừa đi nơi khác.",
        named(path),
        names.join(", ")
    )
}

/// What a file that was salvaged lacks: a sentence, then a line for each fault.
#[must_use]
pub fn salvaged(found: &Salvaged, path: &Path) -> String {
    if found.is_whole() {
        return format!(
            "Tệp {} bị hỏng, nhưng mọi nội dung đã lưu đều đọc lại được và đã được mở thành một bản riêng, chưa lưu vào đâu; tệp gốc vẫn được giữ nguyên như cũ. Đề nghị lưu bản này thành tệp mới.",
            named(path)
        );
    }
    let mut lines = vec![format!(
        "Tệp {} bị hỏng. Những gì còn đọc được đã được mở thành một bản riêng, chưa lưu vào đâu; tệp gốc vẫn được giữ nguyên như cũ. Đề nghị kiểm tra những chỗ sau rồi lưu bản này thành tệp mới:",
        named(path)
    )];
    // Several kinds of fault may be said in the same words.
    let mut faults: Vec<String> = found.faults.iter().map(fault_said).collect();
    faults.dedup();
    let more = faults.len().saturating_sub(FAULTS);
    lines.extend(faults.iter().take(FAULTS).map(|words| format!("- {words}.")));
    if more > 0 {
        lines.push(format!("- Và {more} chỗ khác."));
    }
    if !found.changed.is_empty() {
        lines.push(format!("- Có chỗ khác với khi lưu: {}.", rows(&found.changed)));
    }
    let loose: usize = found.loose.iter().map(|row| row.texts.len()).sum();
    if loose > 0 {
        lines.push(format!(
            "- Có {loose} đoạn chữ không còn biết thuộc về mục nào; được đưa vào phần “{FOUND_PART}” ở cuối kế hoạch mới nhất."
        ));
    }
    lines.join("\n")
}

/// The rows that differ, by what they are and their first words.
fn rows(rows: &[RowName]) -> String {
    let mut named: Vec<String> = rows
        .iter()
        .take(NAMED)
        .map(|row| {
            let words = first_words(&row.words);
            let table = part_of_file(&row.table);
            if words.is_empty() { table.to_owned() } else { format!("{table} “{words}”") }
        })
        .collect();
    if rows.len() > NAMED {
        named.push(format!("và {} chỗ khác", rows.len() - NAMED));
    }
    named.join("; ")
}

/// The words by which a person knows a text again, on one line.
pub(super) fn first_words(text: &str) -> String {
    words::shorten(&one_line(text), 60, 120).to_owned()
}

fn fault_said(fault: &Fault) -> String {
    let words = fault_words(&fault.what);
    match fault.what {
        What::Broken(_) => capital(&words),
        _ => format!("{}: {words}", capital(part_of_file(&fault.table))),
    }
}

/// What is wrong with a table, without its name.
pub(super) fn fault_words(what: &What) -> String {
    match what {
        What::Unreadable => "không đọc được hết".to_owned(),
        What::Rows { kept, found } if kept > found => {
            format!("thiếu {} dòng (đã lưu {kept}, còn {found})", kept - found)
        }
        What::Rows { kept, found } => {
            format!("thừa {} dòng (đã lưu {kept}, nay có {found})", found - kept)
        }
        What::OtherRows => "có dòng không phải của lần lưu cuối cùng".to_owned(),
        What::Odd(_) => "có chỗ không đọc được nên để trống".to_owned(),
        What::Alone => "có dòng không còn biết thuộc về mục nào".to_owned(),
        What::Empty => "có mục bị mất nội dung".to_owned(),
        What::Places => "thứ tự các dòng có thể không như cũ".to_owned(),
        What::Broken(broken) => match &broken.rule {
            Rule::NoSuchId(_) => {
                "có mục dẫn tới một mục không còn trong tệp; chỗ dẫn được để trống".to_owned()
            }
            Rule::TooManySignatures => {
                "có nhiều hơn hai chữ ký; những chữ ký thừa được chuyển xuống Nơi nhận".to_owned()
            }
            Rule::RepeatedCode(_) | Rule::Empty => {
                "có bộ tiêu chuẩn hoặc mẫu trùng mã; chỉ giữ bản đầu".to_owned()
            }
            Rule::NoId | Rule::RepeatedId(_) | Rule::IdTooLarge(_) | Rule::NextIdTooSmall(_) => {
                "số hiệu bên trong của một số mục không hợp lệ và được đánh lại".to_owned()
            }
        },
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a table of the file holds, as a person knows it.
pub(super) fn part_of_file(table: &str) -> &'static str {
    match table {
        "school" => "thông tin nhà trường",
        "school_leaders" | "leaders" => "lãnh đạo nhà trường",
        "plans" => "thông tin kế hoạch",
        "letterheads" => "tên cơ quan, tên trường của kế hoạch",
        "bases" => "căn cứ",
        "opening" => "đoạn mở đầu",
        "parts" => "các phần của kế hoạch",
        "blocks" => "nội dung của các phần",
        "plan_rows" => "vị trí các dòng của bảng",
        "bands" => "dòng mức",
        "row_groups" => "dòng tiêu chuẩn",
        "items" => "nội dung cải tiến",
        "problems" => "vấn đề trọng tâm",
        "reviews" => "lần rà soát",
        "working_groups" => "nhóm công tác",
        "members" => "thành viên nhóm công tác",
        "supervisors" => "tổ giám sát",
        "signatures" => "người ký",
        "table_settings" => "tùy chỉnh cột",
        "screen_widths" => "độ rộng cột trên màn hình",
        "catalogues" | "standards" | "criteria" | "level_4" => "bộ tiêu chuẩn",
        "forms" => "mẫu kế hoạch",
        "abbreviations" => "chữ viết tắt",
        "term_dates" => "mốc thời gian năm học",
        "evaluations" | "ratings" => "tự đánh giá",
        "own_words" => "từ riêng của trường",
        "frozen" => "bản ban hành, bản chốt rà soát",
        "scans" => "bản đã ký gắn kèm",
        "log" => "nhật ký",
        "set_aside" => "điểm kiểm tra đã bỏ qua",
        _ => "thông tin chung của tệp",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::table_names;

    #[test]
    fn every_table_has_words_of_its_own() {
        for table in table_names() {
            assert!(part_of_file(table) != part_of_file(""), "{table}");
        }
    }
}
