//! HTML of the clipboard cut into words with their looks, and into lines and cells.

use html5gum::{StartTag, Token, Tokenizer};

use crate::words::encodings::Font;

/// More HTML than this (bytes) is not read: nobody pastes so many words into one plan.
pub(super) const MOST: usize = 8 << 20;
/// Elements nested deeper than this change no look any more.
const DEEPEST: usize = 500;

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub bold: bool,
    pub italic: bool,
}

/// A piece of HTML, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words as they stand, white space and all.
    Words(String, Look),
    /// A line begins.
    Line,
    Table,
    TableEnd,
    Row,
    /// A cell over so many columns and rows.
    Cell(usize, usize),
    CellEnd,
}

/// The pieces of the part that was copied; what stands around it only says how it looks.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    let mut reader = Reader::default();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.begin(&tag),
            Token::EndTag(tag) => reader.end(&text_of(&tag.name)),
            Token::String(words) => reader.words(&text_of(&words.value)),
            Token::Comment(comment) => match text_of(&comment.value).trim() {
                "StartFragment" => {
                    reader.pieces.retain(|piece| !matches!(piece, Piece::Words(..) | Piece::Line));
                }
                "EndFragment" => break,
                _ => {}
            },
            _ => {}
        }
    }
    reader.pieces
}

/// An open element.
struct Open {
    name: String,
    look: Look,
    font: Font,
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    pieces: Vec<Piece>,
    /// The element whose words are not shown.
    hidden: Option<String>,
}

impl Reader {
    fn begin(&mut self, tag: &StartTag<()>) {
        let name = text_of(&tag.name);
        if self.hidden.is_some() {
            return;
        }
        match name.as_str() {
            "style" | "script" | "head" | "title" | "xml" => {
                self.hidden = (!tag.self_closing).then_some(name);
                return;
            }
            "br" => self.pieces.push(Piece::Line),
            "table" => self.pieces.push(Piece::Table),
            "tr" => self.pieces.push(Piece::Row),
            "td" | "th" => {
                let count = |of: &[u8]| {
                    let value = tag.attributes.get(of).map(|value| text_of(&value.value));
                    value.and_then(|value| value.trim().parse().ok()).unwrap_or(1)
                };
                self.pieces.push(Piece::Cell(count(b"colspan"), count(b"rowspan")));
            }
            _ if begins_line(&name) => self.pieces.push(Piece::Line),
            _ => {}
        }
        let without_end = matches!(
            name.as_str(),
            "br" | "img" | "hr" | "meta" | "link" | "input" | "col" | "wbr"
        );
        if without_end || tag.self_closing || self.open.len() >= DEEPEST {
            return;
        }
        // An open paragraph ends where the next begins.
        if name == "p" && self.open.last().is_some_and(|open| open.name == "p") {
            self.open.pop();
        }
        let (mut look, mut font) = self.now();
        match name.as_str() {
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => look.bold = true,
            "i" | "em" | "cite" => look.italic = true,
            _ => {}
        }
        let css = tag.attributes.get(&b"style"[..]).map(|value| text_of(&value.value));
        let css = css.unwrap_or_default().to_ascii_lowercase();
        if let Some(weight) = value_of(&css, "font-weight") {
            let number = weight.parse::<u16>().ok();
            look.bold = weight.starts_with("bold") || number.is_some_and(|number| number >= 600);
        }
        if let Some(slant) = value_of(&css, "font-style") {
            look.italic = slant.starts_with("italic") || slant.starts_with("oblique");
        }
        if let Some(name) = value_of(&css, "font-family") {
            font = Font::named(name);
        }
        self.open.push(Open { name, look, font });
    }

    fn end(&mut self, name: &str) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.hidden = None;
            }
            return;
        }
        match name {
            "table" => self.pieces.push(Piece::TableEnd),
            "td" | "th" => self.pieces.push(Piece::CellEnd),
            _ if begins_line(name) => self.pieces.push(Piece::Line),
            _ => {}
        }
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.open.truncate(at);
        }
    }

    fn now(&self) -> (Look, Font) {
        self.open.last().map(|open| (open.look, open.font)).unwrap_or_default()
    }

    fn words(&mut self, words: &str) {
        if self.hidden.is_none() {
            let (look, font) = self.now();
            // Signs are known by their font alone; old letters only where a person agrees.
            let words = match font {
                Font::Symbol | Font::Wingdings => font.read(words).into_owned(),
                _ => words.to_owned(),
            };
            self.pieces.push(Piece::Words(words, look));
        }
    }
}

fn begins_line(name: &str) -> bool {
    matches!(name, "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol")
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The value of a property of a style, letters in lower case.
fn value_of<'a>(css: &'a str, property: &str) -> Option<&'a str> {
    let (_, after) = css.split_once(property)?;
    let value = after.trim_start().strip_prefix(':')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find([';', '"', '\'', ' ', ',']).unwrap_or(value.len());
    Some(&value[..end])
}
