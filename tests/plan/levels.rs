//! The levels that a target cell speaks of.

use caitien::plan::Item;
use caitien::understand::{Levels, levels_in};

#[track_caller]
fn check<'a>(cases: impl IntoIterator<Item = (&'a str, Option<u8>, Option<u8>)>) {
    let wrong: Vec<String> = cases
        .into_iter()
        .map(|(text, now, target)| (text, Levels { now, target }, levels_in(text)))
        .filter(|(_, expect, found)| expect != found)
        .map(|(text, expect, found)| format!("{text:?}: {found:?}, not {expect:?}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn levels_that_are_said() {
    check([
        ("Đạt mức 3 so với mức 2 hiện tại", Some(2), Some(3)),
        ("Đạt mức 2 so với hiện tại", None, Some(2)),
        ("Duy trì mức 2", Some(2), Some(2)),
        ("Duy trì, giữ vững mức 3.", Some(3), Some(3)),
        ("Tiếp tục củng cố mức 2", Some(2), Some(2)),
        ("từ mức 1 lên mức 2", Some(1), Some(2)),
        ("Nâng tiêu chí 2.2 từ Mức 1 lên Mức 2.", Some(1), Some(2)),
        ("Nâng từ mức 1 đến mức 2", Some(1), Some(2)),
        ("Nâng mức 1 lên mức 2", Some(1), Some(2)),
        ("Từ mức 2 lên 3", Some(2), Some(3)),
        ("Mức 1 → Mức 2", Some(1), Some(2)),
        ("Mức 1 -> 2", Some(1), Some(2)),
        ("Mức 2", None, Some(2)),
        ("MỨC 2.", None, Some(2)),
        ("Mức 02", None, Some(2)),
        ("Mức 2 so với hiện trạng", None, Some(2)),
        ("đạt Mức 4 (M4.3)", None, Some(4)),
        ("Đạt mức 3 (hiện tại mức 2)", Some(2), Some(3)),
        ("Đạt mức 3 (mức 2 hiện nay)", Some(2), Some(3)),
        ("Hiện trạng: Mức 1. Mục tiêu: Mức 2.", Some(1), Some(2)),
        ("Hiện tại: mức 1\nCần đạt: mức 2", Some(1), Some(2)),
        ("Hiện đạt mức 1; phấn đấu đạt mức 2", Some(1), Some(2)),
        ("Đã đạt mức 2, phấn đấu mức 3", Some(2), Some(3)),
        ("Mới đạt mức 1, nâng lên mức 2", Some(1), Some(2)),
        ("Duy trì mức 2, phấn đấu đạt mức 3", Some(2), Some(3)),
        ("Phấn đấu đến năm 2028 đạt mức 3", None, Some(3)),
        ("Bảo đảm mức 2 trở lên", None, Some(2)),
        ("Đạt từ mức 2 trở lên", None, Some(2)),
        ("Tiêu chí 2.2 đạt mức 2", None, Some(2)),
        ("Tiêu chí 2.2: mức 2", None, Some(2)),
        ("Tiêu chí Giáo viên đạt mức 2", None, Some(2)),
        ("Đạt đầy đủ các yêu cầu của Mức 3", None, Some(3)),
        ("Đạt được nội hàm mức 2", None, Some(2)),
        ("Hướng tới mức 3", None, Some(3)),
        ("Từ không đạt lên mức 1", Some(0), Some(1)),
        ("Từ chưa đạt nâng lên Mức 1", Some(0), Some(1)),
        ("Hiện không đạt mức 1; cần đạt mức 1", Some(0), Some(1)),
        ("Đạt mức 2, đủ điều kiện đề nghị chuẩn quốc gia mức độ 1", None, Some(2)),
        ("Đạt mức 3\nThư viện đạt mức độ 2", None, Some(3)),
        ("- Thư viện có thêm 200 bản sách\n- Đạt mức 2", None, Some(2)),
        ("Đa\u{323}t mư\u{301}c 2", None, Some(2)),
        ("Giữ ở mức 2", Some(2), Some(2)),
        ("So với mức 1 thì đạt mức 2", Some(1), Some(2)),
        ("Hiện ở mức 1", Some(1), None),
    ]);
}

#[test]
fn what_says_no_level_of_the_criterion() {
    let silent = [
        "",
        "Mức 1, 2, 3",
        "MỨC 1, 2, 3",
        "Mức 1, Mức 2 và Mức 3",
        "Các tiêu chí mức 1 và 2",
        "Mức 1 - 3",
        "Đạt mức 2, mức 3",
        "Đạt mức 2 hoặc mức 3",
        "Các tiêu chí từ mức 1 đến mức 3",
        "Chuẩn quốc gia mức độ 2",
        "Đạt chuẩn quốc gia mức 2",
        "mức độ 2 chuẩn quốc gia",
        "Đạt mức 2 chuẩn quốc gia",
        "Thư viện đạt mức 2",
        "Thư viện đạt mức độ 2 trở lên",
        "Phổ cập giáo dục đạt mức 3",
        "Dịch vụ công trực tuyến mức 4",
        "Mức chi 2 triệu đồng",
        "Mức 2 triệu đồng",
        "đạt mức 3 tỷ",
        "Mức 2.000.000 đồng",
        "Đạt mức 2,5",
        "Đạt mức 10",
        "Mức 5",
        "Đạt mức 0",
        "Mục 2",
        "muc 2",
        "Định mức 2 tiết mỗi tuần",
        "Học phí mức 1",
        "80% giáo viên đạt mức 3",
        "Ít nhất 45% giáo viên đạt mức tốt",
        "Học sinh đạt mức 3 về năng lực",
        "Chưa đạt mức 2",
        "Khắc phục các tiêu chí không đạt mức 3",
        "Đạt mức 2; năm học sau đạt mức 3",
        "Từ mức 3 lên mức 2",
        "Vượt mức 2",
        "Dưới mức 2",
        "Hoàn thiện hồ sơ (mức 2)",
        "Mức 3 yêu cầu có phòng bộ môn",
        "Kết quả ở mức khá",
        "Cấp độ 2",
        "Đến mức 2",
        "Đạt mức 1/2",
        "Đạt mức 2 chuẩn nghề nghiệp",
        "Đạt từ mức 2 trở xuống",
    ];
    check(silent.map(|text| (text, None, None)));
}

#[test]
fn what_a_person_set_wins_over_the_cell() {
    let target = "Đạt mức 3 so với mức 2 hiện tại".to_owned();
    let mut item = Item { target, ..Item::default() };
    assert_eq!(item.levels(), Levels { now: Some(2), target: Some(3) });
    item.level_target = Some(2);
    assert_eq!(item.levels(), Levels { now: Some(2), target: Some(2) });
    item.level_now = Some(1);
    assert_eq!(item.levels(), Levels { now: Some(1), target: Some(2) });
}
