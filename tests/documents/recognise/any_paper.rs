//! Any paper at all: no word of it is lost, each piece is told once, and nothing fails.

use caitien::import::{Align, Doubt, Draft, GridCell, GridRow, Line, Shown, Source, Span};
use caitien::import::{Answer, Asked, Choices, Home, Meaning};
use caitien::plan::{Field, TableKind, Texts};
use proptest::prelude::*;

use super::{decided, draft};

const WORDS: [&str; 44] = [
    "KẾ HOẠCH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 05/KH-TH",
    "An Khê, ngày 05 tháng 9 năm 2025",
    "TRƯỜNG THCS HOA SỮA",
    "UBND phường",
    "Năm học 2025 - 2026",
    "Căn cứ Thông tư 18/2018;",
    "I. MỤC ĐÍCH",
    "II.",
    "III. Nội dung",
    "1. Rà soát",
    "1.",
    "a) Khảo sát",
    "đ)",
    "- Bồi dưỡng",
    "+",
    "Hạn chế:",
    "Biện pháp cải tiến: tập huấn",
    "Thời gian: Hằng năm",
    "Phụ trách:",
    "TT",
    "Tiêu chuẩn, tiêu chí",
    "Kết quả cần đạt",
    "Giải pháp",
    "Thời gian",
    "Chủ trì",
    "Duyệt",
    "MỨC 4",
    "Tiêu chuẩn 2: Cán bộ",
    "Tiêu chí 1.1. Phương hướng",
    "Tiêu chí 9.9",
    "Nơi nhận:",
    "- Lưu: VT.",
    "KT. HIỆU TRƯỞNG",
    "PHÓ HIỆU TRƯỞNG",
    "Vũ Lan Anh",
    "Bà Lê Minh - PHT\t\tGiám sát nhóm công tác 1",
    "- Nhóm công tác 1: Phụ trách",
    "(1)",
    "____",
    "Trên đây là kế hoạch./.",
    "DỰ THẢO",
];

fn text() -> impl Strategy<Value = String> {
    let joint = prop::sample::select(vec![" ", "\t", "\n", "     "]);
    let word = prop::sample::select(WORDS.to_vec());
    prop::collection::vec((word, joint), 1..3).prop_map(|parts| {
        let mut text = String::new();
        for (at, (word, joint)) in parts.iter().enumerate() {
            if at > 0 {
                text.push_str(joint);
            }
            text.push_str(word);
        }
        text
    })
}

fn any_line() -> impl Strategy<Value = Shown> {
    let label = prop::sample::select(vec!["", "", "", "", "1.", "I.", "a)", "•", "1.2."]);
    let look = (any::<bool>(), any::<bool>(), any::<bool>(), 0_u8..8);
    (text(), label, look).prop_map(|(text, label, (bold, italic, centred, rare))| {
        let at = text.char_indices().nth(3).map_or(0, |(at, _)| at);
        let (one, two) = text.split_at(at);
        let span = |text: &str, bold| Span { text: text.to_owned(), bold, italic };
        Shown::Line(Line {
            label: label.to_owned(),
            spans: vec![span(one, bold), span(two, bold != (rare == 1))],
            align: if centred { Align::Centre } else { Align::Left },
            heading: (rare == 2).then_some(1),
            boxed: rare == 3,
            typed: None,
            list_level: (rare == 4).then_some(1),
        })
    })
}

fn any_table() -> impl Strategy<Value = Shown> {
    let cell = (prop::collection::vec(any_line(), 0..3), 0_u8..9);
    let row = prop::collection::vec(cell, 1..8);
    (prop::collection::vec(row, 1..6), any::<bool>()).prop_map(|(rows, headed)| {
        let mut columns = 0;
        let mut made: Vec<GridRow> = Vec::new();
        if headed {
            let titles = &WORDS[22..29];
            let cells = titles.iter().enumerate().map(|(column, title)| GridCell {
                column,
                span: 1,
                merged_above: false,
                blocks: vec![super::paper::line(title)],
            });
            made.push(GridRow { header: true, cells: cells.collect() });
        }
        for row in rows {
            let mut column = 0;
            let mut cells = Vec::new();
            for (blocks, how) in row {
                let span = if how == 1 { 2 } else { 1 };
                let merged_above = how == 2 && !made.is_empty();
                let blocks = if merged_above { Vec::new() } else { blocks };
                cells.push(GridCell { column, span, merged_above, blocks });
                column += span;
            }
            columns = columns.max(column).max(7);
            made.push(GridRow { header: false, cells });
        }
        Shown::Table(caitien::import::Grid { columns, rows: made })
    })
}

fn any_paper() -> impl Strategy<Value = Source> {
    let block = prop_oneof![6 => any_line(), 1 => any_table()];
    prop::collection::vec(block, 0..30).prop_map(|blocks| Source { blocks, notes: Vec::new() })
}

/// All texts of a draft's plan, the runs of a paragraph one behind the other.
fn all_texts(draft: &Draft) -> String {
    let mut texts = String::new();
    draft.plan.clone().each_text(&mut |text| texts.push_str(text));
    texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_word_of_any_paper_is_lost(source in any_paper(), answers in prop::collection::vec(0_usize..4, 8)) {
        let first = draft(&source);
        check(&source, &first)?;
        // Only a row that looks like a header and is none may need that.
        let tables = source.blocks.iter().any(|shown| matches!(shown, Shown::Table(_)));
        let lost = first.questions.iter().filter(|question| {
            question.doubt == Doubt::Lost && !tables
        });
        prop_assert_eq!(lost.collect::<Vec<_>>(), Vec::<&caitien::import::Question>::new());
        // With other answers to whatever is asked the words are kept as well, if need be as
        // paragraphs at the end.
        let mut choices = Choices::default();
        for (question, answer) in first.questions.iter().zip(&answers) {
            if let Some(answer) = question.answers.get(*answer) {
                choices.choose(question.asked, answer.clone());
            }
        }
        if let Some(piece) = first.pieces.get(answers[0]) {
            let homes = [Home::Paragraph, Home::Heading, Home::Note, Home::Opening];
            choices.choose(Asked::Piece(piece.at), Answer::Home(homes[answers[1]]));
        }
        if let Some(column) = first.columns.get(answers[2]) {
            let meanings = [
                Meaning::Field(Field::Note),
                Meaning::Number,
                Meaning::Paragraphs,
                Meaning::Field(Field::Actions),
            ];
            let asked = Asked::Column(column.block, column.column);
            choices.choose(asked, Answer::Means(meanings[answers[3]]));
        }
        check(&source, &decided(&source, &choices))?;
    }
}

fn check(source: &Source, draft: &Draft) -> Result<(), TestCaseError> {
    prop_assert_eq!(draft.words.kept, draft.words.all);
    prop_assert!(draft.pieces.is_sorted_by_key(|piece| piece.at));
    // Names and work of its paragraphs are in the plan itself, and not only among what the
    // program prints.
    let texts = all_texts(draft);
    for name in ["Bồi", "Khảo", "Lan"] {
        let lines = source.blocks.iter().filter_map(|shown| match shown {
            Shown::Line(line) => Some(line.text()),
            _ => None,
        });
        let all: usize = lines.map(|text| text.matches(name).count()).sum();
        let kept = texts.matches(name).count();
        prop_assert!(kept >= all, "{name}: {kept} of {all}");
    }
    for piece in &draft.pieces {
        let shown = source.blocks.get(piece.at.block);
        prop_assert!(shown.is_some() && piece.question.is_none_or(|at| at < draft.questions.len()));
    }
    prop_assert!(
        draft
            .columns
            .iter()
            .all(|column| column.table != TableKind::Rows || column.block < source.blocks.len())
    );
    Ok(())
}
