//! The timeline of a plan in its Word file: a table of weeks, which comes back as what it is.

use caitien::document::{
    Block, Document, Timeline, plan_document, text_document, timeline_document,
};
use caitien::import::{Doubt, docx};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{FormId, Plan, Row, SchoolYear, Typed};

use super::tree::Node;
use super::{body, made};
use crate::document::{form, sample};
use crate::recognise::draft;

/// A plan of the sample in this form, with its timeline.
fn plan(of: &FormId) -> Plan {
    let sample = sample();
    let mut plan = Plan::clone(sample.plans.iter().find(|plan| plan.form == *of).unwrap());
    plan.options.timeline_appendix = true;
    plan
}

fn document(plan: &Plan) -> Document {
    plan_document(&sample(), plan, &form(&plan.form))
}

fn table(body: &Node) -> &Node {
    body.all("w:tbl").last().copied().unwrap()
}

/// Each cell of a row: its first column, how many it covers, what is behind it and in it.
fn cells(row: &Node) -> Vec<(i32, i32, String, String)> {
    let mut at = 0;
    let mut found = Vec::new();
    for cell in row.children.iter().filter(|child| child.name == "w:tc") {
        let says = cell.child("w:tcPr").unwrap();
        let span = says.number("w:gridSpan", "w:val").unwrap_or(1);
        let fill = says.child("w:shd").map(|fill| fill.attributes["w:fill"].clone());
        found.push((at, span, fill.unwrap_or_default(), cell.words().trim().to_owned()));
        at += span;
    }
    found
}

/// The signs in the row of an item whose time is this, in a plan of 2025-2026.
fn drawn(time: &str) -> Vec<(i32, i32, String, String)> {
    let mut plan = plan(&TABLE_2018);
    plan.school_year = SchoolYear::starting(2025).unwrap();
    let Some(Row::Item(item)) = plan.rows.iter().find(|row| row.as_item().is_some()) else {
        panic!("no item")
    };
    let mut item = (**item).clone();
    item.time = Typed::new(time.to_owned());
    "Việc duy nhất".clone_into(&mut item.content);
    plan.rows = vec![Row::Item(item.into())];
    let body = body(&timeline_document(&sample(), &plan));
    let rows = table(&body).all("w:tr");
    let row = rows.into_iter().find(|row| row.words().contains("Việc duy nhất")).unwrap();
    let all = cells(row);
    assert_eq!(all.last().map(|(at, span, ..)| at + span), Some(1 + 4 * 9), "{all:?}");
    all.into_iter().skip(1).filter(|one| !one.2.is_empty() || !one.3.is_empty()).collect()
}

#[test]
fn weeks_are_shaded_where_work_goes_on_and_signs_stand_in_their_week() {
    let own = |from: i32, span: i32, fill: &str, sign: &str| {
        vec![(from, span, fill.to_owned(), sign.to_owned())]
    };
    // The second column is the first week of September.
    assert_eq!(drawn("Tháng 9/2025 đến tháng 11/2025"), own(1, 12, "808080", ""));
    assert_eq!(drawn("Từ 15/10/2025 đến 31/10/2025"), own(6, 3, "808080", ""));
    assert_eq!(drawn("Thường xuyên")[0].2, "D0D0D0");
    let mark = drawn("Trước ngày 30/4/2026");
    assert_eq!((mark[0].0, mark[0].3.as_str()), (32, "▐"), "{mark:?}");
}

#[test]
fn a_month_is_as_wide_as_every_other_and_the_table_as_wide_as_the_text() {
    for of in [TABLE_2018, NARRATIVE, FORM_2_2026] {
        let body = body(&document(&plan(&of)));
        let sections = body.all("w:sectPr");
        let last = sections.last().unwrap();
        assert_eq!(last.number("w:pgNumType", "w:start"), Some(1), "pages of its own");
        assert!(last.child("w:titlePg").is_some() && last.child("w:headerReference").is_none());
        let size = last.child("w:pgSz").unwrap();
        assert_eq!(size.attributes["w:orient"], "landscape");
        let [sheet, left, right] =
            [("w:pgSz", "w:w"), ("w:pgMar", "w:left"), ("w:pgMar", "w:right")]
                .map(|(child, key)| last.number(child, key).unwrap());
        let table = table(&body);
        let widths: Vec<i32> = table
            .all("w:gridCol")
            .iter()
            .map(|column| column.attributes["w:w"].parse().unwrap())
            .collect();
        assert_eq!(widths.iter().sum::<i32>(), sheet - left - right);
        assert!(widths.len() <= 63, "Word has no more columns");
        let (narrow, wide) = (widths[1..].iter().min(), widths[1..].iter().max());
        assert!(wide.unwrap() - narrow.unwrap() <= 1);
        let rows = table.all("w:tr");
        let repeated = |row: &&&Node| !row.all("w:tblHeader").is_empty();
        assert_eq!(rows.iter().filter(repeated).count(), 2);
        for row in rows {
            let columns: i32 = cells(row).iter().map(|(_, span, ..)| span).sum();
            assert_eq!(usize::try_from(columns), Ok(widths.len()));
        }
        assert!(body.words().contains("Thời gian thực hiện"), "what the signs mean");
    }
}

#[test]
fn years_of_months_take_fewer_columns_each() {
    for (months, columns) in [(12, 48), (14, 56), (15, 30), (24, 48), (40, 40), (90, 56)] {
        let blocks = vec![Block::Timeline(Timeline::over((2025, 8), months))];
        let body = body(&Document { blocks, ..Document::default() });
        assert_eq!(table(&body).all("w:gridCol").len(), 1 + columns, "{months}");
    }
}

#[test]
fn it_comes_back_as_what_it_is_and_goes_out_the_same() {
    for of in [TABLE_2018, NARRATIVE, FORM_2_2026] {
        let plan = plan(&of);
        let bytes = made(&document(&plan)).1;
        assert!(bytes == made(&document(&plan)).1);
        let without = draft(&docx(&made(&text_document(&plan, &form(&of))).1).unwrap());
        let draft = draft(&docx(&bytes).unwrap());
        assert!(draft.plan.options.timeline_appendix);
        assert_eq!(draft.questions, [], "{of}");
        let own = Plan { options: without.plan.options.clone(), ..draft.plan.clone() };
        assert!(own == without.plan, "none of its words are words of the plan: {of}");
        // Which criterion an item is about is told by the forms that print it only.
        let text = |plan: &Plan| made(&text_document(plan, &form(&plan.form))).1;
        assert!(text(&draft.plan) == text(&plan), "{of}");
    }
}

#[test]
fn what_a_clerk_wrote_into_it_is_kept_and_asked_about() {
    let mut document = document(&plan(&TABLE_2018));
    let Some(Block::Timeline(timeline)) = document.blocks.last_mut() else { panic!("none") };
    timeline.rows.push(caitien::document::TimelineRow::Group("Xuxuxu bổ sung".to_owned()));
    let draft = draft(&docx(&made(&document).1).unwrap());
    let lost: Vec<_> = draft.questions.iter().filter(|one| one.doubt == Doubt::Lost).collect();
    assert_eq!(lost.len(), 1);
    assert!(lost[0].words.contains("Xuxuxu"), "{}", lost[0].words);
    assert_eq!(draft.words.kept, draft.words.all);
}
