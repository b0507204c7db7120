//! What is heard of a PDF: every word once, in the order of the plan, cell by cell.

use std::collections::BTreeMap;

use caitien::document::{
    Block, Cell, Document, Marker, Piece, Role, TableRow, Text, TimelineRow, plan_document,
    timeline_document,
};
use caitien::embedded;
use caitien::export::pdf;
use caitien::layout::{PageItem, Pages, clean, lay_out};
use caitien::plan::{Dossier, Run};
use caitien::words;
use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId};
use proptest::prelude::*;

use crate::layout::FACES;
use crate::layout::blocks::{
    body, columns, letterhead_of, numbered, part, signatures, table, title, words as layout_words,
};
use crate::layout::invariants::any_block;

/// An element as a reader of the file finds it.
#[derive(Debug, Default)]
struct Node {
    kind: String,
    about: Dictionary,
    /// The words marked as it, and the elements in it, as they are heard.
    own: String,
    inside: Vec<Node>,
}

impl Node {
    fn words(&self) -> String {
        let mut words = self.own.clone();
        for node in &self.inside {
            words.push(' ');
            words.push_str(&node.words());
        }
        words
    }

    fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.inside.iter().flat_map(Self::all)).collect()
    }

    fn of_kind(&self, kind: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.kind == kind).collect()
    }

    fn attribute(&self, key: &[u8]) -> Option<&Object> {
        self.about.get(b"A").and_then(Object::as_dict).ok()?.get(key).ok()
    }

    fn span(&self, key: &[u8]) -> usize {
        self.attribute(key).map_or(1, |span| usize::try_from(span.as_i64().unwrap()).unwrap())
    }
}

/// A tagged file being walked through.
struct Walk {
    file: lopdf::Document,
    /// Words by page and number; each is taken out where it is heard.
    pieces: BTreeMap<(ObjectId, i64), String>,
    /// The element that each number leads back to.
    back: BTreeMap<(ObjectId, i64), ObjectId>,
}

impl Walk {
    fn new(bytes: &[u8]) -> Self {
        let file = lopdf::Document::load_mem(bytes).unwrap();
        let mut walk = Self { file, pieces: BTreeMap::new(), back: BTreeMap::new() };
        for page in walk.file.page_iter().collect::<Vec<_>>() {
            let pieces = walk.pieces_of(page);
            let about = walk.file.get_dictionary(page).unwrap();
            assert_eq!(about.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
            let place = about.get(b"StructParents").unwrap().as_i64().unwrap();
            let back = walk.way_back(place);
            assert_eq!(back.len(), pieces.len(), "as many ways back as pieces");
            for (number, (element, words)) in (0..).zip(back.into_iter().zip(pieces)) {
                walk.back.insert((page, number), element);
                walk.pieces.insert((page, number), words);
            }
        }
        walk
    }

    fn root(&self) -> &Dictionary {
        let root = self.file.catalog().unwrap().get(b"StructTreeRoot").unwrap();
        self.file.get_dictionary(root.as_reference().unwrap()).unwrap()
    }

    fn way_back(&self, place: i64) -> Vec<ObjectId> {
        let numbers = self.root().get(b"ParentTree").unwrap().as_reference().unwrap();
        let numbers = self.file.get_dictionary(numbers).unwrap().get(b"Nums").unwrap();
        let pairs = numbers.as_array().unwrap().chunks(2);
        let mut found = pairs.filter(|pair| pair[0].as_i64().unwrap() == place);
        let list = found.next().unwrap()[1].as_reference().unwrap();
        let list = self.file.get_object(list).unwrap().as_array().unwrap();
        list.iter().map(|element| element.as_reference().unwrap()).collect()
    }

    /// The words of a page by their number; whatever is drawn is marked.
    fn pieces_of(&self, page: ObjectId) -> Vec<String> {
        let fonts = self.file.get_page_fonts(page).unwrap();
        let encodings: BTreeMap<&[u8], _> = fonts
            .iter()
            .map(|(name, font)| (name.as_slice(), font.get_font_encoding(&self.file).unwrap()))
            .collect();
        let content = Content::decode(&self.file.get_page_content(page)).unwrap();
        let mut pieces: Vec<String> = Vec::new();
        // What is open: a piece, or what is not heard.
        let mut open: Vec<Option<usize>> = Vec::new();
        let mut in_text = None;
        let mut font: &[u8] = b"";
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" => {
                    assert_eq!(operation.operands[0].as_name().unwrap(), b"Artifact");
                    open.push(None);
                }
                "BDC" => {
                    let about = operation.operands[1].as_dict().unwrap();
                    if let Ok(number) = about.get(b"MCID") {
                        assert_eq!(number.as_i64().unwrap(), i64::try_from(pieces.len()).unwrap());
                        assert!(open.is_empty(), "one piece in another");
                        open.push(Some(pieces.len()));
                        pieces.push(String::new());
                    } else {
                        assert!(about.has(b"ActualText"));
                        open.push(*open.last().unwrap());
                    }
                }
                "EMC" => {
                    open.pop().unwrap();
                    assert!(in_text.is_none(), "a mark ends inside a text");
                }
                "BT" => in_text = Some(open.len()),
                "ET" => assert_eq!(in_text.take(), Some(open.len())),
                "Tf" => font = operation.operands[0].as_name().unwrap(),
                "Tj" | "TJ" => {
                    let place = *open.last().expect("words that are not marked");
                    let strings = match &operation.operands[0] {
                        Object::Array(parts) => parts.clone(),
                        one => vec![one.clone()],
                    };
                    for codes in strings.iter().filter_map(|part| part.as_str().ok()) {
                        let words = lopdf::Document::decode_text(&encodings[font], codes).unwrap();
                        if let Some(place) = place {
                            pieces[place].push_str(&words);
                        }
                    }
                }
                "S" | "f" => assert!(!open.is_empty(), "a drawing that is not marked"),
                _ => {}
            }
        }
        assert!(open.is_empty());
        pieces
    }

    /// The document and all that is in it; every piece is heard once.
    fn heard(mut self) -> Node {
        let catalog = self.file.catalog().unwrap();
        let marked = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
        let root = catalog.get(b"StructTreeRoot").unwrap().as_reference().unwrap();
        let document = self.root().get(b"K").unwrap().as_reference().unwrap();
        let node = self.element(document, root);
        assert!(self.pieces.is_empty(), "never heard: {:?}", self.pieces);
        node
    }

    fn element(&mut self, id: ObjectId, parent: ObjectId) -> Node {
        let about = self.file.get_dictionary(id).unwrap().clone();
        assert_eq!(about.get(b"P").unwrap().as_reference().unwrap(), parent);
        let kind = String::from_utf8(about.get(b"S").unwrap().as_name().unwrap().into()).unwrap();
        let mut node = Node { kind, ..Node::default() };
        let parts = match about.get(b"K") {
            Ok(Object::Array(parts)) => parts.clone(),
            Ok(one) => vec![one.clone()],
            Err(_) => Vec::new(),
        };
        let own_page = about.get(b"Pg").ok().map(|page| page.as_reference().unwrap());
        for part in parts {
            let piece = match &part {
                Object::Integer(number) => (own_page.unwrap(), *number),
                Object::Dictionary(part) => (
                    part.get(b"Pg").unwrap().as_reference().unwrap(),
                    part.get(b"MCID").unwrap().as_i64().unwrap(),
                ),
                inside => {
                    let inside = self.element(inside.as_reference().unwrap(), id);
                    node.inside.push(inside);
                    continue;
                }
            };
            assert_eq!(self.back.get(&piece), Some(&id), "the way back leads elsewhere");
            node.own.push_str(&self.pieces.remove(&piece).expect("heard twice"));
        }
        node.about = about;
        node
    }
}

fn heard(pages: &Pages) -> Node {
    Walk::new(&pdf(pages, &FACES).unwrap()).heard()
}

fn heard_of(blocks: Vec<Block>) -> (Node, Pages) {
    let pages = lay_out(&Document { blocks, ..Document::default() }, &FACES);
    (heard(&pages), pages)
}

/// Words with one space between them.
fn plain(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All words of a document in order, as they are printed.
fn told(blocks: &[Block]) -> String {
    let mut all: Vec<String> = Vec::new();
    let pieces = |pieces: &[Piece]| -> String {
        let words = pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Blank(_) => " ",
        });
        words.collect()
    };
    for block in blocks {
        match block {
            Block::Letterhead(head) => {
                all.extend(head.governing_body.iter().chain(&head.school).map(|l| words::upper(l)));
                all.extend([head.nation.clone(), head.motto.clone(), pieces(&head.number)]);
                all.extend([head.place.clone(), pieces(&head.date), head.draft_mark.clone()]);
            }
            Block::Title { doc_type, subject } => {
                all.push(words::upper(doc_type));
                all.extend(subject.iter().cloned());
            }
            Block::Paragraph(text) => {
                let mut words = text.marker.words();
                words.extend(text.runs.iter().map(|run| match text.role {
                    Role::PartHeading => words::upper(&run.text),
                    _ => run.text.clone(),
                }));
                all.push(words);
            }
            Block::Columns(columns) => all.extend(columns.rows.iter().flatten().cloned()),
            Block::Table(table) => {
                all.extend(table.columns.iter().map(|column| column.title.clone()));
                all.extend(table.column_numbers.iter().cloned());
                for row in &table.rows {
                    match row {
                        TableRow::Band(text) => all.push(text.clone()),
                        TableRow::Group { tt, title, .. } => {
                            all.extend([tt.sign(), title.clone()]);
                        }
                        TableRow::Cells(cells) => all.extend(
                            cells.iter().filter(|cell| !cell.merged_above).map(|c| c.text.clone()),
                        ),
                    }
                }
            }
            Block::Signatures(foot) => {
                if !foot.recipients.is_empty() {
                    all.push(foot.recipients_heading.clone());
                }
                all.extend(foot.recipients.iter().cloned());
                for block in &foot.blocks {
                    all.extend(block.lines.iter().map(|line| words::upper(line)));
                    all.push(block.name.clone());
                }
            }
            Block::Timeline(timeline) => {
                all.extend(timeline.years.iter().map(|year| year.title.clone()));
                all.push(timeline.names.clone());
                all.extend(timeline.months.iter().cloned());
                for row in &timeline.rows {
                    match row {
                        TimelineRow::Group(title) => all.push(title.clone()),
                        TimelineRow::Item { name, time, bars, ticks, mark } => {
                            all.push(name.clone());
                            if bars.is_empty() && ticks.is_empty() && mark.is_none() {
                                all.push(time.clone());
                            }
                        }
                    }
                }
                all.extend(timeline.legend.iter().map(|sign| sign.words().to_owned()));
            }
        }
    }
    plain(&all.join(" "))
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
        for document in [plan_document(&dossier, plan, form), timeline_document(&dossier, plan)] {
            let node = heard(&lay_out(&document, &FACES));
            assert_same(&plain(&node.words()), &told(&document.blocks));
            assert_even(&node);
            assert_levels(&node);
        }
    }
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
            .map(|(text, merged_above)| Cell { text: text.to_owned(), merged_above })
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
