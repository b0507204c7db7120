//! A time phrase cut into numbers, known words and marks.

use super::words::{LINE_END, name_row, split_word};
use crate::words;

/// More characters than this are no time phrase: hostile text costs no more than a long one.
const LONGEST: usize = 2_000;

/// One piece of a time phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits: their value and how many there are (4 for a year).
    Number(u16, u8),
    /// I to XII.
    Roman(u8),
    /// "-", "–", "→" and every other dash.
    Dash,
    /// "/", or a point between two digits.
    Slash,
    /// What parts two phrases: , ; or a full stop inside.
    Comma,
    /// ":".
    Colon,
    /// "(" or "[".
    Open,
    /// ")" or "]".
    Close,
    /// The end of a line.
    Break,
    /// "…", "...": what follows is left open.
    Dots,
    /// "và", "&", "+".
    And,
    /// tháng, Th9.
    Month,
    /// T9, or thứ Hai written T2.
    Tee,
    /// ngày.
    Day,
    /// năm.
    Year,
    /// "năm sau", the second calendar year of the school year.
    NextYear,
    /// năm học, NH.
    SchoolYear,
    /// học kỳ, HK, kỳ.
    Term,
    /// quý, Q1.
    Quarter,
    /// tuần.
    Week,
    /// thứ Hai, Chủ nhật.
    Weekday,
    /// "thứ" before its number.
    Nth,
    /// sáng, chiều, tối.
    PartOfDay,
    /// "h", "giờ" after its number.
    Clock,
    /// "phút".
    Minute,
    /// An hour with its minutes.
    Hour,
    /// hè.
    Summer,
    /// giai đoạn, lộ trình, nhiệm kỳ.
    Phase,
    /// "đợt", before its number or a day.
    Round,
    /// "nửa đầu năm" (true), "nửa cuối năm".
    HalfYear(bool),
    /// thượng tuần, trung tuần, hạ tuần: 0 to 2.
    Third(u8),
    /// đầu.
    First,
    /// cuối.
    Last,
    /// từ, kể từ, bắt đầu, không sớm hơn.
    From,
    /// đến, đến hết, tới, chậm nhất.
    Until,
    /// trước.
    Before,
    /// sau.
    After,
    /// hoàn thành, xong.
    Finish,
    /// hằng, hàng, mỗi, từng.
    Each,
    /// lần, buổi, lượt.
    Times,
    /// thường xuyên, liên tục.
    Ongoing,
    /// hằng ngày.
    Daily,
    /// "trở đi" after a beginning.
    Onwards,
    /// "và các năm tiếp theo" after a year.
    FollowingYears,
    /// "trừ" before what is left out.
    Except,
    /// "khi có yêu cầu", "đột xuất": beside what comes back.
    OnDemand,
    /// What is done then: rà soát, nghiệm thu.
    Act,
    /// As [`Self::Act`], in brackets: a date of its own, beside the work's.
    Note,
    /// A day with a name and no fixed date: khai giảng, Tết.
    Event,
    /// "đạt Mức 2" at the end.
    Goal,
    /// A word that changes nothing: trong, vào.
    Filler,
    /// Any other word: it may name work, but no time.
    Word,
    /// A word that turns what is said: không, nếu, trừ, khoảng.
    Turn,
    /// Anything else: the phrase is not understood.
    Unknown,
}

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
