//! A Word file with a little of everything, to be damaged.

use super::file::{Word, p, r, within};

/// The file.
pub fn rich() -> Word {
    let marks = "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:br w:type=\"page\"/></w:r>\
                 <w:r><w:t>sang</w:t><w:tab/><w:t>tab</w:t></w:r>";
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText>\
                 </w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let changed = "<w:ins w:id=\"1\"><w:r><w:t>thêm</w:t></w:r></w:ins>\
                   <w:del w:id=\"2\"><w:r><w:delText>xóa</w:delText></w:r></w:del>\
                   <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>";
    let old = "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r>";
    let control = format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", p("khối"));
    let paragraphs = [text_box() + &r("Kế hoạch"), r("trước ") + changed, r("ghi") + marks];
    Word {
        styles: "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:rPr><w:b/>\
                 </w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"A\">\
                 <w:basedOn w:val=\"Normal\"/></w:style>"
            .to_owned(),
        numbering:
            "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                    <w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
                    </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
                .to_owned(),
        footnotes: format!("<w:footnote w:id=\"2\">{}</w:footnote>", p("chú thích")),
        comments: String::new(),
        body: paragraphs.map(|inside| within("p", &inside)).concat()
            + &within("p", &(field.to_owned() + old))
            + "<w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>"
            + &control
            + &table(),
    }
}

fn text_box() -> String {
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{}</wps:txbx>\
         </w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>",
        within("txbxContent", &p("TRƯỜNG HOA SEN"))
    )
}

fn table() -> String {
    let cell =
        |says: &str, words: &str| format!("<w:tc><w:tcPr>{says}</w:tcPr>{}</w:tc>", p(words));
    let inner = within("tbl", &within("tr", &within("tc", &p("trong"))));
    let rows = [
        "<w:trPr><w:tblHeader/></w:trPr>".to_owned() + &cell("", "TT") + &cell("", "Nội dung"),
        cell("<w:vMerge w:val=\"restart\"/>", "1") + &cell("<w:gridSpan w:val=\"2\"/>", "hai"),
        cell("<w:vMerge/>", "") + &format!("<w:tc>{inner}{}</w:tc>", p("")),
    ];
    let grid = "<w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>";
    within("tbl", &(grid.to_owned() + &rows.map(|row| within("tr", &row)).concat()))
}
