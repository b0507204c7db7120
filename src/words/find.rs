//! Where words stand in a text, marks and capitals apart or not.

use std::ops::Range;
use std::sync::LazyLock;

use super::{fold, nfc};

/// Words that are looked for.
#[derive(Clone, Debug)]
pub struct Finder {
    wanted: Vec<char>,
    /// What each of the first letters is in it: looked up, because millions are.
    letters: Vec<char>,
    marks: bool,
    case: bool,
    whole: bool,
}

/// The letters of Latin with marks stand between these two, as far as Vietnamese has them.
const MARKED: Range<u32> = 0xC0..0x1F00;

/// What each of them is without its marks, in small letters: folding whole texts is too slow where
/// millions of letters are looked through.
static PLAIN: LazyLock<Vec<char>> = LazyLock::new(|| {
    let plain = |code: u32| {
        let c = char::from_u32(code)?;
        let mut folded = fold(c.encode_utf8(&mut [0; 4])).chars().collect::<Vec<_>>().into_iter();
        folded.next().filter(|_| folded.len() == 0)
    };
    MARKED.map(|code| plain(code).or(char::from_u32(code)).unwrap_or(' ')).collect()
});

impl Finder {
    /// Of these words; `marks` and `case`: they count, `whole`: no part of a longer word.
    #[must_use]
    pub fn new(words: &str, marks: bool, case: bool, whole: bool) -> Self {
        let mut finder = Self { wanted: Vec::new(), letters: Vec::new(), marks, case, whole };
        let all = 0..MARKED.end;
        let letters = all.map(|code| char::from_u32(code).map_or(' ', |c| finder.made_plain(c)));
        finder.letters = letters.collect();
        finder.wanted = nfc(words.trim()).chars().map(|c| finder.plain(c)).collect();
        finder
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    fn plain(&self, c: char) -> char {
        self.letters.get(c as usize).copied().unwrap_or_else(|| self.made_plain(c))
    }

    fn made_plain(&self, c: char) -> char {
        if c.is_ascii() {
            return if self.case { c } else { c.to_ascii_lowercase() };
        }
        if self.marks {
            return if self.case { c } else { c.to_lowercase().next().unwrap_or(c) };
        }
        let code = c as u32;
        let plain = match code.checked_sub(MARKED.start).map(|at| at as usize) {
            Some(at) if MARKED.contains(&code) => PLAIN.get(at).copied().unwrap_or(c),
            _ => return c.to_lowercase().next().unwrap_or(c),
        };
        // The table holds small letters.
        if self.case && c.is_uppercase() { plain.to_ascii_uppercase() } else { plain }
    }

    /// Where they stand in a text in NFC, as ranges of its bytes, none over another.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let Some((first, rest)) = self.wanted.split_first() else { return found };
        let mut after = 0;
        let mut before = None;
        for (at, c) in text.char_indices() {
            let begins = at >= after && self.plain(c) == *first;
            if begins && !(self.whole && before.is_some_and(char::is_alphanumeric)) {
                let mut letters = text[at..].char_indices().skip(1);
                let same = rest.iter().all(|wanted| {
                    letters.next().is_some_and(|(_, letter)| self.plain(letter) == *wanted)
                });
                let behind = letters.next();
                let ends_a_word =
                    !self.whole || behind.is_none_or(|(_, letter)| !letter.is_alphanumeric());
                if same && ends_a_word {
                    after = behind.map_or(text.len(), |(length, _)| at + length);
                    found.push(at..after);
                }
            }
            before = Some(c);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check((marks, case, whole): (bool, bool, bool), words: &str, text: &str, expect: &[&str]) {
        let found = Finder::new(words, marks, case, whole).places(text);
        assert_eq!(found.into_iter().map(|at| &text[at]).collect::<Vec<_>>(), expect, "{words}");
    }

    #[test]
    fn words_are_found_with_marks_and_without() {
        let text = "Tổ Văn phòng, tổ văn phòng; TỔ VĂN PHÒNG, Đội";
        let all = ["Tổ Văn phòng", "tổ văn phòng", "TỔ VĂN PHÒNG"];
        check((false, false, false), "to van phong", text, &all);
        check((false, false, false), "tổ văn phòng", text, &all);
        check((true, false, false), "to van phong", text, &[]);
        check((true, false, false), "tổ văn phòng", text, &all);
        check((true, true, false), "tổ văn phòng", text, &all[1..2]);
        check((true, true, false), "to\u{302}\u{309} va\u{306}n pho\u{300}ng", text, &all[1..2]);
        check((false, true, false), "TO VAN PHONG", text, &all[2..]);
        check((false, false, false), "doi", text, &["Đội"]);
        check((false, false, false), " ", text, &[]);
    }

    #[test]
    fn whole_words_are_no_parts_of_longer_ones() {
        let text = "toán, to, tốt; tổ";
        check((false, false, true), "to", text, &["to", "tổ"]);
        check((false, false, false), "to", text, &["to", "to", "tố", "tổ"]);
        check((false, false, false), "aa", "aaa", &["aa"]);
    }
}
