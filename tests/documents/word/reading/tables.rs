//! Tables: columns that cells cover, cells that are one, rows that are gone, tables in cells.

use super::check;
use super::file::{p, r, within};

/// A cell that says something of itself.
fn cell(says: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{says}</w:tcPr>{}</w:tc>", p(words))
}

fn row(says: &str, cells: &[String]) -> String {
    format!("<w:tr><w:trPr>{says}</w:trPr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    within("tbl", &("<w:tblPr/>".to_owned() + &rows.concat()))
}

const SPAN: &str = "<w:gridSpan w:val=\"2\"/>";
const BEGINS: &str = "<w:vMerge w:val=\"restart\"/>";
const GOES_ON: &str = "<w:vMerge/>";

#[test]
fn cells_cover_columns() {
    let rows = [
        row("<w:tblHeader/>", &[cell("", "a"), cell(SPAN, "b"), cell("", "c")]),
        row("", &[cell("", "d"), cell("", "e"), cell("", "f"), cell("", "g")]),
        row(
            "<w:gridBefore w:val=\"1\"/>",
            &[cell("", "h"), cell("<w:gridSpan w:val=\"0\"/>", "i")],
        ),
    ];
    check(&table(&rows), "#| a | 2x b | c |\n| d | e | f | g |\n| @h | i |");
}

#[test]
fn a_table_has_the_columns_of_its_grid_or_of_its_widest_row() {
    let grid = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>";
    let columns = |inside: &str| {
        let source = super::read(&super::Word::of(&within("tbl", inside)));
        let caitien::import::Shown::Table(grid) = &source.blocks[0] else { panic!() };
        grid.columns
    };
    let one = row("", &[cell("", "a")]);
    assert_eq!(columns(&(grid.to_owned() + &one)), 3);
    assert_eq!(columns(&row("", &[cell("", "a"), cell(SPAN, "b")])), 3);
    assert_eq!(columns(&row("", &[cell("<w:gridSpan w:val=\"99999999999\"/>", "a")])), 64);
}

#[test]
fn cells_are_one_with_those_above_them() {
    let rows = [
        row("", &[cell(BEGINS, "một"), cell("", "a")]),
        row("", &[cell(GOES_ON, "ẩn"), cell("", "b")]),
        row("", &[cell("<w:vMerge w:val=\"continue\"/>", ""), cell("", "c")]),
        row("", &[cell("", "hai"), cell("", "d")]),
        // Nothing above it begins: Word shows it as a cell of its own.
        row("", &[cell(GOES_ON, "ba"), cell("", "e")]),
    ];
    check(&table(&rows), "| một | a |\n| ^ | b |\n| ^ | c |\n| hai | d |\n| ba | e |");
    let beside = [row(
        "",
        &[cell("<w:hMerge w:val=\"restart\"/>", "a"), cell("<w:hMerge/>", ""), cell("", "b")],
    )];
    check(&table(&beside), "| 2x a | b |");
}

#[test]
fn rows_and_cells_that_were_taken_out_are_gone() {
    let rows = [
        row("", &[cell("", "a"), cell("<w:cellDel w:id=\"1\"/>", "b"), cell("", "c")]),
        row("<w:del w:id=\"2\"/>", &[cell("", "d")]),
        row("<w:ins w:id=\"3\"/>", &[cell("", "e")]),
        row("<w:hidden/>", &[cell("", "f")]),
    ];
    check(&table(&rows), "| a | c |\n| e |");
    check(&(table(&[row("<w:del w:id=\"2\"/>", &[cell("", "d")])]) + &p("sau")), "sau");
}

#[test]
fn a_cell_holds_paragraphs_and_tables() {
    let lines = format!("<w:tc>{}{}</w:tc>", p("một"), p("hai"));
    let inner = table(&[row("", &[cell("", "trong")])]);
    let nested = format!("<w:tc>{}{inner}{}</w:tc>", p("ngoài"), p(""));
    check(&table(&[row("", &[lines, nested])]), "| một / hai | ngoài / | trong | |");
}

#[test]
fn tables_deeper_than_eight_are_read_as_paragraphs() {
    let mut inner = p("đáy");
    for _ in 0..12 {
        inner = within("tbl", &within("tr", &within("tc", &inner)));
    }
    let expected = format!("{}đáy{}", "| ".repeat(8), " |".repeat(8));
    check(&inner, &expected);
}

#[test]
fn a_page_break_in_a_cell_is_none() {
    let inside =
        format!("<w:tc><w:p>{}<w:r><w:br w:type=\"page\"/></w:r>{}</w:p></w:tc>", r("a"), r("b"));
    check(&table(&[within("tr", &inside)]), "| a / b |");
}
