//! One name for one role, whatever short form it is typed in.

use std::borrow::Cow;

use crate::plan::Abbreviation;
use crate::words;

/// One name for one role: "PHT", "Phó HT" and "phó hiệu trưởng" are "Phó Hiệu trưởng".
///
/// The school's own abbreviations win over those the program knows. What is
/// no abbreviation stays as typed, with single spaces.
///
/// ```
/// use caitien::understand::canonical_person;
/// assert_eq!(canonical_person("PHT", &[]), "Phó Hiệu trưởng");
/// assert_eq!(canonical_person("NV Thư viện", &[]), "Nhân viên Thư viện");
/// ```
#[must_use]
pub fn canonical_person(name: &str, own: &[Abbreviation]) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(long) = long_form(&name, own) {
        return long.into_owned();
    }
    let mut parts: Vec<Cow<'_, str>> = Vec::new();
    for word in name.split(' ') {
        // "KT. Hiệu trưởng" signs for another and is no accountant.
        parts.push(short_form(word, own).map_or(Cow::Borrowed(word), Cow::Owned));
    }
    let expanded = parts.join(" ");
    long_form(&expanded, own).map_or(expanded.clone(), Cow::into_owned)
}

/// The whole name in the table, as a short form or as a long one.
fn long_form<'a>(name: &str, own: &'a [Abbreviation]) -> Option<Cow<'a, str>> {
    if let Some(long) = short_form(name, own) {
        return Some(Cow::Owned(long));
    }
    let folded = words::fold(name);
    let folded = if folded == "phu huynh hoc sinh" || folded == "phu huynh" {
        words::fold("Cha mẹ học sinh")
    } else {
        folded
    };
    let own = own.iter().map(|known| known.long.as_str());
    own.chain(words::BUILT_IN.iter().map(|(_, long)| *long))
        .find(|long| !long.is_empty() && words::fold(long) == folded)
        .map(Cow::Borrowed)
}

/// What a short form stands for; capitals count, so that "kt" is no Kế toán.
fn short_form(word: &str, own: &[Abbreviation]) -> Option<String> {
    let known = own.iter().find(|known| !known.short.is_empty() && known.short == word);
    known.map(|known| known.long.clone()).or_else(|| words::expand_word(word).map(str::to_owned))
}
