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
