//! Words from the clipboard in the styles they had in Word: the words are those of the plain
//! text, bold and italic those of the HTML beside it.

use crate::plan::Run;
use crate::words;

/// More HTML than this (bytes) is not read: nobody pastes so many words into one plan.
const MOST: usize = 8 << 20;
/// Elements nested deeper than this change no style any more.
const DEEPEST: usize = 500;

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
    let mut styles: Vec<Style> = Vec::new();
    let mut last = Style::default();
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
            _ => last = Style::default(),
        }
        styles.push(last);
    }
    if letters.any(|letter| letter.c.is_alphanumeric()) {
        return None;
    }
    // A space at the end of bold words is not bold.
    let mut after = Style::default();
    for (c, style) in plain.chars().rev().zip(styles.iter_mut().rev()) {
        if c.is_whitespace() {
            *style = Style { bold: style.bold && after.bold, italic: style.italic && after.italic };
        }
        after = *style;
    }
    Some(runs(plain, &styles))
}

fn runs(plain: &str, styles: &[Style]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (c, style) in plain.chars().zip(styles) {
        match runs.last_mut() {
            Some(run) if run.bold == style.bold && run.italic == style.italic => run.text.push(c),
            _ => runs.push(Run { text: c.into(), bold: style.bold, italic: style.italic }),
        }
    }
    runs
}

#[derive(Clone, Copy, Debug, Default)]
struct Style {
    bold: bool,
    italic: bool,
}

#[derive(Clone, Copy, Debug)]
struct Letter {
    c: char,
    style: Style,
}

/// The letters of the part of the HTML that was copied.
fn letters(html: &str) -> Vec<Letter> {
    let begin = html.find("<!--StartFragment").unwrap_or(0);
    let end = html.find("<!--EndFragment").filter(|end| *end > begin).unwrap_or(html.len());
    let mut reader = Reader::default();
    // What stands around the copied part may already be bold.
    reader.read(&html[..begin]);
    reader.letters.clear();
    reader.read(&html[begin..end]);
    reader.letters
}

#[derive(Default)]
struct Reader {
    /// The open elements and the style inside each.
    open: Vec<(String, Style)>,
    letters: Vec<Letter>,
}

impl Reader {
    fn read(&mut self, mut rest: &str) {
        while let Some(at) = rest.find('<') {
            self.text(&rest[..at]);
            rest = &rest[at..];
            let (tag, after) = if let Some(comment) = rest.strip_prefix("<!--") {
                ("", comment.split_once("-->").map_or("", |(_, after)| after))
            } else {
                let (tag, after) = rest[1..].split_once('>').unwrap_or(("", ""));
                (tag, after)
            };
            rest = after;
            let name = name_of(tag);
            if matches!(name.as_str(), "style" | "script" | "head" | "title" | "xml") {
                rest = skip_to_end(rest, &name);
            } else if let Some(name) = name.strip_prefix('/') {
                if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
                    self.open.truncate(at);
                }
            } else if !name.is_empty() {
                self.element(name, tag);
            }
        }
        self.text(rest);
    }

    fn style(&self) -> Style {
        self.open.last().map(|(_, style)| *style).unwrap_or_default()
    }

    fn element(&mut self, name: String, tag: &str) {
        let without_end = matches!(
            name.as_str(),
            "br" | "img" | "hr" | "meta" | "link" | "input" | "col" | "wbr"
        );
        if without_end || name.starts_with('!') || tag.ends_with('/') || self.open.len() >= DEEPEST
        {
            return;
        }
        // An open paragraph ends where the next begins.
        if name == "p" && self.open.last().is_some_and(|(open, _)| open == "p") {
            self.open.pop();
        }
        let mut style = self.style();
        match name.as_str() {
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => style.bold = true,
            "i" | "em" | "cite" => style.italic = true,
            _ => {}
        }
        let css = tag.to_ascii_lowercase();
        if let Some(weight) = value_of(&css, "font-weight") {
            let number = weight.parse::<u16>().ok();
            style.bold = weight.starts_with("bold") || number.is_some_and(|number| number >= 600);
        }
        if let Some(slant) = value_of(&css, "font-style") {
            style.italic = slant.starts_with("italic") || slant.starts_with("oblique");
        }
        self.open.push((name, style));
    }

    fn text(&mut self, text: &str) {
        let style = self.style();
        let text = decoded(text);
        self.letters.extend(words::nfc(&text).chars().map(|c| Letter { c, style }));
    }
}

/// "p" of "p class=MsoNormal", "/b" of "/b".
fn name_of(tag: &str) -> String {
    let end = tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len());
    tag[..end].trim_end_matches('/').to_ascii_lowercase()
}

/// What stands after the end of this element.
fn skip_to_end<'a>(rest: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let at = from + at;
        if rest.get(at..at + end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end)) {
            return rest[at..].split_once('>').map_or("", |(_, after)| after);
        }
        from = at + 2;
    }
    ""
}

/// The value of a property inside a tag's style, letters in lower case.
fn value_of<'a>(css: &'a str, property: &str) -> Option<&'a str> {
    let (_, after) = css.split_once(property)?;
    let value = after.trim_start().strip_prefix(':')?.trim_start();
    let end = value.find([';', '"', '\'', ' ']).unwrap_or(value.len());
    Some(&value[..end])
}

/// Text with its entities as letters; one that is not known stays as it stands.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest.split_once(';').map(|(name, _)| name).filter(|name| name.len() <= 10);
        match name.and_then(entity) {
            Some(c) => {
                out.push(c);
                rest = rest.split_once(';').map_or("", |(_, after)| after);
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32);
    }
    let marked =
        [("grave", '\u{300}'), ("acute", '\u{301}'), ("circ", '\u{302}'), ("tilde", '\u{303}')];
    if let Some((letter, mark)) =
        marked.iter().find_map(|(mark, c)| name.strip_suffix(mark).map(|letter| (letter, *c)))
        && letter.len() == 1
    {
        return words::nfc(&format!("{letter}{mark}")).chars().next();
    }
    Some(match name {
        "nbsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "bull" => '•',
        "middot" => '·',
        "ge" => '≥',
        "le" => '≤',
        "rarr" => '→',
        _ => return None,
    })
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
