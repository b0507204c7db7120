//! Pieces of a phrase put in order: what carries no time is taken out, what could mean two
//! things is decided by its neighbours. Each pass goes over the pieces once.

use super::token::Token;

/// More pieces than this are no time phrase.
const MOST: usize = 160;

/// The pieces that the grammar reads.
pub(super) fn tidy(tokens: &[Token]) -> Vec<Token> {
    if tokens.len() > MOST {
        return vec![Token::Unknown];
    }
    let tokens = breaks(tokens);
    let tokens = pairs(&tokens);
    let tokens = weekdays(&tokens);
    let tokens = brackets(&tokens);
    let tokens = labels(&tokens);
    commas(&tokens)
}

/// The end of a line parts two phrases where one ends and another begins; else it is nothing.
/// Dots are nothing at the end of a phrase that is no list.
fn breaks(tokens: &[Token]) -> Vec<Token> {
    let is_list = tokens.iter().any(|token| matches!(token, Token::Comma | Token::And));
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for (at, &token) in tokens.iter().enumerate() {
        match token {
            Token::Break => {
                let ends = matches!(out.last(), Some(Token::Number(_, 4) | Token::Roman(_)));
                let begins = matches!(
                    tokens.get(at + 1),
                    Some(
                        Token::Month
                            | Token::Tee
                            | Token::Day
                            | Token::Term
                            | Token::Quarter
                            | Token::SchoolYear
                            | Token::Act
                            | Token::First
                            | Token::Last
                    )
                );
                if ends && begins {
                    out.push(Token::Comma);
                }
            }
            Token::Dots => {
                let at_end = tokens[at..]
                    .iter()
                    .all(|token| matches!(token, Token::Dots | Token::Break | Token::Comma));
                if !at_end || is_list {
                    out.push(Token::Unknown);
                }
            }
            token => out.push(token),
        }
    }
    out
}

/// Hours, weekdays by their number, "tháng năm", "đợt 2"; fillers go.
fn pairs(tokens: &[Token]) -> Vec<Token> {
    let tokens: Vec<Token> =
        tokens.iter().copied().filter(|token| *token != Token::Filler).collect();
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        let next = tokens.get(at + 1).copied();
        let then = tokens.get(at + 2).copied();
        let (made, length) = match (token, next) {
            // "thứ năm" is Thursday.
            (Token::Nth, Some(Token::Number(2..=7, _) | Token::Year)) => (Token::Weekday, 2),
            (Token::Nth, _) => (Token::Unknown, 1),
            (Token::Number(0..=24, _), Some(Token::Clock)) => {
                let minutes = matches!(then, Some(Token::Number(0..=59, 2)))
                    && !matches!(tokens.get(at + 3), Some(Token::Slash | Token::Month));
                let length = if minutes { 3 } else { 2 };
                let named = tokens.get(at + length) == Some(&Token::Minute);
                (Token::Hour, length + usize::from(named))
            }
            // "tháng năm" is May, where no year follows its "năm".
            (Token::Month, Some(Token::Year))
                if out.last() != Some(&Token::Each)
                    && matches!(
                        then,
                        None | Some(
                            Token::Comma
                                | Token::Year
                                | Token::Slash
                                | Token::Until
                                | Token::Dash
                                | Token::Close
                        )
                    ) =>
            {
                out.push(Token::Month);
                (Token::Number(5, 1), 2)
            }
            // "đợt 2: …" counts; "đợt 20/11" is the day.
            (Token::Round, Some(Token::Number(1..=9, _))) if then != Some(Token::Slash) => {
                let mark = matches!(then, Some(Token::Colon | Token::Dash));
                at += 2 + usize::from(mark);
                continue;
            }
            (Token::Round, _) => {
                at += 1;
                continue;
            }
            // "giai đoạn 1: 2025-2027".
            (Token::Phase, Some(Token::Number(1..=9, 1))) if then == Some(Token::Colon) => {
                (Token::Phase, 3)
            }
            (token, _) => (token, 1),
        };
        // "từ 7h30 đến 9h" is one stretch of hours.
        let joined = made == Token::Hour
            && matches!(out.as_slice(), [.., Token::Hour, Token::Dash | Token::Until]);
        if joined {
            out.pop();
        } else {
            out.push(made);
        }
        at += length;
    }
    hours(&out)
}

/// An hour before a day says nothing of the day; "trước 15 giờ ngày 25/12" is still in time
/// on that day.
fn hours(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for &token in tokens {
        if token != Token::Hour {
            out.push(token);
            continue;
        }
        if let Some(last @ Token::Before) = out.last_mut() {
            *last = Token::Until;
        }
    }
    out
}

/// "T2" is a weekday beside weeks, weekdays and parts of a day, else a month.
fn weekdays(tokens: &[Token]) -> Vec<Token> {
    let in_weeks =
        tokens.iter().any(|token| matches!(token, Token::Week | Token::Weekday | Token::PartOfDay));
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        match (token, tokens.get(at + 1)) {
            (Token::PartOfDay, _) => {}
            (Token::Tee, Some(Token::Number(number @ 2..=7, 1))) => {
                let dated = tokens.get(at + 2) == Some(&Token::Slash);
                // "T2 - T6", "T2 đến T7": days of the week, or months?
                let to = match tokens.get(at + 2..at + 5) {
                    Some(
                        &[Token::Dash | Token::Until, Token::Tee, Token::Number(to @ 6..=7, 1)],
                    ) if *number == 2 && tokens.get(at + 5) != Some(&Token::Slash) => Some(to),
                    _ => None,
                };
                if in_weeks && !dated {
                    out.push(Token::Weekday);
                    at += 2;
                    continue;
                }
                out.push(if to.is_some() { Token::Unknown } else { Token::Month });
            }
            (Token::Tee, _) => out.push(Token::Month),
            (token, _) => out.push(token),
        }
        at += 1;
    }
    out
}

/// Whether a piece only names work, so that without it the time is the same.
fn is_word(token: Token) -> bool {
    matches!(token, Token::Word | Token::Act | Token::Event | Token::Finish | Token::And)
}

/// A remark in brackets: words alone go; work with a date of its own becomes a note.
fn brackets(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        at += 1;
        match token {
            Token::Open => {
                let length = tokens[at..]
                    .iter()
                    .position(|token| matches!(token, Token::Open | Token::Close))
                    .filter(|end| tokens[at + end] == Token::Close);
                let Some(length) = length else {
                    out.push(Token::Comma);
                    continue;
                };
                let inner = &tokens[at..at + length];
                let plain = |token: &Token| {
                    is_word(*token) || matches!(token, Token::Comma | Token::Dash | Token::Weekday)
                };
                let stands_alone = out.is_empty()
                    || matches!(out.last(), Some(Token::Before | Token::After | Token::Until));
                if !stands_alone && inner.iter().all(plain) {
                    at += length + 1;
                    continue;
                }
                out.push(Token::Comma);
                if inner.first() == Some(&Token::Act) && !out.is_empty() {
                    out.push(Token::Note);
                    at += inner.iter().take_while(|token| is_word(**token)).count();
                    at += usize::from(tokens.get(at) == Some(&Token::Colon));
                }
            }
            Token::Close => out.push(Token::Comma),
            token => out.push(token),
        }
    }
    out
}

/// Takes out what stands before a colon as the name of work ("Khảo sát: tháng 9") and what
/// stands behind one ("Học kỳ I: khảo sát"). A colon after a time, before a time, stays.
fn labels(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        at += 1;
        if token != Token::Colon {
            out.push(token);
            continue;
        }
        let begins = out
            .iter()
            .rposition(|token| !is_word(*token) && *token != Token::Round)
            .map_or(0, |before| before + 1);
        let after_mark = begins == 0 || out[begins - 1] == Token::Comma;
        if begins < out.len() && after_mark {
            out.truncate(begins);
            continue;
        }
        let lead = matches!(
            out.last(),
            None | Some(
                Token::Comma
                    | Token::From
                    | Token::Until
                    | Token::Before
                    | Token::After
                    | Token::Phase
                    | Token::Finish
            )
        );
        if lead {
            continue;
        }
        let words = tokens[at..]
            .iter()
            .take_while(|token| is_word(**token) || **token == Token::Comma)
            .collect::<Vec<_>>();
        // A mark at their end parts them from what follows.
        let words = words.iter().rposition(|token| is_word(**token)).map_or(0, |last| last + 1);
        let ends = matches!(tokens.get(at + words), None | Some(Token::Comma));
        if ends {
            at += words;
        } else {
            out.push(Token::Colon);
        }
    }
    out
}

/// Without bullets, and without commas at the ends or in a row. "Hoàn thành" is the end of
/// work whose beginning was told ("bắt đầu tháng 9, hoàn thành tháng 12"), else nothing.
fn commas(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for &token in tokens {
        match token {
            Token::Comma if matches!(out.last(), None | Some(Token::Comma)) => {}
            // The bullet of a list.
            Token::Dash if matches!(out.last(), None | Some(Token::Comma)) => {}
            Token::Finish => {
                let ends = matches!(out.as_slice(), [Token::From, .., Token::Comma | Token::And]);
                if ends {
                    out.push(Token::Until);
                }
            }
            // "kết thúc chậm nhất", "hoàn thành đến hết".
            Token::Until if out.last() == Some(&Token::Until) => {}
            token => out.push(token),
        }
    }
    while out.last() == Some(&Token::Comma) {
        out.pop();
    }
    out
}
