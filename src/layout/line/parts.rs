//! Where a long word that is no word may be parted: addresses of the web, codes of documents.
//!
//! Never inside a number or a date, and never inside a syllable: a code is parted behind a `/`
//! or `-` that has a letter beside it.

use super::Rank;

/// Wider words (thousandths of an em) are looked at even without a mark.
pub(super) const LONG: u32 = 12_000;
/// A piece of an address with more letters may be parted anywhere.
const PIECE: usize = 8;

/// Whether a word with this character may have parts.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '/' | '-' | '–' | '@' | '_')
}

/// Behind which bytes of a word it may be parted, and how willingly.
pub(super) fn cuts(word: &str, out: &mut Vec<(u32, Rank)>) {
    if is_address(word) {
        address(word, out);
        return;
    }
    let dated =
        |words: &str| words.contains('/') && words.bytes().all(|b| !b.is_ascii_alphabetic());
    let mut before = None;
    let mut letters = word.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let behind = at + c.len_utf8();
        let after = letters.peek().map(|&(_, after)| after);
        if matches!(c, '/' | '-' | '–')
            && let (Some(left), Some(right)) = (before, after)
            && char::is_alphanumeric(left)
            && char::is_alphanumeric(right)
        {
            let (from, to) = (word.get(..at).unwrap_or(""), word.get(behind..).unwrap_or(""));
            // From one date to another: "9/2026-5/2027".
            let span = c != '/' && dated(from) && dated(to);
            if left.is_alphabetic() || right.is_alphabetic() || span {
                out.push((behind as u32, Rank::Code));
            }
        }
        before = Some(c);
    }
}

fn is_address(word: &str) -> bool {
    let long = word.len() > 24 && word.is_ascii() && word.contains(['/', '.', '_']);
    word.contains("://") || word.starts_with("www.") || word.contains('@') || long
}

/// Behind each mark that another letter follows; in a long piece without marks anywhere.
fn address(word: &str, out: &mut Vec<(u32, Rank)>) {
    let is_letter = |c: char| c.is_alphanumeric();
    let mut start = 0;
    let mut letters = word.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let behind = at + c.len_utf8();
        let ends = letters.peek().is_none_or(|&(_, next)| !is_letter(c) && is_letter(next));
        if !ends {
            continue;
        }
        let piece = word.get(start..behind).unwrap_or("");
        if piece.chars().count() > PIECE {
            out.extend(
                piece.char_indices().skip(1).map(|(at, _)| ((start + at) as u32, Rank::Link)),
            );
        }
        if behind < word.len() {
            out.push((behind as u32, Rank::Link));
        }
        start = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expect: &str) {
        let word = expect.replace('|', "");
        let mut found = Vec::new();
        cuts(&word, &mut found);
        let mut marked = word.clone();
        for (behind, _) in found.iter().rev() {
            marked.insert(*behind as usize, '|');
        }
        assert_eq!(marked, expect);
    }

    #[test]
    fn a_code_is_parted_behind_a_mark_beside_a_letter_and_never_inside_a_number() {
        check("18/2018/|TT-|BGDĐT");
        check("5932/|BGDĐT-|QLCL");
        check("việc/|giải");
        check("(CB-|GV-|NV),");
        check("22/8/2018");
        check("2026-2027");
        check("9/2026-|5/2027");
        check("5-7");
        check("hiện./.");
        check("-");
        check("nghiêng");
    }

    #[test]
    fn an_address_is_parted_behind_its_marks_and_a_long_piece_anywhere() {
        check("https://|www.|truong.|vn/|a");
        check("hs@|x.|vn");
        check("www.|a|b|c|d|e|f|g|h|i|.|vn");
    }
}
