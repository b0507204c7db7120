//! The appendix of a plan: its timeline on sheets of its own, and the words of the plan that point
//! to it.

use super::{Block, Piece, Role, Text, letterhead, timeline};
use crate::plan::{Dossier, Plan, Run};
use crate::words::{self, official};

/// Stands where a number or a date is still to be filled in.
const BLANK: &str = "……";

/// What follows the foot of the plan: "Phụ lục", its title, the paper it goes with, the timeline.
pub(super) fn appendix(dossier: &Dossier, plan: &Plan) -> Vec<Block> {
    let centred = |text: String, outline| {
        let runs = vec![Run::styled(text, true, false)];
        Block::Paragraph(Text { runs, role: Role::Centred, outline, ..Text::default() })
    };
    let title = words::upper(&timeline::heading(plan));
    vec![
        Block::Appendix,
        centred(official::APPENDIX.to_owned(), 1),
        centred(title, 0),
        note(plan),
        Block::Timeline(timeline::bars(dossier, plan)),
    ]
}

/// Says which paper an appendix goes with.
pub(super) fn note(plan: &Plan) -> Block {
    let runs = vec![Run::styled(goes_with(plan), false, true)];
    Block::Paragraph(Text { runs, role: Role::CentredNote, ..Text::default() })
}

/// "(Kèm theo Kế hoạch số 05/KH-THCSGOT ngày 05 tháng 02 năm 2026 của Trường THCS Gò Tre)".
fn goes_with(plan: &Plan) -> String {
    let head = letterhead::letterhead(plan);
    let number = filled(&head.number, "");
    let number = number.trim_start_matches(official::NUMBER).trim();
    let date = filled(&letterhead::date(official::DAY, plan.date), " ");
    let school = head.school.join(" ");
    let of = if school.is_empty() { String::new() } else { format!(" của {school}") };
    format!("({} {} số {number} {date}{of})", official::GOES_WITH, doc_type(plan))
}

/// The pieces of a line, dots where it is blank.
fn filled(pieces: &[Piece], between: &str) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.as_str(),
        Piece::Blank(_) => BLANK,
    });
    words.collect::<Vec<_>>().join(between)
}

/// Points to the appendix, where no word of the plan does.
pub(super) fn pointer(plan: &Plan, blocks: &[Block]) -> Option<Block> {
    let appendix = words::fold(official::APPENDIX);
    let points = |block: &Block| match block {
        Block::Paragraph(text) => {
            let whole: String = text.runs.iter().map(|run| run.text.as_str()).collect();
            words::fold(&whole).contains(&appendix)
        }
        _ => false,
    };
    let [begin, with, end] = official::SEE_TIMELINE;
    let text = format!("{begin}{}{with}{}{end}", official::APPENDIX, doc_type(plan));
    let text = Text { runs: vec![Run::plain(&text)], ..Text::default() };
    (!blocks.iter().any(points)).then_some(Block::Paragraph(text))
}

/// "Kế hoạch".
fn doc_type(plan: &Plan) -> String {
    let typed = plan.doc_type.split_whitespace().collect::<Vec<_>>().join(" ");
    let typed = if typed.is_empty() { official::PLAN.to_owned() } else { typed };
    let mut letters = typed.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().to_lowercase().chars()).collect()
}
