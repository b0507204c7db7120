//! Files by the thousand, flipped, cut, zeroed, swapped and mixed: no word goes in silence, and what
//! no damaged page holds comes back.
//!
//! One file in twenty is tried by `cargo test`, all of them by
//! `DAMAGED=all cargo test --test crash -- --nocapture damaged`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use caitien::plan::{Block, Dossier, Id, Item, Level, Paragraph, Part, Problem, Row};
use caitien::store::{self, Salvaged, StoreError, What};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::knowing::{Dice, rows};
use crate::sample::{dossier, open};

const PAGE: usize = 4096;
/// How many files there are.
const FILES: usize = 4000;
/// How many are tried at a time.
const THREADS: usize = 4;

type Named = BTreeMap<(String, String), Vec<Value>>;

/// A file of a few years of work: long and short rows, some of them deleted and moved since.
fn worked_on(folder: &Path, name: &str, items: u32) -> (PathBuf, Vec<u8>, Arc<Dossier>) {
    let path = folder.join(name);
    let mut first = dossier();
    let plan = Arc::make_mut(&mut first.plans[1]);
    let long = |id: u32| if id.is_multiple_of(17) { 900 } else { 4 };
    plan.rows.extend((100..100 + items).map(|id| {
        Row::Item(Arc::new(Item {
            id: Id(id),
            content: format!("Việc số {id} {}", "rà soát ".repeat(long(id) as usize)),
            target: format!("Đạt {id} %"),
            actions: format!("Bước {id}.1\nBước {id}.2"),
            problem: id.is_multiple_of(3).then_some(Id(20)),
            ..Item::default()
        }))
    }));
    plan.problems.extend((1000..1020).map(|id| {
        Arc::new(Problem {
            id: Id(id), weakness: format!("Vấn đề {id}"), ..Problem::default()
        })
    }));
    plan.parts.extend((2000..2010).map(|id| {
        let words = |at: u32| {
            Block::Paragraph(Paragraph::plain(Level::None, format!("Đoạn {id} câu {at}")))
        };
        let heading = format!("Phần {id}");
        Arc::new(Part {
            id: Id(id),
            heading,
            blocks: (0..9).map(words).collect(),
            ..Part::default()
        })
    }));
    first.next_id = Id(3000);
    drop(store::create(&path, &first, caitien::platform::file_identity).unwrap());
    let (mut store, _) = open(&path).unwrap();
    let plan = Arc::make_mut(&mut first.plans[1]);
    for row in plan.rows.iter_mut().skip(20).step_by(5) {
        if let Row::Item(item) = row {
            Arc::make_mut(item).note = format!("Đã xem {}", item.id.0);
        }
    }
    store.save(&Arc::new(first.clone())).unwrap();
    drop(store);
    let before = fs::read(&path).unwrap();

    let mut later = first;
    let plan = Arc::make_mut(&mut later.plans[1]);
    plan.rows.drain(10..10 + items as usize / 4);
    plan.parts.remove(3);
    let later = Arc::new(later);
    let (mut store, _) = open(&path).unwrap();
    store.save(&later).unwrap();
    drop(store);
    (path, before, later)
}

/// A sound file that is to be damaged.
struct Sound {
    path: PathBuf,
    bytes: Vec<u8>,
    /// As it was before it was last saved.
    older: Vec<u8>,
    dossier: Arc<Dossier>,
    rows: Named,
    places: Places,
    /// The pages on which each row stands.
    pages: PagesOfRows,
}

impl Sound {
    fn make(folder: &Path, name: &str, items: u32) -> Self {
        let (path, older, dossier) = worked_on(folder, name, items);
        let bytes = fs::read(&path).unwrap();
        let (rows, (pages, places)) = (rows(&path), pages_of_rows(&path, &bytes));
        assert_eq!(rows.keys().collect::<Vec<_>>(), pages.keys().collect::<Vec<_>>());
        Self { path, bytes, older, dossier, rows, places, pages }
    }
}

/// By row: the pages on which it stands.
type PagesOfRows = BTreeMap<(String, String), BTreeSet<usize>>;

/// By table: the columns that hold a place in a list, or lead to another row.
type Places = BTreeMap<String, Vec<usize>>;

/// The pages of each row of a sound file, as its trees tell them, and where its place stands.
fn pages_of_rows(path: &Path, bytes: &[u8]) -> (PagesOfRows, Places) {
    let connection = Connection::open(path).unwrap();
    let tables: Vec<(String, usize)> = connection
        .prepare("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.try_into().unwrap())))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let (mut found, mut places) = (BTreeMap::new(), BTreeMap::new());
    for (table, root) in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let last = names.iter().position(|name| name == "id" || name == "ord").unwrap_or(0);
        let is_place =
            |at: &usize| ["ord", "standard", "problem", "group"].contains(&names[*at].as_str());
        places.insert(table.clone(), (0..names.len()).filter(is_place).collect());
        let keys: Vec<String> = statement
            .query_map([], |row| {
                let key = (0..=last).map(|at| match row.get(at).unwrap() {
                    Value::Integer(number) => number.to_string(),
                    Value::Text(text) => text,
                    other => panic!("{other:?}"),
                });
                Ok(key.collect::<Vec<_>>().join(", "))
            })
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let mut pages = Vec::new();
        walk(bytes, root, &mut pages);
        assert_eq!(keys.len(), pages.len(), "{table}");
        found.extend(keys.into_iter().map(|key| (table.clone(), key)).zip(pages));
    }
    (found, places)
}

/// Follows a tree in the order of its keys.
fn walk(bytes: &[u8], page: usize, found: &mut Vec<BTreeSet<usize>>) {
    let start = (page - 1) * PAGE;
    let two = |at: usize| usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1]);
    let four = |at: usize| two(at) << 16 | two(at + 2);
    let (kind, cells) = (bytes[start], two(start + 3));
    let pointers = start + if kind < 8 { 12 } else { 8 };
    for cell in 0..cells {
        let mut at = start + two(pointers + 2 * cell);
        if kind < 8 {
            walk(bytes, four(at), found);
            at += 4;
        }
        if kind == 5 {
            continue;
        }
        let mut number = || {
            let mut value = 0;
            loop {
                let byte = bytes[at];
                at += 1;
                value = value << 7 | usize::from(byte & 0x7F);
                if byte < 0x80 {
                    return value;
                }
            }
        };
        let size = number();
        if kind == 13 {
            number();
        }
        let most = if kind == 13 { PAGE - 35 } else { (PAGE - 12) * 64 / 255 - 23 };
        let least = (PAGE - 12) * 32 / 255 - 23;
        let split = least + size.saturating_sub(least) % (PAGE - 4);
        let here = if split <= most { split } else { least };
        let mut pages = BTreeSet::from([page]);
        if size > most {
            let mut next = four(at + here);
            while next != 0 {
                pages.insert(next);
                next = four((next - 1) * PAGE);
            }
        }
        found.push(pages);
    }
    if kind < 8 {
        walk(bytes, four(start + 8), found);
    }
}

/// What was done to a file, and the pages it was done to.
fn damage(sound: &Sound, other: &[u8], seed: usize) -> (String, Vec<u8>, BTreeSet<usize>) {
    let mut dice = Dice(seed as u64 * 7919 + 13);
    dice.roll(2);
    let mut bytes = sound.bytes.clone();
    let count = bytes.len() / PAGE;
    let mut hurt = BTreeSet::new();
    let place = |page: usize| page * PAGE..(page + 1) * PAGE;
    let what = match seed % 5 {
        0 => {
            let (page, bits) = (dice.roll(count), 1 + dice.roll(64));
            let anywhere = dice.roll(4) == 0;
            for _ in 0..bits {
                let page = if anywhere { dice.roll(count) } else { page };
                bytes[page * PAGE + dice.roll(PAGE)] ^= 1 << dice.roll(8);
                hurt.insert(page);
            }
            format!("{bits} bits flipped")
        }
        1 => {
            let length = dice.roll(bytes.len());
            bytes.truncate(length);
            hurt.extend(length / PAGE..count);
            format!("cut after {length} bytes")
        }
        2 => {
            let pages = if dice.roll(3) == 0 { 1 + dice.roll(4) } else { 1 };
            for _ in 0..pages {
                let page = dice.roll(count);
                let (from, to) = match dice.roll(3) {
                    0 => (0, 512 * (1 + dice.roll(7))),
                    1 => (512 * (1 + dice.roll(6)), PAGE),
                    _ => (0, PAGE),
                };
                bytes[page * PAGE + from..page * PAGE + to].fill(0);
                hurt.insert(page);
            }
            format!("{pages} pages zeroed")
        }
        3 => {
            let (a, b) = (dice.roll(count), dice.roll(count));
            bytes.copy_within(place(a), b * PAGE);
            hurt.insert(b);
            if dice.roll(2) == 0 {
                bytes[place(a)].copy_from_slice(&sound.bytes[place(b)]);
                hurt.insert(a);
            }
            format!("pages {a} and {b} swapped")
        }
        _ => {
            let from = if dice.roll(2) == 0 { &sound.older[..] } else { other };
            let pages = if dice.roll(3) == 0 { 1 + dice.roll(4) } else { 1 };
            for _ in 0..pages {
                let page = dice.roll(count);
                if let Some(stale) = from.get(place(page)) {
                    bytes[place(page)].copy_from_slice(stale);
                    hurt.insert(page);
                }
            }
            format!("{pages} pages of another file or hour")
        }
    };
    hurt.retain(|page| bytes.get(place(*page)) != Some(&sound.bytes[place(*page)]));
    (format!("file {seed}: {what}, pages {hurt:?}"), bytes, hurt)
}

/// What became of the files.
#[derive(Debug, Default)]
struct Count {
    files: usize,
    opened: usize,
    told: usize,
    salvaged: usize,
    whole: usize,
    refused: usize,
    one_page: usize,
    all_back: usize,
    rows_due: usize,
    rows_back: usize,
    slowest: Duration,
}

/// Tries the files of a corpus.
fn try_files(which: impl Fn(usize) -> bool) -> Count {
    let folder = tempfile::tempdir().unwrap();
    let sounds: Vec<Sound> = [("a.caitien", 24), ("b.caitien", 60), ("c.caitien", 160)]
        .into_iter()
        .map(|(name, items)| Sound::make(folder.path(), name, items))
        .collect();
    let seeds: Vec<usize> = (0..FILES).filter(|seed| which(*seed)).collect();
    let tried = |seeds: &[usize]| {
        let folder = tempfile::tempdir().unwrap();
        let mut count = Count::default();
        for seed in seeds {
            let at = seed / 5 % sounds.len();
            let other = &sounds[(at + 1) % sounds.len()].bytes;
            try_file(&sounds[at], other, folder.path(), *seed, &mut count);
        }
        count
    };
    std::thread::scope(|scope| {
        let tried = &tried;
        let threads: Vec<_> = seeds
            .chunks(seeds.len().div_ceil(THREADS))
            .map(|seeds| scope.spawn(move || tried(seeds)))
            .collect();
        let counts = threads.into_iter().map(|thread| thread.join().unwrap());
        counts.fold(Count::default(), |all, one| all.and(&one))
    })
}

impl Count {
    fn and(self, other: &Self) -> Self {
        Self {
            files: self.files + other.files,
            opened: self.opened + other.opened,
            told: self.told + other.told,
            salvaged: self.salvaged + other.salvaged,
            whole: self.whole + other.whole,
            refused: self.refused + other.refused,
            one_page: self.one_page + other.one_page,
            all_back: self.all_back + other.all_back,
            rows_due: self.rows_due + other.rows_due,
            rows_back: self.rows_back + other.rows_back,
            slowest: self.slowest.max(other.slowest),
        }
    }
}

/// The time this thread has been running, where the system tells it; others may want the processor.
fn time_used() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let running = told.and_then(|told| told.split(' ').next()?.parse().ok());
    running.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn try_file(sound: &Sound, other: &[u8], folder: &Path, seed: usize, count: &mut Count) {
    let (what, bytes, hurt) = damage(sound, other, seed);
    let path = folder.join("hurt.caitien");
    fs::write(&path, &bytes).unwrap();
    let begin = time_used();
    let opened = store::read_telling(&path);
    let salvaged = match &opened {
        Err(error) if error.is_damage() => store::salvage(&path).ok(),
        _ => None,
    };
    count.slowest = count.slowest.max(time_used().saturating_sub(begin));
    let back = match (opened, salvaged) {
        (Ok((found, told)), _) => {
            count.opened += 1;
            count.told += usize::from(!told.rows.is_empty());
            let silent = found != *sound.dossier && told.rows.is_empty();
            assert!(!silent, "{what}: other words in silence");
            Some(rows(&path))
        }
        (Err(_), Some(found)) => {
            count.salvaged += 1;
            count.whole += usize::from(found.is_whole());
            check_nothing_silent(sound, &found, &what);
            let copy = folder.join("copy.caitien");
            drop(fs::remove_file(&copy));
            drop(store::create(&copy, &found.dossier, caitien::platform::file_identity).unwrap());
            Some(rows(&copy))
        }
        (Err(error), None) => {
            let is_refusal = matches!(error, StoreError::TooNew { .. } | StoreError::Empty);
            assert!(error.is_damage() || is_refusal, "{what}: {error:?}");
            None
        }
    };
    if back.is_none() && std::env::var_os("CAITIEN_TELL").is_some() {
        println!("refused, {} bytes: {what}", bytes.len());
    }
    count.files += 1;
    count.refused += usize::from(back.is_none());
    assert!(fs::read(&path).unwrap() == bytes, "{what}: the file was changed");
    if hurt.len() != 1 {
        return;
    }
    count.one_page += 1;
    // The dossier's own row is written anew in any file.
    let is_due = |key: &(String, String)| {
        key.0 != "dossier" && sound.pages[key].iter().all(|page| !hurt.contains(&(page - 1)))
    };
    let due: Vec<_> = sound.rows.iter().filter(|(key, _)| is_due(key)).collect();
    let back = back.unwrap_or_default();
    // Where rows of a list are gone, those behind them move up, and with them what they hold; what
    // refers to a row that is gone refers to none.
    let placed = |table: &str, values: &[Value]| {
        let places = sound.places.get(table).map_or(&[][..], Vec::as_slice);
        let but_place = values.iter().enumerate().filter(|(at, _)| !places.contains(at));
        let values: Vec<String> = but_place.map(|(_, value)| format!("{value:?}")).collect();
        (table.to_owned(), values)
    };
    let mut there: BTreeMap<_, usize> = BTreeMap::new();
    for ((table, _), values) in &back {
        *there.entry(placed(table, values)).or_default() += 1;
    }
    let mut is_back = |table: &str, values: &[Value]| match there.get_mut(&placed(table, values)) {
        Some(left @ 1..) => {
            *left -= 1;
            true
        }
        _ => false,
    };
    let missing: Vec<_> =
        due.iter().filter(|((table, _), values)| !is_back(table, values)).collect();
    count.rows_due += due.len();
    count.rows_back += due.len() - missing.len();
    count.all_back += usize::from(missing.is_empty());
    if !missing.is_empty() && std::env::var_os("CAITIEN_TELL").is_some() {
        println!("{what}: {} of {}: {:?}", missing.len(), due.len(), &missing[0].0);
    }
}

/// Every text that was saved is in what was salvaged, or it is told that it may not be.
#[track_caller]
fn check_nothing_silent(sound: &Sound, found: &Salvaged, what: &str) {
    assert_eq!(found.dossier.check_rules(), Ok(()), "{what}");
    let mut words = serde_json::to_string(&found.dossier).unwrap();
    for loose in &found.loose {
        words.push_str(&serde_json::to_string(&loose.texts).unwrap());
    }
    let all = |fault: &store::Fault| fault.table == "dossier" && fault.what == What::Unreadable;
    if found.faults.iter().any(all) {
        return;
    }
    let told: BTreeSet<&str> = found
        .faults
        .iter()
        .map(|fault| fault.table.as_str())
        .chain(found.changed.iter().map(|row| row.table.as_str()))
        .collect();
    for ((table, key), values) in &sound.rows {
        for value in values {
            let Value::Text(text) = value else { continue };
            let quoted = serde_json::to_string(text).unwrap();
            let quoted = if text.starts_with(['[', '{']) { text } else { &quoted };
            let machine = text.is_ascii() || text.starts_with("[]") || table == "dossier";
            assert!(
                machine || words.contains(quoted.as_str()) || told.contains(table.as_str()),
                "{what}: {table} {key} is missing in silence: {text}"
            );
        }
    }
}

/// All that a person reads of what was salvaged.
fn words_of(found: &Salvaged) -> String {
    let loose = found.loose.iter().flat_map(|row| &row.texts).cloned();
    serde_json::to_string(&found.dossier).unwrap() + &loose.collect::<String>()
}

/// What writers that do not write over what they delete leave on free pages.
fn leave_on_free_pages(bytes: &mut [u8], older: &[u8]) {
    let four =
        |at: usize| bytes[at..at + 4].iter().fold(0, |all, byte| all << 8 | usize::from(*byte));
    let trunk = (four(32) - 1) * PAGE;
    let leaves: Vec<usize> = (0..four(trunk + 4)).map(|at| four(trunk + 8 + 4 * at) - 1).collect();
    for page in leaves.into_iter().map(|page| page * PAGE..(page + 1) * PAGE) {
        if let Some(held) = older.get(page.clone()) {
            bytes[page].copy_from_slice(held);
        }
    }
}

/// Page by page: what the free pages still hold of deleted rows does not come back as if it had
/// never been deleted.
#[test]
fn deleted_rows_stay_deleted_whichever_page_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut sound = Sound::make(folder.path(), "a.caitien", 240);
    leave_on_free_pages(&mut sound.bytes, &sound.older);
    let deleted: Vec<String> = (100..340).map(|id| format!("Việc số {id} ")).collect();
    let deleted: Vec<&String> = {
        let now = serde_json::to_string(&*sound.dossier).unwrap();
        deleted.iter().filter(|text| !now.contains(*text)).collect()
    };
    assert!(deleted.len() >= 10);
    let holds =
        |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|at| at == text.as_bytes());
    assert!(deleted.iter().any(|text| holds(&sound.bytes, text)), "no page holds a deleted row");
    let mut whole = 0;
    for page in 0..sound.bytes.len() / PAGE {
        let mut bytes = sound.bytes.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(0);
        fs::write(&sound.path, &bytes).unwrap();
        let Ok(found) = store::salvage(&sound.path) else { continue };
        whole += usize::from(found.is_whole());
        let words = words_of(&found);
        let back = deleted.iter().filter(|text| words.contains(text.as_str())).count();
        let told = found.faults.iter().any(|fault| ["items", "dossier"].contains(&&*fault.table));
        assert!(back == 0 || told, "page {page}: {back} deleted rows: {:?}", found.faults);
        assert!(back < deleted.len() / 2, "page {page}: {back} deleted rows");
    }
    assert!(whole > 0);
}

/// Pages on which every cell is one and the same, and leads into a chain that all others lead into.
#[test]
fn chains_without_end_cost_no_more_than_the_file_is_long() {
    let folder = tempfile::tempdir().unwrap();
    let sound = Sound::make(folder.path(), "a.caitien", 24);
    let mut bytes = sound.bytes.clone();
    for number in 1..2000_u32 {
        let mut page = vec![0; PAGE];
        // The next of the chain; seen as a page of a tree, a leaf with as many cells as fit.
        page[..4].copy_from_slice(&(number % 1999 + 60).to_be_bytes());
        if number % 2 == 0 {
            page[0] = 10;
            page[3..5].copy_from_slice(&2000_u16.to_be_bytes());
            for cell in page[8..4008].chunks_mut(2) {
                cell.copy_from_slice(&3000_u16.to_be_bytes());
            }
            // A row of 8,000,000 bytes.
            page[3000..3004].copy_from_slice(&[0x83, 0xE8, 0xA4, 0x00]);
            for (at, byte) in page.iter_mut().enumerate().take(PAGE - 4).skip(3004) {
                *byte = u8::try_from(at % 250).unwrap();
            }
            let first = usize::try_from(number).unwrap() % 7 + 61;
            page[3492..3496].copy_from_slice(&u32::try_from(first).unwrap().to_be_bytes());
        }
        bytes.extend(page);
    }
    fs::write(&sound.path, &bytes).unwrap();
    let begin = time_used();
    let found = store::salvage(&sound.path).unwrap();
    let used = time_used().saturating_sub(begin);
    assert!(found.dossier == *sound.dossier, "{:?}", found.faults);
    assert!(used < Duration::from_secs(10), "{used:?}");
}

/// A long row of which a page is lost keeps its place, and what is left of its words.
#[test]
fn a_long_row_that_lost_a_page_stands_where_it_stood() {
    let folder = tempfile::tempdir().unwrap();
    let sound = Sound::make(folder.path(), "a.caitien", 40);
    let (key, pages) = sound
        .pages
        .iter()
        .find(|((table, _), pages)| table == "items" && pages.len() > 2)
        .expect("no long row");
    let mut bytes = sound.bytes.clone();
    // The one at which its chain ends.
    let ends = |page: &&usize| bytes[(**page - 1) * PAGE..][..4] == [0; 4];
    let lost = *pages.iter().find(ends).unwrap();
    bytes[(lost - 1) * PAGE..lost * PAGE].fill(0);
    fs::write(&sound.path, &bytes).unwrap();
    assert!(matches!(store::read(&sound.path), Err(StoreError::Damaged(_))));
    let Salvaged { dossier: found, changed: told, .. } = store::salvage(&sound.path).unwrap();
    assert!(told.iter().any(|row| row.table == "items" && row.key == key.1), "{told:?}");
    let id = Id(key.1.parse().unwrap());
    let place = |dossier: &Dossier| dossier.plans[1].rows.iter().position(|row| row.id() == id);
    assert_eq!(place(&found), place(&sound.dossier));
    let item = found.plans[1].item(id).unwrap();
    assert!(item.content.starts_with(&format!("Việc số {} rà soát", id.0)), "{}", item.content);
}

fn check_figures(count: &Count) {
    println!("{count:#?}");
    assert!(count.all_back * 10 >= count.one_page * 9, "{count:?}");
    assert!(count.salvaged * 2 > count.files, "{count:?}");
}

#[test]
fn of_damaged_files_no_word_goes_in_silence() {
    let all = std::env::var_os("DAMAGED").is_some_and(|which| which == "all");
    let count = try_files(|seed| all || seed % 100 / 5 == seed / 100 % 20);
    check_figures(&count);
    assert!(!all || count.slowest < Duration::from_secs(2), "{count:?}");
}
