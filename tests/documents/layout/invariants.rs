//! Whatever is written: every word inside the margins, every word on paper, nothing falls over.

use super::blocks::{body, columns, letterhead_of, signatures, title};
use super::{FACES, pages_of, right_end, texts};
use caitien::document::{
    Block, Cell, Document, Marker, Role, Table, TableColumn, TableRow, Text, Timeline, TimelineBar,
    TimelineRow, TimelineSign,
};
use caitien::layout::{PageItem, Pages, clean, lay_out};
use caitien::plan::Run;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// 0.02 pt: coordinates are rounded to 0.01.
const HAIR: f32 = 0.02;
/// 72/25.4 pt.
const MM: f32 = 72.0 / 25.4;

#[track_caller]
pub fn assert_inside(pages: &Pages) {
    for (number, page) in pages.pages.iter().enumerate() {
        let top = if page.width > page.height { 25.0 } else { 20.0 } * MM;
        let (left, right) = (30.0 * MM, page.width - 15.0 * MM);
        for text in texts(page) {
            // Sheets of their own are counted from their first page on.
            let told = text.text.parse::<usize>();
            let is_number = text.y < top && told.is_ok_and(|told| told <= number + 1);
            let end = right_end(text);
            let (ascent, descent) = (text.size * 0.891, text.size * 0.216);
            // A mark over a capital of the first line is lifted with it, one over a narrow letter
            // hangs over its edge.
            let is_mark = text.text.starts_with(|c| ('\u{300}'..='\u{36F}').contains(&c));
            let (raised, beside) =
                if is_mark { (text.size * 0.6, text.size * 0.2) } else { (0.0, HAIR) };
            assert!(text.x >= left - beside && end <= right + beside, "{text:?} ends at {end}");
            let highest = text.y + raised - ascent;
            assert!(is_number || highest >= top - HAIR, "{text:?} is above the margin");
            let lowest = text.y - raised + descent;
            assert!(lowest <= page.height - 20.0 * MM + HAIR, "{text:?} is too low");
            // A space is 0.25 em wide: from 0.9 to 2 times that.
            let stretch = text.extra_space / text.size;
            assert!((-0.0251..=0.2501).contains(&stretch), "{text:?}");
            // What the face lacks stands alone: it is drawn.
            let alone = text.text.chars().count() == 1;
            assert!(alone || text.text.chars().all(|c| FACES.has(text.face, c)), "{text:?}");
        }
        for item in &page.items {
            let points = match item {
                PageItem::Line { from, to, .. } => vec![*from, *to],
                PageItem::Shape { points, .. } => points.clone(),
                PageItem::Text(_) => Vec::new(),
            };
            for (x, y) in points {
                assert!(x >= left - 1.0 && x <= right + 1.0, "{item:?}");
                assert!(y >= top - 1.0 && y <= page.height - 20.0 * MM + 1.0, "{item:?}");
            }
        }
    }
}

/// How often each character that leaves a mark stands in some texts.
fn marks<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        for c in clean(text).chars().filter(|c| !c.is_whitespace()) {
            *counts.entry(c).or_insert(0) += 1;
        }
    }
    counts
}

fn typed(blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                all.push(text.marker.words());
                let printed = |words: &str| match text.role {
                    Role::PartHeading => caitien::words::upper(words),
                    _ => words.to_owned(),
                };
                all.extend(text.runs.iter().map(|run| printed(&run.text)));
            }
            Block::Columns(columns) => {
                all.extend(columns.rows.iter().flatten().cloned());
            }
            Block::Table(table) => {
                for row in &table.rows {
                    match row {
                        TableRow::Band(text) => all.push(text.clone()),
                        TableRow::Group { tt, title, .. } => {
                            all.extend([tt.sign(), title.clone()]);
                        }
                        TableRow::Cells(cells) => {
                            all.extend(
                                cells.iter().filter(|c| !c.merged_above).map(|c| c.text.clone()),
                            );
                        }
                    }
                }
            }
            _ => {}
        }
    }
    all
}

/// Words as people type them, and worse.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => prop::sample::select(vec![
            "trường", "học", "nghiêng", "Tiêu", "chí", "1.6", "-", "2026", "2027", "ngày", "05", "tháng",
            "TP.", "Huế", "số", "18/2018/TT-BGDĐT", "≥", "80%", ":", "./.", "+", "10", "triệu", "KẾ", "Ẵ",
        ])
        .prop_map(str::to_owned),
        1 => "[a-zăâđêôơưÀ-ỹ0-9/.:-]{1,60}",
        1 => prop::sample::select(vec![
            "☐", "☑", "\u{A0}", "\n", "\n\n", "a\u{301}", "\u{AD}x", "漢字", "\t", "ti\u{2011}vi", "\u{F0B7}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn any_run() -> impl Strategy<Value = Run> {
    (any_text(), any::<bool>(), any::<bool>())
        .prop_map(|(text, bold, italic)| Run::styled(text, bold, italic))
}

fn any_marker() -> impl Strategy<Value = Marker> {
    prop_oneof![
        Just(Marker::None),
        Just(Marker::Dash),
        Just(Marker::Plus),
        (1_usize..120).prop_map(Marker::Roman),
        (1_usize..120).prop_map(Marker::Number),
        (1_usize..120).prop_map(Marker::Letter),
        "[0-9]{1,3}[.)]?".prop_map(Marker::Typed),
    ]
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let text = prop_oneof![
        20 => any_text(),
        1 => any_text().prop_map(|text| [text.as_str(); 12].join(" ")),
        1 => Just("W".repeat(2000)),
    ];
    (text, prop::bool::weighted(0.2)).prop_map(|(text, merged_above)| Cell {
        text,
        merged_above,
        bold: false,
    })
}

fn any_row(columns: usize) -> impl Strategy<Value = TableRow> {
    prop_oneof![
        6 => prop::collection::vec(any_cell(), columns).prop_map(TableRow::Cells),
        1 => any_text().prop_map(TableRow::Band),
        1 => (any_marker(), any_text(), any::<bool>())
            .prop_map(|(tt, title, tt_column)| TableRow::Group { tt, title, tt_column }),
    ]
}

fn any_table() -> impl Strategy<Value = Block> {
    (1_usize..=12, any::<bool>(), any::<bool>()).prop_flat_map(|(count, across, numbered)| {
        let fixed = prop::option::weighted(0.1, 20_u16..200);
        let column = ("[A-Zà-ỹ ]{0,20}", any::<bool>(), fixed).prop_map(
            |(title, centred, width_permille)| TableColumn { title, centred, width_permille },
        );
        let columns = prop::collection::vec(column, count);
        (columns, prop::collection::vec(any_row(count), 0..8)).prop_map(
            move |(columns, mut rows)| {
                // What stands first, or under a band, has no cell above it to be one with.
                let mut over = false;
                for row in &mut rows {
                    match row {
                        TableRow::Cells(cells) => {
                            for cell in cells {
                                cell.merged_above &= over;
                            }
                            over = true;
                        }
                        _ => over = false,
                    }
                }
                let numbers = (1..=if numbered { count } else { 0 }).map(|at| format!("({at})"));
                let column_numbers = numbers.collect();
                Block::Table(Table { columns, column_numbers, rows, across, ..Table::default() })
            },
        )
    })
}

/// Any block of a plan that is no head, foot or timeline.
pub fn any_block() -> impl Strategy<Value = Block> {
    let role = prop::sample::select(vec![
        Role::Body,
        Role::Body,
        Role::PartHeading,
        Role::Heading,
        Role::Centred,
    ]);
    prop_oneof![
        4 => (any_marker(), prop::collection::vec(any_run(), 0..4), role)
            .prop_map(|(marker, runs, role)| {
                Block::Paragraph(Text { marker, runs, role, outline: 1 })
            }),
        2 => any_table(),
        1 => prop::collection::vec(prop::collection::vec(any_text(), 3), 1..4)
            .prop_map(|rows| Block::Columns(caitien::document::Columns { rows })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_on_paper_and_inside_the_margins(blocks in prop::collection::vec(any_block(), 0..6)) {
        let pages = pages_of(blocks.clone());
        assert_inside(&pages);
        let on_paper = marks(pages.pages.iter().flat_map(|page| {
            texts(page).filter(|text| text.y > 60.0).map(|text| text.text.as_str())
        }));
        for (character, count) in marks(typed(&blocks).iter().map(String::as_str)) {
            let found = on_paper.get(&character).copied().unwrap_or(0);
            prop_assert!(found >= count, "{character:?}: typed {count} times, on paper {found} times");
        }
        prop_assert_eq!(&pages, &pages_of(blocks));
    }

    #[test]
    fn a_paragraph_reads_on_paper_as_it_was_typed(runs in prop::collection::vec(any_run(), 1..5)) {
        let typed: String = runs.iter().map(|run| clean(&run.text)).collect();
        let pages = pages_of(vec![Block::Paragraph(Text { runs, ..Text::default() })]);
        let expected: String = typed
            .chars()
            .filter(|&c| !c.is_whitespace())
            .collect();
        let read: String = pages
            .pages
            .iter()
            .flat_map(|page| texts(page).filter(|text| text.y > 56.0))
            .flat_map(|text| text.text.chars())
            .filter(|c| !c.is_whitespace())
            .collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn head_and_foot_stay_inside_with_names_of_any_length(
        school in prop::collection::vec("[A-ZÀ-Ỹ &]{0,70}", 0..3),
        symbol in "[A-ZĐ&-]{0,50}",
        place in "[A-Za-zÀ-ỹ ]{0,70}",
        day in prop::option::of(1_u8..32),
        recipients in prop::collection::vec(any_text(), 0..30),
        name in "[A-Za-zÀ-ỹ ]{0,60}",
    ) {
        let head = letterhead_of(|plan| {
            plan.letterhead.school = school.join("\n");
            plan.symbol = symbol;
            plan.letterhead.place = place;
            plan.date.day = day;
        });
        let mut foot = signatures();
        foot.recipients = recipients;
        foot.blocks.push(foot.blocks[0].clone());
        foot.blocks[0].name = name;
        assert_inside(&pages_of(vec![
            Block::Letterhead(head), title(), body("Lời mở đầu."), Block::Signatures(foot),
        ]));
    }
}

#[test]
fn words_of_two_thousand_letters_break_somewhere() {
    let word = "ƯỠ".repeat(1000);
    let pages = pages_of(vec![body(&word), columns(&[&[&word, "b", &word]])]);
    assert_inside(&pages);
    let letters: usize =
        pages.pages.iter().flat_map(texts).map(|text| text.text.matches('Ỡ').count()).sum();
    assert_eq!(letters, 3000);
}

#[test]
fn an_empty_document_is_one_empty_page() {
    let pages = lay_out(&Document::default(), &FACES);
    assert_eq!(pages.pages.len(), 1);
    assert!(pages.pages[0].items.is_empty());
}

#[test]
fn a_timeline_of_any_length_stays_inside() {
    let day = jiff::civil::date;
    for months in [1, 13, 40, 120] {
        let bar = TimelineBar {
            from: day(2020, 1, 1),
            to: day(2040, 12, 31),
            thin: false,
            from_before: true,
            goes_on: true,
        };
        let row = |name: &str, bars, ticks| TimelineRow::Item {
            name: name.to_owned(),
            time: "Theo tháng/năm".to_owned(),
            bars,
            ticks,
            mark: (name == "Họp").then(|| day(2026, 12, 31)),
        };
        let rows = vec![
            TimelineRow::Group("Tiêu chuẩn 1: Tổ chức và quản lý nhà trường".to_owned()),
            row(&super::blocks::words(30), vec![bar], vec![]),
            row("Họp", vec![], vec![day(2026, 9, 30), day(2026, 10, 31), day(2050, 1, 1)]),
            row(&super::blocks::words(900), vec![], vec![]),
        ];
        let pages = pages_of(vec![Block::Timeline(Timeline {
            rows,
            legend: TimelineSign::ALL.to_vec(),
            ..Timeline::over((2026, 8), months)
        })]);
        assert_inside(&pages);
        assert!(pages.pages.iter().all(|page| page.width > page.height));
        super::find(&pages, "Theo tháng/năm");
    }
}
