//! Files and clipboards that were damaged, by accident or on purpose: they end in a sentence or
//! in words, never in a panic. Of two thousand of each kind one in twenty is tried; `DAMAGED=all`
//! tries them all and asks for each to be done within two seconds of work.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use caitien::document::{Whom, collection_book};
use caitien::export::clipboard::{to_html, to_tsv};
use caitien::export::{docx, plan_xlsx, xlsx};
use caitien::import::clipboard::{Pasted, block};
use caitien::import::{Source, collected, paper, styled, workbook, workbook_source};
use caitien::layout::lay_out;
use caitien::library::faces;
use caitien::plan::{Field, Item, Record, TableKind};

use super::document::{document_of, form, sample};
use super::recognise::draft;
use super::word::reading::file::lines;
use super::word::reading::rich::rich;

/// As many of each kind.
const ALL: usize = 2_000;
/// One in so many is tried unless all are asked for.
const ONE_IN: usize = 20;
/// No file takes more work, in a program that was built to be fast.
const LONGEST: Duration = Duration::from_secs(2);

/// Numbers by chance that are the same at every run.
pub struct Chance(u64);

impl Chance {
    pub fn of(number: usize) -> Self {
        let mut chance = Self(number as u64 ^ 0x9E37_79B9_7F4A_7C15);
        // The first numbers still look like the one they came of.
        for _ in 0..4 {
            chance.below(1);
        }
        chance
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }

    /// The bytes with some of them turned around, made nothing, taken out, doubled, swapped with
    /// others, or cut off.
    pub fn damage(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            let length = self.below(40).min(bytes.len() - at);
            match self.below(10) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..at + length)),
                2 => {
                    let again = bytes[at..at + length].to_vec();
                    bytes.splice(at..at, again);
                }
                3 => bytes[at..at + length].fill(0),
                4 => {
                    let other = self.below(bytes.len() - length + 1);
                    let (from, to) = (at.min(other), at.max(other));
                    let length = length.min(to - from);
                    let (before, behind) = bytes.split_at_mut(to);
                    before[from..from + length].swap_with_slice(&mut behind[..length]);
                }
                _ if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                _ => {}
            }
        }
        bytes
    }

    /// The parts of a zip, unpacked, one of them damaged, packed again.
    fn damage_inside(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let chosen = self.below(archive.len());
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let mut text = Vec::new();
            std::io::copy(&mut part, &mut text).unwrap();
            if at == chosen {
                text = self.damage(&text);
            }
            out.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            out.write_all(&text).unwrap();
        }
        out.finish().unwrap().into_inner()
    }
}

/// Says at which number a panic came.
struct At(&'static str, usize);

impl Drop for At {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{} number {}", self.0, self.1);
        }
    }
}

/// Which of the files are tried.
fn numbers() -> impl Iterator<Item = usize> {
    (0..ALL).step_by(if all() { 1 } else { ONE_IN })
}

fn all() -> bool {
    std::env::var_os("DAMAGED").is_some_and(|which| which == "all")
}

/// How long this thread has worked, where that is known: others may work on the same machine.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let first = told.and_then(|told| told.split(' ').next()?.parse().ok());
    first.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Reads damaged files of a kind; whether one could be read says `read`. Some of them can.
fn damaged(kind: &'static str, files: &[Vec<u8>], read: impl Fn(&[u8]) -> bool) {
    let mut could = 0;
    let since = Instant::now();
    for number in numbers() {
        let _at = At(kind, number);
        let mut chance = Chance::of(number);
        let file = &files[chance.below(files.len())];
        let packed = file.starts_with(b"PK") && chance.below(3) > 0;
        let bytes = if packed { chance.damage_inside(file) } else { chance.damage(file) };
        let before = worked(since);
        could += usize::from(read(&bytes));
        let took = worked(since).saturating_sub(before);
        assert!(!all() || took < LONGEST, "{kind} number {number} took {took:?}");
    }
    println!("{kind}: {could} could be read, {:?} in all", worked(since));
    assert!(could > 5, "{kind}: {could} could be read");
}

fn word_files() -> Vec<Vec<u8>> {
    let sample = sample();
    let own = sample.plans.iter().map(|plan| {
        let document = document_of(plan);
        docx(&document, &lay_out(&document, faces().unwrap())).unwrap()
    });
    own.chain([rich().bytes()]).collect()
}

#[test]
fn damaged_word_files_end_well() {
    damaged("docx", &word_files(), |bytes| {
        paper(bytes).is_ok_and(|source| !draft(&source).pieces.is_empty())
    });
}

#[test]
fn a_damaged_file_that_is_read_says_what_it_lacks() {
    let files = word_files();
    let whole: Vec<_> = files.iter().map(|file| paper(file).unwrap()).collect();
    let words = |source: &Source| lines(source);
    let (mut read, mut lacking) = (0, 0);
    for number in numbers() {
        let _at = At("docx", number);
        let mut chance = Chance::of(number ^ 0xBAD);
        let which = chance.below(files.len());
        let Ok(source) = paper(&chance.damage(&files[which])) else { continue };
        read += 1;
        if words(&source) != words(&whole[which]) {
            lacking += 1;
            assert_ne!(source.notes, whole[which].notes, "number {number}");
        }
    }
    println!("docx: {read} were read, of which {lacking} said that something is missing");
    assert!(read > 5, "{read}");
}

#[test]
fn damaged_files_of_97_end_well() {
    let files = [
        include_bytes!("../files/word/old.doc").to_vec(),
        include_bytes!("../files/word/wide.doc").to_vec(),
    ];
    damaged("doc", &files, |bytes| paper(bytes).is_ok());
}

#[test]
fn damaged_workbooks_end_well() {
    let dossier = sample();
    let plan = &dossier.plans[0];
    let form = form(&plan.form);
    let book = collection_book(&dossier, plan, &form, &Whom::Everyone);
    let faces = faces().unwrap();
    let files = [xlsx(&book, faces).unwrap(), plan_xlsx(&dossier, plan, &form, faces).unwrap()];
    damaged("xlsx", &files, |bytes| {
        let Ok(workbook) = workbook(bytes) else { return false };
        let _ = draft(&workbook_source(&workbook));
        if let Some(back) = collected(&workbook) {
            let _ = back.merge(&dossier);
        }
        true
    });
}

#[test]
fn damaged_clipboards_end_well() {
    let dossier = sample();
    let texts = dossier.plans[0]
        .items()
        .take(8)
        .map(|item| Item::TEXTS.iter().map(|text| text.get(item).into_owned()).collect::<Vec<_>>());
    let texts: Vec<_> = texts.collect();
    let rows: Vec<Vec<&str>> =
        texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let shown =
        [(Field::Content, "Nội dung"), (Field::Actions, "Giải pháp"), (Field::Time, "Thời gian")];
    let paste = |text: &str, html: Option<&str>| {
        let Some(grid) = block(text, html) else { return false };
        let _ = Pasted::of(&grid, TableKind::Rows, &shown, None);
        true
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    damaged("tsv", &[to_tsv(&rows).into_bytes()], |bytes| paste(&text(bytes), None));
    let word = "<html><body><p class=MsoNormal>Kèm theo</p><table><tr><td rowspan=2 style='mso-x:1'>\
        <b>Tiêu chí 1.1</b></td><td colspan=2><p>- Một</p><p>- Hai<br>&nbsp;&amp;&#225;</p></td></tr>\
        <!--[if !supportLists]--><tr><td>a<table><tr><td>b<td>c</table></td><td>d</td></tr></table>";
    damaged("html", &[to_html(&rows).into_bytes(), word.into()], |bytes| {
        let html = text(bytes);
        let _ = styled("Tiêu chí 1.1", &html);
        paste("", Some(&html))
    });
}
