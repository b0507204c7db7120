//! What a check looks up and a program cannot know by itself: what is no longer in force, which
//! units are gone, which words are meant.

use jiff::civil::Date;
use serde::Deserialize;

/// Facts of the country and its language that change without the program: data, never code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reference {
    /// Texts that were replaced.
    pub old_texts: Vec<OldText>,
    /// The last day of quận, huyện, thị xã, thị trấn and cities below a province.
    pub districts_until: Option<Date>,
    /// The cities that stayed.
    pub cities: Vec<String>,
    /// Provinces that went into another: the name, and where it is now.
    pub provinces: Vec<(String, String)>,
    /// The last day of Hội đồng trường in public schools.
    pub councils_until: Option<Date>,
    /// Words that are never meant twice in a row.
    pub doubled_words: Vec<String>,
    /// Where such a word ends one word and begins the next: "thiết kế kế".
    pub doubled_right: Vec<String>,
    /// Words of other languages that look like misspelt ones.
    pub loan_words: Vec<String>,
}

/// A text that another replaced.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OldText {
    /// "18/2018/TT-BGDĐT".
    pub number: String,
    /// The last day it was in force.
    pub until: Date,
    /// The number of the text in its place.
    pub by: String,
}

impl Reference {
    /// Reads one from its JSON.
    ///
    /// # Errors
    /// What serde says of a text that is none.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        super::json::read(text)
    }
}
