//! Words about the paper: what was written, and what a person should know of its pages.

use std::path::Path;

use crate::layout::Problem;

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
        Problem::SmallTable { size } => format!(
            "Bảng quá nhiều chữ nên phải in cỡ chữ {size}; hãy bớt cột hoặc rút gọn nội dung"
        ),
        Problem::MissingCharacter(character) => {
            format!("Phông chữ in không có ký tự “{character}”; trên giấy là một ô trống")
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
