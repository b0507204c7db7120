//! What a person reads when a paper of another program is refused: what it is, and the way out.

use std::path::Path;

use super::usage::{file, one_line};
use crate::import::{Kind, PaperError};
use crate::ooxml::{Limit, ReadError};

/// One sentence on one line: what the file is or lacks, and what to do.
#[must_use]
pub fn unread_paper(error: &PaperError, path: &Path) -> String {
    let why = match error {
        PaperError::Is(kind) => other_kind(*kind).to_owned(),
        PaperError::Unread(error) => unread(error),
    };
    format!("Tệp {} {why}", file(path))
}

fn other_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty => "không có nội dung (0 byte); đề nghị chép lại tệp từ nơi lưu gốc rồi nhập.",
        Kind::Text => {
            "là văn bản thuần, không phải tệp Word; đề nghị mở bằng Word, lưu thành “Word Document (*.docx)” rồi nhập."
        }
        Kind::Rtf => {
            "ở định dạng RTF; đề nghị mở bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi nhập tệp mới."
        }
        Kind::Pdf => {
            "là PDF, chỉ để xem và in; đề nghị nhập tệp Word đã tạo ra nó, hoặc mở tệp PDF bằng Word rồi lưu thành tệp .docx."
        }
        Kind::Picture => {
            "là ảnh nên không có chữ để đọc; đề nghị nhập tệp Word đã tạo ra văn bản trong ảnh."
        }
        Kind::WebPage => {
            "là trang web, không phải tệp Word; đề nghị mở bằng Word, lưu thành “Word Document (*.docx)” rồi nhập."
        }
        Kind::WordXml => {
            "ở định dạng Word XML; đề nghị mở bằng Word, lưu thành “Word Document (*.docx)” rồi nhập."
        }
        Kind::OpenDocument => {
            "ở định dạng OpenDocument (.odt); đề nghị mở bằng LibreOffice hoặc Word, lưu thành tệp .docx rồi nhập."
        }
        Kind::Workbook => {
            "là bảng tính Excel, không phải tệp Word; đề nghị nhập bằng “Nhập từ Excel…”."
        }
        Kind::OldWorkbook => {
            "là bảng tính Excel đời cũ (.xls); đề nghị mở bằng Excel, lưu thành “Excel Workbook (*.xlsx)” rồi nhập bằng “Nhập từ Excel…”."
        }
        Kind::Slides => {
            "là bài trình chiếu PowerPoint, không phải tệp Word; đề nghị chọn tệp Word của kế hoạch."
        }
        Kind::Zip => "là tệp nén, không phải tệp Word; đề nghị giải nén rồi nhập tệp Word ở trong.",
        Kind::Dossier => "là hồ sơ của Cải Tiến; đề nghị mở bằng “Mở tệp…”.",
        Kind::Locked => {
            "có đặt mật khẩu nên không đọc được; đề nghị mở bằng Word, bỏ mật khẩu ở Tệp > Thông tin > Bảo vệ tài liệu, lưu lại rồi nhập."
        }
        Kind::OldWord => {
            "do Word 95 trở về trước tạo ra; đề nghị mở bằng Word, lưu thành “Word Document (*.docx)” rồi nhập."
        }
        Kind::Unknown => {
            "không phải là tệp Word, hoặc đã hỏng từ đầu tệp; đề nghị chép lại tệp từ nơi lưu gốc, hoặc mở bằng Word, lưu thành tệp .docx rồi nhập."
        }
    }
}

fn unread(error: &ReadError) -> String {
    match error {
        ReadError::Cut => {
            "bị cụt hoặc hỏng, có thể do chép hay tải chưa xong; đề nghị chép hoặc tải lại tệp rồi nhập.".to_owned()
        }
        ReadError::Damaged(part) => damaged(&format!(" tại phần “{}”", one_line(part))),
        ReadError::NotXml => damaged(""),
        ReadError::Locked(_) => other_kind(Kind::Locked).to_owned(),
        ReadError::Packing(_) => {
            "được nén theo cách mà Word không dùng; đề nghị mở bằng Word, lưu lại thành tệp .docx rồi nhập.".to_owned()
        }
        ReadError::Definitions => {
            "chứa khai báo mà Word không bao giờ ghi nên không được đọc; đề nghị mở bằng Word, lưu lại thành tệp .docx rồi nhập.".to_owned()
        }
        ReadError::TooLarge(Limit::File) => {
            "lớn hơn 64 MB nên không nhập; đề nghị xóa bớt ảnh trong tệp, lưu lại rồi nhập.".to_owned()
        }
        ReadError::TooLarge(limit) => format!(
            "có {} nên không nhập; đề nghị chép riêng phần kế hoạch sang một tệp Word mới rồi nhập tệp đó.",
            too_much(*limit)
        ),
    }
}

fn damaged(place: &str) -> String {
    format!(
        "bị hỏng{place} nên không đọc được trọn vẹn; đề nghị mở bằng Word để sửa, lưu lại rồi nhập."
    )
}

fn too_much(limit: Limit) -> &'static str {
    match limit {
        Limit::File | Limit::Part | Limit::Whole => "dung lượng sau khi giải nén lớn bất thường",
        Limit::Parts => "hơn 2.000 tệp con hoặc 10.000 liên kết đến chúng",
        Limit::Depth => "các lớp lồng nhau sâu bất thường",
        Limit::Elements => "hơn 4 triệu phần tử",
        Limit::Paragraphs => "hơn 150.000 đoạn",
        Limit::Rows => "hơn 20.000 hàng bảng",
        Limit::Lines => "hơn 60.000 đoạn ngoài bảng",
        Limit::Cells => "hơn 500.000 ô bảng",
        Limit::Text => "hơn 8 MB chữ",
        Limit::Looks => "hơn 20.000 kiểu chữ hoặc kiểu danh sách",
    }
}
