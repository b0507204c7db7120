//! Making a new plan: what is proposed.

use caitien::edit::make::{new_plan, propose_code, propose_governing_body, propose_place};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018, propose_catalogue, propose_form};
use caitien::plan::{
    Block, FormId, Id, Leader, Letterhead, Ownership, Plan, PlanDate, Row, SchoolKind, SchoolYear,
};
use jiff::civil::{Date, date};

use super::{catalogue, catalogues, form};

#[test]
fn codes_are_the_initials_of_the_name() {
    #[track_caller]
    fn check(school: &str, code: &str) {
        assert_eq!(propose_code(school), code, "{school}");
    }
    check("Trường THCS Giồng Ông Tố", "THCSGOT");
    check("Trường Trung học cơ sở Hoa Sữa", "THCSHS");
    check("Trường Tiểu học Hoa Gạo", "THHG");
    check("Trường Mầm non Đom Đóm", "MNĐĐ");
    check("Trường TH&THCS Đồi Ngô", "TH&THCSĐN");
    check("Trường Tiểu học và Trung học cơ sở Ấp Bắc", "TH&THCSAB");
    check("Trường THPT Đông Sơn số 4", "THPTĐSS4");
    check("Trường THCS & THPT Ưng Hòa", "THCS&THPTUH");
    check("Trung tâm GDNN-GDTX Yên Thủy", "TTGDNN-GDTXYT");
    check("TRƯỜNG PTDTBT THCS Ea Súp", "PTDTBTTHCSES");
    check("Trường", "");
    check("", "");
}

#[test]
fn the_governing_body_follows_the_level_of_the_school() {
    let body = |kind, ownership, unit| propose_governing_body(kind, ownership, unit);
    assert_eq!(body(SchoolKind::Primary, Ownership::Public, "Xã Tân Vân"), "UBND xã Tân Vân");
    assert_eq!(
        body(SchoolKind::LowerSecondary, Ownership::Public, "phường Nguyệt Hà"),
        "UBND phường Nguyệt Hà"
    );
    assert_eq!(
        body(SchoolKind::Gifted, Ownership::Public, "phường Nguyệt Hà"),
        "Sở Giáo dục và Đào tạo"
    );
    assert_eq!(body(SchoolKind::Preschool, Ownership::Private, "phường Nguyệt Hà"), "");
}

#[test]
fn a_place_keeps_its_kind_only_before_a_number() {
    let places = ["phường Nguyệt Hà", "Xã Tân Vân", "phường 3", "đặc khu Vân Sa", "Tân Vân"];
    assert_eq!(
        places.map(propose_place),
        ["Nguyệt Hà", "Tân Vân", "Phường 3", "Vân Sa", "Tân Vân"]
    );
}

#[test]
fn the_form_changes_with_the_circular() {
    assert_eq!(propose_form(date(2026, 7, 6)), TABLE_2018);
    assert_eq!(propose_form(date(2026, 7, 7)), FORM_2_2026);
}

#[test]
fn the_catalogue_follows_kind_and_day() {
    #[track_caller]
    fn check(kind: SchoolKind, day: Date, id: Option<&str>) {
        let found = propose_catalogue(kind, &NARRATIVE, day);
        assert_eq!(found.map(|catalogue| catalogue.id.as_str()), id, "{kind:?} {day}");
    }
    check(SchoolKind::Primary, date(2024, 9, 1), Some("tt17-2018-primary"));
    check(SchoolKind::Primary, date(2025, 9, 1), Some("tt17-2018-primary-amended-2024"));
    check(SchoolKind::Nursery, date(2025, 9, 1), Some("tt19-2018-preschool-amended-2024"));
    check(SchoolKind::Nursery, date(2026, 9, 1), Some("tt57-2026-preschool"));
    check(SchoolKind::AllLevels, date(2025, 9, 1), Some("tt18-2018-secondary-amended-2024"));
    check(SchoolKind::LowerSecondary, date(2026, 9, 1), Some("tt57-2026-general"));
    check(SchoolKind::Continuing, date(2026, 9, 1), Some("tt57-2026-continuing"));
    // None was in force: the newest there is.
    check(SchoolKind::Continuing, date(2025, 9, 1), Some("tt57-2026-continuing"));
}

fn school() -> Letterhead {
    Letterhead {
        governing_body: "UBND Phường Nguyệt Hà".to_owned(),
        school: "Trường THCS Hoa Sữa".to_owned(),
        code: "THCSHS".to_owned(),
        place: "Nguyệt Hà".to_owned(),
        leaders: vec![Leader {
            title: "Bà".to_owned(),
            name: "Tạ Thị Ngân".to_owned(),
            position: "Hiệu trưởng".to_owned(),
        }],
        ..Letterhead::default()
    }
}

fn made(form_id: FormId, catalogue_id: Option<&str>, school: &Letterhead) -> Plan {
    let catalogue = catalogue_id.map(catalogue);
    new_plan(
        school,
        SchoolYear::starting(2025).unwrap(),
        &form(form_id),
        catalogue.as_ref(),
        date(2025, 9, 12),
        Id(40),
    )
}

#[test]
fn a_new_plan_is_nearly_ready_to_sign() {
    let plan = made(TABLE_2018, Some("tt18-2018-secondary-amended-2024"), &school());
    assert_eq!(plan.symbol, "KH-THCSHS");
    assert_eq!(plan.date, PlanDate { day: None, month: Some(9), year: Some(2025) });
    assert_eq!(plan.doc_type, "KẾ HOẠCH");
    assert_eq!(plan.subject, ["Cải tiến chất lượng giáo dục năm học 2025 - 2026"]);
    assert!(plan.bases[0].text().contains(
        "Thông tư số 18/2018/TT-BGDĐT (được sửa đổi, bổ sung tại Thông tư số 22/2024/TT-BGDĐT)"
    ));
    assert!(plan.opening[0].text().starts_with("Trường THCS Hoa Sữa xây dựng Kế hoạch"));
    let Some(Row::Band(band)) = plan.rows.first() else { panic!("no band") };
    assert_eq!(band.text, "MỨC 1, 2, 3");
    assert_eq!(
        plan.recipients,
        ["UBND phường Nguyệt Hà (để b/c)", "Hội đồng tự đánh giá (để t/h)", "Lưu: VT"]
    );
    assert_eq!(plan.signatures[0].position, "HIỆU TRƯỞNG");
    assert_eq!(plan.signatures[0].name, "Tạ Thị Ngân");
}

#[test]
fn the_ids_of_a_new_plan_are_all_fresh() {
    let plan = made(TABLE_2018, Some("tt18-2018-secondary-amended-2024"), &school());
    let mut ids: Vec<Id> = plan.ids().collect();
    assert!(ids.iter().all(|id| *id >= Id(40)));
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn a_new_plan_without_catalogue_cites_none() {
    let plan = made(TABLE_2018, None, &school());
    assert!(plan.bases.iter().all(|basis| !basis.text().contains("Thông tư")));
    assert!(plan.rows.is_empty());
}

#[test]
fn a_new_plan_in_form_c_has_its_general_part_and_two_reviews() {
    let plan = made(FORM_2_2026, Some("tt57-2026-general"), &school());
    let lines: Vec<String> = plan.parts[0]
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text()),
            _ => None,
        })
        .collect();
    assert_eq!(
        lines,
        ["Tên cơ sở giáo dục: Trường THCS Hoa Sữa", "Loại hình: công lập", "Địa chỉ: "]
    );
    assert_eq!(plan.reviews.len(), 2);
    assert!(plan.rows.is_empty(), "the catalogue of 2026 has no level 4, so no band");
}

#[test]
fn a_school_with_a_thpt_level_reports_to_the_department_and_a_centre_has_a_director() {
    let centre = Letterhead { kind: SchoolKind::Continuing, ..school() };
    let plan = made(NARRATIVE, None, &centre);
    assert_eq!(plan.recipients[0], "Sở GDĐT (để b/c)");
    assert_eq!(plan.signatures[0].position, "GIÁM ĐỐC");
}

#[test]
fn every_catalogue_is_named_by_the_school_it_is_for() {
    let mut names: Vec<String> =
        catalogues().iter().map(caitien::messages::info::catalogue_name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), catalogues().len(), "{names:?}");
    let continuing = caitien::messages::info::catalogue_name(&catalogue("tt57-2026-continuing"));
    assert!(continuing.contains("giáo dục thường xuyên"), "{continuing}");
}
