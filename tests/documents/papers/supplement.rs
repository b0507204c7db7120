//! The plan that amends another: only what changed, old beside new.

use std::sync::Arc;

use caitien::library;
use caitien::plan::{Bytes, Frozen, Item, Paper, Plan, Row, Status, Typed};
use caitien::session::propose_paper;
use caitien::year::frozen::freeze;
use jiff::civil::date;

use super::made::{followed, put, tables, text};
use super::{document_of, judged};

#[test]
fn only_what_changed_since_it_was_given_out_stands_in_it() {
    let (mut dossier, id) = followed(&[Some(Status::UnderWay)]);
    let mut plan = Plan::clone(dossier.plan(id).unwrap());
    assert_eq!(propose_paper(&dossier, &plan, Paper::Supplement, None), None, "never given out");
    let body = freeze(&dossier, &plan, library::form_of(&dossier, &plan).unwrap());
    let copy = dossier.next_id;
    dossier.next_id = copy.next().next();
    let at = date(2026, 9, 10).at(8, 0, 0, 0);
    let (pdf, sha256) = (Bytes::default(), String::new());
    plan.frozen.push(Arc::new(Frozen { id: copy, at, body, pdf, sha256 }));
    plan.issued = Some(copy);
    assert_eq!(propose_paper(&dossier, &plan, Paper::Supplement, None), None, "nothing changed");
    let mut items = plan.rows.iter_mut().filter_map(|row| match row {
        Row::Item(item) => Some(item),
        _ => None,
    });
    let first = Arc::make_mut(items.next().unwrap());
    let was = first.time.typed.clone();
    first.time = Typed::new("Tháng 11/2026");
    first.status = Some(Status::Done);
    let name = first.content.clone();
    let new = Item { id: copy.next(), content: "Sửa mái nhà xe".into(), ..Item::default() };
    let gone = plan.rows.pop().unwrap();
    plan.rows.push(Row::Item(Arc::new(new)));
    put(&mut dossier, plan.clone());
    let paper = propose_paper(&dossier, &plan, Paper::Supplement, None).unwrap();
    assert_eq!((paper.amends, paper.about), (Some(id), None));
    let table = tables(&paper, "changes")[0];
    let rows: Vec<&[String]> = table.rows.iter().map(|row| &row.cells[..]).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0][1], name);
    assert!(rows[0][2].ends_with(&was) && rows[0][3].ends_with("Tháng 11/2026"), "{:?}", rows[0]);
    assert!(!rows[0][2].contains('\n'), "the status is no change of the plan");
    assert_eq!(
        (&*rows[1][1], &*rows[1][3]),
        (&*gone.as_item().unwrap().content, "Không thực hiện")
    );
    assert_eq!((&*rows[2][1], &*rows[2][2]), ("Sửa mái nhà xe", "Chưa có"));
    assert!(paper.subject[0].starts_with("Điều chỉnh, bổ sung Kế hoạch số 32/KH-THCSNH ngày "));
    assert!(text(&paper).ends_with("./."));
    judged(&document_of(&dossier, &paper));
}
