//! The head of the first page: how long names are parted, and that the date keeps its line.

use caitien::document::{Block, Letterhead};
use caitien::layout::TextItem;
use caitien::plan::PlanDate;

use super::blocks::letterhead_of;
use super::{pages_of, texts};

/// The words of a head alone on a page.
fn items(head: Letterhead) -> Vec<TextItem> {
    texts(&pages_of(vec![Block::Letterhead(head)]).pages[0]).cloned().collect()
}

/// The lines of the left column above the number, from a name in capitals.
#[track_caller]
fn check_school(expect: &[&str]) {
    let head = letterhead_of(|plan| {
        plan.letterhead.governing_body = String::new();
        plan.letterhead.school = expect.join(" ");
    });
    let mut lines: Vec<TextItem> = items(head);
    let number = lines.iter().position(|text| text.text.starts_with("Số")).unwrap();
    let y = lines[number].y;
    lines.retain(|text| {
        text.y < y - 1.0 && text.x < 290.0 && text.text != "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    });
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let lines: Vec<&str> = lines.iter().map(|text| text.text.trim()).collect();
    assert_eq!(lines, expect);
}

#[test]
fn a_long_name_is_parted_behind_the_kind_of_school() {
    check_school(&["TRƯỜNG THCS HOA SỮA"]);
    check_school(&["TRƯỜNG TIỂU HỌC", "LÝ THƯỜNG KIỆT SA PA"]);
    check_school(&["TRƯỜNG TRUNG HỌC CƠ SỞ", "NGUYỄN THỊ MINH KHAI"]);
    check_school(&["TRƯỜNG TRUNG HỌC PHỔ THÔNG", "TRẦN HƯNG ĐẠO"]);
    check_school(&["TRƯỜNG TRUNG HỌC PHỔ THÔNG", "CHUYÊN LÊ QUÝ ĐÔN"]);
    check_school(&["TRƯỜNG TIỂU HỌC", "VÀ TRUNG HỌC CƠ SỞ", "NGUYỄN THỊ MINH KHAI"]);
    check_school(&["TRƯỜNG MẦM NON TƯ THỤC", "NGÔI SAO NHỎ"]);
    check_school(&["TRƯỜNG PHỔ THÔNG", "DÂN TỘC NỘI TRÚ", "HUYỆN MÙ CANG CHẢI"]);
    check_school(&[
        "TRƯỜNG PHỔ THÔNG",
        "DÂN TỘC BÁN TRÚ",
        "TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ",
        "LÊ VĂN TÁM",
    ]);
    check_school(&["TRUNG TÂM", "GIÁO DỤC NGHỀ NGHIỆP -", "GIÁO DỤC THƯỜNG XUYÊN SỐ 3"]);
    check_school(&["TRƯỜNG TIỂU HỌC", "SỐ 4 NGUYỄN BÁ NGỌC"]);
}

#[test]
fn a_name_of_an_authority_is_parted_before_the_place() {
    check_school(&["ỦY BAN NHÂN DÂN", "PHƯỜNG TRẦN HƯNG ĐẠO"]);
    check_school(&["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "THÀNH PHỐ HẢI PHÒNG"]);
    check_school(&["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "THÁI NGUYÊN"]);
}

#[test]
fn number_and_date_of_a_long_place_stand_on_one_line() {
    for place in ["Sa Pa", "Phường Nguyễn Văn Linh", "Thành phố Hồ Chí Minh", "Đặc khu Phú Quốc"]
    {
        for date in [
            PlanDate { year: Some(2026), ..PlanDate::default() },
            PlanDate { day: Some(5), month: Some(2), year: Some(2026) },
            PlanDate::default(),
        ] {
            let head = letterhead_of(|plan| {
                plan.number = String::new();
                plan.symbol = "KH-THTHCSHS".to_owned();
                plan.date = date;
                plan.letterhead.governing_body = String::new();
                plan.letterhead.school = "TRƯỜNG THCS HOA SỮA".to_owned();
                plan.letterhead.place = place.to_owned();
            });
            let texts = items(head);
            let of = |word: &str| texts.iter().find(|text| text.text.contains(word)).unwrap();
            let (number, place_item, month) = (of("KH-THTHCSHS"), of(place), of("tháng"));
            assert!((number.y - place_item.y).abs() < 0.1, "{place} {date:?}");
            assert!((number.y - month.y).abs() < 0.1, "{place} {date:?}");
            assert!(number.x < place_item.x, "{place} {date:?}");
        }
    }
}
