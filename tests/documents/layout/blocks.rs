//! Blocks for the tests, in few words.

use caitien::document::{
    Block, Cell, Columns, Letterhead, Marker, Role, SignatureBlock, Signatures, Table, TableColumn,
    TableRow, Text, plan_document,
};
use caitien::plan::{self, Dossier, Form, Plan, PlanDate, Run, SchoolYear, TableKind};

/// A paragraph of plain words.
pub fn body(text: &str) -> Block {
    numbered(Marker::None, text)
}

/// A numbered paragraph.
pub fn numbered(marker: Marker, text: &str) -> Block {
    Block::Paragraph(Text { marker, runs: vec![Run::plain(text)], ..Text::default() })
}

/// A heading of a part, among the bookmarks.
pub fn part(text: &str) -> Block {
    Block::Paragraph(Text {
        runs: vec![Run::styled(text.to_owned(), true, false)],
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
    letterhead_of(|_| {})
}

/// The same after something was changed in the plan.
pub fn letterhead_of(change: impl FnOnce(&mut Plan)) -> Letterhead {
    let mut plan = Plan {
        number: "5".to_owned(),
        symbol: "KH-THCSGT".to_owned(),
        date: PlanDate { day: Some(5), month: Some(2), year: Some(2026) },
        letterhead: plan::Letterhead {
            governing_body: "UBND phường Gò Tre".to_owned(),
            school: "Trường Trung học cơ sở Gò Tre".to_owned(),
            place: "Gò Tre".to_owned(),
            ..plan::Letterhead::default()
        },
        ..Plan::empty(SchoolYear::starting(2026).unwrap())
    };
    change(&mut plan);
    match plan_document(&Dossier::default(), &plan, &Form::default()).blocks.swap_remove(0) {
        Block::Letterhead(head) => head,
        block => panic!("no letterhead: {block:?}"),
    }
}

/// Title of the plan.
pub fn title() -> Block {
    Block::Title {
        doc_type: "Kế hoạch".to_owned(),
        subject: vec!["Cải tiến chất lượng giáo dục năm học 2026 - 2027".to_owned()],
    }
}

/// Recipients and one signature.
pub fn signatures() -> Signatures {
    Signatures {
        recipients_heading: "Nơi nhận:".to_owned(),
        recipients: vec![
            "- UBND phường Gò Tre (để b/c);".to_owned(),
            "- Hội đồng tự đánh giá (để t/h);".to_owned(),
            "- Lưu: VT.".to_owned(),
        ],
        blocks: vec![SignatureBlock {
            lines: vec!["KT. Hiệu trưởng".to_owned(), "Phó Hiệu trưởng".to_owned()],
            name: "Trần Thị Bích".to_owned(),
        }],
        recipients_below: false,
    }
}

/// A table of plain cells; the first column is a centred TT.
pub fn table(titles: &[&str], rows: &[&[&str]]) -> Table {
    Table {
        kind: Some(TableKind::Rows),
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
        texts.iter().map(|text| Cell { text: (*text).to_owned(), ..Cell::default() }).collect(),
    )
}

/// Aligned columns.
pub fn columns(rows: &[&[&str]]) -> Block {
    Block::Columns(Columns {
        rows: rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect(),
    })
}
