//! The three forms as data.

use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    Block, FormId, Id, Letterhead, Ownership, Plan, SchoolKind, SchoolYear, TableKind, fill_parts,
};

use super::form;

fn headings(id: FormId) -> Vec<String> {
    form(id)
        .parts
        .iter()
        .map(|part| part.heading.to_uppercase())
        .filter(|heading| !heading.is_empty())
        .collect()
}

fn visible(id: FormId, table: TableKind) -> Vec<String> {
    form(id)
        .columns_for(table, &[])
        .into_iter()
        .filter(|column| !column.hidden)
        .map(|column| column.title)
        .collect()
}

#[test]
fn form_a_has_its_four_parts_and_nine_columns() {
    assert_eq!(
        headings(TABLE_2018),
        [
            "MỤC ĐÍCH, YÊU CẦU",
            "CĂN CỨ XÂY DỰNG KẾ HOẠCH",
            "NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
            "TỔ CHỨC THỰC HIỆN",
        ]
    );
    assert_eq!(
        visible(TABLE_2018, TableKind::Rows),
        [
            "TT",
            "Tiêu chuẩn, tiêu chí",
            "Kết quả cần đạt (so với hiện trạng)",
            "Công việc/giải pháp cần thực hiện",
            "Chủ trì và phối hợp thực hiện",
            "Thời gian thực hiện và hoàn thành",
            "Dự kiến kinh phí",
            "Điều kiện hỗ trợ khác",
            "Ghi chú",
        ]
    );
}

#[test]
fn form_b_prints_four_fields_and_the_criterion() {
    assert!(form(NARRATIVE).narrative);
    assert_eq!(
        visible(NARRATIVE, TableKind::Rows),
        ["Tiêu chuẩn, tiêu chí", "Hạn chế", "Biện pháp cải tiến", "Thời gian", "Phụ trách"]
    );
}

#[test]
fn form_c_has_its_eight_parts_and_ten_numbered_columns() {
    let c = form(FORM_2_2026);
    assert_eq!(
        headings(FORM_2_2026),
        [
            "THÔNG TIN CHUNG",
            "CĂN CỨ XÂY DỰNG KẾ HOẠCH",
            "MỤC ĐÍCH, YÊU CẦU",
            "TÓM TẮT CÁC VẤN ĐỀ TRỌNG TÂM CẦN CẢI TIẾN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "THEO DÕI VÀ ĐÁNH GIÁ THỰC HIỆN (GIÁM SÁT NỘI BỘ)",
            "TỔ CHỨC THỰC HIỆN",
            "CƠ CHẾ ĐÁNH GIÁ VÀ BÁO CÁO",
        ]
    );
    assert!(c.column_numbers && c.flat_rows && !c.narrative);
    assert_eq!(visible(FORM_2_2026, TableKind::Rows).len(), 10);
    assert_eq!(visible(FORM_2_2026, TableKind::Problems).len(), 6);
    assert_eq!(visible(FORM_2_2026, TableKind::Reviews).len(), 5);
    let when: Vec<_> = c.review_rows.iter().map(|review| review.when.as_str()).collect();
    assert_eq!(when, ["Cuối học kỳ I", "Cuối năm học"]);
    let own_words: Vec<_> =
        c.parts.iter().filter(|part| part.official_words_differ).map(|part| &part.key).collect();
    assert_eq!(own_words, ["purpose", "reporting"]);
}

#[test]
fn every_form_holds_its_rows_once_and_ends_with_the_end_mark() {
    for id in [TABLE_2018, NARRATIVE, FORM_2_2026] {
        let form = form(&id);
        let rows = form.parts.iter().flat_map(|part| &part.blocks);
        assert_eq!(rows.filter(|block| **block == Block::Rows).count(), 1, "{id:?}");
        let Some(Block::Paragraph(last)) = form.parts.last().and_then(|part| part.blocks.last())
        else {
            panic!("{id:?} does not end with a paragraph")
        };
        assert!(last.text().ends_with("./."), "{id:?}");
    }
}

#[test]
fn no_column_is_named_twice_in_a_table() {
    for id in [TABLE_2018, NARRATIVE, FORM_2_2026] {
        for table in [TableKind::Rows, TableKind::Problems, TableKind::Reviews] {
            let form = form(&id);
            let mut fields: Vec<_> = form.columns(table).iter().map(|c| c.field).collect();
            let all = fields.len();
            fields.sort_by_key(|field| format!("{field:?}"));
            fields.dedup();
            assert_eq!(fields.len(), all, "{id:?} {table:?}");
        }
    }
}

/// All default words of all forms for a kind of school.
fn words_for(kind: SchoolKind) -> String {
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.letterhead = Letterhead {
        school: "Trường X".to_owned(),
        kind,
        ownership: Ownership::Public,
        address: "Số 1".to_owned(),
        ..Letterhead::default()
    };
    let mut words = String::new();
    for id in [TABLE_2018, NARRATIVE, FORM_2_2026] {
        for part in fill_parts(&form(id).parts, &plan, None, Id(1)) {
            for block in &part.blocks {
                if let Block::Paragraph(paragraph) = block {
                    words += &paragraph.text();
                    words.push('\n');
                }
            }
        }
    }
    words
}

#[test]
fn default_words_are_filled_for_every_kind_of_school() {
    for kind in SchoolKind::ALL {
        let words = words_for(kind);
        assert!(!words.contains(['{', '}']), "{kind:?}");
        assert!(words.contains("2026 - 2027") && words.contains("2025 - 2026"), "{kind:?}");
        assert!(!words.contains("Hội đồng trường"), "{kind:?}");
        assert!(!words.contains("  "), "{kind:?}");
    }
}

#[test]
fn default_words_name_the_people_of_the_school() {
    #[track_caller]
    fn check(kind: SchoolKind, has: [&str; 3], has_not: [&str; 2]) {
        let words = words_for(kind);
        for word in has {
            assert!(words.contains(word), "{kind:?} lacks {word}");
        }
        for word in has_not {
            assert!(!words.contains(word), "{kind:?} has {word}");
        }
    }
    check(
        SchoolKind::Preschool,
        ["gia đình trẻ", "nuôi dưỡng", "Hiệu trưởng"],
        ["học sinh", "học viên"],
    );
    check(
        SchoolKind::Primary,
        ["gia đình học sinh", "nhà trường", "Hiệu trưởng"],
        ["trẻ", "học viên"],
    );
    check(
        SchoolKind::Continuing,
        ["gia đình học viên", "trung tâm", "Giám đốc"],
        ["học sinh", "Hiệu trưởng"],
    );
}
