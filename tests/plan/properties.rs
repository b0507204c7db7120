//! Any text at all: nothing fails, nothing typed is changed.

use caitien::messages::{money_hint, period_hint};
use caitien::plan::{Item, SchoolYear, TermDates, Typed};
use caitien::understand::{canonical_person, understand_people};
use caitien::words;
use proptest::prelude::*;

/// Texts made of the pieces that cells are made of, so that rules meet in every order.
fn cell() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Tháng ",
        "ngày ",
        "năm ",
        "năm học ",
        "học kỳ ",
        "quý ",
        "hè ",
        "giai đoạn ",
        "từ ",
        "đến ",
        "đến hết ",
        "trước ",
        "sau ",
        "đầu ",
        "cuối ",
        "hằng ",
        "mỗi ",
        "lần",
        "thường xuyên ",
        "I",
        "II",
        "9",
        "31",
        "02",
        "2026",
        "2027",
        "99999",
        "/",
        "-",
        " – ",
        ".",
        ",",
        "(",
        ")",
        "\n",
        "và ",
        "triệu ",
        "tỷ ",
        "đồng",
        "5,5",
        "1.000",
        "x ",
        "~",
        "khoảng ",
        "trên ",
        "không ",
        "trở lên ",
        "ngân sách ",
        "phối hợp với ",
        "chủ trì ",
        "Hiệu trưởng ",
        "PHT",
        "\u{301}",
        "ẞ",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![cell(), any::<String>(), "\\PC{0,40}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_text_survives_being_understood_and_shown(text in any_text(), first in 1900_i16..=9000) {
        let year = SchoolYear::starting(first).unwrap();
        let typed = Item {
            time: Typed::new(text.clone()),
            budget: Typed::new(text.clone()),
            responsible: Typed::new(text.clone()),
            ..Item::default()
        };
        let before = typed.clone();
        let period = typed.period(year, &TermDates::usual(year));
        prop_assert!(!period_hint(&period).is_empty());
        prop_assert!(!period.before || period.end.is_some());
        let money = typed.money();
        prop_assert!(!money_hint(&money).is_empty());
        prop_assert_eq!(money.per.is_some(), money.from.is_some() || money.to.is_some());
        prop_assert!(money.from.zip(money.to).is_none_or(|(from, to)| from <= to));
        for person in typed.people().all() {
            prop_assert!(!person.trim().is_empty());
            let _ = canonical_person(person, &[]);
        }
        prop_assert_eq!(&typed, &before);
        let json = serde_json::to_string(&typed).unwrap();
        prop_assert_eq!(serde_json::from_str::<Item>(&json).unwrap(), before);
    }

    #[test]
    fn people_are_words_of_the_cell(text in any_text()) {
        let single_spaces = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let whole = single_spaces(&words::nfc(&text));
        for person in understand_people(&text).all() {
            prop_assert!(whole.contains(person), "{person:?}");
        }
    }

    #[test]
    fn nfc_and_folding_are_done_once(text in any_text()) {
        let nfc = words::nfc(&text).into_owned();
        prop_assert_eq!(words::nfc(&nfc).into_owned(), nfc.clone());
        let folded = words::fold(&text);
        prop_assert_eq!(words::fold(&folded), folded.clone());
        prop_assert_eq!(words::fold(&nfc), folded);
        let clean = words::clean_paste(&text);
        prop_assert_eq!(words::clean_paste(&clean), clean);
    }

    /// Letters are folded by a table; it says what Unicode says of the whole text.
    #[test]
    fn folding_is_what_unicode_makes_of_the_text(text in prop_oneof![any_text(), any::<String>()]) {
        use unicode_normalization::UnicodeNormalization as _;
        use unicode_normalization::char::is_combining_mark;
        let apart = text.chars().flat_map(char::to_lowercase).nfd();
        let plain = apart.filter(|c| !is_combining_mark(*c)).map(|c| match c {
            'đ' | 'ð' => 'd',
            c if c.is_whitespace() => ' ',
            c => c,
        });
        prop_assert_eq!(words::fold(&text), plain.collect::<String>());
    }

    #[test]
    fn a_text_is_found_in_itself(text in any_text(), more in any_text()) {
        let longer = format!("{} {text}", &more);
        prop_assert!(words::contains_folded(&text, &words::fold(&text)));
        prop_assert!(words::contains_folded(&longer, "") );
    }

    #[test]
    fn the_order_is_one(a in any_text(), b in any_text(), c in any_text()) {
        prop_assert_eq!(words::compare(&a, &b), words::compare(&b, &a).reverse());
        prop_assert_eq!(words::compare(&a, &b).is_eq(), a == b);
        let mut sorted = [&a, &b, &c];
        sorted.sort_by(|a, b| words::compare_people(a, b));
        prop_assert!(words::compare_people(sorted[0], sorted[2]).is_le());
    }

    #[test]
    fn school_years_with_any_dash_come_back(
        first in 1900_i16..=9000,
        dash in prop::sample::select(vec!["-", "–", "—", "‑", "−", "~", " - ", " – ", "\u{a0}-\u{a0}"]),
    ) {
        let year = SchoolYear::starting(first).unwrap();
        let typed = format!("{first}{dash}{}", first + 1);
        prop_assert_eq!(SchoolYear::parse(&typed), Some(year));
        prop_assert_eq!(SchoolYear::parse(&year.to_string()), Some(year));
        let json = serde_json::to_string(&year).unwrap();
        prop_assert_eq!(serde_json::from_str::<SchoolYear>(&json).unwrap(), year);
    }

    #[test]
    fn dates_and_numbers_come_back(days in 0_i32..200_000, value in any::<u64>()) {
        let day = jiff::civil::date(1900, 1, 1) + jiff::Span::new().days(days);
        prop_assert_eq!(words::parse_date(&words::date(day)), Some(day));
        prop_assert_eq!(words::parse_number(&words::number(value)), Some(value));
        prop_assert!(words::money_short(value).ends_with(" đồng"));
    }
}

/// As long as a cell may be and still be understood, and made of what cells are made of.
#[test]
fn a_long_cell_takes_no_longer_for_its_order() {
    let started = std::time::Instant::now();
    for piece in
        ["Quỹ & ", "(", "9,", "x 5 lớp ", "GV, ", "HT - ", "phối hợp ", "Toán, ", "và GV ", "5 tr;"]
    {
        let text = piece.repeat(3_900 / piece.len());
        let money = caitien::understand::understand_money(&text);
        assert_eq!(money.from, None, "{piece:?}");
        assert!(understand_people(&text).all().count() <= 2_000, "{piece:?}");
    }
    // A busy machine takes a tenth of it.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// Each of these went as deep, or took as many steps for each word, as the cell is long.
#[test]
fn a_very_long_cell_is_read_like_any_other() {
    let year = SchoolYear::starting(2026).unwrap();
    let terms = TermDates::usual(year);
    let long = |piece: &str| piece.repeat(1_000_000 / piece.len());
    for piece in ["đầu ", "cuối ", "9, ", "tháng 9, ", "hằng tháng, "] {
        let period = caitien::understand::understand_period(&long(piece), year, &terms);
        assert_eq!(period.start, None, "{piece:?}");
    }
    for piece in [
        "5 tỷ ",
        "5 đồng ",
        "Quỹ và ",
        "/",
        "9",
        "0",
        "9,",
        ",",
        "(",
        ")",
        "5 triệu (",
        "= 5 triệu ",
        "x 5 lớp ",
        "Quỹ & ",
        "không ",
    ] {
        let money = caitien::understand::understand_money(&long(piece));
        assert_eq!(money.from, None, "{piece:?}");
    }
    for piece in ["tiêu chuẩn 1, ", "tiêu chí 1.1, ", "mức 4 ", "1", "i ", "("] {
        let text = long(piece);
        assert!(caitien::understand::standards_in(&text).len() <= 30, "{piece:?}");
        assert!(caitien::understand::criteria_in(&text, true).len() <= 30, "{piece:?}");
        assert_eq!(caitien::understand::list_marker(&text), None, "{piece:?}");
    }
    for piece in [
        "trường ",
        "và ",
        "x và y ",
        "tổng phụ trách ",
        "9",
        ",",
        "(",
        ")",
        "a, ",
        "GV, ",
        "Toán, ",
        "phối hợp ",
        "1. ",
        "\n",
        "(a, ",
        "HT - ",
    ] {
        let people = understand_people(&long(piece));
        assert_eq!(people.partners, Vec::<String>::new(), "{piece:?}");
    }
}
