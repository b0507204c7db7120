//! Text from other programs as it goes into a cell.

use crate::words;

/// Pasted text as it goes into one cell: cleaned, the line break that Excel puts after a
/// copied cell gone, and the quotes it puts around one.
#[must_use]
pub fn pasted(text: &str) -> String {
    let clean = words::clean_paste(text);
    let one = clean.strip_suffix('\n').unwrap_or(&clean);
    unquoted(one).unwrap_or_else(|| one.to_owned())
}

/// The cell inside quotes, when the whole text is one quoted cell that needed them.
fn unquoted(text: &str) -> Option<String> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    if !inside.contains(['\t', '\n', '"']) {
        return None;
    }
    let whole = inside.replace("\"\"", "\u{0}");
    (!whole.contains('"')).then(|| whole.replace('\u{0}', "\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(clipboard: &str, cell: &str) {
        assert_eq!(pasted(clipboard), cell);
    }

    #[test]
    fn a_copied_cell_comes_back_as_it_was() {
        check("Kế toán\r\n", "Kế toán");
        check("\"hai\ndòng\"\r\n", "hai\ndòng");
        check("\"nói \"\"có\"\"\"", "nói \"có\"");
        check("\"trong ngoặc\"", "\"trong ngoặc\"");
        check("\"a\" và \"b\"", "\"a\" và \"b\"");
    }
}
