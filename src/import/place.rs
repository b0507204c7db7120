//! Where in a JSON text a value stands, as "plans[0].rows[3].time": from where its reader stopped.

/// A list or an object that is open.
enum Open {
    /// With the key whose value is being read.
    Object(Option<String>),
    /// With the place of the value that is being read.
    List(usize),
}

/// The place of the value that ends at a line and column (from 1, in bytes, as `serde_json`
/// counts them), or of the key that does. `json` is well-formed up to there.
pub(super) fn place(json: &[u8], line: usize, column: usize) -> String {
    let before = json.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1));
    let end = before.map(<[u8]>::len).sum::<usize>() + column;
    let json = &json[..end.min(json.len())];
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    while let Some(byte) = json.get(at) {
        match (byte, open.last_mut()) {
            (b'{', _) => open.push(Open::Object(None)),
            (b'[', _) => open.push(Open::List(0)),
            (b'}' | b']', _) => _ = open.pop(),
            (b',', Some(Open::Object(key))) => *key = None,
            (b',', Some(Open::List(index))) => *index += 1,
            (b'"', last) => {
                let text = quoted(&json[at..]);
                if let Some(Open::Object(key @ None)) = last {
                    *key = serde_json::from_slice(text).ok();
                }
                at += text.len() - 1;
            }
            _ => {}
        }
        at += 1;
    }
    let mut place = String::new();
    for open in open {
        match open {
            Open::Object(Some(key)) if place.is_empty() => place = key,
            Open::Object(Some(key)) => place = place + "." + &key,
            Open::Object(None) => {}
            Open::List(index) => place = format!("{place}[{index}]"),
        }
    }
    place
}

/// A string with its quotation marks, from the first of them.
fn quoted(json: &[u8]) -> &[u8] {
    let mut escaped = false;
    for (at, byte) in json.iter().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return &json[..=at],
            _ => {}
        }
    }
    json
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_place_is_told_from_where_the_reader_stopped() {
        let json =
            "{\"a\": [1, {\"b\\\"]\": \"}\\\\\",\n \"c\": [[], [{}, true]]}], \"d\": {\"e\": 2}}";
        // Up to and with the last letters of each.
        for (up_to, expected) in [
            ("{", ""),
            ("\"a\"", "a"),
            ("[1", "a[0]"),
            ("[1,", "a[1]"),
            ("b\\\"]\"", "a[1].b\"]"),
            ("}\\\\\"", "a[1].b\"]"),
            ("\"c\": [", "a[1].c[0]"),
            ("[{}", "a[1].c[1][0]"),
            ("true", "a[1].c[1][1]"),
            ("true]", "a[1].c[1]"),
            ("true]]", "a[1].c"),
            ("true]]}", "a[1]"),
            ("true]]}]", "a"),
            ("2", "d.e"),
            ("2}", "d"),
            ("2}}", ""),
        ] {
            let end = json.find(up_to).unwrap() + up_to.len();
            let line = 1 + json[..end].matches('\n').count();
            let column = end - json[..end].rfind('\n').map_or(0, |at| at + 1);
            assert_eq!(place(json.as_bytes(), line, column), expected, "{up_to}");
        }
        assert_eq!(place(b"", 0, 0), "");
        assert_eq!(place(b"{", 9, 9), "");
    }
}
