//! The letters of TCVN3 and VNI, as they look where their bytes are read as Latin-1.

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

/// TCVN3 letters read as Latin-1, as Unicode; every other character stays.
///
/// Text in a capitals font (`.VnTimeH`) has the codes of small letters and comes out small.
pub(super) fn from_tcvn3(text: &str) -> String {
    text.chars()
        .map(|c| {
            // Nearly every letter: none of the codes is one of ASCII.
            if c.is_ascii() {
                return c;
            }
            let letter = TCVN3.chars().zip(TCVN3_LETTERS.chars()).find(|(code, _)| *code == c);
            letter.map_or(c, |(_, letter)| letter)
        })
        .collect()
}

/// VNI letters read as Latin-1, as Unicode; every other character stays.
pub(super) fn from_vni(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&base) = chars.get(at) {
        if let Some(letter) = second(&chars, at).and_then(|mark| vni_pair(base, mark)) {
            out.push(letter);
            at += 2;
            continue;
        }
        let single = || in_capitals_of(base, |c| find(VNI_SINGLE.0, VNI_SINGLE.1, c));
        out.push(if base.is_ascii() { base } else { single().unwrap_or(base) });
        at += 1;
    }
    out
}

/// The sign behind a place that may be a mark; no mark is one of ASCII.
fn second(chars: &[char], at: usize) -> Option<char> {
    chars.get(at + 1).copied().filter(|mark| !mark.is_ascii())
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
