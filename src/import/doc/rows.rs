//! Rows of a .doc with so many columns that what is said of them stands in a stream of its own,
//! which rwml does not look into: what tells their cells is brought back into the pages of looks.

use super::bytes::{long, part, saying, short};

/// Where the place and the length of the table of the looks of paragraphs stand.
const LOOKS: (usize, usize) = (0x102, 0x106);
/// A page of looks.
const PAGE: usize = 512;
/// Before what is said of each paragraph of a page stands where, with so many bytes.
const WHERE: usize = 13;
/// "What is said stands in the other stream", and "these are the cells of the row".
const ELSEWHERE: [u16; 2] = [0x6646, 0x6645];
const CELLS: u16 = 0xD608;
/// Where the only look of a new page stands, and how long it may be.
const NEW: usize = 22;
const ROOM: usize = PAGE - 1 - NEW - 2;

/// Brings back what stands elsewhere; none where the tables do not hold together.
pub(super) fn bring_back(words: &mut Vec<u8>, tables: &mut Vec<u8>, data: &[u8]) -> Option<()> {
    let table = tables.get(part(words, LOOKS)?)?.to_vec();
    let count = table.len().checked_sub(4)? / 8;
    // Of each page: where its text begins, and its number.
    let mut pages: Vec<(u32, u32)> = Vec::new();
    let end = long(&table, count * 4)?;
    let mut changed = false;
    for at in 0..count {
        let number = long(&table, (count + 1 + at) * 4)? & 0x003F_FFFF;
        let from = number as usize * PAGE;
        let page = words.get(from..from + PAGE)?.to_vec();
        let runs = runs(&page);
        if !runs.iter().any(|run| elsewhere(run.says).is_some()) {
            pages.push((long(&table, at * 4)?, number));
            continue;
        }
        changed = true;
        for run in &runs {
            words.resize(words.len().next_multiple_of(PAGE), 0);
            pages.push((run.from, u32::try_from(words.len() / PAGE).ok()?));
            words.extend(new_page(run, data));
        }
    }
    if !changed {
        return Some(());
    }
    let place = u32::try_from(tables.len()).ok()?;
    let begins = pages.iter().map(|(from, _)| *from).chain([end]);
    let numbers = pages.iter().map(|(_, number)| *number);
    tables.extend(begins.chain(numbers).flat_map(u32::to_le_bytes));
    let length = u32::try_from(tables.len()).ok()? - place;
    words.get_mut(LOOKS.0..LOOKS.0 + 4)?.copy_from_slice(&place.to_le_bytes());
    words.get_mut(LOOKS.1..LOOKS.1 + 4)?.copy_from_slice(&length.to_le_bytes());
    Some(())
}

/// Paragraphs of one look: where they begin and end, and what is said of them, behind the number
/// of their style.
struct Run<'a> {
    from: u32,
    to: u32,
    says: &'a [u8],
}

fn runs(page: &[u8]) -> Vec<Run<'_>> {
    let count = usize::from(page[PAGE - 1]);
    let run = |at: usize| {
        let place = usize::from(*page.get((count + 1) * 4 + at * WHERE)?) * 2;
        let (length, from) = match (page.get(place)?, page.get(place + 1)?) {
            _ if place == 0 => (0, 0),
            (0, pairs) => (usize::from(*pairs) * 2, place + 2),
            (pairs, _) => (usize::from(*pairs) * 2 - 1, place + 1),
        };
        let says = page.get(from..from + length)?;
        Some(Run { from: long(page, at * 4)?, to: long(page, at * 4 + 4)?, says })
    };
    (0..count).map_while(run).collect()
}

/// Where in the other stream something is said.
fn elsewhere(says: &[u8]) -> Option<usize> {
    let code = short(says, 2)?;
    let place = long(says, 4)?;
    ELSEWHERE.contains(&code).then_some(place as usize)
}

/// A page with one look, of which only what tells cells and paragraphs is kept.
fn new_page(run: &Run, data: &[u8]) -> Vec<u8> {
    let found = elsewhere(run.says).and_then(|place| {
        let length = usize::from(short(data, place)?);
        data.get(place + 2..place + 2 + length)
    });
    let found = found.or(run.says.get(2..)).unwrap_or_default();
    let mut says = run.says.get(..2).unwrap_or(&[0, 0]).to_vec();
    let mut at = 0;
    while let Some((code, length)) = saying(found, at) {
        let one = found.get(at..at + length).unwrap_or_default();
        // Of the long ones, lines and colours, only the cells are wanted.
        if (code == CELLS || length <= 6) && says.len() + one.len() <= ROOM {
            says.extend(one);
        }
        at += length;
    }
    let mut page = vec![0; PAGE];
    page[..4].copy_from_slice(&run.from.to_le_bytes());
    page[4..8].copy_from_slice(&run.to.to_le_bytes());
    page[8] = (NEW / 2) as u8;
    page[NEW + 1] = says.len().div_ceil(2) as u8;
    page[NEW + 2..NEW + 2 + says.len()].copy_from_slice(&says);
    page[PAGE - 1] = 1;
    page
}
