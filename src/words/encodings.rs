//! Texts from old Word files: TCVN3 (the fonts `.VnTime`) and VNI, read as Latin-1.
//!
//! Convert before [`super::clean_paste`]: in TCVN3 the soft hyphen is the letter ư.

/// TCVN 5712 VN3 letters as they look in Latin-1, beside what they are.
const TCVN3: &str =
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u{AD}øõö÷ùýúûüþ¡¢§£¤¥¦";
const TCVN3_LETTERS: &str =
    "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ";

/// A base letter with its mark in VNI, beside what they are; single letters follow.
const VNI: &[(&str, &str, &str)] = &[
    ("a", "ùøûõïêéèúüëâáàåãä", "áàảãạăắằẳẵặâấầẩẫậ"),
    ("e", "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    ("o", "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ("ô", "ùøûõï", "ớờởỡợ"),
    ("u", "ùøûõï", "úùủũụ"),
    ("ö", "ùøûõï", "ứừửữự"),
    ("y", "ùøûõ", "ýỳỷỹ"),
];
const VNI_SINGLE: (&str, &str) = ("ñôöíìæóòî", "đơưíìỉĩịỵ");

/// Whether a text looks like TCVN3 letters read as Latin-1: "KÕ ho¹ch".
///
/// It must hold a sign that stands for a letter inside a word, and no letter
/// that only Unicode has.
///
/// ```
/// use caitien::words::encodings::{from_tcvn3, looks_like_tcvn3};
/// assert!(looks_like_tcvn3("KÕ ho¹ch"));
/// assert!(!looks_like_tcvn3("Kế hoạch «A»"));
/// assert_eq!(from_tcvn3("KÕ ho¹ch"), "Kế hoạch");
/// ```
#[must_use]
pub fn looks_like_tcvn3(text: &str) -> bool {
    if has_unicode_letters(text) {
        return false;
    }
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).enumerate().any(|(at, pair)| {
        let (left, sign) = (pair[0], pair[1]);
        // Signs, not letters: letters may be plain French or Vietnamese.
        let is_sign = matches!(sign, '\u{A1}'..='\u{BE}' | '×' | '÷')
            && sign != '\u{AD}'
            && TCVN3.contains(sign);
        let right = chars.get(at + 2).is_some_and(char::is_ascii_alphabetic);
        // « and » may be quotes, ® and © stand after a name.
        let alone = matches!(sign, '¸' | 'µ' | '¶' | '¨' | '¬' | '«' | '¼' | '½' | '¾' | '×');
        left.is_ascii_alphabetic() && is_sign && (right || alone)
    })
}

/// TCVN3 letters read as Latin-1, as Unicode; every other character stays.
///
/// Text in a capitals font (`.VnTimeH`) has the codes of small letters and comes out small.
#[must_use]
pub fn from_tcvn3(text: &str) -> String {
    text.chars()
        .map(|c| {
            let letter = TCVN3.chars().zip(TCVN3_LETTERS.chars()).find(|(code, _)| *code == c);
            letter.map_or(c, |(_, letter)| letter)
        })
        .collect()
}

/// Whether a text looks like VNI letters read as Latin-1: "Keá hoaïch".
///
/// ```
/// use caitien::words::encodings::{from_vni, looks_like_vni};
/// assert!(looks_like_vni("Keá hoaïch"));
/// assert_eq!(from_vni("Keá hoaïch"), "Kế hoạch");
/// assert!(!looks_like_vni("hoà bình"));
/// ```
#[must_use]
pub fn looks_like_vni(text: &str) -> bool {
    if has_unicode_letters(text) || looks_like_tcvn3(text) {
        return false;
    }
    let lower: Vec<char> = text.to_lowercase().chars().collect();
    // Pairs that no language writes beside "hoà", "Zoë" or "naïve".
    let strong = lower.windows(2).filter(|pair| {
        let marks = match pair[0] {
            'a' => "ùøûõïéèúüëâáàåãä",
            'e' => "ùøûõáàåãä",
            'o' => "øûõïâåä",
            'ô' | 'ö' => "ùøûõï",
            'u' => "øûõï",
            _ => return false,
        };
        marks.contains(pair[1])
    });
    // A word that begins with ñ is one with đ.
    let begins = |at: usize| at == 0 || !lower[at - 1].is_alphabetic();
    let needed = if (0..lower.len()).any(|at| lower[at] == 'ñ' && begins(at)) { 1 } else { 2 };
    strong.count() >= needed
}

/// VNI letters read as Latin-1, as Unicode; every other character stays.
#[must_use]
pub fn from_vni(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&base) = chars.get(at) {
        if let Some(letter) = chars.get(at + 1).and_then(|mark| vni_pair(base, *mark)) {
            out.push(letter);
            at += 2;
            continue;
        }
        out.push(in_capitals_of(base, |c| find(VNI_SINGLE.0, VNI_SINGLE.1, c)).unwrap_or(base));
        at += 1;
    }
    out
}

fn vni_pair(base: char, mark: char) -> Option<char> {
    let mark = one_lower(mark);
    in_capitals_of(base, |base| {
        let row = VNI.iter().find(|(known, ..)| known.starts_with(base))?;
        find(row.1, row.2, mark)
    })
}

/// What a rule gives for a letter, capital if the letter was.
fn in_capitals_of(c: char, rule: impl Fn(char) -> Option<char>) -> Option<char> {
    let found = rule(one_lower(c))?;
    if c.is_uppercase() { found.to_uppercase().next() } else { Some(found) }
}

fn one_lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn find(codes: &str, letters: &str, c: char) -> Option<char> {
    codes.chars().zip(letters.chars()).find(|(code, _)| *code == c).map(|(_, letter)| letter)
}

/// Letters that no Latin-1 text has: ă, ế, or marks that stand alone.
fn has_unicode_letters(text: &str) -> bool {
    text.chars().any(|c| c > '\u{FF}' && (c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(&c)))
}
