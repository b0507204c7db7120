//! Cells for other programs: tab-separated text quoted as Excel does, and HTML.

/// Cells as tab-separated text: a cell with a tab, a line break or a quote stands in quotes.
#[must_use]
pub fn to_tsv(rows: &[Vec<&str>]) -> String {
    let lines: Vec<String> = rows
        .iter()
        .map(|cells| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t"))
        .collect();
    lines.join("\r\n")
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Cells as an HTML table: lines around them in Word; in Excel a text stays one, whatever it
/// looks like, and a line break stays inside its cell.
#[must_use]
pub fn to_html(rows: &[Vec<&str>]) -> String {
    let mut html = String::from("<table border=\"1\" style=\"border-collapse:collapse\">");
    for cells in rows {
        html.push_str("<tr>");
        for cell in cells {
            html.push_str("<td style=\"mso-number-format:'\\@'\">");
            for c in cell.chars() {
                match c {
                    '&' => html.push_str("&amp;"),
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    '\n' => html.push_str("<br style=\"mso-data-placement:same-cell\">"),
                    c => html.push(c),
                }
            }
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_as_excel_does() {
        let rows = vec![vec!["a", "b\nc"], vec!["\"d\"", ""]];
        assert_eq!(to_tsv(&rows), "a\t\"b\nc\"\r\n\"\"\"d\"\"\"\t");
        assert_eq!(
            to_html(&[vec!["1 < 2", "b\nc"]]),
            "<table border=\"1\" style=\"border-collapse:collapse\"><tr>\
             <td style=\"mso-number-format:'\\@'\">1 &lt; 2</td>\
             <td style=\"mso-number-format:'\\@'\">b\
             <br style=\"mso-data-placement:same-cell\">c</td></tr></table>"
        );
    }
}
