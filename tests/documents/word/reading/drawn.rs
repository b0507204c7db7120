//! Charts and diagrams: their words are read where they stand in the text.

use caitien::import::{Note, Source, docx};

use super::file::{lines, p, package, part, relations};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DIAGRAM: &str = "http://schemas.openxmlformats.org/drawingml/2006/diagram";

/// A text with a chart between two paragraphs and a diagram behind them.
fn source(chart: &str, diagram: &str) -> Source {
    let drawn = |inside: &str| {
        format!(
            "<w:p><w:r><w:drawing xmlns:a=\"{DRAWING}\" xmlns:c=\"{CHART}\" xmlns:d=\"{DIAGRAM}\" \
             xmlns:r=\"r\"><wp:inline><wp:docPr id=\"1\"/><a:graphic><a:graphicData>{inside}\
             </a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    let body = [
        p("trước"),
        drawn("<c:chart r:id=\"r0\"/>"),
        p("sau"),
        drawn("<d:relIds r:dm=\"r1\" r:lo=\"r8\"/>"),
    ];
    let body = format!("<w:body>{}</w:body>", body.concat());
    let named = relations(&[("chart", "charts/a.xml"), ("diagramData", "diagrams/b.xml")]);
    let bytes = package(&[
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")])),
        ("word/document.xml", part("document", &body)),
        ("word/_rels/document.xml.rels", named),
        ("word/charts/a.xml", chart.to_owned()),
        ("word/diagrams/b.xml", diagram.to_owned()),
    ]);
    docx(&bytes).unwrap()
}

#[test]
fn their_words_stand_where_they_do() {
    let series = |name: &str| {
        format!(
            "<c:ser><c:tx><c:strRef><c:f>A1</c:f><c:strCache><c:pt><c:v>{name}</c:v></c:pt>\
             </c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt><c:v>Học kỳ I</c:v>\
             </c:pt><c:pt><c:v>Học kỳ II</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val>\
             <c:numRef><c:numCache><c:pt><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>"
        )
    };
    let chart = format!(
        "<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{DRAWING}\"><c:title><c:tx><c:rich><a:p><a:r>\
         <a:t>Số tiết </a:t></a:r><a:r><a:t>dự giờ</a:t></a:r></a:p></c:rich></c:tx></c:title>{}{}\
         </c:chartSpace>",
        series("Tổ 1"),
        series("Tổ 2")
    );
    let point = |words: &str| {
        format!("<d:pt><d:t><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></d:t></d:pt>")
    };
    let diagram = format!(
        "<d:dataModel xmlns:d=\"{DIAGRAM}\" xmlns:a=\"{DRAWING}\"><d:ptLst>{}{}<d:pt/></d:ptLst>\
         </d:dataModel>",
        point("Rà soát"),
        point("Báo cáo")
    );
    let source = source(&chart, &diagram);
    let shown = lines(&source);
    let shown: Vec<&str> = shown.lines().filter(|line| !line.is_empty()).collect();
    let expect = [
        "trước",
        "Số tiết dự giờ",
        "Tổ 1",
        "Học kỳ I",
        "Học kỳ II",
        "Tổ 2",
        "sau",
        "Rà soát",
        "Báo cáo",
    ];
    assert_eq!(shown, expect);
    assert_eq!(source.notes, [], "nothing was left out");
}

#[test]
fn one_that_is_damaged_is_a_picture() {
    let source = source("<c:chartSpace><a:p>", "");
    assert_eq!(lines(&source).split_whitespace().collect::<Vec<_>>(), ["trước", "sau"]);
    assert_eq!(source.notes, [Note::Objects(2)]);
}
