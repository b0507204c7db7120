//! Three years on one paper: side by side, with the list of all papers and what they lack.

use caitien::document::{Block, Document, TableRow, three_years_document};
use caitien::edit::{FreshIds, apply, bring_paper};
use caitien::plan::{Dossier, Id, Paper, Plan, Scan, Status};
use jiff::civil::date;

use super::judged;
use super::made::{close, followed, propose, put};

/// The rows of a table, a line each.
fn table(document: &Document, nth: usize) -> Vec<String> {
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.nth(nth).unwrap().rows.iter().filter_map(|row| match row {
        TableRow::Cells(cells) => Some(cells),
        _ => None,
    });
    let line = |texts: Vec<&str>| texts.join(" | ").replace('\n', " / ");
    rows.map(|cells| line(cells.iter().map(|cell| cell.text.as_str()).collect())).collect()
}

/// What is told of what is lacking.
fn lacking(document: &Document) -> Vec<String> {
    let texts = document.blocks.iter().rev().skip_while(|block| !is_text(block));
    let mut texts: Vec<String> = texts
        .map_while(|block| match block {
            Block::Paragraph(text) => Some(text.runs.iter().map(|run| run.text.as_str()).collect()),
            _ => None,
        })
        .collect();
    texts.reverse();
    // Its heading stands over it.
    texts.split_off(1)
}

fn is_text(block: &Block) -> bool {
    matches!(block, Block::Paragraph(_))
}

/// The sample's last plan with a year behind it: two reviews held, minutes of the first, a report.
fn lived() -> (Dossier, Id) {
    let (mut dossier, id) = followed(&[Some(Status::Done), Some(Status::NotDone)]);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    plan.date.day = Some(10);
    put(&mut dossier, plan);
    close(&mut dossier, id, 0);
    close(&mut dossier, id, 1);
    for (kind, review, number) in [(Paper::Minutes, 0, "8"), (Paper::Report, 1, "61")] {
        let paper = Plan { number: number.into(), ..propose(&dossier, id, kind, review) };
        let edit = bring_paper(&paper, &mut FreshIds::from(dossier.next_id));
        dossier = apply(&dossier, &edit).unwrap();
    }
    (dossier, id)
}

#[test]
fn three_years_stand_side_by_side() {
    let (dossier, id) = lived();
    let made = three_years_document(&dossier, dossier.plan(id).unwrap());
    let rows = table(&made, 0);
    let of = |title: &str| {
        let row = rows.iter().find(|row| row.starts_with(&format!("{title} | "))).unwrap();
        row.rsplit(" | ").next().unwrap().to_owned()
    };
    assert_eq!(of("Kế hoạch"), "Số 32/KH-THCSNH, ngày 10/9/2026 / 13 nội dung");
    assert_eq!(of("Điều chỉnh, bổ sung"), "Không");
    assert_eq!(of("Rà soát cuối học kỳ I"), "Ngày 15/01/2027 / Biên bản số 08/BB-THCSNH");
    assert_eq!(of("Rà soát cuối năm học"), "Ngày 28/5/2027");
    assert_eq!(of("Báo cáo kết quả"), "Số 61/BC-THCSNH, ngày …");
    assert_eq!(of("Kết quả thực hiện"), "7/13 nội dung hoàn thành / 6 chưa hoàn thành");
    assert_eq!(of("Tự đánh giá cuối năm học"), "Chưa có");
    assert!(rows.iter().all(|row| row.matches(" | ").count() == 3), "{rows:?}");

    let papers = table(&made, 1);
    let last = papers.last().unwrap();
    assert!(last.contains("Báo cáo kết quả thực hiện") && last.contains("61/BC-THCSNH"), "{last}");
    assert!(last.ends_with("Chưa có"), "{last}");
    assert!(lacking(&made).last().unwrap().contains("biên bản rà soát cuối năm học"));
    judged(&made);
}

#[test]
fn a_year_without_a_plan_and_a_school_with_one_plan_alone() {
    let (mut dossier, id) = lived();
    dossier.plans.retain(|plan| plan.id == id || plan.about == Some(id));
    let made = three_years_document(&dossier, dossier.plan(id).unwrap());
    assert!(table(&made, 0)[0].starts_with("Kế hoạch | Chưa có | Chưa có | Số 32"));
    assert_eq!(table(&made, 1).len(), 3);
    assert!(lacking(&made)[0].starts_with("Năm học 2024 - 2025: kế hoạch"));
    judged(&made);
    // A paper about the plan tells of the same years.
    let report = dossier.plans.last().unwrap();
    assert_eq!(table(&three_years_document(&dossier, report), 0), table(&made, 0));
}

#[test]
fn a_signed_scan_is_named_with_its_paper() {
    let (mut dossier, id) = lived();
    let before = three_years_document(&dossier, dossier.plan(id).unwrap());
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    let at = date(2026, 9, 12).at(8, 0, 0, 0);
    plan.scans = vec![Scan { id: Id(900), name: "KH 32.pdf".into(), sha256: String::new(), at }];
    put(&mut dossier, plan);
    let after = three_years_document(&dossier, dossier.plan(id).unwrap());
    let row =
        |of: &Document| table(of, 1).into_iter().find(|row| row.contains("32/KH-THCSNH")).unwrap();
    assert!(row(&before).ends_with("Chưa có") && row(&after).ends_with("KH 32.pdf"));
    let told = |of: &Document| lacking(of).last().cloned().unwrap();
    assert!(told(&before).contains("bản kế hoạch đã ban hành"));
    assert!(!told(&after).contains("bản kế hoạch đã ban hành"));
    assert!(told(&before).ends_with("của 03 văn bản."), "{}", told(&before));
    assert!(told(&after).ends_with("của 02 văn bản."));
}
