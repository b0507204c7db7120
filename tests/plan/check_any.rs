//! Any text at all, anywhere in a plan: the check never fails, and what it mends changes no
//! letter.

use caitien::check::{Fix, check, mend};
use caitien::edit::{Act, Edit, apply};
use caitien::messages::{change_words, finding_said, finding_sentence};
use caitien::plan::{Block, Id, Level, Paragraph, Part, Plan, Run};
use proptest::prelude::*;
use std::sync::Arc;

use super::check::{clean, given, set_item};

/// Texts made of the pieces that rules look for, so that they meet in every order.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Độc lập",
        "tự do",
        "hạnh phúc",
        " – ",
        " - ",
        "của trường ",
        "đối với trường ",
        "mầm non",
        "THCS",
        "UBND ",
        "huyện ",
        "thành phố ",
        "tỉnh ",
        "Thủ Đức",
        "Bắc Giang",
        "Phòng GDĐT",
        "Sở GDĐT ",
        "nay là ",
        "Hội đồng trường",
        "nhóm công tác ",
        "5",
        "12",
        "Tiêu chí ",
        "2. 2",
        "1.6",
        "năm học ",
        "2026",
        "-",
        "2027",
        "giai đoạn ",
        "từ năm ",
        "đến ",
        "kết quả ",
        "báo cáo ",
        "18/2018/TT-BGDĐT",
        "3535/BGDĐTGDTrH",
        "/",
        "Lưu",
        "VT",
        "KT.",
        "HIỆU TRƯỞNG",
        "ThS. ",
        ",",
        ".",
        ";",
        ":",
        ",.",
        " ,",
        " .",
        "./.",
        "...",
        "(",
        ")",
        "“",
        " ",
        "\u{A0}",
        "\n",
        "IV.",
        "1.",
        "a)",
        "- ",
        "nghịệp",
        "mur",
        "của của ",
        "İ",
        "ẞ",
        "ß",
        "Ð",
        "\u{301}",
        "\u{200B}",
        "\u{1F600}",
        "",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn fill(plan: &mut Plan, texts: &[String]) {
    let mut texts = texts.iter().cloned().cycle();
    let mut next = || texts.next().unwrap_or_default();
    plan.letterhead.governing_body = next();
    plan.letterhead.place = next();
    plan.symbol = next();
    plan.subject = vec![next(), next()];
    plan.recipients = vec![next(), next(), next()];
    plan.signatures[0].authority = vec![next()];
    plan.signatures[0].name = next();
    plan.bases = vec![Paragraph::plain(Level::None, next())];
    set_item(plan, |item| {
        item.criterion_text = next();
        item.target = next();
        item.actions = next();
        item.time.corrected = None;
        item.time.typed = next();
    });
    let runs = vec![Run::plain(next()), Run { bold: true, ..Run::plain(next()) }];
    let blocks = vec![
        Block::Paragraph(Paragraph { runs, ..Paragraph::default() }),
        Block::Paragraph(Paragraph::plain(Level::Number, next())),
    ];
    let part =
        Part { id: Id(50), key: Some("bases".into()), heading: next(), blocks, ..Part::default() };
    plan.parts.insert(0, Arc::new(part));
}

/// The letters and digits of a plan's texts, composed, in order.
fn letters(plan: &Plan) -> String {
    let mut all = String::new();
    caitien::plan::each_text(plan, &mut |_, text| all.push_str(text));
    caitien::words::nfc(&all).chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_the_check_fail_and_no_fix_changes_a_letter(
        texts in prop::collection::vec(text(), 1..20),
    ) {
        let mut dossier = clean();
        fill(Arc::make_mut(&mut dossier.plans[0]), &texts);
        let plan = dossier.plans[0].clone();
        let form = caitien::library::form_of(&dossier, &plan).unwrap();
        let findings = check(&dossier, &plan, form, &given());
        for finding in &findings {
            let sentence = finding_sentence(&dossier, finding);
            prop_assert!(!sentence.is_empty() && !finding_said(&dossier, finding).is_empty());
            if let Some(fix) = &finding.fix {
                let (_, now) = change_words(&fix.before, &fix.after, 10);
                prop_assert!(!now.is_empty() || fix.after.trim().is_empty());
            }
        }
        // A new line "Lưu: VT" and a number typed twice are words; the rest is form.
        let words = ["archive-missing", "number-with-more"];
        let fixes: Vec<&Fix> = findings
            .iter()
            .filter(|one| !words.contains(&one.code))
            .filter_map(|one| one.fix.as_ref())
            .collect();
        let (edits, count) = mend(&plan, &fixes);
        let after = apply(&dossier, &Edit::Batch(Act::Mend(count), edits)).unwrap();
        prop_assert_eq!(letters(&after.plans[0]), letters(&plan));
    }
}
