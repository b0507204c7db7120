//! A small reader of XML, which stops where a part is not well formed, and the parts of a file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use caitien::ooxml::is_legal;

/// An element.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
    pub text: String,
}

impl Node {
    /// All elements of a name below this one, in order.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    /// The child of a name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The number that an attribute of the child of a name holds.
    pub fn number(&self, child: &str, attribute: &str) -> Option<i32> {
        self.child(child)?.attributes.get(attribute)?.parse().ok()
    }

    /// The words of it, a line for each paragraph.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.add_words(&mut words);
        words
    }

    fn add_words(&self, words: &mut String) {
        match self.name.as_str() {
            "w:t" => words.push_str(&self.text),
            "w:br" => words.push('\n'),
            _ => {}
        }
        self.children.iter().for_each(|child| child.add_words(words));
        if self.name == "w:p" {
            words.push('\n');
        }
    }
}

/// The parts of a file, by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        assert!(
            parts.insert(part.name().unwrap().into_owned(), text).is_none(),
            "a part stands twice"
        );
    }
    parts
}

/// Reads a part.
pub fn tree(text: &str) -> Node {
    assert!(text.chars().all(is_legal), "a character that XML may not hold");
    let mut rest =
        text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    let mut open = vec![Node::default()];
    while let Some(from) = rest.filter(|rest| !rest.is_empty()) {
        let at = from.find('<').unwrap();
        open.last_mut().unwrap().text.push_str(&plain(&from[..at]));
        let end = at + from[at..].find('>').unwrap();
        let tag = &from[at + 1..end];
        rest = Some(&from[end + 1..]);
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().unwrap();
            assert_eq!(closed.name, name);
            open.last_mut().unwrap().children.push(closed);
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let node = begin(tag);
        if is_empty {
            open.last_mut().unwrap().children.push(node);
        } else {
            open.push(node);
        }
    }
    let mut whole = open.pop().unwrap();
    assert!(open.is_empty() && whole.children.len() == 1 && whole.text.is_empty());
    whole.children.remove(0)
}

fn begin(tag: &str) -> Node {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut node = Node { name: name.to_owned(), ..Node::default() };
    while !rest.is_empty() {
        let (key, after) = rest.trim_start().split_once("=\"").unwrap();
        let (value, after) = after.split_once('"').unwrap();
        assert!(node.attributes.insert(key.to_owned(), plain(value)).is_none(), "{key} twice");
        rest = after;
    }
    node
}

/// What a text says: only the five signs are known, and no `&` stands alone.
fn plain(text: &str) -> String {
    let known = ["&lt;", "&gt;", "&quot;", "&#13;", "&amp;"];
    for (at, _) in text.match_indices('&') {
        assert!(known.iter().any(|sign| text[at..].starts_with(sign)), "a bare &");
    }
    assert!(!text.contains('>'), "a bare >");
    let signs = ["<", ">", "\"", "\r", "&"];
    known.iter().zip(signs).fold(text.to_owned(), |text, (sign, is)| text.replace(sign, is))
}
