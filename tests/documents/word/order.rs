//! Children stand in the order that the schema of Word asks for: Word refuses a file else.

use super::tree::Node;

/// Elements with the order of their children, as far as we write them.
const ORDERS: [(&str, &[&str]); 18] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:widowControl",
            "w:pBdr",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:sz", "w:szCs", "w:shd",
            "w:lang",
        ],
    ),
    ("w:sectPr", &["w:headerReference", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg"]),
    ("w:tblPr", &["w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:tcBorders", &["w:left", "w:right"]),
    ("w:tcMar", &["w:left", "w:right"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:tcMar", "w:vAlign"]),
    ("w:p", &["w:pPr", "w:r", "w:fldSimple"]),
    ("w:style", &["w:name", "w:basedOn", "w:next", "w:qFormat", "w:pPr", "w:rPr"]),
    ("w:styles", &["w:docDefaults", "w:style"]),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:characterSpacingControl",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
    ("w:compat", &["w:doNotExpandShiftReturn", "w:compatSetting"]),
];

/// Those that may stand several times in a row.
const MANY: [&str; 5] = ["w:tr", "w:tc", "w:p", "w:r", "w:style"];

/// Fails where a child stands before one that should come earlier, or where none is known.
#[track_caller]
pub fn check(node: &Node) {
    if let Some((name, order)) = ORDERS.iter().find(|(name, _)| *name == node.name) {
        let places: Vec<usize> = node
            .children
            .iter()
            .map(|child| {
                let place = order.iter().position(|name| *name == child.name);
                place.unwrap_or_else(|| panic!("{name} holds {}", child.name))
            })
            .collect();
        for pair in places.windows(2) {
            let again = pair[0] == pair[1] && MANY.contains(&order[pair[0]]);
            assert!(pair[0] < pair[1] || again, "{name}: {:?}", node.children);
        }
    }
    if node.name == "w:tc" {
        assert_eq!(node.children.last().map(|last| last.name.as_str()), Some("w:p"));
    }
    node.children.iter().for_each(check);
}
