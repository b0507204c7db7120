//! Words that stand twice in a row.

/// Whether two words stand twice: "thực hiện thực hiện". "từng bước từng bước" is meant so.
#[must_use]
pub fn are_twice([one, two, three, four]: [&str; 4]) -> bool {
    const MEANT: [&str; 4] = ["từng", "ngày", "mỗi", "dần"];
    let letters = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    one.len() == three.len()
        && four.starts_with(two)
        && four.trim_end_matches(|c: char| !c.is_alphanumeric()) == two
        && (one == three || one.to_lowercase() == three)
        && one != two
        && letters(one)
        && letters(two)
        && !MEANT.contains(&three)
}
