//! What the styles of a .doc say of letters: rwml tells which style a paragraph has, but not
//! that its words are bold.

use std::collections::HashMap;

use super::bytes::{part, saying, short};

/// Where the place and the length of the style sheet stand.
const STYLES: (usize, usize) = (0xA2, 0xA6);
/// The least bytes of what is said of a style before its name.
const BASE: usize = 10;
/// Styles that rest on one another.
const CHAIN: usize = 16;
/// A style of paragraphs.
const PARAGRAPHS: u16 = 1;
/// What is said of a run: bold, italic.
const BOLD: u16 = 0x0835;
const ITALIC: u16 = 0x0836;

/// Bold and italic, each where it is said.
#[derive(Clone, Copy, Default)]
struct Said {
    bold: Option<bool>,
    italic: Option<bool>,
    /// The number of the style it rests on.
    base: usize,
}

/// Whether the words of the styles of paragraphs are bold and italic, by the names of the styles.
pub(super) fn styles(words: &[u8], tables: &[u8]) -> HashMap<String, (bool, bool)> {
    let sheet = part(words, STYLES).and_then(|part| tables.get(part));
    let (mut names, mut said) = (Vec::new(), Vec::new());
    if let Some((head, mut rest)) = sheet.and_then(split) {
        let base = short(head, 2).map_or(BASE, usize::from);
        while let Some((style, behind)) = split(rest) {
            let (name, says) = style_of(style, base).unwrap_or_default();
            names.push(name);
            said.push(says);
            rest = behind;
        }
    }
    let resolved = |mut at: usize| {
        let mut found = Said::default();
        for _ in 0..CHAIN {
            let Some(says) = said.get(at) else { break };
            found.bold = found.bold.or(says.bold);
            found.italic = found.italic.or(says.italic);
            at = says.base;
        }
        (found.bold.unwrap_or_default(), found.italic.unwrap_or_default())
    };
    let styles = names.into_iter().enumerate().filter(|(_, name)| !name.is_empty());
    styles.map(|(at, name)| (name, resolved(at))).collect()
}

/// What is as long as its first two bytes say, and what stands behind it, from an even place on.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::from(short(bytes, 0)?);
    let inside = bytes.get(2..2 + length)?;
    Some((inside, bytes.get(2 + length.next_multiple_of(2)..).unwrap_or_default()))
}

/// The name of a style of paragraphs, and what it says of letters.
fn style_of(style: &[u8], base: usize) -> Option<(String, Said)> {
    let (kind, parts) = (short(style, 2)?, short(style, 4)? & 0xF);
    if kind & 0xF != PARAGRAPHS {
        return None;
    }
    let length = usize::from(short(style, base)?);
    let name = style.get(base + 2..base + 2 + length * 2)?.chunks_exact(2);
    let name: Vec<u16> = name.map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
    // Behind the name and its null stands what is said of paragraphs, then of letters.
    let rest = style.get(base + 4 + length * 2..)?;
    let mut said = Said { base: usize::from(kind >> 4), ..Said::default() };
    if parts > 1
        && let Some((says, _)) = split(rest).and_then(|(_, letters)| split(letters))
    {
        let mut at = 0;
        while let Some((code, size)) = saying(says, at) {
            let on = says.get(at + 2).map(|on| on & 1 == 1);
            match code {
                BOLD => said.bold = on,
                ITALIC => said.italic = on,
                _ => {}
            }
            at += size;
        }
    }
    Some((String::from_utf16_lossy(&name), said))
}
