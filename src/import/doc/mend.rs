//! What is set right in a .doc before it is read: deleted words are hidden, its letters of one
//! byte are those of Windows-1252 whatever its language, as Word reads them, soft hyphens are kept,
//! for some of them are letters, and the names of its fonts and the cells of its rows stand where
//! rwml looks for them. What rwml does not tell of styles is handed on.

use std::collections::HashMap;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use super::bytes::{long, part, saying, short};
use super::rows::bring_back;
use super::styles::styles;

/// The stream of the words.
const WORDS: &str = "/WordDocument";
/// The stream of what is too long to be said in the other ones.
const DATA: &str = "/Data";
/// English, whose letters of one byte are those of Windows-1252.
const ENGLISH: [u8; 2] = [0x09, 0x04];
/// Where the language stands.
const LANGUAGE: usize = 0x06;
/// Where flags stand, and the one that says which stream the tables are in.
const FLAGS: (usize, u8) = (0x0B, 0x02);
/// Where the place and the length of the table of looks stand.
const LOOKS: (usize, usize) = (0xFA, 0xFE);
/// Where the place and the length of the table of fonts stand.
const FONTS: (usize, usize) = (0x112, 0x116);
/// Where the place and the length of the table of pieces stand, in which the words are kept.
const PIECES: (usize, usize) = (0x1A2, 0x1A6);
/// Word's own soft hyphen, which rwml leaves out, and the one of Latin-1, which it keeps.
const SOFT_HYPHEN: (u8, u8) = (0x1F, 0xAD);
/// Where the name begins in what is said of a font.
const NAME: usize = 39;
/// A page of looks.
const PAGE: usize = 512;
/// "Deleted while changes were tracked", and "hidden": what a look says of a run.
const DELETED: u16 = 0x0800;
const HIDDEN: u16 = 0x083C;

/// A file set right.
pub(super) struct Mended {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Words were deleted while changes were tracked.
    pub deletions: bool,
    /// The names of the fonts.
    pub fonts: Vec<String>,
    /// Whether the words of its styles are bold and italic, by the names of the styles.
    pub styles: HashMap<String, (bool, bool)>,
}

/// The file set right; none where it cannot be opened.
pub(super) fn mended(bytes: &[u8]) -> Option<Mended> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes.to_vec())).ok()?;
    let mut words = stream(&mut file, WORDS)?;
    let name = if words.get(FLAGS.0)? & FLAGS.1 == 0 { "/0Table" } else { "/1Table" };
    let mut tables = stream(&mut file, name).unwrap_or_default();
    words.get_mut(LANGUAGE..LANGUAGE + 2)?.copy_from_slice(&ENGLISH);
    let mut deletions = false;
    for page in pages(&words, &tables) {
        if let Some(page) = words.get_mut(page..page.saturating_add(PAGE)) {
            deletions |= hide_deleted(page);
        }
    }
    if let Some(pieces) = part(&words, PIECES).and_then(|part| tables.get(part)) {
        keep_soft_hyphens(&mut words, pieces);
    }
    let fonts = part(&words, FONTS)
        .and_then(|part| tables.get_mut(part))
        .map_or_else(Vec::new, straighten_names);
    let styles = styles(&words, &tables);
    let data = stream(&mut file, DATA).unwrap_or_default();
    bring_back(&mut words, &mut tables, &data);
    write(&mut file, WORDS, &words)?;
    write(&mut file, name, &tables);
    Some(Mended { bytes: file.into_inner().into_inner(), deletions, fonts, styles })
}

type File = cfb::CompoundFile<Cursor<Vec<u8>>>;

fn write(file: &mut File, name: &str, bytes: &[u8]) -> Option<()> {
    let mut out = file.open_stream(name).ok()?;
    out.seek(SeekFrom::Start(0)).ok()?;
    out.write_all(bytes).ok()?;
    out.flush().ok()
}

fn stream(file: &mut File, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.open_stream(name).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Where the pages of looks begin in the stream of the words.
fn pages(words: &[u8], tables: &[u8]) -> Vec<usize> {
    let Some(part) = part(words, LOOKS) else { return Vec::new() };
    let length = part.len();
    let Some(table) = tables.get(part) else { return Vec::new() };
    // Of n pages: n + 1 places in the text, then the numbers of the pages.
    let count = length.saturating_sub(4) / 8;
    let number = |at: usize| long(table, (count + 1 + at) * 4);
    (0..count).filter_map(number).map(|page| (page & 0x003F_FFFF) as usize * PAGE).collect()
}

/// Writes the soft hyphens of the words as those of Latin-1.
fn keep_soft_hyphens(words: &mut [u8], mut table: &[u8]) -> Option<()> {
    // Looks stand before the table itself.
    while table.first() == Some(&1) {
        table = table.get(3 + usize::from(short(table, 1)?)..)?;
    }
    let table = table.get(5..)?;
    // Of n pieces: n + 1 places in the text, then what is said of each.
    let count = table.len().saturating_sub(4) / 12;
    let mut left = words.len();
    for at in 0..count {
        let length = long(table, at * 4 + 4)?.checked_sub(long(table, at * 4)?)? as usize;
        let place = long(table, (count + 1) * 4 + at * 8 + 2)?;
        // One byte a letter, or two.
        let (from, size) = match place & 0x4000_0000 {
            0 => (place as usize, 2),
            _ => ((place & 0x3FFF_FFFF) as usize / 2, 1),
        };
        // Pieces that overlap are no honest ones.
        left = left.checked_sub(length.checked_mul(size)?)?;
        for letter in words.get_mut(from..from + length * size)?.chunks_exact_mut(size) {
            if letter[0] == SOFT_HYPHEN.0 && letter.get(1).is_none_or(|high| *high == 0) {
                letter[0] = SOFT_HYPHEN.1;
            }
        }
    }
    Some(())
}

/// Moves the names of the fonts to even places, from one before: nothing that is read stands
/// there.
fn straighten_names(table: &mut [u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = 4;
    while let Some(&length) = table.get(at) {
        let Some(font) = table.get_mut(at + 1..at + 1 + usize::from(length)) else { break };
        at += 1 + usize::from(length);
        if font.len() > NAME {
            let units =
                font[NAME..].chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
            let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
            names.push(String::from_utf16_lossy(&units));
            font.copy_within(NAME.., NAME - 1);
        }
    }
    names
}

/// Says of each run that was deleted that it is hidden.
fn hide_deleted(page: &mut [u8]) -> bool {
    let mut found = false;
    let runs = usize::from(page[PAGE - 1]);
    for run in 0..runs {
        let Some(&half) = page.get((runs + 1) * 4 + run) else { break };
        let look = usize::from(half) * 2;
        let length = page.get(look).copied().map_or(0, usize::from);
        if half == 0 || look + 1 + length > PAGE {
            continue;
        }
        let says = &mut page[look + 1..look + 1 + length];
        let mut at = 0;
        while let Some((code, size)) = saying(says, at) {
            if code == DELETED && says.get(at + 2) == Some(&1) {
                says[at..at + 2].copy_from_slice(&HIDDEN.to_le_bytes());
                found = true;
            }
            at += size;
        }
    }
    found
}
