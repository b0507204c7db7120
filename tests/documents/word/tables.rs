//! Tables of the Word file: as wide as on our pages, headers on every page, merged cells.

use caitien::document::{Block, Document, TableRow};

use super::super::document::titles;
use super::tree::Node;
use super::{body, made, sample_documents};

/// The tables with lines around their cells, in order.
fn bordered(body: &Node) -> Vec<&Node> {
    let tables = body.all("w:tbl").into_iter();
    tables.filter(|table| !table.all("w:tblBorders").is_empty()).collect()
}

fn blocks(document: &Document) -> Vec<&caitien::document::Table> {
    let tables = document.blocks.iter();
    tables
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect()
}

fn rows(table: &Node) -> Vec<&Node> {
    table.children.iter().filter(|row| row.name == "w:tr").collect()
}

fn cells(row: &Node) -> Vec<&Node> {
    row.children.iter().filter(|cell| cell.name == "w:tc").collect()
}

fn widths(table: &Node) -> Vec<i32> {
    let columns = table.all("w:gridCol");
    columns.iter().map(|column| column.attributes["w:w"].parse().unwrap()).collect()
}

#[test]
fn the_widths_of_a_table_its_columns_and_its_cells_agree() {
    for document in sample_documents() {
        for table in body(&document).all("w:tbl") {
            let widths = widths(table);
            let total: i32 = widths.iter().sum();
            let properties = table.child("w:tblPr").unwrap();
            assert_eq!(properties.number("w:tblW", "w:w"), Some(total));
            for row in rows(table) {
                let mut column = 0;
                for cell in cells(row) {
                    let own = cell.child("w:tcPr").unwrap();
                    let span = own.number("w:gridSpan", "w:val").unwrap_or(1) as usize;
                    let over: i32 = widths[column..column + span].iter().sum();
                    assert_eq!(own.number("w:tcW", "w:w"), Some(over));
                    column += span;
                }
                assert_eq!(column, widths.len(), "every column has its cell");
            }
        }
    }
}

#[test]
fn columns_are_as_wide_as_on_our_pages() {
    for document in sample_documents() {
        let (pages, _) = made(&document);
        let body = body(&document);
        let tables = bordered(&body);
        assert_eq!(tables.len(), pages.measures.tables.len());
        for (table, measure) in tables.into_iter().zip(&pages.measures.tables) {
            let (widths, mut edge, mut ours) = (widths(table), 0, 0.0);
            assert_eq!(widths.len(), measure.widths.len());
            for (width, our) in widths.iter().zip(&measure.widths) {
                edge += width;
                ours += our;
                assert!((edge as f32 / 20.0 - ours).abs() < 0.03, "{edge} twips, {ours} pt");
            }
        }
    }
}

#[test]
fn titles_of_columns_stand_on_every_page() {
    for document in sample_documents() {
        let body = body(&document);
        for (table, block) in bordered(&body).into_iter().zip(blocks(&document)) {
            let repeated = |row: &&&Node| !row.all("w:tblHeader").is_empty();
            let rows = rows(table);
            let headers: Vec<&&Node> = rows.iter().take_while(repeated).collect();
            assert_eq!(rows.iter().filter(repeated).count(), headers.len());
            let numbered = !block.column_numbers.is_empty();
            assert_eq!(headers.len(), 1 + usize::from(numbered));
            let words: Vec<String> = cells(headers[0])
                .iter()
                .map(|cell| cell.words().trim().replace('\u{A0}', " "))
                .collect();
            assert_eq!(words, titles(block));
            if numbered {
                assert_eq!(cells(headers[1])[9].words().trim(), "(10)");
            }
        }
    }
}

#[test]
fn bands_span_the_table_and_stay_with_what_follows() {
    let mut bands = 0;
    for document in sample_documents() {
        let body = body(&document);
        for (table, block) in bordered(&body).into_iter().zip(blocks(&document)) {
            let rows = rows(table);
            let below = &rows[rows.len() - block.rows.len()..];
            for (row, made) in block.rows.iter().zip(below) {
                let cells = cells(made);
                let spans: Vec<Option<i32>> = cells
                    .iter()
                    .map(|cell| cell.child("w:tcPr").unwrap().number("w:gridSpan", "w:val"))
                    .collect();
                let all = i32::try_from(block.columns.len()).unwrap();
                match row {
                    TableRow::Group { tt_column: true, .. } => {
                        assert_eq!(spans, [None, Some(all - 1)]);
                    }
                    TableRow::Band(_) | TableRow::Group { .. } => assert_eq!(spans, [Some(all)]),
                    TableRow::Cells(_) => {
                        assert_eq!(spans.len(), block.columns.len());
                        continue;
                    }
                }
                bands += 1;
                // Their styles keep them with the next row.
                for paragraph in made.all("w:pStyle") {
                    let style = paragraph.attributes["w:val"].as_str();
                    assert!(matches!(style, "Band" | "Group"), "{style}");
                }
            }
        }
    }
    assert!(bands > 5);
}

#[test]
fn equal_criteria_are_one_cell_and_each_line_of_a_cell_is_a_paragraph() {
    let mut document = sample_documents().remove(1);
    let table = document
        .blocks
        .iter_mut()
        .find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .unwrap();
    let mut cells_only: Vec<TableRow> = table
        .rows
        .iter()
        .filter(|row| matches!(row, TableRow::Cells(_)))
        .take(3)
        .cloned()
        .collect();
    for (at, row) in cells_only.iter_mut().enumerate() {
        let TableRow::Cells(cells) = row else { continue };
        cells[1].text = "Chung".to_owned();
        cells[1].merged_above = at != 1;
        cells[2].text = "- một\n  - hai \n\n- ba".to_owned();
    }
    table.rows = cells_only;
    let body = body(&document);
    let made = rows(bordered(&body)[0]);
    let merges: Vec<_> = made[1..]
        .iter()
        .map(|row| {
            let cell = cells(row)[1];
            let merge = cell.child("w:tcPr").unwrap().child("w:vMerge");
            (merge.map(|merge| merge.attributes.len()), cell.words().trim().to_owned())
        })
        .collect();
    let chung = || "Chung".to_owned();
    // The first row says it is one with the one above, where there is none.
    assert_eq!(merges, [(None, chung()), (Some(1), chung()), (Some(0), String::new())]);
    let lines = cells(made[1])[2].all("w:p");
    let lines: Vec<String> = lines.iter().map(|line| line.words()).collect();
    assert_eq!(lines, ["- một\n", "  - hai \n", "- ba\n"]);
}

#[test]
fn a_row_is_kept_on_a_page_where_ours_is() {
    for document in sample_documents() {
        let (pages, _) = made(&document);
        let body = body(&document);
        for (table, measure) in bordered(&body).into_iter().zip(&pages.measures.tables) {
            let rows = rows(table);
            let below = &rows[rows.len() - measure.kept.len()..];
            for (row, kept) in below.iter().zip(&measure.kept) {
                assert_eq!(!row.all("w:cantSplit").is_empty(), *kept);
            }
        }
    }
}
