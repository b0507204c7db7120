//! Biên bản rà soát: what became of the work, and dots for what only those who met know.

use super::facts::{Facts, Work, kind_words, or_dots, review_of};
use super::words::{
    DOTS, day, head, heading, held, paragraph, plan_cited, secretary, symbol, table, when,
};
use super::{Reviewed, paper};
use crate::plan::fill::{KindWords, one_line};
use crate::plan::{Block, Dossier, Form, Id, Level, Paper, Plan, Review, Signature, Status};
use crate::words::official;

/// The minutes of a review of a plan, in the form of minutes; none where the plan has no such
/// review. Its numbers are still to be given.
#[must_use]
pub fn minutes(dossier: &Dossier, plan: &Plan, review: Id, form: &Form) -> Option<Plan> {
    let review = review_of(plan, review)?;
    let reviewed = Reviewed::of(dossier, plan, review);
    let (then, as_found) = reviewed.get();
    let facts = Facts::of(then, as_found);
    let chair = head(&plan.letterhead, KindWords::of(plan.letterhead.kind).head);
    let writer = secretary(plan);
    let made = paper(Paper::Minutes, dossier, plan, form, |key| match key {
        "session" => session(review, chair.as_ref(), writer.as_ref()),
        "content" => content(plan, review, &facts),
        "closing" => vec![paragraph(
            Level::None,
            format!("Cuộc họp kết thúc vào {DOTS} giờ {DOTS} phút, {}./.", day(held(review))),
        )],
        _ => Vec::new(),
    });
    let signature = |position: &str, who: Option<(String, String)>| Signature {
        position: position.to_owned(),
        name: who.map(|(name, _)| name).unwrap_or_default(),
        ..Signature::default()
    };
    Some(Plan {
        about: Some(plan.id),
        review: Some(review.id),
        symbol: symbol(official::MINUTES_CODE, plan),
        subject: vec![
            "Rà soát việc thực hiện Kế hoạch cải tiến chất lượng giáo dục".to_owned(),
            when(review, plan),
        ],
        recipients: vec!["Hội đồng tự đánh giá".to_owned(), "Lưu: VT, hồ sơ".to_owned()],
        signatures: vec![signature("THƯ KÝ", writer), signature("CHỦ TỌA", chair)],
        ..made
    })
}

/// When and where it was held, who came, who presided and who wrote.
fn session(
    review: &Review,
    chair: Option<&(String, String)>,
    writer: Option<&(String, String)>,
) -> Vec<Block> {
    let named = |who: Option<&(String, String)>| who.map_or(DOTS, |(_, titled)| titled).to_owned();
    let stop = |words: String| if words.ends_with(DOTS) { words } else { format!("{words}.") };
    [
        format!("Thời gian bắt đầu: {DOTS} giờ {DOTS} phút, {}.", day(held(review))),
        format!("Địa điểm: {DOTS}"),
        format!("Thành phần tham dự: {DOTS}"),
        stop(format!("Chủ trì (chủ tọa): {}", named(chair))),
        stop(format!("Thư ký (người ghi biên bản): {}", named(writer))),
    ]
    .into_iter()
    .map(|words| paragraph(Level::None, words))
    .collect()
}

fn content(plan: &Plan, review: &Review, facts: &Facts<'_>) -> Vec<Block> {
    let number = |text: String| paragraph(Level::Number, text);
    let mut blocks = vec![
        heading("Nội dung:"),
        number(format!("Kết quả thực hiện {}: {}.", plan_cited(plan), facts.counted())),
    ];
    let told: Vec<&Work<'_>> = facts.works.iter().filter(|work| is_told(work)).collect();
    if told.is_empty() {
        let lead = "nội dung chưa hoàn thành, không thực hiện hoặc phải điều chỉnh";
        blocks.push(number(if facts.has_untold() {
            format!("Các {lead}: {DOTS}")
        } else {
            format!("Không có {lead}.")
        }));
    } else {
        let lead = "Kết quả và điều chỉnh của các nội dung chưa hoàn thành, không thực hiện hoặc phải điều chỉnh:";
        blocks.push(number(lead.to_owned()));
        let rows = told.iter().enumerate().map(|(at, work)| {
            let result = result_words(work);
            vec![(at + 1).to_string(), work.name.clone(), result, one_line(&work.item.adjustment)]
        });
        let columns = [
            ("TT", true),
            ("Nội dung cải tiến", false),
            ("Kết quả thực hiện", false),
            ("Điều chỉnh (nếu có)", false),
        ];
        blocks.push(Block::Table(table(&columns, rows.collect())));
    }
    if !review.result.trim().is_empty() {
        blocks.push(number(format!("Đánh giá chung: {}", stopped(&review.result))));
    }
    if !review.adjustment.trim().is_empty() {
        blocks.push(number(format!("Điều chỉnh Kế hoạch: {}", stopped(&review.adjustment))));
    }
    blocks.push(number(format!("Ý kiến thảo luận: {DOTS}")));
    blocks.push(number(format!("Kết luận của chủ tọa: {DOTS}")));
    blocks
        .push(number(format!("Kết quả biểu quyết: {DOTS} trong {DOTS} thành viên dự họp đồng ý.")));
    blocks
}

/// Minutes tell of what does not go as it was planned.
fn is_told(work: &Work<'_>) -> bool {
    work.is_unfinished(false) || !work.item.adjustment.trim().is_empty()
}

/// "Chưa hoàn thành; mới trang bị 62% danh mục", with the reason of what is not carried out.
fn result_words(work: &Work<'_>) -> String {
    let mut parts = vec![kind_words(work.item.status).to_owned()];
    let result = one_line(&work.item.result);
    // A stop would stand before the mark between them.
    let bare = result.trim_end_matches('.');
    if !bare.is_empty() {
        parts.push(bare.to_owned());
    }
    let reason = one_line(&work.item.reason);
    if !reason.is_empty() {
        parts.push(format!("nguyên nhân: {reason}"));
    } else if work.item.status == Some(Status::Dropped) {
        parts.push(format!("nguyên nhân: {}", or_dots("")));
    }
    parts.join("; ")
}

/// A sentence with its stop.
fn stopped(text: &str) -> String {
    let line = one_line(text);
    if line.ends_with(['.', '!', '?', '…']) { line } else { format!("{line}.") }
}
