//! What a workbook shows, whoever wrote it.

use std::collections::BTreeSet;

use caitien::import::{Note, Workbook, WorkbookError, workbook, workbook_source};
use caitien::messages::collect::workbook_error;
use caitien::ooxml::{Package, ReadError};

use super::made::{MAIN, Made, words};

fn read(made: &Made) -> Workbook {
    workbook(&made.bytes()).unwrap()
}

#[test]
fn cells_stand_where_they_say_and_else_behind_one_another() {
    let sheet =
        r#"<row r="2"><c r="B2" t="inlineStr"><is><t>a</t></is></c><c r="D2"><v>5</v></c></row>"#;
    let book = read(&Made::of(sheet));
    assert_eq!(words(&book), ["a", "5"]);
    assert_eq!(book.sheets[0].rows[&1].keys().collect::<Vec<_>>(), [&1, &3]);
    let sheet =
        r#"<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"#;
    let book = read(&Made::of(sheet));
    let places =
        book.sheets[0].rows.iter().flat_map(|(row, cells)| cells.keys().map(move |at| (*row, *at)));
    assert_eq!(places.collect::<Vec<_>>(), [(2, 2), (2, 3), (3, 0)]);
}

#[test]
fn words_come_whole_however_they_are_kept() {
    let shared = format!(
        "<sst xmlns=\"{MAIN}\"><si><t>Rà so&#xE1;t &amp; sửa</t></si>\
         <si><r><rPr><b/></rPr><t>Họp</t></r><r><t xml:space=\"preserve\"> tổ </t></r>\
         <rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si><si><t>a_x000D_\nb</t></si></sst>"
    );
    let sheet = r#"<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>
        <c t="str"><f>A1&amp;""</f><v>_x0041_</v></c>
        <c t="inlineStr"><is><r><t>c</t></r><r><t>d</t></r></is></c>
        <c t="d"><v>2026-09-01</v></c><c t="str"><v><![CDATA[e <f>]]></v></c></row>"#;
    let book = read(&Made { shared, ..Made::of(sheet) });
    let expect = ["Rà soát & sửa", "Họp tổ ", "a\nb", "A", "cd", "2026-09-01", "e <f>"];
    assert_eq!(words(&book), expect);
}

#[test]
fn a_formula_shows_its_value_or_what_was_typed() {
    let sheet = r#"<row><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t="e"><v>#N/A</v></c>
        <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c><v>12e1</v></c><c><v>1.6</v></c><c><v>x</v></c></row>"#;
    assert_eq!(words(&read(&Made::of(sheet))), ["2", "=NOW()", "x", "120", "1.6", "x"]);
}

#[test]
fn numbers_and_days_are_shown_as_their_format_says() {
    let looks = r##"<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0&quot; đồng&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="9"/></cellXfs>"##;
    let cells =
        [(46_266, 0), (46_266, 1), (5_000_000, 2), (46_266, 3), (46_266, 4), (1, 5), (7, 99)];
    let cells = cells.map(|(value, look)| format!("<c s=\"{look}\"><v>{value}</v></c>")).concat();
    let mut made = Made { looks: looks.to_owned(), ..Made::of(&format!("<row>{cells}</row>")) };
    let expect = ["46266", "01/9/2026", "5.000.000", "01/9/2026", "9/2026", "100%", "7"];
    assert_eq!(words(&read(&made)), expect);
    made.book.0 = "<workbookPr date1904=\"1\"/>".to_owned();
    assert_eq!(words(&read(&made))[1], "02/9/2030");
}

#[test]
fn letters_of_old_fonts_are_read_by_the_font_of_the_cell_or_of_the_run() {
    let looks = r#"<fonts><font><name val="Arial"/></font><font><b/><name val=".VnTime"/></font></fonts>
        <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>"#;
    let run = |font: &str, words: &str| {
        format!("<r><rPr><rFont val=\"{font}\"/></rPr><t xml:space=\"preserve\">{words}</t></r>")
    };
    let shared = format!(
        "<sst xmlns=\"{MAIN}\"><si><t>Th­ viÖn</t></si><si><r><t>Tæ </t></r>{}</si>\
         <si>{}{}</si><si><t>Thư viện</t></si></sst>",
        run("Arial", "có"),
        run("VNI-Times", "keá hoaïch "),
        run("Arial", "năm")
    );
    let sheet = r#"<row><c s="1" t="s"><v>0</v></c><c s="1" t="s"><v>1</v></c><c t="s"><v>2</v></c>
        <c s="1" t="s"><v>3</v></c><c s="1" t="str"><v>§¹t</v></c>
        <c s="1" t="inlineStr"><is><t>kh«ng</t></is></c><c t="s"><v>0</v></c></row>"#;
    let book = read(&Made { shared, looks: looks.to_owned(), ..Made::of(sheet) });
    let expect = ["Thư viện", "Tổ có", "kế hoạch năm", "Thư viện", "Đạt", "không", "Th\u{AD} viÖn"];
    assert_eq!(words(&book), expect);
    assert_eq!(workbook_source(&book).notes, [Note::OldLetters(5)]);
}

#[test]
fn sheets_come_in_order_without_charts_and_hidden_ones_say_so() {
    let behind = r#"<sheet name="B" sheetId="2" state="veryHidden" r:id="worksheet"/><sheet name="C" sheetId="3" r:id="chartsheet"/>"#;
    let made =
        Made { book: (String::new(), behind.to_owned()), ..Made::of("<row><c><v>1</v></c></row>") };
    let book = read(&made);
    let sheets: Vec<_> =
        book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(sheets, [("A", false), ("B", true)]);
    assert_eq!(workbook_source(&book).blocks.len(), 1, "what is hidden is not shown");
}

#[test]
fn merged_cells_are_known() {
    let sheet = r#"<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="x"/></mergeCells>"#;
    assert_eq!(read(&Made::sheet(sheet)).sheets[0].merged, [((0, 0), (2, 1))]);
}

#[test]
fn the_strict_form_is_read_too() {
    let sheet = "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>\
        <x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    let bytes = Made::default().part("xl/worksheets/sheet1.xml", sheet);
    assert_eq!(words(&workbook(&bytes).unwrap()), ["1"]);
}

#[test]
fn a_sheet_that_breaks_off_is_refused() {
    let cut = format!("<worksheet xmlns=\"{MAIN}\"><sheetData><row><c><v>1</v></c>");
    let bytes = Made::default().part("xl/worksheets/sheet1.xml", &cut);
    assert_eq!(workbook(&bytes), Err(WorkbookError::Unread(ReadError::NotXml)));
}

#[test]
fn what_is_no_workbook_is_told_apart_and_has_a_sentence_with_the_way_out() {
    let package = |name: &str, text: &str| {
        let mut package = Package::new();
        package.add(name, text).unwrap();
        package.finish().unwrap()
    };
    let compound = |stream: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.extend([0; 9]);
        bytes
    };
    let whole = Made::of("").bytes();
    let spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";
    let cases = [
        (Vec::new(), WorkbookError::NotExcel),
        ("TT,Tiêu chí\n1,a\n".as_bytes().to_vec(), WorkbookError::NotExcel),
        (package("a.txt", "a"), WorkbookError::NotExcel),
        (compound("Workbook"), WorkbookError::Old),
        (compound("Book"), WorkbookError::Old),
        (compound("EncryptedPackage"), WorkbookError::Locked),
        (compound("x"), WorkbookError::NotExcel),
        (package("xl/workbook.bin", "a"), WorkbookError::Binary),
        (package("mimetype", spreadsheet), WorkbookError::OpenDocument),
        (package("word/document.xml", "<a/>"), WorkbookError::Word),
        (compound("WordDocument"), WorkbookError::Word),
        (whole[..whole.len() / 2].to_vec(), WorkbookError::Unread(ReadError::Cut)),
    ];
    let mut sentences = BTreeSet::new();
    for (bytes, expect) in &cases {
        assert_eq!(workbook(bytes).unwrap_err(), *expect, "{:?}", bytes.get(..20));
        sentences.insert(workbook_error(expect));
    }
    assert_eq!(sentences.len(), 7, "each has its own");
    assert!(sentences.iter().all(|words| words.contains("Hãy ")), "and the way out");
}
