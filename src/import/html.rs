//! Words from the clipboard in the styles they had in Word: the words are those of the plain
//! text, bold and italic those of the HTML beside it.

use super::markup::{Look, MOST, Piece, pieces};
use crate::plan::Run;
use crate::words;

/// The plain text in the styles of the HTML; none where the two do not hold the same words.
/// The runs joined are the plain text, letter for letter.
///
/// ```
/// let runs = caitien::import::styled("Rõ việc", "<p>Rõ <b>việc</b></p>").unwrap();
/// assert_eq!(runs.iter().filter(|run| run.bold).count(), 1);
/// ```
#[must_use]
pub fn styled(plain: &str, html: &str) -> Option<Vec<Run>> {
    if html.len() > MOST {
        return None;
    }
    let letters = letters(html);
    let mut letters = letters.iter().copied().filter(|letter| !letter.c.is_whitespace()).peekable();
    let mut styles: Vec<Look> = Vec::new();
    let mut last = Look::default();
    for c in plain.chars() {
        // Bullets and numbers of lists are written in other ways in HTML.
        while !c.is_whitespace()
            && letters.peek().is_some_and(|letter| letter.c != c && !letter.c.is_alphanumeric())
            && c.is_alphanumeric()
        {
            letters.next();
        }
        match letters.peek() {
            Some(letter) if letter.c == c => {
                last = letter.style;
                letters.next();
            }
            _ if c.is_whitespace() => {}
            _ if c.is_alphanumeric() => return None,
            _ => last = Look::default(),
        }
        styles.push(last);
    }
    if letters.any(|letter| letter.c.is_alphanumeric()) {
        return None;
    }
    // A space at the end of bold words is not bold.
    let mut after = Look::default();
    for (c, style) in plain.chars().rev().zip(styles.iter_mut().rev()) {
        if c.is_whitespace() {
            *style = Look { bold: style.bold && after.bold, italic: style.italic && after.italic };
        }
        after = *style;
    }
    Some(runs(plain, &styles))
}

fn runs(plain: &str, styles: &[Look]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (c, style) in plain.chars().zip(styles) {
        match runs.last_mut() {
            Some(run) if run.bold == style.bold && run.italic == style.italic => run.text.push(c),
            _ => runs.push(Run::styled(c, style.bold, style.italic)),
        }
    }
    runs
}

#[derive(Clone, Copy, Debug)]
struct Letter {
    c: char,
    style: Look,
}

/// The letters of the part of the HTML that was copied.
fn letters(html: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    for piece in pieces(html) {
        if let Piece::Words(words, style) = piece {
            letters.extend(words::nfc(&words).chars().map(|c| Letter { c, style }));
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bold words and the italic ones, each joined by "|".
    #[track_caller]
    fn check(plain: &str, html: &str, bold: &str, italic: &str) {
        let runs = styled(plain, html).expect("the words are the same");
        let joined: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(joined, plain);
        let of = |which: fn(&Run) -> bool| {
            let words: Vec<&str> =
                runs.iter().filter(|run| which(run)).map(|run| run.text.as_str()).collect();
            words.join("|")
        };
        assert_eq!((of(|run| run.bold), of(|run| run.italic)), (bold.into(), italic.into()));
    }

    #[test]
    fn the_styles_of_word_come_with_the_words() {
        check(
            "Mục đích\nRõ việc, rõ người",
            "<html><head><style>p {font-weight:bold}</style></head><body lang=VI>\
             <!--StartFragment--><p class=MsoNormal><b><span lang=VI>Mục\n đích</span></b></p>\
             <p class=MsoNormal>Rõ <i>việc</i>, rõ <span style='font-weight:700'>người</span>\
             <o:p></o:p></p><!--EndFragment--></body></html>",
            "Mục đích|người",
            "việc",
        );
    }

    #[test]
    fn a_list_of_word_is_the_same_words_though_its_bullets_differ() {
        check(
            "1.\tRà soát\n•\tBáo cáo",
            "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>\
             1.<span style='font:7.0pt'>&nbsp;&nbsp;</span></span><![endif]>Rà <b>soát</b></p>\
             <p><span style='font-family:Symbol'>·<span>&nbsp;</span></span>B&aacute;o c&#225;o</p>",
            "soát",
            "",
        );
    }

    #[test]
    fn what_is_bold_around_the_copied_words_and_what_takes_it_back_is_heeded() {
        check("a b", "<b style=\"font-weight:normal\"><p>a <em>b</em></p></b>", "", "b");
        check("a b", "<strong><!--StartFragment-->a b<!--EndFragment--></strong> c", "a b", "");
    }

    #[test]
    fn other_words_are_not_the_same_words() {
        assert_eq!(styled("a b", "<b>a</b> c"), None);
        assert_eq!(styled("a", "<b>a</b> c"), None);
        assert_eq!(styled("a", "<<<<b"), None);
    }
}
