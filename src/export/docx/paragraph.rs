//! Paragraphs and runs: what stands before the words, in the order that Word asks for.

use std::borrow::Cow;

use super::twips;
use crate::document::Style;
use crate::layout::{Page, clean};
use crate::ooxml::Xml;
use crate::words::keep;

/// The namespace of Word's elements.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What is written in the file.
pub(super) const LANGUAGE: &str = "vi-VN";

/// By what the text names the part with the number of the page.
pub(super) const HEADER_LINK: &str = "rId3";

/// From the edge of the sheet to the number of its page, beside half of the top margin: so it
/// stands where the PDF has it, pt.
const NUMBER_ABOVE_MIDDLE: f32 = 8.0;

/// The name of a style inside the file.
pub(super) fn id(style: Style) -> String {
    format!("{style:?}")
}

/// What a paragraph is, beside its style.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub style: Style,
    /// Stays with the next paragraph.
    pub keep_next: bool,
    /// Room above, twips, instead of the style's.
    pub before: Option<i32>,
    /// Room below, twips.
    pub after: Option<i32>,
    /// The height of a line, twips: no more than this.
    pub exact: Option<i32>,
    /// Left and right edge moved in by this, twips.
    pub inset: Option<i32>,
    /// Flush right, whatever the style says.
    pub flush_right: bool,
    /// The section that ends with it.
    pub section: Option<Section>,
}

impl Lead {
    pub fn new(style: Style) -> Self {
        Self {
            style,
            keep_next: false,
            before: None,
            after: None,
            exact: None,
            inset: None,
            flush_right: false,
            section: None,
        }
    }

    /// A paragraph that takes next to no room.
    pub fn nothing(height: i32) -> Self {
        Self { before: Some(0), exact: Some(height), ..Self::new(Style::Body) }
    }

    /// A paragraph with its runs.
    pub fn paragraph(&self, xml: &mut Xml, runs: impl FnOnce(&mut Xml)) {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| self.properties(xml));
            runs(xml);
        });
    }

    fn properties(&self, xml: &mut Xml) {
        xml.empty("w:pStyle", &[("w:val", &format_args!("{:?}", self.style))]);
        if self.keep_next {
            xml.empty("w:keepNext", &[]);
        }
        let mut spacing: Vec<(&str, &dyn std::fmt::Display)> = Vec::new();
        if let Some(before) = &self.before {
            spacing.push(("w:before", before));
        }
        if let Some(after) = &self.after {
            spacing.push(("w:after", after));
        }
        if let Some(exact) = &self.exact {
            spacing.extend([("w:line", exact as _), ("w:lineRule", &"exact" as _)]);
        }
        if !spacing.is_empty() {
            xml.empty("w:spacing", &spacing);
        }
        if let Some(inset) = &self.inset {
            xml.empty("w:ind", &[("w:left", inset), ("w:right", inset)]);
        }
        if self.flush_right {
            xml.empty("w:jc", &[("w:val", &"right")]);
        }
        if let Some(section) = &self.section {
            section.write(xml);
        }
    }
}

/// Sheets of one kind, and whether the numbers of pages begin with them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    first: bool,
    /// Its pages are counted from 1 again.
    anew: bool,
    across: bool,
    /// Width and height of the sheet, twips.
    size: (i32, i32),
    /// Top, right, bottom and left margin, twips.
    margins: [i32; 4],
    /// From the sheet's edge to the number of its page, twips.
    header: i32,
}

impl Section {
    /// Sheets like this page.
    pub fn like(page: &Page, first: bool, anew: bool) -> Self {
        let ((left, top), (right, bottom)) = page.text_area;
        Self {
            first,
            anew,
            across: page.width > page.height,
            size: (twips(page.width), twips(page.height)),
            margins: [top, page.width - right, page.height - bottom, left].map(twips),
            header: twips(top / 2.0 - NUMBER_ABOVE_MIDDLE),
        }
    }

    /// The width of the text, twips.
    pub fn text_width(&self) -> i32 {
        self.size.0 - self.margins[1] - self.margins[3]
    }

    /// The first section says where the number of a page stands, and that its first page has
    /// none; those after it say nothing, so that numbers go on. An appendix counts its own.
    pub fn write(&self, xml: &mut Xml) {
        xml.within("w:sectPr", &[], |xml| {
            if self.first {
                xml.empty("w:headerReference", &[("w:type", &"default"), ("r:id", &HEADER_LINK)]);
            }
            let (width, height) = self.size;
            if self.across {
                xml.empty(
                    "w:pgSz",
                    &[("w:w", &width), ("w:h", &height), ("w:orient", &"landscape")],
                );
            } else {
                xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
            }
            let [top, right, bottom, left] = &self.margins;
            xml.empty(
                "w:pgMar",
                &[
                    ("w:top", top),
                    ("w:right", right),
                    ("w:bottom", bottom),
                    ("w:left", left),
                    ("w:header", &self.header),
                    ("w:footer", &self.header),
                    ("w:gutter", &0),
                ],
            );
            if self.anew {
                xml.empty("w:pgNumType", &[("w:start", &1)]);
            }
            xml.empty("w:cols", &[("w:space", &720)]);
            if self.first || self.anew {
                xml.empty("w:titlePg", &[]);
            }
        });
    }
}

/// How a run of words differs from its style.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub bold: bool,
    pub italic: bool,
    /// Size in half points.
    pub size: Option<i32>,
    /// A line may end at any space: there is no room for words that belong together.
    pub loose: bool,
}

/// Words of one look, as the PDF sets them: without what prints nothing, a line end a line end,
/// words that belong together on one line.
pub(super) fn run(xml: &mut Xml, words: &str, look: Look) {
    run_of_clean(xml, &clean(words), look);
}

/// As [`run`], of words that are clean.
pub(super) fn run_of_clean(xml: &mut Xml, words: &str, look: Look) {
    set_run(xml, &if look.loose { words.into() } else { keep::bind(words) }, look);
}

/// Runs that follow one another: words of two runs may belong together.
pub(super) fn runs<'r>(xml: &mut Xml, runs: impl IntoIterator<Item = (&'r str, Look)>) {
    let runs: Vec<(Cow<'_, str>, Look)> =
        runs.into_iter().map(|(words, look)| (clean(words), look)).collect();
    let whole: String = runs.iter().map(|(words, _)| &**words).collect();
    let whole = keep::bind(&whole);
    let mut whole = whole.chars();
    for (words, look) in &runs {
        let words: String = whole.by_ref().take(words.chars().count()).collect();
        set_run(xml, &words, *look);
    }
}

fn set_run(xml: &mut Xml, words: &str, look: Look) {
    if words.is_empty() {
        return;
    }
    xml.within("w:r", &[], |xml| {
        look.write(xml);
        for (number, line) in words.split('\n').enumerate() {
            if number > 0 {
                xml.empty("w:br", &[]);
            }
            if line.is_empty() {
                continue;
            }
            let bare = line.starts_with(' ') || line.ends_with(' ') || line.contains("  ");
            let preserve: &[(&str, &dyn std::fmt::Display)] =
                if bare { &[("xml:space", &"preserve")] } else { &[] };
            xml.within("w:t", preserve, |xml| xml.words(line));
        }
    });
}

impl Look {
    /// That of the style, for words that need not be held together.
    pub fn loose() -> Self {
        Self { loose: true, ..Self::default() }
    }

    fn write(self, xml: &mut Xml) {
        if !self.bold && !self.italic && self.size.is_none() {
            return;
        }
        xml.within("w:rPr", &[], |xml| {
            letters(xml, self.bold, self.italic);
            if let Some(size) = &self.size {
                xml.empty("w:sz", &[("w:val", size)]);
                xml.empty("w:szCs", &[("w:val", size)]);
            }
        });
    }
}

/// Bold and italic, for letters of every script.
pub(super) fn letters(xml: &mut Xml, bold: bool, italic: bool) {
    for (is, name) in [(bold, "w:b"), (bold, "w:bCs"), (italic, "w:i"), (italic, "w:iCs")] {
        if is {
            xml.empty(name, &[]);
        }
    }
}
