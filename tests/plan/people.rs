//! Who does the work, as cells say it.

use caitien::plan::{Abbreviation, Item, Typed};
use caitien::understand::{canonical_person, understand_people};

/// "lead | partner | partner".
#[track_caller]
fn check_all(table: &[(&str, &str)]) {
    for (text, expect) in table {
        let people = understand_people(text);
        assert_eq!(people.all().collect::<Vec<_>>().join(" | "), *expect, "{text:?}");
    }
}

#[test]
fn the_first_leads() {
    check_all(&[
        ("Hiệu trưởng, Phó Hiệu trưởng, Kế toán", "Hiệu trưởng | Phó Hiệu trưởng | Kế toán"),
        ("UBND phường,\nHiệu trưởng", "UBND phường | Hiệu trưởng"),
        ("Phó Hiệu trưởng, GV; nhân viên y tế", "Phó Hiệu trưởng | GV | nhân viên y tế"),
        ("BGH.", "BGH"),
        ("", ""),
        (" , ; \n", ""),
        ("CB-GV-NV", "CB-GV-NV"),
        ("UBND TP. Huế, Hiệu trưởng", "UBND TP. Huế | Hiệu trưởng"),
        ("Nhân viên thư viện - thiết bị", "Nhân viên thư viện - thiết bị"),
        ("- Hiệu trưởng\n- Kế toán", "Hiệu trưởng | Kế toán"),
        ("1. Hiệu trưởng\n2. Kế toán", "Hiệu trưởng | Kế toán"),
        ("Hiệu trưởng và Kế toán", "Hiệu trưởng | Kế toán"),
        ("Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo"),
        ("Giáo viên (Ngữ văn, Toán), TPT", "Giáo viên (Ngữ văn, Toán) | TPT"),
        ("Hie\u{323}\u{302}u trưởng, PHT", "Hiệu trưởng | PHT"),
    ]);
}

#[test]
fn subjects_stay_with_the_word_they_follow() {
    check_all(&[
        ("Tổ Toán, Lý, Hóa; Kế toán", "Tổ Toán, Lý, Hóa | Kế toán"),
        ("Nhóm trưởng Văn, Sử, Địa", "Nhóm trưởng Văn, Sử, Địa"),
        ("Thầy cô Văn, Sử, Địa", "Thầy cô Văn, Sử, Địa"),
        ("Chủ trì: PHT; KT, phối hợp: GVCN", "PHT | KT | GVCN"),
        ("Chủ trì: PHT, KT phối hợp: GVCN", "PHT | KT | GVCN"),
        ("Phối hợp: KT, GV phối hợp: GVCN", "KT | GV | GVCN"),
    ]);
}

#[test]
fn words_say_who_leads_and_who_helps() {
    check_all(&[
        ("Hiệu trưởng phối hợp với Công đoàn", "Hiệu trưởng | Công đoàn"),
        ("Hiệu trưởng, PHT phối hợp Kế toán", "Hiệu trưởng | PHT | Kế toán"),
        ("Phó Hiệu trưởng chủ trì, phối hợp với GVCN, CMHS", "Phó Hiệu trưởng | GVCN | CMHS"),
        ("Chủ trì: Hiệu trưởng; Phối hợp: Kế toán, PHT", "Hiệu trưởng | Kế toán | PHT"),
        ("Chủ trì: Hiệu trưởng\nPhối hợp: Kế toán", "Hiệu trưởng | Kế toán"),
        ("Phối hợp: Kế toán\nChủ trì: Hiệu trưởng", "Hiệu trưởng | Kế toán"),
        ("Kế toán (phối hợp), Hiệu trưởng (chủ trì)", "Hiệu trưởng | Kế toán"),
        ("Phó Hiệu trưởng phụ trách chuyên môn, GV", "Phó Hiệu trưởng phụ trách chuyên môn | GV"),
        ("Người phụ trách: Kế toán", "Kế toán"),
        ("Nhân viên y tế, phụ trách thư viện", "Nhân viên y tế | phụ trách thư viện"),
        ("Hiệu trưởng chỉ đạo; PHT thực hiện; GVCN phối hợp", "Hiệu trưởng | PHT | GVCN"),
        ("Chủ trì: PHT. Phối hợp: TTCM, GV", "PHT | TTCM | GV"),
        ("Phó Hiệu trưởng phụ trách", "Phó Hiệu trưởng"),
        ("BGH cùng với CTCĐ", "BGH | CTCĐ"),
        ("Tổng phụ trách Đội", "Tổng phụ trách Đội"),
        ("Tổng phụ trách", "Tổng phụ trách"),
    ]);
}

#[test]
fn labels_and_markers_are_no_part_of_a_name() {
    check_all(&[
        ("Phụ trách: PHT; Giám sát: BGH", "PHT | BGH"),
        ("Người chịu trách nhiệm: PHT", "PHT"),
        ("Đơn vị chủ trì: Tổ Văn; đơn vị phối hợp: Đoàn TN", "Tổ Văn | Đoàn TN"),
        ("HT: chủ trì; KT: phối hợp", "HT | KT"),
        ("CT: HT; PH: KT", "HT | KT"),
        ("Chủ trì: HT. Phối hợp: KT.", "HT | KT"),
        ("Tham mưu: VT. Phê duyệt: HT", "VT | HT"),
        ("Thành viên: HT, PHT", "HT | PHT"),
        ("- Chủ trì: HT\n- Phối hợp: PHT, KT", "HT | PHT | KT"),
        ("b) Phối hợp: KT\na) Chủ trì: HT", "HT | KT"),
        ("1.Hiệu trưởng\n2.Kế toán", "Hiệu trưởng | Kế toán"),
        ("1. HT, 2. PHT", "HT | PHT"),
        ("(1) HT; (2) PHT", "HT | PHT"),
        ("1) HT 2) PHT", "HT | PHT"),
        ("a. HT\nđ. KT", "HT | KT"),
        ("a) HT, b) KT", "HT | KT"),
        ("I. HT\nII. KT", "HT | KT"),
        ("• HT\n• KT", "HT | KT"),
        ("+ HT\n+ PHT", "HT | PHT"),
        ("P.HT, KT", "P.HT | KT"),
        ("P. Hiệu trưởng", "P. Hiệu trưởng"),
        ("KT. Hiệu trưởng", "KT. Hiệu trưởng"),
        ("TS. Nguyễn Văn An, ThS. Lê Thị Bình", "TS. Nguyễn Văn An | ThS. Lê Thị Bình"),
        ("UBND TP. Vinh; Hiệu trưởng", "UBND TP. Vinh | Hiệu trưởng"),
    ]);
}

#[test]
fn names_keep_their_commas() {
    check_all(&[
        ("Tổ Toán, Lý, Hóa", "Tổ Toán, Lý, Hóa"),
        ("Tổ Toán, Tổ Văn", "Tổ Toán | Tổ Văn"),
        ("GV Toán, Văn, Anh và Kế toán", "GV Toán, Văn, Anh | Kế toán"),
        ("GVBM Ngữ văn, Lịch sử, Địa lí; TTCM", "GVBM Ngữ văn, Lịch sử, Địa lí | TTCM"),
        ("GV dạy Tin, GV dạy Anh", "GV dạy Tin | GV dạy Anh"),
        ("Khối trưởng khối 1, 2, 3; PHT", "Khối trưởng khối 1, 2, 3 | PHT"),
        ("Giáo viên lớp 1, lớp 2", "Giáo viên lớp 1, lớp 2"),
        ("GVCN 6A, 6B, Kế toán", "GVCN 6A, 6B | Kế toán"),
        ("GVCN lớp 5A1,5A2", "GVCN lớp 5A1,5A2"),
        ("Tổ trưởng tổ 1, 2 và 3", "Tổ trưởng tổ 1, 2 và 3"),
        ("Tổ 1, Tổ 2", "Tổ 1 | Tổ 2"),
        ("02 Phó Hiệu trưởng, 03 tổ trưởng", "02 Phó Hiệu trưởng | 03 tổ trưởng"),
        ("Sở Lao động, Thương binh và Xã hội, HT", "Sở Lao động, Thương binh và Xã hội | HT"),
        ("Phòng Tài chính, Kế hoạch; Kế toán", "Phòng Tài chính, Kế hoạch | Kế toán"),
        ("Phối hợp: Ban Văn hóa, Xã hội xã, GVCN", "Ban Văn hóa, Xã hội xã | GVCN"),
        ("Hội đồng Thi đua, Khen thưởng", "Hội đồng Thi đua, Khen thưởng"),
        ("Trạm Y tế, Công an xã", "Trạm Y tế | Công an xã"),
        ("Đoàn Thanh niên, Đội Thiếu niên", "Đoàn Thanh niên | Đội Thiếu niên"),
        ("Giáo viên (Toán; Lý); TPT", "Giáo viên (Toán; Lý) | TPT"),
        ("Ban Giám hiệu (HT, PHT); TTCM", "Ban Giám hiệu (HT, PHT) | TTCM"),
        (
            "Bà Phan Thị Lụa, Hiệu trưởng; ông Đỗ Văn Mến, Kế toán",
            "Bà Phan Thị Lụa, Hiệu trưởng | ông Đỗ Văn Mến, Kế toán",
        ),
        ("Lê Văn Tám, Kế toán", "Lê Văn Tám | Kế toán"),
        ("Hội đồng thi đua, khen thưởng; HT", "Hội đồng thi đua, khen thưởng | HT"),
        ("Tổ trưởng\n(tổ Toán, tổ Văn); HT", "Tổ trưởng (tổ Toán, tổ Văn) | HT"),
        ("GV dạy 2 buổi/ngày, CMHS", "GV dạy 2 buổi/ngày | CMHS"),
        ("Thầy Minh, cô Hoa, Kế toán", "Thầy Minh | cô Hoa | Kế toán"),
    ]);
}

#[test]
fn what_joins_two_people() {
    check_all(&[
        ("Phan Thị Lụa và Đỗ Văn Mến", "Phan Thị Lụa | Đỗ Văn Mến"),
        ("Thầy Minh & cô Hoa", "Thầy Minh | cô Hoa"),
        ("Hiệu trưởng và các tổ trưởng", "Hiệu trưởng | các tổ trưởng"),
        ("UBND xã và Sở GDĐT", "UBND xã | Sở GDĐT"),
        ("Kế toán và Thủ quỹ", "Kế toán | Thủ quỹ"),
        ("Hiệu trưởng cùng toàn thể CBGVNV", "Hiệu trưởng | toàn thể CBGVNV"),
        ("TPT phối kết hợp với GVCN", "TPT | GVCN"),
        ("HT - PHT - KT", "HT | PHT | KT"),
        ("HT + PHT", "HT | PHT"),
        ("CB - GV - NV", "CB - GV - NV"),
        ("Hiệu trưởng - Chủ tịch Hội đồng, KT", "Hiệu trưởng - Chủ tịch Hội đồng | KT"),
        ("Đ/c Lan - HT; đ/c Bình - PHT", "Đ/c Lan - HT | đ/c Bình - PHT"),
        ("Hiệu trưởng/Phó Hiệu trưởng", "Hiệu trưởng | Phó Hiệu trưởng"),
        ("Nhân viên thư viện và thiết bị", "Nhân viên thư viện và thiết bị"),
        ("Phòng Văn hóa và Thông tin", "Phòng Văn hóa và Thông tin"),
        ("BGH chỉ đạo GV thực hiện", "BGH | GV"),
        ("Hiệu trưởng chỉ đạo, tổ chuyên môn thực hiện", "Hiệu trưởng | tổ chuyên môn"),
        ("Do Hiệu trưởng chủ trì", "Hiệu trưởng"),
        ("HT, PHT chỉ đạo; GV thực hiện", "HT | PHT | GV"),
        ("HT chỉ đạo; PHT triển khai", "HT | PHT"),
        ("GV thực hiện chương trình, TTCM", "GV thực hiện chương trình | TTCM"),
        ("PHT (phối hợp với TTCM, GVCN)", "PHT | TTCM | GVCN"),
        ("PHT chủ trì (TTCM phối hợp)", "PHT | TTCM"),
        ("PHT phụ trách CSVC - Chủ trì; KT - Phối hợp", "PHT phụ trách CSVC | KT"),
        ("KT, PHT (chủ trì)", "PHT | KT"),
        ("HT chịu trách nhiệm; KT, VT thực hiện", "HT | KT | VT"),
        ("Ban Chỉ đạo, GVCN", "Ban Chỉ đạo | GVCN"),
        ("Tổ Giám sát; HT", "Tổ Giám sát | HT"),
        ("Phó Hiệu\ntrưởng, Kế toán", "Phó Hiệu trưởng | Kế toán"),
        ("Hiệu trưởng\nkế toán", "Hiệu trưởng | kế toán"),
        ("Hiệu trưởng phối hợp\nvới Công đoàn", "Hiệu trưởng | Công đoàn"),
        ("Sở Giáo dục\nvà Đào tạo, HT", "Sở Giáo dục và Đào tạo | HT"),
    ]);
}

#[test]
fn some_words_name_nobody() {
    for text in [
        "nt",
        "NT.",
        "n/t",
        "Như trên",
        "như mục 1",
        "Không",
        "Không có",
        "Có",
        "-",
        "//",
        "…",
        "x",
        "Chưa phân công",
        "Theo phân công",
        "Tương tự",
    ] {
        assert_eq!(understand_people(text).all().count(), 0, "{text:?}");
        assert!(!understand_people(text).understood(), "{text:?}");
    }
    check_all(&[
        ("Hiệu trưởng, v.v.", "Hiệu trưởng"),
        ("HT, nt", "HT"),
        ("Như Quỳnh, HT", "Như Quỳnh | HT"),
    ]);
}

#[test]
fn one_role_has_one_name() {
    for (name, expect) in [
        ("PHT", "Phó Hiệu trưởng"),
        ("Phó HT", "Phó Hiệu trưởng"),
        ("phó hiệu trưởng", "Phó Hiệu trưởng"),
        ("PHÓ HIỆU TRƯỞNG", "Phó Hiệu trưởng"),
        ("PHT Chuyên môn", "Phó Hiệu trưởng Chuyên môn"),
        ("BGH", "Ban Giám hiệu"),
        ("GVCN", "Giáo viên chủ nhiệm"),
        ("KT", "Kế toán"),
        ("KT. Hiệu trưởng", "KT. Hiệu trưởng"),
        ("CMHS", "Cha mẹ học sinh"),
        ("PHHS", "Cha mẹ học sinh"),
        ("Phụ huynh học sinh", "Cha mẹ học sinh"),
        ("Ban đại diện CMHS", "Ban đại diện Cha mẹ học sinh"),
        ("NV  Thư viện", "Nhân viên Thư viện"),
        ("Bà Nguyễn Thị Lan", "Bà Nguyễn Thị Lan"),
        ("", ""),
    ] {
        assert_eq!(canonical_person(name, &[]), expect, "{name:?}");
    }
}

#[test]
fn the_schools_own_abbreviations_win() {
    let own = [Abbreviation { short: "KT".into(), long: "Khảo thí".into() }];
    assert_eq!(canonical_person("KT", &own), "Khảo thí");
    assert_eq!(canonical_person("HT", &own), "Hiệu trưởng");
}

#[test]
fn what_a_person_corrected_wins() {
    let mut item = Item { responsible: Typed::new("BGH, GV"), ..Item::default() };
    assert_eq!(item.people().lead.as_deref(), Some("BGH"));
    item.responsible.corrected = Some(vec!["Kế toán".into(), "BGH".into()]);
    assert_eq!(item.people().all().collect::<Vec<_>>(), ["Kế toán", "BGH"]);
}
