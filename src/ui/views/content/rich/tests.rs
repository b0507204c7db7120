//! Styles and levels through typing, splitting, joining and pasting.

use super::paste::marker;
use super::*;

fn bold(text: &str) -> Run {
    Run::styled(text.to_owned(), true, false)
}

fn paragraph(level: Level, runs: Vec<Run>) -> Paragraph {
    Paragraph { level, is_heading: false, runs }
}

fn rich(runs: Vec<Run>) -> RichText {
    RichText::from_paragraphs(&[paragraph(Level::Number, runs)])
}

/// The bold words of a text, joined by "|".
fn bold_words(rich: &RichText) -> String {
    let words: Vec<String> = rich
        .to_paragraphs()
        .into_iter()
        .flat_map(|paragraph| paragraph.runs)
        .filter(|run| run.bold)
        .map(|run| run.text)
        .collect();
    words.join("|")
}

#[test]
fn paragraphs_come_back_as_they_went_in() {
    let paragraphs = vec![
        Paragraph {
            level: Level::Number, is_heading: true, runs: vec![Run::plain("Mục đích")]
        },
        paragraph(Level::Letter, vec![Run::plain("Rõ "), bold("việc"), Run::plain(" làm")]),
        paragraph(Level::None, vec![]),
        paragraph(Level::Dash, vec![Run::plain("Cuối")]),
    ];
    assert_eq!(RichText::from_paragraphs(&paragraphs).to_paragraphs(), paragraphs);
    assert_eq!(RichText::from_paragraphs(&[]).to_paragraphs(), vec![]);
}

#[test]
fn unikey_inside_a_bold_word_keeps_it_bold() {
    let mut text = rich(vec![Run::plain("có "), bold("viec"), Run::plain(" gấp")]);
    // "viec" + "je" as UniKey sends it: three Backspaces, then "iệc".
    text.delete(6..7);
    text.delete(5..6);
    text.delete(4..5);
    text.insert("iệc", 4);
    assert_eq!(bold_words(&text), "việc");
    assert_eq!(text.text(), "có việc gấp");
}

#[test]
fn a_bold_word_of_one_letter_stays_bold_when_unikey_replaces_it() {
    let mut text = rich(vec![Run::plain("mục "), bold("a"), Run::plain(" và")]);
    text.delete(4..5);
    text.insert("â", 4);
    assert_eq!(bold_words(&text), "â");
}

#[test]
fn typing_before_a_bold_word_is_plain_and_after_it_is_bold() {
    let mut text = rich(vec![Run::plain("có "), bold("việc"), Run::plain(" gấp")]);
    text.insert("một ", 3);
    assert_eq!(bold_words(&text), "việc");
    text.insert("s", 11);
    assert_eq!(bold_words(&text), "việcs");
}

#[test]
fn splitting_and_joining_a_paragraph_keeps_styles_and_levels() {
    let before = rich(vec![Run::plain("một "), bold("hai ba"), Run::plain(" bốn")]);
    let mut text = before.clone();
    text.insert("\n", 7);
    assert_eq!(text.heads().len(), 2);
    assert_eq!(text.heads()[1].level, Level::Number);
    assert_eq!(bold_words(&text), "hai| ba");
    text.delete(7..8);
    assert_eq!(text, before);
}

#[test]
fn enter_after_a_heading_opens_its_points() {
    let mut text = RichText::from_paragraphs(&[Paragraph {
        level: Level::Number,
        is_heading: true,
        runs: vec![Run::plain("Mục đích")],
    }]);
    text.insert("\n", 8);
    assert_eq!(text.heads()[1], Head { level: Level::Letter, is_heading: false });
    assert!(text.heads()[0].is_heading);
}

#[test]
fn enter_before_the_first_letter_keeps_the_heading_with_its_words() {
    let mut text = RichText::from_paragraphs(&[Paragraph {
        level: Level::Number,
        is_heading: true,
        runs: vec![Run::plain("Mục đích")],
    }]);
    text.insert("\n", 0);
    assert!(!text.heads()[0].is_heading);
    assert!(text.heads()[1].is_heading);
}

#[test]
fn pasted_lines_become_paragraphs_with_levels() {
    let mut text = RichText::from_paragraphs(&[]);
    text.paste(&(0..0), "1. Mục đích\na) Rõ việc\n- Chi tiết\n+ Nhỏ hơn\n\nThường", None);
    let levels: Vec<Level> = text.heads().iter().map(|head| head.level).collect();
    assert_eq!(levels, [Level::Number, Level::Letter, Level::Dash, Level::Plus, Level::None]);
    assert_eq!(text.text(), "Mục đích\nRõ việc\nChi tiết\nNhỏ hơn\nThường");
}

#[test]
fn pasting_a_phrase_into_a_line_leaves_its_words_alone() {
    let mut text = rich(vec![Run::plain("đạt  giáo viên")]);
    let end = text.paste(&(4..4), "- 80%", None);
    assert_eq!(text.text(), "đạt - 80% giáo viên");
    assert_eq!(end, 9);
    assert_eq!(text.heads(), [Head { level: Level::Number, is_heading: false }]);
}

#[test]
fn pasted_words_keep_their_own_style_and_not_that_of_the_line_they_replace() {
    let heading = Paragraph {
        level: Level::Number,
        is_heading: true,
        runs: vec![bold("Mục đích"), Run::plain(" và yêu cầu")],
    };
    let mut text = RichText::from_paragraphs(std::slice::from_ref(&heading));
    text.paste(&(0..19), "Rà soát tháng 9", None);
    let plain = paragraph(Level::Number, vec![Run::plain("Rà soát tháng 9")]);
    assert_eq!(text.to_paragraphs(), [plain]);

    let mut text = RichText::from_paragraphs(&[heading]);
    let runs = [Run::plain("- Rà soát "), bold("việc"), Run::plain("\nlàm")];
    text.paste(&(0..19), "- Rà soát việc\nlàm", Some(&runs));
    assert_eq!(bold_words(&text), "việc");
    assert_eq!(text.heads(), [Head { level: Level::Dash, is_heading: false }, Head::default()]);
}

#[test]
fn a_style_asked_for_at_the_cursor_is_that_of_the_next_letters_there() {
    let mut text = rich(vec![Run::plain("Rà soát")]);
    text.toggle_style(&(7..7), true);
    assert!(text.style_of(&(7..7)).bold);
    text.insert(" năm", 7);
    text.insert("\n", 11);
    text.insert("hai", 12);
    assert_eq!(bold_words(&text), " năm|hai");
    text.toggle_style(&(15..15), true);
    text.cursor_at(3);
    text.insert("a", 15);
    assert_eq!(bold_words(&text), " năm|haia");
}

#[test]
fn paragraphs_that_differ_are_of_no_level_together() {
    let lines = [Level::Number, Level::None];
    let text = RichText::from_paragraphs(&lines.map(|level| paragraph(level, vec![bold("a")])));
    assert_eq!(text.head_of(&(0..1)).level, Level::Number);
    assert_eq!(text.head_of(&(0..3)).level, Level::None);
}

#[track_caller]
fn check_marker(line: &str, expect: Option<Level>) {
    assert_eq!(marker(line).0, expect, "{line}");
}

#[test]
fn only_real_markers_become_levels() {
    check_marker("1. Hiệu trưởng", Some(Level::Number));
    check_marker("12. Kế toán", Some(Level::Number));
    check_marker("đ) Rà soát", Some(Level::Letter));
    check_marker("- Rà soát", Some(Level::Dash));
    check_marker("+ Rà soát", Some(Level::Plus));
    check_marker("1.5 triệu", None);
    check_marker("2026. Năm", None);
    check_marker("-5 độ", None);
    check_marker("A) Rà soát", None);
    check_marker("", None);
}

#[test]
fn a_typed_marker_becomes_the_level_once() {
    let mut text =
        RichText::from_paragraphs(&[paragraph(Level::None, vec![Run::plain("- Rà soát")])]);
    assert_eq!(text.take_marker(0, false), 2);
    assert_eq!(text.text(), "Rà soát");
    assert_eq!(text.heads()[0].level, Level::Dash);
    assert_eq!(text.take_marker(0, false), 0);
}

#[test]
fn undo_of_the_field_keeps_the_styles_of_what_stays() {
    let mut text = rich(vec![Run::plain("có "), bold("việc"), Run::plain(" gấp")]);
    egui::TextBuffer::replace_with(&mut text, "có việc rất gấp");
    assert_eq!(bold_words(&text), "việc");
    assert_eq!(text.text(), "có việc rất gấp");
}

#[test]
fn paragraphs_move_over_their_neighbours_with_style_and_level() {
    let paragraphs = [
        paragraph(Level::Number, vec![bold("một")]),
        paragraph(Level::Letter, vec![Run::plain("hai")]),
        paragraph(Level::Dash, vec![Run::plain("ba")]),
    ];
    let text = RichText::from_paragraphs(&paragraphs);
    // The last two, by a selection from "a" of the second into the third.
    let (moved, selection) = text.with_paragraphs_moved(&(5..9), false).unwrap();
    assert_eq!((moved.text(), selection.clone()), ("hai\nba\nmột", 1..5));
    assert_eq!((moved.heads()[2].level, bold_words(&moved).as_str()), (Level::Number, "một"));
    assert!(moved.with_paragraphs_moved(&selection, false).is_none(), "they are the first");
    let (back, selection) = moved.with_paragraphs_moved(&selection, true).unwrap();
    assert_eq!((back, selection), (text.clone(), 5..9));
    assert!(text.with_paragraphs_moved(&(9..9), true).is_none(), "it is the last");
}

#[test]
fn a_paragraph_goes_behind_so_many_of_the_others() {
    let paragraphs = [
        paragraph(Level::Number, vec![bold("một")]),
        paragraph(Level::Letter, vec![Run::plain("hai")]),
        paragraph(Level::Dash, vec![Run::plain("ba")]),
    ];
    let text = RichText::from_paragraphs(&paragraphs);
    for (from, to, words, start) in
        [(0, 2, "hai\nba\nmột", 7), (2, 0, "ba\nmột\nhai", 0), (1, 2, "một\nba\nhai", 7)]
    {
        let (moved, at) = text.with_paragraph_at(from, to).unwrap();
        assert_eq!((moved.text(), at), (words, start));
        assert_eq!(moved.heads()[to].level, paragraphs[from].level, "its level goes with it");
        assert_eq!(bold_words(&moved), "một");
    }
    assert!(text.with_paragraph_at(0, 3).is_none() && text.with_paragraph_at(3, 0).is_none());
}

fn field(field: RunField, text: &str) -> Run {
    Run { field: Some(field), ..Run::plain(text) }
}

/// "Năm [2026 - 2027][05] tiêu chí": two fields side by side.
fn with_fields() -> RichText {
    let year = field(RunField::SchoolYear, "2026 - 2027");
    rich(vec![Run::plain("Năm "), year, field(RunField::Criteria, "05"), Run::plain(" tiêu chí")])
}

/// The fields of a text, as they stand there.
fn fields_of(text: &RichText) -> Vec<String> {
    let runs = text.to_paragraphs().into_iter().flat_map(|paragraph| paragraph.runs);
    runs.filter(|run| run.field.is_some()).map(|run| run.text).collect()
}

#[test]
fn a_field_comes_back_as_it_went_in_and_two_of_a_kind_stay_two() {
    let text = with_fields();
    assert_eq!(RichText::from_paragraphs(&text.to_paragraphs()), text);
    let twice = rich(vec![field(RunField::Items, "07"), field(RunField::Items, "07")]);
    assert_eq!(fields_of(&twice), ["07", "07"]);
}

#[test]
fn what_deletes_a_piece_of_a_field_deletes_all_of_it_and_nothing_beside_it() {
    // Backspace behind it, Delete before it, a selection that ends in it.
    for (range, left, shift) in [(14..15, "Năm 05 tiêu chí", 10), (4..5, "Năm 05 tiêu chí", 0)]
    {
        let mut text = with_fields();
        text.delete(range);
        assert_eq!((text.text(), fields_of(&text)), (left, vec!["05".to_owned()]));
        assert_eq!(text.take_shift(), shift);
    }
    let mut text = with_fields();
    text.delete(2..7);
    assert_eq!(text.text(), "Nă05 tiêu chí");
    // What comes after a deletion in the same frame counts from where the field believes to be.
    let mut text = with_fields();
    text.delete(14..15);
    text.insert("x", 14);
    assert_eq!(text.text(), "Năm x05 tiêu chí");
    assert_eq!(fields_of(&text), ["05"]);
}

#[test]
fn what_is_typed_beside_a_field_is_plain_and_what_is_typed_into_it_stands_behind_it() {
    for (at, wanted) in [
        (4, "Năm x2026 - 202705 tiêu chí"),
        (8, "Năm 2026 - 2027x05 tiêu chí"),
        (15, "Năm 2026 - 2027x05 tiêu chí"),
        (17, "Năm 2026 - 202705x tiêu chí"),
    ] {
        let mut text = with_fields();
        text.insert("x", at);
        assert_eq!(text.text(), wanted);
        assert_eq!(fields_of(&text), ["2026 - 2027", "05"], "{at}");
    }
    // UniKey behind a field: the letter it replaces is gone, the field is not.
    let mut text = with_fields();
    text.insert("a", 17);
    text.delete(17..18);
    text.insert("â", 17);
    assert_eq!(text.text(), "Năm 2026 - 202705â tiêu chí");
    assert_eq!(fields_of(&text), ["2026 - 2027", "05"]);
}

#[test]
fn a_field_is_put_in_and_pasted_and_takes_the_style_around_it() {
    let mut text = rich(vec![bold("Trường: ")]);
    let end = text.put_field(&(8..8), &field(RunField::Items, "12"));
    assert_eq!((end, text.text()), (10, "Trường: 12"));
    let run = Run { bold: true, ..field(RunField::Items, "12") };
    assert_eq!(text.to_paragraphs()[0].runs, [bold("Trường: "), run.clone()]);
    // Over a piece of another field: that one goes.
    let mut over = with_fields();
    let end = over.put_field(&(2..7), &field(RunField::Items, "12"));
    assert_eq!((end, over.text()), (4, "Nă1205 tiêu chí"));
    let copied = text.runs_of(&(6..10));
    let mut into = rich(vec![Run::plain("Có ")]);
    into.paste(&(3..3), ": 12", Some(&copied));
    assert_eq!(into.text(), "Có : 12");
    assert_eq!(fields_of(&into), ["12"]);
    text.toggle_style(&(9..10), true);
    assert_eq!(text.to_paragraphs()[0].runs[1], Run { bold: false, ..run }, "all of it is changed");
}

#[test]
fn a_cursor_goes_over_a_field_in_the_direction_in_which_it_went() {
    let text = with_fields();
    assert_eq!(text.beside_fields(5, 5, 4), (15, 15));
    assert_eq!(text.beside_fields(14, 14, 15), (4, 4));
    assert_eq!(text.beside_fields(15, 15, 17), (15, 15), "between two fields it may stand");
    // A selection takes in the whole of a field, and lets go of the whole of it.
    assert_eq!(text.beside_fields(6, 2, 4), (15, 2));
    assert_eq!(text.beside_fields(14, 2, 15), (4, 2));
    assert_eq!(text.beside_fields(20, 8, 19), (20, 4));
}

#[test]
fn the_looks_of_a_frame_are_of_the_very_words_that_are_shown() {
    for shown in ["", "Năm 2026 - 2027", "Năm 2026 - 20 tiêu chí", "Năm mới 2026 - 202705 tiêu chí"]
    {
        let dressed = with_fields().dressing(shown);
        assert_eq!((dressed.text(), dressed.styles().len()), (shown, shown.chars().count()));
    }
}
