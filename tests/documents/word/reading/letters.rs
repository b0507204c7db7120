//! Letters of old fonts, private signs, and what nobody sees.

use caitien::import::Note;

use super::file::{Word, p, within};
use super::{check, check_file, read};

/// Words in a font.
fn in_font(font: &str, words: &str) -> String {
    format!(
        "<w:r><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{words}</w:t></w:r>"
    )
}

#[test]
fn letters_of_old_fonts_become_unicode() {
    check(&within("p", &in_font(".VnTime", "KÕ ho¹ch c¶i tiÕn")), "Kế hoạch cải tiến");
    check(&within("p", &in_font(".VnTimeH", "kÕ ho¹ch")), "KẾ HOẠCH");
    check(&within("p", &in_font("VNI-Times", "Keá hoaïch")), "Kế hoạch");
    // A mark may stand in the next run.
    let split = in_font("VNI-Times", "Ke") + &in_font("VNI-Times", "á hoaïch");
    check(&within("p", &split), "Kế hoạch");
    let mixed = in_font(".VnTime", "tæ ") + &in_font("Times New Roman", "tổ µ");
    check(&within("p", &mixed), "tổ tổ µ");
}

#[test]
fn the_soft_hyphen_of_tcvn3_is_a_letter() {
    check(&within("p", &in_font(".VnTime", "chÊt l\u{AD}îng")), "chất lượng");
    let sign = "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr>\
                <w:t>l</w:t><w:softHyphen/><w:t>îng</w:t></w:r>";
    check(&within("p", sign), "lượng");
    check(&p("chất\u{AD} lượng"), "chất lượng");
}

#[test]
fn words_in_unicode_stay_in_a_style_with_an_old_font() {
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:rPr>\
                  <w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:style>";
    let of = |words: &str| Word { styles: styles.to_owned(), ..Word::of(&p(words)) };
    check_file(&of("Kế hoạch năm học, ¸ là dấu"), "Kế hoạch năm học, ¸ là dấu");
    check_file(&of("KÕ ho¹ch"), "Kế hoạch");
    assert_eq!(read(&of("KÕ ho¹ch")).notes, [Note::OldLetters(1)]);
    assert!(read(&of("Kế hoạch")).notes.is_empty());
    let themed =
        "<w:p><w:r><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\"/></w:rPr><w:t>µ</w:t></w:r></w:p>";
    check_file(&Word { styles: styles.to_owned(), ..Word::of(themed) }, "µ");
}

#[test]
fn private_signs_are_read_as_they_look() {
    check(&within("p", &in_font("Wingdings", "\u{F0FC}")), "✓");
    check(&p("\u{F0B7} một"), "• một");
    check(
        "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:t> hai</w:t></w:r></w:p>",
        "→ hai",
    );
    check("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>5</w:t></w:r></w:p>", "≥5");
}

#[test]
fn letters_are_whole_and_spaces_are_plain() {
    check(&p("Ke\u{302}\u{301} hoa\u{323}ch"), "Kế hoạch");
    check(&p("\u{D0}ội\u{A0}5\u{200B}"), "Đội 5");
    check(&p("một\nhai"), "một hai");
}
