//! Looks: bold and italic by themselves and by styles, how paragraphs stand, headings.

use caitien::import::{Note, docx};

use super::check_file;
use super::file::{Word, p, package, part, r, relations, within};

/// Styles, each by its id, the one it rests on, and what it says.
fn styles(each: &[(&str, &str, &str, &str)]) -> String {
    let one = |(kind, id, rests_on, says): &(&str, &str, &str, &str)| {
        let usual = if *id == "Normal" { " w:default=\"1\"" } else { "" };
        format!(
            "<w:style w:type=\"{kind}\"{usual} w:styleId=\"{id}\"><w:basedOn w:val=\"{rests_on}\"/>\
             {says}</w:style>"
        )
    };
    each.iter().map(one).collect()
}

const BOLD: &str = "<w:rPr><w:b/></w:rPr>";

#[test]
fn bold_and_italic_come_from_the_words_and_from_styles() {
    let styles = styles(&[
        ("paragraph", "Normal", "", ""),
        (
            "paragraph",
            "Head",
            "Normal",
            "<w:pPr><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr>",
        ),
        (
            "paragraph",
            "Sub",
            "Head",
            "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:i/></w:rPr>",
        ),
        ("character", "Strong", "", BOLD),
    ]);
    let of = |style: &str, inside: &str| {
        let body = format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inside}</w:p>");
        Word { body, styles: styles.clone(), ..Word::default() }
    };
    let run =
        |says: &str, words: &str| format!("<w:r><w:rPr>{says}</w:rPr><w:t>{words}</w:t></w:r>");
    check_file(
        &of("Normal", &(run("<w:b/>", "đậm") + &run("<w:i w:val=\"1\"/>", "xiên"))),
        "<b>đậm</b><i>xiên</i>",
    );
    check_file(&of("Head", &r("phần")), "~ =1 <b>phần</b>");
    check_file(&of("Sub", &r("mục")), "~ =2 <b><i>mục</i></b>");
    check_file(&of("Head", &run("<w:b w:val=\"0\"/>", "thường")), "~ =1 thường");
    let strong = run("<w:rStyle w:val=\"Strong\"/>", "nhấn");
    check_file(&of("Normal", &strong), "<b>nhấn</b>");
    // A switch within a switch turns it off, as Word does it.
    check_file(&of("Head", &strong), "~ =1 nhấn");
    check_file(&of("Missing", &r("lạ")), "lạ");
}

#[test]
fn what_stands_under_every_style_counts_once() {
    let says = format!("<w:docDefaults><w:rPrDefault>{BOLD}</w:rPrDefault></w:docDefaults>");
    let words = "<w:r><w:rPr><w:rStyle w:val=\"Plain\"/></w:rPr><w:t>đậm</w:t></w:r>";
    let body = within("p", words);
    let bare = Word { body: body.clone(), styles: says.clone(), ..Word::default() };
    check_file(&bare, "<b>đậm</b>");
    let styles = says + &styles(&[("paragraph", "Normal", "", ""), ("character", "Plain", "", "")]);
    check_file(&Word { body, styles, ..Word::default() }, "<b>đậm</b>");
}

#[test]
fn styles_that_rest_on_each_other_in_a_circle_end() {
    let styles = styles(&[("paragraph", "A", "B", ""), ("paragraph", "B", "A", BOLD)]);
    let body = format!("<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr>{}</w:p>", r("vòng"));
    check_file(&Word { body, styles, ..Word::default() }, "<b>vòng</b>");
}

#[test]
fn broken_styles_cost_the_looks_and_not_the_words() {
    let styles = "<w:style><w:rPr></w:style>".to_owned();
    let word = Word { styles, ..Word::of(&p("chữ")) };
    check_file(&word, "chữ");
    assert_eq!(docx(&word.bytes()).unwrap().notes, [Note::LookUnknown]);
}

#[test]
fn the_main_part_is_where_the_package_says_and_may_be_strict() {
    let strict = part("document", &within("body", &p("chặt"))).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let named = relations(&[("officeDocument", "/Word/Main.xml")]).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
    let bytes = package(&[("_rels/.rels", named), ("word/main.xml", strict)]);
    assert_eq!(super::lines(&docx(&bytes).unwrap()), "chặt");
}

#[test]
fn other_prefixes_are_the_same_words() {
    let main = part("document", &within("body", &p("tiền tố")))
        .replace("<w:", "<x:")
        .replace("</w:", "</x:")
        .replace("xmlns:w=", "xmlns:x=");
    let bytes = package(&[("word/document.xml", main)]);
    assert_eq!(super::lines(&docx(&bytes).unwrap()), "tiền tố");
}
