//! The page of Nghị định 30/2020/NĐ-CP: sizes, styles, places, and what stays together.

use super::blocks::{body, letterhead, letterhead_of, numbered, part, signatures, title, words};
use super::{find, lines, pages_of, right_end, texts};
use caitien::document::{Block, Marker, SignatureBlock, Text};
use caitien::layout::{FaceId, PageItem, Pages, Problem, TextItem, clean, lacks};
use caitien::plan::{PlanDate, Run};

const MM: f32 = 72.0 / 25.4;

#[track_caller]
fn check_style(pages: &Pages, words: &str, face: FaceId, sizes: std::ops::RangeInclusive<f32>) {
    let (_, text) = find(pages, words);
    assert_eq!(text.face, face, "{words}");
    assert!(sizes.contains(&text.size), "{words}: {} pt", text.size);
}

fn whole() -> Pages {
    let head = letterhead_of(|plan| plan.options.draft_mark = true);
    pages_of(vec![
        Block::Letterhead(head),
        title(),
        Block::Paragraph(Text {
            runs: vec![Run::styled("Căn cứ kết quả tự đánh giá;".to_owned(), false, true)],
            ..Text::default()
        }),
        part("I. MỤC ĐÍCH, YÊU CẦU"),
        numbered(Marker::Number(1), "Xác định các nội dung ưu tiên."),
        body("Yêu cầu các bộ phận thực hiện./."),
        Block::Signatures(signatures()),
    ])
}

#[test]
fn every_element_has_the_size_and_style_of_the_circular() {
    let pages = whole();
    check_style(&pages, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FaceId::Bold, 12.0..=13.0);
    check_style(&pages, "Độc lập - Tự do - Hạnh phúc", FaceId::Bold, 13.0..=14.0);
    check_style(&pages, "UBND PHƯỜNG GÒ TRE", FaceId::Regular, 12.0..=13.0);
    check_style(&pages, "GÒ TRE", FaceId::Regular, 12.0..=13.0);
    check_style(&pages, "Số: 05/KH-THCSGT", FaceId::Regular, 13.0..=13.0);
    check_style(&pages, "ngày 05 tháng 02 năm 2026", FaceId::Italic, 13.0..=14.0);
    check_style(&pages, "DỰ THẢO", FaceId::Bold, 12.0..=14.0);
    check_style(&pages, "KẾ HOẠCH", FaceId::Bold, 13.0..=14.0);
    check_style(&pages, "Cải tiến chất lượng", FaceId::Bold, 13.0..=14.0);
    check_style(&pages, "Căn cứ kết quả", FaceId::Italic, 13.0..=14.0);
    check_style(&pages, "I. MỤC ĐÍCH", FaceId::Bold, 13.0..=14.0);
    check_style(&pages, "Xác định", FaceId::Regular, 13.0..=14.0);
    check_style(&pages, "KT. HIỆU TRƯỞNG", FaceId::Bold, 13.0..=14.0);
    check_style(&pages, "Trần Thị Bích", FaceId::Bold, 13.0..=14.0);
    check_style(&pages, "Nơi nhận:", FaceId::BoldItalic, 12.0..=12.0);
    check_style(&pages, "- Lưu: VT.", FaceId::Regular, 11.0..=11.0);
}

#[test]
fn number_and_date_stand_on_one_line_and_nơi_nhận_on_the_line_of_the_position() {
    let pages = whole();
    let y = |words| find(&pages, words).1.y;
    assert!((y("Số: 05") - y("ngày 05")).abs() < 0.01);
    assert!((y("Nơi nhận:") - y("KT. HIỆU TRƯỞNG")).abs() < 0.01);
    assert!(y("DỰ THẢO") > y("Số: 05"));
    let room = (y("Trần Thị Bích") - y("PHÓ HIỆU TRƯỞNG")) / MM;
    assert!((28.0..36.0).contains(&room), "{room} mm from position to name");
}

#[test]
fn the_left_of_the_signature_is_free() {
    let pages = whole();
    let position = find(&pages, "PHÓ HIỆU TRƯỞNG").1;
    for text in texts(&pages.pages[0]).filter(|text| text.y > position.y + 20.0) {
        assert!(right_end(text) < position.x - 20.0 || text.text == "Trần Thị Bích", "{text:?}");
    }
}

#[test]
fn the_rule_under_the_motto_is_as_long_as_the_motto_and_the_others_a_third_to_a_half() {
    let pages = whole();
    let rules: Vec<(f32, f32)> = pages.pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            PageItem::Line { from, to, .. } => Some((to.0 - from.0, f32::midpoint(from.0, to.0))),
            _ => None,
        })
        .collect();
    let width = |words| {
        let text = find(&pages, words).1;
        (right_end(text) - text.x, f32::midpoint(right_end(text), text.x))
    };
    let (motto, motto_middle) = width("Độc lập");
    assert!(rules.iter().any(|(length, middle)| {
        (length - motto).abs() < 0.5 && (middle - motto_middle).abs() < 0.5
    }));
    let (subject, subject_middle) = width("Cải tiến chất lượng");
    assert!(rules.iter().any(|(length, middle)| {
        (subject / 3.0..=subject / 2.0).contains(length) && (middle - subject_middle).abs() < 0.5
    }));
    assert_eq!(rules.len(), 3);
}

#[test]
fn blank_number_and_date_leave_room_to_write() {
    let head = letterhead_of(|plan| {
        plan.number = String::new();
        plan.date = PlanDate { day: None, month: Some(9), year: Some(2026) };
    });
    let pages = pages_of(vec![Block::Letterhead(head)]);
    let gap = |left: &str, right: &str| find(&pages, right).1.x - right_end(find(&pages, left).1);
    assert!(gap("Số:", "/KH-THCSGT") > 12.0 * MM, "{}", gap("Số:", "/KH-THCSGT"));
    assert!(gap("ngày", "tháng 9 năm 2026") > 8.0 * MM);
}

#[test]
fn page_numbers_begin_on_page_two_centred_in_the_top_margin() {
    let pages = pages_of((0..60).map(|_| body(&words(40))).collect());
    assert!(pages.pages.len() > 3);
    for (index, page) in pages.pages.iter().enumerate() {
        let above: Vec<_> = texts(page).filter(|text| text.y < 20.0 * MM).collect();
        if index == 0 {
            assert!(above.is_empty());
            continue;
        }
        let [number] = above.as_slice() else { panic!("{above:?}") };
        assert_eq!(number.text, (index + 1).to_string());
        assert!((13.0..=14.0).contains(&number.size) && number.face == FaceId::Regular);
        let middle = f32::midpoint(number.x, right_end(number));
        assert!((middle - (30.0 * MM + 82.5 * MM)).abs() < 0.5);
    }
}

#[test]
fn full_lines_reach_the_margin_and_last_lines_do_not_stretch() {
    let pages = pages_of(vec![body(&words(60)), body("một hai\nba bốn")]);
    let lines: Vec<_> = texts(&pages.pages[0]).collect();
    let paragraph = &lines[..lines.len() - 2];
    for (index, line) in paragraph.iter().enumerate() {
        let full = index + 1 < paragraph.len();
        assert_eq!((right_end(line) - 195.0 * MM).abs() < 0.03, full, "{line:?}");
    }
    assert_eq!(lines[lines.len() - 2].text, "một hai");
    assert!(lines.iter().rev().take(2).all(|line| line.extra_space == 0.0));
}

#[track_caller]
fn check_together(group: &str) {
    // Whatever stands before it, the group is never parted.
    for count in 0..24 {
        let text = format!("{} {group} và", vec!["họ"; count + 14].join(" "));
        let pages = pages_of(vec![body(&text)]);
        find(&pages, group);
    }
}

#[test]
fn the_spaces_of_justified_lines_stay_within_bounds_and_the_last_line_is_not_stretched() {
    let texts_of = |text: &str| {
        let pages = pages_of(vec![body(text)]);
        texts(&pages.pages[0]).cloned().collect::<Vec<_>>()
    };
    for count in 0..40 {
        let text = format!(
            "{} theo Quyết định số 27/2018/QĐ-UBND ngày 22/8/2018 của cơ quan quản lý trực tiếp \
             về việc ban hành quy chế phối hợp giữa nhà trường và các đoàn thể ở địa phương",
            words(count)
        );
        let lines = texts_of(&text);
        let (last, full) = lines.split_last().unwrap();
        assert!(last.extra_space <= 0.0, "{last:?}");
        for line in full {
            let end = right_end(line);
            // Rather an uneven edge than wider holes.
            let widest = line.size * 0.25;
            let full = (end - 195.0 * MM).abs() < 0.05;
            assert!(full || (line.extra_space - widest).abs() < 0.01, "{line:?} ends at {end}");
            assert!(line.extra_space <= widest + 0.01, "{line:?}");
        }
    }
}

#[test]
fn lines_are_chosen_for_the_whole_paragraph() {
    // Line by line the second line would have wide holes before the long word.
    let text = "Các bộ phận nghiêm túc thực hiện, cập nhật minh chứng và báo cáo kết quả hằng \
                tháng về https://truong.example.vn/minh-chung-nam-hoc đúng thời gian quy định.";
    let pages = pages_of(vec![body(text)]);
    let spaces: Vec<f32> = texts(&pages.pages[0]).map(|text| text.extra_space).collect();
    assert!(spaces.iter().all(|space| *space <= 14.0 * 0.25 + 0.01), "{spaces:?}");
}

#[test]
fn what_belongs_together_stays_on_one_line() {
    for group in [
        "2026 - 2027",
        "2026 – 2027",
        "ngày 05",
        "tháng 9",
        "năm 2026",
        "02 lần",
        "Điều 5",
        "(Điều 5",
        "số 18/2018",
        "Tiêu chí 1.6",
        "tiêu chuẩn 3",
        "Mức 3",
        "10 triệu",
        "4,5 tỷ",
        "TP. Huế",
        "KT. HIỆU",
        "≥ 80%",
        "quý IV",
        "kỳ II",
        "xong ./.",
        "mục :",
    ] {
        check_together(group);
    }
}

#[test]
fn a_heading_is_never_last_on_a_page() {
    for count in 30..60 {
        let mut blocks: Vec<Block> = (0..count).map(|_| body("Một dòng.")).collect();
        blocks.push(part("II. CĂN CỨ"));
        blocks.push(numbered(Marker::Number(1), &words(60)));
        let pages = pages_of(blocks);
        let heading = find(&pages, "II. CĂN CỨ").0;
        let page = lines(&pages.pages[heading]);
        let at = page.iter().position(|line| line == "II. CĂN CỨ").unwrap();
        assert!(page.len() >= at + 3, "{count}: two lines follow the heading");
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone_on_a_page() {
    for count in 30..60 {
        let mut blocks: Vec<Block> = (0..count).map(|_| body("Một dòng.")).collect();
        blocks.push(body(&words(75)));
        let pages = pages_of(blocks);
        for page in &pages.pages {
            let long = lines(page).iter().filter(|line| line.contains("nhà")).count();
            assert_ne!(long, 1, "{count}");
        }
    }
}

#[test]
fn five_lines_of_text_stand_over_the_signatures_of_another_page() {
    for last in ["Một dòng./.".to_owned(), words(30), words(45)] {
        for count in 15..60 {
            let mut blocks: Vec<Block> = (0..count).map(|_| body("Một dòng.")).collect();
            blocks.push(body(&last));
            blocks.push(Block::Signatures(signatures()));
            let pages = pages_of(blocks);
            let (number, position) = find(&pages, "KT. HIỆU TRƯỞNG");
            assert_eq!(find(&pages, "Trần Thị Bích").0, number);
            let above = texts(&pages.pages[number])
                .filter(|text| text.y > 57.0 && text.y < position.y - 1.0)
                .count();
            assert!(above >= 5, "{count} paragraphs: {above} lines above the signatures");
            // Drawn together to single lines, pushed apart to one and a half.
            let lines: Vec<&TextItem> = texts(&pages.pages[0]).take(count).collect();
            let pitch = lines.windows(2).map(|pair| pair[1].y - pair[0].y).fold(99.0, f32::min);
            assert!((14.0 * 1.15..14.0 * 1.725 + 12.0).contains(&(pitch + 0.01)), "{pitch}");
        }
    }
}

#[test]
fn two_signatures_stand_side_by_side_with_their_names_on_one_line() {
    let mut foot = signatures();
    foot.blocks.push(SignatureBlock {
        lines: vec!["Chủ tịch".to_owned()],
        name: "Nguyễn Văn Bình".to_owned(),
    });
    let pages = pages_of(vec![body("Một.\nHai."), Block::Signatures(foot)]);
    let y = |words| find(&pages, words).1.y;
    assert!((y("Trần Thị Bích") - y("Nguyễn Văn Bình")).abs() < 0.01);
    assert!((y("CHỦ TỊCH") - y("KT. HIỆU TRƯỞNG")).abs() < 0.01);
}

#[test]
fn bookmarks_name_page_and_height() {
    let pages = pages_of(vec![part("I. MỘT"), body(&words(1500)), part("II. HAI"), body("Hết.")]);
    let found: Vec<_> =
        pages.outline.iter().map(|entry| (entry.title.as_str(), entry.page)).collect();
    assert_eq!(found, [("I. MỘT", 0), ("II. HAI", find(&pages, "II. HAI").0)]);
    assert!(pages.outline[1].y < find(&pages, "II. HAI").1.y);
}

#[test]
fn runs_keep_their_faces_and_the_spaces_between_them() {
    let run = |text: &str, bold| Run::styled(text.to_owned(), bold, false);
    let pages = pages_of(vec![Block::Paragraph(Text {
        marker: Marker::Number(1),
        runs: vec![run("Nội dung ", false), run("cụ thể", true), run(", khả thi", false)],
        ..Text::default()
    })]);
    let found: Vec<_> =
        texts(&pages.pages[0]).map(|text| (text.text.as_str(), text.face)).collect();
    assert_eq!(
        found,
        [
            // The label is heard for itself.
            ("1. ", FaceId::Regular),
            ("Nội dung ", FaceId::Regular),
            ("cụ thể", FaceId::Bold),
            (", khả thi", FaceId::Regular)
        ]
    );
}

#[test]
fn a_no_break_space_at_the_seam_of_two_runs_loses_no_word() {
    let run = |text: &str, italic| Run::styled(text.to_owned(), false, italic);
    let pages = pages_of(vec![Block::Paragraph(Text {
        runs: vec![run("Nội dung ", false), run("\u{A0} cụ thể", true)],
        ..Text::default()
    })]);
    let read: String = texts(&pages.pages[0]).map(|text| text.text.as_str()).collect();
    assert_eq!(read, "Nội dung cụ thể");
}

#[track_caller]
fn check_clean(typed: &str, expect: &str) {
    assert_eq!(clean(typed), expect);
}

#[test]
fn what_prints_nothing_is_removed_and_what_stands_in_is_replaced() {
    check_clean("Kê\u{301} hoa\u{323}ch", "Kế hoạch");
    check_clean("a\tb", "a b");
    check_clean("a\r\nb\rc\u{B}d", "a\nb\nc\nd");
    check_clean("\u{FEFF}a\u{200B}b\u{AD}c\u{7}", "abc");
    check_clean("CB\u{2011}GV", "CB-GV");
    check_clean("\u{F0B7} một", "• một");
    check_clean("\u{F0A7} hai \u{F0D8} ba \u{F076} bốn", "▪ hai • ba • bốn");
    check_clean("➢ ba ❖ bốn \u{F0FC} rồi \u{F0FE}", "• ba • bốn ✓ rồi ☑");
    check_clean("10\u{202F}triệu", "10\u{A0}triệu");
    check_clean("Ð không phải Đ", "Ð không phải Đ");
}

#[test]
fn a_character_the_font_lacks_is_a_box_and_is_reported() {
    let pages = pages_of(vec![body("chữ 漢 và ☐")]);
    assert_eq!(pages.problems, [Problem::MissingCharacter('漢')]);
    let drawn =
        pages.pages[0].items.iter().filter(|item| matches!(item, PageItem::Line { .. })).count();
    assert_eq!(drawn, 8);
    assert_eq!(lacks(&super::FACES, "漢 ☐ ☑ ✓ ✔ ≥ đ \u{AD}"), ['漢']);
}

#[test]
fn what_is_drawn_carries_its_text() {
    let pages = pages_of(vec![body("Đạt ☑ chưa ☐ xong ✓ rồi ✔ hộp 漢 và 😀 hết.")]);
    let read: String = texts(&pages.pages[0]).map(|text| text.text.as_str()).collect();
    assert_eq!(read, "Đạt ☑ chưa ☐ xong ✓ rồi ✔ hộp 漢 và 😀 hết.");
}

#[test]
fn a_mark_stands_over_the_middle_of_its_letter() {
    // Names of places in Ê-đê and Gia-rai: no composed letter has these marks.
    let pages = pages_of(vec![body("xã Čư\u{306} M\u{306}a và ê\u{331}\u{306}")]);
    let items: Vec<_> = texts(&pages.pages[0]).collect();
    let place = |before: &str, mark: &str| {
        let at = items.iter().position(|text| text.text == mark && text.x > 0.0).unwrap();
        let letter = items[at - 1];
        assert!(letter.text.ends_with(before), "{letter:?}");
        (items[at], right_end(letter), letter.y)
    };
    let (mark, end, line) = place("ư", "\u{306}");
    // The mark's own middle is its origin; the letter is half an em wide.
    assert!(mark.x < end - 2.0 && mark.x > end - 6.0, "{} before {end}", mark.x);
    assert!((line - mark.y).abs() < 2.0, "a small letter needs no lift: {}", line - mark.y);
    let capital = items.iter().position(|text| text.text.ends_with(" M")).unwrap();
    let lift = items[capital].y - items[capital + 1].y;
    assert!((2.0..4.0).contains(&lift), "over a capital it stands {lift} pt higher");
    let read: String = items.iter().map(|text| text.text.as_str()).collect();
    assert_eq!(read, "xã Čư\u{306} M\u{306}a và ê\u{331}\u{306}");
}

#[test]
fn a_long_name_is_parted_before_the_place_in_it() {
    let mut head = letterhead();
    head.governing_body = vec!["SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH SƠN HẢI".to_owned()];
    head.school = vec!["TRƯỜNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ MÂY TRẮNG".to_owned()];
    let pages = pages_of(vec![Block::Letterhead(head)]);
    for line in [
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "TỈNH SƠN HẢI",
        "TRƯỜNG DÂN TỘC NỘI TRÚ",
        "TRUNG HỌC CƠ SỞ MÂY TRẮNG",
    ] {
        assert_eq!(find(&pages, line).1.text.trim(), line);
    }
}
