//! Kế hoạch điều chỉnh, bổ sung: only what changed since the plan was given out, old beside new.

use super::since::{Change, changes};
use super::words::{day, held, paragraph, plan_cited, plan_subject, school, symbol, table};
use super::{paper, signatures};
use crate::plan::fill::{KindWords, one_line};
use crate::plan::{Block, Dossier, Form, Level, Paper, Plan};
use crate::words::official;
use crate::year::frozen::issued;

/// The plan that amends one which was given out, in the form of such plans; none where the plan
/// was not given out, or nothing that is printed changed since that an earlier one does not tell.
/// Its numbers are still to be given.
#[must_use]
pub fn supplement(dossier: &Dossier, plan: &Plan, form: &Form) -> Option<Plan> {
    let issued = issued(plan)?;
    let old = issued.plans.first()?;
    let own_form = issued.forms.first()?;
    let mut changes = changes((&issued, old), (dossier, plan), own_form);
    changes.retain(|change| !change.amended);
    if changes.is_empty() {
        return None;
    }
    let row = |(at, Change { what, before, after, .. }): (usize, &Change)| {
        vec![(at + 1).to_string(), what.clone(), before.clone(), after.clone()]
    };
    let in_force = if dossier.amendments(plan.id).any(|one| one.issued.is_some()) {
        "Theo Kế hoạch đã ban hành và đã điều chỉnh, bổ sung"
    } else {
        "Theo Kế hoạch đã ban hành"
    };
    let rows: Vec<Vec<String>> = changes.iter().enumerate().map(row).collect();
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
                (in_force, false),
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
