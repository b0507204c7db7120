//! Workbooks part by part, as programs other than this one may write them.

use caitien::import::Workbook;
use caitien::ooxml::Package;

/// The vocabulary of sheets.
pub const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet.
#[derive(Clone, Default)]
pub struct Made {
    /// What stands in the sheet's part.
    pub sheet: String,
    /// The part of the shared words.
    pub shared: String,
    /// What stands in the part of the looks.
    pub looks: String,
    /// What stands in the main part before its list of sheets, and in that list behind the first.
    pub book: (String, String),
}

impl Made {
    /// Of rows.
    pub fn of(rows: &str) -> Self {
        Self::sheet(&format!("<sheetData>{rows}</sheetData>"))
    }

    /// Of a sheet.
    pub fn sheet(sheet: &str) -> Self {
        Self { sheet: sheet.to_owned(), ..Self::default() }
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        self.part("xl/worksheets/sheet1.xml", &root("worksheet", &self.sheet))
    }

    /// The file whose sheet, `xl/worksheets/sheet1.xml`, is another part.
    pub fn part(&self, name: &str, sheet: &str) -> Vec<u8> {
        let links = "http://schemas.openxmlformats.org/package/2006/relationships";
        let named = |parts: &[(&str, &str)]| {
            let parts = parts.iter().map(|(kind, target)| {
                format!("<Relationship Id=\"{kind}\" Type=\"{LINKS}/{kind}\" Target=\"{target}\"/>")
            });
            format!(
                "<Relationships xmlns=\"{links}\">{}</Relationships>",
                parts.collect::<String>()
            )
        };
        let mut package = Package::new();
        let mut add = |name: &str, text: &str| package.add(name, text).unwrap();
        add("[Content_Types].xml", "<Types/>");
        add("_rels/.rels", &named(&[("officeDocument", "xl/workbook.xml")]));
        let (before, behind) = &self.book;
        add(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINKS}\">{before}<sheets>\
                 <sheet name=\"A\" sheetId=\"1\" r:id=\"worksheet\"/>{behind}</sheets></workbook>"
            ),
        );
        let mut parts =
            vec![("worksheet", "worksheets/sheet1.xml"), ("chartsheet", "chartsheets/sheet1.xml")];
        if !self.shared.is_empty() {
            parts.push(("sharedStrings", "sharedStrings.xml"));
            add("xl/sharedStrings.xml", &self.shared);
        }
        if !self.looks.is_empty() {
            parts.push(("styles", "/xl/styles.xml"));
            add("xl/styles.xml", &root("styleSheet", &self.looks));
        }
        add("xl/_rels/workbook.xml.rels", &named(&parts));
        add(name, sheet);
        package.finish().unwrap()
    }
}

/// A part of this root.
fn root(name: &str, inside: &str) -> String {
    format!("<{name} xmlns=\"{MAIN}\">{inside}</{name}>")
}

/// The words of all cells in their order.
pub fn words(workbook: &Workbook) -> Vec<&str> {
    let rows = workbook.sheets.iter().flat_map(|sheet| sheet.rows.values());
    rows.flat_map(std::collections::BTreeMap::values).map(String::as_str).collect()
}
