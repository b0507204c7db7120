//! The short name of a piece of work.

use crate::plan::{Dossier, Item, Plan};

/// The title over level-4 criteria.
pub(super) const LEVEL_4: &str = "Tiêu chí Mức 4";

/// A band is printed over its table in capitals ("MỨC 4"); among titles its levels stand as titles
/// do: "Mức 4".
pub(super) fn among_titles(band: String) -> String {
    match band.strip_prefix("MỨC ") {
        Some(rest) => format!("Mức {rest}"),
        None => band,
    }
}

/// How many words of the actions make a name.
const FIRST_WORDS: usize = 12;

/// What a piece of work is called on one line: its content, else its criterion's name
/// or words, else the first words of what is to be done; empty when there is nothing.
#[must_use]
pub fn short_name(dossier: &Dossier, plan: &Plan, item: &Item) -> String {
    let content = one_line(&item.content);
    if !content.is_empty() {
        return content;
    }
    let catalogue = dossier.catalogue_of(plan);
    let name = item
        .criteria
        .first()
        .and_then(|code| catalogue?.name_of(code.trim()))
        .map(one_line)
        .filter(|name| !name.is_empty());
    if let Some(name) = name {
        return name;
    }
    let criterion = one_line(&item.criterion_text);
    if !criterion.is_empty() {
        return criterion;
    }
    let mut words = item.actions.split_whitespace();
    let mut name = words.by_ref().take(FIRST_WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        name.push_str(" …");
    }
    name.trim_start_matches(['-', '+', '•']).trim_start().to_owned()
}

/// A text with its line breaks and runs of spaces made one space each.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
