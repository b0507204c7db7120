//! Files of a room that lean on each other in a circle.
//!
//! A file leans on another of its room when it names it by its module: what `mod.rs` hands on
//! is the room's own face and is not counted.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{code_only, tokens};

/// Each circle once, as "a -> b -> a".
pub fn circles(files: &[(String, String)]) -> Vec<String> {
    let modules: BTreeMap<Vec<String>, &str> =
        files.iter().map(|(path, _)| (module(path), path.as_str())).collect();
    let leans: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .filter(|(path, _)| !path.ends_with("/mod.rs"))
        .map(|(path, text)| (path.as_str(), named(path, text, &modules)))
        .collect();
    let mut found = Vec::new();
    for start in leans.keys() {
        if let Some(way) = back_to(start, &leans)
            && way.iter().all(|step| step >= start)
        {
            found.push(way.join(" -> "));
        }
    }
    found
}

/// The shortest way from a file back to itself.
fn back_to<'a>(
    start: &'a str,
    leans: &BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().copied().unwrap_or(start);
            for next in leans.get(last).into_iter().flatten() {
                let mut on = way.clone();
                on.push(next);
                if *next == start {
                    return Some(on);
                }
                if seen.insert(*next) {
                    longer.push(on);
                }
            }
        }
        ways = longer;
    }
    None
}

/// `src/plan/form.rs` is the module plan, form.
fn module(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// The other files of the same room that a file names by their modules.
fn named<'a>(
    path: &str,
    text: &str,
    modules: &BTreeMap<Vec<String>, &'a str>,
) -> BTreeSet<&'a str> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code = code_only(text);
    let tokens = tokens(&code);
    let own = module(path);
    let mut found = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let starts = at == 0 || tokens[at - 1] != "::";
        // The `super` of `pub(super)` begins no path.
        let goes_on = tokens.get(at + 1) == Some(&"::");
        if !starts || !goes_on || !matches!(*token, "super" | "crate" | "self") {
            continue;
        }
        let mut place = if *token == "crate" { Vec::new() } else { own.clone() };
        let mut at = at;
        while tokens.get(at) == Some(&"super") {
            place.pop();
            at += 2;
        }
        if matches!(*token, "crate" | "self") {
            at += 2;
        }
        // Names one after another, down to the deepest file they lead to.
        while let Some(name) = tokens.get(at) {
            let mut deeper = place.clone();
            deeper.push((*name).to_owned());
            let Some(other) = modules.get(&deeper) else { break };
            place = deeper;
            at += 2;
            let goes_on = tokens.get(at - 1) == Some(&"::");
            if place.first() == own.first() && *other != path && !other.ends_with("/mod.rs") {
                found.insert(*other);
            }
            if !goes_on {
                break;
            }
        }
    }
    found
}
