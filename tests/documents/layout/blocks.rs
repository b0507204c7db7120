//! Blocks for the tests, in few words.

use caitien::document::{
    Block, Cell, Columns, Letterhead, Role, SignatureBlock, Signatures, Table, TableColumn,
    TableRow, Text,
};
use caitien::plan::{PlanDate, Run};

/// A paragraph of plain words.
pub fn body(text: &str) -> Block {
    numbered("", text)
}

/// A numbered paragraph.
pub fn numbered(number: &str, text: &str) -> Block {
    Block::Paragraph(Text {
        number: number.to_owned(),
        runs: vec![Run::plain(text)],
        ..Text::default()
    })
}

/// A heading of a part, among the bookmarks.
pub fn part(text: &str) -> Block {
    Block::Paragraph(Text {
        runs: vec![Run { text: text.to_owned(), bold: true, italic: false }],
        role: Role::PartHeading,
        outline: 1,
        ..Text::default()
    })
}

/// Words repeated until there are this many.
pub fn words(count: usize) -> String {
    let words = ["nhà", "trường", "thực", "hiện", "đổi", "mới", "phương", "pháp", "dạy", "học"];
    words.iter().cycle().take(count).copied().collect::<Vec<_>>().join(" ")
}

/// The head of a school's plan.
pub fn letterhead() -> Letterhead {
    Letterhead {
        governing_body: vec!["UBND PHƯỜNG GÒ TRE".to_owned()],
        school: vec!["TRƯỜNG TRUNG HỌC CƠ SỞ GÒ TRE".to_owned()],
        number: "05".to_owned(),
        symbol: "KH-THCSGT".to_owned(),
        place: "Gò Tre".to_owned(),
        date: PlanDate { day: Some(5), month: Some(2), year: Some(2026) },
        draft_mark: false,
    }
}

/// Title of the plan.
pub fn title() -> Block {
    Block::Title {
        doc_type: "KẾ HOẠCH".to_owned(),
        subject: vec!["Cải tiến chất lượng giáo dục năm học 2026 - 2027".to_owned()],
    }
}

/// Recipients and one signature.
pub fn signatures() -> Signatures {
    Signatures {
        recipients: vec![
            "- UBND phường Gò Tre (để b/c);".to_owned(),
            "- Hội đồng tự đánh giá (để t/h);".to_owned(),
            "- Lưu: VT.".to_owned(),
        ],
        blocks: vec![SignatureBlock {
            lines: vec!["KT. HIỆU TRƯỞNG".to_owned(), "PHÓ HIỆU TRƯỞNG".to_owned()],
            name: "Trần Thị Bích".to_owned(),
        }],
    }
}

/// A table of plain cells; the first column is a centred TT.
pub fn table(titles: &[&str], rows: &[&[&str]]) -> Table {
    Table {
        columns: titles
            .iter()
            .enumerate()
            .map(|(index, title)| TableColumn {
                title: (*title).to_owned(),
                centred: index == 0,
                width_permille: None,
            })
            .collect(),
        rows: rows.iter().map(|row| cells(row)).collect(),
        ..Table::default()
    }
}

/// A row of plain cells.
pub fn cells(texts: &[&str]) -> TableRow {
    TableRow::Cells(
        texts.iter().map(|text| Cell { text: (*text).to_owned(), merged_above: false }).collect(),
    )
}

/// Aligned columns.
pub fn columns(rows: &[&[&str]]) -> Block {
    Block::Columns(Columns {
        rows: rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect(),
    })
}
