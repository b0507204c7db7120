//! Reads Rust sources just far enough for the rules: code without comments and strings, the
//! strings by themselves, and tokens.

/// The text without comments and without what stands in strings and characters.
pub fn code_only(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        let after_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
        match c {
            '/' if next == Some('/') => {
                while chars.get(at).is_some_and(|&c| c != '\n') {
                    at += 1;
                }
            }
            '/' if next == Some('*') => at = after_block_comment(&chars, at),
            '"' => {
                code.push_str("\"\"");
                at = after_string(&chars, at + 1);
            }
            'r' if !after_word && raw_hashes(&chars, at + 1).is_some() => {
                code.push_str("\"\"");
                at = after_raw_string(&chars, at + 1);
            }
            '\'' => {
                // A lifetime has no second quote close by.
                let end = if next == Some('\\') {
                    chars[at + 2..].iter().skip(1).position(|&c| c == '\'').map(|n| at + 4 + n)
                } else {
                    (chars.get(at + 2) == Some(&'\'')).then_some(at + 3)
                };
                code.push(' ');
                at = end.unwrap_or(at + 1);
            }
            c => {
                code.push(c);
                at += 1;
            }
        }
    }
    code
}

pub fn after_block_comment(chars: &[char], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

pub fn after_string(chars: &[char], start: usize) -> usize {
    let mut at = start;
    while let Some(&c) = chars.get(at) {
        match c {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// How many `#` stand before the quote of a raw string that begins here.
pub fn raw_hashes(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at..].iter().take_while(|&&c| c == '#').count();
    (chars.get(at + hashes) == Some(&'"')).then_some(hashes)
}

pub fn after_raw_string(chars: &[char], start: usize) -> usize {
    let hashes = raw_hashes(chars, start).unwrap_or(0);
    let mut at = start + hashes + 1;
    while at < chars.len() {
        let closed = chars[at] == '"'
            && chars.get(at + 1..=at + hashes).is_some_and(|end| end.iter().all(|&c| c == '#'));
        if closed {
            return at + 1 + hashes;
        }
        at += 1;
    }
    at
}

/// Names, `::`, and every other sign by itself.
pub fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_alphanumeric() || c == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            c.len_utf8()
        };
        if !c.is_whitespace() {
            tokens.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    tokens
}

/// What stands in the strings of a text, its unit tests left out.
pub fn strings(text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        let after_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
        let end = match c {
            '/' if next == Some('/') => {
                at += chars[at..].iter().take_while(|&&c| c != '\n').count();
                continue;
            }
            '/' if next == Some('*') => {
                at = after_block_comment(&chars, at);
                continue;
            }
            '\'' if next == Some('"') => at + 3,
            '\'' if next == Some('\\') => at + 3,
            '"' => after_string(&chars, at + 1),
            'r' if !after_word && raw_hashes(&chars, at + 1).is_some() => {
                after_raw_string(&chars, at + 1)
            }
            _ => at + 1,
        };
        if c == '"' || (c == 'r' && end > at + 1) {
            found.push(chars[at..end.min(chars.len())].iter().collect());
        }
        at = end;
    }
    found
}
