//! How ten pages look that are hard to set, as they come out of the PDF.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test window hard_pages` makes the pictures anew.

use std::sync::Arc;

use caitien::document::plan_document;
use caitien::edit::make::propose_approval;
use caitien::export::Preview;
use caitien::library::{self, FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    Block, FormId, Id, Item, Level, PageLook, Paper, Paragraph, Part, Plan, PlanDate, Row, Run,
    Shown, Within,
};
use caitien::session::propose_paper;
use egui_kittest::{SnapshotOptions, image_snapshot_options};

use crate::world::sample;

/// Pixels a point: small, and every letter is still told from the next.
const SCALE: f32 = 1.0;

/// The plan of the sample in this form.
fn plan(form: &FormId) -> Plan {
    let sample = sample();
    Plan::clone(sample.plans.iter().find(|plan| plan.form == *form).unwrap())
}

/// Compares a page of a plan with its picture; a page from the end is counted by numbers under 0.
fn check(name: &str, plan: &Plan, page: isize) {
    let sample = sample();
    let form = library::form_of(&sample, plan).unwrap();
    let faces = library::faces().unwrap();
    let pages = caitien::layout::lay_out(&plan_document(&sample, plan, form), faces);
    check_bytes(name, caitien::export::pdf(&pages, faces).unwrap(), page);
}

/// The same of a PDF.
pub fn check_bytes(name: &str, pdf: Vec<u8>, page: isize) {
    let preview = Preview::open(Arc::new(pdf)).unwrap();
    let page = page.rem_euclid(isize::try_from(preview.page_count()).unwrap());
    let pixels = preview.renderer().render(page.unsigned_abs(), SCALE).unwrap();
    let image = image::RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba).unwrap();
    let options =
        SnapshotOptions::new().threshold(1.5).max_failed_pixels(300).output_path("../snapshots");
    image_snapshot_options(&image, format!("page-{name}"), &options);
}

/// The items of a plan, changed one by one.
fn each_item(plan: &mut Plan, mut change: impl FnMut(usize, &mut Item)) {
    let mut number = 0;
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            change(number, Arc::make_mut(item));
            number += 1;
        }
    }
}

fn long(sentences: usize) -> String {
    let sentence =
        |n| format!("Việc thứ {n}: kiểm tra, ghi chép và báo cáo kết quả trước cuộc họp. ");
    (1..=sentences).map(sentence).collect::<Vec<_>>().concat()
}

#[test]
fn a_head_of_long_names_a_long_place_and_blanks() {
    let mut plan = plan(&TABLE_2018);
    "Ủy ban nhân dân\nđặc khu Hòn Tre Lớn".clone_into(&mut plan.letterhead.governing_body);
    "Trường Phổ thông dân tộc nội trú Trung học cơ sở và Trung học phổ thông Nguyễn Thị Minh Nguyệt"
        .clone_into(&mut plan.letterhead.school);
    "Đặc khu Hòn Tre Lớn".clone_into(&mut plan.letterhead.place);
    plan.number.clear();
    plan.date = PlanDate { day: None, month: None, year: Some(2026) };
    plan.options.draft_mark = true;
    check("head", &plan, 0);
}

/// The proposed paper of this kind about the last plan of the sample, at its last review.
fn paper(kind: Paper) -> Plan {
    let sample = sample();
    let mut about = plan(&FORM_2_2026);
    "32".clone_into(&mut about.number);
    let review = about.reviews.last().map(|review| review.id);
    propose_paper(&sample, &about, kind, review).unwrap()
}

#[test]
fn minutes_with_dots_two_who_sign_and_recipients_last() {
    check("minutes", &paper(Paper::Minutes), 0);
}

#[test]
fn a_report_with_its_tables() {
    check("report", &paper(Paper::Report), 0);
    check("report-last", &paper(Paper::Report), -1);
}

#[test]
fn an_upright_table_of_nine_columns_with_codes_and_a_link() {
    let mut plan = plan(&TABLE_2018);
    plan.options.tables_across = false;
    each_item(&mut plan, |number, item| {
        if number % 2 == 0 {
            "Theo số 18/2018/TT-BGDĐT và https://vidu.edu.vn/ho-so/tieu-chi/minh-chung"
                .clone_into(&mut item.target);
            "CBGVCNV, Tổ Văn phòng".clone_into(&mut item.responsible.typed);
        }
    });
    check("nine-columns-upright", &plan, 1);
}

#[test]
fn a_table_of_ten_columns_across_with_their_numbers() {
    check("ten-columns-across", &plan(&FORM_2_2026), 3);
}

#[test]
fn a_row_that_is_longer_than_its_page() {
    let mut plan = plan(&TABLE_2018);
    each_item(&mut plan, |number, item| {
        if number == 1 {
            item.actions = long(40);
        }
    });
    check("long-row", &plan, 2);
}

#[test]
fn one_criterion_over_many_rows_and_two_pages() {
    let mut plan = plan(&TABLE_2018);
    each_item(&mut plan, |_, item| {
        "Tiêu chí 1.1. Phương hướng, chiến lược xây dựng và phát triển nhà trường"
            .clone_into(&mut item.criterion_text);
    });
    plan.rows.retain(|row| matches!(row, Row::Item(_)));
    check("one-criterion", &plan, 2);
}

#[test]
fn a_short_last_page_takes_lines_along_to_the_signatures() {
    check("last-page", &plan(&TABLE_2018), -1);
}

#[test]
fn an_approval_with_small_letters_far_apart_in_wide_margins() {
    let mut plan = plan(&TABLE_2018);
    plan.options.page = PageLook {
        letters: Within::near(13),
        line_spacing: Within::near(1500),
        paragraph_gap: Within::near(12),
        first_line: Within::near(127),
        margin_top: Within::near(25),
        margin_bottom: Within::near(25),
        margin_left: Within::near(35),
        margin_right: Within::near(20),
    };
    plan.signatures.push(propose_approval(&plan.letterhead, Id(9000)));
    check("approval", &plan, -1);
}

#[test]
fn boxes_ticks_bullets_and_letters_with_marks_of_other_tongues() {
    let mut plan = plan(&TABLE_2018);
    let lines = [
        "☐ Chưa làm, ☑ đã làm, ✓ đạt, ✔ tốt, một ký tự lạ: 漢.",
        "Buôn Čư̆ M'gar, làng Plei Kdŭ, xã Ia Krái; ước đạt ≥ 80%, tăng 2‰, 1.234.567,5 đồng.",
        "\u{F0B7} Dấu tròn của Word; dấu gạch\u{2011}nối; ba chấm… và “ngoặc kép”.",
    ];
    plan.opening = lines.map(|line| Paragraph::plain(Level::Dash, line)).to_vec();
    check("characters", &plan, 0);
}

#[test]
fn the_first_page_of_an_appendix() {
    let mut plan = plan(&TABLE_2018);
    plan.options.timeline_appendix = true;
    check("appendix", &plan, -2);
}

#[test]
fn a_narrative_with_points_inside_points_and_a_long_paragraph() {
    let mut plan = plan(&NARRATIVE);
    let point = |level, text: &str| Block::Paragraph(Paragraph::plain(level, text));
    let bold = Paragraph {
        runs: vec![
            Run::styled("Lưu ý: ".to_owned(), true, false),
            Run::styled(long(9), false, true),
        ],
        ..Paragraph::default()
    };
    let mut blocks = vec![point(Level::Number, "Các việc làm trước:")];
    blocks.extend(
        ["Rà soát hồ sơ", "Phân công", "Họp tổ", "Báo cáo", "Lưu trữ"]
            .map(|text| point(Level::Letter, text)),
    );
    blocks.extend([point(Level::Dash, &long(2)), point(Level::Plus, &long(3))]);
    blocks.push(Block::Paragraph(bold));
    let heading = "Yêu cầu chung".to_owned();
    let part = Part { id: Id(9001), heading, blocks, shown: Shown::Yes, ..Part::default() };
    plan.parts.insert(0, Arc::new(part));
    check("points", &plan, 0);
}
