//! Standards, criteria and list markers, as titles, cells and lines name them.

use caitien::plan::{Group, Item, Level};
use caitien::understand::{
    criteria_in, criterion_head, list_marker, speaks_of_level_four, standard_of_title, standards_in,
};

#[test]
fn a_title_names_its_standard() {
    for (title, expect) in [
        ("Tiêu chuẩn 3: Cơ sở vật chất", Some(3)),
        ("TIÊU CHUẨN 3. CƠ SỞ VẬT CHẤT", Some(3)),
        ("  Tiêu chuẩn  2", Some(2)),
        ("1. Tiêu chuẩn 1: Tổ chức", Some(1)),
        ("II. TIÊU CHUẨN II", Some(2)),
        ("- Tiêu chuẩn 4", Some(4)),
        ("Tiêu chuẩn số 5", Some(5)),
        ("Tiêu chuẩn 1 - Tổ chức", Some(1)),
        ("Tie\u{302}u chua\u{302}\u{309}n 2", Some(2)),
        ("tieu chuan 2", Some(2)),
        ("Tiêu chuẩn 1, 2", None),
        ("Tiêu chuẩn 1 và 2", None),
        ("Tiêu chuẩn đánh giá trường", None),
        ("Tiêu chuẩn 17/2018", None),
        ("Tiêu chuẩn 2.1", None),
        ("Tiêu chuẩn 2018", None),
        ("Tiêu chuẩn 0", None),
        ("Các nội dung của tiêu chuẩn 2", None),
        ("Tiêu chí 1.6", None),
        ("Cơ sở vật chất", None),
        ("", None),
    ] {
        assert_eq!(standard_of_title(title), expect, "{title:?}");
    }
}

#[test]
fn what_is_stored_wins_over_the_title() {
    let group = |standard| Group { title: "Tiêu chuẩn 2".into(), standard, ..Group::default() };
    assert_eq!(group(None).standard_number(), Some(2));
    assert_eq!(group(Some(5)).standard_number(), Some(5));
}

#[test]
fn a_sentence_names_standards() {
    for (text, expect) in [
        ("Theo dõi tiêu chuẩn 1, 3.", &[1, 3][..]),
        ("Theo dõi Tiêu chuẩn 2 và 5; tiêu chuẩn 4", &[2, 5, 4]),
        ("Phụ trách các tiêu chuẩn 1-3", &[1, 2, 3]),
        ("Phụ trách tiêu chuẩn 1 đến 3, 5", &[1, 2, 3, 5]),
        ("Tiêu chuẩn I, III", &[1, 3]),
        ("Tiêu chuẩn 2, tiêu chuẩn 2", &[2]),
        ("Theo dõi 02 lần trong năm", &[]),
        ("Theo tiêu chuẩn 18/2018", &[]),
        ("Tiêu chuẩn và tiêu chí", &[]),
    ] {
        assert_eq!(standards_in(text), expect, "{text:?}");
    }
}

#[test]
fn a_cell_names_criteria() {
    for (text, level_four, expect) in [
        ("Tiêu chí 1.6. Quản lý hành chính", false, &["1.6"][..]),
        ("TIÊU CHÍ 1.6", false, &["1.6"]),
        ("1.6 Quản lý hành chính", false, &["1.6"]),
        ("2.10. Học sinh", false, &["2.10"]),
        ("Tiêu chí 1.1, 1.2 và 2.3", false, &["1.1", "1.2", "2.3"]),
        ("Tiêu chí 1.1; tiêu chí 3.2", false, &["1.1", "3.2"]),
        ("Mức 4, tiêu chí 3", false, &["M4.3"]),
        ("Tiêu chí 3 (Mức 4)", false, &["M4.3"]),
        ("Tiêu chí 3. Thư viện", true, &["M4.3"]),
        ("M4.2 Thư viện", false, &["M4.2"]),
        ("Tiêu chí 3. Thư viện", false, &[]),
        ("1.5 triệu đồng", false, &[]),
        ("2.5% học sinh", false, &[]),
        ("5.10.2026", false, &[]),
        ("Tiêu chí khác", false, &[]),
        ("Quản lý", true, &[]),
        ("", false, &[]),
    ] {
        assert_eq!(criteria_in(text, level_four), expect, "{text:?}");
    }
}

#[test]
fn an_item_answers_what_was_chosen_or_what_its_cell_says() {
    let mut item = Item { criterion_text: "Tiêu chí 1.6. Quản lý".into(), ..Item::default() };
    assert_eq!(item.first_code().as_deref(), Some("1.6"));
    item.criteria = vec!["2.1".into()];
    assert_eq!(item.first_code().as_deref(), Some("2.1"));
}

#[test]
fn the_code_at_the_head_of_a_criterion_ends_somewhere() {
    for (text, code) in [
        ("Tiêu chí 1.6. Quản lý hành chính", "Tiêu chí 1.6"),
        ("TIÊU CHÍ 1.6. QUẢN LÝ", "TIÊU CHÍ 1.6"),
        ("1.3 Quản lý kế hoạch", "1.3"),
        ("Tiêu chí 2. Thư viện", "Tiêu chí 2"),
        ("100% học sinh", ""),
        ("Tiêu chí khác", ""),
        ("", ""),
    ] {
        assert_eq!(&text[..criterion_head(text)], code, "{text:?}");
    }
}

#[test]
fn level_four_stands_alone() {
    for title in ["MỨC 4", "Mức 4: Điển hình", "Tiêu chí Mức 4 (Điển hình)", "Nâng cao (mức 4)"]
    {
        assert!(speaks_of_level_four(title), "{title:?}");
    }
    for title in ["MỨC 1, 2, 3, 4", "Mức 40", "Tiêu chuẩn 4", "Mức"] {
        assert!(!speaks_of_level_four(title), "{title:?}");
    }
}

#[test]
fn a_line_begins_with_a_marker_or_with_words() {
    for (line, level, rest) in [
        ("1. Hiệu trưởng", Level::Number, "Hiệu trưởng"),
        ("12) Kế toán", Level::Number, "Kế toán"),
        ("a) Rà soát", Level::Letter, "Rà soát"),
        ("đ)\tRà soát", Level::Letter, "Rà soát"),
        ("- Rà soát", Level::Dash, "Rà soát"),
        ("– Rà soát", Level::Dash, "Rà soát"),
        ("• Rà soát", Level::Dash, "Rà soát"),
        ("  + Rà soát ", Level::Plus, "Rà soát"),
    ] {
        assert_eq!(list_marker(line), Some((level, rest)), "{line:?}");
    }
    for line in
        ["1.5 triệu", "2026. Năm", "-5 độ", "A) Rà soát", "30/4", "+VAT", "a.", "Rà soát", "-", ""]
    {
        assert_eq!(list_marker(line), None, "{line:?}");
    }
}
