//! Tables over pages: headers, rows, merged cells, columns, pages across.

use super::blocks::{body, cells, part, signatures, table, words};
use super::{find, lines, pages_of, right_end, texts};
use caitien::document::{Block, Marker, Table, TableRow};
use caitien::layout::{FaceId, Page, PageItem, Problem};

fn nine_columns(rows: usize) -> Table {
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
    let mut table = table(&titles, &[]);
    for row in 0..rows {
        table.rows.push(cells(&[
            &(row + 1).to_string(),
            "Tiêu chí 1.6. Quản lý hành chính, tài chính và tài sản",
            "Hồ sơ tài sản số hóa 100%",
            &words(10 + row % 30),
            "Kế toán, tổ văn phòng",
            "Trước ngày 30/11/2026",
            "5-7 triệu/năm",
            "Không",
            "",
        ]));
    }
    table.across = true;
    table
}

/// The lines that lie: height, left end, right end, from top to bottom.
fn horizontals(page: &Page) -> Vec<(f32, f32, f32)> {
    let mut found: Vec<_> = page
        .items
        .iter()
        .filter_map(|item| match item {
            PageItem::Line { from, to, .. } if (from.1 - to.1).abs() < 0.001 => {
                Some((from.1, from.0, to.0))
            }
            _ => None,
        })
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
}

/// The x of all upright lines of a page, each once.
fn edges(page: &Page) -> Vec<f32> {
    let mut edges: Vec<f32> = page
        .items
        .iter()
        .filter_map(|item| match item {
            PageItem::Line { from, to, .. } if (from.0 - to.0).abs() < 0.001 => Some(from.0),
            _ => None,
        })
        .collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup();
    edges
}

#[test]
fn the_header_stands_on_each_page_and_the_borders_are_closed() {
    let mut table = nine_columns(60);
    table.column_numbers = (1..=9).map(|number| format!("({number})")).collect();
    let pages = pages_of(vec![Block::Table(table)]);
    assert!(pages.pages.len() > 3);
    for page in &pages.pages {
        let lines = lines(page).join(" ");
        assert!(lines.contains("Tiêu chuẩn,") && lines.contains("(9)"), "{lines}");
        let found = horizontals(page);
        let (first, last) = (found.first().unwrap(), found.last().unwrap());
        assert_eq!((first.1, first.2), (last.1, last.2), "top and bottom are whole");
        let verticals = page.items.iter().filter(|item| match item {
            PageItem::Line { from, to, .. } => {
                (from.0 - to.0).abs() < 0.001
                    && (from.1 - first.0).abs() < 0.01
                    && (to.1 - last.0).abs() < 0.01
            }
            _ => false,
        });
        assert_eq!(verticals.count(), 10);
    }
}

#[test]
fn nine_columns_across_are_eleven_points_or_more() {
    let pages = pages_of(vec![Block::Table(nine_columns(20))]);
    assert!(pages.problems.is_empty());
    assert!(pages.pages.iter().flat_map(texts).all(|text| text.size >= 11.0));
}

#[test]
fn a_table_too_wide_is_set_small_and_says_so() {
    let titles: Vec<String> = (0..14).map(|n| format!("Nghiêng{n}nghiêng")).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let pages = pages_of(vec![Block::Table(table(&titles, &[&titles[..]]))]);
    let [Problem::Conceded(concession)] = pages.problems[..] else { panic!("{pages:?}") };
    assert_eq!((concession.size, concession.upright), (9, true));
}

#[test]
fn the_heading_goes_across_with_its_table_and_text_goes_on_upright() {
    let pages = pages_of(vec![
        body("Mở đầu."),
        part("III. Nội dung"),
        part("1. Bảng ß"),
        Block::Table(nine_columns(3)),
        part("IV. Tổ chức"),
        body("Kết thúc./."),
        Block::Signatures(signatures()),
    ]);
    let across: Vec<bool> = pages.pages.iter().map(|page| page.width > page.height).collect();
    assert_eq!(across, [false, true, false]);
    assert_eq!(find(&pages, "III. NỘI DUNG").0, 1);
    // What has no capital of its own stays: no letter becomes two.
    assert_eq!(find(&pages, "1. BẢNG ß").0, 1);
    assert_eq!(find(&pages, "IV. TỔ CHỨC").0, 2);
}

#[test]
fn signatures_after_a_table_take_its_last_rows_along() {
    for rows in 1..40 {
        let pages =
            pages_of(vec![Block::Table(nine_columns(rows)), Block::Signatures(signatures())]);
        let (number, position) = find(&pages, "KT. HIỆU TRƯỞNG");
        let row = texts(&pages.pages[number])
            .any(|text| text.text.contains("pháp") && text.y < position.y);
        assert!(row, "{rows} rows: none goes with the signatures");
    }
}

#[test]
fn a_band_or_a_group_is_never_last_on_a_page() {
    for before in 1..50 {
        let rows: Vec<&[&str]> = vec![&["", "một dòng"]; before];
        let mut table = table(&["TT", "Nội dung"], &rows);
        table.rows.push(TableRow::Band("MỨC 4".to_owned()));
        table.rows.push(TableRow::Group {
            tt: Marker::Number(1),
            title: "Tiêu chuẩn 1".to_owned(),
            tt_column: true,
        });
        table.rows.push(cells(&["", "việc sau"]));
        let pages = pages_of(vec![Block::Table(table)]);
        let page = find(&pages, "MỨC 4").0;
        assert_eq!(find(&pages, "Tiêu chuẩn 1").0, page, "{before}");
        assert_eq!(find(&pages, "việc sau").0, page, "{before}");
    }
}

#[test]
fn rows_up_to_a_quarter_of_a_page_stay_whole_and_longer_ones_leave_three_lines_on_either_side() {
    let tall = |name: &str, lines: usize| {
        (0..lines).map(|line| format!("{name} {line};")).collect::<Vec<_>>().join("\n")
    };
    for before in 1..50 {
        let rows: Vec<&[&str]> = vec![&["", "một dòng"]; before];
        let mut table = table(&["TT", "Nội dung"], &rows);
        table.rows.push(cells(&["", &tall("vừa", 10)]));
        table.rows.push(cells(&["", &tall("cao", 24)]));
        let pages = pages_of(vec![Block::Table(table)]);
        assert_eq!(find(&pages, "vừa 0;").0, find(&pages, "vừa 9;").0, "{before}");
        assert_eq!(find(&pages, "cao 0;").0, find(&pages, "cao 2;").0, "{before}");
        assert_eq!(find(&pages, "cao 21;").0, find(&pages, "cao 23;").0, "{before}");
    }
}

#[test]
fn no_page_begins_with_the_last_lines_of_one_cell() {
    for before in 1..50 {
        let rows: Vec<&[&str]> = vec![&["", "một dòng", "một dòng"]; before];
        let mut table = table(&["TT", "Nội dung", "Việc"], &rows);
        let lines = |name: &str, count: usize| {
            (0..count).map(|line| format!("{name} {line};")).collect::<Vec<_>>().join("\n")
        };
        table.rows.push(cells(&["", &lines("cao", 26), &lines("thấp", 14)]));
        let pages = pages_of(vec![Block::Table(table), body("Sau bảng.")]);
        for page in &pages.pages {
            let tail = lines_of(page, "cao").len();
            let beside = lines_of(page, "thấp").len();
            assert!(beside > 0 || tail == 0 || tail >= 6, "{before}: {tail} lines of one cell");
        }
    }
}

fn lines_of<'p>(page: &'p Page, words: &str) -> Vec<&'p str> {
    texts(page).map(|text| text.text.as_str()).filter(|text| text.contains(words)).collect()
}

#[test]
fn a_row_taller_than_a_page_loses_nothing() {
    let tall: Vec<String> = (0..150).map(|line| format!("dòng {line};")).collect();
    let pages =
        pages_of(vec![Block::Table(table(&["TT", "Nội dung"], &[&["1", &tall.join("\n")]]))]);
    assert!(pages.pages.len() >= 3);
    for line in &tall {
        find(&pages, line);
    }
}

#[test]
fn one_huge_cell_does_not_take_all_the_width() {
    let mut table = nine_columns(10);
    if let Some(TableRow::Cells(cells)) = table.rows.get_mut(4) {
        cells[3].text = words(2000);
    }
    let pages = pages_of(vec![Block::Table(table)]);
    let edges = edges(&pages.pages[0]);
    let share = (edges[4] - edges[3]) / (edges[9] - edges[0]);
    assert!(share < 0.5, "{share} of the width");
}

#[test]
fn a_merged_cell_prints_once_and_has_no_line_through_it() {
    let mut table = table(&["TT", "Tiêu chí", "Việc"], &[]);
    table.rows.push(cells(&["1", "Tiêu chí chung cho hai việc ở dưới đây", "việc một"]));
    table.rows.push(cells(&["2", "Tiêu chí chung cho hai việc ở dưới đây", "việc hai"]));
    if let Some(TableRow::Cells(cells)) = table.rows.last_mut() {
        cells[1].merged_above = true;
    }
    let pages = pages_of(vec![Block::Table(table)]);
    let page = &pages.pages[0];
    assert_eq!(texts(page).filter(|text| text.text.starts_with("Tiêu chí chung")).count(), 1);
    let (above, below) = (find(&pages, "việc một").1, find(&pages, "việc hai").1);
    let shared = find(&pages, "Tiêu chí chung").1;
    for (y, from, to) in
        horizontals(page).into_iter().filter(|line| line.0 > above.y && line.0 < below.y)
    {
        assert!(to < shared.x || from > right_end(shared), "a line at {y} from {from} to {to}");
    }
}

#[test]
fn a_merged_cell_longer_than_its_rows_goes_on_over_pages() {
    let long: Vec<String> = (0..80).map(|line| format!("chung {line};")).collect();
    let mut table = table(&["TT", "Tiêu chí", "Việc"], &[]);
    for row in 0..4 {
        table.rows.push(cells(&["", &long.join("\n"), &format!("việc {row}")]));
    }
    for row in table.rows.iter_mut().skip(1) {
        if let TableRow::Cells(cells) = row {
            cells[1].merged_above = true;
        }
    }
    let pages = pages_of(vec![Block::Table(table)]);
    for line in &long {
        find(&pages, line);
    }
    let all: usize =
        pages.pages.iter().flat_map(texts).filter(|text| text.text.contains("chung")).count();
    assert_eq!(all, long.len());
}

#[test]
fn a_wished_for_width_is_kept() {
    let mut table = nine_columns(5);
    table.columns[3].width_permille = Some(300);
    let pages = pages_of(vec![Block::Table(table)]);
    let edges = edges(&pages.pages[0]);
    let share = (edges[4] - edges[3]) / (edges[9] - edges[0]);
    assert!((share - 0.3).abs() < 0.002, "{share}");
}

#[test]
fn widths_are_handed_out_as_the_lines_are_drawn_and_fill_the_text() {
    const MM: f32 = 72.0 / 25.4;
    let mut wished = table(&["TT", "Nội dung", "Ghi chú"], &[&["1", &words(60), "ghi"]]);
    wished.columns[2].width_permille = Some(400);
    let empty = Table::default();
    let upright = table(&["TT", "Nội dung"], &[&["1", &words(20)], &["2", "một"]]);
    let blocks = [nine_columns(3), wished, empty, upright];
    let pages = pages_of(blocks.iter().cloned().map(Block::Table).collect());
    let tables: Vec<Vec<f32>> =
        pages.measures.tables.into_iter().map(|table| table.widths).collect();
    let count: Vec<usize> = tables.iter().map(Vec::len).collect();
    assert_eq!(count, [9, 3, 0, 2], "the tables in order");
    for (block, widths) in blocks.into_iter().zip(&tables).filter(|(_, w)| !w.is_empty()) {
        let page = &pages_of(vec![Block::Table(block)]).pages[0];
        let text = page.width - 45.0 * MM;
        let sum: f32 = widths.iter().sum();
        assert!((sum - text).abs() < 0.05, "{sum} of {text} pt");
        let edges = edges(page);
        let drawn: Vec<f32> = edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(drawn.len(), widths.len());
        for (drawn, width) in drawn.iter().zip(widths) {
            assert!((drawn - width).abs() < 0.01, "{drawn} is handed out as {width} pt");
        }
    }
}

#[test]
fn a_title_stands_on_three_lines_at_most_and_a_column_of_few_words_is_no_ladder() {
    let mut table = nine_columns(20);
    table.columns[6].title = "Kinh phí dự tính".to_owned();
    table.columns[7].title = "Hỗ trợ của đơn vị bạn".to_owned();
    if let Some(TableRow::Cells(cells)) = table.rows.get_mut(3) {
        cells[8].text = "Làm tiếp vào kỳ sau".to_owned();
    }
    let pages = pages_of(vec![Block::Table(table)]);
    let page = &pages.pages[0];
    let edges = edges(page);
    let header = horizontals(page)[1].0;
    for column in 0..9 {
        let inside = |x: f32| x > edges[column] && x < edges[column + 1];
        let mut lines: Vec<f32> = texts(page)
            .filter(|text| text.y > 60.0 && text.y < header && inside(text.x))
            .map(|text| text.y)
            .collect();
        lines.dedup();
        assert!((1..=3).contains(&lines.len()), "column {column}: {} lines", lines.len());
    }
    assert!(edges[9] - edges[8] > 50.0, "the note is {} pt wide", edges[9] - edges[8]);
}

#[test]
fn a_long_span_of_months_may_part_after_its_dash() {
    let mut table = nine_columns(6);
    for row in &mut table.rows {
        let TableRow::Cells(cells) = row else { continue };
        cells[5].text = "Tháng 10/2026 - 12/2026".to_owned();
    }
    let pages = pages_of(vec![Block::Table(table)]);
    let edges = edges(&pages.pages[0]);
    assert!(edges[6] - edges[5] < 100.0, "{} pt for the time", edges[6] - edges[5]);
    find(&pages, "Tháng 10/2026 -");
}

#[test]
fn titles_are_parted_between_words_of_two_syllables() {
    let mut table = nine_columns(12);
    table.columns[4].title = "Đơn vị/cá nhân phụ trách".to_owned();
    table.columns[7].title = "Điều kiện hỗ trợ khác".to_owned();
    let pages = pages_of(vec![Block::Table(table)]);
    for words in ["giải pháp", "cá nhân", "phụ trách", "Điều kiện", "hỗ trợ", "kinh phí"]
    {
        let (_, text) = find(&pages, words);
        assert_eq!(text.face, FaceId::Bold, "{words}");
    }
}
