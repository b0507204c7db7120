//! Biểu 2 brought up to date, the sheets made of a plan, its calendar, and all of them without a
//! window.

use std::fs;

use caitien::document::{
    Block, Cell, Document, TableRow, deadlines, evidence_document, led_by_nobody, money_document,
    plan_document, task_leads, task_sheets_document, tasks_document, updated_document,
};
use caitien::edit::{FreshIds, apply, bring_paper};
use caitien::layout::PageItem;
use caitien::library;
use caitien::plan::{Dossier, Id, Paper, Plan, Row, Status, TableKind, Typed};

use super::judged;
use super::made::{close, followed, propose, put};
use crate::headless::Desk;

const MIXED: [Option<Status>; 3] =
    [Some(Status::Done), Some(Status::UnderWay), Some(Status::Dropped)];

fn cells(document: &Document, table: usize) -> Vec<Vec<Cell>> {
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.nth(table).unwrap().rows.iter().filter_map(|row| match row {
        TableRow::Cells(cells) => Some(cells.clone()),
        _ => None,
    });
    rows.collect()
}

fn place(document: &Document, kind: TableKind) -> usize {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.kind),
        _ => None,
    });
    tables.collect::<Vec<_>>().iter().position(|of| *of == Some(kind)).unwrap()
}

fn updated(dossier: &Dossier, plan: Id) -> Option<Document> {
    let plan = dossier.plan(plan).unwrap();
    updated_document(dossier, plan, library::form_of(dossier, plan).unwrap())
}

#[test]
fn the_plan_brought_up_to_date_tells_of_closed_reviews_alone() {
    let (mut dossier, id) = followed(&MIXED);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    plan.reviews[0].result = "Đúng tiến độ".into();
    plan.reviews[1].result = "Ghi trước khi họp".into();
    put(&mut dossier, plan);
    assert_eq!(updated(&dossier, id), None, "no review is closed");
    close(&mut dossier, id, 0);
    let mut later = Plan::clone(dossier.plan(id).unwrap());
    for row in &mut later.rows {
        if let Row::Item(item) = row {
            std::sync::Arc::make_mut(item).status = Some(Status::NotDone);
        }
    }
    put(&mut dossier, later);
    let document = updated(&dossier, id).unwrap();
    let rows = cells(&document, place(&document, TableKind::Rows));
    let status: Vec<&str> = rows.iter().map(|row| row.last().unwrap().text.as_str()).collect();
    assert_eq!(&status[..3], ["Hoàn thành", "Đang thực hiện", "Không thực hiện"]);
    let reviews = cells(&document, place(&document, TableKind::Reviews));
    assert_eq!((&*reviews[0][2].text, &*reviews[1][2].text), ("Đúng tiến độ", ""));
    judged(&document);
    // The plan itself prints the column blank, and has the same words otherwise.
    let plan = dossier.plan(id).unwrap();
    let printed = plan_document(&dossier, plan, library::form_of(&dossier, plan).unwrap());
    let blank = cells(&printed, place(&printed, TableKind::Rows));
    for (with, without) in rows.iter().zip(&blank) {
        assert_eq!(without.last().unwrap().text, "");
        assert_eq!(with[..with.len() - 1], without[..without.len() - 1]);
    }
}

/// The plan of the sample in this form, its work followed and its first review closed; the second
/// was written and is still open.
fn reviewed(form: &caitien::plan::FormId) -> (Dossier, Id) {
    let (mut dossier, newest) = followed(&MIXED);
    let review = dossier.plan(newest).unwrap().reviews.clone();
    let plan = dossier.plans.iter().find(|plan| plan.form == *form).unwrap();
    let mut plan = Plan::clone(plan);
    if plan.reviews.is_empty() {
        plan.reviews = review;
        for (review, id) in plan.reviews.iter_mut().zip(9_500..) {
            review.id = Id(id);
        }
    }
    let mut statuses = MIXED.iter().cycle();
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            std::sync::Arc::make_mut(item).status = *statuses.next().unwrap();
        }
    }
    for (review, result) in plan.reviews.iter_mut().zip(["Đúng tiến độ", "Ghi trước khi họp"])
    {
        result.clone_into(&mut review.result);
        "Lùi việc sửa dãy B sang hè".clone_into(&mut review.adjustment);
        review.closed = None;
    }
    let id = plan.id;
    dossier.next_id = Id(9_600);
    put(&mut dossier, plan);
    close(&mut dossier, id, 0);
    (dossier, id)
}

#[test]
fn what_came_of_a_plan_in_running_text_stands_behind_its_work() {
    for form in [library::NARRATIVE, library::TABLE_2018] {
        let (dossier, id) = reviewed(&form);
        let document = updated(&dossier, id).unwrap();
        let (_, word) = judged(&document);
        let printed = lines(&document);
        let of = |words: &str| printed.iter().position(|line| line.contains(words)).unwrap();
        let closing = printed.iter().rposition(|line| line.ends_with("./.")).unwrap();
        assert!(of("Kết quả rà soát") < closing, "nothing follows the end of the words");
        let words = word.words().replace('\u{A0}', " ");
        assert!(words.contains("Đúng tiến độ") && words.contains("Lùi việc sửa dãy B sang hè"));
        assert!(!words.contains("Ghi trước khi họp"), "of a review that is open nothing is told");
        let is_narrative = form == library::NARRATIVE;
        assert_eq!(words.contains("Mức độ thực hiện các nội dung"), is_narrative);
        if is_narrative {
            assert!(of("Mức độ thực hiện các nội dung") < of("Kết quả rà soát"));
            let rows = cells(&document, 0);
            assert_eq!(rows.len(), dossier.plan(id).unwrap().items().count());
            let statuses: Vec<&str> = rows.iter().map(|row| row[2].text.as_str()).collect();
            assert_eq!(&statuses[..3], ["Hoàn thành", "Đang thực hiện", "Không thực hiện"]);
        }
    }
}

/// The paragraphs of a document, each in one piece.
fn lines(document: &Document) -> Vec<String> {
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text.runs.iter().map(|run| run.text.as_str()).collect()),
        _ => None,
    });
    paragraphs.collect()
}

#[test]
fn every_task_stands_once_under_who_leads_it() {
    let (dossier, id) = followed(&MIXED);
    let plan = dossier.plan(id).unwrap();
    let all = tasks_document(&dossier, plan, None);
    judged(&all);
    let rows = cells(&all, 0);
    assert_eq!(rows.len(), plan.items().count());
    for item in plan.items() {
        let found = rows.iter().filter(|row| row[2].text == item.content);
        assert_eq!(found.count(), 1, "{}", item.content);
    }
    assert!(rows.iter().all(|row| row.last().unwrap().text.is_empty()), "room to sign");
    let lead = rows[0][1].text.clone();
    let of_one = cells(&tasks_document(&dossier, plan, Some(&lead)), 0);
    assert_eq!(of_one.len(), rows.iter().filter(|row| row[1].text == lead).count());
    judged(&tasks_document(&dossier, plan, Some(&lead)));
}

/// The first plan of the sample with so much work of two who lead, their names long.
fn led_by_two(works: u32) -> (Dossier, Plan) {
    let (dossier, id) = followed(&MIXED);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    let first = plan.items().next().unwrap().clone();
    plan.rows = (0..works)
        .map(|number| {
            let mut one = (*first).clone();
            one.id = Id(9_000 + number);
            one.content =
                format!("Nhiệm vụ {number}: {}", "rà soát, ".repeat(number as usize % 40));
            one.responsible = Typed::new(if number < 7 { "Kế toán" } else { LONG_LEAD });
            Row::Item(one.into())
        })
        .collect();
    (dossier, plan)
}

const LONG_LEAD: &str = "Tổ trưởng tổ Giáo dục thể chất và Nghệ thuật";

#[test]
fn who_leads_is_named_again_on_every_page_of_their_work() {
    for works in [8, 20, 33, 60] {
        let (dossier, plan) = led_by_two(works);
        let document = tasks_document(&dossier, &plan, None);
        let (pages, word) = judged(&document);
        let said = |page: &caitien::layout::Page| {
            let texts = page.items.iter().filter_map(|item| match item {
                PageItem::Text(text) => Some(text.text.as_str()),
                _ => None,
            });
            texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let mut named = 0;
        let mut pages_of_work = 0;
        for page in &pages.pages {
            let text = said(page);
            let numbers: Vec<u32> = text
                .match_indices("Nhiệm vụ ")
                .filter_map(|(at, _)| {
                    text[at + "Nhiệm vụ ".len()..].split(':').next()?.parse().ok()
                })
                .collect();
            if numbers.iter().any(|number| *number >= 7) {
                pages_of_work += 1;
                // A name in a narrow column stands on several lines, among those of its neighbours.
                let whole = LONG_LEAD.split(' ').all(|word| text.contains(word));
                assert!(whole, "{numbers:?} {text}");
            }
            if numbers.iter().any(|number| *number < 7) {
                assert!(text.contains("Kế toán"), "{numbers:?} {text}");
            }
            named += text.matches("Nghệ").count();
        }
        assert_eq!(named, pages_of_work, "once a page");
        assert!(works < 20 || pages_of_work > 1);
        // In Word the cell begins anew where a page of ours does.
        let again = pages.measures.tables[0].again.len();
        let table = word.all("w:tbl")[0];
        let begins = table.all("w:vMerge").into_iter();
        let begins = begins.filter(|one| one.attributes.contains_key("w:val")).count();
        let count = word.words().replace('\u{A0}', " ").matches("Nghệ").count();
        assert!((1..=again + 2).contains(&begins), "{begins} of {again}");
        assert!((1..=again + 1).contains(&count), "{count} of {again}");
        assert!(works < 60 || count > 1);
    }
}

#[test]
fn each_who_leads_has_pages_of_their_own_counted_from_the_first() {
    let (dossier, id) = followed(&MIXED);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    // So much of one that it takes two pages, and one piece of nobody.
    let Some(Row::Item(first)) = plan.rows.iter().find(|row| row.as_item().is_some()) else {
        panic!("no work")
    };
    let first = first.clone();
    for number in 0..30 {
        let mut more = (*first).clone();
        more.id = Id(9_000 + number);
        more.content = format!("Việc thêm {number}");
        plan.rows.push(Row::Item(more.into()));
    }
    let mut nobody = (*first).clone();
    nobody.id = Id(9_100);
    nobody.responsible = Typed::new("");
    plan.rows.push(Row::Item(nobody.into()));
    let leads = task_leads(&dossier, &plan);
    assert!(leads.len() > 1);
    assert_eq!(led_by_nobody(&dossier, &plan), 1);
    let all = task_sheets_document(&dossier, &plan);
    let (pages, word) = judged(&all);
    // Every sheet is the one that is made for its person alone.
    for (sheet, lead) in all.blocks.split(|one| *one == Block::NewSheet).zip(&leads) {
        assert_eq!(sheet, tasks_document(&dossier, &plan, Some(lead)).blocks, "{lead}");
    }
    let first_pages: Vec<usize> = pages.outline.iter().map(|entry| entry.page).collect();
    assert_eq!(first_pages.len(), leads.len());
    assert!(first_pages.windows(2).all(|two| two[0] < two[1]), "{first_pages:?}");
    let number = |page: usize| {
        let texts = pages.pages[page].items.iter().filter_map(|item| match item {
            PageItem::Text(text) => Some(text),
            _ => None,
        });
        let top = pages.pages[page].text_area.0.1 - 6.0;
        texts.filter(|text| text.y < top).map(|text| text.text.clone()).next()
    };
    for (page, _) in pages.pages.iter().enumerate() {
        let from = first_pages.iter().rfind(|first| **first <= page).unwrap();
        let wanted = (page > *from).then(|| (page - from + 1).to_string());
        assert_eq!(number(page), wanted, "page {page}");
    }
    let sections = word.all("w:sectPr");
    assert_eq!(sections.len(), leads.len());
    for section in &sections[1..] {
        assert_eq!(section.number("w:pgNumType", "w:start"), Some(1));
    }
}

#[test]
fn each_table_of_the_money_adds_up_to_the_whole() {
    let (mut dossier, id) = followed(&MIXED);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    if let Some(Row::Item(item)) = plan.rows.first_mut() {
        std::sync::Arc::make_mut(item).spent = Typed::new("4,5 triệu đồng");
    }
    put(&mut dossier, plan);
    let document = money_document(&dossier, dossier.plan(id).unwrap());
    judged(&document);
    let mut sums = Vec::new();
    for table in 0..3 {
        let rows = cells(&document, table);
        let (sum, lines) = rows.split_last().unwrap();
        assert!(sum.iter().all(|cell| cell.bold) && lines.iter().all(|row| !row[0].bold));
        let count = |row: &[Cell]| row[2].text.parse::<usize>().unwrap();
        assert_eq!(lines.iter().map(|row| count(row)).sum::<usize>(), count(sum));
        sums.push(sum.clone());
    }
    assert!(sums.windows(2).all(|two| two[0] == two[1]));
    assert_eq!(sums[0][4].text, "4.500.000");
}

#[test]
fn proof_is_listed_piece_by_piece() {
    let (mut dossier, id) = followed(&MIXED);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    let proofs = ["Quyết định ban hành quy chế; [H1-1.10-02]", "[H1-1.3-02]\n[H1-1.10-02]"];
    let items = plan.rows.iter_mut().filter_map(|row| match row {
        Row::Item(item) => Some(std::sync::Arc::make_mut(item)),
        _ => None,
    });
    let mut works = Vec::new();
    for (item, proof) in items.zip(proofs) {
        item.proof = proof.into();
        works.push(item.content.clone());
    }
    put(&mut dossier, plan);
    let document = evidence_document(&dossier, dossier.plan(id).unwrap());
    judged(&document);
    let named: Vec<String> = cells(&document, 0).iter().map(|row| row[1].text.clone()).collect();
    assert_eq!(named, ["[H1-1.3-02]", "[H1-1.10-02]", "Quyết định ban hành quy chế"]);
    // What proves two things stands once, with both.
    assert_eq!(cells(&document, 0)[1][4].text, works.join("; "));
}

#[test]
fn deadlines_are_those_of_open_work_with_a_day() {
    let (dossier, id) = followed(&[None]);
    let plan = dossier.plan(id).unwrap();
    let all = deadlines(&dossier, plan);
    assert!(all.windows(2).all(|two| two[0].day <= two[1].day) && all.len() > 3);
    let before = all.iter().find(|one| one.summary.starts_with("Số hóa hồ sơ")).unwrap();
    assert_eq!(before.day, jiff::civil::date(2027, 1, 14), "before the 15th");
    assert!(all.iter().all(|one| !one.summary.starts_with("Theo dõi kế hoạch cải tiến hằng")));
    let (dossier, id) = followed(&[Some(Status::Done)]);
    assert!(deadlines(&dossier, dossier.plan(id).unwrap()).is_empty());
}

#[test]
fn the_newest_plan_is_no_paper_about_one() {
    let (dossier, id) = followed(&MIXED);
    let report = propose(&dossier, id, Paper::Report, 1);
    let edit = bring_paper(&report, &mut FreshIds::from(dossier.next_id));
    let dossier = apply(&dossier, &edit).unwrap();
    assert_eq!(dossier.newest_plan().unwrap().id, id);
}

#[test]
fn the_papers_of_the_year_are_made_without_a_window() {
    let desk = Desk::new();
    for what in ["minutes", "report", "tasks", "evidence", "money", "three-years"] {
        for (format, head) in [("pdf", &b"%PDF"[..]), ("docx", b"PK")] {
            desk.done(&format!("export|s.caitien|--what|{what}|--to|{what}.{format}"));
            let bytes = fs::read(desk.path(&format!("{what}.{format}"))).unwrap();
            assert!(bytes.starts_with(head), "{what}");
        }
    }
    desk.done("export|s.caitien|--what|minutes|--review|1|--to|first.pdf");
    let [first, last] = ["first.pdf", "minutes.pdf"].map(|name| fs::read(desk.path(name)).unwrap());
    assert_ne!(first, last);
    desk.done("export|s.caitien|--what|calendar|--to|k.ics");
    let calendar = fs::read_to_string(desk.path("k.ics")).unwrap();
    assert!(calendar.contains("BEGIN:VEVENT"));
    desk.refused("export|s.caitien|--what|minutes|--review|3|--to|x.pdf");
    desk.refused("export|s.caitien|--what|review|--to|x.pdf");
    desk.refused("export|s.caitien|--what|supplement|--to|x.pdf");
    assert!(!desk.path("x.pdf").exists());
}
