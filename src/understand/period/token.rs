//! A time phrase cut into numbers, known words and marks.

use crate::words;

/// One piece of a time phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits: their value and how many there are (4 for a year).
    Number(u16, u8),
    /// I to IV.
    Roman(u8),
    /// "-", "–" and every other dash.
    Dash,
    /// "/", or a point between two digits.
    Slash,
    /// What parts two phrases: , ; ( ) or a full stop inside.
    Comma,
    /// "và", "&".
    And,
    /// tháng, T9.
    Month,
    /// ngày.
    Day,
    /// năm.
    Year,
    /// năm học, NH.
    SchoolYear,
    /// học kỳ, HK, kỳ.
    Term,
    /// quý, Q1.
    Quarter,
    /// tuần.
    Week,
    /// hè.
    Summer,
    /// giai đoạn.
    Phase,
    /// đầu.
    First,
    /// cuối.
    Last,
    /// từ, kể từ, bắt đầu.
    From,
    /// đến, đến hết, tới, chậm nhất.
    Until,
    /// trước.
    Before,
    /// sau.
    After,
    /// hằng, hàng, mỗi, từng.
    Each,
    /// lần.
    Times,
    /// thường xuyên, liên tục.
    Ongoing,
    /// "trở đi", "đi" after a beginning.
    Onwards,
    /// A word that changes nothing: trong, vào, thực hiện, hoàn thành.
    Filler,
    /// Anything else: the phrase is not understood.
    Unknown,
}

/// Longer phrases first: a word of them may mean something else alone.
const PHRASES: &[(&[&str], Token)] = &[
    (&["kể", "từ"], Token::From),
    (&["bắt", "đầu", "từ"], Token::From),
    (&["bắt", "đầu"], Token::From),
    (&["từ", "nay", "đến", "hết"], Token::Until),
    (&["từ", "nay", "đến"], Token::Until),
    (&["cho", "đến", "hết"], Token::Until),
    (&["cho", "đến"], Token::Until),
    (&["đến", "hết"], Token::Until),
    (&["tới", "hết"], Token::Until),
    (&["chậm", "nhất", "là"], Token::Until),
    (&["chậm", "nhất"], Token::Until),
    (&["muộn", "nhất", "là"], Token::Until),
    (&["muộn", "nhất"], Token::Until),
    (&["không", "muộn", "hơn"], Token::Until),
    (&["không", "quá"], Token::Until),
    (&["hạn", "chót"], Token::Until),
    (&["hạn", "cuối"], Token::Until),
    (&["kết", "thúc"], Token::Until),
    (&["ngay", "từ"], Token::From),
    (&["ngay", "đầu"], Token::First),
    (&["ngay", "trong"], Token::Filler),
    (&["trở", "đi"], Token::Onwards),
    (&["năm", "học"], Token::SchoolYear),
    (&["nam", "hoc"], Token::SchoolYear),
    (&["học", "kỳ"], Token::Term),
    (&["học", "kì"], Token::Term),
    (&["hoc", "ky"], Token::Term),
    (&["hoc", "ki"], Token::Term),
    (&["giai", "đoạn"], Token::Phase),
    (&["giai", "doan"], Token::Phase),
    (&["nghỉ", "hè"], Token::Summer),
    (&["mùa", "hè"], Token::Summer),
    (&["thường", "xuyên"], Token::Ongoing),
    (&["thuong", "xuyen"], Token::Ongoing),
    (&["liên", "tục"], Token::Ongoing),
    (&["lien", "tuc"], Token::Ongoing),
    (&["quanh", "năm"], Token::Ongoing),
    (&["hằng", "ngày"], Token::Ongoing),
    (&["hàng", "ngày"], Token::Ongoing),
    (&["định", "kỳ"], Token::Filler),
    (&["định", "kì"], Token::Filler),
    (&["thực", "hiện"], Token::Filler),
    (&["hoàn", "thành"], Token::Filler),
    (&["thời", "gian"], Token::Filler),
    (&["thời", "điểm"], Token::Filler),
    (&["thời", "hạn"], Token::Filler),
    (&["dự", "kiến"], Token::Filler),
    (&["toàn", "bộ"], Token::Filler),
    (&["xuyên", "suốt"], Token::Filler),
];

fn word(word: &str) -> Token {
    match word {
        "tháng" | "thang" | "t" => Token::Month,
        "ngày" | "ngay" => Token::Day,
        "năm" | "nam" => Token::Year,
        "nh" => Token::SchoolYear,
        "hk" | "kỳ" | "kì" => Token::Term,
        "quý" | "quí" | "quy" | "q" => Token::Quarter,
        "tuần" | "tuan" => Token::Week,
        "hè" => Token::Summer,
        "gđ" => Token::Phase,
        "đầu" | "dau" => Token::First,
        "cuối" | "cuoi" => Token::Last,
        "từ" | "tu" => Token::From,
        "đến" | "den" | "tới" | "toi" | "hết" | "het" | "hạn" => Token::Until,
        "trước" | "truoc" => Token::Before,
        "sau" => Token::After,
        "hằng" | "hàng" | "hang" | "mỗi" | "moi" | "từng" => Token::Each,
        "lần" | "lan" => Token::Times,
        "và" | "va" => Token::And,
        "i" => Token::Roman(1),
        "ii" => Token::Roman(2),
        "iii" => Token::Roman(3),
        "iv" => Token::Roman(4),
        "một" => Token::Number(1, 1),
        "hai" => Token::Number(2, 1),
        "ba" => Token::Number(3, 1),
        "tư" => Token::Number(4, 1),
        "sáu" => Token::Number(6, 1),
        "bảy" => Token::Number(7, 1),
        "tám" => Token::Number(8, 1),
        "chín" => Token::Number(9, 1),
        "mười" => Token::Number(10, 2),
        "trong" | "vào" | "các" | "cả" | "suốt" | "toàn" | "dịp" | "đợt" | "là" | "của" => {
            Token::Filler
        }
        _ => Token::Unknown,
    }
}

/// The pieces of a text, in order; a full stop at the end is nothing.
pub(super) fn cut(text: &str) -> Vec<Token> {
    let text = words::nfc(text).to_lowercase();
    let chars: Vec<char> = words::nfc(&text).chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut tokens = Vec::new();
    // Where the text begins with a dash, so does every point of its list.
    let is_list = chars.iter().find(|c| !c.is_whitespace()).is_some_and(|c| words::is_dash(*c));
    // Words wait here until something else ends their row.
    let mut row: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c.is_alphabetic() {
            let end = (at..chars.len()).find(|&i| !chars[i].is_alphabetic());
            let end = end.unwrap_or(chars.len());
            split_word(chars[at..end].iter().collect(), &mut row);
            at = end;
            continue;
        }
        if c.is_whitespace() {
            if c == '\n' && is_list {
                name(&mut row, &mut tokens);
                tokens.push(Token::Comma);
            }
            at += 1;
            continue;
        }
        name(&mut row, &mut tokens);
        if c.is_ascii_digit() {
            let end = (at..chars.len()).find(|&i| !digit(i)).unwrap_or(chars.len());
            let digits: String = chars[at..end].iter().collect();
            tokens.push(match (digits.parse(), u8::try_from(digits.len())) {
                (Ok(value), Ok(length)) if length <= 4 => Token::Number(value, length),
                _ => Token::Unknown,
            });
            at = end;
            continue;
        }
        match c {
            c if words::is_dash(c) => tokens.push(Token::Dash),
            '/' => tokens.push(Token::Slash),
            '.' if at > 0 && digit(at - 1) && digit(at + 1) => tokens.push(Token::Slash),
            '.' | ',' | ';' | '(' | ')' | '[' | ']' => tokens.push(Token::Comma),
            '&' => tokens.push(Token::And),
            ':' | '"' | '“' | '”' | '•' | '\u{200B}' | '\u{FEFF}' | '\u{AD}' => {}
            _ => tokens.push(Token::Unknown),
        }
        at += 1;
    }
    name(&mut row, &mut tokens);
    tidy(&tokens)
}

/// "hki" is "hk" and "i"; any other word stays whole.
fn split_word(word: String, row: &mut Vec<String>) {
    let roman = word.strip_prefix("hk").filter(|rest| matches!(*rest, "i" | "ii"));
    match roman {
        Some(roman) => row.extend(["hk".to_owned(), roman.to_owned()]),
        None => row.push(word),
    }
}

fn name(row: &mut Vec<String>, tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < row.len() {
        let rest = &row[at..];
        let phrase = PHRASES.iter().find(|(phrase, _)| {
            phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(want, is)| want == is)
        });
        if let Some((phrase, token)) = phrase {
            tokens.push(*token);
            at += phrase.len();
        } else {
            tokens.push(word(&rest[0]));
            at += 1;
        }
    }
    row.clear();
}

/// Without bullets, fillers, and commas at the ends or in a row.
fn tidy(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for &token in tokens {
        let skip = match token {
            Token::Filler => true,
            Token::Comma => matches!(out.last(), None | Some(Token::Comma)),
            // The bullet of a list.
            Token::Dash => matches!(out.last(), None | Some(Token::Comma)),
            _ => false,
        };
        if !skip {
            out.push(token);
        }
    }
    while out.last() == Some(&Token::Comma) {
        out.pop();
    }
    out
}
