//! Kế hoạch điều chỉnh, bổ sung: only what changed since the plan was given out, old beside new.

use std::collections::BTreeSet;

use super::words::{day, held, paragraph, plan_cited, plan_subject, school, symbol, table};
use super::{paper, signatures};
use crate::plan::fill::{KindWords, one_line};
use crate::plan::{Block, Dossier, Field, Form, Item, Level, Paper, Part, Plan, Record, TableKind};
use crate::timeline::short_name;
use crate::words::official;
use crate::year::frozen::thaw;

/// The plan that amends one which was given out, in the form of such plans; none where the plan
/// was not given out, or nothing that is printed changed since. Its numbers are still to be given.
#[must_use]
pub fn supplement(dossier: &Dossier, plan: &Plan, form: &Form) -> Option<Plan> {
    let issued = thaw(plan.issued_copy()?)?;
    let old = issued.plans.first()?;
    let own_form = issued.forms.first()?;
    let rows = changes((&issued, old), (dossier, plan), own_form);
    if rows.is_empty() {
        return None;
    }
    let people = KindWords::of(plan.letterhead.kind);
    let cited = plan_cited(old);
    let reviews: Vec<String> = plan
        .reviews
        .iter()
        .filter(|review| review.closed.is_some())
        .map(|review| {
            let when = crate::words::lower_first(&one_line(&review.when));
            format!("kết quả rà soát {when}, {}", day(held(review)))
        })
        .collect();
    let made = paper(Paper::Supplement, dossier, plan, form, |key| match key {
        "reasons" => vec![paragraph(
            Level::None,
            match reviews.as_slice() {
                [] => format!("Lý do điều chỉnh, bổ sung: {}", super::words::DOTS),
                all => format!("Căn cứ {}: {}", all.join("; "), super::words::DOTS),
            },
        )],
        "changes" => {
            let columns = [
                ("TT", true),
                ("Nội dung", false),
                ("Theo Kế hoạch đã ban hành", false),
                ("Điều chỉnh, bổ sung", false),
            ];
            vec![Block::Table(table(&columns, rows.clone()))]
        }
        "organisation" => vec![
            paragraph(
                Level::Number,
                format!("Các nội dung khác tại {cited} không thay đổi, tiếp tục thực hiện."),
            ),
            paragraph(
                Level::Number,
                format!(
                    "Các tổ, bộ phận và cá nhân được phân công thực hiện các nội dung điều chỉnh, bổ sung; kịp thời báo cáo {} khi có khó khăn, vướng mắc.",
                    people.head
                ),
            ),
        ],
        "closing" => vec![paragraph(
            Level::None,
            format!("Trên đây là Kế hoạch điều chỉnh, bổ sung {cited} của {}./.", school(plan)),
        )],
        _ => Vec::new(),
    });
    let Block::Paragraph(opening) = paragraph(
        Level::None,
        format!("{} điều chỉnh, bổ sung {cited} {} như sau:", school(plan), plan_subject(plan)),
    ) else {
        return None;
    };
    Some(Plan {
        amends: Some(plan.id),
        symbol: symbol(official::PLAN_CODE, plan),
        subject: vec![format!("Điều chỉnh, bổ sung {cited} {}", plan_subject(plan))],
        opening: vec![opening],
        recipients: plan.recipients.clone(),
        signatures: signatures(plan),
        ..made
    })
}

/// Rows of what changed: a number, what it is, as it was, as it is.
fn changes(
    (before, old): (&Dossier, &Plan),
    (after, new): (&Dossier, &Plan),
    form: &Form,
) -> Vec<Vec<String>> {
    let columns = form.columns_for(TableKind::Rows, &old.options.columns);
    let columns: Vec<(Field, String)> = columns
        .into_iter()
        .filter(|column| !matches!(column.field, Field::Tt | Field::Status))
        .map(|column| (column.field, column.title))
        .collect();
    let mut rows: Vec<[String; 3]> = Vec::new();
    for item in old.items() {
        let name = short_name(before, old, item);
        match new.item(item.id) {
            None => rows.push([name, told(item, &columns), "Không thực hiện".to_owned()]),
            Some(now) if now == item => {}
            Some(now) => {
                let is_other =
                    |(field, _): &&(Field, String)| item.text(*field) != now.text(*field);
                let other: Vec<_> = columns.iter().filter(is_other).cloned().collect();
                if !other.is_empty() {
                    rows.push([name, told(item, &other), told(now, &other)]);
                }
            }
        }
    }
    for item in new.items().filter(|item| old.item(item.id).is_none()) {
        let name = short_name(after, new, item);
        if !name.is_empty() {
            rows.push([name, "Chưa có".to_owned(), told(item, &columns)]);
        }
    }
    for part in &new.parts {
        let was = old.parts.iter().find(|one| one.id == part.id);
        let (gone, come) = (words_of(was.map(AsRef::as_ref)), words_of(Some(part)));
        let only = |these: &[String], others: &[String]| {
            let others: BTreeSet<&String> = others.iter().collect();
            let only = these.iter().filter(|one| !others.contains(one));
            only.cloned().collect::<Vec<_>>().join("\n")
        };
        let (before, after) = (only(&gone, &come), only(&come, &gone));
        if !before.is_empty() || !after.is_empty() {
            rows.push([format!("Phần {}", one_line(&part.heading)), before, after]);
        }
    }
    let numbered = rows.into_iter().enumerate();
    numbered.map(|(at, row)| [vec![(at + 1).to_string()], row.to_vec()].concat()).collect()
}

/// The fields of an item under their titles, one a line; what is empty is left out unless it
/// stands alone.
fn told(item: &Item, columns: &[(Field, String)]) -> String {
    let lines = columns.iter().filter_map(|(field, title)| {
        let text = one_line(item.text(*field).unwrap_or_default());
        (!text.is_empty()).then(|| format!("{title}: {text}"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn words_of(part: Option<&Part>) -> Vec<String> {
    let blocks = part.into_iter().flat_map(|part| &part.blocks);
    let paragraphs = blocks.filter_map(|block| match block {
        Block::Paragraph(one) if !one.is_blank() => Some(one.text()),
        _ => None,
    });
    paragraphs.collect()
}
