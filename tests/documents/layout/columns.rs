//! Columns that concede in the right order: what is parted where room is short, and what never.

use std::collections::BTreeSet;

use caitien::document::{Block, Table, TableRow};
use caitien::layout::{Pages, clean, concessions};
use caitien::plan::GivenUp;
use proptest::prelude::*;

use super::blocks::{cells, table};
use super::{FACES, lines, pages_of, texts};

/// The titles of the common form, upright.
const NINE: [&str; 9] = [
    "TT",
    "Tiêu chuẩn, tiêu chí",
    "Kết quả cần đạt (so với hiện trạng)",
    "Công việc/giải pháp cần thực hiện",
    "Chủ trì và phối hợp thực hiện",
    "Thời gian thực hiện và hoàn thành",
    "Dự kiến kinh phí",
    "Điều kiện hỗ trợ khác",
    "Ghi chú",
];
/// And those of the form of 2026.
const TEN: [&str; 10] = [
    "TT",
    "Nội dung cải tiến",
    "Mục tiêu cải tiến",
    "Hoạt động/giải pháp",
    "Chỉ số đánh giá kết quả",
    "Thời gian thực hiện",
    "Đơn vị/cá nhân phụ trách",
    "Nguồn lực bảo đảm",
    "Thông tin, dữ liệu hoặc minh chứng dự kiến",
    "Mức độ thực hiện",
];

/// The words of a page, as they stand on its lines.
fn words(pages: &Pages) -> BTreeSet<String> {
    let texts = pages.pages.iter().flat_map(texts);
    texts.flat_map(|text| text.text.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// What was given up, and the size.
fn given_up(table: &Table) -> (GivenUp, u8) {
    let document = caitien::document::Document {
        blocks: vec![Block::Table(table.clone())],
        ..caitien::document::Document::default()
    };
    concessions(&document, &FACES)
        .first()
        .map_or((GivenUp::Nothing, 0), |concession| (concession.given_up, concession.size))
}

#[test]
fn cells_of_codes_keep_their_syllables_and_years_in_nine_upright_columns() {
    let table = table(
        &NINE,
        &[&[
            "1",
            "Tiêu chí 1.1",
            "Theo 27/2019/TT-BGDĐT",
            "Theo 4821/BGDĐT-GDTH",
            "Hiệu trưởng, CBGVCNV",
            "Tháng 9/2026 đến tháng 5/2027",
            "Khoảng 4,5 tỷ",
            "Theo 217/KH-THPTHM",
            "Nghiêm túc",
        ]],
    );
    let pages = pages_of(vec![Block::Table(table.clone())]);
    let words = words(&pages);
    for word in ["CBGVCNV", "9/2026", "5/2027", "Khoảng", "trưởng,", "Nghiêm", "chuẩn,"] {
        assert!(words.contains(word), "{word} is broken: {words:?}");
    }
    let all = lines(&pages.pages[0]).join("\n");
    assert!(all.contains("Tiêu chí 1.1") && all.contains("đến tháng"), "{all}");
    assert_eq!(given_up(&table), (GivenUp::TitlePairs, 11));
}

#[test]
fn an_address_of_the_web_gives_way_before_any_word_of_the_others() {
    let table = table(
        &NINE,
        &[&[
            "1",
            "Tiêu chí 2.3",
            "Theo 27/2019/TT-BGDĐT",
            "Theo 4821/BGDĐT-GDTH",
            "Hiệu trưởng, CBGVCNV",
            "Tháng 9/2026 đến tháng 5/2027",
            "Khoảng 4,5 tỷ",
            "Theo 217/KH-THPTHM",
            "https://drive.example.com/drive/folders/1zYxWvUtSrQpOnMlKjIhGfEdCbA9876543210",
        ]],
    );
    let words = words(&pages_of(vec![Block::Table(table.clone())]));
    for word in ["CBGVCNV", "9/2026", "5/2027", "Khoảng", "trưởng,", "chuẩn,"] {
        assert!(words.contains(word), "{word} is broken: {words:?}");
    }
    assert!(given_up(&table).0 < GivenUp::Phrases);
}

#[test]
fn an_empty_column_gives_its_room_before_a_criterion_leaves_its_number() {
    let row = [
        "1",
        "Tiêu chí 1.10",
        "Giảm thấp nhất tình trạng học sinh vi phạm",
        "Tuyên truyền, phối hợp với cha mẹ học sinh và địa phương",
        "Đoàn TN, GVCN, CMHS",
        "Tháng 9/2026 đến tháng 5/2027",
        "Nguồn hoạt động",
        "Địa phương, CMHS",
        "",
    ];
    let table = table(&NINE, &[&row, &row, &row]);
    let pages = pages_of(vec![Block::Table(table.clone())]);
    let all = lines(&pages.pages[0]).join("\n");
    assert_eq!(all.matches("Tiêu chí 1.10").count(), 3, "{all}");
    let (given_up, size) = given_up(&table);
    assert!(given_up <= GivenUp::TitlePairs && size == 11, "{given_up:?} at {size}");
    assert!(pages.problems.is_empty());
}

#[test]
fn what_fits_concedes_nothing() {
    let mut wide = table(&["TT", "Nội dung"], &[&["1", "một việc"]]);
    assert_eq!(given_up(&wide), (GivenUp::Nothing, 0));
    wide.across = true;
    assert_eq!(given_up(&wide), (GivenUp::Nothing, 0));
}

/// Words of a cell as people write them, the hardest among them.
fn any_cell(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    let word = prop::sample::select(words);
    prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "))
}

const WORK: &[&str] = &[
    "nghiêng",
    "trường",
    "18/2018/TT-BGDĐT",
    "Tiêu chí 1.10",
    "tháng 9/2026",
    "4821/BGDĐT-GDTH",
    "≥ 80%",
    "2026 - 2027",
    "TP. Huế",
    "số 5",
    "năm học",
    "CB-GV-NV",
    "và",
    "(02 lần)",
    "https://truong.example.vn/ke-hoach/2026/minh-chung",
    "hs@example.vn",
];
const PEOPLE: &[&str] = &["Hiệu trưởng,", "CBGVCNV", "Phó Hiệu trưởng", "GVCN,", "tổ trưởng"];
const TIMES: &[&str] =
    &["Tháng 10/2026", "đến tháng 5/2027", "15/10/2026", "Hằng tháng", "2026 - 2027", "Từ"];
const MONEY: &[&str] = &["10 triệu đồng", "5-7 triệu/năm", "Khoảng 4,5 tỷ", "Tự túc", "1.250.000"];

/// A row of the nine columns, or of the ten.
fn any_row(ten: bool) -> impl Strategy<Value = Vec<String>> {
    let kinds = if ten {
        [PEOPLE, WORK, WORK, WORK, WORK, TIMES, PEOPLE, MONEY, WORK, WORK]
    } else {
        [PEOPLE, WORK, WORK, WORK, PEOPLE, TIMES, MONEY, WORK, WORK, WORK]
    };
    kinds.into_iter().map(any_cell).collect::<Vec<_>>()
}

/// Whether a word may stand in parts: a code, an address.
fn may_be_parted(word: &str) -> bool {
    word.contains("://")
        || word.contains('@')
        || word.contains(['/', '-']) && word.chars().any(char::is_alphabetic)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_syllable_and_no_number_is_ever_parted_in_nine_or_ten_columns(
        (ten, rows) in any::<bool>()
            .prop_flat_map(|ten| (Just(ten), prop::collection::vec(any_row(ten), 1..6))),
        across in any::<bool>(),
    ) {
        let titles = if ten { &TEN[..] } else { &NINE[..] };
        let mut table = table(titles, &[]);
        table.across = across;
        for (number, mut row) in rows.into_iter().enumerate() {
            row[0] = (number + 1).to_string();
            row.truncate(titles.len());
            table.rows.push(cells(&row.iter().map(String::as_str).collect::<Vec<_>>()));
        }
        let pages = pages_of(vec![Block::Table(table.clone())]);
        let on_paper = words(&pages);
        for row in &table.rows {
            let TableRow::Cells(row) = row else { continue };
            for cell in row {
                for word in clean(&cell.text).split_whitespace().filter(|word| !may_be_parted(word)) {
                    prop_assert!(on_paper.contains(word), "{word} is parted: {:?}", pages.problems);
                }
            }
        }
        prop_assert!(given_up(&table).0 < GivenUp::Words);
    }
}
