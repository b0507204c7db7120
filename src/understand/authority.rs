//! Units of administration that are gone and stand in a plan as if they were there: "UBND huyện
//! Thanh Vân", "Phòng GDĐT", "UBND tỉnh Bắc Giang".
//!
//! Silent where a sentence says what they are now, and in the name of a text that is cited.

use super::citations;
use crate::plan::Reference;

/// What is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// As the sentence has it.
    pub words: String,
    /// Where it is now; none for a level that has nothing in its place.
    pub now: Option<String>,
}

/// A word by which a sentence may name an authority: what is asked of each word first.
#[must_use]
pub fn may_name_authority(word: &str) -> bool {
    const HEADS: [&str; 11] =
        ["ubnd", "ủy", "uỷ", "phòng", "pgd", "pgdđt", "pgd&đt", "sở", "tỉnh", "huyện", "quận"];
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.chars().count() <= 6 && {
        let lower = word.to_lowercase();
        HEADS.contains(&lower.as_str()) || lower == "thị"
    }
}

/// What a sentence names that is gone, in its order. Each is told once.
#[must_use]
pub fn gone_authorities(text: &str, reference: &Reference) -> Vec<Gone> {
    let mut found: Vec<Gone> = Vec::new();
    for sentence in text.split([';', '\n']) {
        if says_what_it_is_now(sentence) {
            continue;
        }
        let cited = citations(sentence).map(|(at, _)| at).next();
        let words: Vec<Word<'_>> = words_of(sentence);
        let mut at = 0;
        while at < words.len() {
            let Some((length, now)) = gone_at(&words, at, reference) else {
                at += 1;
                continue;
            };
            let from = words[at].at;
            let end = words[at + length - 1].end();
            let gone = Gone { words: sentence[from..end].trim_end_matches(END).to_owned(), now };
            if cited.is_none_or(|cited| from < cited) && !found.contains(&gone) {
                found.push(gone);
            }
            at += length;
        }
    }
    found
}

/// What may stand behind a word and is none of it.
const END: [char; 7] = [',', '.', ';', ':', ')', '”', '"'];

/// A word of a sentence.
struct Word<'a> {
    at: usize,
    text: &'a str,
    /// In small letters, without the marks around it.
    lower: String,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it can be a word of a name, and the name may go on behind it.
    fn is_name(&self) -> bool {
        let first = self.text.trim_start_matches(['(', '“', '"']).chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    }

    fn ends_phrase(&self) -> bool {
        self.text.ends_with(END)
    }
}

fn words_of(sentence: &str) -> Vec<Word<'_>> {
    sentence
        .split_whitespace()
        .map(|text| Word {
            at: text.as_ptr() as usize - sentence.as_ptr() as usize,
            text,
            lower: text
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
                .replace("uỷ", "ủy"),
        })
        .collect()
}

/// "nay là tỉnh Bắc Ninh", "huyện Thanh Vân cũ", "trước đây".
fn says_what_it_is_now(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    lower.contains("nay là")
        || lower.contains("trước đây")
        || lower.contains("nguyên là")
        || lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == "cũ")
}

/// How many words from here name something that is gone, and where it is now.
fn gone_at(
    words: &[Word<'_>],
    at: usize,
    reference: &Reference,
) -> Option<(usize, Option<String>)> {
    let lower = |index: usize| words.get(index).map_or("", |word| word.lower.as_str());
    let is = |index: usize, phrase: &[&str]| {
        phrase.iter().enumerate().all(|(offset, word)| lower(index + offset) == *word)
    };
    if let Some(length) = district_office(&is, lower(at), at) {
        let named = at + length;
        let name = unit_at(&is, named).map_or(0, |unit| unit + name_length(words, named + unit));
        return Some((length + name, None));
    }
    let committee = if is(at, &["ubnd"]) {
        1
    } else if is(at, &["ủy", "ban", "nhân", "dân"]) {
        4
    } else {
        0
    };
    let unit = at + committee;
    if let Some(length) = unit_at(&is, unit) {
        let name = name_length(words, unit + length);
        let stands = committee > 0 || stands_alone(words, at);
        return (stands && name > 0).then_some((committee + length + name, None));
    }
    let city = if is(unit, &["thành", "phố"]) { 2 } else { usize::from(is(unit, &["tp"])) };
    if committee > 0 && city > 0 {
        let name = name_length(words, unit + city);
        let stays = reference.cities.iter().any(|city_name| begins(words, unit + city, city_name));
        return (name > 0 && !stays).then_some((committee + city + name, None));
    }
    let office = education_office(&is, unit);
    let head = if committee > 0 { committee } else { office };
    let province = usize::from(is(at + head, &["tỉnh"]));
    if head + province == 0 || (head == 0 && !stands_alone(words, at)) {
        return None;
    }
    let name_at = at + head + province;
    reference.provinces.iter().find_map(|(name, now)| {
        let length = begins(words, name_at, name).then(|| name.split(' ').count())?;
        Some((head + province + length, Some(now.clone())))
    })
}

/// "Phòng GDĐT", "Phòng Giáo dục và Đào tạo", "PGD".
fn district_office(is: &dyn Fn(usize, &[&str]) -> bool, first: &str, at: usize) -> Option<usize> {
    if matches!(first, "pgd" | "pgdđt" | "pgd&đt" | "pgd-đt") {
        return Some(1);
    }
    if first != "phòng" {
        return None;
    }
    if ["gdđt", "gd&đt", "gd-đt", "gd"].iter().any(|short| is(at + 1, &[short])) {
        return Some(2);
    }
    is(at + 1, &["giáo", "dục", "và", "đào", "tạo"]).then_some(6)
}

/// How many words "Sở GDĐT" or "Sở Giáo dục và Đào tạo" has here.
fn education_office(is: &dyn Fn(usize, &[&str]) -> bool, at: usize) -> usize {
    if !is(at, &["sở"]) {
        0
    } else if ["gdđt", "gd&đt", "gd-đt"].iter().any(|short| is(at + 1, &[short])) {
        2
    } else if is(at + 1, &["giáo", "dục", "và", "đào", "tạo"]) {
        6
    } else {
        0
    }
}

/// How many words the kind of a unit that is gone has here: "quận", "thị xã".
fn unit_at(is: &dyn Fn(usize, &[&str]) -> bool, at: usize) -> Option<usize> {
    if is(at, &["huyện"]) || is(at, &["quận"]) {
        return Some(1);
    }
    (is(at, &["thị", "xã"]) || is(at, &["thị", "trấn"])).then_some(2)
}

/// How many words of a name stand here.
fn name_length(words: &[Word<'_>], at: usize) -> usize {
    let mut length = 0;
    for word in words.iter().skip(at).take(4) {
        let broken = at > 0 && words.get(at + length - 1).is_some_and(Word::ends_phrase);
        if broken || !word.is_name() {
            break;
        }
        length += 1;
    }
    length
}

/// Whether a name begins here, whatever its capitals.
fn begins(words: &[Word<'_>], at: usize, name: &str) -> bool {
    name.split(' ').enumerate().all(|(offset, part)| {
        words.get(at + offset).is_some_and(|word| {
            (part == "-" && word.text == "-") || word.lower == part.to_lowercase()
        })
    })
}

/// Whether a unit here is named for itself and is no part of another name ("Trường Tiểu học Thị
/// trấn Vôi").
fn stands_alone(words: &[Word<'_>], at: usize) -> bool {
    const BEFORE: [&str; 6] = ["của", "ở", "tại", "thuộc", "bàn", "với"];
    let Some(before) = at.checked_sub(1).and_then(|before| words.get(before)) else { return true };
    before.text.ends_with([',', '-', ':', '(']) || BEFORE.contains(&before.lower.as_str())
}
