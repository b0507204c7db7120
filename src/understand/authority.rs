//! Units of administration that are gone and stand in a plan as if they were there: "UBND huyện
//! Thanh Vân", "Phòng GDĐT", "UBND tỉnh Bắc Giang".
//!
//! Silent where a sentence says what they are now, and in the name of a text that is cited.

use std::cell::LazyCell;

use super::citations;
use super::mentions::{Aside, NamedYear, years_named};
use crate::plan::Reference;
use crate::words::letters as plain;

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
    const HEADS: [&str; 13] = [
        "ubnd", "hđnd", "ủy", "uỷ", "dân", "phòng", "p", "sở", "tỉnh", "huyện", "quận", "thị",
        "phố",
    ];
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.len() <= 12 && {
        let lower = word.to_lowercase();
        HEADS.contains(&lower.as_str())
            || ["pgd", "p.gd", "tp", "gd"].iter().any(|head| lower.starts_with(head))
    }
}

/// What a sentence names that is gone, in its order. Each is told once.
#[must_use]
pub fn gone_authorities(text: &str, reference: &Reference) -> Vec<Gone> {
    let mut found: Vec<Gone> = Vec::new();
    for sentence in text.split([';', '\n']) {
        let phrase = Phrase { words: words_of(sentence), reference };
        // Few sentences name anything that is gone: the rest is asked of those alone.
        let now_told = LazyCell::new(|| !tells_of_before(sentence, reference));
        let cited = LazyCell::new(|| citations(sentence).map(|(at, _)| at).next());
        let mut at = 0;
        while at < phrase.words.len() {
            let Some((length, now)) = phrase.gone_at(at) else {
                at += 1;
                continue;
            };
            let from = phrase.words[at].at;
            let end = phrase.words[at + length - 1].end();
            let words = sentence[from..end].trim_end_matches(END).to_owned();
            let gone = Gone { words, now };
            // "huyện Thanh Vân cũ", "UBND huyện (cũ)"
            let old = (at..at + length + 2).any(|index| phrase.key(index) == "cũ");
            if !old && *now_told && cited.is_none_or(|cited| from < cited) && !found.contains(&gone)
            {
                found.push(gone);
            }
            at += length;
        }
    }
    found
}

/// What may stand behind a word and is none of it.
const END: [char; 7] = [',', '.', ';', ':', ')', '”', '"'];

/// Short names of units, with which "UBND" or "Phòng" goes on: "Q.3", "TX. Sơn Tây".
const SHORT: [&str; 5] = ["q", "h", "tx", "tt", "tp"];

/// A word of a sentence.
struct Word<'a> {
    at: usize,
    text: &'a str,
    /// In small letters, without the marks around it.
    lower: String,
}

impl<'a> Word<'a> {
    fn of(sentence: &str, text: &'a str) -> Self {
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase().replace("uỷ", "ủy");
        Self { at: text.as_ptr() as usize - sentence.as_ptr() as usize, text, lower }
    }

    fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it can be a word of a name, and the name may go on behind it.
    fn is_name(&self) -> bool {
        let first = self.text.trim_start_matches(['(', '“', '"']).chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    }

    fn ends_phrase(&self) -> bool {
        let short = self.lower == "p" || SHORT.contains(&self.lower.as_str());
        self.text.ends_with(END) && !(short && self.text.ends_with('.'))
    }
}

/// The words of a sentence; "TP.Vinh" and "Q.3" are two.
fn words_of(sentence: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for mut text in sentence.split_whitespace() {
        if let Some((head, rest)) = text.split_once('.') {
            let short = head.trim_start_matches(['(', '“', '"', '-']).to_lowercase();
            let known = short == "p" || SHORT.contains(&short.as_str());
            if known && rest.starts_with(char::is_alphanumeric) {
                words.push(Word::of(sentence, &text[..=head.len()]));
                text = rest;
            }
        }
        words.push(Word::of(sentence, text));
    }
    words
}

/// "nay là tỉnh Bắc Ninh", "trước sáp nhập"; or a year in which what is named still was: "năm 2023
/// được UBND huyện tặng Giấy khen".
fn tells_of_before(sentence: &str, reference: &Reference) -> bool {
    const TOLD: [&str; 7] =
        ["nay là", "nay thuộc", "trước đây", "nguyên là", "sáp nhập", "hợp nhất", "giải thể"];
    let lower = sentence.to_lowercase();
    let until = reference.districts_until.map_or(0, jiff::civil::Date::year);
    TOLD.iter().any(|told| lower.contains(told))
        || years_named(sentence).iter().any(|named| {
            let (NamedYear::School(year) | NamedYear::OfDate(year) | NamedYear::Alone(year)) =
                named.year;
            let number = sentence[named.at.end..].starts_with('/');
            let dated = matches!(named.year, NamedYear::OfDate(_)) && !number;
            year < until && (dated || named.aside != Some(Aside::Cited))
        })
}

/// Whether what is looked for may begin with this word, in small letters.
fn begins_authority(word: &str) -> bool {
    const HEADS: [&str; 17] = [
        "ubnd", "hđnd", "ủy", "hội", "huyện", "quận", "thị", "q", "h", "tx", "tt", "thành", "tp",
        "sở", "tỉnh", "phòng", "p",
    ];
    HEADS.contains(&word) || word.starts_with("pg") || word.starts_with("p.g")
}

/// The words of a sentence, and what is gone.
struct Phrase<'a> {
    words: Vec<Word<'a>>,
    reference: &'a Reference,
}

impl Phrase<'_> {
    fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.key(at + offset) == *word)
    }

    /// How many words the first of these has that stands here.
    fn one_of(&self, at: usize, all: &[&[&str]]) -> usize {
        all.iter().find(|words| self.is(at, words)).map_or(0, |words| words.len())
    }

    /// How many words from here name something that is gone, and where it is now.
    fn gone_at(&self, at: usize) -> Option<(usize, Option<String>)> {
        const COMMITTEES: [&[&str]; 4] =
            [&["ubnd"], &["hđnd"], &["ủy", "ban", "nhân", "dân"], &["hội", "đồng", "nhân", "dân"]];
        const BODIES: [&[&str]; 5] = [
            &["huyện", "ủy"],
            &["quận", "ủy"],
            &["thị", "ủy"],
            &["huyện", "đoàn"],
            &["quận", "đoàn"],
        ];
        const UNITS: [&[&str]; 4] = [&["huyện"], &["quận"], &["thị", "xã"], &["thị", "trấn"]];
        const SHORT_UNITS: [&[&str]; 4] = [&["q"], &["h"], &["tx"], &["tt"]];
        const CITIES: [&[&str]; 2] = [&["thành", "phố"], &["tp"]];
        if !begins_authority(self.key(at)) {
            return None;
        }
        let office = self.district_office(at);
        let whole = if office > 0 { office } else { self.one_of(at, &BODIES) };
        let unit_at = |at| {
            let unit = self.one_of(at, &UNITS);
            if unit > 0 { unit } else { self.one_of(at, &SHORT_UNITS) }
        };
        if whole > 0 {
            let unit = unit_at(at + whole);
            return Some((whole + unit + self.name_length(at + whole + unit), None));
        }
        let committee = self.one_of(at, &COMMITTEES);
        let unit = at + committee;
        let length = if committee > 0 { unit_at(unit) } else { self.one_of(unit, &UNITS) };
        if length > 0 {
            let name = self.name_length(unit + length);
            let stands = committee > 0 || name > 0 && self.stands_alone(at);
            return stands.then_some((committee + length + name, None));
        }
        // "TP." alone may be a person: "tổ phó".
        let city = self.one_of(unit, if committee > 0 { &CITIES } else { &CITIES[..1] });
        if city > 0 {
            let name = self.name_length(unit + city);
            let stays = self.reference.cities.iter().any(|one| self.begins(unit + city, one) > 0);
            let stands = committee > 0 || self.stands_alone(at);
            return (name > 0 && !stays && stands).then_some((committee + city + name, None));
        }
        let head = if committee > 0 { committee } else { self.office(at) };
        let province = usize::from(self.is(at + head, &["tỉnh"]));
        if head + province == 0 || (head == 0 && !self.stands_alone(at)) {
            return None;
        }
        let name_at = at + head + province;
        self.reference.provinces.iter().find_map(|(name, now)| {
            let length = self.begins(name_at, name);
            (length > 0).then(|| (head + province + length, Some(now.clone())))
        })
    }

    /// How many words name the office for education of a district here, as people write it: "Phòng
    /// GD&ĐT", "Phòng Giáo dục - Đào tạo", "PGD". A room for physical education is none.
    fn district_office(&self, at: usize) -> usize {
        let short = plain(self.key(at));
        if short == "pgd" || short == "pgddt" {
            return 1;
        }
        if !matches!(self.key(at), "phòng" | "p") {
            return 0;
        }
        let mut joined = String::new();
        let mut alone = 0;
        for length in 1..=5 {
            let Some(word) = self.words.get(at + length) else { break };
            if word.lower != "và" {
                joined.push_str(&plain(&word.lower));
            }
            if joined == "gddt" || joined == "giaoducdaotao" {
                return length + 1;
            }
            if joined == "gd" || joined == "giaoduc" {
                let next = self.words.get(at + length + 1);
                let ends = next.is_none_or(|next| next.text.starts_with('('));
                let of = ["huyện", "quận", "thị", "tx", "tp"];
                let named = next.is_some_and(|next| of.contains(&next.lower.as_str()));
                alone = if ends || named || word.ends_phrase() { length + 1 } else { alone };
            }
            if word.ends_phrase() || joined.len() > 13 {
                break;
            }
        }
        alone
    }

    /// How many words the office of a province has here, before its name: "Sở Tài chính".
    fn office(&self, at: usize) -> usize {
        if self.key(at) != "sở" {
            return 0;
        }
        let of_unit = |at: usize| {
            self.key(at) == "tỉnh"
                || self.reference.provinces.iter().any(|(name, _)| self.begins(at, name) > 0)
        };
        for length in 1..=7 {
            if of_unit(at + length) {
                return length;
            }
            let ends = self.words.get(at + length).is_none_or(Word::ends_phrase);
            let key = self.key(at + length);
            if ends || NAMED.contains(&key) || PLACES.contains(&key) {
                break;
            }
        }
        0
    }

    /// How many words of a name stand here.
    fn name_length(&self, at: usize) -> usize {
        let mut length = 0;
        for word in self.words.iter().skip(at).take(4) {
            let broken = at > 0 && self.words.get(at + length - 1).is_some_and(Word::ends_phrase);
            if broken || !word.is_name() {
                break;
            }
            length += 1;
        }
        length
    }

    /// How many words here are this name, however it is spelt; 0 where they are not.
    fn begins(&self, at: usize, name: &str) -> usize {
        // Of most names the first letter is another: only of the others all letters are compared.
        let first = |text: &str| {
            let letter = text.chars().next().and_then(|c| c.to_lowercase().next());
            letter.map(|c| if c == 'đ' { 'd' } else { c })
        };
        if first(self.key(at)) != first(name) {
            return 0;
        }
        let name = plain(name);
        let mut joined = String::new();
        for length in 1..=5 {
            let Some(word) = self.words.get(at + length - 1) else { break };
            joined.push_str(&plain(&word.lower));
            if joined == name {
                return length;
            }
            if !name.starts_with(&joined) || word.ends_phrase() {
                break;
            }
        }
        0
    }

    /// Whether a unit here is named for itself and is no part of another name ("Trường Tiểu học
    /// Thị trấn Vôi").
    fn stands_alone(&self, at: usize) -> bool {
        const LINKS: [&str; 10] =
            ["của", "ở", "tại", "thuộc", "bàn", "với", "trong", "toàn", "từ", "đến"];
        for index in (at.saturating_sub(5)..at).rev() {
            let word = &self.words[index];
            if word.ends_phrase() || word.text.ends_with('-') || LINKS.contains(&self.key(index)) {
                return true;
            }
            let our_school =
                |at| self.is(at, &["nhà", "trường"]) || self.is(at, &["các", "trường"]);
            if our_school(index) || index > 0 && our_school(index - 1) {
                continue;
            }
            // "xã Quận Cơ", "Lê Thị Huyện Trang"
            let place =
                word.is_name() && self.words[at].is_name() || PLACES.contains(&self.key(index));
            if index + 1 == at && place || NAMED.contains(&self.key(index)) {
                return false;
            }
        }
        true
    }
}

/// What a name with a unit in it begins with, some words before.
const NAMED: [&str; 15] = [
    "trường",
    "thcs",
    "thpt",
    "th",
    "tiểu",
    "mầm",
    "mn",
    "ptdtnt",
    "gdtx",
    "gdnn-gdtx",
    "tâm",
    "đẳng",
    "viện",
    "trạm",
    "nhà",
];
/// The same, right before it.
const PLACES: [&str; 9] = ["phường", "xã", "thôn", "đường", "phố", "cầu", "chợ", "ga", "cụm"];
