//! The bookmarks, one inside the other as their levels say.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::xmp::text;
use crate::layout::{OutlineEntry, Pages};

/// Room between a bookmark's place and the upper edge of the window, pt.
const ROOM_ABOVE: f32 = 6.0;

/// One bookmark and where it hangs, as places in the list of all.
struct Node<'a> {
    entry: &'a OutlineEntry,
    id: ObjectId,
    parent: Option<usize>,
    children: Vec<usize>,
}

/// Adds the bookmarks to the document and returns the root of their tree, or nothing
/// where there are none.
pub(super) fn add(document: &mut Document, pages: &Pages, ids: &[ObjectId]) -> Option<ObjectId> {
    let nodes = tree(document, pages, ids.len());
    let top: Vec<usize> = nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.parent.is_none())
        .map(|(i, _)| i)
        .collect();
    let (&first, &last) = (top.first()?, top.last()?);
    let root = document.new_object_id();
    for (index, node) in nodes.iter().enumerate() {
        let siblings = match node.parent {
            Some(parent) => &nodes[parent].children,
            None => &top,
        };
        let at = siblings.iter().position(|&sibling| sibling == index).unwrap_or(0);
        let mut item = Dictionary::new();
        item.set("Title", text(&node.entry.title));
        item.set("Parent", node.parent.map_or(root, |parent| nodes[parent].id));
        if let Some(&before) = at.checked_sub(1).and_then(|before| siblings.get(before)) {
            item.set("Prev", nodes[before].id);
        }
        if let Some(&after) = siblings.get(at + 1) {
            item.set("Next", nodes[after].id);
        }
        if let (Some(&first), Some(&last)) = (node.children.first(), node.children.last()) {
            item.set("First", nodes[first].id);
            item.set("Last", nodes[last].id);
            // Negative: folded until a reader opens it.
            item.set("Count", -i64::try_from(node.children.len()).unwrap_or(1));
        }
        let page = &pages.pages[node.entry.page];
        let y =
            ((page.height - node.entry.y + ROOM_ABOVE).min(page.height) * 100.0).round() / 100.0;
        item.set(
            "Dest",
            vec![
                Object::Reference(ids[node.entry.page]),
                Object::Name(b"XYZ".to_vec()),
                Object::Null,
                Object::Real(y),
                Object::Null,
            ],
        );
        document.set_object(node.id, item);
    }
    let mut outlines = Dictionary::new();
    outlines.set("Type", Object::Name(b"Outlines".to_vec()));
    outlines.set("First", nodes[first].id);
    outlines.set("Last", nodes[last].id);
    outlines.set("Count", i64::try_from(top.len()).unwrap_or(1));
    document.set_object(root, outlines);
    Some(root)
}

/// Hangs each bookmark under the last one of a smaller level.
fn tree<'a>(document: &mut Document, pages: &'a Pages, page_count: usize) -> Vec<Node<'a>> {
    let mut nodes: Vec<Node<'a>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let drawn = page_count.min(pages.pages.len());
    for entry in pages.outline.iter().filter(|entry| entry.page < drawn) {
        while open.last().is_some_and(|&last| nodes[last].entry.level >= entry.level) {
            open.pop();
        }
        let parent = open.last().copied();
        let index = nodes.len();
        if let Some(parent) = parent {
            nodes[parent].children.push(index);
        }
        nodes.push(Node { entry, id: document.new_object_id(), parent, children: Vec::new() });
        open.push(index);
    }
    nodes
}
