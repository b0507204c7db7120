//! Words about the paper: what was written, and what a person should know of its pages.

use std::path::Path;

use super::findings::crowded;
use crate::layout::Problem;
use crate::plan::TableKind;

/// A PDF was written.
#[must_use]
pub fn exported(path: &Path) -> String {
    format!("Đã xuất {}", name(path))
}

/// The PDF is there, but nothing opens it.
#[must_use]
pub fn no_viewer(path: &Path) -> String {
    format!(
        "Đã tạo bản in nhưng máy chưa có chương trình mở tệp PDF. Tệp nằm ở {}.",
        path.display()
    )
}

/// What a person should know of the pages.
#[must_use]
pub fn layout_problem(problem: &Problem) -> String {
    match problem {
        Problem::Conceded(concession) => {
            let may_turn = concession.upright && concession.table != TableKind::Reviews;
            let remedy = if may_turn { "in bảng khổ ngang" } else { "ẩn bớt cột" };
            format!("{}; hãy {remedy} hoặc rút gọn nội dung", crowded(*concession))
        }
        Problem::MissingCharacter(character) => {
            format!("Phông chữ in không có ký tự “{character}”; trên giấy là một ô trống")
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
