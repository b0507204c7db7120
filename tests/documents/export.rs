//! Pages to bytes: what is in the PDF, that it is always the same, and that it can be drawn.

use std::sync::{Arc, LazyLock};

use caitien::embedded;
use caitien::export::{
    ExportError, Preview, draft_file_name, file_name, json, json_of_plan, pdf, plan_pdf, png_page,
    timeline_pdf,
};
use caitien::layout::{FaceId, Faces, OutlineEntry, Page, PageItem, Pages, TextItem};
use caitien::plan::{Dossier, Paper, Plan, SchoolYear};
use lopdf::content::Content;
use lopdf::{Document, Object};
use proptest::prelude::*;

static FACES: LazyLock<Faces> = LazyLock::new(|| Faces::new(embedded::paper_faces()).unwrap());

const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;

fn words(face: FaceId, y: f32, text: &str, extra_space: f32) -> PageItem {
    PageItem::Text(TextItem {
        face,
        size: 13.0,
        x: 85.0,
        y,
        text: text.into(),
        extra_space,
        space_behind: false,
        element: None,
    })
}

fn page(items: Vec<PageItem>) -> Page {
    Page { width: WIDTH, height: HEIGHT, items, ..Page::default() }
}

fn pages(pages: Vec<Page>) -> Pages {
    Pages {
        title: "Kế hoạch".into(), author: "Trường A & B".into(), pages, ..Pages::default()
    }
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn text_of(document: &Document, page: u32) -> String {
    document.extract_text(&[page]).unwrap().trim_end().to_owned()
}

#[track_caller]
fn check_copied(face: FaceId, text: &str) {
    let bytes = pdf(&pages(vec![page(vec![words(face, 100.0, text, 0.0)])]), &FACES).unwrap();
    assert_eq!(text_of(&read(&bytes), 1), text);
}

#[test]
fn what_is_copied_from_the_page_is_what_was_put_on_it() {
    check_copied(FaceId::Regular, "Xác định các nội dung ưu tiên, khoảng 4,5 tỷ đồng (≥ 80%)");
    check_copied(FaceId::Bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    check_copied(FaceId::Italic, "ngày 05 tháng 02 năm 2026");
    check_copied(FaceId::BoldItalic, "Nơi nhận:");
    check_copied(FaceId::Regular, "dấu ngoặc (một) \\ gạch chéo");
}

#[test]
fn letters_that_look_alike_are_told_apart() {
    check_copied(FaceId::Regular, "ĐÐ đð ΔΩ∆Ω µμ -–—");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn any_words_the_face_has_come_back(text in "[!-~À-ỹ₫…“”]{1,60}") {
        let text: String = text.chars().filter(|&c| FACES.has(FaceId::Regular, c)).collect();
        prop_assume!(!text.is_empty());
        check_copied(FaceId::Regular, &text);
    }
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let one = pages(vec![page(vec![
        words(FaceId::Regular, 90.0, "Một", 0.0),
        words(FaceId::Bold, 110.0, "Hai", 0.0),
    ])]);
    assert_eq!(pdf(&one, &FACES).unwrap(), pdf(&one.clone(), &FACES).unwrap());
    let other = pages(vec![page(vec![words(FaceId::Regular, 90.0, "Mốt", 0.0)])]);
    let id = |bytes: &[u8]| read(bytes).trailer.get(b"ID").unwrap().clone();
    assert_ne!(id(&pdf(&one, &FACES).unwrap()), id(&pdf(&other, &FACES).unwrap()));
}

#[test]
fn the_file_says_what_an_archive_asks_for() {
    let bytes = pdf(&pages(vec![page(vec![words(FaceId::Regular, 90.0, "x", 0.0)])]), &FACES);
    let bytes = bytes.unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7\n"));
    let document = read(&bytes);
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"vi-VN");
    let intents = catalog.get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = intents[0].as_dict().unwrap();
    assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFA1");
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let metadata = document.get_object(metadata).unwrap().as_stream().unwrap();
    let packet = String::from_utf8(metadata.content.clone()).unwrap();
    for said in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        ">Kế hoạch<",
        ">Trường A &amp; B<",
    ] {
        assert!(packet.contains(said), "{said}");
    }
    for absent in ["CreationDate", "ModDate", "GTS_PDFXVersion", "Annots"] {
        let found = bytes.windows(absent.len()).any(|window| window == absent.as_bytes());
        assert!(!found, "{absent}");
    }
}

#[test]
fn each_face_is_embedded_as_a_named_part_of_itself() {
    let all = FaceId::ALL.map(|face| words(face, 100.0, "Việt", 0.0));
    let document = read(&pdf(&pages(vec![page(all.to_vec())]), &FACES).unwrap());
    let mut names: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"FontName").ok()?.as_name().ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    names.sort_by_key(|name| name.split('+').nth(1).map(str::to_owned));
    let plain: Vec<&str> = names.iter().filter_map(|name| name.split('+').nth(1)).collect();
    assert_eq!(
        plain,
        [
            "LiberationSerif",
            "LiberationSerif-Bold",
            "LiberationSerif-BoldItalic",
            "LiberationSerif-Italic",
        ]
    );
    assert!(names.iter().all(|name| name.find('+') == Some(6)), "{names:?}");
}

/// How far the pen is moved by the numbers of the only TJ of a page, pt.
fn moved(document: &Document) -> f32 {
    let page = document.page_iter().next().unwrap();
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let shown = content.operations.iter().find(|operation| operation.operator == "TJ").unwrap();
    let numbers = shown.operands[0].as_array().unwrap().iter().filter_map(|o| o.as_float().ok());
    -numbers.sum::<f32>() * 13.0 / 1000.0
}

#[test]
fn a_justified_line_ends_where_layout_wants_it() {
    let text = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai";
    let spaces = text.matches(' ').count() as f32;
    for extra in [0.01_f32, 0.333, 1.237, 2.5, 7.919, -0.11] {
        let line = pages(vec![page(vec![words(FaceId::Regular, 90.0, text, extra)])]);
        let document = read(&pdf(&line, &FACES).unwrap());
        let (moved, wanted) = (moved(&document), extra * spaces);
        assert!((moved - wanted).abs() < 0.01, "{extra}: {moved} for {wanted}");
        assert_eq!(text_of(&document, 1).replace(' ', ""), text.replace(' ', ""));
    }
}

#[test]
fn bookmarks_are_nested_as_their_levels_say() {
    let mut all = pages(vec![page(Vec::new()), page(Vec::new())]);
    let entry =
        |title: &str, level, page| OutlineEntry { title: title.into(), level, page, y: 90. };
    all.outline = vec![
        entry("I", 1, 0),
        entry("1.", 2, 0),
        entry("2.", 2, 1),
        entry("II", 1, 1),
        entry("nowhere", 1, 7),
    ];
    let document = read(&pdf(&all, &FACES).unwrap());
    let follow = |object: &Object, key: &[u8]| {
        let id = object.as_dict().unwrap().get(key).ok()?.as_reference().unwrap();
        Some(document.get_object(id).unwrap().clone())
    };
    let title = |object: &Object| {
        let bytes = object.as_dict().unwrap().get(b"Title").unwrap().as_str().unwrap().to_vec();
        String::from_utf8(bytes).unwrap()
    };
    let catalog = Object::Dictionary(document.catalog().unwrap().clone());
    let root = follow(&catalog, b"Outlines").unwrap();
    let first = follow(&root, b"First").unwrap();
    let inner = follow(&first, b"First").unwrap();
    assert_eq!([title(&first), title(&inner)], ["I", "1."]);
    assert_eq!(title(&follow(&inner, b"Next").unwrap()), "2.");
    assert_eq!(title(&follow(&first, b"Next").unwrap()), "II");
    assert_eq!(title(&follow(&root, b"Last").unwrap()), "II");
    assert!(follow(&follow(&first, b"Next").unwrap(), b"Next").is_none());
}

#[test]
fn the_preview_draws_what_is_in_the_file() {
    let black = PageItem::Shape {
        points: vec![(100.0, 200.0), (140.0, 200.0), (140.0, 240.0), (100.0, 240.0)],
        gray: 0,
        element: None,
    };
    let across = Page { width: HEIGHT, height: WIDTH, ..Page::default() };
    let bytes = pdf(&pages(vec![page(vec![black]), across]), &FACES).unwrap();
    let preview = Preview::open(Arc::new(bytes)).unwrap();
    assert_eq!(preview.page_count(), 2);
    assert_eq!(preview.page_size(1), Some((HEIGHT, WIDTH)));
    assert_eq!(preview.page_size(2), None);
    let drawn = preview.render(0, 2.0).unwrap();
    assert_eq!((drawn.width, drawn.height), (1190, 1683));
    let pixel = |x: usize, y: usize| {
        let at = (y * drawn.width as usize + x) * 4;
        [drawn.rgba[at], drawn.rgba[at + 1], drawn.rgba[at + 2], drawn.rgba[at + 3]]
    };
    assert_eq!(pixel(240, 440), [0, 0, 0, 255], "inside the shape");
    assert_eq!(pixel(180, 440), [255, 255, 255, 255], "beside it");
    assert_eq!(preview.render(2, 1.0), Err(ExportError::Page(2)));
    assert_eq!(preview.render(0, 1000.0), Err(ExportError::Page(0)));
    assert_eq!(preview.render(0, f32::NAN), Err(ExportError::Page(0)));
    let picture = png_page(&preview.renderer(), 0, 72.0).unwrap();
    assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"));
}

#[test]
fn what_is_no_pdf_and_what_has_no_page_is_refused() {
    assert!(Preview::open(Arc::new(b"hello".to_vec())).is_err());
    assert_eq!(pdf(&Pages::default(), &FACES), Err(ExportError::Empty));
}

#[test]
fn every_plan_of_the_sample_prints_and_keeps_its_times() {
    let dossier = Dossier::from_json(embedded::sample()).unwrap();
    for plan in &dossier.plans {
        let form = caitien::library::form_of(&dossier, plan).unwrap();
        let bytes = plan_pdf(&dossier, plan, form, &FACES).unwrap();
        let again = plan_pdf(&dossier, plan, form, &FACES).unwrap();
        assert!(bytes == again, "{}: other bytes the second time", plan.school_year);
        let document = read(&bytes);
        let numbers: Vec<u32> = document.get_pages().keys().copied().collect();
        let paper = document.extract_text(&numbers).unwrap();
        for word in plan.items().flat_map(|item| item.time.typed.split_whitespace()) {
            assert!(paper.contains(word), "{}: {word}", plan.school_year);
        }
        timeline_pdf(&dossier, plan, &FACES).unwrap();
    }
}

#[test]
fn json_of_the_whole_or_of_one_plan_reads_back() {
    let dossier = Dossier::from_json(embedded::sample()).unwrap();
    let back = |bytes: Vec<u8>| Dossier::from_json(&String::from_utf8(bytes).unwrap()).unwrap();
    assert_eq!(back(json(&dossier).unwrap()), dossier);
    let plan = dossier.newest_plan().unwrap();
    let one = back(json_of_plan(&dossier, plan).unwrap());
    assert_eq!(one.plans.len(), 1);
    assert_eq!(one.plans[0].rows, plan.rows);
    assert_eq!(one.catalogue_of(&one.plans[0]), dossier.catalogue_of(plan));
    let mut amending = (**plan).clone();
    amending.amends = dossier.plans.iter().map(|plan| plan.id).find(|id| *id != plan.id);
    assert_ne!(amending.amends, None);
    let alone = json_of_plan(&dossier, &amending).unwrap();
    let read = caitien::import::json(&alone, caitien::import::Limits::default()).unwrap();
    assert_eq!(read.plans[0].amends, None, "the plan it amends is not in the file");
}

#[track_caller]
fn check_name(school: &str, label: &str, expect: &str) {
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.letterhead.school = school.into();
    plan.label = label.into();
    assert_eq!(file_name(&plan), expect);
}

#[test]
fn what_was_given_out_has_a_name_that_no_draft_and_no_other_paper_has() {
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.letterhead.school = "Trường Gò Tháp ".repeat(20);
    let mut names = vec![file_name(&plan), draft_file_name(&plan, "pdf")];
    plan.issued = Some(caitien::plan::Id(3));
    names.push(file_name(&plan));
    for paper in [Paper::Minutes, Paper::Report, Paper::Supplement] {
        for number in ["", "05", "6"] {
            (plan.paper, plan.number) = (paper, number.into());
            names.extend([file_name(&plan), draft_file_name(&plan, "pdf")]);
        }
    }
    let count = names.len();
    assert!(names.iter().all(|name| name.chars().count() <= 104));
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "{names:#?}");
    plan.letterhead.school = "Trường Gò Tháp".into();
    (plan.paper, plan.number) = (Paper::Plan, "05".into());
    assert_eq!(file_name(&plan), "KH cải tiến 2026 - 2027 - Trường Gò Tháp - bản ban hành.pdf");
}

#[test]
fn file_names_are_safe_everywhere() {
    check_name("", "", "KH cải tiến 2026 - 2027.pdf");
    check_name("THCS Gò Tháp", "", "KH cải tiến 2026 - 2027 - THCS Gò Tháp.pdf");
    check_name(
        "TH/THCS: \"A\"?\nB. ",
        "bản 2",
        "KH cải tiến 2026 - 2027 - TH-THCS A B - bản 2.pdf",
    );
    check_name("..", "\u{7}", "KH cải tiến 2026 - 2027.pdf");
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.letterhead.school = "Trường ".repeat(200);
    assert!(file_name(&plan).chars().count() <= 104);
    plan.letterhead.school = "Trường tiểu học, trung học cơ sở Nguyễn Thị Đề ".repeat(9);
    let name = file_name(&plan);
    assert!(name.len() <= 204, "{name}");
    assert!(name.chars().count() > 90, "{name}");
    let before = name.strip_suffix(".pdf").unwrap().rsplit(' ').next().unwrap();
    assert!(plan.letterhead.school.split([' ', ',']).any(|word| word == before), "{name}");
    plan.letterhead.school = "ế".repeat(400);
    assert!(file_name(&plan).len() <= 204);
    check_name("Tru\u{31b}o\u{31b}\u{300}ng Ế", "", "KH cải tiến 2026 - 2027 - Trường Ế.pdf");
}
