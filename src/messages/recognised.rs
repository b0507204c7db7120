//! What a person reads of a paper of another program: where something is asked.

use crate::import::{Asked, At, Doubt, Question};

/// Where on the paper a question is.
#[must_use]
pub fn asked_place(question: &Question) -> String {
    match question.asked {
        Asked::Form => "Mẫu kế hoạch".to_owned(),
        Asked::Catalogue => "Bộ tiêu chuẩn".to_owned(),
        Asked::Year => "Năm học".to_owned(),
        Asked::Column(block, column) => {
            format!("{}, cột {}", at_name(At::block(block), true), column + 1)
        }
        Asked::Row(at) => at_name(at, true),
        Asked::Piece(at) => at_name(at, question.doubt == Doubt::Table),
    }
}

fn at_name(at: At, table: bool) -> String {
    let number = at.block + 1;
    match at.row {
        Some(row) => format!("Bảng ở đoạn {number}, dòng {}", row + 1),
        None if table => format!("Bảng ở đoạn {number}"),
        None => format!("Đoạn {number}"),
    }
}

/// What the plan says, and what the paper says.
#[must_use]
pub fn both([plan, paper]: &[String; 2]) -> String {
    format!("Kế hoạch: “{plan}”; tệp đưa vào: “{paper}”")
}
