//! The order of the Vietnamese alphabet, tones and people's names.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

fn collator() -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    COLLATOR
        .get_or_init(|| Collator::try_new(locale!("vi").into(), CollatorOptions::default()).ok())
        .as_ref()
}

/// The order of two texts: a ă â b c d đ e ê …, then the tones ngang, huyền, hỏi, ngã, sắc, nặng.
///
/// Only texts that are the same are equal.
///
/// ```
/// assert!(caitien::words::compare("dân", "đá").is_lt());
/// assert!(caitien::words::compare("má", "mạ").is_lt());
/// ```
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    collator().map_or(Ordering::Equal, |collator| collator.compare(a, b)).then_with(|| a.cmp(b))
}

/// The order of two people: by the last word of the name, then by the whole.
///
/// ```
/// assert!(caitien::words::compare_people("Trần Văn An", "Lê Thị Bình").is_lt());
/// ```
#[must_use]
pub fn compare_people(a: &str, b: &str) -> Ordering {
    let last = |name: &str| name.split_whitespace().next_back().unwrap_or_default().to_owned();
    compare(&last(a), &last(b)).then_with(|| compare(a, b))
}
