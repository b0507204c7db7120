//! styles.xml: each kind of line with its name, its letters and its room, as on our own pages.

use super::paragraph::{LANGUAGE, W, id, letters};
use super::twips;
use crate::document::Style;
use crate::layout::Measures;
use crate::ooxml::Xml;
use crate::plan::PageLook;

const FONT: &str = "Times New Roman";
/// The size of tables where there is none, half points.
const TABLE: i32 = 26;
/// Word's single spacing: 1.15 of the letters of Times.
const SINGLE: i32 = 240;
/// Above the heading of a part, at least.
const PART_GAP: i32 = 160;
/// From the rules of the head to the line of the number.
const UNDER_RULES: i32 = 15;
/// From the position to the name of who signs: room for signature and seal, 28 mm.
const SIGNING_ROOM: i32 = 1587;

/// How lines of a style look.
struct Shape {
    align: &'static str,
    /// Half points.
    size: i32,
    bold: bool,
    italic: bool,
    /// Room above, twips.
    before: i32,
    /// In parts of 240.
    line: i32,
    first_line: i32,
    keep_next: bool,
    /// Level of its outline, from 0.
    outline: Option<u8>,
}

/// Running text, half points.
fn body(look: &PageLook) -> i32 {
    i32::from(look.letters.get()) * 2
}

/// Points as half points.
pub(super) fn half_points(points: f32) -> i32 {
    (points * 2.0).round() as i32
}

/// The size that the styles of tables have: that of the first.
pub(super) fn table_size(measures: &Measures) -> i32 {
    let mut sizes = measures.tables.iter().filter(|table| !table.widths.is_empty());
    sizes.next().map_or(TABLE, |table| half_points(table.size))
}

fn shape(style: Style, measures: &Measures, look: &PageLook) -> Shape {
    let head = &measures.head;
    let plain = Shape {
        align: "both",
        size: body(look),
        bold: false,
        italic: false,
        before: i32::from(look.paragraph_gap.get()) * 20,
        line: (SINGLE * i32::from(look.line_spacing.get()) + 500) / 1000,
        first_line: twips(f32::from(look.first_line.get()) * 72.0 / 254.0),
        keep_next: false,
        outline: None,
    };
    let heading = Shape { align: "left", bold: true, keep_next: true, ..plain };
    let centred = Shape { align: "center", bold: true, first_line: 0, ..plain };
    let close = Shape { align: "left", before: 0, line: SINGLE, first_line: 0, ..plain };
    let head_line = |points: f32| {
        let size = half_points(if points > 0.0 { points } else { 13.0 });
        Shape { align: "center", size, ..close }
    };
    let cell = Shape { size: table_size(measures), ..close };
    match style {
        Style::Body | Style::Clause | Style::Point | Style::Dash | Style::Plus => plain,
        Style::PartHeading => {
            Shape { before: plain.before.max(PART_GAP), outline: Some(0), ..heading }
        }
        Style::Heading => Shape { outline: Some(1), ..heading },
        Style::CentredNote => Shape { bold: false, keep_next: true, ..centred },
        Style::Centred => Shape { keep_next: true, outline: Some(0), ..centred },
        Style::GoverningBody => head_line(head.names),
        Style::School => Shape { bold: true, ..head_line(head.names) },
        Style::Nation => Shape { bold: true, ..head_line(head.nation) },
        Style::Motto => Shape { bold: true, ..head_line(head.motto) },
        Style::Number => Shape { before: UNDER_RULES, ..head_line(head.number) },
        Style::Date => Shape { before: UNDER_RULES, italic: true, ..head_line(head.number) },
        Style::DraftMark => Shape { before: 80, bold: true, ..head_line(13.0) },
        Style::Rule => Shape { size: 2, before: 50, ..head_line(1.0) },
        Style::DocType | Style::Subject => Shape { before: 0, keep_next: true, ..centred },
        Style::ColumnTitle | Style::Band => {
            Shape { align: "center", bold: true, keep_next: true, ..cell }
        }
        Style::ColumnNumber => Shape { align: "center", keep_next: true, ..cell },
        Style::Cell => cell,
        Style::CentredCell => Shape { align: "center", ..cell },
        Style::Group => Shape { bold: true, keep_next: true, ..cell },
        Style::Member => close,
        Style::RecipientsHeading => Shape { size: 24, bold: true, italic: true, ..close },
        Style::Recipient => Shape { size: 22, ..close },
        Style::Position => Shape { align: "center", bold: true, keep_next: true, ..close },
        Style::Signer => Shape { align: "center", bold: true, before: SIGNING_ROOM, ..close },
        Style::PageNumber => Shape { align: "center", ..close },
    }
}

pub(super) fn styles(measures: &Measures, look: &PageLook) -> String {
    let mut xml = Xml::part();
    xml.within("w:styles", &[("xmlns:w", &W)], |xml| {
        xml.within("w:docDefaults", &[], |xml| {
            xml.within("w:rPrDefault", &[], |xml| {
                xml.within("w:rPr", &[], |xml| defaults(xml, look));
            });
            xml.within("w:pPrDefault", &[], |xml| {
                xml.within("w:pPr", &[], |xml| xml.empty("w:widowControl", &[]));
            });
        });
        let normal: [(&str, &dyn std::fmt::Display); 3] =
            [("w:type", &"paragraph"), ("w:default", &1), ("w:styleId", &"Normal")];
        xml.within("w:style", &normal, |xml| {
            xml.empty("w:name", &[("w:val", &"Normal")]);
            xml.empty("w:qFormat", &[]);
        });
        for style in Style::ALL {
            write(xml, style, &shape(style, measures, look));
        }
    });
    xml.into_text()
}

fn defaults(xml: &mut Xml, look: &PageLook) {
    let size = body(look);
    let fonts: [(&str, &dyn std::fmt::Display); 4] =
        ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|script| (script, &FONT as _));
    xml.empty("w:rFonts", &fonts);
    xml.empty("w:sz", &[("w:val", &size)]);
    xml.empty("w:szCs", &[("w:val", &size)]);
    xml.empty("w:lang", &[("w:val", &LANGUAGE), ("w:eastAsia", &LANGUAGE), ("w:bidi", &"ar-SA")]);
}

fn write(xml: &mut Xml, style: Style, shape: &Shape) {
    let own_id = id(style);
    let own: [(&str, &dyn std::fmt::Display); 3] =
        [("w:type", &"paragraph"), ("w:customStyle", &1), ("w:styleId", &own_id)];
    xml.within("w:style", &own, |xml| {
        xml.empty("w:name", &[("w:val", &style.name())]);
        xml.empty("w:basedOn", &[("w:val", &"Normal")]);
        if matches!(style, Style::PartHeading | Style::Heading | Style::Centred | Style::Subject) {
            xml.empty("w:next", &[("w:val", &id(Style::Body))]);
        }
        xml.empty("w:qFormat", &[]);
        xml.within("w:pPr", &[], |xml| {
            if shape.keep_next {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
            }
            if style == Style::Rule {
                xml.within("w:pBdr", &[], |xml| {
                    let line: [(&str, &dyn std::fmt::Display); 4] =
                        [("w:val", &"single"), ("w:sz", &6), ("w:space", &0), ("w:color", &"auto")];
                    xml.empty("w:top", &line);
                });
            }
            let (line, rule) =
                if style == Style::Rule { (40, "exact") } else { (shape.line, "auto") };
            xml.empty(
                "w:spacing",
                &[("w:before", &shape.before), ("w:line", &line), ("w:lineRule", &rule)],
            );
            if shape.first_line > 0 {
                xml.empty("w:ind", &[("w:firstLine", &shape.first_line)]);
            }
            xml.empty("w:jc", &[("w:val", &shape.align)]);
            if let Some(level) = &shape.outline {
                xml.empty("w:outlineLvl", &[("w:val", level)]);
            }
        });
        xml.within("w:rPr", &[], |xml| {
            letters(xml, shape.bold, shape.italic);
            // The letters that were typed stay in the text.
            if style.is_capital() {
                xml.empty("w:caps", &[]);
            }
            xml.empty("w:sz", &[("w:val", &shape.size)]);
            xml.empty("w:szCs", &[("w:val", &shape.size)]);
        });
    });
}
