//! What a person reads when a JSON file is refused: one line, with the place named.

use super::store::one_line;
use crate::import::{ImportError, Problem};
use crate::plan::FORMAT;

/// One line: what is wrong, and where.
#[must_use]
pub fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::TooLarge { limit } => {
            format!("Tệp JSON lớn hơn {} MB nên không nhập; đề nghị tách thành nhiều tệp nhỏ hơn.", limit >> 20)
        }
        ImportError::NotJson { line, column } => format!(
            "Tệp không đúng định dạng JSON tại dòng {line}, cột {column}; chưa có nội dung nào được nhập."
        ),
        ImportError::NotUtf8 => {
            "Tệp không ở bảng mã UTF-8 nên không đọc được; đề nghị lưu lại tệp với mã hóa UTF-8 rồi nhập."
                .to_owned()
        }
        ImportError::NoFormat => {
            "Tệp JSON không có khóa “format” nên không phải là hồ sơ của Cải Tiến; chưa có nội dung nào được nhập."
                .to_owned()
        }
        ImportError::Format(found) => {
            let newer = found.parse::<u64>().is_ok_and(|format| format > u64::from(FORMAT));
            format!(
                "Tệp JSON có “format” là {}, chương trình này chỉ đọc được {FORMAT}; {}.",
                one_line(found),
                if newer { "đề nghị cập nhật chương trình" } else { "chưa có nội dung nào được nhập" },
            )
        }
        ImportError::At { place, problem } => {
            let place = if place.is_empty() { "ở cấp ngoài cùng".to_owned() } else { format!("tại {place}") };
            let (problem, place) = (one_line(&problem_at(problem)), one_line(&place));
            format!("Không nhập được tệp JSON: {problem} {place}.")
        }
    }
}

fn problem_at(problem: &Problem) -> String {
    match problem {
        Problem::UnknownKey(key) => format!("khóa lạ “{key}”"),
        Problem::MissingKey(key) => format!("thiếu khóa “{key}”"),
        Problem::RepeatedKey(key) => format!("khóa “{key}” bị lặp lại"),
        Problem::UnknownWord(word) => format!("từ “{word}” không có trong các giá trị được phép"),
        Problem::WrongType(found) => format!("sai kiểu dữ liệu (đang là {})", value_named(found)),
        Problem::OutOfRange(number) => format!("số {number} ngoài phạm vi cho phép"),
        Problem::NotASchoolYear(typed) => {
            format!("“{typed}” không phải là năm học (ghi hai năm liền nhau như 2026-2027)")
        }
        Problem::NoSuchDay => "ngày không có trong lịch".to_owned(),
        Problem::WrongValue(said) => format!("giá trị không hợp lệ ({said})"),
        Problem::RepeatedId(id) => format!("số hiệu {id} đã dùng cho nội dung khác, lặp lại"),
        Problem::IdTooLarge(id) => format!("số hiệu {id} quá lớn"),
        Problem::NoSuchId(id) => format!("số hiệu {id} không chỉ đến nội dung nào,"),
        Problem::RepeatedCode(code) => format!("mã “{code}” bị lặp lại"),
        Problem::BadName(name) => format!(
            "tên “{name}” không hợp lệ (chỉ dùng chữ thường không dấu, chữ số, dấu “-”, “_”, “.”, không quá 64 ký tự)"
        ),
        Problem::NoSuchField(name) => format!("bảng này không có cột “{name}”,"),
        Problem::RepeatedBlock => "bảng hoặc danh sách xuất hiện hai lần trong một phần".to_owned(),
        Problem::TooMany { limit } => format!("vượt quá giới hạn {limit}"),
        Problem::NoSuchForm(form) => {
            format!("mẫu “{form}” không có trong tệp và trong chương trình,")
        }
        Problem::TooManySignatures => "có nhiều hơn hai khối chữ ký".to_owned(),
        Problem::Empty => "mục bắt buộc đang để trống".to_owned(),
    }
}

/// A value as serde names it ("string \"5\"", "integer `5`"), in Vietnamese.
fn value_named(found: &str) -> String {
    let (kind, value) = found.split_once(' ').unwrap_or((found, ""));
    let value = value.trim_matches('`');
    match kind {
        "string" => format!("chữ {value}"),
        "integer" => format!("số {value}"),
        "floating" => format!("số {}", value.trim_start_matches("point `")),
        "boolean" => format!("giá trị {value}"),
        "null" | "unit" => "giá trị rỗng".to_owned(),
        "sequence" => "một danh sách".to_owned(),
        "map" => "một nhóm khóa".to_owned(),
        _ => found.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_short_whatever_the_file_holds() {
        let long = "khóa ".repeat(2 << 20);
        for problem in [Problem::UnknownKey(long.clone()), Problem::WrongValue(long.clone())] {
            let words = import_error(&ImportError::At { place: long.clone(), problem });
            assert!(words.len() < 6_000 && words.contains('…'), "{}", words.len());
        }
    }
}
