//! How long the table of a plan takes to be laid out.
#![allow(missing_docs, clippy::expect_used)] // criterion's macros make the functions; a bench may stop

use caitien::document::{Block, Cell, Document, Table, TableColumn, TableRow};
use caitien::layout::{Faces, PageWords, lay_out};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn faces() -> Faces {
    Faces::new([
        &include_bytes!("../fonts/LiberationSerif-Regular.ttf")[..],
        &include_bytes!("../fonts/LiberationSerif-Bold.ttf")[..],
        &include_bytes!("../fonts/LiberationSerif-Italic.ttf")[..],
        &include_bytes!("../fonts/LiberationSerif-BoldItalic.ttf")[..],
    ])
    .expect("the paper's own faces")
}

/// A plan of nine columns, about as long as real ones.
fn plan(rows: usize) -> Document {
    let titles = [
        "TT",
        "Tiêu chuẩn, tiêu chí",
        "Kết quả cần đạt",
        "Công việc/giải pháp cần thực hiện",
        "Chủ trì và phối hợp",
        "Thời gian thực hiện",
        "Dự kiến kinh phí",
        "Điều kiện khác",
        "Ghi chú",
    ];
    let columns = titles.iter().enumerate().map(|(index, title)| TableColumn {
        title: (*title).to_owned(),
        centred: index == 0,
        width_permille: None,
    });
    let row = |number: usize| {
        let texts = [
            String::new(),
            format!(
                "Tiêu chí {}.{}. Quản lý hành chính, tài chính và tài sản",
                number % 5 + 1,
                number % 7
            ),
            "Mức 3; 100% hồ sơ tài sản được số hóa và cập nhật hằng quý".to_owned(),
            "Kiểm kê tài sản 02 lần trong năm, cập nhật sổ điện tử; tập huấn nghiệp vụ cho tổ văn \
             phòng; rà soát các quy chế nội bộ và công khai trên cổng thông tin của trường."
                .to_owned(),
            "Phó Hiệu trưởng, Kế toán".to_owned(),
            "Tháng 10/2026 đến tháng 4/2027".to_owned(),
            format!("{} triệu đồng", number % 40 + 5),
            "Không".to_owned(),
            String::new(),
        ];
        TableRow::Cells(texts.into_iter().map(|text| Cell { text, ..Cell::default() }).collect())
    };
    let table = Table {
        columns: columns.collect(),
        rows: (0..rows).map(row).collect(),
        across: true,
        ..Table::default()
    };
    Document { blocks: vec![Block::Table(table)], ..Document::default() }
}

fn layout(criterion: &mut Criterion) {
    let faces = faces();
    for rows in [100, 500, 5_000] {
        let document = plan(rows);
        criterion.bench_function(&format!("lay out {rows} rows"), |bench| {
            bench.iter(|| black_box(lay_out(black_box(&document), &faces)));
        });
    }
    let words = PageWords::of(lay_out(&plan(5_000), &faces));
    criterion.bench_function("find words on the pages of 5000 rows", |bench| {
        bench.iter(|| black_box(words.find(black_box("tap huan nghiep vu"), &faces)));
    });
    criterion.bench_function("read the faces", |bench| bench.iter(|| black_box(self::faces())));
}

criterion_group!(benches, layout);
criterion_main!(benches);
