//! The language: folding, order, dates, numbers, pasted text.

use caitien::messages::{money_hint, period_hint};
use caitien::plan::{Period, Recurs, SchoolYear, TermDates};
use caitien::understand::{understand_money, understand_period};
use caitien::words;
use caitien::words::encodings::{Encoding, Font, propose};
use jiff::civil::date;

#[test]
fn every_letter_of_latin_is_folded_as_unicode_takes_it_apart() {
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;
    for letter in (0..=0x2000).filter_map(char::from_u32) {
        let plain = letter.to_lowercase().nfd().filter(|c| !is_combining_mark(*c));
        let plain: String = plain
            .map(|c| if "đð".contains(c) { 'd' } else { c })
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .collect();
        // Beside an "ế" it goes through the table, alone it may not.
        assert_eq!(words::fold(&format!("ế{letter}")), format!("e{plain}"), "{letter:?}");
        assert_eq!(words::fold(&letter.to_string()), plain, "{letter:?}");
    }
}

#[test]
fn folding_forgets_marks_and_capitals() {
    for (text, expect) in [
        ("Kế hoạch", "ke hoach"),
        ("ĐẶNG ĐÌNH ĐÔ", "dang dinh do"),
        ("\u{D0}à Nẵng", "da nang"),
        ("hòa", "hoa"),
        ("hoà", "hoa"),
        ("Ke\u{302}\u{301} hoa\u{323}ch", "ke hoach"),
        ("ưỡn ẹo", "uon eo"),
        ("a\u{a0}b", "a b"),
    ] {
        assert_eq!(words::fold(text), expect, "{text:?}");
    }
}

#[test]
fn searching_finds_both_ways_to_write() {
    for (text, searched) in [
        ("Kế hoạch cải tiến", "ke hoach"),
        ("Kế hoạch cải tiến", "KẾ HOẠCH"),
        ("hòa bình", "hoà"),
        ("kỹ thuật", "kĩ"),
        ("kĩ thuật", "kỹ"),
        ("Mỹ thuật", "mi thuat"),
        ("Quý I", "quí"),
        ("quyết định", "quy"),
        ("Đội", "doi"),
        ("bất kỳ", ""),
        ("kỹ thuật", "y thuat"),
    ] {
        assert!(words::contains_folded(text, searched), "{searched:?} in {text:?}");
    }
    for (text, searched) in [("bàn tay", "tai"), ("thúy", "thui"), ("abc", "abcd")] {
        assert!(!words::contains_folded(text, searched), "{searched:?} in {text:?}");
    }
}

#[test]
fn the_alphabet_and_the_tones_have_their_order() {
    for row in [
        "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
        "ma mà mả mã má mạ",
        "an ăn ân",
        "da dạ đa đà",
        "o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ",
    ] {
        let mut sorted: Vec<&str> = row.split(' ').collect();
        sorted.reverse();
        sorted.sort_by(|a, b| words::compare(a, b));
        assert_eq!(sorted.join(" "), row);
    }
}

#[test]
fn people_sort_by_the_last_word_of_the_name() {
    let mut names = ["Trần Văn Đức", "Nguyễn Thị Ánh", "Lê An", "Phạm Văn Dũng", "Bùi An"];
    names.sort_by(|a, b| words::compare_people(a, b));
    assert_eq!(names, ["Bùi An", "Lê An", "Nguyễn Thị Ánh", "Phạm Văn Dũng", "Trần Văn Đức"]);
}

#[test]
fn dates_are_written_as_decree_30_says() {
    for (day, expect) in [
        (date(2026, 9, 1), "01/9/2026"),
        (date(2027, 2, 15), "15/02/2027"),
        (date(2027, 1, 9), "09/01/2027"),
        (date(2026, 12, 31), "31/12/2026"),
        (date(2026, 3, 10), "10/3/2026"),
    ] {
        assert_eq!(words::date(day), expect);
        assert_eq!(words::parse_date(expect), Some(day));
    }
    for text in ["15/10/2026", "15-10-2026", "15.10.2026", " 15 / 10 / 2026 ", "15–10–2026"] {
        assert_eq!(words::parse_date(text), Some(date(2026, 10, 15)), "{text:?}");
    }
    for text in
        ["", "31/02/2027", "15/13/2026", "15/10/26", "2026-10-15", "1/2", "a/b/c", "+1/2/2026"]
    {
        assert_eq!(words::parse_date(text), None, "{text:?}");
    }
}

#[test]
fn numbers_in_and_out() {
    for (value, expect) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1.000"),
        (1_234_567, "1.234.567"),
        (u64::MAX, "18.446.744.073.709.551.615"),
    ] {
        assert_eq!(words::number(value), expect);
        assert_eq!(words::parse_number(expect), Some(value));
    }
    for (text, expect) in [
        ("4,5", Some((45, 1))),
        ("1.234.567,5", Some((12_345_675, 1))),
        ("4.5", Some((45, 1))),
        ("50,000,000", Some((50_000_000, 0))),
        ("1.23.456", None),
        ("1,2.3,4", None),
        ("", None),
        (",5", None),
        ("5,", None),
        ("5.", None),
        ("99999999999999999999", None),
    ] {
        assert_eq!(words::parse_decimal(text), expect, "{text:?}");
    }
    assert_eq!(words::money(5_000_000), "5.000.000 đồng");
    for (dong, expect) in [
        (4_500_000_000, "4,5 tỷ đồng"),
        (5_000_000, "5 triệu đồng"),
        (1_250_000, "1,25 triệu đồng"),
        (500_000, "500.000 đồng"),
        (1_000_000_001, "1.000.000.001 đồng"),
        (0, "0 đồng"),
    ] {
        assert_eq!(words::money_short(dong), expect);
    }
}

#[test]
fn capitals_keep_every_letter() {
    assert_eq!(words::upper("Trường THCS Đống Đa, số 5 – ế ữ"), "TRƯỜNG THCS ĐỐNG ĐA, SỐ 5 – Ế Ữ");
    assert_eq!(words::upper("e\u{302}\u{301}"), "Ế");
    assert_eq!(words::upper("ß"), "ß");
}

#[test]
fn pasted_text_loses_only_what_is_not_seen() {
    for (text, expect) in [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\u{FEFF}Kế\u{200B} ho\u{AD}ạch\0", "Kế hoạch"),
        ("\u{F0B7} một\t hai", "• một\t hai"),
        ("\u{F0A7}\u{F0FC}\u{F02D}", "▪✓-"),
        ("a\u{A0}b\u{202F}c\u{2011}d", "a b c-d"),
        ("\u{D0}ội", "Đội"),
        ("Ke\u{302}\u{301}", "Kế"),
        ("a\u{B}b", "a\nb"),
    ] {
        assert_eq!(words::clean_paste(text), expect, "{text:?}");
    }
}

#[test]
fn old_encodings_are_recognised_and_read() {
    for (old, expect) in [
        ("KÕ ho¹ch c¶i tiÕn chÊt l\u{AD}îng gi¸o dôc", "Kế hoạch cải tiến chất lượng giáo dục"),
        ("HiÖu tr\u{AD}ëng c«ng t¸c §éi", "Hiệu trưởng công tác Đội"),
        ("N¨m häc 2026 - 2027", "Năm học 2026 - 2027"),
    ] {
        let proposal = propose(old).unwrap();
        assert_eq!((proposal.encoding, proposal.text.as_str()), (Encoding::Tcvn3, expect));
    }
    for (old, expect) in [
        ("Keá hoaïch caûi tieán chaát löôïng giaùo duïc", "Kế hoạch cải tiến chất lượng giáo dục"),
        ("KEÁ HOAÏCH NAÊM HOÏC", "KẾ HOẠCH NĂM HỌC"),
        ("Hieäu tröôûng coâng taùc Ñoäi", "Hiệu trưởng công tác Đội"),
    ] {
        let proposal = propose(old).unwrap();
        assert_eq!((proposal.encoding, proposal.text.as_str()), (Encoding::Vni, expect));
    }
    for text in [
        "Kế hoạch cải tiến chất lượng",
        "hoà bình, khoá học là gì",
        "Zoë, naïve, señor, garçon",
        "5 µm, 20 °C, §3, 10 m²",
        "«A» và ©B®",
        "plain text",
        "",
    ] {
        assert_eq!(propose(text), None, "{text:?}");
    }
}

#[test]
fn lines_in_unicode_stay_beside_old_ones() {
    let text = "Kế hoạch\nKÕ ho¹ch n¨m häc\nhoà bình µ";
    assert_eq!(propose(text).unwrap().text, "Kế hoạch\nKế hoạch năm học\nhoà bình µ");
}

#[test]
fn fonts_say_how_their_letters_are_read() {
    for (font, old, expect) in [
        (".VnTime", "tr\u{AD}êng §éi", "trường Đội"),
        (".VnArialH", "kÕ ho¹ch", "KẾ HOẠCH"),
        (".vntime", "Kế hoạch µ", "Kế hoạch µ"),
        ("VNI-Times", "Keá hoaïch", "Kế hoạch"),
        ("Times New Roman", "KÕ", "KÕ"),
        ("Symbol", "\u{F0B7}\u{F061}£", "•α≤"),
        ("Wingdings", "\u{F0FC} \u{F0A7}", "✓ ▪"),
        ("Wingdings 2", "\u{F0E0}", "→"),
    ] {
        assert_eq!(Font::named(font).read(old), expect, "{font}: {old:?}");
    }
}

#[test]
fn hints_say_what_was_understood() {
    let year = SchoolYear::starting(2026).unwrap();
    for (text, expect) in [
        ("Trước ngày 30/11/2026", "trước 30/11/2026"),
        ("Từ 01/10/2026 đến 31/5/2027", "01/10/2026 đến 31/5/2027"),
        ("15/10/2026", "15/10/2026"),
        ("Hàng tháng", "hằng tháng"),
        ("Tháng 9 hằng năm", "hằng năm, 01/9/2026 đến 30/9/2026"),
        ("Đến hết tháng 5/2027", "đến hết 31/5/2027"),
        ("Từ tháng 9/2026", "từ 01/9/2026"),
        ("Theo tháng/năm", "Chưa rõ thời hạn"),
    ] {
        let period = understand_period(text, year, &TermDates::usual(year));
        assert_eq!(period_hint(&period), expect, "{text:?}");
    }
    assert_eq!(
        period_hint(&Period { recurs: Some(Recurs::Ongoing), ..Period::default() }),
        "thường xuyên"
    );
    for (text, expect) in [
        ("5-7 triệu/năm", "5 triệu đồng đến 7 triệu đồng/năm"),
        ("Khoảng 4,5 tỷ", "4,5 tỷ đồng"),
        ("Trên 60 tỷ", "từ 60 tỷ đồng trở lên"),
        ("Dưới 10 triệu", "tối đa 10 triệu đồng"),
        ("Không", "không dùng kinh phí"),
        ("Ngân sách, XHH", "nguồn: Ngân sách, XHH"),
        ("", "Chưa rõ kinh phí"),
    ] {
        assert_eq!(money_hint(&understand_money(text)), expect, "{text:?}");
    }
}
