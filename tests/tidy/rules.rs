//! The rules: each a function from a file's path and text to complaints.

use super::code::{code_only, strings, tokens};
use super::house::House;

/// Rooms that do no I/O and read no clock.
const PURE: [&str; 6] = ["words", "plan", "year", "edit", "document", "layout"];

/// What a pure room never names.
const IMPURE: [&str; 8] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "Zoned",
];

/// The longest a file may be, lines.
pub const LONGEST: usize = 600;

/// Rooms that speak no Vietnamese: what a person reads is made in `messages` and `document`.
const SPEECHLESS: [&str; 10] =
    ["ui", "cli", "session", "store", "check", "import", "library", "layout", "embedded", "year"];

/// Rules of the language itself, not words for a person: which words stay together in a line.
const GRAMMAR: [&str; 2] = ["src/layout/keep.rs", "src/layout/table/"];

/// The files of `ui` that are the outside, or come before there is a window.
const OUTSIDE: [&str; 3] = ["src/ui/outside_native", "src/ui/run", "src/ui/renderer"];

/// What the window reaches through `Outside` and `session` only.
const OUT_OF_REACH: [&str; 9] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::env",
    "store::open",
    "store::create",
    "store::read",
    "Zoned",
];

/// The room of `src/room/…` or `src/room.rs`.
pub fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

pub fn imports(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    let house = House::get();
    let Some(allowed) = house.may_import(room) else {
        return if room == "lib" { Vec::new() } else { vec!["is in no room of the table".into()] };
    };
    let code = code_only(text);
    let mut complaints = Vec::new();
    for used in named_rooms(path, &code) {
        let is_room = house.may_import(&used).is_some();
        if is_room && used != room && !allowed.contains(&used) {
            complaints.push(format!("{room} may not import {used}"));
        }
    }
    complaints
}

/// A room inside another names nothing of the program but what its row of the table allows.
pub fn inner_rooms(path: &str, text: &str) -> Vec<String> {
    let code = code_only(text);
    let mut complaints = Vec::new();
    for (inner, allowed) in &House::get().rooms {
        let Some((outer, own)) = inner.split_once('/') else { continue };
        if !path.starts_with(&format!("src/{inner}/")) {
            continue;
        }
        let outside = named_rooms(path, &code).into_iter().filter(|used| used != outer);
        let beside = named_inside(path, &code, outer).into_iter().filter(|used| used != own);
        let forbidden = outside.chain(beside).filter(|used| !allowed.contains(used));
        complaints.extend(forbidden.map(|used| format!("{inner} may not name {used}")));
    }
    complaints
}

/// What stands after `crate::` and the name of this room, or after as many `super::` as lead
/// to it.
fn named_inside(path: &str, code: &str, room: &str) -> Vec<String> {
    let tokens = tokens(code);
    let mut named = names_above(path, &tokens, 1);
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| **token == room) {
        if tokens.get(at + 1) == Some(&"::") {
            names_after(&tokens, at + 2, &mut named);
        }
    }
    named
}

/// What stands after `crate::`, after `caitien::`, or after as many `super::` as lead to
/// the root; groups in braces are opened.
fn named_rooms(path: &str, code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let mut named = names_above(path, &tokens, 0);
    for (at, token) in tokens.iter().enumerate() {
        let starts_path = at == 0 || tokens[at - 1] != "::";
        let goes_on = tokens.get(at + 1) == Some(&"::");
        if matches!(*token, "crate" | "caitien") && starts_path && goes_on {
            names_after(&tokens, at + 2, &mut named);
        }
    }
    named
}

/// What stands after as many `super::` as lead from a file to so many folders below the root.
fn names_above(path: &str, tokens: &[&str], below: usize) -> Vec<String> {
    let depth = path.split('/').count() - 1 - usize::from(path.ends_with("/mod.rs"));
    let mut named = Vec::new();
    let mut supers = 0;
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| **token == "super") {
        let starts_path = at == 0 || tokens[at - 1] != "::";
        supers = if starts_path { 1 } else { supers + 1 };
        if tokens.get(at + 1) == Some(&"::") && supers + below == depth {
            names_after(tokens, at + 2, &mut named);
        }
    }
    named
}

/// The name at a place, or the first names of a group in braces.
fn names_after(tokens: &[&str], at: usize, named: &mut Vec<String>) {
    if tokens.get(at) != Some(&"{") {
        named.extend(tokens.get(at).map(|name| (*name).to_owned()));
        return;
    }
    let mut depth = 0;
    let mut first = false;
    for token in &tokens[at..] {
        match *token {
            "{" => {
                depth += 1;
                first = depth == 1;
            }
            "}" => depth -= 1,
            "," => first = depth == 1,
            name if first => {
                named.push(name.to_owned());
                first = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
}

pub fn crates(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    let code = code_only(text);
    let tokens = tokens(&code);
    let mut complaints = Vec::new();
    for (name, rooms) in &House::get().only_in {
        if rooms.iter().any(|allowed| allowed == room) {
            continue;
        }
        let named = tokens.iter().enumerate().any(|(at, token)| {
            let before = if at >= 1 { tokens[at - 1] } else { "" };
            let after = tokens.get(at + 1).copied().unwrap_or_default();
            let is_path = before != "::" && before != "." && after == "::";
            let is_use = matches!(before, "use" | "crate") && matches!(after, ";" | "as");
            *token == name.as_str() && (is_path || is_use)
        });
        if named {
            complaints.push(format!("{room} names the crate {name}"));
        }
    }
    complaints
}

pub fn purity(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    if !PURE.contains(&room) {
        return Vec::new();
    }
    let code = code_only(text);
    let names = tokens(&code);
    let found = IMPURE.iter().filter(|name| {
        let parts: Vec<&str> = tokens(name);
        names.windows(parts.len()).any(|window| window == parts)
    });
    found.map(|name| format!("{room} is pure and names {name}")).collect()
}

pub fn shape(_path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let lines = text.lines().count();
    if lines > LONGEST {
        complaints.push(format!("{lines} lines, {LONGEST} at most"));
    }
    let first = text.lines().next().unwrap_or_default();
    if !first.starts_with("//! ") || first.len() < 10 {
        complaints.push("does not begin with a sentence after //!".into());
    }
    complaints
}

pub fn leftovers(_path: &str, text: &str) -> Vec<String> {
    // Put together here, or this file would be the first to be found.
    let later = ["TO", "FIX", "XX"].map(|start| match start {
        "TO" => format!("{start}DO"),
        "FIX" => format!("{start}ME"),
        start => format!("{start}X:"),
    });
    let places = ["home", "root", "work", "Users"].map(|folder| format!("/{folder}/"));
    let mut complaints = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for word in later.iter().filter(|word| line.contains(word.as_str())) {
            complaints.push(format!("line {}: {word}", number + 1));
        }
        for place in places.iter().filter(|place| names_place(line, place)) {
            complaints.push(format!("line {}: a path of one machine, {place}", number + 1));
        }
    }
    complaints
}

/// Whether a whole path begins with a place, and not a part of an address.
fn names_place(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before
            .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '_' | '-' | '~' | '}' | ')'))
    })
}

/// Words for a person stand where they belong.
pub fn words(path: &str, text: &str) -> Vec<String> {
    if path.ends_with("/tests.rs")
        || !SPEECHLESS.contains(&room(path))
        || GRAMMAR.iter().any(|start| path.starts_with(start))
    {
        return Vec::new();
    }
    let spoken = |text: &String| text.chars().any(is_vietnamese);
    let found = strings(text).into_iter().filter(spoken);
    found.map(|text| format!("speaks: {text}")).collect()
}

/// Rooms that may put the fixed words of an official paper somewhere: `document` on paper,
/// `edit` into what it proposes; `import` finds them in what it reads.
const OFFICIAL: [&str; 4] = ["words", "document", "edit", "import"];

/// The fixed words of paper are in the blocks that `document` makes; who needs one reads it there.
pub fn official(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    let named = tokens(&code_only(text)).contains(&"official");
    if OFFICIAL.contains(&room) || !named {
        return Vec::new();
    }
    vec![format!("{room} names words::official")]
}

/// A letter that English does not have and Vietnamese does.
fn is_vietnamese(c: char) -> bool {
    matches!(c, 'À'..='ỹ') && c.is_alphabetic()
}

/// The window acts through one value.
pub fn reach(path: &str, text: &str) -> Vec<String> {
    if room(path) != "ui" || OUTSIDE.iter().any(|start| path.starts_with(start)) {
        return Vec::new();
    }
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code = code_only(text);
    let names = tokens(&code);
    let found = OUT_OF_REACH.iter().filter(|name| {
        let parts: Vec<&str> = tokens(name);
        names.windows(parts.len()).any(|window| window == parts)
    });
    found.map(|name| format!("ui reaches {name} by itself")).collect()
}
