//! Columns as a person sees them, where the edges of rows miss each other by a hair.

use super::check;
use super::file::{p, within};

fn table(widths: &[u32], rows: &[&[(u8, &str)]]) -> String {
    let column = |width: &u32| format!("<w:gridCol w:w=\"{width}\"/>");
    let grid = widths.iter().map(column).collect::<Vec<_>>().concat();
    let cell = |(span, words): &(u8, &str)| {
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{}</w:tc>", p(words))
    };
    let row =
        |cells: &&[(u8, &str)]| within("tr", &cells.iter().map(cell).collect::<Vec<_>>().concat());
    within("tbl", &(within("tblGrid", &grid) + &rows.iter().map(row).collect::<Vec<_>>().concat()))
}

#[test]
fn slivers_between_columns_are_none() {
    let rows: [&[(u8, &str)]; 2] = [&[(2, "a"), (2, "b")], &[(1, "c"), (2, "d"), (1, "e")]];
    check(&table(&[3000, 40, 3000, 3000], &rows), "| a | 2x b |\n| c | d | e |");
}

#[test]
fn a_narrow_column_with_a_cell_of_its_own_stays() {
    let rows: [&[(u8, &str)]; 2] = [&[(1, "a"), (1, ""), (1, "b")], &[(2, "c"), (1, "d")]];
    check(&table(&[3000, 40, 3000], &rows), "| a |  | b |\n| 2x c | d |");
}
