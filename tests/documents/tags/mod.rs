//! What is heard of a PDF: every word once, in the order of the plan, cell by cell.

mod told;
mod walk;

use caitien::document::{
    Block, Cell, Document, Marker, Role, TableRow, Text, Timeline, TimelineBar, TimelineRow,
    plan_document, timeline_document,
};
use caitien::embedded;
use caitien::export::pdf;
use caitien::layout::{PageItem, Pages, Structure, lay_out};
use caitien::plan::{Dossier, Id, Run};
use jiff::civil::date;
use proptest::prelude::*;

use self::told::{plain, told};
use self::walk::{Node, heard};
use crate::layout::FACES;
use crate::layout::blocks::{
    body, columns, letterhead_of, numbered, part, signatures, table, title, words as layout_words,
};
use crate::layout::invariants::any_block;

fn heard_of(blocks: Vec<Block>) -> (Node, Pages) {
    let pages = lay_out(&Document { blocks, ..Document::default() }, &FACES);
    (heard(&pages), pages)
}
/// Every row of every table has as many columns, counted with what stands over several.
fn assert_even(document: &Node) {
    for table in document.of_kind("Table") {
        let mut width = None;
        // Rows that the cells above reach down, by column.
        let mut reach: Vec<usize> = Vec::new();
        for row in &table.inside {
            assert_eq!(row.kind, "TR");
            let mut column = 0;
            for cell in &row.inside {
                assert!(matches!(cell.kind.as_str(), "TD" | "TH"), "{}", cell.kind);
                assert_eq!(cell.kind == "TH", cell.attribute(b"Scope").is_some());
                while reach.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                for _ in 0..cell.span(b"ColSpan") {
                    reach.resize(reach.len().max(column + 1), 0);
                    assert_eq!(reach[column], 0, "one cell over another");
                    reach[column] = cell.span(b"RowSpan");
                    column += 1;
                }
            }
            assert!(reach.iter().all(|rows| *rows > 0), "a hole in {row:?}");
            assert_eq!(*width.get_or_insert(reach.len()), reach.len());
            for rows in &mut reach {
                *rows -= 1;
            }
        }
        assert!(reach.iter().all(|rows| *rows == 0), "a cell reaches under the table");
    }
}

fn assert_levels(document: &Node) {
    let mut last = 0;
    for node in document.all() {
        if let Some(level) = node.kind.strip_prefix('H').and_then(|level| level.parse().ok()) {
            assert!(level <= last + 1, "from {last} to {level}: {}", node.words());
            last = level;
        }
    }
}

fn sample() -> Dossier {
    Dossier::from_json(embedded::sample()).unwrap()
}

#[test]
fn every_plan_of_the_sample_is_heard_in_order_and_whole() {
    let dossier = sample();
    for plan in &dossier.plans {
        let form = caitien::library::form_of(&dossier, plan).unwrap();
        let mut more = (**plan).clone();
        more.options.timeline_appendix = true;
        more.signatures.push(caitien::edit::make::propose_approval(&plan.letterhead, Id(9000)));
        for document in [
            plan_document(&dossier, plan, form),
            timeline_document(&dossier, plan),
            plan_document(&dossier, &more, form),
        ] {
            assert_heard(&document);
        }
    }
}

/// Every word of a document is heard once and in its order; tables are even and headings skip
/// no level.
pub fn assert_heard(document: &Document) {
    let node = heard(&lay_out(document, &FACES));
    assert_same(&plain(&node.words()), &told(&document.blocks));
    assert_even(&node);
    assert_levels(&node);
}

/// Where two long texts part.
#[track_caller]
fn assert_same(heard: &str, told: &str) {
    let heard: Vec<&str> = heard.split(' ').collect();
    let told: Vec<&str> = told.split(' ').collect();
    let at = heard.iter().zip(&told).position(|(one, other)| one != other);
    let at = at.unwrap_or(heard.len().min(told.len()));
    let around = |words: &[&str]| {
        words.iter().skip(at.saturating_sub(3)).take(8).copied().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(around(&heard), around(&told));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_heard_in_order_and_whole(blocks in prop::collection::vec(any_block(), 0..6)) {
        let node = heard(&lay_out(&Document { blocks: blocks.clone(), ..Document::default() }, &FACES));
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&node.words()), letters(&told(&blocks)));
        assert_even(&node);
        assert_levels(&node);
    }
}

#[test]
fn a_cell_over_two_pages_is_one_and_its_header_is_heard_once() {
    let long = layout_words(2_000);
    let rows: [&[&str]; 2] = [&["1", &long, "ngắn"], &["2", "hai", "ba"]];
    let (node, pages) = heard_of(vec![Block::Table(table(&["TT", "Nội dung", "Ghi chú"], &rows))]);
    assert!(pages.pages.len() > 1);
    let words = node.words();
    assert_eq!(words.matches("Nội dung").count(), 1);
    let cells = node.of_kind("TD");
    assert_eq!(cells.len(), 6);
    assert_eq!(plain(&cells[1].own), long);
    let titles: Vec<String> = node.of_kind("TH").iter().map(|cell| plain(&cell.own)).collect();
    assert_eq!(titles, ["TT", "Nội dung", "Ghi chú"]);
    let silent = pages.pages[1].items.iter().filter(|item| item.element().is_none());
    let silent = silent.filter(|item| matches!(item, PageItem::Text(_))).count();
    assert_eq!(silent, 4, "the page's number and the header");
}

#[test]
fn bands_groups_and_merged_cells_stand_over_columns_and_rows() {
    let mut table = table(&["TT", "Tiêu chí", "Việc"], &[&["1", "Một", "a"]]);
    let merged = TableRow::Cells(
        [("2", false), ("", true), ("b", false)]
            .map(|(text, merged_above)| Cell { text: text.to_owned(), merged_above, bold: false })
            .to_vec(),
    );
    table.rows.extend([merged.clone(), merged]);
    table.rows.insert(0, TableRow::Band("Phần chung".to_owned()));
    let group = |tt_column| TableRow::Group {
        tt: Marker::Number(1),
        title: "Tiêu chuẩn".to_owned(),
        tt_column,
    };
    table.rows.insert(1, group(true));
    table.rows.push(group(false));
    table.column_numbers = ["(1)", "(2)", "(3)"].map(str::to_owned).to_vec();
    let (node, _) = heard_of(vec![Block::Table(table.clone())]);
    assert_even(&node);
    let over = |kind: &str, key: &[u8]| -> Vec<usize> {
        node.of_kind(kind).iter().map(|cell| cell.span(key)).collect()
    };
    assert_eq!(over("TH", b"ColSpan"), [1, 1, 1, 1, 1, 1, 3, 2, 3]);
    assert_eq!(over("TD", b"RowSpan"), [1, 1, 3, 1, 1, 1, 1, 1]);
    assert_eq!(plain(&node.words()), told(&[Block::Table(table)]));
}

#[test]
fn points_are_lists_one_in_the_other() {
    let blocks = vec![
        body("Mở đầu"),
        numbered(Marker::Number(1), "một"),
        numbered(Marker::Letter(1), "a của một"),
        numbered(Marker::Letter(2), "b của một"),
        numbered(Marker::Number(2), "hai"),
        body("Giữa"),
        numbered(Marker::Dash, "gạch"),
    ];
    let (node, _) = heard_of(blocks);
    let kinds: Vec<&str> = node.inside.iter().map(|node| node.kind.as_str()).collect();
    assert_eq!(kinds, ["P", "L", "P", "L"]);
    let points = &node.inside[1].inside;
    assert_eq!(points.len(), 2);
    let (label, words) = (&points[0].inside[0], &points[0].inside[1]);
    assert_eq!((label.kind.as_str(), label.own.as_str()), ("Lbl", "1. "));
    assert_eq!((words.kind.as_str(), words.own.trim()), ("LBody", "một"));
    assert_eq!(words.inside[0].kind, "L");
    assert_eq!(words.inside[0].inside.len(), 2);
    let lists = node.of_kind("L");
    let counted: Vec<_> = lists
        .iter()
        .map(|list| list.attribute(b"ListNumbering").and_then(|by| by.as_name().ok()))
        .collect();
    assert_eq!(counted, [Some(&b"Decimal"[..]), Some(b"LowerAlpha"), None]);
}

#[test]
fn headings_begin_at_one_and_leave_no_level_out() {
    let inside = Block::Paragraph(Text {
        runs: vec![Run::plain("Trong phần")],
        role: Role::Heading,
        ..Text::default()
    });
    let kinds = |blocks| {
        let (node, _) = heard_of(blocks);
        node.inside.iter().map(|node| node.kind.clone()).collect::<Vec<_>>()
    };
    let blocks = vec![title(), part("Phần một"), inside.clone(), part("Phần hai")];
    assert_eq!(kinds(blocks), ["H1", "H2", "H3", "H2"]);
    assert_eq!(kinds(vec![inside.clone(), part("Phần"), inside]), ["H1", "H1", "H2"]);
}

#[test]
fn head_foot_and_members_are_heard_in_order() {
    let undated = letterhead_of(|plan| {
        plan.number = String::new();
        plan.date = caitien::plan::PlanDate::default();
        plan.letterhead.school = "Trường Trung học cơ sở Nguyễn Bỉnh Khiêm".to_owned();
        plan.options.draft_mark = true;
    });
    let blocks = vec![
        Block::Letterhead(undated),
        title(),
        columns(&[&["Bà Lê Thị Na", "- Hiệu trưởng"], &["Ông Hồ Văn Tư", "- Tổ trưởng"]]),
        Block::Signatures(signatures()),
    ];
    let (node, _) = heard_of(blocks.clone());
    assert_eq!(plain(&node.words()), told(&blocks));
    let names: Vec<String> = node.of_kind("TH").iter().map(|cell| plain(&cell.own)).collect();
    assert_eq!(names, ["Bà Lê Thị Na", "Ông Hồ Văn Tư"]);
}

#[test]
fn what_is_drawn_is_told() {
    let (node, pages) = heard_of(vec![body("Chọn ☑ hoặc ☐ rồi ký")]);
    assert_eq!(plain(&node.words()), "Chọn ☑ hoặc ☐ rồi ký");
    let drawn = pages.pages[0].items.iter().filter(|item| matches!(item, PageItem::Line { .. }));
    assert!(drawn.count() > 0);
    assert!(pages.pages[0].items.iter().all(|item| item.element().is_some()));
    let bytes = pdf(&pages, &FACES).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let page = file.page_iter().next().unwrap();
    let content = String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
    for said in ["/Span<</ActualText<FEFF2611>>>BDC", "/Span<</ActualText<FEFF2610>>>BDC"] {
        assert!(content.contains(said), "{said}");
    }

    let dossier = sample();
    let document = timeline_document(&dossier, dossier.newest_plan().unwrap());
    let node = heard(&lay_out(&document, &FACES));
    let figures = node.of_kind("Figure");
    assert!(!figures.is_empty());
    for figure in figures {
        assert!(figure.about.has(b"Alt"));
        let around = figure.attribute(b"BBox").unwrap().as_array().unwrap();
        assert_eq!(around.len(), 4);
    }
}

#[test]
fn the_file_claims_to_be_heard_only_where_it_has_a_title() {
    let claims = |title: &str| {
        let document = Document { title: title.to_owned(), ..Document::default() };
        let bytes = pdf(&lay_out(&document, &FACES), &FACES).unwrap();
        String::from_utf8_lossy(&bytes).contains("<pdfuaid:part>1</pdfuaid:part>")
    };
    assert!(claims("Kế hoạch"));
    assert!(!claims(""), "ISO 14289-1, 7.1 asks for a title");
}

#[test]
fn a_letter_for_private_use_is_told() {
    // An archive asks for it (ISO 19005-2, 6.2.11.7.3).
    let pages = lay_out(
        &Document { blocks: vec![body("một \u{E123} hai \u{F001}")], ..Document::default() },
        &FACES,
    );
    let file = lopdf::Document::load_mem(&pdf(&pages, &FACES).unwrap()).unwrap();
    let page = file.page_iter().next().unwrap();
    let content = String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
    for code in ["E123", "F001"] {
        assert!(content.contains(&format!("{code}>>>BDC")), "{code}: {content}");
    }
}

#[test]
fn a_timeline_is_a_table_however_many_months_it_has() {
    for months in [1, 12, 24, 40] {
        let bar = TimelineBar {
            from: date(2026, 8, 3),
            to: date(2026, 8, 20),
            thin: false,
            from_before: false,
            goes_on: false,
        };
        let item = |time: &str, bars| TimelineRow::Item {
            name: "Rà soát".to_owned(),
            time: time.to_owned(),
            bars,
            ticks: Vec::new(),
            mark: None,
        };
        let group = TimelineRow::Group("Tiêu chuẩn 1".to_owned());
        let rows = vec![group, item("tháng 8/2026", vec![bar]), item("khi cần", Vec::new())];
        let timeline = Timeline { rows, ..Timeline::over((2026, 8), months) };
        let (node, _) = heard_of(vec![Block::Timeline(timeline)]);
        assert_even(&node);
        let figure = node.of_kind("Figure")[0];
        let alt = lopdf::decode_text_string(figure.about.get(b"Alt").unwrap()).unwrap();
        assert_eq!(alt, "tháng 8/2026");
        assert_eq!(plain(&node.of_kind("TD")[1].own), "khi cần");
    }
}

#[test]
fn the_tree_takes_little_of_the_file() {
    let row: &[&str] =
        &["1", "Tiêu chí 1.1", "Đạt Mức 2", "Rà soát", "Tổ trưởng", "9/2026", "", "", ""];
    let rows: Vec<&[&str]> = vec![row; 600];
    let pages = lay_out(
        &Document { blocks: vec![Block::Table(table(row, &rows))], ..Document::default() },
        &FACES,
    );
    let plain = Pages { structure: Structure::default(), ..pages.clone() };
    let size = |pages: &Pages| pdf(pages, &FACES).unwrap().len();
    let (tagged, plain, cells) = (size(&pages), size(&plain), rows.len() * row.len());
    // A value of its own in the file would take some 100 bytes.
    assert!(tagged - plain < cells * 24, "{tagged} beside {plain} for {cells} cells");
}
