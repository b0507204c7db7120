//! The rules, one a file.

mod amended;
mod archive;
mod authority;
mod capitals;
mod character;
mod citation;
mod content;
mod council;
mod criterion_twice;
mod criterion_words;
mod crowded;
mod date;
mod doubled_word;
mod empty;
mod end_mark;
mod field_value;
mod fill_word;
mod gone;
mod letters;
mod marks;
mod motto;
mod noted;
mod number;
mod place;
mod recipients;
mod reviews;
mod same_words;
mod school;
mod school_kind;
mod signer;
mod standard_name;
mod symbol;
mod team;
mod time;
mod title;
mod typed_number;
mod unknown_criterion;
mod unwritten;
mod years;

use super::rule::Rule;
use super::{FindingKind, Fix, Severity, Source};

pub use end_mark::with_end_mark;

/// All rules. Findings at one place come in this order.
pub(super) const ALL: &[Rule] = &[
    school::RULE,
    gone::GOVERNING_BODY,
    title::RULE,
    years::TITLE,
    capitals::RULE,
    content::RULE,
    crowded::RULE,
    empty::CELLS,
    number::BLANK,
    number::WITH_MORE,
    symbol::SPACE,
    symbol::KIND,
    place::RULE,
    date::BLANK,
    date::IMPOSSIBLE,
    years::DATE,
    years::AHEAD,
    standard_name::CATALOGUE,
    standard_name::RULE,
    unknown_criterion::RULE,
    criterion_twice::RULE,
    criterion_words::OTHER_NAME,
    criterion_words::OTHER_STANDARD,
    criterion_words::SPACE,
    empty::ROW,
    character::RULE,
    fill_word::RULE,
    field_value::RULE,
    empty::FIELD,
    same_words::EVERY_ROW,
    same_words::WEAKNESS,
    same_words::LEVEL,
    time::NOT_UNDERSTOOD,
    time::BACKWARDS,
    time::BEFORE_PLAN,
    time::GOES_ON,
    years::RESULT,
    years::SENTENCE,
    years::REPORT,
    citation::OLD,
    citation::HYPHEN,
    gone::UNIT,
    council::RULE,
    school_kind::RULE,
    team::RULE,
    typed_number::HEADING,
    typed_number::POINT,
    typed_number::SKIPS,
    motto::RULE,
    letters::SYLLABLES,
    letters::FOREIGN_LETTERS,
    letters::MARKS_APART,
    doubled_word::RULE,
    marks::DOUBLED,
    marks::SPACED,
    marks::OPEN,
    end_mark::RULE,
    unwritten::RULE,
    authority::SPACE,
    authority::DEPUTY,
    authority::DEGREE,
    signer::RULE,
    recipients::RULE,
    archive::COLON,
    archive::MISSING,
    archive::NOT_LAST,
    amended::DAMAGED,
    amended::RULE,
    reviews::YEAR_END,
    reviews::EARLY_REVIEW,
    noted::PROOF,
    noted::LATE,
];
