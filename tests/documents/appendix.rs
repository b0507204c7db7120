//! The timeline as an appendix of the plan: where it begins, what it says, and what points to it.

use caitien::document::{Block, Document, plan_document, text_document};
use caitien::layout::{FaceId, Page, Pages, lay_out};
use caitien::library::{self, NARRATIVE, TABLE_2018};
use caitien::plan::{FormId, Level, Paragraph, Plan, PlanDate, Shown};

use crate::document::{form, sample};
use crate::layout::{find, texts};

const MM: f32 = 72.0 / 25.4;

/// A plan of the sample in this form, with its appendix.
fn plan(of: &FormId) -> Plan {
    let sample = sample();
    let mut plan = Plan::clone(sample.plans.iter().find(|plan| plan.form == *of).unwrap());
    plan.options.timeline_appendix = true;
    plan
}

fn document(plan: &Plan) -> Document {
    plan_document(&sample(), plan, &form(&plan.form))
}

fn pages(plan: &Plan) -> Pages {
    lay_out(&document(plan), library::faces().unwrap())
}

/// The number that stands over the text of a page.
fn number(page: &Page) -> Option<String> {
    let top = page.text_area.0.1;
    texts(page).find(|text| text.y < top - 6.0).map(|text| text.text.clone())
}

fn goes_with(plan: &Plan) -> String {
    let found = document(plan).blocks.into_iter().find_map(|block| match block {
        Block::Paragraph(text) => {
            let words: String = text.runs.into_iter().map(|run| run.text).collect();
            words.starts_with("(Kèm theo").then_some(words)
        }
        _ => None,
    });
    found.unwrap()
}

#[test]
fn it_lies_across_on_sheets_of_its_own_with_numbers_of_their_own() {
    for of in [TABLE_2018, NARRATIVE] {
        let mut plan = plan(&of);
        let rows = plan.rows.clone();
        // So many that it takes three pages and more.
        for _ in 0..9 {
            plan.rows.extend(rows.iter().cloned());
        }
        let pages = pages(&plan);
        let from = pages.appendix.unwrap();
        let (own, appendix) = pages.pages.split_at(from);
        assert!(appendix.len() > 2 && appendix.iter().all(|page| page.width > page.height));
        let numbers = |pages: &[Page]| pages.iter().map(number).collect::<Vec<_>>();
        let wanted = |count: usize| -> Vec<Option<String>> {
            (1..=count).map(|page| (page > 1).then(|| page.to_string())).collect()
        };
        assert_eq!(numbers(own), wanted(own.len()));
        assert_eq!(numbers(appendix), wanted(appendix.len()));
        let without = lay_out(&text_document(&plan, &form(&plan.form)), library::faces().unwrap());
        let upright = |pages: &[Page]| pages.iter().filter(|page| page.width < page.height).count();
        assert_eq!(upright(own), upright(&without.pages), "the plan lies as it did");
    }
}

#[test]
fn it_begins_as_the_decree_says() {
    let plan = plan(&TABLE_2018);
    let pages = pages(&plan);
    let from = pages.appendix.unwrap();
    let first = &pages.pages[from];
    let lines: Vec<_> = texts(first).take(12).collect();
    let (name, title) = (lines[0], lines[1]);
    assert_eq!(name.text, "Phụ lục");
    assert!(title.text.starts_with("TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"));
    assert_eq!(title.text, title.text.to_uppercase());
    for text in [name, title] {
        assert!(text.face == FaceId::Bold && (13.0..=14.0).contains(&text.size), "{text:?}");
    }
    let note = lines.iter().find(|text| text.text.starts_with("(Kèm theo")).unwrap();
    assert_eq!(note.face, FaceId::Italic);
    let ((left, _), (right, _)) = first.text_area;
    let width = caitien::library::faces().unwrap().measure(name.face, "Phụ lục") as f32;
    let middle = name.x + width * name.size / 2000.0;
    assert!((middle - f32::midpoint(left, right)).abs() < 0.5);
    assert!((first.text_area.0.1 / MM - 25.0).abs() < 0.1);
    assert!(pages.outline.iter().any(|entry| entry.title == "Phụ lục" && entry.page == from));
}

#[test]
fn it_names_the_paper_it_goes_with_and_leaves_room_for_what_is_not_known() {
    let mut plan = plan(&TABLE_2018);
    plan.number = "5".to_owned();
    plan.symbol = "KH-THCSNH".to_owned();
    plan.date = PlanDate { day: Some(5), month: Some(9), year: Some(2025) };
    plan.letterhead.school = "Trường THCS\nNguyệt Hà".to_owned();
    assert_eq!(
        goes_with(&plan),
        "(Kèm theo Kế hoạch số 05/KH-THCSNH ngày 05 tháng 9 năm 2025 của Trường THCS Nguyệt Hà)"
    );
    plan.number.clear();
    plan.date.day = None;
    plan.letterhead.school.clear();
    assert_eq!(goes_with(&plan), "(Kèm theo Kế hoạch số ……/KH-THCSNH ngày …… tháng 9 năm 2025)");
}

#[test]
fn the_plan_points_to_it_once_behind_its_rows_and_not_where_its_own_words_do() {
    let points =
        "Tiến độ thực hiện các nội dung cải tiến được nêu tại Phụ lục kèm theo Kế hoạch này.";
    let place = |plan: &Plan| {
        document(plan).blocks.iter().position(|block| match block {
            Block::Paragraph(text) => text.runs.iter().any(|run| run.text == points),
            _ => false,
        })
    };
    let mut plan = plan(&TABLE_2018);
    let at = place(&plan).unwrap();
    assert!(matches!(document(&plan).blocks[at - 1], Block::Table(_)));
    plan.opening.push(Paragraph::plain(Level::None, "Tiến độ ở PHỤ LỤC đính kèm."));
    assert_eq!(place(&plan), None);
    plan.opening.pop();
    // Where the rows are not printed, the preamble points to it.
    for part in &mut plan.parts {
        std::sync::Arc::make_mut(part).shown = Shown::Hidden;
    }
    let foot = document(&plan).blocks.iter().position(|one| matches!(one, Block::Signatures(_)));
    assert!(place(&plan).unwrap() < foot.unwrap());
    plan.options.timeline_appendix = false;
    assert_eq!(place(&plan), None);
}

#[test]
fn in_black_and_white_a_bar_a_thin_bar_a_tick_and_a_mark_differ_by_their_shape() {
    let plan = plan(&TABLE_2018);
    let pages = pages(&plan);
    let legend = ["Thời gian thực hiện", "Thực hiện thường xuyên", "Hạn hoàn thành"];
    for words in legend {
        assert!(find(&pages, words).0 >= pages.appendix.unwrap(), "{words}");
    }
    let grays = pages.pages[pages.appendix.unwrap()..].iter().flat_map(|page| &page.items);
    let grays = grays.filter_map(|item| match item {
        caitien::layout::PageItem::Shape { gray, .. } => Some(*gray),
        _ => None,
    });
    assert!(grays.clone().count() > 10 && grays.into_iter().all(|gray| gray <= 128));
}

#[test]
fn who_reads_the_pdf_counts_its_pages_as_they_are_printed() {
    let mut plan = plan(&TABLE_2018);
    let pdf = |plan: &Plan| {
        let faces = library::faces().unwrap();
        let pages = lay_out(&document(plan), faces);
        let bytes = caitien::export::pdf(&pages, faces).unwrap();
        (pages.appendix, lopdf::Document::load_mem(&bytes).unwrap())
    };
    let (appendix, file) = pdf(&plan);
    let labels = file.catalog().unwrap().get(b"PageLabels").unwrap().as_dict().unwrap();
    let parts = labels.get(b"Nums").unwrap().as_array().unwrap();
    assert_eq!(parts[0].as_i64().unwrap(), 0);
    assert_eq!(usize::try_from(parts[2].as_i64().unwrap()).ok(), appendix);
    assert_eq!(parts[3].as_dict().unwrap().get(b"P").unwrap().as_str().unwrap(), b"PL-");
    plan.options.timeline_appendix = false;
    let (appendix, file) = pdf(&plan);
    assert!(appendix.is_none() && file.catalog().unwrap().get(b"PageLabels").is_err());
}
