//! Word files made for a test from the XML of their parts, and what was read as a few lines.

use std::fmt::Write;

use caitien::import::{Align, GridCell, Line, Shown, Source};
use caitien::ooxml::Package;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file by the XML in its parts; parts that are empty are missing.
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub body: String,
    pub styles: String,
    pub numbering: String,
    pub footnotes: String,
    pub comments: String,
}

impl Word {
    pub fn of(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::default() }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut parts = vec![
            ("_rels/.rels".to_owned(), relations(&[("officeDocument", "word/document.xml")])),
            ("word/document.xml".to_owned(), part("document", &within("body", &self.body))),
        ];
        let others = [
            ("styles", &self.styles),
            ("numbering", &self.numbering),
            ("footnotes", &self.footnotes),
            ("comments", &self.comments),
        ];
        let mut named = Vec::new();
        for (name, inside) in others.into_iter().filter(|(_, inside)| !inside.is_empty()) {
            parts.push((format!("word/{name}.xml"), part(name, inside)));
            named.push((name, format!("{name}.xml")));
        }
        let named: Vec<_> = named.iter().map(|(kind, target)| (*kind, target.as_str())).collect();
        parts.push(("word/_rels/document.xml.rels".to_owned(), relations(&named)));
        package(&parts)
    }
}

/// A package of parts.
pub fn package(parts: &[(impl AsRef<str>, impl AsRef<str>)]) -> Vec<u8> {
    let mut package = Package::new();
    for (name, text) in parts {
        package.add(name.as_ref(), text.as_ref()).unwrap();
    }
    package.finish().unwrap()
}

/// A part of Word's, with all the names of vocabularies that the tests use.
pub fn part(root: &str, inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:{root} xmlns:w=\"{WORD}\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
         xmlns:v=\"urn:schemas-microsoft-com:vml\" \
         xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">{inside}</w:{root}>"
    )
}

/// A `.rels` part.
pub fn relations(named: &[(&str, &str)]) -> String {
    let each = named.iter().enumerate().map(|(at, (kind, target))| {
        format!("<Relationship Id=\"r{at}\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/>")
    });
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         {}</Relationships>",
        each.collect::<String>()
    )
}

/// An element of Word's.
pub fn within(name: &str, inside: &str) -> String {
    format!("<w:{name}>{inside}</w:{name}>")
}

/// Words as a run.
pub fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// Words as a paragraph.
pub fn p(words: &str) -> String {
    within("p", &r(words))
}

/// What was read, a line for each block: `<b>` and `<i>`, `(label)`, `=` a heading and its level,
/// `>` flush right, `~` centred, `[]` in a text box; a row of a table is `| cell | cell |`, `2x`
/// the columns a cell covers, `^` one with the cell above, `#` a head, `@` where cells leave out
/// columns; blocks in a cell are parted by ` / `.
pub fn lines(source: &Source) -> String {
    blocks(&source.blocks).join("\n")
}

fn blocks(blocks: &[Shown]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Shown::Line(one) => lines.push(line(one)),
            Shown::PageBreak => lines.push("----".to_owned()),
            Shown::Table(grid) => {
                for row in &grid.rows {
                    let head = if row.header { "#" } else { "" };
                    let mut next = 0;
                    let cells = row.cells.iter().map(|one| {
                        let jump = if one.column == next { "" } else { "@" };
                        next = one.column + one.span;
                        format!("{jump}{}", cell(one))
                    });
                    lines.push(format!("{head}| {} |", cells.collect::<Vec<_>>().join(" | ")));
                }
            }
        }
    }
    lines
}

fn cell(cell: &GridCell) -> String {
    let span = if cell.span > 1 { format!("{}x ", cell.span) } else { String::new() };
    let above = if cell.merged_above { "^" } else { "" };
    format!("{span}{above}{}", blocks(&cell.blocks).join(" / "))
}

fn line(line: &Line) -> String {
    let mut text = String::new();
    if line.boxed {
        text.push_str("[] ");
    }
    match line.align {
        Align::Left => {}
        Align::Centre => text.push_str("~ "),
        Align::Right => text.push_str("> "),
    }
    if let Some(level) = line.heading {
        write!(text, "={level} ").unwrap();
    }
    if let Some(level) = line.list_level {
        text.push_str(&".".repeat(usize::from(level)));
        write!(text, "({}) ", line.label).unwrap();
    } else if !line.label.is_empty() {
        write!(text, "({}) ", line.label).unwrap();
    }
    for span in &line.spans {
        let (open, close) = match (span.bold, span.italic) {
            (false, false) => ("", ""),
            (true, false) => ("<b>", "</b>"),
            (false, true) => ("<i>", "</i>"),
            (true, true) => ("<b><i>", "</i></b>"),
        };
        text.push_str(open);
        text.push_str(&span.text.replace('\n', "\\n").replace('\t', "\\t"));
        text.push_str(close);
    }
    text
}
