//! Làm mới số liệu: a paper that was written in is never rewritten by itself.

use std::sync::Arc;

use caitien::edit::{Edit, FreshIds, apply, bring_paper, renewals, take_renewals};
use caitien::plan::{Block, Dossier, Paper, Plan, Row, Status};
use caitien::session::propose_anew;

use super::made::{followed, propose, put, text};

/// A dossier with a report in it; then a piece of work is done that was not.
fn with_report() -> (Dossier, Plan) {
    let (dossier, plan) = followed(&[Some(Status::Done), Some(Status::NotDone)]);
    let report = propose(&dossier, plan, Paper::Report, 1);
    let edit = bring_paper(&report, &mut FreshIds::from(dossier.next_id));
    let mut dossier = apply(&dossier, &edit).unwrap();
    let Edit::AddPlan { plan: report, .. } = edit else { panic!("it comes in") };
    assert!(renewals(&report, &propose_anew(&dossier, &report).unwrap()).is_empty());
    let mut changed = Plan::clone(dossier.plan(plan).unwrap());
    let items = changed.rows.iter_mut().filter_map(|row| match row {
        Row::Item(item) => Some(item),
        _ => None,
    });
    let not_done = items.into_iter().find(|item| item.status == Some(Status::NotDone)).unwrap();
    Arc::make_mut(not_done).status = Some(Status::Done);
    put(&mut dossier, changed);
    (dossier, Plan::clone(&report))
}

#[test]
fn taken_whole_it_says_what_would_be_proposed() {
    let (dossier, report) = with_report();
    let anew = propose_anew(&dossier, &report).unwrap();
    let changes = renewals(&report, &anew);
    assert!(changes.len() > 3, "{changes:#?}");
    let all: Vec<usize> = (0..changes.len()).collect();
    let edit = take_renewals(&report, &anew, &all).unwrap();
    let after = apply(&dossier, &edit).unwrap();
    let taken = after.plan(report.id).unwrap();
    assert_eq!(text(taken), text(&anew));
    assert!(renewals(taken, &anew).is_empty());
}

#[test]
fn what_is_not_chosen_stays_as_it_was_written() {
    let (dossier, mut report) = with_report();
    for part in &mut report.parts {
        for block in &mut Arc::make_mut(part).blocks {
            if let Block::Paragraph(one) = block
                && one.text().starts_with("Đề nghị")
            {
                one.runs[0].text = "Đề nghị bố trí kinh phí sửa thư viện.".into();
            }
        }
    }
    let mut dossier = dossier;
    put(&mut dossier, report.clone());
    let anew = propose_anew(&dossier, &report).unwrap();
    let changes = renewals(&report, &anew);
    let written = changes.iter().position(|one| one.before.contains("sửa thư viện")).unwrap();
    for at in 0..changes.len() {
        let edit = take_renewals(&report, &anew, &[at]).unwrap();
        let after = apply(&dossier, &edit).unwrap();
        let taken = after.plan(report.id).unwrap();
        assert_eq!(text(taken).contains("sửa thư viện"), at != written);
        let left = renewals(taken, &anew);
        let expected = changes.iter().enumerate().filter(|(other, _)| *other != at);
        assert_eq!(left, expected.map(|(_, one)| one.clone()).collect::<Vec<_>>());
    }
    assert_eq!(take_renewals(&report, &anew, &[]), None);
}

#[test]
fn what_a_person_wrote_or_took_out_is_known_from_what_is_another_figure() {
    let (dossier, report) = with_report();
    let anew = propose_anew(&dossier, &report).unwrap();
    let figures = |report: &Plan| {
        let all = renewals(report, &anew).into_iter().filter(|one| !one.by_hand);
        all.map(|one| one.before).collect::<Vec<_>>()
    };
    let before = figures(&report);
    assert!(!before.is_empty(), "figures are others now");
    let mut written = report.clone();
    let with = written.parts.iter_mut().flat_map(|part| &mut Arc::make_mut(part).blocks);
    let edited = with.filter_map(|block| match block {
        Block::Paragraph(one) if before.contains(&one.text()) => Some(one),
        _ => None,
    });
    for one in edited {
        one.runs[0].text.insert_str(0, "Theo thống kê, ");
    }
    assert!(figures(&written).iter().all(|words| !words.contains("thống kê")));
    let mut short = report.clone();
    for part in &mut short.parts {
        let part = Arc::make_mut(part);
        part.blocks.retain(|block| !matches!(block, Block::Paragraph(_)));
    }
    assert!(
        renewals(&short, &anew).iter().filter(|one| one.before.is_empty()).all(|one| one.by_hand)
    );
}
