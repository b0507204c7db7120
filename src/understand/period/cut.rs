//! Cuts a time phrase into its pieces.

use super::token::Token;
use super::words::{LINE_END, name_row, split_word};
use crate::words;

/// More characters than this are no time phrase: hostile text costs no more than a long one.
const LONGEST: usize = 2_000;

/// The pieces of a text, in order, as they are written.
pub(super) fn cut(text: &str) -> Vec<Token> {
    // Cut before anything else, so that a text of megabytes costs nothing.
    if text.chars().nth(LONGEST).is_some() {
        return vec![Token::Unknown];
    }
    let text = words::nfc(text).to_lowercase();
    let chars: Vec<char> = words::nfc(&text).chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let run = |from: usize, which: &dyn Fn(char) -> bool| {
        chars[from..].iter().position(|c| !which(*c)).map_or(chars.len(), |length| from + length)
    };
    let mut tokens = Vec::new();
    // Where the text begins with a dash, so does every point of its list.
    let is_list = chars.iter().find(|c| !c.is_whitespace()).is_some_and(|c| words::is_dash(*c));
    // Words wait here until something else ends their row.
    let mut row: Vec<String> = Vec::new();
    let mut line_ended = false;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c.is_alphabetic() {
            let end = run(at, &char::is_alphabetic);
            let mut word: String = chars[at..end].iter().collect();
            if std::mem::take(&mut line_ended) {
                word.insert(0, LINE_END);
            }
            split_word(word, &mut row);
            at = end;
            // "Th.10", "T.9": the point belongs to the month.
            let short = row.last().is_some_and(|word| matches!(word.as_str(), "t" | "th"));
            if short && chars.get(at) == Some(&'.') && digit(at + 1) {
                at += 1;
            }
            continue;
        }
        if c.is_whitespace() {
            if c == '\n' && is_list {
                name_row(&mut row, &mut tokens);
                tokens.push(Token::Comma);
            } else if c == '\n' && row.is_empty() {
                tokens.push(Token::Break);
            } else if c == '\n' {
                // A phrase may run over the end of a line: "năm\nhọc".
                line_ended = true;
            }
            at += 1;
            continue;
        }
        name_row(&mut row, &mut tokens);
        if std::mem::take(&mut line_ended) {
            tokens.push(Token::Break);
        }
        if c.is_ascii_digit() {
            let end = run(at, &|c| c.is_ascii_digit());
            let digits: String = chars[at..end].iter().collect();
            tokens.push(match (digits.parse(), u8::try_from(digits.len())) {
                (Ok(value), Ok(length)) if length <= 4 => Token::Number(value, length),
                _ => Token::Unknown,
            });
            at = end;
            continue;
        }
        if c == '.' && chars.get(at + 1) == Some(&'.') {
            tokens.push(Token::Dots);
            at = run(at, &|c| c == '.');
            continue;
        }
        match c {
            // "->", "=>" and "–>" are one dash.
            '>' if matches!(chars[..at].last(), Some(&last) if words::is_dash(last)) => {}
            '=' if chars.get(at + 1) == Some(&'>') => {
                tokens.push(Token::Dash);
                at += 1;
            }
            '→' | '⇒' | '➔' => tokens.push(Token::Dash),
            c if words::is_dash(c) => {
                let end = run(at, &words::is_dash);
                tokens.push(Token::Dash);
                at = end;
                continue;
            }
            '/' => tokens.push(Token::Slash),
            '.' if at > 0 && digit(at - 1) && digit(at + 1) => tokens.push(Token::Slash),
            '.' | ',' | ';' => tokens.push(Token::Comma),
            ':' => tokens.push(Token::Colon),
            '(' | '[' => tokens.push(Token::Open),
            ')' | ']' => tokens.push(Token::Close),
            '&' | '+' => tokens.push(Token::And),
            '…' => tokens.push(Token::Dots),
            '"' | '“' | '”' | '•' | '\u{200B}' | '\u{FEFF}' | '\u{AD}' => {}
            _ => tokens.push(Token::Unknown),
        }
        at += 1;
    }
    name_row(&mut row, &mut tokens);
    tokens
}
