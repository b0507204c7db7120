//! Words: runs, signs, fields, content controls, tracked changes, text boxes, notes.

use caitien::import::Note;

use super::file::{Word, p, r, within};
use super::{check, check_file, read};

#[test]
fn words_that_are_split_across_runs_are_one() {
    check(&within("p", &(r("Kế ho") + &r("ạch ") + &r("năm"))), "Kế hoạch năm");
    check(&p("A &amp; B &lt; C &#x1EA1; &#7841;"), "A & B < C ạ ạ");
    check(&p("<![CDATA[a < b]]>"), "a < b");
    check(&(p("") + &p("một")), "\nmột");
}

#[test]
fn signs_within_words_are_characters() {
    let signs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>\
                 <w:noBreakHyphen/><w:t>e</w:t><w:lastRenderedPageBreak/><w:t>f</w:t></w:r>";
    check(&within("p", signs), "a\\tb\\nc\\nd-ef");
}

#[test]
fn words_printed_in_capitals_are_read_as_typed() {
    check(
        "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Trường Hoa Sen</w:t></w:r></w:p>",
        "Trường Hoa Sen",
    );
}

#[test]
fn hidden_words_are_not_read() {
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>";
    check(&within("p", &(r("hiện") + hidden)), "hiện");
    let mark = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>";
    check(&(within("p", &format!("{mark}{hidden}")) + &p("sau")), "sau");
}

#[test]
fn pages_begin_where_somebody_asked_for_it() {
    let page = "<w:r><w:br w:type=\"page\"/></w:r>";
    check(&within("p", &(r("a") + page + &r("b"))), "a\n----\nb");
    check(&(within("p", page) + &p("b")), "----\n\nb");
    check(
        &format!("{}<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{}</w:p>", p("a"), r("b")),
        "a\n----\nb",
    );
    let section = |kind: &str| {
        let says = format!("<w:pPr><w:sectPr><w:type w:val=\"{kind}\"/></w:sectPr></w:pPr>");
        format!("<w:p>{says}{}</w:p>{}", r("a"), p("b"))
    };
    check(&section("nextPage"), "a\n----\nb");
    check(&section("continuous"), "a\nb");
}

/// A field with a question and a result.
fn field(question: &str, result: &str) -> String {
    let sign = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!("{}{question}{}{result}{}", sign("begin"), sign("separate"), sign("end"))
}

#[test]
fn fields_show_their_result() {
    let question = "<w:r><w:instrText>DATE \\@ \"d/M\"</w:instrText></w:r>";
    check(&within("p", &(r("ngày ") + &field(question, &r("5/9")) + &r("."))), "ngày 5/9.");
    let inner = field(question, &r("trong"));
    check(&within("p", &field(&(inner + question), &r("ngoài"))), "ngoài");
    let simple = format!("<w:fldSimple w:instr=\"AUTHOR\">{}</w:fldSimple>", r("Lan"));
    check(&within("p", &simple), "Lan");
    let link = format!("<w:hyperlink w:anchor=\"x\">{}</w:hyperlink>", r("mục 2"));
    check(&within("p", &link), "mục 2");
}

#[test]
fn a_field_that_never_ends_hides_its_own_paragraph_only() {
    let begun = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    check(&(within("p", &(begun.to_owned() + &r("mất"))) + &p("còn")), "\ncòn");
}

#[test]
fn content_controls_wrap_anything_and_placeholders_are_empty() {
    let control = |says: &str, inside: &str| {
        format!("<w:sdt><w:sdtPr>{says}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")
    };
    check(&control("", &p("khối")), "khối");
    check(&within("p", &(r("a ") + &control("", &r("b")))), "a b");
    let cell = control("", &within("tc", &p("ô")));
    let row = control("", &within("tr", &cell));
    check(&within("tbl", &row), "| ô |");
    let asks = "<w:showingPlcHdr/>";
    check(&within("p", &(r("a") + &control(asks, &r("Bấm để nhập")) + &r("b"))), "ab");
    check(&within("tbl", &within("tr", &control(asks, &within("tc", &p("Bấm"))))), "|  |");
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let changed = "<w:ins w:id=\"1\"><w:r><w:t>mới</w:t></w:r></w:ins>\
                   <w:del w:id=\"2\"><w:r><w:delText>cũ</w:delText></w:r></w:del>\
                   <w:moveFrom w:id=\"3\"><w:r><w:t>đi</w:t></w:r></w:moveFrom>\
                   <w:moveTo w:id=\"4\"><w:r><w:t> đến</w:t></w:r></w:moveTo>";
    check(&within("p", changed), "mới đến");
    assert_eq!(read(&Word::of(&within("p", changed))).notes, [Note::TrackedChanges]);
    let bold = "<w:p><w:r><w:rPr><w:rPrChange w:id=\"1\"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>\
                <w:t>thường</w:t></w:r></w:p>";
    check(bold, "thường");
    let right = "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:jc w:val=\"right\"/></w:pPr>\
                 </w:pPrChange></w:pPr><w:r><w:t>trái</w:t></w:r></w:p>";
    check(right, "trái");
}

#[test]
fn a_paragraph_whose_mark_was_taken_out_is_one_with_the_next() {
    let gone = "<w:pPr><w:jc w:val=\"right\"/><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    let first = format!("<w:p>{gone}{}</w:p>", r("một "));
    check(&(first.clone() + &p("hai")), "một hai");
    check(
        &format!("{first}{}", within("tbl", &within("tr", &within("tc", &p("ô"))))),
        "> một \n| ô |",
    );
    check(&format!("<w:p>{gone}</w:p>{}", p("hai")), "hai");
    check(&first, "> một ");
}

/// A text box in the form of today and in that of 2007.
fn text_box(inside: &str) -> String {
    let content = within("txbxContent", inside);
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wps:wsp>\
         <wps:txbx>{content}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback>\
         <w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r>"
    )
}

#[test]
fn text_boxes_are_read_once_and_before_what_they_stand_beside() {
    check(&within("p", &(r("chữ") + &text_box(&p("hộp")))), "[] hộp\nchữ");
    let old = format!(
        "<w:r><w:pict><v:textbox>{}</v:textbox></w:pict></w:r>",
        within("txbxContent", &p("cũ"))
    );
    check(&within("p", &old), "[] cũ\n");
    let table = within("tbl", &within("tr", &within("tc", &p("ô"))));
    check(&within("p", &text_box(&(table + &p("")))), "| [] ô |\n[] \n");
    let cell = within("tc", &within("p", &(text_box(&p("hộp")) + &r("ô"))));
    check(&within("tbl", &within("tr", &cell)), "| [] hộp / ô |");
}

#[test]
fn words_along_a_line_and_in_frames_stand_beside_the_text() {
    let drawn = "<w:r><w:pict><v:shape><v:textpath string=\"HOA SEN\"/></v:shape></w:pict></w:r>";
    check(&within("p", &(drawn.to_owned() + &r("chữ"))), "[] HOA SEN\nchữ");
    let frame = |says: &str, words: &str| {
        format!("<w:p><w:pPr><w:framePr {says}/></w:pPr>{}</w:p>", r(words))
    };
    check(&(frame("w:w=\"2000\"", "khung") + &p("chữ")), "[] khung\nchữ");
    check(&(frame("w:dropCap=\"drop\"", "K") + &p("ế hoạch")), "Kế hoạch");
}

#[test]
fn drawings_that_are_hidden_are_not_read() {
    let inside = within("txbxContent", &p("ẩn"));
    let hidden = format!(
        "<w:r><w:drawing><wp:anchor><wp:docPr hidden=\"1\"/><wps:txbx>{inside}</wps:txbx>\
         </wp:anchor></w:drawing></w:r>"
    );
    check(&within("p", &(hidden + &r("hiện"))), "hiện");
}

#[test]
fn drawings_without_words_are_counted() {
    let picture = "<w:r><w:drawing><wp:inline/></w:drawing></w:r>";
    let source = read(&Word::of(&within("p", &(r("a") + picture + picture))));
    assert_eq!(source.notes, [Note::Objects(2)]);
    let boxed = read(&Word::of(&within("p", &text_box(&p("hộp")))));
    assert!(boxed.notes.is_empty());
}

#[test]
fn formulas_are_words() {
    check(&within("p", "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "x+1");
}

#[test]
fn the_words_of_notes_stand_at_the_end_in_the_order_of_the_text() {
    let refer = |id: u8| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let note = |id: u8, words: &str| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", p(words));
    let word = Word {
        footnotes: note(0, "không ai gọi") + &note(2, "hai") + &note(3, "ba"),
        comments: format!("<w:comment w:id=\"7\">{}</w:comment>", p("ý kiến")),
        body: within("p", &(r("a") + &refer(3) + &r("b") + &refer(2)))
            + &within("p", "<w:r><w:commentReference w:id=\"7\"/></w:r>"),
        ..Word::default()
    };
    check_file(&word, "ab\n\n(1) ba\n(2) hai\ný kiến");
    assert_eq!(read(&word).notes, [Note::Notes(3)]);
}
