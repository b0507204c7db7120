//! The walk through a tagged file, as a reader that speaks goes through it.

use std::collections::BTreeMap;

use caitien::export::pdf;
use caitien::layout::Pages;
use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId};

use crate::layout::FACES;

/// An element as a reader of the file finds it.
#[derive(Debug, Default)]
pub struct Node {
    pub kind: String,
    pub about: Dictionary,
    /// The words marked as it, and the elements in it, as they are heard.
    pub own: String,
    pub inside: Vec<Node>,
}

impl Node {
    /// All its words, with a space between elements.
    pub fn words(&self) -> String {
        let mut words = self.own.clone();
        for node in &self.inside {
            words.push(' ');
            words.push_str(&node.words());
        }
        words
    }

    /// It and all that is in it, as they are heard.
    pub fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.inside.iter().flat_map(Self::all)).collect()
    }

    /// Those of a kind.
    pub fn of_kind(&self, kind: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.kind == kind).collect()
    }

    /// What it says of itself.
    pub fn attribute(&self, key: &[u8]) -> Option<&Object> {
        self.about.get(b"A").and_then(Object::as_dict).ok()?.get(key).ok()
    }

    /// Over how many columns or rows it stands.
    pub fn span(&self, key: &[u8]) -> usize {
        self.attribute(key).map_or(1, |span| usize::try_from(span.as_i64().unwrap()).unwrap())
    }
}

/// A tagged file being walked through.
struct Walk {
    file: lopdf::Document,
    /// Words by page and number; each is taken out where it is heard.
    pieces: BTreeMap<(ObjectId, i64), String>,
    /// The element that each number leads back to.
    back: BTreeMap<(ObjectId, i64), ObjectId>,
}

impl Walk {
    fn new(bytes: &[u8]) -> Self {
        let file = lopdf::Document::load_mem(bytes).unwrap();
        let mut walk = Self { file, pieces: BTreeMap::new(), back: BTreeMap::new() };
        for page in walk.file.page_iter().collect::<Vec<_>>() {
            let pieces = walk.pieces_of(page);
            let about = walk.file.get_dictionary(page).unwrap();
            assert_eq!(about.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
            let place = about.get(b"StructParents").unwrap().as_i64().unwrap();
            let back = walk.way_back(place);
            assert_eq!(back.len(), pieces.len(), "as many ways back as pieces");
            for (number, (element, words)) in (0..).zip(back.into_iter().zip(pieces)) {
                walk.back.insert((page, number), element);
                walk.pieces.insert((page, number), words);
            }
        }
        walk
    }

    fn root(&self) -> &Dictionary {
        let root = self.file.catalog().unwrap().get(b"StructTreeRoot").unwrap();
        self.file.get_dictionary(root.as_reference().unwrap()).unwrap()
    }

    fn way_back(&self, place: i64) -> Vec<ObjectId> {
        let numbers = self.root().get(b"ParentTree").unwrap().as_reference().unwrap();
        let numbers = self.file.get_dictionary(numbers).unwrap().get(b"Nums").unwrap();
        let pairs = numbers.as_array().unwrap().chunks(2);
        let mut found = pairs.filter(|pair| pair[0].as_i64().unwrap() == place);
        let list = found.next().unwrap()[1].as_reference().unwrap();
        let list = self.file.get_object(list).unwrap().as_array().unwrap();
        list.iter().map(|element| element.as_reference().unwrap()).collect()
    }

    /// The words of a page by their number; whatever is drawn is marked.
    fn pieces_of(&self, page: ObjectId) -> Vec<String> {
        let fonts = self.file.get_page_fonts(page).unwrap();
        let encodings: BTreeMap<&[u8], _> = fonts
            .iter()
            .map(|(name, font)| (name.as_slice(), font.get_font_encoding(&self.file).unwrap()))
            .collect();
        let content = Content::decode(&self.file.get_page_content(page)).unwrap();
        let mut pieces: Vec<String> = Vec::new();
        // What is open: a piece, or what is not heard.
        let mut open: Vec<Option<usize>> = Vec::new();
        let mut in_text = None;
        let mut font: &[u8] = b"";
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" => {
                    assert_eq!(operation.operands[0].as_name().unwrap(), b"Artifact");
                    open.push(None);
                }
                "BDC" => {
                    let about = operation.operands[1].as_dict().unwrap();
                    if let Ok(number) = about.get(b"MCID") {
                        assert_eq!(number.as_i64().unwrap(), i64::try_from(pieces.len()).unwrap());
                        assert!(open.is_empty(), "one piece in another");
                        open.push(Some(pieces.len()));
                        pieces.push(String::new());
                    } else {
                        assert!(about.has(b"ActualText"));
                        open.push(*open.last().unwrap());
                    }
                }
                "EMC" => {
                    open.pop().unwrap();
                    assert!(in_text.is_none(), "a mark ends inside a text");
                }
                "BT" => in_text = Some(open.len()),
                "ET" => assert_eq!(in_text.take(), Some(open.len())),
                "Tf" => font = operation.operands[0].as_name().unwrap(),
                "Tj" | "TJ" => {
                    let place = *open.last().expect("words that are not marked");
                    let strings = match &operation.operands[0] {
                        Object::Array(parts) => parts.clone(),
                        one => vec![one.clone()],
                    };
                    for codes in strings.iter().filter_map(|part| part.as_str().ok()) {
                        let words = lopdf::Document::decode_text(&encodings[font], codes).unwrap();
                        if let Some(place) = place {
                            pieces[place].push_str(&words);
                        }
                    }
                }
                "S" | "f" => assert!(!open.is_empty(), "a drawing that is not marked"),
                _ => {}
            }
        }
        assert!(open.is_empty());
        pieces
    }

    /// The document and all that is in it; every piece is heard once.
    fn heard(mut self) -> Node {
        let catalog = self.file.catalog().unwrap();
        let marked = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
        let root = catalog.get(b"StructTreeRoot").unwrap().as_reference().unwrap();
        let document = self.root().get(b"K").unwrap().as_reference().unwrap();
        let node = self.element(document, root);
        assert!(self.pieces.is_empty(), "never heard: {:?}", self.pieces);
        node
    }

    fn element(&mut self, id: ObjectId, parent: ObjectId) -> Node {
        let about = self.file.get_dictionary(id).unwrap().clone();
        assert_eq!(about.get(b"P").unwrap().as_reference().unwrap(), parent);
        let kind = String::from_utf8(about.get(b"S").unwrap().as_name().unwrap().into()).unwrap();
        let mut node = Node { kind, ..Node::default() };
        let parts = match about.get(b"K") {
            Ok(Object::Array(parts)) => parts.clone(),
            Ok(one) => vec![one.clone()],
            Err(_) => Vec::new(),
        };
        let own_page = about.get(b"Pg").ok().map(|page| page.as_reference().unwrap());
        for part in parts {
            let piece = match &part {
                Object::Integer(number) => (own_page.unwrap(), *number),
                Object::Dictionary(part) => (
                    part.get(b"Pg").unwrap().as_reference().unwrap(),
                    part.get(b"MCID").unwrap().as_i64().unwrap(),
                ),
                inside => {
                    let inside = self.element(inside.as_reference().unwrap(), id);
                    node.inside.push(inside);
                    continue;
                }
            };
            assert_eq!(self.back.get(&piece), Some(&id), "the way back leads elsewhere");
            node.own.push_str(&self.pieces.remove(&piece).expect("heard twice"));
        }
        node.about = about;
        node
    }
}
/// What is heard of pages as a PDF.
pub fn heard(pages: &Pages) -> Node {
    Walk::new(&pdf(pages, &FACES).unwrap()).heard()
}
